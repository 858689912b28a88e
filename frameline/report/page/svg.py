"""Charts as SVG from outside: only what draws is kept, and ids are made unique."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from functools import lru_cache

SVG = "http://www.w3.org/2000/svg"
XLINK = "{http://www.w3.org/1999/xlink}href"
#: Everything Matplotlib draws with, and nothing that loads, runs or styles the page around it.
_ELEMENTS = {
    "svg", "g", "path", "text", "tspan", "use", "defs", "clipPath", "rect", "line", "polyline",
    "polygon", "circle", "ellipse", "image", "linearGradient", "radialGradient", "stop",
    "pattern", "symbol", "marker", "mask",
}  # fmt: skip
_ATTRIBUTES = re.compile(
    r"(?:id|style|class|transform|d|points|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|dx|dy|width|height"
    r"|viewBox|version|preserveAspectRatio|opacity|fill|stroke|offset|rotate|textLength"
    r"|fill-[a-z]+|stroke-[a-z]+|stop-[a-z]+|clip-[a-z]+|clipPathUnits|font-[a-z]+|text-[a-z]+"
    r"|gradient[A-Z][a-z]+|pattern[A-Z][A-Za-z]+|marker[A-Za-z-]*|dominant-baseline|refX|refY"
    r"|orient|mask)"
)
_EMBEDDED = ("data:image/png;base64,", "data:image/jpeg;base64,")
_URL = re.compile(r"url\(\s*['\"]?([^'\")]*)['\"]?\s*\)")
#: Where a text stands that is turned.
_MOVED = re.compile(r"translate\(\s*[-\d.e]+[\s,]+([-\d.e]+)")
#: Ways of CSS to load something, or to hide that it does.
_LOADS = re.compile(r"[\\@]|/\*|expression\(|image\(|image-set\(|src\(|//", re.IGNORECASE)
_WHITE = re.compile(r"fill:\s*(?:#ffffff|#fff|white)\b", re.IGNORECASE)


class SvgError(ValueError):
    """The text is not a chart the report can show."""


@lru_cache(maxsize=1024)
def clean(
    svg: str,
    prefix: str = "",
    title: str = "",
    description: str = "",
    *,
    transparent: bool = True,
) -> str:
    """Rewrite a chart for a page with other charts on it.

    Parameters
    ----------
    svg : str
        A whole SVG document.
    prefix : str
        Put before every id, so that no two charts share one; none when empty.
    title, description : str
        Name and alternative text for those who cannot see it; needs a prefix.
    transparent : bool
        Take a white background away.

    Returns
    -------
    str
        An ``svg`` element without prologue, script, style sheet, metadata or outside reference.

    Raises
    ------
    SvgError
        Not XML, not SVG, or with a document type of its own.
    """
    root = parse(svg)
    _strip(root)
    if transparent:
        _clear_background(root)
    if prefix:
        _rename(root, prefix)
    # Matplotlib says this in a style sheet for "*", which would reach the page around the chart.
    root.set("stroke-linejoin", "round")
    root.set("stroke-linecap", "butt")
    if title or description:
        _name(root, prefix, title, description)
    return write(root)


def words_within(svg: str, start: float, end: float) -> str:
    """A chart without the words outside a part of its height.

    A page shows only this part, and whoever searches or copies its words should not meet others.

    Parameters
    ----------
    svg : str
        A chart that `clean` gave, cut where no word stands.
    start, end : float
        Shares of the height, from the top.
    """
    root = parse(svg)
    box = [float(side) for side in root.get("viewBox", "").replace(",", " ").split()]
    if len(box) != 4:
        return svg
    top, height = box[1], box[3]
    for parent in list(root.iter()):
        for child in [c for c in parent if c.tag == f"{{{SVG}}}text"]:
            moved = _MOVED.match(child.get("transform", ""))
            y = child.get("y") or (moved[1] if moved else None)
            if y is not None and not start * height <= float(y) - top <= end * height:
                parent.remove(child)
    return write(root)


def write(root: ET.Element) -> str:
    """A chart as text."""
    ET.register_namespace("", SVG)
    ET.register_namespace("xlink", XLINK[1:].split("}")[0])
    return ET.tostring(root, encoding="unicode")


def parse(svg: str) -> ET.Element:
    """The root of a chart; an error where the text is none."""
    start = svg.find("<svg")
    # Matplotlib's own document type goes with the prologue; entities could only hide in one.
    if start < 0 or "<!ENTITY" in svg or "<!DOCTYPE" in svg[start:]:
        raise SvgError("not a plain SVG document")
    try:
        root = ET.fromstring(svg[start:])
    except ET.ParseError as error:
        raise SvgError(f"not well-formed SVG: {error}") from None
    if root.tag != f"{{{SVG}}}svg":
        raise SvgError("an SVG document without the SVG namespace")
    return root


def _strip(element: ET.Element) -> None:
    for child in list(element):
        if not isinstance(child.tag, str) or child.tag.removeprefix(f"{{{SVG}}}") not in _ELEMENTS:
            element.remove(child)
        else:
            _strip(child)
    for name, value in list(element.attrib.items()):
        if name in (XLINK, "href"):
            allowed = value.startswith(("#", *_EMBEDDED))
        else:
            allowed = bool(_ATTRIBUTES.fullmatch(name)) and all(
                target.startswith("#") for target in _URL.findall(value)
            )
        drawn = name in (XLINK, "href") or not _LOADS.search(value)
        if not (allowed and drawn):
            del element.attrib[name]


def _clear_background(root: ET.Element) -> None:
    """Make the first white patch (the figure's own) transparent, so that a page may be dark."""
    for path in root.iter(f"{{{SVG}}}path"):
        style = path.get("style", "")
        if _WHITE.search(style):
            path.set("style", _WHITE.sub("fill: none", style))
        return


def _rename(root: ET.Element, prefix: str) -> None:
    for element in root.iter():
        for name, value in element.attrib.items():
            if name == "id":
                element.set(name, prefix + value)
            elif name in (XLINK, "href") and value.startswith("#"):
                element.set(name, f"#{prefix}{value[1:]}")
            elif "url(" in value:
                element.set(name, _URL.sub(lambda found: f"url(#{prefix}{found[1][1:]})", value))


def _name(root: ET.Element, prefix: str, title: str, description: str) -> None:
    root.set("role", "img")
    names = []
    for position, (tag, text) in enumerate((("title", title), ("desc", description))):
        element = ET.Element(f"{{{SVG}}}{tag}", {"id": f"{prefix}{tag}"})
        element.text = text
        root.insert(position, element)
        names.append(f"{prefix}{tag}")
    root.set("aria-labelledby", names[0])
    root.set("aria-describedby", names[1])
