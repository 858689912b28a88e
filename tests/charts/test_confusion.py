"""Confusion: counts of codes by codes."""

import numpy as np
import pandas as pd
import pytest

from frameline.charts.canvas import canvas
from frameline.charts.confusion import confusion, confusion_height
from tests.charts.geometry import assert_inside, assert_no_overlap


def counts(size=3, name="c{}", seed=1):
    draws = np.random.default_rng(seed)
    table = draws.integers(0, 4, (size, size)) + 20 * np.eye(size, dtype=int)
    codes = [name.format(i) for i in range(size)]
    return pd.DataFrame(table, index=codes, columns=codes)


def draw(table, **options):
    fig, ax = canvas(confusion_height(table))
    confusion(ax, table, **options)
    return fig, ax


def cells(ax):
    return [p for p in ax.patches if p.get_label() == "cell"]


def test_every_count_is_printed_and_shaded_by_its_row():
    table = pd.DataFrame([[8, 2], [0, 5]], index=list("ab"), columns=list("ab"))
    _, ax = draw(table)
    assert {"8", "2", "5"} <= {t.get_text() for t in ax.texts}
    assert "0" not in {t.get_text() for t in ax.texts}
    light = [sum(c.get_facecolor()[:3]) for c in cells(ax)]
    assert light[3] < light[0] < light[1], "all, most, some of the row"


def test_codes_nobody_gave_are_left_out():
    table = counts(3)
    table.loc["c1"] = 0
    table["c1"] = 0
    _, ax = draw(table, labels={"c0": "zero"})
    texts = [t.get_text() for t in ax.texts]
    assert texts.count("zero") == 2
    assert "c1" not in texts
    assert len(cells(ax)) == 4


@pytest.mark.parametrize(
    "table",
    [
        counts(1),
        counts(14),
        counts(40),
        counts(5, "a very long name of a reason {}"),
        counts(4, "دلیل {}"),
        counts(4, "_$x$ {}"),
    ],
)
def test_nothing_overlaps_or_leaves_the_sheet(table):
    fig, _ = draw(table)
    assert_no_overlap(fig)
    assert_inside(fig)


def test_a_table_without_counts_is_refused():
    with pytest.raises(ValueError, match="no counts"):
        draw(counts(3) * 0)
