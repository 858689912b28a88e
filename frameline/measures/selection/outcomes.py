"""What a text concludes: its verdict, and how lasting it finds the tie. Two things, told apart.

Texts with different verdicts may stand on one step of the scale, and texts of one verdict on
different steps; so both are counted, and a shared step is said.
"""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from frameline.measures.selection.names import studies


def outcomes(
    documents: pd.DataFrame,
    *,
    by: str = "author_group",
    signs: Mapping[str, float] | None = None,
) -> pd.DataFrame:
    """Set verdict and durability of each text side by side.

    Question: what does each text conclude, and how lasting is the tie in its view?

    Parameters
    ----------
    documents : DataFrame
        doc_id, in date order; verdict, durability, too_short, and the column ``by`` where known.
    by : str
    signs : mapping of verdict to sign, optional

    Returns
    -------
    DataFrame, one row per text
        [doc_id, study, main, verdict, sign, durability, shares_step]: main: the text that speaks
        for its study (its longest that is not too short, else its first); durability a number;
        shares_step: main texts with another verdict on the same step (list).

    Examples
    --------
    >>> texts = pd.DataFrame({"doc_id": ["a", "b", "c"], "verdict": ["bound", "far", "far"],
    ...                       "durability": ["3", "3", "5"]})
    >>> outcomes(texts)[["durability", "shares_step"]].to_numpy().tolist()
    [[3.0, ['b']], [3.0, ['a']], [5.0, []]]
    """
    table = pd.DataFrame({"doc_id": documents["doc_id"], "study": studies(documents, by=by)})
    table["main"] = _main(documents, table["study"])
    blank = pd.Series("", index=documents.index)
    table["verdict"] = documents.get("verdict", blank).fillna("").astype(str)
    table["sign"] = table["verdict"].map(dict(signs or {})).astype("Float64")
    table["durability"] = pd.to_numeric(documents.get("durability", blank), errors="coerce").astype(
        float
    )
    mains = table[table["main"]]
    table["shares_step"] = [
        mains.loc[
            (mains["durability"] == row.durability) & (mains["verdict"] != row.verdict), "doc_id"
        ].tolist()
        for row in table.itertuples()
    ]
    return table


def _main(documents: pd.DataFrame, study: pd.Series) -> pd.Series:
    """Mark the text that speaks for each study."""
    short = documents.get("too_short", pd.Series(False, index=documents.index))
    words = documents.get("words", pd.Series(0, index=documents.index))
    order = pd.DataFrame({
        "short": short.astype("boolean").fillna(False).astype(bool),
        "words": -pd.to_numeric(words, errors="coerce").fillna(0).astype(float),
    }).sort_values(["short", "words"], kind="stable").index  # fmt: skip
    first = study.loc[order].drop_duplicates().index
    return pd.Series(documents.index.isin(first), index=documents.index)


def distinct_verdicts(table: pd.DataFrame) -> list[str]:
    """List the different verdicts of the texts that speak for their studies.

    Question: how many verdicts are there?

    Parameters
    ----------
    table : DataFrame
        What `outcomes` gives.

    Returns
    -------
    list of str
        In the order of the texts: what a headline counts.

    Examples
    --------
    >>> distinct_verdicts(pd.DataFrame({"main": True, "verdict": ["bound", "far", "far"]}))
    ['bound', 'far']
    """
    said = table.loc[table["main"].astype(bool), "verdict"]
    return [verdict for verdict in dict.fromkeys(said) if verdict]
