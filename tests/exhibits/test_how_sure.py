"""Which statements the page of sureness shows where not all of them fit."""

from frameline.exhibits.how_sure.how_sure import _shown
from frameline.exhibits.sureness import Sure
from frameline.record.prose import Prose


def made(*pairs):
    return [
        Sure(f"s{place}", about, "mix", word, ("filled",) * 4, Prose((), "statement"))
        for place, (about, word) in enumerate(pairs)
    ]


def test_all_are_shown_where_they_fit():
    every = made(("verdict", "firm"), ("field", "open"))
    assert _shown(every, most=2) == every


def test_open_ones_of_the_largest_group_leave_first():
    every = made(
        ("verdict", "leaning"), ("reasons", "open"), ("reasons", "open"), ("field", "open")
    )
    assert [one.name for one in _shown(every, most=3)] == ["s0", "s1", "s3"]


def test_where_none_is_open_the_largest_group_gives_way():
    every = made(("verdict", "firm"), ("argument", "firm"), ("argument", "leaning"))
    assert [one.name for one in _shown(every, most=2)] == ["s0", "s1"]
