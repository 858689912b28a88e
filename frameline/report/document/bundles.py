"""What notebook cells hand to the builder: MIME bundles, checked and given types."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from frameline.report.escape import safe_address

_PREFIX = "application/vnd.frameline."
PROSE, FIGURE, TABLE, FINDINGS, EVIDENCE, SWITCH = (
    f"{_PREFIX}{name}+json"
    for name in ("prose", "figure", "table", "findings", "evidence", "switch")
)
MIMES = (PROSE, FIGURE, TABLE, FINDINGS, EVIDENCE, SWITCH)
_NUMBER = re.compile(r"[-+−]?[\d.,]+%?")
_KEY = re.compile(r"[a-z0-9][a-z0-9-]*")


class BundleError(ValueError):
    """A bundle is not what the report can show."""


@dataclass(frozen=True)
class Prose:
    """A sentence: pieces of text, some of them the value of a finding."""

    segments: tuple[tuple[str, str], ...]
    style: str = "takeaway"

    def __str__(self) -> str:
        return "".join(text for text, _ in self.segments)

    @property
    def written(self) -> list[str]:
        """The pieces that an author wrote, without the values of findings."""
        return [text for text, key in self.segments if not key]

    @classmethod
    def read(cls, data: Any) -> Prose:
        """Read ``{"segments": [{"text", "key"?}], "style"}``."""
        _expect(isinstance(data, Mapping) and isinstance(data.get("segments"), list), "segments")
        segments = []
        for segment in data["segments"]:
            _expect(isinstance(segment, Mapping) and "text" in segment, "segments of text")
            segments.append((str(segment["text"]), str(segment.get("key", ""))))
        return cls(tuple(segments), str(data.get("style", "takeaway")))


@dataclass(frozen=True)
class Column:
    """Heading and setting of one column."""

    label: str
    align: str = "left"
    width: float | None = None


@dataclass(frozen=True)
class Grid:
    """The cells of a table as text."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]

    @classmethod
    def read(cls, columns: Any, rows: Any) -> Grid:
        """Read columns (labels or label, align, width) and rows of cells."""
        _expect(isinstance(columns, Sequence) and isinstance(rows, Sequence), "columns and rows")
        body = tuple(tuple(str(cell) for cell in row) for row in rows)
        heads = tuple(
            Column(str(c["label"]), str(c.get("align", "left")), c.get("width"))
            if isinstance(c, Mapping)
            else Column(
                str(c), "right" if _numbers(row[i] for row in body if i < len(row)) else "left"
            )
            for i, c in enumerate(columns)
        )
        for row in body:
            _expect(len(row) == len(heads), f"{len(heads)} cells in each row")
        return cls(heads, body)


@dataclass(frozen=True)
class Figure:
    """A chart with everything a reader needs to check it."""

    key: str
    title: Prose
    subtitle: Prose
    alt: Prose
    svg: str
    table: Grid
    note: str = ""
    filter: str = ""
    how: str = ""
    source: str = ""
    evidence: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    export_svg: str = ""
    export_png: str = ""
    width_in: float = 6.3
    height_in: float = 3.5
    cuts: tuple[tuple[float, float], ...] = ()
    head_in: float = 0.0
    tentative: bool = False
    number: str = ""

    @classmethod
    def read(cls, data: Any) -> Figure:
        """Read a figure bundle."""
        _require(data, ("key", "title", "subtitle", "alt", "svg", "table"), "a figure")
        table = data["table"]
        _require(table, ("columns", "rows"), "the table of a figure")
        figure = cls(
            key=_key(data["key"]),
            title=Prose.read(data["title"]),
            subtitle=Prose.read(data["subtitle"]),
            alt=Prose.read(data["alt"]),
            svg=str(data["svg"]),
            table=Grid.read(table["columns"], table["rows"]),
            evidence=_strings(data.get("evidence")),
            uses=_strings(data.get("uses")),
            width_in=float(data.get("width_in", 6.3)),
            height_in=float(data.get("height_in", 3.5)),
            cuts=tuple((float(place), float(white)) for place, white in data.get("cuts") or ()),
            head_in=float(data.get("head_in", 0.0)),
            tentative=bool(data.get("tentative", False)),
            **{name: str(data.get(name, "")) for name in (
                "note", "filter", "how", "source", "export_svg", "export_png", "number")},
        )  # fmt: skip
        _expect(bool(str(figure.alt).strip()), f"alternative text (figure {figure.key})")
        return figure


@dataclass(frozen=True)
class Term:
    """A row of a table that explains words of the report."""

    row: int
    words: tuple[str, ...]
    meaning: str
    running: bool = False

    @classmethod
    def read(cls, data: Any) -> Term:
        """Read one entry of the terms of a table."""
        _require(data, ("row", "words", "meaning"), "a term")
        words = _strings(data["words"])
        _expect(bool(words), "the words of a term")
        return cls(int(data["row"]), words, str(data["meaning"]), bool(data.get("running", False)))


@dataclass(frozen=True)
class Table:
    """A table of the report."""

    key: str
    title: Prose
    grid: Grid
    note: str = ""
    filter: str = ""
    evidence: tuple[str, ...] = ()
    wide: bool = False
    number: str = ""
    terms: tuple[Term, ...] = ()

    @classmethod
    def read(cls, data: Any) -> Table:
        """Read a table bundle."""
        _require(data, ("key", "title", "columns", "rows"), "a table")
        return cls(
            key=_key(data["key"]),
            title=Prose.read(data["title"]),
            grid=Grid.read(data["columns"], data["rows"]),
            note=str(data.get("note", "")),
            filter=str(data.get("filter", "")),
            evidence=_strings(data.get("evidence")),
            wide=bool(data.get("wide", False)),
            number=str(data.get("number", "")),
            terms=tuple(Term.read(term) for term in data.get("terms") or ()),
        )


@dataclass(frozen=True)
class Claim:
    """One coded claim, as far as a reader may see it."""

    claim_id: str
    name: str = ""
    place: str = ""
    codes: str = ""
    anchor: str = ""
    gist: str = ""
    lang: str = ""
    link: str = ""

    @property
    def where(self) -> str:
        """The place in the text, unless the id says it already."""
        said = self.place.replace(" ", ".") in self.claim_id
        return "" if said else self.place

    @classmethod
    def read(cls, data: Any) -> Claim:
        """Read one row of an evidence bundle."""
        _require(data, ("claim_id",), "a claim")
        names = cls.__dataclass_fields__
        read = {name: str(data.get(name) or "") for name in names}
        return cls(**{**read, "link": safe_address(read["link"])})


@dataclass(frozen=True)
class View:
    """One way of seeing a piece of the report: its name, and the data of what it shows."""

    view: str
    name: str
    shows: Mapping[str, Any]


def read_views(data: Mapping[str, Any]) -> list[View]:
    """The views of an output: several where it is a switch, else one without a name."""
    first = {mime: data[mime] for mime in MIMES if mime in data and mime != SWITCH}
    if SWITCH not in data:
        return [View("", "", first)]
    switch = data[SWITCH]
    _require(switch, ("view", "name", "others"), "a switch")
    views = [View(_key(switch["view"]), str(switch["name"]), first)]
    for other in switch["others"]:
        _require(other, ("view", "name", "shows"), "a view")
        _expect(isinstance(other["shows"], Mapping), "what a view shows")
        views.append(View(_key(other["view"]), str(other["name"]), other["shows"]))
    return views


def _numbers(cells: Iterable[str]) -> bool:
    """Whether a column holds numbers and blanks only."""
    filled = [cell for cell in cells if cell]
    return bool(filled) and all(_NUMBER.fullmatch(cell) for cell in filled)


def read_findings(data: Any) -> list[dict[str, Any]]:
    """The findings of a chapter, each with its chapter."""
    _require(data, ("chapter", "findings"), "findings")
    found = []
    for finding in data["findings"]:
        _require(finding, ("key", "value", "unit", "text"), "a finding")
        fields = ("key", "value", "low", "high", "n", "unit", "filter", "evidence", "text")
        record = {name: finding.get(name) for name in fields}
        if "segments" in finding:  # a statement, which the summary quotes with its numbers
            record["segments"] = finding["segments"]
        found.append({**record, "chapter": str(data["chapter"])})
    return found


def read_claims(data: Any) -> list[Claim]:
    """The claims of an evidence bundle."""
    _require(data, ("claims",), "evidence")
    return [Claim.read(row) for row in data["claims"]]


def _strings(data: Any) -> tuple[str, ...]:
    return tuple(str(item) for item in data or ())


def _key(key: Any) -> str:
    _expect(
        bool(_KEY.fullmatch(str(key))), f"lower-case words joined by hyphens as key, not {key!r}"
    )
    return str(key)


def _require(data: Any, names: Sequence[str], what: str) -> None:
    _expect(isinstance(data, Mapping), f"{what} as a table of names")
    missing = [name for name in names if name not in data]
    _expect(not missing, f"{', '.join(missing)} in {what}")


def _expect(condition: bool, what: str) -> None:
    if not condition:
        raise BundleError(f"expected {what}")
