"""Calibration of the tests and intervals: the large grid.

Made-up texts with the paragraphs of the default corpus, at correlations within paragraphs from 0
to .6, equal and unequal; made-up pairs of other shapes; shares at 8 to 150 paragraphs. For each
cell the size of a test or the coverage of an interval is simulated, for the procedures that
statements use and for those that were rejected. Run with --runs 2000 (Monte Carlo error of a size
.005, of a coverage .006):

    python benchmarks/calibration.py --runs 2000 --naive

The streams of random numbers are named by the cells; --seed takes others. The run ends with 1 when
a procedure in use lies outside its target by more than --errors Monte Carlo errors.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from scipy import special

from frameline.corpus import Filter, read_corpus
from frameline.measures.calibration import (
    COVERAGE,
    FAILS,
    PAIRS_SIZE,
    RARE_SIZE,
    SIZE,
    Interval,
    Law,
    Sample,
    Test,
    apart,
    coverage,
    judge,
    mix_differs,
    rejection_rate,
    share_differs,
    share_differs_strictly,
    share_limits_of,
)
from frameline.measures.clusters import Clusters, clusters
from frameline.measures.intervals import USUAL
from frameline.measures.mix import random_permutations
from frameline.measures.shift import js_divergence
from frameline.measures.steps import steps

DATA = Path(__file__).parents[1] / "data"
CORRELATIONS = (0.0, 0.15, 0.3, 0.45)
UNEQUAL = ((0.1, 0.45), (0.45, 0.1))
FIVE_CODES = (0.5, 0.25, 0.15, 0.08, 0.02)
GROUPS = (8, 11, 15, 25, 60, 150)


@dataclass(frozen=True, eq=False)
class Cell:
    """One cell of the grid: what is simulated, and where the result has to lie."""

    procedure: str
    name: str
    laws: tuple[Law, ...]
    target: tuple[float, float]


@dataclass(frozen=True)
class Material:
    """What the grid takes from the corpus."""

    codes: dict[str, Clusters]
    signs: dict[str, Clusters]
    pairs: list[tuple[str, str]]

    @property
    def sizes(self) -> np.ndarray:
        """Claims of every paragraph of the texts that are compared."""
        names = sorted({name for pair in self.pairs for name in pair})
        return np.concatenate([self.codes[name].sizes for name in names])


def material() -> Material:
    """Read the default corpus."""
    texts = read_corpus(DATA)
    claims = texts.select(Filter())
    return Material(clusters(claims), clusters(claims, "sign"), steps(texts.layer("documents")))


def _both(table: dict[str, Clusters], pair: tuple[str, str]) -> tuple[Clusters, Clusters]:
    return table[pair[0]], table[pair[1]]


def mix_cells(found: Material) -> Iterator[Cell]:
    """The four pairs, with the pair's mix in both texts."""
    for pair in found.pairs:
        texts = _both(found.codes, pair)
        mix = sum(text.hits.sum(axis=0) for text in texts)
        for iccs in (*((r, r) for r in CORRELATIONS), *UNEQUAL):
            laws = tuple(Law(text.sizes, mix, r) for text, r in zip(texts, iccs, strict=True))
            yield Cell("mix", f"{pair[0]} {pair[1]} {iccs[0]} {iccs[1]}", laws, PAIRS_SIZE)


def shape_cells(found: Material) -> Iterator[Cell]:
    """Short paragraphs against long ones, few and many, 4 codes and 14."""
    short, long = np.array([1.0, 1, 2, 2]), np.array([3.0, 5, 7, 10])
    for first, second in ((8, 8), (8, 30), (30, 8), (20, 60)):
        for codes in (4, 14):
            mix = np.arange(1.0, codes + 1)
            for icc in (0.15, 0.45):
                laws = (
                    Law(np.resize(short, first), mix, icc),
                    Law(np.resize(long, second), mix, icc),
                )
                name = f"{first} short, {second} long paragraphs, {codes} codes, {icc}"
                yield Cell("mix", name, laws, SIZE)


def net_cells(found: Material) -> Iterator[Cell]:
    """The signed claims of the four pairs, no difference of net balance around three centres."""
    for pair in found.pairs:
        texts = _both(found.signs, pair)
        for icc in (*CORRELATIONS, 0.6):
            for centre in (0.0, 0.3, 0.7):
                mixes = apart((1 + centre) / 2, 0.0)
                laws = tuple(Law(t.sizes, mix, icc) for t, mix in zip(texts, mixes, strict=True))
                yield Cell("net", f"{pair[0]} {pair[1]} {icc} net {centre}", laws, PAIRS_SIZE)


def unequal_cells(found: Material) -> Iterator[Cell]:
    """Directions much more alike within the paragraphs of one text.

    The size of the ordinary test is told, without a target; the strict setting has to hold.
    """
    for pair in found.pairs:
        texts = _both(found.signs, pair)
        for iccs in (*UNEQUAL, (0.6, 0.15), (0.15, 0.6)):
            for procedure, target in (("net", (np.nan, np.nan)), ("net strict", RARE_SIZE)):
                laws = tuple(
                    Law(text.sizes, np.array([0.5, 0.5]), icc)
                    for text, icc in zip(texts, iccs, strict=True)
                )
                yield Cell(procedure, f"{pair[0]} {pair[1]} {iccs[0]} {iccs[1]}", laws, target)


def rare_cells(found: Material) -> Iterator[Cell]:
    """Shares of one of several codes, down to rare ones: at most .07."""
    for pair in found.pairs:
        texts = _both(found.codes, pair)
        for share in (0.25, 0.1, 0.03):
            for icc in (0.15, 0.45):
                laws = tuple(Law(t.sizes, np.array([share, 1 - share]), icc) for t in texts)
                target = SIZE if share == 0.25 else RARE_SIZE
                yield Cell("net", f"{pair[0]} {pair[1]} {icc} share {share}", laws, target)


def share_cells(found: Material) -> Iterator[Cell]:
    """Shares of five codes, .02 to .5, and of two, at 8 to 150 paragraphs of the corpus's sizes."""
    for groups in GROUPS:
        for icc in CORRELATIONS:
            for mix in (FIVE_CODES, (0.5, 0.5), (0.8, 0.2)):
                law = Law(found.sizes, np.array(mix), icc, groups)
                yield Cell("share", f"{groups} paragraphs {icc} {len(mix)} codes {mix[0]}",
                           (law,), COVERAGE)  # fmt: skip


GRID = (mix_cells, shape_cells, net_cells, unequal_cells, rare_cells, share_cells)

# What was rejected -------------------------------------------------------------------------------


def plain_permutation(permutations: int = 199) -> Test:
    """Make the test that permutations paragraphs and compares plain divergences."""

    def test(first: Sample, second: Sample, generator: np.random.Generator) -> np.ndarray:
        runs, groups = len(first[0]), (first[1].shape[-1], second[1].shape[-1])
        hits = np.concatenate([first[0], second[0]], axis=1)
        value = js_divergence(first[0].sum(axis=1), second[0].sum(axis=1))
        taken = random_permutations(groups, permutations, generator, (runs,)) @ hits
        null = js_divergence(taken, hits.sum(axis=1, keepdims=True) - taken)
        return (1 + (null >= value[:, None] - 1e-12).sum(axis=1)) / (1 + permutations) <= 0.05

    return test


def percentile_bootstrap(draws: int = 199) -> Interval:
    """Make the percentile interval of shares over redrawn paragraphs."""

    def interval(sample: Sample, generator: np.random.Generator) -> np.ndarray:
        hits, sizes = sample
        runs, groups = sizes.shape
        weights = generator.multinomial(groups, np.full(groups, 1 / groups), size=(runs, draws))
        shares = (weights @ hits) / (weights @ sizes[..., None])
        return np.quantile(shares, [0.025, 0.975], axis=1)

    return interval


def percentile_difference(draws: int = 199) -> Test:
    """Make the test whether the percentile interval of a difference excludes 0."""

    def test(first: Sample, second: Sample, generator: np.random.Generator) -> np.ndarray:
        drawn = []
        for hits, sizes in (first, second):
            runs, groups = sizes.shape
            weights = generator.multinomial(groups, np.full(groups, 1 / groups), (runs, draws))
            drawn.append((weights @ hits[..., :1] / (weights @ sizes[..., None]))[..., 0])
        low, high = np.quantile(drawn[1] - drawn[0], [0.025, 0.975], axis=1)
        return (low > 0) | (high < 0)

    return test


def jeffreys_limits(sample: Sample, generator: np.random.Generator) -> np.ndarray:
    """Give Jeffreys limits of shares, claims counted as independent."""
    k, n = sample[0].sum(axis=1), sample[1].sum(axis=1)[:, None]
    low = np.where(k == 0, 0.0, special.betaincinv(k + 0.5, n - k + 0.5, 0.025))
    high = np.where(k == n, 1.0, special.betaincinv(k + 0.5, n - k + 0.5, 0.975))
    return np.stack([low, high])


IN_USE: dict[str, Test | Interval] = {
    "mix": mix_differs(), "net": share_differs, "net strict": share_differs_strictly,
    "share": share_limits_of(USUAL),
}  # fmt: skip
REJECTED: dict[str, dict[str, Test | Interval]] = {
    "mix": {"plain permutation": plain_permutation()},
    "net": {"percentile bootstrap": percentile_difference()},
    "net strict": {},
    "share": {"percentile bootstrap": percentile_bootstrap(), "Jeffreys": jeffreys_limits},
}


def rate(cell: Cell, procedure: Test | Interval, runs: int, seed: int) -> float:
    """Simulate one cell: the size of a test, or the least coverage over the codes."""
    if cell.procedure == "share":
        return float(coverage(procedure, cell.laws[0], runs=runs, seed=seed, name=cell.name).min())
    return rejection_rate(procedure, *cell.laws, runs=runs, seed=seed, name=cell.name)


def grid(runs: int, seed: int, errors: float, *, naive: bool, cells: list[Cell]) -> pd.DataFrame:
    """Simulate cells with the procedures in use, and with the rejected ones."""
    rows = []
    for cell in cells:
        procedures = {"in use": IN_USE[cell.procedure]}
        procedures |= REJECTED[cell.procedure] if naive else {}
        for name, procedure in procedures.items():
            found = rate(cell, procedure, runs, seed)
            verdict = judge(found, cell.target, runs, errors=errors)
            rows.append((cell.procedure, name, cell.name, found, *cell.target, verdict))
    columns = ["procedure", "way", "cell", "rate", "low", "high", "verdict"]
    return pd.DataFrame(rows, columns=columns)


def main() -> int:
    """Read the options, run, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--errors", type=float, default=3.0, help="Monte Carlo errors allowed")
    parser.add_argument("--naive", action="store_true", help="the rejected procedures too")
    parser.add_argument("--only", default="", help="cells whose procedure this is")
    options = parser.parse_args()
    found = material()
    cells = [c for make in GRID for c in make(found) if options.only in ("", c.procedure)]
    table = grid(options.runs, options.seed, options.errors, naive=options.naive, cells=cells)
    with pd.option_context("display.width", 160, "display.max_rows", None):
        print(table.round(4).to_string(index=False))
    summary = table.groupby(["procedure", "way"])["rate"].agg(["min", "mean", "max", "size"])
    outside = table[table["verdict"] == FAILS]
    print(summary.round(3).to_string())
    print(outside.groupby(["procedure", "way"]).size().to_string() if len(outside) else "none out")
    return int((outside["way"] == "in use").any())


if __name__ == "__main__":
    sys.exit(main())
