"""Unit squares: one square per claim beside what each text calls the pair."""

import numpy as np
import pandas as pd
import pytest

from frameline.charts.canvas import canvas
from frameline.charts.unit_squares import unit_squares, unit_squares_height
from tests.charts.geometry import assert_inside, assert_no_overlap


def table(texts=3, name="Text {}", label="label {}", most=12):
    rows = []
    for t in range(texts):
        rows.append(
            {
                "name": name.format(t), "year": 2001 + t, "title_label": label.format(t),
                "body_label": label.format(t + 1), "body_use": "asserted" if t % 2 else "reported",
                "vantage": "third party", "binding": most, "dividing": most - t % most,
                "ambivalent": t % 3, "net": 0.2, "low": -0.1, "high": 0.5,
            }
        )  # fmt: skip
    return pd.DataFrame(rows)


def draw(data):
    fig, ax = canvas(unit_squares_height(data))
    unit_squares(ax, data)
    return fig, ax


def squares(ax, side):
    return sum(len(c.get_paths()) for c in ax.collections if c.get_label() == side)


@pytest.mark.parametrize("side", ["binding", "dividing", "ambivalent"])
def test_there_is_a_square_for_each_claim(side):
    data = table()
    _, ax = draw(data)
    assert squares(ax, side) == data[side].sum()


def test_binding_stands_right_of_the_axis_and_dividing_left():
    _, ax = draw(table())
    axis = next(line for line in ax.lines if line.get_label() == "axis").get_xdata()[0]
    for side, sign in (("binding", 1), ("dividing", -1)):
        (found,) = {c.get_label() for c in ax.collections if c.get_label() == side}
        x = [
            p.get_extents().x0
            for c in ax.collections
            if c.get_label() == found
            for p in c.get_paths()
        ]
        assert all(sign * (value - axis) > -0.001 for value in x)


def test_a_label_is_filled_only_where_the_author_asserts_it():
    _, ax = draw(table(texts=2))
    kinds = [p.get_label() for p in ax.patches if str(p.get_label()).startswith("chip")]
    # Three of the header, then title and body of each text.
    assert kinds == [
        "chip outline", "chip asserted", "chip reported",
        "chip outline", "chip reported", "chip outline", "chip asserted",
    ]  # fmt: skip


def test_long_labels_are_not_cut():
    _, ax = draw(table(label="partners of convenience"))
    assert "partners of convenience" in [t.get_text() for t in ax.texts]


@pytest.mark.parametrize(
    "data",
    [
        table(),
        table(texts=1),
        table(texts=30),
        table(most=60),
        table().assign(net=np.nan, low=np.nan, high=np.nan),
        table().drop(columns=["title_label", "body_label", "vantage"]),
        table(label="a label that is much too long to be printed on one line at all {}"),
        table(name="همکاری {}", label="شراکت {}"),
        table(name="_$x$ {}", label="_$y$ {}"),
    ],
)
def test_nothing_overlaps_or_leaves_the_sheet(data):
    fig, _ = draw(data)
    assert_no_overlap(fig)
    assert_inside(fig)
