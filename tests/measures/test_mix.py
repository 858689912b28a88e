"""The test of two mixes: published limits, its permutations, its decisions, and the corpus."""

import itertools
import math

import numpy as np
import pytest

from frameline.corpus import Filter
from frameline.measures.clusters import Clusters, clusters
from frameline.measures.mix import (
    OPEN,
    UNTESTED,
    all_permutations,
    clopper_pearson,
    inflation,
    mix_statistic,
    mix_test,
    paragraph_weights,
    random_permutations,
    simulated_p,
)
from frameline.measures.resampling import holm
from frameline.measures.shift import js_divergence
from frameline.measures.steps import steps


def text(seed, groups, mix=(1.0, 1.0, 1.0), size=3):
    """A text of paragraphs with ``size`` claims around a mix."""
    generator = np.random.default_rng(seed)
    hits = generator.multinomial(size, generator.dirichlet(mix, groups)).astype(float)
    return Clusters(hits, hits.sum(axis=1), ("x", "y", "z"))


@pytest.fixture(scope="module")
def corpus(data_corpus):
    texts = clusters(data_corpus.select(Filter()))
    return texts, steps(data_corpus.layer("documents"))


@pytest.fixture(scope="module")
def found(corpus):
    return mix_test(*corpus)


def test_single_claims_give_the_chi_square_of_two_texts_times_its_scale():
    # One claim a paragraph: weights 1, and the numerator is chi-square / (n1 n2 / n)
    first, second = (
        np.repeat([[1.0, 0], [0, 1]], [6, 4], 0),
        np.repeat([[1.0, 0], [0, 1]], [3, 7], 0),
    )
    hits = np.concatenate([first, second])
    taken = (np.arange(20) < 10).astype(float)[None]
    value = float(mix_statistic(hits, np.ones(20), np.ones(20), taken)[0])
    observed = np.array([[6.0, 4.0], [3.0, 7.0]])
    expected = observed.sum(0) * 10 / 20
    chi_square = ((observed - expected) ** 2 / expected).sum()
    # sum over codes of v / p0: p q / 9 (1 / .45 + 1 / .55)
    variance = sum(p * (1 - p) / 9 * (1 / 0.45 + 1 / 0.55) for p in (0.6, 0.3))
    assert value == pytest.approx(chi_square / 5 / variance)


def test_weights_run_from_claims_to_paragraphs():
    assert paragraph_weights([1, 4], 0.0).tolist() == [1, 4]
    assert paragraph_weights([1, 4], 1.0).tolist() == [1, 1]
    assert paragraph_weights([[1, 4], [1, 4]], [0.0, 1.0]).tolist() == [[1, 4], [1, 1]]


def test_constant_texts_differ_infinitely_or_not_at_all():
    same = np.repeat([[2.0, 0.0]], 8, axis=0)
    other = np.concatenate([same[:4], same[:4, ::-1]])
    taken = (np.arange(8) < 4).astype(float)[None]
    sizes = np.full(8, 2.0)
    assert mix_statistic(same, sizes, sizes, taken).tolist() == [0.0]
    assert mix_statistic(other, sizes, sizes, taken).tolist() == [math.inf]


def test_all_deals_are_made_once():
    permutations = np.concatenate(list(all_permutations((3, 4))))
    assert len(np.unique(permutations, axis=0)) == math.comb(7, 3)
    assert (permutations.sum(axis=1) == 3).all()


def test_random_deals_take_every_paragraph_equally_often():
    permutations = random_permutations((3, 7), 20_000, np.random.default_rng(1))
    assert (permutations.sum(axis=1) == 3).all()
    assert permutations.mean(axis=0) == pytest.approx(np.full(10, 0.3), abs=0.015)
    assert random_permutations((3, 1), 5, np.random.default_rng(1)).sum(axis=1).tolist() == [3] * 5


def test_few_deals_are_enumerated_and_p_has_no_error():
    texts = {"a": text(1, 8), "b": text(2, 8)}
    row = mix_test(texts, [("a", "b")]).iloc[0]
    assert (row["permutations"], row["p_low"], row["p_high"]) == (12_870, row["p"], row["p"])


@pytest.mark.parametrize(("groups", "pairs", "tested"), [
    (3, 1, False), (5, 1, False), (6, 1, True), (6, 2, False), (7, 2, True),
])  # fmt: skip
def test_tested_is_what_has_deals_enough_for_the_strictest_level(groups, pairs, tested):
    # C(10, 5) = 252, C(12, 6) = 924, C(14, 7) = 3432 against 40 / .05 = 800 and 40 / .025 = 1600
    texts = {name: text(seed, groups) for seed, name in enumerate("abcd")}
    table = mix_test(texts, [("a", "b"), ("c", "d")][:pairs])
    assert (table["note"] == ("few paragraphs" if tested else UNTESTED)).all()
    assert table["p"].notna().all() == tested


def test_order_of_texts_and_other_pairs_do_not_matter():
    texts = {name: text(seed, 12) for seed, name in enumerate("abc")}
    one = mix_test(texts, [("a", "b"), ("b", "c")], first=2000, most=2000)
    other = mix_test(texts, [("b", "a")], first=2000, most=2000)
    assert one.loc[0, "p"] == other.loc[0, "p"]


def test_more_deals_are_the_same_deals_and_more():
    texts = {"a": text(1, 12), "b": text(2, 12, mix=(4.0, 1, 1))}
    small = mix_test(texts, [("a", "b")], first=20_000, most=20_000).loc[0]
    large = mix_test(texts, [("a", "b")], first=40_000, most=40_000).loc[0]
    assert abs(large["p"] * 40_001 - small["p"] * 20_001) <= 20_001
    assert large["p_high"] - large["p_low"] < small["p_high"] - small["p_low"]


def test_deals_go_on_until_the_verdict_is_clear_or_are_said_to_be_too_few():
    texts = {"a": text(1, 14), "b": text(11, 14)}
    p = mix_test(texts, [("a", "b")]).loc[0, "p"]
    # at the level of the p value itself nothing is ever clear; far from it, it is at once
    edge = mix_test(texts, [("a", "b")], alpha=p, first=1000, most=8000).loc[0]
    assert (edge["note"], edge["permutations"]) == (OPEN, 8000)
    clear = mix_test(texts, [("a", "b")], alpha=min(0.9, 3 * p), first=20_000).loc[0]
    assert (clear["note"], clear["permutations"]) == ("", 20_000)
    # between the two each round makes twice as many, and no more than are needed
    near = mix_test(texts, [("a", "b")], alpha=1.03 * p, first=500, most=512_000).loc[0]
    assert near["note"] == ""
    assert near["permutations"] in [500 * 2**k for k in range(1, 9)]


def test_a_verdict_within_the_limits_would_be_the_same(found):
    low, high = holm(found["p_low"].to_numpy()), holm(found["p_high"].to_numpy())
    assert ((low < 0.05) == (high < 0.05)).all()
    assert ((found["p_low"] < found["p"]) & (found["p"] < found["p_high"])).all()


@pytest.mark.parametrize(("k", "n", "low", "high"), [
    # Newcombe 1998, Statistics in Medicine 17:857-872, table I, method 5
    (81, 263, 0.2527, 0.3676), (15, 148, 0.0578, 0.1617), (0, 20, 0, 0.1684),
    (1, 29, 0.0009, 0.1776), (20, 20, 0.8316, 1),
])  # fmt: skip
def test_exact_limits_as_published(k, n, low, high):
    assert clopper_pearson(k, n, 0.95) == pytest.approx((low, high), abs=6e-5)


def test_inflation_on_paper():
    # two texts of two single claims: variance (1 + 1 + 2 r phi) / 4 against (1 + 1) / 4
    assert inflation([np.ones(2)] * 2, 0.5, 0.4) == pytest.approx(1.2)
    assert inflation([np.ones(2)] * 2, 0.5, 0.0) == 1


def test_simulated_pairs_have_the_p_of_single_ones():
    one, other = text(3, 8), text(4, 8, mix=(3.0, 1, 1))
    exact = mix_test({"a": one, "b": other}, [("a", "b")]).loc[0, "p"]
    stack = [(np.stack([t.hits] * 40), t.sizes) for t in (one, other)]
    few = simulated_p(*stack, np.random.default_rng(1)) * 200
    assert few.tolist() == pytest.approx(few.round().tolist()), (
        "199 permutations, where none are named"
    )
    p = simulated_p(*stack, np.random.default_rng(1), permutations=499)
    assert p.mean() == pytest.approx(exact, abs=0.01)


def test_lost_and_empty_texts_are_not_tested():
    empty = Clusters(np.zeros((0, 3)), np.zeros(0), ("x", "y", "z"))
    table = mix_test({"a": text(1, 9), "b": empty}, [("a", "b"), ("a", "lost")])
    assert table["note"].tolist() == [UNTESTED] * 2
    assert table[["js", "p", "p_holm"]].isna().all(axis=None)
    assert table[["groups_from", "groups_to"]].to_numpy().tolist() == [[9, 0], [9, 0]]
    assert mix_test({}, []).empty


def test_the_corpus(found, corpus):
    assert list(zip(found["from"], found["to"], strict=True)) == corpus[1]
    # computed independently: p .0022, .0417, .0015, .0629, with errors .0001, .0004, .0001, .0005
    for p, expected, error in zip(
        found["p"], (0.0022, 0.0417, 0.0015, 0.0629), (1e-4, 4e-4, 1e-4, 5e-4), strict=True
    ):
        assert p == pytest.approx(expected, abs=3 * math.sqrt(2) * error)
    assert found["p_holm"].round(3).tolist() == pytest.approx(
        [0.007, 0.083, 0.006, 0.083], abs=2e-3
    )
    assert ((found["p_holm"] < 0.05) == [True, False, True, False]).all()
    assert (found["note"] == "").all()


def test_the_sceptical_line_of_the_corpus(found):
    assert found["phi"].tolist() == pytest.approx([0.47, 0.42, 0.21, 0.22], abs=0.02)
    assert found["sceptical_p"].tolist() == pytest.approx([0.13, 0.27, 0.025, 0.31], abs=0.025)


def test_the_divergence_stays_the_measure(found, corpus):
    texts, pairs = corpus
    for value, (first, second) in zip(found["js"], pairs, strict=True):
        counts = [texts[name].hits.sum(axis=0) for name in (first, second)]
        assert value == pytest.approx(float(js_divergence(*counts)))


def test_verdicts_do_not_hang_on_the_seed(corpus):
    # 24 of 100 seeds said "two of four" otherwise when 2,000 permutations were all there were
    verdicts = {
        tuple(mix_test(*corpus, seed=seed, first=20_000)["p_holm"] < 0.05) for seed in range(6)
    }
    assert verdicts == {(True, False, True, False)}


def test_no_deal_is_left_out_of_the_count():
    permutations = np.concatenate(list(all_permutations((2, 2)))).astype(int).tolist()
    expected = [
        [int(g in chosen) for g in range(4)] for chosen in itertools.combinations(range(4), 2)
    ]
    assert permutations == expected


def test_the_kept_statistics_are_those_of_the_p():
    first = Clusters(np.repeat([[1.0, 0.0], [0.0, 1.0]], [6, 2], axis=0), np.ones(8), ("x", "y"))
    second = Clusters(np.repeat([[1.0, 0.0], [0.0, 1.0]], [2, 6], axis=0), np.ones(8), ("x", "y"))
    table = mix_test({"a": first, "b": second}, [("a", "b")], keep=True)
    row = table.iloc[0]
    assert len(row["null"]) == row["permutations"] == 12870, "every permutation once"
    assert row["p"] == pytest.approx((row["null"] >= row["statistic"] * (1 - 1e-9)).mean())
    assert "null" not in mix_test({"a": first, "b": second}, [("a", "b")])


def test_a_code_that_neither_text_gives_changes_nothing():
    generator = np.random.default_rng(4)
    hits = generator.multinomial(3, [0.5, 0.3, 0.2], size=24).astype(float)
    more = np.column_stack([hits, np.zeros(24)])
    found = []
    for table, codes in ((hits, "xyz"), (more, "xyzw")):
        sizes = table.sum(axis=1)
        texts = {n: Clusters(table[part], sizes[part], tuple(codes))
                 for n, part in (("a", slice(0, 10)), ("b", slice(10, 24)))}  # fmt: skip
        found.append(mix_test(texts, [("a", "b")], first=5000, most=5000).iloc[0])
    assert found[0]["statistic"] == pytest.approx(found[1]["statistic"])
    assert found[0]["p"] == found[1]["p"]


def test_the_sceptical_p_counts_what_reaches_the_deflated_statistic():
    # topics in blocks of paragraphs: neighbours are alike
    blocks = [[2.0, 0.0], [0.0, 2.0], [2.0, 0.0], [0.0, 2.0], [1.0, 1.0], [0.0, 2.0]]
    hits = np.repeat(blocks, [4, 2, 2, 3, 3, 2], axis=0)
    texts = {name: Clusters(hits[part], np.full(8, 2.0), ("x", "y"))
             for name, part in (("a", slice(0, 8)), ("b", slice(8, 16)))}  # fmt: skip
    row = mix_test(texts, [("a", "b")], keep=True).iloc[0]
    factor = inflation([np.full(8, 2.0)] * 2, row["icc"], row["phi"])
    assert factor > 1.2
    reached = row["null"] >= row["statistic"] / factor * (1 - 1e-9)
    assert row["sceptical_p"] == pytest.approx(reached.mean())
    assert row["sceptical_p"] > row["p"]
