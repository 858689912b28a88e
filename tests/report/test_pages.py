"""Chapters fill their pages: nothing lost, nothing out of order, little white."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frameline.report.print.pages import SCALES, Piece, arrange, arrange_all

HEIGHT = 250.0
heights = st.floats(3, 120)
pieces = st.one_of(
    st.builds(Piece, st.just("heading"), st.floats(4, 12), st.just(7.5), st.just(3.5)),
    st.builds(
        lambda lines: Piece("text", 3 + 5 * lines, 3.6, 3.6, line=3, pitch=5), st.integers(0, 12)
    ),
    st.builds(Piece, st.just("whole"), st.floats(5, 40), st.just(4), st.just(4)),
    st.builds(lambda h: Piece("chart", h + 20, 7, 7, picture=h), st.floats(30, 180)),
    st.builds(Piece, st.just("table"), st.floats(20, 100), st.just(7), st.just(7)),
    st.builds(Piece, st.just("long"), st.floats(106, 900), st.just(7), st.just(7)),
)
chapters = st.lists(pieces, max_size=14).map(lambda found: [Piece("heading", 20, 0, 7), *found])


def text(height):
    return Piece("text", height)


def chart(height):
    return Piece("chart", height, picture=height - 10)


@given(chapters)
def test_every_piece_stands_once_and_in_its_order(chapter):
    placed = arrange(chapter, HEIGHT)
    order = [p.piece for p in placed]
    assert sorted(order) == list(range(len(chapter)))
    assert placed[0].breaks
    for kinds in (("heading", "text", "whole", "long"), ("chart",), ("table", "long")):
        same = [i for i in order if chapter[i].kind in kinds]
        assert same == sorted(same)


@given(chapters)
def test_charts_come_after_their_mention_and_no_smaller_than_allowed(chapter):
    order = [p.piece for p in arrange(chapter, HEIGHT)]
    for place in arrange(chapter, HEIGHT):
        piece = chapter[place.piece]
        assert place.scale in SCALES
        assert place.scale == 1 or piece.kind == "chart"
        assert place.whole == (piece.kind != "long")
        if piece.moves:
            before = [i for i in range(place.piece) if not chapter[i].moves]
            assert all(order.index(i) < order.index(place.piece) for i in before)


@given(chapters)
def test_no_chart_stands_between_a_heading_and_its_text(chapter):
    order = [p.piece for p in arrange(chapter, HEIGHT)]
    for above, below in itertools.pairwise(order):
        if chapter[above].kind == "heading" and chapter[below].moves:
            assert above < below
            assert all(chapter[i].moves for i in range(above + 1, below))


def test_text_moves_up_where_a_chart_does_not_fit():
    found = arrange([text(150), chart(140), text(60), text(100)], HEIGHT)
    assert [p.piece for p in found] == [0, 2, 1, 3]
    assert [p.piece for p in found if p.breaks] == [0, 1]


def test_no_chart_is_drawn_smaller_even_where_that_saves_a_page():
    found = arrange([text(150), chart(108), text(200)], HEIGHT)
    assert {p.scale for p in found} == {1.0}


def test_a_chart_waits_no_longer_than_to_the_next_page():
    found = [p.piece for p in arrange([text(200), chart(140), *[text(100)] * 6], HEIGHT)]
    assert found.index(1) <= 3


def test_a_heading_goes_along_with_its_text():
    heading = Piece("heading", 10, 8, 4)
    found = arrange([text(220), heading, text(60)], HEIGHT)
    assert [p.piece for p in found if p.breaks] == [0, 1]


def test_lines_fill_a_page_but_never_one_alone():
    lines = Piece("text", 3 + 5 * 9, line=3, pitch=5)
    assert [p.breaks for p in arrange([text(240), lines], HEIGHT)] == [True, False]
    assert [p.breaks for p in arrange([text(243), lines], HEIGHT)] == [True, True]


def test_a_long_table_breaks_and_stays_behind_the_tables_before_it():
    long = Piece("long", 400)
    assert [p.breaks for p in arrange([text(150), long], HEIGHT)] == [True, False]
    table = Piece("table", 120)
    assert [p.piece for p in arrange([text(200), table, text(20), long], HEIGHT)] == [0, 2, 1, 3]


def test_a_chapter_runs_on_where_half_a_page_is_free():
    short, full = [text(100)], [text(200)]
    opens = [found[0].breaks for found in arrange_all([short, full, short], [True] * 3, HEIGHT)]
    assert opens == [True, True, True]
    opens = [
        found[0].breaks
        for found in arrange_all([short, [text(90)], short], [True, False, False], HEIGHT)
    ]
    assert opens == [True, False, True]


@pytest.mark.parametrize("height", [249, 260, 700])
def test_what_is_taller_than_a_page_still_has_a_place(height):
    whole = replace(text(height), kind="whole")
    assert [p.piece for p in arrange([text(20), whole, chart(height), text(20)], HEIGHT)]
