"""Which past a text calls up: its events once each, ranges as ranges, with the side they serve.

No event gets a year that the text does not support, and a range is never told by its middle.
"""

from __future__ import annotations

import math
from collections.abc import Collection

import pandas as pd

from frameline.measures.events import NONE, SHOWN, years
from frameline.measures.prevalence import cells
from frameline.measures.selection.reasons import BINDING, DIVIDING, side_marks

YEAR, RANGE, UNDATED = "year", "range", ""
"""How exact the date of an event is: only a year is exact enough for a headline."""

BOTH, NEITHER = "both", ""
"""Sides of a sentence that binds and divides, and of one that does neither."""

FIRST, SIGNED, REST = 0, 1, 2
"""Ranks of events: where history is the reason, in other sentences with a side, elsewhere."""

MOST = 8
"""So many events of a text are shown."""


def sides_of_sentences(claims: pd.DataFrame) -> pd.Series:
    """Say for each sentence which side it serves: one side for one sentence on all pages.

    Parameters
    ----------
    claims : DataFrame
        unit_id, sign.

    Returns
    -------
    Series of str by unit_id
        "binding", "dividing", "both", or "" where no claim of the sentence has a side.

    Examples
    --------
    >>> table = pd.DataFrame({"unit_id": ["a", "a", "b"],
    ...                       "sign": pd.array([1, -1, 1], dtype="Float64")})
    >>> sides_of_sentences(table).to_dict()
    {'a': 'both', 'b': 'binding'}
    """
    marks = side_marks(claims)
    found = {}
    for (unit,), place in cells(claims, ["unit_id"]):
        has = [side for side in (BINDING, DIVIDING) if side in marks and marks[side][place].any()]
        found[unit] = BOTH if len(has) == 2 else has[0] if has else NEITHER
    return pd.Series(found, dtype=object)


def events_named(
    events: pd.DataFrame,
    documents: pd.DataFrame,
    claims: pd.DataFrame,
    *,
    history: Collection[str] = (),
    of: str = "frame",
    by: str = "doc_id",
    bases: Collection[str] = SHOWN,
) -> pd.DataFrame:
    """Sum up each event that a text names: once, with its mentions, its date and its side.

    Question: which events does each text call up, and on which side?

    Parameters
    ----------
    events : DataFrame, one row per mention
        doc_id, unit_id, name, year (EDTF or blank), basis where known; the column ``by``.
    documents : DataFrame
        doc_id and year (of the text).
    claims : DataFrame
        unit_id, sign, and the column ``of``.
    history : collection of codes
        Reasons that argue from the past.
    of, by : str
    bases : collection of str
        Bases of a year that may be shown; on others the event has no year.

    Returns
    -------
    DataFrame, one row per text and event, in order of mention
        [by, name, date, low, high, exact, mentions, signed, side, rank, before, unit_id]: date is
        the first that the text gives (EDTF), low and high its years; exact "year", "range"
        (decade, century, from-to) or "" (undated); mentions, and those in sentences with a side;
        side "binding", "dividing", "both" or ""; rank 0 (in a sentence that argues to one side
        from history), 1 (in another sentence with a side), 2; before: begun before the year of
        the text, on whatever basis; unit_id of the mention that counted for the rank.

    Examples
    --------
    >>> events = pd.DataFrame({"doc_id": "t", "unit_id": ["a", "b"], "name": "war",
    ...                        "year": ["", "17XX/18XX"]})
    >>> claims = pd.DataFrame({"unit_id": ["a"], "frame": ["old"],
    ...                        "sign": pd.array([-1], dtype="Float64")})
    >>> texts = pd.DataFrame({"doc_id": ["t"], "year": [2015]})
    >>> row = events_named(events, texts, claims, history=["old"]).iloc[0]
    >>> float(row["low"]), float(row["high"]), row["exact"], row["side"], int(row["rank"])
    (1700.0, 1899.0, 'range', 'dividing', 0)
    """
    side = sides_of_sentences(claims)
    named = claims[of].fillna("").map(lambda cell: bool(set(str(cell).split(";")) & set(history)))
    argued = sides_of_sentences(claims[named.to_numpy(dtype=bool)])
    old = set(argued.index[argued.isin([BINDING, DIVIDING])])
    table = events.assign(side=side.reindex(events["unit_id"]).fillna(NEITHER).to_numpy())
    table["rank"] = [
        FIRST if unit in old else SIGNED if side else REST
        for unit, side in zip(table["unit_id"], table["side"], strict=True)
    ]
    basis = events["basis"].replace("", NONE) if "basis" in events else None
    shown = events["year"].fillna("").astype(str)
    table["date"] = shown if basis is None else shown.where(basis.isin(list(bases)), "")
    published = dict(zip(documents["doc_id"], documents["year"], strict=True))
    rows = [
        _event(text, table.iloc[place], published, name)
        for (text, name), place in cells(table, [by, "name"])
    ]
    columns = [
        by, "name", "date", "low", "high", "exact", "mentions", "signed", "side", "rank",
        "before", "unit_id",
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def _event(text: str, mentions: pd.DataFrame, published: dict, name: str) -> tuple:
    """One row of `events_named`."""
    date = next((date for date in mentions["date"] if date), "")
    low, _, high = years(date)
    exact = UNDATED if not date else YEAR if low == high else RANGE
    sides = {side for side in mentions["side"] if side}
    side = BOTH if len(sides) > 1 else next(iter(sides), NEITHER)
    first = mentions.iloc[int(mentions["rank"].argmin())]
    known = [years(str(year))[0] for year in mentions["year"].fillna("")]
    before = not any(year >= published[first["doc_id"]] for year in known)
    signed = int((mentions["side"] != NEITHER).sum())
    return (text, name, date, low, high, exact, len(mentions), signed, side, int(first["rank"]),
            before, first["unit_id"])  # fmt: skip


def past(named: pd.DataFrame, *, by: str = "doc_id", most: int = MOST) -> pd.DataFrame:
    """Choose the past events of each text that are shown.

    Question: which past does each text call up?

    Parameters
    ----------
    named : DataFrame
        What `events_named` gives.
    by : str
    most : int

    Returns
    -------
    DataFrame
        The columns of ``named``, and further (events of that past that are not shown) and of (all
        mentions of events in the text). Events before the year of the text: first those of
        sentences that argue from history, then of other sentences with a side, then the rest; in
        each the dated first. Those chosen stand in order of date, the undated last, in order of
        mention.

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": "t", "name": list("abc"), "low": [1990.0, None, 1941.0],
    ...                       "high": [1999.0, None, 1941.0], "rank": [1, 0, 2], "before": True,
    ...                       "mentions": 1})
    >>> past(table, most=2)[["name", "further", "of"]].to_numpy().tolist()
    [['a', 1, 3], ['b', 1, 3]]
    """
    parts = []
    for _, place in cells(named, [by]):
        text = named.iloc[place]
        old = text[text["before"].astype(bool)]
        old = old.sort_values(["low", "high"], kind="stable", na_position="last")
        chosen = old.sort_values("rank", kind="stable").head(most)
        chosen = chosen.sort_index().sort_values(["low", "high"], kind="stable", na_position="last")
        parts.append(chosen.assign(further=len(old) - len(chosen), of=int(text["mentions"].sum())))
    columns = [*named.columns, "further", "of"]
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=columns)


def farthest(named: pd.DataFrame, documents: pd.DataFrame, *, by: str = "doc_id") -> pd.DataFrame:
    """Say how far back each text reaches, by exact years and by ranges apart.

    Question: how old is the past that a text argues from?

    Parameters
    ----------
    named : DataFrame
        What `events_named` gives.
    documents : DataFrame
        doc_id, or the column ``by``, and year.
    by : str

    Returns
    -------
    DataFrame, one row per text with a dated event
        [by, name, year, reach, range_name, range_low, range_high, reach_low, reach_high]: the
        earliest event with an exact year, which alone a headline may use, and how many years
        before the text; the earliest range with its ends, and the least and most years before the
        text. Missing where there is none.

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": "t", "name": ["wars", "invasion"], "low": [1700.0, 1941.0],
    ...                       "high": [1899.0, 1941.0], "exact": ["range", "year"]})
    >>> texts = pd.DataFrame({"doc_id": ["t"], "year": [2015]})
    >>> farthest(table, texts)[["name", "reach", "reach_low", "reach_high"]].to_numpy().tolist()
    [['invasion', 74.0, 116.0, 315.0]]
    """
    column = by if by in documents else "doc_id"
    published = documents.groupby(column, sort=False)["year"].max()
    rows = []
    for (text,), place in cells(named[named["exact"] != UNDATED], [by]):
        dated = named[named["exact"] != UNDATED].iloc[place]
        year = float(published[text])
        sure, loose = (_earliest(dated[dated["exact"] == kind]) for kind in (YEAR, RANGE))
        rows.append((text, sure[0], sure[1], year - sure[1], *loose, year - loose[2],
                     year - loose[1]))  # fmt: skip
    columns = [by, "name", "year", "reach", "range_name", "range_low", "range_high", "reach_low",
               "reach_high"]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def _earliest(events: pd.DataFrame) -> tuple[str, float, float]:
    if events.empty:
        return "", math.nan, math.nan
    row = events.sort_values("low", kind="stable").iloc[0]
    return str(row["name"]), float(row["low"]), float(row["high"])
