"""Units of offsets: conversion both ways, detection from quotes, refusal where undecidable."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import iter_graphemes

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.model.locating import Locator, decide, squeezed
from frameline.exchange.model.offsets import (
    UNITS,
    Mark,
    Ruler,
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
    "graphemes": lambda text: sum(1 for _ in iter_graphemes(text)),
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
    if unit == "graphemes":
        # A place inside of a character is that of the character.
        index = to_code_points(text, [offset], unit)[0]
    assert offset == counted(text[:index], unit)


@given(TEXTS, st.sampled_from(UNITS))
def test_back_and_forth_is_the_same_place(text, unit):
    places = [i for i in range(len(text) + 1) if not splits_crlf(text, i)]
    if unit == "graphemes":
        places = to_code_points(text, range(counted(text, unit) + 1), unit)
    assert to_code_points(text, from_code_points(text, places, unit), unit) == places


def unit_of(text, *quotes, rule=""):
    return decide(text, [Mark(((a, b),), quote) for a, b, quote in quotes], rule).unit


@given(TEXTS, st.sampled_from(UNITS), st.data())
def test_quotes_give_the_places_that_were_quoted(text, unit, data):
    places = [i for i in range(len(text) + 1) if not splits_crlf(text, i)]
    if unit == "graphemes":
        ruler = Ruler(text, unit)
        places = [i for i in places if ruler.to_code_points(ruler.from_code_points(i)) == i]
    pairs = data.draw(st.lists(st.tuples(st.sampled_from(places), st.sampled_from(places))))
    spans = [Span(*sorted(pair)) for pair in pairs]
    ruler = Ruler(text, unit)
    marks = [
        Mark(((ruler.from_code_points(s.start), ruler.from_code_points(s.end)),),
             text[s.start : s.end], str(n))
        for n, s in enumerate(spans)
    ]  # fmt: skip
    locator = Locator({"a": (text, marks)}, rule=unit)
    for span, mark in zip(spans, marks, strict=True):
        if not mark.quote.strip():
            continue
        (there,), quote = locator.locate("a", mark)
        assert squeezed(text[there.start : there.end]) == squeezed(quote) == squeezed(mark.quote)
        if locator.unit == unit:
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
        ("👩🏽🚢 fleet", (3, 8, "fleet"), "graphemes"),
    ],
)
def test_unit_is_told_by_a_quote(text, quote, unit):
    assert unit_of(text, quote) == unit


def test_graphemes_are_what_a_reader_sees_as_one_character():
    text = "👩🏽e\u0301🇮🇷\r\nb"
    assert to_code_points(text, range(6), "graphemes") == [0, 2, 4, 6, 8, 9]


def test_the_unit_is_found_for_each_document():
    documents = {
        "a": ("😀 fleet", [Mark([(3, 8)], "fleet")]),
        "b": ("😀 fleet", [Mark([(2, 7)], "fleet")]),
    }
    locator = Locator(documents)
    assert {name: one.unit for name, one in locator.decisions.items()} == {
        "a": "utf-16", "b": "code-points",
    }  # fmt: skip
    assert [locator.locate(name, marks[0]).spans for name, (_, marks) in documents.items()] == [
        (Span(2, 7),), (Span(2, 7),),
    ]  # fmt: skip


def test_what_one_document_leaves_open_the_others_decide():
    chinese = [Mark([(3, 5)], "", "row 1")]
    told = ("😀 fleet", [Mark([(3, 8)], "fleet")])
    locator = Locator({"a": told, "b": ("😀天下太平也水", chinese)})
    assert locator.locate("b", chinese[0]).spans == (Span(2, 4),)
    assert any("the other documents of the file (not sure" in note for note in locator.notes())


def test_words_decide_where_nothing_is_quoted():
    assert unit_of("😀 a fleet sails", (5, 10, "")) == "utf-16"
    assert unit_of("😀 a fleet sails", (4, 9, "")) == "code-points"
    assert unit_of("😀 fleet", (3, 8, "")) == "utf-16"


def test_places_before_anything_wide_need_no_decision():
    assert unit_of("fleet 😀", (0, 5, "")) == "code-points"
    assert unit_of("fleet 😀", (0, 5, ""), rule="utf-16") == "utf-16"


def test_the_rule_of_a_format_decides_where_words_do_not():
    assert unit_of("😀天下太平也水", (3, 5, ""), rule="utf-16") == "utf-16"


def test_quotes_beat_the_rule_of_a_format():
    assert unit_of("😀 fleet", (2, 7, "fleet"), rule="utf-16") == "code-points"


def test_override_is_believed():
    mark = Mark([(3, 8)], "", "row 1")
    locator = Locator({"a": ("😀 fleets", [mark])}, override="code-points")
    assert locator.locate("a", mark).spans == (Span(3, 8),)


def test_discontinuous_quote_joins_its_parts():
    text = "😀 old and new friends"
    assert decide(text, [Mark([(3, 6), (15, 22)], "old friends")]).unit == "utf-16"


MARKS = [Mark([(2, 7)], "fleet", "row 1"), Mark([(2, 7)], "flee", "row 2"),
         Mark([(0, 1)], "x", "row 3"), Mark([(2, 9)], "", "row 4"),
         Mark([(-2, 3)], "", "row 5")]  # fmt: skip


@pytest.mark.parametrize(
    ("number", "word"),
    [(2, "quotes 'x' where the text has 'a'"), (3, "offsets 2 to 9"), (4, "offsets -2 to 3")],
)
def test_a_faulty_place_is_a_fault_of_its_row_alone(number, word):
    locator = Locator({"a": ("a fleet", MARKS)}, file="t.csv")
    assert locator.locate("a", MARKS[0]) == ((Span(2, 7),), "fleet")
    with pytest.raises(ExchangeError, match=f"t.csv, row {number + 1}") as refused:
        locator.locate("a", MARKS[number])
    assert word in str(refused.value)


def test_a_shortened_quote_is_corrected_from_the_text_and_named():
    locator = Locator({"a": ("a fleet", MARKS)})
    assert locator.locate("a", MARKS[1]) == ((Span(2, 7),), "fleet")
    assert list(locator.notes()) == ["quote corrected: row 2: 'flee' is 'fleet' in the text"]
    strict = Locator({"a": ("a fleet", MARKS)}, strict=True)
    with pytest.raises(ExchangeError, match="row 2"):
        strict.locate("a", MARKS[1])


def test_what_nothing_decides_is_left_with_what_to_say():
    mark = Mark([(3, 5)], "", "row 1")
    locator = Locator({"a": ("😀天下太平也水", [mark])}, file="t.json")
    with pytest.raises(ExchangeError, match=r"t\.json, row 1") as refused:
        locator.locate("a", mark)
    assert "code-points, utf-16" in str(refused.value)
    assert "--offsets" in str(refused.value)


def test_an_unknown_override_lists_the_units():
    with pytest.raises(ExchangeError, match="code-points, utf-16, utf-8"):
        Locator({}, override="bytes")


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
