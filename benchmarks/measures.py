"""How much the matrix form of the resampling saves, and how the step tests behave.

    python benchmarks/measures.py            naive loop against matrix form, then every measure
    python benchmarks/measures.py --null     false alarms of the step tests without a difference

Naive loop and false alarms: a made-up corpus of the size of the default one (250 claims, 5 texts,
14 codes). Every measure: what the chapters compute of the corpus in data/, with its coders.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd

from frameline.corpus import Corpus, Filter, read_corpus
from frameline.measures.arc import envelope
from frameline.measures.balance import balance_by_code, net_valence
from frameline.measures.code_sets import code_sets
from frameline.measures.context import cuts, direction_tests, pieces
from frameline.measures.convergence import body_tokens, rank_agreement
from frameline.measures.designs import Settings, agreement_by_design, code_by_code
from frameline.measures.direction import leaning
from frameline.measures.keyness import keyness
from frameline.measures.positions import spread
from frameline.measures.prevalence import prevalence, tally
from frameline.measures.resampling import (
    block_weights,
    design,
    permutation_p,
    permute_groups,
)
from frameline.measures.resolution import resolution
from frameline.measures.shift import (
    Text,
    difference_p,
    divergence_null,
    js_divergence,
    net_steps,
    permute,
    step_changes,
    step_tests,
)
from frameline.measures.sides import sides
from frameline.measures.statements import find_statements, gather, leave_out, specify, survival
from frameline.measures.steps import steps

CODES = [f"C{i:02}" for i in range(14)]

#: Paragraph groups and claims per group of five texts, like those of the default corpus.
TEXTS = {"t1": (3, 3.0), "t2": (14, 3.0), "t3": (22, 1.6), "t4": (11, 2.8), "t5": (23, 5.4)}


def made_up_claims(seed: int = 1) -> pd.DataFrame:
    """A claims table with the sizes of the default corpus and random codes."""
    generator = np.random.default_rng(seed)
    mix = generator.dirichlet(np.full(len(CODES), 2))
    rows = []
    for doc_id, (groups, mean) in TEXTS.items():
        for group in range(groups):
            for _ in range(1 + generator.poisson(mean - 1)):
                rows.append((doc_id, f"{doc_id}.P{group:02}", generator.choice(CODES, p=mix)))
    table = pd.DataFrame(rows, columns=["doc_id", "para_group", "frame"])
    table["claim_id"] = [f"c{i:03}" for i in range(len(table))]
    table["unit_id"] = table["claim_id"]
    signs = generator.choice([1, -1, 0, np.nan], len(table), p=[0.5, 0.3, 0.05, 0.15])
    table["sign"] = pd.array(signs, dtype="Float64")
    table.loc[table["sign"].isna(), "sign"] = pd.NA
    return table


def naive_bootstrap(claims: pd.DataFrame, draws: int) -> np.ndarray:
    """Shares of the codes of one text, by copying the rows of every draw."""
    groups = np.unique(claims["para_group"])
    weights = block_weights(claims["para_group"], draws, 1, documents=claims["doc_id"])
    by_group = {name: part["frame"] for name, part in claims.groupby("para_group")}
    shares = []
    for draw in weights:
        copies = [by_group[g] for g, times in zip(groups, draw, strict=True) for _ in range(times)]
        counts = pd.concat(copies).value_counts(normalize=True)
        shares.append([counts.get(code, 0) for code in CODES])
    return np.array(shares)


def matrix_bootstrap(claims: pd.DataFrame, draws: int) -> np.ndarray:
    """The same shares as matrix products."""
    plan = design(claims, draws, 1)
    return tally(claims, plan.group, len(plan.labels), CODES).draws(plan)


def naive_permutation(claims: pd.DataFrame, draws: int) -> np.ndarray:
    """Differences of shares of two texts, by splitting the rows in every deal."""
    groups = np.unique(claims["para_group"])
    sizes = claims.groupby("doc_id")["para_group"].nunique()
    values = []
    for deal in permute_groups(*sizes, draws, 1):
        first = claims["para_group"].isin(groups[deal])
        sides = [claims.loc[side, "frame"].value_counts(normalize=True) for side in (first, ~first)]
        values.append([sides[1].get(code, 0) - sides[0].get(code, 0) for code in CODES])
    return np.array(values)


def matrix_permutation(claims: pd.DataFrame, draws: int) -> np.ndarray:
    """The same differences as matrix products."""
    plan = design(claims, 0, 1)
    sizes = claims.groupby("doc_id")["para_group"].nunique()
    counts = tally(claims, plan.group, len(plan.labels), CODES)
    deal = permute_groups(*sizes, draws, 1).astype(float)
    hits, total = deal @ counts.hits, (deal @ counts.total)[:, None]
    whole_hits, whole = counts.hits.sum(axis=0), counts.total.sum()
    return (whole_hits - hits) / (whole - total) - hits / total


def seconds(work: Callable[[], object], times: int = 1) -> float:
    """CPU seconds of the fastest of several runs."""
    best = np.inf
    for _ in range(times):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return float(best)


def compare(draws: int) -> None:
    """Print naive and matrix times of the same draws."""
    claims = made_up_claims()
    text = claims[claims["doc_id"] == "t5"]
    pair = claims[claims["doc_id"].isin(["t2", "t5"])]
    for name, naive, matrix, table in (
        ("bootstrap of one text", naive_bootstrap, matrix_bootstrap, text),
        ("permutation of two texts", naive_permutation, matrix_permutation, pair),
    ):
        assert np.allclose(naive(table, 20), matrix(table, 20)), name
        slow = seconds(lambda f=naive, t=table: f(t, draws))
        fast = seconds(lambda f=matrix, t=table: f(t, draws), times=3)
        print(f"{name}: naive {slow:.2f} s, matrix {fast:.4f} s, ratio {slow / fast:.0f}")


def every_measure(draws: int, seed: int = 2001) -> None:
    """Print the CPU time of what the chapters compute of the default corpus, by kind."""
    texts = read_corpus(Path(__file__).parents[1] / "data")
    claims, coded, frame = (
        texts.select(),
        texts.coded("frame", "valence"),
        texts.codebook.role("frame"),
    )
    used = [code for code in frame.order if code in set(claims["frame"])]
    chance = {"draws": draws, "seed": seed}
    total = 0.0
    for name, work in {
        "balances": lambda: _balances(texts, coded, used, chance),
        "steps": lambda: _steps(texts, coded, used, chance),
        "arcs, voices": lambda: (
            envelope(claims, texts.coded("valence"), **chance),
            prevalence(
                claims.assign(whose=claims["own"].map({True: "o", False: "x"})),
                of="whose",
                **chance,
            ),
        ),
        "words": lambda: _words(texts, claims, frame.keywords, chance),
        "context": lambda: direction_tests(
            cuts(pieces(texts.context)), sorted(set(texts.documents["year"])), **chance
        ),
        "agreement": lambda: _agreement(texts, chance),
        "statements": lambda: _statements(texts, seed),
    }.items():
        spent = seconds(work)
        total += spent
        print(f"{name}: {spent:.2f} CPU s")
    print(f"all measures of {len(claims)} claims, {draws} draws: {total:.2f} CPU s")


def _balances(texts: Corpus, coded: dict, used: list[str], chance: dict) -> None:
    valence = texts.coded("valence")
    for chosen in (
        Filter(),
        Filter(voice="own"),
        Filter(function="verdicts"),
        Filter(function="no facts"),
    ):
        net_valence(texts.select(chosen), coded=valence, **chance)
    claims = texts.select()
    balance_by_code(claims, coded=coded, codes=used, **chance)
    prevalence(claims, weight="groups", codes=used, **chance)
    leaning(claims, coded=texts.coded("direction")["direction"], **chance)


def _steps(texts: Corpus, coded: dict, used: list[str], chance: dict) -> None:
    claims, pairs = texts.select(), steps(texts.documents)
    step_tests(claims, pairs, **chance)
    step_changes(claims, pairs, coded=coded, codes=used, **chance)
    net_steps(claims, pairs, coded=texts.coded("valence"), **chance)
    resolution(claims, pairs, seed=chance["seed"])
    for voice in ("all", "own"):
        sides(texts.select(Filter(voice=voice)), texts.codebook.role("frame").groups, **chance)


def _words(texts: Corpus, claims: pd.DataFrame, keywords: dict, chance: dict) -> None:
    body = body_tokens(texts.tokens, texts.blocks, min_words=300)
    kept = claims[claims["doc_id"].isin(body["doc_id"]) & claims["frame"].isin(list(keywords))]
    keyness(body, **chance)
    rank_agreement(kept, body, keywords, **chance)
    spread(kept.assign(code=kept["frame"])[["doc_id", "unit_id", "code"]], texts.units, **chance)


def _agreement(texts: Corpus, chance: dict) -> None:
    listed = {v.name: v for v in texts.codebook.layer("claims") if v.codes}
    rows = pd.concat([t.assign(coder=c) for c, t in texts.codings.items()], ignore_index=True)
    listed = {name: v for name, v in listed.items() if name in rows}
    read = pd.concat([texts.units[["unit_id"]].assign(coder=c) for c in texts.codings])
    settings = Settings(groups=texts.homes(), tosses=chance["draws"], **chance)
    agreement_by_design(
        rows, list(listed), settings, design=texts.design, read=read,
        levels={n: "set" if v.multiple else v.level for n, v in listed.items()},
        orders={n: v.order for n, v in listed.items() if v.level == "ordinal"},
    )  # fmt: skip
    frame = texts.codebook.role("frame").name
    homes = texts.units.set_index("unit_id")[["para_group", "doc_id"]]
    code_by_code(code_sets(rows, code=frame, read=read), replace(settings, groups=homes))


def _statements(texts: Corpus, seed: int) -> None:
    codings = ["final", *texts.codings]
    documents = {c: texts.layer("documents", coding=c) for c in codings}
    labels = {c: texts.layer("labels", coding=c) for c in codings}
    signs = texts.codebook.role("verdict", "documents").flag("sign")
    material = gather(
        texts.select, Filter, documents, codings=codings, labels=labels, signs=signs, seed=seed
    )
    found = find_statements(material)
    survival({s.name: specify(s, material) for s in found})
    leave_out(found, material)


def false_alarms(
    sizes: tuple[np.ndarray, np.ndarray], concentration: float, simulations: int, draws: int
) -> np.ndarray:
    """Share of p below .05 where both texts draw from one mix: four tests.

    Difference of shares, plain and as used; divergence, plain and as used.
    """
    generator = np.random.default_rng(7)
    mix = generator.dirichlet(np.full(len(CODES), 2))
    total = np.concatenate(sizes).astype(float)
    first = Text("a", np.arange(0), np.arange(len(sizes[0])))
    second = Text("b", np.arange(0), np.arange(len(sizes[0]), len(total)))
    rejected = np.zeros(4)
    for simulation in range(simulations):
        rates = generator.dirichlet(mix * concentration, size=len(total))
        hits = np.array(
            [generator.multinomial(n, p) for n, p in zip(total.astype(int), rates, strict=True)]
        ).astype(float)
        real, dealt = permute(hits, total, first, second, draws, simulation)
        tested = (hits > 0).sum(axis=0) >= 3
        plain = permutation_p(
            real.ratios[1][0] - real.ratios[0][0], dealt.ratios[1] - dealt.ratios[0]
        )
        js, null = divergence_null(real, dealt)
        raw = js_divergence(*dealt.ratios)
        rejected += [
            (plain[tested] < 0.05).mean(),
            (difference_p(real, dealt)[tested] < 0.05).mean(),
            permutation_p(js, raw, two_sided=False) < 0.05,
            permutation_p(js, null, two_sided=False) < 0.05,
        ]
    return rejected / simulations


def print_false_alarms(simulations: int, draws: int) -> None:
    """Print the false alarms for pairs of text shapes and degrees of clustering."""
    print("false alarms at .05: shares plain, shares as used, divergence plain, as used")
    generator = np.random.default_rng(3)
    shapes = {
        doc_id: 1 + generator.poisson(mean - 1, size=groups)
        for doc_id, (groups, mean) in TEXTS.items()
    }
    for start, end in (("t2", "t3"), ("t3", "t4"), ("t4", "t5"), ("t2", "t5"), ("t3", "t5")):
        for concentration, words in ((2, "clustered"), (200, "independent")):
            found = false_alarms((shapes[start], shapes[end]), concentration, simulations, draws)
            print(f"{start} {end} {words:>11}: " + "  ".join(f"{value:.3f}" for value in found))


def main() -> None:
    """Read the options and run."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--null", action="store_true", help="false alarms of the step tests")
    parser.add_argument("--draws", type=int, default=2000)
    parser.add_argument("--simulations", type=int, default=300)
    options = parser.parse_args()
    if options.null:
        print_false_alarms(options.simulations, min(options.draws, 499))
    else:
        compare(options.draws)
        every_measure(options.draws)


if __name__ == "__main__":
    main()
