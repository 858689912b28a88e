"""WebAnno TSV: what is written comes back, and the guide's own cases are read as it says."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.formats.registry import load_format, read_files
from frameline.exchange.formats.webanno_tsv import escapes as tsv_escapes
from frameline.exchange.formats.webanno_tsv import words as tsv_writing
from frameline.exchange.formats.webanno_tsv.read import _Sheet
from frameline.exchange.model.codes import one_code_each
from frameline.exchange.model.project import Annotation, Coding, Document, Options, Project, Span
from frameline.exchange.model.writing import cover
from tests.exchange.strategies import PIECES, accounted, content, examples, projects, texts

webanno_tsv = load_format("webanno-tsv")

NER = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
HEAD = f"#FORMAT=WebAnno TSV 3.3\n#T_SP={NER}|value\n\n\n"
BLANKS = (*PIECES, "  ", "\n \n", "\r\n\r\n", "\t\t", "\x0b", "\x1f", "\\n")


def read(*paths, **options):
    project = webanno_tsv.read(list(paths), Options(**options))
    assert accounted(project)
    return project


def sheet(tmp_path, text, name="anna.tsv"):
    path = tmp_path / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def held(project):
    """The project as the format can hold it: pieces of text between words, one code each."""
    texts_by_id = {d.id: d.text for d in project.documents}
    codings = []
    for coding in project.codings:
        found = tsv_writing.Words(texts_by_id[coding.document])
        marks = []
        for annotation in coding.annotations:
            span = cover(annotation) and found.reach(cover(annotation))
            if span:
                marks += [
                    replace(annotation, spans=(span,), values={n: (c,) for n, c in one.items()})
                    for one in one_code_each(annotation.values)
                ]
        codings.append(replace(coding, annotations=tuple(marks)))
    return replace(project, codings=tuple(codings))


def in_order(project):
    documents, codings = content(project)
    return documents, {key: sorted(map(repr, marks)) for key, marks in codings.items()}


@examples(15)
@given(projects(pieces=BLANKS, quote=None, most_spans=2))
def test_what_is_written_comes_back(tmp_path_factory, project):
    out = tmp_path_factory.mktemp("tsv") / "out"
    webanno_tsv.write(project, out)
    found = read(out)
    assert in_order(found) == in_order(held(project))
    assert found.offsets == "utf-16"


@given(st.lists(st.sampled_from(BLANKS), max_size=8).map("".join))
def test_every_text_comes_back_to_the_letter(text):
    project = Project((Document("d", text),), ())
    made = tsv_writing.sheet(project, "x")("d", "nobody")
    assert _Sheet(made, "x", Options()).document == text


@given(texts(BLANKS), st.data())
def test_what_cannot_be_reached_is_only_blanks(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    span = tsv_writing.Words(text).reach(Span(start, end))
    if span is None:
        assert not text[start:end].strip()
    else:
        assert not (text[start : span.start] + text[span.end : end]).strip()
        assert tsv_writing.Words(text).reach(span) == span


@given(st.text())
def test_escapes_are_undone(text):
    assert tsv_escapes.text_of(tsv_escapes.escaped_text(text)) == text
    assert tsv_escapes.value_of(tsv_escapes.escaped_value(text)) == text
    assert "\n" not in tsv_escapes.escaped_text(text) + tsv_escapes.escaped_value(text)


@given(st.lists(st.text(min_size=1), min_size=1, max_size=3))
def test_stacked_values_are_told_apart(values):
    cell = "|".join(f"{tsv_escapes.escaped_value(v)}[{n}]" for n, v in enumerate(values, 1))
    found = tsv_escapes.cells(cell)
    assert [(tsv_escapes.value_of(v), label) for v, label in found] == [
        (v, str(n)) for n, v in enumerate(values, 1)
    ]


def test_words_stacked_and_over_several_lines(tmp_path):
    text = (
        HEAD + "#Text=Ms. Haag plays\n1-1\t0-3\tMs.\tPER[1]|PERpart[2]\t\n"
        "1-2\t4-8\tHaag\tPER[1]\t\n1-3\t9-14\tplays\t_\t\n1-3.1\t9-13\tplay\tVERB\t\n"
        "1-3.2\t14-14\t\t*\t\n"
    )
    marks = read(sheet(tmp_path, text), coder="anna").codings[0].annotations
    assert [(a.spans[0], dict(a.values)) for a in marks] == [
        (Span(0, 8), {"value": ("PER",)}), (Span(0, 3), {"value": ("PERpart",)}),
        (Span(9, 13), {"value": ("VERB",)}), (Span(14, 14), {}),
    ]  # fmt: skip


def test_offsets_are_utf16_or_what_the_words_show(tmp_path):
    utf16 = HEAD + "#Text=a 😊 b\n1-1\t0-1\ta\t_\t\n1-2\t2-4\t😊\t_\t\n1-3\t5-6\tb\tX\t\n"
    points = HEAD + "#Text=a 😊 b\n1-1\t0-1\ta\t_\t\n1-2\t2-3\t😊\t_\t\n1-3\t4-5\tb\tX\t\n"
    for text, unit in ((utf16, "utf-16"), (points, "code-points")):
        found = read(sheet(tmp_path, text), coder="anna")
        assert (found.offsets, found.codings[0].annotations[0].spans) == (unit, (Span(4, 5),))
    with pytest.raises(ExchangeError, match="is it the right"):
        read(sheet(tmp_path, points), coder="anna", offsets="utf-16", strict=True)


def test_relations_chains_and_slots_are_reported(tmp_path):
    text = (
        "#FORMAT=WebAnno TSV 3.3\n#T_SP=c.Frame|FE|ROLE_c.Frame:Roles_c.Link|c.Lu\n"
        "#T_SP=c.Lu|value\n#T_CH=c.Coref|referenceType|referenceRelation\n"
        "#T_RL=c.Rel|kind|BT_c.Lu\n\n\n#Text=Bob sold it\n"
        "1-1\t0-3\tBob\t_\t_\t_\tbob\tpr[1]\tcoref->1-1\t_\t_\t\n"
        "1-2\t4-8\tsold\ttrade\tseller;goods\t1-1;1-3\t_\t_\t_\tr1|r2\t1-1|1-1\t\n"
        "1-3\t9-11\tit\t_\t_\t_\tit\tpr[1]\t*->1-2\t_\t_\t\n"
    )
    found = read(sheet(tmp_path, text), coder="anna")
    assert {(left.what, left.count) for left in found.left} == {
        ("relations", 2), ("links of chains", 2), ("slots", 2),
    }  # fmt: skip
    assert [(a.layer, dict(a.values)) for a in found.codings[0].annotations] == [
        ("Lu", {"value": ("bob",)}), ("Frame", {"FE": ("trade",)}), ("Lu", {"value": ("it",)}),
    ]  # fmt: skip


def test_sentences_of_several_lines_gaps_and_versions(tmp_path):
    text = (
        "#FORMAT=WebAnno TSV 3.1\r\n#T_SP=c.Span|\r\n\r\n\r\n#Sentence.id=s1\r\n#Text=\\u00e9\r\n"
        "#Text=two\r\n1-1\t0-1\té\t*\t\r\n1-2\t2-5\ttwo\t_\t\r\n\r\n#Text=x\r\n2-1\t5-6\tx\t_\t\r\n"
        "\r\n#Text=y\r\n3-1\t9-10\ty\t_\t\r\n"
    )
    found = read(sheet(tmp_path, text), coder="anna")
    assert found.documents[0].text == "é\ntwox\n  y"
    assert found.codings[0].annotations == (Annotation((Span(0, 1),)),)


def test_folders_are_documents_and_files_coders(tmp_path):
    folder = tmp_path / "annotation" / "letter.txt"
    folder.mkdir(parents=True)
    text = HEAD + "#Text=a\n1-1\t0-1\ta\tX\t\n"
    for name in ("anna", "béla", "INITIAL_CAS"):
        sheet(folder, text, f"{name}.tsv")
    for given_path in (tmp_path, folder.parent, folder):
        found = read(given_path)
        assert [(c.document, c.coder) for c in found.codings] == [
            ("letter.txt", "anna"), ("letter.txt", "béla"),
        ]  # fmt: skip
        assert [str(left) for left in found.left] == [
            "1 annotations of nobody: they were there from the start"
        ]
    alone = read(folder / "anna.tsv", coder="Anna Müller")
    assert [(c.document, c.coder) for c in alone.codings] == [("anna", "Anna Müller")]


def test_a_document_nobody_worked_on_is_kept(tmp_path):
    project = Project((Document("d", "a b"), Document("e", "")), (Coding("e", "anna"),))
    webanno_tsv.write(project, tmp_path / "out")
    found = read(tmp_path / "out")
    assert {d.id: d.text for d in found.documents} == {"d": "a b", "e": ""}
    assert found.codings == (Coding("e", "anna"),)


def test_one_file_for_one_coding(tmp_path):
    marks = (Annotation((Span(0, 1),), {"x": ("1",)}, layer="actors"),)
    project = Project((Document("d", "a b"),), (Coding("d", "anna", marks),))
    assert webanno_tsv.write(project, tmp_path / "d.tsv") == [tmp_path / "d.tsv"]
    assert read(tmp_path / "d.tsv", coder="anna").codings == project.codings
    two = replace(project, codings=(*project.codings, Coding("d", "béla")))
    with pytest.raises(ExchangeError, match="2 codings"):
        webanno_tsv.write(two, tmp_path / "two.tsv")


@pytest.mark.parametrize("name", ["two words", "1st", "é", "begin", "note", ""])
def test_names_the_format_cannot_hold_are_refused(tmp_path, name):
    mark = Annotation((Span(0, 1),), {name: ("1",)})
    project = Project((Document("d", "a b"),), (Coding("d", "anna", (mark,)),))
    with pytest.raises(ExchangeError, match="rename it in the codebook"):
        webanno_tsv.write(project, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_a_document_without_text_is_refused(tmp_path):
    with pytest.raises(ExchangeError, match="no text"):
        webanno_tsv.write(Project((Document("d"),), ()), tmp_path / "out")


def test_what_would_be_lost_is_said_before():
    marks = (
        Annotation((Span(0, 2),), {"x": ("1", "2")}, id="i", quote="a ", unit="u"),
        Annotation((Span(0, 1), Span(2, 3)), {"x": ("1",)}),
        Annotation((), {"x": ("1",)}),
    )
    project = Project((Document("d", "a b", {"title": "t"}),), (Coding("d", "anna", marks),))
    assert {(left.count, left.what) for left in webanno_tsv.cannot_hold(project)} == {
        (1, "annotations that begin or end between words"), (1, "annotations with sets of codes"),
        (1, "discontinuous annotations"), (1, "annotations of whole documents"), (1, "quotes"),
        (1, "ids of annotations"), (1, "units"), (1, "facts about documents"),
    }  # fmt: skip


def test_sniff(tmp_path):
    assert webanno_tsv.sniff(tmp_path / "a.tsv", HEAD.encode())
    assert not webanno_tsv.sniff(tmp_path / "a.tsv", b"doc\tcode\n")
    assert not webanno_tsv.sniff(tmp_path, b"")
    sheet(tmp_path, HEAD)
    assert webanno_tsv.sniff(tmp_path, b"")


def test_a_faulty_line_is_one_row_whatever_else_it_began(tmp_path):
    path = tmp_path / "a.tsv"
    path.write_text(
        "#FORMAT=WebAnno TSV 3.3\n#T_SP=custom.Span|label\n#T_SP=custom.Other|a|b\n"
        "#T_RL=custom.Rel|type|BT_custom.Span\n\n\n#Text=one two\n"
        "1-1\t0-3\tone\tX\tp|q\tr\tT\t1-2\t\n1-2\t4-7\ttwo\tY\tp\tr\t_\t_\t\n",
        encoding="utf-8",
    )
    project = read_files("webanno-tsv", [path])
    assert [a.values for c in project.codings for a in c.annotations] == [
        {"label": ("Y",)}, {"a": ("p",), "b": ("r",)},
    ]  # fmt: skip
    assert project.rows == project.used + sum(left.count for left in project.left)
