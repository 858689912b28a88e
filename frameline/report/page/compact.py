"""Charts in fewer bytes: the same drawing with shorter paths and nothing said twice.

Matplotlib writes every mark with its own style, six decimals and a group around it. On a page
with twenty charts that is half of the file.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import groupby

from frameline.report.page.svg import SVG, XLINK, parse, write

_PATH = f"{{{SVG}}}path"
_GROUP = f"{{{SVG}}}g"
_TEXT = f"{{{SVG}}}text"
_DEFS = f"{{{SVG}}}defs"
_TSPAN = f"{{{SVG}}}tspan"
#: What neighbours may share by way of a group around them.
_SHARED = ("clip-path", "style")
#: Pairs of a style that say what holds anyway.
_DEFAULTS = {
    "text-anchor:start", "stroke-dashoffset:0", "fill-opacity:1", "stroke-opacity:1", "opacity:1",
    "font-weight:400", "font-weight:normal", "font-style:normal",
}  # fmt: skip
_NUMBER = r"-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
_PLAIN_PATH = re.compile(rf"\s*(?:(?:[MLQC](?:[\s,]*{_NUMBER})+|z)\s*)+")
_COMMAND = re.compile(r"([MLQCz])([^MLQCz]*)")
_LENGTH = {"M": 2, "L": 2, "Q": 4, "C": 6}
_NO_TURN = re.compile(r"rotate\(-?0(?:\.0*)?(?:[\s,][^)]*)?\)")
_COORDINATES = {"x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "width", "height"}


@lru_cache(maxsize=1024)
def compact(svg: str) -> str:
    """Write a chart in fewer bytes without a visible change (coordinates to 0.01 point).

    Parameters
    ----------
    svg : str
        A chart as `frameline.report.page.svg.clean` gives it.

    Returns
    -------
    str
        The same chart: ids that nothing refers to, empty groups and repeated styles are gone.
    """
    root = parse(svg)
    _shorten_attributes(root, scaled=False)
    _drop_ids(root)
    _flatten(root)
    _share_font(root)
    _join_strokes(root)
    for name in _SHARED:
        _gather(root, name)
    _strip_space(root)
    return write(root)


def short_path(path: str) -> str:
    """A path of absolute commands, rounded to hundredths and written as short as can be.

    Anything else than ``M L Q C z`` is left as it is.

    Examples
    --------
    >>> short_path("M 148.6725 52.38  L 450 52.38  ")
    'M148.67 52.38H450'
    >>> short_path("M 1 1 L 3.5 1 L 3.5 2 L 1 2 z")
    'M1 1H3.5V2H1z'
    """
    if not _PLAIN_PATH.fullmatch(path):
        return path
    written, here, start = [], (0, 0), (0, 0)
    for command, rest in _COMMAND.findall(path):
        if command == "z":
            written.append("z")
            here = start
            continue
        numbers = [round(float(n) * 100) for n in re.findall(_NUMBER, rest)]
        size = _LENGTH[command]
        if len(numbers) % size:
            return path
        for place in range(0, len(numbers), size):
            # Further pairs after a move are lines.
            kind = "L" if command == "M" and place else command
            points = numbers[place : place + size]
            written.append(_segment(kind, points, here))
            here = (points[-2], points[-1])
            start = here if kind == "M" else start
    return _joined(written)


def _segment(command: str, points: list[int], here: tuple[int, int]) -> str:
    """One command, absolute or relative, whichever is shorter."""
    if command == "L" and points[1] == here[1]:
        return min("H" + _number(points[0]), "h" + _number(points[0] - here[0]), key=len)
    if command == "L" and points[0] == here[0]:
        return min("V" + _number(points[1]), "v" + _number(points[1] - here[1]), key=len)
    moved = [point - here[place % 2] for place, point in enumerate(points)]
    return min(command + _list(points), command.lower() + _list(moved), key=len)


def _joined(segments: Iterable[str]) -> str:
    """Segments in a row; a letter said just before is not said again."""
    text, last = "", ""
    for segment in segments:
        if segment[0] == last and last not in "zMm":
            gap = "" if segment[1] == "-" else " "
            text += gap + segment[1:]
        else:
            text += segment
        last = segment[0]
    return text


def _list(hundredths: Iterable[int]) -> str:
    text = ""
    for value in hundredths:
        number = _number(value)
        text += number if not text or number.startswith("-") else f" {number}"
    return text


def _number(hundredths: int) -> str:
    """Hundredths as a decimal number without idle zeros.

    >>> _number(1250), _number(-5), _number(0)
    ('12.5', '-.05', '0')
    """
    sign, value = ("-", -hundredths) if hundredths < 0 else ("", hundredths)
    whole, part = divmod(value, 100)
    decimals = f"{part:02d}".rstrip("0")
    if not decimals:
        return f"{sign}{whole}"
    return f"{sign}{whole or ''}.{decimals}"


def _shorten_attributes(element: ET.Element, *, scaled: bool) -> None:
    """Round coordinates and tidy styles; where something scales, hundredths may be coarse."""
    transform = element.get("transform", "")
    if _NO_TURN.fullmatch(transform):
        del element.attrib["transform"]
    scaled = scaled or "scale" in transform or "matrix" in transform
    for name, value in list(element.attrib.items()):
        if name == "style":
            element.set(name, short_style(value))
        elif scaled:
            continue
        elif name == "d":
            element.set(name, short_path(value))
        elif name in _COORDINATES and re.fullmatch(_NUMBER, value):
            element.set(name, _number(round(float(value) * 100)))
        elif name == "transform" and "translate" in value:
            element.set(name, re.sub(_NUMBER, lambda n: _number(round(float(n[0]) * 100)), value))
    for child in element:
        _shorten_attributes(child, scaled=scaled)


def short_style(style: str) -> str:
    """A style without spaces and without what holds anyway.

    >>> short_style("fill: none; stroke: #ffffff; text-anchor: start")
    'fill:none;stroke:#fff'
    """
    pairs = [re.sub(r"\s*([:,])\s*", r"\1", pair.strip()) for pair in style.split(";")]
    text = ";".join(pair for pair in pairs if pair and pair not in _DEFAULTS)
    return re.sub(r"#([0-9a-f])\1([0-9a-f])\2([0-9a-f])\3(?![0-9a-f])", r"#\1\2\3", text)


def _drop_ids(root: ET.Element) -> None:
    """Keep the ids that something in the chart refers to."""
    wanted: set[str] = set()
    for element in root.iter():
        for name, value in element.attrib.items():
            if name.startswith("aria-"):
                wanted |= set(value.split())
            elif name in (XLINK, "href"):
                wanted.add(value.removeprefix("#"))
            else:
                wanted |= set(re.findall(r"url\(#([^)]+)\)", value))
    for element in root.iter():
        if element.get("id") not in (None, *wanted):
            del element.attrib["id"]


def _flatten(element: ET.Element) -> None:
    """Put the children of groups that say nothing in their place; drop what is empty."""
    for child in list(element):
        _flatten(child)
        idle = child.tag == _GROUP and not child.attrib
        if idle or (child.tag in (_DEFS, _GROUP) and not len(child) and not child.get("id")):
            place = list(element).index(child)
            element.remove(child)
            for number, inner in enumerate(child):
                element.insert(place + number, inner)


def _share_font(root: ET.Element) -> None:
    """Say the family of letters once, where all texts have the same."""
    texts = [e for e in root.iter() if e.tag in (_TEXT, _TSPAN)]
    families = {m[0] if (m := _family(e)) else "" for e in texts if e.tag == _TEXT}
    if len(families) != 1 or "" in families:
        return
    family = families.pop()
    root.set("style", ";".join(filter(None, (root.get("style", ""), family))))
    for element in texts:
        pairs = element.get("style", "").split(";")
        _set(element, "style", ";".join(pair for pair in pairs if pair != family))


def _family(element: ET.Element) -> re.Match[str] | None:
    return re.search(r"font-family:[^;]+", element.get("style", ""))


def _join_strokes(element: ET.Element) -> None:
    """Make one path of neighbouring lines of one style, where ink on ink shows no difference."""
    for child in list(element):
        _join_strokes(child)
    for run in _runs(element, _joinable):
        first, *others = run
        for other in others:
            first.set("d", first.get("d", "") + other.get("d", ""))
            element.remove(other)


def _joinable(element: ET.Element) -> tuple[str, ...] | None:
    """What a line must share with its neighbour to become one path with it; else nothing."""
    style = element.get("style", "")
    plain = set(element.attrib) <= {"d", "style", "clip-path"} and not len(element)
    opaque = "fill:none" in style.split(";") and "opacity" not in style
    if element.tag != _PATH or not plain or not opaque or not element.get("d", "").startswith("M"):
        return None
    return (style, element.get("clip-path", ""))


def _gather(element: ET.Element, name: str) -> None:
    """Say once, on a group, what at least three neighbours say each."""
    for child in list(element):
        if child.tag != _DEFS:
            _gather(child, name)
    for run in _runs(element, lambda e: _value(e, name)):
        if len(run) < 3:
            continue
        group = ET.Element(_GROUP, {name: run[0].attrib[name]})
        element.insert(list(element).index(run[0]), group)
        for member in run:
            element.remove(member)
            del member.attrib[name]
            group.append(member)


def _value(element: ET.Element, name: str) -> tuple[str, ...] | None:
    # A clip is measured in the system of the element that has it, which its transform moves.
    if name not in element.attrib or (name == "clip-path" and "transform" in element.attrib):
        return None
    return (element.attrib[name],)


def _runs(
    element: ET.Element, key: Callable[[ET.Element], tuple[str, ...] | None]
) -> Iterator[list[ET.Element]]:
    """Neighbouring children with one key, at least two."""
    for found, members in groupby(list(element), key):
        run = list(members)
        if found is not None and len(run) > 1:
            yield run


def _set(element: ET.Element, name: str, value: str) -> None:
    if value:
        element.set(name, value)
    else:
        element.attrib.pop(name, None)


def _strip_space(root: ET.Element) -> None:
    for element in root.iter():
        if element.tag not in (_TEXT, _TSPAN):
            if not (element.text or "").strip():
                element.text = None
            for child in element:
                child.tail = None
