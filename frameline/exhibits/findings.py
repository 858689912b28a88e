"""Numbers with names: the findings of one chapter, and how messages find them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from frameline.record.finding import Finding, chapter_record
from frameline.words.formats import UNITS

if TYPE_CHECKING:
    import pandas as pd

_PLACE = re.compile(r"\{(\w+)\}")


class FindingError(ValueError):
    """A finding that is missing, or that was added with another value before."""


def variable_of(pattern: str) -> str:
    """The name under which messages ask for a finding.

    >>> variable_of("steps.count"), variable_of("step.{from}.{to}.net")
    ('steps-count', 'step-from-to-net')
    """
    return _PLACE.sub(r"\1", pattern).replace(".", "-")


def key_of(pattern: str, at: Mapping[Any, Any] | None = None) -> str:
    """The key that a pattern stands for at a place.

    >>> key_of("claims.{doc_id}", {"doc_id": "a"}), key_of("claims.core")
    ('claims.a', 'claims.core')
    """
    return _PLACE.sub(lambda place: str((at or {})[place[1]]), pattern)


def name_or_list(names: Sequence[str]) -> tuple[Any, str]:
    """Value and unit of what comes first: its name, or the list of those that share the place.

    A message chooses by ``{ $frames-first -> [some] are … *[other] is … }``.

    >>> name_or_list(["water"]), name_or_list(["water", "trade"])
    (('water', 'name'), (['water', 'trade'], 'list'))
    """
    return (names[0], "name") if len(names) == 1 else (list(names), "list")


class Findings:
    """The findings of one chapter.

    Parameters
    ----------
    chapter : str
        Short name of the chapter, kept with each finding.
    names : mapping of str to str
        Document id to display name; a message shows one as ``{ $name-doc_id }``. Not looked at
        before a message asks.
    filter : str
        The filter in words; the default of every finding.

    Examples
    --------
    >>> f = Findings("demo", {"a": "Text A"}, "core claims")
    >>> f.add("claims.{doc_id}", 12, unit="count", at={"doc_id": "a"})
    >>> f.look_up("claims-doc_id", {"doc_id": "a"}).text, f["claims.a"].filter
    ('12', 'core claims')
    """

    def __init__(self, chapter: str, names: Mapping[str, str] | None = None, filter: str = ""):
        self.chapter, self.filter = chapter, filter
        self._names = names if names is not None else {}
        self._found: dict[str, Finding] = {}
        self._known: dict[str, Finding] = {}
        self._patterns: dict[str, str] = {}
        self._view = self._suffix = ""
        #: Every key in the order in which it was added, also where it was there before.
        self.log: list[str] = []
        #: Filters in the language of the report to what findings keep, in English.
        self.english: dict[str, str] = {}
        #: The view in which a finding was added; empty where it is the same in all.
        self._views: dict[str, str] = {}

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._found.values())

    def __len__(self) -> int:
        return len(self._found)

    def __contains__(self, key: str) -> bool:
        return self._find(key) is not None

    def __getitem__(self, key: str) -> Finding:
        found = self._find(key)
        if found is None:
            raise FindingError(f"no finding {key!r} in chapter {self.chapter!r}")
        return found

    def _find(self, key: str) -> Finding | None:
        """Of this view; else the same in all views, of another chapter, or a name."""
        if not self._view and key in self._found:
            return self._found[key]
        own = key + self._suffix
        if own in self._found and self._views[own] in ("", self._view):
            return self._found[own]
        if key in self._found and not self._views[key]:
            return self._found[key]
        if key.startswith("name.") and key[5:] in self._names:
            return Finding(key, self._names[key[5:]], "name")
        return self._known.get(key)

    def view(self, view: str, suffix: str, filter: str) -> Findings:
        """The findings of one view of the chapter, kept with the others.

        What is added gets the suffix at the end of its key (``claims.own``); messages name keys
        without it. They find the findings of this view and those that are the same in all views,
        never those of another: a number that the view lacks is an error.

        >>> f = Findings("demo")
        >>> f.add("texts", 2, unit="count")
        >>> whole, own = f.view("all", "", "all voices"), f.view("own", ".own", "own voice")
        >>> whole.add("claims", 12, unit="count"); own.add("claims", 9, unit="count")
        >>> own["claims"].value, own["texts"].value, f["claims.own"].filter
        (9, 2, 'own voice')
        """
        other = self.under(filter)
        other._view, other._suffix = view, suffix
        return other

    def under(self, filter: str) -> Findings:
        """The same findings, where what is added next was counted under another filter.

        >>> f = Findings("demo", filter="core claims")
        >>> f.under("all words").add("words", 12, unit="count")
        >>> f["words"].filter, f.filter
        ('all words', 'core claims')
        """
        other = Findings(self.chapter, self._names, filter)
        other._found, other._known, other._patterns = self._found, self._known, self._patterns
        other._views, other._view, other._suffix = self._views, self._view, self._suffix
        other.log, other.english = self.log, self.english
        return other

    def in_english(self, filter: str | None = None) -> str:
        """A filter as findings keep it; that of these findings when not given."""
        filter = self.filter if filter is None else filter
        return self.english.get(filter, filter)

    def add(
        self,
        pattern: str,
        value: Any,
        *,
        unit: str,
        at: Mapping[Any, Any] | None = None,
        low: float | None = None,
        high: float | None = None,
        n: int | None = None,
        filter: str | None = None,
        evidence: Iterable[str] = (),
    ) -> None:
        """Add one finding; adding it once more changes nothing, another value is refused.

        Parameters
        ----------
        pattern : str
            The key, a literal that the check of messages can read; ``{doc_id}`` in it is filled
            in from `at`.
        value : object
            What was found; `low`, `high`: its interval; `n`: the cases behind it.
        unit : str
            See `frameline.words.formats.UNITS`.
        """
        if unit not in UNITS:
            raise FindingError(f"finding {pattern!r} has unit {unit!r}; allowed: {UNITS}")
        self._patterns.setdefault(variable_of(pattern), pattern)
        bare = key_of(pattern, at)
        self._patterns.setdefault(variable_of(bare), bare)
        key = bare + self._suffix
        filter = self.in_english(filter)
        finding = Finding(key, value, unit, low, high, n, filter, tuple(evidence))
        before = self._found.get(key)
        if before is not None and before.record() != finding.record():
            raise FindingError(f"finding {key!r} was added before with another value")
        self.log.append(key)
        if before is None:
            self._found[key], self._views[key] = finding, self._view

    def add_table(
        self,
        table: pd.DataFrame,
        pattern: str,
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
        """Add one finding per row; the pattern is over the columns: ``"claims.{doc_id}"``.

        ``evidence`` maps the values of column ``by`` to claim ids.
        """
        for raw in table.to_dict("records"):
            row = {str(k): v for k, v in raw.items()}
            self.add(
                pattern, row[value], unit=unit, at=row, filter=filter,
                low=row.get(low) if low else None, high=row.get(high) if high else None,
                n=row.get(n) if n else None, evidence=(evidence or {}).get(row.get(by), ()),
            )  # fmt: skip

    def keep(self, finding: Finding) -> None:
        """Keep a finding made elsewhere: a statement with its segments."""
        self._patterns.setdefault(variable_of(finding.key), finding.key)
        self._found[finding.key], self._views[finding.key] = finding, ""
        self.log.append(finding.key)

    def know(self, records: Iterable[Mapping[str, Any]]) -> None:
        """Let messages use the findings of other chapters (records of ``results.json``)."""
        for record in records:
            self._known[record["key"]] = Finding.from_record(record)
            self._patterns.setdefault(variable_of(record["key"]), record["key"])

    def known(self, start: str) -> list[Finding]:
        """The findings of other chapters whose keys begin with this, in the order of the report.

        >>> f = Findings("demo")
        >>> f.know([{"key": "statement.mix", "value": "Reasons differ.", "unit": "text"}])
        >>> [one.value for one in f.known("statement.")]
        ['Reasons differ.']
        """
        return [found for key, found in self._known.items() if key.startswith(start)]

    def look_up(self, variable: str, at: Mapping[Any, Any] | None = None) -> Finding:
        """The finding that a message means by ``$variable``, for the row it is about."""
        at = {str(k): v for k, v in (at or {}).items()}
        if variable.startswith("name-") and (place := variable[5:]) in at:
            return self[f"name.{at[place]}"]
        pattern = self._patterns.get(variable)
        missing = [name for name in _PLACE.findall(pattern or "") if name not in at]
        if pattern is None or missing:
            lacks = f"; it needs {', '.join(missing)}" if missing else ""
            raise FindingError(f"no finding for ${variable} in {self.chapter!r}{lacks}")
        return self[_PLACE.sub(lambda place: str(at[place[1]]), pattern)]

    @property
    def cited(self) -> list[str]:
        """The ids of all claims behind the findings, sorted."""
        return sorted({claim for f in self for claim in f.evidence})

    def record(self) -> dict[str, Any]:
        """The chapter's findings as JSON."""
        worded = {english: text for text, english in self.english.items()}
        return chapter_record(self.chapter, self, worded)
