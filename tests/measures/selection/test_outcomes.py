import pandas as pd
import pytest

from frameline.measures.selection.outcomes import distinct_verdicts, outcomes


@pytest.fixture(scope="module")
def table(data_corpus):
    signs = data_corpus.codebook.role("verdict", "documents").flag("sign")
    return outcomes(data_corpus.layer("documents"), signs=signs)


def test_four_verdicts_of_four_studies(table):
    assert distinct_verdicts(table) == ["bound-but-changeable", "distant", "durable", "fragile"]
    assert table["study"].nunique() == 4


def test_the_talk_speaks_for_its_study(table):
    assert table.loc[~table["main"], "doc_id"].tolist() == ["shaffer-2001-paper"]


def test_two_verdicts_share_a_step_of_the_scale(table):
    row = table.set_index("doc_id").loc["abedin-2015"]
    assert row["durability"] == 3
    assert row["shares_step"] == ["shaffer-2001-talk"]
    assert table.set_index("doc_id").loc["tazmini-2021", "shares_step"] == []


def test_signs(table):
    assert table["sign"].tolist() == [1, 1, -1, 1, -1]


def test_a_corpus_without_verdicts():
    found = outcomes(pd.DataFrame({"doc_id": ["a", "b"]}))
    assert found["main"].all()
    assert found["durability"].isna().all()
    assert distinct_verdicts(found) == []
