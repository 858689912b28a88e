import pandas as pd
import pytest

from frameline.measures.selection.past import events_named, farthest, past

LONG = "snegovaya-alterman-2024"


@pytest.fixture(scope="module")
def named(data_corpus, heard):
    events, documents = data_corpus.layer("events"), data_corpus.documents
    return events_named(events, documents, heard, history=["HIS"])


def test_the_past_of_the_portraits(named):
    table = past(named).groupby("doc_id")
    shown = table["name"].agg(list)
    assert shown["abedin-2015"] == [
        "Russo-Persian wars",
        "Anglo-Soviet invasion of Iran",
        "Iranian revolution",
        "collapse of the Soviet Union",
        "Treaty of Turkmenchay",
        "loss of the Caucasus",
        "Soviet attempt to annex Iranian Azerbaijan",
        "Soviet meddling through the Tudeh",
    ]
    assert shown[LONG] == [
        "Iranian revolution",
        "Chechen fight for independence",
        "Armenian-Azerbaijani clashes",
        "founding of BRICS",
        "South Africa joins BRICS",
        "Russia joins sanctions pressure on Iran",
        "Soviet occupation of part of Iran",
        "Cold War",
    ]
    rest = table[["further", "of"]].first()
    assert rest.loc["abedin-2015"].tolist() == [11, 26]
    assert rest.loc[LONG].tolist() == [24, 37]


def test_an_event_on_both_sides_takes_neither(named):
    """The revolution stands in a sentence that binds by history and divides by ideology."""
    row = named[(named["doc_id"] == LONG) & (named["name"] == "Iranian revolution")].iloc[0]
    assert row[["side", "mentions", "signed"]].tolist() == ["both", 3, 2]


def test_ranges_stay_ranges_and_exact_years_stand_apart(named, data_corpus):
    reach = farthest(named, data_corpus.documents).set_index("doc_id")
    row = reach.loc["abedin-2015"]
    assert row[["reach_low", "reach_high", "reach"]].tolist() == [116, 315, 74]
    assert (row["range_name"], row["name"]) == (
        "Russo-Persian wars",
        "Anglo-Soviet invasion of Iran",
    )
    assert pd.isna(reach.loc["tazmini-2021", "range_low"])
    assert "shaffer-2001-paper" not in reach.index


def event(name, unit, year="", basis="printed"):
    return {"doc_id": "t", "unit_id": unit, "name": name, "year": year, "basis": basis}


def told(*events, claims=None):
    empty = pd.DataFrame({"unit_id": [], "frame": [], "sign": pd.array([], dtype="Float64")})
    texts = pd.DataFrame({"doc_id": ["t"], "year": [2015]})
    table = pd.DataFrame(events)
    return events_named(table, texts, empty if claims is None else claims, history=["old"])


def test_the_year_of_the_text_and_later_are_no_past():
    table = told(
        event("now", "a", "2015-11"), event("span", "a", "2002/2015"), event("soon", "a", "2016"),
        event("then", "a"),
    )  # fmt: skip
    assert table.loc[table["before"], "name"].tolist() == ["span", "then"]


def test_a_year_known_from_elsewhere_is_not_shown():
    row = told(event("treaty", "a", "1828", "external")).iloc[0]
    assert (row["date"], row["exact"]) == ("", "")


def test_history_that_argues_to_both_sides_ranks_with_other_sentences():
    claims = pd.DataFrame({"unit_id": ["a", "a", "b"], "frame": "old",
                           "sign": pd.array([1, -1, -1], dtype="Float64")})  # fmt: skip
    table = told(event("x", "a"), event("y", "b"), event("z", "c"), claims=claims)
    assert table["rank"].tolist() == [1, 0, 2]
    assert table["side"].tolist() == ["both", "dividing", ""]
    assert past(table, most=1)["name"].tolist() == ["y"]


def test_no_events():
    assert past(told(event("x", "a")).head(0)).empty
