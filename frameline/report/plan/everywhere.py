"""Choices that hold for every chapter: declared here once, and written into notebooks that run."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from frameline.corpus.choices import ChoiceError, Choices, read_merge
from frameline.corpus.conditions import ConditionError
from frameline.report import PlanError
from frameline.report.plan.parameters import TAG, Parameter, convert

#: Name to what `frameline params` says of it. Values go to `frameline.corpus.choices.Choices`.
EVERYWHERE: Mapping[str, Parameter] = {
    one.name: one
    for one in (
        Parameter("by", [], "groups: columns of the documents, period, coder"),
        Parameter("where", "", "which documents: outlet in [FOX, NYT] and year >= 2012"),
        Parameter("weight", "", "column of the documents that says how much each counts"),
        Parameter("periods", "", "year, decade, or first years of periods: 2001,2015,2021"),
        Parameter("merge", "", "file with a map of codes to be taken together"),
        Parameter("final", "", "mean, majority, any, all, coder:NAME or 2-of-3"),
    )
}
CHOSEN = "choices"


def read_choices(given: Iterable[tuple[str, Any, Path, bool]]) -> dict[str, Any]:
    """Read the choices for all chapters.

    Parameters
    ----------
    given
        Name, value, folder of a file named in it, and whether the value is text to be read.

    Returns
    -------
    dict
        As `Choices.record`: JSON, without what is empty.

    Raises
    ------
    PlanError
        What is wrong with a choice.

    Examples
    --------
    >>> read_choices([("by", "outlet,period", Path(), True)])
    {'by': ['outlet', 'period']}
    """
    values: dict[str, Any] = {}
    try:
        for name, value, folder, from_text in given:
            values[name] = convert(EVERYWHERE[name], str(value)) if from_text else value
            if name == "merge" and isinstance(values[name], str):
                values[name] = read_merge(folder / values[name]) if values[name] else {}
            elif type(values[name]) is not EVERYWHERE[name].type and name != "merge":
                raise ChoiceError(f"{name}: allowed: {EVERYWHERE[name].type_name}")
        return Choices(**values).record()
    except (ChoiceError, ConditionError) as error:
        raise PlanError(str(error)) from None


def check_choices(corpus: Path, choices: Mapping[str, Any]) -> None:
    """Raise PlanError where a corpus cannot follow the choices: one message, not one a chapter."""
    from frameline.corpus.corpus import read_corpus

    try:
        read_corpus(corpus, choices=Choices(**choices))
    except ValueError as error:
        raise PlanError(str(error)) from None


def with_choices(notebook: dict[str, Any], choices: Mapping[str, Any]) -> dict[str, Any]:
    """A notebook with the choices set in a cell after its parameters.

    Examples
    --------
    >>> cells = [{"cell_type": "code", "metadata": {"tags": ["parameters"]}, "source": "a = 1"}]
    >>> print(with_choices({"cells": cells}, {"final": "any"})["cells"][1]["source"])
    from frameline.corpus.choices import choose
    <BLANKLINE>
    choose(final='any')
    """
    lines = ", ".join(f"{name}={value!r}" for name, value in choices.items())
    cell: dict[str, Any] = {
        "cell_type": "code", "execution_count": None, "outputs": [], "id": CHOSEN,
        "metadata": {"tags": [CHOSEN]},
        "source": f"from frameline.corpus.choices import choose\n\nchoose({lines})",
    }  # fmt: skip
    cells = list(notebook["cells"])
    tags = [one.get("metadata", {}).get("tags", []) for one in cells]
    place = next((n for n, found in enumerate(tags) if TAG in found), -1)
    return {**notebook, "cells": [*cells[: place + 1], cell, *cells[place + 1 :]]}


def write_notebook(source: Path, target: Path, choices: Mapping[str, Any]) -> Path:
    """Write a notebook with the choices in it; the notebook itself where there are none."""
    if not choices:
        return source
    notebook = json.loads(source.read_text(encoding="utf-8"))
    target.write_text(json.dumps(with_choices(notebook, choices)), encoding="utf-8")
    return target
