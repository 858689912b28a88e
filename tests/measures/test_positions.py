"""Places and spread of what stands in a text."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from frameline.measures.positions import occurrences, positions, spread


def text_of(sizes, doc="t"):
    groups = [f"{doc}.{i}" for i, size in enumerate(sizes) for _ in range(size)]
    ids = [f"{doc}.s{i}" for i in range(len(groups))]
    return pd.DataFrame({"doc_id": doc, "unit_id": ids, "para_group": groups})


def found_in(units, places, code="x"):
    chosen = units["unit_id"].iloc[list(places)]
    return pd.DataFrame({"doc_id": "t", "unit_id": chosen.to_numpy(), "code": code})


def test_a_place_is_the_middle_of_its_sentence_in_its_own_text():
    units = pd.concat([text_of([2, 2]), text_of([1], "u")])
    assert positions(units).tolist() == [12.5, 37.5, 62.5, 87.5, 50.0]


def test_dp_on_paper():
    """Two of four sentences in the first of two equal paragraphs: half of |1 - .5| + |0 - .5|."""
    units = text_of([2, 2])
    row = spread(found_in(units, [0, 1]), units, draws=0).iloc[0]
    assert (row["n"], row["sentences"], row["groups"], row["dp"]) == (2, 4, 2, 0.5)
    assert math.isnan(row["p"])


def test_a_sentence_counts_once_and_others_do_not_count():
    units = text_of([2, 2, 2])
    twice = pd.concat([found_in(units, [0, 3, 5]), found_in(units, [0])])
    elsewhere = pd.DataFrame({"doc_id": ["t"], "unit_id": ["title"], "code": ["x"]})
    row = spread(pd.concat([twice, elsewhere]), units, draws=10).iloc[0]
    assert (row["n"], row["dp"]) == (3, 0)


def test_bunched_is_told_from_spread_and_from_rare():
    units = text_of([4] * 10)
    found = pd.concat([
        found_in(units, range(8), "bunched"),
        found_in(units, range(0, 40, 4), "spread"),
        found_in(units, [3], "rare"),
    ])  # fmt: skip
    table = spread(found, units, draws=500, seed=1).set_index("code")
    assert table.loc["bunched", "p_holm"] < 0.05
    assert table.loc["spread", "p"] > 0.5
    # one occurrence: DP is nearly as high as can be, and means nothing
    assert table.loc["rare", "dp"] == pytest.approx(0.9)
    assert math.isnan(table.loc["rare", "p"])


@given(st.lists(st.integers(1, 6), min_size=3, max_size=8), st.data())
def test_random_places_are_the_null(sizes, data):
    units = text_of(sizes)
    count = data.draw(st.integers(2, max(2, len(units) - 1)))
    row = spread(found_in(units, range(min(count, len(units)))), units, draws=50, seed=2).iloc[0]
    assert 0 <= row["dp"] <= 1
    assert row["dp_low"] <= row["dp_mean"] + 1e-12
    assert 1 / 51 <= row["p"] <= 1


def test_the_same_seed_gives_the_same_and_other_texts_do_not_matter():
    units = text_of([3, 3, 3])
    both = pd.concat([units, text_of([2, 2, 2], "u")])
    alone = spread(found_in(units, [0, 1, 4]), units, draws=60, seed=9)
    again = spread(found_in(units, [0, 1, 4]), both, draws=60, seed=9)
    assert again.iloc[0]["p"] == alone.iloc[0]["p"]
    assert again.iloc[1]["n"] == 0


def test_a_ribbon_has_a_row_per_sentence_and_one_for_none():
    units = pd.concat([text_of([2, 2]), text_of([2], "u")])
    found = found_in(units, [0, 0, 3])
    marks = occurrences(found, units, spread(found, units, draws=5))
    assert marks["doc_id"].tolist() == ["t", "t", "u"]
    np.testing.assert_array_equal(marks["position"], [12.5, 87.5, np.nan])
    assert marks["dp"].tolist()[:2] == [0, 0]


def test_nothing_found_is_no_error():
    units = text_of([2, 2])
    table = spread(units.head(0).assign(code=""), units)
    assert table.empty
    assert occurrences(units.head(0).assign(code=""), units, table).empty
