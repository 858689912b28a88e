"""Columns of printed tables have the room that their words need."""

import pytest

from frameline.record.grid import Column, Grid
from frameline.report.print.columns import column_widths


def grid(*rows, labels=("A", "B", "C")):
    return Grid(tuple(map(Column, labels)), rows)


def widths(*rows, labels=("A", "B", "C")):
    return [float(w.removesuffix("fr")) for w in column_widths(grid(*rows, labels=labels))]


def test_columns_take_what_they_need():
    assert widths(("x", "1", "2")) == [89, 3, 3]
    long = "word " * 30
    first, second, third = widths(("x", long, "2"))
    assert first == third == 3
    assert second > 80
    _, shorter, longer = widths(("x", long, long * 4))
    assert 1 < longer / shorter < 4
    # The longest word always has room.
    dates = widths(("2001-05-01", long, "unbreakable"), labels=("Published", "B", "C"))
    assert dates[0] >= len("Published")
    assert dates[2] >= len("unbreakable")


def test_columns_share_what_is_left_as_asked_for():
    columns = (Column("a", width=2), Column("b", width=1), Column("Number of"))
    first, second, third = column_widths(Grid(columns, (("x", "y", "1"),)))
    assert third == "8fr"
    assert float(first[:-2]) - 3 == pytest.approx(2 * (float(second[:-2]) - 3), rel=0.01)


def test_short_columns_stay_on_one_line_beside_one_that_was_asked_for():
    columns = (Column("Step", width=3), Column("By chance, range"), Column("p"))
    found = column_widths(Grid(columns, (("one to two " * 3, "0.08 to 0.33", "= 0.006"),)))
    assert found[1:] == ["14fr", "9fr"]


def test_a_date_does_not_break_but_a_compound_does():
    dated, compound, _ = widths(("2015-11-29/2015-12-06", "well-to-do", "word " * 40))
    assert dated > 22
    assert compound < 12


def test_a_long_table_is_set_smaller_and_holds_more():
    wide = "word " * 12
    few, many = (column_widths(grid(*[("x", wide, wide)] * n)) for n in (5, 30))
    assert sum(float(w[:-2]) for w in few) < sum(float(w[:-2]) for w in many)
