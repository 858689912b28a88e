"""Charts: one shape per module, Axes in, Axes out, drawn at printed size.

Importing this package registers the fonts that ship with Frameline and switches Matplotlib to the
house style. A chart takes a tidy table, colours and labels; it computes no measure and reads no
file. Charts carry no headline: that is added where the figure is published.
"""

import dataclasses
import warnings
from collections.abc import Iterable
from pathlib import Path

import matplotlib.style
from matplotlib import font_manager

from frameline.fonts.fallback import fonts_for

FONTS = Path(__file__).resolve().parent.parent / "fonts"
STYLE = Path(__file__).resolve().parent / "frameline.mplstyle"

STAND_INS = [
    ("Vazirmatn", 600, 400),
    ("Vazirmatn", 700, 400),
    ("DejaVu Sans", 600, 700),
]

BINDING = "#1f5f99"
DIVIDING = "#c8641b"
AMBIVALENT = "#8c8c8c"
INK = "#222222"
QUIET = "#6b6b6b"
RULE = "#d9d9d4"


def use_style() -> None:
    """Register the shipped fonts ahead of installed ones of the same name, and apply the style.

    The order matters: an installed build of the same family has other metrics, and the same
    report would then break its lines differently on another machine. The fallback families come
    in few weights; the missing ones are named after the nearest, because Matplotlib otherwise
    complains about them for every bold label, whether or not the fallback is used at all.
    """
    manager = font_manager.fontManager
    shipped = sorted(str(path) for path in FONTS.glob("*.ttf"))
    known = {entry.fname for entry in manager.ttflist}
    for path in shipped:
        if path not in known:
            manager.addfont(path)
    manager.ttflist.sort(key=lambda entry: entry.fname not in shipped)
    for family, weight, nearest in STAND_INS:
        faces = [e for e in manager.ttflist if e.name == family and e.style == "normal"]
        if all(face.weight != weight for face in faces):
            found = [face for face in faces if face.weight == nearest]
            manager.ttflist += [dataclasses.replace(face, weight=weight) for face in found[:1]]
    matplotlib.style.use(STYLE)
    # What no font has is a fault of no chart: it stands there as a box, and `check` names it.
    warnings.filterwarnings("ignore", message="Glyph .* missing from font")


def use_fonts_for(characters: Iterable[str]) -> None:
    """Let charts write these characters, with fonts of the system where the shipped ones lack them.

    Where nothing is lacking, nothing changes, not even the names of fonts in a chart.
    """
    manager = font_manager.fontManager
    names = list(matplotlib.rcParams["font.family"])
    for path in fonts_for(characters):
        manager.addfont(str(path))
        entry = manager.ttflist[-1]
        for weight in (400, 600, 700):
            manager.ttflist.append(dataclasses.replace(entry, weight=weight))
        names.append(entry.name)
    matplotlib.rcParams["font.family"] = list(dict.fromkeys(names))


use_style()
