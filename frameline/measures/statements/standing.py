"""How a statement stands: in the ways of counting, and without each coder.

What says that one text has more than another, or leans to a side, holds in a way of counting where
it has the sign stated there; whether the difference is also clear there is counted apart. What
says that two texts differ, or that a reason leads, holds where its kind says so.

Source: design of the report, "Strength words, by rule".
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from frameline.measures.statements.case import Case
from frameline.measures.statements.kind import Estimate, Statement
from frameline.measures.statements.material import Material
from frameline.measures.statements.testing import ALL_KINDS, cases

BY_SIGN = ("verdicts", "balance", "turn", "voices")
"""Kinds of statements about named texts that hold by their sign."""


@dataclass(frozen=True)
class Standing:
    """How a statement stands.

    Attributes
    ----------
    holds, ways : int
        In how many ways of counting it holds, of those in which it can be worked out.
    clear : int
        In how many of them the difference is clear besides.
    overturned_by : tuple of str, optional
        The coders without whom it falls; None where there is none to leave out.
    """

    holds: int
    ways: int
    clear: int
    overturned_by: tuple[str, ...] | None


def standing(statement: Statement, material: Material) -> Standing:
    """Work out a statement in every way of counting, and without each coder.

    Question: does it depend on how we count, or on who coded?

    Parameters
    ----------
    statement : Statement
    material : Material

    Returns
    -------
    Standing
        Without a coder it has to hold with the own codings of each other coder. A statement about
        named texts does not depend on others.
    """
    kind, ways = ALL_KINDS[statement.kind], cases(material, statement.kind)
    found = kind.estimates(statement, ways)
    held = [_holds(statement, one) for one in found]
    clear = [kind.holds(statement, one) for one in found]
    fixed = kind.reported(material)
    own = {
        coder: _holds(statement, kind.estimates(
            statement, [Case(material, {**fixed, "coding": coder}, material.texts)])[0])
        for coder in material.coders
    }  # fmt: skip
    tried = sum(one is not None for one in held)
    return Standing(held.count(True), tried, clear.count(True), overturned(own))


def overturned(own: dict[str, bool | None]) -> tuple[str, ...] | None:
    """The coders without whom a statement falls, by whether it holds with each coder's own codes.

    Examples
    --------
    >>> overturned({"a": True, "b": False, "c": True}), overturned({"a": True}), overturned({})
    (('a', 'c'), None, None)
    """
    known = {coder: held for coder, held in own.items() if held is not None}
    if len(known) < 2:
        return None
    return tuple(coder for coder in known if not all(_without(known, coder)))


def _without(held: dict[str, bool], coder: str) -> Iterable[bool]:
    return (value for name, value in held.items() if name != coder)


def _holds(statement: Statement, found: Estimate) -> bool | None:
    if statement.kind in BY_SIGN and statement.texts:
        return None if math.isnan(found.value) else bool(found.value * statement.said > 0)
    return ALL_KINDS[statement.kind].holds(statement, found)
