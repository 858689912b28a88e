import pandas as pd

from frameline.measures.comparability import confounded, document_sizes, shared


def test_background_and_texts_without_claims_are_counted():
    documents = pd.DataFrame({"doc_id": ["a", "b", "c"], "words": [10, 20, 30]})
    every = pd.DataFrame({"doc_id": list("aaab"), "para_group": list("wxyz")})
    table = document_sizes(documents, every, every.iloc[[0, 1]])
    assert table["claims"].tolist() == [2, 0, 0]
    assert table["background"].tolist() == [1, 1, 0]
    assert table["groups"].tolist() == [2, 0, 0]
    assert table["share"].tolist() == [1.0, 0.0, 0.0]
    assert table["words"].tolist() == [10, 20, 30]


def test_a_level_in_one_year_cannot_be_told_from_the_year():
    documents = pd.DataFrame(
        {"year": [2001, 2001, 2024], "author": ["x", "x", "y"], "vantage": ["US", "", "US"]}
    )
    table = confounded(documents, ["author", "outlet", "vantage"])
    assert table[["attribute", "level", "alone"]].to_numpy().tolist() == [
        ["author", "x", True],
        ["author", "y", True],
        ["vantage", "US", False],
    ]
    assert shared(table, {"US": "US policy"}) == ["US policy (vantage)"]
