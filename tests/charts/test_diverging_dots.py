"""Diverging dots: balance of each reason in each text."""

import numpy as np
import pandas as pd
import pytest

from frameline.charts import BINDING, DIVIDING
from frameline.charts.canvas import canvas
from frameline.charts.diverging_dots import diverging_dots, diverging_dots_height
from tests.charts.geometry import assert_inside, assert_no_overlap


def table(codes=4, texts=3, name="Text {}", code="c{}"):
    rows = []
    for t in range(texts):
        for c in range(codes):
            value = 0.04 * (c - 1) * (-1) ** t
            rows.append((name.format(t), code.format(c), value, value - 0.05, value + 0.05, c + 1,
                         30))  # fmt: skip
    columns = ["name", "code", "balance", "low", "high", "k", "n"]
    return pd.DataFrame(rows, columns=columns)


def draw(data, **options):
    fig, ax = canvas(diverging_dots_height(data))
    diverging_dots(ax, data, **options)
    return fig, ax


def drawn(ax, label):
    return [a for a in ax.lines if a.get_label() == label]


def test_direction_is_told_by_side_shape_and_colour():
    _, ax = draw(table(texts=1))
    zero = float(drawn(ax, "zero")[0].get_xdata()[0])
    binding, dividing = drawn(ax, "binding"), drawn(ax, "dividing")
    assert all(m.get_xdata()[0] > zero and m.get_marker() == "s" for m in binding)
    assert all(m.get_xdata()[0] < zero and m.get_marker() == "v" for m in dividing)
    assert {m.get_markeredgecolor() for m in binding} == {BINDING}
    assert {m.get_markeredgecolor() for m in dividing} == {DIVIDING}


def test_few_claims_are_open_and_none_is_not_drawn():
    data = table(texts=1).assign(k=[0, 1, 3, 9])
    _, ax = draw(data, min_n=3)
    faces = [m.get_markerfacecolor() for m in drawn(ax, "none") + drawn(ax, "binding")]
    assert faces == ["white", BINDING, BINDING]
    assert not drawn(ax, "dividing")


def test_all_texts_share_one_scale():
    data = table(codes=2, texts=2).assign(balance=[0.1, 0.2, 0.1, 0.2])
    _, ax = draw(data)
    zeros = [float(z.get_xdata()[0]) for z in drawn(ax, "zero")]
    x = [float(m.get_xdata()[0]) for m in drawn(ax, "binding")]
    assert x[1] - zeros[0] == pytest.approx(2 * (x[0] - zeros[0]))
    assert x[2] - zeros[1] == pytest.approx(x[0] - zeros[0])


@pytest.mark.parametrize(
    "data",
    [
        table(),
        table(1, 1),
        table(14, 5),
        table(40, 5),
        table(5, 30),
        table(name="A very long name of authors & others {}"),
        table(code="a very long name of a reason given by texts {}"),
        table(name="همکاری {}", code="دلیل {}"),
        table(name="_$x$ {}", code="_$y$ {}"),
        table().assign(low=np.nan, high=np.nan),
        table().drop(columns=["low", "high"]),
        table().assign(balance=1.0),
    ],
)
def test_nothing_overlaps_or_leaves_the_sheet(data):
    fig, _ = draw(data)
    assert_no_overlap(fig)
    assert_inside(fig)


def test_an_empty_table_is_refused():
    _, ax = canvas(2)
    with pytest.raises(ValueError, match="no rows"):
        diverging_dots(ax, table().head(0))
