"""How a tall chart is cut into pieces."""

from hypothesis import given, settings
from hypothesis import strategies as st

from frameline.report.print.slices import ORPHAN, sliced

ROWS = [(0.5 + 0.25 * row, 0.1) for row in range(400)]


@settings(deadline=None, max_examples=30)
@given(st.floats(9.5, 90), st.sampled_from([0.0, 0.5]))
def test_pieces_make_up_the_chart_and_fit_their_pages(height, head):
    found = sliced(height, [cut for cut in ROWS if cut[0] < height], head, 7.5, 8.0)
    starts, ends = zip(*found.pieces, strict=True)
    assert starts == (0.0, *ends[:-1])
    assert ends[-1] == height
    for start, end in found.pieces:
        room = 7.5 / found.scale if start == 0 else 8.0 / found.scale - head
        assert 0 < end - start <= room + 1e-6


def test_a_chart_is_cut_where_most_is_blank():
    cuts = [(row / 4, 0.3 if row % 5 == 0 else 0.1) for row in range(1, 64)]
    found = sliced(16, cuts, 0.0, 7.5, 8.0)
    assert all((4 * end) % 5 == 0 for _, end in found.pieces[:-1])


def test_no_piece_is_drawn_smaller_even_for_a_page_less():
    assert sliced(15, ROWS[:58], 0.0, 7.5, 8.0).scale == 1.0
    more = sliced(16.5, ROWS[:64], 0.0, 7.5, 8.0)
    assert (len(more.pieces), more.scale) == (3, 1.0)


def test_no_single_row_stands_alone():
    found = sliced(15.1, [*ROWS[:56], (14.7, 0.1)], 0.0, 7.5, 8.0)
    assert found.pieces[-1][1] - found.pieces[-1][0] > ORPHAN * 7.5


def test_a_chart_without_a_place_to_cut_stays_whole():
    assert sliced(30, [(2, 0.1)], 0.0, 7.5, 8.0).pieces == [(0.0, 30)]


def test_a_name_stays_with_the_first_of_its_rows():
    groups = [2.0 * group for group in range(1, 7)]
    cuts = sorted(
        [*((top, 0.2) for top in groups), *((top + 0.3, 0.16) for top in groups), (0.3, 2.0)]
        + [(top + 0.3 + 0.2 * row, 0.1) for top in groups for row in range(1, 8)]
    )
    found = sliced(14, cuts, 0.0, 6.35, 8.4)
    names = {top + 0.3 for top in groups}
    assert not names & {end for _, end in found.pieces}
