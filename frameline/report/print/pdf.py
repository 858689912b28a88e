"""The report as PDF: Typst source from the merged notebook, compiled by the typst package."""

from __future__ import annotations

import hashlib
import json
import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal, Protocol

from frameline.fonts.fallback import fonts_for, without_shape, writable
from frameline.record.figure import Figure
from frameline.report import BuildError
from frameline.report.document.document import Document
from frameline.report.page.svg import clean, words_within
from frameline.report.plan.project import FONTS
from frameline.report.print.pages import Kind, Piece, Plan, arrange_all
from frameline.report.print.slides import slides_source
from frameline.report.print.typeset import (
    Part,
    measuring_source,
    opening_of,
    pictures,
    typst_date,
    typst_source,
)

Standard = Literal["ua-1", "a-2a"]
#: Tagged for assistive technology.
TAGGED: tuple[Standard, ...] = ("ua-1",)
#: Fit for archives as well, which a document without a date cannot be.
ARCHIVED: tuple[Standard, ...] = ("ua-1", "a-2a")
#: The kind under which finished files are kept.
KEPT = "pdfs"
MAIN = "main.typ"
#: The files of the template that make the layout.
LAYOUT = ("report.typ", "panel.typ")
MEASURING = "measuring.typ"
#: A table that takes more (mm) may break between its rows.
WHOLE_TABLE = 105.0
#: How much of a page's height is not planned with (mm), so that no line falls over its foot.
SLACK = 0.6
_SUSPECTS = b"/MarkInfo<</Marked true/Suspects false>>"
_PACKAGE = re.compile(r"(?:import|include)\s*\(?\s*\"@")


class PageCache(Protocol):
    """Where finished files are kept, by a digest of all that goes into them."""

    def get(self, kind: str, key: str) -> Any:
        """What was kept, with its ``content``; or None."""

    def put(self, kind: str, key: str, facts: Mapping[str, Any], content: bytes = b"") -> None:
        """Keep a file."""


def write_pdf(document: Document, template: Path, kept: PageCache | None = None) -> bytes:
    """Write a document as PDF; one with a date is fit for archives too.

    Parameters
    ----------
    document : Document
    template : path
        Folder with the layout.
    kept : PageCache, optional
        A file of which nothing has changed is taken from there.
    """
    with tempfile.TemporaryDirectory(prefix="frameline-") as name:
        folder = Path(name)
        write_parts(document, template, folder)
        key = _key(document, folder) if kept else ""
        entry = kept.get(KEPT, key) if kept else None
        if entry is not None:
            found: bytes = entry.content
            return found
        write_main(document, folder)
        dated = typst_date(document.date) != "none"
        made = compile_pdf(folder, ARCHIVED if dated else TAGGED)
    if kept is not None:
        kept.put(KEPT, key, {}, made)
    return made


def _key(document: Document, folder: Path) -> str:
    """A digest of all that a file is made of: text, layout, charts, fonts and programs."""
    source = slides_source(document) if document.volume == "slides" else typst_source(document)
    digest = hashlib.sha256(source.encode("utf-8"))
    modules = sorted(Path(__file__).parent.glob("*.py"))
    for path in [*sorted(folder.iterdir()), *modules]:
        digest.update(path.name.encode("utf-8") + hashlib.sha256(path.read_bytes()).digest())
    digest.update(_fonts() + version("typst").encode("ascii"))
    return digest.hexdigest()


@cache
def _fonts() -> bytes:
    """The shipped fonts and those of Matplotlib, by name and size."""
    folders = [FONTS, *map(Path, _matplotlib_fonts())]
    found = sorted((p.name, p.stat().st_size) for folder in folders for p in folder.glob("*.?tf"))
    return repr(found).encode("utf-8")


def write_sources(document: Document, template: Path, folder: Path) -> None:
    """Write everything Typst reads: the document, the layout and the charts."""
    write_parts(document, template, folder)
    write_main(document, folder)


def write_parts(document: Document, template: Path, folder: Path) -> None:
    """Write what the document is put together from: the layout and the charts."""
    slides = ("slides.typ",) if document.volume == "slides" else ()
    for name in (*LAYOUT, *slides):
        layout = (template / name).read_text(encoding="utf-8")
        if _PACKAGE.search(layout):
            raise BuildError(
                f"{template / name}: imports a package, which would be fetched from outside; "
                "copy what it needs into the template"
            )
        (folder / name).write_text(layout, encoding="utf-8")
    for panel in document.panels:
        for picture in panel.pictures:
            (folder / f"{picture.key}.svg").write_text(clean(picture.drawn.svg), encoding="utf-8")
    cover = [document.cover] if isinstance(document.cover, Figure) else []
    for figure in [*document.figures, *cover]:
        chart = clean(figure.pictures.svg)
        for file, (start, end) in pictures(figure).items():
            shown = chart if end - start == figure.height_in else words_within(
                chart, start / figure.height_in, end / figure.height_in
            )  # fmt: skip
            (folder / file).write_text(shown, encoding="utf-8")


def write_main(document: Document, folder: Path) -> None:
    """Write the document, its pages arranged by the sizes that its parts take."""
    if document.volume == "slides":
        source = slides_source(document)
    else:
        source = typst_source(document, _plans(document, folder))
    (folder / MAIN).write_text(source, encoding="utf-8")


def _plans(document: Document, folder: Path) -> dict[str, Plan]:
    """How each chapter fills its pages, by the sizes that its parts take in this layout."""
    source, parts = measuring_source(document)
    if not any(parts.values()):
        return {}
    (folder / MEASURING).write_text(source, encoding="utf-8")
    answer = _measured(folder)
    (folder / MEASURING).unlink()
    pieces = [_pieces(*pair, answer) for pair in zip(parts.values(), answer["sizes"], strict=True)]
    kinds = [opening_of(chapter) for chapter in document.chapters if chapter.key in parts]
    opens = [kind != before for kind, before in zip(kinds, [None, *kinds], strict=False)]
    plans = arrange_all(pieces, opens, answer["height"] - SLACK)
    return dict(zip(parts, plans, strict=True))


def _pieces(
    parts: Sequence[Part], sizes: Sequence[Sequence[float]], answer: Mapping[str, Any]
) -> list[Piece]:
    """Parts with the sizes that the layout gave them."""
    pieces = []
    for part, (height, above, below) in zip(parts, sizes, strict=True):
        kind: Kind = "long" if part.kind == "table" and height > WHOLE_TABLE else part.kind
        piece = Piece(kind, height, above, below, part.picture)
        if part.page:
            piece = Piece("whole", answer["height"] - SLACK)
        if kind == "text":
            # The space between two paragraphs is not one that each of them asks for.
            apart = max(above, answer["spacing"]), max(below, answer["spacing"])
            piece = Piece(kind, height, *apart, 0.0, answer["line"], answer["pitch"])
        pieces.append(piece)
    return pieces


#: What the compiler says where a shape stands for no one character, as in Devanagari.
_COMPLEX = re.compile("missing codepoints")


def compile_pdf(folder: Path, standards: Sequence[Standard] = ARCHIVED) -> bytes:
    """Compile with the shipped fonts only; a warning of the compiler is an error.

    Parameters
    ----------
    folder : path
        What `write_sources` wrote; nothing outside it can be read.
    standards : sequence of str
        What the file must hold to.

    Raises
    ------
    BuildError
        The document breaks a rule of the standards, or a glyph or font is missing.
    """
    import typst

    known = surroundings(folder)
    with told():
        try:
            pdf, warnings = typst.compile_with_warnings(
                str(folder / MAIN), **known, pdf_standards=list(standards)
            )
        except typst.TypstError as error:
            if not _COMPLEX.search(f"{error.message} {error.diagnostic}"):
                raise
            # Scripts whose letters join can be set, and read, but no standard allows for them yet.
            pdf, warnings = typst.compile_with_warnings(str(folder / MAIN), **known)
    if warnings:
        raise BuildError("the PDF: " + "; ".join(str(w.message) for w in warnings))
    assert isinstance(pdf, bytes)
    # False is the default, and some readers take the word itself for a fault.
    return pdf.replace(_SUSPECTS, _SUSPECTS.replace(b"/Suspects false", b" " * 15))


def _measured(folder: Path) -> dict[str, Any]:
    """What the layout says about the sizes of parts and of the page, in millimetres."""
    import typst

    with told():
        answer = typst.query(
            str(folder / MEASURING), "<measured>", field="value", one=True, **surroundings(folder)
        )
    found = json.loads(answer)
    assert isinstance(found, dict)
    return found


def surroundings(folder: Path) -> dict[str, Any]:
    """All that the compiler may see: this folder and the shipped fonts."""
    fonts = [str(FONTS), *_matplotlib_fonts(), *map(str, _further(folder))]
    return {"root": str(folder), "font_paths": fonts, "ignore_system_fonts": True}


@contextmanager
def told() -> Iterator[None]:
    """Tells what the compiler refuses."""
    import typst

    try:
        yield
    except typst.TypstError as error:
        hints = "; ".join([str(error.message), *error.hints])
        raise BuildError(f"the PDF cannot be made: {hints}\n{error.diagnostic}") from None


def _further(folder: Path) -> tuple[Path, ...]:
    """Fonts for what the shipped ones lack; what none has is replaced in the files themselves."""
    texts = {
        path: path.read_text(encoding="utf-8")
        for path in sorted(folder.iterdir())
        if path.suffix in (".typ", ".svg")
    }
    characters = frozenset().union(*texts.values())
    if without_shape(characters):
        for path, text in texts.items():
            path.write_text(writable(text), encoding="utf-8")
    return fonts_for(characters)


def _matplotlib_fonts() -> list[str]:
    """Where Matplotlib keeps its own fonts; found without importing it, which takes a second."""
    found = find_spec("matplotlib")
    assert found is not None
    assert found.origin is not None
    return [str(Path(found.origin).parent / "mpl-data" / "fonts" / "ttf")]
