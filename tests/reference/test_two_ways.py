"""Each test and interval against a second implementation that shares no code with it."""

import math

import numpy as np
import pytest

from frameline.corpus import Filter
from frameline.measures.clusters import Clusters, clusters, effective_size, pooled_correlation
from frameline.measures.intervals import difference, share_interval
from frameline.measures.mix import mix_test
from frameline.measures.steps import steps
from frameline.measures.top_codes import joint_permutation

from .counting import correlation, effective
from .limits import difference as difference_again
from .limits import share_interval as share_again
from .limits import student_quantile
from .permuting import chance_apart, mix_p, statistic


def made_up(seed, groups, codes=3):
    """A text with paragraphs of 1 to 4 claims that are alike."""
    generator = np.random.default_rng(seed)
    rows = [
        generator.multinomial(generator.integers(1, 5), generator.dirichlet(np.full(codes, 0.7)))
        for _ in range(groups)
    ]
    hits = np.array(rows, dtype=float)
    return Clusters(hits, hits.sum(axis=1), tuple("xyzw"[:codes]))


def plain(text):
    """The same as lists of whole numbers."""
    return [[int(value) for value in row] for row in text.hits]


@pytest.fixture(scope="module")
def corpus(data_corpus):
    claims = data_corpus.select(Filter())
    pairs = steps(data_corpus.layer("documents"))
    return clusters(claims), clusters(claims, "sign"), pairs


def test_students_t_is_that_of_the_tables():
    # Fisher & Yates, table III: 2.228 for 10 degrees of freedom, 12.706 for 1
    assert student_quantile(0.025, 10) == pytest.approx(2.228, abs=5e-4)
    assert student_quantile(0.025, 1) == pytest.approx(12.706, abs=5e-3)


@pytest.mark.parametrize("seed", range(4))
def test_correlation_and_effective_size(seed):
    texts = [made_up(seed, 9), made_up(seed + 10, 12)]
    icc = correlation([plain(text) for text in texts])
    assert pooled_correlation(texts) == pytest.approx(icc, abs=1e-12)
    found = effective_size(texts[0].sizes, 0.3)
    assert float(found) == pytest.approx(effective(plain(texts[0]), 0.3), rel=1e-12)


def test_correlation_of_the_corpus(corpus):
    for text in corpus[0].values():
        if text.groups > 2:
            assert pooled_correlation([text]) == pytest.approx(correlation([plain(text)]))


def test_shares_of_the_corpus(corpus):
    found = share_interval(corpus[0], ["HIS", "ARM"], usual=0.35).set_index(["doc_id", "code"])
    for (name, code), row in found.iterrows():
        text = corpus[0][name]
        if text.groups > 2:
            expected = share_again(plain(text), text.codes.index(code), 0.35)
            assert (row["low"], row["high"]) == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize("groups", [3, 8, 40])
def test_shares_of_made_up_texts(groups):
    text = made_up(groups, groups)
    row = share_interval({"t": text}, ["z"], usual=0.5).iloc[0]
    assert (row["low"], row["high"]) == pytest.approx(share_again(plain(text), 2, 0.5), abs=1e-6)


def test_net_differences_of_the_corpus(corpus):
    _, signs, pairs = corpus
    found = difference(signs, pairs, "binding", net=True)
    for (first, second), row in zip(pairs, found.to_dict("records"), strict=True):
        d, low, high, p = difference_again(plain(signs[first]), plain(signs[second]), 0)
        assert row["estimate"] == pytest.approx(2 * d, abs=1e-9)
        assert (row["low"], row["high"]) == pytest.approx((2 * low, 2 * high), abs=1e-6)
        assert row["p"] == pytest.approx(p, abs=1e-6)


def test_mixes_of_made_up_texts_deal_by_deal():
    texts = {"a": made_up(1, 8, codes=2), "b": made_up(6, 8, codes=2)}
    row = mix_test(texts, [("a", "b")]).iloc[0]
    value, p = mix_p(plain(texts["a"]), plain(texts["b"]))
    assert row["permutations"] == math.comb(16, 8)
    assert row["statistic"] == pytest.approx(value, rel=1e-9)
    assert row["p"] == pytest.approx(p, abs=1e-12)


def test_mix_statistics_of_the_corpus(corpus):
    codes, _, pairs = corpus
    found = mix_test(codes, pairs, first=200, most=200)
    for (first, second), row in zip(pairs, found.to_dict("records"), strict=True):
        one, other = plain(codes[first]), plain(codes[second])
        icc = correlation([one, other])
        assert row["icc"] == pytest.approx(icc, abs=1e-12)
        assert row["statistic"] == pytest.approx(statistic(one, other, icc), rel=1e-9)


def test_leaders_in_every_order():
    texts = {name: made_up(seed, 2 + seed % 2, codes=2) for name, seed in zip("abc", (2, 3, 4),
             strict=True)}  # fmt: skip
    pairs = [("a", "b"), ("b", "c"), ("a", "c")]
    found = joint_permutation(texts, pairs, permutations=20_000)
    expected = chance_apart([plain(text) for text in texts.values()], [(0, 1), (1, 2), (0, 2)])
    assert 0 < expected < 1
    assert found["chance"] == pytest.approx(expected, abs=4 * found["error"])
