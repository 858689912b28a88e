import pandas as pd
import pytest

from frameline.measures.selection.functions import functions_of_codes
from frameline.measures.selection.matrix import exemplars, matrix
from frameline.measures.selection.names import studies
from frameline.measures.selection.outcomes import outcomes
from frameline.measures.selection.past import events_named
from frameline.measures.selection.reasons import strongest

LONG = "snegovayaalterman2024"


@pytest.fixture(scope="module")
def by_study(data_corpus):
    of = dict(zip(data_corpus.documents["doc_id"], studies(data_corpus.documents), strict=True))
    return lambda claims: claims.assign(study=claims["doc_id"].map(of))


@pytest.fixture(scope="module")
def cells(data_corpus, heard, by_study, preference, order):
    function = data_corpus.role("function")
    signs = data_corpus.codebook.role("verdict", "documents").flag("sign")
    told = outcomes(data_corpus.layer("documents"), signs=signs)
    speaks = told[told["main"]]
    claims = by_study(heard).assign(main=heard["doc_id"].isin(speaks["doc_id"]))
    table = matrix(
        claims,
        functions_of_codes({code.code: code.label for code in function.codes}),
        preference,
        verdicts=speaks.set_index("study")["sign"].to_dict(),
        main="main", thrust=["THRUST"], by="study", unspecific=["NON"], order=order,
        scale=data_corpus.role("explicitness").order,
    )  # fmt: skip
    return table.assign(place=table["unit_id"].str.partition(".")[2])


def row(cells, study, name, side=None):
    found = cells[(cells["study"] == study) & (cells["row"] == name)]
    found = found if side is None else found[found["side"] == side]
    return found.iloc[0]


@pytest.mark.parametrize(
    ("study", "name", "side", "codes", "place", "n"),
    [
        ("shaffer2001", "problem", "binding", ["THR"], "P11.s1", 13),
        ("abedin2015", "problem", "dividing", ["HIS"], "P05.s1", 11),
        ("tazmini2021", "problem", "binding", ["IDE"], "P12.s1", 15),
        (LONG, "problem", "dividing", ["HIS"], "P42.s2", 21),
        ("shaffer2001", "cause", "binding", ["SEC"], "P01.s1", 26),
        ("abedin2015", "cause", "binding", ["REG"], "P13.s1", 16),
        ("abedin2015", "cause", "dividing", ["HIS"], "P05.s2", 16),
        ("tazmini2021", "cause", "binding", ["ORD"], "P11.s1", 5),
        (LONG, "cause", "dividing", ["REG"], "P04.s5", 33),
        ("shaffer2001", "judgement", "", ["SAN"], "P15.s2", 1),
        ("abedin2015", "judgement", "dividing", ["TRU"], "P20.s1", 1),
        ("tazmini2021", "judgement", "binding", ["TRU"], "P10.s1", 8),
        (LONG, "judgement", "", [], "", 0),
        ("shaffer2001", "remedy", "", ["THR"], "P13.s5", 5),
        ("abedin2015", "remedy", "", ["THR"], "P23.s1", 2),
        ("tazmini2021", "remedy", "", [], "P04.s2", 2),
        (LONG, "remedy", "", [], "P06.s1", 19),
    ],
)
def test_the_cells_of_the_five_texts(cells, study, name, side, codes, place, n):
    cell = row(cells, study, name, side)
    assert [cell["codes"], cell["place"], cell["n"]] == [codes, place, n]


def test_causes_lead_as_on_the_pages_of_the_texts(cells, own, order):
    """2024: arms lead what binds, as on its own page, though no claim tells them as a cause."""
    cell = row(cells, LONG, "cause", "binding")
    assert (cell["codes"], cell["k"]) == (["ARM"], 0)
    page = strongest(own, unspecific=["NON"], order=order)
    text = page[(page["doc_id"] == "snegovaya-alterman-2024") & page["leads"]]
    leads = dict(zip(text["side"], text["code"], strict=True))
    for side, code in leads.items():
        assert row(cells, LONG, "cause", side)["codes"] == [code]


def test_no_claim_stands_twice_in_a_column(cells):
    shown = cells[cells["claim_id"] != ""]
    assert not shown.duplicated(["study", "claim_id"]).any()


def test_the_exemplars(data_corpus, heard, by_study, preference):
    events = by_study(data_corpus.layer("events"))
    claims = by_study(heard)
    named = events_named(events, data_corpus.documents, claims, history=["HIS"], by="study")
    table = exemplars(named, events, claims, preference, by="study").set_index("study")
    columns = ["name", "n", "of", "side"]
    assert table.loc["shaffer2001", columns].tolist() == ["Chechen war", 1, 10, "binding"]
    assert table.loc["abedin2015", columns].tolist() == [
        "Putin-Khamenei meeting", 3, 26, "binding",
    ]  # fmt: skip
    assert table.loc["tazmini2021", columns].tolist() == [
        "delayed Bushehr reactor", 1, 5, "dividing",
    ]  # fmt: skip
    # its sentences bind and divide: no side on any page
    assert table.loc[LONG, columns].tolist() == ["Iranian revolution", 3, 37, ""]
    assert table.loc["abedin2015", "unit_id"] == "abedin-2015.P15.s1"


def test_without_valence_one_list_of_causes_and_no_side():
    claims = pd.DataFrame({
        "doc_id": "t", "claim_id": ["1", "2"], "frame": ["x", "y"], "function": ["what", "why"],
        "gist": ["Arms help.", "Trade helps."],
    })  # fmt: skip
    found = matrix(claims, {"problem": "what", "cause": "why"})
    assert found["side"].tolist() == ["", "all"]
    assert found.loc[1, "codes"] == ["x", "y"]
    assert found["claim_id"].tolist() == ["1", "2"]


def test_a_verdict_without_a_sign_leaves_the_side_open():
    claims = pd.DataFrame({
        "doc_id": "t", "claim_id": ["1", "2"], "frame": ["x", "y"], "function": "what",
        "gist": ["Arms help.", "Trade helps."], "sign": pd.array([1, -1], dtype="Float64"),
    })  # fmt: skip
    functions = {"problem": "what"}
    assert matrix(claims, functions)["claim_id"].tolist() == ["1"]
    assert matrix(claims, functions, verdicts={"t": -1})["claim_id"].tolist() == ["2"]
    assert matrix(claims, functions, verdicts={"t": None})["claim_id"].tolist() == ["1"]


def test_gists_of_the_main_text_come_first():
    claims = pd.DataFrame({
        "doc_id": ["a", "b"], "study": "s", "claim_id": ["1", "2"], "frame": "x",
        "function": "what", "gist": ["Arms help.", "Trade helps."], "main": [False, True],
    })  # fmt: skip
    found = matrix(claims, {"problem": "what"}, by="study", main="main")
    assert found["claim_id"].tolist() == ["2"]
    assert found["of"].tolist() == [2]
