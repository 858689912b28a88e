"""Steps between texts: exact permutation cases, the verdict rule, naive loops, properties."""

import math
from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frameline.measures.resampling import (
    block_weights,
    difference_interval,
    holm,
    interval,
    jeffreys,
    permutation_p,
    permute_groups,
)
from frameline.measures.shift import (
    CLEARLY,
    UNCLEAR,
    VERDICTS,
    WITHIN,
    direction_word,
    js_divergence,
    net_steps,
    step_changes,
    step_tests,
    verdict_word,
)

quick = settings(deadline=None, max_examples=25)
STEP = [("a", "b")]
VALENCE = {1: "B", -1: "D", 0: "A", None: "N"}


def claims_of(rows):
    """A claims table from (doc_id, paragraph, frame, sign) rows."""
    table = pd.DataFrame(
        [(doc, f"{doc}.{para}", frame) for doc, para, frame, _ in rows],
        columns=["doc_id", "para_group", "frame"],
    )
    table["unit_id"] = table["para_group"]
    table["claim_id"] = [f"c{i:03}" for i in range(len(table))]
    table["sign"] = pd.array([sign for *_, sign in rows], dtype="Float64")
    table["valence"] = [VALENCE[sign] for *_, sign in rows]
    return table


def one_claim_paragraphs(first, second, sign=None):
    """Two texts whose paragraphs hold one claim each, from their frames."""
    rows = [("a", i, frame, sign) for i, frame in enumerate(first)]
    return claims_of(rows + [("b", i, frame, sign) for i, frame in enumerate(second)])


# Divergence ----------------------------------------------------------------------------------


def test_js_divergence_on_paper():
    # p = (1, 0), q = (1/2, 1/2), m = (3/4, 1/4): H(m) = .8113, H(p) = 0, H(q) = 1.
    assert js_divergence([2, 0], [3, 3]) == pytest.approx(0.811278 - 0.5, abs=1e-6)
    assert math.isnan(js_divergence([0, 0], [1, 1]))


counts = st.lists(st.integers(0, 9), min_size=3, max_size=3).filter(any)


@given(p=counts, q=counts, r=counts)
@quick
def test_js_is_a_squared_metric_between_zero_and_one(p, q, r):
    assert 0 <= js_divergence(p, q) <= 1 + 1e-12
    assert js_divergence(p, q) == pytest.approx(float(js_divergence(q, p)))
    assert js_divergence(p, [3 * value for value in p]) == pytest.approx(0, abs=1e-12)
    # Its square root is a metric (Endres & Schindelin 2003): the triangle holds.
    sides = [math.sqrt(js_divergence(*pair)) for pair in ((p, q), (q, r), (p, r))]
    assert sides[2] <= sides[0] + sides[1] + 1e-9


# The verdict rule ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("diff", "low", "high", "p", "options", "word"),
    [
        (0.3, 0.1, 0.5, 0.01, {}, CLEARLY),
        (-0.3, -0.5, -0.1, 0.01, {}, CLEARLY),
        (0.3, 0.1, 0.5, 0.05, {}, WITHIN),  # p must be below .05
        (0.3, 0.1, 0.5, 0.5, {"p_raw": 0.5}, WITHIN),  # the interval alone
        (0.3, -0.1, 0.5, 0.3, {"p_raw": 0.01}, WITHIN),  # the raw p alone
        (0.3, -0.1, 0.5, 0.01, {}, WITHIN),  # p without the interval
        (0.3, 0.0, 0.5, 0.01, {}, WITHIN),  # an interval that touches 0 holds 0
        (0.3, 0.1, 0.5, 0.01, {"coded_low": 0.05, "coded_high": 0.6}, CLEARLY),
        (0.3, 0.1, 0.5, 0.01, {"coded_low": -0.05, "coded_high": 0.6}, WITHIN),
        (0.3, -0.1, 0.5, 0.2, {}, UNCLEAR),
        (0.3, 0.1, 0.5, 0.01, {"floor": 0.4}, UNCLEAR),
        (0.3, math.nan, math.nan, 0.01, {}, UNCLEAR),
        (math.nan, 0.1, 0.5, 0.01, {}, UNCLEAR),
        (0.3, 0.1, 0.5, math.nan, {}, WITHIN),
        (0.0, 0.0, 0.0, 1.0, {}, UNCLEAR),
    ],
)
def test_verdict_rule(diff, low, high, p, options, word):
    assert verdict_word(diff, low, high, p, **options) == word


@given(diff=st.floats(-1, 1), half=st.floats(0, 1), p=st.floats(0, 1), raw=st.floats(0, 1))
@quick
def test_the_verdict_does_not_depend_on_the_direction(diff, half, p, raw):
    one = verdict_word(diff, diff - half, diff + half, p, p_raw=raw)
    other = verdict_word(-diff, -diff - half, -diff + half, p, p_raw=raw)
    assert one == other
    assert one in VERDICTS


def test_directions():
    assert [direction_word(diff) for diff in (1, -1, 0, math.nan)] == [
        "more",
        "less",
        "same",
        "same",
    ]


# Exact permutation cases ---------------------------------------------------------------------


def test_all_against_none_has_the_exact_permutation_p():
    # Of the C(6, 3) = 20 splits of XXXYYY only XXX|YYY and YYY|XXX reach |d| = 1: p = 1/10.
    text = one_claim_paragraphs("XXX", "YYY")
    changes = step_changes(text, STEP, draws=4000, seed=1)
    assert changes["p"].to_numpy() == pytest.approx(0.1, abs=0.02)
    tests = step_tests(text, STEP, draws=4000, seed=1)
    assert tests["js"].item() == 1
    assert tests["p"].item() == pytest.approx(0.1, abs=0.02)


def test_net_step_has_the_exact_permutation_p():
    # Signs +++++ against +----: the real |d| = |1 - (-3/5)| = 8/5; a deal with j of the six +
    # in the first text has d = (2j - 5)/5 - (7 - 2j)/5 = (4j - 12)/5, so |d| >= 8/5 needs
    # j = 1 or 5: (C(6,1) C(4,4) + C(6,5) C(4,0)) / C(10,5) = 12/252.
    rows = [("a", i, "X", 1) for i in range(5)]
    rows += [("b", i, "X", 1 if i == 0 else -1) for i in range(5)]
    row = net_steps(claims_of(rows), STEP, draws=6000, seed=1).iloc[0]
    assert row["diff"] == pytest.approx(-8 / 5)
    assert row["p"] == pytest.approx(12 / 252, abs=0.012)


def test_long_paragraphs_do_not_make_a_difference_look_rare():
    # Text a: ten paragraphs of one claim, three of them X. Text b: twenty of six claims, no X.
    # All three X fall to a again in C(10,3)/C(30,3) = 120/4060 of the deals: no honest p is
    # smaller. The plain difference of shares is, because a then mostly holds more claims.
    rows = [("a", i, "X" if i < 3 else "Y", None) for i in range(10)]
    rows += [("b", i, "Y", None) for i in range(20) for _ in range(6)]
    table = step_changes(claims_of(rows), STEP, draws=4000, seed=1, codes=["X"])
    assert table["p"].item() == pytest.approx(120 / 4060, abs=0.01)


def test_a_code_in_fewer_than_three_paragraphs_is_not_tested():
    table = step_changes(one_claim_paragraphs("XXYYY", "YYYYYZ"), STEP, draws=200, seed=1)
    p = table.set_index("code")["p"]
    assert p[["X", "Z"]].isna().all()
    assert p["Y"] == table["p_holm"].dropna().item()


def test_no_difference_no_verdict():
    rows = [(doc, i, frame, sign) for doc in "ab" for i, (frame, sign) in enumerate(
        zip("XXYYZZ", [1, 1, -1, -1, 1, -1], strict=True))]  # fmt: skip
    text = claims_of(rows)
    changes = step_changes(text, STEP, draws=300, seed=1)
    assert set(changes["verdict"]) == {UNCLEAR}
    assert set(changes["direction"]) == {"same"}
    assert net_steps(text, STEP, draws=300, seed=1)["verdict"].item() == UNCLEAR
    assert step_tests(text, STEP, draws=300, seed=1)["p"].item() == 1


def test_a_strong_difference_is_clear_in_every_measure():
    rows = [("a", i, "X", 1) for i in range(15)] + [("b", i, "Y", -1) for i in range(15)]
    text = claims_of(rows)
    assert set(step_changes(text, STEP, draws=500, seed=1)["verdict"]) == {CLEARLY}
    row = net_steps(text, STEP, draws=500, seed=1).iloc[0]
    assert row[["verdict", "direction", "diff"]].tolist() == [CLEARLY, "less", -2]
    assert step_tests(text, STEP, draws=500, seed=1)["p_holm"].item() < 0.05


# Intervals, corrections, texts that are too short --------------------------------------------


def test_shares_of_nothing_and_all_combine_jeffreys_limits():
    row = step_changes(one_claim_paragraphs("XXXX", "YYYYY"), STEP, draws=50).iloc[0]
    sides = (1.0, *jeffreys(4, 4)), (0.0, *jeffreys(0, 5))
    assert (row["low"], row["high"]) == pytest.approx(difference_interval(*sides))
    assert row["method"] == "Jeffreys"


def test_holm_runs_over_all_pairs_and_codes_shown():
    text = pd.concat(
        [
            one_claim_paragraphs("XXXYYYYY", "XYYYYYYZ"),
            claims_of([("c", i, frame, None) for i, frame in enumerate("YZZZZX")]),
        ],
        ignore_index=True,
    )
    pairs = [("a", "b"), ("b", "c"), ("a", "c")]
    table = step_changes(text, pairs, draws=400, seed=2)
    assert table["p_holm"].to_numpy() == pytest.approx(holm(table["p"]), nan_ok=True)
    fewer = step_changes(text, pairs, draws=400, seed=2, codes=["Z"])
    assert (
        fewer["p_holm"].dropna() <= table.loc[table["code"] == "Z", "p_holm"].dropna().to_numpy()
    ).all()
    tests = step_tests(text, pairs, draws=400, seed=2)
    assert tests["p_holm"].to_numpy() == pytest.approx(holm(tests["p"]))


@pytest.mark.parametrize(
    ("first", "second", "draws", "method"),
    [
        ("XY", "XYX", 50, "too few groups"),
        ("XYX", "", 50, "no cases"),
        ("XYX", "XYX", 0, "none"),
    ],
)
def test_a_step_that_cannot_be_tested_says_why(first, second, draws, method):
    text = one_claim_paragraphs(first, second, sign=1)
    for table in (
        step_changes(text, STEP, draws=draws),
        step_tests(text, STEP, draws=draws),
        net_steps(text, STEP, draws=draws),
    ):
        assert set(table["method"]) == {method}
        assert table["p"].isna().all()
        assert table["p_holm"].isna().all()
        if "verdict" in table:
            assert set(table["verdict"]) == {UNCLEAR}


def test_no_pairs_no_rows():
    text = one_claim_paragraphs("XYX", "XYX", sign=1)
    for measure in (step_changes, step_tests, net_steps):
        assert measure(text, []).empty


def test_a_text_without_directions_has_no_net_step():
    rows = [("a", i, "X", 1) for i in range(4)] + [("b", i, "X", None) for i in range(4)]
    row = net_steps(claims_of(rows), STEP, draws=50).iloc[0]
    assert math.isnan(row["diff"])
    assert row["method"] == "no cases"


def test_the_floor_silences_small_differences():
    rows = [("a", i, "X", 1) for i in range(15)]
    rows += [("b", i, "X", 1 if i < 5 else -1) for i in range(15)]
    assert net_steps(claims_of(rows), STEP, draws=300)["verdict"].item() == CLEARLY
    assert net_steps(claims_of(rows), STEP, draws=300, floors=[1.5])["verdict"].item() == UNCLEAR
    assert (
        net_steps(claims_of(rows), STEP, draws=300, floors=[math.nan])["verdict"].item() == UNCLEAR
    )


def test_binding_share_counts_binding_claims_over_all_claims():
    rows = [("a", 1, "X", 1), ("a", 2, "X", -1), ("a", 3, "Y", 1), ("a", 4, "X", None)]
    rows += [("b", i, "X", 1) for i in range(4)]
    table = step_changes(claims_of(rows), STEP, valence="binding", draws=20, codes=["X"])
    assert table[["k_from", "n_from", "k_to", "n_to"]].to_numpy().tolist() == [[1, 4, 4, 4]]
    with pytest.raises(ValueError, match="valence must be one of"):
        step_changes(claims_of(rows), STEP, valence="B", draws=20)


def test_coding_error_can_take_a_clear_verdict_back():
    rows = [("a", i, "X" if i < 12 else "Y", None) for i in range(20)]
    rows += [("b", i, "X" if i < 3 else "Y", None) for i in range(20)]
    text = claims_of(rows)
    swapped = text["frame"].map({"X": "Y", "Y": "X"})
    coded = pd.DataFrame({"x": text["frame"], "y": swapped}).set_index(text["claim_id"])
    assert set(step_changes(text, STEP, draws=500, seed=1)["verdict"]) == {CLEARLY}
    table = step_changes(text, STEP, draws=500, seed=1, coded={"frame": coded})
    assert set(table["verdict"]) == {WITHIN}
    assert (table["coded_low"] <= table["low"]).all()
    assert (table["coded_high"] >= table["high"]).all()


# Against naive loops -------------------------------------------------------------------------

UNEVEN = claims_of(
    [
        ("a", para, frame, sign)
        for para, frame, sign in [
            (1, "X", 1), (1, "X", 1), (1, "Y", -1), (2, "Y", 0), (3, "X", 1), (3, "Z", None),
            (4, "X", -1),
        ]
    ]
    + [
        ("b", para, frame, sign)
        for para, frame, sign in [
            (1, "Y", -1), (1, "Y", -1), (2, "X", 1), (3, "Z", -1), (3, "Y", -1), (3, "Y", 1),
            (4, "Y", -1), (5, "Z", 0), (5, "Z", 1),
        ]
    ]
)  # fmt: skip


def naive_deals(text, draws, seed):
    """Yield the two tables of every deal of the paragraph groups of texts a and b."""
    groups = {doc: sorted(set(text.loc[text["doc_id"] == doc, "para_group"])) for doc in "ab"}
    pool = groups["a"] + groups["b"]
    for deal in permute_groups(len(groups["a"]), len(groups["b"]), draws, seed, key=("a", "b")):
        first = [group for group, taken in zip(pool, deal, strict=True) if taken]
        yield (
            text[text["para_group"].isin(first)],
            text[~text["para_group"].isin(first)],
        )


def share(table, code):
    return (table["frame"] == code).mean()


def paragraph_average(table, code):
    return (table["frame"] == code).groupby(table["para_group"]).mean().mean()


def test_permutation_p_of_shares_equals_a_naive_loop_with_the_same_deals():
    table = step_changes(UNEVEN, STEP, draws=60, seed=3).set_index("code")
    first, second = (UNEVEN[UNEVEN["doc_id"] == doc] for doc in "ab")
    for code in "XYZ":
        p = []
        for statistic in (share, paragraph_average):
            null = [statistic(b, code) - statistic(a, code) for a, b in naive_deals(UNEVEN, 60, 3)]
            p.append(permutation_p(statistic(second, code) - statistic(first, code), null).item())
        assert table.loc[code, "p"] == pytest.approx(max(p))


def net_of(table):
    signs = table["sign"].dropna()
    return signs[signs != 0].mean()


def net_average(table):
    signed = table[table["sign"].isin([1, -1])]
    return signed["sign"].astype(float).groupby(signed["para_group"]).mean().mean()


def test_permutation_p_of_net_equals_a_naive_loop_with_the_same_deals():
    # Only paragraphs with a direction are dealt.
    signed = UNEVEN[UNEVEN["sign"].isin([1, -1])]
    first, second = (signed[signed["doc_id"] == doc] for doc in "ab")
    p = []
    for statistic in (net_of, net_average):
        null = [statistic(b) - statistic(a) for a, b in naive_deals(signed, 60, 3)]
        p.append(permutation_p(statistic(second) - statistic(first), null).item())
    assert net_steps(UNEVEN, STEP, draws=60, seed=3)["p"].item() == pytest.approx(max(p))


def test_bootstrap_of_differences_equals_a_naive_loop_with_the_same_draws():
    weights = block_weights(UNEVEN["para_group"], 60, 3, documents=UNEVEN["doc_id"])
    groups = np.unique(UNEVEN["para_group"])
    shares, nets = [], []
    for draw in weights:
        parts = []
        for doc in "ab":
            copies = [
                UNEVEN[UNEVEN["para_group"] == group]
                for group, times in zip(groups, draw, strict=True)
                for _ in range(times)
                if group.startswith(doc)
            ]
            parts.append(pd.concat(copies))
        shares.append([share(parts[1], code) - share(parts[0], code) for code in "XYZ"])
        nets.append(float(net_of(parts[1])) - float(net_of(parts[0])))
    low, high = interval(np.array(shares))
    table = step_changes(UNEVEN, STEP, draws=60, seed=3)
    assert table["low"].to_numpy() == pytest.approx(low)
    assert table["high"].to_numpy() == pytest.approx(high)
    row = net_steps(UNEVEN, STEP, draws=60, seed=3).iloc[0]
    assert (row["low"], row["high"]) == pytest.approx(
        tuple(map(float, interval(np.array(nets)))), nan_ok=True
    )


def test_the_kept_null_is_what_the_row_sums_up():
    text = UNEVEN
    kept = step_tests(text, STEP, draws=80, seed=3, keep=True)
    pd.testing.assert_frame_equal(
        kept.drop(columns="null"), step_tests(text, STEP, draws=80, seed=3)
    )
    null = kept["null"].iloc[0]
    assert len(null) == 80
    assert null.mean() == pytest.approx(kept["null_mean"].iloc[0])
    assert kept["p"].iloc[0] == (1 + (null >= kept["js"].iloc[0] - 1e-12).sum()) / 81


def test_divergence_null_equals_a_naive_loop_with_the_same_deals():
    first, second = (UNEVEN[UNEVEN["doc_id"] == doc] for doc in "ab")
    codes = list("XYZ")

    def divergence(one, two):
        return float(js_divergence(*([(t["frame"] == c).sum() for c in codes] for t in (one, two))))

    def size(one, two):
        return 1 / len(one) + 1 / len(two)

    null = [
        divergence(one, two) * size(first, second) / size(one, two)
        for one, two in naive_deals(UNEVEN, 60, 3)
    ]
    row = step_tests(UNEVEN, STEP, draws=60, seed=3).iloc[0]
    assert row["js"] == pytest.approx(divergence(first, second))
    assert row["null_mean"] == pytest.approx(np.mean(null))
    assert (row["null_low"], row["null_high"]) == pytest.approx(
        tuple(map(float, interval(np.array(null))))
    )
    assert row["p"] == pytest.approx((1 + sum(v >= row["js"] - 1e-12 for v in null)) / 61)


def test_exact_p_from_all_splits_agrees():
    # With every one of the C(9, 4) = 126 deals instead of a sample.
    groups = sorted(set(UNEVEN["para_group"]))
    extreme = 0
    real = {
        statistic: abs(
            statistic(UNEVEN[UNEVEN["doc_id"] == "b"], "X")
            - statistic(UNEVEN[UNEVEN["doc_id"] == "a"], "X")
        )
        for statistic in (share, paragraph_average)
    }
    counts = dict.fromkeys(real, 0)
    for taken in combinations(groups, 4):
        one, two = (UNEVEN[UNEVEN["para_group"].isin(taken) == side] for side in (True, False))
        for statistic, value in real.items():
            counts[statistic] += abs(statistic(two, "X") - statistic(one, "X")) >= value - 1e-12
        extreme += 1
    exact = max(counts.values()) / extreme
    table = step_changes(UNEVEN, STEP, draws=4000, seed=5).set_index("code")
    assert table.loc["X", "p"] == pytest.approx(exact, abs=0.035)


# Properties ----------------------------------------------------------------------------------

rows_of_claims = st.lists(
    st.tuples(
        st.sampled_from("ab"),
        st.integers(1, 5),
        st.sampled_from("XYZ"),
        st.sampled_from([1, -1, 0, None]),
    ),
    min_size=6,
    max_size=30,
)


@given(rows=rows_of_claims)
@quick
def test_turning_a_step_round_turns_its_numbers_round(rows):
    text = claims_of(rows)
    for measure in (step_changes, net_steps):
        there = measure(text, [("a", "b")], draws=40, seed=2)
        back = measure(text, [("b", "a")], draws=40, seed=2)
        for one, other in (("diff", "diff"), ("low", "high"), ("high", "low")):
            assert there[one].to_numpy() == pytest.approx(-back[other].to_numpy(), nan_ok=True)
        assert there["p"].to_numpy() == pytest.approx(back["p"].to_numpy(), nan_ok=True)
        assert (there["verdict"] == back["verdict"]).all()
    there = step_tests(text, [("a", "b")], draws=40, seed=2)
    back = step_tests(text, [("b", "a")], draws=40, seed=2)
    for column in ("js", "null_mean", "p"):
        assert there[column].to_numpy() == pytest.approx(back[column].to_numpy(), nan_ok=True)


@given(rows=rows_of_claims, data=st.data())
@quick
def test_the_order_of_the_rows_does_not_matter(rows, data):
    text = claims_of(rows)
    mixed = text.iloc[list(data.draw(st.permutations(range(len(text)))))]
    for measure in (step_changes, step_tests, net_steps):
        one, other = (measure(table, STEP, draws=30, seed=2) for table in (text, mixed))
        pd.testing.assert_frame_equal(one, other)


@given(rows=rows_of_claims)
@quick
def test_differences_of_shares_sum_to_zero_and_p_is_never_zero(rows):
    text = claims_of(rows)
    table = step_changes(text, STEP, draws=30, seed=2)
    if table["diff"].notna().all():
        assert table["diff"].sum() == pytest.approx(0, abs=1e-9)
    assert (table["p"].dropna() >= 1 / 31).all()
    assert (table["p_holm"].dropna() >= table["p"].dropna() - 1e-12).all()


@given(rows=rows_of_claims)
@quick
def test_a_third_text_changes_nothing_in_a_step(rows):
    text = claims_of(rows)
    more = pd.concat([text, claims_of([("c", i, "X", 1) for i in range(4)])], ignore_index=True)
    for measure in (step_tests, net_steps):
        pd.testing.assert_frame_equal(
            measure(text, STEP, draws=30, seed=2), measure(more, STEP, draws=30, seed=2)
        )


def test_paragraphs_without_a_code_do_not_count():
    text = one_claim_paragraphs(["X", "Y", "X", ""], ["", "", "", "Y", "X"])
    row = step_tests(text, STEP, draws=20).iloc[0]
    assert row[["n_from", "n_to", "groups_from", "groups_to", "method"]].tolist() == [
        3, 2, 3, 2, "too few groups",
    ]  # fmt: skip
    blank = one_claim_paragraphs(["X", "Y", "X"], ["", "", ""])
    assert set(step_changes(blank, STEP, draws=20)["method"]) == {"no cases"}
