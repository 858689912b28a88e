"""A text leans to one side, or none does."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pandas as pd

from frameline.measures.resampling import claim_signs
from frameline.measures.statements.case import Case
from frameline.measures.statements.kind import Estimate, Statement, none_differ
from frameline.measures.statements.verdicts import Signed, net_of


def _leans(found: Estimate) -> bool:
    return found.low > 0 or found.high < 0


class Leaning(Signed):
    """Net balance whose interval leaves 0 out, of a named text; or how many texts have such.

    A named text's holds where the interval leaves 0 out on the side stated; "none" where it does
    so in no text.
    """

    name = "leaning"
    drawn = True

    def find(self, case: Case) -> list[Statement]:
        """The texts long enough that lean, or the statement that none does."""
        found = {text: net_of(case, text) for text in self._texts(case)}
        known = {text: one for text, one in found.items() if not math.isnan(one.low)}
        named = [
            Statement(f"leaning.{text}", (text,), one.value)
            for text, one in known.items()
            if _leans(one)
        ]
        return named or ([Statement("leaning", (), 0, len(known))] if known else [])

    def named(self, name: str, texts: tuple[str, ...], case: Case) -> Statement:
        """Where no text leans, those that the sentence names are examples."""
        return self._with_number(Statement(name, texts[:1] if "." in name else ()), case)

    @staticmethod
    def _texts(case: Case) -> list[str]:
        return [text for text in case.texts if text in case.material.comparable]

    def estimates(self, statement: Statement, cases: Sequence[Case]) -> list[Estimate]:
        """The net balance of the text, or how many texts lean."""
        if statement.texts:
            return [net_of(case, statement.texts[0]) for case in cases]
        counts = []
        for case in cases:
            found = [net_of(case, text) for text in self._texts(case)]
            known = [one for one in found if not math.isnan(one.low)]
            counts.append(Estimate(float(sum(map(_leans, known))), len(known)))
        return counts

    def holds(self, statement: Statement, found: Estimate) -> bool | None:
        """Where the interval leaves 0 out on the side stated; or where none does."""
        if not statement.texts:
            return none_differ(found)
        if math.isnan(found.low):
            return None
        return bool(_leans(found) and found.value * statement.said > 0)

    def against(
        self, statement: Statement, claims: pd.DataFrame, pairs: Sequence[tuple[str, str]]
    ) -> pd.Series | None:
        """The claims of the text on the other side."""
        if not statement.texts:
            return None
        signs, side = np.nan_to_num(claim_signs(claims)), np.sign(statement.said)
        return claims["doc_id"].isin(statement.texts) & (signs == -side)
