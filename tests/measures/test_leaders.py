"""Leading reasons: ties, texts without one, and what chance gives, worked out by hand."""

import math

import pandas as pd
import pytest

from frameline.corpus import Filter
from frameline.measures.leaders import SIDES, chance_of_other_leaders, leading, other_leaders
from frameline.measures.statements import Statement, gather, specify
from frameline.measures.steps import steps


def test_leading_reasons_keep_ties_and_say_when_there_is_none():
    reasons = pd.DataFrame(
        {
            "doc_id": ["a", "a", "b"],
            "code": ["x", "y", "x"],
            "binding": [2, 2, 1],
            "dividing": [1, 0, 0],
        }
    )
    assert leading(reasons, {}, "binding")["codes"].tolist() == [["x", "y"], ["x"]]
    assert leading(reasons, {}, "dividing")["codes"].tolist() == [["x"], []]


def test_texts_without_a_leader_are_not_compared():
    leaders = pd.DataFrame({"doc_id": list("abc"), "codes": [["x"], [], ["y", "x"]]})
    assert other_leaders(leaders, [("a", "b"), ("b", "c"), ("a", "c")]) == (0, 1)


def claims(*rows):
    """Claims from (doc, paragraph, frame, sign)."""
    table = pd.DataFrame(rows, columns=["doc_id", "para", "frame", "sign"])
    table["para_group"] = table["doc_id"] + table["para"]
    table["sign"] = pd.array(table["sign"], dtype="Float64")
    return table


def test_chance_counts_the_deals_with_other_leaders():
    # of the six deals of two paragraphs to each side, four set x and y against x and y (a tie on
    # both sides), and two set x alone against y alone
    table = claims(("a", "1", "x", 1), ("a", "2", "x", 1), ("b", "1", "y", 1), ("b", "2", "y", 1))
    row = chance_of_other_leaders(table, [("a", "b")], "binding", draws=6000, seed=3).iloc[0]
    assert row["chance"] == pytest.approx(1 / 3, abs=0.03)


def test_chance_is_not_known_without_claims_on_that_side():
    table = claims(("a", "1", "x", 1), ("b", "1", "x", 1))
    found = chance_of_other_leaders(table, [("a", "b")], "dividing", draws=20)
    assert math.isnan(found.loc[0, "chance"])


def test_the_statement_counts_as_its_chapter_does(data_corpus):
    claims, documents = data_corpus.select(Filter()), data_corpus.layer("documents")
    material = gather(data_corpus.select, Filter, {"final": documents})
    sign = {"binding": 1, "dividing": -1}
    for side in SIDES:
        counts = claims[claims["sign"] == sign[side]].assign(
            code=lambda t: t["frame"].str.split(";")
        )
        counts = (
            counts.explode("code").groupby(["doc_id", "code"]).size().rename(side).reset_index()
        )
        expected = other_leaders(leading(counts, {}, side), steps(documents))
        first = specify(Statement(f"reasons.{side}", said=1, of=1), material).iloc[0]
        assert first["estimate"] == expected[0]
