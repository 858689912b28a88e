"""Web annotations that are broken or mean harm are refused with their place."""

import json

import pytest

from frameline.exchange.files import safety
from frameline.exchange.files.packing import zip_bytes
from frameline.exchange.formats.registry import load_format
from tests.exchange.hostile import refused
from tests.exchange.test_web_annotation import TEXT, anno, at, position, quoting, saved

web_annotation = load_format("web-annotation")


def deep(levels):
    made = position(0, 1)
    for _ in range(levels):
        made = position(0, 1, refinedBy=made)
    return made


BROKEN = {
    "empty": ("", "line 1", "broken JSON"),
    "cut off": (json.dumps(anno())[:40], "broken JSON"),
    "text": ('"x"', "the file", "'x'"),
    "an entry that is text": (["x"], "annotation 1", "'x'"),
    "items that are text": ({"type": "AnnotationPage", "items": "x"}, "items", "'x'"),
    "a page elsewhere": (
        {"type": "AnnotationCollection", "first": "http://x.org/p"}, "first", "elsewhere",
    ),
    "no target": (anno(target=[]), "annotation 1", "no target"),
    "a target that is null": (anno(target=None), "annotation 1", "no target"),
    "a target that is a number": (anno(target=7), "annotation 1, target", "found 7"),
    "a target of nothing": (anno({"state": "x"}), "target, source", "nothing"),
    "a fragment of nothing": (anno("#char=0,1"), "target", "''"),
    "a selector that is text": (anno(at("x")), "target", "'x'"),
    "a type that is a number": (anno(at({"type": 5})), "target, type", "found 5"),
    "a start that is text": (anno(at(position("0", 1))), "target, start", "'0'"),
    "an end that is a fraction": (anno(at(position(0, 1.5))), "target, end", "1.5"),
    "a negative start": (anno(at(position(-1, 1))), "target, start", "-1"),
    "a start that is a truth": (anno(at(position(True, 1))), "target, start", "True"),
    "no end": (anno(at({"type": "TextPositionSelector", "start": 0})), "target, end", "nothing"),
    "end before start": (anno(at(position(3, 1))), "target", "end 1 before start 3"),
    "beyond the text": (anno(at(position(0, 99))), "target", "offsets 0 to 99"),
    "beyond what is refined": (
        anno(at(position(4, 6, refinedBy=position(0, 5)))), "refinedBy", "offsets 0 to 5",
    ),
    "a quote that is a list": (anno(at(quoting(["x"]))), "target, exact", "a list of 1"),
    "a quote that is elsewhere": (anno(at(position(0, 3), quoting("two"))), "offsets", "'two'"),
    "a range that ends before it starts": (
        anno(at({"type": "RangeSelector", "startSelector": position(6, 9),
                 "endSelector": position(0, 1)})), "target", "ends before it starts",
    ),
    "a range without end": (
        anno(at({"type": "RangeSelector", "startSelector": position(6, 9)})), "endSelector",
        "nothing",
    ),
    "selectors inside each other": (anno(at(deep(50))), "refinedBy", "inside each other"),
    "selectors inside each other without end": (anno(at(deep(250))), "levels inside each other"),
    "a body that is a number": (anno(body=7), "annotation 1, body", "found 7"),
    "a value that is an object": (anno(body={"value": {}}), "body, value", "an object"),
    "a purpose that is a number": (anno(body={"value": "x", "purpose": 1}), "body", "found 1"),
    "a motivation that is an object": (anno(motivation={}), "motivation", "an object"),
    "a creator that is a number": (anno(creator=5), "creator", "found 5"),
    "a name that is an object": (anno(creator={"name": {"x": 1}}), "creator", "an object"),
    "an id that is a list": (anno(id=["x"]), "annotation 1, id", "a list of 1"),
    "half a character": ('{"type": "Annotation", "target": "\\ud83d"}', "U+D83D"),
    "a key twice": ('{"type": "Annotation", "type": "x"}', "twice"),
    "levels without end": ("[" * 100_000, "levels inside each other"),
}  # fmt: skip


@pytest.mark.parametrize(("value", "said"), [(v[0], v[1:]) for v in BROKEN.values()], ids=BROKEN)
def test_broken_files(tmp_path, value, said):
    saved(tmp_path, value, text=TEXT)
    refused(web_annotation, [tmp_path], *said)


def test_text_in_another_encoding(tmp_path):
    saved(tmp_path, anno(at(position(0, 1))))
    (tmp_path / "t.txt").write_bytes(b"caf\xe9")
    refused(web_annotation, [tmp_path], "t.txt", "byte 4", "0xE9")


def test_a_zip_packed_too_well(tmp_path, monkeypatch):
    monkeypatch.setattr(safety, "RATIO_FROM", 1000)
    (tmp_path / "a.zip").write_bytes(zip_bytes({"a.jsonld": b" " * 1_000_000}))
    refused(web_annotation, [tmp_path / "a.zip"], "a.jsonld", "1,000,000 bytes packed")


def test_more_values_than_the_cap(tmp_path, monkeypatch):
    monkeypatch.setattr(safety, "MAX_VALUES", 1000)
    saved(tmp_path, [anno()] * 1000)
    refused(web_annotation, [tmp_path], "a.jsonld", "up to 1,000")
