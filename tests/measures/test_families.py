"""Corrections for a page of statements, and counts over ways of counting."""

import math

import numpy as np
import pandas as pd
import pytest

from frameline.corpus import Filter
from frameline.measures.clusters import clusters
from frameline.measures.families import distribution, one_family
from frameline.measures.resampling import holm
from frameline.measures.statements import cases, gather, pair_counts, pair_ways


def page(*rows):
    return pd.DataFrame(rows, columns=["statement", "table", "p"])


def test_a_page_is_one_family_besides_its_tables():
    found = one_family(page(("a", "mix", 0.01), ("b", "net", 0.03), ("c", "mix", 0.04)))
    assert found["p_within"].tolist() == [0.02, 0.03, 0.04]
    assert found["p_holm"].tolist() == pytest.approx(holm([0.01, 0.03, 0.04]).tolist())
    assert found["stands"].tolist() == [True, False, False]


def test_statements_without_a_test_are_not_counted():
    found = one_family(page(("a", "mix", 0.04), ("b", "mix", math.nan)))
    assert found["p_holm"].tolist()[0] == 0.04
    assert found["stands"].isna().tolist() == [False, True]


@pytest.mark.parametrize("p", [-0.1, 1.2])
def test_a_p_value_lies_between_0_and_1(p):
    with pytest.raises(ValueError, match="between 0 and 1"):
        one_family(page(("a", "mix", p)))


def test_one_family_errs_in_five_percent_of_pages():
    generator = np.random.default_rng(2)
    wrong = [
        one_family(page(*[("s", "t", p) for p in generator.random(8)]))["stands"].any()
        for _ in range(400)
    ]
    assert np.mean(wrong) == pytest.approx(0.05, abs=3 * math.sqrt(0.05 * 0.95 / 400))


def test_counts_are_told_exactly():
    found = distribution([1, 1, 3, math.nan], of=4)
    assert found["exactly"].tolist() == [0, 2, 0, 1, 0]
    assert found["at_least"].tolist() == [3, 3, 1, 1, 0]
    assert (found["ways"] == 3).all()
    with pytest.raises(ValueError, match="between 0 and 4"):
        distribution([5], of=4)


@pytest.fixture(scope="module")
def material(data_corpus):
    codings = ["final", *data_corpus.codings]
    documents = {c: data_corpus.layer("documents", coding=c) for c in codings}
    return gather(data_corpus.select, Filter, documents, codings=codings, seed=2001)


def test_one_of_four_is_not_at_least_one(material):
    # with 64,000 permutations a pair: none in 30, one in 100, two in 89, three in 56, four in 13
    found = pair_counts(material, "mix")
    assert found["exactly"].tolist() == pytest.approx([30, 100, 89, 56, 13], abs=8)
    assert found.loc[1, "at_least"] == found["ways"][0] - found.loc[0, "exactly"]


def test_named_pairs_of_the_corpus(material):
    # with 64,000 permutations a pair: 248, 61, 119 and 70 of 288 ways
    found = pair_ways(material, "mix")
    assert (found["ways"] == 288).all()
    assert found["true"].tolist() == pytest.approx([248, 61, 119, 70], abs=5)


def test_the_first_way_is_the_reported_one(material, data_corpus):
    ways = cases(material, "mix")
    assert len(ways) == 288
    texts = ways[0].clusters("frame")
    assert (ways[0].spec["unit"], ways[0].spec["coding"]) == ("claims", "final")
    reported = clusters(data_corpus.select(Filter()))
    assert list(texts) == list(reported)
    for name, text in texts.items():
        assert text.hits.sum() == text.sizes.sum() == reported[name].cases
        assert text.hits.sum(axis=1).tolist() == reported[name].hits.sum(axis=1).tolist()
        assert sorted(text.shares[text.shares > 0]) == pytest.approx(
            sorted(reported[name].shares[reported[name].shares > 0])
        )
