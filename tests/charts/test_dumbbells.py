"""Dumbbells: the largest differences of each step."""

import numpy as np
import pandas as pd
import pytest

from frameline.charts.canvas import canvas
from frameline.charts.dumbbells import MANY, MOST, chosen, dumbbells, dumbbells_height
from tests.charts.geometry import assert_inside, assert_no_overlap


def table(steps=2, codes=5, name="Text {}", code="c{}"):
    rows = []
    for s in range(steps):
        for c in range(codes):
            diff = (-1) ** c * 0.03 * (c + 1 + s)
            verdict = ["clearly more", "more, within coding error", "no clear difference"][c % 3]
            start = 0.4 if diff < 0 else 0.1
            names = (name.format(s), name.format(s + 1), code.format(c))
            rows.append((*names, start, start + diff, diff, diff - 0.1, diff + 0.1, 5, 4, verdict))
    columns = "name_from name_to code share_from share_to diff low high k_from k_to verdict".split()
    return pd.DataFrame(rows, columns=columns)


def draw(data, top=6):
    fig, ax = canvas(dumbbells_height(data, top=top))
    dumbbells(ax, data, top=top)
    return fig, ax


def drawn(ax, label):
    return [a for a in ax.lines if a.get_label() == label]


def test_only_the_largest_differences_are_shown_gains_first():
    _, ax = draw(table(steps=1, codes=5), top=3)
    assert len(drawn(ax, "to")) == 3
    places = {t.get_text(): t.get_position()[1] for t in ax.texts}
    assert "c0" not in places
    assert places["c4"] < places["c2"] < places["c3"], "gains above losses, larger gain first"


def test_marks_stand_at_the_shares():
    _, ax = draw(table(steps=1, codes=2))
    start, stop = drawn(ax, "from"), drawn(ax, "to")
    x = [float(m.get_xdata()[0]) for m in (*start, *stop)]
    moved = [stop_x - start_x for start_x, stop_x in zip(x[:2], x[2:], strict=True)]
    assert moved[1] / moved[0] == pytest.approx(-2)


def test_a_clear_difference_is_bold_and_noise_is_grey():
    _, ax = draw(table(steps=1, codes=3))
    weight = {t.get_text(): t.get_fontweight() for t in ax.texts}
    assert weight["+3"] == "semibold"
    assert weight["−6"] == "normal"
    colours = {m.get_markeredgecolor() for m in drawn(ax, "to")}
    assert len(colours) == 2, "noise is grey, the rest is ink"


def test_few_claims_are_drawn_open():
    _, ax = draw(table(steps=1, codes=1).assign(k_from=1, k_to=1))
    assert drawn(ax, "to")[0].get_markerfacecolor() == "white"


@pytest.mark.parametrize(
    "data",
    [
        table(),
        table(steps=1, codes=1),
        table(steps=12, codes=14),
        table(code="a very long name of a reason given by texts {}"),
        table(name="A very long name of authors, editors & others {}"),
        table(name="همکاری {}", code="دلیل {}"),
        table(name="_$x$ {}", code="_$y$ {}"),
        table().assign(low=np.nan, high=np.nan),
        table(codes=40),
    ],
)
def test_nothing_overlaps_or_leaves_the_sheet(data):
    fig, _ = draw(data)
    assert_no_overlap(fig)
    assert_inside(fig)


def test_an_empty_table_is_refused():
    _, ax = canvas(2)
    with pytest.raises(ValueError, match="no rows"):
        dumbbells(ax, table().head(0))


def test_of_many_steps_only_the_largest_differences_are_drawn():
    data = table(steps=MANY + 4, codes=6)
    fig, ax = draw(data, top=6)
    assert len(drawn(ax, "to")) == MOST
    assert any(f"{len(data) - MOST} more in the data" in t.get_text() for t in ax.texts)
    kept = pd.concat([part for _, _, part in chosen(data, 6)])
    left = data.drop(kept.index)
    assert kept["diff"].abs().min() >= left["diff"].abs().max()
    assert_no_overlap(fig)
    assert_inside(fig)


def test_few_steps_show_all_that_was_asked_for():
    _, ax = draw(table(steps=MANY, codes=6), top=6)
    assert len(drawn(ax, "to")) == 6 * MANY
    assert not any("more in the data" in t.get_text() for t in ax.texts)
