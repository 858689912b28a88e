"""Which gist stands for a reason, a cell, a piece of advice: one order of preference everywhere.

First a mechanism that operates ("did not prevent" comes last), then a gist that can be read by
itself, the main point before support before concession, cause before problem, judgement and
record, strong before plain before weak, what more coders held, surer coders, and the earliest.
Where a gist will stand alone, one that names nobody ("They face the same foe") comes as late as
one that leans; under the name of its reason, in a list, it is as good as others. Which codes come
first in each of these is a matter of the codebook and is passed in; a criterion that a corpus
lacks is left out.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from frameline.measures.prevalence import cells, codes_of, incidence
from frameline.measures.selection.reasons import OWN_SLOT, SHARED, side_marks
from frameline.words.leaning import leans, nameless

SHOWN = ("claim_id", "gist", "anchor", "unit_id")
"""What a table shows of a chosen claim; blank where there is none."""


@dataclass(frozen=True)
class Preference:
    """Which gist comes first, where several could stand for the same.

    Attributes
    ----------
    roles : mapping of role to codes
        Codes of a role, the best first, in the order in which the roles count. Codes not listed
        come last.
    before : int
        How many of these roles count before it is asked whether a gist stands by itself.
    numbers : tuple of str
        Columns of which more is better, after the roles.
    alone : bool
        Whether a gist that names nobody comes late, as one does that leans.
    """

    roles: Mapping[str, Sequence[str]] = field(default_factory=dict)
    before: int = 1
    numbers: tuple[str, ...] = ("agreement", "confidence")
    alone: bool = False

    @classmethod
    def of_codebook(
        cls, orders: Mapping[str, Sequence[str]], functions: Sequence[str] = ()
    ) -> Preference:
        """Make the preference of a codebook from the orders of its codes.

        Parameters
        ----------
        orders : mapping of role to codes
            In the codebook's order; the scale of strength from weak to strong.
        functions : list of codes
            Functions, the best first (cause, problem, judgement, remedy, record).

        Returns
        -------
        Preference
            Roles that the codebook lacks are left out.

        Examples
        --------
        >>> chosen = Preference.of_codebook({"strength": ["weak", "strong"]}, ["why", "what"])
        >>> dict(chosen.roles), chosen.before
        ({'function': ['why', 'what'], 'strength': ['strong', 'weak']}, 0)
        """
        listed = {
            "mechanism": list(orders.get("mechanism", ())),
            "argument": list(orders.get("argument", ())),
            "function": list(functions or orders.get("function", ())),
            "strength": list(orders.get("strength", ()))[::-1],
        }
        kept = {role: codes for role, codes in listed.items() if codes}
        return cls(kept, before=int("mechanism" in kept))


def in_order(
    claims: pd.DataFrame, preference: Preference | None = None, *, first: Iterable[str] = ()
) -> pd.DataFrame:
    """Sort claims so that the one whose gist is to be shown stands first.

    Question: which gist says it best?

    Parameters
    ----------
    claims : DataFrame, one row per claim
        gist, and any of the columns of the preference; a blank gist comes last of all.
    preference : Preference, optional
    first : iterable of str
        Columns that count before everything, smaller first (ranks, bool).

    Returns
    -------
    DataFrame
        The same rows, in order of preference, with leans (the words by which a gist leans on the
        sentence before, or "") and nameless (bool).

    Examples
    --------
    >>> table = pd.DataFrame({"gist": ["Such arms help.", "Trade ties Norland.", "Arms help."],
    ...                       "strength": ["strong", "plain", "strong"]})
    >>> order = Preference({"strength": ["strong", "plain"]}, before=0)
    >>> in_order(table, order)["gist"].tolist()
    ['Arms help.', 'Trade ties Norland.', 'Such arms help.']
    """
    wanted = preference or Preference()
    gists = claims["gist"].fillna("").astype(str)
    leaning = gists.map(leans).astype(object)
    unnamed = gists.map(nameless).astype(bool)
    ranks = [_rank(claims[role], codes) for role, codes in wanted.roles.items() if role in claims]
    cut = sum(role in claims for role in list(wanted.roles)[: wanted.before])
    keys = [(gists == "").to_numpy(), *(claims[column].to_numpy() for column in first)]
    late = (leaning != "") | (unnamed & wanted.alone)
    keys += [*ranks[:cut], late.to_numpy(), *ranks[cut:]]
    keys += [-_number(claims[name]) for name in wanted.numbers if name in claims]
    order = np.lexsort(keys[::-1])  # stable: what is equal stays in reading order
    return claims.assign(leans=leaning, nameless=unnamed).iloc[order]


def _rank(values: pd.Series, codes: Sequence[str]) -> np.ndarray:
    ranks = {code: place for place, code in enumerate(codes)}
    return values.map(lambda code: ranks.get(code, len(ranks))).to_numpy(dtype=int)


def _number(values: pd.Series) -> np.ndarray:
    return pd.to_numeric(values, errors="coerce").fillna(-1).to_numpy(dtype=float)


def of_others(claims: pd.DataFrame) -> pd.Series:
    """Mark the claims that are not in the author's own voice; none where voices are not coded.

    Examples
    --------
    >>> of_others(pd.DataFrame({"own": [True, False]})).tolist()
    [False, True]
    """
    if "own" not in claims:
        return pd.Series(False, index=claims.index)
    return ~claims["own"].fillna(True).astype(bool)


def shown(claims: pd.DataFrame) -> dict[str, str]:
    """Take what a table shows of the first of these claims, blank where there is none.

    Examples
    --------
    >>> shown(pd.DataFrame({"claim_id": ["c"], "gist": ["Arms help."]}))
    {'claim_id': 'c', 'gist': 'Arms help.', 'anchor': '', 'unit_id': ''}
    """
    if claims.empty:
        return dict.fromkeys(SHOWN, "")
    row = claims.iloc[0]
    return {name: str(row[name]) if name in claims else "" for name in SHOWN}


def place_for_readers(unit_id: str, doc_id: str = "") -> str:
    """Write the place of a claim as readers find it: paragraph and sentence, without zeros.

    Examples
    --------
    >>> place_for_readers("talk-2001.P02.s1", "talk-2001"), place_for_readers("P23.s2")
    ('P2 s1', 'P23 s2')
    """
    inside = unit_id.removeprefix(f"{doc_id}.") if doc_id else unit_id
    return re.sub(r"(?<=[A-Za-z])0+(?=\d)", "", inside.replace(".", " "))


def gists_for_reasons(
    claims: pd.DataFrame,
    reasons: pd.DataFrame,
    preference: Preference | None = None,
    *,
    of: str = "frame",
    by: str = "doc_id",
    used: Collection[str] = (),
) -> pd.DataFrame:
    """Find for each slot of the strongest reasons the gist that stands for it.

    Question: what does the text say of this reason, in one sentence?

    Parameters
    ----------
    claims : DataFrame
        The claims that were counted.
    reasons : DataFrame
        What `frameline.measures.selection.reasons.strongest` gives.
    preference : Preference, optional
    of, by : str
        As in `strongest`.
    used : collection of claim ids
        Claims that stand elsewhere in the same column.

    Returns
    -------
    DataFrame, one row per slot
        [by, side, slot, code, claim_id, gist, anchor, unit_id]: the code that the gist speaks of
        (a shared slot has several). No claim stands twice for a text; blank where none is left.

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": "t", "claim_id": ["1", "2"], "frame": ["x", "x;y"],
    ...                       "gist": ["It also helps.", "Norland helps."]})
    >>> slots = pd.DataFrame({"doc_id": "t", "side": "all", "slot": [1, 2], "where": "own slot",
    ...                       "code": ["x", "y"]})
    >>> gists_for_reasons(table, slots)["claim_id"].tolist()
    ['2', '']
    """
    taken = set(used)
    rows = []
    codes = codes_of(claims[of])
    has, _ = incidence(claims[of].to_numpy(dtype=object), codes)
    marks = side_marks(claims)
    slots = reasons[reasons["where"].isin([OWN_SLOT, SHARED])]
    for (text, side, slot), place in cells(slots, [by, "side", "slot"]):
        named = [code for code in slots["code"].iloc[place] if code in codes]
        hits = has[:, [codes.index(code) for code in named]]
        kept = (claims[by] == text).to_numpy() & marks.get(side, False) & (hits.sum(axis=1) > 0)
        free = claims[kept & ~claims["claim_id"].isin(taken).to_numpy()]
        best = in_order(free, preference)
        spoken = _spoken(best, named, of)
        rows.append({by: text, "side": side, "slot": slot, "code": spoken, **shown(best)})
        taken.add(rows[-1]["claim_id"])
    return pd.DataFrame(rows, columns=[by, "side", "slot", "code", *SHOWN])


def _spoken(best: pd.DataFrame, named: Sequence[str], of: str) -> str:
    """The first of these codes that the chosen claim has."""
    if best.empty:
        return named[0] if len(named) == 1 else ""
    has = str(best[of].iloc[0]).split(";")
    return next((code for code in named if code in has), "")
