"""Is the mix of reasons different from text to text?"""

from __future__ import annotations

from frameline.charts.canvas import canvas
from frameline.charts.null_histogram import null_histogram, null_histogram_height
from frameline.exhibits.comparisons import compared
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.shift import ALPHA
from frameline.measures.shift import step_tests as measure

DRAWN = ["step", "groups_from", "groups_to", "js", "null_mean", "null_low", "null_high", "p",
         "method"]  # fmt: skip


@shows("claims.frame", "comparisons")
def step_tests(texts: Study) -> Blocks:
    """Is the mix of reasons different from text to text?"""
    f, claims, pairs = texts.findings, texts.claims, compared(texts)
    tests = measure(claims, pairs, draws=texts.draws, seed=texts.seed, keep=True)
    tests["claims"] = tests["n_from"] + tests["n_to"]
    tests["name_from"] = tests["from"].map(texts.names)
    tests["name_to"] = tests["to"].map(texts.names)
    tests["step"] = tests["name_from"] + " → " + tests["name_to"]
    f.add_table(tests, "step.{from}.{to}.divergence", "js", unit="number", low=None, high=None,
                n="claims")  # fmt: skip
    f.add_table(tests, "step.{from}.{to}.divergence.null_mean", "null_mean", unit="number",
                low="null_low", high="null_high", n="claims")  # fmt: skip
    f.add_table(tests, "step.{from}.{to}.divergence.p", "p_holm", unit="p", low=None, high=None,
                n="claims")  # fmt: skip
    beyond = tests[tests["p_holm"] < ALPHA]
    compared_here = claims["doc_id"].isin([doc for pair in pairs for doc in pair])
    f.add("steps.count", len(pairs), unit="count")
    f.add("steps.claims", int(compared_here.sum()), unit="count")
    f.add("steps.mix.beyond", len(beyond), unit="count")
    f.add("steps.mix.list", list(beyond["step"]), unit="list")

    shown = tests.drop(columns=["null", "p"]).rename(columns={"p_holm": "p"})
    fig, ax = canvas(null_histogram_height(shown))
    null_histogram(ax, shown, draws=list(tests["null"]), alpha=ALPHA)
    return [
        texts.state("mix", evidence=claims["claim_id"]),
        texts.figure("step-tests", fig, shown[DRAWN], uses=["frame"]),
    ]
