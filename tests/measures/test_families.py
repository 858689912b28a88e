"""Corrections for a page of statements, and counts over ways of counting."""

import math

import numpy as np
import pandas as pd
import pytest

from frameline.corpus import Filter
from frameline.measures.clusters import clusters
from frameline.measures.families import (
    distribution,
    mix_ways,
    mixes_differ,
    named_pairs,
    one_family,
)
from frameline.measures.resampling import holm
from frameline.measures.statements import Statement, gather, specify
from frameline.measures.steps import steps


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


def test_one_of_four_is_not_at_least_one(material, data_corpus):
    # computed independently: of 288 ways none in 32, one in 85, two in 62, three in 75, four in 34
    curve = specify(Statement("mix", said=1, of=4), material)
    found = distribution(curve["estimate"], of=len(steps(data_corpus.layer("documents"))))
    assert found["exactly"].tolist() == [32, 85, 62, 75, 34]
    assert found.loc[1, "at_least"] == found["ways"][0] - 32 == 256


def test_the_first_way_is_the_reported_one(material, data_corpus):
    ways = list(mix_ways(material))
    assert len(ways) == 288
    way, texts = ways[0]
    assert (way["unit"], way["coding"]) == ("claims", "final")
    reported = clusters(data_corpus.select(Filter()))
    assert list(texts) == list(reported)
    for name, text in texts.items():
        assert text.hits.sum() == text.sizes.sum() == reported[name].cases
        assert text.hits.sum(axis=1).tolist() == reported[name].hits.sum(axis=1).tolist()
        assert sorted(text.shares[text.shares > 0]) == pytest.approx(
            sorted(reported[name].shares[reported[name].shares > 0])
        )


def test_named_pairs_are_counted_over_the_ways_in_which_they_are_tested():
    answers = iter([[True, None], [False, True], [True, True]])
    found = named_pairs([{}, {}, {}], [("a", "b"), ("b", "c")], differ=lambda t, p: next(answers))
    assert found[["true", "ways"]].to_numpy().tolist() == [[2, 3], [2, 2]]
    assert named_pairs([], [("a", "b")]).loc[0, "ways"] == 0


def test_named_pairs_of_the_corpus_by_voice_and_modality(data_corpus):
    pairs = steps(data_corpus.layer("documents"))
    ways = [
        clusters(data_corpus.select(Filter(voice=voice, modality=modality)))
        for voice in ("all", "own")
        for modality in ("no questions", "assertions")
    ]
    assert mixes_differ(ways[0], pairs) == [True, False, True, False]
    found = named_pairs(ways, pairs)
    assert (found["ways"] == 4).all()
    assert found["true"].iloc[0] >= found["true"].iloc[1]
