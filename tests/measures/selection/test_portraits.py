import pandas as pd
import pytest

from frameline.measures.selection.portraits import portraits, said_first


def test_the_abstract_of_2001_is_a_box_beside_the_talk(own, data_corpus):
    table = portraits(own, data_corpus.documents).set_index("doc_id")
    assert table.loc["shaffer-2001-paper", ["n", "form", "on"]].tolist() == [
        6, "box", "shaffer-2001-talk",
    ]  # fmt: skip
    assert table["form"].drop("shaffer-2001-paper").tolist() == ["page"] * 4


@pytest.mark.parametrize(
    ("texts", "form"), [(6, "page"), (7, "small"), (12, "small"), (13, "annex")]
)
def test_forms_by_number(texts, form):
    names = [str(n) for n in range(texts)]
    claims = pd.DataFrame({"doc_id": names * 10})
    assert set(portraits(claims, pd.DataFrame({"doc_id": names}))["form"]) == {form}


def test_a_short_text_alone_stands_on_no_page():
    row = portraits(pd.DataFrame({"doc_id": ["a"]}), pd.DataFrame({"doc_id": ["a"]})).iloc[0]
    assert (row["form"], row["on"]) == ("box", "")


def test_an_open_statement_may_not_lead_a_page():
    table = pd.DataFrame({"statement": ["a", "b", "c"], "word": ["open", "leaning", "firm"]})
    assert said_first(table, ["a", "c"]) == "c"
    assert said_first(table, []) == ""
