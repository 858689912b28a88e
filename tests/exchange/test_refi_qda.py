"""REFI-QDA: what is written comes back, is shaped as the standard says, and nothing is dropped."""

import io
import os
import re
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given
from lxml import etree

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.packing import zip_bytes
from frameline.exchange.formats.registry import load_format
from frameline.exchange.model.codes import merged
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
from frameline.exchange.model.writing import cover
from tests.exchange.strategies import FACTS, accounted, content, examples, projects

refi_qda = load_format("refi-qda")

A, B, C, D, U, W = (f"0000000{n}-0000-4000-8000-000000000000" for n in range(6))
NS = "urn:QDA-XML:project:1.0"


def qde(sources="", codes="", rest="", users=f'<User guid="{U}" name="Anna"/>', variables=""):
    """A project.qde with Anna as its only user, unless told otherwise."""
    return (
        f'<Project xmlns="{NS}" name="p"><Users>{users}</Users><CodeBook><Codes>{codes}'
        f'<Code guid="{A}" name="ECO" isCodable="true"/></Codes></CodeBook>{variables}'
        f"<Sources>{sources}</Sources>{rest}</Project>"
    )


def source(inner="", text="one two 😀 three", name="t.txt", **attributes):
    more = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return (
        f'<TextSource guid="{D}" name="{name}"{more}>'
        f"<PlainTextContent>{text}</PlainTextContent>{inner}</TextSource>"
    )


def selection(start=0, end=3, inner=f'<Coding guid="{B}"><CodeRef targetGUID="{A}"/></Coding>',
              name="", guid=C, **attributes):  # fmt: skip
    more = "".join(f' {key}="{value}"' for key, value in attributes.items())
    named = f' name="{name}"' if name else ""
    return (
        f'<PlainTextSelection guid="{guid}" startPosition="{start}" endPosition="{end}"'
        f"{named}{more}>{inner}</PlainTextSelection>"
    )


def packed(tmp_path, xml, files=()):
    path = tmp_path / "p.qdpx"
    path.write_bytes(zip_bytes({"project.qde": xml.encode(), **dict(files)}))
    return path


def read(path, **options):
    project = refi_qda.read([path], Options(**options))
    assert accounted(project)
    return project


def held(project):
    """The project as the format can hold it: one annotation of the whole text for each coder."""
    codings = []
    for coding in project.codings:
        marks = [a for a in coding.annotations if a.spans]
        whole = [a for a in coding.annotations if not a.spans]
        if whole:
            values = merged((n, c) for a in whole for n, codes in a.values.items() for c in codes)
            note = "\n".join(a.note for a in whole if a.note)
            marks.append(Annotation((), values, note=note))
        marks = [replace(a, spans=(cover(a),) if a.spans else ()) for a in marks]
        if marks:
            codings.append(replace(coding, annotations=tuple(marks)))
    return replace(project, codings=tuple(codings))


def without_ids(project):
    return replace(
        project,
        codings=tuple(
            replace(c, annotations=tuple(replace(a, id="") for a in c.annotations))
            for c in project.codings
        ),
    )


@examples(10)
@given(projects(facts=tuple(FACTS)))
def test_what_is_written_comes_back(tmp_path_factory, project):
    out = tmp_path_factory.mktemp("refi") / "p.qdpx"
    assert refi_qda.write(project, out) == [out]
    assert content(without_ids(read(out))) == content(held(project))


@examples(5)
@given(projects(facts=("title",)))
def test_a_second_round_changes_nothing_and_not_a_byte(tmp_path_factory, project):
    folder = tmp_path_factory.mktemp("refi")
    first, second, third = folder / "p.qdpx", folder / "b" / "p.qdpx", folder / "c" / "p.qdpx"
    second.parent.mkdir()
    third.parent.mkdir()
    refi_qda.write(project, first)
    once = read(first)
    refi_qda.write(once, second)
    twice = read(second)
    assert (twice.documents, twice.codings) == (once.documents, once.codings)
    refi_qda.write(twice, third)
    assert third.read_bytes() == second.read_bytes()


@examples(5)
@given(projects(with_text=False, empty_codings=False))
def test_documents_without_texts_keep_their_codes(tmp_path_factory, project):
    out = tmp_path_factory.mktemp("refi") / "p.qdpx"
    refi_qda.write(project, out)
    assert content(without_ids(read(out))) == content(held(project))


VARIABLES = (
    Variable(
        "frame",
        (
            Code("ECO", definition="money", colour="#00FF7f"),
            Code("trade", parent="ECO"),
            Code("alone", parent="a folder"),
        ),
        label="How it is put",
    ),
    Variable("code", (Code("ECO"),), several=True),
)


@pytest.mark.parametrize("suffix", refi_qda.suffixes)
def test_codes_come_back_with_parents_colours_and_definitions(tmp_path, suffix):
    out = tmp_path / f"p{suffix}"
    refi_qda.write(Project((), (), VARIABLES), out)
    found = read(out)
    by_name = {variable.name: variable for variable in found.variables}
    assert set(by_name["frame"].codes) == set(VARIABLES[0].codes)
    assert by_name["frame"].label == "How it is put"
    assert by_name["code"].codes == (Code("ECO"),)
    assert found.rows == (0 if suffix == ".qdpx" else found.used)


GUID = re.compile(r"[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}")


@pytest.fixture(scope="module")
def schema():
    """The standard's own schema, Project.xsd of 2019, which its publisher gives out."""
    path = os.environ.get("FRAMELINE_REFI_XSD", "")
    if not path:
        pytest.skip("FRAMELINE_REFI_XSD does not name the standard's Project.xsd")
    return etree.XMLSchema(etree.parse(path))


@examples(10)
@given(projects(facts=("title", "author")))
def test_the_file_is_valid_by_the_standards_schema(tmp_path_factory, schema, project):
    out = tmp_path_factory.mktemp("refi") / "p.qdpx"
    refi_qda.write(replace(project, variables=VARIABLES), out)
    schema.assertValid(etree.fromstring(zipfile.ZipFile(out).read("project.qde")))


@examples(10)
@given(projects(facts=("title", "author")))
def test_the_file_points_at_what_is_there(tmp_path_factory, project):
    out = tmp_path_factory.mktemp("refi") / "p.qdpx"
    refi_qda.write(replace(project, variables=VARIABLES), out)
    archive = zipfile.ZipFile(out)
    root = etree.fromstring(archive.read("project.qde"))
    guids, targets = [], set()
    for element in root.iter():
        guids += [element.get("guid")] if element.get("guid") else []
        targets |= {v for k, v in element.items() if k in ("targetGUID", "creatingUser")}
        path = element.get("plainTextPath")
        if path:
            assert archive.read(f"sources/{path.removeprefix('internal://')}")
    assert all(GUID.fullmatch(guid) for guid in guids)
    assert len(set(guids)) == len(guids)
    assert targets <= set(guids)
    assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_codings_of_two_people_on_one_selection_are_two_annotations(tmp_path):
    users = f'<User guid="{U}" name="Anna"/><User guid="{{{W}}}" name="Béla"/>'
    two = (
        f'<Coding guid="{B}" creatingUser="{U}"><CodeRef targetGUID="{A}"/></Coding>'
        f'<Coding guid="{W}" creatingUser="{W.lower()}"><CodeRef targetGUID="{A}"/></Coding>'
    )
    found = read(packed(tmp_path, qde(source(selection(inner=two)), users=users)))
    assert [(c.coder, len(c.annotations)) for c in found.codings] == [("Anna", 1), ("Béla", 1)]
    assert found.rows == found.used == 2


def test_selections_without_code_memos_titles_and_facts_are_kept(tmp_path):
    inner = (
        selection(inner="<Description>mine</Description>", name="A title")
        + selection(4, 7, name="two", guid=B)
        + f'<NoteRef targetGUID="{W}"/>'
        + f'<VariableValue><VariableRef targetGUID="{B}"/><IntegerValue>1911</IntegerValue>'
        + "</VariableValue>"
    )
    variables = (
        f'<Variables><Variable guid="{B}" name="year" typeOfVariable="Integer"/></Variables>'
    )
    cases = (
        f'<Cases><Case guid="{W}" name="Norland"><CodeRef targetGUID="{A}"/>'
        f'<SourceRef targetGUID="{D}"/></Case></Cases>'
    )
    notes = f'<Notes><Note guid="{W}"><PlainTextContent>a memo</PlainTextContent></Note></Notes>'
    xml = qde(source(inner), variables=variables + cases, rest=notes)
    found = read(packed(tmp_path, xml))
    first, second = found.codings[0].annotations
    assert (first.values, first.note, first.quote) == ({}, "A title\nmine", "")
    assert (second.values, second.note, second.quote) == ({"code": ("ECO",)}, "", "two")
    assert found.documents[0].facts == {"year": "1911", "case": "Norland", "note": "a memo"}
    assert [str(left) for left in found.left] == [
        "1 parts of cases: a case is taken as facts about whole documents"
    ]


def test_the_unit_is_found_from_what_selections_quote(tmp_path):
    def start(project):
        return project.codings[0].annotations[0].spans

    for places, unit in (((10, 15), "code-points"), ((11, 16), "utf-16")):
        found = read(packed(tmp_path, qde(source(selection(*places, name="three")))))
        assert (start(found), found.offsets) == ((Span(10, 15),), unit)
        (tmp_path / "p.qdpx").unlink()
    found = read(packed(tmp_path, qde(source(selection(11, 16)))), offsets="utf-16")
    assert start(found) == (Span(10, 15),)


def test_other_media_links_and_sets_are_reported(tmp_path):
    rest = f'<Links><Link guid="{W}"/></Links><Sets><Set guid="{C}" name="s"/></Sets>'
    picture = (
        f'<PictureSource guid="{U}"><PictureSelection guid="{C}" firstX="0" firstY="0" secondX="1" '
        f'secondY="1"><Coding guid="{B}"><CodeRef targetGUID="{A}"/></Coding></PictureSelection>'
        f'</PictureSource><VideoSource guid="{B}"/>'
    )
    pdf = (
        f'<PDFSource guid="{W}" name="r.pdf"><PDFSelection guid="{C}" page="1" firstX="0" '
        f'firstY="0" secondX="1" secondY="1"/><Representation guid="{A}">'
        f"<PlainTextContent>one two</PlainTextContent>{selection()}</Representation></PDFSource>"
    )
    found = read(packed(tmp_path, qde(source() + picture + pdf, rest=rest)))
    assert sorted((left.count, left.what) for left in found.left) == [
        (1, "areas of PDF pages"), (1, "codings of picture sources"), (1, "links"),
        (1, "picture sources"), (1, "sets"), (1, "video sources"),
    ]  # fmt: skip
    assert [d.id for d in found.documents] == ["t.txt", "r.pdf"]
    assert (found.rows, found.used) == (7, 1)


def test_a_text_that_is_not_in_the_file_is_reported_and_its_codes_kept(tmp_path):
    lost = f'<TextSource guid="{D}" name="t" plainTextPath="internal://x.txt">{selection(5, 9)}'
    found = read(packed(tmp_path, qde(lost + "</TextSource>")))
    assert found.documents == (Document("t"),)
    assert found.codings[0].annotations[0].spans == (Span(5, 9),)
    assert [left.what for left in found.left] == ["texts"]


def test_texts_are_read_with_and_without_bom_whatever_the_case_of_the_folder(tmp_path):
    lost = f'<TextSource guid="{D}" name="t" plainTextPath="internal://X.txt"/>'
    for data in (b"a\r\nb", b"\xef\xbb\xbfa\r\nb", "a\r\nb".encode("utf-16")):
        found = read(packed(tmp_path, qde(lost), {"Sources/x.TXT": data}))
        assert found.documents[0].text == "a\r\nb"
        (tmp_path / "p.qdpx").unlink()


def test_names_given_twice_are_told_apart(tmp_path):
    codes = (
        f'<Code guid="{B}" name="top" isCodable="false"><Code guid="{C}" name="x"><Code guid="{D}"'
        f' name="y"/></Code><Code guid="{W}" name="z"><Code guid="{U}" name="y"/></Code></Code>'
    )
    users = f'<User guid="{U}" name="Anna"/><User guid="{W}" name="Anna"/>'
    found = read(packed(tmp_path, qde(source() + source(), codes=codes, users=users)))
    assert [d.id for d in found.documents] == ["t.txt", "t.txt (2)"]
    top = found.variables[0]
    assert [(c.code, c.label, c.parent) for c in top.codes] == [
        ("x", "", ""), ("y", "", "x"), ("z", "", ""), ("top/z/y", "y", "z"),
    ]  # fmt: skip


def test_what_would_be_lost_is_said_before(tmp_path):
    marks = (
        Annotation((Span(0, 1), Span(2, 3)), {"x": ("1",)}, layer="other"),
        Annotation((), {"x": ("1",)}, unit="s1"),
        Annotation((), {}),
    )
    project = Project(
        (Document("d", "abc"),),
        (Coding("d", "a", marks), Coding("d", "b")),
        (Variable("x", (Code("1", label="one", colour="red"),)),),
    )
    assert sorted((left.count, left.what) for left in refi_qda.cannot_hold(project)) == [
        (1, "annotations of other layers than claims"),
        (1, "annotations of whole documents"), (1, "annotations of whole documents"),
        (1, "colours of codes"), (1, "discontinuous annotations"),
        (1, "documents in which a coder marked nothing"), (1, "labels of codes"), (1, "units"),
    ]  # fmt: skip
    assert refi_qda.cannot_hold(Project((Document("d", "abc"),), ())) == []
    refi_qda.write(project, tmp_path / "p.qdpx")
    again = read(tmp_path / "p.qdpx").codings
    assert [a.spans for a in again[0].annotations] == [(Span(0, 3),), ()]


def test_ids_that_are_guids_survive(tmp_path):
    marks = (Annotation((Span(0, 1),), {"x": ("1",)}, id=A), Annotation((Span(0, 2),), {}, id=B))
    refi_qda.write(
        Project((Document("d", "abc"),), (Coding("d", "a", marks),)), tmp_path / "p.qdpx"
    )
    assert read(tmp_path / "p.qdpx").codings == (Coding("d", "a", marks),)


@pytest.mark.parametrize(
    ("name", "head", "expected"),
    [
        ("a.qdpx", b"PK\3\4", True),
        ("a.zip", b"PK\3\4....project.qde", True),
        ("a.zip", b"PK\3\4", False),
        ("a.qdc", b'<CodeBook xmlns="urn:QDA-XML:codebook:1.0">', True),
        ("a.qdc", '<CodeBook xmlns="urn:QDA-XML:codebook:1.0">'.encode("utf-16"), True),
        ("a.xml", b"<TEI/>", False),
        ("a.xsd", b'<xsd:schema targetNamespace="urn:QDA-XML:project:1.0">', False),
    ],
)
def test_sniff(tmp_path, name, head, expected):
    assert refi_qda.sniff(tmp_path / name, head) is expected


def test_writing_refuses_codes_that_are_each_others_parents(tmp_path):
    codes = (Code("a", parent="b"), Code("b", parent="a"))
    with pytest.raises(ExchangeError, match="each other's parents"):
        refi_qda.write(Project((), (), (Variable("v", codes),)), tmp_path / "p.qdpx")
    assert list(tmp_path.iterdir()) == []


def test_it_can_be_packed_by_another_zip_program(tmp_path):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("sources/", b"")
        archive.writestr("Project.qde", "\ufeff" + qde(source(selection())))
    (tmp_path / "p.qdpx").write_bytes(stream.getvalue())
    assert read(tmp_path / "p.qdpx").used == 1
