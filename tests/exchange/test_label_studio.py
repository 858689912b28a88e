"""Label Studio: round trip; regions, answers, coders, what is left, both units."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.formats.registry import load_format
from frameline.exchange.model.project import (
    Annotation,
    Code,
    Coding,
    Document,
    Left,
    Options,
    Project,
    Span,
    Variable,
)
from tests.exchange.strategies import accounted, content, examples, projects

label_studio = load_format("label-studio")

SAMPLES = Path(__file__).parent / "samples" / "label-studio"


@given(projects(facts=("title", "published", "name")))
@examples(15)
def test_what_is_written_is_read(project):
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "made.json"
        assert label_studio.cannot_hold(project) == []
        label_studio.write(project, out)
        assert label_studio.sniff(out, out.read_bytes()[:65536])
        read = label_studio.read([out], Options(offsets="code-points"))
    assert content(read) == content(project)
    assert accounted(read)
    assert read.left == ()


def export(tmp_path, *tasks):
    path = tmp_path / "export.json"
    path.write_text(json.dumps(list(tasks)), encoding="utf8")
    return path


def region(start, end, quote, name="frame", key="r1", **more):
    value = {"start": start, "end": end, "text": quote, "labels": ["ECO"]}
    return {"id": key, "type": "labels", "from_name": name, "value": value, **more}


def task(text, *results, **more):
    annotation = {"completed_by": 3, "result": list(results)}
    return {"id": 7, "data": {"text": text}, "annotations": [annotation], **more}


def test_the_sample_reads_as_it_was_coded():
    found = label_studio.read(
        [SAMPLES / "river.json", SAMPLES / "label_config.xml"], Options()
    )  # fmt: skip
    assert accounted(found)
    assert found.documents == (
        Document("letter", "😀 Norland arms Sudland.\nIt may last.", {"published": "1911-03"}),
        Document("task-2", "Old friends quarrel."),
    )
    anna, ben = found.codings[:2]
    assert (anna.coder, ben.coder) == ("anna@example.org", "2")
    assert anna.annotations == (
        Annotation(
            (Span(2, 14),),
            {"frame": ("SAN",), "tone": ("hostile",)},
            quote="Norland arms",
            note="sure?",
        ),
        Annotation(values={"topic": ("war > fleet", "war"), "urgent": ("4",)}),
    )
    assert found.codings[2] == Coding("task-2", "anna@example.org")
    assert {left.what: left.count for left in found.left} == {
        "results of predictions": 2,
        "results of cancelled annotations": 1,
        "relations": 1,
        "results of type rectanglelabels": 1,
        "results": 1,
        "results of drafts": 1,
    }
    codes = (Code("ECO", "", "trade and money", "#00ff00"), Code("SAN", colour="#ff0000"))
    assert found.variables[0] == Variable("frame", codes, several=True)
    assert [c.code for c in found.variables[2].codes] == ["war", "war > fleet", "peace"]
    assert found.offsets == "code-points"


def test_utf16_places_are_known_by_their_quotes(tmp_path):
    found = label_studio.read(
        [export(tmp_path, task("😀 fleet", region(3, 8, "fleet")))], Options()
    )
    assert found.offsets == "utf-16"
    assert found.codings[0].annotations[0].spans == (Span(2, 7),)


def test_places_without_quotes_are_told_by_words_or_left(tmp_path):
    path = export(tmp_path, task("😀 a fleet sails", region(4, 9, None)))
    found = label_studio.read([path], Options())
    assert found.codings[0].annotations[0].spans == (Span(4, 9),)
    path = export(tmp_path, task("😀天下太平也水", region(3, 5, None)))
    found = label_studio.read([path], Options())
    assert (found.rows, found.used) == (1, 0)
    assert "--offsets" in found.left[0].why
    assert "task 1, annotation 1, result 1" in found.left[0].where


def test_json_min_with_its_configuration():
    found = label_studio.read(
        [SAMPLES / "river_min.json", SAMPLES / "label_config.xml"], Options()
    )  # fmt: skip
    assert accounted(found)
    said = Annotation((Span(0, 7),), {"frame": ("ECO",)}, quote="Norland")
    assert found.codings == (
        Coding("letter", "1", (said, Annotation(values={"tone": ("hostile",)}))),
        Coding("letter", "2"),
    )
    assert found.documents[0].facts == {"title": "A letter"}


def test_a_map_names_document_and_text(tmp_path):
    path = export(
        tmp_path, {"id": 1, "data": {"nr": "L-1", "html": "a fleet", "text": "x"}, "annotations": [
            {"completed_by": 1, "result": [region(2, 7, "fleet")]}]},
    )  # fmt: skip
    options = Options(columns={"nr": "document", "html": "document_text"})
    found = label_studio.read([path], options)
    assert found.documents == (Document("L-1", "a fleet", {"text": "x"}),)


def test_files_without_coder_take_the_one_that_was_said(tmp_path):
    one = {"id": 1, "data": {"text": "a"}, "annotations": [{"result": []}]}
    found = label_studio.read([export(tmp_path, one)], Options(coder="anna"))
    assert found.codings == (Coding("task-1", "anna"),)


def test_what_it_cannot_hold_is_said_and_the_rest_is_written(tmp_path):
    said = Annotation((Span(0, 1), Span(2, 7)), {"frame": ("ECO",)}, "events", "e1")
    coding = Coding("a", "x", (said,))
    project = Project((Document("a", "a fleet"),), (coding,))
    assert [str(left) for left in label_studio.cannot_hold(project)] == [
        "1 discontinuous annotations: written from their first to their last part",
        "1 annotations of other layers than claims: the format knows one layer",
        "1 ids of annotations: the format gives its own",
    ]
    label_studio.write(project, tmp_path / "t.json")
    read = label_studio.read([tmp_path / "t.json"], Options())
    assert [a.quote for a in read.codings[0].annotations] == ["a fleet"]


def test_a_document_without_text_is_refused_before_writing(tmp_path):
    with pytest.raises(ExchangeError, match=r"t\.json, document a; found no text at hand"):
        label_studio.write(Project((Document("a"),), ()), tmp_path / "t.json")
    assert list(tmp_path.iterdir()) == []


def test_left_reads_as_a_sentence():
    assert str(Left(2, "relations", "not linked")) == "2 relations: not linked"
