"""One row per text: what it is called, what it calls the pair, and what its claims say."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd


def overview(
    documents: pd.DataFrame,
    balance: pd.DataFrame,
    labels: pd.DataFrame | None = None,
    *,
    vantage: Mapping[str, str] | None = None,
) -> pd.DataFrame:
    """Set each text's words for the pair beside the balance of its claims.

    Question: in how many ways do these texts describe the same pair?

    Parameters
    ----------
    documents : DataFrame
        doc_id, name, year, in the order to show; too_short (bool) and vantage where given.
    balance : DataFrame
        What `frameline.measures.balance.net_valence` gives.
    labels : DataFrame, optional
        What `frameline.measures.labels.title_and_body` gives.
    vantage : mapping, optional
        Code of the vantage to the words shown.

    Returns
    -------
    DataFrame
        doc_id, name, year, title_label, body_label (as printed), body_use ("asserted", or why the
        body label does not count as the author's), vantage, binding, dividing, ambivalent,
        unsigned, n, net, low, high. The net valence of a text too short to resample is missing.

    Examples
    --------
    >>> documents = pd.DataFrame({"doc_id": ["d"], "name": ["Text"], "year": [2001]})
    >>> balance = pd.DataFrame({"doc_id": ["d"], "binding": [3], "dividing": [1], "ambivalent": [0],
    ...                         "unsigned": [0], "n": [4], "net": [0.5], "low": [0], "high": [1]})
    >>> overview(documents, balance)[["name", "title_label", "binding", "net"]].values.tolist()
    [['Text', '', 3, 0.5]]
    """
    numbers = ["binding", "dividing", "ambivalent", "unsigned", "n", "net", "low", "high"]
    known = [c for c in ("doc_id", "name", "year", "too_short", "vantage") if c in documents]
    table = documents[known].merge(balance[["doc_id", *numbers]], on="doc_id", how="left")
    counts = numbers[:5]
    table[counts] = table[counts].fillna(0).astype(int)
    columns = ["title_label", "body_label", "body_use"]
    words = pd.DataFrame({"doc_id": table["doc_id"]} | dict.fromkeys(columns, ""))
    if labels is not None:
        words = labels[["doc_id", "title_literal", "body_literal", "body_use"]]
        words = words.set_axis(["doc_id", *columns], axis=1)
    table = table.merge(words, on="doc_id", how="left")
    table[columns] = table[columns].fillna("")
    if "too_short" in table:
        short = table["too_short"].astype("boolean").fillna(False)
        table.loc[short, ["net", "low", "high"]] = float("nan")
    codes = table["vantage"] if "vantage" in table else pd.Series("", index=table.index)
    table["vantage"] = codes.map(lambda code: (vantage or {}).get(code, code))
    order = ["doc_id", "name", "year", *columns, "vantage", *numbers]
    return table[order]
