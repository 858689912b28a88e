"""The index of a sweep: the findings of all its reports side by side."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from frameline.report.comparing.diff import Change, compare
from frameline.report.escape import escape_csv, printable
from frameline.report.plan.parameters import shown
from frameline.report.plan.project import default_template
from frameline.words.formats import list_separators, localised
from frameline.words.language import direction
from frameline.words.phrases import Phrases

INDEX = "index.json"
FORMAT = "frameline-sweep-1"
#: What a program needs of a finding in each run.
_FIELDS = ("value", "low", "high", "n", "unit", "filter", "text")


@dataclass(frozen=True)
class Column:
    """One run: what it was built with, and what it found or why it failed."""

    name: str
    values: Mapping[str, Any]
    ok: bool
    message: str = ""
    asides: tuple[str, ...] = ()
    findings: Sequence[Mapping[str, Any]] = ()
    page: bool = False
    pdf: bool = False

    @property
    def said(self) -> list[str]:
        """The values in words."""
        return [f"{name} = {shown(value)}" for name, value in self.values.items()]


@dataclass(frozen=True)
class Cell:
    """One finding in one run, beside the same finding in the first run that worked."""

    finding: Mapping[str, Any] | None
    change: Change | None = None

    @property
    def text(self) -> str:
        """The value as the report prints it; empty where there is none."""
        return "" if self.finding is None else str(self.finding["text"])

    @property
    def differs(self) -> bool:
        """Whether the value is not that of the first run."""
        return self.change is not None and (
            self.change.kind != "changed" or "value" in self.change.fields
        )

    @property
    def beyond(self) -> bool:
        """Whether it lies outside the interval of the first run."""
        return bool(self.change and self.change.beyond)


@dataclass(frozen=True)
class Row:
    """One finding in all runs that worked."""

    key: str
    chapter: str
    cells: tuple[Cell, ...] = field(default_factory=tuple)

    @property
    def differs(self) -> bool:
        """Whether any run gives another value than the first."""
        return any(cell.differs for cell in self.cells)

    @property
    def statement(self) -> bool:
        """Whether it is a headline sentence."""
        return self.key.startswith("statement.")


def is_index(path: Path) -> bool:
    """Whether a file is the index of a sweep."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(found, dict) and found.get("format") == FORMAT


def rows_of(columns: Sequence[Column]) -> list[Row]:
    """Put the findings of runs side by side.

    Parameters
    ----------
    columns : sequence of Column
        The runs that worked; differences are those from the first.

    Returns
    -------
    list of Row
        Statements first, then the rows with the largest difference, then by key.
    """
    if not columns:
        return []
    found = [{f["key"]: f for f in column.findings} for column in columns]
    changes = [
        {c.key: c for c in compare(columns[0].findings, column.findings).changes}
        for column in columns
    ]
    keys = dict.fromkeys(key for findings in found for key in findings)
    rows = [
        Row(
            key,
            next(str(findings[key].get("chapter", "")) for findings in found if key in findings),
            tuple(Cell(f.get(key), c.get(key)) for f, c in zip(found, changes, strict=True)),
        )
        for key in keys
    ]
    return sorted(rows, key=_rank)


def _rank(row: Row) -> tuple[bool, bool, float, str]:
    sizes = [c.change.size or 0.0 for c in row.cells if c.differs and c.change]
    return (not row.statement, not row.differs, -max(sizes, default=0.0), row.key)


def index_json(title: str, columns: Sequence[Column], rows: Sequence[Row]) -> str:
    """The index for programs."""
    names = [column.name for column in columns if column.ok]
    runs = [
        {
            "name": column.name, "parameters": dict(column.values), "ok": column.ok,
            "message": column.message, "stepped_aside": list(column.asides),
        }
        for column in columns
    ]  # fmt: skip
    findings = [
        {
            "key": row.key, "chapter": row.chapter, "differs": row.differs,
            "runs": {n: _values(c) for n, c in zip(names, row.cells, strict=True) if c.finding},
        }
        for row in rows
    ]  # fmt: skip
    whole = {"format": FORMAT, "title": title, "runs": runs, "findings": findings}
    return json.dumps(whole, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _values(cell: Cell) -> dict[str, Any]:
    assert cell.finding is not None
    found = {name: cell.finding.get(name) for name in _FIELDS}
    return found | {"differs": cell.differs, "beyond": cell.beyond}


def index_csv(columns: Sequence[Column], rows: Sequence[Row]) -> str:
    """The index as a long table, one line for each finding in each run."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(["run", "key", "chapter", *_FIELDS, "differs", "beyond"])
    names = [column.name for column in columns if column.ok]
    for row in rows:
        for name, cell in zip(names, row.cells, strict=True):
            if cell.finding is not None:
                line = [name, row.key, row.chapter, *_values(cell).values()]
                writer.writerow([escape_csv(_text(value)) for value in line])
    return buffer.getvalue()


def _text(value: Any) -> str:
    if value is None:
        return ""
    return "; ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)


class _Page:
    """What the template asks for besides the words."""

    def __init__(self, words: Phrases):
        self._words = words
        self.direction = direction(words.lang)
        #: What stands between the members of a list that goes on.
        self.comma = list_separators(words.lang)[0]

    def text(self, cell: Cell) -> str:
        """The value as the report prints it."""
        return self._words("not-there") if cell.finding is None else cell.text

    def about(self, cell: Cell) -> str:
        """Interval and n."""
        words, parts = self._words, []
        low, high, n = ((cell.finding or {}).get(name) for name in ("low", "high", "n"))
        if low is not None and high is not None:
            ends = {"low": self._number(f"{low:.3g}"), "high": self._number(f"{high:.3g}")}
            parts.append(words("interval-low-high", **ends))
        if n is not None:
            parts.append(words("n-cases", n=self._number(str(n))))
        return self.comma.join(parts)

    def _number(self, text: str) -> str:
        return text if self._words.lang == "en" else localised(text, self._words.lang)


def index_html(title: str, columns: Sequence[Column], rows: Sequence[Row], lang: str = "en") -> str:
    """The index as a page of its own: no script, nothing loaded."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    from frameline.report.page.phrasing import html_phrases
    from frameline.report.page.style import style_of

    folder = default_template()
    environment = Environment(
        loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    words = Phrases("sweep", lang)
    page = environment.get_template("sweep.html.j2").render(
        title=title,
        words=words,
        html=html_phrases(words),
        page=_Page(words),
        style=style_of(folder, direction(lang)),
        columns=columns,
        done=[column for column in columns if column.ok],
        failed=[column for column in columns if not column.ok],
        statements=[row for row in rows if row.differs and row.statement],
        differing=[row for row in rows if row.differs and not row.statement],
        same=[row for row in rows if not row.differs],
    )
    return printable(page)


def index(title: str, columns: Sequence[Column], lang: str = "en") -> dict[str, bytes]:
    """The files index.html, index.csv and index.json of a sweep, by name."""
    rows = rows_of([column for column in columns if column.ok])
    files = {
        "index.html": index_html(title, columns, rows, lang),
        "index.csv": index_csv(columns, rows),
        INDEX: index_json(title, columns, rows),
    }
    return {name: text.encode("utf-8") for name, text in files.items()}
