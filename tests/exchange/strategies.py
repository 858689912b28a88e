"""Invented projects for `read(write(x)) == x`: mixed scripts, awkward spans, awkward codes."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from frameline.exchange.model.offsets import covered
from frameline.exchange.model.project import Annotation, Coding, Document, Project, Span

#: Latin, right to left, astral, combining, line ends of both kinds, marks that formats escape.
PIECES = (
    "Norland ", "arms ", "שלום ", "سلام ", "😀", "𝄞 ", "é", "e\u0301 ", "\r\n", "\n", "\n\n",
    "a;b", "50% ", '"', "'", "\\", "\t", "<&>", "|", "_", "[1]", "=1+1", "\u2028", "\u00a0", "你好",
)  # fmt: skip
CODES = (
    "1", "0", "x", "ECO",
    "old friends", "צבא", "军事", "😀", "a;b", "a|b", "a\\;b", "50%", "=1+1", "+1", "-1",
    "'-1", "@x", "00012", "NA", "1.0", 'say "x"', "it's", "<b>", "x,y", "null", "True", "_x000D_",
)  # fmt: skip
FACTS = {
    "name": st.sampled_from(["A letter", "نامه"]),
    "title": st.sampled_from(["Friends; foes", '"Quoted"']),
    "author": st.sampled_from(["Anna", "=HYPERLINK"]),
    "published": st.sampled_from(["1911-03", "2001-05-01", "199X"]),
    "outlet": st.just("The Gazette"),
}


#: How many times as many examples as at a push; `make weekly` says so.
TIMES = int(os.environ.get("FRAMELINE_FUZZ", "1"))


def examples(count: int) -> settings:
    """So many examples, and more of them where there is time (FRAMELINE_FUZZ)."""
    checks = list(HealthCheck)
    return settings(max_examples=count * TIMES, deadline=None, suppress_health_check=checks)


def texts(pieces: Sequence[str] = PIECES) -> st.SearchStrategy[str]:
    """Texts of a few pieces, never blank at their ends."""
    return st.lists(st.sampled_from(pieces), max_size=10).map(lambda p: "a" + "".join(p) + "z")


def _places(text: str) -> list[int]:
    """Where a span may begin or end: not between a CR and its LF."""
    return [i for i in range(len(text) + 1) if text[max(i - 1, 0) : i + 1] != "\r\n"]


@st.composite
def spans(draw: st.DrawFn, text: str, most: int) -> tuple[Span, ...]:
    """One span of a text, or several that do not touch, each of at least one character."""
    places = _places(text)
    wanted = draw(st.integers(1, most))
    chosen = draw(
        st.lists(st.sampled_from(places), min_size=2, max_size=2 * wanted, unique=True).map(sorted)
    )
    pairs = zip(chosen[::2], chosen[1::2], strict=False)
    return tuple(Span(start, end) for start, end in pairs)


@st.composite
def annotations(
    draw: st.DrawFn,
    text: str | None,
    *,
    variables: Sequence[str],
    codes: Sequence[str],
    most_spans: int,
    whole_document: bool,
    several: bool,
    every_variable: bool,
    notes: bool,
    quote: Callable[[str], str] | None,
) -> Annotation:
    """One annotation, nested in or overlapping others as chance has it."""
    whole = text is None or (whole_document and draw(st.booleans()))
    at = () if whole or text is None else draw(spans(text, most_spans))
    count = st.integers(1, 3 if several else 1)
    values = {}
    for number, name in enumerate(variables):
        # Something has to be said: the first variable always is.
        if number == 0 or every_variable or draw(st.booleans()):
            size = draw(count)
            chosen = st.lists(st.sampled_from(codes), min_size=size, max_size=size, unique=True)
            values[name] = tuple(draw(chosen))
    note = draw(st.sampled_from(("", "why; not?", "=1", "שלום"))) if notes else ""
    said = quote(covered(text, at)) if quote and text is not None and at else ""
    return Annotation(spans=at, values=values, quote=said, note=note)


@st.composite
def projects(
    draw: st.DrawFn,
    *,
    variables: Sequence[str] = ("frame", "tone"),
    codes: Sequence[str] = CODES,
    pieces: Sequence[str] = PIECES,
    documents: Sequence[str] = ("letter", "talk 2", "00012", "خطاب"),
    coders: Sequence[str] = ("anna", "Béla", "00012"),
    most_spans: int = 1,
    whole_document: bool = True,
    several: bool = True,
    every_variable: bool = False,
    notes: bool = True,
    facts: Sequence[str] = (),
    quote: Callable[[str], str] | None = str,
    empty_codings: bool = True,
    with_text: bool = True,
) -> Project:
    """A project of up to three documents and three coders; the switches say what a format holds.

    `quote` gives the text as the format quotes it (None: it quotes nothing); `most_spans` above 1
    makes discontinuous annotations; `every_variable` gives each annotation all variables.
    """
    ids = draw(st.lists(st.sampled_from(documents), min_size=1, max_size=3, unique=True))
    made, codings = [], []
    for name in ids:
        text = draw(texts(pieces)) if with_text else None
        said = {fact: draw(FACTS[fact]) for fact in facts if draw(st.booleans())}
        made.append(Document(name, text, said))
        one = annotations(
            text, variables=variables, codes=codes, most_spans=most_spans, notes=notes,
            whole_document=whole_document, several=several, every_variable=every_variable,
            quote=quote,
        )  # fmt: skip
        lists = st.lists(one, min_size=0 if empty_codings else 1, max_size=4).map(tuple)
        who = st.lists(st.sampled_from(coders), min_size=1, max_size=3, unique=True)
        codings += [Coding(name, coder, draw(lists)) for coder in draw(who)]
    return Project(tuple(made), tuple(codings))


def content(project: Project) -> tuple[dict, dict]:
    """What must survive: documents and codings, in whatever order the format lists them."""
    return (
        {document.id: document for document in project.documents},
        {(c.document, c.coder): c.annotations for c in project.codings},
    )


def accounted(project: Project) -> bool:
    """Rows in = rows used + rows reported."""
    return project.rows == project.used + sum(left.count for left in project.left)
