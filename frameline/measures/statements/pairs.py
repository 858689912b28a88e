"""Two named texts differ, or none of the texts compared do: in balance, or in their reasons."""

from __future__ import annotations

import math
from abc import abstractmethod
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from frameline.measures.intervals import told_apart
from frameline.measures.mix import mix_test
from frameline.measures.prevalence import codes_of
from frameline.measures.resampling import claim_signs, holm
from frameline.measures.shift import ALPHA
from frameline.measures.statements.case import Case
from frameline.measures.statements.kind import Estimate, Kind, Statement, none_differ, off_nought
from frameline.measures.statements.material import Reading
from frameline.measures.statements.verdicts import Signed

FIRST, MOST = 1_000, 16_000
"""Deals of a pair of texts in one way of counting among many: at first, and at most."""


class Pairs(Kind):
    """A difference of two named texts, corrected for all the comparisons; or that there is none."""

    def told(self, cases: Sequence[Case]) -> list[list[Estimate]]:
        """Each comparison in each way: the difference and its p, corrected over the way."""
        new = [case for case in cases if (self.name, case.key) not in case.material.memo]
        for case, found in zip(new, self.tell(new), strict=True):
            case.material.memo[self.name, case.key] = found
        return [case.material.memo[self.name, case.key] for case in cases]

    @abstractmethod
    def tell(self, cases: Sequence[Case]) -> list[list[Estimate]]:
        """What `told` gives, of ways that were not asked for before."""

    def find(self, case: Case) -> list[Statement]:
        """The pairs that differ, or the statement that none does."""
        found = self.told([case])[0]
        tested = [one for one in found if not math.isnan(one.p)]
        named = [
            Statement(f"{self.name}.{a}.{b}", (a, b), one.value)
            for (a, b), one in zip(case.pairs, found, strict=True)
            if one.p < ALPHA
        ]
        return named or ([Statement(self.name, (), 0, len(tested))] if tested else [])

    def named(self, name: str, texts: tuple[str, ...], case: Case) -> Statement:
        """Where none differs, the texts that the sentence names are examples."""
        return self._with_number(Statement(name, texts[:2] if "." in name else ()), case)

    def estimates(self, statement: Statement, cases: Sequence[Case]) -> list[Estimate]:
        """The difference of the pair, or how many pairs differ."""
        found = []
        for case, told in zip(cases, self.told(cases), strict=True):
            if not statement.texts:
                tested = [one.p for one in told if not math.isnan(one.p)]
                found.append(Estimate(float(sum(p < ALPHA for p in tested)), len(tested)))
            elif statement.texts in case.pairs:
                found.append(told[case.pairs.index((statement.texts[0], statement.texts[1]))])
            else:
                found.append(Estimate())
        return found

    def holds(self, statement: Statement, found: Estimate) -> bool | None:
        """Where the pair differs as stated; or where no pair does."""
        return off_nought(statement, found) if statement.texts else none_differ(found)


class Balance(Signed, Pairs):
    """Difference of the net balances of two texts."""

    name = "balance"
    drawn = True

    def tell(self, cases: Sequence[Case]) -> list[list[Estimate]]:
        """All ways at once."""
        texts = [(case.clusters("sides"), case.pairs) for case in cases]
        pairs = [(known[a], known[b]) for known, named in texts for a, b in named]
        table = told_apart(pairs, "binding", net=True)
        return corrected(table, [len(named) for _, named in texts])

    def against(
        self, statement: Statement, claims: pd.DataFrame, pairs: Sequence[tuple[str, str]]
    ) -> pd.Series | None:
        """Claims that pull the difference to 0, in both texts."""
        if not statement.texts:
            return None
        signs, docs = np.nan_to_num(claim_signs(claims)), claims["doc_id"]
        (start, end), side = statement.texts, np.sign(statement.said)
        return ((docs == end) & (signs == -side)) | ((docs == start) & (signs == side))


def corrected(table: pd.DataFrame, sizes: Sequence[int]) -> list[list[Estimate]]:
    """Correct the p values of each way over its comparisons.

    Examples
    --------
    >>> table = pd.DataFrame({"estimate": [0.1, 0.2], "low": 0.0, "high": 1.0, "p": [0.03, 0.02]})
    >>> [float(one.p) for one in corrected(table, [2])[0]]
    [0.04, 0.04]
    """
    found, start = [], 0
    for size in sizes:
        part = table.iloc[start : start + size]
        rows = part[["estimate", "low", "high"]].to_numpy(dtype=float)
        p = holm(part["p"].to_numpy(dtype=float))
        found.append(
            [Estimate(row[0], 1, row[1], row[2], q) for row, q in zip(rows, p, strict=True)]
        )
        start += size
    return found


class Mix(Pairs):
    """Test of the mixes of reasons of two texts, with the permutations of one way among many."""

    name = "mix"

    def matters(self, reading: Reading) -> npt.NDArray[np.bool_]:
        """Claims that give a reason."""
        return reading.marks["frame"][:, -1] > 0

    def tell(self, cases: Sequence[Case]) -> list[list[Estimate]]:
        """One way after the other."""
        return [self._tested(case) for case in cases]

    @staticmethod
    def _tested(case: Case) -> list[Estimate]:
        texts = {name: text for name, text in case.clusters("frame").items() if text.cases}
        found = mix_test(texts, case.pairs, first=FIRST, most=MOST, seed=case.material.seed)
        return [Estimate(js, p=p) for js, p in zip(found["js"], found["p_holm"], strict=True)]

    def holds(self, statement: Statement, found: Estimate) -> bool | None:
        """Where the pair differs; or where no pair does."""
        if not statement.texts:
            return none_differ(found)
        return None if math.isnan(found.p) else bool(found.p < ALPHA)

    def against(
        self, statement: Statement, claims: pd.DataFrame, pairs: Sequence[tuple[str, str]]
    ) -> pd.Series | None:
        """Claims whose reason both texts give; where none differs, that only one of two gives."""
        chosen = pd.Series(False, index=claims.index)
        for first, second in [statement.texts] if statement.texts else pairs:
            rows = {text: claims.loc[claims["doc_id"] == text, "frame"] for text in (first, second)}
            codes = [set(codes_of(values)) for values in rows.values()]
            wanted = codes[0] & codes[1] if statement.texts else codes[0] ^ codes[1]
            for values in rows.values():
                gives = values.map(
                    lambda cell, codes=wanted: bool(codes & set(str(cell).split(";")))
                )
                chosen[values.index[gives]] = True
        return chosen
