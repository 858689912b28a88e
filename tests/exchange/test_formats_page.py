"""docs/formats.md says of each format what it loses: as the formats themselves say.

`FRAMELINE_UPDATE=1 pytest tests/exchange/test_formats_page.py` writes the table anew.
"""

import os
from pathlib import Path

from frameline.exchange.formats.registry import FORMATS, load_format, losses
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
BEGIN, END = "<!-- losses: begin -->", "<!-- losses: end -->"
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


def table() -> str:
    lines = ["| format | what | cannot hold |", "|---|---|---|"]
    for name in FORMATS:
        if not load_format(name).writes:
            about = load_format(name).about
            lines.append(f"| `{name}` | {about} | read only |")
            continue
        lost = dict.fromkeys(left.what for left in losses(name, EVERYTHING))
        about = load_format(name).about.replace("|", "\\|")
        lines.append(f"| `{name}` | {about} | {'; '.join(lost) or 'nothing is lost'} |")
    return "\n".join(lines)


def test_the_page_says_what_each_format_loses():
    page = PAGE.read_text(encoding="utf-8")
    before, rest = page.split(BEGIN)
    said, after = rest.split(END)
    if os.environ.get("FRAMELINE_UPDATE"):
        PAGE.write_text(f"{before}{BEGIN}\n{table()}\n{END}{after}", encoding="utf-8")
        said = f"\n{table()}\n"
    assert said.strip() == table()
