"""Coefficients against hand-worked tables, another implementation, and their own invariances."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frameline.measures import coefficients as co

CODE = st.sampled_from(["1", "2", "3", "4", None])


@st.composite
def codings(draw, max_coders=4, max_units=12):
    """Units x coders, codes 1 to 4 as text, some missing."""
    coders = draw(st.integers(2, max_coders))
    unit = st.lists(CODE, min_size=coders, max_size=coders)
    rows = draw(st.lists(unit, min_size=2, max_size=max_units))
    return pd.DataFrame(rows, index=[f"u{i}" for i in range(len(rows))], dtype=object)


def same(one: float, two: float) -> bool:
    return (math.isnan(one) and math.isnan(two)) or math.isclose(one, two, abs_tol=1e-9)


@pytest.mark.parametrize("level", ["nominal", "ordinal", "interval", "ratio"])
@given(codes=codings())
@settings(max_examples=40, deadline=None)
def test_alpha_is_that_of_the_krippendorff_package(level, codes):
    package = pytest.importorskip("krippendorff")
    ours = co.alpha(codes, level)
    if co.why_undefined(codes):
        assert math.isnan(ours)
        return
    data = codes.astype(float).to_numpy().T
    theirs = package.alpha(reliability_data=data, level_of_measurement=level)
    assert ours == pytest.approx(float(theirs), abs=1e-9)


@pytest.mark.parametrize("level", co.LEVELS)
@given(codes=codings(), data=st.data())
@settings(max_examples=25, deadline=None)
def test_alpha_does_not_depend_on_the_order_of_coders_or_units(level, codes, data):
    rows = data.draw(st.permutations(range(len(codes))))
    columns = data.draw(st.permutations(range(codes.shape[1])))
    assert same(co.alpha(codes, level), co.alpha(codes.iloc[rows, columns], level))


@given(codes=codings(), names=st.permutations(["w", "x", "y", "z"]))
@settings(max_examples=25, deadline=None)
def test_nominal_alpha_does_not_depend_on_the_names_of_codes(codes, names):
    renamed = codes.replace(dict(zip("1234", names, strict=True)))
    assert same(co.alpha(codes), co.alpha(renamed))


@given(codes=codings())
@settings(max_examples=25, deadline=None)
def test_units_with_one_code_do_not_count(codes):
    alone = pd.DataFrame([["4"] + [None] * (codes.shape[1] - 1)], index=["alone"], dtype=object)
    assert same(co.alpha(codes, "ordinal"), co.alpha(pd.concat([codes, alone]), "ordinal"))


@pytest.mark.parametrize(
    ("codes", "reason"),
    [
        ([["a", "a"], ["a", "a"]], "no variation: every code is a"),
        ([["a"], ["b"]], "only one coder"),
        ([["a", None], ["b", None]], "only one coder"),
        ([[None, None], [None, None]], "no codes"),
        ([["a", None], [None, "b"]], "no unit was coded by two coders"),
        ([["a", "a"], ["b", None]], "no variation: every code is a"),
    ],
)
@pytest.mark.parametrize("level", ["nominal", "set"])
def test_undefined_alpha_is_nan_with_a_reason(codes, reason, level):
    assert math.isnan(co.alpha(codes, level))
    assert co.why_undefined(codes) == reason


def test_undefined_ordinal_alpha_is_nan():
    assert math.isnan(co.alpha([["1", "1"], ["1", "1"]], "ordinal"))


def test_systematic_disagreement_is_below_zero():
    assert co.alpha([["a", "b"], ["b", "a"]]) == pytest.approx(-0.5)


def test_blanks_are_missing_unless_they_are_a_code():
    codes = [["", "a"], ["a", "a"], ["b", "b"]]
    assert co.alpha(codes) == 1.0
    assert co.alpha(codes, blanks=True) < 1.0
    assert co.why_undefined([["", ""], ["", ""]], blanks=True).endswith("(blank)")


def test_ordinal_words_need_their_order():
    codes = [["low", "mid"], ["high", "high"], ["mid", "mid"], ["low", "low"]]
    order = ["low", "mid", "high"]
    number = pd.DataFrame(codes).replace({"low": "1", "mid": "2", "high": "3"})
    assert co.alpha(codes, "ordinal", order=order) == pytest.approx(co.alpha(number, "ordinal"))
    with pytest.raises(ValueError, match="order"):
        co.alpha(codes, "ordinal")
    with pytest.raises(ValueError, match="high"):
        co.alpha(codes, "ordinal", order=["low", "mid"])
    with pytest.raises(ValueError, match="level"):
        co.alpha(codes, "rank")


def test_ordinal_distance_ignores_the_size_of_steps():
    codes = pd.DataFrame([["1", "2"], ["2", "2"], ["3", "3"], ["1", "1"]])
    stretched = codes.replace({"3": "30"})
    assert co.alpha(codes, "ordinal") == pytest.approx(co.alpha(stretched, "ordinal"))
    assert co.alpha(codes, "interval") != pytest.approx(co.alpha(stretched, "interval"))


@pytest.mark.parametrize(
    ("distance", "pair", "expected"),
    [
        ("masi", ("A;B", "A"), 1 - 1 / 2 * 2 / 3),
        ("masi", ("A;B", "A;C"), 1 - 1 / 3 * 1 / 3),
        ("masi", ("A", ""), 1.0),
        ("masi-2004", ("A;B", "A;C"), 2 / 3),
        ("masi-2004", ("A", ""), 1 / 3),
        ("masi-product", ("A;B", "A;C"), 2 / 3 * 2 / 3),
        ("jaccard", ("A;B;C", "A"), 2 / 3),
        ("exact", ("A;B", "A"), 1.0),
    ],
)
def test_set_distances(distance, pair, expected):
    measure = co.SET_DISTANCES[distance]
    assert measure(*pair) == pytest.approx(expected)
    assert measure(*pair[::-1]) == pytest.approx(expected)
    assert measure("A;B", "B;A") == measure("", "") == 0.0
    assert measure("A", "B") == 1.0


def test_the_order_of_members_does_not_matter():
    codes = [["B;A", "A;B"], ["C", "C"], ["A;C", "C"]]
    assert co.value_counts(codes, level="set").columns.tolist() == ["A;B", "A;C", "C"]
    assert co.alpha_sets(codes) == co.alpha_sets([["A;B", "A;B"], ["C", "C"], ["C;A", "C"]])


def test_single_codes_as_sets_are_nominal():
    codes = [["A", "B"], ["B", "B"], ["A", "A"], ["C", "C"]]
    for distance in co.SET_DISTANCES:
        assert co.alpha_sets(codes, distance) == pytest.approx(co.alpha(codes))


def test_weighted_kappa_by_hand():
    table = [[3, 1, 0], [1, 2, 1], [0, 0, 2]]
    # margins 4, 4, 2 and 4, 3, 3: chance cells off the diagonal 1.2, 1.2, 1.6, 1.2, .8, .6
    linear = 1 - (1 + 1 + 1) * 0.5 / ((1.2 + 1.2 + 1.6 + 0.6) * 0.5 + 1.2 + 0.8)
    quadratic = 1 - (1 + 1 + 1) * 0.25 / ((1.2 + 1.2 + 1.6 + 0.6) * 0.25 + 1.2 + 0.8)
    assert co.kappa(table, "linear") == pytest.approx(linear)
    assert co.kappa(table, "quadratic") == pytest.approx(quadratic)


def test_two_by_two_weights_change_nothing():
    table = [[20, 10], [20, 50]]
    assert co.kappa(table, "linear") == co.kappa(table, "quadratic") == co.kappa(table)


def test_a_constant_coder_gives_kappa_zero_and_two_give_none():
    assert co.kappa([[0, 11], [0, 989]]) == pytest.approx(0.0)
    assert math.isnan(co.kappa([[0, 0], [0, 5]]))
    assert math.isnan(co.scott_pi([[5, 0], [0, 0]]))
    assert math.isnan(co.fleiss_kappa([[2, 0], [2, 0]]))


def test_ac1_with_missing_codes_by_hand():
    # units: aa, ab, a-, bb; pa = 2/3; pi_a = (1 + .5 + 1 + 0)/4; pe = 2 * .625 * .375 / 1
    counts = [[2, 0], [1, 1], [1, 0], [0, 2]]
    chance = 2 * 0.625 * 0.375
    assert co.ac1(counts) == pytest.approx((2 / 3 - chance) / (1 - chance))
    assert co.ac1(counts, categories=4) > co.ac1(counts)
    assert math.isnan(co.ac1([[2], [2]]))
    assert math.isnan(co.ac1([[1, 0], [0, 1]]))


def test_ac1_is_not_s():
    table = [[80, 7], [8, 5]]
    assert co.ac1(co.table_counts(table)) != pytest.approx(co.s_score(table), abs=0.05)


def test_bad_shapes_are_refused():
    with pytest.raises(ValueError, match="rows as columns"):
        co.kappa([[1, 2, 3], [4, 5, 6]])
    with pytest.raises(ValueError, match="same number"):
        co.fleiss_kappa([[2, 0], [2, 1]])
    with pytest.raises(ValueError, match="linear"):
        co.kappa([[1, 2], [2, 1]], "cubic")
    with pytest.raises(ValueError, match="shape"):
        co.kappa([[1, 2], [2, 1]], [[0]])


def test_a_contingency_table_keeps_its_counts():
    table = pd.DataFrame([[2, 1], [0, 3]], index=["a", "b"], columns=["a", "b"])
    counts = co.table_counts(table)
    assert counts.sum().to_dict() == {"a": 5, "b": 7}
    assert len(counts) == 6
    assert (counts.sum(axis=1) == 2).all()


@pytest.mark.parametrize("level", ["nominal", "ordinal", "interval", "ratio"])
def test_nothing_coded_has_no_alpha(level):
    empty = pd.DataFrame({"a": [None, None], "b": [None, None]}, index=["u", "v"], dtype=object)
    assert np.isnan(co.alpha(empty, level))
