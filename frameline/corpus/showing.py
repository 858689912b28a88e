"""A corpus and a codebook as a notebook shows them: what is there, and what is missing.

Whatever a corpus says is text: it is escaped here and nowhere becomes markup.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from frameline.words.language import spoken
from frameline.words.phrases import Phrases

if TYPE_CHECKING:
    from frameline.corpus.codebook import Codebook, Variable
    from frameline.corpus.protocol import Corpus

#: Documents, and codes of one variable, that are listed; the rest is counted.
MOST = 20
#: No text in any script; marks that turn the direction of what stands around them.
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
_COUNTED = (
    *("documents", "blocks", "units", "claims", "labels", "events", "tokens", "codings"),
    *("context", "adjudication"),
)


def safe(text: Any) -> str:
    """Any text as HTML shows it.

    >>> safe("<b>" + chr(0x202E) + "&")
    '&lt;b&gt;&amp;'
    """
    return html.escape(_CONTROLS.sub("", str(text)))


def _table(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """A table; `dir="auto"` lets every cell run in the direction of its script."""
    top = "".join(f"<th>{safe(name)}</th>" for name in head)
    body = "".join(
        "<tr>" + "".join(f'<td dir="auto">{safe(cell)}</td>' for cell in row) + "</tr>"
        for row in rows
    )
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"


def corpus_html(corpus: Corpus) -> str:
    """What a corpus has: documents, layers, coders and roles; what it lacks, and the remedy."""
    there = [(name, f"{corpus.size(name):,}") for name in _COUNTED if corpus.size(name)]
    missing = corpus.missing()
    parts = [
        f"<p><b>{safe(corpus.source)}</b></p>",
        _table(["table", "rows"], there),
        _documents(corpus),
        f"<p>Coders: {safe(', '.join(corpus.coder_names) or 'none named')}</p>",
        _table(["role", "variable", "codes"], _roles(corpus)),
    ]
    if missing:
        so = Phrases("missing", spoken())("so-chapters")
        parts.append(f"<p>{safe(corpus.lacking(*missing, so=so))}</p>")
    parts += [f"<p>{safe(note)}</p>" for note in corpus.notes]
    return "\n".join(parts)


def _documents(corpus: Corpus) -> str:
    """The first documents in date order."""
    rows = corpus.first_documents(MOST)
    more = corpus.size("documents") - len(rows)
    rest = f"<p>and {more:,} more</p>" if more > 0 else ""
    return _table(["document", "name", "published"], rows) + rest


def _roles(corpus: Corpus) -> list[tuple[str, str, str]]:
    """The roles that claims are coded in, with their variables."""
    found = []
    for variable in corpus.codebook.layer("claims"):
        if variable.role and corpus.present(variable.role):
            found.append((variable.role, variable.label or variable.name, _codes(variable)))
    return found


def _codes(variable: Variable) -> str:
    codes = [
        code if label == code else f"{code} ({label})" for code, label in variable.labels.items()
    ]
    more = len(codes) - MOST
    return ", ".join(codes[:MOST]) + (f" and {more} more" if more > 0 else "")


def codebook_html(codebook: Codebook) -> str:
    """The variables of a codebook, with their codes."""
    head = ["layer", "variable", "role", "question", "codes"]
    rows = [
        (v.layer, v.name, v.role, v.question or v.label, _codes(v) or v.level)
        for v in codebook.variables
    ]
    version = f", version {codebook.version}" if codebook.version else ""
    return f"<p><b>{safe(codebook.title)}</b>{safe(version)}</p>\n{_table(head, rows)}"
