"""The prose of a finished report: what nothing backs keeps it from being written."""

import json

import pytest

from frameline.record.figure import Figure, Pictures
from frameline.record.grid import Grid
from frameline.record.mime import PROSE_MIME
from frameline.record.prose import Prose, Segment
from frameline.record.table import Table
from frameline.report import BuildError
from frameline.report.build import build
from frameline.report.document.document import Chapter, Document, Switched, Words
from frameline.report.document.lint import check_prose, lint, lint_text


def document(*pieces, title="How do they argue?", **about):
    chapter = Chapter("argue", "3", title, title, "findings", pieces)
    given = {"title": "Five texts", "subtitle": "2001 to 2024", "bibliography": [], **about}
    return Document(
        edition="", date="", lang="en", authors=(), keywords=(), paper="a4", cover_figure="",
        chapters=(chapter,), findings={}, claims={}, changed=(), **given,
    )  # fmt: skip


def said(text, *more):
    return Prose((Segment(text), *more))


def figure(**changes):
    made = {"title": said("Seen"), "subtitle": said("Shown"), "alt": said("Told")} | changes
    return Figure(
        "bars", drawn=Pictures(""), table=Grid((), ()), note="at least 3", how="2,000 draws", **made
    )


def faults(*pieces, **about):
    return [(fault.found, fault.sentence) for fault in lint(document(*pieces, **about))]


@pytest.mark.parametrize(
    "piece",
    [
        Words("It binds. The share rose to 46%. It divides."),
        said("It binds. The share rose to 46%. It divides."),
        figure(title=said("The share rose to 46%.")),
        figure(subtitle=said("The share rose to 46%.")),
        figure(alt=said("The share rose to 46%.")),
        Table("rows", said("The share rose to 46%."), Grid((), ())),
        Switched((("all", "All", said("It.")), ("own", "Own", said("The share rose to 46%.")))),
    ],
)
def test_a_number_without_a_finding_and_a_word_too_strong_are_found_everywhere(piece):
    sentence = "The share rose to 46%."
    assert faults(piece) == [("46%", sentence), ("rose", sentence)]


def test_the_reason_why_a_chapter_is_not_there_is_prose():
    asides = [{"title": "Which?", "text": "It binds. The share rose to 46%."}]
    assert [fault.found for fault in lint(document(asides=asides))] == ["46%", "rose"]


def test_the_title_of_a_chapter_is_prose():
    assert faults(title="Which 3 texts?") == [("3", "Which 3 texts?")]


def test_what_a_finding_says_is_backed():
    backed = said("In ", Segment("3 of 5 texts, which fell,", "texts.count"), Segment(" it binds."))
    assert faults(backed) == []


def test_numbers_that_are_no_results_are_left_alone():
    assert faults(
        Words("1. Set `draws = 2000`, see [@lin-1991] and [the page](https://example.org/2)."),
        Words("```\n12 lines\n```\nThe talk of 2001."),
        said("An interval of 95% (see [@table-3])."),
        figure(),
    ) == []  # fmt: skip


def test_only_years_of_titles_and_works_may_be_printed():
    works = [{"key": "lin", "short": "Lin 1991", "text": "Lin, J. (1991)."}]
    assert faults(Words("In 2001, Lin (1991) and 1066."), bibliography=works) == [
        ("1066", "In 2001, Lin (1991) and 1066."),
    ]


@pytest.mark.parametrize("word", ["Trends", "over time", "caused", "led to", "proven"])
def test_words_are_found_in_any_case_but_whole(word):
    assert [fault.found for fault in lint_text(f"This {word} much.")] == [word]
    assert list(lint_text(f"This x{word}x much.")) == []


def test_the_message_says_where_what_and_what_to_do():
    with pytest.raises(BuildError) as caught:
        check_prose(document(Words("Sanctions led to it. " + "It rose. " * 9)))
    message = str(caught.value)
    assert "argue: the design cannot support the word “led to”: “Sanctions led to it.”" in message
    assert "and 5 more" in message
    assert "f.add" in message


def test_a_report_that_says_too_much_is_not_written(small, tmp_path):
    sentence = {PROSE_MIME: {"segments": [{"text": "It binds in 7 texts."}], "style": "takeaway"}}
    show = f"from IPython.display import display\ndisplay({json.dumps(sentence)}, raw=True)"
    with pytest.raises(BuildError, match="small: the number 7 has no finding behind it"):
        build(small((show, "")), out=tmp_path / "out")
    assert not (tmp_path / "out").exists()
