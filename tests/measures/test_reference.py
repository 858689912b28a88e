"""Every published value, recomputed with the public functions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from frameline.measures.reference import CASES, NOTES, reference_table

VALUES = Path(__file__).parents[2] / "data" / "reference" / "values.json"
PUBLISHED = json.loads(VALUES.read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", PUBLISHED, ids=lambda case: case["id"])
def test_published_value(case):
    table = reference_table([case])
    wrong = table[~table["ok"]]
    assert len(table) > 0
    assert wrong.empty, wrong[["measure", "expected", "obtained", "tol"]].to_string()


def test_every_case_has_a_source_and_its_own_measure():
    assert len({case["id"] for case in PUBLISHED}) == len(PUBLISHED)
    assert all(case["source"].strip() for case in PUBLISHED)
    assert {case["id"] for case in PUBLISHED} == set(CASES)
    assert set(NOTES) <= set(CASES)


def test_a_wrong_value_is_not_ok():
    case = next(case for case in PUBLISHED if case["id"] == "Cohen1960-p45")
    table = reference_table([case | {"expected": case["expected"] + 0.01}])
    assert table["ok"].tolist() == [False]


def test_an_unknown_case_is_shown_and_not_ok():
    table = reference_table(
        [{"id": "new", "source": "a paper", "input": {}, "expected": [1, 2], "tol": 1}]
    )
    assert table["ok"].tolist() == [False, False]
    assert table["measure"].tolist() == ["no measure for this case"] * 2


def test_the_variant_of_masi_is_named():
    note = reference_table(PUBLISHED).set_index("id").loc["MASI-alpha", "note"]
    assert "product" in note
    assert "2006" in note
