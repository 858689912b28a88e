"""Prodigy: round trip; spans, choices, questions, answers, annotators, tokens as witnesses."""

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
    Options,
    Project,
    Span,
    Variable,
)
from tests.exchange.strategies import accounted, content, examples, projects

prodigy = load_format("prodigy")

SAMPLE = Path(__file__).parent / "samples" / "prodigy" / "river.jsonl"
SPANS = projects(
    variables=("label",), several=False, notes=False, whole_document=False,
    facts=("title", "published"),
)  # fmt: skip
#: Texts without places: every annotation is of the whole document.
WHOLE = projects(variables=("accept",), notes=False, with_text=False)


def worked_on(project: Project) -> Project:
    """The project with texts where it has none; every document of the strategy has a coding."""
    documents = tuple(Document(d.id, d.text or f"{d.id} text", d.facts) for d in project.documents)
    return Project(documents, project.codings)


@given(SPANS | WHOLE.map(worked_on))
@examples(15)
def test_what_is_written_is_read(project):
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "made.jsonl"
        assert prodigy.cannot_hold(project) == []
        prodigy.write(project, out)
        assert prodigy.sniff(out, out.read_bytes()[:65536])
        read = prodigy.read([out], Options())
    assert content(read) == content(project)
    assert accounted(read)


def test_the_sample_reads_as_it_was_coded():
    found = prodigy.read([SAMPLE], Options())
    assert accounted(found)
    assert found.rows == 10
    assert [(c.document, c.coder) for c in found.codings] == [
        ("letter", "anna"), ("letter", "river-ben"), ("text-77", "anna"), ("text-78", "river"),
    ]  # fmt: skip
    assert found.codings[0].annotations == (
        Annotation((Span(2, 9),), {"label": ("ECO",)}),
        Annotation((Span(2, 14),), {"label": ("SAN",)}),
    )
    assert found.codings[2].annotations == (Annotation(values={"accept": ("calm", "sad")}),)
    assert found.codings[3].annotations == (Annotation(values={"label": ("WAR",)}),)
    assert found.documents[0].facts == {"author": "Anna"}
    assert Variable("accept", (Code("calm", "Calm"), Code("angry", "Angry"), Code("sad")),
                    several=True) in found.variables  # fmt: skip
    assert {left.what: left.count for left in found.left} == {
        "rows of tasks answered reject": 2,
        "rows of tasks answered ignore": 1,
        "relations": 1,
    }
    assert found.offsets == "code-points"


def lines(tmp_path, *tasks):
    path = tmp_path / "db.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in tasks), encoding="utf8")
    return path


def test_tokens_tell_the_unit(tmp_path):
    task = {
        "text": "😀 fleet", "spans": [{"start": 3, "end": 8, "label": "X"}], "answer": "accept",
        "tokens": [{"text": "😀", "start": 0, "end": 2}, {"text": "fleet", "start": 3, "end": 8}],
    }  # fmt: skip
    found = prodigy.read([lines(tmp_path, task)], Options())
    assert found.offsets == "utf-16"
    assert found.codings[0].annotations[0].spans == (Span(2, 7),)


def test_tokens_that_fit_no_unit_are_refused(tmp_path):
    task = {
        "text": "a fleet", "spans": [{"start": 2, "end": 7, "label": "X"}], "answer": "accept",
        "tokens": [{"text": "fleet", "start": 1, "end": 6}],
    }  # fmt: skip
    with pytest.raises(ExchangeError, match="line 1, span 1; found a place whose unit"):
        prodigy.read([lines(tmp_path, task)], Options(strict=True))


def test_a_coder_who_was_said(tmp_path):
    found = prodigy.read([lines(tmp_path, {"text": "a", "answer": "accept"})], Options("anna"))
    assert [c.coder for c in found.codings] == ["anna"]


def test_what_it_cannot_hold_is_said():
    one = Annotation((Span(0, 1),), {"frame": ("A", "B")}, note="n")
    documents = (Document("a", "abcd", {"place": "x"}), Document("b", "b"))
    project = Project(documents, (Coding("a", "x", (one,)),))
    assert [left.what for left in prodigy.cannot_hold(project)] == [
        "notes",
        "spans with several codes",
        "annotations with other variables than label and accept",
        "documents nobody worked on",
        "facts",
    ]
