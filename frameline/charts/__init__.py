"""Charts: one shape per module, Axes in, Axes out, drawn at printed size.

Importing this package registers the fonts that ship with Frameline and switches Matplotlib to the
house style. A chart takes a tidy table, colours and labels; it computes no measure and reads no
file. Charts carry no headline: that is added where the figure is published.
"""

import dataclasses
from pathlib import Path

import matplotlib.style
from matplotlib import font_manager

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


use_style()
