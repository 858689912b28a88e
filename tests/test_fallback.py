"""Fonts of the system where the shipped ones lack a character, and only there."""

from pathlib import Path

import pytest

from frameline.fonts import fallback
from frameline.fonts.fallback import UNKNOWN, fonts_for, without_shape, writable


@pytest.fixture
def none_else(monkeypatch):
    """A machine without fonts of its own."""
    monkeypatch.setattr(fallback, "_system", lambda: ())
    fallback._fonts_for.cache_clear()
    yield
    fallback._fonts_for.cache_clear()


def test_what_the_shipped_fonts_have_needs_no_other():
    assert fonts_for("Zürich, Кыргызстан, همکاری – 3 ≥ 2 …") == ()


def test_what_no_font_has_is_named_and_replaced(none_else):
    assert without_shape("Bay 伙") == {"伙"}
    assert writable("Bay 伙") == f"Bay {UNKNOWN}"
    assert writable("Bay") == "Bay"


def test_a_font_of_the_system_is_taken_for_what_is_lacking(monkeypatch):
    fonts = {Path("a-Regular.ttf"): frozenset("伙"), Path("b-Regular.ttf"): frozenset("伙伴")}
    has = fallback._has
    monkeypatch.setattr(fallback, "_system", lambda: tuple(fonts))
    monkeypatch.setattr(fallback, "_has", lambda font: fonts[font] if font in fonts else has(font))
    fallback._fonts_for.cache_clear()
    assert fonts_for("Bay 伙伴") == (Path("b-Regular.ttf"),)
    assert without_shape("伙伴☃关") == {"关"}
    fallback._fonts_for.cache_clear()
