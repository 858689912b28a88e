"""How sure is the coding of the sample?"""

from __future__ import annotations

from frameline.exhibits.context._tables import aligned
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.context import mean_overlap
from frameline.measures.designs import Settings, code_agreement

#: The readings from one end to the other.
ORDER = ["dividing", "mixed", "binding"]


@shows("context")
def context_agreement(texts: Study) -> Blocks:
    """How sure is the coding of the sample?"""
    coded = aligned(texts)
    if not coded:
        return None
    f, read = texts.findings.under(texts.word("filter-sample")), coded["direction"]
    settings = Settings(seed=texts.seed, draws=texts.draws, tosses=texts.draws)
    plain = code_agreement(read, settings)
    ordered = code_agreement(read, settings, level="ordinal", order=ORDER)
    overlap, pieces = mean_overlap(coded["families"]), len(coded["families"])
    f.add("context.alpha.direction", plain["alpha"], unit="alpha", low=plain["low"],
          high=plain["high"], n=plain["n_units"])  # fmt: skip
    f.add("context.alpha.direction.ordinal", ordered["alpha"], unit="alpha", low=ordered["low"],
          high=ordered["high"], n=plain["n_units"])  # fmt: skip
    f.add("context.exact.direction", plain["simple"], unit="share", n=plain["n_units"])
    f.add("context.exact.direction.tossed", plain["simple_twin"], unit="share", n=plain["n_units"])
    f.add("context.overlap.families", overlap, unit="number", n=pieces)
    return texts.say("context-agreement")
