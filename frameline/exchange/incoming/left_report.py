"""The rows that an import left, as a page: the first ones of each reason, in their text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from frameline.exchange.model.project import Left, Project

#: Rows shown of each reason.
SHOWN = 10
_AROUND = 80
_HEAD = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Rows left by an import</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
h2 { font-size: 1.1rem; margin-top: 2rem } li { margin: .5rem 0 }
blockquote { margin: .25rem 0 0; padding-left: .75rem; border-left: 3px solid #888 }
</style></head><body>
"""


def left_page(project: Project, more: Sequence[Left], escape: Callable[[str], str]) -> str:
    """The page.

    Parameters
    ----------
    project : Project
        As the reader gave it.
    more : sequence of Left
        What was left after reading.
    escape : callable
        A text as HTML.
    """
    every = [*project.left, *more]
    rows = sum(left.count for left in every)
    lines = [_HEAD, "<h1>Rows left by an import</h1>"]
    lines.append(f"<p>{project.rows} rows read, {project.used} taken, {rows} left.</p>")
    groups: dict[tuple[str, str], list[Left]] = {}
    for left in every:
        groups.setdefault((left.what, left.why if not left.fault else "faulty"), []).append(left)
    texts = {document.id: document.text or "" for document in project.documents}
    for (what, why), found in groups.items():
        count = sum(left.count for left in found)
        lines.append(f"<h2>{count} {escape(what)}: {escape(why)}</h2><ul>")
        for left in found[:SHOWN]:
            said = f"{left.where}: {left.why}" if left.where else left.why
            lines.append(f"<li>{escape(said)}{_passage(left, texts, escape)}</li>")
        rest = len(found) - SHOWN
        lines.append(f"</ul>{f'<p>and {rest} more</p>' if rest > 0 else ''}")
    return "\n".join(lines) + "\n</body></html>\n"


def _passage(left: Left, texts: dict[str, str], escape: Callable[[str], str]) -> str:
    """The text around the place that a row gave, as code points."""
    text = texts.get(left.document, "")
    if not text or not left.spans:
        return ""
    start = min(left.spans[0].start, len(text))
    end = min(max(left.spans[0].end, start), len(text), start + 4 * _AROUND)
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    inside = f"<mark>{escape(text[start:end])}</mark>"
    return f"<blockquote>{escape(before)}{inside}{escape(after)}</blockquote>"
