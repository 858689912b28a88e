"""Broken and hostile exports of Label Studio, doccano and Prodigy."""

from __future__ import annotations

import json
import zipfile

import pytest

from frameline.exchange.files import safety
from frameline.exchange.formats.registry import load_format
from frameline.exchange.model.project import Options
from tests.exchange.refusal import refused

doccano = load_format("doccano")
label_studio = load_format("label-studio")
prodigy = load_format("prodigy")

DEEP = "[" * 5000


def labels(**value):
    """A Label Studio task with one result."""
    start = {"start": 0, "end": 3, "text": "old", "labels": ["ECO"]}
    result = {"id": "r", "type": "labels", "from_name": "frame", "value": {**start, **value}}
    return task(result)


def task(*results, **more):
    annotation = {"completed_by": 1, "result": list(results)}
    return {"id": 1, "data": {"text": "old fleet"}, "annotations": [annotation], **more}


def answer(**fields):
    whole = {"id": "r", "type": "choices", "from_name": "tone", "value": {"choices": ["calm"]}}
    return task({**whole, **fields})


TWO_PLACES = task(
    labels()["annotations"][0]["result"][0],
    labels(start=4, end=9, text="fleet")["annotations"][0]["result"][0],
)


@pytest.mark.parametrize(
    ("value", "place", "found"),
    [
        ("", "line 1, column 1", "broken JSON"),
        ('[{"id": 1, "data": {"text": "a"', "line 1", "broken JSON"),
        (DEEP, "export.json", "levels inside each other"),
        ([1], "task 1", "found 1; allowed: an object"),
        ("[[]]", "task 1", "a list of 0"),
        ([{"id": 1, "data": []}], "task 1, data", "a list of 0"),
        ([{"id": 1, "data": {"text": 5}}], "task 1, data, text", "found 5; allowed: text"),
        ([{"data": {"text": "a"}}], "task 1, id", "found nothing"),
        ([{"id": 1.5, "data": {"text": "a"}}], "task 1, id", "1.5"),
        ([{"id": 1, "data": {"text": "a"}, "annotations": {}}], "task 1", "an object; allowed: a"),
        ([task("x")], "task 1, annotation 1, result 1", "'x'; allowed: an object"),
        ([{**task(), "annotations": ["x"]}], "task 1, annotation 1", "'x'"),
        ([{**task(), "annotations": [{"result": {}}]}], "annotation 1, result", "an object"),
        (
            [{**task(), "annotations": [{"completed_by": [1], "result": []}]}],
            "annotation 1, completed_by",
            "a list of 1",
        ),
        ([{**task(), "predictions": "x"}], "task 1, predictions", "'x'"),
        ([labels(start=-1)], "result 1, start", "found -1"),
        ([labels(start="0")], "result 1, start", "'0'"),
        ([labels(start=0.5)], "result 1, start", "0.5"),
        ([labels(start=True)], "result 1, start", "True"),
        ([labels(start=None)], "result 1, start", "nothing"),
        ([labels(end=10**15)], "result 1, end", "10000000000"),
        ([labels(end=10**100)], "result 1, end", "1000000"),
        ([labels(start=3, end=1)], "result 1", "end 1 before start 3"),
        ([labels(end=99)], "result 1", "offsets 0 to 99"),
        ([labels(text="new")], "result 1", "quotes 'new' where the text has 'old'"),
        ([labels(text=["old"])], "result 1, value, text", "a list of 1"),
        ([labels(labels=[{}])], "result 1, value, labels", "an object"),
        ([labels(labels=[True])], "result 1, value, labels", "True"),
        ([TWO_PLACES], "result 2", "the region 'r' at another place"),
        ([answer(value="calm")], "result 1, value", "'calm'; allowed: an object"),
        ([answer(from_name=None)], "result 1, from_name", "nothing"),
        ([answer(type=3)], "result 1, type", "found 3"),
        ([answer(meta="x")], "result 1, meta", "'x'"),
        (
            [answer(type="taxonomy", value={"taxonomy": [["war", None]]})],
            "result 1, value, taxonomy",
            "nothing",
        ),
        (
            [{**labels(), "data": {"image": "a.png"}}],
            "task 1, annotation 1, result 1",
            "a text that the task does not hold",
        ),
        ('[{"id": 1, "id": 2}]', "export.json", "the key 'id' twice"),
        ('[{"id": 1, "data": {"text": "\\ud800"}}]', "/0/data/text", "U+D800"),
        ('[{"id": 1, "data": {"text": NaN}}]', "export.json", "NaN"),
    ],
)
def test_label_studio_that_is_refused(tmp_path, value, place, found):
    path = tmp_path / "export.json"
    path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf8")
    label_studio.sniff(path, path.read_bytes()[:65536])
    refused(label_studio, [path], place, found)


@pytest.mark.parametrize(
    ("config", "place", "found"),
    [
        ("<View>", "line 1", "broken XML"),
        ('<!DOCTYPE v [<!ENTITY x SYSTEM "file:///etc/passwd">]><View>&x;</View>', "", "DOCTYPE"),
    ],
)
def test_a_configuration_that_is_refused(tmp_path, config, place, found):
    (tmp_path / "label_config.xml").write_text(config, encoding="utf8")
    (tmp_path / "export.json").write_text("[]", encoding="utf8")
    paths = [tmp_path / "export.json", tmp_path / "label_config.xml"]
    refused(label_studio, paths, place, found)


@pytest.mark.parametrize(
    ("line", "place", "found"),
    [
        ('{"text": "a"', "line 1", "broken JSON"),
        (DEEP, "anna.jsonl", "levels"),
        ("5", "line 1", "found 5; allowed: an object"),
        ('{"id": 1}', "line 1", "no text"),
        ('{"text": null, "label": [[0, 1, "E"]]}', "label 1", "offsets 0 to 1"),
        ('{"text": ["a"]}', "line 1, text", "a list of 1"),
        ('{"id": {}, "text": "a"}', "line 1, id", "an object"),
        ('{"text": "a", "meta": "x"}', "line 1, meta", "'x'"),
        ('{"text": "a", "label": 5}', "line 1, label", "found 5; allowed: a list"),
        ('{"text": "a", "label": [[0, 1]]}', "line 1, label 1", "a list of 2"),
        ('{"text": "a", "label": [[0, 1, "E", 4]]}', "line 1, label 1", "a list of 4"),
        ('{"text": "a", "label": [[0, 1, null]]}', "line 1, label 1", "nothing"),
        ('{"text": "a", "label": [[0.0, 1, "E"]]}', "line 1, label 1", "0.0"),
        ('{"text": "a", "label": [["0", 1, "E"]]}', "line 1, label 1", "'0'"),
        ('{"text": "a", "label": [[-1, 1, "E"]]}', "line 1, label 1", "-1"),
        ('{"text": "abc", "label": [[2, 1, "E"]]}', "line 1, label 1", "end 1 before start 2"),
        ('{"text": "a", "label": [[0, 9, "E"]]}', "line 1, label 1", "offsets 0 to 9"),
        ('{"text": "a", "label": [null]}', "line 1, label 1", "nothing"),
        ('{"text": "a", "label": [true]}', "line 1, label 1", "True"),
        ('{"text": "a", "label": [""]}', "line 1, label 1", "''"),
        ('{"text": "a", "entities": [{"label": "E", "start_offset": 0}]}', "end_offset", "nothing"),
        ('{"text": "a", "entities": [{"start_offset": 0, "end_offset": 1}]}', "label", "nothing"),
        ('{"text": "a", "annotations": [{"label": 1, "user": []}]}', "user", "a list of 0"),
        ('{"text": "a", "cats": {"E": 1}}', "line 1, cats", "an object"),
        ('{"text": "a", "relations": 1}', "line 1, relations", "found 1"),
        ('{"text": "a", "Comments": [5]}', "line 1, comments", "found 5"),
        ('{"id": 1, "text": "a"}\n{"id": 1, "text": "b"}', "line 2", "another text for the docume"),
        ('{"id": 1, "text": "a\\r\\nbcdef", "label": [[4, 5, "E"]]}', "label 1", "told by nothing"),
        ('{"text": "a", "label": [[0, NaN, "E"]]}', "line 1", "NaN"),
    ],
)
def test_doccano_that_is_refused(tmp_path, line, place, found):
    path = tmp_path / "anna.jsonl"
    path.write_text(line, encoding="utf8")
    doccano.sniff(path, path.read_bytes()[:65536])
    refused(doccano, [path], place, found)


def test_doccano_s_folder_and_zip_that_are_refused(tmp_path):
    (tmp_path / "empty").mkdir()
    refused(doccano, [tmp_path / "empty"], "empty", "no .jsonl file")
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("../anna.jsonl", "{}")
    refused(doccano, [path], "member '../anna.jsonl'", "leaves the archive")
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("anna.jsonl", '{"text": "a"}\n{')
    refused(doccano, [path], "all.zip/anna.jsonl, line 2", "broken JSON")
    path.write_bytes(b"PK\x03\x04")
    assert not doccano.sniff(path, b"PK\x03\x04")
    refused(doccano, [path], "all.zip", "a broken zip")


@pytest.mark.parametrize(
    ("line", "place", "found"),
    [
        ('{"text": "a", "answer"', "line 1", "broken JSON"),
        (DEEP, "db.jsonl", "levels"),
        ("[]", "line 1", "a list of 0; allowed: an object"),
        ('{"text": 1, "answer": "accept"}', "line 1, text", "found 1"),
        ('{"text": "a", "answer": "maybe"}', "line 1, answer", "'maybe'; allowed: accept, reject"),
        ('{"text": "a", "answer": ["accept"]}', "line 1, answer", "'accept'"),
        ('{"text": "a", "spans": {}}', "line 1, spans", "an object"),
        ('{"text": "a", "spans": [1]}', "line 1, span 1", "found 1"),
        ('{"text": "a", "spans": [{"start": 0, "label": "E"}]}', "span 1, end", "nothing"),
        ('{"text": "a", "spans": [{"start": 0, "end": 0.5}]}', "span 1, end", "0.5"),
        ('{"text": "a", "spans": [{"start": -1, "end": 1}]}', "span 1, start", "-1"),
        ('{"text": "abc", "spans": [{"start": 2, "end": 1}]}', "span 1", "end 1 before start 2"),
        ('{"text": "a", "spans": [{"start": 0, "end": 5}]}', "span 1", "offsets 0 to 5"),
        ('{"text": "a", "spans": [{"start": 0, "end": 1, "label": []}]}', "label", "a list of 0"),
        ('{"text": "a", "spans": [{"start": 0, "end": 1, "text": "b"}]}', "offsets", "quotes 'b'"),
        ('{"text": "a", "accept": "E"}', "line 1, accept", "'E'"),
        ('{"text": "a", "accept": [null]}', "line 1, accept", "nothing"),
        ('{"text": "a", "label": {}}', "line 1, accept", "an object"),
        ('{"text": "a", "options": [1]}', "line 1, options", "found 1"),
        ('{"text": "a", "options": [{"text": "x"}]}', "line 1, options, id", "nothing"),
        ('{"text": "a", "meta": []}\n{', "line 2", "broken JSON"),
        ('{"text": "a", "meta": "x"}', "line 1, meta", "'x'"),
        ('{"text": "a", "_annotator_id": {"x": 1}}', "line 1, _annotator_id", "an object"),
        ('{"text": "a", "_input_hash": 1}\n{"text": "b", "_input_hash": 1}', "line 2", "another"),
        ('{"text": "a", "spans": [{"start": 0, "end": 1}], "tokens": [2]}', "token 1", "found 2"),
    ],
)
def test_prodigy_that_is_refused(tmp_path, line, place, found):
    path = tmp_path / "db.jsonl"
    path.write_text(line, encoding="utf8")
    prodigy.sniff(path, path.read_bytes()[:65536])
    refused(prodigy, [path], place, found)


@pytest.mark.parametrize("module", [doccano, prodigy], ids=lambda m: m.name)
def test_a_line_of_a_hundred_megabytes(tmp_path, monkeypatch, module):
    monkeypatch.setattr(safety, "MAX_LINE", 100_000)
    monkeypatch.setattr(safety, "MAX_FILE", 1_000_000)
    path = tmp_path / "big.jsonl"
    with open(path, "wb") as stream:
        stream.write(b'{"text": "')
        stream.truncate(100 * 1024 * 1024)  # sparse
    refused(module, [path], "big.jsonl", "104,857,600 bytes")
    path.write_bytes(b'{"text": "a"}\n{"text": "' + b"a" * 200_000)
    refused(module, [path], "line 2", "a very long line")


@pytest.mark.parametrize("module", [label_studio, doccano, prodigy], ids=lambda m: m.name)
def test_files_that_are_not_there_or_in_another_encoding(tmp_path, module):
    path = tmp_path / "x.jsonl"
    refused(module, [path], "x.jsonl", "no readable file")
    path.write_bytes('{"text": "café"}'.encode("latin-1"))
    refused(module, [path], "byte 14", "0xE9")
    path.write_bytes('{"text": "a"}'.encode("utf-32"))
    refused(module, [path], "x.jsonl", "NUL")


@pytest.mark.parametrize("module", [label_studio, doccano, prodigy], ids=lambda m: m.name)
def test_a_unit_that_is_none(tmp_path, module):
    path = tmp_path / "x.json"
    path.write_text('{"id": 1, "data": {"text": "a"}, "text": "a"}', encoding="utf8")
    refused(module, [path], "--offsets", "bytes; allowed: code-points", Options(offsets="bytes"))
