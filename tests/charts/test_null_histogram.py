"""Null histogram: the observed distance over what chance would give."""

import numpy as np
import pandas as pd
import pytest

from frameline.charts.canvas import canvas
from frameline.charts.null_histogram import BINS, TALL, null_histogram, null_histogram_height
from tests.charts.geometry import assert_sound, marks


def table(*rows):
    rows = rows or (("A", "B", 0.3, 0.1, 0.05, 0.2, 0.01), ("B", "C", 0.15, 0.1, 0.05, 0.2, 0.4))
    columns = ["name_from", "name_to", "js", "null_mean", "null_low", "null_high", "p"]
    return pd.DataFrame(rows, columns=columns)


def draw(data, **options):
    fig, ax = canvas(null_histogram_height(data))
    null_histogram(ax, data, **options)
    return fig, [t.get_text() for t in ax.texts]


def place(fig, label):
    return [float(np.asarray(mark.get_xdata())[0]) for mark in marks(fig, label)]


def test_marks_stand_where_the_distances_are():
    fig, _ = draw(table())
    (low, *_), nought = sorted(place(fig, "grid")), min(place(fig, "grid"))
    first, second = place(fig, "observed")
    assert low == nought
    assert (first - nought) / (second - nought) == pytest.approx(0.3 / 0.15)
    box = marks(fig, "null")[0]
    assert (box.get_x() - nought) / box.get_width() == pytest.approx(0.05 / 0.15)
    assert place(fig, "mean")[0] == pytest.approx(nought + (first - nought) / 3)


def test_only_a_step_clear_of_chance_is_filled():
    fig, texts = draw(table())
    assert [m.get_markerfacecolor() != "white" for m in marks(fig, "observed")] == [True, False]
    fig, _ = draw(table(), alpha=0.005)
    assert all(m.get_markerfacecolor() == "white" for m in marks(fig, "observed"))
    assert {".010", ".400", "0.30", "0.15"} <= set(texts)


def test_each_bar_is_as_high_as_its_draws_are_many():
    draws = [np.repeat([0.05, 0.1, 0.2], [10, 20, 5]), []]
    fig, _ = draw(table(), draws=draws)
    (bars,) = [m for m in marks(fig, "null") if hasattr(m, "get_paths")]
    heights = sorted(np.ptp(path.vertices[:, 1]) for path in bars.get_paths())
    assert heights == pytest.approx([TALL / 4, TALL / 2, TALL])
    wide = np.ptp(bars.get_paths()[0].vertices[:, 0])
    nought = min(place(fig, "grid"))
    assert wide * BINS * 0.3 / 0.3 / 1.04 == pytest.approx(place(fig, "observed")[0] - nought)
    assert len([m for m in marks(fig, "null") if not hasattr(m, "get_paths")]) <= 1


def test_a_text_too_short_says_so_and_a_tiny_p_is_no_nought():
    nan = float("nan")
    fig, texts = draw(
        table(("A", "B", nan, nan, nan, nan, nan), ("B", "C", 0.3, 0.1, 0, 0.2, 1e-5))
    )
    assert "too short to test" in texts
    assert "< .001" in texts
    assert len(marks(fig, "observed")) == 1
    assert_sound(fig)


def test_both_texts_of_a_step_and_the_measure_are_named():
    _, texts = draw(table(), measure="distance in bits")
    assert {"A", "→ B", "B", "→ C", "distance in bits", "p"} <= set(texts)


def test_what_cannot_be_drawn_is_refused():
    _, ax = canvas(2)
    with pytest.raises(ValueError, match="2 steps, but draws for 1"):
        null_histogram(ax, table(), draws=[[0.1]])
    with pytest.raises(ValueError, match="no rows"):
        null_histogram(ax, table().head(0))
