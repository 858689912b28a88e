"""TEI files that are broken or mean harm are refused with their place."""

import pytest

from frameline.exchange.files import safety
from frameline.exchange.files.packing import zip_bytes
from frameline.exchange.formats.registry import load_format
from tests.exchange.hostile import EVIL_PROLOGS, refused
from tests.exchange.test_tei import NS, document, saved, spanning

tei = load_format("tei")

XINCLUDE = "http://www.w3.org/2001/XInclude"

BROKEN = {
    "empty": ("", "line 1", "broken XML"),
    "cut off": (document()[:-9], "line 1", "broken XML"),
    "another root": ("<x/>", "first element", "TEI"),
    "another namespace": ("<TEI/>", "first element", "teiCorpus of http://www.tei-c.org/ns/1.0"),
    "TEI in TEI": (f"<TEI {NS}><TEI/></TEI>", "line 1, TEI", "teiCorpus"),
    "an id twice": (
        document(spanning("x", ana="#w1", target="#w1") + '<fs xml:id="w1"/>'), "twice",
    ),
    "a target that is not there": (document(spanning("x", target="#w9")), "span", "'w9'"),
    "a start that is not there": (document(spanning("x", from_="#w9")), "span", "'w9'"),
    "a target outside of the text": (document(spanning("x", target="#r")), "span", "'r'"),
    "a code that is not there": (document(spanning("", target="#w1", ana="#no")), "span", "'no'"),
    "a coder that is not there": (
        document(spanning("x", target="#w1").replace("#r", "#nobody")), "'nobody'",
    ),
    "beyond the element": (
        document(spanning("x", target="#string-range(w1,0,9)")), "span", "offsets 0 to 9",
    ),
    "beyond the text": (document(spanning("x", target="#char=0,99")), "span", "offsets 0 to 99"),
    "characters in the wrong order": (
        document(spanning("x", target="#char=3,1")), "span", "end 1 before start 3",
    ),
    "a negative length": (
        document(spanning("x", target="#string-range(w1,0,-1)")), "string-range(w1,0,-1)",
    ),
    "a length that is a fraction": (
        document(spanning("x", target="#string-range(w1,0,1.5)")), "whole numbers",
    ),
    "a string range without length": (
        document(spanning("x", target="#string-range(w1,0)")), "whole numbers",
    ),
    "a string range of nothing": (
        document(spanning("x", target="#string-range()")), "whole numbers",
    ),
    "a string range with digits without end": (
        document(spanning("x", target=f"#string-range(w1,0,{'9' * 99})")), "whole numbers",
    ),
    "a range of three": (document(spanning("x", target="#range(w1,w2,a)")), "range(#start,#end)"),
    "a range the wrong way": (document(spanning("x", target="#range(w2,w1)")), "in this order"),
    "an end before the start": (
        document(spanning("x", from_="#w2", to="#w1")), "#w1 before #w2",
    ),
    "levels without end": (
        document(body="<text>" + "<p>" * 300 + "</p>" * 300 + "</text>"), "200 levels",
    ),
    "an entity nobody declared": (document(body="<text>&eacute;</text>"), "broken XML"),
    "an include of another file": (
        document(spanning("x", target="#w1", ana="#x").replace(
            "<span", f'<x:include xmlns:x="{XINCLUDE}" href="/etc/passwd"/><span', 1)), "'x'",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("xml", "said"), [(v[0], v[1:]) for v in BROKEN.values()], ids=BROKEN)
def test_broken_files(tmp_path, xml, said):
    refused(tei, [saved(tmp_path, xml)], "letter.xml", *said)


@pytest.mark.parametrize("prolog", EVIL_PROLOGS.values(), ids=EVIL_PROLOGS)
def test_doctypes(tmp_path, prolog):
    refused(tei, [saved(tmp_path, prolog + document())], "letter.xml", "DOCTYPE")


def test_another_encoding_than_said(tmp_path):
    path = tmp_path / "letter.xml"
    path.write_bytes(b'<?xml version="1.0" encoding="UTF-8"?><TEI>caf\xe9</TEI>')
    refused(tei, [path], "letter.xml", "line 1", "broken XML")


def test_an_unknown_unit(tmp_path):
    refused(tei, [saved(tmp_path, document())], "--offsets", "words", offsets="words")


def test_two_texts_of_one_document(tmp_path):
    one, two = (document(body=f"<text>{n}</text>").replace("<TEI", '<TEI n="d"') for n in (1, 2))
    refused(tei, [saved(tmp_path, one, "a.xml"), saved(tmp_path, two, "b.xml")], "another text")


def test_a_zip_packed_too_well(tmp_path, monkeypatch):
    monkeypatch.setattr(safety, "RATIO_FROM", 1000)
    (tmp_path / "a.zip").write_bytes(zip_bytes({"a.xml": b" " * 1_000_000}))
    refused(tei, [tmp_path / "a.zip"], "a.xml", "1,000,000 bytes packed")
