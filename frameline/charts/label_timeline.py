"""Label timeline: what each text calls the relationship, in titles and in its own sentences."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from frameline.charts import INK, QUIET, RULE
from frameline.charts.canvas import WIDTH, page
from frameline.charts.chips import STATUSES, chip, chip_height, chip_width
from frameline.charts.placement import fit_text
from frameline.charts.sheet import (
    SMALL,
    Scale,
    dated_name,
    days,
    label_of,
    line,
    marks,
    need,
    ordered,
    write,
)
from frameline.charts.words import word

AXIS, NAME, TRACK, CHIPS = 0.34, 0.5, 1.62, 2.12
KEY, GAP, STEP = 0.42, 0.16, 0.215
BODY, TITLES = "body", "titles"
GROUND = "#f1f1ec"


@dataclass(frozen=True)
class _Chip:
    """One label of one text and place: how often, and how far the text stands behind it."""

    text: str
    status: str


def label_timeline_height(
    table: pd.DataFrame, *, labels: Mapping[str, str] | None = None, width: float = WIDTH - 0.1
) -> float:
    """Return the height in inches that `label_timeline` needs for a table."""
    return KEY + sum(_row_height(row) for row in _rows(table, labels, width).values()) + 0.05


def label_timeline(
    ax: Axes, table: pd.DataFrame, *, labels: Mapping[str, str] | None = None
) -> Axes:
    """Show which names each text uses, where they stand and whether the author asserts them.

    Parameters
    ----------
    ax : Axes
        Made with `canvas(label_timeline_height(table, labels=labels))`.
    table : DataFrame
        One row per mention: `name` (of the text), `date`, `label` (family), `place` ("body" or
        another), `use` ("asserted", or why the mention does not count as the author's, as
        `frameline.measures.labels.label_use` says); optional `polarity`.
    labels : mapping, optional
        What to call the families.

    Returns
    -------
    Axes
        The same Axes, a sheet in inches: texts in order of date, joined to their true place on a
        vertical axis of time; a filled chip is asserted by the author, the others are not.
    """
    need(table, ("name", "date", "label", "place", "use"), "label_timeline")
    width, height = page(ax)
    rows = _rows(table, labels, width)
    dates = table.groupby("name", sort=False)["date"].first()
    _key(ax, width)
    top, middles = KEY, {}
    for name, tracks in rows.items():
        tall = _row_height(tracks)
        line(ax, [NAME, width], [top, top], label="rule")
        middles[name] = top + tall / 2
        year = str(pd.Timestamp(dates[name]).year)
        dated_name(ax, NAME, middles[name], str(name), year, TRACK - NAME - 0.14)
        y = top + GAP / 2
        for place, lines in tracks.items():
            if place == TITLES:
                _ground(ax, y, STEP * len(lines), width)
            write(ax, TRACK, y + STEP / 2, word(f"track-{place}"), size=SMALL, color=QUIET)
            for chips in lines:
                _chips(ax, chips, y + STEP / 2)
                y += STEP
        top += tall
    _time(ax, dates, middles, height)
    return ax


def _rows(
    table: pd.DataFrame, labels: Mapping[str, str] | None, width: float
) -> dict[str, dict[str, list[list[_Chip]]]]:
    """Lay the chips of each text out in lines, title track first."""
    inside = table["place"] == BODY
    rows: dict[str, dict[str, list[list[_Chip]]]] = {}
    for name in ordered(table.sort_values("date", kind="stable")["name"]):
        mine = table["name"] == name
        rows[name] = {}
        for place, chosen in ((TITLES, mine & ~inside), ("text", mine & inside)):
            chips = _count(table[chosen], labels, width - CHIPS)
            if chips:
                rows[name][place] = _wrap(chips, width - CHIPS)
    return rows


def _count(part: pd.DataFrame, labels: Mapping[str, str] | None, room: float) -> list[_Chip]:
    """One chip per family and status, with how often; asserted ones first, then as they come."""
    counts: dict[tuple[str, str], int] = {}
    for row in part.to_dict("records"):
        key = (label_of(row["label"], labels), _status(row))
        counts[key] = counts.get(key, 0) + 1
    chips = []
    for (text, status), n in sorted(counts.items(), key=lambda item: item[0][1] != "asserted"):
        shown = f"{text} ×{n}" if n > 1 else text
        chips.append(_Chip(fit_text(shown, room - 0.2, size=SMALL, weight="semibold"), status))
    return chips


def _status(row: Mapping) -> str:
    """How a mention is drawn: by its use in the body, by its polarity elsewhere."""
    use = str(row["use"])
    if row["place"] != BODY:
        polarity = str(row.get("polarity", ""))
        return polarity if polarity in ("questioned", "negated", "hypothetical") else "outline"
    return use if use in STATUSES else "reported"


def _wrap(chips: list[_Chip], room: float) -> list[list[_Chip]]:
    """Break a list of chips into lines that fit."""
    lines: list[list[_Chip]] = [[]]
    used = 0.0
    for each in chips:
        wide = _wide(each) + 0.06
        if lines[-1] and used + wide > room:
            lines.append([])
            used = 0.0
        lines[-1].append(each)
        used += wide
    return lines


def _wide(each: _Chip) -> float:
    return chip_width(each.text, SMALL, each.status)


def _row_height(tracks: Mapping[str, list]) -> float:
    lines = sum(len(chips) for chips in tracks.values())
    return max(lines * STEP, 2 * STEP) + GAP


def _ground(ax: Axes, top: float, tall: float, width: float) -> None:
    """Lay a pale ground under the track of titles, which editors often write."""
    box = (TRACK - 0.06, top + 0.01), width - TRACK + 0.06, tall - 0.02
    ax.add_patch(Rectangle(*box, facecolor=GROUND, edgecolor="none", zorder=0, label="titles"))


def _chips(ax: Axes, chips: list[_Chip], y: float) -> None:
    x = CHIPS
    for each in chips:
        colour = QUIET if each.status == "reported" else INK
        x += chip(ax, x, y, each.text, status=each.status, size=SMALL, colour=colour) + 0.06


def _time(ax: Axes, dates: pd.Series, middles: Mapping[str, float], height: float) -> None:
    """Join each row to the true place of its date on a vertical axis."""
    when = days(dates)
    if when.max() <= when.min():
        return
    scale = Scale(
        float(when.min()), float(when.max()), min(middles.values()), max(middles.values())
    )
    line(ax, [0.06, 0.06], [scale.start, scale.stop], color=INK, lw=0.9, label="time")
    for name, y in zip(dates.index, scale(when), strict=True):
        marks(ax, 0.06, y, size=4, label="date")
        line(ax, [0.06, AXIS, NAME - 0.06], [y, middles[name], middles[name]], color=RULE, lw=0.9)


def _key(ax: Axes, width: float) -> None:
    """Name the kinds of chips once."""
    x = TRACK
    for status, words in (
        ("asserted", word("asserted-by-the-author")),
        ("reported", word("reported")),
        ("hypothetical", word("supposed")),
        ("questioned", word("asked")),
        ("negated", word("so")),
    ):
        y, colour = chip_height() / 2 + 0.04, QUIET if status == "reported" else INK
        x += chip(ax, x, y, words, status=status, size=SMALL, colour=colour) + 0.08
    write(ax, 0, chip_height() / 2 + 0.04, word("dates-to-scale"), size=SMALL, color=QUIET)
