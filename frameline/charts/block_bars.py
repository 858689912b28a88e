"""Block bars: what each file holds, in characters, block by block."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from frameline.charts import INK, QUIET
from frameline.charts.canvas import page
from frameline.charts.placement import text_width, wrap_text
from frameline.charts.sheet import SMALL, Scale, need, ordered, percent, write
from frameline.charts.words import word

#: Kinds of block, by what they are to a reader: the text, its editors' words, what surrounds it.
GROUPS = {
    "body": "body",
    "heading": "headings", "title": "headings", "standfirst": "headings", "pullquote": "quotes",
}  # fmt: skip
OTHER = "other"
COLOURS = {
    "body": "#3d4f5f", "headings": "#c8641b", "quotes": "#8b6508", OTHER: "#e9e9e4",
}  # fmt: skip
EDGE = "#858580"
NAME, RIGHT, HEADER, FOOT, ROW, BAR = 1.35, 0.75, 0.34, 0.28, 0.34, 0.2


def block_bars_height(table: pd.DataFrame) -> float:
    """Return the height in inches that `block_bars` needs for a table."""
    return HEADER + FOOT + ROW * table["name"].nunique()


def block_bars(
    ax: Axes,
    table: pd.DataFrame,
    *,
    groups: Mapping[str, str] = GROUPS,
    colours: Mapping[str, str] = COLOURS,
) -> Axes:
    """Show how much of each file is the text, and where the rest stands.

    Parameters
    ----------
    ax : Axes
        Made with `canvas(block_bars_height(table))`.
    table : DataFrame
        One row per block, in the order of the file: `name` (of the text), `kind`, `chars`.
    groups : mapping
        Kind to the group it is shown in; others are "everything else".
    colours : mapping
        Colour of each group, in the order of the key.

    Returns
    -------
    Axes
        The same Axes, a sheet in inches.
    """
    need(table, ("name", "kind", "chars"), "block_bars")
    width, _ = page(ax)
    data = table.assign(group=table["kind"].map(lambda kind: groups.get(kind, OTHER)))
    total = data.groupby("name", sort=False)["chars"].sum()
    scale = Scale(0, float(total.max()), NAME, width - RIGHT)
    _key(ax, ordered(data["group"], list(colours)), colours)
    for index, name in enumerate(ordered(data["name"])):
        middle = HEADER + ROW * (index + 0.5)
        write(ax, 0, middle, wrap_text(str(name), NAME - 0.1, max_lines=2))
        part = data[data["name"] == name]
        for start, stop, group in _stretches(part):
            left, right = float(scale(start)), float(scale(stop))
            box = (left, middle - BAR / 2), right - left, BAR
            ax.add_patch(Rectangle(*box, label=group, zorder=3, **_look(group, colours)))
        share = float(part.loc[part["group"] == "body", "chars"].sum() / total[name])
        write(
            ax,
            float(scale(total[name])) + 0.08,
            middle,
            word("share-body", share=percent(share)),
            size=SMALL,
        )
    base = HEADER + ROW * total.size + 0.12
    longest = word("characters", count=int(total.max()))
    write(ax, scale.stop, base, longest, size=SMALL, color=QUIET, ha="right")
    write(ax, scale.start, base, word("start-of-file"), size=SMALL, color=QUIET)
    return ax


def _stretches(part: pd.DataFrame) -> list[tuple[float, float, str]]:
    """Join neighbouring blocks of one group: start, end and group of each stretch."""
    run = (part["group"] != part["group"].shift()).cumsum()
    size = part.groupby(run, sort=False).agg(chars=("chars", "sum"), group=("group", "first"))
    end = size["chars"].cumsum()
    return list(zip(end - size["chars"], end, size["group"], strict=True))


def _look(group: str, colours: Mapping[str, str]) -> dict[str, Any]:
    """Fill of a group; pale and striped ones have an edge, so that grey tells them apart."""
    colour = colours.get(group, QUIET)
    if group == OTHER:
        return {"facecolor": colour, "edgecolor": EDGE, "lw": 0.5}
    if group == "quotes":
        return {"facecolor": "white", "edgecolor": colour, "lw": 0.5, "hatch": "//////"}
    return {"facecolor": colour, "edgecolor": "white", "lw": 0.3}


def _key(ax: Axes, groups: list[str], colours: Mapping[str, str]) -> None:
    """Name the colours once, above the bars."""
    x = NAME
    for group in groups:
        ax.add_patch(Rectangle((x, 0.06), 0.1, 0.1, **_look(group, colours)))
        name = word(f"block-{group}")
        write(ax, x + 0.15, 0.11, name, size=SMALL, color=INK)
        x += 0.35 + text_width(name, SMALL)
