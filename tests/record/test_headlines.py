"""Each rule of headlines with a planted violation, on one headline that keeps them all."""

from dataclasses import replace

import pytest

from frameline.record.finding import Finding
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
    VOICES,
    Counted,
    Headline,
    violations,
)
from frameline.record.prose import Prose, Segment
from frameline.words.refused import JARGON, refused


def prose(*pieces, style="title"):
    """Text, and pairs of text and key."""
    segments = (Segment(p) if isinstance(p, str) else Segment(*p) for p in pieces)
    return Prose(tuple(segments), style)


FINDINGS = {
    "verdicts": Finding("verdicts", 4, "count", n=5, evidence=("a", "b", "c", "d")),
    "seed": Finding("seed", 2001, "count"),
    "share": Finding("share", 0.46, "percent", n=125),
}
GOOD = Headline(
    prose("One pair, ", ("four", "verdicts"), " verdicts"),
    FINDINGS,
    constant=frozenset({"seed"}),
    counted={
        "verdicts": Counted(("verdict", "verdicts"), ("bound", "bound", "far", "lasting", "weak"))
    },
    highlighted=frozenset("abcd"),
    chart_n=5,
    voices={"own": True, "all": True},
    where_words=("own voice", "all voices"),
)


def broken(**changes):
    return [(found.rule, found.text) for found in violations(replace(GOOD, **changes))]


def test_a_headline_that_keeps_all_rules():
    assert violations(GOOD) == []


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (prose("One pair, many verdicts"), "One pair, many verdicts"),
        (prose("Made with ", ("2001", "seed")), "Made with 2001"),
        (prose(("4", "lost"), " verdicts"), "no finding lost"),
    ],
)
def test_a_title_cites_a_finding_that_changes_with_the_data(title, text):
    assert (CITES, text) in broken(title=title, highlighted=frozenset())


def test_a_count_is_told_with_its_noun():
    title = prose(("Four", "verdicts"), " ways to describe a pair")
    assert broken(title=title) == [(COUNTS, '"Four ways to describe" counts verdict or verdicts')]


def test_the_noun_may_stand_in_the_finding():
    assert broken(title=prose("One pair, ", ("four verdicts", "verdicts"))) == []
    assert broken(title=prose("One pair, ", ("four", "verdicts"), ": ", "verdicts.")) == []


def test_what_is_the_same_counts_once():
    five = replace(FINDINGS["verdicts"], value=5, text="5")
    assert broken(findings={**FINDINGS, "verdicts": five}) == [
        (COUNTS, "verdicts is 5, and 4 different things were counted")
    ]


def test_what_is_counted_is_highlighted():
    assert broken(highlighted=frozenset("abce")) == [
        (MARKS, "not highlighted: d"),
        (MARKS, "highlighted without being counted: e"),
    ]
    assert broken(highlighted=None) == [(MARKS, "the chart highlights nothing")]
    assert broken(highlighted=frozenset()) == [(MARKS, "not highlighted: a, b, c and 1 more")]


def test_the_n_is_that_of_the_chart():
    assert broken(chart_n=4) == [(SAME_N, "verdicts has n 5, the chart 4")]
    assert broken(chart_n=None) == []


def test_the_n_of_the_sentences_beside_it_too():
    beside = (prose("It grants ", ("46%", "share"), " of its claims", style="takeaway"),)
    assert broken(beside=beside) == [(SAME_N, "share has n 125, the chart 5")]
    assert broken(beside=beside, explained=frozenset({"share"})) == []


@pytest.mark.parametrize("word", refused(JARGON))
def test_no_term_of_method(word):
    title = prose(("Four", "verdicts"), f" verdicts, {word}")
    assert [rule for rule, _ in broken(title=title)] == [PLAIN]


def test_nothing_that_the_design_cannot_support():
    title = prose(("Four", "verdicts"), " verdicts over time")
    assert broken(title=title) == [(PLAIN, '"over time" is more than the design can tell')]


def test_it_holds_in_both_voices_or_says_where():
    one = {"own": True, "all": False}
    assert broken(voices=one) == [(VOICES, "does not hold in: all")]
    assert broken(voices={"own": False, "all": False}) == [(VOICES, "holds in no voice")]
    said = prose(("Four", "verdicts"), " verdicts in the authors’ own voice")
    assert broken(voices=one, title=said) == []


def test_it_fits_a_line():
    long = prose(("Four", "verdicts"), " verdicts", "!" * 77)
    assert len(str(long)) == 90
    assert broken(title=long) == []
    longer = prose(*long.segments, "!")
    assert broken(title=longer) == [(LENGTH, "91 characters, 90 at most")]


def test_a_violation_says_what_is_wrong():
    (found,) = violations(replace(GOOD, chart_n=4))
    assert str(found) == "another n: verdicts has n 5, the chart 4"


def test_what_is_open_is_only_asked():
    unsure = frozenset({"verdicts"})
    assert broken(open=unsure) == [(STRENGTH, "verdicts is open, and the title does not ask")]
    asked = prose("Whether ", ("four", "verdicts"), " verdicts stand")
    assert broken(open=unsure, title=asked, asking=("whether",)) == []
    assert broken(open=unsure, title=prose(("Four", "verdicts"), " verdicts?")) == []


def test_a_number_is_that_of_its_finding():
    words = {"four": 4.0, "five": 5.0}
    assert broken(spelled=words) == []
    title = prose("One pair, ", ("five", "verdicts"), " verdicts")
    assert broken(spelled=words, title=title) == [(VALUE, '"five" is not verdicts, which is 4')]
    said = prose(("47%", "share"), " of it")
    rules = [rule for rule, _ in broken(title=said, chart_n=None, highlighted=frozenset())]
    assert rules == [VALUE]


def test_a_name_is_that_of_something_shown():
    first = Finding("first", "Arms", "name", evidence=("a",))
    title = prose(("Arms", "first"), " come first")
    given = {"title": title, "findings": {"first": first}, "highlighted": frozenset("a")}
    assert broken(**given, shown=("arms", "trade")) == []
    assert broken(**given, shown=("trade",)) == [(SHOWN, "Arms")]
    assert broken(**given, shown=None) == []


def test_the_name_of_a_text_is_known_by_its_id():
    name = Finding("name.talk-2001", "Shaffer 2001", "name")
    title = prose(("Four", "verdicts"), " verdicts, ", ("Shaffer 2001", "name.talk-2001"))
    given = {"title": title, "findings": {**FINDINGS, name.key: name}}
    assert broken(**given, shown=("talk-2001.P1.s1",)) == []
    assert broken(**given, shown=("essay.P1.s1",)) == [(SHOWN, "Shaffer 2001")]
