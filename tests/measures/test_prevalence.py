"""Shares of codes: paper examples, properties, and a naive bootstrap with the same draws."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frameline.measures.prevalence import (
    WEIGHTS,
    cells,
    claim_counts,
    coder_count,
    codes_of,
    elements,
    incidence,
    prevalence,
    ratio,
    widen,
)
from frameline.measures.resampling import block_weights, coder_picks, interval, jeffreys

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
    assert set(table["method"]) == {"none"}
    assert table[["low", "high", "coded_low", "coded_high"]].isna().all(axis=None)


def test_bootstrap_interval_on_paper():
    # Three paragraphs of one claim, one with the code: the share is k/3, k binomial(3, 1/3), so
    # P(0) = 8/27 > .025 and P(3) = 1/27 > .025: the interval is everything.
    text = claims_of([("t", i, 1, code) for i, code in enumerate("XYY")])
    row = prevalence(text, draws=2000, seed=1).iloc[0]
    assert (row["low"], row["high"], row["method"]) == (0, 1, "bootstrap")


def test_share_of_nothing_or_all_gets_jeffreys_limits():
    text = claims_of([("t", i, 1, "X") for i in range(4)])
    table = prevalence(text, draws=100, codes=["X", "Z"]).set_index("code")
    assert set(table["method"]) == {"Jeffreys"}
    assert tuple(table.loc["X", ["low", "high"]]) == jeffreys(4, 4)
    assert tuple(table.loc["Z", ["low", "high"]]) == jeffreys(0, 4)


def test_two_paragraphs_are_too_few():
    text = claims_of([("t", 1, 1, "X"), ("t", 1, 1, "Y"), ("t", 2, 1, "X")])
    table = prevalence(text, draws=100)
    assert set(table["method"]) == {"too few groups"}
    assert table[["low", "high"]].isna().all(axis=None)


def test_blank_codes_are_in_neither_sum_and_several_codes_count_each():
    text = claims_of([("t", i, 1, code) for i, code in enumerate(["X;Y", "X", "", None])])
    table = prevalence(text).set_index("code")
    assert table["share"].to_dict() == {"X": 1.0, "Y": 0.5}
    assert set(table["n"]) == {2}


def test_a_cell_without_codes_says_so():
    text = claims_of([("t", i, 1, "") for i in range(4)])
    row = prevalence(text, draws=10, codes=["X"]).iloc[0]
    assert np.isnan(row["share"])
    assert row["method"] == "no cases"


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


# Against a naive loop ------------------------------------------------------------------------


def naive_share(rows, code, weight):
    """Share of a code in a list of (group, unit, words, claims in unit, code) rows."""
    if weight == "claims":
        return np.mean([row[4] == code for row in rows])
    if weight == "words":
        weights = [row[2] / row[3] for row in rows]
        return np.average([row[4] == code for row in rows], weights=weights)
    key = {"units": 1, "groups": 0}[weight]
    found = {}
    for row in rows:
        found[row[key]] = found.get(row[key], False) or row[4] == code
    return np.mean(list(found.values()))


@pytest.mark.parametrize("weight", WEIGHTS)
def test_vectorised_bootstrap_equals_a_naive_loop_with_the_same_draws(weight):
    weights = block_weights(TEXT["para_group"], 60, 3, documents=TEXT["doc_id"])
    groups = np.unique(TEXT["para_group"])
    per_unit = TEXT.groupby("unit_id")["claim_id"].transform("size")
    shares = []
    for draw in weights:
        rows = []
        for group, times in zip(groups, draw, strict=True):
            part = TEXT[TEXT["para_group"] == group]
            for copy in range(times):
                rows += [
                    (f"{group}/{copy}", f"{unit}/{copy}", words, per_unit[i], code)
                    for i, unit, words, code in zip(
                        part.index, part["unit_id"], part["words"], part["frame"], strict=True
                    )
                ]
        shares.append([naive_share(rows, code, weight) for code in ("ECO", "GEO", "HIS")])
    table = prevalence(TEXT, weight=weight, draws=60, seed=3)
    low, high = interval(np.array(shares))
    assert table["low"].to_numpy() == pytest.approx(low)
    assert table["high"].to_numpy() == pytest.approx(high)


CODED = pd.DataFrame(
    {
        "x": ["GEO", "ECO", "ECO", "ECO", "HIS"],
        "y": ["ECO", "ECO", None, "HIS", "HIS"],
        "z": ["GEO", None, "ECO", "ECO", "ECO"],
    },
    index=TEXT["claim_id"],
)


@pytest.mark.parametrize("weight", ["claims", "units", "groups", "words"])
def test_redrawn_codes_equal_a_naive_loop_with_the_same_draws(weight):
    weights = block_weights(TEXT["para_group"], 40, 3, documents=TEXT["doc_id"])
    picks = coder_picks(TEXT["claim_id"], 3, 40, 3, documents=TEXT["doc_id"])
    groups = np.unique(TEXT["para_group"])
    per_unit = TEXT.groupby("unit_id")["claim_id"].transform("size")
    shares = []
    for draw in range(40):
        rows = []
        for group, times in zip(groups, weights[draw], strict=True):
            for copy in range(times):
                for i in np.flatnonzero(TEXT["para_group"] == group):
                    code = CODED.iloc[i, picks[draw, i]]
                    if code is not None and not pd.isna(code):
                        rows.append(
                            (f"{group}/{copy}", f"{TEXT['unit_id'][i]}/{copy}",
                             TEXT["words"][i], per_unit[i], code)
                        )  # fmt: skip
        codes = ("ECO", "GEO", "HIS")
        shares.append([naive_share(rows, code, weight) if rows else np.nan for code in codes])
    table = prevalence(TEXT, weight=weight, draws=40, seed=3, coded={"frame": CODED})
    wide = widen(table["low"], table["high"], np.array(shares))
    assert table["coded_low"].to_numpy() == pytest.approx(wide[0])
    assert table["coded_high"].to_numpy() == pytest.approx(wide[1])


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
    coded = {"frame": pd.DataFrame({"x": text["frame"], "y": "X"}).set_index(text["claim_id"])}
    order = data.draw(st.permutations(range(len(text))))
    options = {"weight": weight, "draws": 30, "seed": 4, "coded": coded}
    key = ["doc_id", "code"]
    first = prevalence(text, **options).sort_values(key, ignore_index=True)
    second = prevalence(text.iloc[list(order)], **options).sort_values(key, ignore_index=True)
    pd.testing.assert_frame_equal(first, second)


@given(rows=rows_of_claims)
@quick
def test_dropping_a_text_leaves_the_other_alone(rows):
    text = claims_of([*rows, ("a", 1, 1, "X"), ("b", 1, 1, "X")])
    both = prevalence(text, draws=30, seed=4, codes=list("XYZ"))
    alone = prevalence(text[text["doc_id"] == "a"], draws=30, seed=4, codes=list("XYZ"))
    kept = both[both["doc_id"] == "a"].reset_index(drop=True)
    pd.testing.assert_frame_equal(kept, alone)


@given(rows=rows_of_claims, weight=st.sampled_from(WEIGHTS))
@quick
def test_the_coded_interval_includes_the_text_interval(rows, weight):
    text = claims_of(rows, words=7)
    coded = {"frame": pd.DataFrame({"x": text["frame"], "y": "X"}).set_index(text["claim_id"])}
    table = prevalence(text, draws=30, weight=weight, coded=coded).dropna(subset="low")
    assert (table["coded_low"] <= table["low"]).all()
    assert (table["coded_high"] >= table["high"]).all()
    assert table["low"].between(0, 1).all()
    assert table["high"].between(0, 1).all()


def test_the_interval_closes_in_on_the_share_of_a_long_text():
    codes = ["X"] * 100 + ["Y"] * 300
    text = claims_of([("t", i, 1, code) for i, code in enumerate(codes)])
    row = prevalence(text, draws=1000, seed=1).iloc[0]
    assert row["low"] < 0.25 < row["high"]
    # Standard error of 100 of 400: sqrt(.25 x .75 / 400) = .0217.
    assert row["high"] - row["low"] == pytest.approx(2 * 1.96 * 0.0217, rel=0.15)


def test_more_coders_must_agree_on_their_number():
    one = pd.DataFrame({"x": ["A"]})
    assert coder_count({"frame": one}) == 1
    with pytest.raises(ValueError, match="different numbers of coders"):
        coder_count({"frame": one, "valence": pd.DataFrame({"x": ["A"], "y": ["A"]})})


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
    table = claim_counts(pd.DataFrame(rows, columns=["doc_id", "para_group"]), draws=500, seed=3)
    assert table["n"].tolist() == [10, 6, 6]
    assert table.loc[0, "low"] < 10 < table.loc[0, "high"] <= 16
    assert table.loc[1, ["low", "high"]].tolist() == [6, 6]
    assert table.loc[2, ["low", "high"]].isna().all()
