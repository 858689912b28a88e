"""Period dots: one dot per piece, by period and reading."""

import numpy as np
import pandas as pd
import pytest

from frameline.charts.canvas import canvas
from frameline.charts.period_dots import period_dots, period_dots_height
from tests.charts.geometry import assert_inside, assert_no_overlap


def table(periods=3, most=9, name="{}–{}", readings=("binding", "mixed", "dividing")):
    rows = []
    for p in range(periods):
        for d, reading in enumerate(readings):
            k = max(most - 3 * d - p, 0)
            rows.append(
                (name.format(2000 + p, 2001 + p), reading, k, 3 * most, k / (3 * most), 0.1, 0.5)
            )
    return pd.DataFrame(rows, columns=["period", "direction", "k", "n", "share", "low", "high"])


def draw(data):
    fig, ax = canvas(period_dots_height(data))
    period_dots(ax, data)
    return fig, ax


def dots(ax, reading):
    return sum(len(m.get_xdata()) for m in ax.lines if m.get_label() == reading)


def test_there_is_a_dot_for_each_piece():
    data = table()
    _, ax = draw(data)
    for reading in ("binding", "mixed", "dividing"):
        assert dots(ax, reading) == data.loc[data["direction"] == reading, "k"].sum()


def test_many_pieces_share_a_dot_and_the_key_says_so():
    _, ax = draw(table(periods=1, most=400))
    texts = [t.get_text() for t in ax.texts]
    each = next(int(t.split()[2]) for t in texts if t.startswith("one mark"))
    assert each > 1
    assert dots(ax, "binding") == -(-400 // each)
    assert "400" in texts


@pytest.mark.parametrize(
    "data",
    [
        table(),
        table(periods=1),
        table(periods=30),
        table(most=1000),
        table(name="a very long name of a period {} to {}"),
        table(name="دوره {} {}", readings=("связь", "_$x$")),
        table().assign(share=np.nan, low=np.nan, high=np.nan),
    ],
)
def test_nothing_overlaps_or_leaves_the_sheet(data):
    fig, _ = draw(data)
    assert_no_overlap(fig)
    assert_inside(fig)


def test_an_empty_table_is_refused():
    _, ax = canvas(2)
    with pytest.raises(ValueError, match="no rows"):
        period_dots(ax, table().head(0))
