"""A project that contradicts itself is refused before any writer starts."""

import pytest

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.formats.registry import load_format
from frameline.exchange.model.project import Annotation, Coding, Document, Project, Span
from frameline.exchange.model.soundness import codings_by_document

catma = load_format("catma")
refi_qda = load_format("refi-qda")
tei = load_format("tei")
uima_cas = load_format("uima-cas")
web_annotation = load_format("web-annotation")
webanno_tsv = load_format("webanno-tsv")

LETTER = Document("d", "abc")


def coding(*spans, document="d", coder="anna"):
    return Coding(document, coder, tuple(Annotation((span,), {"x": ("1",)}) for span in spans))


UNSOUND = {
    "an id twice": (Project((LETTER, LETTER), ()), "the same id twice"),
    "no document": (Project((LETTER,), (coding(document="e"),)), "no such document"),
    "two codings": (Project((LETTER,), (coding(), coding())), "two codings"),
    "beyond the text": (Project((LETTER,), (coding(Span(0, 4)),)), "annotation 1; found a span"),
    "before the text": (Project((LETTER,), (coding(Span(0, 1), Span(-1, 1)),)), "annotation 2"),
    "end before start": (Project((Document("d"),), (coding(Span(3, 1)),)), "from 3 to 1"),
}


@pytest.mark.parametrize(("project", "said"), UNSOUND.values(), ids=UNSOUND)
@pytest.mark.parametrize(
    "module", [catma, refi_qda, tei, uima_cas, web_annotation, webanno_tsv], ids=lambda m: m.name
)
def test_every_writer_refuses(tmp_path, module, project, said):
    with pytest.raises(ExchangeError, match=said):
        module.write(project, tmp_path / f"out{module.suffixes[0]}")
    assert list(tmp_path.iterdir()) == []


def test_codings_are_given_by_document():
    one, two = coding(Span(0, 3)), coding(coder="béla")
    project = Project((LETTER, Document("e")), (one, two))
    assert codings_by_document(project, "x") == {"d": [one, two], "e": []}


@pytest.mark.parametrize(
    "module", [catma, refi_qda, tei, uima_cas, web_annotation, webanno_tsv], ids=lambda m: m.name
)
def test_nothing_is_written_over(tmp_path, module):
    out = tmp_path / f"out{module.suffixes[0]}"
    out.write_bytes(b"mine")
    with pytest.raises(ExchangeError, match="something of that name"):
        module.write(Project((LETTER,), (coding(),)), out)
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [(out.name, b"mine")]
