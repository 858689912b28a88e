"""One row per text: what it is called, what it calls the pair, and what its claims say."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd


def ways(
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
        doc_id, name, year, title_label, body_label (as printed; "(reported)" and the like where
        the author does not assert it), vantage, binding, dividing, ambivalent, unsigned, n, net,
        low, high. The net valence of a text too short to resample is missing.

    Examples
    --------
    >>> documents = pd.DataFrame({"doc_id": ["d"], "name": ["Text"], "year": [2001]})
    >>> balance = pd.DataFrame({"doc_id": ["d"], "binding": [3], "dividing": [1], "ambivalent": [0],
    ...                         "unsigned": [0], "n": [4], "net": [0.5], "low": [0], "high": [1]})
    >>> ways(documents, balance)[["name", "title_label", "binding", "net"]].values.tolist()
    [['Text', '', 3, 0.5]]
    """
    numbers = ["binding", "dividing", "ambivalent", "unsigned", "n", "net", "low", "high"]
    known = [c for c in ("doc_id", "name", "year", "too_short", "vantage") if c in documents]
    table = documents[known].merge(balance[["doc_id", *numbers]], on="doc_id", how="left")
    counts = numbers[:5]
    table[counts] = table[counts].fillna(0).astype(int)
    words = pd.DataFrame({"doc_id": table["doc_id"], "title_label": "", "body_label": ""})
    if labels is not None:
        shown = labels.assign(title_label=labels["title_literal"], body_label=_body(labels))
        words = shown[["doc_id", "title_label", "body_label"]]
    table = table.merge(words, on="doc_id", how="left")
    table[["title_label", "body_label"]] = table[["title_label", "body_label"]].fillna("")
    if "too_short" in table:
        short = table["too_short"].astype("boolean").fillna(False)
        table.loc[short, ["net", "low", "high"]] = float("nan")
    codes = table["vantage"] if "vantage" in table else pd.Series("", index=table.index)
    table["vantage"] = codes.map(lambda code: (vantage or {}).get(code, code))
    order = ["doc_id", "name", "year", "title_label", "body_label", "vantage", *numbers]
    return table[order]


def _body(labels: pd.DataFrame) -> list[str]:
    """The body label as printed, with why it does not count as the author's own, if so."""
    return [
        literal if not literal or use in ("asserted", "") else f"{literal} ({use})"
        for literal, use in zip(labels["body_literal"], labels["body_use"], strict=True)
    ]
