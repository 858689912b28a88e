"""A comparison of two builds as text for a terminal, as Markdown and as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from frameline.report.comparing.diff import APPEARED, BEYOND, CHANGED, VANISHED, Change, Comparison
from frameline.report.escape import escape_markdown, escape_terminal

FORMAT = "frameline-diff-1"
_POINTS = ("share", "percent")


def as_json(found: Comparison, old: str, new: str) -> str:
    """The whole comparison, for programs: counts, then every change with both findings."""
    changes = [
        {
            "key": change.key,
            "kind": change.kind,
            "statement": change.statement,
            "reworded": change.reworded,
            "fields": list(change.fields),
            "by": _rounded(change.by),
            "size": _rounded(change.size),
            BEYOND: change.beyond,
            "old": change.old and dict(change.old),
            "new": change.new and dict(change.new),
        }
        for change in found.changes
    ]
    whole = {"format": FORMAT, "old": old, "new": new, **found.counts, "changes": changes}
    return json.dumps(whole, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def as_text(found: Comparison, old: str, new: str) -> str:
    """The comparison for a terminal: what matters most comes first."""
    lines = [escape_terminal(f"{old} → {new}: {summary(found)}")]
    for heading, changes in _sections(found):
        lines += ["", heading]
        for change in changes:
            about = describe(change) or change.kind
            lines.append(f"  {escape_terminal(change.key)}  {escape_terminal(about)}")
            lines += [f"    {mark} {escape_terminal(text)}" for mark, text in _sentences(change)]
    return "\n".join(lines) + "\n"


def as_markdown(found: Comparison, old: str, new: str) -> str:
    """The comparison as it stands in the summary of a pull request."""
    title = f"## Findings: {escape_markdown(old)} → {escape_markdown(new)}"
    lines = [title, "", f"{escape_markdown(summary(found))}."]
    for heading, changes in _sections(found):
        lines += ["", f"### {heading}", ""]
        if changes[0].statement:
            for change in changes:
                about = escape_markdown(describe(change) or change.kind)
                lines.append(f"- **{escape_markdown(change.key)}** {about}")
                lines += [f"  - {mark}: {escape_markdown(t)}" for mark, t in _named(change)]
        else:
            lines += ["| finding | what changed |", "|---|---|"]
            lines += [_row(change) for change in changes]
    return "\n".join(lines) + "\n"


FORMATS: dict[str, Callable[[Comparison, str, str], str]] = {
    "text": as_text, "json": as_json, "markdown": as_markdown,
}  # fmt: skip


def summary(found: Comparison) -> str:
    """The counts in one line."""
    counts = found.counts
    beyond = f" ({counts[BEYOND]} beyond the old interval)" if counts[CHANGED] else ""
    return (
        f"{counts[CHANGED]} changed{beyond}, {counts[APPEARED]} appeared, "
        f"{counts[VANISHED]} vanished, {counts['same']} the same"
    )


def _sections(found: Comparison) -> Iterable[tuple[str, Sequence[Change]]]:
    """Headings with their changes; only those that have any."""
    groups: dict[str, list[Change]] = {}
    for change in found.changes:
        kinds = {APPEARED: "Appeared", VANISHED: "Vanished"}
        heading = "Statements" if change.statement else kinds.get(change.kind, "Changed")
        groups.setdefault(heading, []).append(change)
    return groups.items()


def describe(change: Change) -> str:
    """What is different in one finding, in a line."""
    if change.kind != CHANGED:
        return "" if change.statement else str(change.finding["text"])
    assert change.old is not None
    assert change.new is not None
    parts = [_what_became(change)] if "value" in change.fields or change.reworded else []
    if change.beyond:
        parts.append(f"beyond the old interval ({_interval(change.old)})")
    elif {"low", "high"} & set(change.fields):
        parts.append(f"interval {_interval(change.old)} → {_interval(change.new)}")
    for name in ("n", "unit", "filter"):
        if name in change.fields:
            parts.append(f"{name} {_shown(change.old, name)} → {_shown(change.new, name)}")
    if "evidence" in change.fields:
        joined, left = change.claims
        parts.append(f"claims behind it +{joined} −{left}")
    return "; ".join(parts)


def _what_became(change: Change) -> str:
    if change.statement:
        return "reworded" if change.reworded else "other values"
    assert change.old is not None
    assert change.new is not None
    return f"{change.old['text']} → {change.new['text']}{_by(change)}"


def _by(change: Change) -> str:
    """The change of a number in its unit; nothing for words."""
    if change.by is None:
        return ""
    unit = change.finding["unit"]
    if unit in _POINTS:
        points = change.by * (100 if unit == "share" else 1)
        return f" ({points:+.1f} points)".replace("-", "−")
    text = f"{change.by:+,.0f}" if unit in ("count", "year") else f"{change.by:+.3g}"
    return f" ({text.replace('-', '−')})"


def _interval(finding: Any) -> str:
    ends = finding.get("low"), finding.get("high")
    if None in ends:
        return "none"
    scale, sign = (100, "%") if finding.get("unit") == "share" else (1, "")
    low, high = (f"{end * scale:.3g}{sign}".replace("-", "−") for end in ends)
    return f"{low} to {high}"


def _shown(finding: Any, name: str) -> str:
    value = finding.get(name)
    return "none" if value in (None, "") else str(value)


def _sentences(change: Change) -> list[tuple[str, str]]:
    """The wording before and after, of statements."""
    if not change.statement:
        return []
    sides = (("-", change.old), ("+", change.new))
    return [(mark, str(finding["text"])) for mark, finding in sides if finding is not None]


def _named(change: Change) -> list[tuple[str, str]]:
    return [({"-": "old", "+": "new"}[mark], text) for mark, text in _sentences(change)]


def _row(change: Change) -> str:
    strong = "**" if change.beyond else ""
    about = escape_markdown(describe(change))
    return f"| {strong}{escape_markdown(change.key)}{strong} | {about} |"


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 10)
