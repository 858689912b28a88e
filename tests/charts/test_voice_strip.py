"""Voice strip: one cell per claim, lifted where others speak."""

import pandas as pd
import pytest

from frameline.charts import BINDING, DIVIDING
from frameline.charts.canvas import canvas
from frameline.charts.voice_strip import voice_strip, voice_strip_height
from tests.charts.geometry import assert_inside, assert_no_overlap


def claims(texts=2, size=5, name="Text {}"):
    rows = [
        (name.format(t), i % 3 != 0, [1, -1, 0, None][i % 4])
        for t in range(texts)
        for i in range(size)
    ]
    table = pd.DataFrame(rows, columns=["name", "own", "sign"])
    return table.assign(sign=table["sign"].astype("Float64"))


def draw(table):
    fig, ax = canvas(voice_strip_height(table))
    voice_strip(ax, table)
    return fig, ax


def cells(ax, label):
    return [c for c in ax.collections if c.get_label() == label]


def test_each_claim_is_a_cell_on_its_line():
    _, ax = draw(claims(texts=1, size=8))
    own, other = cells(ax, "own")[0], cells(ax, "other")[0]
    assert len(own.get_paths()) == 5
    assert len(other.get_paths()) == 3
    low = min(p.get_extents().y0 for p in own.get_paths())
    assert all(p.get_extents().y1 <= low + 0.04 for p in other.get_paths()), "lifted off the line"


def test_colours_follow_the_sign():
    from matplotlib.colors import to_hex

    table = pd.DataFrame({"name": "T", "own": True, "sign": pd.array([1, -1], dtype="Float64")})
    _, ax = draw(table)
    assert [to_hex(c) for c in cells(ax, "own")[0].get_facecolor()] == [BINDING, DIVIDING]
    up, down = (p.get_extents().y0 for p in cells(ax, "own")[0].get_paths())
    assert down > up, "told apart in grey"


def test_the_share_of_others_is_printed():
    _, ax = draw(claims(texts=1, size=4))
    assert "50% of 4 others’" in [t.get_text() for t in ax.texts]


@pytest.mark.parametrize(
    "table",
    [
        claims(texts=1, size=1),
        claims(texts=30, size=9),
        claims(texts=3, size=140),
        claims(name="A very long name of authors, editors & others {} (talk)"),
        claims(name="همکاری ناپایدار {}"),
        claims(name="_$x$ {}"),
    ],
)
def test_nothing_overlaps_or_leaves_the_sheet(table):
    fig, _ = draw(table)
    assert_no_overlap(fig)
    assert_inside(fig)


def test_an_empty_table_is_refused():
    with pytest.raises(ValueError, match="no rows"):
        draw(claims().head(0))
