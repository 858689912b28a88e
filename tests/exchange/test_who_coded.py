"""Who coded: as the file says, else as the person importing says, else the name of the file."""

from __future__ import annotations

import json

import pytest

from frameline.exchange.formats.registry import read_files
from frameline.exchange.model.project import Options
from tests.exchange import (
    test_catma,
    test_hostile_webanno_tsv,
    test_refi_qda,
    test_tei,
    test_uima_cas,
    test_web_annotation,
)


def table(folder):
    path = folder / "anna.csv"
    path.write_text("document,frame\nletter,ECO\n", encoding="utf-8")
    return path


def lines(**more):
    def made(folder):
        path = folder / "anna.jsonl"
        path.write_text(json.dumps({"text": "one two", **more}) + "\n", encoding="utf-8")
        return path

    return made


def task(folder):
    path = folder / "anna.json"
    value = {"text": ["ECO"], "choices": ["ECO"]}
    result = {"from_name": "f", "to_name": "text", "type": "choices", "value": value}
    one = {"id": 1, "data": {"text": "one two"}, "annotations": [{"result": [result]}]}
    path.write_text(json.dumps([one]), encoding="utf-8")
    return path


def stand_off(folder):
    root = folder / "anna"
    root.mkdir()
    (root / "letter.txt").write_text("one two", encoding="utf-8")
    (root / "letter.ann").write_text("T1\tECO 0 3\tone\n", encoding="utf-8")
    return root


def sheet(folder):
    text = test_hostile_webanno_tsv.HEAD + test_hostile_webanno_tsv.WORD
    return test_hostile_webanno_tsv.sheet(folder, text)


def structures(folder):
    return test_uima_cas.saved(folder, test_uima_cas.xmi(test_uima_cas.span()))


def archive(folder):
    source = test_refi_qda.source(test_refi_qda.selection())
    made = test_refi_qda.packed(folder, test_refi_qda.qde(source, users=""))
    return made.rename(folder / "anna.qdpx")


def collection(folder):
    segs = test_catma.seg("#CATMA_A1", 0, 3)
    xml = test_catma.collection(segs, test_catma.fs(author=""), author="empty")
    made = test_catma.export(folder, xml)
    path = made / "letter" / "annotationcollections" / "c1.xml"
    path.rename(path.with_name("anna.xml"))
    return made / "letter"


def edition(folder):
    xml = test_tei.document('<span target="#w1">x</span>')
    return test_tei.saved(folder, xml, "anna.xml")


def notes(folder):
    value = test_web_annotation.anno(creator=None)
    return test_web_annotation.saved(folder, value, "anna.jsonld")


FILES = {
    "csv": table,
    "label-studio": task,
    "doccano": lines(label=[[0, 3, "ECO"]]),
    "prodigy": lines(spans=[{"start": 0, "end": 3, "label": "ECO"}], answer="accept"),
    "brat": stand_off,
    "webanno-tsv": sheet,
    "uima-cas": structures,
    "refi-qda": archive,
    "catma": collection,
    "tei": edition,
    "web-annotation": notes,
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_names_nobody(name, tmp_path):
    path = FILES[name](tmp_path)
    found = read_files(name, [path])
    assert {coding.coder for coding in found.codings} == {"anna"}
    # a folder for each coder says who coded; all other files were made by somebody unnamed
    assert found.unnamed == (() if name == "brat" else ("anna",))
    said = read_files(name, [path], Options(coder="ben"))
    assert ({coding.coder for coding in said.codings}, said.unnamed) == ({"ben"}, ())
