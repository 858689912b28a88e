"""Links within the report: each leads to a heading or a chapter that is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from typing import Any
from urllib.parse import unquote

from frameline.corpus.fault import hint
from frameline.report import BuildError
from frameline.report.document.document import METADATA
from frameline.report.document.markdown import HtmlEmitter, Token, plain, slug, tokens
from frameline.report.escape import safe_address

_NOTEBOOK = ".ipynb"


class Headings:
    """The headings of all chapters, and where each stands on the page.

    Parameters
    ----------
    cells : list of dict
        The Markdown cells of a merged notebook, in order.
    files : mapping of str to str
        Name of each notebook to the key of its chapter.
    """

    def __init__(self, cells: Iterable[Mapping[str, Any]], files: Mapping[str, str]):
        self._files = files
        #: By chapter and heading; then by heading alone.
        self._anchors: dict[tuple[str, str], str] = {}
        emitters: dict[str, HtmlEmitter] = {}
        for cell in cells:
            chapter = cell["metadata"][METADATA]["chapter"]
            emitter = emitters.setdefault(chapter, HtmlEmitter(lambda _: None, prefix=chapter))
            for text in _headings(tokens(cell["source"])):
                anchor = emitter.anchor(text)
                self._anchors.setdefault((chapter, slug(text)), anchor)

    def resolve(self, address: str, chapter: str) -> str:
        """Where a link leads on the page; empty where there is nothing."""
        file, _, part = unquote(address).partition("#")
        if file:
            chapter = self._files.get(file.rpartition("/")[2], "")
            if not chapter:
                return ""
        if not part:
            return f"#chapter-{chapter}"
        anchor = self._anchors.get((chapter, slug(part))) or next(
            (at for (_, name), at in self._anchors.items() if not file and name == slug(part)), ""
        )
        return f"#{anchor}" if anchor else ""

    def near(self, address: str) -> str:
        """The heading most like one that is not there."""
        return hint(slug(address.partition("#")[2]), [name for _, name in self._anchors])


def lead_links(
    cells: Iterable[MutableMapping[str, Any]], files: Mapping[str, str], *, tolerant: bool
) -> None:
    """Make links between cells links of the page.

    Parameters
    ----------
    cells : list of dict
        Of a merged notebook; changed where they link to each other.
    files : mapping of str to str
        Name of each notebook to the key of its chapter.
    tolerant : bool
        In a part of a report the aim may be in another: such a link becomes its words.

    Raises
    ------
    BuildError
        A link leads to no heading and no chapter, or to a file.
    """
    markdown = [cell for cell in cells if cell["cell_type"] == "markdown"]
    linking = [cell for cell in markdown if "](" in cell["source"] or "]:" in cell["source"]]
    if not linking:
        return
    headings = Headings(markdown, files)
    for cell in linking:
        chapter = cell["metadata"][METADATA]["chapter"]
        for address in set(_addresses(tokens(cell["source"]))):
            if safe_address(address) and not address.startswith("#"):
                continue
            aim = headings.resolve(address, chapter)
            if not aim and not tolerant:
                raise BuildError(f"{chapter}: {_fault(address, headings)}")
            for before in ("](", "](<", "]: "):
                cell["source"] = cell["source"].replace(before + address, before + aim)


def _fault(address: str, headings: Headings) -> str:
    if address.startswith("#") or _NOTEBOOK in address:
        return f"the link to {address} leads to no heading or chapter{headings.near(address)}"
    return (
        f"the link to {address} leads to a file, which a reader does not have; allowed: https://…, "
        "#heading, chapter.ipynb"
    )


def _headings(found: Iterable[Token]) -> Iterator[str]:
    for token in found:
        if token["type"] == "heading":
            yield plain(token["children"])
        elif "children" in token:
            yield from _headings(token["children"])


def _addresses(found: Iterable[Token]) -> Iterator[str]:
    for token in found:
        if token["type"] == "link":
            yield token["attrs"]["url"]
        if "children" in token:
            yield from _addresses(token["children"])
