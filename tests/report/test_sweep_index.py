"""The index of a sweep: side by side, what differs set apart, what failed listed."""

import csv
import io
import json

import html5lib

from frameline.report.sweeps.sweep_index import (
    Column,
    index,
    index_csv,
    index_html,
    index_json,
    is_index,
    rows_of,
)


def finding(key, value, **more):
    return {"key": key, "value": value, "low": None, "high": None, "n": 7, "unit": "count",
            "filter": "", "text": str(value), "chapter": "one", **more}  # fmt: skip


FIRST = [
    finding("same", 3), finding("net", 0.2, low=0.1, high=0.3),
    finding("small", 0.2, low=0, high=1),
    finding("statement.a", "=In five"), finding("gone", 1),
]  # fmt: skip
SECOND = [
    finding("same", 3), finding("net", 0.5, low=0.1, high=0.3),
    finding("small", 0.3, low=0, high=1),
    finding("statement.a", "In four"), finding("come", 1),
]  # fmt: skip
COLUMNS = [
    Column("a", {}, True, "", (), FIRST, True, True),
    Column("broken", {"seed": 1}, False, "labels: <b>it</b> broke"),
    Column("b", {"voice": "own", "drop": ["x"]}, True, "", ("events",), SECOND),
]
DONE = [column for column in COLUMNS if column.ok]


def page():
    text = index_html("A <i>sweep</i>", COLUMNS, rows_of(DONE))
    parser = html5lib.HTMLParser(namespaceHTMLElements=False, strict=True)
    return text, parser.parse(text)


def words(element):
    return " ".join("".join(element.itertext()).split())


def test_rows_begin_with_statements_then_the_largest_difference():
    rows = rows_of(DONE)
    assert [row.key for row in rows] == ["statement.a", "net", "small", "come", "gone", "same"]
    assert [row.differs for row in rows] == [True] * 5 + [False]
    net = rows[1].cells
    assert [(c.text, c.differs, c.beyond) for c in net] == [
        ("0.2", False, False), ("0.5", True, True),
    ]  # fmt: skip
    assert [c.text for c in rows[3].cells] == ["", "1"]
    assert rows_of([]) == []


def test_the_page_marks_differences_and_lists_failures():
    text, tree = page()
    assert words(tree.find(".//title")) == "A <i>sweep</i>"
    marks = [words(mark) for mark in tree.iter("mark")]
    assert "failed" in marks
    assert "0.5 (beyond the interval of the first run)" in marks
    assert "0.3 (differs)" in marks
    runs = [[words(cell) for cell in row] for row in tree.find(".//tbody")]
    assert runs == [
        ["a", "the report's own values", "built", "HTML PDF JSON"],
        ["broken", "seed = 1", "failed labels: <b>it</b> broke", ""],
        ["b", 'voice = "own"; drop = ["x"]', "stepped aside: events", "JSON"],
    ]
    links = [a.get("href") for a in tree.iter("a")]
    files = ["a/report.html", "a/report.html", "a/report.pdf", "a/results.json", "b/results.json"]
    heads = ["a/report.html"] * 2
    assert links == ["#runs", *files, "index.csv", "index.json", *heads]
    assert "<script" not in text
    assert not list(tree.iter("script"))


def test_statements_stand_apart_and_what_is_the_same_is_not_said_again():
    same = Column("c", {}, True, "", (), FIRST)
    rows = rows_of([COLUMNS[0], COLUMNS[2], same])
    text = index_html("t", [COLUMNS[0], COLUMNS[2], same], rows)
    tree = html5lib.HTMLParser(namespaceHTMLElements=False, strict=True).parse(text)
    tables = {s.get("id"): [[words(c) for c in r] for r in s.find(".//tbody")]
              for s in tree.iter("section")}  # fmt: skip
    assert tables["statements"] == [
        ["statement.aone", "=In five", "In four (differs)", "the same"]
    ]  # fmt: skip
    assert tables["differ"][0][1:] == [
        "0.20.1 to 0.3, n = 7",
        "0.5 (beyond the interval of the first run)0.1 to 0.3, n = 7",
        "0.20.1 to 0.3, n = 7",
    ]


def test_the_fonts_are_in_the_page():
    text, _ = page()
    assert text.count("@font-face") == 6
    assert "font-src data:" in text


def test_json_and_csv_hold_every_value():
    rows = rows_of(DONE)
    whole = json.loads(index_json("t", COLUMNS, rows))
    assert [run["ok"] for run in whole["runs"]] == [True, False, True]
    assert whole["runs"][1]["message"] == "labels: <b>it</b> broke"
    net = next(f for f in whole["findings"] if f["key"] == "net")
    assert net["runs"]["b"]["value"] == 0.5
    assert net["runs"]["b"]["beyond"]
    assert "a" not in next(f for f in whole["findings"] if f["key"] == "come")["runs"]
    lines = list(csv.DictReader(io.StringIO(index_csv(COLUMNS, rows))))
    assert len(lines) == 10
    found = {(line["run"], line["key"]): line for line in lines}
    assert found["b", "net"]["value"] == "0.5"
    assert found["a", "statement.a"]["value"] == "'=In five"
    assert found["b", "net"]["differs"] == "True"


def test_an_index_is_known_by_its_format(tmp_path):
    for name, content in index("t", COLUMNS).items():
        (tmp_path / name).write_bytes(content)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["index.csv", "index.html", "index.json"]
    assert is_index(tmp_path / "index.json")
    (tmp_path / "index.json").write_text("[]")
    assert not is_index(tmp_path / "index.json")
    assert not is_index(tmp_path / "none.json")


def test_every_run_may_have_failed():
    text = index_html("t", [COLUMNS[1]], rows_of([]))
    assert "1 reports" not in text
    assert "1 report, 1 failed" in text
