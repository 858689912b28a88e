"""Which fonts write what the shipped ones cannot: those of the system, and only where needed."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

FONTS = Path(__file__).resolve().parent
#: In place of a character that no font has.
UNKNOWN = "\ufffd"
#: Latin letters and signs, which the shipped fonts surely have.
_SURE = frozenset(map(chr, range(0x250)))
#: Files of a corpus whose characters a report may show.
_KINDS = {".csv", ".toml", ".md", ".txt"}
#: What asks for a shape and has none of its own: joiners, directions, variation selectors.
_SILENT = frozenset(map(chr, (*range(0x200B, 0x2010), *range(0x202A, 0x202F), 0xFEFF,
                              *range(0x2060, 0x206A), *range(0xFE00, 0xFE10))))  # fmt: skip


def characters_in(folder: Path | None) -> frozenset[str]:
    """The characters of the files of a corpus, or of one file."""
    if folder is None:
        return frozenset()
    files = [folder] if folder.is_file() else sorted(folder.rglob("*"))
    found: set[str] = set()
    for file in files:
        hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
        if file.suffix.lower() in _KINDS and not hidden and file.is_file():
            found |= set(file.read_text(encoding="utf-8", errors="ignore"))
    return frozenset(found)


def fonts_for(characters: Iterable[str]) -> tuple[Path, ...]:
    """The fonts of the system that have what the shipped ones lack, as few as will do.

    Parameters
    ----------
    characters : iterable of str

    Returns
    -------
    tuple of Path
        None where the shipped fonts have every character.
    """
    return _fonts_for(_lacking(characters))


def without_shape(characters: Iterable[str]) -> frozenset[str]:
    """The characters that no font has, neither a shipped one nor one of the system."""
    lacking = _lacking(characters)
    return lacking.difference(*(_has(font) for font in _fonts_for(lacking)))


def writable(text: str) -> str:
    """A text with a sign of its own for what no font can write."""
    unknown = without_shape(frozenset(text)) if not _SURE.issuperset(text) else frozenset()
    return text.translate({ord(sign): UNKNOWN for sign in unknown})


def _lacking(characters: Iterable[str]) -> frozenset[str]:
    asked = frozenset(characters) - _SURE - _SILENT
    return asked - _shipped() if asked else asked


@lru_cache(maxsize=64)
def _fonts_for(lacking: frozenset[str]) -> tuple[Path, ...]:
    found: list[Path] = []
    while lacking:
        most = max(_system(), key=lambda font: len(_has(font) & lacking), default=None)
        if most is None or not _has(most) & lacking:
            break
        found.append(most)
        lacking -= _has(most)
    return tuple(found)


@cache
def _shipped() -> frozenset[str]:
    matplotlib = find_spec("matplotlib")
    folders = [FONTS]
    if matplotlib is not None and matplotlib.origin is not None:
        folders.append(Path(matplotlib.origin).parent / "mpl-data" / "fonts" / "ttf")
    fonts = [path for folder in folders for path in folder.glob("*.ttf")]
    shown = (path for path in fonts if path.name.startswith(("Source", "Vazirmatn", "DejaVuSans")))
    return frozenset().union(*map(_has, shown))


@cache
def _system() -> tuple[Path, ...]:
    """Upright fonts of the system; those made for many scripts first, then by name."""
    from matplotlib.font_manager import findSystemFonts

    paths = {Path(os.path.realpath(name)) for name in findSystemFonts()}
    plain = [
        p for p in paths if "Regular" in p.name and "Mono" not in p.name and "UI" not in p.name
    ]
    return tuple(sorted(plain, key=lambda p: (not p.name.startswith("NotoSans"), p.name, str(p))))


@cache
def _has(font: Path) -> frozenset[str]:
    """The characters that a font has as outlines; none where it is of pictures or damaged."""
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with TTFont(font, fontNumber=0, lazy=True) as read:
            drawn = any(kind in read for kind in ("glyf", "CFF ", "CFF2"))
            return frozenset(map(chr, read.getBestCmap() or ())) if drawn else frozenset()
    except (OSError, TTLibError, KeyError, ValueError):
        return frozenset()
