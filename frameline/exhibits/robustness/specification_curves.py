"""Which choices does a statement hang on?"""

from __future__ import annotations

from collections.abc import Hashable

from frameline.charts.canvas import canvas
from frameline.charts.specification_curve import specification_curve, specification_curve_height
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.robustness._tables import (
    about,
    count_ways,
    curves,
    material,
    short,
    tested,
)
from frameline.exhibits.study import Study
from frameline.measures.statements import FILTERS, KINDS


def _option(part: str) -> tuple[str, str]:
    """A choice and its option: ``modality_no_questions``."""
    choice, _, option = part.partition("_")
    return choice, option.replace("_", " ")


@shows("claims.valence", "statements")
def specification_curves(texts: Study) -> Blocks:
    """Which choices does a statement hang on?"""
    count_ways(texts)
    labels: dict[Hashable, str] = {
        _option(part) if "_" in part else part: word
        for part, word in texts.words("choices").items()
    }
    labels |= {("coding", c): texts.word("coder", name=c) for c in material(texts).coders}
    shown, kinds = [], set()
    for s in tested(texts):
        curve = curves(texts)[s.name]
        if not KINDS[s.kind].drawn or not s.texts or len(curve) < 2:
            continue
        # One curve of a kind shows which choices matter; the table has the others.
        if s.kind in kinds:
            continue
        kinds.add(s.kind)
        said = {"short": short(texts, s), "kind": s.kind}
        fig, ax = canvas(specification_curve_height(curve))
        specification_curve(ax, curve, labels=labels, measure=texts.word("measure", **said))
        key = "curve-" + s.name.replace(".", "-")
        uses = ["valence", *(choice for choice in FILTERS if choice in curve)]
        shown.append(texts.figure(key, fig, curve, uses=uses, evidence=(), at=about(s),
                                  message="curve", **said))  # fmt: skip
    return shown
