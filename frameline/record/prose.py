"""A sentence as pieces, some of which are the values of findings."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Any, NamedTuple

from frameline.record.mime import PROSE_MIME
from frameline.record.shape import Shape


class ProseError(ValueError):
    """A sentence says what no finding backs."""


class Segment(NamedTuple):
    """A piece of a sentence: what an author wrote, or the value of the finding ``key``."""

    text: str
    key: str = ""

    def record(self) -> dict[str, str]:
        """The piece as JSON; without a key where it is no finding."""
        return {"key": self.key, "text": self.text} if self.key else {"text": self.text}

    @classmethod
    def from_record(cls, data: Any) -> Segment:
        """Read what `record` wrote.

        Raises
        ------
        RecordError
            The data have another shape.
        """
        shape = Shape(data, "a segment of text", ("text",))
        return cls(shape.text("text"), shape.text("key"))


@dataclass(frozen=True)
class Prose:
    """A sentence whose every number is a finding.

    Parameters
    ----------
    segments : tuple of Segment
        The pieces of the sentence.
    style : str
        What it is for: ``takeaway``, ``title``, ``statement``, ``lead``, ``verdict`` and others.

    Examples
    --------
    >>> said = Prose((Segment("The text makes "), Segment("12", "claims"), Segment(" claims.")))
    >>> print(said, said.keys, said.written)
    The text makes 12 claims. ('claims',) ['The text makes ', ' claims.']
    """

    segments: tuple[Segment, ...]
    style: str = "takeaway"

    def __str__(self) -> str:
        return "".join(segment.text for segment in self.segments)

    def __add__(self, other: Prose) -> Prose:
        return Prose((*self.segments, Segment(" "), *other.segments), self.style)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the findings that the sentence uses, in order."""
        return tuple(segment.key for segment in self.segments if segment.key)

    @property
    def written(self) -> list[str]:
        """The pieces that an author wrote, without the values of findings."""
        return [segment.text for segment in self.segments if not segment.key]

    @classmethod
    def of(cls, text: Prose | str, style: str) -> Prose:
        """Prose as it is; plain text in pieces that no cross-reference can be read from."""
        if isinstance(text, Prose):
            return text
        return cls(tuple(map(Segment, re.split(r"(?<=\[)(?=@)", text))), style)

    def record(self) -> dict[str, Any]:
        """The sentence as JSON: text segments, some with the key of their finding."""
        return {"segments": [segment.record() for segment in self.segments], "style": self.style}

    @classmethod
    def from_record(cls, data: Any) -> Prose:
        """Read what `record` wrote; without a style it is a takeaway.

        Raises
        ------
        RecordError
            The data have another shape.
        """
        shape = Shape(data, "a sentence", ("segments",))
        segments = tuple(map(Segment.from_record, shape.entries("segments")))
        return cls(segments, shape.text("style", "takeaway"))

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        parts = (
            f"<b title='{html.escape(key)}'>{html.escape(text)}</b>" if key else html.escape(text)
            for text, key in self.segments
        )
        return {
            "text/plain": str(self),
            "text/html": "<p>" + "".join(parts) + "</p>",
            PROSE_MIME: self.record(),
        }
