"""Broken and hostile brat folders."""

from __future__ import annotations

import pytest

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.formats.registry import load_format
from frameline.exchange.model.project import Annotation, Coding, Document, Options, Project, Span
from tests.exchange.refusal import contents, refused

brat = load_format("brat")

GOOD = "T1\tA 0 3\told\n"


@pytest.mark.parametrize(
    ("ann", "place", "found"),
    [
        (b"T1\tA 0 3\told\nX1\tA 0 3\told\n", "line 2", "'X1\\tA 0 3\\told'"),
        (b"T1 A 0 3 old\n", "line 1", "T1 A 0 3 old"),
        (b"T1\tA\t0 3\told\n", "line 1", "allowed: T1<tab>Type 0 5<tab>text"),
        (b"T1\tA 0\told\n", "line 1", "allowed: T1<tab>"),
        (b"T1\tA -1 3\told\n", "line 1", "A -1 3"),
        (b"T1\tA 0.0 3\told\n", "line 1", "A 0.0 3"),
        (b"T1\tA 0 3;\told\n", "line 1", "A 0 3;"),
        (b"T1\tA 0 3;5\told\n", "line 1", "A 0 3;5"),
        (b"T1\tA 0 9999999999999\told\n", "line 1", "A 0 9999999999999"),
        (b"T1\tA 3 0\told\n", "line 1", "end 0 before start 3"),
        (b"T1\tA 0 3;9 4\told\n", "line 1", "end 4 before start 9"),
        (b"T1\tA 0 99\told\n", "line 1", "offsets 0 to 99"),
        (b"T1\tA 0 3\tnew\n", "line 1", "quotes 'new' where the text has 'old'"),
        (b"T1\tA 0 3\told\nT1\tB 4 9\tfleet\n", "line 2", "the id T1 twice"),
        (b"T1\tA 0 3\told\nA1\tF T2 x\n", "line 2", "A1 about T2, which is not there"),
        (b"A1\tF T2 x\n", "line 1", "A1 about T2, which is not there"),
        (b"#1\tAnnotatorNotes T7\tx\n", "line 1", "#1 about T7"),
        (b"N1\tReference T7 W:1\tx\n", "line 1", "N1 about T7"),
        (b"T1\tA 0 3\told\nA1\tF\n", "line 2", "A1\\tF"),
        (b"T1\tA 0 3\told\nN1\tReference T1\tx\n", "line 2", "N1\\tReference T1\\tx"),
        (b"T1\tA 0 3\told\n\xe9\n", "byte 14 (line 2)", "0xE9"),
        (b"T1\tA 0 3\to\0d\n", "line 1", "a NUL character"),
        (GOOD.encode("utf-16-be"), "line 1", "a NUL character"),
        (b"old fleet\n", "line 1", "'old fleet'"),
    ],
)
def test_lines_that_are_refused(tmp_path, ann, place, found):
    (tmp_path / "x.txt").write_bytes(b"old fleet")
    (tmp_path / "x.ann").write_bytes(ann)
    refused(brat, [tmp_path / "x.ann"], place, found)


def test_an_ann_without_its_text(tmp_path):
    (tmp_path / "x.ann").write_text(GOOD, encoding="utf8")
    refused(brat, [tmp_path / "x.ann"], "x.ann", "no text; allowed: x.txt beside it")


def test_a_text_in_another_encoding(tmp_path):
    (tmp_path / "x.ann").write_text(GOOD, encoding="utf8")
    (tmp_path / "x.txt").write_bytes(b"old caf\xe9")
    refused(brat, [tmp_path], "x.txt, byte 8", "0xE9")


def test_two_texts_of_one_name(tmp_path):
    for coder, text in (("anna", "old fleet"), ("ben", "old boat")):
        (tmp_path / "in" / coder).mkdir(parents=True)
        (tmp_path / "in" / coder / "x.txt").write_text(text, encoding="utf8")
        (tmp_path / "in" / coder / "x.ann").write_text(GOOD, encoding="utf8")
    refused(brat, [tmp_path / "in"], "document 'x'", "another text for the document")


@pytest.mark.parametrize("names", [[], ["x.txt"], ["x.csv"]])
def test_a_folder_without_annotations(tmp_path, names):
    folder = tmp_path / "in"
    folder.mkdir()
    for name in names:
        (folder / name).write_text("old", encoding="utf8")
    assert not brat.sniff(folder, b"")
    refused(brat, [folder], "in", "no .ann file")


@pytest.mark.parametrize("name", ["link", "x.ann"])
def test_links_out_of_the_folder_are_refused(tmp_path, name):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "x.ann").write_text(GOOD, encoding="utf8")
    (outside / "x.txt").write_text("old", encoding="utf8")
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / name).symlink_to(outside if name == "link" else outside / name)
    refused(brat, [folder], f"in, {name}", "a link out of its folder")


def test_links_between_coders_are_followed(tmp_path):
    for coder in ("anna", "ben"):
        (tmp_path / coder).mkdir()
        (tmp_path / coder / "x.ann").write_text(GOOD, encoding="utf8")
    (tmp_path / "anna" / "x.txt").write_text("old fleet", encoding="utf8")
    (tmp_path / "ben" / "x.txt").symlink_to(tmp_path / "anna" / "x.txt")
    assert [c.coder for c in brat.read([tmp_path], Options()).codings] == ["anna", "ben"]


def test_very_many_files(tmp_path, monkeypatch):
    monkeypatch.setattr("frameline.exchange.formats.brat.read.MAX_MEMBERS", 3)
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(5):
        (folder / f"{number}.ann").write_text("", encoding="utf8")
    refused(brat, [folder], "in", "very many files; allowed: up to 3")


def test_names_that_leave_the_folder_are_made_safe(tmp_path):
    said = Annotation((Span(0, 3),), {"type": ("A",)}, quote="old")
    names = ["../../x", "/etc/x", "CON", "a\\b", "x" * 300, "a\nb"]
    project = Project(
        tuple(Document(name, "old") for name in names),
        tuple(Coding(name, "../../coder", (said,)) for name in names),
    )
    written = brat.write(project, tmp_path / "out")
    assert len(written) == 13
    assert all(path.resolve().is_relative_to(tmp_path / "out") for path in written)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_taken_name_is_refused_and_nothing_is_written(tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine", encoding="utf8")
    before = contents(tmp_path)
    with pytest.raises(ExchangeError, match="out; found something of that name"):
        brat.write(Project((Document("a", "old"),), ()), tmp_path / "out")
    assert contents(tmp_path) == before
