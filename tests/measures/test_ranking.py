"""Who comes first, and whether as many would by chance."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from frameline.measures.ranking import chance_of_as_many, first_places


def claims_of(**texts):
    rows = [
        (doc, f"{doc}.{i}", bool(flag))
        for doc, flags in texts.items()
        for i, flag in enumerate(flags)
    ]
    return pd.DataFrame(rows, columns=["doc_id", "para_group", "flag"])


def test_near_shares_change_places_and_far_ones_do_not():
    near = first_places(claims_of(a=[1, 1, 0, 0, 1, 0], b=[1, 0, 0, 1, 0, 0]), "flag", seed=1)
    assert near["share"].tolist() == [0.5, pytest.approx(1 / 3)]
    assert 0.5 < near["first"][0] < 0.9
    assert near["first"].sum() < 1  # ties are nobody's
    far = first_places(claims_of(a=[1] * 9 + [0], b=[0] * 9 + [1]), "flag", seed=1)
    assert far["first"][0] > 0.99


def test_a_text_too_short_to_resample_is_not_ranked():
    table = first_places(claims_of(a=[1, 1], b=[1, 0, 0, 1], c=[0, 0, 0, 1]), "flag", seed=2)
    assert math.isnan(table["first"][0])
    assert table["first"][1] > table["first"][2]


def test_leaving_a_text_out_keeps_the_draws_of_the_others():
    both = claims_of(a=[1, 0, 1, 0], b=[1, 0, 0, 0], c=[0, 0, 0, 0])
    rest = both[both["doc_id"] != "c"]
    assert first_places(both, "flag", seed=3)["first"].tolist()[:2] == (
        first_places(rest, "flag", seed=3)["first"].tolist()
    )


@given(st.lists(st.floats(0, 1), max_size=6))
def test_chances_fall_from_one(chances):
    tail = [chance_of_as_many(chances, k) for k in range(len(chances) + 2)]
    assert tail[0] == pytest.approx(1)
    assert all(np.diff(tail) <= 1e-12)
    assert tail[-1] == 0


def test_as_many_on_paper():
    assert chance_of_as_many([0.5, 0.2, math.nan], 1) == pytest.approx(1 - 0.5 * 0.8)
    assert chance_of_as_many([0.7] * 4, 4) == pytest.approx(0.7**4)
