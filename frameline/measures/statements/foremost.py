"""A text has more of some kind of claim than another, which both are named."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pandas as pd

from frameline.measures.intervals import TESTED, told_apart
from frameline.measures.shift import ALPHA
from frameline.measures.statements.case import Case
from frameline.measures.statements.kind import COUNTING, Estimate, Kind, Statement, off_nought
from frameline.measures.statements.pairs import corrected


class Foremost(Kind):
    """Difference of the shares of two texts, corrected over all texts compared with the first."""

    mark: str
    in_voice = False
    drawn = True

    def find(self, case: Case) -> list[Statement]:
        """The texts that the one with the largest share surely leaves behind."""
        known = self._ranked(case)
        shares = {text: part.column("yes").sum() / part.cases for text, part in known.items()}
        if len(shares) < 2 or max(shares.values()) == 0:
            return []
        first = max(shares, key=lambda text: shares[text])
        told = self._gaps(first, [case])[0]
        return [
            Statement(f"{self.name}.{first}.{other}", (first, other), one.value)
            for other, one in told.items()
            if one.p < ALPHA and one.value > 0
        ]

    def _ranked(self, case: Case) -> dict:
        known = case.clusters(self.mark)
        return {
            text: part
            for text, part in known.items()
            if text in case.material.comparable and part.groups >= TESTED
        }

    def _gaps(self, first: str, cases: Sequence[Case]) -> list[dict[str, Estimate]]:
        """The gap to each other text in each way, corrected over the others."""
        memo = cases[0].material.memo
        new = [case for case in cases if (self.name, first, case.key) not in memo]
        known = [self._ranked(case) for case in new]
        others = [[o for o in part if o != first] if first in part else [] for part in known]
        pairs = [(part[o], part[first]) for part, named in zip(known, others, strict=True)
                 for o in named]  # fmt: skip
        told = corrected(told_apart(pairs, "yes"), [len(named) for named in others])
        for case, named, row in zip(new, others, told, strict=True):
            memo[self.name, first, case.key] = dict(zip(named, row, strict=True))
        return [memo[self.name, first, case.key] for case in cases]

    def named(self, name: str, texts: tuple[str, ...], case: Case) -> Statement:
        """The sentence names the text that has more, then the other."""
        return self._with_number(Statement(name, texts[:2]), case)

    def estimates(self, statement: Statement, cases: Sequence[Case]) -> list[Estimate]:
        """The gap between the two in each way."""
        first, other = statement.texts
        return [told.get(other, Estimate()) for told in self._gaps(first, cases)]

    def holds(self, statement: Statement, found: Estimate) -> bool | None:
        """Where the first surely has more."""
        return None if math.isnan(found.value) else off_nought(statement, found)


class Turn(Foremost):
    """Claims that the author concedes."""

    name, mark = "turn", "conceded"

    def against(
        self, statement: Statement, claims: pd.DataFrame, pairs: Sequence[tuple[str, str]]
    ) -> pd.Series | None:
        """Concessions in the other text."""
        return (claims["doc_id"] == statement.texts[1]) & claims["conceded"]


class Voices(Foremost):
    """Claims in another voice than the author's."""

    name, mark = "voices", "other"
    choices = tuple(choice for choice in COUNTING if choice != "voice")

    def against(
        self, statement: Statement, claims: pd.DataFrame, pairs: Sequence[tuple[str, str]]
    ) -> pd.Series | None:
        """Other voices in the other text."""
        return (claims["doc_id"] == statement.texts[1]) & ~claims["own"]
