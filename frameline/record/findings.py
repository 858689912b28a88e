"""Numbers with names, and the sentences made of them.

A number that appears in prose is a *finding*: a key, a value, an interval where there is one,
n, the filter it was computed under and the ids of the claims behind it. Prose is made of
templates over findings, so that another corpus, coder or parameter changes the sentences by
itself, and so that no sentence can hold a number that nothing backs.
"""

from __future__ import annotations

import html
import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

PROSE_MIME = "application/vnd.frameline.prose+json"
FINDINGS_MIME = "application/vnd.frameline.findings+json"

#: What a handful of named texts cannot support, whoever writes the sentence (METHOD.md, section
#: 1): movement through time, cause and effect, certainty, the voice of a whole field.
FORBIDDEN = (
    "trend", "trends", "trending", "rose", "fell", "increasingly", "over time", "more and more",
    "ever more", "ever less", "evolved", "evolution", "trajectory",
    "caused", "led to", "leads to", "resulted in", "results in", "brought about", "gave rise to",
    "thanks to",
    "significant", "significantly", "insignificant", "prove", "proves", "proved", "proven",
    "undoubtedly", "undeniably", "obviously", "evidently", "of course", "without doubt",
    "dramatic", "dramatically", "strikingly", "remarkably", "massive", "massively",
    "analysts say", "experts say", "scholars agree", "experts agree", "it is well known",
)  # fmt: skip
#: How sentences name the coverage of every interval: ``{level}``, a convention and no finding.
LEVEL = "95%"
#: A reference to a work or a part of the report: ``[@lin-1991]``.
_CITATION = re.compile(r"\[@[\w.:-]+\]")
_FORBIDDEN = re.compile(r"\b(" + "|".join(re.escape(w) for w in FORBIDDEN) + r")\b", re.IGNORECASE)

UNITS = (
    "count", "share", "net", "alpha", "number", "p", "year", "percent", "text", "name", "list",
)  # fmt: skip
_WORDS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip


class ProseError(ValueError):
    """A sentence says what no finding backs."""


def format_value(value: Any, unit: str) -> str:
    """Write a value as a reader expects it, by its unit.

    Parameters
    ----------
    value : object
        A number, text or list; missing values give an en dash.
    unit : str
        One of ``UNITS``. ``share`` is a fraction shown in percent, ``net`` lies in -1..1 and
        keeps its sign, ``percent`` is already in percent, ``p`` is a probability.

    Examples
    --------
    >>> format_value(0.456, "share"), format_value(-0.5, "net"), format_value(0.0004, "p")
    ('46%', '−0.50', '< 0.001')
    >>> format_value(1234, "count"), format_value(["a", "b", "c"], "list")
    ('1,234', 'a, b and c')
    """
    if unit == "list":
        return join_words(list(value))
    if unit in ("text", "name"):
        return str(value)
    if _is_missing(value) or (isinstance(value, float) and math.isnan(value)):
        return "–"
    number = float(value)
    if unit == "p":
        return (
            "< 0.001"
            if number < 0.001
            else f"= {number:.3f}"
            if number < 0.1
            else f"= {number:.2f}"
        )
    text = {
        "count": f"{number:,.0f}",
        "year": f"{number:.0f}",
        "share": f"{100 * number:.0f}%",
        "percent": f"{number:.0f}%",
        "net": f"{number:+.2f}",
        "alpha": f"{number:.2f}",
        "number": f"{number:,.2f}",
    }[unit]
    if unit == "net" and float(text) == 0:
        text = "0.00"
    return text.replace("-", "−")


def join_words(words: Sequence[str]) -> str:
    """Join words as English does: ``a, b and c``; ``none`` for an empty list."""
    words = [str(w) for w in words]
    if not words:
        return "none"
    if len(words) == 1:
        return words[0]
    return ", ".join(words[:-1]) + " and " + words[-1]


@dataclass(frozen=True)
class Finding:
    """One number (or word) of the report, with what is needed to check it."""

    key: str
    value: Any
    unit: str
    low: float | None = None
    high: float | None = None
    n: int | None = None
    filter: str = ""
    evidence: tuple[str, ...] = ()
    segments: tuple[dict[str, str], ...] = ()

    @property
    def text(self) -> str:
        """The value as the report prints it."""
        return format_value(self.value, self.unit)

    def record(self) -> dict[str, Any]:
        """Plain JSON values, as they stand in ``results.json``."""
        segments = {"segments": [dict(s) for s in self.segments]} if self.segments else {}
        return {
            "key": self.key, "value": _plain(self.value), "low": _plain(self.low),
            "high": _plain(self.high), "n": _plain(self.n), "unit": self.unit,
            "filter": self.filter, "evidence": list(self.evidence), "text": self.text,
            **segments,
        }  # fmt: skip

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Finding:
        """Read back what :meth:`record` wrote."""
        return cls(
            record["key"],
            record["value"],
            record["unit"],
            record.get("low"),
            record.get("high"),
            record.get("n"),
            record.get("filter", ""),
            tuple(record.get("evidence", ())),
            tuple(record.get("segments", ())),
        )

    def written(self, spec: str) -> str:
        """The value under a format spec: ci, n, words, Words, none, abs, lower or capital.

        ``words|text|texts`` adds the noun in the right number; so does ``|text|texts`` after
        the number in digits.
        """
        if "|" in spec:
            head, one, many = spec.split("|")
            return f"{self.written(head)} {one if self.value == 1 else many}"
        if spec == "ci":
            return f"{format_value(self.low, self.unit)} to {format_value(self.high, self.unit)}"
        if spec == "n":
            return format_value(self.n, "count")
        if spec == "none":  # "none of the texts", "two of the texts"
            return _in_words(self.value, capital=False) if self.value else "none"
        if spec in ("words", "Words"):
            return _in_words(self.value, capital=spec == "Words")
        if spec == "abs":
            return format_value(abs(self.value), "number" if self.unit == "net" else self.unit)
        if spec == "lower":
            return self.text[:1].lower() + self.text[1:]
        if spec == "capital":
            return self.text[:1].upper() + self.text[1:]
        if spec == "":
            return self.text
        raise ProseError(f"unknown format {spec!r} for finding {self.key!r}")


def _in_words(value: Any, *, capital: bool) -> str:
    number = int(value)
    text = _WORDS[number] if 0 <= number < len(_WORDS) else f"{number:,}"
    return text.capitalize() if capital else text


def _is_missing(value: Any) -> bool:
    """Whether there is no value; that of pandas is known without importing pandas."""
    return value is None or type(value).__name__ == "NAType"


def _plain(value: Any) -> Any:
    """A JSON value without numpy types or NaN."""
    if _is_missing(value):
        return None
    if isinstance(value, (list, tuple)):
        return [_plain(v) for v in value]
    if hasattr(value, "item"):
        value = value.item()
    if isinstance(value, float):
        return None if math.isnan(value) else round(value, 10)
    return value


@dataclass(frozen=True)
class Prose:
    """A sentence whose every number is a finding."""

    segments: tuple[dict[str, str], ...]
    style: str = "takeaway"

    def __str__(self) -> str:
        return "".join(s["text"] for s in self.segments)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the findings that the sentence uses, in order."""
        return tuple(s["key"] for s in self.segments if "key" in s)

    def __add__(self, other: Prose) -> Prose:
        gap: tuple[dict[str, str], ...] = ({"text": " "},)
        return Prose(self.segments + gap + other.segments, self.style)

    def record(self) -> dict[str, Any]:
        """The sentence as JSON: text segments, some with the key of their finding."""
        return {"segments": [dict(s) for s in self.segments], "style": self.style}

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        parts = (
            f"<b title='{html.escape(s['key'])}'>{html.escape(s['text'])}</b>"
            if "key" in s
            else html.escape(s["text"])
            for s in self.segments
        )
        return {
            "text/plain": str(self),
            "text/html": "<p>" + "".join(parts) + "</p>",
            PROSE_MIME: self.record(),
        }


@dataclass
class Findings:
    """The findings of one chapter; collects numbers and makes sentences of them.

    Parameters
    ----------
    chapter : str
        Short name of the chapter, kept with each finding.
    names : mapping of str to str, optional
        Names that sentences may use (document id to display name), as ``{name.<id>}``.
    filter : str
        The filter in words; the default for every finding added.

    Examples
    --------
    >>> f = Findings("demo", filter="core claims")
    >>> f.add("claims", 12, unit="count")
    >>> print(f.say("The text makes {claims} claims."))
    The text makes 12 claims.
    >>> f.say("The text makes 12 claims.")
    Traceback (most recent call last):
    ...
    frameline.record.findings.ProseError: a digit that no finding backs: 'The text makes 12 claims.'
    """

    chapter: str
    names: Mapping[str, str] = field(default_factory=dict)
    filter: str = ""
    _found: dict[str, Finding] = field(default_factory=dict, init=False)
    _known: dict[str, Finding] = field(default_factory=dict, init=False)
    _view: str = field(default="", init=False)

    def __post_init__(self) -> None:
        for doc_id, name in self.names.items():
            self._known[f"name.{doc_id}"] = Finding(f"name.{doc_id}", name, "name")

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._found.values())

    def __len__(self) -> int:
        return len(self._found)

    def __contains__(self, key: str) -> bool:
        return key + self._view in self._found or key in self._known

    def __getitem__(self, key: str) -> Finding:
        if key + self._view in self._found:
            return self._found[key + self._view]
        if key in self._known:
            return self._known[key]
        raise ProseError(f"no finding {key!r} in chapter {self.chapter!r}")

    def view(self, name: str, filter: str) -> Findings:
        """The findings of a further view of the chapter, kept with the others.

        What is added gets the name of the view at the end of its key (``claims.own``); sentences
        name keys without it. Of the chapter's own findings they can use those added before this
        call: a number that the view lacks is an error, not the number of another view.

        >>> f = Findings("demo")
        >>> f.add("texts", 2, unit="count")
        >>> own = f.view("own", "author’s own voice")
        >>> own.add("claims", 9, unit="count")
        >>> print(own.say("{claims} claims in {texts} texts"), f["claims.own"].filter)
        9 claims in 2 texts author’s own voice
        """
        other = Findings(self.chapter, self.names, filter)
        other._found, other._view = self._found, f".{name}"
        other._known = {**self._known, **self._found}
        return other

    def add(
        self,
        key: str,
        value: Any,
        *,
        unit: str,
        low: float | None = None,
        high: float | None = None,
        n: int | None = None,
        filter: str | None = None,
        evidence: Iterable[str] = (),
    ) -> None:
        """Add one finding; a second one of the same key is refused."""
        if unit not in UNITS:
            raise ProseError(f"finding {key!r} has unit {unit!r}; allowed: {', '.join(UNITS)}")
        key += self._view
        if key in self._found:
            raise ProseError(f"finding {key!r} was added before")
        filter = self.filter if filter is None else filter
        self._found[key] = Finding(key, value, unit, low, high, n, filter, tuple(evidence))

    def add_table(
        self,
        table: pd.DataFrame,
        key: str,
        value: str,
        *,
        unit: str,
        low: str | None = "low",
        high: str | None = "high",
        n: str | None = "n",
        filter: str | None = None,
        evidence: Mapping[Any, Iterable[str]] | None = None,
        by: str = "doc_id",
    ) -> None:
        """Add one finding per row; ``key`` is a pattern over the columns: ``"claims.{doc_id}"``.

        ``evidence`` maps the values of column ``by`` to claim ids.
        """
        for raw in table.to_dict("records"):
            row = {str(k): v for k, v in raw.items()}
            self.add(
                key.format(**row),
                row[value],
                unit=unit,
                low=row.get(low) if low else None,
                high=row.get(high) if high else None,
                n=row.get(n) if n else None,
                filter=filter,
                evidence=(evidence or {}).get(row.get(by), ()),
            )

    def know(self, records: Iterable[Mapping[str, Any]]) -> None:
        """Let sentences use the findings of other chapters (records of ``results.json``)."""
        for record in records:
            self._known[record["key"]] = Finding.from_record(record)

    def say(self, template: str, style: str = "takeaway") -> Prose:
        """Make a sentence of a template over findings: ``"{claims.core.x} claims"``.

        Raises
        ------
        ProseError
            When the template names an unknown finding, holds a digit, or uses a word that the
            design cannot support (``FORBIDDEN``).
        """
        segments: list[dict[str, str]] = []
        for literal, key, spec, _ in Formatter().parse(template):
            if literal:
                check_words(literal, template)
                segments.append({"text": literal})
            if key == "level":
                segments.append({"text": LEVEL})
            elif key is not None:
                finding = self[key]
                segments.append({"text": finding.written(spec or ""), "key": finding.key})
        return Prose(tuple(segments), style)

    def state(self, name: str, template: str, *, evidence: Iterable[str] = ()) -> Prose:
        """Make a headline statement: shown where it is made, and quoted by the summary.

        It becomes a finding of its own, ``statement.<name>``, so that the robustness chapter can
        test it and the summary can leave it out. In a further view it is only shown.
        """
        prose = self.say(template, style="statement")
        if self._view:
            return prose
        key = f"statement.{name}"
        self.add(key, str(prose), unit="text", evidence=evidence)
        self._found[key] = replace(self._found[key], segments=prose.segments)
        return prose

    def quote(self, key: str, style: str = "takeaway") -> Prose:
        """A statement made in this or another chapter, with its numbers."""
        return Prose(self[key].segments, style)

    def title(self, template: str) -> Prose:
        """The headline of a figure or table."""
        return self.say(template, style="title")

    @property
    def cited(self) -> list[str]:
        """The ids of all claims behind the findings, sorted."""
        return sorted({claim for f in self for claim in f.evidence})

    def record(self) -> dict[str, Any]:
        """The chapter's findings as JSON."""
        return {"chapter": self.chapter, "findings": [f.record() for f in self]}


def read_findings(path: str | Path) -> list[dict[str, Any]]:
    """The findings of a build (``results.json``); an empty list where there is none yet."""
    file = Path(path)
    if not file.is_file():
        return []
    return json.loads(file.read_text(encoding="utf8"))


def check_words(literal: str, template: str) -> None:
    """Refuse digits and unsupported words in the fixed part of a sentence."""
    if re.search(r"\d", _CITATION.sub("", literal)):
        raise ProseError(f"a digit that no finding backs: {template!r}")
    if found := first_unsupported(literal):
        raise ProseError(f"the design cannot support the word {found!r}: {template!r}")


def first_unsupported(text: str) -> str:
    """The first word of a text that the design cannot support; empty where there is none.

    >>> first_unsupported("The share rose over time"), first_unsupported("The share is larger")
    ('rose', '')
    """
    found = _FORBIDDEN.search(text)
    return found.group() if found else ""
