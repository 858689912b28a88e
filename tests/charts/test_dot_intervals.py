"""Dot intervals: one value for each text, counted in several ways."""

import numpy as np
import pandas as pd
import pytest

from frameline.charts.canvas import canvas
from frameline.charts.dot_intervals import dot_intervals, dot_intervals_height
from tests.charts.geometry import assert_inside, assert_no_overlap


def table(texts=3, series=("all voices", "author’s own"), name="Text {}"):
    rows = []
    for t in range(texts):
        for i, which in enumerate(series):
            value = 0.1 * (t % 5 - 1) + 0.05 * i
            rows.append((name.format(t), which, value, value - 0.3, value + 0.3, 40 - i))
    return pd.DataFrame(rows, columns=["name", "series", "value", "low", "high", "n"])


def draw(data):
    fig, ax = canvas(dot_intervals_height(data))
    dot_intervals(ax, data)
    return fig, ax


def texts(ax):
    return [t.get_text() for t in ax.texts]


def test_texts_series_and_n_are_printed():
    _, ax = draw(table(texts=1))
    assert "Text 0" in texts(ax)
    assert {"all voices", "author’s own"} <= set(texts(ax))
    assert {"40", "39"} <= {t.removeprefix("n = ") for t in texts(ax)}
    assert {"all dividing", "all binding"} <= {t.strip("←→ ") for t in texts(ax)}


def test_a_missing_value_says_so():
    data = table(texts=1).assign(value=np.nan, low=np.nan, high=np.nan)
    _, ax = draw(data)
    assert texts(ax).count("too short") == 1, "once for the text"
    data = table(texts=1)
    data.loc[0, ["value", "low", "high"]] = np.nan
    assert texts(draw(data)[1]).count("too short") == 1, "or for the way of counting"


@pytest.mark.parametrize(
    "data",
    [
        table(),
        table(texts=1, series=("one",)),
        table(texts=30),
        table(series=("a", "b", "c", "d")),
        table(name="A very long name of authors & others {}"),
        table(name="همکاری {}", series=("все", "автор")),
        table(name="_$x$ {}", series=("_$y$",)),
        table().assign(low=np.nan, high=np.nan),
    ],
)
def test_nothing_overlaps_or_leaves_the_sheet(data):
    fig, _ = draw(data)
    assert_no_overlap(fig)
    assert_inside(fig)


def test_an_empty_table_is_refused():
    _, ax = canvas(2)
    with pytest.raises(ValueError, match="no rows"):
        dot_intervals(ax, table().head(0))
