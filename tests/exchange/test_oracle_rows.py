"""In every format one row less is one annotation less, and one strange row more is named.

The oracle is the project as it was written. The files of formats that are only read are made here.
"""

from __future__ import annotations

import json
import sqlite3

import pytest

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.formats.registry import FORMATS, read_files
from frameline.exchange.model.project import Options, count_annotations
from tests.exchange.strategies import accounted
from tests.exchange.test_oracle import PLACES, TEXT, VICTIM, N, changed, sub, written

KEPT = [TEXT[slice(*at)] for n, at in enumerate(PLACES) if n != VICTIM]
WHOLE = [TEXT[slice(*at)] for at in PLACES]


# --- files of formats that are only read ------------------------------------------------------


def database(path, tables):
    with sqlite3.connect(path) as connection:
        for name, rows in tables.items():
            columns = list(rows[0])
            connection.execute(f"CREATE TABLE {name} ({', '.join(columns)})")
            for row in rows:
                marks = ", ".join("?" * len(columns))
                connection.execute(f"INSERT INTO {name} VALUES ({marks})", list(row.values()))
    connection.close()
    return path


def hypothesis(tmp_path):
    rows = [
        {"id": str(n), "user": "acct:anna@example.org", "uri": "https://example.org/a", "text": "",
         "tags": [f"code{n}"], "target": [{"selector": [
             {"type": "TextPositionSelector", "start": start, "end": end},
             {"type": "TextQuoteSelector", "exact": TEXT[start:end]}]}]}
        for n, (start, end) in enumerate(PLACES)
    ]  # fmt: skip
    path = tmp_path / "made.json"
    path.write_text(json.dumps({"total": N, "rows": rows}))
    return path


def spacy(tmp_path):
    path = tmp_path / "made.json"
    entities = [[*at, f"code{n}"] for n, at in enumerate(PLACES)]
    path.write_text(json.dumps([[TEXT, {"entities": entities}]]))
    return path


def qualcoder(tmp_path):
    folder = tmp_path / "made.qda"
    folder.mkdir()
    database(folder / "data.qda", {
        "source": [{"id": 1, "name": "letter", "fulltext": TEXT, "memo": ""}],
        "code_name": [{"cid": n, "name": f"code{n}", "memo": "", "catid": None, "color": ""}
                      for n in range(N)],
        "code_text": [{"ctid": n + 1, "cid": n, "fid": 1, "seltext": TEXT[start:end],
                       "pos0": start, "pos1": end, "owner": "anna", "memo": ""}
                      for n, (start, end) in enumerate(PLACES)],
    })  # fmt: skip
    return folder


def taguette(tmp_path):
    return database(tmp_path / "made.sqlite3", {
        "documents": [{"id": 1, "name": "letter", "description": "", "contents": f"<p>{TEXT}</p>"}],
        "tags": [{"id": n, "path": f"code{n}", "description": ""} for n in range(N)],
        "highlights": [{"id": n + 1, "document_id": 1, "start_offset": start, "end_offset": end,
                        "snippet": TEXT[start:end]} for n, (start, end) in enumerate(PLACES)],
        "highlight_tags": [{"highlight_id": n + 1, "tag_id": n} for n in range(N)],
        "project_members": [{"user_login": "anna"}],
    })  # fmt: skip


MADE = {"hypothesis": hypothesis, "spacy": spacy, "qualcoder": qualcoder, "taguette": taguette}


def made(tmp_path, name):
    return MADE[name](tmp_path) if name in MADE else written(tmp_path, name)


# --- deeds ------------------------------------------------------------------------------------


def sql(statement):
    def deed(path):
        file = path / "data.qda" if path.is_dir() else path
        with sqlite3.connect(file) as connection:
            connection.execute(statement)
        connection.close()

    return deed


def text(pattern, new):
    return lambda path: changed(path, sub(pattern, new))


def values(change):
    """Change the value of a JSON file, or of the first line of a JSONL file."""

    def deed(path):
        lines = path.read_text(encoding="utf-8").strip()
        whole = path.suffix != ".jsonl"
        value = json.loads(lines if whole else lines.splitlines()[0])
        change(value)
        path.write_text(json.dumps(value) + "\n", encoding="utf-8")

    return deed


def sheet(change):
    from openpyxl import load_workbook

    def deed(path):
        book = load_workbook(path)
        change(book.active)
        book.save(path)

    return deed


def column(change):
    import pyarrow
    import pyarrow.parquet as parquet

    def deed(path):
        rows = parquet.read_table(path).to_pylist()
        change(rows)
        parquet.write_table(pyarrow.Table.from_pylist(rows), path)

    return deed


#: What takes the row of the victim away, what spoils it, what adds a row nobody can understand.
DEEDS = {
    "csv": (text(rb"\n[^\n]*code3[^\n]*", b""), text(rb",34,38,", b",34,later,"),
            text(rb"\Z", b"letter,anna,claims,,,later,99,,\n")),
    "tsv": (text(rb"\n[^\n]*code3[^\n]*", b""), text(rb"\t34\t38\t", b"\t34\tlater\t"),
            text(rb"\Z", b"letter\tanna\n")),
    "jsonl": (text(rb"[^\n]*code3[^\n]*\n", b""), text(rb'"end": "38"', b'"end": "later"'),
              text(rb"\Z", b"[1, 2]\n")),
    "xlsx": (sheet(lambda s: s.delete_rows(VICTIM + 3)),
             sheet(lambda s: s.cell(VICTIM + 3, 7, "later")),
             sheet(lambda s: s.append(["letter", "anna", "claims", "", "", "x", "9"]))),
    "parquet": (column(lambda rows: rows.pop(VICTIM + 1)),
                column(lambda rows: rows[VICTIM + 1].update(end="later")),
                column(lambda rows: rows.append({**rows[0], "document": ""}))),
    "label-studio": (
        values(lambda v: v[0]["annotations"][0]["result"].pop(VICTIM)),
        values(lambda v: v[0]["annotations"][0]["result"][VICTIM]["value"].update(end=9999)),
        values(lambda v: v[0]["annotations"][0]["result"].append({"type": "odd", "value": {}}))),
    "doccano": (values(lambda v: v["label"].pop(VICTIM)),
                values(lambda v: v["label"].__setitem__(VICTIM, [34, "later", "code3"])),
                values(lambda v: v["label"].append({"odd": 1}))),
    "prodigy": (values(lambda v: v["spans"].pop(VICTIM)),
                values(lambda v: v["spans"][VICTIM].update(end="later")),
                values(lambda v: v["spans"].append({"odd": 1}))),
    "argilla": (values(lambda v: v[0]["responses"]["frame"][0]["value"].pop(VICTIM)),
                values(lambda v: v[0]["responses"]["frame"][0]["value"][VICTIM].update(end=9999)),
                values(lambda v: v[0]["responses"]["frame"][0]["value"].append({"start": "x"}))),
    "hypothesis": (values(lambda v: v["rows"].pop(VICTIM)),
                   values(lambda v: v["rows"][VICTIM].update(tags="code3")),
                   values(lambda v: v["rows"].append({"odd": 1}))),
    "spacy": (values(lambda v: v[0][1]["entities"].pop(VICTIM)),
              values(lambda v: v[0][1]["entities"][VICTIM].__setitem__(1, 9999)),
              values(lambda v: v[0][1]["entities"].append(["odd"]))),
    "web-annotation": (values(lambda v: v["items"].pop(VICTIM)),
                       values(lambda v: v["items"][VICTIM].update(
                           target={"source": "x", "selector": {"type": "Nothing"}})),
                       values(lambda v: v["items"].append({"type": "Odd"}))),
    "brat": (text(rb"(?m)^[TA]4\t.*\n", b""), text(rb"T4\t(\S+) 34 38", rb"T4\t\1 34 later"),
             text(rb"(?m)\A(?=T1)", b"Q9\todd\n")),
    "conll": (text(rb"fear B-code3", b"fear O"), text(rb"fear B-code3", b"fear X-code3"),
              text(rb"\Z", b"odd\n")),
    "refi-qda": (text(rb'(?s)<PlainTextSelection[^>]*name="fear".*?</PlainTextSelection>', b""),
                 text(rb'endPosition="38"', b'endPosition="9999"'),
                 text(rb"(<PlainTextSelection[^>]*startPosition=.0.)",
                      rb'<OddSelection guid="odd" name="x"/>\1')),
    "tei": (text(rb"<span target=.#string-range\(frameline.t1.1,34,4\)[^>]*/>", b""),
            text(rb"34,4\)", rb"34,4444)"),
            text(rb"(<spanGrp[^>]*>)", rb'\1<odd target="#frameline.t1.1"/>')),
    "catma": (text(rb'(?s)<seg ana="[^"]*">\s*<ptr [^>]*#char=34,38[^>]*/>\s*</seg>', b""),
              text(rb"#char=34,38", rb"#char=34,9999"),
              text(rb'(<ptr target="[^"]*#char=34,38" type="inclusion"/>)', rb"\1<odd/>")),
    "uima-cas": (text(rb'<t1:claims xmi:id="6"[^>]*/>| 6(?= 7 8")', b""),
                 text(rb'begin="34" end="38"', b'begin="34" end="9999"'),
                 text(rb'(<cas:Sofa )', rb'<t1:claims xmi:id="99" sofa="1" begin="x"/>\1')),
    "webanno-tsv": (text(rb"34-38\tfear\tcode3", rb"34-38\tfear\t_"),
                    text(rb"34-38\tfear", rb"34-later\tfear"),
                    text(rb"(1-11\.1\t[^\n]*\n)", rb"\1odd\n")),
    "dna": (sql("DELETE FROM STATEMENTS WHERE Start = 34"),
            sql("UPDATE STATEMENTS SET Stop = 9999 WHERE Start = 34"),
            sql("INSERT INTO STATEMENTS VALUES (99, 1, 7, 0, 3, 1)")),
    "qualcoder": (sql("DELETE FROM code_text WHERE pos0 = 34"),
                  sql("UPDATE code_text SET pos1 = 'later' WHERE pos0 = 34"),
                  sql("INSERT INTO code_text VALUES (99, 77, 1, 'x', 0, 3, 'anna', '')")),
    "taguette": (sql("DELETE FROM highlights WHERE start_offset = 34"),
                 sql("UPDATE highlights SET end_offset = 'later' WHERE start_offset = 34"),
                 sql("INSERT INTO highlights VALUES (99, 7, 0, 3, 'x')")),
}  # fmt: skip


#: A faulty row on which another hangs costs that too: the attribute of a span of brat.
HANGING = {"brat": 1}


def named(found):
    """How many rows are left that somebody might have meant as annotations."""
    return sum(left.count for left in meant(found))


def meant(found):
    return [left for left in found.left if left.what != "words, sentences and notes of the program"]


def read(path, name):
    found = read_files(name, [path], Options())
    assert accounted(found)
    at_hand = next(iter(found.documents)).text or TEXT
    return found, [
        at_hand[a.spans[0].start : a.spans[0].end] for c in found.codings for a in c.annotations
    ]


def test_every_format_has_its_deeds():
    assert set(FORMATS) - set(DEEDS) == {"corpus", "taguette-codebook"}


@pytest.mark.parametrize("name", DEEDS)
def test_one_row_less_is_one_annotation_less(tmp_path, name):
    path = made(tmp_path, name)
    assert read(path, name)[1] == WHOLE
    DEEDS[name][0](path)
    found, texts = read(path, name)
    assert texts == KEPT
    assert [left for left in found.left if left.fault] == []


@pytest.mark.parametrize("name", DEEDS)
def test_one_faulty_row_is_left_and_named(tmp_path, name):
    path = made(tmp_path, name)
    DEEDS[name][1](path)
    found, texts = read(path, name)
    assert texts == KEPT
    assert named(found) == 1 + HANGING.get(name, 0)
    assert meant(found)[0].where
    # A selector of another kind points at no text: that is said, and is no fault of the file.
    if name != "web-annotation":
        with pytest.raises(ExchangeError):
            read_files(name, [path], Options(strict=True))


@pytest.mark.parametrize("name", DEEDS)
def test_one_strange_row_more_is_named_or_the_file_is_refused(tmp_path, name):
    path = made(tmp_path, name)
    rows = read_files(name, [path], Options()).rows
    DEEDS[name][2](path)
    found, texts = read(path, name)
    assert texts == WHOLE
    assert (found.rows, named(found)) == (rows + 1, 1)
    assert count_annotations(found.codings) == N
