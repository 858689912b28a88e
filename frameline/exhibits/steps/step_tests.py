"""Is the mix of reasons different from text to text?"""

from __future__ import annotations

from frameline.charts.canvas import canvas
from frameline.charts.null_histogram import null_histogram, null_histogram_height
from frameline.exhibits.registry import Block, Blocks, shows
from frameline.exhibits.steps._tables import in_comparisons, mixes
from frameline.exhibits.study import Study
from frameline.measures.mix import MOST_PERMUTATIONS
from frameline.measures.shift import ALPHA

DRAWN = ["step", "claims", "groups_from", "groups_to", "js", "statistic", "p", "p_low", "p_high",
         "p_holm", "permutations", "phi", "sceptical_p", "note"]  # fmt: skip


@shows("claims.frame", "comparisons")
def step_tests(texts: Study, most: int = MOST_PERMUTATIONS) -> Blocks:
    """Is the mix of reasons different from text to text?"""
    f, tests = texts.findings, mixes(texts, most)
    alone, none = {"n": "claims"}, {"low": None, "high": None, "n": "claims"}
    f.add_table(tests, "step.{from}.{to}.divergence", "js", unit="number", **none)
    f.add_table(tests, "step.{from}.{to}.divergence.p", "p_holm", unit="p", **none)
    f.add_table(tests, "step.{from}.{to}.divergence.p_one", "p", unit="p", low="p_low",
                high="p_high", **alone)  # fmt: skip
    f.add_table(tests, "step.{from}.{to}.divergence.p_alike", "sceptical_p", unit="p", **none)
    f.add_table(tests, "step.{from}.{to}.alike", "phi", unit="number", **none)
    f.add_table(tests, "test.mix.{from}.{to}", "p", unit="p", **none)
    apart, rest = tests[tests["p_holm"] < ALPHA], tests[tests["p_holm"] >= ALPHA]
    behind = in_comparisons(texts)
    f.add("steps.count", len(tests), unit="count")
    f.add("steps.claims", len(behind), unit="count")
    f.add("steps.mix.beyond", len(apart), unit="count")
    f.add("steps.mix.tested", int(tests["p"].notna().sum()), unit="count")
    f.add("steps.mix.list", list(apart["step"]), unit="list")
    f.add("steps.mix.open", list(rest["step"]), unit="list")
    fig, ax = canvas(null_histogram_height(tests))
    null_histogram(ax, tests, draws=list(tests["null"]), alpha=ALPHA)
    tested = bool(tests["p"].notna().any())
    said: list[Block | None] = [_differs(texts, row) for row in apart.to_dict("records")]
    if apart.empty and tested:
        said = [texts.state("mix", evidence=behind)]
    elif len(rest):
        said.append(texts.say("mix-open"))
    return [
        texts.figure(
            "step-tests",
            fig,
            tests[DRAWN],
            uses=["frame"],
            tested=tested,
            evidence=behind,
        ),
        *said,
        texts.say("mix-untested") if not tested else None,
    ]


def _differs(texts: Study, row: dict) -> Block:
    """Say that two texts differ, and whether that stands where neighbours are alike."""
    behind = [*texts.ids[row["from"]], *texts.ids[row["to"]]]
    return texts.state("mix.{from}.{to}", at=row, evidence=behind,
                       alike=bool(row["sceptical_p"] < ALPHA))  # fmt: skip
