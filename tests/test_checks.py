"""Checks: each fault is found where it is, said with its remedy, and no sound corpus has any."""

import csv
import re

import pandas as pd
import pytest

from frameline.corpus import CorpusError, read_corpus
from frameline.corpus.checks import check_corpus
from frameline.corpus.dates import DateError, parse_edtf
from frameline.corpus.fault import nearest, shown
from frameline.corpus.remarks import remark_corpus

COLUMNS = ["file", "row", "column", "found", "allowed", "todo"]


def edit(path, change):
    """Rewrite a CSV file: `change` gets its rows, the header first, and alters them."""
    with path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    change(rows)
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def put(row, column, value):
    """An edit: one cell, by spreadsheet row and column name."""

    def change(rows):
        rows[row - 1][rows[0].index(column)] = value

    return change


def both(*changes):
    def change(rows):
        for one in changes:
            one(rows)

    return change


def head(old, new):
    def change(rows):
        rows[0][rows[0].index(old)] = new

    return change


def without(column):
    def change(rows):
        place = rows[0].index(column)
        for row in rows:
            del row[place]

    return change


def with_column(name, value=""):
    def change(rows):
        rows[0].append(name)
        for row in rows[1:]:
            row.append(value)

    return change


def repeat(row):
    def change(rows):
        rows.append(list(rows[row - 1]))

    return change


def test_sound_corpora_have_no_faults(data_corpus, river, rtl):
    for source in (data_corpus, river, str(rtl)):
        found = check_corpus(source)
        assert found.empty
        assert found.columns.tolist() == COLUMNS
        assert found["row"].dtype == "Int64"


#: file, edit, and the one fault it makes: row, column, part of `found`, part of `todo`
SINGLE = [
    # columns
    ("claims.csv", without("reason"), (1, "reason", "no such column", "add the column")),
    ("claims.csv", head("pull", "pul"), (1, "pul", "an unknown column", "rename it to pull")),
    ("claims.csv", with_column("mood"), (1, "mood", "an unknown column", "add it to the codebook")),
    ("units.csv", with_column("mood"), (1, "mood", "an unknown column", "remove it")),
    ("claims.csv", head("note", "position"), (1, "position", "'position'", "rename")),
    ("documents.csv", head("author", "year"), (1, "year", "'year'", "rename")),
    # codes
    ("claims.csv", put(5, "reason", "trad"), (5, "reason", "'trad'", "did you mean trade?")),
    ("claims.csv", put(5, "reason", "Trade "), (5, "reason", "'Trade '", "mean trade?")),
    ("claims.csv", put(5, "reason", "zzz"), (5, "reason", "'zzz'", "add this one")),
    ("claims.csv", put(5, "reason", "trade;water"), (5, "reason", "'trade;water'", "")),
    ("claims.csv", put(5, "reason", "trade\u200b"), (5, "reason", r"'trade\u200b'", "trade?")),
    ("claims.csv", put(5, "reason", ""), (5, "reason", "a blank cell", "code the cell")),
    ("labels.csv", put(3, "word", "foe"), (3, "word", "'foe'", "")),
    ("documents.csv", put(2, "outlook", "up"), (2, "outlook", "'up'", "")),
    ("coders/niko/claims.csv", put(4, "pull", "plus?"), (4, "pull", "'plus?'", "mean plus?")),
    # rules, broken either way
    ("claims.csv", put(10, "task", ""), (10, "task", "because kind=act", "code the cell")),
    (
        "claims.csv",
        put(9, "task", "open"),
        (9, "task", "'open'", "clear the cell, or correct kind"),
    ),
    # keys and references
    ("documents.csv", put(2, "name", "Tarn 1998"), (5, "name", "as in row 2", "its own name")),
    ("units.csv", repeat(3), (42, "unit_id", "as in row 3", "remove or rename")),
    ("labels.csv", put(3, "label_id", "tarn-1998.T1.l1"), (5, "label_id", "as in row 3", "")),
    ("labels.csv", put(3, "block_id", "P9"), (3, "block_id", "'P9'", "blocks.csv")),
    ("labels.csv", put(3, "sentence", "7"), (3, "sentence", "'7'", "units.csv")),
    ("claims.csv", put(2, "unit_id", ""), None),
    ("claims.csv", put(2, "unit_id", "ormond-1990.P1.s2"), (2, "unit_id", "P1.s2", "correct the")),
    (
        "coders/mara/claims.csv",
        put(2, "doc_id", "ormond"),
        (2, "doc_id", "'ormond'", "ormond-1990"),
    ),
    # numbers and the numbering of claims
    ("units.csv", put(2, "sentence", "one"), (2, "sentence", "'one'", "digits only")),
    ("units.csv", put(2, "sentence", "1.0"), (2, "sentence", "'1.0'", "digits only")),
    ("units.csv", put(2, "sentence", "١"), (2, "sentence", "'١'", "digits only")),
    ("documents.csv", put(2, "words", "-3"), (2, "words", "'-3'", "digits only")),
    ("documents.csv", put(2, "too_short", "true"), (2, "too_short", "'true'", "yes or no")),
    ("claims.csv", put(4, "claim", "3"), (4, "claim", "'1, 3'", "anew")),
    ("claims.csv", put(4, "claim", "1"), (4, "claim", "'1, 1'", "anew")),
    ("coders/mara/claims.csv", put(4, "claim", ""), (4, "claim", "a blank cell", "number the")),
    # dates
    (
        "documents.csv",
        put(2, "published", "May 2007"),
        (2, "published", "'May 2007'", "as a number"),
    ),
    (
        "documents.csv",
        put(2, "published", "1.5.2007"),
        (2, "published", "'1.5.2007'", "year first"),
    ),
    ("documents.csv", put(2, "published", "1394"), (2, "published", "'1394'", "Gregorian")),
    ("documents.csv", put(2, "published", "2007/.."), (2, "published", "'2007/..'", "")),
    # phrases
    (
        "claims.csv",
        put(2, "anchor", "a b c d e f g h i"),
        (2, "anchor", "'a b c d e f g h i'", "shorten"),
    ),
    ("labels.csv", put(3, "literal", "so " * 9), (3, "literal", "'so so", "shorten")),
    # coders
    ("coders/coders.csv", put(2, "coder", "mira"), (2, "coder", "'mira'", "remove the row")),
    ("coders/coders.csv", put(2, "kind", "robot"), (2, "kind", "'robot'", "choose one")),
    (
        "coders/mara/claims.csv",
        without("reason"),
        (1, "reason", "no such column", "add the column"),
    ),
]


@pytest.mark.parametrize(("file", "change", "fault"), SINGLE)
def test_single_faults(river, file, change, fault):
    edit(river / file, change)
    found = check_corpus(river)
    if fault is None:
        assert found.empty
        return
    row, column, what, todo = fault
    first = found.iloc[0]
    hits = found[(found["file"] == file) & (found["row"] == row) & (found["column"] == column)]
    assert len(hits) == 1, found.to_dict("records")
    assert what in hits["found"].item()
    assert todo in hits["todo"].item()
    assert first["todo"]
    with pytest.raises(CorpusError):
        read_corpus(river)


def test_a_cell_too_much_and_one_too_few(river):
    edit(river / "claims.csv", lambda rows: (rows[3].append("x"), rows[6].pop()))
    found = check_corpus(river)
    ragged = found[found["found"].str.endswith("cells")]
    assert ragged[["row", "found", "allowed"]].to_numpy().tolist() == [
        [4, "16 cells", "15 cells"],
        [7, "14 cells", "15 cells"],
    ]
    assert "quote cells that hold a comma" in ragged["todo"].iloc[0]
    assert "add the missing commas" in ragged["todo"].iloc[1]


@pytest.mark.parametrize(
    ("content", "found", "todo"),
    [
        (b"", "an empty file", "add a header"),
        (b"\n\n", "a blank header", "add a header"),
        (b"a,b,a\n", "a column twice", "rename one"),
        (b"a,,b\n", "a column without a name", "column 2"),
        (b"doc_id;label_id;literal\nx;y;z\n", "cells separated by ';'", "commas"),
        (b"doc_id\tlabel_id\nx\ty\n", r"cells separated by '\t'", "commas"),
        ("doc_id,literal\nx,Gespräch\n".encode("latin-1"), "byte 0xe4 at position 22", "UTF-8"),
        ("doc_id,literal\n".encode("utf-16"), "UTF-16", "UTF-8"),
        (b"doc_id,literal\nx,a\x00b\n", "a NUL byte at position 18", "damaged"),
        (b'doc_id,literal\nx,"a\ny,b\n', "unexpected end of data", "quotation marks"),
        (b'doc_id,literal\nx,"a"b\n', "expected after", "quotation marks"),
    ],
)
def test_files_that_are_no_tables(river, content, found, todo):
    (river / "labels.csv").write_bytes(content)
    faults = check_corpus(river)
    hits = faults[faults["file"] == "labels.csv"]
    hits = hits[hits["found"].str.contains(found, regex=False)]
    assert todo in hits["todo"].item()
    with pytest.raises(CorpusError):
        read_corpus(river)


def test_rows_count_as_in_a_spreadsheet(river):
    """A cell with line breaks is one row; blank rows count but are not read."""

    def change(rows):
        rows[1][rows[0].index("gist")] = "two\nlines\r\nand more"
        rows.insert(2, [""] * len(rows[0]))
        rows[4][rows[0].index("reason")] = "wrong"

    edit(river / "claims.csv", change)
    found = check_corpus(river)
    assert found["row"].tolist() == [5]


def test_headers_only_is_a_table_without_rows(river):
    edit(river / "labels.csv", lambda rows: rows.__delitem__(slice(1, None)))
    assert check_corpus(river).empty
    assert not read_corpus(river).has("labels")


def test_no_documents(river):
    (river / "documents.csv").unlink()
    found = check_corpus(river)
    assert found["found"].tolist() == ["no such file"]
    (river / "claims.csv").rename(river / "claim.csv")
    found = check_corpus(river)
    assert "rename it to claims.csv, or move it elsewhere" in set(found["todo"])


def test_every_fault_at_once_in_the_order_of_files_and_rows(river):
    edit(river / "claims.csv", both(put(30, "reason", "x"), put(3, "pull", "y")))
    edit(river / "documents.csv", put(2, "published", "soon"))
    edit(river / "coders/mara/claims.csv", put(7, "kind", "z"))
    found = check_corpus(river)
    assert found[["file", "row", "column"]].to_numpy().tolist() == [
        ["documents.csv", 2, "published"],
        ["claims.csv", 3, "pull"],
        ["claims.csv", 30, "reason"],
        ["coders/mara/claims.csv", 7, "kind"],
    ]


def test_codebook_faults_are_corpus_faults(river):
    book = (river / "codebook.toml").read_text(encoding="utf-8")
    (river / "codebook.toml").write_text(
        book.replace('role = "voice"', 'role = "frame"', 1).replace("#1b6ca8", "blue"),
        encoding="utf-8",
    )
    found = check_corpus(river)
    found = found[found["file"] == "codebook.toml"]
    assert found["column"].tolist() == [
        "variables[reason].codes[water].colour",
        "variables[speaker].codes[writer].own",
        "variables[speaker].role",
    ]


def test_offsets(rtl):
    edit(
        rtl / "units.csv",
        both(put(2, "end", "32"), put(4, "end", "41")),  # over the next one; beyond the text
    )
    edit(rtl / "claims.csv", both(put(2, "start", "15"), put(3, "end", "61"), put(4, "end", "")))
    found = check_corpus(rtl)
    rows = found[["file", "row", "column", "allowed"]].to_numpy().tolist()
    assert rows == [
        ["units.csv", 3, "start", "from 32 on, where the row before ends"],
        ["units.csv", 4, "start", "within the document, 0-40"],
        ["claims.csv", 2, "end", "end after start"],
        ["claims.csv", 3, "start", "within the sentence, 31-60"],
        ["claims.csv", 4, "end", "start and end, or neither"],
    ]


def test_blocks_lie_within_their_document(rtl):
    path = rtl / "blocks.csv"
    path.write_text(
        "doc_id,block_id,kind,start,end,sha256\nنامه-۲,P1,body,0,41,abc\nنامه-۱,P1,body,0,50,\n",
        encoding="utf-8",
    )
    found = check_corpus(rtl)
    assert found[["file", "row", "allowed"]].to_numpy().tolist() == [
        ["blocks.csv", 2, "64 hex digits"],
        ["blocks.csv", 2, "within the document, 0-40"],
        ["units.csv", 3, "within the block, 0-50"],
    ]


def test_a_row_without_a_claim_codes_nothing(river):
    with (river / "coders/mara/claims.csv").open(newline="", encoding="utf-8") as file:
        empty = next(n for n, row in enumerate(csv.DictReader(file), 2) if row["claim"] == "0")
    edit(river / "coders/mara/claims.csv", put(empty, "pull", "plus"))
    found = check_corpus(river)
    assert found[["row", "column", "allowed"]].to_numpy().tolist() == [
        [empty, "pull", "blank where claim is 0"]
    ]


def test_rules_of_another_version_do_not_bind_a_coder(river):
    edit(river / "coders/niko/claims.csv", put(2, "task", "open"))
    assert len(check_corpus(river)) == 1
    edit(river / "coders/coders.csv", put(3, "codebook_version", "0.9"))
    assert check_corpus(river).empty
    edit(river / "coders/niko/claims.csv", put(2, "task", "opened"))
    assert check_corpus(river)["todo"].tolist() == ["did you mean open?"]


def test_the_context_sample(river):
    folder = river / "context"
    folder.mkdir()
    (folder / "context.csv").write_text("id,published\na,2001\na,soon\n", encoding="utf-8")
    (folder / "coder-2.csv").write_text("id,direction\nb,binding\n", encoding="utf-8")
    found = check_corpus(river)
    assert found[["file", "row", "column"]].to_numpy().tolist() == [
        ["context/coder-2.csv", 2, "id"],
        ["context/context.csv", 3, "published"],
        ["context/context.csv", 3, "id"],
    ]


def test_messages_show_no_more_than_a_little_and_no_control_characters(river):
    nasty = "\x1b[31m\u202eevil\x07" + "x" * 500
    edit(river / "claims.csv", put(2, "reason", nasty))
    with pytest.raises(CorpusError) as caught:
        read_corpus(river)
    message = str(caught.value)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\u202e]", message)
    assert r"\x1b[31m\u202eevil\x07" in message
    assert len(message) < 400


def test_formulas_are_only_text(river):
    edit(river / "claims.csv", put(2, "gist", "=cmd()"))
    assert check_corpus(river).empty


@pytest.mark.parametrize(
    ("rows", "row", "column", "todo"),
    [
        (["date,coder,frame", "1999,a,x"], 1, "document", "add the column document"),
        (["document,Date,coder,frame", "d,1999,a,x"], 1, "date", "rename 'Date'"),
        (["document,date,coder,frame", "d,1999,,x"], 2, "coder", "fill in"),
        (["document,date,coder,frame", "d,5/6/1999,a,x"], 2, "date", "year first"),
        (["document,date,coder,frame", "d,1999,a,x", "d,2000,a,x"], 3, "date", "one date"),
        (["document,date,coder,frame,sentence", "d,1999,a,x,y"], 1, "sentence", "rename"),
        (["document,date,coder,frame,position", "d,1999,a,x,y"], 1, "position", "rename"),
        (
            ["document,date,coder,frame,unit,claim", "d,1999,a,x,u,1", "d,1999,a,x,u,1"],
            3,
            "claim",
            "anew",
        ),
    ],
)
def test_faults_of_one_file(tmp_path, rows, row, column, todo):
    path = tmp_path / "m.csv"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    found = check_corpus(path)
    hits = found[(found["row"] == row) & (found["column"] == column)]
    assert len(hits) == 1, found.to_dict("records")
    assert todo in hits["todo"].item()


def test_a_corpus_is_checked_from_its_files(river):
    corpus = read_corpus(river)
    edit(river / "claims.csv", put(2, "reason", "x"))
    assert len(check_corpus(corpus)) == 1
    assert isinstance(check_corpus(corpus), pd.DataFrame)


# Dates


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("1999", "1999-01-01", "1999-12-31"),
        ("1999~", "1999-01-01", "1999-12-31"),
        ("2000-02", "2000-02-01", "2000-02-29"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2001-05-08?", "2001-05-08", "2001-05-08"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("17XX", "1700-01-01", "1799-12-31"),
        ("1991/2001", "1991-01-01", "2001-12-31"),
        ("2015-11-29/2015-12-06", "2015-11-29", "2015-12-06"),
        ("199X/2003-04", "1990-01-01", "2003-04-30"),
    ],
)
def test_dates(text, low, high):
    span = parse_edtf(text)
    assert (str(span.low.date()), str(span.high.date())) == (low, high)
    assert span.low <= span.middle <= span.high


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("May 2001", "month as a number"),
        ("8 مه 2001", "write a date as"),
        ("08.05.2001", "year first"),
        ("8/5/2001", "year first"),
        ("2001-5-8", "two digits"),
        ("2001/05/08", "two digits"),
        ("2001.05", "two digits"),
        ("1380", "Gregorian"),
        ("1380-02-18", "Gregorian"),
        ("2101", "Gregorian"),
        ("138X", "Gregorian"),
        ("2001-13", "no such month"),
        ("2001-02-29", "no such month"),
        ("2001-00", "no such month"),
        ("199X-05", "no month"),
        ("2001/1999", "before it begins"),
        ("2001/", "both dates"),
        ("..", "write a date as"),
        (" 2001", "spaces"),
        ("۲۰۰۱", "write a date as"),
        ("2001-05-08T10:00", "write a date as"),
        ("20010508", "write a date as"),
        ("01", "write a date as"),
        ("", "blank"),
    ],
)
def test_dates_that_are_refused(text, advice):
    with pytest.raises(DateError, match=advice):
        parse_edtf(text)


def test_open_intervals_only_where_they_are_allowed():
    for text in ("2022/", "2022/..", "/2022", "../2022"):
        assert parse_edtf(text, open_ended=True) == parse_edtf("2022")
        with pytest.raises(DateError):
            parse_edtf(text)
    for text in ("/", "../..", ".."):
        with pytest.raises(DateError):
            parse_edtf(text, open_ended=True)


# Messages


def test_shown_is_short_quoted_and_safe():
    assert shown("GEO") == "'GEO'"
    assert shown("a\n\u2028b") == r"'a\n\u2028b'"
    assert shown("x" * 50) == "'" + "x" * 40 + "'…"
    assert shown("نامه") == "'نامه'"


def test_nearest_is_helpful_and_modest():
    assert nearest("driver ", ["DRIVER", "valence"]) == "DRIVER"
    assert nearest("valance", ["driver", "valence"]) == "valence"
    assert nearest("zzzz", ["driver", "valence"]) == ""
    assert nearest("x" * 10_000, ["x" * 10_000 + "y"]) == ""
    assert nearest("", ["a"]) == ""


def test_gists_that_do_not_stand_alone_are_remarks_and_no_faults(river):
    edit(river / "claims.csv", put(2, "gist", "Such dues went to Norland."))
    edit(river / "claims.csv", put(3, "gist", "Norland dredges the channel."))
    remarks = remark_corpus(river)
    assert list(remarks.columns) == COLUMNS
    assert remarks["row"].tolist() == [2, 10, 39, 42]
    assert remarks["found"][0] == "leans on the sentence before: 'Such'"
    assert remarks["found"][1] == "names nobody: 'Both should dredge the channel.'"
    assert check_corpus(river).empty
    assert len(remark_corpus(read_corpus(river))) == 4


def test_a_corpus_of_one_file_has_remarks_and_one_without_gists_has_none(tmp_path):
    file = tmp_path / "minimal.csv"
    file.write_text("document,date,coder,frame\na,2001,x,GEO\n", encoding="utf-8")
    assert remark_corpus(file).empty
    rows = "document,date,coder,frame,gist\na,2001,x,GEO,They agree too.\nb,2002,x,GEO,\n"
    file.write_text(rows, encoding="utf-8")
    assert remark_corpus(file)["row"].tolist() == [2]


def test_the_wording_of_a_heading_has_at_most_eight_words(river):
    edit(river / "blocks.csv", with_column("wording", "one two three four five six seven eight"))
    assert check_corpus(river).empty
    edit(river / "blocks.csv", put(2, "wording", "one two three four five six seven eight nine"))
    fault = check_corpus(river).iloc[0]
    assert (fault["column"], fault["allowed"]) == ("wording", "at most 8 words")
