"""Reports of other people's corpora read as if written for them.

Each corpus is run through all chapters, and every line that a reader gets is looked at: no
section without content, no table without rows, no number without its noun in the right form, no
machine's word for nothing.
"""

import re
import shutil

import pandas as pd
import pytest

from frameline.exchange.incoming.beginning import new_corpus
from frameline.record.figure import Figure
from frameline.record.panel import Panel
from frameline.record.prose import Prose
from frameline.record.table import Table
from frameline.report.document.document import Contents, Evidence, Words
from tests.plain_report import CORPORA, plain_report, sentences

#: Words and turns that a reader must never meet, each with what it gives away.
TELLTALE = {
    r"\bnan\b|\bNaN\b|<NA>": "a missing number",
    r"\bNone\b": "a missing object",
    r"\b0 of 0\b|\bof 0\b(?!\.)": "a share of nothing",
    r"\b1 (?:\w+ )?(?:texts|claims|ways|mentions|reasons|frames|coders|steps|comparisons|sentences"
    r"|variables|codes|differences|statements|recommendations|years|paragraphs|events|cases)\b": (
        "one of several"
    ),
    r"\b[Oo]ne (?:texts|claims|ways|reasons|coders|comparisons|statements|differences)\b": "one",
    r"\b(?:one|1) (?:stand|make|hold|agree|bind|divide)\b": "one, with the verb of several",
    r"\b(?:in one of one|none of one|no and one)\b": "one comparison told as many",
    r"p = =|\(p –\)|\(–\)": "a test that was not made",
    r"from (\d{4}) to \1\b|of (\d{4}) to \2\b": "a span of one year",
    r"\ball two\b": "both",
    r"\{|\}": "a template that was not filled",
    r"no labels and no label": "a table and its columns told one by one",
    r"\bA and B\b": "a pair that nobody named",
    r"steps aside\.$": "a chapter that does not say what would fill it",
}


def small(tmp_path):
    """What `frameline new` writes."""
    new_corpus(tmp_path / "bay")
    return tmp_path / "bay"


def sheet(tmp_path):
    """Frames of three texts without a date finer than a year, a coder's name or a codebook."""
    rows = [
        *[("Editorial A", 1921, code) for code in ("hope", "people", "money")],
        *[("Letter", 1922, code) for code in ("people", "money", "money")],
        ("Column", 1923, "work"),
    ]
    table = pd.DataFrame(rows, columns=["document", "date", "frame"]).assign(coder="x")
    table.to_csv(tmp_path / "sheet.csv", index=False)
    return tmp_path / "sheet.csv"


def century(tmp_path):
    """Fourteen texts over eighty years with frame, valence and nobody's voice."""
    rows = [
        {"document": f"Leader {year}", "date": year, "coder": "ana", "frame": frame,
         "valence": ("binding", "dividing", "ambivalent")[(year // 6 + place) % 3]}
        for year in range(1920, 2000, 6)
        for place, frame in enumerate(["trade", "faith", "water"] * (1 + year % 3))
    ]  # fmt: skip
    pd.DataFrame(rows).to_csv(tmp_path / "century.csv", index=False)
    return tmp_path / "century.csv"


def unsigned(tmp_path):
    """A codebook as an import drafts it: valence is coded, and no code says which way it points."""
    folder = shutil.copytree(CORPORA / "river", tmp_path / "unsigned")
    text = (folder / "codebook.toml").read_text(encoding="utf8")
    kept = [line for line in text.splitlines() if not line.startswith(("sign =", "own ="))]
    (folder / "codebook.toml").write_text("\n".join(kept), encoding="utf8")
    return folder


MADE = {"new": small, "sheet": sheet, "century": century}
KEPT = ["one", "minimal.csv", "rtl"]


@pytest.fixture(scope="module", params=[*KEPT, *MADE])
def document(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp(request.param.partition(".")[0])
    made = MADE.get(request.param)
    return plain_report(made(folder) if made else CORPORA / request.param, folder)


def test_no_line_gives_the_machine_away(document):
    lines = list(sentences(document))
    found = [
        f"{why}: {line}"
        for pattern, why in TELLTALE.items()
        for line in lines
        if re.search(pattern, line)
    ]
    assert not found, "\n".join(found)


def test_no_section_is_empty(document):
    for chapter in document.chapters:
        blocks = list(chapter.blocks)
        for block, following in zip(blocks, [*blocks[1:], None], strict=True):
            if isinstance(block, Words) and re.search(r"^#+ [^\n]*\s*\Z", block.source, re.M):
                last = block.source.rstrip().splitlines()[-1]
                shown = isinstance(following, (Prose, Figure, Table, Panel, Evidence, Contents))
                assert shown or not last.startswith("#"), f"{chapter.title}: {last}"


def test_every_chapter_says_something(document):
    for chapter in document.chapters:
        shown = [
            b for b in chapter.blocks if isinstance(b, (Prose, Figure, Table, Panel, Contents))
        ]
        assert shown, chapter.title


def test_no_table_is_empty_and_no_column_of_it(document):
    for table in document.tables:
        assert table.grid.rows, table.key
        for place, column in enumerate(table.grid.columns):
            # "A dash: no difference suffices" is an answer.
            nothing = {""} if table.key in ("longer-texts", "resolution") else {"", "–"}
            assert {row[place] for row in table.grid.rows} - nothing, (table.key, column.label)


def test_a_corpus_of_frames_alone_gets_its_frames(tmp_path):
    document = plain_report(sheet(tmp_path), tmp_path, ["what-binds-what-divides"])
    assert len(document.chapters) == 1
    assert [figure.key for figure in document.figures] == ["reason-matrix"]
    said = " ".join(sentences(document))
    assert "No frame is given by every text" in said
    assert "nothing is said here of what binds and what divides" in said
    assert not document.asides


def test_valence_without_signs_is_named_as_such(tmp_path):
    document = plain_report(unsigned(tmp_path), tmp_path, ["how-do-they-argue"])
    assert any("no signs on its valence codes" in line for line in sentences(document))
