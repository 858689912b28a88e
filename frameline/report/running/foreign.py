"""HTML that a cell puts out, read as what a report can show in every format.

Nothing of it is passed on as markup: its tables, pictures and paragraphs are taken out of it. So
it cannot load, run or restyle anything; what would is refused, not dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

#: What only sets out text; its own text is taken.
_BLOCKS = frozenset(
    "p div section article header footer h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre figure "
    "figcaption details summary center hr br".split()
)
_INLINE = frozenset(
    "a abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small span strong sub sup time "
    "u var wbr tt font".split()
)
_TABLE = frozenset("table caption colgroup col thead tbody tfoot tr th td".split())
#: Only says how things look.
_LOOKS = frozenset({"style"})
ALLOWED = _BLOCKS | _INLINE | _TABLE | _LOOKS | {"img"}
_DATA = re.compile(r"data:image/(?:png|jpeg);base64,(.+)", re.DOTALL)
#: The line that pandas writes under a table of which it shows a part.
_SHAPE = re.compile(r"[\d,]+ rows × [\d,]+ columns")
_CUT = frozenset({"...", "…"})


class ForeignError(ValueError):
    """HTML that the report cannot show."""


@dataclass(frozen=True)
class Piece:
    """A table (heads and rows of cells), a picture (base 64) or a paragraph."""

    kind: str
    text: str = ""
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def read_html(source: str) -> list[Piece]:
    """The tables, pictures and paragraphs of a piece of HTML, in order.

    Raises
    ------
    ForeignError
        An element or attribute that loads or runs something, a remote picture, or a table of
        which pandas shows a part.

    Examples
    --------
    >>> [piece.kind for piece in read_html("<p>Seen.</p><table><tr><th>a</th></tr></table>")]
    ['text', 'table']
    >>> read_html("<iframe src='https://example.org'></iframe>")
    Traceback (most recent call last):
    ...
    frameline.report.running.foreign.ForeignError: <iframe> in HTML; allowed: text, tables, pictures
    """
    from lxml import html

    root = html.fragment_fromstring(source, create_parent="div")
    for element in root.iter():
        _check(element)
    pieces = list(_pieces(root))
    cut = any(_CUT & {*row} for piece in pieces for row in piece.rows)
    shapes = [piece for piece in pieces if piece.kind == "text" and _SHAPE.fullmatch(piece.text)]
    if shapes and cut:
        raise ForeignError(
            f"a table of which pandas shows a part ({shapes[0].text}): show fewer rows, such as "
            "table.head(20)"
        )
    return [piece for piece in pieces if piece not in shapes]


def _check(element: Any) -> None:
    """Refuse what loads or runs something."""
    if not isinstance(element.tag, str):
        return
    if element.tag not in ALLOWED:
        raise ForeignError(f"<{element.tag}> in HTML; allowed: text, tables, pictures")
    for name, value in element.attrib.items():
        if name.startswith("on"):
            raise ForeignError(f"the attribute {name} in HTML, which would run something")
        address = value.strip().lower()
        if name == "href" and not address.startswith(("https://", "http://", "mailto:", "#")):
            raise ForeignError(f"a link to {value[:60]!r} in HTML; allowed: https://…")
        if name in ("src", "srcset", "background") and not _DATA.fullmatch(value.strip()):
            raise ForeignError(
                f"a picture from {value[:60]!r} in HTML, which would be fetched; allowed: a PNG or "
                "JPEG within the page (data:image/png;base64,…)"
            )


def _pieces(element: Any) -> Iterator[Piece]:
    held: list[str] = [element.text or ""]
    for child in element:
        if not isinstance(child.tag, str) or child.tag in _LOOKS:
            pass
        elif child.tag == "table" or child.tag == "img" or child.tag in _BLOCKS:
            yield from _paragraph(held)
            held = []
            yield from _block(child)
        else:
            # Inline: its words go on in the line, a picture or table within it stands alone.
            inside = list(_pieces(child))
            held += [piece.text for piece in inside if piece.kind == "text"]
            yield from (piece for piece in inside if piece.kind != "text")
        held.append(child.tail or "")
    yield from _paragraph(held)


def _block(element: Any) -> Iterator[Piece]:
    if element.tag == "table":
        yield _table(element)
    elif element.tag == "img":
        found = _DATA.fullmatch(element.get("src", "").strip())
        if found is None:
            raise ForeignError("a picture without a source in HTML")
        yield Piece("picture", found[1])
    else:
        yield from _pieces(element)


def _paragraph(held: list[str]) -> Iterator[Piece]:
    text = _plain(" ".join(held))
    if text:
        yield Piece("text", text)


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _table(element: Any) -> Piece:
    """A table with one line of heads; a cell over several places stands in each."""
    heads: list[list[str]] = []
    rows: list[list[str]] = []
    filled: dict[tuple[int, int], str] = {}
    for place, row in enumerate(element.iter("tr")):
        line = _line(row, place, filled)
        cells = [cell for cell in row if cell.tag in ("th", "td")]
        head = row.getparent().tag == "thead" or (
            not rows and bool(cells) and all(cell.tag == "th" for cell in cells)
        )
        (heads if head else rows).append(line)
    width = max(map(len, [*heads, *rows]), default=0)
    if not width:
        raise ForeignError("a table without cells in HTML")
    full = [[*row, *[""] * (width - len(row))] for row in rows]
    named = [
        " · ".join(dict.fromkeys(filter(None, (h[i] if i < len(h) else "" for h in heads))))
        for i in range(width)
    ]
    return Piece("table", "", *_without_counting(named, full))


def _line(row: Any, place: int, filled: dict[tuple[int, int], str]) -> list[str]:
    """The cells of a row, with those that reach into it from the left and from above."""
    line: list[str] = []
    for cell in row:
        if cell.tag not in ("th", "td"):
            continue
        while (place, len(line)) in filled:
            line.append(filled[place, len(line)])
        text, start = _plain(cell.text_content()), len(line)
        across, down = (_span(cell.get(name)) for name in ("colspan", "rowspan"))
        line += [text] * across
        for below in range(1, down):
            filled |= {(place + below, start + i): text for i in range(across)}
    while (place, len(line)) in filled:
        line.append(filled[place, len(line)])
    return line


def _span(value: str | None) -> int:
    return min(int(value), 1000) if value and value.isdigit() and int(value) else 1


def _without_counting(
    heads: list[str], rows: list[list[str]]
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Without the column in which pandas counts rows from nought."""
    counted = [row[0] for row in rows] == [str(place) for place in range(len(rows))]
    first = 1 if counted and rows and not heads[0] and len(heads) > 1 else 0
    return tuple(heads[first:]), tuple(tuple(row[first:]) for row in rows)
