"""The argument arc: paper examples, ties, properties, a naive envelope."""

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from frameline.measures.arc import arc, envelope, turning_points

quick = settings(deadline=None, max_examples=30)
VALENCE = {1: "B", -1: "D", 0: "A", None: "N"}


def text_of(signs, doc_id="t"):
    """A text's claims in reading order from their signs."""
    size = len(signs)
    return pd.DataFrame(
        {
            "doc_id": doc_id,
            "claim_id": [f"{doc_id}{i:02}" for i in range(size)],
            "position": range(size),
            "valence": [VALENCE[sign] for sign in signs],
            "sign": pd.array(signs, dtype="Float64"),
        }
    )


def points(signs):
    table = turning_points(arc(text_of(signs)))
    return {row.kind: (row.position, row.running, row.claim_id) for row in table.itertuples()}


def test_arc_on_paper():
    table = arc(text_of([1, 1, 0, None, -1]))
    assert table["running"].tolist() == [1, 2, 2, 2, 1]
    assert table["position"].tolist() == [20, 40, 60, 80, 100]
    assert table["sign"].isna().tolist() == [False, False, False, True, False]
    assert table["own"].all()
    assert not table["conceded"].any()


def test_arc_keeps_texts_apart_and_carries_columns_along():
    claims = pd.concat([text_of([1, 1], "b"), text_of([-1], "a")], ignore_index=True)
    claims["own"], claims["conceded"], claims["voice"] = [True, False, True], True, "AUTHOR"
    table = arc(claims)
    assert table["doc_id"].tolist() == ["b", "b", "a"]
    assert table["running"].tolist() == [1, 2, -1]
    assert table["own"].tolist() == [True, False, True]
    assert table["conceded"].all()
    assert set(table["voice"]) == {"AUTHOR"}


def test_turning_points_on_paper():
    # Running: 1 2 1 2 1 0 -1 -1: the last of the two peaks, the last trough, crossing below 0.
    found = points([1, 1, -1, 1, -1, -1, -1, None])
    assert found == {
        "peak": (50.0, 2, "t03"),
        "trough": (100.0, -1, "t07"),
        "crossing": (87.5, -1, "t06"),
    }


def test_a_text_that_never_turns_peaks_at_its_end_and_starts_at_its_trough():
    assert points([1, 1]) == {"peak": (100.0, 2, "t01"), "trough": (0.0, 0, "")}


def test_touching_zero_is_no_crossing_and_the_last_one_counts():
    assert "crossing" not in points([1, -1, 1, 1])
    # Running 1 0 -1 0 1: down at the third claim, up again at the fifth.
    assert points([1, -1, -1, 1, 1])["crossing"] == (100.0, 1, "t04")


def test_the_end_is_the_balance_at_the_end():
    table = turning_points(arc(text_of([1, 1, -1])))
    assert set(table["end"]) == {1}


def test_the_band_lies_between_the_lines_of_the_coders():
    claims = text_of([1, -1, 0, 1, -1])
    aligned = pd.DataFrame(
        {
            "x": ["B", "D", "A", "B", "D"],
            "y": ["B", "B", "B", None, "D"],
            "z": ["D", "D", None, "B", "A"],
        },
        index=claims["claim_id"],
    )
    value = {"B": 1, "D": -1, "A": 0}
    paths = []
    for coder in aligned:
        running, path = 0, []
        for code in aligned[coder]:
            running += 0 if pd.isna(code) else value[code]
            path.append(running)
        paths.append(path)
    table = envelope(claims, {"valence": aligned})
    assert table["low"].tolist() == [min(at) for at in zip(*paths, strict=True)]
    assert table["high"].tolist() == [max(at) for at in zip(*paths, strict=True)]
    assert table["low"].tolist() != table["high"].tolist()


signs = st.lists(st.sampled_from([1, -1, 0, None]), min_size=1, max_size=25)


@given(signs)
@quick
def test_the_arc_ends_at_the_balance_and_its_turns_are_its_extremes(values):
    table = arc(text_of(values))
    end = sum(value or 0 for value in values)
    assert table["running"].iloc[-1] == end
    assert table["position"].iloc[-1] == 100
    found = turning_points(table).set_index("kind")
    path = [0, *table["running"]]
    assert found.loc["peak", "running"] == max(path)
    assert found.loc["trough", "running"] == min(path)
    if min(path) >= 0 or max(path) <= 0:
        assert "crossing" not in found.index
    elif end != 0:
        assert np.sign(found.loc["crossing", "running"]) == np.sign(end)


@given(signs, st.data())
@quick
def test_positions_rule_the_order_not_the_rows(values, data):
    claims = text_of(values)
    order = list(data.draw(st.permutations(range(len(claims)))))
    pd.testing.assert_frame_equal(arc(claims), arc(claims.iloc[order]))


@given(signs)
@quick
def test_coders_who_agree_with_the_final_coding_leave_no_width(values):
    claims = text_of(values)
    same = pd.DataFrame({"x": claims["valence"], "y": claims["valence"]})
    coded = {"valence": same.set_index(claims["claim_id"])}
    table = envelope(claims, coded)
    assert table["low"].tolist() == table["high"].tolist() == arc(claims)["running"].tolist()
