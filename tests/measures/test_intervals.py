"""Intervals of shares and differences: published values, agreement of test and interval, rules."""

import math

import numpy as np
import pytest

from frameline.corpus import Filter
from frameline.measures.clusters import Clusters, clusters
from frameline.measures.intervals import (
    UNTESTED,
    difference,
    difference_limits,
    differences,
    holdings,
    inverted_p,
    jackknife_limits,
    leaning_p,
    pair_sizes,
    quantile,
    share_interval,
    smallest_difference,
    told_apart,
    usual_correlation,
    verdicts,
    wilson_limits,
    within_text_limits,
)
from frameline.measures.resampling import wilson
from frameline.measures.steps import steps

TALK, Y2015, Y2021, Y2024 = (
    "shaffer-2001-talk", "abedin-2015", "tazmini-2021", "snegovaya-alterman-2024",
)  # fmt: skip


def text(k, n, *, each=1):
    """A text of paragraphs with ``each`` claims, k of them yes."""
    hits = np.repeat([[1.0, 0.0], [0.0, 1.0]], [k, n - k], axis=0) * each
    return Clusters(hits, np.full(n, float(each)), ("yes", "no"))


@pytest.fixture(scope="module")
def claims(data_corpus):
    return data_corpus.select(Filter())


@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    # Newcombe 1998, Statistics in Medicine 17:857-872, table I, method 3
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_as_published(k, n, low, high):
    assert wilson_limits(k / n, n, 1.959964).round(4).tolist() == [low, high]
    assert wilson(k, n) == pytest.approx(tuple(wilson_limits(k / n, n, 1.959964)), abs=1e-6)


@pytest.mark.parametrize(
    ("first", "second", "low", "high"),
    # Newcombe 1998, Statistics in Medicine 17:873-890, table II, method 10
    [
        ((48, 80), (56, 70), 0.0524, 0.3339),
        ((3, 10), (9, 10), 0.1705, 0.8090),
        ((2, 7), (6, 7), 0.0582, 0.8062),
        ((0, 29), (5, 56), -0.0381, 0.1926),
        ((0, 20), (0, 10), -0.1611, 0.2775),
        ((0, 10), (10, 10), 0.6075, 1.0),
    ],
)
def test_differences_as_published(first, second, low, high):
    shares = first[0] / first[1], second[0] / second[1]
    found = difference_limits(shares, (first[1], second[1]), 1.959964)
    assert found.tolist() == pytest.approx([low, high], abs=6e-5)


@pytest.mark.parametrize("level", [0.8, 0.95, 0.999])
def test_test_and_interval_cannot_disagree(level):
    generator = np.random.default_rng(1)
    p, n = generator.random((2, 400)), generator.uniform(4, 60, (2, 400))
    low, high = difference_limits((p[0], p[1]), (n[0], n[1]), quantile(level, math.inf))
    found = inverted_p((p[0], p[1]), (n[0], n[1]))
    assert (((low > 0) | (high < 0)) == (found < 1 - level)).all()


def test_p_does_not_depend_on_the_order_of_the_texts():
    one, other = inverted_p((0.2, 0.7), (9, 30)), inverted_p((0.7, 0.2), (30, 9))
    assert float(one) == pytest.approx(float(other))


def test_independent_claims_have_the_plain_interval_but_for_t():
    row = share_interval({"t": text(30, 100)}, ["yes"], usual=0.0).iloc[0]
    size = 100 * (1.959964 / 1.972017) ** 2  # t with 198 degrees of freedom
    assert (row["low"], row["high"]) == pytest.approx(tuple(wilson_limits(0.3, size, 1.959964)),
                                                      abs=1e-6)  # fmt: skip
    assert row["effective"] == pytest.approx(size, rel=1e-6)


def test_equal_claims_in_three_paragraphs_are_few_cases():
    # 62 of 62 claims: limits [.96, 1] if they were independent
    hits = np.array([[20.0, 0.0], [21.0, 0.0], [21.0, 0.0]])
    row = share_interval({"t": Clusters(hits, hits.sum(axis=1), ("yes", "no"))}).iloc[0]
    assert row["low"] == pytest.approx(0.50, abs=0.01)
    assert (row["high"], row["note"]) == (1.0, "few paragraphs")


def test_two_paragraphs_give_counts_only():
    row = share_interval({"t": text(1, 2)}, ["yes"]).iloc[0]
    assert (row["k"], row["n"], row["note"]) == (1, 2, "counts only")
    assert row[["low", "high", "icc", "sceptical_low"]].isna().all()


def test_net_balance_is_twice_the_share_less_one():
    one = share_interval({"t": text(12, 20)}, ["yes"]).iloc[0]
    net = share_interval({"t": text(12, 20)}, ["yes"], net=True).iloc[0]
    for name in ("estimate", "low", "high"):
        assert net[name] == pytest.approx(2 * one[name] - 1)


def test_likeness_of_neighbours_widens_and_never_narrows(claims):
    found = share_interval(clusters(claims, "conceded"), ["yes"]).dropna(subset="phi")
    assert len(found) >= 2
    assert (found["sceptical_low"] <= found["low"] + 1e-12).all()
    assert (found["sceptical_high"] >= found["high"] - 1e-12).all()


def test_holdings_count_the_rarer_codes():
    assert holdings([[[3, 1, 0], [2, 1, 1]], [[1, 0, 0], [1, 0, 0]]]).tolist() == [3, 0]


@pytest.mark.parametrize(("groups", "note", "tested"), [(4, UNTESTED, False),
                         (5, "few paragraphs", True), (8, "", True)])  # fmt: skip
def test_differences_from_five_paragraphs(groups, note, tested):
    texts = {"a": text(1, groups), "b": text(groups, groups)}
    row = difference(texts, [("a", "b")], "yes").iloc[0]
    assert (row["note"], not math.isnan(row["p"]), not math.isnan(row["low"])) == (
        note, tested, tested,
    )  # fmt: skip


def test_below_eight_paragraphs_students_t_is_used():
    few = difference({"a": text(2, 7), "b": text(20, 40)}, [("a", "b")], "yes").iloc[0]
    z = difference({"a": text(2, 8), "b": text(20, 40)}, [("a", "b")], "yes").iloc[0]
    plain = difference_limits((2 / 7, 0.5), (7, 40), 1.959964)
    assert few["high"] - few["low"] > plain[1] - plain[0] + 0.005
    assert (z["low"], z["high"]) == pytest.approx(
        tuple(difference_limits((0.25, 0.5), (8, 40), 1.959964)), abs=1e-6
    )


def test_the_strict_setting_agrees_with_itself_and_asks_for_more_here(claims, data_corpus):
    pairs = steps(data_corpus.layer("documents"))
    signs = clusters(claims, "sign")
    plain, strict = (
        difference(signs, pairs, "binding", net=True, strict=choice) for choice in (False, True)
    )
    excludes = (strict["low"] > 0) | (strict["high"] < 0)
    assert (excludes == (strict["p"] < 0.05)).all()
    assert strict["estimate"].tolist() == plain["estimate"].tolist()
    assert not excludes.any()


def test_lost_texts_are_not_compared():
    row = difference({"a": text(3, 9)}, [("a", "lost")], "yes").iloc[0]
    assert (row["note"], row["n_to"]) == (UNTESTED, 0)
    assert math.isnan(row["estimate"])


def test_planning_asks_for_more_at_a_stricter_level_and_of_smaller_texts():
    plain = smallest_difference((50, 50))
    assert plain < smallest_difference((50, 50), alpha=0.0125)
    assert plain < smallest_difference((50, 20))
    assert math.isnan(smallest_difference((1, 1)))


def test_net_differences_of_the_corpus(claims, data_corpus):
    pairs = steps(data_corpus.layer("documents"))
    found = difference(clusters(claims, "sign"), pairs, "binding", net=True)
    assert found[["estimate", "low", "high"]].round(2).values.tolist() == [
        [-0.68, -1.14, -0.02], [0.45, -0.20, 0.97], [-0.09, -0.69, 0.59], [-0.32, -0.85, 0.35],
    ]  # fmt: skip
    # computed independently, with correlations drawn both ways: .043, .188, .806, .360
    assert found["p"].round(3).tolist() == [0.043, 0.188, 0.807, 0.362]
    assert found["p_holm"].round(2).tolist() == [0.17, 0.56, 0.81, 0.72]
    assert found[["sceptical_low", "sceptical_high"]].round(1).values.tolist() == [
        [-1.2, 0.3], [-0.3, 1.1], [-1.0, 0.8], [-1.1, 0.8],
    ]  # fmt: skip


def test_net_balances_of_the_corpus(claims):
    signs = clusters(claims, "sign")
    assert round(usual_correlation(signs), 2) == 0.57
    found = share_interval(signs, ["binding"], net=True).set_index("doc_id")
    assert found.loc[[TALK, Y2015, Y2021, Y2024], ["estimate", "low", "high"]].round(
        2
    ).values.tolist() == [
        [0.50, -0.10, 0.83], [-0.18, -0.53, 0.23], [0.27, -0.34, 0.72], [0.18, -0.24, 0.55],
    ]  # fmt: skip
    # no text leans surely
    assert ((found["low"] < 0) & (found["high"] > 0)).sum() == 4


def test_conceded_claims_of_the_corpus(claims, data_corpus):
    texts = clusters(claims, "conceded")
    found = share_interval(texts, ["yes"]).set_index("doc_id")
    percent = (100 * found[["estimate", "low", "high"]]).round()
    assert percent.loc[[TALK, Y2015, Y2021, Y2024]].values.tolist() == [
        [0, 0, 22], [28, 14, 47], [13, 3, 40], [46, 29, 65],
    ]  # fmt: skip
    assert (100 * found.loc[Y2024, ["sceptical_low", "sceptical_high"]]).astype(float).round(
    ).tolist() == [14, 82]  # fmt: skip
    pairs = [(TALK, Y2024), (Y2021, Y2024), (Y2015, Y2024)]
    apart = difference(texts, pairs, "yes")
    expected = np.array([[0.46, 0.23, 0.65], [0.33, 0.05, 0.54], [0.19, -0.07, 0.41]])
    assert apart[["estimate", "low", "high"]].to_numpy() == pytest.approx(expected, abs=0.006)
    # computed independently, with correlations drawn both ways: .0003, .0213, .1526
    assert apart["p"].round(4).tolist() == [0.0003, 0.0218, 0.155]


def test_single_reasons_of_the_corpus(claims, data_corpus):
    # computed independently: trust, 2021 to 2024, -26 [-49, -8], p .0036; sanctions +14 [-6, 28],
    # p .13, with correlations drawn both ways
    texts, pairs = clusters(claims), [(Y2021, Y2024)]
    trust, sanctions = (difference(texts, pairs, code).iloc[0] for code in ("TRU", "SAN"))
    limits = [trust[name] for name in ("estimate", "low", "high")]
    assert limits == pytest.approx([-0.26, -0.49, -0.08], abs=0.006)
    assert round(trust["p"], 4) == 0.0038
    assert [round(100 * sanctions[name]) for name in ("estimate", "low", "high")] == [14, -6, 28]
    assert round(sanctions["p"], 2) == 0.13


def test_no_single_reason_stands_after_correction(claims, data_corpus):
    # computed independently: 5 of 50 testable differences below .05, none after Holm (trust .18,
    # with correlations drawn both ways)
    found = differences(clusters(claims), steps(data_corpus.layer("documents")))
    assert (found["p"].notna().sum(), (found["p"] < 0.05).sum()) == (50, 5)
    first = found.sort_values("p_holm").iloc[0]
    assert (first["code"], first["to"], round(first["p_holm"], 2)) == ("TRU", Y2024, 0.19)


def test_codes_that_neither_text_has_are_no_tests():
    texts = {"a": text(0, 9), "b": text(0, 12)}
    found = differences(texts, [("a", "b"), ("a", "lost")]).set_index(["to", "code"])
    assert found["p"].notna().to_dict() == {
        ("b", "yes"): False, ("b", "no"): True, ("lost", "yes"): False, ("lost", "no"): False,
    }  # fmt: skip
    assert found.loc[("b", "yes"), "high"] > 0


# Many pairs at once, and one text ----------------------------------------------------------------


@pytest.mark.parametrize("net", [True, False])
def test_many_pairs_at_once_are_told_as_one_by_one(claims, data_corpus, net):
    signs, pairs = clusters(claims, "sign"), steps(data_corpus.layer("documents"))
    one_by_one = difference(signs, pairs, "binding", net=net)
    at_once = told_apart([(signs[a], signs[b]) for a, b in pairs], "binding", net=net)
    for column in at_once:
        assert at_once[column].tolist() == pytest.approx(one_by_one[column].tolist())


def test_many_pairs_leave_out_what_cannot_be_tested():
    short, none = text(2, 4), Clusters(np.zeros((0, 2)), np.zeros(0), ("yes", "no"))
    found = told_apart([(text(3, 9), short), (text(3, 9), none), (text(3, 9), text(9, 9))], "yes")
    assert found["estimate"].isna().tolist() == [False, True, False]
    assert found["p"].isna().tolist() == [True, True, False]
    assert told_apart([], "yes").empty


@pytest.mark.parametrize(("k", "n"), [(9, 12), (3, 12), (12, 12), (10, 40), (4, 5)])
def test_a_leaning_is_clear_where_its_interval_leaves_one_half_out(k, n):
    one = text(k, n)
    p = leaning_p(one, "yes", usual=0.35)
    for level in (0.9, 0.95, 0.99):
        row = share_interval({"t": one}, ["yes"], usual=0.35, level=level).iloc[0]
        assert (p < 1 - level) == (row["low"] > 0.5 or row["high"] < 0.5)


def test_no_leaning_without_paragraphs_enough():
    assert math.isnan(leaning_p(text(1, 2), "yes"))
    assert leaning_p(text(4, 8), "yes") == 1


def test_verdicts_rest_on_p_alone():
    assert verdicts([0.04, 0.051], [0.049, 0.06]) == ["clearly more", "no clear difference"]
    assert verdicts([0.01], [0.05]) == ["more, taken singly"]


def test_two_shares_of_one_text_on_paper():
    """Zou 2007: correlation -sqrt(.2/.8 * .5/.5) = -.5, the limits of each share as given."""
    low, high = within_text_limits((0.2, 0.1, 0.4), (0.5, 0.35, 0.7))
    assert low == pytest.approx(0.3 - math.sqrt(0.15**2 + 0.15 * 0.2 + 0.2**2))
    assert high == pytest.approx(0.3 + math.sqrt(0.2**2 + 0.2 * 0.1 + 0.1**2))
    # turned round, the difference turns its sign
    back = within_text_limits((0.5, 0.35, 0.7), (0.2, 0.1, 0.4))
    assert back.tolist() == pytest.approx([-high, -low])


def test_two_shares_that_fill_a_text_are_told_as_one():
    low, high = wilson_limits(0.3, 20, 1.96)
    both = within_text_limits((0.7, 1 - high, 1 - low), (0.3, low, high))
    assert both.tolist() == pytest.approx([2 * low - 1, 2 * high - 1])


def test_limits_from_leaving_out_one_are_those_of_a_mean():
    """Of a mean, the jackknife gives its standard error: s / sqrt(G), with Student's t."""
    values = np.array([1.0, 2.0, 4.0, 7.0])
    without = [(values.sum() - v) / 3 for v in values]
    reach = 3.182446 * values.std(ddof=1) / 2
    assert jackknife_limits(3.5, without) == pytest.approx((3.5 - reach, 3.5 + reach), abs=1e-5)
    assert jackknife_limits(3.5, [*without, math.nan], ends=(0, 4)) == pytest.approx(
        (max(0, 3.5 - reach), 4), abs=1e-5
    )
    assert all(math.isnan(end) for end in jackknife_limits(3.5, [3.5] * 4))
    assert all(math.isnan(end) for end in jackknife_limits(math.nan, without))
    assert all(math.isnan(end) for end in jackknife_limits(3.5, [1.0]))


@pytest.mark.parametrize(("net", "scale"), [(False, 1), (True, 2)])
def test_what_can_be_found_is_asked_at_the_strictest_of_the_levels(net, scale):
    texts = {"a": text(5, 12), "b": text(8, 12), "c": text(6, 12), "d": text(1, 2)}
    pairs = [("a", "b"), ("b", "c"), ("c", "d")]
    found = difference(texts, pairs, "yes", net=net)["detectable"]
    assert math.isnan(found[2])
    least = smallest_difference((12, 12), centre=13 / 24, alpha=0.05 / 2)
    assert found[0] == pytest.approx(scale * least, rel=1e-6)


def test_pairs_told_at_once_have_the_freedom_of_their_own_paragraphs():
    pair = (text(2, 6), text(9, 12))
    found = told_apart([pair], "yes").loc[0]
    one = difference({"a": pair[0], "b": pair[1]}, [("a", "b")], "yes").loc[0]
    for name in ("estimate", "low", "high", "p"):
        assert found[name] == pytest.approx(one[name])


def test_the_own_correlation_of_a_text_is_never_drawn_down():
    """Lumps against none: the lumpy text counts as many cases as it has paragraphs."""
    lumps = np.repeat([[4.0, 0.0], [0.0, 4.0]], 6, axis=0), np.full(12, 4.0)
    even = np.full((12, 2), 2.0), np.full(12, 4.0)
    first, second = (float(size) for size in pair_sizes(lumps, even))
    assert first == pytest.approx(12)
    assert 12 < second < 48  # drawn up towards the pair's
    assert [float(n) for n in pair_sizes(lumps, even, strict=True)] == pytest.approx([12, 48])
