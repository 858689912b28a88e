"""Null histogram: the observed distance over what chance would give."""

import numpy as np
import pandas as pd
import pytest

from frameline.charts.canvas import canvas
from frameline.charts.null_histogram import BINS, TALL, null_histogram, null_histogram_height
from tests.charts.geometry import assert_sound, marks


def table(*rows):
    rows = rows or (("A", "B", 3.0, 0.01), ("B", "C", 1.5, 0.4))
    return pd.DataFrame(rows, columns=["name_from", "name_to", "statistic", "p_holm"])


def draw(data, **options):
    fig, ax = canvas(null_histogram_height(data))
    null_histogram(ax, data, **options)
    return fig, [t.get_text() for t in ax.texts]


def place(fig, label):
    return [float(np.asarray(mark.get_xdata())[0]) for mark in marks(fig, label)]


def test_marks_stand_where_the_distances_are():
    fig, _ = draw(table())
    nought = min(place(fig, "grid"))
    first, second = place(fig, "observed")
    assert (first - nought) / (second - nought) == pytest.approx(3 / 1.5)


def test_only_a_step_clear_of_chance_is_filled():
    fig, texts = draw(table())
    assert [m.get_markerfacecolor() != "white" for m in marks(fig, "observed")] == [True, False]
    fig, _ = draw(table(), alpha=0.005)
    assert all(m.get_markerfacecolor() == "white" for m in marks(fig, "observed"))
    assert {".010", ".400", "3.0", "1.5"} <= set(texts)


def test_each_bar_is_as_high_as_its_draws_are_many():
    draws = [np.repeat([0.5, 1.0, 2.0], [10, 20, 5]), []]
    fig, _ = draw(table(), draws=draws)
    (bars,) = marks(fig, "null")
    heights = sorted(np.ptp(path.vertices[:, 1]) for path in bars.get_paths())
    assert heights == pytest.approx([TALL / 4, TALL / 2, TALL])
    wide = np.ptp(bars.get_paths()[0].vertices[:, 0])
    nought = min(place(fig, "grid"))
    assert wide * BINS / 1.04 == pytest.approx(place(fig, "observed")[0] - nought)


def test_rare_and_endless_distances_leave_room_for_the_others():
    draws = [np.append(np.linspace(0, 2, 999), 1e6), np.full(9, np.inf)]
    fig, _ = draw(table(("A", "B", 1.0, 0.5), ("B", "C", np.inf, 0.01)), draws=draws)
    low, high = place(fig, "observed")
    assert high > low
    assert_sound(fig)


def test_a_text_too_short_says_so_and_a_tiny_p_is_no_nought():
    nan = float("nan")
    fig, texts = draw(table(("A", "B", nan, nan), ("B", "C", 3.0, 1e-5)))
    assert "too short to test" in texts
    assert "< .001" in texts
    assert len(marks(fig, "observed")) == 1
    assert_sound(fig)


def test_the_p_of_alike_neighbours_stands_beside():
    _, texts = draw(table().assign(sceptical_p=[0.123, float("nan")]))
    assert ".123" in texts
    assert "neighbours alike" in texts


def test_both_texts_of_a_step_and_the_measure_are_named():
    _, texts = draw(table(), measure="distance")
    assert {"A", "→ B", "B", "→ C", "distance", "p"} <= set(texts)


def test_what_cannot_be_drawn_is_refused():
    _, ax = canvas(2)
    with pytest.raises(ValueError, match="2 steps, but draws for 1"):
        null_histogram(ax, table(), draws=[[0.1]])
    with pytest.raises(ValueError, match="no rows"):
        null_histogram(ax, table().head(0))
