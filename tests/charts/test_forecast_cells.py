"""Forecast cells: one mark for each forecast, open where it depends on something."""

import pandas as pd
import pytest

from frameline.charts.canvas import canvas
from frameline.charts.forecast_cells import MOST, forecast_cells, forecast_cells_height
from tests.charts.geometry import assert_inside, assert_no_overlap, count_marks, drawn_texts

LABELS = {"up": "closer", "down": "looser", "same": "the same as now"}


def table(texts=3, n=1, name="Text {}", condition="third party"):
    rows = [
        (name.format(t), direction, sure, when, n)
        for t in range(texts)
        for direction, sure, when in (("up", "likely", ""), ("up", "possible", condition),
                                      ("down", "certain", ""))
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=["name", "direction", "sure", "condition", "n"])


def draw(data, directions=tuple(LABELS)):
    fig, ax = canvas(forecast_cells_height(data))
    forecast_cells(ax, data, directions=directions, labels=LABELS)
    return fig, ax


def test_each_forecast_is_a_mark_open_where_it_depends():
    fig, ax = draw(table(texts=2, n=2))
    assert (count_marks(fig, "free"), count_marks(fig, "conditional")) == (8, 4)
    fills = {m.get_label(): m.get_markerfacecolor() for m in ax.lines if m.get_marker() == "o"}
    assert fills["conditional"] == "white" != fills["free"]


def test_many_of_one_kind_are_one_mark_with_their_number():
    fig, _ = draw(table(texts=1, n=MOST + 1))
    assert count_marks(fig, "free") == 2
    assert f"{MOST + 1} × likely" in [text.get_text() for text in drawn_texts(fig)]


def test_directions_stand_in_their_order():
    _, ax = draw(table(texts=1))
    x = [float(m.get_xdata()[0]) for m in ax.lines if m.get_label() == "free"]
    assert x[0] < x[1]


@pytest.mark.parametrize(
    "data",
    [
        table(),
        table(texts=12),
        table(n=3),
        table(name="A very long name of authors & others {}"),
        table(condition="a condition that is told at a length that no cell has room for"),
        table(name="همکاری {}"),
    ],
)
def test_nothing_overlaps_or_leaves_the_sheet(data):
    fig, _ = draw(data)
    assert_no_overlap(fig)
    assert_inside(fig)


def test_an_empty_table_is_refused():
    _, ax = canvas(2)
    with pytest.raises(ValueError, match="no rows"):
        forecast_cells(ax, table().head(0), directions=["up"], labels=LABELS)
