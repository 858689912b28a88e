"""docs/formats.md says of each format what it takes, leaves and loses: as the formats say.

`FRAMELINE_UPDATE=1 pytest tests/exchange/test_formats_page.py` writes the tables anew.
"""

import os
import re
import tempfile
from pathlib import Path

import pytest

from frameline.exchange.formats.registry import FORMATS, losses, read_files, write_files
from frameline.exchange.formats.tables import recipes
from frameline.exchange.formats.tables.recipes import read_recipes
from frameline.exchange.model.project import (
    Annotation,
    Code,
    Coding,
    Document,
    Project,
    Span,
    Variable,
)

PAGE = Path(__file__).parents[2] / "docs" / "formats.md"
RECIPES = Path(recipes.__file__).parent / "recipes"
#: From the file of a new source to the first report, in seconds of the processor.
MOST_SECONDS = 300
#: A project with one of everything that a format may be unable to hold.
CODES = (
    Code("ECO", "Economy", "what is bought and sold", "#A0B0C0"),
    Code("oil", "Oil", parent="ECO"),
    Code("SAN", "Sanctions", colour="grey"),
)
VARIABLES = (
    Variable("frame", CODES, several=True, label="How it is put"),
    Variable("tone", (Code("calm"), Code("never used"))),
)
ONE = Annotation((Span(0, 3), Span(8, 13)), {"frame": ("ECO",)}, id="e 1", quote="one three")
SET = Annotation((Span(0, 3),), {"frame": ("ECO", "oil"), "tone": ("calm",)}, "claims", note="why")
BLANKS = Annotation((Span(3, 4),), {"frame": ("two words",)}, quote="\n")
WHOLE = (Annotation((), {"tone": ("calm",)}), Annotation((), {"frame": ("SAN",)}))
REST = (
    Annotation((Span(4, 7),), {"frame": ("SAN",)}, layer="events"),
    Annotation((Span(2, 2),), {"frame": ("SAN",)}),
    Annotation((), {"frame": ("SAN",)}, unit="P1.s1"),
    Annotation((Span(4, 7),)),
    Annotation(),
    Annotation((Span(4, 7),), {"frame": ("",)}, note="two\nlines"),
)
EVERYTHING = Project(
    (Document("a/b", "one two three", {"title": "A", "archive": "B"}), Document("empty", "")),
    (Coding("a/b", "Anna/B", (ONE, SET, BLANKS, *WHOLE, *REST)), Coding("a/b", "ben")),
    VARIABLES,
)


#: Of a project of claims with one code and one place each this is all that may go.
PLAIN = Project(
    (Document("letter", "Norland trades with Sudmark.", {"published": "1911-03-02"}),),
    (Coding("letter", "anna", (Annotation((Span(0, 7),), {"label": ("ECO",)}),
                               Annotation((Span(8, 14),), {"label": ("SAN",)}))),),
)  # fmt: skip


def bare(text: str) -> str:
    return text.replace("|", "\\|")


def losses_table() -> str:
    lines = ["| format | what | cannot hold |", "|---|---|---|"]
    for name, one in FORMATS.items():
        lost = ["read only"]
        if one.writes:
            lost = list(dict.fromkeys(left.what for left in losses(name, EVERYTHING)))
        lines.append(f"| `{name}` | {bare(one.about)} | {'; '.join(lost) or 'nothing is lost'} |")
    return "\n".join(lines)


def round_trip(name: str) -> str:
    """What comes back of plain claims that are written and read again: found by doing it."""
    one = FORMATS[name]
    if not one.writes:
        return "read only"
    if one.codes_only:
        return "codes only"
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / f"made{one.suffixes[0]}"
        files = write_files(name, PLAIN, out)
        back = read_files(name, [out] if out.exists() else files)
    assert not [left for left in back.left if left.fault]
    coders, again = ({c.coder for c in project.codings} for project in (PLAIN, back))
    said = "the same" if coders == again else "the same; the file names the coder"
    if placed(PLAIN) == placed(back):
        return said
    text = back.documents[0].text or ""
    words = [text[s.start : s.end] for c in back.codings for a in c.annotations for s in a.spans]
    assert words == ["Norland", "trades"], "no claim may go"
    return f"{said}; the text has one blank between words"


def placed(project: Project) -> list[object]:
    return [
        (c.document, [(s.start, s.end) for s in a.spans], sorted(a.values.values()))
        for c in project.codings for a in c.annotations
    ]  # fmt: skip


def reading_table() -> str:
    lines = ["| format | taken | left, and named | plain claims written and read again |",
             "|---|---|---|---|"]  # fmt: skip
    for name, one in FORMATS.items():
        cells = (f"`{name}`", bare(one.takes), bare(one.leaves), round_trip(name))
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def recipes_table() -> str:
    lines = ["| table of | known by the columns |", "|---|---|"]
    for one in sorted(read_recipes(RECIPES), key=lambda recipe: recipe.about.casefold()):
        header = "; or ".join(", ".join(f"`{c}`" for c in columns) for columns in one.header)
        lines.append(f"| {bare(one.about)} | {header} |")
    return "\n".join(lines)


#: Part of the page by its marks to what makes it.
PARTS = {"reading": reading_table, "losses": losses_table, "recipes": recipes_table}


@pytest.mark.parametrize("part", PARTS)
def test_the_page_says_what_the_formats_say(part):
    begin, end = f"<!-- {part}: begin -->", f"<!-- {part}: end -->"
    page = PAGE.read_text(encoding="utf-8")
    before, rest = page.split(begin)
    said, after = rest.split(end)
    made = PARTS[part]()
    if os.environ.get("FRAMELINE_UPDATE"):
        PAGE.write_text(f"{before}{begin}\n{made}\n{end}{after}", encoding="utf-8")
        said = made
    assert said.strip() == made


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_says_what_it_takes_and_leaves(name):
    assert FORMATS[name].takes
    assert FORMATS[name].leaves


def test_every_format_was_timed_or_is_a_table_or_a_corpus():
    tried = PAGE.read_text(encoding="utf-8").split("<!-- tried: begin -->")[1]
    names = set(re.findall(r"^\| ([\w-]+) \|", tried, re.MULTILINE)) - {"format"}
    assert names >= {one for one, it in FORMATS.items() if not it.writes}
    slow = [line for line in tried.splitlines() if line.startswith("| ") and line[2] != "f"
            and float(line.split("|")[10]) >= MOST_SECONDS]  # fmt: skip
    assert slow == []
