import pandas as pd
import pytest

from frameline.measures.selection.names import (
    own_words,
    studies,
    title_words,
    titles_against_bodies,
)


@pytest.fixture(scope="module")
def tables(data_corpus):
    labels, documents = data_corpus.layer("labels"), data_corpus.layer("documents")
    return title_words(labels, documents), own_words(labels, documents), documents


def test_the_titles_of_the_five_texts(tables):
    titles = tables[0].set_index("doc_id")
    assert titles["words"].tolist() == [
        "Partners in Need",
        "Partners in Need",
        "uneasy partnership",
        "a strategic alliance or something more?",
        "Fragile Partnership",
    ]
    assert titles.loc["tazmini-2021", ["quoted", "sense"]].tolist() == [True, "asked"]
    assert set(titles["sense"].drop("tazmini-2021")) == {"asserted"}


def test_the_own_words_of_the_five_texts(tables):
    own = tables[1].set_index("doc_id")
    columns = ["words", "block_id", "sentence", "use"]
    assert own.loc["snegovaya-alterman-2024", columns].tolist() == [
        "partners of convenience", "P35", 2, "asserted",
    ]  # fmt: skip
    assert own.loc["abedin-2015", columns].tolist() == ["a balance", "P23", 1, "asserted"]
    assert own.loc["tazmini-2021", columns].tolist() == ["alignment", "P05", 2, "asserted"]
    assert own.loc["shaffer-2001-talk", columns].tolist() == [
        "strategic partners", "P01", 1, "reported",
    ]  # fmt: skip


def test_three_of_four_studies_over_whole_titles(tables):
    table = titles_against_bodies(*tables)
    assert (int(table["differ"].sum()), len(table)) == (3, 4)
    assert sum(len(titles) for titles in table["titles"]) == 4


def mention(literal, polarity="asserted", place="title", label="X"):
    return {"doc_id": "t", "literal": literal, "label": label, "place": place,
            "polarity": polarity, "countable": place == "body", "adopted": True}  # fmt: skip


def titled(title, *mentions):
    return title_words(pd.DataFrame(mentions), pd.DataFrame({"doc_id": ["t"], "title": [title]}))


def test_an_assertion_beside_a_question_stays_one():
    row = titled("Fragile friends: will it last?", mention("Fragile friends")).iloc[0]
    assert (row["words"], row["sense"]) == ("Fragile friends", "asserted")


def test_a_long_question_gets_its_mark_and_is_no_quotation():
    title = "A pact that nobody in either capital would have thought of before?"
    row = titled(title, mention("A pact", "questioned")).iloc[0]
    assert (row["words"], row["quoted"], row["sense"]) == ("A pact?", False, "asked")


def test_other_polarities_travel_with_the_word():
    row = titled("No alliance", mention("alliance", "negated")).iloc[0]
    assert (row["words"], row["sense"]) == ("alliance", "negated")


def test_a_title_without_a_label():
    assert titled("On rivers", mention("pact", place="body")).iloc[0]["words"] == ""


def test_own_words_of_a_text_without_any():
    table = own_words(pd.DataFrame([mention("pact")]), pd.DataFrame({"doc_id": ["t"]}))
    assert table.iloc[0][["words", "use", "asserted"]].tolist() == ["", "", False]


def test_texts_without_a_group_are_studies_of_their_own():
    assert studies(pd.DataFrame({"doc_id": ["a", "b"]})).tolist() == ["a", "b"]


def test_unknown_words_leave_the_comparison_open():
    labels = pd.DataFrame([mention("pact")])
    texts = pd.DataFrame({"doc_id": ["t"], "title": ["A pact"]})
    table = titles_against_bodies(title_words(labels, texts), own_words(labels, texts), texts)
    assert table["differ"].isna().all()


def test_the_invented_corpus(river_corpus):
    labels, documents = river_corpus.layer("labels"), river_corpus.layer("documents")
    titles = title_words(labels, documents)
    table = titles_against_bodies(titles, own_words(labels, documents), documents)
    assert len(table) == len(documents)
