"""Corrected shares: hollow marks for the machine, filled ones for what people make of it."""

import numpy as np
import pandas as pd
import pytest

from frameline.charts import INK
from frameline.charts.canvas import canvas
from frameline.charts.corrected_shares import corrected_shares, corrected_shares_height
from tests.charts.geometry import assert_inside, assert_no_overlap


def table(cells=3, codes=4, name="{}–{}", code="Reason {}"):
    rows = []
    for c in range(cells):
        for k in range(codes):
            share = 0.1 + 0.8 * k / codes
            rows.append(
                (name.format(2000 + c, 2001 + c), code.format(k), share + 0.02 * c, share,
                 share - 0.06, share + 0.06, 60 + c)
            )  # fmt: skip
    columns = ["name", "code", "machine", "share", "low", "high", "n"]
    return pd.DataFrame(rows, columns=columns)


def draw(data):
    fig, ax = canvas(corrected_shares_height(data))
    corrected_shares(ax, data)
    return fig, ax


def marks(ax, label):
    return [m for m in ax.lines if m.get_label() == label]


def test_each_share_is_two_marks_hollow_and_filled():
    _, ax = draw(table())
    assert len(marks(ax, "machine")) == len(marks(ax, "corrected")) == 12
    assert {m.get_markerfacecolor() for m in marks(ax, "machine")} == {"none"}
    assert {m.get_markerfacecolor() for m in marks(ax, "corrected")} == {INK}


def test_what_was_not_corrected_is_hollow_only():
    data = table(cells=2)
    data.loc[data["name"] == "2000–2001", ["share", "low", "high"]] = np.nan
    _, ax = draw(data)
    assert len(marks(ax, "machine")) == 8
    assert len(marks(ax, "corrected")) == len(marks(ax, "interval")) == 4


def test_marks_stand_where_the_shares_are():
    data = table(cells=1, codes=2).assign(machine=[0.0, 1.0])
    _, ax = draw(data)
    ends = [m.get_xdata()[0] for m in marks(ax, "machine")]
    grid = sorted({m.get_xdata()[0] for m in marks(ax, "grid")})
    assert ends == pytest.approx([grid[0], grid[-1]])


@pytest.mark.parametrize(
    "data",
    [
        table(),
        table(cells=1, codes=1),
        table(cells=5, codes=40),
        table(cells=5, name="A very long name of authors & others {} {}"),
        table(code="A name of a code that is as long as names of codes can be {}"),
        table(name="دوره {} {}", code="связь {}"),
        table(name="_$x$ {} {}", code="_$y$ {}"),
        table().assign(share=np.nan, low=np.nan, high=np.nan, n=0),
        table().assign(machine=0.0, share=0.0, low=0.0, high=0.05),
    ],
)
def test_nothing_overlaps_or_leaves_the_sheet(data):
    fig, _ = draw(data)
    assert_no_overlap(fig)
    assert_inside(fig)


def test_more_cells_than_fit_are_refused():
    _, ax = canvas(3)
    with pytest.raises(ValueError, match="6 cells; at most 5"):
        corrected_shares(ax, table(cells=6))
