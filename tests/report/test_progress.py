"""What the person who builds is told."""

import io

from frameline.report.running.progress import Progress


class Terminal(io.StringIO):
    def isatty(self):
        return True


def told(stream):
    with Progress(stream) as progress:
        progress.begin(4)
        progress.reused("one")
        progress.reused("two")
        progress.start("three")
        progress.note("cache: entry x is damaged and is made again")
        progress.done("three", 1.25)
        progress.start("four")
        progress.done("four", 0.5)
    return stream.getvalue()


def test_plain_lines_say_what_ran_and_what_was_taken_over():
    assert told(io.StringIO()).splitlines() == [
        "2 of 4 chapters unchanged: taken from an earlier build",
        "cache: entry x is damaged and is made again",
        "3/4  three  1.2 s",
        "4/4  four  0.5 s",
    ]


def test_a_terminal_shows_a_bar_that_counts_what_was_taken_over():
    text = told(Terminal())
    assert "[##########..........] three" in text
    assert "[###############.....] four" in text
    assert text.endswith("\r\x1b[K")


def test_a_build_of_nothing_new_is_said_to_be_that():
    stream = io.StringIO()
    with Progress(stream) as progress:
        progress.begin(1)
        progress.reused("one")
    assert stream.getvalue() == "1 of 1 chapters unchanged: taken from an earlier build\n"
