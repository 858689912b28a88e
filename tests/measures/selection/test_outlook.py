import pandas as pd

from frameline.measures.selection.outlook import outlook


def places(table, text):
    return [unit.partition(".")[2] for unit in table.loc[table["doc_id"] == text, "unit_id"]]


def test_the_outlook_of_the_portraits(own, preference):
    table = outlook(own, preference, unlikely=["unlikely"])
    assert places(table, "abedin-2015") == ["P03.s1", "P04.s2", "P17.s1", "P22.s1"]
    long = "snegovaya-alterman-2024"
    assert places(table, long) == ["P04.s1", "P07.s3", "P23.s1", "P32.s1"]
    of = table.drop_duplicates("doc_id").set_index("doc_id")["of"]
    assert of[long] == 5
    assert of["abedin-2015"] == 4


def test_what_is_called_unlikely_is_not_expected(own, preference):
    table = outlook(own, preference, unlikely=["unlikely"])
    assert table.loc[~table["expected"], "unit_id"].tolist() == ["abedin-2015.P03.s1"]


def test_a_text_without_forecasts():
    claims = pd.DataFrame({"doc_id": ["t"], "claim_id": ["c"], "gist": ["G."], "forecast": [""]})
    assert outlook(claims).empty
