"""Every file one format writes is recognised by that format and by no other here."""

from __future__ import annotations

import zipfile

import pytest

from frameline.exchange.formats.registry import load_format
from frameline.exchange.model.project import Annotation, Coding, Document, Project, Span

brat = load_format("brat")
csv_table = load_format("csv")
doccano = load_format("doccano")
jsonl_table = load_format("jsonl")
label_studio = load_format("label-studio")
parquet_table = load_format("parquet")
prodigy = load_format("prodigy")
tsv_table = load_format("tsv")
xlsx_table = load_format("xlsx")

FORMATS = (
    label_studio,
    doccano,
    prodigy,
    brat,
    csv_table,
    tsv_table,
    jsonl_table,
    xlsx_table,
    parquet_table,
)
SAID = Annotation((Span(0, 7),), {"label": ("ECO",)}, quote="Norland")
PROJECT = Project(
    (Document("letter", "Norland arms."),),
    (Coding("letter", "anna", (SAID,)), Coding("letter", "ben")),
)


def recognised(path):
    head = b"" if path.is_dir() else path.read_bytes()[:65536]
    return [module.name for module in FORMATS if module.sniff(path, head)]


@pytest.mark.parametrize("module", FORMATS, ids=lambda m: m.name)
def test_what_a_format_writes_is_its_own(tmp_path, module):
    out = tmp_path / f"made{module.suffixes[0]}"
    module.write(PROJECT, out)
    assert recognised(out) == [module.name]


@pytest.mark.parametrize(
    ("name", "data", "wanted"),
    [
        ("label_config.xml", b"<View>\n<Labels/></View>", ["label-studio"]),
        ("x.xml", b"<TEI/>", []),
        ("x.json", b'\xef\xbb\xbf[{"id": 1, "data": {}, "completions": []}]', ["label-studio"]),
        ("min.json", b'[{"id": 1, "text": "a", "annotation_id": 2}]', ["label-studio"]),
        ("x.json", b'[{"id": 1, "text": "a", "label": [[0, 1, "E"]]}]', ["doccano"]),
        ("x.jsonl", b'{"text": "a", "label": "E", "_input_hash": 5}\n', ["prodigy"]),
        ("x.jsonl", b'{"doc": "a", "label": "E"}\n', ["jsonl"]),
        ("x.jsonl", b"[" * 60_000, []),
        ("x.jsonl", b"\xff\xfe", []),
        ("x.jsonl", b"", []),
        ("x.csv", b"", []),
        ("x.tsv", b"#FORMAT=WebAnno TSV 3.3\n", []),
        ("x.pdf", b"%PDF", []),
        ("annotation.conf", b"[entities]\n", ["brat"]),
        ("x.zip", b"PK\x03\x04", []),
    ],
)
def test_other_files(tmp_path, name, data, wanted):
    (tmp_path / name).write_bytes(data)
    assert recognised(tmp_path / name) == wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ('"label": []', ["doccano"]),
        ('"answer": "accept"', ["prodigy"]),
        ('"doc_id": "a"', ["jsonl"]),
    ],
)
def test_a_long_first_line_is_read_to_its_end(tmp_path, line, wanted):
    (tmp_path / "x.jsonl").write_text('{"text": "' + "a" * 100_000 + '", ' + line + "}\n")
    assert recognised(tmp_path / "x.jsonl") == wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [('{"text": "a", "label": []}', ["doccano"]), ('{"%FEATURE_STRUCTURES": []}', [])],
)
def test_zips_are_known_by_their_first_member(tmp_path, line, wanted):
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as made:
        made.writestr("a.json", line)
    assert recognised(tmp_path / "x.zip") == wanted


def test_a_text_is_brat_s_if_annotations_are_beside_it(tmp_path):
    (tmp_path / "x.txt").write_bytes(b"old")
    assert recognised(tmp_path / "x.txt") == []
    (tmp_path / "x.ann").write_bytes(b"T1\tA 0 3\told\n")
    assert recognised(tmp_path / "x.txt") == recognised(tmp_path / "x.ann") == ["brat"]
    assert recognised(tmp_path) == ["brat"]
