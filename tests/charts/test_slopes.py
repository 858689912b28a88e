"""Slopes: shares from text to text, at the true distance of the dates."""

import numpy as np
import pandas as pd
import pytest

from frameline.charts.canvas import canvas, panels
from frameline.charts.slopes import slopes
from tests.charts.geometry import assert_inside, assert_no_overlap


def shares(groups=3, years=(2001, 2015, 2021, 2024), group="Group {}"):
    rows = []
    for g in range(groups):
        for side in ("binding", "dividing"):
            for i, year in enumerate(years):
                value = 0.05 * (g + 1) + 0.03 * i * (1 if side == "binding" else -1) % 0.3
                rows.append(
                    (group.format(g), side, pd.Timestamp(year, 6, 1), value, value / 2, value * 1.5)
                )
    return pd.DataFrame(rows, columns=["group", "side", "x", "value", "low", "high"])


def draw(data):
    fig, axes = panels(data["group"].nunique(), cols=3, height=2.1)
    slopes(axes, data)
    return fig, axes


def test_one_panel_for_each_group():
    data = shares(groups=4)
    _, axes = draw(data)
    titles = [{t.get_text() for t in ax.texts} for ax in axes]
    assert all(f"Group {g}" in titles[g] for g in range(4))


def test_sides_are_told_by_line_and_mark_too():
    _, axes = draw(shares(groups=1))
    dashes = {str(line.get_linestyle()) for line in axes[0].lines if len(line.get_xdata()) == 4}
    assert len(dashes) >= 2, "solid and dashed"
    faces = {str(line.get_markerfacecolor()) for line in axes[0].lines if line.get_marker() == "s"}
    assert len(faces) == 2, "filled and open"


def test_dates_are_true_to_scale():
    _, (ax,) = draw(shares(groups=1, years=(2000, 2010, 2020)))
    path = next(line for line in ax.lines if len(line.get_xdata()) == 3)
    x = np.asarray(path.get_xdata(), dtype=float)
    assert (x[1] - x[0]) / (x[2] - x[0]) == pytest.approx(0.5, abs=0.01)


@pytest.mark.parametrize(
    "data",
    [
        shares(),
        shares(groups=1),
        shares(groups=12),
        shares(years=(2001,)),
        shares(years=tuple(range(1990, 2020))),
        shares(group="گروه {}"),
        shares(group="_$x$ {}"),
        shares().assign(low=np.nan, high=np.nan),
    ],
)
def test_nothing_overlaps_or_leaves_the_sheet(data):
    fig, _ = draw(data)
    assert_no_overlap(fig)
    assert_inside(fig)


def test_too_few_axes_and_empty_tables_are_refused():
    _, ax = canvas(2)
    with pytest.raises(ValueError, match="as many axes"):
        slopes([ax], shares(groups=2))
    with pytest.raises(ValueError, match="no rows"):
        slopes([ax], shares().head(0))
