"""Date strip: texts on a true date axis."""

import pandas as pd
import pytest

from frameline.charts.canvas import canvas
from frameline.charts.date_strip import date_strip, date_strip_height
from tests.charts.geometry import assert_inside, assert_no_overlap


def documents(years=(2001, 2015, 2021, 2024), name="Text {}"):
    rows = [
        (name.format(i), f"{year}-06-15", 100 * (i + 1), f"kind {i % 3}")
        for i, year in enumerate(years)
    ]
    table = pd.DataFrame(rows, columns=["name", "date", "words", "genre"])
    return table.assign(date=pd.to_datetime(table["date"]))


def draw(table):
    fig, ax = canvas(date_strip_height(table))
    date_strip(ax, table)
    return fig, ax


def drawn(ax, label):
    return [a for a in ax.lines if a.get_label() == label]


def test_distances_are_those_of_the_dates():
    _, ax = draw(documents((2000, 2010, 2020)))
    x = [float(m.get_xdata()[0]) for m in drawn(ax, "text")]
    assert (x[1] - x[0]) / (x[2] - x[0]) == pytest.approx(0.5, abs=0.001)


def test_area_is_words_and_shape_is_kind():
    _, ax = draw(documents())
    texts = drawn(ax, "text")
    sizes = [m.get_markersize() for m in texts]
    assert sizes[3] / sizes[0] == pytest.approx(2, abs=0.01), "four times the words"
    assert texts[0].get_marker() == texts[3].get_marker() != texts[1].get_marker()


def test_an_inferred_date_is_a_bar():
    table = documents((2001, 2015))
    low, high = table["date"].copy(), table["date"].copy()
    high[1] += pd.Timedelta(days=200)
    _, ax = draw(table.assign(date_low=low, date_high=high))
    assert len(drawn(ax, "interval")) == 1


@pytest.mark.parametrize(
    "table",
    [
        documents(),
        documents((2001,)),
        documents((2001, 2001, 2001, 2002)),
        documents(range(1990, 2020)),
        documents(name="A long name of authors & others {}"),
        documents(name="همکاری ناپایدار {}"),
        documents(name="_$x$ {}"),
        documents().drop(columns=["words", "genre"]),
    ],
)
def test_nothing_overlaps_or_leaves_the_sheet(table):
    fig, _ = draw(table)
    assert_no_overlap(fig)
    assert_inside(fig)


def test_an_empty_table_is_refused():
    _, ax = canvas(2)
    with pytest.raises(ValueError, match="no rows"):
        date_strip(ax, documents().head(0))
