"""Tables: every kind of file holds every project; long and wide shapes of other people."""

from __future__ import annotations

import csv
import datetime as dt
import tempfile
from pathlib import Path

import pytest
from hypothesis import given

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.formats.registry import load_format
from frameline.exchange.formats.tables.xlsx_table import workbook
from frameline.exchange.model.project import Annotation, Coding, Document, Options, Project, Span
from tests.exchange.strategies import accounted, content, examples, projects

csv_table = load_format("csv")
jsonl_table = load_format("jsonl")
parquet_table = load_format("parquet")
tsv_table = load_format("tsv")
xlsx_table = load_format("xlsx")

FORMATS = (csv_table, tsv_table, jsonl_table, xlsx_table, parquet_table)
HELD = projects(most_spans=3, facts=("title", "author", "published", "name"), variables=(
    "frame", "tone", "user", "tone_x", "code.y"))  # fmt: skip


@pytest.mark.parametrize("module", FORMATS, ids=lambda m: m.name)
@given(project=HELD)
@examples(10)
def test_what_is_written_is_read(module, project):
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / f"made{module.suffixes[0]}"
        assert module.cannot_hold(project) == []
        assert module.write(project, out) == [out]
        assert module.sniff(out, out.read_bytes()[:65536])
        read = module.read([out], Options(offsets="code-points"))
    assert content(read) == content(project)
    assert accounted(read)
    assert read.used == read.rows


def read(tmp_path, text, options=None, name="codes.csv"):
    path = tmp_path / name
    path.write_text(text, encoding="utf8", newline="")
    module = tsv_table if name.endswith("tsv") else csv_table
    project = module.read([path], options or Options())
    assert accounted(project)
    return project


def only(project: Project) -> dict[str, tuple[Annotation, ...]]:
    return {f"{c.document}/{c.coder}": c.annotations for c in project.codings}


def test_long_table_with_the_field_s_own_names(tmp_path):
    found = read(
        tmp_path,
        "doc_id,annotator,begin,end,text,Frame,date\n"
        "letter,anna,0,7,Norland,ECO,1911-03\n"
        "letter,ben,8,12,arms,SAN,1911-03\n",
    )
    assert found.documents == (Document("letter", None, {"published": "1911-03"}),)
    assert only(found) == {
        "letter/anna": (Annotation((Span(0, 7),), {"Frame": ("ECO",)}, quote="Norland"),),
        "letter/ben": (Annotation((Span(8, 12),), {"Frame": ("SAN",)}, quote="arms"),),
    }
    assert [(v.name, [c.code for c in v.codes]) for v in found.variables] == [
        ("Frame", ["ECO", "SAN"])
    ]


def test_zeros_and_na_stay_text(tmp_path):
    found = read(tmp_path, "doc,coder,frame,grade\n00012,007,NA,1.50\n")
    assert only(found) == {
        "00012/007": (Annotation(values={"frame": ("NA",), "grade": ("1.50",)}),)
    }


def test_semicolons_and_tabs_and_a_bom_are_seen(tmp_path):
    wanted = {"a/b": (Annotation(values={"frame": ("x,y",)}),)}
    assert only(read(tmp_path, "\ufeffdoc;coder;frame\r\na;b;x,y\r\n")) == wanted
    assert only(read(tmp_path, "sep=;\r\ndoc;coder;frame\r\na;b;x,y\r\n")) == wanted
    assert only(read(tmp_path, "doc\tcoder\tframe\na\tb\tx,y\n", name="t.tsv")) == wanted


def test_a_map_wins_over_names(tmp_path):
    found = read(
        tmp_path,
        "text,who,frame,code\nletter,anna,Norland,ECO\n",
        Options(columns={"text": "document", "who": "coder", "frame": "quote", "code": "driver"}),
    )
    assert only(found) == {
        "letter/anna": (Annotation(values={"driver": ("ECO",)}, quote="Norland"),)
    }


def test_no_coder_column_takes_the_one_said_or_the_file_s_name(tmp_path):
    table = "doc,frame\nletter,ECO\n"
    assert list(only(read(tmp_path, table))) == ["letter/codes"]
    assert list(only(read(tmp_path, table, Options(coder="anna")))) == ["letter/anna"]


def test_wide_table_with_a_column_per_code(tmp_path):
    found = read(
        tmp_path,
        "doc,coder,unit_id,text,frame_ECO,frame_SAN,urgent\n"
        "letter,anna,s1,Norland arms.,1,0,x\n"
        "letter,anna,s2,It rains.,0,0,\n",
    )
    assert only(found) == {
        "letter/anna": (
            Annotation(
                values={"frame": ("ECO",), "code": ("urgent",)}, quote="Norland arms.", unit="s1"
            ),
            Annotation(quote="It rains.", unit="s2"),
        )
    }


def test_codes_of_one_variable_are_marks_beside_others(tmp_path):
    found = read(
        tmp_path, "doc,coder,frame_ECO,frame_SAN,tone,core\nletter,anna,1,1,calm,1\n"
    )  # fmt: skip
    said = {"tone": ("calm",), "core": ("1",), "frame": ("ECO", "SAN")}
    assert only(found) == {"letter/anna": (Annotation(values=said),)}


def test_columns_can_be_mapped_to_codes(tmp_path):
    found = read(
        tmp_path,
        "doc,coder,money,war,tone\nletter,anna,1,0,calm\n",
        Options(columns={"money": "code.frame.ECO", "war": "code.frame.SAN"}),
    )
    said = {"tone": ("calm",), "frame": ("ECO",)}
    assert only(found) == {"letter/anna": (Annotation(values=said),)}


def test_yes_and_no_beside_other_variables_stay_values(tmp_path):
    found = read(tmp_path, "doc,coder,frame,core,urgent\nletter,anna,ECO,1,0\n")
    said = {"frame": ("ECO",), "core": ("1",), "urgent": ("0",)}
    assert only(found) == {"letter/anna": (Annotation(values=said),)}


def test_a_long_table_of_ones_and_zeros_is_not_read_as_marks(tmp_path):
    said = Annotation(values={"core": ("1",), "urgent": ("0",)})
    project = Project((Document("letter"),), (Coding("letter", "anna", (said,)),))
    out = tmp_path / "t.csv"
    csv_table.write(project, out)
    assert content(csv_table.read([out], Options())) == content(project)


def test_wide_table_with_a_column_per_coder(tmp_path):
    found = read(
        tmp_path, "doc,unit,coder 1,coder 2\nletter,s1,ECO,SAN\nletter,s2,ECO,\n"
    )  # fmt: skip
    assert only(found) == {
        "letter/coder 1": (
            Annotation(values={"code": ("ECO",)}, unit="s1"),
            Annotation(values={"code": ("ECO",)}, unit="s2"),
        ),
        "letter/coder 2": (
            Annotation(values={"code": ("SAN",)}, unit="s1"),
            Annotation(unit="s2"),
        ),
    }


def test_columns_of_coders_can_be_mapped(tmp_path):
    found = read(
        tmp_path,
        "doc,Anna,Ben\nletter,ECO,SAN\n",
        Options(columns={"Anna": "coder.anna.frame", "Ben": "coder.ben.frame"}),
    )
    assert only(found) == {
        "letter/anna": (Annotation(values={"frame": ("ECO",)}),),
        "letter/ben": (Annotation(values={"frame": ("SAN",)}),),
    }


def test_a_text_on_every_row_is_the_document(tmp_path):
    found = read(
        tmp_path,
        "doc,coder,start,end,text,label\n"
        "letter,anna,0,7,Norland arms,ECO\nletter,anna,8,12,Norland arms,SAN\n",
    )
    assert found.documents == (Document("letter", "Norland arms"),)
    assert [a.spans for c in found.codings for a in c.annotations] == [
        (Span(0, 7),),
        (Span(8, 12),),
    ]


def test_a_date_that_differs_within_a_document_is_a_variable(tmp_path):
    found = read(tmp_path, "doc,coder,date,label\na,x,2020-01-01,E\na,x,2020-01-02,E\n")
    assert found.documents == (Document("a"),)
    assert [v.name for v in found.variables] == ["label", "date"]


def test_names_of_files_lose_folder_and_ending(tmp_path):
    found = read(tmp_path, "file_name,coder,label\nup/a.txt,x,E\nup/b.txt,x,E\n")
    assert [d.id for d in found.documents] == ["a", "b"]
    found = read(tmp_path, "file_name,coder,label\nup/a.txt,x,E\ndown/a.txt,x,E\n")
    assert [d.id for d in found.documents] == ["up_a.txt", "down_a.txt"]


def test_offsets_in_another_unit_are_found_by_the_quotes(tmp_path):
    found = read(
        tmp_path,
        "doc,coder,start,end,quote,label,document_text\n"
        'letter,,,,,,"😀 Norland arms"\nletter,anna,3,10,Norland,ECO,\n',
    )
    assert found.offsets == "utf-16"
    assert found.codings[0].annotations[0].spans == (Span(2, 9),)


def test_two_files_can_be_two_coders(tmp_path):
    for coder in ("anna", "ben"):
        (tmp_path / f"{coder}.csv").write_text("doc,label\nletter,ECO\n", encoding="utf8")
    found = csv_table.read([tmp_path / "anna.csv", tmp_path / "ben.csv"], Options())
    assert list(only(found)) == ["letter/anna", "letter/ben"]
    assert accounted(found)


def test_other_sheets_of_a_workbook_are_reported(tmp_path):
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["doc", "coder", "label", "day", "share"])
    book.active.append(["00012", "anna", 3, dt.date(2020, 1, 5), 2.5])
    book.create_sheet("more").append(["x"])
    book.save(tmp_path / "t.xlsx")
    found = xlsx_table.read([tmp_path / "t.xlsx"], Options())
    said = {"label": ("3",), "day": ("2020-01-05",), "share": ("2.5",)}
    assert only(found) == {"00012/anna": (Annotation(values=said),)}
    assert accounted(found)
    assert [str(left) for left in found.left] == [
        "1 rows (sheet more): only the first sheet (Sheet) is read"
    ]


def test_a_workbook_has_the_same_bytes_each_time(tmp_path):
    rows = [["a", "=1+1\r\n_x000D_"]]
    made = [workbook(["doc", "note"], rows, "t.xlsx") for _ in range(2)]
    assert made[0] == made[1]


def test_numbers_and_dates_of_parquet_become_text(tmp_path):
    import pyarrow as pa
    import pyarrow.parquet as pq

    columns = {
        "doc": pa.array(["a", "a"]).dictionary_encode(),
        "coder": pa.array(["x", "y"]),
        "start": pa.array([1.0, None]),
        "end": pa.array([3, None]),
        "core": pa.array([True, None]),
    }
    pq.write_table(pa.table(columns), tmp_path / "t.parquet")
    found = parquet_table.read([tmp_path / "t.parquet"], Options())
    assert only(found) == {"a/x": (Annotation((Span(1, 3),), {"core": ("true",)}),)}


def test_cells_that_a_spreadsheet_would_run_are_marked_in_csv(tmp_path):
    said = Annotation(values={"frame": ("=cmd|' /C calc'!A0",)}, note="@SUM(1)")
    project = Project((Document("letter"),), (Coding("letter", "anna", (said,)),))
    csv_table.write(project, tmp_path / "t.csv")
    text = (tmp_path / "t.csv").read_text(encoding="utf-8-sig")
    assert ",'=cmd" in text
    assert ",'@SUM(1)" in text


def test_what_a_table_loses_is_said_before():
    from frameline.exchange.model.project import Code, Variable

    variable = Variable("frame", (Code("ECO", "Economy"),))
    project = Project((), (Coding("a", "x", (Annotation(),)),), (variable,))
    assert [left.count for left in csv_table.cannot_hold(project)] == [1, 1]


def test_the_row_numbers_of_pandas_are_dropped(tmp_path):
    found = read(tmp_path, ",doc,coder,frame\n0,letter,anna,ECO\n1,letter,anna,SAN\n")
    assert [v.name for v in found.variables] == ["frame"]


def test_a_start_without_an_end_is_a_variable(tmp_path):
    found = read(tmp_path, "Document,Code,Beginning,End,Segment\nletter,ECO,12,13,a fleet\n")
    said = {"Code": ("ECO",), "Beginning": ("12",), "End": ("13",)}
    assert only(found) == {"letter/codes": (Annotation(values=said, quote="a fleet"),)}


def test_a_column_can_be_mapped_to_nothing(tmp_path):
    table = "doc,coder,frame,weight\nletter,anna,ECO,0\n"
    found = read(tmp_path, table, Options(columns={"weight": ""}))
    assert [v.name for v in found.variables] == ["frame"]


def test_plus_and_minus_are_valences_and_no_marks(tmp_path):
    found = read(tmp_path, "doc,coder,trust,trade\nletter,anna,+,-\nletter,anna,-,0\n")
    first = found.codings[0].annotations[0]
    assert first.values == {"trust": ("+",), "trade": ("-",)}


@pytest.mark.parametrize("rows", ["", 'letter,1,"broken\n'])
def test_long_cells_are_read_and_the_limit_of_others_stays(tmp_path, rows):
    path = tmp_path / "long.csv"
    long = "x" * 300_000
    path.write_text(f"document,coder,frame\nletter,anna,{long}\n{rows}", encoding="utf-8")
    before = csv.field_size_limit(200_000)
    try:
        if rows:
            with pytest.raises(ExchangeError, match="row 3"):
                csv_table.read([path], Options(strict=True))
        else:
            (coding,) = csv_table.read([path], Options()).codings
            assert coding.annotations[0].values == {"frame": (long,)}
        assert csv.field_size_limit() == 200_000
    finally:
        csv.field_size_limit(before)
