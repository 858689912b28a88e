"""The arc of one text: its line, its turn and what is conceded."""

import numpy as np
import pandas as pd
import pytest

from frameline.charts import BINDING, DIVIDING
from frameline.charts.canvas import canvas
from frameline.charts.turning_arc import HEIGHT, turning_arc
from tests.charts.geometry import assert_inside, assert_no_overlap

SIGNS = [1, 1, 0, -1, -1, -1, -1]


def claims(signs):
    positions = 100 * np.arange(1, len(signs) + 1) / len(signs)
    conceded = [place < 2 for place in range(len(signs))]
    return pd.DataFrame({"position": positions, "running": np.cumsum(signs), "conceded": conceded})


def draw(signs, **options):
    fig, ax = canvas(HEIGHT, width=6.9)
    return fig, turning_arc(ax, claims(signs), **options)


def by_label(ax, label):
    return [a for a in [*ax.lines, *ax.patches, *ax.collections] if a.get_label() == label]


def test_each_claim_is_a_step_in_the_colour_of_its_side():
    _, ax = draw(SIGNS)
    steps = by_label(ax, "arc")
    rises = [-float(np.diff(step.get_ydata())[0]) for step in steps]
    assert [int(np.sign(rise)) for rise in rises] == SIGNS
    assert steps[0].get_color() == BINDING
    assert steps[-1].get_color() == DIVIDING
    assert len(by_label(ax, "conceded")) == 1
    assert [t.get_text() for t in ax.texts] == ["−2"]


@pytest.mark.parametrize("position", [0.5, 28, 99.5])
@pytest.mark.parametrize("label", ["The turn: P2 s1", "The turn: “" + "a long heading " * 20 + "”"])
def test_the_label_of_the_turn_stands_over_it_and_within_the_sheet(position, label):
    fig, ax = draw(SIGNS, turn={"position": position, "running": 2}, label=label)
    (leader,), (mark,) = by_label(ax, "leader"), by_label(ax, "turn")
    assert leader.get_xdata()[0] == pytest.approx(np.ravel(mark.get_xdata())[0])
    assert ax.texts[-1].get_text().startswith("The turn")
    assert_inside(fig)
    assert_no_overlap(fig)


def test_a_text_whose_claims_pull_neither_way_is_a_line_on_nought():
    fig, ax = draw([0, 0])
    assert [t.get_text() for t in ax.texts] == ["0"]
    assert_inside(fig)


def test_columns_that_are_missing_are_named():
    _, ax = canvas(HEIGHT)
    with pytest.raises(ValueError, match="conceded"):
        turning_arc(ax, claims(SIGNS).drop(columns="conceded"))
