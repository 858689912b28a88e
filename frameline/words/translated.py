"""What the catalogues of another language lack, and what they have too much."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from frameline.words.cells import CELLS
from frameline.words.faults import Fault, Pattern, patterns


def untranslated(
    folder: Path, english: Mapping[str, list[Pattern]], cells: Mapping[str, str]
) -> Iterator[Fault]:
    """Messages of English that another language lacks, and the other way round.

    Parameters
    ----------
    folder : path
        The catalogues of the other language.
    english : mapping of str to list of Pattern
        By catalogue.
    cells : mapping of str to str
        What stands in notebooks and report.toml in English, see
        `frameline.words.cells.to_translate`.
    """
    for chapter, parts in english.items():
        there = _there(folder / f"{chapter}.ftl")
        if there is None:
            yield _no_catalogue(folder, chapter)
        else:
            wanted = {(part.message, part.part): part.variables for part in parts}
            yield from _compared(f"{folder.name}/{chapter}.ftl", wanted, there)
    if cells:
        there = _there(folder / f"{CELLS}.ftl")
        if there is None:
            yield _no_catalogue(folder, CELLS)
        else:
            wanted = {(name, ""): frozenset[str]() for name in cells}
            yield from _compared(f"{folder.name}/{CELLS}.ftl", wanted, there)


def _there(path: Path) -> dict[tuple[str, str], Pattern] | None:
    if not path.is_file():
        return None
    return {(part.message, part.part): part for part in patterns(path)}


def _no_catalogue(folder: Path, name: str) -> Fault:
    return Fault(f"{folder.name}/{name}.ftl", 0, "no such catalogue", "translate it")


def _compared(
    file: str,
    wanted: Mapping[tuple[str, str], frozenset[str]],
    there: Mapping[tuple[str, str], Pattern],
) -> Iterator[Fault]:
    for message, part in wanted.keys() - there.keys():
        yield Fault(file, 0, f"no message {f'{message}.{part}'.rstrip('.')!r}", "translate it")
    for key, found in there.items():
        if key not in wanted:
            yield Fault(file, found.line, f"{found.message!r} is not in English", "take it out")
        elif found.variables - wanted[key]:
            more = ", ".join(sorted(found.variables - wanted[key]))
            yield Fault(file, found.line, f"English has no ${more} here", "take it out")
