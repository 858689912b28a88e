"""Which unit an annotation belongs to, and what phrase stands for it."""

from hypothesis import given
from hypothesis import strategies as st

from frameline.corpus.checks import MAX_WORDS
from frameline.exchange.model.places import MAX_CHARS, Places, phrase_of, places_in_text
from frameline.exchange.model.project import Span

TEXT = "One two. Three four five.\n\nSix."


def test_the_unit_with_most_of_the_span():
    places = places_in_text("d", TEXT)
    assert places.unit_of([Span(0, 3)]).unit_id == "d.P1.s1"
    assert places.unit_of([Span(4, 20)]).unit_id == "d.P1.s2"
    assert places.unit_of([Span(0, 1), Span(27, 31)]).unit_id == "d.P2.s1"
    assert places.unit_of([Span(25, 27)]).unit_id == "d.P1.s2", "white space: the unit before"
    assert places.unit_of([]).unit_id == "d.DOC"
    assert places.units[0].unit_id == "d.DOC", "made when needed"


def test_groups_of_spans_that_overlap():
    places = Places("d")
    places.add_spans([Span(5, 9), Span(20, 25), Span(0, 6), Span(8, 8)])
    places.make_groups()
    assert [(u.start, u.end) for u in places.units] == [(0, 9), (20, 25)]
    places.add_spans([Span(24, 40), Span(12, 15)])
    places.make_groups()
    assert [u.unit_id for u in places.units] == ["d.P1.s1", "d.P1.s3", "d.P1.s2"]


def test_a_unit_that_the_file_names():
    places = Places("d")
    assert places.unit_of([], "7") is places.unit_of([Span(3, 5)], "7")
    assert places.unit_of([], "7").unit_id == places.unit_of([], "d.7").unit_id == "d.7"


@given(st.text(alphabet="ab-' \n\té😀你", max_size=300), st.integers(0, 50))
def test_a_phrase_is_short_and_stands_where_it_says(quote, start):
    phrase = phrase_of(quote, start)
    assert len(phrase.words.split()) <= MAX_WORDS
    assert len(phrase.words) <= MAX_CHARS
    piece = quote[phrase.start - start : phrase.end - start] if phrase.end else ""
    assert " ".join(piece.split()) == phrase.words
    assert bool(phrase.words) == bool(quote.strip())


def test_a_phrase_stays_in_its_unit():
    assert phrase_of("ends here. Begins", 10, Span(0, 20)).words == "ends here."
    assert phrase_of("before. after", 10, Span(17, 40)) == ("after", 18, 23)
