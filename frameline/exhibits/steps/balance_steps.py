"""Is the balance different from text to text?"""

from __future__ import annotations

import pandas as pd

from frameline.exhibits.comparisons import compared
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.resolution import resolution
from frameline.measures.shift import CLEARLY, UNCLEAR, WITHIN, net_steps

#: Verdicts that say which way a difference points, each with the beginning of its message.
_KINDS = {CLEARLY: "clearly", WITHIN: "within"}


@shows("claims.valence", "comparisons")
def balance_steps(texts: Study) -> Blocks:
    """Is the balance different from text to text?"""
    f, claims, pairs = texts.findings, texts.claims, compared(texts)
    fine = resolution(claims, pairs, seed=texts.seed)["smallest"]
    nets = net_steps(
        claims, pairs, draws=texts.draws, seed=texts.seed, coded=texts.coded("valence"), floors=fine
    )
    ends = {"low": "coded_low", "high": "coded_high"} if texts.has("coders") else {}
    low, high = ends.get("low", "low"), ends.get("high", "high")
    f.add_table(nets, "step.{from}.{to}.net", "diff", unit="net", low=low, high=high, n="n_to")
    called = texts.words("net-verdicts")
    nets["said"] = [
        called.get(f"{_KINDS.get(verdict)}_{which}", called["unclear"])
        for verdict, which in zip(nets["verdict"], nets["direction"], strict=True)
    ]
    f.add_table(nets, "step.{from}.{to}.net.verdict", "said", unit="text", low=None, high=None,
                n=None)  # fmt: skip
    largest = nets.loc[nets["diff"].abs().idxmax()]
    least = fine[largest.name]
    f.add("steps.count", len(pairs), unit="count")
    f.add("steps.net.clear", int((nets["verdict"] != UNCLEAR).sum()), unit="count")
    f.add("steps.net.smallest", least, unit="number")
    f.add("steps.net.largest", largest["diff"], unit="net", low=largest[low], high=largest[high])
    reach = "more" if abs(largest["diff"]) >= least else "less"
    f.add("steps.net.reach", reach, unit="text")
    known = bool(not pd.isna(least))
    return texts.state("balance", at=largest.to_dict(), known=known, evidence=claims["claim_id"])
