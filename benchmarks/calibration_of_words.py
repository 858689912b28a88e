"""Do the intervals of chapter 080 hold: rank agreement of claims and keywords, log ratios?

    python benchmarks/calibration_of_words.py --runs 300

Made-up texts of 8 to 60 paragraphs whose claims and words stand in lumps (Dirichlet-multinomial,
negative binomial). A row a cell: coverage of the interval in use and of the percentile interval
that it replaced; for log ratios also the share of equally common words that seem typical of a
text (nominal .025). Coverage of a rank agreement below .93 less two Monte Carlo errors ends with 1,
from 15 paragraphs on; with 8 it is told, and so are log ratios.
"""

from __future__ import annotations

import argparse
import sys

import numpy as np
import pandas as pd

from frameline.measures.convergence import spearman
from frameline.measures.intervals import jackknife_limits
from frameline.measures.keyness import log_ratio

CODES = 12
GROUPS = (8, 15, 23, 60)
LIKENESS = (0.15, 0.45)
JUDGED = 15
"""From so many paragraphs on a rank agreement has to be covered."""

APART = (0.2, 0.5)
"""How far the order of the words goes its own way, from nought to one."""

DRAWS = 400


def words_per_claim(shares: np.ndarray, apart: float) -> np.ndarray:
    """Keywords that come with reasons of these shares."""
    return ((1 - apart) * shares + apart * NOISE) * LOUDNESS**apart


def paragraphs(
    groups: int, icc: float, apart: float, generator: np.random.Generator
) -> tuple[np.ndarray, ...]:
    """Claims and keywords of each paragraph: words follow the paragraph's reasons, not wholly."""
    mix = SHARES * (1 - icc) / icc
    own = generator.dirichlet(mix, groups)
    said = np.array([generator.multinomial(n, p) for n, p in
                     zip(generator.integers(1, 8, groups), own, strict=True)])  # fmt: skip
    words = generator.poisson(10 * words_per_claim(own, apart))
    return said.astype(float), words.astype(float)


_FIXED = np.random.default_rng(1)
SHARES = np.sort(_FIXED.dirichlet(np.ones(CODES)))[::-1] * 0.9 + 0.1 / CODES
NOISE, LOUDNESS = _FIXED.dirichlet(np.ones(CODES) * 3), _FIXED.gamma(3, 1 / 3, CODES)


def agreement_row(
    groups: int, icc: float, apart: float, runs: int, generator: np.random.Generator
) -> dict:
    """Coverage of the true rank agreement: that of infinitely many such paragraphs."""
    truth = float(spearman(SHARES, words_per_claim(SHARES, apart)))
    inside = {"jackknife": [], "percentile": []}
    for _ in range(runs):
        said, words = paragraphs(groups, icc, apart, generator)
        used = (said.sum(axis=0) > 0) | (words.sum(axis=0) > 0)
        said, words = said[:, used], words[:, used]
        whole = float(spearman(said.sum(axis=0), words.sum(axis=0)))
        without = spearman(said.sum(axis=0) - said, words.sum(axis=0) - words)
        weights = generator.multinomial(groups, np.full(groups, 1 / groups), DRAWS)
        drawn = spearman(weights @ said, weights @ words)
        for name, (low, high) in (
            ("jackknife", jackknife_limits(whole, without, ends=(-1, 1))),
            ("percentile", tuple(np.nanpercentile(drawn, [2.5, 97.5]))),
        ):
            if not np.isnan(low):
                inside[name].append(low <= truth <= high)
    return {"what": "rank agreement", "paragraphs": groups, "likeness": icc, "apart": apart,
            **{name: float(np.mean(found)) for name, found in inside.items()}}  # fmt: skip


def words_of(doc: str, groups: int, rates: np.ndarray, lump: float,
             generator: np.random.Generator) -> pd.DataFrame:  # fmt: skip
    """Counts of words by paragraph, in lumps: a gamma for each paragraph and word."""
    size = generator.integers(30, 140, groups)[:, None]
    found = generator.poisson(size * rates * generator.gamma(1 / lump, lump, (groups, len(rates))))
    rest = np.maximum(size[:, 0] - found.sum(axis=1), 1)
    table = np.column_stack([found, rest])
    place, word = np.nonzero(table)
    return pd.DataFrame({
        "doc_id": doc, "para_group": [f"{doc}.{i:03}" for i in place],
        "token": [f"w{i:03}" for i in word], "n": table[place, word],
    })  # fmt: skip


def ratio_row(groups: int, lump: float, runs: int, generator: np.random.Generator) -> dict:
    """Coverage of log ratios of words that may be shown, and false alarms of equal ones."""
    rates = np.geomspace(0.0005, 0.02, 30)
    times = np.tile([1.0, 1.0, 2.0, 0.5, 4.0], 6)
    inside, alarms = [], []
    for _ in range(runs):
        table = pd.concat([words_of("t", groups, rates * times, lump, generator),
                           words_of("r", 4 * groups, rates, lump, generator)])  # fmt: skip
        found = log_ratio(table, target="t")
        found = found[found["token"] != f"w{len(rates):03}"]
        place = found["token"].str[1:].astype(int).to_numpy()
        truth = np.log2(times[place])
        inside += ((found["low"] <= truth) & (truth <= found["high"])).tolist()
        alarms += (found["low"] > 0)[times[place] == 1].tolist()
    return {"what": "log ratio", "paragraphs": groups, "likeness": lump,
            "coverage": float(np.mean(inside)), "false": float(np.mean(alarms))}  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=300)
    parser.add_argument("--seed", type=int, default=2001)
    args = parser.parse_args()
    rows = []
    for groups in GROUPS:
        for place, icc in enumerate(LIKENESS):
            generator = np.random.default_rng([args.seed, groups, place])
            rows += [agreement_row(groups, icc, apart, args.runs, generator) for apart in APART]
            rows.append(ratio_row(groups, (0.5, 3.0)[place], max(1, args.runs // 10), generator))
    table = pd.DataFrame(rows).sort_values(["what", "apart", "likeness", "paragraphs"])
    print(table.round(3).to_string(index=False))
    error = 2 * np.sqrt(0.95 * 0.05 / args.runs)
    judged = table[table["paragraphs"] >= JUDGED]
    return int(judged["jackknife"].min() < 0.93 - error)


if __name__ == "__main__":
    sys.exit(main())
