"""What a text does with a reason, and whether that changes from text to text.

A reason is a *bond* where it operates and binds, a *divider* where it operates and divides,
*denied* where the text says that it does not work (as a bond or as a divider), a *lever* where it
stands in advice, *asked* in a question, *noted* where it pulls neither way, and else *absent*.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import numpy as np
import pandas as pd

from frameline.measures.direction import A_TO_B, B_TO_A, DIRECTIONS, MUTUAL, directions
from frameline.measures.prevalence import cells, codes_of, incidence
from frameline.measures.resampling import claim_signs
from frameline.measures.selection.gists import SHOWN, Preference, in_order, of_others, shown

BOND, DIVIDER, DENIED, LEVER, ASKED, NOTED, ABSENT = (
    "bond", "divider", "denied", "lever", "asked", "noted", "absent",
)  # fmt: skip
USES = (BOND, DIVIDER, LEVER, DENIED, ASKED, NOTED)
"""What a text may do with a reason, in the order of the page."""

TOLD = (BOND, DIVIDER, LEVER, DENIED)
"""Uses that make a reason mean something: with none of them it is asked, noted or absent."""

FACTOR, LEAST = 0.5, 2
"""A use leads beside the commonest with at least so large a part of its claims, and so many."""


def levers_by_name(reasons: Mapping[str, str], instruments: Mapping[str, str]) -> dict[str, str]:
    """Find the instruments that are called what a reason is called.

    Parameters
    ----------
    reasons, instruments : mapping of code to words
        The words of each code.

    Returns
    -------
    dict instrument -> reason

    Examples
    --------
    >>> levers_by_name({"SAN": "Sanctions", "ECO": "Economy"}, {"penalties": "sanctions", "x": "X"})
    {'penalties': 'SAN'}
    """
    named = {words.casefold(): code for code, words in reasons.items()}
    return {code: named[words.casefold()] for code, words in instruments.items()
            if words.casefold() in named}  # fmt: skip


def uses(claims: pd.DataFrame, *, denied: Collection[str] = ()) -> pd.Series:
    """Say what each claim does with its reason.

    Parameters
    ----------
    claims : DataFrame, one row per claim
        sign; mechanism, advice, question where coded.
    denied : collection of codes
        Mechanisms that say a reason does not work.

    Returns
    -------
    Series of str, index as ``claims``

    Examples
    --------
    >>> table = pd.DataFrame({"sign": pd.array([1, -1, 1, None], dtype="Float64"),
    ...                       "mechanism": ["works", "works", "fails", "works"]})
    >>> uses(table, denied=["fails"]).tolist()
    ['bond', 'divider', 'denied', 'noted']
    """
    signs = claim_signs(claims) if "sign" in claims else np.full(len(claims), np.nan)
    flag = {name: claims[name].fillna(False).to_numpy(dtype=bool) if name in claims
            else np.zeros(len(claims), dtype=bool) for name in ("question", "advice")}  # fmt: skip
    refused = np.zeros(len(claims), dtype=bool)
    if "mechanism" in claims:
        refused = claims["mechanism"].isin(list(denied)).to_numpy() & (np.abs(signs) == 1)
    said = np.select(
        [flag["question"], flag["advice"], refused, signs > 0, signs < 0],
        [ASKED, LEVER, DENIED, BOND, DIVIDER],
        default=NOTED,
    )
    return pd.Series(said, index=claims.index, dtype=object)


def reason_uses(
    claims: pd.DataFrame,
    preference: Preference | None = None,
    *,
    of: str = "frame",
    by: str = "doc_id",
    denied: Collection[str] = (),
    levers: Mapping[str, str] | None = None,
    skip: Collection[str] = (),
    order: Sequence[str] = (),
) -> pd.DataFrame:
    """Count what each text does with each reason, and show the claim that stands for each use.

    Question: is this reason a bond, a divider, a lever, denied, asked or absent in each text?

    Parameters
    ----------
    claims : DataFrame, one row per claim, questions among them
        The columns ``of`` and ``by``, and those of `uses`; instrument where coded.
    preference : Preference, optional
    of, by : str
    denied : collection of codes
        Mechanisms that say a reason does not work.
    levers : mapping of instrument to reason, optional
        Advice with such an instrument uses the reason as a lever, whatever its own reason is.
    skip : collection of codes
        Codes that are no reason.
    order : list of codes

    Returns
    -------
    DataFrame
        [by, code, use, n, leads, denied_as, claim_id, gist, anchor, unit_id]: every text and
        reason that any text names; "absent" with n 0 where a text does not; leads: the commonest
        uses that say something (see `TOLD`), and any with at least 2 claims and half as many;
        where there is none, the commonest other. denied_as: "bond" or "divider" or "both", what a
        denied reason is said not to be.

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": ["a", "b"], "frame": ["x", "x"], "claim_id": ["1", "2"],
    ...     "gist": ["Arms help.", "Stop arms."], "advice": [False, True],
    ...     "sign": pd.array([1, None], dtype="Float64")})
    >>> reason_uses(table)[["doc_id", "code", "use", "n"]].to_numpy().tolist()
    [['a', 'x', 'bond', 1], ['b', 'x', 'lever', 1]]
    """
    codes = [*order, *(code for code in codes_of(claims[of]) if code not in order)]
    codes = [code for code in codes if code not in skip]
    has, _ = incidence(claims[of].to_numpy(dtype=object), codes)
    use = uses(claims, denied=denied)
    has = _with_instruments(claims, has > 0, use, codes, levers or {})
    rows: list[dict] = []
    for code in np.flatnonzero(has.any(axis=0)):
        for (text,), place in cells(claims, [by]):
            kept = place[has[place, code]]
            counts = use.iloc[kept].value_counts()
            head = {by: text, "code": codes[code]}
            rows += [
                {**head, "use": name, "n": int(counts[name]), "leads": name in _leading(counts),
                 **_best(claims.iloc[kept[(use.iloc[kept] == name).to_numpy()]], name, preference)}
                for name in USES if name in counts
            ] or [{**head, "use": ABSENT, "n": 0, "leads": True, "denied_as": "",
                   **dict.fromkeys(SHOWN, "")}]  # fmt: skip
    return pd.DataFrame(rows, columns=[by, "code", "use", "n", "leads", "denied_as", *SHOWN])


def _with_instruments(
    claims: pd.DataFrame,
    has: np.ndarray,
    use: pd.Series,
    codes: Sequence[str],
    levers: Mapping[str, str],
) -> np.ndarray:
    """Which claim uses which reason, advice with an instrument of its name among them."""
    if "instrument" not in claims or not levers:
        return has
    pulled = claims["instrument"].map(dict(levers)).where(use == LEVER)
    return has | np.array([(pulled == code).to_numpy() for code in codes]).T


def _leading(counts: pd.Series) -> set[str]:
    """The uses that lead: the commonest, and any with 2 claims and half as many."""
    told = counts[counts.index.isin(TOLD)]
    kept = told if len(told) else counts
    most = kept.max() if len(kept) else 0
    enough = (kept == most) | ((kept >= LEAST) & (kept >= FACTOR * most))
    return {str(name) for name in kept.index[enough]}


def _best(claims: pd.DataFrame, use: str, preference: Preference | None) -> dict[str, str]:
    """What a denied reason is denied as, and the claim that stands for a use."""
    side = ""
    if use == DENIED:
        signs = set(claim_signs(claims))  # only what has a sign is denied
        side = "both" if len(signs) > 1 else DIVIDER if 1.0 in signs else BOND
    if "gist" not in claims:
        return {"denied_as": side, **dict.fromkeys(SHOWN, "")}
    best = in_order(claims.assign(others=of_others(claims)), preference, first=["others"])
    return {"denied_as": side, **shown(best)}


def changes(table: pd.DataFrame, *, by: str = "doc_id") -> pd.DataFrame:
    """Tell which reasons change sides or meaning from text to text.

    Question: which reasons mean different things in different texts?

    Parameters
    ----------
    table : DataFrame
        What `reason_uses` gives.
    by : str

    Returns
    -------
    DataFrame, one row per reason, those that change most first
        [code, uses, meanings, sides, changes, n]: the leading uses in each text (dict); how many
        different sets of leading uses there are among texts that have the reason; whether it
        leads as a bond in one text and as a divider in another; changes: more than one meaning, or
        absent somewhere; claims with it.

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": ["a", "b"], "code": "x", "use": ["bond", "divider"],
    ...                       "n": [2, 3], "leads": True})
    >>> row = changes(table).iloc[0]
    >>> row["uses"], int(row["meanings"]), bool(row["sides"])
    ({'a': ['bond'], 'b': ['divider']}, 2, True)
    """
    rows = []
    for (code,), place in cells(table, ["code"]):
        part = table.iloc[place]
        lead = part[part["leads"].astype(bool)]
        by_text = {str(text[0]): lead["use"].iloc[rows_].tolist()
                   for text, rows_ in cells(lead, [by])}  # fmt: skip
        sets = {frozenset(used) for used in by_text.values() if used != [ABSENT]}
        alone = [used for used in sets if len(used & {BOND, DIVIDER}) == 1]
        sides = {name for used in alone for name in used & {BOND, DIVIDER}}
        absent = any(used == [ABSENT] for used in by_text.values())
        rows.append((code, by_text, len(sets), len(sides) == 2, len(sets) > 1 or absent,
                     int(part["n"].sum())))  # fmt: skip
    columns = ["code", "uses", "meanings", "sides", "changes", "n"]
    found = pd.DataFrame(rows, columns=columns)
    order = found.sort_values(["sides", "meanings", "n"], ascending=False, kind="stable").index
    return found.loc[order].reset_index(drop=True)


def who_acts(
    claims: pd.DataFrame,
    *,
    of: str = "frame",
    by: str = "doc_id",
    codes: Sequence[str] = DIRECTIONS,
    skip: Collection[str] = (),
) -> pd.DataFrame:
    """Cross direction with reason: who arms, supplies, needs or harms whom in each text.

    Question: who acts on whom, over which reason, and does it turn round?

    Parameters
    ----------
    claims : DataFrame, one row per claim
        The columns ``of`` and ``by``, direction.
    of, by : str
    codes : list of str
        As in `frameline.measures.direction.directions`.
    skip : collection of codes
        Codes that are no reason.

    Returns
    -------
    DataFrame
        [by, code, A>B, B>A, mutual, n, leads]: claims of each direction (under ``codes``), their
        sum, and the directions that lead (list): the commonest, and any with at least 2 claims
        and half as many. Reasons without a direction have no row.

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": "t", "frame": "x",
    ...                       "direction": ["A>B", "A>B", "B>A", "B>A", "mutual"]})
    >>> who_acts(table).to_numpy().tolist()
    [['t', 'x', 2, 2, 1, 5, ['A>B', 'B>A']]]
    """
    listed = claims.assign(code=claims[of].fillna("").astype(str).str.split(";"))
    table = directions(listed.explode("code"), by=[by, "code"], codes=codes)
    kept = list(codes[:3])
    table = table[~table["code"].isin([*skip, ""]) & (table[kept].sum(axis=1) > 0)]
    table = table.assign(n=table[kept].sum(axis=1))
    table["leads"] = [_commonest(pd.Series(row, index=kept)) for row in table[kept].to_numpy()]
    return table[[by, "code", *kept, "n", "leads"]].reset_index(drop=True)


def _commonest(counts: pd.Series) -> list[str]:
    most = counts.max()
    enough = (counts == most) | ((counts >= LEAST) & (counts >= FACTOR * most))
    return [str(name) for name in counts.index[enough & (counts > 0)]]


def turned_round(
    table: pd.DataFrame, *, by: str = "doc_id", codes: Sequence[str] = (A_TO_B, B_TO_A, MUTUAL)
) -> list[str]:
    """List the reasons over which another one acts from one text to another.

    Question: over which reasons does the direction change?

    Parameters
    ----------
    table : DataFrame
        What `who_acts` gives.
    by : str
    codes : list of str
        First acts on second, second on first, both.

    Returns
    -------
    list of codes
        In one text only one of the two directions leads, in another the other leads too, or
        instead.

    Examples
    --------
    >>> table = pd.DataFrame({"code": ["x", "x", "y"],
    ...                       "leads": [["A>B"], ["A>B", "B>A"], ["A>B"]]})
    >>> turned_round(table)
    ['x']
    """
    found = []
    for (code,), place in cells(table, ["code"]):
        ways = [frozenset(leads) & set(codes[:2]) for leads in table["leads"].iloc[place]]
        if len({way for way in ways if way}) > 1:
            found.append(str(code))
    return found
