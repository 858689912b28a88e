"""Exports for programs whose files are small or few: what comes back of them, and what is said."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given

from frameline.exchange.formats.registry import guess, losses, read_files, write_files
from frameline.exchange.model.project import (
    Annotation,
    Code,
    Coding,
    Document,
    Project,
    Span,
    Variable,
)
from tests.exchange.strategies import accounted, content, examples, projects

HERE = Path(__file__).parent
TEXT = "🚢 Norland trades.\nThey fear the levy."


def there_and_back(name, project, out):
    files = write_files(name, project, out)
    paths = [out] if out.exists() else files
    assert guess(paths) == name
    back = read_files(name, paths)
    assert accounted(back)
    assert back.left == ()
    return back


def said(project):
    return [(c.document, c.coder, dict(a.values), [(s.start, s.end) for s in a.spans])
            for c in project.codings for a in c.annotations]  # fmt: skip


def two(*annotations, facts=None):
    return Project(
        (Document("letter", TEXT, facts or {}),),
        (Coding("letter", "anna", tuple(annotations)), Coding("letter", "bo", annotations[:1])),
    )


# --- DNA --------------------------------------------------------------------------------------


@given(project=projects(most_spans=1, several=False, whole_document=False, notes=False,
                        quote=None, empty_codings=False))  # fmt: skip
@examples(15)
def test_dna_keeps_statements(project, tmp_path_factory):
    out = tmp_path_factory.mktemp("dna") / "a.dna"
    back = there_and_back("dna", project, out)
    bare = [(d, c, v, s) for d, c, v, s in said(back)]
    assert sorted(map(str, bare)) == sorted(map(str, said(project)))
    assert {d.id: d.text for d in back.documents} == {d.id: d.text for d in project.documents}


def test_dna_counts_utf_16_and_dates_by_day(tmp_path):
    one = Annotation((Span(2, 9),), {"concept": ("trade",), "agreement": ("agree",)})
    project = two(one, facts={"published": "1911-03-02", "outlet": "Hansard"})
    back = there_and_back("dna", project, tmp_path / "a.dna")
    with sqlite3.connect(tmp_path / "a.dna") as connection:
        assert connection.execute("SELECT Start, Stop FROM STATEMENTS").fetchall() == [(3, 10)] * 2
        kinds = dict(connection.execute("SELECT Variable, DataType FROM VARIABLES"))
        values = [v for (v,) in connection.execute("SELECT Value FROM DATABOOLEAN")]
    connection.close()
    assert kinds == {"concept": "short text", "agreement": "boolean"}
    assert values == [1, 1]
    assert said(back) == said(project)
    assert back.documents[0].facts == {"published": "1911-03-02", "outlet": "Hansard"}
    lost = losses("dna", two(one, facts={"published": "1911-03"}))
    assert ["dates that are no day" in left.what for left in lost] == [True]


def test_files_of_dna_3_are_read(tmp_path):
    with sqlite3.connect(tmp_path / "a.dna") as c:
        c.executescript("""
            CREATE TABLE CODERS(ID, Name); INSERT INTO CODERS VALUES (1, 'ana');
            CREATE TABLE DOCUMENTS(ID, Title, Text, Coder, Author, Source, Section, Notes, Type,
              Date); INSERT INTO DOCUMENTS VALUES (1, 'A', 'Norland trades', 1, '', '', '', '', '',
              1047945600);
            CREATE TABLE STATEMENTTYPES(ID, Label); INSERT INTO STATEMENTTYPES VALUES (1, 'S');
            CREATE TABLE VARIABLES(ID, Variable, DataType, StatementTypeId);
            INSERT INTO VARIABLES VALUES (1, 'concept', 'short text', 1);
            CREATE TABLE ENTITIES(ID, VariableId, Value); INSERT INTO ENTITIES VALUES (7, 1, 'war');
            CREATE TABLE STATEMENTS(ID, StatementTypeId, DocumentId, Start, Stop, Coder);
            INSERT INTO STATEMENTS VALUES (1, 1, 1, 0, 7, 1);
            CREATE TABLE DATABOOLEAN(ID, StatementId, VariableId, Value);
            CREATE TABLE DATAINTEGER(ID, StatementId, VariableId, Value);
            CREATE TABLE DATALONGTEXT(ID, StatementId, VariableId, Value);
            CREATE TABLE DATASHORTTEXT(ID, StatementId, VariableId, Entity);
            INSERT INTO DATASHORTTEXT VALUES (1, 1, 1, 7);
        """)
    c.close()
    project = read_files("", [tmp_path / "a.dna"])
    assert said(project) == [("A", "ana", {"concept": ("war",)}, [(0, 7)])]
    assert project.documents[0].facts["published"] == "2003-03-18"


# --- CoNLL ------------------------------------------------------------------------------------


def test_conll_has_a_word_a_line_and_a_file_for_each_coder(tmp_path):
    one = Annotation((Span(2, 9),), {"type": ("E",)})
    other = Annotation((Span(23, 36),), {"type": ("F F",)})
    over = Annotation((Span(10, 20),), {"type": ("G",)})
    again = Annotation((Span(2, 5),), {"type": ("H",)})
    project = two(one, other, over, again)
    back = there_and_back("conll", project, tmp_path / "out")
    assert (tmp_path / "out/bo.conll").read_text(encoding="utf-8") == (
        "# newdoc id = letter\n-DOCSTART- O\n\n🚢 O\nNorland B-E\ntrades O\n. O\n\n"
        "They O\nfear O\nthe O\nlevy O\n. O\n\n"
    )
    text = back.documents[0].text
    assert text == "🚢 Norland trades .\nThey fear the levy ."
    words = {(c.coder, a.values["type"], text[a.spans[0].start : a.spans[0].end])
             for c in back.codings for a in c.annotations}  # fmt: skip
    assert words == {
        ("anna", ("E",), "Norland"), ("anna", ("F_F",), "fear the levy"),
        ("anna", ("G",), "trades ."), ("bo", ("E",), "Norland"),
    }  # fmt: skip
    lost = {left.what: left.count for left in losses("conll", project)}
    assert lost["annotations that share a word with another, or cover none"] == 1
    assert lost["annotations that run over a line end"] == 1
    assert lost["codes with blanks"] == 1


@given(project=projects(variables=("type",), codes=("E", "F"), most_spans=1, several=False,
                        whole_document=False, notes=False, quote=None))  # fmt: skip
@examples(15)
def test_conll_loses_no_more_than_it_says(project, tmp_path_factory):
    out = tmp_path_factory.mktemp("conll") / "out"
    lost = {left.what: left.count for left in losses("conll", project)}
    back = there_and_back("conll", project, out)
    unwritten = lost.get("annotations that share a word with another, or cover none", 0)
    assert len(said(back)) == len(said(project)) - unwritten
    assert {c.coder for c in back.codings} == {c.coder for c in project.codings}


def test_a_word_that_is_a_hash_is_a_word(tmp_path):
    file = tmp_path / "a.conll"
    file.write_text("# text = a # b\n# sent_id = 1\nNorland B-E\n# O\n# a remark\n")
    project = read_files("conll", [file])
    assert (project.documents[0].text, project.left) == ("Norland #", ())


# --- Argilla ----------------------------------------------------------------------------------


@given(project=projects(variables=("frame",), most_spans=1, several=False, notes=False,
                        whole_document=False, facts=("title",)))  # fmt: skip
@examples(15)
def test_argilla_keeps_places(project, tmp_path_factory):
    out = tmp_path_factory.mktemp("argilla") / "a.json"
    back = there_and_back("argilla", project, out)
    if said(project):
        assert content(back) == content(project)


def test_argilla_answers_a_question_by_labels_or_places(tmp_path):
    whole = Annotation(values={"frame": ("E", "F"), "tone": ("calm",)})
    place = Annotation((Span(2, 9),), {"frame": ("E",)})
    project = two(whole, place)
    back = there_and_back("argilla", project, tmp_path / "a.json")
    record = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))[0]
    assert record["responses"]["frame"] == [
        {"value": [{"start": 2, "end": 9, "label": "E", "text": "Norland"}], "user_id": "anna",
         "status": "submitted"}
    ]  # fmt: skip
    assert ("letter", "anna", {"frame (text)": ("E", "F")}, []) in said(back)
    lost = [left.what for left in losses("argilla", project)]
    assert "variables said of whole texts and of places" in lost
    assert "names of coders" in lost


def test_a_faulty_place_of_argilla_costs_no_other(tmp_path):
    project = two(Annotation((Span(2, 9),), {"frame": ("E",)}),
                  Annotation((Span(10, 16),), {"frame": ("F",)}))  # fmt: skip
    write_files("argilla", project, tmp_path / "a.json")
    text = (tmp_path / "a.json").read_text(encoding="utf-8")
    for broken in ('"end": 16', '"end": "x"'), ('"end": 16', '"end": 9999'):
        (tmp_path / "b.json").write_text(text.replace(*broken), encoding="utf-8")
        back = read_files("argilla", [tmp_path / "b.json"])
        assert (back.rows, back.used, len(back.left)) == (3, 2, 1)
        assert "record letter" in back.left[0].where or "record 1" in back.left[0].where


# --- Taguette ---------------------------------------------------------------------------------


def test_a_codebook_of_taguette(tmp_path):
    codes = (Code("binds", definition="what, holds"), Code("trade", "Trade", parent="binds"))
    project = Project((), (), (Variable("tag", codes),))
    back = there_and_back("taguette-codebook", project, tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_bytes() == (
        b'tag,description\r\nbinds,"what, holds"\r\nbinds.trade,Trade\r\n'
    )
    (variable,) = back.variables
    assert [(c.code, c.definition, c.parent) for c in variable.codes] == [
        ("binds", "what, holds", ""), ("binds.trade", "Trade", "binds"),
    ]  # fmt: skip


def test_a_faulty_tag_costs_no_other(tmp_path):
    file = tmp_path / "a.csv"
    file.write_text("tag,description,number of highlights\na,x,1\n,y,2\na,z,3\nb,,4\nc\n")
    project = read_files("", [file])
    assert [c.code for c in project.variables[0].codes] == ["a", "b"]
    assert [left.where for left in project.left] == [
        "a.csv, row 6", "a.csv, row 3, column tag", "a.csv, row 4, column tag",
    ]  # fmt: skip


# --- doccano ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("unit", "at"), [("", [3, 10]), ("utf-16", [3, 10]), ("code-points", [2, 9])]
)
def test_doccano_counts_utf_16_as_its_pages_do(tmp_path, unit, at):
    project = two(Annotation((Span(2, 9),), {"label": ("E",)}))
    project = Project(project.documents, project.codings[:1], offsets=unit)
    back = there_and_back("doccano", project, tmp_path / "a.jsonl")
    example = json.loads((tmp_path / "a.jsonl").read_text(encoding="utf-8"))
    assert example["label"] == [[*at, "E"]]
    assert [one[3] for one in said(back)] == [[(2, 9)]]
