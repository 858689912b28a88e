"""TAKEN by helper Charts D."""

from tests.charts.geometry import assert_inside


def test_x():
    assert assert_inside
