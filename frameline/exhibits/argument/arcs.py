"""Where does the argument turn?"""

from __future__ import annotations

from frameline.charts.arcs import arcs as draw
from frameline.charts.canvas import panels
from frameline.exhibits.argument._tables import add_counts
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.arc import arc, envelope, turning_points

DRAWN = ["name", "claim_id", "position", "running", "sign", "own", "conceded"]


@shows("claims.valence", home="all")
def arcs(texts: Study, show_envelope: bool = True) -> Blocks:
    """Where does the argument turn?"""
    claims, band = texts.claims, None
    path = arc(claims)
    path["name"] = path["doc_id"].map(texts.names)
    add_counts(texts.base)
    texts.findings.add("arc.claims", len(claims), unit="count")
    redrawn = show_envelope and texts.has("coders")
    if redrawn:
        band = envelope(claims, texts.coded("valence"))
    fig, axes = panels(path["doc_id"].nunique() + 1, cols=3, height=2.0)
    draw(axes, path, turns=turning_points(path), envelope=band)
    return texts.figure("arcs", fig, path[DRAWN], uses=["valence", "argument", "voice"],
                        redrawn=redrawn, machines=_machines(texts),
                        core=texts.has("claims.relevance"),
                        texts=texts.base.claims["doc_id"].nunique())  # fmt: skip


def _machines(texts: Study) -> bool:
    """Whether all coders are machines: then "other coders" are other runs."""
    coders = texts.coders
    return bool(len(coders) and (coders["kind"] == "machine").all())
