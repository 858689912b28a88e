"""The context sample: years, cuts, readings by period and by look-up, families, coders."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frameline.measures import context as cx
from frameline.measures.resampling import wilson


def sample(rows: list[tuple]) -> pd.DataFrame:
    columns = ["published", "direction", "label_families", "relevance", "query_slant", "authors"]
    frame = pd.DataFrame(rows, columns=columns, dtype=str)
    frame.insert(0, "id", [f"p{i}" for i in range(len(frame))])
    return frame.assign(outlet="o", label="l")


@pytest.fixture
def table() -> pd.DataFrame:
    return cx.pieces(
        sample(
            [
                (
                    "2003-05",
                    "binding",
                    "alignment;partnership (plain)",
                    "3",
                    "neutral or both",
                    "A",
                ),
                ("1999-01-02", "dividing", "strain/distrust", "2", "dividing words", "A; B"),
                ("2003", "dividing", "", "1", "neutral or both", "(unsigned)"),
                ("2003-06", "mixed", "strain/distrust", "2", "neutral or both", "B (see; note)"),
                ("undated", "binding", "alignment", "3", "binding words", "Staff Writer"),
            ]
        )
    )


def test_pieces_are_dated_sorted_and_short_named(table):
    assert table["id"].tolist() == ["p1", "p2", "p0", "p3", "p4"]
    assert table["year"].tolist()[:4] == [1999, 2003, 2003, 2003]
    assert table["year"].isna().tolist() == [False] * 4 + [True]
    assert table["families"].tolist()[2] == "alignment;partnership"
    assert table["relevance"].tolist() == [2, 1, 3, 2, 3]


def test_cuts_lie_within_each_other(table):
    cuts = cx.samples(table)
    assert {name: len(cut) for name, cut in cuts.items()} == {"all": 5, "relevant": 4, "main": 2}
    assert set(cuts["main"]["id"]) == {"p0", "p3"}
    window = cx.samples(table, first_year=2000, last_year=2003)
    assert set(window["all"]["id"]) == {"p0", "p2", "p3"}
    assert len(cx.samples(table, min_relevance=3, neutral=["binding words"])["main"]) == 1


def test_periods_start_with_their_year():
    years = pd.Series([2000, 2001, 2014, 2015, None], dtype="Int64")
    assert cx.period_of(years, [2001, 2015]).tolist() == [
        *("to 2000", "2001-2014", "2001-2014", "from 2015", ""),
    ]
    assert cx.period_of(years, [2001, 2002])[1] == "2001"
    assert set(cx.period_of(years, [])) == {"all years", ""}
    with pytest.raises(ValueError, match="rise"):
        cx.period_of(years, [2015, 2001])


def test_directions_by_period_are_counts_of_pieces(table):
    rows = cx.direction_by_period(table, [2000, 2010])
    assert rows["k"].sum() == 4
    assert rows.groupby("period", sort=False)["n"].first().to_dict() == {
        "to 1999": 1,
        "2000-2009": 3,
        "from 2010": 0,
    }
    middle = rows[(rows["period"] == "2000-2009") & (rows["direction"] == "binding")].iloc[0]
    assert middle["share"] == pytest.approx(1 / 3)
    assert (middle["low"], middle["high"]) == pytest.approx(wilson(1, 3))
    assert rows[rows["n"] == 0][["share", "low", "high"]].isna().all(axis=None)


def test_directions_by_look_up(table):
    rows = cx.direction_by_slant(table)
    assert rows["query_slant"].tolist()[0] == "neutral or both"
    by = rows.set_index(["query_slant", "direction"])["k"]
    assert by["dividing words", "dividing"] == 1
    assert by.sum() == 5
    assert "outlet" in cx.direction_by_slant(table, column="outlet").columns


def test_years_with_both_readings(table):
    rows = cx.years_with_both_readings(table)
    assert rows[["year", "n", "binding", "mixed", "dividing", "both"]].to_numpy().tolist() == [
        [2003, 3, 1, 1, 1, True]
    ]
    assert cx.years_with_both_readings(table, min_n=1)["both"].tolist() == [False, True]
    assert cx.years_with_both_readings(table, min_n=9).empty


def divided(n: int, agree: float) -> pd.DataFrame:
    later = np.arange(n) >= n // 2
    flip = np.random.default_rng(1).random(n) > agree
    return pd.DataFrame(
        {
            "year": pd.array(np.where(later, 2005, 1995), dtype="Int64"),
            "direction": np.where(later ^ flip, "binding", "dividing"),
        }
    )


def test_the_permutation_test_finds_a_difference_and_no_difference():
    cuts = {"apart": divided(60, 1.0), "alike": divided(60, 0.5)}
    rows = cx.direction_tests(cuts, [2000], draws=500, seed=1).set_index("cut")
    assert rows.loc["apart", "statistic"] == pytest.approx(60)
    assert rows.loc["apart", "p"] == pytest.approx(1 / 501)
    assert rows.loc["alike", "p"] > 0.05
    assert rows.loc["apart", "statistic"] > rows.loc["apart", "null_high"]
    assert (rows["null_low"] <= rows["null_mean"]).all()
    again = cx.direction_tests(cuts, [2000], draws=500, seed=1).set_index("cut")
    pd.testing.assert_frame_equal(rows, again)


@given(
    directions=st.lists(st.sampled_from(["binding", "mixed", "dividing"]), min_size=6, max_size=20)
)
@settings(max_examples=30, deadline=None)
def test_the_statistic_is_pearsons(directions):
    table = pd.DataFrame(
        {
            "year": pd.array([1990 + 10 * (i % 3) for i in range(len(directions))], dtype="Int64"),
            "direction": directions,
        }
    )
    row = cx.direction_tests({"all": table}, [1995, 2005], draws=5, seed=1).iloc[0]
    observed = pd.crosstab(table["year"], table["direction"]).to_numpy(dtype=float)
    if observed.shape[1] < 2:
        assert math.isnan(row["p"])
        return
    expected = np.outer(observed.sum(axis=1), observed.sum(axis=0)) / observed.sum()
    assert row["statistic"] == pytest.approx(((observed - expected) ** 2 / expected).sum())


def test_one_period_cannot_be_tested(table):
    row = cx.direction_tests({"all": table}, [], draws=10, seed=1).iloc[0]
    assert (row["n"], row["periods"]) == (4, 1)
    assert math.isnan(row["p"])


def test_families_piece_by_piece(table):
    rows = cx.label_mentions(table, [2000])
    assert rows[rows["id"] == "p0"]["family"].tolist() == ["alignment", "partnership"]
    assert "p2" not in set(rows["id"])
    counts = cx.families_by_period(table, [2000])
    by = counts.set_index(["period", "family"])
    assert by.loc[("from 2000", "strain/distrust"), ["k", "n"]].tolist() == [1, 3]
    assert by.loc[("to 1999", "alignment"), ["k", "n"]].tolist() == [0, 1]


def test_first_appearances(table):
    rows = cx.first_appearances(table).set_index("family")
    assert rows.loc["strain/distrust", ["n", "id", "published"]].tolist() == [2, "p1", "1999-01-02"]
    assert rows.loc["alignment", "id"] == "p0"
    assert rows["published"].is_monotonic_increasing


def test_authors_with_pieces_in_several_years(table):
    rows = cx.authors_with_several(table)
    assert rows[["author", "id"]].to_numpy().tolist() == [
        ["A", "p1"],
        ["A", "p0"],
        ["B", "p1"],
        ["B", "p3"],
    ]
    assert cx.authors_with_several(table, min_years=3).empty


def test_further_coders_join(table):
    second = pd.DataFrame(
        {
            "id": ["p0", "p3"],
            "direction": ["binding", "dividing"],
            "families": ["alignment", "strain/distrust"],
            "relevance": ["3", "2"],
        }
    )
    third = second.iloc[:1].assign(direction="mixed")
    aligned = cx.second_coder(table, second, third, names=["one", "two", "three"])
    direction = aligned["direction"]
    assert direction.columns.tolist() == ["one", "two", "three"]
    assert direction.loc["p0"].tolist() == ["binding", "binding", "mixed"]
    assert direction.loc["p3"].tolist()[:2] == ["mixed", "dividing"]
    assert pd.isna(direction.loc["p3", "three"])
    assert "p1" not in direction.index
    assert aligned["relevance"].loc["p0"].tolist() == ["3", "3", "3"]
    assert cx.second_coder(table, second)["families"].columns.tolist() == ["coder 1", "coder 2"]


def test_families_that_all_coders_name(table):
    sets = pd.DataFrame({"a": ["x;y", "x", "", None], "b": ["y;x", "z", "z", "x"]})
    assert cx.agreed_families(sets).tolist() == ["x;y", "", "", "x"]
    assert cx.mean_overlap(sets) == pytest.approx((1 + 0 + 0) / 3)
    assert math.isnan(cx.mean_overlap(pd.DataFrame({"a": ["", None], "b": ["", "x"]})))
