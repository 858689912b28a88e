"""Numbers with names: the findings of one chapter, and how messages find them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from frameline.corpus.fault import hint
from frameline.exhibits.cells import first_line, running, watch
from frameline.record.finding import Finding, chapter_record
from frameline.words.formats import UNITS

if TYPE_CHECKING:
    import pandas as pd

_PLACE = re.compile(r"\{(\w+)\}")
#: The methods that are given the key of a finding as a literal.
_ADDERS = ("add", "add_table")


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


class Giver(NamedTuple):
    """Who added a finding: a cell, and in it a call of an exhibit."""

    cell: str
    exhibit: str = ""
    call: int = 0

    def __str__(self) -> str:
        if self.exhibit:
            return f'exhibit "{self.exhibit}"'
        line = first_line(self.cell)
        return f"the cell that begins {line!r}" if line else "an earlier call"


@dataclass(eq=False)
class _Held:
    """What all views of one chapter's findings hold together."""

    found: dict[str, Finding] = field(default_factory=dict)
    known: dict[str, Finding] = field(default_factory=dict)
    patterns: dict[str, str] = field(default_factory=dict)
    #: The view in which a finding was added; empty where it is the same in all.
    views: dict[str, str] = field(default_factory=dict)
    #: Every key in the order in which it was added, also where it was there before.
    log: list[str] = field(default_factory=list)
    #: Filters in the language of the report to what findings keep, in English.
    english: dict[str, str] = field(default_factory=dict)
    givers: dict[str, set[Giver]] = field(default_factory=dict)
    exhibit: str = ""
    calls: int = 0

    @property
    def giver(self) -> Giver:
        """Who adds what is added now."""
        return Giver(running(), self.exhibit, self.calls if self.exhibit else 0)

    def forget(self, cell: str) -> None:
        """Drop what a cell gave and no other did, for it runs again."""
        for key, givers in list(self.givers.items()):
            kept = {giver for giver in givers if giver.cell != cell}
            if kept:
                self.givers[key] = kept
                continue
            del self.givers[key]
            self.found.pop(key, None)
            self.views.pop(key, None)

    def replaces(self, key: str) -> bool:
        """Whether what is there now came from earlier calls of the exhibit that runs."""
        now = self.giver
        return bool(self.exhibit) and all(
            giver.exhibit == now.exhibit and giver.call != now.call
            for giver in self.givers.get(key, ())
        )

    def keep(self, finding: Finding, view: str) -> None:
        """Hold a finding, and who gave it."""
        self.found[finding.key], self.views[finding.key] = finding, view
        self.given(finding.key)

    def given(self, key: str) -> None:
        """A finding that is there was given once more."""
        self.givers.setdefault(key, set()).add(self.giver)
        self.log.append(key)


class Findings:
    """The findings of one chapter.

    A cell of a notebook that runs again replaces what it added before; so does an exhibit.

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
        self._held = _Held()
        self._view = self._suffix = ""
        watch(self._held)

    @property
    def log(self) -> list[str]:
        """Every key in the order in which it was added, also where it was there before."""
        return self._held.log

    @property
    def english(self) -> dict[str, str]:
        """Filters in the language of the report to what findings keep, in English."""
        return self._held.english

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._held.found.values())

    def __len__(self) -> int:
        return len(self._held.found)

    def __contains__(self, key: str) -> bool:
        return self._find(key) is not None

    def __getitem__(self, key: str) -> Finding:
        found = self._find(key)
        if found is None:
            raise FindingError(f"no finding {key!r} in chapter {self.chapter!r}{self._near(key)}")
        return found

    def _near(self, key: str) -> str:
        """Which exhibit adds a finding that is not there, else the name that is most like it."""
        added = _adds(self.chapter).get(variable_of(key), "")
        return (
            f'; exhibit "{added}" adds it: run it first'
            if added
            else hint(key, list(self._held.found))
        )

    def _find(self, key: str) -> Finding | None:
        """Of this view; else the same in all views, of another chapter, or a name."""
        if not self._view and key in self._held.found:
            return self._held.found[key]
        own = key + self._suffix
        if own in self._held.found and self._held.views[own] in ("", self._view):
            return self._held.found[own]
        if key in self._held.found and not self._held.views[key]:
            return self._held.found[key]
        if key.startswith("name.") and key[5:] in self._names:
            return Finding(key, self._names[key[5:]], "name")
        return self._held.known.get(key)

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
        other._held, other._view, other._suffix = self._held, self._view, self._suffix
        return other

    @contextmanager
    def of_exhibit(self, name: str) -> Iterator[None]:
        """What is added meanwhile is what an exhibit gives: a later call of it replaces it."""
        held = self._held
        before, held.exhibit = held.exhibit, name
        held.calls += 1
        try:
            yield
        finally:
            held.exhibit = before

    def since(self, place: int) -> list[tuple[Finding, str]]:
        """The findings added since a place of the log, each with its view."""
        held = self._held
        keys = dict.fromkeys(held.log[place:])
        return [(held.found[key], held.views[key]) for key in keys if key in held.found]

    def add_again(self, made: Iterable[tuple[Finding, str]]) -> None:
        """Add what `since` gave once more: what a table that is kept added when it was made."""
        for finding, view in made:
            self._put(finding, view)

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
        self._held.patterns.setdefault(variable_of(pattern), pattern)
        bare = key_of(pattern, at)
        self._held.patterns.setdefault(variable_of(bare), bare)
        key = bare + self._suffix
        filter = self.in_english(filter)
        finding = Finding(key, value, unit, low, high, n, filter, tuple(evidence))
        self._put(finding, self._view)

    def _put(self, finding: Finding, view: str) -> None:
        """Hold a finding; one that is there with another value only gives way to its maker."""
        held, key = self._held, finding.key
        before = held.found.get(key)
        if before is None:
            held.keep(finding, view)
        elif before.record() == finding.record():
            held.given(key)
        elif held.replaces(key):
            held.givers.pop(key, None)
            held.keep(finding, view)
        else:
            by = ", ".join(sorted({str(giver) for giver in held.givers.get(key, ())}))
            raise FindingError(
                f"finding {key!r} was added before with another value "
                f"({before.text}, now {finding.text}) by {by}; run that again, or give this one a "
                "key of its own"
            )

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
        self._held.patterns.setdefault(variable_of(finding.key), finding.key)
        self._held.keep(finding, "")

    def know(self, records: Iterable[Mapping[str, Any]]) -> None:
        """Let messages use the findings of other chapters (records of ``results.json``)."""
        for record in records:
            self._held.known[record["key"]] = Finding.from_record(record)
            self._held.patterns.setdefault(variable_of(record["key"]), record["key"])

    def known(self, start: str) -> list[Finding]:
        """The findings of other chapters whose keys begin with this, in the order of the report.

        >>> f = Findings("demo")
        >>> f.know([{"key": "statement.mix", "value": "Reasons differ.", "unit": "text"}])
        >>> [one.value for one in f.known("statement.")]
        ['Reasons differ.']
        """
        return [found for key, found in self._held.known.items() if key.startswith(start)]

    def look_up(self, variable: str, at: Mapping[Any, Any] | None = None) -> Finding:
        """The finding that a message means by ``$variable``, for the row it is about."""
        at = {str(k): v for k, v in (at or {}).items()}
        if variable.startswith("name-") and (place := variable[5:]) in at:
            return self[f"name.{at[place]}"]
        pattern = self._held.patterns.get(variable)
        missing = [name for name in _PLACE.findall(pattern or "") if name not in at]
        if pattern is None or missing:
            lacks = f"; it needs {', '.join(missing)}" if missing else ""
            lacks = lacks or self._near(variable)
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


@cache
def _adds(chapter: str) -> dict[str, str]:
    """What each finding of a chapter is called in messages, to an exhibit that adds it.

    Read from the sources: keys are literals (docs/exhibits.md).
    """
    found: dict[str, str] = {}
    for file in sorted((Path(__file__).parent / chapter).glob("[a-z]*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in _ADDERS:
                for given in node.args:
                    if isinstance(given, ast.Constant) and isinstance(given.value, str):
                        name = file.stem.replace("_", "-")
                        found.setdefault(variable_of(given.value), name)
    return found
