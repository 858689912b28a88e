"""A finished report with a headline that breaks a rule is not built, and the rule is named."""

from dataclasses import replace

import pytest

from frameline.record.figure import Figure, Pictures
from frameline.record.finding import Finding
from frameline.record.grid import Column, Grid
from frameline.record.headlines import (
    CITES,
    COUNTS,
    LENGTH,
    MARKS,
    PLAIN,
    SAME_N,
    SHOWN,
    STRENGTH,
    VALUE,
)
from frameline.record.prose import Prose, Segment
from frameline.report import BuildError
from frameline.report.document.document import Chapter, Document
from frameline.report.document.headlines import broken, check_headlines

FINDINGS = [
    Finding("arms", 2, "count", n=3, evidence=("c1", "c2")),
    Finding("lost", 1, "count", evidence=("c9",)),
    Finding("wrong", 3, "count", evidence=("c1", "c2")),
    Finding("whole", 5, "count", n=40),
    Finding("first", "Trade", "name", evidence=("c1",)),
    Finding("sure.lead.said", "Arms: 7", "text", segments=(Segment("7", "lead"),)),
    Finding("sure.lead.word", "open", "text"),
    Finding("lead", 7, "count"),
]


def title(*pieces):
    return Prose(tuple(Segment(p) if isinstance(p, str) else Segment(*p) for p in pieces), "title")


GOOD = title(("Two", "arms"), " claims name arms")


ROWS = Grid((Column("reason"),), (("Arms",),))


def document(said, part="report", grid=ROWS):
    words = title("Two of three claims.")
    figure = Figure("reasons", said, words, words, grid, Pictures("<svg/>"),
                    evidence=("c1", "c2", "c3"))  # fmt: skip
    chapter = Chapter("what-binds", "1", "What binds?", "Reasons", part, (figure,))
    return Document(
        title="T", subtitle="", edition="", date="", lang="en", authors=(), keywords=(),
        paper="a4", cover_figure="", chapters=(chapter,), claims={}, bibliography=(), changed=(),
        findings={finding.key: finding for finding in FINDINGS},
    )  # fmt: skip


def rules(said):
    return [found.violation.rule for found in broken(document(said))]


def test_a_good_headline_is_built():
    check_headlines(document(GOOD))


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        (title("All is well"), CITES),
        (title(("2", "gone"), " claims"), CITES),
        (title(("3", "wrong"), " claims"), COUNTS),
        (title(("One", "lost"), " claim"), MARKS),
        (title(("5", "whole"), " claims"), SAME_N),
        (title(("Two", "arms"), " claims beyond the alpha"), PLAIN),
        (title(("Two", "arms"), " claims " + "x" * 90), LENGTH),
        (title(("7", "lead"), " claims lead"), STRENGTH),
        (title(("Three", "arms"), " claims"), VALUE),
        (title(("Trade", "first"), " comes first"), SHOWN),
    ],
)
def test_each_rule_stops_the_build_and_is_named(said, rule):
    assert rules(said) == [rule]
    with pytest.raises(BuildError) as stopped:
        check_headlines(document(said))
    assert f"what-binds, reasons: {rule}" in str(stopped.value)
    assert str(said) in str(stopped.value)


def test_a_question_may_rest_on_what_is_open():
    assert rules(title("Whether ", ("7", "lead"), " claims lead")) == []


def test_the_annex_looks_things_up():
    assert list(broken(document(title("All is well"), part="annex"))) == []


def test_a_picture_of_an_author_has_a_caption_of_its_own():
    assert list(broken(document(title("All is well"), grid=Grid((), ())))) == []


def test_a_long_name_of_the_corpus_is_no_fault():
    name = "A very long display name of a text that a corpus may well have, and longer still"
    said = title(("Two", "arms"), " claims in ", (name, "name.c1"))
    assert len(str(said)) > 90
    assert rules(said) == []


def test_many_faults_are_counted():
    chapter = document(title("All is well")).chapters[0]
    several = replace(document(GOOD), chapters=(chapter,) * 7)
    with pytest.raises(BuildError, match="and 2 more"):
        check_headlines(several)
