"""A chart with all that a reader needs to check it."""

from __future__ import annotations

import html
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from frameline.record.grid import Grid
from frameline.record.mime import FIGURE_MIME
from frameline.record.prose import Prose
from frameline.record.shape import Shape, expect, is_number

_REQUIRED = ("key", "title", "subtitle", "alt", "svg", "table")
_TEXTS = ("note", "filter", "how", "source", "number")


@dataclass(frozen=True)
class Pictures:
    """A chart as it is drawn.

    Parameters
    ----------
    svg : str
        The bare chart, as the report shows it.
    export_svg, export_png : str
        With headline, subtitle and source line, for re-use; the PNG in base 64.
    breaks : tuple of pair of float
        Where print may cut it (inches from its top), each with the height of the blank band.
    head_in : float
        How deep the heads of its columns reach (inches), which each piece repeats.
    """

    svg: str
    export_svg: str = ""
    export_png: str = ""
    breaks: tuple[tuple[float, float], ...] = ()
    head_in: float = 0.0

    def record(self) -> dict[str, Any]:
        """The pictures as JSON; without breaks where there are none."""
        breaks = {"breaks": [list(cut) for cut in self.breaks], "head_in": self.head_in}
        return {
            "svg": self.svg, "export_svg": self.export_svg, "export_png": self.export_png,
            **(breaks if self.breaks or self.head_in else {}),
        }  # fmt: skip

    @classmethod
    def from_record(cls, data: Any) -> Pictures:
        """Read what `record` wrote.

        Raises
        ------
        RecordError
            The data have another shape.
        """
        shape = Shape(data, "a figure", ("svg",))
        return cls(
            shape.text("svg"), shape.text("export_svg"), shape.text("export_png"),
            tuple(map(_cut, shape.entries("breaks"))), shape.number("head_in"),
        )  # fmt: skip


@dataclass(frozen=True)
class Figure:
    """A chart with all that a reader needs to check it.

    Parameters
    ----------
    key : str
        Name used for files, anchors and cross-references, such as ``net-valence``.
    title : Prose
        The headline: what is seen.
    subtitle : Prose
        What is plotted, with n.
    alt : Prose
        What someone who cannot see the chart should know.
    table : Grid
        The numbers drawn; become the "data" of the figure and its CSV.
    drawn : Pictures or function that gives them
        A function is called when the pictures are first asked for; it should give the same ones
        each time.
    width_in, height_in : float
        The size of the bare chart, in inches.
    note, filter, how : str
        Reading help, the filter in words, and how the numbers were computed.
    source : str
        The source line of the files made for re-use.
    evidence : tuple of str
        Ids of the claims behind the marks.
    uses : tuple of str
        Roles of the coded variables shown, whose agreement decides whether it may be.
    tentative : bool
        Coders agree too little on one of them to be sure.
    number : str
        Its number in the report.
    """

    key: str
    title: Prose
    subtitle: Prose
    alt: Prose
    table: Grid
    drawn: Pictures | Callable[[], Pictures]
    width_in: float = 6.3
    height_in: float = 3.5
    note: str = ""
    filter: str = ""
    how: str = ""
    source: str = ""
    evidence: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    tentative: bool = False
    number: str = ""

    @property
    def pictures(self) -> Pictures:
        """The chart as it is drawn."""
        return self.drawn if isinstance(self.drawn, Pictures) else self.drawn()

    def record(self) -> dict[str, Any]:
        """The figure as JSON: chart, texts, numbers, evidence."""
        return {
            "key": self.key, "title": self.title.record(), "subtitle": self.subtitle.record(),
            "alt": self.alt.record(), "note": self.note, "filter": self.filter, "how": self.how,
            "source": self.source, "evidence": list(self.evidence), "uses": list(self.uses),
            "width_in": self.width_in, "height_in": self.height_in,
            "tentative": self.tentative, "number": self.number,
            "table": self.table.record(), **self.pictures.record(),
        }  # fmt: skip

    @classmethod
    def from_record(cls, data: Any) -> Figure:
        """Read what `record` wrote.

        Raises
        ------
        RecordError
            The data have another shape, or nothing is said to those who cannot see the chart.
        """
        shape = Shape(data, "a figure", _REQUIRED)
        key, alt = shape.key("key"), Prose.from_record(data["alt"])
        expect(bool(str(alt).strip()), f"alternative text (figure {key})")
        return cls(
            key=key,
            title=Prose.from_record(data["title"]),
            subtitle=Prose.from_record(data["subtitle"]),
            alt=alt,
            table=Grid.from_record(data["table"]),
            drawn=Pictures.from_record(data),
            width_in=shape.size("width_in", cls.width_in),
            height_in=shape.size("height_in", cls.height_in),
            evidence=shape.texts("evidence"),
            uses=shape.texts("uses"),
            tentative=shape.flag("tentative"),
            **{name: shape.text(name) for name in _TEXTS},
        )

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        # A picture, because a browser without the report's fonts would set the chart's texts anew.
        picture = (
            f'<img alt="{html.escape(str(self.alt), quote=True)}" '
            f'width="{int(self.width_in * 110)}" '
            f'src="data:image/png;base64,{html.escape(self.pictures.export_png)}">'
        )
        return {
            "text/plain": str(self.alt),
            "text/html": f"<figure style='margin:0'>{picture}<br>"
            f"<small>{html.escape(self.note)}</small>"
            f"<details><summary>Data</summary>{self.table.to_html()}</details></figure>",
            FIGURE_MIME: self.record(),
        }


def _cut(data: Any) -> tuple[float, float]:
    """A place with the height of the blank band around it."""
    pair = isinstance(data, (list, tuple)) and len(data) == 2 and all(map(is_number, data))
    expect(pair, "two numbers in each of the breaks of a figure", data)
    place, white = data
    return float(place), float(white)
