"""One named reason is given most on a side of a named text."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from frameline.measures.clusters import COUNTS_ONLY
from frameline.measures.intervals import leaning_p, share_limits, usual_correlation
from frameline.measures.prevalence import codes_of
from frameline.measures.resampling import claim_signs
from frameline.measures.statements.case import SIDES, Case
from frameline.measures.statements.kind import Estimate, Kind, Statement
from frameline.measures.statements.material import Reading
from frameline.measures.top_codes import pair_of_codes


class Leads(Kind):
    """By how much a reason leads on a side of a text: its share less that of the next.

    The statement is ``leads.<side>.<text>.<code>``; it holds where the reason alone leads. That a
    reason leads is told of what came first in the data, and the plain comparison with the next
    allows for that (`frameline.measures.top_codes`).
    """

    name = "leads"
    drawn = True

    def matters(self, reading: Reading) -> npt.NDArray[np.bool_]:
        """Claims that give a reason."""
        return reading.marks["frame"][:, -1] > 0

    def find(self, case: Case) -> list[Statement]:
        """The reasons that lead alone, of the texts long enough to compare."""
        found = []
        for side in SIDES:
            for text, counts in specific(case, side).items():
                if text not in case.material.comparable or not counts.any():
                    continue
                first = np.flatnonzero(counts == counts.max())
                if len(first) == 1:
                    code = case.reading.codes[first[0]]
                    found.append(self.named(f"leads.{side}.{text}.{code}", (text,), case))
        return found

    def estimates(self, statement: Statement, cases: Sequence[Case]) -> list[Estimate]:
        """The lead in each way; below 0 where another reason leads."""
        side, code = parts_of(statement)
        return [_lead(case, statement.texts[0], side, code) for case in cases]

    def holds(self, statement: Statement, found: Estimate) -> bool | None:
        """Where it alone leads."""
        return None if math.isnan(found.value) else bool(found.value > 0)

    def against(
        self, statement: Statement, claims: pd.DataFrame, pairs: Sequence[tuple[str, str]]
    ) -> pd.Series | None:
        """Claims of the text on the same side that give other reasons."""
        side, code = parts_of(statement)
        signed = np.nan_to_num(claim_signs(claims)) == (1 if side == SIDES[0] else -1)
        given = [set(codes_of(pd.Series([cell]))) for cell in claims["frame"]]
        other = np.array([bool(codes) and code not in codes for codes in given], dtype=bool)
        return (claims["doc_id"] == statement.texts[0]) & signed & other


def parts_of(statement: Statement) -> tuple[str, str]:
    """The side and the code of a statement.

    Examples
    --------
    >>> parts_of(Statement("leads.binding.a.b-2001.ARM", ("a.b-2001",)))
    ('binding', 'ARM')
    """
    side, _, rest = statement.name.removeprefix("leads.").partition(".")
    return side, rest.removeprefix(f"{statement.texts[0]}.")


def specific(case: Case, side: str) -> dict[str, npt.NDArray[np.float64]]:
    """Claims of each text on a side by reason; those that name none count for none."""
    named = np.array([code not in case.material.unspecific for code in case.reading.codes])
    return {text: counts[:-1] * named for text, counts in case.by_text(side).items()}


def _lead(case: Case, text: str, side: str, code: str) -> Estimate:
    counts, codes = specific(case, side).get(text), case.reading.codes
    if counts is None or not counts.any():
        return Estimate()
    own = counts[codes.index(code)] if code in codes else 0.0
    rest = [count for name, count in zip(codes, counts, strict=True) if name != code]
    whole = case.by_text(side)[text][-1]
    return Estimate(float(own - max(rest, default=0.0)) / float(whole or 1.0))


def lead_test(statement: Statement, case: Case) -> Estimate:
    """The lead over the next reason, with its interval and the p of the plain comparison.

    Question: does the reason that comes first surely come first?

    Parameters
    ----------
    statement : Statement
        Of this kind.
    case : Case
        The way of counting.

    Returns
    -------
    Estimate
        Gap of the two shares of the text's claims, with limits and p; both missing where fewer
        than three paragraphs hold the two reasons, or where there is only one.
    """
    side, code = parts_of(statement)
    (text,) = statement.texts
    value = _lead(case, text, side, code).value
    counts, codes = specific(case, side)[text], case.reading.codes
    others = [place for place, name in enumerate(codes) if name != code and counts[place]]
    if code not in codes or not others:
        return Estimate(value)
    known = case.clusters(f"frame {side}")
    second = max(others, key=lambda place: counts[place])
    two = pair_of_codes(known[text], codes.index(code), second)
    if two.groups <= COUNTS_ONLY:
        return Estimate(value)
    usual, scale = usual_correlation(known), two.cases / known[text].cases
    low, high = scale * (2 * share_limits(two.hits, two.sizes, usual=usual)[0][:, 0] - 1)
    return Estimate(value, 1, float(low), float(high), leaning_p(two, "first", usual=usual))
