"""Title and author lead with different words, in so many texts."""

from __future__ import annotations

import math
from collections.abc import Sequence

from frameline.measures.statements.case import Case
from frameline.measures.statements.kind import Estimate, Kind, Statement, exactly
from frameline.measures.statements.material import CODED


class Labels(Kind):
    """Texts whose leading labels in title and body differ: holds where there are as many."""

    name = "labels"
    counts = True
    choices = ("labels", "coding")
    in_voice = False

    def find(self, case: Case) -> list[Statement]:
        """Count them, where any text has both."""
        found = self.estimates(Statement("labels"), [case])[0]
        return [Statement("labels", (), found.value, int(found.of))] if found.of else []

    def named(self, name: str, texts: tuple[str, ...], case: Case) -> Statement:
        """A count names no text."""
        return self._with_number(Statement(name), case)

    def estimates(self, statement: Statement, cases: Sequence[Case]) -> list[Estimate]:
        """Count the texts that differ, of those with both labels."""
        return [self._count(case) for case in cases]

    def _count(self, case: Case) -> Estimate:
        differ = case.reading.differ.get(case.spec.get("labels", CODED), {})
        known = [value for text, value in differ.items() if text in case.texts]
        return Estimate(float(sum(known)) if known else math.nan, len(known))

    def holds(self, statement: Statement, found: Estimate) -> bool | None:
        """As large a share."""
        return exactly(statement, found)
