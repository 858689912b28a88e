import pandas as pd
import pytest

from frameline.measures.selection.turn import heading_words, sections, turns

LONG = "snegovaya-alterman-2024"


@pytest.fixture(scope="module")
def headings(data_corpus):
    return heading_words(data_corpus.layer("labels"), data_corpus.blocks)


def test_the_turns_of_the_five_texts(data_corpus, heard, headings):
    table = turns(heard, data_corpus.blocks, headings).set_index("doc_id")
    columns = ["unit_id", "heading", "running", "end"]
    assert table.loc[LONG, columns].tolist() == [f"{LONG}.P23.s2", "STRANGE BEDFELLOWS", 39, 17]
    short = table.loc["abedin-2015", ["unit_id", "heading", "frame", "theatre", "end"]]
    assert short.tolist() == ["abedin-2015.P17.s1", "", "REG", "SYRIA", -6]
    assert not table.loc["shaffer-2001-talk", "turned"]


def test_the_sections_of_2024(data_corpus, heard, headings):
    table = sections(heard, data_corpus.blocks, headings, unspecific=["NON"])
    part = table[table["doc_id"] == LONG]
    assert part[["first", "last", "heading", "code", "k", "advice"]].to_numpy().tolist() == [
        ["P01", "P07", "", "ORD", 5, 5],
        ["P12", "P16", "", "DOM", 7, 0],
        ["P17", "P22", "PARTNERS IN CRIME", "ARM", 10, 0],
        ["P23", "P34", "STRANGE BEDFELLOWS", "REG", 12, 0],
        ["P35", "P42", "", "", 0, 14],
    ]


def test_a_tie_in_a_section_is_shown(data_corpus, heard, headings):
    table = sections(heard, data_corpus.blocks, headings, unspecific=["NON"])
    part = table[(table["doc_id"] == "abedin-2015") & (table["section"] == 3)]
    assert part[["code", "side", "k"]].to_numpy().tolist() == [
        ["REG", "binding", 3],
        ["THR", "dividing", 3],
    ]


def claims(signs, **columns):
    size = len(signs)
    table = {"doc_id": "t", "claim_id": [str(n) for n in range(size)], "position": range(size)}
    return pd.DataFrame({**table, "sign": pd.array(signs, dtype="Float64"), **columns})


@pytest.mark.parametrize(
    ("signs", "before"),
    [
        ([1, 1, 1, -1, -1], "2"),
        ([-1, 1, -1, 1, 1, 1], "2"),  # of several places the last
        ([1, 1, 1], None),  # farthest from the end at the start
        ([None, None, 1], None),  # nothing has pulled before
        ([1, -1], "0"),
        ([None, 0], None),
        ([1, None, 0, -1, -1], "2"),  # what pulls neither way does not move on
    ],
)
def test_where_it_turns(signs, before):
    row = turns(claims(signs)).iloc[0]
    assert bool(row["turned"]) == (before is not None)
    if before is not None:
        assert row["before"] == before


def test_the_heading_stands_between_the_claims_that_pull():
    table = claims([1, None, -1, -1], para_id=["P1", "P2", "P2", "P3"])
    kinds = ["body", "heading", "body", "body"]
    blocks = pd.DataFrame({"doc_id": "t", "block_id": ["P1", "H1", "P2", "P3"], "kind": kinds})
    row = turns(table, blocks).iloc[0]
    assert row[["before", "claim_id", "block_id", "heading"]].tolist() == ["1", "2", "H1", ""]


def test_a_text_without_headings_falls_into_fifths():
    table = claims([1] * 10, para_id="P1", frame=["x"] * 6 + ["y"] * 4)
    found = sections(table)
    assert found["n"].tolist() == [2] * 5
    assert found["code"].tolist() == ["x", "x", "x", "y", "y"]


def test_a_section_without_sides_has_no_reason():
    table = claims([1, None, None], para_id=["P1", "P2", "P2"], frame="x")
    blocks = pd.DataFrame(
        {"doc_id": "t", "block_id": ["P1", "H1", "P2"], "kind": ["body", "heading", "body"]}
    )
    assert sections(table, blocks)["code"].tolist() == ["", ""]


def test_whether_a_label_is_the_whole_heading(headings):
    whole = headings.set_index(["doc_id", "block_id"])["whole"]
    assert whole[LONG, "H03"]
    assert not whole["abedin-2015", "H02"]
