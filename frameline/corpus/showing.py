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
_WORDS = ' style="text-align:start;vertical-align:top"'
_NUMBERS = ' style="text-align:end;vertical-align:top"'
_AMOUNT = re.compile(r"[-+\N{MINUS SIGN}]?[\d.,]+%?|")
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


def table_html(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """A table for a notebook: words flush left, which Jupyter sets flush right, numbers right.

    `dir="auto"` lets every cell run in the direction of its script.
    """
    kept = [[str(cell) for cell in row] for row in rows]
    styles = [
        _NUMBERS if kept and all(_AMOUNT.fullmatch(row[i]) for row in kept) else _WORDS
        for i in range(len(head))
    ]
    top = "".join(f"<th{s}>{safe(name)}</th>" for name, s in zip(head, styles, strict=True))
    body = "".join(
        "<tr>"
        + "".join(
            f'<td dir="auto"{s}>{safe(cell)}</td>' for cell, s in zip(row, styles, strict=True)
        )
        + "</tr>"
        for row in kept
    )
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"


def corpus_html(corpus: Corpus) -> str:
    """What a corpus has: documents, layers, coders and roles; what it lacks, and the remedy."""
    there = [(name, f"{corpus.size(name):,}") for name in _COUNTED if corpus.size(name)]
    missing = corpus.missing()
    parts = [
        f"<p><b>{safe(corpus.source)}</b></p>",
        table_html(["table", "rows"], there),
        _documents(corpus),
        f"<p>Coders: {safe(', '.join(corpus.coder_names) or 'none named')}</p>",
        table_html(["role", "variable", "codes"], _roles(corpus)),
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
    return table_html(["document", "name", "published"], rows) + rest


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


#: Hides the rows of a table without the words that are written; no more than comfort: the
#: table is whole without it.
_SEARCH = (
    "const w=this.value.toLowerCase();this.parentNode.querySelectorAll('tbody tr')"
    ".forEach(r=>r.hidden=!r.textContent.toLowerCase().includes(w))"
)


def codebook_html(codebook: Codebook) -> str:
    """The variables of a codebook with their codes and what these mean, to be searched."""
    head = ["layer", "variable", "role", "code", "label", "definition"]
    rows = [
        (v.layer, v.name, v.role, code.code, code.label, code.definition)
        for v in codebook.variables
        for code in v.codes
    ]
    rows += [
        (v.layer, v.name, v.role, "", v.level, v.question or v.label)
        for v in codebook.variables
        if not v.codes
    ]
    version = f", version {codebook.version}" if codebook.version else ""
    return (
        f"<div><p><b>{safe(codebook.title)}</b>{safe(version)}</p>\n"
        f'<input type="search" aria-label="Search the codebook" placeholder="Search" '
        f'oninput="{_SEARCH}">\n{table_html(head, rows)}</div>'
    )
