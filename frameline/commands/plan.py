"""`frameline plan`: which chapters a report about a corpus will have, and why."""

from __future__ import annotations

import argparse
import ast
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from frameline.commands.corpora import corpus_at, need_scale
from frameline.commands.ending import OK
from frameline.commands.parsing import add_command, add_report
from frameline.commands.printing import print_table
from frameline.report.plan.design import CROWD, DESIGNS, FEW, Design, design_of
from frameline.report.plan.project import default_report

if TYPE_CHECKING:
    from frameline.report.plan.plan import Run

#: What the report about a corpus of a design opens with.
_OPENS = {
    FEW: "text by text: what each says, what changes from one to the next",
    CROWD: "how often each code stands, as the mean of the coders has it",
}


def add(commands: Any) -> None:
    """The parser of `frameline plan`."""
    parser = add_command(
        commands, "plan", run, "Say which chapters the report about a corpus has, and why."
    )
    parser.add_argument("corpus", nargs="?", type=Path, metavar="CORPUS")
    parser.add_argument("--design", default="", metavar="|".join(DESIGNS), help="another shape")
    parser.add_argument(
        "-p", "--parameter", action="append", default=[], metavar="NAME=VALUE",
        help="as for `frameline build`",
    )  # fmt: skip
    add_report(parser)


def run(given: argparse.Namespace) -> int:
    """Print the design, and a line for each chapter."""
    from frameline.corpus import read_corpus
    from frameline.corpus.choices import Choices
    from frameline.report.plan.config import read_report
    from frameline.report.plan.plan import parse_override, plan

    path = corpus_at(given.corpus)
    design = design_of(path, given.design)
    if design.parquet:
        need_scale(path)
    report = read_report(given.report or default_report(path, given.design))
    planned = plan(report, [parse_override(text) for text in given.parameter], corpus=path)
    print(f"{path}: {_said(design)}")
    print(
        f"The report is {report.path.name}: {_OPENS.get(design.name, 'shares, groups, periods')}."
    )
    choices = next((dict(run.choices) for run in planned.runs if run.choices), {})
    corpus = read_corpus(path, choices=Choices(**choices))
    rows = [[r.number, r.chapter.part, r.title, _will_be(r, corpus)] for r in planned.runs]
    print_table(["", "part", "chapter", "will be there"], rows)
    return OK


def _said(design: Design) -> str:
    """The design of a corpus and what it was seen by."""
    if design.parquet:
        return f"{design.name} documents, as Parquet files that an engine counts"
    seen = f"{design.documents:,} documents, {design.coders} coders"
    undated = f"; {design.undated} have no date" if design.undated else ""
    return f"{design.name} ({seen}{undated})"


def _will_be(run: Run, corpus: Any) -> str:
    """Whether a chapter will be there; else what it lacks."""
    from frameline.corpus import StepAside
    from frameline.exhibits import study
    from frameline.report.plan.plan import read_notebook

    if run.wants_results:
        return "yes, if the others find something"
    chapter, needs = needs_of(read_notebook(run.chapter)["cells"])
    if not chapter:
        return "yes"
    try:
        study(chapter, corpus, draws=100).require(*needs)
    except StepAside as aside:
        return f"no: {aside}"
    return "yes"


def needs_of(cells: Sequence[dict[str, Any]]) -> tuple[str, list[str]]:
    """The chapter that a notebook studies, and what it requires, as literals in its cells.

    Examples
    --------
    >>> source = 'texts = study("frames", corpus)\\ntexts.require("claims.frame", "documents")'
    >>> needs_of([{"cell_type": "code", "source": source}])
    ('frames', ['claims.frame', 'documents'])
    """
    chapter, needs = "", []
    for call, words in _calls(cells):
        if call == "study" and words:
            chapter = words[0]
        elif call == "require":
            needs += words
    return chapter, needs


def _calls(cells: Sequence[dict[str, Any]]) -> Iterator[tuple[str, list[str]]]:
    """Every call in the code of a notebook, with the texts among its arguments."""
    for cell in cells:
        if cell["cell_type"] != "code":
            continue
        for node in ast.walk(ast.parse("".join(cell["source"]))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                words = [a.value for a in node.args if isinstance(a, ast.Constant)]
                yield name, [word for word in words if isinstance(word, str)]
