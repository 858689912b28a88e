"""Label chips: what a text calls its subject, and how far the text stands behind it.

A filled chip is a label that the author asserts; an outlined one stands in a title or is somebody
else's; a dashed one is hypothetical; "not" stands before a negated one, a question mark after a
questioned one. Shape and words carry all of it, so the chips survive a photocopy.
"""

from matplotlib.axes import Axes
from matplotlib.patches import FancyBboxPatch

from frameline.charts import INK
from frameline.charts.placement import fit_text, line_height, text_width
from frameline.charts.sheet import write
from frameline.charts.words import word

PAD = 0.05
STATUSES = ("asserted", "outline", "reported", "hypothetical", "negated", "questioned")


def chip_width(text: str, size: float = 8, status: str = "asserted") -> float:
    """Return the width of a chip in inches."""
    return text_width(chip_text(text, status), size, _weight(status)) + 2 * PAD


def _weight(status: str) -> str:
    return "semibold" if status == "asserted" else "normal"


def chip_text(text: str, status: str) -> str:
    """Return what a chip says: a status that is no fact is put into words.

    Examples
    --------
    >>> chip_text("alliance", "questioned"), chip_text("alliance", "negated")
    ('alliance?', 'not alliance')
    """
    if status == "questioned" and not text.endswith("?"):
        return word("chip-questioned", text=text)
    negated = word("chip-negated", text="")
    done = status != "negated" or text.startswith(negated)
    return text if done else word("chip-negated", text=text)


def chip_height(size: float = 8) -> float:
    """Return the height of a chip in inches."""
    return line_height(size, 1.42)


def chip(
    ax: Axes,
    x: float,
    y: float,
    text: str,
    *,
    status: str = "asserted",
    size: float = 8,
    colour: str = INK,
    max_width: float | None = None,
) -> float:
    """Draw one chip with its left edge at `x` and its middle at `y`; return its width.

    Parameters
    ----------
    ax : Axes
        A sheet in inches (`canvas.page`).
    x, y : float
        Left edge and vertical middle, in inches.
    text : str
        The label; cut with an ellipsis when wider than `max_width`.
    status : str
        One of asserted (filled), outline or reported (outlined), hypothetical (dashed outline),
        negated (outlined, with "not"), questioned (outlined, with a question mark).

    Raises
    ------
    ValueError
        When the status is not known.
    """
    if status not in STATUSES:
        raise ValueError(f"A chip's status is one of {', '.join(STATUSES)}, not {status!r}.")
    solid = status == "asserted"
    weight = _weight(status)
    text = chip_text(text, status)
    if max_width is not None:
        text = fit_text(text, max_width - 2 * PAD, size=size, weight=weight)
    width, height = chip_width(text, size, status), chip_height(size)
    ax.add_patch(
        FancyBboxPatch(
            (x, y - height / 2),
            width,
            height,
            boxstyle=f"round,pad=0,rounding_size={height * 0.22:.4f}",
            facecolor=colour if solid else "white",
            edgecolor=colour,
            linewidth=0.7,
            linestyle=(0, (2, 1.6)) if status == "hypothetical" else "solid",
            label=f"chip {status}",
        )
    )
    write(
        ax, x + width / 2, y, text, size=size, weight=weight, ha="center",
        color="white" if solid else colour,
    )  # fmt: skip
    return width
