"""Delete, garble or add one row in each format: all others are taken, and one is named.

The oracle is the project as it was written: what is read of a file with one faulty row is what was
written but for that row.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import pytest

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.packing import zip_bytes
from frameline.exchange.formats.registry import read_files, write_files
from frameline.exchange.model.project import (
    Annotation,
    Coding,
    Document,
    Options,
    Project,
    Span,
    count_annotations,
)
from tests.exchange.strategies import accounted

TEXT = "Norland trades with Sudmark. Both fear the levy and the ice."
PLACES = [(0, 7), (8, 14), (20, 27), (34, 38), (43, 47), (56, 59)]
#: The row that is made faulty: words and code of its own.
VICTIM = 3
N = len(PLACES)


def project(label="frame"):
    said = tuple(
        Annotation((Span(*at),), {label: (f"code{n}",)}, quote=TEXT[slice(*at)])
        for n, at in enumerate(PLACES)
    )
    return Project((Document("letter", TEXT),), (Coding("letter", "anna", said),))


def written(tmp_path, name, label="frame"):
    suffix = {"uima-cas": ".zip", "tei": ".xml", "web-annotation": ".zip", "catma": ".zip",
              "webanno-tsv": ".zip", "brat": ""}  # fmt: skip
    from frameline.exchange.formats.registry import load_format

    one = load_format(name)
    chosen = suffix.get(name, one.suffixes[0])
    chosen = chosen if chosen in one.suffixes else one.suffixes[0]
    out = tmp_path / f"made{chosen}"
    files = write_files(name, project(label), out)
    return out if out.exists() else files[0]


def changed(path: Path, change):
    """The file, the files of the folder or the members of the zip, changed."""
    if path.is_dir():
        for file in path.rglob("*"):
            if file.is_file() and file.suffix != ".txt":
                file.write_bytes(change(file.read_bytes()))
        return
    data = path.read_bytes()
    if data.startswith(b"PK") and path.suffix != ".xlsx":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = {n: archive.read(n) for n in archive.namelist()}
        members = {n: d if n.endswith(".txt") else change(d) for n, d in members.items()}
        path.write_bytes(zip_bytes(members))
    else:
        path.write_bytes(change(data))


def sub(pattern, new):
    def change(data: bytes) -> bytes:
        return re.sub(pattern, new, data)

    return change


START, END = PLACES[VICTIM]


def label_studio(data):
    tasks = json.loads(data)
    tasks[0]["annotations"][0]["result"][VICTIM]["value"]["end"] = 9999
    return json.dumps(tasks).encode()


def lines_of(key, number, value):
    def change(data):
        rows = [json.loads(line) for line in data.decode().splitlines()]
        rows[0][key][number] = value
        return "".join(json.dumps(row) + "\n" for row in rows).encode()

    return change


def notation(data):
    if b"AnnotationPage" not in data and b"Annotation" not in data:
        return data
    page = json.loads(data)
    page["items"][VICTIM]["target"] = {"source": "x", "selector": {"type": "Nothing"}}
    return json.dumps(page).encode()


def annotations_of_cas(data):
    if b"xmi:XMI" not in data:
        return data
    return re.sub(rb'begin="34" end="38"', b'begin="34" end="9999"', data, count=0)


GARBLED = {
    "csv": sub(rb"\n([^\n]*),34,38,", rb"\n\1,34,later,"),
    "tsv": sub(rb"\n([^\n]*)\t34\t38\t", rb"\n\1\t34\tlater\t"),
    "jsonl": sub(rb'"end": "38"', rb'"end": "later"'),
    "label-studio": label_studio,
    "doccano": lines_of("label", VICTIM, [34, "later", "code3"]),
    "prodigy": lines_of("spans", VICTIM, {"start": 34, "end": "later", "label": "code3"}),
    "brat": sub(rb"T4\t(\S+) 34 38", rb"T4\t\1 34 later"),
    "refi-qda": sub(rb'endPosition="38"', rb'endPosition="9999"'),
    "web-annotation": notation,
    "tei": sub(rb"34,4\)", rb"34,4444)"),
    "catma": sub(rb"#char=34,38", rb"#char=34,9999"),
    "uima-cas": annotations_of_cas,
    "webanno-tsv": sub(rb"34-38\tfear", rb"34-later\tfear"),
}


@pytest.mark.parametrize("name", GARBLED)
def test_one_garbled_row_costs_that_row_and_is_named(tmp_path, name):
    whole = read_files(name, [written(tmp_path, name)], Options())
    assert count_annotations(whole.codings) == N
    path = written(tmp_path / "x", name) if (tmp_path / "x").mkdir() is None else None
    before = [file.read_bytes() for file in [path] if file.is_file()]
    changed(path, GARBLED[name])
    assert [file.read_bytes() for file in [path] if file.is_file()] != before or path.is_dir()
    found = read_files(name, [path], Options())
    assert accounted(found)
    kept = [a for c in found.codings for a in c.annotations]
    text = found.documents[0].text or TEXT
    assert [text[a.spans[0].start : a.spans[0].end] for a in kept] == [
        TEXT[slice(*at)] for n, at in enumerate(PLACES) if n != VICTIM
    ]
    faults = [left for left in found.left if left.fault or "no position" in left.why]
    assert sum(left.count for left in faults) >= 1
    assert all(left.where or left.why for left in faults)
    if name not in ("web-annotation",):
        with pytest.raises(ExchangeError):
            read_files(name, [path], Options(strict=True))


@pytest.mark.parametrize("name", ["csv", "tsv", "jsonl", "prodigy", "doccano"])
@pytest.mark.parametrize("line", ["{broken", '"never closed,x', "5"])
def test_one_line_of_something_else_is_left_and_named(tmp_path, name, line):
    path = written(tmp_path, name)
    rows = path.read_text(encoding="utf-8-sig").splitlines()
    middle = len(rows) // 2 if len(rows) > 2 else len(rows)
    rows.insert(middle, line)
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    found = read_files(name, [path], Options())
    assert accounted(found)
    assert count_annotations(found.codings) == N
    (left,) = found.left
    assert (left.count, left.fault) == (1, True)
    assert re.search(rf"(row|line) {middle + 1}\b", left.where)
    with pytest.raises(ExchangeError):
        read_files(name, [path], Options(strict=True))


@pytest.mark.parametrize("name", ["csv", "tsv", "jsonl"])
def test_one_row_less_is_one_annotation_less(tmp_path, name):
    path = written(tmp_path, name)
    rows = path.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    path.write_text("".join(r for r in rows if "code3" not in r), encoding="utf-8")
    found = read_files(name, [path], Options())
    assert count_annotations(found.codings) == N - 1
    assert found.left == ()


def test_one_other_quote_costs_its_row(tmp_path):
    path = written(tmp_path, "csv")
    path.write_text(path.read_text(encoding="utf-8-sig").replace("fear,code3", "love,code3"))
    found = read_files("csv", [path], Options())
    assert count_annotations(found.codings) == N - 1
    assert "quotes 'love' where the text has 'fear'" in found.left[0].why


def test_a_file_of_which_nothing_is_understood_is_refused(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("document,coder,start,end,frame\na,x,one,two,E\n")
    with pytest.raises(ExchangeError, match="no row that can be understood"):
        read_files("csv", [path], Options())
