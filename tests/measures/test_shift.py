"""The divergence of two mixes: on paper, and its properties."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frameline.measures.shift import js_divergence

quick = settings(deadline=None, max_examples=25)


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
