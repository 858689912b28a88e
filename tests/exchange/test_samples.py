"""The samples of formats that programs exchange: each is known by one format, and says the same."""

from pathlib import Path

import pytest

from frameline.exchange.formats.registry import load_format
from frameline.exchange.model.project import Options
from tests.exchange.strategies import accounted
from tests.exchange.test_sniffing import FORMATS

catma = load_format("catma")
refi_qda = load_format("refi-qda")
tei = load_format("tei")
uima_cas = load_format("uima-cas")
web_annotation = load_format("web-annotation")
webanno_tsv = load_format("webanno-tsv")

SAMPLES = Path(__file__).parent / "samples"
HERE = {
    "refi-qda/letters.qdpx": refi_qda,
    "webanno-tsv": webanno_tsv,
    "uima-cas": uima_cas,
    "uima-cas-json/letters.json.zip": uima_cas,
    "web-annotation": web_annotation,
    "tei/letters.xml": tei,
    "catma": catma,
}
FILES = {
    "refi-qda/letters.qdc": refi_qda,
    "webanno-tsv/letter/anna.tsv": webanno_tsv,
    "uima-cas/letter/anna.xmi": uima_cas,
    "web-annotation/annotations.jsonld": web_annotation,
    "catma/letter/annotationcollections/anna.xml": catma,
}
SAID = {
    ("letter", "anna"): [
        ("sold 😀 arms", ("TRADE",), ""),
        ("arms", ("SECURITY",), "nested in the one before"),
        ("Two old friends", ("FRIENDS",), ""),
    ],
    ("letter", "bela"): [("arms to Sudland", ("SECURITY",), ""), ("שלום", ("FRIENDS",), "")],
    ("talk", "anna"): [("We buy nothing", ("TRADE",), "")],
}


@pytest.mark.parametrize("name", HERE)
def test_all_samples_say_the_same(name):
    project = HERE[name].read([SAMPLES / name], Options())
    assert accounted(project)
    texts = {document.id: document.text for document in project.documents}
    assert texts["letter"].count("\r\n") == 1
    said = {
        (coding.document, coding.coder): sorted(
            ("".join(texts[coding.document][s.start : s.end] for s in a.spans),
             a.values["frame"], a.note)
            for a in coding.annotations
        )
        for coding in project.codings
    }  # fmt: skip
    assert said == {key: sorted(marks) for key, marks in SAID.items()}
    assert {code.code for v in project.variables if v.name == "frame" for code in v.codes} == {
        "TRADE", "SECURITY", "FRIENDS",
    }  # fmt: skip


@pytest.mark.parametrize("name", [*HERE, *FILES])
def test_each_sample_is_known_by_its_format_alone(name):
    path = SAMPLES / name
    head = b"" if path.is_dir() else path.read_bytes()[:65536]
    known = [m.name for m in (*FORMATS, *dict.fromkeys(HERE.values())) if m.sniff(path, head)]
    assert known == [(HERE | FILES)[name].name]


@pytest.mark.parametrize("folder", ["brat", "doccano", "label-studio", "prodigy"])
def test_samples_of_other_programs_are_not_taken_for_these(folder):
    for path in [SAMPLES / folder, *(SAMPLES / folder).rglob("*")]:
        if path.exists():
            head = b"" if path.is_dir() else path.read_bytes()[:65536]
            assert not [m.name for m in dict.fromkeys(HERE.values()) if m.sniff(path, head)]


@pytest.mark.parametrize("name", [*HERE, "refi-qda/letters.qdc"])
def test_variables_are_called_as_the_person_importing_says(name):
    module = (HERE | FILES)[name]
    options = Options(columns={"frame": "relation", "tone": "relation"})
    project = module.read([SAMPLES / name], options)
    assert [v.name for v in project.variables] == ["relation"]
    assert {c.code for c in project.variables[0].codes} >= {"TRADE", "warm", "cold"}
    said = [a.values for coding in project.codings for a in coding.annotations]
    assert all(set(values) == {"relation"} for values in said)
    assert not said or {"relation": ("TRADE", "cold")} in said
