"""Canvas, placement and chips: what all charts stand on."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from frameline.charts.canvas import canvas, page, panels
from frameline.charts.chips import STATUSES, chip
from frameline.charts.placement import fit_text, spread, text_width, wrap_text


def test_panels_fill_rows_and_leave_no_empty_axes():
    fig, axes = panels(5, cols=3, height=2)
    assert len(axes) == len(fig.axes) == 5
    assert fig.get_size_inches()[1] == 4


def test_margins_without_room_are_refused():
    with pytest.raises(ValueError, match="leave"):
        canvas(1, left=7)
    with pytest.raises(ValueError, match="at least one panel"):
        panels(0)


@given(st.lists(st.floats(0, 10), max_size=20), st.floats(0.01, 0.4))
def test_labels_are_spread_apart_in_order(positions, height):
    placed = spread(positions, height, 0, 10)
    order = np.argsort(positions, kind="stable")
    for one, two in itertools.pairwise(placed[order]):
        assert two - one >= height - 1e-9
    assert all(height / 2 - 1e-9 <= p <= 10 - height / 2 + 1e-9 for p in placed)


@given(st.text(alphabet="abc dé", max_size=60), st.floats(0.3, 3))
def test_wrapped_text_fits_its_column(text, width):
    for line in wrap_text(text, width).split("\n"):
        assert text_width(line) <= width + 1e-6 or line == "…"
    assert text_width(fit_text(text, width)) <= width + 1e-6


@pytest.mark.parametrize("status", STATUSES)
def test_chips_tell_their_status_without_colour(status):
    _, ax = canvas(1)
    page(ax)
    assert chip(ax, 0.1, 0.5, "alliance", status=status) > 0
    box = ax.patches[-1]
    looks = (
        box.get_facecolor()[:3] == (1, 1, 1),
        box.get_linestyle() not in ("-", "solid"),
        len(ax.lines),
        ax.texts[-1].get_text(),
    )
    assert (
        looks
        == {
            "asserted": (False, False, 0, "alliance"),
            "outline": (True, False, 0, "alliance"),
            "reported": (True, False, 0, "alliance"),
            "hypothetical": (True, True, 0, "alliance"),
            "negated": (True, False, 0, "not alliance"),
            "questioned": (True, False, 0, "alliance?"),
        }[status]
    )


def test_an_unknown_status_is_refused():
    _, ax = canvas(1)
    page(ax)
    with pytest.raises(ValueError, match="status is one of"):
        chip(ax, 0, 0.5, "x", status="shouted")
