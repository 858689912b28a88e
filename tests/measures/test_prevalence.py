"""Shares of codes: paper examples and properties."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frameline.measures.prevalence import (
    WEIGHTS,
    cells,
    claim_counts,
    codes_of,
    elements,
    incidence,
    prevalence,
    ratio,
)

quick = settings(deadline=None, max_examples=30)


def claims_of(rows, **columns):
    """A claims table from (doc_id, paragraph, sentence, frame) rows."""
    table = pd.DataFrame(rows, columns=["doc_id", "para", "unit", "frame"])
    table["claim_id"] = [f"c{i:02}" for i in range(len(table))]
    table["para_group"] = table["doc_id"] + "." + table["para"].astype(str)
    table["unit_id"] = table["para_group"] + "." + table["unit"].astype(str)
    return table.assign(**columns)


TEXT = claims_of(
    [
        ("t", 1, 1, "GEO"),
        ("t", 1, 1, "ECO"),
        ("t", 1, 2, "ECO"),
        ("t", 2, 1, "ECO"),
        ("t", 3, 1, "HIS"),
    ],
    words=[10, 10, 20, 30, 40],
)
# Worked on paper: claims 1/3/1 of 5. Sentences: 1.1 {GEO, ECO}, 1.2 {ECO}, 2.1 {ECO}, 3.1 {HIS}:
# GEO 1, ECO 3, HIS 1 of 4. Groups: 1 {GEO, ECO}, 2 {ECO}, 3 {HIS}: 1, 2, 1 of 3. Words: sentence
# 1.1 has 10 words for two claims, 5 each: GEO 5, ECO 5 + 20 + 30, HIS 40 of 100.
ON_PAPER = {
    "claims": ({"ECO": 3, "GEO": 1, "HIS": 1}, 5),
    "units": ({"ECO": 3, "GEO": 1, "HIS": 1}, 4),
    "groups": ({"ECO": 2, "GEO": 1, "HIS": 1}, 3),
    "words": ({"ECO": 55, "GEO": 5, "HIS": 40}, 100),
}


@pytest.mark.parametrize("weight", WEIGHTS)
def test_shares_on_paper(weight):
    counts, total = ON_PAPER[weight]
    table = prevalence(TEXT, weight=weight).set_index("code")
    assert table["k"].to_dict() == counts
    assert set(table["n"]) == {total}
    assert table["share"].to_dict() == pytest.approx({c: k / total for c, k in counts.items()})


def test_blank_codes_are_in_neither_sum_and_several_codes_count_each():
    text = claims_of([("t", i, 1, code) for i, code in enumerate(["X;Y", "X", "", None])])
    table = prevalence(text).set_index("code")
    assert table["share"].to_dict() == {"X": 1.0, "Y": 0.5}
    assert set(table["n"]) == {2}


def test_a_cell_without_codes_has_no_share():
    text = claims_of([("t", i, 1, "") for i in range(4)])
    row = prevalence(text, codes=["X"]).iloc[0]
    assert np.isnan(row["share"])
    assert row["n"] == 0


def test_codes_shown_do_not_change_the_denominator():
    table = prevalence(TEXT, codes=["HIS"])
    assert table[["code", "k", "n"]].to_numpy().tolist() == [["HIS", 1, 5]]


def test_cells_keep_order_and_missing_keys():
    text = claims_of([("b", 1, 1, "X"), ("a", 1, 1, "X"), ("b", 2, 1, "Y")])
    text["voice"] = ["own", None, "own"]
    found = [(key[0], rows.tolist()) for key, rows in cells(text, ["doc_id", "voice"])]
    assert found == [("b", [0, 2]), ("a", [1])]
    assert [rows.tolist() for _, rows in cells(text, [])] == [[0, 1, 2]]
    assert list(prevalence(text, by=["doc_id", "voice"])["n"]) == [2, 2, 1, 1]


@pytest.mark.parametrize(
    ("weight", "missing", "message"),
    [
        ("words", "words", "needs the column words"),
        ("units", "unit_id", "needs the column unit_id"),
        ("lines", "words", "weight must be one of"),
    ],
)
def test_bad_weights_are_refused(weight, missing, message):
    with pytest.raises(ValueError, match=message):
        prevalence(TEXT.drop(columns=missing), weight=weight)


# Properties ----------------------------------------------------------------------------------

rows_of_claims = st.lists(
    st.tuples(st.sampled_from("ab"), st.integers(1, 4), st.integers(1, 2), st.sampled_from("XYZ")),
    min_size=1,
    max_size=25,
)


@given(rows=rows_of_claims, weight=st.sampled_from(["claims", "words"]))
@quick
def test_shares_of_single_codes_sum_to_one(rows, weight):
    table = prevalence(claims_of(rows, words=7), weight=weight)
    assert table.groupby("doc_id")["share"].sum().to_numpy() == pytest.approx(1)


@given(rows=rows_of_claims, weight=st.sampled_from(WEIGHTS), data=st.data())
@quick
def test_the_order_of_the_rows_does_not_matter(rows, weight, data):
    text = claims_of(rows, words=7)
    order = data.draw(st.permutations(range(len(text))))
    key = ["doc_id", "code"]
    first = prevalence(text, weight=weight).sort_values(key, ignore_index=True)
    second = prevalence(text.iloc[list(order)], weight=weight)
    second = second.sort_values(key, ignore_index=True)
    pd.testing.assert_frame_equal(first, second)


@given(rows=rows_of_claims)
@quick
def test_dropping_a_text_leaves_the_other_alone(rows):
    text = claims_of([*rows, ("a", 1, 1, "X"), ("b", 1, 1, "X")])
    both = prevalence(text, codes=list("XYZ"))
    alone = prevalence(text[text["doc_id"] == "a"], codes=list("XYZ"))
    kept = both[both["doc_id"] == "a"].reset_index(drop=True)
    pd.testing.assert_frame_equal(kept, alone)


# Small parts ---------------------------------------------------------------------------------


def test_codes_and_incidence():
    values = pd.Series(["B;A", "", None, "C"])
    assert codes_of(values) == ["A", "B", "C"]
    has, coded = incidence(values, ["A", "C"])
    assert has.tolist() == [[1, 0], [0, 0], [0, 0], [0, 1]]
    assert coded.tolist() == [1, 0, 0, 1]


def test_ratio_is_nan_over_nothing():
    assert np.isnan(ratio(1, 0))
    assert ratio([1, 2], [2, 4]).tolist() == [0.5, 0.5]


def test_elements_are_sorted_by_element():
    found = elements(TEXT, np.array([0, 0, 0, 1, 2]), "units")
    assert found.present(np.array([[1.0], [0.0], [0.0], [0.0], [1.0]])).ravel().tolist() == [
        1, 0, 0, 1,
    ]  # fmt: skip


def test_a_count_of_claims_moves_with_the_paragraphs_and_not_in_short_texts():
    sizes = {"a": [1, 2, 3, 4], "b": [2, 2, 2], "c": [5, 1]}
    rows = [
        (d, f"{d}.{i}")
        for d, counts in sizes.items()
        for i, n in enumerate(counts)
        for _ in range(n)
    ]
    table = claim_counts(pd.DataFrame(rows, columns=["doc_id", "para_group"]))
    assert table["n"].tolist() == [10, 6, 6]
    assert table["groups"].tolist() == [len({g for d, g in rows if d == doc}) for doc in
                                        table["doc_id"]]  # fmt: skip
