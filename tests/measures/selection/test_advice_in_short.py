import pandas as pd
import pytest

from frameline.measures.selection.advice_in_short import (
    advice_aim,
    advice_counts,
    advice_gists,
)

LONG = "snegovaya-alterman-2024"


@pytest.fixture(scope="module")
def counts(own):
    return advice_counts(own, unnamed=["none"])


def counted(counts, text, part):
    rows = counts[(counts["doc_id"] == text) & (counts["part"] == part)]
    return list(zip(rows["code"], rows["n"], strict=True))


def test_the_advice_of_2024(counts):
    assert counted(counts, LONG, "addressee") == [("US_GOV", 10), ("WEST", 9)]
    assert counted(counts, LONG, "instrument") == [
        ("information", 5), ("sanctions", 4), ("energy", 2), ("diplomacy", 1), ("conceptual", 1),
        ("none", 6),
    ]  # fmt: skip
    assert counted(counts, LONG, "goal") == [("divide", 13), ("deny", 6)]


def test_every_part_sums_to_the_pieces(counts):
    sums = counts.groupby(["doc_id", "part"], sort=False).agg(n=("n", "sum"), of=("of", "first"))
    assert (sums["n"] == sums["of"]).all()


def test_the_aims_of_the_storyline(counts):
    aims = advice_aim(counts, vague=["other"]).set_index("doc_id")
    columns = ["addressees", "part", "codes", "n", "of"]
    assert aims.loc[LONG, columns].tolist() == [["US_GOV", "WEST"], "goal", ["divide"], 13, 19]
    assert aims.loc["abedin-2015", columns].tolist() == [
        ["IRAN"], "instrument", ["hedging"], 2, 2,
    ]  # fmt: skip
    assert aims.loc["shaffer-2001-talk", "codes"] == ["deny", "accommodate"]
    assert aims.loc["tazmini-2021", ["codes", "n"]].tolist() == [["describe", "accommodate"], 1]
    assert "shaffer-2001-paper" not in aims.index


def test_the_advice_that_is_shown(own, data_corpus):
    scale = data_corpus.role("explicitness").order
    table = advice_gists(own, scale=scale)
    places = table.groupby("doc_id")["unit_id"].agg(lambda units: [u[-6:] for u in units])
    assert places["abedin-2015"] == ["P23.s1", "P19.s1"]
    assert places[LONG] == ["P06.s1", "P07.s1", "P36.s1"]
    assert not table["claim_id"].duplicated().any()


def advice(**columns):
    size = len(columns["gist"])
    table = {"doc_id": "t", "advice": True, "claim_id": [str(n) for n in range(size)]}
    return pd.DataFrame({**table, **columns})


def test_only_as_many_as_the_letters_allow():
    table = advice(gist=["a" * 30, "b" * 30, "c" * 30], instrument=["x", "y", "z"])
    assert len(advice_gists(table, letters=60)) == 2
    assert len(advice_gists(table, letters=10)) == 1


def test_without_means_or_openness_in_reading_order():
    table = advice(gist=["One.", "Two."])
    assert advice_gists(table)["claim_id"].tolist() == ["0", "1"]
    assert advice_aim(advice_counts(table)).empty


def test_no_advice_no_row(own):
    assert advice_gists(own.head(0)).empty
    assert advice_counts(own.head(0)).empty
