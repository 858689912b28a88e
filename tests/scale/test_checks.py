"""Faults of large corpora: each is named with file, first row, count and an example."""

import pandas as pd
import pytest

from frameline.cli import main
from frameline.corpus.backends.engine import checks, layout
from frameline.corpus.backends.engine.checks import check_large
from frameline.corpus.backends.engine.layout import is_large, read_layout

duckdb = pytest.importorskip("duckdb")


def rewrite(folder, table, query, part=0):
    """Replace a file of a table by what a query makes of its rows (named `rows`)."""
    file = sorted((folder / table).glob("*.parquet"))[part]
    duckdb.sql(f"CREATE OR REPLACE TEMP TABLE rows AS FROM '{file}'")
    duckdb.sql(query).write_parquet(str(file))
    duckdb.sql("DROP TABLE rows")


def test_a_sound_corpus_has_no_fault(archive):
    assert check_large(archive).empty
    assert is_large(archive)
    assert not is_large(archive / "claims")


#: table, what becomes of its first file; the column, the first row and words of the fault.
ROWS = [
    ("claims", "SELECT * REPLACE (if(place = 4, 'Trade ', driver) AS driver)", "driver", 5,
     "1 row, such as 'Trade '", "did you mean trade?"),
    ("claims", "SELECT * REPLACE (if(place % 100 = 7, 'zzz', valence) AS valence)", "valence", 8,
     "rows, such as 'zzz'", "add this one to it"),
    ("claims", "SELECT * REPLACE (if(place = 2, NULL, driver) AS driver)", "driver", 3,
     "1 row, blank", "fill in"),
    ("claims", "SELECT * REPLACE (if(place = 1, '', doc_id) AS doc_id)", "doc_id", 2,
     "1 row, blank", "fill in"),
    ("claims", "SELECT * REPLACE (if(place = 3, -1, start) AS start)", "start", 4,
     "1 row, such as '-1'", "counted from 0"),
    ("claims", 'SELECT * REPLACE (if(place = 3, start, "end") AS "end")', "start", 4,
     "1 row", "counted from 0"),
    ("claims", "SELECT * REPLACE (if(place = 3, NULL, start) AS start)", "start", 4,
     "1 row, blank", "counted from 0"),
    ("claims", "SELECT * REPLACE (if(place = 3, 0, claim) AS claim)", "claim", 4,
     "1 row, such as '0'", "correct the counts"),
    ("claims", "SELECT * REPLACE (if(place = 9, 'a00000000.c0', claim_id) AS claim_id)",
     "claim_id", None, "1 row more, such as 'a00000000.c0'", "second ones"),
    ("claims", "SELECT * REPLACE (if(place = 9, 'nobody', doc_id) AS doc_id)", "doc_id", None,
     "1 row, such as 'nobody'", "add it to documents"),
    ("claims", "SELECT * REPLACE (if(place = 9, repeat('x', 5000), driver) AS driver)", "driver",
     10, "up to 5,000 bytes", "bomb"),
    ("documents", "SELECT * REPLACE (if(place = 5, '13.4.2001', published) AS published)",
     "published", 6, "1 row, such as '13.4.2001'", "different dates are wrong"),
    ("documents", "SELECT * REPLACE (if(place = 5, 'a00000000', doc_id) AS doc_id)", "doc_id",
     None, "1 row more, such as 'a00000000'", "second ones"),
    ("codings", "SELECT * REPLACE (if(place = 0, 'Sport', driver) AS driver)", "driver", 1,
     "1 row, such as 'Sport'", "did you mean sport?"),
    ("codings", "SELECT * REPLACE ('ana' AS coder)", "claim_id, coder", None, "rows more",
     "second ones"),
    ("codings", "SELECT * REPLACE (if(place = 0, 'gone', claim_id) AS claim_id)", "claim_id",
     None, "1 row, such as 'gone'", "add it to claims"),
    ("tokens", "SELECT * REPLACE (if(place = 6, 0, n) AS n)", "n", 7, "1 row, such as '0'",
     "correct the counts"),
    ("tokens", "SELECT * REPLACE (if(place = 6, '', token) AS token)", "token", 7, "1 row, blank",
     "fill in"),
]  # fmt: skip


@pytest.mark.parametrize(("table", "change", "column", "row", "found", "todo"), ROWS)
def test_a_fault_in_rows_is_named(press, table, change, column, row, found, todo):
    numbered = "(SELECT *, row_number() OVER () - 1 AS place FROM rows)"
    rewrite(press, table, f"SELECT * EXCLUDE (place) FROM ({change} FROM {numbered})")
    faults = check_large(press)
    mine = faults[faults["column"] == column]
    assert len(mine), faults.to_string()
    fault = mine.iloc[0]
    assert found in fault["found"]
    assert todo in fault["todo"]
    assert fault["allowed"]
    if row is None:
        assert fault["file"] == table
    else:
        assert fault["file"] == f"{table}/part-0000.parquet"
        assert fault["row"] == row


#: What becomes of a table's first file; the column and words of the fault.
TYPES = [
    ("claims", "SELECT * EXCLUDE (doc_id)", "doc_id", "no such column"),
    ("claims", "SELECT * RENAME (doc_id AS docid)", "doc_id", "rename docid"),
    ("claims", "SELECT * REPLACE (1.5 AS start)", "start", "the type DECIMAL(2,1)"),
    ("claims", "SELECT * REPLACE (1 AS driver)", "driver", "the type INTEGER"),
    ("claims", "SELECT * REPLACE ([driver] AS driver)", "driver", "the type VARCHAR[]"),
    ("claims", "SELECT * REPLACE (driver::BLOB AS driver)", "driver", "the type BLOB"),
    ("claims", "SELECT *, 1 AS more", "more", "no such column"),
    (
        "documents",
        "SELECT * REPLACE (DATE '2001-01-01' AS published)",
        "published",
        "the type DATE",
    ),
    ("tokens", "SELECT * REPLACE (n::DOUBLE AS n)", "n", "the type DOUBLE"),
    ("documents", "SELECT * REPLACE (row_number() OVER () AS doc_id)", "doc_id", "write ids alike"),
]


@pytest.mark.parametrize(("table", "change", "column", "words"), TYPES)
def test_a_wrong_column_is_named_before_rows_are_read(press, table, change, column, words):
    rewrite(press, table, f"{change} FROM rows")
    faults = read_layout(press).faults
    mine = [fault for fault in faults if fault.column == column]
    assert any(words in f"{fault.found} {fault.todo}" for fault in mine), faults
    assert check_large(press)["column"].tolist() == [fault.column for fault in faults]


BROKEN = {
    "empty": b"",
    "no Parquet": b"doc_id,driver\n1,trade\n",
    "magic only": b"PAR1PAR1",
    "footer too long": b"PAR1" + b"\xff\xff\xff\x7f" + b"PAR1",
    "text": "größer".encode("utf-16"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_no_parquet_file_is_named(press, name):
    (press / "claims/part-0001.parquet").write_bytes(BROKEN[name])
    faults = read_layout(press).faults
    assert [fault.file for fault in faults] == ["claims/part-0001.parquet"]
    assert "damaged" in faults[0].todo
    assert str(press) not in faults[0].found


@pytest.mark.parametrize("keep", [0.1, 0.5, 0.9, 0.999])
def test_a_truncated_file_is_named(press, keep):
    file = press / "claims/part-0000.parquet"
    raw = file.read_bytes()
    file.write_bytes(raw[: int(len(raw) * keep)])
    assert [fault.file for fault in read_layout(press).faults] == ["claims/part-0000.parquet"]


def test_damage_inside_a_file_is_a_fault_and_no_crash(press):
    file = press / "claims/part-0000.parquet"
    raw = bytearray(file.read_bytes())
    raw[200 : len(raw) // 2] = bytes(len(raw) // 2 - 200)
    file.write_bytes(raw)
    faults = check_large(press)
    assert len(faults) == 1
    assert "damaged" in faults["todo"].iloc[0]


def test_sizes_that_no_honest_file_declares_are_refused(press, monkeypatch):
    monkeypatch.setattr(layout, "MAX_ROWS", 100)
    monkeypatch.setattr(layout, "MAX_PIECE", 2000)
    found = [fault.found for fault in read_layout(press).faults]
    assert any("rows declared" in text for text in found)
    assert any("bytes declared in row group 0" in text for text in found)


def test_a_dictionary_bomb_is_met_before_it_goes_off(press):
    """One text of 200,000 characters, named by every row: small on disk, huge in memory."""
    file = press / "claims/part-0000.parquet"
    bomb = f"SELECT * REPLACE (repeat('x', 200000) AS voice) FROM '{file}'"
    duckdb.sql(bomb).write_parquet(f"{file}.new")
    (press / "claims/part-0000.parquet.new").rename(file)
    assert file.stat().st_size < 1_000_000
    faults = check_large(press)
    assert faults["column"].tolist() == ["voice"]
    assert faults["found"].iloc[0].endswith("rows, up to 200,000 bytes")


def test_the_row_group_is_named_where_there_are_several(press):
    file = sorted((press / "claims").glob("*.parquet"))[0]
    query = f"SELECT * FROM '{file}'"
    made = duckdb.sql(query).df()
    while len(made) < 5000:
        made = pd.concat([made, made.assign(claim_id=made["claim_id"] + "x")], ignore_index=True)
    made.loc[4000, "driver"] = "nothing"
    duckdb.sql("FROM made").write_parquet(str(file), row_group_size=2048)
    fault = check_large(press).set_index("column").loc["driver"]
    assert fault["row"] == 4001
    assert fault["found"] == "1 row, such as 'nothing' (row group 1)"


def test_a_codebook_must_be_there_and_code_claims_once(press):
    text = (press / "codebook.toml").read_text(encoding="utf8")
    (press / "codebook.toml").write_text(
        text.replace('"driver"', '"driver"\nmultiple = true', 1), "utf8"
    )
    assert "one code a claim" in check_large(press)["allowed"].tolist()
    (press / "codebook.toml").unlink()
    assert check_large(press)["file"].iloc[0] == "codebook.toml"


def test_no_documents_is_a_fault(press):
    for file in (press / "documents").iterdir():
        file.unlink()
    assert check_large(press)["file"].tolist() == ["documents"]


def test_a_wildcard_in_a_file_name_reads_no_other_file(press):
    (press / "claims/part-0000.parquet").rename(press / "claims/part-*.parquet")
    assert "a wildcard" in check_large(press)["found"].tolist()


def test_check_is_the_command_for_both_kinds(press, capsys):
    assert main(["check", str(press)]) == 0
    assert "no faults" in capsys.readouterr().out
    rewrite(press, "tokens", "SELECT * REPLACE (-3::BIGINT AS n) FROM rows")
    assert main(["check", str(press)]) == 1
    assert "tokens/part-0000.parquet" in capsys.readouterr().out
    assert main(["check", str(press), "--texts", str(press)]) == 1
    assert "not checked against texts" in capsys.readouterr().err


def test_many_wrong_dates_are_one_fault(press):
    rewrite(press, "documents", "SELECT * REPLACE (doc_id AS published) FROM rows")
    faults = check_large(press)
    assert len(faults) == 1
    assert faults["found"].iloc[0].startswith("300 rows, such as")
    assert "300 different dates" in faults["todo"].iloc[0]
    assert checks.MOST > 300
