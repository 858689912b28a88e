"""Who acts on whom: counts on paper."""

import math

import pandas as pd
import pytest

from frameline.measures.direction import directions, leaning

CLAIMS = pd.DataFrame(
    [
        ("b", "ARM", "A>B"),
        ("b", "ARM", "A>B"),
        ("b", "ARM", "B>A"),
        ("b", "HIS", "mutual"),
        ("a", "ARM", "B>A"),
        ("a", "ARM", ""),
        ("a", "ARM", None),
    ],
    columns=["doc_id", "frame", "direction"],
)


def test_counts_by_text_and_reason():
    table = directions(CLAIMS)
    assert table.drop(columns="lean").to_numpy().tolist() == [
        ["b", "ARM", 2, 1, 0, 0, 3],
        ["b", "HIS", 0, 0, 1, 0, 1],
        ["a", "ARM", 0, 1, 0, 2, 3],
    ]
    assert table["lean"].tolist()[::2] == pytest.approx([1 / 3, -1])
    assert math.isnan(table["lean"][1])


def test_counts_by_text_add_up():
    table = directions(CLAIMS, by="doc_id")
    assert table["n"].tolist() == [4, 3]
    assert (table[["A>B", "B>A", "mutual", "na"]].sum(axis=1) == table["n"]).all()


def test_swapping_the_two_states_mirrors_the_lean():
    swapped = CLAIMS.replace({"direction": {"A>B": "B>A", "B>A": "A>B"}})
    one, other = directions(CLAIMS), directions(swapped)
    assert one["A>B"].tolist() == other["B>A"].tolist()
    assert one["lean"].tolist() == pytest.approx((-other["lean"]).tolist(), nan_ok=True)


def test_an_unknown_direction_is_refused():
    with pytest.raises(ValueError, match="unknown direction: C>B"):
        directions(CLAIMS.assign(direction="C>B"))


def test_other_codebooks_name_their_directions():
    claims = CLAIMS.assign(direction=["out", "out", "in", "both", "in", "", ""])
    table = directions(claims, by="doc_id", codes=("out", "in", "both", "neither"))
    assert table[["out", "in", "both", "neither"]].to_numpy().tolist() == [
        [2, 1, 1, 0],
        [0, 1, 0, 2],
    ]


def text_of(directions):
    return pd.DataFrame(
        {
            "doc_id": "t",
            "para_group": [f"t.{i // 2}" for i in range(len(directions))],
            "direction": directions,
        }
    )


def test_a_lean_is_called_only_when_its_interval_leaves_nought_out():
    row = leaning(text_of(["B>A"] * 16 + ["mutual"] * 4)).iloc[0]
    assert (row["one_sided"], row["lean"], row["side"]) == (16, -1.0, "B>A")
    assert row["high"] < 0
    row = leaning(text_of(["A>B", "A>B", "B>A", "B>A"] * 3)).iloc[0]
    assert row["low"] < 0 < row["high"]
    assert row["side"] == ""


def test_a_text_of_two_paragraphs_leans_nowhere():
    row = leaning(text_of(["A>B"] * 4)).iloc[0]
    assert row["lean"] == 1
    assert math.isnan(row["low"])
    assert row["side"] == ""
