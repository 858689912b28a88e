"""Charts, tables and text that a cell puts out by itself, taken into the report.

What `frameline.exhibits` makes comes as records and passes as it is. A chart drawn with pyplot, a
picture or the HTML of a table becomes a record here, with the caption and the alternative text
that its cell gives (`options`); what cannot be shown everywhere is refused by cell. So nothing
that an author saw in a notebook is missing from the report without a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from frameline.record.figure import Figure, Pictures
from frameline.record.grid import Grid
from frameline.record.mime import FIGURE_MIME, MIMES, PROSE_MIME, TABLE_MIME
from frameline.record.prose import Prose, Segment
from frameline.record.table import Table
from frameline.report.document.raster import read_raster, read_svg
from frameline.report.running.foreign import Piece, read_html
from frameline.report.running.options import missing, read_options

SVG, PNG, JPEG, HTML, PLAIN = (
    "image/svg+xml", "image/png", "image/jpeg", "text/html", "text/plain",
)  # fmt: skip
WIDGET = "application/vnd.jupyter.widget-view+json"
#: What drawing with Matplotlib gives beside the chart.
_HANDLES = re.compile(r"[\[(]*(?:<(?:matplotlib\.|Axes|Figure)|Text\(|array\(\[+<Axes|\(array\()")
_ALLOWED = "allowed: charts, pictures, tables and what texts.figure, texts.table and texts.say make"
_INSTEAD = {
    "text/markdown": "write it in a Markdown cell",
    "text/latex": "write the formula in a Markdown cell, between dollar signs",
    "application/javascript": "a report runs no script",
    PLAIN: "end the line with ; to show nothing",
}


class TakingError(ValueError):
    """An output that the report cannot show."""


def take_outputs(source: str, outputs: list[Mapping[str, Any]], key: str) -> list[dict[str, Any]]:
    """The outputs of a cell, all of them as records.

    Parameters
    ----------
    source : str
        The cell, whose first lines may say what its chart or table is called.
    outputs : list of mapping
        Outputs with ``data``.
    key : str
        Of its chart or table, where the cell gives none.

    Returns
    -------
    list of dict
        Outputs, in order.

    Raises
    ------
    ValueError
        An output that cannot be shown, or a chart or table without what must be said of it.
    """
    if all(_is_ours(output["data"]) for output in outputs):
        return [dict(output) for output in outputs]
    options = {"key": key, **read_options(source)}
    drawn = any(mime in output["data"] for output in outputs for mime in (SVG, PNG, JPEG))
    taken: list[dict[str, Any]] = []
    for output in outputs:
        data = output["data"]
        if _is_ours(data):
            taken.append(dict(output))
        elif not (drawn and _is_handle(data)):
            taken += [_output(record) for record in _taken(data, options)]
    shown = [one for one in taken if not _is_ours_before(one, outputs) and _named(one)]
    if len(shown) > 1:
        raise TakingError(f"{len(shown)} charts or tables in one cell; show each in a cell of its "
                          "own, with its caption")  # fmt: skip
    return taken


def _is_ours(data: Mapping[str, Any]) -> bool:
    return any(mime in data for mime in MIMES)


def _is_ours_before(output: Mapping[str, Any], outputs: list[Mapping[str, Any]]) -> bool:
    return any(output["data"] is other["data"] for other in outputs)


def _named(output: Mapping[str, Any]) -> bool:
    return FIGURE_MIME in output["data"] or TABLE_MIME in output["data"]


def _is_handle(data: Mapping[str, Any]) -> bool:
    text = data.get(PLAIN, "")
    said = "".join(text) if isinstance(text, list) else str(text)
    return set(data) == {PLAIN} and bool(_HANDLES.match(said))


def _output(record: Mapping[str, Any]) -> dict[str, Any]:
    return {"output_type": "display_data", "data": dict(record), "metadata": {}}


def _taken(data: Mapping[str, Any], options: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """The records of one output."""
    if SVG in data:
        yield _figure(read_svg(_text(data[SVG])), options)
    elif PNG in data or JPEG in data:
        yield _figure(read_raster(_text(data.get(PNG, data.get(JPEG)))), options)
    elif WIDGET in data:
        raise TakingError(
            "a widget, which a page without script cannot show; display a picture of it "
            "(image/png) with it or in its place"
        )
    elif HTML in data:
        for piece in read_html(_text(data[HTML])):
            yield _record(piece, options)
    else:
        found = ", ".join(data) or "nothing"
        todo = next((_INSTEAD[mime] for mime in data if mime in _INSTEAD), "")
        raise TakingError(
            f"an output that is not for the report ({found}); {_ALLOWED}"
            + (f". To do: {todo}" if todo else "")
        )


def _record(piece: Piece, options: Mapping[str, str]) -> dict[str, Any]:
    if piece.kind == "text":
        return {PROSE_MIME: Prose((Segment(piece.text),), "text").record()}
    if piece.kind == "picture":
        return _figure(read_raster(piece.text), options)
    lacks = missing(options, ("caption",), "a table")
    if lacks:
        raise TakingError(lacks)
    grid = Grid.of(piece.heads, piece.rows)
    return {TABLE_MIME: Table(options["key"], Prose.of(options["caption"], "title"), grid).record()}


def _figure(picture: tuple[Pictures, float, float], options: Mapping[str, str]) -> dict[str, Any]:
    lacks = missing(options, ("caption", "alt"), "a chart")
    if lacks:
        raise TakingError(lacks)
    drawn, width, height = picture
    figure = Figure(
        options["key"], Prose.of(options["caption"], "title"), Prose((), "subtitle"),
        Prose.of(options["alt"], "alt"), Grid((), ()), drawn, width, height,
    )  # fmt: skip
    return {FIGURE_MIME: figure.record()}


def _text(value: Any) -> str:
    return "".join(value) if isinstance(value, list) else str(value)
