"""The text of HTML as a reader sees it, and where places in the markup stand in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml import html as lxml_html

from frameline.exchange.files.error import ExchangeError

#: Elements that begin and end a paragraph.
_BLOCKS = frozenset(
    "address article aside blockquote dd div dl dt fieldset figcaption figure footer form h1 h2 h3 "
    "h4 h5 h6 header hr li main nav ol p pre section table td th tr ul body".split()
)
_SILENT = frozenset(("script", "style", "head", "title", "template"))
#: Between two paragraphs of the text.
_GAP = "\n\n"


@dataclass
class HtmlText:
    """The text of HTML.

    Parameters
    ----------
    raw : str
        Everything between the tags, as browsers count places in it (``textContent``).
    text : str
        The same with paragraphs apart.
    nodes : dict of str to (int, int)
        Path of each text node, as in ``/div[1]/p[1]/text()[1]``, to where it begins in ``raw``,
        and its length.
    """

    raw: str = ""
    text: str = ""
    nodes: dict[str, tuple[int, int]] = field(default_factory=dict)
    _raw_starts: list[int] = field(default_factory=list)
    _text_starts: list[int] = field(default_factory=list)

    def moved(self, place: int, *, end: bool = False) -> int:
        """Where in ``text`` a place of ``raw`` is; an end stays with the piece before it."""
        at = bisect_right(self._raw_starts, place - end) - 1
        if at < 0:
            return 0
        return self._text_starts[at] + place - self._raw_starts[at]


def text_of_html(markup: str, file: str, place: str) -> HtmlText:
    """The text of a piece of HTML, or of a page.

    Raises
    ------
    ExchangeError
        When there is nothing in it.

    Examples
    --------
    >>> found = text_of_html("<h1>Port</h1><p>Old <b>ties</b>.</p>", "a.json", "task 1")
    >>> found.raw, found.text, found.moved(4), found.moved(4, end=True)
    ('PortOld ties.', 'Port\\n\\nOld ties.', 6, 4)
    """
    parser = lxml_html.HTMLParser(no_network=True, remove_comments=True, recover=True)
    try:
        root = lxml_html.document_fromstring(markup, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ExchangeError(
            file, place, f"no HTML that can be read ({error})", "HTML", "export it again"
        ) from None
    body = root.find("body")
    found = HtmlText()
    raw: list[str] = []
    shown: list[str] = []
    state = _Written(found, raw, shown)
    for kind, path, text in _walk(body if body is not None else root, ""):
        if kind == "block":
            state.block = True
        else:
            state.add(path, text)
    found.raw, found.text = "".join(raw), "".join(shown)
    return found


@dataclass
class _Written:
    found: HtmlText
    raw: list[str]
    shown: list[str]
    block: bool = False
    raw_at: int = 0
    text_at: int = 0

    def add(self, path: str, text: str) -> None:
        if self.block and self.text_at and text.strip():
            self.shown.append(_GAP)
            self.text_at += len(_GAP)
        self.block = self.block and not text.strip()
        self.found.nodes[path] = (self.raw_at, len(text))
        self.found._raw_starts.append(self.raw_at)
        self.found._text_starts.append(self.text_at)
        self.raw.append(text)
        self.raw_at += len(text)
        if not self.block:
            self.shown.append(text)
            self.text_at += len(text)


def _walk(element: etree._Element, path: str) -> Iterator[tuple[str, str, str]]:
    """Blocks and text nodes in order; paths count elements of a name, and texts, below one."""
    counts: dict[str, int] = {}
    texts = 0

    def node(text: str | None) -> Iterator[tuple[str, str, str]]:
        nonlocal texts
        if text:
            texts += 1
            yield "text", f"{path}/text()[{texts}]", text

    yield from node(element.text)
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else ""
        if tag and tag not in _SILENT:
            counts[tag] = counts.get(tag, 0) + 1
            block = tag in _BLOCKS or tag == "br"
            if block:
                yield "block", "", ""
            yield from _walk(child, f"{path}/{tag}[{counts[tag]}]")
            if block:
                yield "block", "", ""
        yield from node(child.tail)
