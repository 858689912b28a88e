"""What a text advises, in short: to whom, by what means, to what end, and one gist for each means.

Everything is counted; a few pieces are shown, and how many are shown is said.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import pandas as pd

from frameline.measures.prevalence import cells
from frameline.measures.selection.gists import SHOWN, shown
from frameline.measures.selection.reasons import leading
from frameline.words.leaning import leans

ADDRESSEE, MEANS, AIM = "addressee", "instrument", "goal"
PARTS = (ADDRESSEE, MEANS, AIM)
"""What a piece of advice is counted by, under the names of their roles."""

MOST, LETTERS = 3, 330
"""At most so many gists, and only as many as so many letters allow."""


def pieces(claims: pd.DataFrame) -> pd.DataFrame:
    """Take the claims that advise; none where a corpus does not tell advice from other claims.

    Examples
    --------
    >>> len(pieces(pd.DataFrame({"advice": [True, False]}))), len(pieces(pd.DataFrame({"x": [1]})))
    (1, 0)
    """
    if "advice" not in claims:
        return claims.head(0)
    return claims[claims["advice"].fillna(False).to_numpy(dtype=bool)]


def advice_counts(
    claims: pd.DataFrame,
    *,
    by: str = "doc_id",
    unnamed: Collection[str] = ("",),
    parts: Sequence[str] = PARTS,
) -> pd.DataFrame:
    """Count the advice of each text by addressee, means and aim.

    Question: whom does each text advise, by what means, to what end?

    Parameters
    ----------
    claims : DataFrame, one row per claim
        advice (bool), the column ``by``, and those of ``parts`` that the corpus has.
    by : str
    unnamed : collection of codes
        Codes that name nothing: listed last.
    parts : list of str

    Returns
    -------
    DataFrame
        [by, part, code, n, of, named]: the commonest first, those that name nothing last; of: all
        pieces of advice of the text. Texts without advice have no row.

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": "t", "advice": True, "addressee": ["N", "N", "S"],
    ...                       "instrument": ["none", "none", "dredge"]})
    >>> advice_counts(table, unnamed=["none"])[["part", "code", "n", "named"]].to_numpy().tolist()
    [['addressee', 'N', 2, True], ['addressee', 'S', 1, True], \
['instrument', 'dredge', 1, True], ['instrument', 'none', 2, False]]
    """
    advice = pieces(claims)
    rows: list[tuple] = []
    for (text,), place in cells(advice, [by]):
        for part in (part for part in parts if part in advice):
            codes = advice[part].iloc[place].astype(object).fillna("").astype(str)
            counts = codes.value_counts(sort=True)
            ranked = sorted(counts.items(), key=lambda item: item[0] in unnamed)
            rows += [(text, part, code, n, len(place), code not in unnamed) for code, n in ranked]
    return pd.DataFrame(rows, columns=[by, "part", "code", "n", "of", "named"])


def advice_aim(
    counts: pd.DataFrame, *, by: str = "doc_id", vague: Collection[str] = ()
) -> pd.DataFrame:
    """Say to what end most of a text's advice goes, or by what means where no end is told.

    Question: what is the advice of each text for?

    Parameters
    ----------
    counts : DataFrame
        What `advice_counts` gives.
    by : str
    vague : collection of codes
        Aims that say nothing to a reader: a text with no other aim is told by its means.

    Returns
    -------
    DataFrame, one row per text with advice
        [by, addressees, part, codes, n, of]: addressees with advice, the commonest first (list);
        the aims (or means) of most pieces, ties included (list), and how many each has.

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": "t", "advice": True, "addressee": ["N", "N"],
    ...                       "instrument": ["hedge", "hedge"], "goal": ["other", "other"]})
    >>> advice_aim(advice_counts(table), vague=["other"]).to_numpy().tolist()
    [['t', ['N'], 'instrument', ['hedge'], 2, 2]]
    """
    rows = []
    for (text,), place in cells(counts, [by]):
        part = counts.iloc[place]
        named = {name: part[(part["part"] == name) & part["named"]] for name in PARTS}
        told = named[AIM][~named[AIM]["code"].isin(list(vague))]
        kind = MEANS if told.empty and len(named[MEANS]) else AIM
        counted = (named[MEANS] if kind == MEANS else told).set_index("code")["n"]
        top = leading(counted)
        most = int(counted.max()) if top else 0
        rows.append((text, named[ADDRESSEE]["code"].tolist(), kind, top, most,
                     int(part["of"].iloc[0])))  # fmt: skip
    return pd.DataFrame(rows, columns=[by, "addressees", "part", "codes", "n", "of"])


def openness(claims: pd.DataFrame, scale: Sequence[str]) -> pd.Series:
    """Rank claims by how openly they are put: 0 the most open.

    Parameters
    ----------
    claims : DataFrame
        explicitness, where coded.
    scale : list of codes
        From the least open to the most open.

    Returns
    -------
    Series of int, index as ``claims``
        All 0 where openness is not coded.

    Examples
    --------
    >>> openness(pd.DataFrame({"explicitness": ["hinted", "said"]}), ["hinted", "said"]).tolist()
    [1, 0]
    """
    if "explicitness" not in claims:
        return pd.Series(0, index=claims.index)
    ranks: Mapping[str, int] = {code: place for place, code in enumerate(reversed(scale))}
    return claims["explicitness"].map(lambda code: ranks.get(code, len(ranks))).astype(int)


def advice_gists(
    claims: pd.DataFrame,
    *,
    by: str = "doc_id",
    scale: Sequence[str] = (),
    most: int = MOST,
    letters: int = LETTERS,
    used: Collection[str] = (),
) -> pd.DataFrame:
    """Choose the pieces of advice that are shown: one for each means, the commonest means first.

    Question: what does each text tell whom to do?

    Parameters
    ----------
    claims : DataFrame, one row per claim
        As for `advice_counts`, with gist; the order of rows is that of reading.
    by : str
    scale : list of codes
        Of explicitness, from the least open to the most open.
    most, letters : int
        At most so many gists of so many letters together; the first is always shown.
    used : collection of claim ids
        Claims that stand elsewhere in the same column.

    Returns
    -------
    DataFrame
        [by, means, addressee, claim_id, gist, anchor, unit_id, of]: gists that stand by
        themselves, then the most openly put, then the earliest come first; once each means has
        one, the rest follow. of: all pieces of advice of the text.

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": "t", "advice": True, "claim_id": list("abc"),
    ...     "instrument": ["dredge", "dredge", "lock"], "gist": ["Dig.", "Dig deep.", "Lock up."],
    ...     "explicitness": ["hinted", "said", "said"]})
    >>> advice_gists(table, scale=["hinted", "said"])["claim_id"].tolist()
    ['b', 'c', 'a']
    """
    advice = pieces(claims)
    rows = []
    for (text,), place in cells(advice, [by]):
        part = advice.iloc[place]
        free = part[~part["claim_id"].isin(list(used)).to_numpy()]
        total = 0
        for number, (_, row) in enumerate(_queued(free, scale).iterrows()):
            total += len(str(row["gist"]))
            if number == most or (number and total > letters):
                break
            named = {"means": row.get(MEANS, ""), ADDRESSEE: row.get(ADDRESSEE, "")}
            rows.append({by: text, **named, **shown(row.to_frame().T), "of": len(part)})
    return pd.DataFrame(rows, columns=[by, "means", ADDRESSEE, *SHOWN, "of"])


def _queued(advice: pd.DataFrame, scale: Sequence[str]) -> pd.DataFrame:
    """The advice of one text in the order in which it would be shown."""
    if advice.empty:
        return advice
    late = advice["gist"].map(lambda gist: bool(leans(str(gist))))
    ranked = advice.assign(late=late, open=openness(advice, scale))
    ranked = ranked.sort_values(["late", "open"], kind="stable")
    blank = pd.Series("", index=ranked.index)
    means = ranked[MEANS].astype(object).fillna("") if MEANS in ranked else blank
    turn = means.groupby(means).cumcount()
    counts = means.map(means.value_counts())
    first = pd.Series(range(len(ranked)), index=ranked.index).groupby(means).transform("min")
    order = pd.DataFrame({"turn": (turn > 0).astype(int), "n": -counts, "first": first})
    return ranked.loc[order.sort_values(["turn", "n", "first"], kind="stable").index]
