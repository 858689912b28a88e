"""Keyness: log ratio with its interval, log-odds, and the statistics of two-by-two tables."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from frameline.measures import keyness as ke


def text(doc: str, groups: list[dict[str, int]]) -> pd.DataFrame:
    rows = [
        (doc, f"{doc}.P{i:02}", token, n)
        for i, words in enumerate(groups)
        for token, n in words.items()
    ]
    return pd.DataFrame(rows, columns=["doc_id", "para_group", "token", "n"])


@pytest.fixture
def tokens() -> pd.DataFrame:
    return pd.concat(
        [
            text("t", [{"gas": 3, "the": 7}] * 5 + [{"once": 9, "the": 1}]),
            text("r", [{"oil": 1, "the": 9}] * 10 + [{"gas": 1, "the": 9}] * 2),
        ],
        ignore_index=True,
    )


def test_log_ratio_by_hand(tokens):
    table = ke.log_ratio(tokens, target="t").set_index("token")
    # 60 words against 120: the one occurrence that is added falls a third to t, two thirds to r
    one, two = 1 / 3, 2 / 3
    first, second = (15 + one) / (60 + 2 * one), (2 + two) / (120 + 2 * two)
    assert table.loc["gas", "log_ratio"] == pytest.approx(math.log2(first / second))
    gas = table.loc["gas"]
    assert (gas["n_target"], gas["n_reference"], gas["groups_target"]) == (15, 2, 5)
    assert (gas["rate_target"], gas["rate_reference"]) == pytest.approx((250, 1000 * 2 / 120))
    assert 0 < gas["low"] < gas["log_ratio"] < gas["high"]
    assert gas["at_least"] == gas["low"]


def test_words_need_enough_groups_of_the_side_that_uses_them_more(tokens):
    table = ke.log_ratio(tokens, target="t")
    assert set(table["token"]) == {"gas", "oil", "the"}
    every = ke.log_ratio(tokens, target="t", min_groups=1)
    assert "once" in set(every["token"])


def test_groups_of_the_other_side_do_not_count():
    two_each = [{"gas": 3, "the": 7}] * 2 + [{"the": 10}] * 4
    tokens = pd.concat([text("t", two_each), text("r", two_each)])
    assert "gas" not in set(ke.log_ratio(tokens, target="t")["token"])


def test_no_p_values_in_the_main_table(tokens):
    columns = ke.keyness(tokens).columns.tolist()
    assert columns[:2] == ["doc_id", "token"]
    assert not {"p", "g2", "chi2", "p_value"} & set(columns)


def test_the_surest_come_first_and_at_least_is_zero_inside(tokens):
    table = ke.log_ratio(tokens, target="t")
    assert table["at_least"].abs().is_monotonic_decreasing
    inside = (table["low"] < 0) & (table["high"] > 0)
    assert (table.loc[inside, "at_least"] == 0).all()
    # ten of 120 words: that 60 others hold none of them may be chance
    assert set(table.loc[inside, "token"]) == {"oil", "the"}


def test_a_word_a_short_text_lacks_is_not_typical_of_it():
    """Half an occurrence on both sides would make it so; shared out by length it is not."""
    short = text("t", [{"the": 20}] * 3)
    long = text("r", [{"the": 99, "gas": 1}] * 10)
    row = ke.log_ratio(pd.concat([short, long]), target="t")
    row = row.set_index("token").loc["gas"]
    assert row["log_ratio"] < 0
    assert row["high"] > 0


def test_the_interval_of_an_unseen_word_is_wider_than_smoothing_alone(tokens):
    table = ke.log_ratio(tokens, target="t").set_index("token")
    oil = table.loc["oil"]
    assert oil["n_target"] == 0
    assert oil["low"] <= oil["log_ratio"] < oil["high"]
    assert oil["high"] - oil["low"] > 2


def test_the_order_of_rows_does_not_matter(tokens):
    pd.testing.assert_frame_equal(
        ke.log_ratio(tokens, target="t"), ke.log_ratio(tokens.iloc[::-1], target="t")
    )


def test_swapping_the_sides_turns_the_sign(tokens):
    one = ke.log_ratio(tokens, target="t", reference="r").set_index("token")
    two = ke.log_ratio(tokens, target="r", reference="t").set_index("token")
    words = ["gas", "the"]
    assert one.loc[words, "log_ratio"].tolist() == pytest.approx(
        (-two.loc[words, "log_ratio"]).tolist()
    )
    assert one.loc[words, "low"].tolist() == pytest.approx((-two.loc[words, "high"]).tolist())


def reach_by_hand() -> float:
    """16 of 83 words, 14 of them in one paragraph of eight, against 8 of 80, evenly spread."""
    share = 16 / 83
    apart = (14 - 20 * share) ** 2 + 2 * (1 - 9 * share) ** 2 + 5 * (9 * share) ** 2
    one = apart * 8 / 7 / (16 + 83 / 163) ** 2
    two = 1 / (8 + 80 / 163)  # that of a count, as its paragraphs do not differ
    freedom = (one + two) ** 2 / (one**2 / 7 + two**2 / 7)
    return stats.t.ppf(0.975, freedom) * math.sqrt(one + two) / math.log(2)


def test_one_paragraph_with_all_occurrences_is_less_sure_than_many():
    even = pd.concat([text("t", [{"gas": 2, "the": 8}] * 8), text("r", [{"gas": 1, "the": 9}] * 8)])
    heap = pd.concat(
        [
            text("t", [{"gas": 14, "the": 6}] + [{"gas": 1, "the": 8}] * 2 + [{"the": 9}] * 5),
            text("r", [{"gas": 1, "the": 9}] * 8),
        ]
    )
    width = []
    for tokens in (even, heap):
        row = ke.log_ratio(tokens, target="t").set_index("token").loc["gas"]
        width.append(row["high"] - row["low"])
    assert width[1] == pytest.approx(2 * reach_by_hand(), rel=1e-9)
    assert width[0] < width[1]


def test_two_paragraphs_give_no_interval(tokens):
    short = tokens[tokens["para_group"].isin(sorted(set(tokens["para_group"]))[:14])]
    one = short[short["doc_id"] == "r"].drop_duplicates("para_group").head(2)
    table = ke.log_ratio(pd.concat([one, tokens[tokens["doc_id"] == "t"]]), target="t")
    assert table["low"].isna().all()
    assert (table["at_least"] == 0).all()


def test_the_variance_is_that_of_a_count_at_least():
    """The same number of a word in each paragraph is no proof that it never varies."""
    even = pd.concat([text("t", [{"gas": 2, "the": 8}] * 8), text("r", [{"gas": 1, "the": 9}] * 8)])
    row = ke.log_ratio(even, target="t").set_index("token").loc["gas"]
    error = math.sqrt(1 / 16.5 + 1 / 8.5) / math.log(2)
    assert (row["high"] - row["low"]) / 2 > 1.96 * error


def test_sides_must_be_two(tokens):
    with pytest.raises(ValueError, match="both sides"):
        ke.log_ratio(tokens, target="t", reference={"t", "r"})
    with pytest.raises(ValueError, match="need words"):
        ke.log_ratio(tokens, target="nobody")
    with pytest.raises(ValueError, match="need words"):
        ke.log_ratio(tokens, target={"t", "r"})
    shared = tokens.assign(para_group="P01")
    with pytest.raises(ValueError, match="two documents"):
        ke.log_ratio(shared, target="t")


def test_each_text_against_the_others(tokens):
    table = ke.keyness(tokens)
    assert table["doc_id"].unique().tolist() == ["t", "r"]
    one = ke.keyness(tokens, documents=["r"])
    assert one["doc_id"].unique().tolist() == ["r"]


def test_log_odds_by_hand():
    tokens = pd.concat([text("t", [{"gas": 4, "the": 6}]), text("r", [{"oil": 4, "the": 6}])])
    table = ke.log_odds(tokens, target="t", prior_size=10, min_groups=1).set_index("token")
    delta = math.log(6 / 14) - math.log(2 / 18)
    assert table.loc["gas", "delta"] == pytest.approx(delta)
    assert table.loc["gas", "z"] == pytest.approx(delta / math.sqrt(1 / 6 + 1 / 2))
    four = ke.log_odds(
        tokens, target="t", prior_size=10, min_groups=1, variance="four-term"
    ).set_index("token")
    assert four.loc["gas", "variance"] == pytest.approx(1 / 6 + 1 / 2 + 1 / 14 + 1 / 18)
    with pytest.raises(ValueError, match="two-term"):
        ke.log_odds(tokens, target="t", variance="full")


def test_a_prior_holds_rare_words_back(tokens):
    weak = ke.log_odds(tokens, target="t", prior_size=1).set_index("token")
    strong = ke.log_odds(tokens, target="t", prior_size=10_000).set_index("token")
    assert abs(strong.loc["gas", "delta"]) < abs(weak.loc["gas", "delta"])


def test_a_background_corpus_gives_the_prior(tokens):
    prior = pd.Series({"gas": 900.0, "the": 100.0, "elsewhere": 50.0})
    table = ke.log_odds(tokens, target="t", prior=prior, prior_size=500).set_index("token")
    # "oil" and "once", which the background lacks, count as occurring once
    alpha = 500 * 900 / (900 + 100 + 1 + 1)
    assert table.loc["gas", "variance"] == pytest.approx(1 / (15 + alpha) + 1 / (2 + alpha))


CELL = st.integers(1, 50)


@given(cells=st.lists(CELL, min_size=4, max_size=4))
@settings(max_examples=40, deadline=None)
def test_statistics_do_not_depend_on_the_layout(cells):
    table = np.reshape(cells, (2, 2))
    for measure in (ke.g2, ke.chi_square, lambda t: ke.g2(t, williams=True)):
        assert measure(table) == pytest.approx(measure(table.T))
        assert measure(table) == pytest.approx(measure(table[::-1]))
        assert measure(table) >= 0


def test_corrections_make_statistics_smaller():
    table = [[7, 3], [2, 7]]
    assert ke.g2(table, williams=True) < ke.g2(table)
    assert ke.chi_square(table) < ke.chi_square(table, yates=False)
    assert ke.chi_square([[2, 2], [2, 3]]) == 0.0


def test_independent_tables_give_nothing():
    assert ke.g2([[2, 4], [3, 6]]) == pytest.approx(0, abs=1e-12)
    assert math.isnan(ke.g2([[0, 0], [3, 6]]))
    assert math.isnan(ke.chi_square([[0, 0], [0, 0]]))
    with pytest.raises(ValueError, match="two rows"):
        ke.g2([[1, 2, 3], [4, 5, 6]])


def test_ratios_with_an_absent_word():
    assert ke.percent_difference(1, 10, 0, 10) == math.inf
    assert ke.odds_ratio(1, 10, 0, 10) == math.inf
    assert ke.difference_coefficient(1, 10, 0, 10) == 1.0
    assert math.isnan(ke.difference_coefficient(0, 10, 0, 10))
    assert ke.simple_maths(0, 10, 0, 10) == 1.0
    assert ke.pointwise_mutual_information(0, 1, 1, 10) == -math.inf
    assert math.isnan(ke.t_score(0, 1, 1, 10))
    assert math.isnan(ke.dice(0, 0, 0))


def test_a_second_opinion_is_that_of_log_odds_text_by_text():
    tokens = pd.DataFrame({
        "doc_id": ["t"] * 3 + ["r"] * 3, "para_group": list("aabccd"),
        "token": ["gas", "the", "oil", "oil", "the", "gas"], "n": [9, 6, 1, 8, 6, 2],
    })  # fmt: skip
    words = pd.DataFrame({"doc_id": ["t", "t", "r"], "token": ["the", "gas", "oil"]})
    table = ke.with_log_odds(words, tokens)
    own = ke.log_odds(tokens, target="t", min_groups=0).set_index("token")
    assert table["z"].tolist()[:2] == own.loc[["the", "gas"], "z"].tolist()
    assert table["log_odds"].tolist()[:2] == own.loc[["the", "gas"], "delta"].tolist()
    assert table["z_rank"].tolist() == [2, 1, 1]
    assert ke.with_log_odds(words.head(0), tokens).empty
