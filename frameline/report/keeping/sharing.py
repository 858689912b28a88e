"""Which chapters several reports of one sweep have in common, so that they run once."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

from frameline.report.plan.plan import Plan, Run


def chapters_ahead(plans: Sequence[Plan]) -> list[list[str]]:
    """Say which chapters to run ahead of the reports, and with the values of which report.

    A chapter is the same where its notebook and the values of all its parameters are, the corpus
    among them. Chapters that read the findings of others are never shared.

    Parameters
    ----------
    plans : sequence of Plan
        One for each report.

    Returns
    -------
    list of list of str
        For each plan the keys of the chapters that a later plan needs too and no earlier one has.
    """
    wanted = Counter(_identity(run) for plan in plans for run in _first(plan))
    seen: set[str] = set()
    ahead = []
    for plan in plans:
        mine = [(run.chapter.key, _identity(run)) for run in _first(plan)]
        ahead.append([key for key, same in mine if wanted[same] > 1 and same not in seen])
        seen |= {same for _, same in mine}
    return ahead


def _first(plan: Plan) -> list[Run]:
    return [run for run in plan.runs if not run.chapter.last]


def _identity(run: Run) -> str:
    defaults = {name: parameter.default for name, parameter in run.declared.items()}
    values = json.dumps(
        [defaults | dict(run.values), dict(run.choices)], sort_keys=True, ensure_ascii=False
    )
    return f"{run.chapter.file} {values}"
