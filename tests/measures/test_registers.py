import json
from functools import partial
from types import SimpleNamespace

import pandas as pd
import pytest

from frameline.corpus.codebook import Code, Variable
from frameline.measures.reference import reference_table
from frameline.measures.registers import (
    SERIES,
    brief_rows,
    code_rows,
    disagreement_rows,
    event_rows,
    filled_columns,
    headed,
    label_rows,
    published_rows,
    rule_rows,
    statement_rows,
    variable_rows,
)
from frameline.words.phrases import Phrases

EXPLAIN = partial(Phrases("codebook").part, "explained")


def rule(name):
    return SimpleNamespace(id=name, title=f"about {name}", text="text")


def test_rules_go_to_the_chapter_of_their_series():
    rules = [rule(name) for name in ("R1", "L1", "L12", "3", "one-river", "Limits1", "U2")]
    assert rule_rows(rules, "L")["id"].tolist() == ["L1", "L12"]
    assert rule_rows(rules)["id"].tolist() == ["R1", "3", "one-river", "Limits1"]
    assert rule_rows([], "L").columns.tolist() == ["id", "title", "text"]


def test_no_rule_is_lost_and_none_is_shown_twice(data_corpus):
    rules = data_corpus.codebook.rules
    shown = pd.concat([rule_rows(rules, series) for series in ("", *SERIES)])
    assert sorted(shown["id"]) == sorted(r.id for r in rules)
    assert all(len(rule_rows(rules, series)) for series in SERIES)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"level": "ordinal"}, "The codes are ordinal."),
        ({"level": "nominal"}, ""),
        ({"multiple": True}, "Several codes may be given."),
        ({"when": "forecast=*"}, "Coded where forecast is coded."),
        ({"when": "a_b=X|Y"}, "Coded where a b is X or Y."),
    ],
)
def test_notes_say_how_a_variable_is_coded(changes, said):
    variable = Variable("v", codes=(Code("x"),), **changes)
    assert variable_rows([variable], EXPLAIN)["note"].tolist() == [said]


def test_size_counts_only_what_is_printed_anew():
    codes = (Code("x", definition="A long definition."),)
    first, second = Variable("first", codes=codes), Variable("second", codes=codes)
    sizes = variable_rows([first, second], EXPLAIN)["size"]
    assert sizes[0] == len("A long definition.")
    assert sizes[1] == len("As for first.")


def test_one_name_in_two_layers_is_no_repetition_of_itself():
    codes = (Code("x", definition="One."), Code("y", definition="Two."))
    book = [Variable("voice", "claims", label="Voice", codes=codes),
            Variable("voice", "labels", label="Voice", codes=(*codes, Code("z")))]  # fmt: skip
    rows = code_rows(book, EXPLAIN)
    assert rows["code"].tolist() == ["x", "y", "x, y", "z"]
    assert rows["meaning"].tolist() == ["One.", "Two.", "As for Voice of claims.", ""]


def test_codes_without_definition_keep_their_rows():
    book = [Variable("a", codes=(Code("x"), Code("y"))), Variable("b", codes=(Code("x"),))]
    assert code_rows(book, EXPLAIN)["meaning"].tolist() == ["", "", ""]


def test_everything_a_code_says_is_in_its_row():
    code = Code("X", "Label", "", "Means", "in it", "out of it", "On the edge?", "phrase", "d P1")
    row = code_rows([Variable("v", codes=(code,))], EXPLAIN).iloc[0]
    assert row["code"] == "X Label"
    assert row["meaning"] == (
        "Means. In: in it. Out: out of it. Boundary: On the edge? Example: “phrase” (d P1)."
    )


def test_brief_rows_know_codes_of_other_variables(data_corpus):
    book = data_corpus.codebook.variables
    about, codes = variable_rows(book, EXPLAIN), code_rows(book, EXPLAIN)
    rows = brief_rows(about[about["layer"] == "labels"], codes, EXPLAIN)
    voice = rows.set_index("label").loc["Voice", "text"]
    assert "As for Voice of claims." in voice
    assert rows["label"].tolist()[-1] == "In words"


def test_all_codes_of_the_codebook_are_printed(data_corpus):
    for variable in data_corpus.codebook.variables:
        printed = " ".join(code_rows([variable], EXPLAIN)["code"])
        assert all(code.code in printed for code in variable.codes), variable.name


def log(**changes):
    entry = {
        "doc_id": "x", "para_id": "P1", "sentence": "2", "claim": "1", "variable": "driver",
        "a": "SEC", "b": "ARM", "c": "ARM", "final": "ARM", "note": "both",
    }  # fmt: skip
    return entry | changes


@pytest.mark.parametrize(
    ("changes", "place", "codes"),
    [
        ({}, "P1 s2 c1", "driver: SEC (a), ARM (b, c) → ARM"),
        ({"claim": "label: ally", "variable": "label scope"}, "P1 s2 ally",
         "scope: SEC (a), ARM (b, c) → ARM"),
        ({"para_id": "", "sentence": "", "claim": "document", "variable": "document body_label"},
         "document", "body label: SEC (a), ARM (b, c) → ARM"),
        ({"a": "(no claim)", "final": "(blank)"}, "P1 s2 c1",
         "driver: no claim (a), ARM (b, c) → blank"),
    ],
)  # fmt: skip
def test_a_disagreement_says_where_and_what(changes, place, codes):
    rows = disagreement_rows(pd.DataFrame([log(**changes)]), ["a", "b", "c", "absent"])
    assert rows[["place", "codes"]].to_numpy().tolist() == [[place, codes]]


def test_entries_of_a_place_and_equal_places_share_a_row():
    entries = [
        log(),
        log(variable="valence"),
        log(para_id="P2"),
        log(para_id="P3"),
        log(doc_id="y"),
    ]
    rows = disagreement_rows(pd.DataFrame(entries), ["a", "b", "c"])
    assert rows["place"].tolist() == ["P1 s2 c1", "P2 s2 c1, P3 s2 c1", "P1 s2 c1"]
    assert rows["n"].tolist() == [2, 2, 1]
    assert rows["note"].tolist() == ["both"] * 3


def test_registers_hold_every_row(data_corpus):
    entries = data_corpus.adjudication
    assert disagreement_rows(entries, list(data_corpus.codings))["n"].sum() == len(entries)
    assert label_rows(data_corpus.layer("labels"))["n"].sum() == len(data_corpus.labels)
    assert event_rows(data_corpus.layer("events"))["n"].sum() == len(data_corpus.events)


def test_labels_with_other_codes_stay_apart(river_corpus):
    rows = label_rows(river_corpus.layer("labels"))
    assert rows["n"].sum() == len(river_corpus.labels)
    assert "good neighbours" not in " ".join(rows["names"])  # as first printed: Good Neighbours
    title, body = rows["names"].tolist()[:2]
    assert (title, body) == ("Good Neighbours (T1)", "Good Neighbours (P1 s1)")


def test_dated_events_come_first_by_year():
    events = pd.DataFrame({
        "event_id": ["x.P1.s1.e1", "x.P1.s1.e2", "x.P2.s1.e1"], "doc_id": "x",
        "name": ["a thaw", "a war", "a coup"], "year": ["", "198X", "1953"],
        "year_low": pd.array([None, 1980, 1953], dtype="Int64"),
    })  # fmt: skip
    names = event_rows(events)["names"].tolist()
    assert names == ["1953 a coup (P2 s1); 198X a war (P1 s1); a thaw (P1 s1)"]


def test_headed_leaves_texts_without_rows_out():
    table = pd.DataFrame({"doc_id": ["y", "x"], "place": ["P2", "P1"], "n": [2, 1]})
    rows = headed(table, {"x": "X", "y": "Y", "z": "Z"}, "place")
    assert rows["place"].tolist() == ["X (1)", "P1", "Y (2)", "P2"]
    assert headed(table.iloc[:0], {"x": "X"}, "place").empty


def test_every_published_value_is_listed(data_corpus):
    values = json.loads((data_corpus.path / "reference" / "values.json").read_text("utf-8"))
    cases = reference_table(values)
    rows = published_rows(cases)
    assert rows["n"].sum() == len(cases)
    assert rows["ok"].sum() == cases["ok"].sum()
    assert (rows["sources"] != "").all()
    assert not rows["sources"].str.contains("same").any()


def test_sources_named_as_the_same_take_the_one_before():
    case = {"measure": "A", "expected": -0.32, "obtained": -0.3207, "ok": True}
    cases = pd.DataFrame([case | {"source": "Doe 1990: p. 4"}, case | {"source": "same; x"}])
    row = published_rows(cases).iloc[0]
    assert row["sources"] == "Doe 1990"
    assert row["values"] == "−0.32, −0.32"


def test_the_data_card_has_the_headings_of_a_data_statement(data_corpus):
    rows = statement_rows((data_corpus.path / "README.md").read_text("utf-8"))
    assert {"Curation rationale", "Language variety", "Authors", "Annotators"} <= set(
        rows["heading"]
    )
    assert not rows["text"].str.contains(r"[`*|]").any()
    assert (rows["text"] != "").all()


def test_other_sections_are_no_statement():
    before, after = "## Who coded\n**Nobody.** Yet.", "## Z\n**B.** No."
    card = f"{before}\n\n## Data statement\n**A.** One:\n\n| x |\n\n{after}"
    assert statement_rows(card).to_numpy().tolist() == [["A", "One."]]
    assert statement_rows("# Nothing").empty


def test_columns_that_hold_nothing_are_left_out():
    table = pd.DataFrame(
        {"a": ["", "x"], "b": ["", ""], "c": pd.array([None, None], dtype="Int64")}
    )
    assert filled_columns(table, {"c": "C", "b": "B", "a": "A", "d": "D"}) == {"a": "A"}
