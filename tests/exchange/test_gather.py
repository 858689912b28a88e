"""Gathering: documents once, reasons added up, variables as the annotations show them."""

from __future__ import annotations

import pytest

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.model.gather import Gatherer, variables_seen
from frameline.exchange.model.project import Annotation, Code, Coding, Document, Variable


def said(**values):
    return Annotation(values={name: tuple(codes.split("|")) for name, codes in values.items()})


def test_a_document_may_come_again_and_say_more():
    gatherer = Gatherer("a.csv")
    gatherer.document(Document("a"))
    gatherer.document(Document("a", "text", {"title": "T"}))
    gatherer.document(Document("a", None, {"author": "A"}))
    (found,) = gatherer.project().documents
    assert found == Document("a", "text", {"title": "T", "author": "A"})


@pytest.mark.parametrize(
    ("second", "found"),
    [
        (Document("a", "other"), "another text for the document 'a'"),
        (Document("a", None, {"title": "U"}), "title 'U' where 'T' was said before"),
    ],
)
def test_a_document_may_not_say_two_things(second, found):
    gatherer = Gatherer("a.csv", strict=True)
    gatherer.document(Document("a", "text", {"title": "T"}))
    with pytest.raises(ExchangeError, match=f"a.csv, row 3; found {found}"):
        gatherer.document(second, "row 3")


def test_a_fact_said_in_two_ways_is_left_out_of_its_document_alone():
    gatherer = Gatherer("a.csv")
    for place, title in (("row 2", "T"), ("row 3", "U")):
        gatherer.document(Document("a", None, {"title": title, "author": "A"}), place)
    gatherer.document(Document("b", None, {"title": "T"}), "row 4")
    found = gatherer.project()
    assert [d.facts for d in found.documents] == [{"author": "A"}, {"title": "T"}]
    assert found.notes == ("title of document 'a' left out: 'T' in row 2, 'U' in row 3",)


def test_a_faulty_row_takes_nothing_with_it():
    gatherer = Gatherer("a.csv")
    gatherer.document(Document("a"))
    gatherer.coding("a", "x").append(Annotation(note="first"))
    with gatherer.attempt("rows"):
        gatherer.rows += 1
        gatherer.document(Document("b"))
        gatherer.coding("b", "x")
        gatherer.coding("a", "x").append(Annotation(note="second"))
        gatherer.note("never mind")
        gatherer.leave(1, "parts", "why")
        raise ExchangeError("a.csv", "row 3", "a fault", "none")
    found = gatherer.project()
    assert [d.id for d in found.documents] == ["a"]
    assert found.codings == (Coding("a", "x", (Annotation(note="first"),)),)
    assert (found.rows, found.notes) == (1, ())
    assert [str(left) for left in found.left] == [
        "1 rows (a.csv, row 3): found a fault; allowed: none"
    ]


def test_the_same_reason_adds_up_and_nothing_left_is_not_listed():
    gatherer = Gatherer("a.csv")
    for count in (1, 0, 2):
        gatherer.leave(count, "relations", "not linked")
    gatherer.leave(0, "notes", "none")
    assert [str(left) for left in gatherer.project().left] == ["3 relations: not linked"]


def test_variables_keep_the_order_of_first_use_and_know_sets():
    codings = [
        Coding("a", "x", (said(frame="SAN", tone="+"),)),
        Coding("a", "y", (said(frame="ECO|SAN"),)),
    ]
    assert variables_seen(codings) == (
        Variable("frame", (Code("SAN"), Code("ECO")), several=True),
        Variable("tone", (Code("+"),)),
    )


def test_free_text_has_no_codes():
    long = [said(gist="x" * 61)]
    many = [said(gist=str(number)) for number in range(101)]
    for some in (long, many):
        assert variables_seen([Coding("a", "x", tuple(some))]) == (Variable("gist"),)


def test_described_codes_come_first_and_keep_their_colour():
    known = {"frame": Variable("frame", (Code("ECO", colour="#00ff00"),), label="Frame")}
    codings = [Coding("a", "x", (said(frame="SAN"), said(frame="ECO")))]
    (found,) = variables_seen(codings, known)
    assert found.codes == (Code("ECO", colour="#00ff00"), Code("SAN"))
    assert found.label == "Frame"


def test_layers_keep_their_variables_apart():
    event = Annotation(values={"name": ("war",)}, layer="events")
    found = variables_seen([Coding("a", "x", (said(name="fleet"), event))])
    assert [(v.layer, v.name, [c.code for c in v.codes]) for v in found] == [
        ("claims", "name", ["fleet"]),
        ("events", "name", ["war"]),
    ]
