"""Which format is a file in, and who reads or writes it.

A format is a folder beside this file whose ``__init__`` declares it (see `declaration.Format`).
Its reader and writer are imported only when asked for: some need libraries slow to load.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from frameline.exchange import formats
from frameline.exchange.files import safety
from frameline.exchange.files.error import ExchangeError
from frameline.exchange.formats.declaration import Format
from frameline.exchange.model.project import Left, Options, Project


def _declared() -> dict[str, Format]:
    """What the folders here declare."""
    found: list[Format] = []
    for folder in pkgutil.iter_modules(formats.__path__):
        if folder.ispkg:
            found += importlib.import_module(f"{formats.__name__}.{folder.name}").FORMATS
    rank = {name: number for number, name in enumerate(("csv", "tsv", "xlsx", "jsonl", "parquet"))}
    found.sort(key=lambda one: (one.name == "corpus", rank.get(one.name, len(rank)), one.name))
    return {one.name: one for one in found}


#: Formats by their names, in the order of lists: tables first, a corpus last.
FORMATS: Mapping[str, Format] = _declared()

#: Formats that can be written too.
WRITTEN = tuple(name for name, one in FORMATS.items() if one.writes)
#: As much of a file as telling its format may need.
HEAD = 64 * 1024
#: Of a folder of files no more than these are looked at.
_LOOKED_AT = 20


def load_format(name: str) -> Format:
    """The format of a name.

    Raises
    ------
    ExchangeError
        When there is no such format; the message lists those there are.
    """
    if name not in FORMATS:
        found, allowed = f"format {name!r}", ", ".join(FORMATS)
        raise ExchangeError("", "", found, allowed, "name one of these, or none to have it guessed")
    return FORMATS[name]


def guess(paths: Sequence[Path]) -> str:
    """Which format are these files in? The one that recognises all of them.

    Raises
    ------
    ExchangeError
        When no format does, or several do; the message lists them.
    """
    known = [_recognised(path) for path in paths]
    names = [name for name in FORMATS if known and all(name in found for found in known)]
    if len(names) == 1:
        return names[0]
    file = paths[0].name if len(paths) == 1 else f"{len(paths)} files"
    if names:
        found, allowed = f"what may be {' or '.join(names)}", ", ".join(names)
        todo = f"name the format: frameline import {names[0]} ..."
    elif all(known):
        found = "; ".join(
            f"{path.name}: {', '.join(names)}" for path, names in zip(paths, known, strict=True)
        )
        allowed, todo = "files of one format", "import the formats one after another"
    else:
        file = next(path.name for path, names in zip(paths, known, strict=True) if not names)
        found, allowed = "no format that is known", ", ".join(FORMATS)
        todo = "name the format before the path, or export the file as one of these"
    raise ExchangeError(file, "", found, allowed, todo)


def _recognised(path: Path) -> list[str]:
    """The formats that recognise one file or folder.

    A folder that no format knows by its look is told by its files, if the format takes folders.
    """
    head = b""
    if path.is_file():
        with path.open("rb") as file:
            head = file.read(HEAD)
    found = [name for name in FORMATS if load_format(name).sniff(path, head)]
    if found or not path.is_dir():
        return found
    files = [file for file in sorted(path.iterdir()) if file.is_file()][:_LOOKED_AT]
    inside = [_recognised(file) for file in files]
    folders = [name for name in FORMATS if "" in load_format(name).suffixes]
    return [name for name in folders if inside and all(name in names for names in inside)]


def read_files(name: str, paths: Sequence[Path], options: Options | None = None) -> Project:
    """Read files of one project; `name` is the format, or "" to have it guessed.

    Raises
    ------
    ExchangeError
        When a path is missing, the format is unknown or cannot be told, or a file is broken.
    """
    if not paths:
        raise ExchangeError("", "", "no file", "one or more paths", "name the files to import")
    for path in paths:
        if not path.exists():
            raise ExchangeError(str(path), "", "no such file or folder", "", "check the path")
    options = options or Options()
    said = safety.ENCODING.set(safety.check_encoding(options.encoding))
    try:
        format_of = load_format(name or guess(paths))
        project = _read(format_of, paths, options)
    finally:
        safety.ENCODING.reset(said)
    reported = sum(left.count for left in project.left)
    if project.rows != project.used + reported:
        found = f"{project.rows} rows, {project.used} used and {reported} reported"
        todo = "this is a fault of the reader, not of the file: please report it"
        raise ExchangeError(paths[0].name, "", found, "rows used or reported", todo)
    faults = [left for left in project.left if left.fault]
    if faults and not project.used:
        found = "no row that can be understood"
        if len(faults) == 1:
            rest = f" (and {project.rows - 1} rows more)" if project.rows > 1 else ""
            raise ExchangeError(faults[0].where or paths[0].name, "",
                                f"{found}: {faults[0].why}{rest}")  # fmt: skip
        listed = [f"{fault.where}: {fault.why}" for fault in faults]
        raise ExchangeError(paths[0].name, "", found, faults=listed)
    return project


def _read(format_of: Format, paths: Sequence[Path], options: Options) -> Project:
    """Read files; strictly, all that is faulty is listed and not what comes first alone."""
    try:
        return format_of.read(paths, options)
    except ExchangeError as first:
        if not options.strict:
            raise
        try:
            project = format_of.read(paths, replace(options, strict=False))
        except ExchangeError:
            raise first from None
        faults = [f"{left.where}: {left.why}" for left in project.left if left.fault]
        if len(faults) < 2:
            raise
        todo = f"{len(faults)} rows are faulty:"
        raise ExchangeError(
            first.file, first.place, first.found, first.allowed, todo, faults
        ) from None


def losses(name: str, project: Project) -> list[Left]:
    """What of a project a format would lose; nothing is written."""
    return load_format(name).cannot_hold(project)


def write_files(name: str, project: Project, out: Path) -> list[Path]:
    """Write a project to a file or folder that does not exist yet; give the files made.

    Raises
    ------
    ExchangeError
        When `out` exists, or its folder does not.
    """
    format_of = load_format(name)
    if out.exists() or out.is_symlink():
        todo = "remove it, or choose another name: nothing is overwritten"
        raise ExchangeError(str(out), "", "something that exists", "a new name", todo)
    if not out.parent.is_dir():
        raise ExchangeError(str(out.parent), "", "no such folder", "", "make the folder first")
    return format_of.write(project, out)
