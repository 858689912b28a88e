"""What longer texts would buy, by the formulas of the tests themselves."""

import math

import numpy as np
import pytest

from frameline.measures.calibration import Law, rejection_rate, share_differs
from frameline.measures.clusters import Clusters
from frameline.measures.planning import longer_texts


def text(groups, size=3):
    """Paragraphs that bind and divide in turn."""
    hits = np.tile([[size, 0.0], [0.0, size], [size - 1, 1.0]], (groups, 1))[:groups]
    return Clusters(hits.astype(float), np.full(groups, float(size)), ("binding", "dividing"))


def test_longer_texts_find_smaller_differences():
    table = longer_texts({"a": text(12), "b": text(20)}, [2, 5, 10, 40, 160])
    assert table["signed"].tolist() == [6, 15, 30, 120, 480]
    assert table["smallest"].isna().tolist() == [True, False, False, False, False]
    assert table["smallest"].dropna().is_monotonic_decreasing
    assert (table["smallest"].dropna() < 2).all()


def test_the_difference_is_found_as_often_as_planned():
    # made-up pairs without correlation within paragraphs, at the difference the table gives
    sizes = np.full(40, 3.0)
    hits = np.tile([[2.0, 1.0], [1.0, 2.0]], (20, 1))
    known = {"a": Clusters(hits, sizes, ("binding", "dividing"))}
    gap = longer_texts(known, [40]).loc[0, "smallest"] / 2
    laws = [Law(sizes, np.array([0.5 + s * gap / 2, 0.5 - s * gap / 2]), 0.0) for s in (1, -1)]
    power = rejection_rate(share_differs, *laws, runs=1000, seed=1, name="planning")
    assert power == pytest.approx(0.8, abs=0.05)


def test_nothing_to_plan_with():
    table = longer_texts({}, [10])
    assert math.isnan(table.loc[0, "smallest"])
    assert table.loc[0, "signed"] == 0
