"""The measures of a page, on pages made for the purpose."""

import io

import pypdf
import pytest
from matplotlib.figure import Figure

from tests.report.craft import filled, set_words, smallest


def page(*lines):
    """A page with words at these places (how far down) and sizes."""
    figure, file = Figure(figsize=(8.27, 11.69)), io.BytesIO()
    for down, size in lines:
        figure.text(0.2, 1 - down, "words", size=size)
    figure.savefig(file, format="pdf")
    return pypdf.PdfReader(file).pages[0]


def test_words_are_found_where_they_stand():
    found = set_words(page((0.25, 9)))
    assert [one.words for one in found] == ["words"]
    assert found[0].down == pytest.approx(0.25, abs=0.005)
    assert found[0].size == pytest.approx(9)


def test_a_page_that_ends_early_is_not_filled():
    early = page(*[(0.08 + 0.02 * n, 9) for n in range(20)])
    whole = page(*[(0.08 + 0.02 * n, 9) for n in range(43)])
    assert 0.4 < filled(early) < 0.6 < filled(whole)


def test_a_hole_is_white_too():
    assert filled(page((0.1, 9), (0.9, 9))) < 0.3


def test_the_smallest_type_counts():
    assert smallest(page((0.2, 9), (0.3, 7.2))) == pytest.approx(7.2)
    assert smallest(page()) == float("inf")
