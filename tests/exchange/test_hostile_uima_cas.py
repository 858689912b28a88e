"""CAS files that are broken or mean harm are refused with their place."""

import json

import pytest

from frameline.exchange.files import safety
from frameline.exchange.files.packing import zip_bytes
from frameline.exchange.formats.registry import load_format
from frameline.exchange.model.project import Options
from tests.exchange.hostile import EVIL_PROLOGS, refused
from tests.exchange.test_uima_cas import TYPES, cas_json, fs, saved, span, xmi

uima_cas = load_format("uima-cas")

BROKEN_XMI = {
    "empty": ("", "line 1", "broken XML"),
    "cut off": (xmi(span())[:200], "line 1", "broken XML"),
    "another root": ("<TEI/>", "first element", "TEI"),
    "no namespace": ("<XMI/>", "first element", "XMI"),
    "no text": ("<xmi:XMI xmlns:xmi='http://www.omg.org/XMI'/>", "no Sofa"),
    "ids given twice": (xmi(span() + span()), "Span 2", "the id 2 twice"),
    "end before start": (xmi(span(2, 3, 1)), "Span 2", "end 1 before start 3"),
    "beyond the text": (xmi(span(2, 0, 99)), "Span 2", "offsets 0 to 99"),
    "inside a character": (xmi(span(2, 5, 8)), "Span 2", "inside a character"),
    "negative": (xmi(span(2, -1, 3)), "Span 2, begin", "'-1'"),
    "a fraction": (xmi(span(2, 0, 1.5)), "Span 2, end", "'1.5'"),
    "digits without end": (xmi(span(2, 0, "9" * 99)), "Span 2, end", "whole number"),
    "a begin alone": (
        xmi('<custom:Span xmi:id="2" sofa="1" begin="0"/>'), "Span 2, end", "nothing",
    ),
    "a sofa that is not there": (xmi('<custom:Span xmi:id="2" sofa="7"/>'), "Span 2", "sofa 7"),
    "a member that is not there": (
        xmi(view='<cas:View sofa="1" members="5"/>'), "View", "member 5",
    ),
}  # fmt: skip

BROKEN_JSON = {
    "empty": ("", "line 1", "broken JSON"),
    "cut off": (cas_json(fs())[:60], "line 1", "broken JSON"),
    "a list": ("[]", "the file", "a list of 0"),
    "no structures": ("{}", "no %FEATURE_STRUCTURES"),
    "structures that are text": ('{"%FEATURE_STRUCTURES": "x"}', "%FEATURE_STRUCTURES", "'x'"),
    "no text": ('{"%FEATURE_STRUCTURES": []}', "no Sofa"),
    "a text that is a number": (cas_json(text=7), "sofaString", "found 7"),
    "ids given twice": (cas_json(fs(2), fs(2)), "structure 3", "the id 2 twice"),
    "an id that is text": (cas_json(fs("x")), "structure 2, %ID", "'x'"),
    "no id": (cas_json({"%TYPE": "x"}), "structure 2, %ID", "nothing"),
    "no type": (cas_json({"%ID": 2, "%TYPE": 5}), "structure 2, %TYPE", "found 5"),
    "an offset that is text": (cas_json(fs(begin="0")), "structure 2, begin", "'0'"),
    "an offset that is a fraction": (cas_json(fs(end=1.5)), "structure 2, end", "1.5"),
    "an offset that is a truth": (cas_json(fs(end=True)), "structure 2, end", "True"),
    "no end": (cas_json(fs(end=None)), "structure 2, end", "nothing"),
    "end before start": (cas_json(fs(begin=3, end=1)), "structure 2", "end 1 before start 3"),
    "beyond the text": (cas_json(fs(end=99)), "structure 2", "offsets 0 to 99"),
    "a sofa that is not there": (cas_json(fs(**{"@sofa": 7})), "structure 2, @sofa", "found 7"),
    "a sofa that is text": (cas_json(fs(**{"@sofa": "x"})), "structure 2, @sofa", "'x'"),
    "a sofa that is a list": (cas_json(fs(**{"@sofa": [1]})), "structure 2, @sofa", "a list of 1"),
    "a member that is not there": (cas_json(fs(), members=[9]), "%MEMBERS", "found 9"),
    "a reference that is not there": (cas_json(fs(**{"@to": 9})), "structure 2, @to", "found 9"),
    "a feature that is an object": (cas_json(fs(frame={})), "structure 2, frame", "an object"),
    "levels without end": ("[" * 100_000, "levels inside each other"),
    "a key twice": ('{"%FEATURE_STRUCTURES": [], "%FEATURE_STRUCTURES": []}', "twice"),
    "NaN": ('{"%FEATURE_STRUCTURES": [NaN]}', "NaN"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "said"), [(v[0], v[1:]) for v in BROKEN_XMI.values()], ids=BROKEN_XMI
)
def test_broken_xmi(tmp_path, text, said):
    refused(uima_cas, [saved(tmp_path, text)], "anna.xmi", *said, coder="a")


@pytest.mark.parametrize(
    ("text", "said"), [(v[0], v[1:]) for v in BROKEN_JSON.values()], ids=BROKEN_JSON
)
def test_broken_json(tmp_path, text, said):
    refused(uima_cas, [saved(tmp_path, text, "d.json")], "d.json", *said, coder="a")


@pytest.mark.parametrize("prolog", EVIL_PROLOGS.values(), ids=EVIL_PROLOGS)
@pytest.mark.parametrize("name", ["anna.xmi", "TypeSystem.xml"])
def test_doctypes(tmp_path, prolog, name):
    saved(tmp_path / "d", xmi(span()))
    saved(tmp_path / "d", TYPES, "TypeSystem.xml")
    path = tmp_path / "d" / name
    path.write_text(prolog + path.read_text())
    refused(uima_cas, [tmp_path / "d"], name, "DOCTYPE")


def test_a_type_system_that_is_none(tmp_path):
    saved(tmp_path / "d", xmi(span()))
    saved(tmp_path / "d", "<x/>", "TypeSystem.xml")
    refused(uima_cas, [tmp_path], "d/TypeSystem.xml", "typeSystemDescription")


def test_types_above_each_other_without_end(tmp_path):
    saved(tmp_path / "d", xmi(span()))
    saved(tmp_path / "d", TYPES.replace("uima.tcas.Annotation", "webanno.custom.Span"),
          "TypeSystem.xml")  # fmt: skip
    assert uima_cas.read([tmp_path], Options()).used == 1


def test_an_array_that_is_not_there(tmp_path):
    inner = '<custom:Span xmi:id="2" sofa="1" begin="0" end="3" labels="77"/>'
    saved(tmp_path / "d", xmi(inner))
    saved(tmp_path / "d", TYPES, "TypeSystem.xml")
    refused(uima_cas, [tmp_path], "d/anna.xmi", "Span 2", "an array 77")


def test_an_unknown_unit(tmp_path):
    path = saved(tmp_path, xmi(span()))
    refused(uima_cas, [path], "--offsets", "words", coder="a", offsets="words")


def test_a_folder_without_any(tmp_path):
    saved(tmp_path, json.dumps({"name": "p"}), "exportedproject.json")
    refused(uima_cas, [tmp_path], "no CAS")


def test_an_archive_in_an_archive_packed_too_well(tmp_path, monkeypatch):
    monkeypatch.setattr(safety, "RATIO_FROM", 1000)
    inner = zip_bytes({"anna.xmi": b" " * 1_000_000})
    (tmp_path / "p.zip").write_bytes(zip_bytes({"annotation/d/anna.zip": inner}))
    refused(uima_cas, [tmp_path / "p.zip"], "annotation/d/anna.zip", "1,000,000 bytes packed")


def test_an_archive_cut_off(tmp_path):
    (tmp_path / "p.zip").write_bytes(zip_bytes({"d/anna.xmi": xmi().encode()})[:50])
    refused(uima_cas, [tmp_path / "p.zip"], "p.zip", "broken zip")


def test_text_in_another_encoding(tmp_path):
    path = tmp_path / "d.json"
    path.write_bytes(cas_json(fs(), text="café").encode("latin-1").replace(b"\\u00e9", b"\xe9"))
    refused(uima_cas, [path], "d.json", "0xE9", coder="a")
