"""Shares of yes/no codes: strata by machine code, Wilson limits joined (procedure A).

Documents are sorted afterwards by what the machine says of them; within each such stratum the gold
share stands for all its documents. The limits of the strata, which the finite number of documents
narrows, are joined to one interval in closed form: no draws, no seed.

Sources: Wilson 1927, JASA 22:209-212; Zou & Donner 2008, Statistics in Medicine 27:1693-1702
(joining limits); Franco, Little, Louis & Slud 2019, Journal of Survey Statistics and Methodology
7:334-364 (effective sizes).
"""

from __future__ import annotations

import numpy as np

from frameline.measures.correction.cell import Cell, CorrectionError, Estimate
from frameline.measures.intervals import wilson_limits
from frameline.measures.resampling import Floats

MANY = 0.5
"""Above this share of documents coded by people, limits allow for half a document."""

LEAST = 2
"""A stratum with unknown documents needs so many gold ones."""

_Stratum = tuple[float, Floats]
"""Its documents; what people say of its gold ones."""


def post_stratified(cell: Cell, *, finite: bool = True) -> Estimate:
    """Correct a share.

    Question: what share of the documents has the code, if people had read them all?

    Parameters
    ----------
    cell : Cell
        Gold values are yes/no or fractions.
    finite : bool
        Whether the documents of the cell are all there are; else they stand for more like them.

    Returns
    -------
    Estimate

    Raises
    ------
    CorrectionError
        For a stratum of the draw with fewer than two gold documents of more.

    Notes
    -----
    A class of machine values with fewer than two gold documents is joined with the next one of
    its stratum, which is right because the draw does not know classes.

    Examples
    --------
    >>> from frameline.measures.correction.cell import cell_of
    >>> found = post_stratified(cell_of([0] * 60 + [1] * 40, range(0, 100, 5), [0] * 12 + [1] * 8))
    >>> found.value, [round(end, 3) for end in found.interval()]
    (0.4, [0.289, 0.522])
    """
    held = [stratum for number in range(len(cell.sizes)) for stratum in _joined(cell, number)]
    size = np.array([documents for documents, _ in held])
    n = np.array([len(values) for _, values in held], dtype=float)
    share = np.array([values.mean() for _, values in held])
    effective = n * np.array([_gain(values) for _, values in held])
    known = n >= size
    if finite:
        effective = np.where(known, np.inf, effective / np.where(known, 1, 1 - n / size))
    weights = size / size.sum()
    half = np.where(known | (cell.n / cell.total <= MANY), 0.0, 1 / (2 * size)) * finite
    value = float(weights @ share)

    def limits(z: float) -> tuple[float, float]:
        low, high = wilson_limits(share, effective, z)
        below = weights * (share - np.maximum(low - half, 0))
        above = weights * (np.minimum(high + half, 1) - share)
        return value - float(np.sqrt(below @ below)), value + float(np.sqrt(above @ above))

    return Estimate(value, limits, cell.n, cell.total, cell.raw)


def _joined(cell: Cell, number: int) -> list[_Stratum]:
    """The classes of one stratum of the draw, thin ones joined with the next."""
    mine = cell.stratum == number
    parts = [
        (float(size), cell.gold[mine & (cell.group == place)])
        for place, size in enumerate(cell.sizes[number])
        if size > 0
    ]
    while len(parts) > 1:
        thin = next((i for i, part in enumerate(parts) if _is_thin(part)), None)
        if thin is None:
            return parts
        other = thin + 1 if thin + 1 < len(parts) else thin - 1
        first, second = sorted((thin, other))
        size = parts[first][0] + parts[second][0]
        parts[first : second + 1] = [(size, np.concatenate([parts[first][1], parts[second][1]]))]
    if parts and _is_thin(parts[0]):
        name = cell.names[number] or "the cell"
        raise CorrectionError(f"stratum {name}: {len(parts[0][1])} gold documents; needed: {LEAST}")
    return parts


def _is_thin(part: _Stratum) -> bool:
    size, values = part
    return len(values) < LEAST and len(values) < size


def _gain(values: Floats) -> float:
    """How much less fractions scatter than yes and no would; 1 for yes/no."""
    n, share = len(values), values.mean()
    if n < LEAST:
        return 1.0
    scatter = float(((values - share) ** 2).sum()) * n / (n - 1)
    return max(1.0, float(n * share * (1 - share) + 1) / (scatter + 1))
