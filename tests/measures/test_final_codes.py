"""One coding from several: what majority and kind decide, and what stays open."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frameline.corpus.final_codes import count_ties, final_codes
from frameline.measures.open_ties import shares_with_ties

CASES = Path(__file__).parents[1] / "corpora" / "agreement"
KINDS = ("gold", "person", "human", "machine", "")

codings = st.integers(1, 5).flatmap(
    lambda coders: st.lists(
        st.lists(st.sampled_from(["x", "y", "z", None]), min_size=coders, max_size=coders),
        min_size=1,
        max_size=12,
    )
)


@pytest.fixture
def ties():
    rows = pd.read_csv(CASES / "ties_by_alphabet.csv", dtype="str")
    rows["unit_id"] = rows["document"] + "." + rows["unit"]
    return rows.pivot_table(index="unit_id", columns="coder", values="frame", aggfunc="first")


def test_the_kind_decides_a_tie_and_no_name(ties):
    tied = ties.dropna()[ties.dropna().nunique(axis=1) > 1]
    assert len(tied) == 2
    for renamed in ("ann", "zoe"):
        table = ties.rename(columns={"ann": renamed})
        decided = final_codes(table, {"bot": "machine", renamed: "human"})
        assert decided.loc[tied.index, "code"].tolist() == tied["ann"].tolist()
        assert count_ties(decided) == {
            "agreed": 42, "majority": 0, "kind": 2, "open": 0, "none": 0
        }  # fmt: skip


def test_ties_of_one_kind_stay_open_and_are_counted(ties):
    for kinds in ({}, {"bot": "person", "ann": "person"}):
        decided = final_codes(ties, kinds)
        assert count_ties(decided)["open"] == 2
        assert (decided.loc[decided["status"] == "open", "code"] == "").all()
        assert (
            decided.loc[decided["status"] == "open", "tied"].tolist() == [["other", "threat"]] * 2
        )


def test_open_ties_widen_the_interval(ties):
    groups = ties.index.str.split(".").str[0]
    places = pd.DataFrame({"doc_id": "t", "para_group": groups}, index=ties.index)
    closed = final_codes(ties, {"bot": "machine", "ann": "person"})
    left = final_codes(ties, {})
    sure, wide = (shares_with_ties(table, places).set_index("code") for table in (closed, left))
    assert (sure["share_least"] == sure["share_most"]).all()
    assert (wide["low"] < wide["share_least"]).all()
    assert (wide["high"] > wide["share_most"]).all()
    width = (wide["high"] - wide["low"]) - (sure["high"] - sure["low"])
    assert (width > 0).all()
    assert wide["share"].sum() == pytest.approx(1)


@settings(max_examples=120, deadline=None)
@given(codings, st.data())
def test_renaming_and_reordering_coders_changes_nothing(units, data):
    number = len(units[0])
    kinds = data.draw(st.lists(st.sampled_from(KINDS), min_size=number, max_size=number))
    order = data.draw(st.permutations(range(number)))
    rule = data.draw(st.sampled_from(["majority", "kind"]))
    table = pd.DataFrame(units, columns=[f"c{j}" for j in range(number)], dtype=object)
    named = dict(zip(table.columns, kinds, strict=True))
    other = table[[f"c{j}" for j in order]].set_axis([f"n{j}" for j in range(number)], axis=1)
    renamed = {f"n{place}": kinds[j] for place, j in enumerate(order)}
    decided = final_codes(table, named, rule=rule)
    pd.testing.assert_frame_equal(decided, final_codes(other, renamed, rule=rule))


def test_a_majority_of_machines_stands_unless_kinds_decide_alone():
    table = pd.DataFrame({"m1": ["x"], "m2": ["x"], "g": ["y"]})
    kinds = {"m1": "machine", "m2": "machine", "g": "gold"}
    assert final_codes(table, kinds)["code"].item() == "x"
    assert final_codes(table, kinds, rule="kind")["code"].item() == "y"
    silent = table.assign(g=None)
    assert final_codes(silent, kinds, rule="kind")["code"].item() == "x"


def test_an_unknown_rule_is_refused():
    with pytest.raises(ValueError, match="majority, kind"):
        final_codes(pd.DataFrame({"a": ["x"]}), {}, rule="alphabet")


def test_a_unit_without_codes_is_neither_decided_nor_open():
    decided = final_codes(pd.DataFrame({"a": ["x", None], "b": ["x", ""]}), {})
    assert decided["status"].tolist() == ["agreed", "none"]
    places = pd.DataFrame({"doc_id": "t", "para_group": ["p", "q"]})
    shares = shares_with_ties(decided, places)
    assert shares[["code", "n", "share"]].to_numpy().tolist() == [["x", 1, 1.0]]
