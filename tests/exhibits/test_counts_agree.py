"""A chart and the sentences around it count the same claims, in every exhibit of four corpora."""

import json
import re

import pytest

from frameline.corpus import read_corpus
from frameline.record.figure import Figure
from frameline.record.prose import Prose
from frameline.record.view import ViewToggle
from tests.plain_report import CORPORA, ROOT, plain_report

#: What follows a number of claims.
CLAIMS = re.compile(r"^ (core )?claims?\b")
REPORTS = [CORPORA / "river", CORPORA / "one", CORPORA / "minimal.csv", ROOT / "data"]


def views(block):
    """A block, or what stands in its place in each view."""
    return list(block.views.values()) if isinstance(block, ViewToggle) else [block]


def blocks(document):
    """What each chapter shows, view by view."""
    for chapter in document.chapters:
        yield [view for block in chapter.every_block for view in views(block)]


@pytest.fixture(scope="module", params=REPORTS, ids=lambda path: path.name)
def report(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp("counts")
    chapters = list(blocks(plain_report(request.param, folder)))
    found = json.loads((folder / "results.json").read_text(encoding="utf8"))
    names = read_corpus(request.param).documents.set_index("doc_id")["name"].to_dict()
    return chapters, {row["key"]: row for row in found}, names


def said_in(figure):
    """The pieces of a figure's words that are findings, each with what follows."""
    for part in (figure.title, figure.subtitle, figure.alt):
        after = [*part.segments[1:], None]
        for one, follows in zip(part.segments, after, strict=True):
            if one.key:
                yield one.key, follows.text if follows else ""


def column(figure, label, read=float):
    """The cells of a column of a figure's data; none where it is missing."""
    places = [i for i, c in enumerate(figure.table.columns) if c.label == label]
    return [read(row[place] or 0) for place in places for row in figure.table.rows]


def test_the_claims_that_a_figure_names_are_those_behind_it(report):
    chapters, findings, _ = report
    checked = 0
    for figure in (b for shown in chapters for b in shown if isinstance(b, Figure)):
        for key, after in said_in(figure):
            if not CLAIMS.match(after) or not isinstance(findings[key]["value"], int):
                continue
            checked += 1
            part_of_all = column(figure, key.removesuffix(".own").split(".")[-1])
            assert findings[key]["value"] in (len(figure.evidence), sum(part_of_all)), (
                f"{figure.key}: {key} is {findings[key]['value']}, behind: {len(figure.evidence)}"
            )
    assert checked


def numbers_of(row):
    """The cells of a row that are numbers."""
    return {float(cell) for cell in row if re.fullmatch(r"-?\d+(\.\d+)?", cell)}


def test_a_number_with_its_interval_has_the_n_of_the_chart(report):
    """The same value and limits in a sentence and in a chart's data: the same n, and text."""
    chapters, findings, names = report
    checked = 0
    for shown in chapters:
        said = {key for block in shown if isinstance(block, Prose) for key in block.keys}
        for figure in (block for block in shown if isinstance(block, Figure)):
            for key in said | {key for key, _ in said_in(figure)}:
                if key in findings:  # the name of a text is none
                    checked += _compare(figure, key, findings[key], names)
    assert checked or all(found["low"] is None for found in findings.values())


def _compare(figure, key, found, names):
    """Compare a finding with each row of a figure's data that shows it; how many do."""
    # A row of a specification curve is a way of counting: its n are all claims of that way.
    if None in (found["low"], found["n"]) or column(figure, "holds", str):
        return 0
    wanted = {round(found[part], 4) for part in ("value", "low", "high")}
    rows = [row for row in figure.table.rows if wanted <= numbers_of(row)]
    for row in rows:
        assert found["n"] in numbers_of(row), f"{figure.key}: {key} rests on {found['n']}: {row}"
        about = [name for doc, name in names.items() if f".{doc}" in key]
        assert not about or any(name in cell for name in about for cell in row), (figure.key, key)
    return len(rows)


def test_a_decade_is_printed_as_a_range(tmp_path):
    """Of a text dated 190X no single year is said, in no chapter."""
    document = plain_report(CORPORA / "minimal.csv", tmp_path, chapters=None)
    found = json.loads((tmp_path / "results.json").read_text(encoding="utf8"))
    years = {
        row["value"] for row in found if "cedar" in row["key"].lower() and "year" in row["key"]
    }
    assert years <= {"1900–1909"}
    said = " ".join(str(b) for shown in blocks(document) for b in shown)
    assert "1904" not in said, "the middle of a decade"
    last = next(row["value"] for row in found if row["key"] == "texts.last")
    assert last == 1909
