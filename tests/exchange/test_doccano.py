"""doccano: round trip; its several shapes, coders by file, users, what is left."""

from __future__ import annotations

import json
import tempfile
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from frameline.exchange.formats.registry import load_format
from frameline.exchange.model.project import Annotation, Coding, Document, Options, Project, Span
from tests.exchange.strategies import accounted, content, examples, projects

doccano = load_format("doccano")

HELD = projects(
    variables=("label",), several=False, notes=False, quote=None, facts=("title", "published")
)
SAMPLES = Path(__file__).parent / "samples" / "doccano"


def holdable(project: Project) -> Project:
    """At most one annotation of the whole text in each coding, at its beginning."""
    codings = []
    for coding in project.codings:
        whole = [a for a in coding.annotations if not a.spans][:1]
        spans = [a for a in coding.annotations if a.spans]
        codings.append(replace(coding, annotations=(*whole, *spans)))
    return replace(project, codings=tuple(codings))


@given(HELD.map(holdable))
@examples(15)
def test_what_is_written_is_read(project):
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "made"
        assert doccano.cannot_hold(project) == []
        files = doccano.write(project, out)
        assert all(doccano.sniff(file, file.read_bytes()[:65536]) for file in files)
        read = doccano.read([out], Options(offsets="utf-16"))
    assert content(read) == content(project)
    assert accounted(read)


def lines(tmp_path, *examples, name="anna.jsonl"):
    path = tmp_path / name
    path.write_text("".join(json.dumps(one) + "\n" for one in examples), encoding="utf8")
    return path


def said(code, *span):
    return Annotation((Span(*span),) if span else (), {"label": (code,)})


def test_the_sample_has_all_shapes_and_two_coders():
    found = doccano.read([SAMPLES], Options())
    assert accounted(found)
    assert found.rows == 10
    assert found.documents[0] == Document("letter", "Norland arms\u2028Sudland.", {"title": "A"})
    assert found.codings == (
        Coding("letter", "anna", (said("ECO", 0, 7), said("SAN", 8, 12))),
        Coding("doc-2", "anna", (Annotation(note="unsure"), said("calm"), said("ECO", 0, 3))),
        Coding("letter", "ben", (said("SAN", 13, 20),)),
        Coding("doc-2", "ben"),
        Coding("doc-3", "ben", (Annotation(values={"label": ("calm", "sad")}),)),
    )
    assert [str(left) for left in found.left] == ["1 relations: annotations are not linked here"]


@pytest.mark.parametrize(
    ("example", "wanted"),
    [
        ({"labels": [[0, 1, "X"]]}, {"c": (said("X", 0, 1),)}),
        (
            {"annotations": [{"label": 4, "start_offset": 0, "end_offset": 1, "user": 2}]},
            {"2": (said("4", 0, 1),)},
        ),
        ({"annotations": [{"label": 4, "user": 2}]}, {"2": (said("4"),)}),
        ({"annotations": [{"text": "a summary", "user": 2}]}, {"2": (said("a summary"),)}),
        ({"label": "calm"}, {"c": (said("calm"),)}),
        ({"label": []}, {"c": ()}),
    ],
)
def test_older_shapes(tmp_path, example, wanted):
    path = lines(tmp_path, {"id": 5, "text": "a fleet", **example})
    assert doccano.sniff(path, path.read_bytes()) == (not isinstance(example.get("label"), str))
    found = doccano.read([path], Options(coder="c"))
    assert {c.coder: c.annotations for c in found.codings} == wanted
    assert accounted(found)


def test_a_json_list_and_a_zip_are_read(tmp_path):
    example = {"id": 5, "text": "a fleet", "label": [[2, 7, "X"]]}
    (tmp_path / "ben.json").write_text(json.dumps([example]), encoding="utf8")
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as made:
        made.write(tmp_path / "ben.json", "ben.json")
    assert doccano.sniff(tmp_path / "all.zip", b"PK")
    for path in ("ben.json", "all.zip"):
        found = doccano.read([tmp_path / path], Options())
        assert found.codings == (Coding("doc-5", "ben", (said("X", 2, 7),)),)


def test_places_after_an_emoji_are_told_by_words(tmp_path):
    path = lines(tmp_path, {"text": "😀 a fleet", "label": [[5, 10, "X"]]})
    found = doccano.read([path], Options())
    assert found.codings[0].annotations[0].spans == (Span(4, 9),)
    assert found.offsets == "utf-16"
    assert "edges of words: 2 of 2" in found.notes[0]


def test_places_that_nothing_tells_the_unit_of_are_left(tmp_path):
    path = lines(tmp_path, {"text": "😀天下太平也水", "label": [[3, 5, "X"]]})
    found = doccano.read([path], Options())
    assert (found.rows, found.used, found.codings) == (1, 0, ())
    assert "--offsets" in found.left[0].why
    found = doccano.read([path], Options(offsets="utf-16"))
    assert found.codings[0].annotations[0].spans == (Span(2, 4),)


def test_what_it_cannot_hold_is_said(tmp_path):
    one = Annotation((Span(0, 1), Span(2, 3)), {"frame": ("A",), "tone": ("B",)}, note="n")
    project = Project((Document("a", "abcd"),), (Coding("a", "x/y", (one,)),))
    assert [left.what for left in doccano.cannot_hold(project)] == [
        "discontinuous annotations",
        "notes",
        "spans with several codes",
        "names of variables",
        "names of coders",
    ]
    (made,) = doccano.write(project, tmp_path / "out.jsonl")
    example = json.loads(made.read_text(encoding="utf8"))
    assert example["label"] == [
        [0, 3, "frame: A"], [0, 3, "tone: B"]
    ]  # fmt: skip
