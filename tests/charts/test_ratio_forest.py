"""Ratio forest: words that set texts apart."""

import numpy as np
import pandas as pd
import pytest

from frameline.charts.canvas import canvas
from frameline.charts.ratio_forest import ratio_forest, ratio_forest_height
from tests.charts.geometry import assert_inside, assert_no_overlap


def table(texts=2, words=3, name="Text {}", word="word{}"):
    rows = [
        (name.format(t), word.format(w), 3 - 0.5 * w, 2 - 0.5 * w, 4 - 0.5 * w, 9, 2, 0.2 * (w % 5))
        for t in range(texts)
        for w in range(words)
    ]
    columns = ["name", "token", "log_ratio", "low", "high", "n_target", "n_reference", "dp"]
    return pd.DataFrame(rows, columns=columns)


def draw(data):
    fig, ax = canvas(ratio_forest_height(data))
    ratio_forest(ax, data)
    return fig, ax


def words(ax):
    return [m for m in ax.lines if m.get_label() == "word"]


def test_points_stand_at_their_ratio_and_grow_with_even_spread():
    _, ax = draw(table(texts=1))
    x = [float(m.get_xdata()[0]) for m in words(ax)]
    assert x[0] - x[1] == pytest.approx(x[1] - x[2])
    sizes = [m.get_markersize() for m in words(ax)]
    assert sizes == sorted(sizes, reverse=True)


def test_the_axis_speaks_in_times():
    _, ax = draw(table())
    texts = {t.get_text() for t in ax.texts}
    assert {"×1", "×2", "9 : 2"} <= texts


@pytest.mark.parametrize(
    "data",
    [
        table(),
        table(1, 1),
        table(30, 2),
        table(name="A very long name of authors & others {}", word="averylongwordindeedindeed{}"),
        table(name="همکاری {}", word="слово{}"),
        table(name="_$x$ {}", word="_$y$ {}"),
        table().assign(dp=np.nan),
        table().drop(columns="dp"),
    ],
)
def test_nothing_overlaps_or_leaves_the_sheet(data):
    fig, _ = draw(data)
    assert_no_overlap(fig)
    assert_inside(fig)


def test_an_empty_table_is_refused():
    _, ax = canvas(2)
    with pytest.raises(ValueError, match="no rows"):
        ratio_forest(ax, table().head(0))
