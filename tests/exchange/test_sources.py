"""Sources that are only read: databases of QDA programs, words with tags, records, answers."""

from __future__ import annotations

import json
import sqlite3
from datetime import datetime
from pathlib import Path

import pytest

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.formats.registry import FORMATS, guess, load_format, read_files
from frameline.exchange.model.project import Options, Project
from tests.exchange.strategies import accounted

TEXT = "🚢 Norland trades. They fear the levy."


def read(path, **options):
    project = read_files("", [path], Options(**options))
    assert accounted(project)
    return project


def said(project):
    texts = {d.id: d.text for d in project.documents}
    return [
        (c.document, c.coder, dict(a.values),
         " ".join(texts[c.document][s.start : s.end] for s in a.spans)
         if texts[c.document] is not None else a.quote)
        for c in project.codings for a in c.annotations
    ]  # fmt: skip


def table(connection, name, *rows):
    columns = list(rows[0])
    connection.execute(f"CREATE TABLE {name} ({', '.join(columns)})")
    for row in rows:
        marks = ", ".join("?" * len(columns))
        connection.execute(f"INSERT INTO {name} VALUES ({marks})", [row[c] for c in columns])


def qualcoder(folder: Path, *codings):
    folder.mkdir()
    with sqlite3.connect(folder / "data.qda") as c:
        table(c, "source", {"id": 1, "name": "letter.txt", "fulltext": TEXT, "memo": "old"},
              {"id": 2, "name": "photo.png", "fulltext": None, "memo": ""})  # fmt: skip
        table(c, "code_cat", {"catid": 1, "name": "Bonds"})
        table(c, "code_name",
              {"cid": 1, "name": "Trade", "memo": "who sells", "catid": 1, "color": "#FF0000"},
              {"cid": 2, "name": "Levy", "memo": "", "catid": None, "color": ""})  # fmt: skip
        table(c, "code_text", *codings)
        table(c, "code_image", {"imid": 1, "id": 2, "cid": 1})
    c.close()
    return folder


def coding(number, start, end, quote, cid=1, owner="ana", fid=1):
    return {"ctid": number, "cid": cid, "fid": fid, "seltext": quote, "pos0": start, "pos1": end,
            "owner": owner, "memo": ""}  # fmt: skip


def test_a_project_of_qualcoder(tmp_path):
    rows = [coding(1, 2, 9, "Norland"), coding(2, 23, 36, "fear the levy", 2, "bo"),
            coding(3, 0, 9999, "x"), coding(4, 2, 9, "Norland", 7),
            coding(5, 2, 9, "N", fid=2)]  # fmt: skip
    folder = qualcoder(tmp_path / "p.qda", *rows)
    for path in (folder, folder / "data.qda"):
        project = read(path)
        assert said(project) == [
            ("letter", "ana", {"code": ("Trade",)}, "Norland"),
            ("letter", "bo", {"code": ("Levy",)}, "fear the levy"),
        ]
        assert [left.what for left in project.left if not left.fault] == ["codings of pictures"]
        assert len([left for left in project.left if left.fault]) == 3
    (variable,) = project.variables
    assert [(c.code, c.parent, c.definition) for c in variable.codes] == [
        ("Trade", "Bonds", "who sells"), ("Levy", "", ""),
    ]  # fmt: skip


def dna(path: Path, stop=10):
    day = int((datetime(2021, 9, 7) - datetime(1970, 1, 1)).total_seconds() * 1000)
    with sqlite3.connect(path) as c:
        table(c, "CODERS", {"ID": 1, "Name": "Admin"})
        table(c, "DOCUMENTS", {"ID": 1, "Title": "2003-03-18 Iraq", "Text": TEXT, "Date": day,
                               "Author": "", "Source": "Hansard"})  # fmt: skip
        table(c, "STATEMENTTYPES", {"ID": 1, "Label": "DNA Statement"})
        table(c, "VARIABLES", {"ID": 1, "Variable": "concept"}, {"ID": 2, "Variable": "agreement"})
        statement = {"StatementTypeId": 1, "DocumentId": 1, "Coder": 1}
        table(c, "STATEMENTS", {"ID": 1, "Start": 3, "Stop": stop, **statement},
              {"ID": 2, "Start": 24, "Stop": 37, **statement})  # fmt: skip
        value = {"VariableId": 2, "StatementTypeId": 1}
        table(c, "DATABOOLEAN", {"ID": 1, "StatementId": 1, "Value": 1, **value},
              {"ID": 2, "StatementId": 2, "Value": 0, **value})  # fmt: skip
        value["VariableId"] = 1
        table(c, "DATASHORTTEXT", {"ID": 1, "StatementId": 1, "Value": "22 - war", **value},
              {"ID": 2, "StatementId": 2, "Value": "03 - levy", **value})  # fmt: skip
    c.close()
    return path


def test_a_file_of_the_discourse_network_analyzer(tmp_path):
    project = read(dna(tmp_path / "a.dna"))
    assert said(project) == [
        ("2003-03-18 Iraq", "Admin", {"agreement": ("agree",), "concept": ("22 - war",)},
         "Norland"),
        ("2003-03-18 Iraq", "Admin", {"agreement": ("disagree",), "concept": ("03 - levy",)},
         "fear the levy"),
    ]  # fmt: skip
    assert project.offsets == "utf-16"
    assert project.documents[0].facts["published"] == "2021-09-07"
    assert any("its title says 2003" in note for note in project.notes)
    faulty = read(dna(tmp_path / "b.dna", stop=9999))
    assert (faulty.rows, faulty.used) == (2, 1)
    assert "STATEMENTS, row 1" in faulty.left[0].where


@pytest.mark.parametrize("cut", [100, 3000])
def test_a_broken_database_is_refused(tmp_path, cut):
    path = dna(tmp_path / "a.dna")
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(ExchangeError):
        read_files("dna", [path], Options())


def test_tags_of_words(tmp_path):
    path = tmp_path / "a.bio"
    path.write_text(
        "-DOCSTART- O\n\nNew B-LOC\nNorland I-LOC\ntrades O\n\nBo B-PER\nAna B-PER\n"
        "oops\nfear X-ACT\n-DOCSTART- O\n\nlevy S-ACT\nice I-ACT\n",
        encoding="utf-8",
    )
    project = read(path)
    assert [(one[0], one[2]["type"], one[3]) for one in said(project)] == [
        ("a", ("LOC",), "New Norland"), ("a", ("PER",), "Bo"), ("a", ("PER",), "Ana"),
        ("a (2)", ("ACT",), "levy"), ("a (2)", ("ACT",), "ice"),
    ]  # fmt: skip
    assert project.documents[0].text == "New Norland trades\nBo Ana oops fear"
    assert [left.where for left in project.left] == ["a.bio, line 9", "a.bio, line 10"]
    with pytest.raises(ExchangeError, match="line 9"):
        read(path, strict=True)


def test_documents_of_spacy(tmp_path):
    path = tmp_path / "a.json"
    path.write_text(json.dumps([
        ["Norland trades.", {"entities": [[0, 7, "ACT"], [8, 99, "X"]], "cats": {"E": 1, "F": 0}}],
        ["", {"entities": []}],
    ]), encoding="utf-8")  # fmt: skip
    project = read(path)
    assert [one[2:] for one in said(project)] == [
        ({"label": ("ACT",)}, "Norland"), ({"category": ("E",)}, ""),
    ]  # fmt: skip
    assert len(project.left) == 2
    path.write_text(json.dumps({"text": "Norland", "ents": [{"start": 0, "end": 7, "label": "A"}]}))
    assert said(read(path))[0][2:] == ({"label": ("A",)}, "Norland")


def page(number, **more):
    return {"id": str(number), "user": "acct:ana@hypothes.is", "uri": "https://example.org/a",
            "text": "why", "tags": ["binds", "trade"], "target": [{"selector": [
                {"type": "TextQuoteSelector", "exact": "They trade"},
                {"type": "TextPositionSelector", "start": 5, "end": 15}]}], **more}  # fmt: skip


def test_rows_of_hypothesis(tmp_path):
    path = tmp_path / "a.json"
    rows = [page(1), page(2, references=["1"]), page(3, tags="binds")]
    path.write_text(json.dumps({"total": 3, "rows": rows}))
    project = read(path)
    assert said(project) == [
        ("https://example.org/a", "ana", {"tag": ("binds", "trade")}, "They trade")
    ]
    assert [left.what for left in project.left] == ["replies", "annotations"]


def test_records_of_argilla_1(tmp_path):
    path = tmp_path / "a.json"
    values = {"frame": {"value": ["E", "F"]},
              "place": {"value": [{"start": 0, "end": 7, "label": "ACT"}]}}  # fmt: skip
    suggestion = {"question_name": "frame", "value": "E", "agent": "m"}
    path.write_text(json.dumps([{
        "fields": {"text": "Norland trades."}, "suggestions": [suggestion],
        "responses": [{"user_id": "u1", "status": "submitted", "values": values}],
    }]))  # fmt: skip
    assert [one[1:] for one in said(read(path))] == [
        ("u1", {"frame": ("E", "F")}, ""), ("u1", {"place": ("ACT",)}, "Norland"),
    ]  # fmt: skip
    assert ("m", {"frame": ("E",)}) in [one[1:3] for one in said(read(path, predictions=True))]


def lines(path, *rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_answers_of_models(tmp_path):
    def answer(number, text):
        message = {"model": "m", "content": [{"type": "text", "text": text}]}
        return {"custom_id": number, "result": {"type": "succeeded", "message": message}}

    batch = lines(tmp_path / "a.jsonl", answer("d1", '```json\n{"frames": ["E", "F"]}\n```'),
                  answer("d2", "I think it is E"),
                  {"custom_id": "d3", "result": {"type": "errored"}})  # fmt: skip
    project = read(batch)
    assert said(project) == [("d1", "m", {"frames": ("E", "F")}, "")]
    assert [left.where for left in project.left] == ["a.jsonl, line 2", "a.jsonl, line 3, result"]
    claims = [{"frame": "E", "quote": "Norland trades"}, {"frame": "F", "quote": "They fear"}]
    nested = lines(tmp_path / "b.jsonl",
                   {"doc_id": "d1", "text": "Norland trades. They fear.", "model": "m",
                    "claims": claims},
                   {"doc_id": "d2", "text": "Levy", "model": "m", "claims": []})  # fmt: skip
    project = read(nested)
    assert [(a.values["frame"], a.quote) for c in project.codings for a in c.annotations] == [
        (("E",), "Norland trades"), (("F",), "They fear"),
    ]  # fmt: skip
    assert [d.text for d in project.documents] == ["Norland trades. They fear.", "Levy"]
    assert [len(c.annotations) for c in project.codings] == [2, 0]
    runs = [{"doc_id": "d1", "model": "m", "run": n, "frame": f} for n, f in ((1, "E"), (2, "F"))]
    assert [one[1] for one in said(read(lines(tmp_path / "c.jsonl", *runs)))] == [
        "m run 1", "m run 2",
    ]  # fmt: skip


@pytest.mark.parametrize("name", [name for name, one in FORMATS.items() if not one.writes])
def test_a_format_that_is_only_read_says_so(name, tmp_path):
    with pytest.raises(ExchangeError, match="a format that is only read"):
        load_format(name).write(Project((), ()), tmp_path / "x")


# --- tables -----------------------------------------------------------------------------------


def csv(tmp_path, text, **options):
    path = tmp_path / "t.csv"
    path.write_text(text, encoding="utf-8")
    assert guess([path]) == "csv"
    return read(path, **options)


@pytest.mark.parametrize(
    ("text", "documents", "coders"),
    [
        ("doc_id,doc_name,coder_id,coder_name,frame\n1,One,7,ana,E\n1,One,8,bo,F\n", ["1"],
         ["ana", "bo"]),
        ("text,label,annotator\nNorland,E,x\nNorland,F,y\nLevy,E,x\n", ["text-1", "text-2"],
         ["x", "y"]),
        ("id,text,label\n1,Norland trades,E\n2,Levy,F\n", ["1", "2"], ["t"]),
        ("unit,Coder A,Coder B\n1,E,E\n2,,F\n", ["1", "2"], ["Coder A", "Coder B"]),
        ("document,author,frame\na,ana,E\na,bo,F\nb,ana,E\nb,bo,E\n", ["a", "b"], ["ana", "bo"]),
    ],
)  # fmt: skip
def test_what_names_documents_and_coders(tmp_path, text, documents, coders):
    project = csv(tmp_path, text)
    assert [d.id for d in project.documents] == documents
    assert sorted({c.coder for c in project.codings}) == coders


def test_commas_part_codes_where_the_parts_come_again_and_no_sentences(tmp_path):
    head = "document,coder,codes\n"
    project = csv(tmp_path, head + 'a,x,"trade, levy"\nb,x,trade\nc,x,levy\nd,x,"trade, levy"\n')
    assert [one[2]["codes"] for one in said(project)] == [
        ("trade", "levy"), ("trade",), ("levy",), ("trade", "levy"),
    ]  # fmt: skip
    assert any("',' stands between codes" in note for note in project.notes)
    project = csv(tmp_path, head + 'a,x,"it rains, I think"\nb,x,"well, no"\n')
    assert [one[2]["codes"] for one in said(project)] == [("it rains, I think",), ("well, no",)]
    project = csv(tmp_path, head + "a,x,trade+levy\n", separators={"codes": "+"})
    assert said(project)[0][2]["codes"] == ("trade", "levy")


def test_a_blank_of_a_unit_is_none_found_even_where_the_unit_is_the_document(tmp_path):
    project = csv(tmp_path, "unit,coder,frame\n1,a,E\n1,b,\n2,a,E\n2,b,F\n")
    assert [(c.document, c.coder, len(c.annotations)) for c in project.codings] == [
        ("1", "a", 1), ("1", "b", 0), ("2", "a", 1), ("2", "b", 1),
    ]  # fmt: skip


def test_catma_7_names_its_tags_and_leaves_what_is_not_known(tmp_path):
    from shutil import copytree

    folder = copytree(Path(__file__).parent / "cases/web/catma7", tmp_path / "c7")
    names = folder / "tagsets/T_1"
    (names / "TAG_BINDS").mkdir(parents=True)
    (names / "header.json").write_text('{"name": "Reasons"}')
    (names / "TAG_BINDS/propertydefs.json").write_text('{"name": "binds"}')
    file = folder / "collections/C_1/annotations/ana_0.json"
    good = json.loads(file.read_text())
    strange, tagless, beyond = (json.loads(json.dumps(good[0])) for _ in range(3))
    strange["body"]["strange"] = 1
    del tagless["body"]["tag"]
    beyond["target"]["items"][0]["selector"]["end"] = 9999
    file.write_text(json.dumps([*good, strange, tagless, beyond]))
    project = read(folder)
    assert [(one[2]["Reasons"], one[3]) for one in said(project)] == [
        (("binds",), "trades"), (("TAG_DIVIDES",), "Both levy"),
    ]  # fmt: skip
    assert len(project.left) == 3
    assert all(left.fault for left in project.left)


def test_a_formula_costs_its_row(tmp_path):
    from openpyxl import Workbook

    book = Workbook()
    for row in (
        ("document", "coder", "frame"),
        ("a", "x", "E"),
        ("b", "x", "=A1"),
        ("c", "x", "F"),
    ):
        book.active.append(row)
    book.save(tmp_path / "t.xlsx")
    project = read(tmp_path / "t.xlsx")
    assert [one[0] for one in said(project)] == ["a", "c"]
    assert "cell C3" in project.left[0].where


def test_lists_in_cells_and_empty_ones(tmp_path):
    project = csv(tmp_path, 'document,coder,frame\na,x,"[""E"", ""F""]"\nb,x,[]\nc,x,\n')
    assert said(project) == [("a", "x", {"frame": ("E", "F")}, "")]
    assert [(c.document, len(c.annotations)) for c in project.codings] == [("a", 1), ("b", 0)]
