"""Numbers with names, and the sentences made of them.

A number that appears in prose is a *finding*: a key, a value, an interval where there is one,
n, the filter it was computed under and the ids of the claims behind it. Prose is made of
templates over findings, so that another corpus, coder or parameter changes the sentences by
itself, and so that no sentence can hold a number that nothing backs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, Any

from frameline.record.finding import Finding
from frameline.record.prose import Prose, ProseError, Segment
from frameline.words.formats import UNITS, format_value, join_words
from frameline.words.refused import first_refused

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "LEVEL",
    "Findings",
    "check_words",
    "format_value",
    "join_words",
    "read_findings",
]

#: How sentences name the coverage of every interval: ``{level}``, a convention and no finding.
LEVEL = "95%"
#: A reference to a work or a part of the report: ``[@lin-1991]``.
_CITATION = re.compile(r"\[@[\w.:-]+\]")


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
    frameline.record.prose.ProseError: a digit that no finding backs: 'The text makes 12 claims.'
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
            design cannot support (``frameline/words/refused.toml``).
        """
        segments: list[Segment] = []
        for literal, key, spec, _ in Formatter().parse(template):
            if literal:
                check_words(literal, template)
                segments.append(Segment(literal))
            if key == "level":
                segments.append(Segment(LEVEL))
            elif key is not None:
                finding = self[key]
                segments.append(Segment(finding.written(spec or ""), finding.key))
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
    if found := first_refused(literal):
        raise ProseError(f"the design cannot support the word {found!r}: {template!r}")
