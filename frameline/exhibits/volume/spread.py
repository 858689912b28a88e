"""How are documents and claims spread over the periods?"""

from __future__ import annotations

from frameline.charts import AMBIVALENT, BINDING
from frameline.charts.canvas import canvas
from frameline.charts.slopes import slopes
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.exhibits.volume._tables import add_volume, even

COLOURS = {"documents": AMBIVALENT, "claims": BINDING}


@shows("claims", "documents", any_size=True)
def spread(texts: Study, most_periods: int = 10) -> Blocks:
    """How are documents and claims spread over the periods?"""
    table = add_volume(texts, most_periods)
    if len(table) < 2 or not table["claims"].any():
        return None
    parts = table.melt(["name", "x"], [*COLOURS], var_name="group", value_name="k")
    whole = {"documents": texts.findings["volume.documents"].value,
             "claims": texts.findings["volume.claims"].value}  # fmt: skip
    parts["value"] = parts["k"] / parts["group"].map(whole)
    fig, ax = canvas(2.6)
    slopes(ax, parts, colours=COLOURS, labels=texts.words("spread-lines"))
    drawn = parts[["name", "group", "k", "value"]]
    return texts.figure("spread", fig, drawn, even=even(table))
