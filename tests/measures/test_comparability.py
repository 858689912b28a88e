import pandas as pd

from frameline.measures.comparability import alike_pairs, confounded, document_sizes, shared


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


def test_the_pair_that_shares_most_comes_first_and_the_unknown_is_neither():
    documents = pd.DataFrame({
        "doc_id": list("abcd"), "year": [2001, 2001, 2015, 2024],
        "author": ["x", "x", "y", "z"], "vantage": ["US", "US", "", "US"],
        "genre": ["talk", "note", "note", "note"], "too_short": [True, False, False, False],
    })  # fmt: skip
    table = alike_pairs(documents, ["author", "outlet", "vantage", "genre"])
    assert table[["from", "to", "same", "other"]].to_numpy().tolist() == [
        ["b", "d", ["vantage", "genre"], ["author"]],
        ["b", "c", ["genre"], ["author"]],
        ["c", "d", ["genre"], ["author"]],
    ]
    assert alike_pairs(documents.head(2)).empty  # one year
