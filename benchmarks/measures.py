"""How much the matrix form of the resampling saves, and what all measures cost.

    python benchmarks/measures.py            naive loop against matrix form, then every measure

Naive loop: a made-up corpus of the size of the default one (250 claims, 5 texts, 14 codes). Every
measure: what the chapters compute of the corpus in data/, with its coders; random deals of
paragraphs and the calibration card apart. How the tests behave without a difference:
benchmarks/calibration.py.
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
from frameline.measures.calibration import card
from frameline.measures.clusters import clusters, neighbour_table
from frameline.measures.code_sets import code_sets
from frameline.measures.context import cuts, direction_tests, pieces
from frameline.measures.convergence import body_tokens, rank_agreement
from frameline.measures.designs import Settings, agreement_by_design, code_by_code
from frameline.measures.direction import leaning
from frameline.measures.intervals import difference, differences, leaning_p, share_interval
from frameline.measures.keyness import keyness
from frameline.measures.mix import mix_statistic, mix_test, paragraph_weights, random_deals
from frameline.measures.planning import longer_texts
from frameline.measures.positions import spread
from frameline.measures.prevalence import prevalence, tally
from frameline.measures.resampling import block_weights, design
from frameline.measures.shares_by_valence import shares_by_valence
from frameline.measures.statements import (
    Material,
    find_statements,
    gather,
    leave_out,
    pair_counts,
    pair_ways,
    specify,
    survival,
)
from frameline.measures.steps import steps
from frameline.measures.top_codes import foremost, joint_deal, leading_gap

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
    count = tally(claims, plan.group, len(plan.labels), CODES)
    return (plan.weights @ count.hits) / (plan.weights @ count.total)[:, None]


def naive_deals(claims: pd.DataFrame, deals: int) -> np.ndarray:
    """The statistic of the test of mixes, deal by deal."""
    hits, sizes, groups = _two(claims)
    weights = paragraph_weights(sizes, np.asarray(0.3))
    taken = random_deals(groups, deals, np.random.default_rng(1))
    return np.array([mix_statistic(hits, sizes, weights, one[None])[0] for one in taken])


def matrix_deals(claims: pd.DataFrame, deals: int) -> np.ndarray:
    """The same statistics at once."""
    hits, sizes, groups = _two(claims)
    weights = paragraph_weights(sizes, np.asarray(0.3))
    return mix_statistic(
        hits, sizes, weights, random_deals(groups, deals, np.random.default_rng(1))
    )


def _two(claims: pd.DataFrame) -> tuple[np.ndarray, np.ndarray, tuple[int, int]]:
    first, second = clusters(claims).values()
    hits, sizes = (np.concatenate([getattr(t, of) for t in (first, second)])
                   for of in ("hits", "sizes"))  # fmt: skip
    return hits, sizes, (first.groups, second.groups)


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
        ("deals of two texts", naive_deals, matrix_deals, pair),
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
    material = _material(texts, seed)
    kinds = {
        "balances": lambda: _balances(texts, coded, used, chance),
        "steps": lambda: _steps(texts),
        "arcs, voices": lambda: _argument(texts, chance),
        "words": lambda: _words(texts, claims, frame.keywords, chance),
        "context": lambda: direction_tests(
            cuts(pieces(texts.context)), sorted(set(texts.documents["year"])), **chance
        ),
        "agreement": lambda: _agreement(texts, chance),
        "statements": lambda: _statements(material),
    }
    dealt = {
        "mixes": lambda: mix_test(clusters(claims), steps(texts.documents), seed=seed),
        "leaders, neighbours": lambda: _dealt(texts, seed),
        "mixes in every way of counting": lambda: pair_ways(material, "mix"),
    }
    _told(f"all measures of {len(claims)} claims, {draws} draws, without deals and card", kinds)
    _told("deals of paragraphs", dealt)
    pairs = steps(texts.documents)
    _told("card", {"card, 2,000 runs": lambda: card(
        clusters(claims), clusters(claims, "sign"), pairs, seed=seed)})  # fmt: skip


def _told(title: str, kinds: dict[str, Callable[[], object]]) -> None:
    total = 0.0
    for name, work in kinds.items():
        spent = seconds(work)
        total += spent
        print(f"  {name}: {spent:.2f} CPU s")
    print(f"{title}: {total:.2f} CPU s")


def _balances(texts: Corpus, coded: dict, used: list[str], chance: dict) -> None:
    for chosen in (
        Filter(),
        Filter(voice="own"),
        Filter(function="verdicts"),
        Filter(function="no facts"),
    ):
        net_valence(texts.select(chosen))
    claims = texts.select()
    for text in clusters(claims, "sign").values():
        leaning_p(text, "binding")
    balance_by_code(claims, coded=coded, codes=used, **chance)
    prevalence(claims, weight="groups", codes=used)
    leaning(claims)
    leading_gap(clusters(claims))


def _steps(texts: Corpus) -> None:
    claims, pairs = texts.select(), steps(texts.documents)
    signs = clusters(claims, "sign")
    difference(signs, pairs, "binding", net=True)
    longer_texts(signs)
    for voice in ("all", "own"):
        chosen = texts.select(Filter(voice=voice))
        differences(clusters(chosen), pairs)
        shares_by_valence(chosen, texts.codebook.role("frame").groups)


def _argument(texts: Corpus, chance: dict) -> None:
    claims = texts.select()
    envelope(claims, texts.coded("valence"), **chance)
    for column in ("conceded", "own"):
        share_interval(clusters(claims, column), ["yes"])
        foremost(clusters(claims, column), "yes")


def _dealt(texts: Corpus, seed: int) -> None:
    claims, pairs = texts.select(), steps(texts.documents)
    for sign in (1, -1):
        joint_deal(clusters(claims, only=(claims["sign"] == sign).fillna(False)), pairs, seed=seed)
    neighbour_table(clusters(claims), seed=seed)


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


def _material(texts: Corpus, seed: int) -> Material:
    codings = ["final", *texts.codings]
    documents = {c: texts.layer("documents", coding=c) for c in codings}
    labels = {c: texts.layer("labels", coding=c) for c in codings}
    signs = texts.codebook.role("verdict", "documents").flag("sign")
    return gather(
        texts.select, Filter, documents, codings=codings, labels=labels, signs=signs, seed=seed
    )


def _statements(material: Material) -> None:
    """All that needs no deals: the mixes in every way of counting are told apart."""
    found = [s for s in find_statements(material) if s.kind != "mix"]
    survival({s.name: specify(s, material) for s in found})
    pair_ways(material, "balance")
    pair_counts(material, "balance")
    leave_out(found, material)


def main() -> None:
    """Read the options and run."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--draws", type=int, default=2000)
    options = parser.parse_args()
    compare(options.draws)
    every_measure(options.draws)


if __name__ == "__main__":
    main()
