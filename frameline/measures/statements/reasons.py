"""Another reason leads from text to text, in more comparisons than chance gives."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from frameline.measures.leading_codes import leading_codes
from frameline.measures.resampling import claim_signs
from frameline.measures.shift import ALPHA
from frameline.measures.statements.case import SIDES, Case
from frameline.measures.statements.kind import Estimate, Kind, Statement, exactly
from frameline.measures.statements.material import Reading
from frameline.measures.top_codes import joint_deal

DEALS = 2000


class Reasons(Kind):
    """Comparisons in which no reason that leads on a side in one text leads in the other.

    Only stated where random deals rarely give as many; holds where there are as many.
    """

    name = "reasons"
    counts = True

    def matters(self, reading: Reading) -> npt.NDArray[np.bool_]:
        """Claims that give a reason."""
        return reading.marks["frame"][:, -1] > 0

    def find(self, case: Case) -> list[Statement]:
        """Each side on which the leaders change more often than chance has it."""
        found = []
        for side in SIDES:
            texts = case.clusters(f"frame {side}") if case.pairs else {}
            dealt = joint_deal(texts, case.pairs, deals=DEALS, seed=case.material.seed)
            if dealt["of"] and dealt["chance"] < ALPHA:
                found.append(Statement(f"reasons.{side}", (), dealt["found"], int(dealt["of"])))
        return found

    def named(self, name: str, texts: tuple[str, ...], case: Case) -> Statement:
        """A count names no pair."""
        return self._with_number(Statement(name), case)

    def estimates(self, statement: Statement, cases: Sequence[Case]) -> list[Estimate]:
        """Count the comparisons with other leaders, of those whose texts both have one."""
        side = statement.name.partition(".")[2]
        return [self._led(case, side) for case in cases]

    @staticmethod
    def _led(case: Case, side: str) -> Estimate:
        leaders = {
            text: frozenset(np.flatnonzero(leading_codes(row[None, :-1])[0]))
            for text, row in case.by_text(side).items()
        }
        known = [(leaders[a], leaders[b]) for a, b in case.pairs if leaders[a] and leaders[b]]
        count = float(sum(not a & b for a, b in known)) if known else math.nan
        return Estimate(count, len(known))

    def holds(self, statement: Statement, found: Estimate) -> bool | None:
        """As large a share."""
        return exactly(statement, found)

    def against(
        self, statement: Statement, claims: pd.DataFrame, pairs: Sequence[tuple[str, str]]
    ) -> pd.Series | None:
        """Claims on the side that give what leads there in the text compared with."""
        sign = 1 if "binding" in statement.name else -1
        side = claims[np.nan_to_num(claim_signs(claims)) == sign]
        given = side["frame"].fillna("").astype(str).str.split(";")
        counts = given.explode().groupby(side["doc_id"]).value_counts()
        chosen = pd.Series(False, index=claims.index)
        for text, other in [*pairs, *(pair[::-1] for pair in pairs)]:
            if other in counts:
                leaders = set(counts[other].index[counts[other] == counts[other].max()])
                wanted = given[side["doc_id"] == text].map(
                    lambda codes, of=leaders: bool(of & set(codes))
                )
                chosen[wanted.index[wanted]] = True
        return chosen
