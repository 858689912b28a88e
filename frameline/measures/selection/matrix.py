"""The frame matrix: for each text its problem, causes, judgement, remedy and example, side by side.

The reasons that lead are those that lead everywhere else (`reasons.strongest`), so that no cell
names another than the page of its text; a cell says how many of their claims are told as causes.

Source: Entman 1993, Journal of Communication 43(4):51-58 (the four functions of a frame).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from frameline.measures.prevalence import cells, incidence
from frameline.measures.selection.advice_in_short import openness
from frameline.measures.selection.functions import CAUSE, JUDGEMENT, PROBLEM, REMEDY
from frameline.measures.selection.gists import SHOWN, Preference, in_order, of_others, shown
from frameline.measures.selection.past import BOTH, NEITHER
from frameline.measures.selection.reasons import (
    BINDING,
    DIVIDING,
    has_sides,
    reason_counts,
    side_marks,
)

EXEMPLAR = "exemplar"
"""The row of the event that is used most to bind or divide."""

COLUMNS = ("row", "side", "codes", "n", "of", "k", *SHOWN)


def matrix(
    claims: pd.DataFrame,
    functions: Mapping[str, str],
    preference: Preference | None = None,
    *,
    verdicts: Mapping[str, float] | None = None,
    main: str | None = None,
    thrust: Collection[str] = (),
    of: str = "frame",
    by: str = "doc_id",
    unspecific: Collection[str] = (),
    order: Sequence[str] = (),
    scale: Sequence[str] = (),
) -> pd.DataFrame:
    """Fill the rows problem, cause, judgement and remedy of the frame matrix.

    Question: what is the problem, what is its cause, who is to blame, what is to be done?

    Parameters
    ----------
    claims : DataFrame, one row per claim, all voices
        The columns ``of`` and ``by``, function, gist; sign, argument, own, explicitness where
        coded. Reasons and gists come from the author's own voice, n from all.
    functions : mapping of function to code
        As `frameline.measures.selection.functions.functions_of_codes` gives it.
    preference : Preference, optional
    verdicts : mapping of text to sign, optional
        The side that the problem is looked for on; without a sign on either.
    main : str, optional
        A column (bool) of the claims: where several texts share a column of the matrix, those of
        the text whose reasons lead and whose gists are shown first, as on the page of that text.
    thrust : collection of codes
        Argument codes that are the author's own point; empty: all.
    of, by, unspecific, order
        As in `frameline.measures.selection.reasons.reason_counts`.
    scale : list of codes
        Of explicitness, from the least open to the most open.

    Returns
    -------
    DataFrame
        [by, row, side, codes, n, of, k, claim_id, gist, anchor, unit_id]: rows "problem" (the
        main point on the side of the verdict whose reason weighs most), "cause" (one for each
        side: the leading reasons of the text, all that are tied, as a list), "judgement" and
        "remedy" (the best ranked, the most open). side is that of the claim shown ("" for
        neither); codes its reason; n claims of that function, of all claims; k, for causes, the
        own claims of the leading reasons on that side that are told as causes. A text without
        such a claim keeps the row, blank, with n 0. No claim stands twice in a column.

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": "t", "claim_id": list("abc"), "frame": ["x", "y", "y"],
    ...     "function": ["what", "why", "why"], "gist": ["Arms help.", "Trade binds.", "So it."],
    ...     "sign": pd.array([1, 1, 1], dtype="Float64")})
    >>> found = matrix(table, {"problem": "what", "cause": "why"})
    >>> found[["row", "side", "codes", "claim_id"]].to_numpy().tolist()
    [['problem', 'binding', ['x'], 'a'], ['cause', 'binding', ['y'], 'b'], \
['cause', 'dividing', [], '']]
    """
    own = claims[~of_others(claims).to_numpy()]
    marks = side_marks(own, sides=has_sides(claims))
    rules: dict[str, Any] = {"of": of, "by": by, "unspecific": unspecific, "order": order}
    led = own[own[main].to_numpy(dtype=bool)] if main in own else own
    counts = reason_counts(led, sides=has_sides(claims), **rules)
    rows: list[dict] = []
    for (text,), place in cells(claims, [by]):
        here = (own[by] == text).to_numpy()
        part = own[here].assign(**{side: mark[here] for side, mark in marks.items()})
        column = _Column(part, counts[counts[by] == text], preference, main, of, unspecific)
        sizes = claims["function"].iloc[place].value_counts()
        for name in (name for name in (PROBLEM, CAUSE, JUDGEMENT, REMEDY) if name in functions):
            code = functions[name]
            head = {by: text, "row": name, "n": int(sizes.get(code, 0)), "of": len(place)}
            if name == PROBLEM:
                found = [column.problem(code, (verdicts or {}).get(text), thrust)]
            elif name == CAUSE:
                found = [column.cause(code, side) for side in marks]
            else:
                found = [column.most_open(code, scale)]
            rows += [{**head, **cell} for cell in found]
    return pd.DataFrame(rows, columns=[by, *COLUMNS])


class _Column:
    """One column of the matrix; remembers which claims stand in it."""

    def __init__(
        self,
        own: pd.DataFrame,
        counts: pd.DataFrame,
        preference: Preference | None,
        main: str | None,
        of: str,
        unspecific: Collection[str],
    ) -> None:
        self.own, self.counts, self.of = own, counts, of
        self.preference, self.main, self.unspecific = preference, main, set(unspecific)
        self.taken: set[str] = set()

    def ranked(self, claims: pd.DataFrame, first: Mapping[str, Any] | None = None) -> pd.DataFrame:
        """These claims without those that stand already, the best first."""
        keys = {"_elsewhere": ~claims[self.main].astype(bool)} if self.main in claims else {}
        keys |= dict(first or {})
        free = claims.assign(**keys)
        free = free[~free["claim_id"].isin(self.taken).to_numpy()]
        return in_order(free, self.preference, first=list(keys))

    def cell(self, best: pd.DataFrame, codes: list[str], k: int = 0) -> dict[str, Any]:
        """A cell for the first of these claims."""
        if best.empty:
            return {"side": NEITHER, "codes": codes, "k": k, **shown(best)}
        self.taken.add(str(best["claim_id"].iloc[0]))
        sides = [side for side in (BINDING, DIVIDING) if side in best and best[side].iloc[0]]
        return {"side": sides[0] if sides else NEITHER, "codes": codes, "k": k, **shown(best)}

    def codes_of(self, best: pd.DataFrame) -> list[str]:
        """The reasons of the first of these claims."""
        if best.empty:
            return []
        listed = str(best[self.of].iloc[0] or "").split(";")
        return [code for code in listed if code and code not in self.unspecific]

    def problem(self, code: str, sign: Any, thrust: Collection[str]) -> dict[str, Any]:
        """The main point on the side of the verdict whose reason weighs most in the text."""
        claims = self.own[self.own["function"] == code]
        if thrust and "argument" in claims:
            claims = claims[claims["argument"].isin(list(thrust))]
        side = {1.0: BINDING, -1.0: DIVIDING}.get(np.nan if pd.isna(sign) else float(sign), "")
        if side in claims:
            claims = claims[claims[side]]
        counted = self.counts[self.counts["side"] == side] if side else self.counts
        weights = counted.groupby("code")["n"].sum()
        named = claims[[bool(set(str(cell).split(";")) - self.unspecific - {""})
                        for cell in claims[self.of]]]  # fmt: skip
        weight = [-max((weights.get(code, 0) for code in str(cell).split(";")), default=0)
                  for cell in named[self.of]]  # fmt: skip
        best = self.ranked(named, {"_weight": weight})
        return self.cell(best, self.codes_of(best))

    def cause(self, code: str, side: str) -> dict[str, Any]:
        """The leading reasons of a side, with a gist that tells them as causes if there is one."""
        leads = self.counts[(self.counts["side"] == side) & self.counts["leads"]]
        codes = leads["code"].tolist()
        has, _ = incidence(self.own[self.of].to_numpy(dtype=object), codes)
        claims = self.own[self.own[side].to_numpy(dtype=bool) & (has.sum(axis=1) > 0)]
        told = claims["function"] == code
        best = self.ranked(claims, {"_untold": ~told})
        return {**self.cell(best, codes, int(told.sum())), "side": side}

    def most_open(self, code: str, scale: Sequence[str]) -> dict[str, Any]:
        """The best ranked of the most openly put claims of a function."""
        claims = self.own[self.own["function"] == code]
        best = self.ranked(claims, {"_open": openness(claims, scale)})
        return self.cell(best, self.codes_of(best))


def exemplars(
    named: pd.DataFrame,
    events: pd.DataFrame,
    claims: pd.DataFrame,
    preference: Preference | None = None,
    *,
    by: str = "doc_id",
    used: Mapping[str, Collection[str]] | None = None,
) -> pd.DataFrame:
    """Choose the event that each text uses most to bind or divide.

    Question: which event is each text's example?

    Parameters
    ----------
    named : DataFrame
        What `frameline.measures.selection.past.events_named` gives.
    events : DataFrame, one row per mention
        The column ``by``, unit_id, name.
    claims : DataFrame, one row per claim
        unit_id, sign, gist, own where known.
    preference : Preference, optional
    by : str
    used : mapping of text to claim ids, optional
        Claims that stand elsewhere in its column.

    Returns
    -------
    DataFrame, one row per text with an event in a sentence that takes a side
        [by, row, side, codes, n, of, k, claim_id, gist, anchor, unit_id, name, date]: the event
        with most mentions in such sentences, then most mentions, then in the author's own voice,
        then the earliest; side of the event ("both" is neither); n its mentions, of all mentions;
        k those in sentences with a side; the gist of one such sentence.

    Examples
    --------
    >>> events = pd.DataFrame({"doc_id": "t", "unit_id": ["a", "b"], "name": ["war", "visit"]})
    >>> claims = pd.DataFrame({"unit_id": ["b"], "claim_id": ["1"], "gist": ["He came."],
    ...                        "sign": pd.array([1], dtype="Float64")})
    >>> named = pd.DataFrame({"doc_id": "t", "name": ["war", "visit"], "mentions": [3, 1],
    ...                       "signed": [0, 1], "side": ["", "binding"], "date": ""})
    >>> exemplars(named, events, claims)[["name", "n", "of", "gist"]].to_numpy().tolist()
    [['visit', 1, 4, 'He came.']]
    """
    marks = side_marks(claims) if has_sides(claims) else {}
    signed = claims[np.any([np.zeros(len(claims), dtype=bool), *marks.values()], axis=0)]
    own = signed[~of_others(signed).to_numpy()]
    voiced = events[events["unit_id"].isin(own["unit_id"])]
    spoken = set(zip(voiced[by], voiced["name"], strict=True))
    rows = []
    for (text,), place in cells(named, [by]):
        part = named.iloc[place]
        kept = part[part["signed"] > 0]
        if kept.empty:
            continue
        mine = [(text, name) in spoken for name in kept["name"]]
        order = ["signed", "mentions", "_own"]
        ranked = kept.assign(_own=mine).sort_values(order, ascending=False, kind="stable")
        event = ranked.iloc[0]
        here = events[(events[by] == text) & (events["name"] == event["name"])]
        told = signed[signed["unit_id"].isin(here["unit_id"])]
        free = told[~told["claim_id"].isin(list((used or {}).get(str(text), ())))]
        side = NEITHER if event["side"] == BOTH else event["side"]
        rows.append({
            by: text, "row": EXEMPLAR, "side": side, "codes": [], "n": int(event["mentions"]),
            "of": int(part["mentions"].sum()), "k": int(event["signed"]),
            **shown(in_order(free, preference)), "name": event["name"], "date": event["date"],
        })  # fmt: skip
    return pd.DataFrame(rows, columns=[by, *COLUMNS, "name", "date"])
