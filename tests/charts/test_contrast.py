"""Contrast: text can be read and marks can be seen, whatever colours a codebook has."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.colors import to_hex

from frameline.charts import AMBIVALENT, BINDING, DIVIDING, INK, QUIET, arrows
from frameline.charts.canvas import canvas, page
from frameline.charts.contrast import MARK, TEXT, contrast, readable, text_on
from frameline.charts.sheet import write
from tests.charts.geometry import drawn_texts
from tests.charts.tables import CHARTS, Size

SHIPPED = Path(__file__).parents[2] / "data" / "codebook.toml"


def colours_in(node):
    """Every colour of a codebook, wherever it stands."""
    if isinstance(node, dict):
        own = [node["colour"]] if isinstance(node.get("colour"), str) else []
        return own + [c for part in node.values() for c in colours_in(part)]
    return [c for part in node for c in colours_in(part)] if isinstance(node, list) else []


def test_known_ratios():
    assert contrast("black", "white") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#1f5f99", "#1f5f99") == 1


def test_marks_in_the_colours_of_the_shipped_codebook_can_be_seen():
    colours = colours_in(tomllib.loads(SHIPPED.read_text(encoding="utf8")))
    assert len(colours) > 10
    faint = {c: round(contrast(c, "white"), 2) for c in colours if contrast(c, "white") < MARK}
    assert not faint


@pytest.mark.parametrize(
    "colour", [BINDING, DIVIDING, AMBIVALENT, INK, QUIET, *arrows.COLOURS.values()]
)
def test_colours_of_the_house_can_be_seen(colour):
    assert contrast(colour, "white") >= MARK


@given(st.integers(0, 0xFFFFFF).map("#{:06x}".format))
def test_text_in_any_colour_of_a_codebook_is_darkened_until_it_can_be_read(colour):
    dark = readable(colour)
    assert contrast(dark, "white") >= TEXT
    if contrast(colour, "white") >= TEXT:
        assert dark == colour, "no darker than it has to be"
    assert contrast(text_on(colour, INK), colour) >= 3.9, "on a ground of that colour"


def test_only_text_is_darkened():
    _, ax = canvas(1)
    page(ax)
    assert to_hex(write(ax, 0, 0.5, "pale", color="#ffe680")[0].get_color()) == readable("#ffe680")
    shapes = [
        p for p in CHARTS["arrows"](Size()).axes[0].patches if p.get_label().startswith("arrow")
    ]
    assert {to_hex(p.get_facecolor()) for p in shapes} <= set(arrows.COLOURS.values())


@pytest.mark.parametrize("chart", CHARTS)
def test_every_text_is_large_and_dark_enough(chart):
    fig = CHARTS[chart](Size(docs=3, codes=3))
    for text in drawn_texts(fig):
        assert text.get_fontsize() >= 7.5, text.get_text()
        colour = to_hex(text.get_color())
        if colour == "#ffffff":
            continue  # on a chip or a cell, checked where that is chosen (`text_on`)
        assert contrast(colour, "white") >= TEXT, (text.get_text(), colour)
