"""Whose voice speaks in a text, and what the others say."""

from __future__ import annotations

import pandas as pd

from frameline.measures.prevalence import cells
from frameline.measures.selection.gists import SHOWN, Preference, in_order, of_others

OWN = ""
"""The voice of the author's own claims, in a table of voices."""


def voices(claims: pd.DataFrame, *, by: str = "doc_id") -> pd.DataFrame:
    """Count the claims of each text by who speaks.

    Question: whose voice is heard in each text?

    Parameters
    ----------
    claims : DataFrame, one row per claim
        The column ``by``, voice, own (bool).
    by : str

    Returns
    -------
    DataFrame
        [by, voice, own, n, of]: the author's own voices as one row (voice ""), then the others,
        the commonest first.

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": "t", "voice": ["writer", "quoted"], "own": [True, False]})
    >>> voices(table).to_numpy().tolist()
    [['t', '', True, 1, 2], ['t', 'quoted', False, 1, 2]]
    """
    rows: list[tuple] = []
    for (text,), place in cells(claims, [by]):
        part = claims.iloc[place]
        own = ~of_others(part)
        others = part.loc[~own, "voice"].value_counts()
        rows.append((text, OWN, True, int(own.sum()), len(part)))
        rows += [(text, voice, False, int(n), len(part)) for voice, n in others.items()]
    return pd.DataFrame(rows, columns=[by, "voice", "own", "n", "of"])


def stances(claims: pd.DataFrame, *, by: str = "doc_id") -> pd.DataFrame:
    """Count how a text takes what others say: the stance of the claims that are not its own.

    Question: does the author adopt the voices that are quoted?

    Parameters
    ----------
    claims : DataFrame, one row per claim
        The column ``by``, own (bool), stance.
    by : str

    Returns
    -------
    DataFrame
        [by, stance, n], the commonest first; texts without other voices have no row.

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": "t", "stance": ["own", "neutral"], "own": [True, False]})
    >>> stances(table).to_numpy().tolist()
    [['t', 'neutral', 1]]
    """
    rows: list[tuple] = []
    others = claims[of_others(claims).to_numpy()]
    for (text,), place in cells(others, [by]):
        counts = others["stance"].iloc[place].value_counts()
        rows += [(text, stance, int(n)) for stance, n in counts.items()]
    return pd.DataFrame(rows, columns=[by, "stance", "n"])


def said_by_others(
    claims: pd.DataFrame,
    preference: Preference | None = None,
    *,
    by: str = "doc_id",
    most: int | None = None,
) -> pd.DataFrame:
    """List what other voices say in a text, one gist for each voice and side first.

    Question: what do those say whom the text lets speak?

    Parameters
    ----------
    claims : DataFrame, one row per claim
        The column ``by``, own, voice, gist; sign and stance where coded.
    preference : Preference, optional
    by : str
    most : int, optional
        At most so many of a text; else all.

    Returns
    -------
    DataFrame
        [by, voice, stance, sign, claim_id, gist, anchor, unit_id, of]: for each voice one that
        binds and one that divides, then the rest; of: all claims of other voices in the text.

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": "t", "claim_id": ["a", "b"], "voice": ["x", "quoted"],
    ...                       "own": [True, False], "gist": ["Ours.", "Theirs."]})
    >>> said_by_others(table)["gist"].tolist()
    ['Theirs.']
    """
    others = claims[of_others(claims).to_numpy()]
    others = others.reindex(
        columns=list(dict.fromkeys([*others.columns, "voice", "stance", "sign", *SHOWN]))
    )
    parts = []
    for _, place in cells(others, [by]):
        best = in_order(others.iloc[place], preference)
        again = best.duplicated(["voice", "sign"]).to_numpy()
        queue = pd.concat([best[~again], best[again]]).assign(of=len(best))
        parts.append(queue if most is None else queue.head(most))
    table = pd.concat(parts, ignore_index=True) if parts else others.assign(of=0)
    return table.reindex(columns=[by, "voice", "voice", "stance", "sign", *SHOWN, "of"])
