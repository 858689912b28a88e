"""Arc row: running balance as a share of the claims, the turn and what is conceded."""

import numpy as np
import pandas as pd
import pytest

from frameline.charts.arc_row import COLUMNS, ROW, arc_row
from frameline.charts.canvas import panels
from tests.charts.geometry import assert_inside, assert_no_overlap, drawn_texts


def table(texts=4, n=20, sign=1, name="{}"):
    rows = [
        (f"t{t}", name.format(2000 + t), 100 * (c + 1) / n, sign * (c + 1) / n, c < n / 2)
        for t in range(texts)
        for c in range(n)
    ]
    return pd.DataFrame(rows, columns=["doc_id", "name", "position", "share", "conceded"])


def draw(data, turns=None):
    fig, axes = panels(data["doc_id"].nunique(), cols=COLUMNS, height=ROW, wspace=0.16)
    arc_row(axes, data, turns=turns)
    return fig, axes


def turn(share, position=50.0):
    return pd.DataFrame({"doc_id": ["t0"], "position": [position], "share": [share]})


def test_the_end_is_written_in_percent_and_what_is_conceded_below():
    fig, _ = draw(table(texts=1))
    said = [text.get_text() for text in drawn_texts(fig)]
    assert {"2000", "+100", "50% conceded"} <= set(said)


def test_more_claims_bind_further_up():
    _fig, axes = draw(pd.concat([table(texts=1), table(texts=1, sign=-1).assign(doc_id="low")]))
    up, down = (next(m for m in ax.lines if m.get_label() == "end") for ax in axes)
    assert up.get_ydata()[0] < down.get_ydata()[0]


def test_a_turn_is_marked_where_it_is():
    fig, axes = draw(table(texts=1), turn(0.5))
    (mark,) = [m for m in axes[0].lines if m.get_label() == "turn"]
    arc = next(m for m in axes[0].lines if m.get_label() == "arc")
    assert float(mark.get_xdata()[0]) == pytest.approx(float(np.max(arc.get_xdata())) / 2)
    assert "turns at 50%" in [text.get_text() for text in drawn_texts(fig)]
    _, plain = draw(table(texts=1))
    assert not [m for m in plain[0].lines if m.get_label() == "turn"]


@pytest.mark.parametrize(
    ("data", "turns"),
    [
        (table(), None),
        (table(texts=8), turn(0.9, 95.0)),
        (table(sign=-1), turn(-0.9, 5.0)),
        (table(texts=1, n=1), None),
        (table(name="A very long name of authors & others {}"), turn(0.5)),
        (table().assign(share=0.0, conceded=False), None),
    ],
)
def test_nothing_overlaps_or_leaves_the_sheet(data, turns):
    fig, _ = draw(data, turns)
    assert_no_overlap(fig)
    assert_inside(fig)


def test_too_few_axes_are_refused():
    _, axes = panels(1, cols=COLUMNS, height=ROW)
    with pytest.raises(ValueError, match="4 texts need as many axes"):
        arc_row(axes, table())
