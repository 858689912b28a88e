"""What a notebook cell returns: a figure, a table, the colophon.

Each shows itself well in JupyterLab and carries, as a MIME bundle, all that the report needs:
headline, alternative text, the numbers drawn, the claims behind them and how they were computed.
"""

from __future__ import annotations

import base64
import html
import io
import re
import textwrap
import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure as Canvas
from matplotlib.transforms import Bbox

from frameline.record.findings import FINDINGS_MIME, Findings, Prose, format_value
from frameline.record.page_breaks import find_cuts

FIGURE_MIME = "application/vnd.frameline.figure+json"
TABLE_MIME = "application/vnd.frameline.table+json"
EVIDENCE_MIME = "application/vnd.frameline.evidence+json"

#: Shortest alternative text that can say what is seen and on how many claims or documents.
MIN_ALT = 80
#: A chart lower than this (inches) stands on one page of any paper.
PAGE_IN = 8.0


class FigureError(ValueError):
    """A figure that the report may not show."""


def _as_prose(text: Prose | str, style: str) -> Prose:
    """Prose as it is; plain text in pieces that no cross-reference can be read from."""
    if isinstance(text, Prose):
        return text
    return Prose(tuple({"text": part} for part in re.split(r"(?<=\[)(?=@)", text)), style)


@dataclass
class Figure:
    """A chart with all that a reader needs to check it.

    Parameters
    ----------
    fig : matplotlib.figure.Figure
        The bare chart: no headline in it.
    key : str
        Name used for files, anchors and cross-references, such as ``net-valence``.
    title : Prose
        The headline: what is seen.
    subtitle : Prose or str
        What is plotted, with n.
    alt : Prose or str
        What someone who cannot see the chart should know (at least 80 characters, naming n).
    table : DataFrame
        The numbers drawn; becomes the "data" of the figure and its CSV.
    note, filter, how : str
        Reading help, the filter in words, and how the numbers were computed.
    source : str
        The source line of the files made for re-use.
    evidence : iterable of str
        Ids of the claims behind the marks.
    uses : iterable of str
        Roles of the coded variables shown. The builder looks up their agreement: it marks the
        figure as tentative, or refuses it, by the coefficient the reliability chapter found.
    """

    fig: Canvas
    key: str
    title: Prose
    subtitle: Prose | str
    alt: Prose | str
    table: pd.DataFrame
    note: str = ""
    filter: str = ""
    how: str = ""
    source: str = ""
    evidence: Iterable[str] = ()
    uses: Iterable[str] = ()

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[a-z][a-z0-9-]*", self.key):
            raise FigureError(f"figure key {self.key!r}: use lower-case words joined by hyphens")
        if len(str(self.alt)) < MIN_ALT:
            raise FigureError(
                f"figure {self.key!r}: the alternative text has {len(str(self.alt))} characters; "
                f"at least {MIN_ALT} are needed to say what is seen and the n"
            )
        if self.table.empty:
            raise FigureError(f"figure {self.key!r}: no numbers to show")
        self.evidence = sorted(set(self.evidence))
        # Otherwise the inline backend would show the bare chart once more.
        plt.close(self.fig)

    def record(self) -> dict[str, Any]:
        """The figure as JSON: chart, texts, numbers, evidence."""
        width, height = self.fig.get_size_inches()
        svg = _draw(self.fig, "svg").decode("utf8")
        export_svg, export_png = self._exports(width, height)
        return {
            "key": self.key,
            "title": _as_prose(self.title, "title").record(),
            "subtitle": _as_prose(self.subtitle, "subtitle").record(),
            "alt": _as_prose(self.alt, "alt").record(),
            "note": self.note, "filter": self.filter, "how": self.how, "source": self.source,
            "evidence": list(self.evidence), "uses": list(self.uses),
            "svg": svg, "export_svg": export_svg, "export_png": export_png,
            "width_in": float(width), "height_in": float(height),
            "table": _cells(self.table), **self._cuts(height),
        }  # fmt: skip

    def _cuts(self, height: float) -> dict[str, Any]:
        """Where print may cut a chart that no page holds."""
        if height <= PAGE_IN:
            return {}
        cuts = find_cuts(self.fig)
        return {"cuts": list(map(list, cuts.places)), "head_in": cuts.head}

    def _exports(self, width: float, height: float) -> tuple[str, str]:
        """SVG and PNG for re-use: with headline, subtitle and source line around the chart.

        The texts stand outside the figure and the bounding box is widened to hold them, so that
        the chart itself is drawn exactly as in the report.
        """
        per_line = int(width * 13)
        title = textwrap.wrap(str(self.title), per_line)
        subtitle = textwrap.wrap(str(self.subtitle), int(per_line * 1.25))
        foot = textwrap.wrap(
            " · ".join(t for t in (self.filter, self.source) if t), int(per_line * 1.5)
        )
        head_in = 0.12 + 0.22 * len(title) + 0.17 * len(subtitle) + 0.08
        foot_in = 0.1 + 0.15 * len(foot)
        texts, y = [], height + head_in - 0.12
        for lines, step, size, weight, colour in (
            (title, 0.22, 12, "bold", "#1a1a1a"),
            (subtitle, 0.17, 9.5, "normal", "#444444"),
        ):
            for line in lines:
                texts.append(_place(self.fig, line, y, height, size, weight, colour))
                y -= step
        for i, line in enumerate(foot):
            y = -0.08 - 0.15 * i
            texts.append(_place(self.fig, line, y, height, 8, "normal", "#666666"))
        box = Bbox([[0, -foot_in], [width, height + head_in]])
        try:
            svg = _draw(self.fig, "svg", box).decode("utf8")
            png = base64.b64encode(_draw(self.fig, "png", box)).decode("ascii")
        finally:
            for text in texts:
                text.remove()
        return svg, png

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        record = self.record()
        # A picture, because a browser without the report's fonts would set the chart's texts anew.
        width = int(record["width_in"] * 110)
        picture = (
            f'<img alt="{html.escape(str(self.alt), quote=True)}" width="{width}" '
            f'src="data:image/png;base64,{record["export_png"]}">'
        )
        note = html.escape(self.note)
        table = self.table.to_html(index=False, escape=True, border=0)
        return {
            "text/plain": str(self.alt),
            "text/html": f"<figure style='margin:0'>{picture}<br><small>{note}</small>"
            f"<details><summary>Data</summary>{table}</details></figure>",
            FIGURE_MIME: record,
        }


def _place(
    fig: Canvas, line: str, y_in: float, height: float, size: float, weight: str, colour: str
) -> Any:
    return fig.text(
        0.005, y_in / height, line, fontsize=size, fontweight=weight, color=colour,
        ha="left", va="top",
    )  # fmt: skip


def _draw(fig: Canvas, kind: str, box: Bbox | None = None) -> bytes:
    """Draw to bytes; a missing glyph or any other warning is an error."""
    buffer = io.BytesIO()
    metadata = {"Date": None, "Creator": None} if kind == "svg" else {"Software": None}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        fig.savefig(buffer, format=kind, metadata=metadata, bbox_inches=box, pad_inches=0, dpi=192)
    return buffer.getvalue()


def _cells(table: pd.DataFrame) -> dict[str, Any]:
    """A table as text cells; floats keep four significant decimals, missing is empty."""

    def cell(value: Any) -> str:
        if isinstance(value, (list, tuple)):
            return "; ".join(map(str, value))
        if pd.isna(value):
            return ""
        if isinstance(value, float):
            return f"{value:.4f}".rstrip("0").rstrip(".")
        if isinstance(value, pd.Timestamp):
            return value.date().isoformat()
        return str(value)

    rows = [[cell(v) for v in row] for row in table.itertuples(index=False, name=None)]
    return {"columns": [str(c) for c in table.columns], "rows": rows}


@dataclass(frozen=True)
class Terms:
    """What a table explains: on the page, its words show their meaning wherever they are used.

    Parameters
    ----------
    words : str
        Column with the words that each row explains (a list; the first names the entry).
    meaning : str
        Column with what they mean.
    running : bool
        Mark the words in running text too; otherwise only where one stands by itself, as in the
        cell of a table or as the value of a finding.
    """

    words: str
    meaning: str
    running: bool = False


@dataclass
class Table:
    """A table of the report.

    Parameters
    ----------
    data : DataFrame
        One row per line; only the columns named in ``columns`` are shown, in that order.
    key : str
        Name used for anchors and cross-references.
    title : Prose
        What the table shows.
    columns : mapping of str to str
        Column of ``data`` to its heading.
    units : mapping of str to str, optional
        Column to the unit its values are written in (see ``findings.UNITS``); others as text.
    widths : mapping of str to float, optional
        Relative widths of text columns.
    terms : Terms, optional
        For a table of the codebook: the words that its rows explain.
    """

    data: pd.DataFrame
    key: str
    title: Prose
    columns: Mapping[str, str]
    units: Mapping[str, str] | None = None
    widths: Mapping[str, float] | None = None
    note: str = ""
    filter: str = ""
    evidence: Iterable[str] = ()
    wide: bool = False
    terms: Terms | None = None

    def rows(self) -> list[list[str]]:
        """The cells as the report prints them."""
        write = [self._writer(column) for column in self.columns]
        shown = self.data[list(self.columns)].itertuples(index=False, name=None)
        return [[w(v) for w, v in zip(write, row, strict=True)] for row in shown]

    def _writer(self, column: str) -> Callable[[Any], str]:
        unit = (self.units or {}).get(column, "text")
        if unit == "p":  # the heading stands for the sign of equality
            return lambda value: format_value(value, unit).removeprefix("= ")
        if unit != "text":
            return lambda value: format_value(value, unit)
        return lambda value: (
            "; ".join(map(str, value)) if isinstance(value, (list, tuple))
            else "" if pd.isna(value) else str(value)
        )  # fmt: skip

    def _align(self, column: str) -> str:
        return "right" if (self.units or {}).get(column, "text") not in ("text", "name") else "left"

    def record(self) -> dict[str, Any]:
        """The table as JSON."""
        widths = self.widths or {}
        return {
            "key": self.key, "title": _as_prose(self.title, "title").record(),
            "note": self.note, "filter": self.filter, "evidence": sorted(set(self.evidence)),
            "wide": self.wide, "rows": self.rows(),
            "columns": [
                {"label": label, "align": self._align(c), "width": widths.get(c)}
                for c, label in self.columns.items()
            ],
            "terms": self._terms(),
        }  # fmt: skip

    def _terms(self) -> list[dict[str, Any]]:
        if self.terms is None:
            return []
        explained = zip(self.data[self.terms.words], self.data[self.terms.meaning], strict=True)
        return [
            {"row": row, "words": list(words), "meaning": meaning, "running": self.terms.running}
            for row, (words, meaning) in enumerate(explained)
            if len(words) and meaning
        ]

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        shown = pd.DataFrame(self.rows(), columns=list(self.columns.values()))
        head = f"<b>{html.escape(str(self.title))}</b>"
        return {
            "text/plain": shown.to_string(index=False),
            "text/html": head + shown.to_html(index=False, escape=True, border=0),
            TABLE_MIME: self.record(),
        }


@dataclass
class Colophon:
    """The last cell of a chapter: its findings and the claims behind its marks.

    Parameters
    ----------
    findings : Findings
    evidence : DataFrame
        As ``corpus.evidence(ids)`` gives it: claim_id, name, place, codes, anchor, gist.
    """

    findings: Findings
    evidence: pd.DataFrame | Sequence[Mapping[str, str]] = ()

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        rows = (
            self.evidence.to_dict("records")
            if isinstance(self.evidence, pd.DataFrame)
            else [dict(r) for r in self.evidence]
        )
        count = f"{len(self.findings)} findings, {len(rows)} claims behind them"
        return {
            "text/plain": count,
            FINDINGS_MIME: self.findings.record(),
            EVIDENCE_MIME: {"claims": rows},
        }
