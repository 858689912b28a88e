"""Where tall charts may be cut, on drawn sheets."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.collections import PolyCollection

from frameline.charts.canvas import canvas, page, panels
from frameline.charts.sheet import line, marks, write
from frameline.exhibits.page_breaks import find_page_breaks

HEAD, ROW = 0.5, 0.3


def sheet(rows, *, grid=True, rules=False, head="name"):
    """A chart of rows below a head: a name and two marks each."""
    fig, ax = canvas(HEAD + ROW * rows + 0.1, top=0.0, bottom=0.0)
    width, height = page(ax)
    write(ax, 0, HEAD - 0.2, head)
    if grid:
        line(ax, [3, 3], [HEAD - 0.05, height], label="grid")
    for row in range(rows):
        y = HEAD + ROW * (row + 0.5)
        write(ax, 0, y, f"Text {row}")
        if rules:
            line(ax, [0, width], [y - ROW / 2] * 2, label="rule")
    marks(ax, [2.0] * rows, [HEAD + ROW * (row + 0.5) for row in range(rows)])
    return fig


@settings(max_examples=8, deadline=None)
@given(st.integers(4, 30))
def test_every_gap_between_rows_may_be_cut_and_nothing_else(rows):
    breaks = find_page_breaks(sheet(rows))
    between = [HEAD + ROW * row for row in range(rows)]
    assert [place for place, _ in breaks.places] == pytest.approx(between, abs=0.06)
    assert all(0.05 < white < ROW for _, white in breaks.places[1:])


def test_heads_are_what_stands_above_rules_down_all_rows():
    assert find_page_breaks(sheet(10)).head == pytest.approx(HEAD, abs=0.06)
    assert find_page_breaks(sheet(10, grid=False)).head == 0


def test_a_cut_leaves_the_level_rule_to_the_row_below():
    places = [place for place, _ in find_page_breaks(sheet(6, rules=True)).places]
    assert places == pytest.approx([HEAD + ROW * row - 0.015 for row in range(6)], abs=1e-3)


def test_what_spans_several_rows_keeps_them_together():
    fig = sheet(10)
    corners = [(1, HEAD + 2.1 * ROW), (2, HEAD + 2.1 * ROW), (2, HEAD + 4.9 * ROW)]
    fig.axes[0].add_collection(PolyCollection([corners]), autolim=False)
    places = [place for place, _ in find_page_breaks(fig).places]
    inside = [place for place in places if HEAD + 2.1 * ROW < place < HEAD + 4.9 * ROW]
    assert inside == []
    assert len(places) == 8


def test_panels_are_cut_only_between_their_rows():
    fig, axes = panels(6, cols=2, height=2.0)
    for ax in axes:
        page(ax)
        write(ax, 0, 0.1, "name")
    assert [place for place, _ in find_page_breaks(fig).places] == pytest.approx([2, 4], abs=0.3)


def test_an_invisible_artist_and_a_blank_text_hold_nothing_together():
    fig = sheet(6)
    before = find_page_breaks(fig)
    ax = fig.axes[0]
    line(ax, [0, 1], [1, 2]).set_visible(False)
    ax.text(1, HEAD + ROW, "")
    assert find_page_breaks(fig) == before
