"""UIMA CAS: what is written comes back, others can read it, and exports are taken as they are."""

import io
import json
from dataclasses import replace

import cassis
import pytest
from hypothesis import given
from hypothesis import strategies as st

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.packing import zip_bytes
from frameline.exchange.formats.registry import load_format
from frameline.exchange.model.project import Annotation, Coding, Document, Options, Project, Span
from frameline.exchange.model.writing import cover
from tests.exchange.strategies import accounted, content, examples, projects

uima_cas = load_format("uima-cas")

XMI = (
    '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" '
    'xmlns:custom="http:///webanno/custom.ecore" '
    'xmlns:seg="http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore" '
    'xmi:version="2.0"><cas:NULL xmi:id="0"/>{inner}'
    '<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" '
    'sofaString="one 😀 two"/>{view}</xmi:XMI>'
)
SPAN = '<custom:Span xmi:id="{id}" sofa="1" begin="{begin}" end="{end}" frame="X"/>'


def xmi(inner="", view=""):
    return XMI.format(inner=inner, view=view)


def span(number=2, begin=0, end=3):
    return SPAN.format(id=number, begin=begin, end=end)


def saved(folder, text, name="anna.xmi"):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def read(*paths, **options):
    project = uima_cas.read(list(paths), Options(**options))
    assert accounted(project)
    return project


def held(project):
    return replace(
        project,
        codings=tuple(
            replace(
                c,
                annotations=tuple(
                    replace(a, spans=(cover(a),) if a.spans else ()) for a in c.annotations
                ),
            )
            for c in project.codings
        ),
    )


SEVERAL = (uima_cas.suffixes[0], ".zip", ".json.zip")


@examples(10)
@given(projects(quote=None, most_spans=2), st.sampled_from(SEVERAL))
def test_what_is_written_comes_back(tmp_path_factory, project, suffix):
    out = tmp_path_factory.mktemp("cas") / f"out{suffix}"
    uima_cas.write(project, out)
    found = read(out)
    assert content(found) == content(held(project))


@examples(5)
@given(projects(quote=None), st.sampled_from((".zip", ".json.zip")))
def test_the_same_project_gives_the_same_bytes(tmp_path_factory, project, suffix):
    folder = tmp_path_factory.mktemp("cas")
    first, second = folder / f"a{suffix}", folder / f"b{suffix}"
    uima_cas.write(project, first)
    uima_cas.write(project, second)
    assert first.read_bytes() == second.read_bytes()


@examples(10)
@given(
    projects(quote=None, documents=("letter",), coders=("anna",)), st.sampled_from(("xmi", "json"))
)
def test_cassis_reads_what_is_written(tmp_path_factory, project, kind):
    out = tmp_path_factory.mktemp("cas") / f"letter.{kind}"
    made = uima_cas.write(project, out)
    assert content(read(out)) == content(project), "who and what is in the file itself"
    if kind == "json":
        cas = cassis.load_cas_from_json(io.BytesIO(out.read_bytes()))
    else:
        types = cassis.load_typesystem(io.BytesIO(made[1].read_bytes()))
        cas = cassis.load_cas_from_xmi(io.BytesIO(out.read_bytes()), typesystem=types)
    text = project.documents[0].text
    assert cas.sofa_string == text
    wanted = {(s.start, s.end) for a in project.codings[0].annotations for s in a.spans}
    found = {
        (one.begin, one.end) for one in cas.select_all_fs() if one.type.name == "frameline.claims"
    }
    assert found == wanted


def test_offsets_are_utf16_unless_said_otherwise(tmp_path):
    path = saved(tmp_path, xmi(span(2, 7, 10)))
    assert read(path, coder="a").codings[0].annotations[0].spans == (Span(6, 9),)
    path = saved(tmp_path, xmi(span(2, 6, 9)))
    found = read(path, coder="a", offsets="code-points")
    assert found.codings[0].annotations[0].spans == (Span(6, 9),)


def test_words_relations_other_views_and_deleted_annotations_are_reported(tmp_path):
    inner = (
        '<seg:Token xmi:id="2" sofa="1" begin="0" end="3"/>' + span(3) + span(4)
        + '<custom:Rel xmi:id="5" sofa="1" begin="0" end="3" Governor="3" Dependent="3" kind="r"/>'
        + '<custom:Span xmi:id="6" sofa="9" begin="0" end="1"/>'
        + '<cas:Sofa xmi:id="9" sofaNum="2" sofaID="other" sofaString="x"/>'
    )  # fmt: skip
    view = '<cas:View sofa="1" members="2 3 5"/>'
    found = read(saved(tmp_path, xmi(inner, view)), coder="a")
    assert {(left.what, left.count) for left in found.left} == {
        ("words, sentences and notes of the program", 1), ("relations", 1),
        ("structures of other views", 1), ("structures outside of the view", 1),
    }  # fmt: skip
    assert (found.rows, found.used) == (5, 1)


TYPES = (
    '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types>'
    "<typeDescription><name>webanno.custom.Span</name><supertypeName>webanno.custom.Base"
    "</supertypeName><features><featureDescription><name>roles</name><rangeTypeName>"
    "uima.cas.FSArray</rangeTypeName></featureDescription><featureDescription><name>labels</name>"
    "<rangeTypeName>uima.cas.StringArray</rangeTypeName></featureDescription></features>"
    "</typeDescription><typeDescription><name>webanno.custom.Base</name><supertypeName>"
    "uima.tcas.Annotation</supertypeName><features><featureDescription><name>frame</name>"
    "<rangeTypeName>uima.cas.String</rangeTypeName></featureDescription></features>"
    "</typeDescription></types></typeSystemDescription>"
)


def test_a_type_system_tells_codes_from_references(tmp_path):
    inner = (
        '<custom:Span xmi:id="2" sofa="1" begin="0" end="3" frame="3" roles="3" labels="4"/>'
        '<cas:StringArray xmi:id="4"><elements>a</elements><elements>b</elements></cas:StringArray>'
        '<custom:Span xmi:id="3" sofa="1" begin="0" end="3"><labels>c</labels></custom:Span>'
    )
    saved(tmp_path / "d", xmi(inner))
    saved(tmp_path, TYPES, "TypeSystem.xml")
    found = read(tmp_path)
    first, second = found.codings[0].annotations
    assert first.values == {"frame": ("3",), "labels": ("a", "b")}
    assert second.values == {"labels": ("c",)}
    assert [str(left) for left in found.left] == [
        "1 features that point at annotations: only codes are taken"
    ]


def test_inception_packs_the_file_of_each_user(tmp_path):
    packed = {
        f"annotation/letter.txt/{user}.zip": zip_bytes(
            {f"{user}.xmi": xmi(span()).encode(), "TypeSystem.xml": TYPES.encode()}
        )
        for user in ("anna", "béla", "INITIAL_CAS")
    }
    path = tmp_path / "project.zip"
    path.write_bytes(zip_bytes({"exportedproject.json": b'{"name": "p"}', **packed}))
    found = read(path)
    assert [(c.document, c.coder, len(c.annotations)) for c in found.codings] == [
        ("letter.txt", "anna", 1), ("letter.txt", "béla", 1),
    ]  # fmt: skip
    assert [left.what for left in found.left] == ["annotations of nobody"]


def cas_json(*structures, text="one 😀 two", members=None):
    sofa = {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaID": "_InitialView", "sofaString": text}
    found = {"%TYPES": {}, "%FEATURE_STRUCTURES": [sofa, *structures]}
    if members is not None:
        found["%VIEWS"] = {"_InitialView": {"%SOFA": 1, "%MEMBERS": members}}
    return json.dumps(found)


def fs(number=2, **features):
    return {"%ID": number, "%TYPE": "custom.Span", "@sofa": 1, "begin": 0, "end": 3, **features}


def test_json_takes_strings_numbers_arrays_and_reports_references(tmp_path):
    array = {"%ID": 5, "%TYPE": "uima.cas.String[]", "%ELEMENTS": ["a", "b"]}
    whole = {"%ID": 4, "%TYPE": "custom.About", "@sofa": 1, "tone": "calm"}
    marks = fs(2, frame="X", sure=True, n=2, **{"#p": "NaN", "@to": 3, "@labels": 5}), fs(3)
    text = cas_json(*marks, whole, array, members=[2, 3, 4])
    found = read(saved(tmp_path, text, "d.json"), coder="a")
    one, two, about = found.codings[0].annotations
    assert one.values == {
        "frame": ("X",), "sure": ("true",), "n": ("2",), "p": ("NaN",), "labels": ("a", "b"),
    }  # fmt: skip
    assert (one.layer, about.layer, two.values) == ("Span", "About", {})
    assert (about.spans, about.values) == ((), {"tone": ("calm",)})
    assert (found.rows, found.used) == (4, 3)


def test_json_structures_may_be_an_object_by_id(tmp_path):
    listed = json.loads(cas_json(fs(2, frame="X")))
    listed["%FEATURE_STRUCTURES"] = {
        str(one.pop("%ID")): one for one in listed["%FEATURE_STRUCTURES"]
    }
    found = read(saved(tmp_path, json.dumps(listed), "d.json"), coder="a")
    assert found.codings[0].annotations == (Annotation((Span(0, 3),), {"frame": ("X",)}),)


def test_a_view_without_text_may_share_its_id(tmp_path):
    listed = json.loads(cas_json({"%ID": 1, "%TYPE": "custom.About", "tone": "calm"}))
    del listed["%FEATURE_STRUCTURES"][0]["sofaString"]
    found = read(saved(tmp_path, json.dumps(listed), "d.json"), coder="a")
    assert found.documents == (Document("d"),)
    assert found.codings[0].annotations == (Annotation((), {"tone": ("calm",)}),)


def test_one_file_is_for_one_coding(tmp_path):
    project = Project((Document("d", "x"),), (Coding("d", "a"), Coding("d", "b")))
    for name in ("d.xmi", "d.json"):
        with pytest.raises(ExchangeError, match="2 codings"):
            uima_cas.write(project, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("suffix", SEVERAL)
def test_a_text_that_xml_cannot_hold_is_refused_and_json_takes_it(tmp_path, suffix):
    project = Project((Document("d", "a\x01b"),), (Coding("d", "a"),))
    if suffix == ".json.zip":
        uima_cas.write(project, tmp_path / "out.json.zip")
        assert read(tmp_path / "out.json.zip").documents == project.documents
    else:
        with pytest.raises(ExchangeError, match=r"text, character 2; found the character U\+0001"):
            uima_cas.write(project, tmp_path / f"out{suffix}")
        assert list(tmp_path.iterdir()) == []


def test_what_would_be_lost_is_said_before():
    marks = (
        Annotation((Span(0, 1), Span(2, 3)), {"x": ("1",)}, id="i", quote="a b", unit="u"),
        Annotation((), {"x": ("1", "2")}, layer="actors", note="n"),
    )
    project = Project((Document("d", "a b", {"title": "t"}),), (Coding("d", "anna", marks),))
    assert {(left.count, left.what) for left in uima_cas.cannot_hold(project)} == {
        (1, "discontinuous annotations"), (1, "ids of annotations"), (1, "quotes"), (1, "units"),
        (1, "facts about documents"),
    }  # fmt: skip


def test_sniff(tmp_path):
    assert uima_cas.sniff(tmp_path / "a.xmi", xmi().encode())
    assert uima_cas.sniff(tmp_path / "a.json", cas_json().encode())
    inner = zip_bytes({"anna.xmi": xmi().encode()})
    for files in ({"d/anna.xmi": xmi().encode()}, {"annotation/d/anna.zip": inner}):
        path = tmp_path / "a.zip"
        path.write_bytes(zip_bytes(files))
        assert uima_cas.sniff(path, path.read_bytes())
    assert not uima_cas.sniff(tmp_path / "gone.zip", b"PK\3\4")
    assert not uima_cas.sniff(tmp_path / "a.json", b'[{"data": {}}]')
    saved(tmp_path / "d", xmi())
    assert uima_cas.sniff(tmp_path, b"")
