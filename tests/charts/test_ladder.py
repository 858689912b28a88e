"""Ladder: statements by what is left out."""

import pandas as pd
import pytest

from frameline.charts.canvas import canvas
from frameline.charts.ladder import ladder, ladder_height
from tests.charts.geometry import assert_inside, assert_no_overlap

STATES = ("holds", "fails", "n.a.")


def table(statements=3, columns=4, text="Statement {} holds", column="without {}"):
    rows = {
        text.format(s): [STATES[(s + c) % 3] for c in range(columns)] for s in range(statements)
    }
    names = [column.format(c) for c in range(columns)]
    return pd.DataFrame.from_dict(rows, orient="index", columns=names).reset_index(
        names="statement"
    )


def draw(data, **options):
    fig, ax = canvas(ladder_height(data))
    ladder(ax, data, **options)
    return fig, ax


def test_states_are_told_by_shape():
    _, ax = draw(table(statements=3, columns=3))
    held = [m for m in ax.lines if m.get_label() == "holds"]
    failed = [m for m in ax.lines if m.get_label() == "fails"]
    assert len(held) == len(failed) == 3 + 1, "and one in the key"
    assert held[0].get_marker() != failed[0].get_marker()
    assert len([m for m in ax.lines if m.get_label() == "n.a."]) == 3


def test_columns_can_be_chosen():
    _, ax = draw(table(), columns=["without 1"])
    assert "without 0" not in [t.get_text() for t in ax.texts]


@pytest.mark.parametrize(
    "data",
    [
        table(),
        table(1, 1),
        table(12, 30),
        table(text="A very long statement {} that goes on and on about what texts do to a pair"),
        table(column="without a very long name of authors & others {}"),
        table(text="جمله {}", column="без {}"),
        table(text="_$x$ {}", column="_$y$ {}"),
    ],
)
def test_nothing_overlaps_or_leaves_the_sheet(data):
    fig, _ = draw(data)
    assert_no_overlap(fig)
    assert_inside(fig)


def test_an_empty_table_is_refused():
    _, ax = canvas(2)
    with pytest.raises(ValueError, match="no rows"):
        ladder(ax, table().head(0))
