import pandas as pd
import pytest

from frameline.measures.overview import overview


@pytest.fixture
def documents():
    return pd.DataFrame(
        {
            "doc_id": ["a", "b"],
            "name": ["A 2001", "B 2015"],
            "year": [2001, 2015],
            "too_short": [True, False],
            "vantage": ["x", "y"],
        }
    )


@pytest.fixture
def balance():
    numbers = {"binding": [1], "dividing": [1], "ambivalent": [0], "unsigned": [0]}
    return pd.DataFrame(
        {"doc_id": ["b"], **numbers, "n": [2], "net": [0.0], "low": [-1.0], "high": [1.0]}
    )


def test_a_text_without_claims_keeps_its_row(documents, balance):
    table = overview(documents, balance, vantage={"x": "X’s choices"})
    assert table["doc_id"].tolist() == ["a", "b"]
    assert table["n"].tolist() == [0, 2]
    assert table["vantage"].tolist() == ["X’s choices", "y"]


def test_a_text_too_short_gets_no_net(documents, balance):
    both = pd.concat([balance, balance.assign(doc_id="a", net=1.0)])
    table = overview(documents, both)
    assert pd.isna(table["net"][0])
    assert table["net"][1] == 0.0


def test_labels_are_shown_as_printed_with_their_use(documents, balance):
    labels = pd.DataFrame(
        {
            "doc_id": ["a", "b"],
            "title_literal": ["Partners", ""],
            "body_literal": ["strategic", "a balance"],
            "body_use": ["reported", "asserted"],
        }
    )
    table = overview(documents, balance, labels)
    assert table["title_label"].tolist() == ["Partners", ""]
    assert table["body_label"].tolist() == ["strategic", "a balance"]
    assert table["body_use"].tolist() == ["reported", "asserted"]
