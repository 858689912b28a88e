"""What a printed page is measured by: how much of it is used, and the smallest type."""

from __future__ import annotations

from typing import NamedTuple

import pypdf

#: The part of a page's height that is printed on, and into how many strips it is divided.
TOP, FOOT, STRIPS = 0.05, 0.935, 30


class Set(NamedTuple):
    """Words as they are set: how far down the page (0 to 1), and how large (points)."""

    words: str
    down: float
    size: float


def set_words(page: pypdf.PageObject) -> list[Set]:
    """All words of a page with their place and size, those within charts too."""
    height, found = float(page.mediabox.height), []

    def visit(text, matrix, text_matrix, font, size):
        if text.strip():
            scale = abs(text_matrix[3] or text_matrix[1]) * abs(matrix[3] or matrix[1])
            down = (
                1 - (text_matrix[4] * matrix[1] + text_matrix[5] * matrix[3] + matrix[5]) / height
            )
            found.append(Set(text.strip(), down, abs(size) * scale))

    page.extract_text(visitor_text=visit)
    return found


def filled(page: pypdf.PageObject) -> float:
    """The part of the strips of a page in which words stand (0 to 1).

    White between paragraphs is no gap: a strip counts where one beside it has words.
    """
    pitch = (FOOT - TOP) / STRIPS
    held = {int((one.down - TOP) / pitch) for one in set_words(page) if TOP < one.down < FOOT}
    beside = {strip + step for strip in held for step in (-1, 0, 1)}
    return len(beside & set(range(STRIPS))) / STRIPS


def smallest(page: pypdf.PageObject) -> float:
    """The smallest type of a page, in points."""
    return min((one.size for one in set_words(page)), default=float("inf"))
