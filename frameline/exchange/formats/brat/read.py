"""brat stand-off: a .txt with the text and a .ann with the annotations, a folder per coder.

The type of a text-bound annotation is the variable ``type``, each attribute is a variable of its
own. brat counts code points of the text as it is, a byte order mark among them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.naming import safe_name
from frameline.exchange.files.safety import MAX_MEMBERS, decode, read_bytes, read_text
from frameline.exchange.formats.brat.lines import (
    Bound,
    read_configuration,
    read_lines,
)
from frameline.exchange.formats.brat.names import CONFIGURATION
from frameline.exchange.model.gather import Gatherer, variables_seen
from frameline.exchange.model.locating import decide
from frameline.exchange.model.offsets import Mark
from frameline.exchange.model.placing import Waiting, place_all
from frameline.exchange.model.project import (
    Annotation,
    Document,
    Options,
    Project,
    Span,
    Variable,
)

_MARK = b"\xef\xbb\xbf"


@dataclass
class _File:
    """One .ann file, or a .txt without one, and what its folders say."""

    text: Path
    ann: Path | None
    document: str
    coder: str
    root: Path
    marked: bool = False


def sniff(path: Path, head: bytes) -> bool:
    """Whether a file is called .ann, or a folder holds such files."""
    if not path.is_dir():
        beside = path.suffix == ".txt" and path.with_suffix(".ann").is_file()
        return path.suffix == ".ann" or beside or path.name == CONFIGURATION
    return any(name.endswith(".ann") for name in _names(path))


def _names(folder: Path) -> Iterator[str]:
    """The files below a folder, hidden ones passed over; links that lead out are refused."""
    count = 0
    root = folder.resolve()
    for above, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in (*folders, *sorted(files)):
            path = Path(above, name)
            if path.is_symlink() and (path.is_dir() or not path.resolve().is_relative_to(root)):
                raise ExchangeError(
                    folder.name, str(path.relative_to(folder)), "a link out of its folder",
                    "plain files and folders", "copy what it points to",
                )  # fmt: skip
        for name in sorted(files):
            count += 1
            if count > MAX_MEMBERS:
                raise ExchangeError(
                    folder.name, "", "very many files", f"up to {MAX_MEMBERS:,}", "split the folder"
                )
            yield os.path.relpath(os.path.join(above, name), folder)


def read(paths: Sequence[Path], options: Options) -> Project:
    """Read folders, or .ann files beside their texts; a row is a line that is not blank.

    A coder is the first folder below the one given, unless ``options.coder`` names one for all.

    Raises
    ------
    ExchangeError
        With file and line.
    """
    gatherer = Gatherer(", ".join(path.name for path in paths), options.strict)
    known: dict[str, Variable] = {}
    found: list[tuple[_File, list[Bound]]] = []
    for path in paths:
        for conf in _configurations(path):
            known.update(read_configuration(read_text(conf)))
        for file in _files(path, options):
            with gatherer.attempt("lines", _lines_in(file.ann)):
                file.text = _text_of(file.text, file.root)
                data = read_bytes(file.text)
                file.marked = data.startswith(_MARK)
                gatherer.file = file.text.name
                gatherer.document(Document(file.document, decode(data, file.text.name)))
                if file.ann is not None:
                    found.append((file, _bound(file.ann, gatherer)))
    gatherer.file = ", ".join(path.name for path in paths)
    if not found:
        raise ExchangeError(gatherer.file, "", "no .ann file", ".txt and .ann files", "name them")
    unit = _placed(found, gatherer, options)
    return gatherer.project(variables_seen(gatherer.project(()).codings, known), unit)


def _lines_in(ann: Path | None) -> int:
    """As how many rows a file counts that cannot be read at all."""
    return 0 if ann is None else sum(1 for line in read_bytes(ann).split(b"\n") if line.strip())


def _configurations(path: Path) -> list[Path]:
    if path.is_dir():
        return [path / name for name in _names(path) if PurePath(name).name == CONFIGURATION]
    return [path] if path.name == CONFIGURATION else []


def _files(path: Path, options: Options) -> Iterator[_File]:
    """The .ann files of a folder, or the one named, with their texts; texts without .ann too."""
    if path.is_dir():
        root, names = path, list(_names(path))
    else:
        root, names = path.parent, [path.name]
        if path.suffix == ".txt" and path.with_suffix(".ann").exists():
            return
    ids: dict[str, PurePath] = {}
    there = set(names)
    for name in names:
        part = PurePath(name)
        if part.suffix not in (".ann", ".txt"):
            continue
        if part.suffix == ".txt" and str(part.with_suffix(".ann")) in there:
            continue
        folders = part.parts[:-1]
        coder = options.coder or (folders[0] if folders else path.resolve().name)
        if not path.is_dir():
            coder = options.coder or root.resolve().name
        inner = PurePath(*folders[0 if options.coder else 1 :], part.stem)
        document = safe_name("/".join(inner.parts))
        if ids.setdefault(document, inner) != inner:
            raise ExchangeError(
                path.name, name, f"the document {document!r} from two files", "different names",
                "rename one of them",
            )  # fmt: skip
        ann = root / name if part.suffix == ".ann" else None
        yield _File(root / name, ann, document, coder, root)


def _text_of(path: Path, root: Path) -> Path:
    """The text beside an .ann file, or in a folder above it up to the one given."""
    name = path.with_suffix(".txt").name
    folder = path.parent
    while not (folder / name).exists():
        if folder == root or folder == folder.parent:
            raise ExchangeError(
                path.name, "", "no text", f"{name} beside it or in a folder above", "add the text"
            )
        folder = folder.parent
    return folder / name


def _bound(ann: Path, gatherer: Gatherer) -> list[Bound]:
    lines = read_lines(read_text(ann), ann.name)
    gatherer.rows += lines.rows
    gatherer.used += lines.rows - len(lines.left)
    for error in lines.faults:
        gatherer.fault(error, "lines")
    for what, why in lines.left:
        gatherer.leave(1, what, why)
    return list(lines.bound.values())


def _placed(
    found: Sequence[tuple[_File, list[Bound]]], gatherer: Gatherer, options: Options
) -> str:
    texts, parts = gatherer.texts, {}
    waiting: list[Waiting] = []
    for file, bound in found:
        name = file.ann.name if file.ann else file.text.name
        if not bound:
            waiting.append(Waiting(name, "", file.document, file.coder, None))
        marks = [Mark(one.spans, one.quote, one.place) for one in bound]
        text = texts[file.document]
        part, moved = "", None
        if file.marked and _counts_mark(text, marks):
            part, moved = f"{file.document}\0marked", _without_mark
            parts[part] = "\ufeff" + text
        for one, mark in zip(bound, marks, strict=True):
            said = Annotation((), one.values, quote=one.quote, note=one.note)
            waiting.append(
                Waiting(name, one.place, file.document, file.coder, said, mark, one.rows, part,
                        moved)
            )  # fmt: skip
    return place_all(waiting, gatherer, options, texts=parts)


def _counts_mark(text: str, marks: Sequence[Mark]) -> bool:
    """Whether the byte order mark is counted, which brat does and others do not."""
    plain, marked = (
        max((trial.fits for trial in decide(one, marks).trials), default=0)
        for one in (text, "\ufeff" + text)
    )
    return marked > plain


def _without_mark(span: Span) -> Span:
    return Span(max(span.start - 1, 0), max(span.end - 1, 0))
