"""Agreement of coders on millions of claims, with documents drawn for its interval.

What one document says is misread together, so that claims drawn one by one make alpha look surer
than it is. Patterns of codes are counted within documents; documents are then drawn whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import narwhals as nw
import numpy as np
import pandas as pd

from frameline.measures.agreement import FLOOR
from frameline.measures.agreement_blocks import agreement_blocks, drawn_weights, limits
from frameline.measures.coefficients import alpha_by_block, alpha_from_counts
from frameline.measures.large.lazy import collected, lazy
from frameline.measures.large.packing import slots, unpacked, word_names
from frameline.measures.large.patterns import SIZES


def patterns_by_document(
    table: Any, codes: Sequence[str], *, code: str, unit: str, document: str = "doc_id"
) -> pd.DataFrame:
    """Which counts of codes do the units of each document have?

    Question: how did the coders of each document's claims code them?

    Parameters
    ----------
    table : table with `unit`, `document` and `code` (text, one code a row)
        Rows whose code is blank, or not one of `codes`, are left out.
    codes : the codes to count
    code, unit, document : str
        Columns.

    Returns
    -------
    DataFrame [document, a column for each code, n]
        n units of the document have exactly these counts; sorted by document and counts.

    Raises
    ------
    ValueError
        When a unit has more rows than can be counted (2,147,483,647).

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": ["d", "d", "d"], "claim_id": ["c1", "c1", "c2"],
    ...                       "frame": ["A", "B", "A"]})
    >>> patterns_by_document(table, ["A", "B"], code="frame", unit="claim_id").values.tolist()
    [['d', 1, 0, 1], ['d', 1, 1, 1]]
    """
    kept = lazy(table).filter(nw.col(code).fill_null("").is_in(list(codes)))
    for bits in SIZES:
        names = [*word_names(codes, bits), "rows"]
        rows = nw.lit(1, dtype=nw.Int64).alias("rows")
        each = kept.select(unit, document, *slots(code, codes, bits), rows)
        units = each.group_by(unit, document).agg(*(nw.col(name).sum() for name in names))
        counted = units.group_by(document, *names).agg(nw.len().alias("n"))
        found = collected(counted, [document], [*names, "n"])
        counts = unpacked(found[names[:-1]].to_numpy(), codes, bits)
        # a count that outgrew its slot shows in the sum of all slots
        if (counts.sum(axis=1) == found["rows"].to_numpy()).all():
            break
    else:
        raise ValueError(f"one {unit} has too many rows to count their codes")
    whole = pd.DataFrame(counts, columns=list(codes))
    whole.insert(0, document, found[document].to_numpy())
    whole["n"] = found["n"].to_numpy()
    return whole.sort_values([document, *codes], ignore_index=True)


def alpha_of_documents(
    found: pd.DataFrame,
    *,
    level: str = "nominal",
    draws: int = 1000,
    seed: int,
    document: str = "doc_id",
    floor: float = FLOOR,
) -> dict[str, Any]:
    """Can another coder reproduce the codes? Alpha, its interval by drawing documents.

    Question: how far do coders agree, and how sure is that with other documents?

    Parameters
    ----------
    found : DataFrame from :func:`patterns_by_document`; codes in rising order for "ordinal"
    level : {"nominal", "ordinal"}
    draws, seed : int
        Bootstrap draws of documents; of claims where there are fewer than three documents.
    document : str
    floor : float
        Krippendorff's lower mark, for p_below.

    Returns
    -------
    dict: n_units (coded twice or more), documents (that have any), alpha, low, high (95 %),
    p_below, simple (share on which all coders agree), modal_code, modal_share, drawn, reason.

    Examples
    --------
    >>> found = pd.DataFrame({"doc_id": list("abcdef"), "A": [2, 0, 1, 2, 2, 0],
    ...                       "B": [0, 2, 1, 0, 0, 2], "n": 20})
    >>> row = alpha_of_documents(found, draws=200, seed=1)
    >>> row["documents"], row["drawn"], round(row["alpha"], 3), row["simple"].__round__(3)
    (6, 'documents', 0.659, 0.833)
    """
    codes = [name for name in found.columns if name not in (document, "n")]
    twice = found[found[codes].sum(axis=1) >= 2]
    units = twice.loc[twice.index.repeat(twice["n"])].reset_index(drop=True)
    row: dict[str, Any] = {"n_units": len(units), "documents": int(units[document].nunique())}
    if units.empty:
        numbers = ("alpha", "low", "high", "p_below", "simple", "modal_share")
        nothing = {"modal_code": "", "drawn": "", "reason": "no claim was coded by two coders"}
        return row | dict.fromkeys(numbers, np.nan) | nothing
    counts, home = units[codes], units[document].astype("str")
    blocks = agreement_blocks(units.index, pd.DataFrame({"para_group": home, "doc_id": home}))
    draw = np.concatenate(
        [alpha_by_block(counts, blocks.block, w, level) for w in drawn_weights(blocks, draws, seed)]
    )
    given, alike = counts.sum(axis=0), (counts > 0).sum(axis=1) == 1
    n = float(given.sum())
    chance = 1 - float((given * (given - 1)).sum()) / (n * (n - 1))
    value = alpha_from_counts(counts, level)
    ends = limits(
        value, draw, perfect=bool(alike.all()), chance=chance, blocks=blocks.number, floor=floor
    )
    return row | {
        "alpha": value, "low": ends.low, "high": ends.high, "p_below": ends.p_below,
        "simple": float(alike.mean()), "modal_code": str(given.idxmax()),
        "modal_share": float(given.max() / n), "drawn": blocks.kind,
        "reason": "no variation: one code only" if np.isnan(value) else ends.reason,
    }  # fmt: skip
