"""Draws, intervals and corrections: published values, exact small cases, naive loops."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frameline.measures.resampling import (
    coder_signs,
    coder_values,
    holm,
    interval,
    jeffreys,
    permutation_p,
    stream,
    wilson,
)

quick = settings(deadline=None, max_examples=40)


# Published values ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    [
        # R package cards, tests of proportion_ci_jeffreys.
        (0, 32, 0.0, 0.07492776),
        (32, 32, 0.9250722, 1.0),
        (5, 10, 0.2235287, 0.7764713),
    ],
)
def test_jeffreys_gives_the_values_of_r(k, n, low, high):
    assert jeffreys(k, n) == pytest.approx((low, high), abs=5e-8)


@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    [
        # Newcombe 1998, table I, method 3.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
        # R package cards, tests of proportion_ci_wilson.
        (32, 32, 0.8928208, 1.0),
    ],
)
def test_wilson_gives_the_published_values(k, n, low, high):
    assert wilson(k, n) == pytest.approx((low, high), abs=5e-5)


def test_wilson_takes_another_level():
    assert wilson(5, 10, 0.9) == pytest.approx((0.2692718, 0.7307282), abs=5e-8)


def test_jeffreys_limits_enclose_the_stated_mass():
    # Beta(1/2 + k, 1/2 + n - k) by brute force: the tails outside the limits hold 2.5 % each.
    # For k >= 1 and n - k >= 1 the density is bounded, so the midpoint rule converges fast.
    k, n = 3, 11
    low, high = jeffreys(k, n)
    grid = (np.arange(200_000) + 0.5) / 200_000
    density = grid ** (k - 0.5) * (1 - grid) ** (n - k - 0.5)
    density /= density.sum()
    assert density[grid < low].sum() == pytest.approx(0.025, abs=1e-5)
    assert density[grid > high].sum() == pytest.approx(0.025, abs=1e-5)


@pytest.mark.parametrize("limits", [jeffreys, wilson])
@pytest.mark.parametrize(("k", "n"), [(-1, 3), (4, 3), (0, -1)])
def test_impossible_counts_are_refused(limits, k, n):
    with pytest.raises(ValueError, match="0 <= k <= n"):
        limits(k, n)


@pytest.mark.parametrize("limits", [jeffreys, wilson])
@given(n=st.integers(1, 200), data=st.data())
@quick
def test_share_limits_hold_the_share_and_mirror(limits, n, data):
    k = data.draw(st.integers(0, n))
    low, high = limits(k, n)
    assert 0 <= low <= k / n <= high <= 1
    assert limits(n - k, n) == pytest.approx((1 - high, 1 - low), abs=1e-9)


def test_no_cases_no_limits():
    assert all(math.isnan(limit) for limit in (*jeffreys(0, 0), *wilson(0, 0)))


# Holm and permutation p ----------------------------------------------------------------------


def test_holm_on_paper():
    # Sorted: .005 x 4 = .02, .01 x 3 = .03, .03 x 2 = .06, .04 x 1 = .04 -> .06 (never falls).
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])


def test_holm_leaves_untested_comparisons_out():
    adjusted = holm([0.01, np.nan, 0.04])
    assert adjusted[[0, 2]] == pytest.approx([0.02, 0.04])
    assert math.isnan(adjusted[1])


@given(st.lists(st.floats(0, 1), min_size=1, max_size=12))
@quick
def test_holm_is_between_p_and_bonferroni_and_keeps_the_order(p):
    adjusted = holm(p)
    assert np.all(adjusted >= np.array(p) - 1e-12)
    assert np.all(adjusted <= np.minimum(1, np.array(p) * len(p)) + 1e-12)
    assert np.all(np.diff(adjusted[np.argsort(p, kind="stable")]) >= 0)


def test_permutation_p_counts_ties_and_undefined_draws_against_us():
    # Extreme: 2, -2 (two-sided), nan -> (1 + 3) / (1 + 5).
    draws = [2.0, -2.0, 1.0, 0.0, np.nan]
    assert permutation_p(2.0, draws).item() == pytest.approx(4 / 6)
    assert permutation_p(2.0, draws, two_sided=False).item() == pytest.approx(3 / 6)
    assert math.isnan(permutation_p(np.nan, draws).item())


# Intervals of draws --------------------------------------------------------------------------


def test_interval_leaves_undefined_draws_out_up_to_half():
    values = np.array([[1.0, np.nan], [2.0, np.nan], [3.0, 7.0], [np.nan, np.nan]])
    low, high = interval(values, level=1.0)
    assert (low[0], high[0]) == (1.0, 3.0)
    assert np.isnan(low[1])
    assert np.isnan(high[1])


@given(st.lists(st.floats(-5, 5), min_size=2, max_size=60), st.floats(0.5, 0.99))
@quick
def test_interval_is_ordered_and_mirrors(values, level):
    low, high = interval(np.array(values), level)
    assert low <= high
    assert interval(-np.array(values), level)[0] == pytest.approx(-high)


# Draws ---------------------------------------------------------------------------------------


def test_streams_differ_by_key_and_seed_and_repeat():
    first = stream(1, "a").random(4)
    assert np.array_equal(first, stream(1, "a").random(4))
    for other in (stream(2, "a"), stream(1, "b"), stream(1, "a", ""), stream(1)):
        assert not np.array_equal(first, other.random(4))
    with pytest.raises(ValueError, match="seed"):
        stream(-1)


def test_stream_is_the_same_on_every_machine():
    # Pinned: a change here changes every interval of every report.
    assert stream(2001, "text").integers(0, 1000, 3).tolist() == [836, 505, 205]


# Coders --------------------------------------------------------------------------------------


def test_codes_are_read_by_claim_and_gaps_are_none():
    aligned = pd.DataFrame({"x": ["A", "B", pd.NA], "y": ["A", None, "C"]}, index=["1", "2", "3"])
    assert coder_values(aligned, ["3", "1"]).tolist() == [[None, "A"], ["C", "A"]]
    with pytest.raises(ValueError, match="lack 1 of 2 claims"):
        coder_values(aligned, ["1", "9"])


def test_signs_come_from_the_claims_and_unknown_codes_are_refused():
    claims = pd.DataFrame(
        {"claim_id": ["1", "2"], "valence": ["B", "N"], "sign": pd.array([1, None], "Float64")}
    )
    aligned = pd.DataFrame({"x": ["B", "D"]}, index=["1", "2"])
    with pytest.raises(ValueError, match="D: give it in `signs`"):
        coder_signs(claims, {"valence": aligned})
    assert coder_signs(claims, {"valence": aligned}, {"D": -1}).tolist() == [[1.0, -1.0]]
    claims.attrs["signs"] = {"D": -1}
    assert coder_signs(claims, {"valence": aligned}).tolist() == [[1.0, -1.0]]
