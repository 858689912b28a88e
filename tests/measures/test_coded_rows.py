"""Who read what, what can be compared, and which units hold an example of the codebook."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from frameline.corpus.readings import design_of, readings
from frameline.measures.coded_rows import (
    aligned_codes,
    coded_variables,
    units_with_examples,
    with_absence,
)
from frameline.measures.coefficients import alpha

CASES = Path(__file__).parents[1] / "corpora" / "agreement"


def case(name):
    rows = pd.read_csv(CASES / f"{name}.csv", dtype="str", keep_default_na=False)
    return rows.rename(columns={"document": "doc_id", "unit": "unit_id"})


def test_a_blank_in_a_table_of_units_is_read_and_nothing_found():
    claims, read = readings(case("blank-units"))
    assert claims["frame"].tolist() == ["trade", "faith"]
    assert len(read) == 5
    empty = set(read["unit_id"]) - set(claims["unit_id"])
    assert empty == {"Ash.2", "Ash.3", "Birch.2"}


def test_a_blank_in_a_table_of_one_label_is_not_rated():
    rows = case("empty-cell")
    claims, read = readings(rows)
    assert (len(claims), len(read)) == (7, 7)
    table = aligned_codes(claims, "frame", claim="unit_id")
    assert table.isna().sum().sum() == 2
    assert alpha(table) == 1.0
    _, told = readings(rows, blank="none")
    assert len(told) == 9


def test_what_a_blank_means_can_be_said():
    claims, read = readings(case("blank-units"), blank="missing")
    assert len(claims) == len(read) == 2
    with pytest.raises(ValueError, match="none, missing"):
        readings(case("blank-units"), blank="nothing")


@pytest.mark.parametrize(
    ("name", "design"),
    [
        ("noise-multilabel", "sets"),
        ("long-multilabel", "sets"),
        ("set-multilabel", "one code"),
        ("roleless-variables", "one code"),
        ("two-coders", "sets"),
    ],
)
def test_the_design_is_told_from_the_rows(name, design):
    rows = case(name)
    if "unit_id" not in rows:
        rows["unit_id"] = rows["doc_id"]
    else:
        rows["unit_id"] = rows["doc_id"] + "." + rows["unit_id"]
    assert design_of(rows) == design


def test_offsets_make_claims_of_several_codes():
    rows = pd.DataFrame({"unit_id": ["d", "d", "d"], "coder": list("aab"), "start": [1, 9, 3]})
    assert design_of(rows.assign(end=rows["start"] + 4)) == "claims"
    assert design_of(rows.assign(end=rows["start"])) == "sets"


def test_a_claim_twice_with_a_coder_is_refused():
    rows = pd.DataFrame({"claim_id": ["c", "c"], "coder": ["a", "a"], "frame": ["x", "y"]})
    with pytest.raises(ValueError, match="twice"):
        aligned_codes(rows, "frame")


def test_absence_only_where_the_coder_read_and_somebody_coded():
    table = pd.DataFrame({"a": ["x", "", None], "b": [None, None, "y"]}, ["c1", "c2", "c3"])
    read = pd.DataFrame({"a": [True, False], "b": [True, True]}, ["s", "t"])
    found = with_absence(table, ["s", "s", "t"], read)
    assert found.to_dict("index") == {
        "c1": {"a": "x", "b": "(absent)"},
        "c3": {"a": None, "b": "y"},
    }


def test_units_with_an_example():
    units = pd.DataFrame(
        {
            "unit_id": ["t.P1.s1", "t.P1.s2", "t.P2.s1"],
            "doc_id": "t",
            "para_id": ["P1", "P1", "P2"],
            "sentence": [1, 2, 1],
        }
    )
    examples = pd.DataFrame({"example": ["Cheap gas"], "example_place": ["t P1"]})
    anchors = pd.DataFrame({"unit_id": ["t.P1.s2", "t.P2.s1"], "anchor": ["the cheap gas", "gas"]})
    assert units_with_examples(examples, units, anchors) == {"t.P1.s2"}
    assert units_with_examples(examples, units) == {"t.P1.s1", "t.P1.s2"}
    assert units_with_examples(examples.assign(example_place="u P1"), units) == set()


def test_variables_with_and_without_a_role():
    names = {"frame": "frame", "tone_of_post": "", "blames_council": "", "absent": ""}
    table = coded_variables(case("roleless-variables"), names)
    assert table["variable"].tolist() == ["frame", "tone_of_post", "blames_council"]
    assert (table["role"] == "").sum() == 2
    assert set(table["readings"]) == {120}
