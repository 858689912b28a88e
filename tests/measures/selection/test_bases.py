import pandas as pd

from frameline.measures.arc import arc
from frameline.measures.selection.bases import bases
from frameline.measures.selection.reasons import claims_by_side

LONG = "snegovaya-alterman-2024"


def test_why_the_arc_of_2024_ends_elsewhere_than_its_sums(data_corpus, own, heard):
    """52 bind and 36 divide in its own voice; the arc counts all voices and ends at 17."""
    table = bases(data_corpus.layer()).set_index(["doc_id", "base"])
    columns = ["n", "binding", "dividing", "net"]
    assert table.loc[(LONG, "own voice"), columns].tolist() == [120, 52, 36, 16]
    assert table.loc[(LONG, "all voices"), "net"] == 17
    assert table.loc[(LONG, "all voices"), ["more", "because"]].tolist() == [5, "other voices"]
    ends = arc(heard).groupby("doc_id")["running"].last()
    assert ends[LONG] == 17
    sides = claims_by_side(own).set_index("doc_id")
    assert sides.loc[LONG, "n"] == 120


def test_each_base_is_within_the_next(data_corpus):
    table = bases(data_corpus.layer())
    assert (table["more"] >= 0).all()
    last = table.drop_duplicates("doc_id", keep="last")
    assert last["n"].sum() == len(data_corpus.claims)


def test_a_corpus_that_says_nothing_of_voices():
    table = bases(pd.DataFrame({"doc_id": ["t"]}))
    assert table["n"].tolist() == [1, 1, 1, 1]
    assert set(table["because"]) == {""}
