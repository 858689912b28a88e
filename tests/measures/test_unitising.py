"""Alpha for unitising: the published figure is held in test_reference; here its properties."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frameline.measures.unitising import alpha_unitising, unitising_table

LENGTH = 40


@st.composite
def spans(draw):
    """Units of one coder that do not overlap, on a continuum of 40."""
    cuts = draw(st.lists(st.integers(0, LENGTH), min_size=0, max_size=6, unique=True))
    cuts = sorted(cuts)[: len(cuts) // 2 * 2]
    pairs = zip(cuts[::2], cuts[1::2], strict=True)
    return [(first, second - first) for first, second in pairs]


@given(coders=st.lists(spans(), min_size=2, max_size=4))
@settings(max_examples=60, deadline=None)
def test_moving_the_text_or_swapping_coders_changes_nothing(coders):
    here = unitising_table({"c": coders}, start=0, length=LENGTH)
    moved = [[(begin + 100, size) for begin, size in spans] for spans in coders]
    for other, start in ((moved, 100), (coders[::-1], 0)):
        table = unitising_table({"c": other}, start=start, length=LENGTH)
        assert table["observed"].tolist() == pytest.approx(here["observed"].tolist())
        assert table["expected"].tolist() == pytest.approx(here["expected"].tolist())


@given(coder=spans().filter(bool))
@settings(max_examples=40, deadline=None)
def test_identical_units_agree_perfectly(coder):
    assert alpha_unitising({"c": [coder, coder]}, start=0, length=LENGTH) == 1.0


def test_observed_disagreement_by_hand():
    # (2,4) against (3,4): overlap, 1^2 + 1^2; (10,2) within a gap: 2^2; two coders, L = 20
    table = unitising_table({"c": [[(2, 4), (10, 2)], [(3, 4)]]}, start=0, length=20)
    assert table.loc[0, "observed"] == pytest.approx(2 * (1 + 1 + 4) / (2 * 1 * 400))
    assert table.loc[0, "units"] == 3


def test_expected_disagreement_by_hand():
    # one unit of 2 by one coder; gaps 3, 5 and 10 of two coders on a continuum of 10
    table = unitising_table({"c": [[(3, 2)], []]}, start=0, length=10)
    room = (3 - 2 + 1) + (5 - 2 + 1) + (10 - 2 + 1)
    assert table.loc[0, "expected"] == pytest.approx(2 / 10 * 4 * room / (20 * 19 - 2 * 1))
    assert table.loc[0, "observed"] == pytest.approx(2 * 4 / (2 * 100))


def test_a_near_miss_is_better_than_a_far_one():
    near = alpha_unitising({"c": [[(10, 5)], [(11, 5)]]}, start=0, length=LENGTH)
    far = alpha_unitising({"c": [[(10, 5)], [(30, 5)]]}, start=0, length=LENGTH)
    assert 1 > near > 0 > far


def test_all_codes_together_weigh_the_disagreements():
    units = {"c": [[(0, 5)], [(1, 5)]], "k": [[(20, 10)], [(20, 10)]]}
    table = unitising_table(units, start=0, length=LENGTH)
    overall = alpha_unitising(units, start=0, length=LENGTH)
    assert overall == pytest.approx(1 - table["observed"].sum() / table["expected"].sum())
    assert table["alpha"].tolist()[1] == 1.0


def test_nothing_marked_or_one_coder_is_undefined():
    assert math.isnan(alpha_unitising({"c": [[], []]}, start=0, length=LENGTH))
    assert math.isnan(alpha_unitising({"c": [[(1, 2)]]}, start=0, length=LENGTH))
    assert math.isnan(alpha_unitising({}, start=0, length=LENGTH))


@pytest.mark.parametrize("bad", [[(1, 5), (3, 5)], [(38, 5)], [(-1, 2)], [(5, 0)]])
def test_impossible_units_are_refused(bad):
    with pytest.raises(ValueError, match="unit at"):
        alpha_unitising({"c": [bad, []]}, start=0, length=LENGTH)


def test_codes_must_list_the_same_coders():
    with pytest.raises(ValueError, match="same coders"):
        alpha_unitising({"c": [[], []], "k": [[]]}, start=0, length=LENGTH)
