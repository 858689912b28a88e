"""The parameters of a chapter, read from its notebook for a build."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from frameline.record import parameters as declared
from frameline.record.parameters import TAG, Parameter, ParameterError, convert, fault_of, shown
from frameline.report import PlanError

__all__ = [
    "TAG",
    "Parameter",
    "convert",
    "fault_of",
    "parse_parameters",
    "read_parameters",
    "shown",
]


def read_parameters(notebook: Mapping[str, Any], chapter: str) -> dict[str, Parameter]:
    """What a chapter may be told; see `frameline.record.parameters.read_parameters`.

    Raises
    ------
    PlanError
        No cell of parameters, several of them, or a line that is not ``NAME = LITERAL``.
    """
    try:
        return declared.read_parameters(notebook, chapter)
    except ParameterError as error:
        raise PlanError(str(error)) from None


def parse_parameters(source: str, chapter: str) -> dict[str, Parameter]:
    """The same for the text of a cell of parameters.

    Raises
    ------
    PlanError
        It is not Python, or a line of it is not ``NAME = LITERAL``.
    """
    try:
        return declared.parse_parameters(source, chapter)
    except ParameterError as error:
        raise PlanError(str(error)) from None
