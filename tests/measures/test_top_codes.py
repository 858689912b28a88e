"""What comes first: gaps, the text with most, and joint deals, on paper and on the corpus."""

import math

import numpy as np
import pandas as pd
import pytest

from frameline.corpus import Filter
from frameline.measures.clusters import Clusters, clusters
from frameline.measures.intervals import difference, share_interval
from frameline.measures.leading_codes import leading, other_leading_codes
from frameline.measures.steps import steps
from frameline.measures.top_codes import (
    foremost,
    joint_deal,
    leading_gap,
    without_common_leader,
)

SIGNS = {"binding": 1, "dividing": -1}


def text(*counts, codes="xyz"):
    """A text of single claims: so many of each code."""
    hits = np.repeat(np.eye(len(counts)), counts, axis=0)
    return Clusters(hits, np.ones(len(hits)), tuple(codes[: len(counts)]))


@pytest.fixture(scope="module")
def claims(data_corpus):
    return data_corpus.select(Filter())


def test_a_clear_leader_leads_and_a_near_one_does_not():
    found = leading_gap({"clear": text(30, 5, 5), "near": text(15, 13, 2), "tie": text(9, 9, 2)})
    assert found["leads"].tolist() == [True, False, False]
    assert found["codes"].tolist() == [["x"], ["x"], ["x", "y"]]
    assert found["second"].tolist() == [["y", "z"], ["y"], ["y"]]
    assert found["gap"].round(3).tolist() == [0.625, 0.067, 0.0]


def test_the_gap_is_that_of_the_two_codes_alone():
    row = leading_gap({"t": text(20, 8, 12)}, usual=0.35).iloc[0]
    two = Clusters(np.repeat(np.eye(2), [20, 12], axis=0), np.ones(32), ("x", "z"))
    expected = share_interval({"t": two}, ["x"], net=True, usual=0.35).iloc[0]
    assert row["second"] == ["z"]
    assert row["low"] == pytest.approx(expected["low"] * 32 / 40)


def test_texts_without_a_code_lead_nowhere():
    nothing = Clusters(np.zeros((5, 2)), np.ones(5), ("x", "y"))
    row = leading_gap({"t": nothing}).iloc[0]
    assert (row["codes"], row["k"], row["leads"]) == ([], 0, False)


def test_a_wrong_leader_is_rarely_found():
    # Three codes equally common: one of them comes first by chance; it is said to lead in 5 %
    generator = np.random.default_rng(3)
    leads = [
        leading_gap({"t": text(*generator.multinomial(60, [1 / 3] * 3))}, usual=0.0)["leads"][0]
        for _ in range(200)
    ]
    assert np.mean(leads) < 0.05 + 2 * math.sqrt(0.05 * 0.95 / 200)


def test_the_text_with_most_needs_every_gap():
    texts = {"a": text(18, 2), "b": text(5, 15), "c": text(4, 16), "short": text(3, 1)}
    found = foremost(texts, "x")
    assert found["doc_id"].tolist() == ["a", "a"]
    assert found["other"].tolist() == ["b", "c"]
    assert found["first"].all()
    pair = difference(texts, [("b", "a")], "x").iloc[0]
    assert found.loc[0, ["gap", "low", "p"]].tolist() == pair[["estimate", "low", "p"]].tolist()


def test_one_text_is_first_of_nothing():
    assert foremost({"a": text(9, 9)}, "x").empty


def test_pairs_without_a_common_leader_are_counted_deal_by_deal():
    hits = np.array([[1.0, 0], [1, 0], [0, 1], [0, 0]])
    owner = np.array([[0, 0, 1, 1], [0, 1, 0, 1], [0, 0, 0, 1]])
    # x against y; tie of x and y against x; the second text has no claim to lead with
    assert without_common_leader(hits, owner, [(0, 1)]).tolist() == [1, 0, 0]


def test_joint_deals_keep_the_numbers_of_paragraphs_and_the_seed():
    texts = {"a": text(5, 1), "b": text(1, 5), "c": text(3, 3)}
    pairs = [("a", "b"), ("b", "c"), ("a", "c")]
    one, other = (joint_deal(texts, pairs, deals=500, seed=4) for _ in range(2))
    assert one == other
    assert one["found"] == 1
    assert 0 < one["chance"] < 1


def test_without_a_comparison_there_is_no_chance():
    nothing = Clusters(np.zeros((5, 2)), np.ones(5), ("x", "y"))
    found = joint_deal({"a": text(3, 1), "b": nothing}, [("a", "b"), ("a", "lost")])
    assert found["of"] == 0
    assert math.isnan(found["chance"])


@pytest.mark.parametrize(("side", "chance"), [("dividing", 0.39), ("binding", 0.55)])
def test_leaders_of_the_corpus_are_at_chance_level(claims, data_corpus, side, chance):
    # computed independently; the product of four chances, as printed before, is .23
    pairs = steps(data_corpus.layer("documents"))
    on_side = (claims["sign"] == SIGNS[side]).fillna(False)
    texts = clusters(claims, only=on_side)
    found = joint_deal(texts, pairs, deals=40_000)
    assert (found["found"], found["of"]) == (4, 4)
    assert found["chance"] == pytest.approx(chance, abs=0.02)
    counts = pd.DataFrame(
        [(name, code, n) for name, t in texts.items()
         for code, n in zip(t.codes, t.hits.sum(axis=0), strict=True)],
        columns=["doc_id", "code", side],
    )  # fmt: skip
    assert other_leading_codes(leading(counts, {}, side), pairs) == (4, 4)
    assert not leading_gap(texts)["leads"].any()


def test_superlatives_of_the_corpus(claims):
    conceded = foremost(clusters(claims, "conceded"), "yes").set_index("other")
    assert set(conceded["doc_id"]) == {"snegovaya-alterman-2024"}
    assert (conceded["low"] > 0).to_dict() == {
        "abedin-2015": False, "tazmini-2021": True, "shaffer-2001-talk": True,
    }  # fmt: skip
    assert not conceded["first"].any()
    assert conceded["p_holm"].round(3).to_dict() == {
        "abedin-2015": 0.153, "tazmini-2021": 0.043, "shaffer-2001-talk": 0.001,
    }  # fmt: skip
    others = foremost(clusters(claims.assign(other=~claims["own"].astype(bool)), "other"), "yes")
    others = others.set_index("other")
    assert (others["low"] > 0).sum() == 1
    assert others["p"].round(4).to_dict() == {
        "abedin-2015": 0.1287, "shaffer-2001-talk": 0.0575, "snegovaya-alterman-2024": 0.0002,
    }  # fmt: skip
