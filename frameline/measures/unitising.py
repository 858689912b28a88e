"""Do coders mark the same stretches of text? Krippendorff's alpha for unitising.

This project codes natural sentences and draws no spans by hand, so its own unitising agreement is
the agreement on claims per sentence (an ordinal alpha). Corpora whose coders draw spans need the
coefficient of this module; agreement per character would be inflated by the text nobody marks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import numpy as np
import pandas as pd

Span = tuple[float, float]
Section = tuple[float, float, bool]  # start, length, is it a unit (else a gap)


def alpha_unitising(
    units: Mapping[str, Sequence[Iterable[Span]]], *, start: float, length: float
) -> float:
    r"""How far do coders mark the same stretches with the same codes? Krippendorff's alpha-U.

    Parameters
    ----------
    units : dict of code -> one sequence of (start, length) per coder
        Every code lists the same coders in the same order; a coder who did not use a code has an
        empty sequence. Units of one code by one coder must not overlap.
    start, length : float
        The continuum: where the text begins, and how long it is (in characters, say).

    Returns
    -------
    float
        1 for identical units; NaN when no coder marked any unit, or there is one coder.

    Raises
    ------
    ValueError
        If units overlap, leave the continuum or have no length, or coders differ by code.

    Notes
    -----
    :math:`\alpha_U = 1 - \sum_c D_{oc} / \sum_c D_{ec}`, see :func:`unitising_table` for the
    disagreements. Krippendorff 2004, "Measuring the reliability of qualitative text analysis
    data", Quality & Quantity 38, p. 787-800; first in Krippendorff 1995, Sociological Methodology
    25, p. 47-76.

    Examples
    --------
    Krippendorff 2004, figure 2: two coders, codes c and k, a continuum of 300 from 150 on.

    >>> spans = {
    ...     "c": [[(225, 70), (370, 30)], [(220, 80), (355, 20), (400, 20)]],
    ...     "k": [[(180, 60), (300, 50)], [(180, 60), (300, 50)]],
    ... }
    >>> round(alpha_unitising(spans, start=150, length=300), 3)
    0.859
    """
    table = unitising_table(units, start=start, length=length)
    expected = float(table["expected"].sum())
    return 1.0 - float(table["observed"].sum()) / expected if expected > 0 else float("nan")


def unitising_table(
    units: Mapping[str, Sequence[Iterable[Span]]], *, start: float, length: float
) -> pd.DataFrame:
    r"""Which codes do coders place alike? Observed and expected disagreement on units, per code.

    Parameters
    ----------
    units, start, length
        As in :func:`alpha_unitising`.

    Returns
    -------
    DataFrame, one row per code: code, units (marked by all coders together), observed, expected
        (disagreement, as shares of the squared continuum), alpha (NaN when none is expected).

    Notes
    -----
    A coder's units and the gaps between them are sections. For m coders and a continuum of length
    L, with :math:`\delta` between two sections that start at b and have length l:

    * two units that overlap: :math:`(b_1-b_2)^2 + (b_1+l_1-b_2-l_2)^2`;
    * a unit that lies within the other coder's gap: its squared length;
    * else 0;

    .. math::
        D_{oc} = \frac{1}{m(m-1)L^2} \sum_{i \ne j} \sum_{g,h} \delta^2, \qquad
        D_{ec} = \frac{2}{L} \, \frac{\sum_{u} \left[\frac{N_c-1}{3}(2l_u^3-3l_u^2+l_u)
        + l_u^2 \sum_{\mathrm{gaps}\, g:\, l_g \ge l_u} (l_g - l_u + 1)\right]}
        {mL(mL-1) - \sum_u l_u(l_u-1)}

    with the sum over the :math:`N_c` units u of that code. Krippendorff 2004, Quality & Quantity
    38, p. 794-796.

    Examples
    --------
    >>> spans = {"c": [[(225, 70), (370, 30)], [(220, 80), (355, 20), (400, 20)]]}
    >>> table = unitising_table(spans, start=150, length=300)
    >>> table[["observed", "expected", "alpha"]].round(4).values.tolist()
    [[0.0144, 0.0532, 0.7286]]
    """
    coders = {len(by_coder) for by_coder in units.values()}
    if len(coders) > 1:
        raise ValueError("every code must list the same coders (an empty list if not used)")
    rows = []
    for code, by_coder in units.items():
        sections = [_sections(spans, start, length) for spans in by_coder]
        observed = _observed(sections, length)
        expected = _expected(sections, length)
        count = sum(is_unit for coder in sections for _, _, is_unit in coder)
        value = 1.0 - observed / expected if expected > 0 else np.nan
        rows.append((code, count, observed, expected, value))
    return pd.DataFrame(rows, columns=["code", "units", "observed", "expected", "alpha"])


def _sections(spans: Iterable[Span], start: float, length: float) -> list[Section]:
    """Cut the continuum of one coder into units and the gaps between them."""
    sections: list[Section] = []
    position = start
    for begin, size in sorted(spans):
        if size <= 0 or begin < position or begin + size > start + length:
            raise ValueError(f"unit at {begin} overlaps, leaves the continuum or has no length")
        if begin > position:
            sections.append((position, begin - position, False))
        sections.append((begin, size, True))
        position = begin + size
    if position < start + length:
        sections.append((position, start + length - position, False))
    return sections


def _observed(sections: list[list[Section]], length: float) -> float:
    coders = len(sections)
    if coders < 2:
        return float("nan")
    total = sum(
        _difference(one, two)
        for first, second in combinations(sections, 2)
        for one in first
        for two in second
    )
    return 2.0 * total / (coders * (coders - 1) * length**2)


def _difference(one: Section, two: Section) -> float:
    (b1, l1, unit1), (b2, l2, unit2) = one, two
    if unit1 and unit2:
        overlap = b1 < b2 + l2 and b2 < b1 + l1
        return (b1 - b2) ** 2 + (b1 + l1 - b2 - l2) ** 2 if overlap else 0.0
    if unit1 and b2 <= b1 and b1 + l1 <= b2 + l2:
        return l1**2
    if unit2 and b1 <= b2 and b2 + l2 <= b1 + l1:
        return l2**2
    return 0.0


def _expected(sections: list[list[Section]], length: float) -> float:
    """Disagreement if every coder's sections were laid down at random on the continuum."""
    every = [section for coder in sections for section in coder]
    unit = np.array([size for _, size, is_unit in every if is_unit], dtype=float)
    gap = np.array([size for _, size, is_unit in every if not is_unit], dtype=float)
    if not len(unit) or len(sections) < 2:
        return float("nan") if len(sections) < 2 else 0.0
    overlaps = (len(unit) - 1) / 3.0 * (2 * unit**3 - 3 * unit**2 + unit)
    room = np.clip(gap[None, :] - unit[:, None] + 1.0, 0.0, None).sum(axis=1)
    total = len(sections) * length
    pairs = total * (total - 1.0) - float((unit * (unit - 1.0)).sum())
    return float(2.0 / length * (overlaps + unit**2 * room).sum() / pairs)
