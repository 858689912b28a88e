"""A panel gives its words, those that findings must back, and itself as a table."""

from frameline.record.items import Bar, Bars, Path, Point, Words
from frameline.record.panel import Band, Cell, Head, Panel
from frameline.record.prose import Prose, Segment


def said(text, key=""):
    return Prose((Segment(text, key),))


def panel():
    bars = Bars((Bar(said("arms"), 0.2, said("2 of 10", "n")), Bar(said("trust"), 0.1, said("1"))))
    path = Path(("weak", "strong"), ("2001", "2015"), (
        Point(1, 0, said("distant")), Point(0, 1, said("bound")),
        Point(0, 0, said("abstract"), hollow=True),
    ))  # fmt: skip
    gist = Words("gist", said("They sold 40 aircraft."), "t.c1")
    return Panel("page", said("Two texts"), said("A deck"), (
        Band((Cell((path,), 2),), 2, Head(said("Verdict"), said("how lasting"))),
        Band((Cell((bars,)), Cell((gist,))), 2, Head(said("Binds"))),
    ), turns=True)  # fmt: skip


def test_what_a_claim_says_needs_no_finding_and_all_else_does():
    checked = [str(words) for words in panel().checked]
    assert "They sold 40 aircraft." not in checked
    assert "arms" not in checked, "the name of a code"
    assert {"Two texts", "A deck", "Verdict", "how lasting", "2 of 10", "distant"} <= {*checked}
    assert "They sold 40 aircraft." in [str(words) for words in panel().said]


def test_all_bars_of_a_panel_are_on_one_scale():
    assert panel().longest == 0.2


def test_a_path_joins_its_points_by_column_and_leaves_hollow_ones():
    path = panel().items[0]
    assert [str(point.words) for point in path.joined] == ["bound", "distant"]


def test_a_band_of_one_cell_over_all_columns_is_told_apart():
    assert [band.across for band in panel().bands] == [True, False]


def test_as_a_table_each_value_has_its_words():
    rows = panel().grid.rows
    assert ("Verdict", "1", "path", "1", "2015: distant (weak)") in rows
    assert ("Binds", "1", "bars", "0.2", "arms: 2 of 10") in rows
    assert ("Binds", "2", "words", "", "They sold 40 aircraft.") in rows
