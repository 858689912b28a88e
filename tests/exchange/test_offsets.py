"""Units of offsets: conversion both ways, detection from quotes, refusal where undecidable."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.model.offsets import (
    UNITS,
    Mark,
    Ruler,
    detect,
    detect_file,
    from_code_points,
    to_code_points,
)
from frameline.exchange.model.project import Span

TEXTS = st.text(st.sampled_from("ab é\u05d0\u20ac😀𝄞\u0301\r\n"), max_size=30)

#: What each unit counts, said another way: the text as the program holds it.
ENCODE = {
    "code-points": len,
    "utf-16": lambda text: len(text.encode("utf-16-le")) // 2,
    "utf-8": lambda text: len(text.encode("utf-8")),
}


def counted(text: str, unit: str) -> int:
    """The length of a text in a unit, by really encoding it."""
    for base, measure in ENCODE.items():
        if unit.startswith(base):
            if unit.endswith("folded"):
                text = text.replace("\r\n", "\n")
            elif unit.endswith("expanded"):
                text = text.replace("\r\n", "\n").replace("\n", "\r\n")
            return measure(text)
    raise AssertionError(unit)


def splits_crlf(text: str, index: int) -> bool:
    return text[index - 1 : index + 1] == "\r\n" and index > 0


@given(TEXTS, st.sampled_from(UNITS), st.data())
def test_offsets_are_lengths_of_what_stands_before(text, unit, data):
    index = data.draw(st.integers(0, len(text)))
    if splits_crlf(text, index):
        return
    offset = Ruler(text, unit).from_code_points(index)
    assert offset == counted(text[:index], unit)


@given(TEXTS, st.sampled_from(UNITS))
def test_back_and_forth_is_the_same_place(text, unit):
    places = [i for i in range(len(text) + 1) if not splits_crlf(text, i)]
    assert to_code_points(text, from_code_points(text, places, unit), unit) == places


@given(TEXTS, st.sampled_from(UNITS), st.data())
def test_detection_finds_the_places_that_were_quoted(text, unit, data):
    places = [i for i in range(len(text) + 1) if not splits_crlf(text, i)]
    pairs = data.draw(st.lists(st.tuples(st.sampled_from(places), st.sampled_from(places))))
    spans = [Span(*sorted(pair)) for pair in pairs]
    ruler = Ruler(text, unit)
    quotes = [
        (ruler.from_code_points(s.start), ruler.from_code_points(s.end), text[s.start : s.end])
        for s in spans
    ]
    try:
        found = detect(text, quotes, rule=unit)
    except ExchangeError:
        # A text such as "aa😀aa" can quote alike at two places; then it must have said so.
        pytest.fail("the rule's unit fits")
    again = Ruler(text, found)
    for span, (start, end, quote) in zip(spans, quotes, strict=True):
        there = again.span(start, end)
        assert there is not None
        assert text[there.start : there.end].split() == quote.split()
        if found == unit:
            assert there == span


@pytest.mark.parametrize(
    ("text", "quote", "unit"),
    [
        ("a😀 fleet", (4, 9, "fleet"), "utf-16"),
        ("a😀 fleet", (3, 8, "fleet"), "code-points"),
        ("a😀 fleet", (6, 11, "fleet"), "utf-8"),
        ("é fleet", (3, 8, "fleet"), "utf-8"),
        ("a\r\nfleet", (2, 7, "fleet"), "code-points-crlf-folded"),
        ("a\nfleet", (3, 8, "fleet"), "code-points-crlf-expanded"),
        ("😀😀\r\nfleet", (5, 10, "fleet"), "utf-16-crlf-folded"),
        ("éé\r\nfleet", (5, 10, "fleet"), "utf-8-crlf-folded"),
        ("a\r\nold\r\nfleet", (2, 11, "old\nfleet"), "code-points-crlf-folded"),
        ("fleet 😀", (0, 5, "fleet"), "code-points"),
    ],
)
def test_unit_is_told_by_a_quote(text, quote, unit):
    assert detect(text, [quote]) == unit


def test_all_documents_of_a_file_decide_together():
    plain, wide = ("a fleet", [Mark([(2, 7)], "fleet")]), ("😀 fleet", [Mark([(3, 8)], "fleet")])
    assert detect_file([plain, wide]) == "utf-16"


def test_unquoted_places_can_decide_by_falling_off_the_text():
    assert detect("😀 fleet", [(3, 8, "")]) == "utf-16"


def test_places_before_anything_wide_need_no_decision():
    assert detect("fleet 😀", [(0, 5, "")]) == "code-points"
    assert detect("fleet 😀", [(0, 5, "")], rule="utf-16") == "utf-16"


def test_the_rule_of_a_format_decides_where_nothing_is_quoted():
    assert detect("😀 a fleet sails", [(3, 8, "")], rule="utf-16") == "utf-16"


def test_quotes_beat_the_rule_of_a_format():
    assert detect("😀 fleet", [(2, 7, "fleet")], rule="utf-16") == "code-points"


def test_override_is_believed():
    assert detect("😀 fleet", [(2, 7, "fleet")], override="utf-16") == "utf-16"


def test_discontinuous_quote_joins_its_parts():
    text = "😀 old and new friends"
    assert detect_file([(text, [Mark([(3, 6), (15, 22)], "old friends")])]) == "utf-16"


@pytest.mark.parametrize(
    ("text", "quotes", "word"),
    [
        ("😀 a fleet sails", [(3, 8, "")], "no quotes to tell"),
        ("a\r\nfleet sails", [(3, 5, "")], "no quotes to tell"),
        ("😀 aa", [(3, 4, "a")], "fit several units"),
        ("a fleet", [(2, 7, "fleet"), (0, 1, "x")], "quotes 'x' where the text has 'a'"),
        ("a fleet", [(2, 9, "")], "no place of the text"),
        ("a fleet", [(-2, 3, "")], "no place of the text"),
        ("😀 fleet 😀 fleet", [(2, 7, "fleet"), (11, 16, "fleet")], "no unit in which"),
    ],
)
def test_undecidable_is_refused_with_what_to_say(text, quotes, word):
    with pytest.raises(ExchangeError, match=r"t\.json, offsets") as refused:
        detect(text, quotes, file="t.json")
    assert word in str(refused.value)
    assert "--offsets" in str(refused.value)


def test_an_unknown_override_lists_the_units():
    with pytest.raises(ExchangeError, match="code-points, utf-16, utf-8"):
        detect("a", [], override="bytes")


@pytest.mark.parametrize(
    ("start", "end", "word"),
    [(5, 3, "end 3 before start 5"), (-1, 3, "offsets -1 to 3"), (0, 99, "offsets 0 to 99"),
     (1, 3, "inside a character")],
)  # fmt: skip
def test_a_bad_span_is_named(start, end, word):
    with pytest.raises(ExchangeError, match=word):
        Ruler("😀 fleet", "utf-16").located(start, end, "t.json", "task 3")


def test_from_code_points_refuses_what_is_outside():
    with pytest.raises(IndexError, match="outside of a text of 2"):
        from_code_points("ab", [3], "utf-8")


def test_to_code_points_refuses_what_is_outside():
    with pytest.raises(ValueError, match="3 is no place"):
        to_code_points("ab", [3], "utf-8")
