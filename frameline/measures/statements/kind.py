"""What a statement is, and what a kind of statement has to answer."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from frameline.measures.statements.case import Case
from frameline.measures.statements.material import Material, Reading

COUNTING = ("voice", "modality", "function", "relevance", "coding", "unit")
"""The choices of counting claims, in the order of the report."""


@dataclass(frozen=True)
class Statement:
    """What a chapter says, as far as it can be tested.

    Attributes
    ----------
    name : str
        As in the finding ``statement.<name>``: "mix.<from>.<to>", "verdicts.0", "balance".
    texts : tuple of str
        The texts it names: none, one, or two (the earlier first; the one that has more first).
    said : float
        The estimate it states; NaN where it states none.
    of : int
        For counts: of how many texts or comparisons.
    """

    name: str
    texts: tuple[str, ...] = ()
    said: float = math.nan
    of: int = 1

    @property
    def kind(self) -> str:
        """The kind of statement, a key of `frameline.measures.statements.KINDS`."""
        return self.name.partition(".")[0]


class Estimate(NamedTuple):
    """What a statement's number comes to in one way of counting.

    Attributes
    ----------
    value : float
        NaN where it cannot be worked out.
    of : float
        For counts: of how many.
    low, high : float
        Interval, where there is one.
    p : float
        Corrected p of the test that the statement rests on, where it rests on one.
    """

    value: float = math.nan
    of: float = 1
    low: float = math.nan
    high: float = math.nan
    p: float = math.nan


class Kind(ABC):
    """A kind of statement: how it is found, estimated and judged, and what speaks against it.

    Attributes
    ----------
    name : str
    choices : tuple of str
        The choices of counting that make sense for it.
    in_voice : bool
        Whether it is about the voices that the chapters count; else about all of them.
    drawn : bool
        Whether its estimate is a number worth a curve.
    counts : bool
        Whether it counts texts or comparisons: with one left out, that is another count.
    """

    name: str
    choices: tuple[str, ...] = COUNTING
    in_voice = True
    drawn = False
    counts = False

    def reported(self, material: Material) -> dict[str, str]:
        """The filters in which the chapters' way of counting differs from the first options."""
        return {"voice": material.voice} if self.in_voice else {}

    def matters(self, reading: Reading) -> npt.NDArray[np.bool_]:
        """The claims that can enter such a statement at all."""
        return reading.marks["other"][:, -1] > 0

    @abstractmethod
    def find(self, case: Case) -> list[Statement]:
        """What can be stated, counted as the chapters count."""

    def named(self, name: str, texts: tuple[str, ...], case: Case) -> Statement:
        """A statement that a chapter made, by its name and the texts that its sentence names."""
        return self._with_number(Statement(name, texts), case)

    @abstractmethod
    def estimates(self, statement: Statement, cases: Sequence[Case]) -> list[Estimate]:
        """What the statement's number comes to in each way of counting."""

    @abstractmethod
    def holds(self, statement: Statement, found: Estimate) -> bool | None:
        """Whether the statement holds there; None where there is no estimate."""

    def against(
        self, statement: Statement, claims: pd.DataFrame, pairs: Sequence[tuple[str, str]]
    ) -> pd.Series | None:
        """Mark the claims that speak against it; None where no claim could."""
        return None

    def _with_number(self, statement: Statement, case: Case) -> Statement:
        found = self.estimates(statement, [case])[0]
        return Statement(statement.name, statement.texts, found.value, int(found.of))


def exactly(statement: Statement, found: Estimate) -> bool | None:
    """Whether a count is as large a share as stated: "two of four" is neither one nor three.

    A share, because fewer texts may have what is counted in another way of counting.

    Examples
    --------
    >>> two = Statement("labels", (), 2, 4)
    >>> [exactly(two, Estimate(value, 4)) for value in (2, 3)], exactly(two, Estimate())
    ([True, False], None)
    >>> exactly(two, Estimate(1, 2))
    True
    """
    if math.isnan(found.value) or found.of == 0:
        return None
    return bool(abs(found.value / found.of - statement.said / statement.of) < 1e-9)


def same_sign(statement: Statement, found: Estimate) -> bool | None:
    """Whether an estimate has the sign that is stated.

    Examples
    --------
    >>> same_sign(Statement("verdicts.0", ("a",), -0.4), Estimate(-0.1))
    True
    """
    return None if math.isnan(found.value) else bool(found.value * statement.said > 0)


def off_nought(statement: Statement, found: Estimate) -> bool | None:
    """Whether a difference has the sign stated, and its corrected p is below .05.

    Examples
    --------
    >>> gap = Statement("turn.a.b", ("a", "b"), 0.4)
    >>> off_nought(gap, Estimate(0.2, p=0.01)), off_nought(gap, Estimate(0.2, p=0.2))
    (True, False)
    """
    if math.isnan(found.p):
        return None
    return bool(found.value * statement.said > 0 and found.p < 0.05)


def none_differ(found: Estimate) -> bool | None:
    """Whether a count of what differs is none; None where nothing was tested.

    Examples
    --------
    >>> none_differ(Estimate(0, 4)), none_differ(Estimate(1, 4)), none_differ(Estimate(0, 0))
    (True, False, None)
    """
    return None if math.isnan(found.value) or found.of == 0 else bool(found.value == 0)
