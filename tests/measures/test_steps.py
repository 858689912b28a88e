import pandas as pd
import pytest

from frameline.measures.steps import steps


@pytest.mark.parametrize(
    ("ids", "pairs"),
    [
        ("", []),
        ("a", []),
        ("ab", [("a", "b")]),
        ("abc", [("a", "b"), ("b", "c"), ("a", "c")]),
    ],
)
def test_neighbours_and_the_ends(ids, pairs):
    assert steps(pd.DataFrame({"doc_id": list(ids)})) == pairs


def test_a_long_series_is_compared_from_end_to_end():
    table = pd.DataFrame({"doc_id": [f"d{i:02}" for i in range(30)]})
    assert steps(table) == [("d00", "d29")]
    assert len(steps(table, most=40)) == 30


def test_texts_too_short_are_not_compared():
    table = pd.DataFrame({"doc_id": list("abc"), "too_short": [None, True, False]})
    assert steps(table) == [("a", "c")]
