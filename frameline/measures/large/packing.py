"""Many small counts in few whole numbers: a slot of some bits for each code.

Engines group and add one column far faster than one for each code, and none of them needs to
know how to pivot. A count fits its slot as long as no group has more rows than a slot can hold;
`room` says how many that is, and whoever packs must look.
"""

from __future__ import annotations

from collections.abc import Sequence

import narwhals as nw
import numpy as np
import numpy.typing as npt

#: Bits of a word that are used: the sign and one more stay free.
BITS = 62
Whole = npt.NDArray[np.int64]


def words(codes: Sequence[str], bits: int) -> list[list[str]]:
    """Deal the codes out to words of as many slots as fit.

    Examples
    --------
    >>> words(["a", "b", "c"], 31)
    [['a', 'b'], ['c']]
    """
    each = BITS // bits
    return [list(codes[i : i + each]) for i in range(0, len(codes), each)]


def word_names(codes: Sequence[str], bits: int) -> list[str]:
    """Name the columns that hold the words.

    Examples
    --------
    >>> word_names(["a", "b", "c"], 31)
    ['word_0', 'word_1']
    """
    return [f"word_{number}" for number in range(len(words(codes, bits)))]


def room(bits: int) -> int:
    """How many rows one slot can count.

    Examples
    --------
    >>> room(15)
    32767
    """
    return (1 << bits) - 1


def slots(column: str, codes: Sequence[str], bits: int) -> list[nw.Expr]:
    """Write for each word what one row adds to it: 1 in the slot of its code, 0 elsewhere.

    Parameters
    ----------
    column
        Column of codes; must hold no missing values.
    codes
        The codes; a row with any other adds nothing.
    bits
        Size of a slot.

    Returns
    -------
    list of narwhals expressions, named as `word_names` does
    """
    found = []
    for name, mine in zip(word_names(codes, bits), words(codes, bits), strict=True):
        value: nw.Expr = nw.lit(0, dtype=nw.Int64)
        for place, code in enumerate(mine):
            added = nw.lit(1 << (bits * place), dtype=nw.Int64)
            value = nw.when(nw.col(column) == code).then(added).otherwise(value)
        found.append(value.alias(name))
    return found


def unpacked(packed: npt.ArrayLike, codes: Sequence[str], bits: int) -> Whole:
    """Read the counts back: rows x words to rows x codes.

    Examples
    --------
    >>> unpacked([[(3 << 31) + 1, 2]], ["a", "b", "c"], 31).tolist()
    [[1, 3, 2]]
    """
    table = np.asarray(packed, dtype=np.int64).reshape(-1, len(words(codes, bits)))
    columns = [
        (table[:, word] >> (bits * place)) & room(bits)
        for word, mine in enumerate(words(codes, bits))
        for place in range(len(mine))
    ]
    return np.stack(columns, axis=1) if columns else np.zeros((len(table), 0), dtype=np.int64)
