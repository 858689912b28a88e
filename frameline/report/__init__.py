"""From notebooks to the report: plan the chapters, run them, put them together, export them."""

from __future__ import annotations


class BuildError(Exception):
    """The report cannot be built; the message says where, what was found and what to do."""


class PlanError(BuildError):
    """The build was refused before anything ran."""


__all__ = ["BuildError", "PlanError"]
