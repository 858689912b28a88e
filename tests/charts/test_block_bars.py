"""Block bars: what each file holds."""

import itertools

import pandas as pd
import pytest

from frameline.charts.block_bars import COLOURS, block_bars, block_bars_height
from frameline.charts.canvas import canvas
from tests.charts.geometry import assert_inside, assert_no_overlap


def blocks(texts=2, name="Text {}", kinds=("title", "body", "pullquote", "body", "furniture")):
    rows = [
        (name.format(t), k, 100 * (i + 1) + t) for t in range(texts) for i, k in enumerate(kinds)
    ]
    return pd.DataFrame(rows, columns=["name", "kind", "chars"])


def draw(table):
    fig, ax = canvas(block_bars_height(table))
    block_bars(ax, table)
    return fig, ax


def test_bars_stand_in_the_order_of_the_file_and_to_scale():
    _, ax = draw(blocks(texts=1))
    bars = [p for p in ax.patches if p.get_label() in COLOURS]
    assert [b.get_label() for b in bars] == [
        "headings", "body", "quotes", "body", "other",
    ]  # fmt: skip
    widths = [b.get_width() / bars[0].get_width() for b in bars]
    assert widths == pytest.approx([1, 2, 3, 4, 5])
    for one, two in itertools.pairwise(bars):
        assert one.get_x() + one.get_width() == pytest.approx(two.get_x())


def test_the_share_of_the_body_is_printed():
    _, ax = draw(blocks(texts=1))
    assert "40% body" in [t.get_text() for t in ax.texts]


@pytest.mark.parametrize(
    "table",
    [
        blocks(),
        blocks(texts=30),
        blocks(kinds=("body",)),
        blocks(name="A very long name of authors, editors & others {} (talk)"),
        blocks(name="همکاری ناپایدار {}"),
        blocks(name="_$x$ {}"),
    ],
)
def test_nothing_overlaps_or_leaves_the_sheet(table):
    fig, _ = draw(table)
    assert_no_overlap(fig)
    assert_inside(fig)


def test_an_empty_table_is_refused():
    with pytest.raises(ValueError, match="no rows"):
        draw(blocks().head(0))
