"""Leading reasons: ties, texts without one, and what chance gives, worked out by hand."""

import pandas as pd

from frameline.corpus import Filter
from frameline.measures.balance import SIDES
from frameline.measures.leading_codes import leading, other_leading_codes
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
    assert other_leading_codes(leaders, [("a", "b"), ("b", "c"), ("a", "c")]) == (0, 1)


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
        expected = other_leading_codes(leading(counts, {}, side), steps(documents))
        first = specify(Statement(f"reasons.{side}", (), 1, 1), material).iloc[0]
        assert first["estimate"] == expected[0]
