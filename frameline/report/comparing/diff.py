"""Which findings differ between two builds, by how much, and whether beyond the interval."""

from __future__ import annotations

import fnmatch
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

APPEARED, VANISHED, CHANGED = "appeared", "vanished", "changed"
BEYOND = "beyond"
#: What a build may be failed on.
FAIL_ON = (CHANGED, APPEARED, VANISHED, BEYOND)
#: What a reader can check of a finding, in the order in which differences are named.
_FIELDS = ("value", "low", "high", "n", "unit", "filter", "evidence")
_STATEMENT = "statement."
#: Results hold ten decimals; sums in another order differ in the last of them.
_TOLERANCE = 1e-9


@dataclass(frozen=True)
class Change:
    """One finding that is not the same in both builds.

    ``by`` is new minus old, for numbers of one unit. ``beyond`` says whether the new value lies
    outside the old interval; None where there is no interval to ask. ``size`` is what changes are
    ordered by: the change in half-widths of the old interval, so that 1 reaches the end of a
    symmetric one; without an interval the change relative to the larger of the two values.
    """

    key: str
    kind: str
    old: Mapping[str, Any] | None
    new: Mapping[str, Any] | None
    fields: tuple[str, ...] = ()
    by: float | None = None
    size: float | None = None
    beyond: bool | None = None
    reworded: bool = False

    @property
    def statement(self) -> bool:
        """Whether it is a sentence that the report makes a headline of."""
        return self.key.startswith(_STATEMENT)

    @property
    def finding(self) -> Mapping[str, Any]:
        """The finding as it is now, or as it last was."""
        found = self.old if self.new is None else self.new
        assert found is not None
        return found

    @property
    def claims(self) -> tuple[int, int]:
        """How many claims joined those behind the finding, and how many left."""
        old, new = _claims(self.old), _claims(self.new)
        return len(new - old), len(old - new)


@dataclass(frozen=True)
class Comparison:
    """All differences between two builds, those that matter most first."""

    changes: tuple[Change, ...]
    same: int

    def of(self, kind: str) -> list[Change]:
        """The changes of one kind: appeared, vanished, changed or beyond."""
        if kind == BEYOND:
            return [change for change in self.changes if change.beyond]
        return [change for change in self.changes if change.kind == kind]

    @property
    def counts(self) -> dict[str, int]:
        """How many changes there are of each kind; those beyond are changed ones too."""
        return {kind: len(self.of(kind)) for kind in FAIL_ON} | {"same": self.same}


def compare(
    old: Iterable[Mapping[str, Any]], new: Iterable[Mapping[str, Any]], only: Sequence[str] = ()
) -> Comparison:
    """Say which findings appeared, vanished or changed between two builds.

    Parameters
    ----------
    old, new : iterable of mapping
        Findings as they stand in ``results.json``.
    only : sequence of str
        Patterns (``*``, ``?``) over key or chapter; all findings when empty.

    Returns
    -------
    Comparison
        Statements first, then numbers by the size of their change (those with an interval before
        those without), then words, then what appeared or vanished.

    Examples
    --------
    >>> was = {"key": "net", "value": 0.2, "low": 0.1, "high": 0.3, "unit": "net", "text": "+0.20"}
    >>> found = compare([was], [was | {"value": 0.4, "text": "+0.40"}]).changes[0]
    >>> found.kind, round(found.by, 2), round(found.size, 2), found.beyond
    ('changed', 0.2, 2.0, True)
    """
    before = {finding["key"]: finding for finding in old if _wanted(finding, only)}
    after = {finding["key"]: finding for finding in new if _wanted(finding, only)}
    changes = [Change(k, VANISHED, f, None) for k, f in before.items() if k not in after]
    changes += [Change(k, APPEARED, None, f) for k, f in after.items() if k not in before]
    common = [key for key in before if key in after]
    differing = [_change(key, before[key], after[key]) for key in common]
    changes += [change for change in differing if change is not None]
    same = sum(change is None for change in differing)
    return Comparison(tuple(sorted(changes, key=_rank)), same)


def _wanted(finding: Mapping[str, Any], only: Sequence[str]) -> bool:
    names = (str(finding["key"]), str(finding.get("chapter", "")))
    return not only or any(fnmatch.fnmatchcase(n, pattern) for n in names for pattern in only)


def _change(key: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Change | None:
    """What differs in one finding; None when nothing does."""
    fields = tuple(name for name in _FIELDS if _differ(name, old.get(name), new.get(name)))
    reworded = wording(old) != wording(new)
    if not fields and not reworded:
        return None
    before, after = _number(old["value"]), _number(new["value"])
    if before is None or after is None or old["unit"] != new["unit"]:
        return Change(key, CHANGED, old, new, fields, reworded=reworded)
    by = after - before if "value" in fields else 0.0
    return Change(
        key, CHANGED, old, new, fields, by, _size(by, before, after, old), _beyond(after, old)
    )


def _differ(name: str, old: Any, new: Any) -> bool:
    if name == "evidence":
        return set(old or ()) != set(new or ())
    before, after = _number(old), _number(new)
    if before is not None and after is not None:
        return not math.isclose(before, after, rel_tol=_TOLERANCE, abs_tol=_TOLERANCE)
    return bool(old != new)


def wording(finding: Mapping[str, Any]) -> str:
    """A statement with the keys of its findings in place of their values; else nothing.

    >>> parts = [{"text": "In "}, {"text": "five", "key": "labels.differ"}, {"text": " texts"}]
    >>> wording({"value": "In five texts", "segments": parts})
    'In {labels.differ} texts'
    """
    parts = finding.get("segments") or ()
    return "".join(f"{{{part['key']}}}" if part.get("key") else part["text"] for part in parts)


def _size(by: float, old: float, new: float, finding: Mapping[str, Any]) -> float:
    ends = _interval(finding)
    half = (ends[1] - ends[0]) / 2 if ends else 0.0
    scale = half or max(abs(old), abs(new))
    return abs(by) / scale if scale else 0.0


def _beyond(value: float, old: Mapping[str, Any]) -> bool | None:
    ends = _interval(old)
    if ends is None:
        return None
    return not ends[0] - _TOLERANCE <= value <= ends[1] + _TOLERANCE


def _interval(finding: Mapping[str, Any]) -> tuple[float, float] | None:
    low, high = _number(finding.get("low")), _number(finding.get("high"))
    return None if low is None or high is None else (low, high)


def _number(value: Any) -> float | None:
    """A value as number; None for words, lists, truth values and what is missing."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        return None
    return float(value)


def _claims(finding: Mapping[str, Any] | None) -> set[str]:
    return set((finding or {}).get("evidence") or ())


def _rank(change: Change) -> tuple[bool, int, float, str]:
    """What matters more sorts first."""
    groups: tuple[Callable[[Change], bool], ...] = (
        lambda c: c.by is not None and c.beyond is not None,
        lambda c: c.by is not None,
        lambda c: c.kind == CHANGED,
        lambda c: c.kind == APPEARED,
    )
    group = next((place for place, holds in enumerate(groups) if holds(change)), len(groups))
    return (not change.statement, group, -(change.size or 0.0), change.key)
