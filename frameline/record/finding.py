"""One number or word of the report, with what is needed to check it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from frameline.record.mime import FINDINGS_MIME
from frameline.record.prose import ProseError, Segment
from frameline.record.shape import RecordError, Shape, expect, is_number
from frameline.record.values import in_words, plain
from frameline.words.formats import UNITS, format_value

__all__ = ["FINDINGS_MIME", "Finding", "chapter_record", "read_chapter", "read_filters"]


@dataclass(frozen=True)
class Finding:
    """One number (or word) of the report, with what is needed to check it.

    Parameters
    ----------
    key : str
        Its name, such as ``net_valence.all``.
    value : object
        A number, text or list.
    unit : str
        One of `frameline.words.formats.UNITS`.
    low, high : float, optional
        The interval, where there is one.
    n : int, optional
        How many it was computed from.
    filter : str
        What was counted, in words.
    evidence : tuple of str
        The ids of the claims behind it.
    segments : tuple of Segment
        Of a statement: the sentence, which the summary quotes with its numbers.
    chapter : str
        Where it was found; known once the chapters are put together.
    text : str
        The value as the report prints it; made of value and unit unless it is given.
    """

    key: str
    value: Any
    unit: str
    low: float | None = None
    high: float | None = None
    n: int | None = None
    filter: str = ""
    evidence: tuple[str, ...] = ()
    segments: tuple[Segment, ...] = ()
    chapter: str = ""
    text: str = ""

    def __post_init__(self) -> None:
        if not self.text:
            object.__setattr__(self, "text", format_value(self.value, self.unit))

    def record(self) -> dict[str, Any]:
        """Plain JSON values, as they stand in ``results.json``."""
        segments = {"segments": [s.record() for s in self.segments]} if self.segments else {}
        return {
            "key": self.key, "value": plain(self.value), "low": plain(self.low),
            "high": plain(self.high), "n": plain(self.n), "unit": self.unit,
            "filter": self.filter, "evidence": list(self.evidence), "text": self.text,
            **segments, **({"chapter": self.chapter} if self.chapter else {}),
        }  # fmt: skip

    @classmethod
    def from_record(cls, data: Any) -> Finding:
        """Read what `record` wrote.

        Raises
        ------
        RecordError
            The data have another shape, or the value is none of its unit.
        """
        shape = Shape(data, "a finding", ("key", "value", "unit"))
        key, unit, value = shape.text("key"), shape.text("unit"), data["value"]
        expect(unit in UNITS, f"one of {', '.join(UNITS)} as unit of finding {key}", unit)
        expect(_is_value(value), f"a number, text or list as value of finding {key}", value)
        return cls(
            key=key,
            value=value,
            unit=unit,
            low=shape.maybe_number("low"),
            high=shape.maybe_number("high"),
            n=shape.maybe_number("n"),
            filter=shape.text("filter"),
            evidence=shape.texts("evidence"),
            segments=tuple(map(Segment.from_record, shape.entries("segments"))),
            chapter=shape.text("chapter"),
            text=shape.text("text") or _printed(value, unit, key),
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
            return in_words(self.value, capital=False) if self.value else "none"
        if spec in ("words", "Words"):
            return in_words(self.value, capital=spec == "Words")
        if spec == "abs":
            return format_value(abs(self.value), "number" if self.unit == "net" else self.unit)
        if spec == "lower":
            return self.text[:1].lower() + self.text[1:]
        if spec == "capital":
            return self.text[:1].upper() + self.text[1:]
        if spec == "":
            return self.text
        raise ProseError(f"unknown format {spec!r} for finding {self.key!r}")


def chapter_record(
    chapter: str, findings: Iterable[Finding], filters: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """The findings of a chapter as JSON.

    Parameters
    ----------
    chapter : str
    findings : iterable of Finding
    filters : mapping of str to str, optional
        Filters of findings, each as the chapter words it in the language of the report.
    """
    worded = {"filters": dict(filters)} if filters else {}
    return {"chapter": chapter, "findings": [finding.record() for finding in findings], **worded}


def read_filters(data: Any) -> dict[str, str]:
    """How a chapter words the filters of its findings; empty where it does as findings do.

    Raises
    ------
    RecordError
        The data have another shape.
    """
    filters = Shape(data, "findings", ("chapter", "findings")).data.get("filters", {})
    pairs = isinstance(filters, dict) and all(
        isinstance(text, str) for pair in filters.items() for text in pair
    )
    expect(pairs, "filters as a table of texts", filters)
    return dict(filters)


def read_chapter(data: Any) -> list[Finding]:
    """The findings of a chapter, each with its chapter.

    Raises
    ------
    RecordError
        The data have another shape.
    """
    shape = Shape(data, "findings", ("chapter", "findings"))
    chapter = shape.text("chapter")
    found = map(Finding.from_record, shape.entries("findings"))
    return [replace(finding, chapter=chapter) for finding in found]


def _is_value(value: Any) -> bool:
    """Whether a value is one that JSON can hold: a number, a text, nothing, or a list of them."""
    if isinstance(value, (list, tuple)):
        return all(_is_value(one) for one in value)
    return value is None or isinstance(value, (str, bool)) or is_number(value)


def _printed(value: Any, unit: str, key: str) -> str:
    try:
        return format_value(value, unit)
    except (TypeError, ValueError):
        raise RecordError(f"expected a value in {unit} for finding {key}") from None
