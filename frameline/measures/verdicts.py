"""What may be said of a variable, given its alpha, its noise twin and how its codes are spread."""

from __future__ import annotations

import math

#: Krippendorff's marks: from the first on a variable can be relied on, below the second not used.
RELY, FLOOR = 0.800, 0.667
#: Fewer readings of the rarer value than this, and alpha says nothing.
FEW = 10

RELIABLE, TENTATIVE, WEAK = "rely", "tentative", "weak"
NO_AGREEMENT, NO_VARIATION, NOT_MEASURED = "no agreement", "no variation", "not measured"
VERDICTS = (RELIABLE, TENTATIVE, WEAK, NO_AGREEMENT, NO_VARIATION, NOT_MEASURED)


def verdict(
    low: float, twin_high: float, rarer: float, *, rely: float = RELY, floor: float = FLOOR
) -> str:
    """Say what a variable may be used for.

    Question: may conclusions rest on this variable?

    Parameters
    ----------
    low : float
        Lower end of the interval of alpha; NaN where there is none.
    twin_high : float
        Upper end of the range of the noise twin's alpha; NaN where there is none.
    rarer : float
        Readings with another value than the commonest one; for a code present or absent, the
        smaller of the two counts.
    rely, floor : float
        Krippendorff's marks (Content Analysis, 4th ed. 2019, ch. 12).

    Returns
    -------
    str
        "no variation" (rarer value in fewer than 10 readings: alpha is not to be printed),
        "not measured" (no interval), "no agreement" (the lower end is not above chance: at or
        below the larger of 0 and the twin's upper end), "rely", "tentative", or "weak".

    Notes
    -----
    The 0 matters: where coders' habits differ the twin lies below 0, so that what clears the
    twin may still be no agreement beyond chance.

    Examples
    --------
    >>> verdict(0.85, 0.08, 400), verdict(0.7, 0.08, 400), verdict(0.35, 0.06, 211)
    ('rely', 'tentative', 'weak')
    >>> verdict(-0.016, -0.023, 425), verdict(0.05, 0.06, 300), verdict(-0.003, 0.0, 1)
    ('no agreement', 'no agreement', 'no variation')
    >>> verdict(float("nan"), 0.06, 300)
    'not measured'
    """
    if rarer < FEW:
        return NO_VARIATION
    if math.isnan(low):
        return NOT_MEASURED
    if low <= max(0.0, 0.0 if math.isnan(twin_high) else twin_high):
        return NO_AGREEMENT
    if low >= rely:
        return RELIABLE
    return TENTATIVE if low >= floor else WEAK
