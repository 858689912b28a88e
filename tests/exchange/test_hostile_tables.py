"""Broken and hostile tables in CSV, TSV, JSONL, XLSX and Parquet."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.formats.registry import load_format
from frameline.exchange.model.project import Annotation, Coding, Document, Options, Project
from tests.exchange.refusal import refused

csv_table = load_format("csv")
jsonl_table = load_format("jsonl")
parquet_table = load_format("parquet")
tsv_table = load_format("tsv")
xlsx_table = load_format("xlsx")

HEAD = "doc,coder,start,end,text,frame\n"


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        (b"", "row 1", "an empty table"),
        (b"\xef\xbb\xbf", "row 1", "an empty table"),
        (b"\n\n", "row 1", "an empty table"),
        (b"doc,coder,frame\na,x\n", "row 2", "2 cells; allowed: 3"),
        (b"doc,coder,frame\na,x,E,F\n", "row 2", "4 cells; allowed: 3"),
        (b'doc,coder,frame\na,x,"E\n', "row 2", "a broken table"),
        (b'doc,coder,frame\na,x,"E"F\n', "row 2", "a broken table"),
        (b"doc,,frame\na,x,E\n", "row 1, column 2", "no name"),
        (b"doc,coder,doc\na,x,E\n", "row 1", "the column 'doc' twice"),
        (b"coder,frame\nx,E\n", "row 1", "the columns coder, frame"),
        (b"doc,coder,frame\n,x,E\n", "row 2, column doc", "an empty cell"),
        (b"doc,coder,frame\na,x,E\na,,E\n", "row 3", "an annotation without a coder"),
        (b"doc,coder,frame\na,x,caf\xe9\n", "byte 24 (line 2)", "0xE9"),
        (b"doc,coder,frame\na,x,\0\n", "line 2", "a NUL character"),
        ("doc,coder,frame\na,x,E\n".encode("utf-16-le"), "line 1", "a NUL character"),
        ((HEAD + "a,x,-1,3,t,E\n").encode(), "row 2, column start", "'-1'"),
        ((HEAD + "a,x,1.5,3,t,E\n").encode(), "row 2, column start", "'1.5'"),
        ((HEAD + "a,x,1,3e2,t,E\n").encode(), "row 2, column end", "'3e2'"),
        ((HEAD + "a,x,1,9999999999999999,t,E\n").encode(), "row 2, column end", "'999999"),
        ((HEAD + "a,x,NaN,3,t,E\n").encode(), "row 2, column start", "'NaN'"),
        ((HEAD + "a,x,5,3,t,E\n").encode(), "row 2", "end 3 before start 5"),
        ((HEAD + "a,x,5,,t,E\n").encode(), "row 2", "1 starts and 0 ends"),
        ((HEAD + "a,x,1;5,3,t,E\n").encode(), "row 2", "2 starts and 1 ends"),
        ((HEAD + "a,x,1;,3,t,E\n").encode(), "row 2, column start", "''"),
        (
            b"doc,coder,document_text\na,x,one\na,x,one\na,y,two\nb,x,c\nb,y,c\n",
            "row 4",
            "another text for the document",
        ),
        (
            b"doc,coder,start,end,document_text,quote\na,x,0,9,text,\n",
            "row 2",
            "offsets 0 to 9",
        ),
        (
            b"doc,coder,start,end,document_text,quote\na,x,0,3,text,tax\n",
            "offsets",
            "quotes 'tax' where the text has 'tex'",
        ),
        (
            "doc,coder,start,end,document_text\na,x,3,5,😀天下太平也水\n".encode(),
            "row 2",
            "a place whose unit is told by nothing",
        ),
        (
            b"document.place,doc,coder,frame\nx,a,k,E\ny,a,k,E\n",
            "row 3",
            "place 'y' where 'x' in row 2 was said before",
        ),
    ],
)
def test_csv_that_is_refused(tmp_path, text, place, found):
    path = tmp_path / "codes.csv"
    path.write_bytes(text)
    refused(csv_table, [path], place, found)


@pytest.mark.parametrize(
    ("options", "place", "found"),
    [
        (Options(columns={"speaker": "coder"}), "row 1", "no column 'speaker'"),
        (
            Options(columns={"frame": "coder", "coder": "coder"}),
            "row 1",
            "two columns that hold the coder",
        ),
        (Options(offsets="bytes"), "--offsets", "bytes"),
        (Options(offsets="utf-16"), "document 'a'", "offsets in utf-16 and no text"),
    ],
)
def test_options_that_do_not_fit(tmp_path, options, place, found):
    path = tmp_path / "codes.csv"
    path.write_text(HEAD + "a,x,1,3,te,E\n", encoding="utf8")
    refused(csv_table, [path], place, found, options)


def test_a_span_beyond_the_text_when_the_unit_was_said(tmp_path):
    path = tmp_path / "codes.csv"
    path.write_text("doc,coder,start,end,document_text\na,x,0,9,text\n", encoding="utf8")
    refused(csv_table, [path], "row 2", "offsets 0 to 9; allowed: 0 to 4 (utf-8)",
            Options(offsets="utf-8"))  # fmt: skip


def test_webanno_s_own_tsv_is_another_format(tmp_path):
    assert not tsv_table.sniff(tmp_path / "a.tsv", b"#FORMAT=WebAnno TSV 3.3\n")


def test_a_table_of_too_many_cells(tmp_path, monkeypatch):
    for module in ("delimited", "jsonl_table", "xlsx_table", "parquet_table"):
        monkeypatch.setattr(f"frameline.exchange.formats.tables.{module}.MAX_CELLS", 20)
    project = Project(
        (Document("a"),), (Coding("a", "x", (Annotation(values={"frame": ("E",)}),) * 10),)
    )
    for module in (csv_table, jsonl_table, xlsx_table, parquet_table):
        path = tmp_path / f"t{module.suffixes[0]}"
        module.write(project, path)
        refused(module, [path], path.name, "20")


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ("", "line 1", "an empty file"),
        ("[]", "line 1", "a list of 0; allowed: an object"),
        ('{"doc": "a", "coder": "x"}\n"text"', "line 2", "'text'; allowed: an object"),
        ('{"doc": "a", "frame": [["E"]]}', "line 1, frame", "a list with objects in it"),
        ('{"doc": "a", "coder": "x", "start": 1.5, "end": 2}', "line 1, column start", "'1.5'"),
        ('{"doc": "a", "coder": "x", "start": 1e300, "end": 2}', "line 1, column start", "1e+300"),
        ('{"doc": "a", "coder": "x", "start": true, "end": 2}', "line 1, column start", "'true'"),
        ('{"doc": "a", "coder": "x", "start": NaN}', "line 1", "NaN"),
        ('{"doc": null, "coder": "x", "frame": "E"}', "line 1, column doc", "an empty cell"),
        ('{"doc": "a", "": "x"}', "row 1, column 2", "no name"),
        ('{"doc": "a", "coder": "x\\u0000"}', "line 1, /coder", "U+0000"),
        ('{"doc": "a", "coder": "x"', "line 1", "broken JSON"),
    ],
)
def test_jsonl_that_is_refused(tmp_path, text, place, found):
    path = tmp_path / "codes.jsonl"
    path.write_text(text, encoding="utf8")
    refused(jsonl_table, [path], place, found)


# --- XLSX -------------------------------------------------------------------------------------


def workbook(tmp_path, *rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(tmp_path / "t.xlsx")
    return tmp_path / "t.xlsx"


@pytest.mark.parametrize(
    ("rows", "place", "found"),
    [
        ([], "t.xlsx", "an empty workbook"),
        ([["doc", "coder", "frame"], ["a", "x", "=1+1"]], "sheet Sheet, cell C2", "a formula"),
        (
            [["doc", "coder", "frame"], ["a", "x", '=HYPERLINK("http://127.0.0.1")']],
            "sheet Sheet, cell C2",
            "a formula",
        ),
        ([["doc", "coder", "frame"], ["a", "x", "#REF!"]], "cell C2", "the error #REF!"),
        ([["doc", None, "frame"], ["a", "x", "E"]], "row 1, column 2", "no name"),
        ([["doc", "coder"], ["a", "x", "E"]], "row 2", "beyond the last named column"),
        ([["doc", "coder", "start", "end"], ["a", "x", 1.5, 3]], "row 2, column start", "'1.5'"),
        ([["doc", "coder", "start", "end"], ["a", "x", True, 3]], "row 2, column start", "'true'"),
        ([["coder", "frame"], ["x", "E"]], "row 1", "the columns coder, frame"),
    ],
)
def test_workbooks_that_are_refused(tmp_path, rows, place, found):
    refused(xlsx_table, [workbook(tmp_path, *rows)], place, found)


def replaced(path, member, change):
    """A workbook with the bytes of one member changed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, change(data) if name == member else data)
    path.write_bytes(stream.getvalue())
    return path


SHEET, STYLES = "xl/worksheets/sheet1.xml", "xl/styles.xml"
ENTITY = b'<!DOCTYPE x [<!ENTITY l SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("member", "change", "place", "found"),
    [
        (SHEET, lambda data: ENTITY + data, f"t.xlsx/{SHEET}", "a DOCTYPE"),
        (STYLES, lambda data: ENTITY + data, f"t.xlsx/{STYLES}", "a DOCTYPE"),
        (STYLES, lambda data: b"<!-- <a -->" + ENTITY + data, f"t.xlsx/{STYLES}", "a DOCTYPE"),
        (
            "xl/workbook.xml",
            lambda data: (ENTITY.decode() + data.decode()).encode("utf-16"),
            "t.xlsx/xl/workbook.xml",
            "a DOCTYPE",
        ),
        (SHEET, lambda data: data[:200], "t.xlsx", "a broken workbook"),
        (SHEET, lambda data: b" " * 30_000_000 + data, f"'{SHEET}'", "bytes packed into"),
        ("[Content_Types].xml", lambda data: b"", "t.xlsx", "a broken workbook"),
    ],
)
def test_workbooks_that_attack(tmp_path, member, change, place, found):
    path = workbook(tmp_path, ["doc", "coder", "frame"], ["a", "x", "E"])
    refused(xlsx_table, [replaced(path, member, change)], place, found)


def test_what_a_workbook_says_of_its_size_is_not_believed(tmp_path):
    path = workbook(tmp_path, ["doc", "coder", "frame"], ["a", "x", "E"])
    replaced(path, SHEET, lambda data: data.replace(b'ref="A1:C2"', b'ref="A1:XFD1048576"'))
    assert len(xlsx_table.read([path], Options()).codings) == 1


def test_a_cell_far_out_costs_no_memory(tmp_path, monkeypatch):
    monkeypatch.setattr("frameline.exchange.formats.tables.xlsx_table.MAX_CELLS", 100_000)
    rows = b"".join(b'<row r="%d"><c r="XFD%d" t="n"/></row>' % (n, n) for n in range(3, 100))
    path = workbook(tmp_path, ["doc", "coder", "frame"], ["a", "x", "E"])
    replaced(path, SHEET, lambda data: data.replace(b"</sheetData>", rows + b"</sheetData>"))
    refused(xlsx_table, [path], "sheet Sheet, row", "more cells than can be handled")


def test_no_workbook_at_all(tmp_path):
    path = tmp_path / "t.xlsx"
    path.write_bytes(b"PK\x05\x06" + b"\0" * 18)
    refused(xlsx_table, [path], "t.xlsx", "a broken workbook")


def test_a_text_too_long_for_a_cell_is_not_cut(tmp_path):
    project = Project((Document("a", "x" * 40_000),), ())
    with pytest.raises(ExchangeError, match=r"t\.xlsx, row 2, column document_text; found 40,000"):
        xlsx_table.write(project, tmp_path / "t.xlsx")
    assert list(tmp_path.iterdir()) == []


# --- Parquet ----------------------------------------------------------------------------------


def parquet(tmp_path, **columns):
    pq.write_table(pa.table(columns), tmp_path / "t.parquet")
    return tmp_path / "t.parquet"


@pytest.mark.parametrize(
    ("columns", "place", "found"),
    [
        ({"doc": pa.array([["a"]])}, "column doc", "the type list"),
        ({"doc": pa.array([{"a": 1}])}, "column doc", "the type struct"),
        ({"doc": pa.array([b"a"])}, "column doc", "the type binary"),
        ({"frame": ["E"]}, "row 1", "the columns frame"),
        ({"doc": ["a", None], "coder": ["x", "x"]}, "row 3, column doc", "an empty cell"),
        ({"doc": ["a\0"], "coder": ["x"]}, "row 2, column doc", "a NUL character"),
        ({"doc": ["a"], "coder": ["x"], "start": [-1], "end": [2]}, "row 2, column start", "'-1'"),
        ({"doc": ["a"], "coder": ["x"], "start": [0.5], "end": [2]}, "column start", "'0.5'"),
        ({"doc": ["a"], "coder": ["x"], "start": [2**60], "end": [2]}, "column start", "'1152"),
    ],
)
def test_parquet_that_is_refused(tmp_path, columns, place, found):
    refused(parquet_table, [parquet(tmp_path, **columns)], place, found)


def test_a_small_parquet_file_of_gigabytes_of_text(tmp_path):
    text = "x" * 1_000_000
    places = pa.array([0] * 20_000, pa.int32())
    frames = pa.DictionaryArray.from_arrays(places, pa.array([text]))
    table = {"doc": pa.array(["a"] * 20_000), "frame": frames}
    path = parquet(tmp_path, **table)
    assert path.stat().st_size < 2_000_000
    refused(parquet_table, [path], "row 2", "bytes; allowed: up to 1,073,741,824 bytes")


def test_parquet_that_declares_too_much(tmp_path, monkeypatch):
    path = parquet(tmp_path, doc=["a" * 1000], coder=["x"])
    monkeypatch.setattr("frameline.exchange.formats.tables.parquet_table.MAX_FILE", 100)
    refused(parquet_table, [path], "unpacked", "allowed: up to 100 bytes")


@pytest.mark.parametrize(("start", "end"), [(0, 4), (0, 50), (0, -4), (4, None), (0, -9)], ids=str)
def test_a_part_of_a_parquet_file(tmp_path, start, end):
    path = parquet(tmp_path, doc=["a"], coder=["x"])
    path.write_bytes(path.read_bytes()[start:end])
    refused(parquet_table, [path], "t.parquet", "a broken Parquet file")


def test_parquet_without_pyarrow(tmp_path, monkeypatch):
    import sys

    path = parquet(tmp_path, doc=["a"], coder=["x"])
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    refused(parquet_table, [path], "t.parquet", "no pyarrow on this machine")


# --- writing ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "module", [csv_table, tsv_table, jsonl_table, xlsx_table, parquet_table], ids=lambda m: m.name
)
def test_nothing_is_overwritten(tmp_path, module):
    out = tmp_path / "t"
    out.write_bytes(b"old")
    with pytest.raises(ExchangeError, match="something of that name"):
        module.write(Project((Document("a"),), ()), out)
    assert out.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["t"]
