"""What stands out between texts: signs that flip, and verdicts against counts."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd


def ways_apart(chosen: Mapping[str, pd.DataFrame]) -> list[str]:
    """Name the ways of counting that count different claims.

    Question: can this corpus tell an author's own voice from all voices, or is it all one?

    Parameters
    ----------
    chosen : mapping of name to DataFrame
        The claims that each way counts: claim_id.

    Returns
    -------
    list of str
        Without those that count the same claims as one before them, or none.

    Examples
    --------
    >>> all_, own = pd.DataFrame({"claim_id": ["a", "b"]}), pd.DataFrame({"claim_id": ["a"]})
    >>> ways_apart({"all": all_, "own": own, "verdicts": all_})
    ['all', 'own']
    """
    seen: dict[frozenset[str], str] = {}
    for name, claims in chosen.items():
        seen.setdefault(frozenset(claims["claim_id"]), name)
    return [name for ids, name in seen.items() if ids]


def flips(table: pd.DataFrame, *, by: str = "doc_id", value: str = "net") -> list[str]:
    """List what is positive in one row and negative in another.

    Question: where does the direction depend on how one counts, or on which text one reads?

    Parameters
    ----------
    table : DataFrame
        The columns ``by`` and ``value``; missing values are left out.

    Returns
    -------
    list
        Values of ``by`` with both signs, in the order of the table.

    Examples
    --------
    >>> flips(pd.DataFrame({"doc_id": list("aabb"), "net": [0.2, -0.1, 0.3, 0.0]}))
    ['a']
    """
    known = table[[by, value]].dropna()
    ends = known.groupby(by, sort=False)[value].agg(["min", "max"])
    return list(ends.index[(ends["min"] < 0) & (ends["max"] > 0)])


def verdict_against_count(
    documents: pd.DataFrame, balance: pd.DataFrame, signs: Mapping[str, int]
) -> pd.DataFrame:
    """Find the texts whose overall verdict and whose claims point in different directions.

    Parameters
    ----------
    documents : DataFrame
        doc_id, verdict (code), and too_short where given (such texts are left out).
    balance : DataFrame
        What `frameline.measures.balance.net_valence` gives.
    signs : mapping
        Code of the verdict to 1 (close), -1 (distant) or 0.

    Returns
    -------
    DataFrame
        The rows of ``balance`` whose net valence has the other sign than the verdict, with the
        column verdict.

    Examples
    --------
    >>> documents = pd.DataFrame({"doc_id": ["a", "b"], "verdict": ["fragile", "durable"]})
    >>> balance = pd.DataFrame({"doc_id": ["a", "b"], "net": [0.2, 0.5]})
    >>> verdict_against_count(documents, balance, {"fragile": -1, "durable": 1})["doc_id"].tolist()
    ['a']
    """
    kept = documents
    if "too_short" in documents:
        kept = documents[~documents["too_short"].astype("boolean").fillna(False)]
    table = balance.merge(kept[["doc_id", "verdict"]], on="doc_id")
    sign = table["verdict"].map(lambda code: signs.get(code, 0)).astype(float)
    return table[sign * table["net"] < 0].reset_index(drop=True)
