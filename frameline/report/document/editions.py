"""The files of a report: the same chapters and numbers, each file with a part of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from frameline.report.document.document import Chapter, Document
from frameline.report.document.markdown import Target
from frameline.words.phrases import Phrases

#: Format, in the order in which files are listed, to the file that it makes.
FILES: Mapping[str, str] = {
    "html": "report.html", "pdf": "report.pdf", "brief": "brief.pdf", "annex": "annex.pdf",
    "docx": "report.docx", "slides": "slides.pdf",
}  # fmt: skip
#: Format to the part of the report that its file holds; a page holds everything.
_VOLUMES: Mapping[str, str] = {
    "pdf": "report", "brief": "brief", "annex": "annex", "docx": "report", "slides": "slides",
}  # fmt: skip
_HELD: Mapping[str, Callable[[Chapter], bool]] = {
    "report": lambda chapter: not chapter.annexed,
    "brief": lambda chapter: chapter.brief,
    "annex": lambda chapter: chapter.annexed,
    "slides": lambda chapter: chapter.part in ("summary", "report"),
}


def edition(document: Document, form: str) -> Document:
    """The part of a report that the file of a format holds.

    Parameters
    ----------
    document : Document
        The whole report.
    form : str
        A key of `FILES`.

    Returns
    -------
    Document
        With its own chapters. Numbers are those of the whole; what a reference leads to in
        another file is named in words, with the file it stands in.
    """
    volume = _VOLUMES.get(form, "page")
    if volume == "page":
        return document
    chapters = tuple(chapter for chapter in document.chapters if _HELD[volume](chapter))
    here = {chapter.key for chapter in chapters}
    away = dict(_away(document, here, Phrases("page", document.lang)))
    return replace(
        document, chapters=chapters, volume=volume, whole=document,
        asides=document.asides if volume == "report" else (),
        _targets={**document._targets, **away},
    )  # fmt: skip


def _away(document: Document, here: set[str], words: Phrases) -> Iterator[tuple[str, Target]]:
    """What stands in another file, named with that file and without a place to go to."""
    for chapter in document.chapters:
        if chapter.key in here:
            continue
        name = "in-annex" if chapter.annexed else "in-report"
        for key in (chapter.key, *chapter.exhibits):
            target = document.target(key)
            if target is not None:
                yield key, Target(words(name, what=target.label), "", target.kind)


def worth_making(document: Document, form: str) -> bool:
    """Whether a file of this format would hold anything.

    A report whose chapters all stepped aside says so in its first file.
    """
    held = edition(document, form)
    return bool(held.chapters) or (form in ("html", "pdf") and not document.chapters)
