"""Recipes: what the columns of tables of other programs mean, a TOML file each.

A recipe knows its table by columns that must be there, and says of others what they hold. A
folder of one's own recipes can be named; these are tried first. See ``recipes/README.md``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from frameline.exchange.files.error import ExchangeError

_SHIPPED = Path(__file__).parent / "recipes"
_KEYS = frozenset(
    "name about header cells columns patterns separators paths skip skip_pattern fallback merge "
    "blank json first ragged".split()
)


@dataclass(frozen=True)
class Recipe:
    """One kind of table.

    Parameters
    ----------
    name, about : str
    header : tuple of tuple of str
        Sets of columns; a table that has all of one of them is of this kind.
    cells : mapping of str to str
        Column to the regular expression that its cells match, where the header alone does not
        tell two kinds of tables apart.
    columns : mapping of str to str
        Column to what it holds, as a mapping file says it; "" leaves it out. A column whose name
        stands in the header more than once is ``NAME``, ``NAME (2)`` and so on.
    patterns : mapping of str to str
        The same for all columns that match a regular expression.
    separators, paths : mapping of str to str
        Column to what stands between its codes, and between a code and its parents.
    skip : mapping of str to mapping of str to str
        Column to cells whose rows are no codings, and why.
    skip_pattern : mapping of str to mapping of str to str
        The same for cells that match a regular expression.
    fallback : mapping of str to str
        What is taken where no other column holds it, such as the document.
    merge : str
        Column of an id that rows of one annotation share.
    blank : str
        What an empty cell is: ``none``, ``missing``, or "" for what the table shows.
    json : mapping of str to mapping of str to str
        Column of lists of objects in JSON, with the keys of ``name`` and ``value``.
    first : int
        The number of the first character: 0, or 1 where places count from one and their ends are
        inside.
    ragged : str
        The repeated column that a row has only as often as it needs it.
    """

    name: str
    about: str = ""
    header: tuple[tuple[str, ...], ...] = ()
    cells: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    patterns: Mapping[str, str] = field(default_factory=dict)
    separators: Mapping[str, str] = field(default_factory=dict)
    paths: Mapping[str, str] = field(default_factory=dict)
    skip: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    skip_pattern: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    fallback: Mapping[str, str] = field(default_factory=dict)
    merge: str = ""
    blank: str = ""
    json: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    first: int = 0
    ragged: str = ""

    def fits(self, header: Sequence[str], cells: Sequence[str] = ()) -> bool:
        """Whether a table with this header, and this first row, is of this kind."""
        there = {_folded(name): place for place, name in enumerate(header)}
        if not any({_folded(name) for name in one} <= there.keys() for one in self.header):
            return False
        for name, pattern in self.cells.items():
            place = there.get(_folded(name), len(cells))
            if place < len(cells) and not re.fullmatch(pattern, cells[place], re.DOTALL):
                return False
        return True

    def why_skipped(self, header: Sequence[str], cells: Sequence[str]) -> str:
        """Why a row is no coding; "" where it is one."""
        for column, reasons in self.skip.items():
            if column in header and (cell := cells[header.index(column)].strip()) in reasons:
                return reasons[cell]
        for column, patterns in self.skip_pattern.items():
            cell = cells[header.index(column)].strip() if column in header else ""
            for pattern, why in patterns.items():
                if cell and re.fullmatch(pattern, cell, re.DOTALL):
                    return why
        return ""

    def column(self, name: str) -> str | None:
        """What a column holds; None where the recipe does not say."""
        for known, target in self.columns.items():
            if _folded(known) == _folded(name):
                return target
        for pattern, target in self.patterns.items():
            found = re.fullmatch(pattern, name, re.IGNORECASE)
            if found:
                return found.expand(target)
        return None


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def recipe_for(header: Sequence[str], own: Path | None, cells: Sequence[str] = ()) -> Recipe | None:
    """The recipe of a table with this header and first row, one's own before those shipped.

    Raises
    ------
    ExchangeError
        For a recipe of the user's that cannot be read.
    """
    for folder in (own, _SHIPPED) if own else (_SHIPPED,):
        for recipe in read_recipes(folder):
            if recipe.fits(header, cells):
                return recipe
    return None


@lru_cache(maxsize=8)
def read_recipes(folder: Path) -> tuple[Recipe, ...]:
    """The recipes of a folder, those with the most telling header first.

    Raises
    ------
    ExchangeError
        For a folder that is not there, or a file that is no recipe.
    """
    if not folder.is_dir():
        raise ExchangeError(str(folder), "", "no such folder", "a folder of .toml files")
    found = [_read(path) for path in sorted(folder.glob("*.toml"))]
    return tuple(sorted(found, key=lambda one: -max(map(len, one.header))))


def _read(path: Path) -> Recipe:
    try:
        content: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ExchangeError(path.name, "", str(error), "a recipe in TOML", "correct it") from None
    unknown = sorted(content.keys() - _KEYS)
    if unknown:
        raise ExchangeError(path.name, unknown[0], "a key that is not known",
                            ", ".join(sorted(_KEYS)), "correct it")  # fmt: skip
    header = content.pop("header", None)
    sets = header if header and isinstance(header[0], list) else [header]
    if not header or not all(isinstance(name, str) for one in sets for name in one):
        raise ExchangeError(path.name, "header", repr(header)[:60], "a list of columns")
    _check_patterns(path, content)
    content.setdefault("name", path.stem)
    return Recipe(header=tuple(map(tuple, sets)), **content)


def _check_patterns(path: Path, content: Mapping[str, Any]) -> None:
    """Every regular expression of a recipe must be one."""
    said = [("patterns", pattern) for pattern in content.get("patterns", {})]
    said += [(key, pattern) for key in ("cells", "paths") for pattern in
             content.get(key, {}).values()]  # fmt: skip
    said += [("skip_pattern", pattern) for one in content.get("skip_pattern", {}).values()
             for pattern in one]  # fmt: skip
    for key, pattern in said:
        try:
            re.compile(pattern)
        except re.error as error:
            raise ExchangeError(path.name, key, f"{pattern!r} ({error})",
                                "regular expressions", "correct it") from None  # fmt: skip
