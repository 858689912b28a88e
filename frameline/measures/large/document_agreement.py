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

from frameline.measures.agreement_blocks import agreement_blocks, drawn_weights, limits
from frameline.measures.coefficients import alpha_by_block, alpha_from_counts
from frameline.measures.large.lazy import collected, lazy
from frameline.measures.large.packing import slots, unpacked, word_names
from frameline.measures.large.patterns import SIZES, patterns
from frameline.measures.noise_twin import Tossed, twin_of_kinds, twin_range
from frameline.measures.verdicts import FLOOR, NOT_MEASURED, verdict


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


def twin_of_codings(
    table: Any,
    codes: Sequence[str],
    coders: Sequence[str],
    *,
    code: str,
    unit: str,
    coder: str = "coder",
    level: str = "nominal",
    tosses: int = 500,
    seed: int,
) -> Tossed:
    """What would the same coders reach by tossing coins, however many claims they coded?

    Question: how much agreement comes from habits alone?

    Parameters
    ----------
    table : table with `unit`, `coder` and `code` (text, one code a row)
    codes, coders : the codes, and those who gave them
    code, unit, coder : str
        Columns.
    level : {"nominal", "ordinal"}
    tosses, seed : int

    Returns
    -------
    Tossed; see :func:`frameline.measures.noise_twin.twin_of_kinds`.

    Examples
    --------
    >>> table = pd.DataFrame({"claim_id": [*range(400), *range(400)], "coder": ["a"] * 400
    ...                       + ["b"] * 400, "frame": ["x", "y"] * 400})
    >>> tossed = twin_of_codings(table, ["x", "y"], ["a", "b"], code="frame", unit="claim_id",
    ...                          seed=1)
    >>> bool(abs(tossed.alpha.mean()) < 0.02)
    True
    """
    kept = lazy(table).filter(nw.col(code).fill_null("").is_in(list(codes)))
    read = patterns(kept, list(coders), code=coder, unit=unit)
    given = collected(kept.group_by(coder, code).agg(nw.len().alias("n")), [coder, code], ["n"])
    wide = given.pivot_table(index=coder, columns=code, values="n", aggfunc="sum", fill_value=0)
    counts = wide.reindex(index=list(coders), columns=list(codes), fill_value=0).to_numpy(float)
    shares = counts / np.maximum(1.0, counts.sum(axis=1, keepdims=True))
    kinds = read[list(coders)].to_numpy() > 0
    return twin_of_kinds(
        kinds, read["n"].to_numpy(), shares, list(codes), level, tosses=tosses, seed=seed
    )


def alpha_of_documents(
    found: pd.DataFrame,
    *,
    level: str = "nominal",
    draws: int = 1000,
    seed: int,
    document: str = "doc_id",
    floor: float = FLOOR,
    tossed: Tossed | None = None,
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
    tossed : Tossed, optional
        From :func:`twin_of_codings`; without it the verdict asks only for more than zero.

    Returns
    -------
    dict: n_units (coded twice or more), documents (that have any), alpha, low, high (95 %),
    p_below, simple (share on which all coders agree), modal_code, modal_share, drawn, reason,
    rarer (readings with another code than the commonest), twin, twin_low, twin_high, simple_twin,
    verdict (see :func:`frameline.measures.verdicts.verdict`).

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
        numbers = ("alpha", "low", "high", "p_below", "simple", "modal_share", "rarer", "twin",
                   "twin_low", "twin_high", "simple_twin")  # fmt: skip
        nothing = {"modal_code": "", "drawn": "", "reason": "no claim was coded by two coders",
                   "verdict": NOT_MEASURED}  # fmt: skip
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
    twin = twin_range(tossed.alpha) if tossed is not None else (np.nan,) * 3
    simple = twin_range(tossed.simple)[0] if tossed is not None else np.nan
    rarer = int(n - given.max())
    row |= {
        "rarer": rarer, "twin": twin[0], "twin_low": twin[1], "twin_high": twin[2],
        "simple_twin": simple, "verdict": verdict(ends.low, twin[2], rarer, floor=floor),
    }  # fmt: skip
    return row | {
        "alpha": value, "low": ends.low, "high": ends.high, "p_below": ends.p_below,
        "simple": float(alike.mean()), "modal_code": str(given.idxmax()),
        "modal_share": float(given.max() / n), "drawn": blocks.kind,
        "reason": "no variation: one code only" if np.isnan(value) else ends.reason,
    }  # fmt: skip
