"""Paragraphs and sentences: the rules, and that nothing but white space is lost."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frameline.exchange.model.project import Span
from frameline.exchange.model.sentences import paragraphs, sentences


def split(text):
    return [text[s.start : s.end] for s in sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He came. She left!", ["He came.", "She left!"]),
        ("Mr. Smith met J. Doe of the U.S. delegation.", None),
        ("It rose 3.5 per cent. Why?", ["It rose 3.5 per cent.", "Why?"]),
        ("“Stop.” He did.", ["“Stop.”", "He did."]),
        ("Wait... what? No.", ["Wait... what?", "No."]),
        ("It ends (so it does.) And on.", ["It ends (so it does.)", "And on."]),
        ("چرا آمد؟ نمی‌دانم۔ رفت.", ["چرا آمد؟", "نمی‌دانم۔", "رفت."]),
        ("他来了。为什么？走了。", ["他来了。", "为什么？", "走了。"]),
        ("no stop at all", None),
        ("A line\nruns on. Then stops.", ["A line\nruns on.", "Then stops."]),
    ],
)
def test_sentences(text, expected):
    assert split(text) == (expected or [text])


def test_paragraphs_by_blank_lines_or_by_lines():
    def parts(text):
        return [text[s.start : s.end] for s in paragraphs(text)]

    assert parts("a\nb\n\nc\r\n\r\nd") == ["a\nb", "c", "d"]
    assert parts("a\nb\nc\n") == ["a", "b", "c"]
    assert parts(" \n\n ") == []
    assert parts("\n\na") == ["a"]


@given(st.text(alphabet="aB .!?\n\r\t。؟”'é😀", max_size=60))
def test_nothing_but_white_space_is_left_out(text):
    covered = []
    for block in paragraphs(text):
        inside = sentences(text, block)
        assert inside == sorted(inside)
        assert all(block.start <= s.start < s.end <= block.end for s in inside)
        covered += [text[s.start : s.end] for s in inside]
    assert "".join("".join(covered).split()) == "".join(text.split())


@pytest.mark.parametrize("text", ["." * 200_000, " " * 200_000, "\n " * 100_000, "。”" * 100_000])
def test_texts_made_to_be_slow_are_not(text):
    started = time.process_time()
    for block in paragraphs(text):
        sentences(text, block)
    assert time.process_time() - started < 2
