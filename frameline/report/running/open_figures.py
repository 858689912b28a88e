"""Charts that a cell drew and left open: shown at its end, as Jupyter does."""

from __future__ import annotations

import io
import sys
from typing import Any

from nbformat.v4 import new_output


def take_open_figures() -> list[Any]:
    """The open charts of pyplot as outputs, in the order in which they were made; all closed.

    In SVG, so that they are sharp in print; nothing is imported for them.
    """
    pyplot: Any = sys.modules.get("matplotlib.pyplot")
    if pyplot is None:
        return []
    found = []
    for number in pyplot.get_fignums():
        figure, drawn = pyplot.figure(number), io.StringIO()
        with pyplot.rc_context({"svg.hashsalt": "frameline"}):
            figure.savefig(
                drawn, format="svg", bbox_inches="tight", metadata={"Date": None, "Creator": None}
            )
        found.append(new_output("display_data", data={"image/svg+xml": drawn.getvalue()}))
    pyplot.close("all")
    return found
