"""Reach-back: events of each text on one axis of years."""

import pandas as pd
import pytest

from frameline.charts.canvas import canvas
from frameline.charts.reach_back import reach_back, reach_back_height
from tests.charts.geometry import assert_inside, assert_no_overlap


def table(texts=3, years=(1828, 1941, 1979, 1991), name="Text {}", event="event {}"):
    rows = []
    for t in range(texts):
        for i, year in enumerate(years):
            basis = "printed" if i % 2 else "inferred"
            rows.append(
                (
                    name.format(t),
                    event.format(i),
                    2001 + t % 30,
                    year,
                    year + 2,
                    year + 4 * (i % 2 == 0),
                    basis,
                )
            )
    columns = ["name_doc", "name", "published", "year_low", "year_mid", "year_high", "basis"]
    data = pd.DataFrame(rows, columns=columns)
    return data.assign(year_high=data[["year_high", "year_mid"]].max(axis=1))


def draw(data):
    fig, ax = canvas(reach_back_height(data))
    reach_back(ax, data)
    return fig, ax


def drawn(ax, label):
    return [m for m in ax.lines if m.get_label() == label]


def test_events_stand_in_order_before_the_present_of_the_text():
    _, ax = draw(table(texts=1))
    x = [float(m.get_xdata()[0]) for m in drawn(ax, "event")]
    assert x == sorted(x)
    assert x[-1] < float(drawn(ax, "present")[0].get_xdata()[0])


def test_how_a_year_is_known_is_told_by_the_mark():
    _, ax = draw(table(texts=1))
    filled = [m.get_markerfacecolor() != "white" for m in drawn(ax, "event")]
    assert filled == [False, True, False, True]


def test_early_centuries_stand_behind_a_break():
    _, ax = draw(table(texts=1, years=(1750, 1850, 1950, 2000)))
    x = [float(m.get_xdata()[0]) for m in drawn(ax, "event")]
    assert (x[3] - x[2]) / 50 > 2 * (x[1] - x[0]) / 100, "a year takes less room"


@pytest.mark.parametrize(
    "data",
    [
        table(),
        table(texts=1, years=(1990,)),
        table(texts=30),
        table(years=tuple(range(1950, 2001, 2))),
        table(
            name="A very long name of authors & others {}", event="a very long name of an event {}"
        ),
        table(name="همکاری {}", event="событие {}"),
        table(name="_$x$ {}", event="_$y$ {}"),
    ],
)
def test_nothing_overlaps_or_leaves_the_sheet(data):
    fig, _ = draw(data)
    assert_no_overlap(fig)
    assert_inside(fig)


def test_an_empty_table_is_refused():
    _, ax = canvas(2)
    with pytest.raises(ValueError, match="no rows"):
        reach_back(ax, table().head(0))
