"""Pictures of Markdown cells: each on a line of its own, a figure with a number like any other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from frameline.record.figure import Figure, Pictures
from frameline.record.grid import Grid
from frameline.record.prose import Prose
from frameline.report.document.markdown import Token, slug, tokens
from frameline.report.document.raster import PictureError, read_raster, read_svg

_ALONE = re.compile(
    r" {0,3}!\[(?P<alt>[^\]]*)\]\(\s*<?(?P<place>[^\s>\"]+)>?"
    r"(?:\s+\"(?P<caption>[^\"]*)\")?\s*\)\s*"
)
_FENCE = re.compile(r" {0,3}(```|~~~)")
_ATTACHED = "attachment:"
_HOW = '![what is seen](file.png "Caption")'


def split_pictures(
    source: str, folder: Path, attachments: Mapping[str, Any], chapter: str
) -> Iterator[str | Figure]:
    """Markdown with its pictures taken out, piece by piece in order.

    Parameters
    ----------
    source : str
        Of a Markdown cell.
    folder : path
        Where its notebook lies; pictures are looked for from there.
    attachments : mapping
        Pictures that the cell itself holds.
    chapter : str
        Its key, which the keys of the figures begin with.

    Raises
    ------
    ValueError
        A picture without caption or alternative text, within a line, from another machine, or
        none that can be read.
    """
    if "![" not in source:
        yield source
        return
    held: list[str] = []
    found, fence = 0, ""
    for line in source.splitlines(keepends=True):
        mark = _FENCE.match(line)
        if mark:
            fence = "" if fence == mark[1] else fence or mark[1]
        said = None if fence else _ALONE.fullmatch(line.rstrip("\n"))
        if said is None:
            held.append(line)
            continue
        found += 1
        yield "".join(held)
        held = []
        yield _figure(said, folder, attachments, chapter)
    rest = "".join(held)
    if sum(_pictures(tokens(source))) > found:
        raise PictureError(f"a picture within a line; write it on a line of its own: {_HOW}")
    yield rest


def picture_files(source: str, folder: Path) -> list[Path]:
    """The files that the pictures of some Markdown lie in."""
    places = (said["place"] for said in map(_ALONE.fullmatch, source.splitlines()) if said)
    return [folder / unquote(place) for place in places if ":" not in place]


def _pictures(found: Any) -> Iterator[int]:
    token: Token
    for token in found:
        yield int(token["type"] == "image")
        if token["type"] != "image":
            yield from _pictures(token.get("children", ()))


def _figure(
    said: re.Match[str], folder: Path, attachments: Mapping[str, Any], chapter: str
) -> Figure:
    place, alt, caption = said["place"], said["alt"].strip(), (said["caption"] or "").strip()
    lacks = [name for name, text in (("caption", caption), ("alternative text", alt)) if not text]
    if lacks:
        raise PictureError(f"the picture {place} has no {' and no '.join(lacks)}; write {_HOW}")
    drawn, width, height = _read(place, folder, attachments)
    stem = slug(Path(unquote(place.removeprefix(_ATTACHED))).stem)
    key = re.sub(r"[^a-z0-9]+", "-", f"{chapter}-{stem}").strip("-")
    return Figure(
        key, Prose.of(caption, "title"), Prose((), "subtitle"), Prose.of(alt, "alt"), Grid((), ()),
        drawn, width, height,
    )  # fmt: skip


def _read(
    place: str, folder: Path, attachments: Mapping[str, Any]
) -> tuple[Pictures, float, float]:
    """The picture at a place: in the cell, or beside the notebook."""
    if place.startswith(_ATTACHED):
        held = attachments.get(unquote(place.removeprefix(_ATTACHED)), {})
        for kind, content in held.items():
            text = "".join(content) if isinstance(content, list) else content
            return read_svg(text) if kind == "image/svg+xml" else read_raster(text)
        raise PictureError(f"the cell holds no {place}")
    if ":" in place or place.startswith("//"):
        raise PictureError(
            f"the picture {place} would be fetched from outside; save it beside the notebook"
        )
    try:
        content = (folder / unquote(place)).read_bytes()
    except OSError as error:
        raise PictureError(f"the picture {place} cannot be read ({error.strerror})") from None
    try:
        if b"<svg" in content[:4096]:
            return read_svg(content.decode("utf-8"))
        return read_raster(content)
    except ValueError as error:
        raise PictureError(f"the picture {place}: {error}; allowed: SVG, PNG, JPEG") from None
