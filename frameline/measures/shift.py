"""How far two mixes of codes are apart, and the level at which tests call a difference.

The divergence is the measure; whether two texts differ in it is tested in `frameline.measures.mix`.

Source: Lin 1991, IEEE Transactions on Information Theory 37:145-151.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from frameline.measures.prevalence import ratio
from frameline.measures.resampling import Floats

ALPHA = 0.05
"""A p value below this counts."""


def js_divergence(p: npt.ArrayLike, q: npt.ArrayLike) -> Floats:
    r"""Measure how far two mixes of codes are apart.

    .. math:: JS(p, q) = H\!\left(\tfrac{p+q}{2}\right) - \tfrac{H(p) + H(q)}{2},\quad
              H(p) = -\sum_c p_c \log_2 p_c

    Parameters
    ----------
    p, q : arrays, ... x codes
        Counts or shares; each is scaled to sum to one.

    Returns
    -------
    array
        Bits: 0 for equal mixes, 1 for mixes without a common code, NaN for an empty mix.

    Notes
    -----
    Lin 1991, equation 4.1 with equal weights; base 2 bounds it by 1. It is far above 0 by chance
    at the size of these texts: read it against its permutation null only.

    Examples
    --------
    >>> js_divergence([1, 1], [3, 3]).item(), js_divergence([1, 0], [0, 1]).item()
    (0.0, 1.0)
    """
    first, second = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    first = ratio(first, first.sum(axis=-1, keepdims=True))
    second = ratio(second, second.sum(axis=-1, keepdims=True))

    def entropy(share: Floats) -> Floats:
        logs = np.log2(np.where(share > 0, share, 1))
        return -(share * logs).sum(axis=-1)

    value = entropy((first + second) / 2) - (entropy(first) + entropy(second)) / 2
    return np.maximum(value, 0)
