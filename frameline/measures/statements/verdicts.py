"""The claims of a text lean against its verdict."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from frameline.measures.balance import net
from frameline.measures.clusters import COUNTS_ONLY
from frameline.measures.intervals import share_limits, usual_correlation
from frameline.measures.resampling import claim_signs
from frameline.measures.statements.case import Case
from frameline.measures.statements.kind import COUNTING, Estimate, Kind, Statement, same_sign
from frameline.measures.statements.material import IN, OUT, Material, Reading


def nets(case: Case) -> dict[str, float]:
    """Net balance of each text."""
    ambivalent = case.spec.get("ambivalent", OUT) == IN
    sums = case.by_text("sides")
    return {text: float(net(row[:3], ambivalent=ambivalent)) for text, row in sums.items()}


def net_of(case: Case, text: str) -> Estimate:
    """Net balance of one text, with its interval."""
    known = case.clusters("sides")
    part = known[text]
    value = 2 * part.column("binding").sum() / part.cases - 1 if part.cases else math.nan
    if part.groups <= COUNTS_ONLY:
        return Estimate(value)
    usual = usual_correlation(known)
    low, high = 2 * share_limits(part.hits, part.sizes, usual=usual)[0][:, 0] - 1
    return Estimate(value, 1, float(low), float(high))


class Signed(Kind):
    """What is about binding and dividing claims."""

    choices: tuple[str, ...] = (*COUNTING, "ambivalent")

    def matters(self, reading: Reading) -> npt.NDArray[np.bool_]:
        """Claims with a direction."""
        return reading.marks["sides"][:, :3].sum(axis=1) > 0


class Verdicts(Signed):
    """Net balance of a text, turned round where a coding gives it the opposite verdict.

    Holds where it has the sign stated.
    """

    name = "verdicts"
    choices = COUNTING
    in_voice = False
    drawn = True

    def reported(self, material: Material) -> dict[str, str]:
        """Verdicts are set against the author's own voice."""
        return {"voice": "own"}

    def find(self, case: Case) -> list[Statement]:
        """The texts long enough whose balance has the other sign than their verdict."""
        values, verdicts = nets(case), case.reading.verdicts
        texts = [
            text for text in case.texts
            if text in case.material.comparable and values[text] * verdicts.get(text, 0) < 0
        ]  # fmt: skip
        return [Statement(f"verdicts.{i}", (t,), values[t]) for i, t in enumerate(texts)]

    def named(self, name: str, texts: tuple[str, ...], case: Case) -> Statement:
        """The sentence names its text first."""
        return Statement(name, texts[:1], nets(case)[texts[0]])

    def estimates(self, statement: Statement, cases: Sequence[Case]) -> list[Estimate]:
        """The net balance in each way."""
        return [self._leaning(statement, case) for case in cases]

    def _leaning(self, statement: Statement, case: Case) -> Estimate:
        (text,) = statement.texts
        # the statement sets the claims against the verdict: a coder's other verdict turns it round
        turn = -np.sign(statement.said) * case.reading.verdicts.get(text, 0)
        found = net_of(case, text)
        low, high = sorted((found.low * turn, found.high * turn))
        return Estimate(float(found.value * turn), 1, float(low), float(high))

    def holds(self, statement: Statement, found: Estimate) -> bool | None:
        """Where it has the sign stated."""
        return same_sign(statement, found)

    def against(
        self, statement: Statement, claims: pd.DataFrame, pairs: Sequence[tuple[str, str]]
    ) -> pd.Series | None:
        """The author's claims in the text with the other sign."""
        signs, side = np.nan_to_num(claim_signs(claims)), np.sign(statement.said)
        return claims["doc_id"].isin(statement.texts) & claims["own"] & (signs == -side)
