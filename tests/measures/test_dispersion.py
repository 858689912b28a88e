"""Dispersion: limits, equal and unequal parts, and many words at once."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frameline.measures import dispersion as di

SIZES = [10, 20, 30, 40]
SIZED = [
    di.deviation_of_proportions,
    di.juilland_d,
    di.carroll_d2,
    di.rosengren_s,
    di.lyne_d3,
    di.kl_divergence,
    di.distributional_evenness,
]
EVEN = {di.deviation_of_proportions: 0.0, di.kl_divergence: 0.0}


@pytest.mark.parametrize("measure", SIZED)
def test_a_word_spread_like_the_parts_is_even(measure):
    assert measure([1, 2, 3, 4], SIZES) == pytest.approx(EVEN.get(measure, 1.0))


@pytest.mark.parametrize("measure", SIZED)
@given(freqs=st.lists(st.integers(0, 9), min_size=4, max_size=4).filter(any))
@settings(max_examples=25, deadline=None)
def test_twice_the_words_in_twice_the_text_is_the_same(measure, freqs):
    once = measure(freqs, SIZES)
    twice = measure([2 * n for n in freqs], [2 * n for n in SIZES])
    assert once == pytest.approx(twice, abs=1e-9)


@pytest.mark.parametrize("measure", SIZED)
@given(freqs=st.lists(st.integers(0, 9), min_size=4, max_size=4).filter(any))
@settings(max_examples=25, deadline=None)
def test_many_words_give_one_value_each(measure, freqs):
    table = measure([freqs, [1, 1, 1, 1]], SIZES)
    assert table.tolist() == pytest.approx([measure(freqs, SIZES), measure([1] * 4, SIZES)])


@pytest.mark.parametrize("measure", SIZED)
def test_a_word_that_does_not_occur_has_no_dispersion(measure):
    assert math.isnan(measure([0, 0, 0, 0], SIZES))
    assert math.isnan(di.relative_range([0, 0]))


def test_a_word_in_the_smallest_part_only():
    freqs = [5, 0, 0, 0]
    assert di.deviation_of_proportions(freqs, SIZES) == pytest.approx(0.9)
    assert di.deviation_of_proportions(freqs, SIZES, norm=True) == pytest.approx(1.0)
    assert di.juilland_d(freqs, SIZES) == pytest.approx(0.0)
    assert di.carroll_d2(freqs, SIZES) == pytest.approx(0.0)
    assert di.distributional_evenness(freqs, SIZES) == pytest.approx(0.0)
    assert di.rosengren_s(freqs, SIZES) == pytest.approx(0.1)
    assert di.kl_divergence(freqs, SIZES) == pytest.approx(math.log2(10))


@given(freqs=st.lists(st.integers(0, 9), min_size=4, max_size=4).filter(any))
@settings(max_examples=40, deadline=None)
def test_evenness_is_the_mean_difference_of_all_pairs(freqs):
    rate = np.array(freqs) / np.array(SIZES)
    pairs = [abs(rate[i] - rate[j]) for i in range(4) for j in range(i)]
    expected = 1 - np.mean(pairs) / (2 * rate.mean())
    assert di.distributional_evenness(freqs, SIZES) == pytest.approx(expected)


@pytest.mark.parametrize("sizes", [[1, 2], [1, 2, 0], [1, 2, -1]])
def test_sizes_must_fit_the_parts(sizes):
    with pytest.raises(ValueError, match="size"):
        di.deviation_of_proportions([1, 0, 1], sizes)


@pytest.fixture
def tokens() -> pd.DataFrame:
    rows = [("p2", "gas", 1), ("p1", "iran", 2), ("p1", "gas", 2), ("p2", "iran", 5)]
    return pd.DataFrame([*rows, ("p1", "iran", 1)], columns=["para_group", "token", "n"])


def test_the_matrix_adds_up_and_sorts(tokens):
    matrix = di.token_matrix(tokens)
    assert matrix.index.tolist() == ["gas", "iran"]
    assert matrix.columns.tolist() == ["p1", "p2"]
    assert matrix.to_numpy().tolist() == [[2, 1], [3, 5]]


def test_the_table_measures_against_all_words(tokens):
    table = di.dispersion_table(tokens).set_index("token")
    assert table["n"].to_dict() == {"iran": 8, "gas": 3}
    sizes = [5, 6]
    assert table.loc["gas", "dp"] == pytest.approx(di.deviation_of_proportions([2, 1], sizes))
    assert table.loc["gas", "dp_norm"] > table.loc["gas", "dp"]
    rare = di.dispersion_table(tokens, min_n=4)
    assert rare["token"].tolist() == ["iran"]
    assert rare.loc[0, "dp"] == pytest.approx(table.loc["iran", "dp"])


def test_one_part_has_no_normed_dispersion(tokens):
    table = di.dispersion_table(tokens[tokens["para_group"] == "p1"])
    assert (table["dp"] == 0).all()
    assert table["dp_norm"].isna().all()
