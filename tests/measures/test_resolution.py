"""Resolution of the design: correlation on paper, power against a binomial, monotony."""

import math

import numpy as np
import pandas as pd
import pytest

from frameline.measures.resolution import (
    intraclass_correlation,
    resolution,
    resolution_curve,
    smallest_difference,
)

FAST = {"simulations": 120, "deals": 99}


def text_of(doc_id, groups):
    """Claims of a text from a list of paragraphs, each a list of signs."""
    rows = [(doc_id, f"{doc_id}.{i}", sign) for i, part in enumerate(groups) for sign in part]
    table = pd.DataFrame(rows, columns=["doc_id", "para_group", "sign"])
    return table.assign(sign=table["sign"].astype("Float64"))


def test_correlation_on_paper():
    # Groups (1, 1), (1, -1), (-1, -1): grand mean 0, group means 1, 0, -1.
    # MSB = 2(1 + 0 + 1)/2 = 2, MSW = (0 + 2 + 0)/3 = 2/3, m0 = 2: (2 - 2/3)/(2 + 2/3) = 1/2.
    signs, groups = [1, 1, 1, -1, -1, -1], ["a", "a", "b", "b", "c", "c"]
    assert intraclass_correlation(signs, groups) == pytest.approx(0.5)


def test_correlation_with_uneven_groups_on_paper():
    # Groups (1, 1, 1), (-1): MSB = (3(1/2)^2 + (3/2)^2)/1 = 3, MSW = 0: correlation 1.
    assert intraclass_correlation([1, 1, 1, -1], list("aaab")) == 1


@pytest.mark.parametrize(
    ("signs", "groups"), [([], []), ([1, -1], ["a", "a"]), ([1, -1], ["a", "b"]), ([1, 1], "aa")]
)
def test_nothing_to_estimate_from_counts_as_no_correlation(signs, groups):
    assert intraclass_correlation(signs, list(groups)) == 0


def test_independent_claims_have_no_correlation():
    generator = np.random.default_rng(3)
    signs = generator.choice([-1, 1], 6000)
    assert intraclass_correlation(signs, np.repeat(np.arange(1500), 4)) < 0.05


def test_the_simulated_power_is_that_of_the_textbook():
    # One claim per paragraph: two binomial samples of 60. The usual formula for two shares,
    # n = (1.960 + .842)^2 x 2 x .25 / d^2 around 1/2 (p(1-p) nearly .25), gives d = .256 in
    # shares, .51 in net valence (a little less at the wider shares, where p(1-p) is .234).
    ones = [1] * 60
    found = smallest_difference((ones, ones), simulations=600, deals=299, seed=1)
    assert found == pytest.approx(0.50, abs=0.06)


def test_more_paragraphs_resolve_more_and_correlation_less():
    few = smallest_difference(([3] * 8, [3] * 8), **FAST)
    many = smallest_difference(([3] * 30, [3] * 30), **FAST)
    alike = smallest_difference(([3] * 30, [3] * 30), correlation=0.8, **FAST)
    assert many < alike < few


def test_the_order_of_two_texts_and_empty_paragraphs_do_not_matter_much():
    one = smallest_difference(([2] * 10, [4] * 20), **FAST)
    other = smallest_difference(([4] * 20, [2] * 10), **FAST)
    assert one == pytest.approx(other, abs=0.15)
    assert one == smallest_difference(([2] * 10 + [0] * 5, [4] * 20), **FAST)


def test_too_few_paragraphs_resolve_nothing():
    assert math.isnan(smallest_difference(([5, 5], [5] * 20), **FAST))
    assert math.isnan(smallest_difference(([1] * 3, [1] * 3), **FAST))  # 1/10 is the smallest p


def test_resolution_of_pairs():
    claims = pd.concat(
        [
            text_of("a", [[1, 1], [1], [1, 1], [1], [1], [1, 1], [1], [1]]),
            text_of("b", [[-1, -1], [-1], [-1], [-1], [-1, None], [-1], [-1], [-1]]),
            text_of("c", [[1, 1], [-1], [1, 1], [1], [1], [1, 1], [1], [1]]),
            text_of("d", [[None], [0]]),
        ]
    )
    table = resolution(claims, [("a", "b"), ("a", "c"), ("a", "d"), ("a", "lost")], **FAST)
    assert table["observed"].tolist()[:2] == pytest.approx([2, 2 / 11])
    assert table["resolved"].tolist() == [True, False, False, False]
    assert table["signed_to"].tolist() == [9, 11, 0, 0]
    assert table["groups_to"].tolist() == [8, 8, 0, 0]
    assert table["smallest"].isna().tolist() == [False, False, True, True]


def test_resolution_repeats_with_its_seed():
    claims = pd.concat([text_of(doc, [[1], [-1, 1], [1], [-1], [1, 1]] * 2) for doc in "ab"])
    one, other = (resolution(claims, [("a", "b")], seed=4, **FAST) for _ in range(2))
    pd.testing.assert_frame_equal(one, other)


def test_the_curve_uses_the_observed_paragraph_sizes():
    # Sizes 1, 1, 2, 4: four groups repeat them, eight double them.
    claims = text_of("a", [[1], [-1], [1, -1], [1, -1, 1, -1]])
    table = resolution_curve(claims, [4, 8, 40], **FAST)
    assert table["signed"].tolist() == [8, 16, 80]
    assert table["smallest"].iloc[1] > table["smallest"].iloc[2]


def test_no_directions_no_curve():
    table = resolution_curve(text_of("a", [[None], [0]]), [5, 10], **FAST)
    assert table["smallest"].isna().all()
