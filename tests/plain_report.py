"""A report made in this process: notebooks run cell by cell, without kernels or exporters.

What stands in a report of another corpus is then known in a second or two.
"""

import ast
import json
import re
from pathlib import Path
from unittest.mock import patch

import frameline.corpus
import frameline.exhibits.drawing
from frameline.corpus import StepAside
from frameline.exhibits import study
from frameline.exhibits.registry import Exhibit
from frameline.record.figure import Figure
from frameline.record.panel import Panel
from frameline.record.prose import Prose
from frameline.record.table import Table
from frameline.report.document.assemble import findings_of, merge
from frameline.report.document.document import Contents, Document, Evidence, Words, read_document
from frameline.report.plan.config import read_report
from frameline.report.plan.plan import Plan, Run, title_of
from frameline.report.running.gate import Executed

ROOT = Path(__file__).parents[1]
CORPORA = ROOT / "tests" / "corpora"
#: Few draws: what is looked at is words, not the last digit of an interval.
FAST = {"draws": 20, "permutations": 19, "simulations": 10, "most": 10, "most_permutations": 1000}


def run_notebook(path, **values):
    """The notebook as a kernel would leave it, and the line it stepped aside with."""
    book = json.loads(Path(path).read_text(encoding="utf8"))
    space, cells, aside = {"__name__": "__main__"}, [], ""
    for cell in book["cells"]:
        cells.append(cell)
        if cell["cell_type"] != "code":
            continue
        shown = []
        space["display"] = shown.append
        try:
            last = _run("".join(cell["source"]), space)
        except StepAside as line:
            aside = str(line)
            break
        if "parameters" in cell["metadata"].get("tags", ()):
            space.update({k: v for k, v in values.items() if k in space})
        made = [item for item in [*shown, last] if item is not None]
        kept = [block for item in made for block in _blocks(item)]
        cell["outputs"] = [
            {"output_type": "display_data", "data": item._repr_mimebundle_()} for item in kept
        ]
    return {**book, "cells": cells}, aside


def _blocks(item):
    """What an exhibit shows; anything else shows itself."""
    return item.blocks if isinstance(item, Exhibit) else [item]


def _run(source, space):
    """Run a cell; the value of its last line, which a notebook would show."""
    tree = ast.parse(source)
    # The notebooks take `display` from IPython; here it collects.
    tree.body = [n for n in tree.body if "IPython" not in (getattr(n, "module", "") or "")]
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "<cell>", "exec"), space)
    if last is None:
        return None
    return eval(compile(ast.Expression(last.value), "<cell>", "eval"), space)


#: Stands for every chart: what is drawn has tests of its own.
_CHART = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>'


def plain_report(corpus, folder, chapters=None, **values) -> Document:
    """The document of a report on a corpus, all chapters or those named; no chart is drawn."""
    read_once = _read_once()
    with (
        patch.object(frameline.exhibits.drawing, "_save", return_value=_CHART),
        patch.object(frameline.corpus, "read_corpus", read_once),
        patch.dict(study.__globals__, read_corpus=read_once),
    ):
        return _plain_report(corpus, folder, chapters, **values)


def plain_results(corpus, folder, **values):
    """The findings of such a report, as they stand in results.json."""
    plain_report(corpus, folder, **values)
    return json.loads((Path(folder) / "results.json").read_text(encoding="utf8"))


def _read_once():
    """Read a corpus for the first chapter only: reading takes longer than most of them."""
    read, kept = frameline.corpus.read_corpus, {}

    def read_once(path, *, drop=(), coding="final", **options):
        key = (str(path), tuple(drop), coding)
        if key not in kept:
            kept[key] = read(path, drop=drop, coding=coding, **options)
        return kept[key]

    return read_once


def _plain_report(corpus, folder, chapters, **values):
    report = read_report(ROOT / "report/report.toml")
    results = Path(folder) / "results.json"
    wanted = [c for c in report.chapters if chapters is None or c.key in chapters]
    done = {}
    for chapter in sorted(wanted, key=lambda c: (c.last, c.summary)):
        given = {**FAST, "corpus": str(corpus), "results": str(results), **values}
        notebook, aside = run_notebook(chapter.file, **given)
        done[chapter.key] = Executed(chapter.key, notebook, aside)
        results.write_text(json.dumps(findings_of(done.values())), encoding="utf8")
    runs = [
        Run(c, str(n), title_of(done[c.key].notebook, c.key), {}, {})
        for n, c in enumerate(wanted, 1)
    ]
    plan = Plan(report, tuple(runs), partial=True)
    return read_document(merge(plan, done))


def sentences(document):
    """Everything the report says, line by line, chapter by chapter; no data behind charts."""
    for chapter in document.chapters:
        yield "# " + chapter.title
        for block in chapter.every_block:
            yield from _said(block)
    for aside in document.asides:
        yield from (aside["title"], aside["text"])


def _said(block):
    if isinstance(block, Words):
        yield from block.source.splitlines()
    elif isinstance(block, Prose):
        yield str(block)
    elif isinstance(block, Figure):
        yield from (f"Figure: {block.title}", str(block.subtitle), str(block.alt))
        yield from (block.note, block.filter, block.how)
    elif isinstance(block, Panel):
        yield from (*map(str, block.said), block.note, block.filter, block.how)
    elif isinstance(block, Table):
        yield from (f"Table: {block.title}", block.note, block.filter)
        yield " | ".join(column.label for column in block.grid.columns)
        yield from (" | ".join(row) for row in block.grid.rows)
    elif not isinstance(block, (Evidence, Contents)):
        raise TypeError(type(block))


def headings(lines):
    return [line for line in lines if re.match(r"#+ ", line)]
