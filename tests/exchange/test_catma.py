"""CATMA: what is written comes back, and its own exports are read as it writes them."""

import tarfile
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.formats.catma.collections import _pieces
from frameline.exchange.formats.registry import load_format
from frameline.exchange.formats.tei.text import ID
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

catma = load_format("catma")

NS = 'xmlns="http://www.tei-c.org/ns/1.0"'
TEXT = "one 😀 two three"


def tag(ident, name, above="", colour="-16776961"):
    parent = f' baseTypes="{above}"' if above else ""
    return (
        f'<fsDecl xml:id="{ident}" n="2020-01-01T10:00:00.000+0100" type="{ident}"{parent}>'
        f'<fsDescr>{name}</fsDescr><fDecl xml:id="catma_displaycolor" name="catma_displaycolor">'
        f"<vRange><vColl><string>{colour}</string></vColl></vRange></fDecl>"
        '<fDecl xml:id="certainty" name="certainty"><vRange><vColl><string>low</string>'
        "<string>high</string></vColl></vRange></fDecl></fsDecl>"
    )


TAGS = tag("CATMA_T1", "ECO") + tag("CATMA_T2", "trade", "CATMA_T1", "-1")


def seg(ana, start, end):
    target = f"catma://CATMA_D1#char={start},{end}"
    return f'<seg ana="{ana}"><ptr target="{target}" type="inclusion"/></seg>'


def fs(ident="CATMA_A1", kind="CATMA_T1", author="anna", more=""):
    said = f'<f name="catma_markupauthor"><string>{author}</string></f>' if author else ""
    return f'<fs xml:id="{ident}" type="{kind}">{said}{more}</fs>'


def collection(segs="", instances="", tags=TAGS, author="anna"):
    return (
        f"<TEI {NS}><teiHeader><fileDesc><titleStmt><title>c</title><author>{author}</author>"
        "</titleStmt></fileDesc><encodingDesc>"
        f'<fsdDecl xml:id="CATMA_S1" n="How it is put 2020-01-01T10:00:00.000+0100">{tags}'
        "</fsdDecl></encodingDesc></teiHeader><text><body>"
        f'<ab type="catma">{segs}</ab></body>{instances}'
        "</text></TEI>"
    )


def export(folder, *collections, text=TEXT, name="letter"):
    below = folder / name
    (below / "annotationcollections").mkdir(parents=True)
    if text is not None:
        (below / f"{name}.txt").write_text(text, encoding="utf-8", newline="")
    for number, xml in enumerate(collections, 1):
        (below / "annotationcollections" / f"c{number}.xml").write_text(xml, encoding="utf-8")
    return folder


def read(*paths, **options):
    project = catma.read(list(paths), Options(**options))
    assert accounted(project)
    return project


def held(project):
    return replace(
        project,
        codings=tuple(
            replace(c, annotations=tuple(replace(a, id="") for a in c.annotations if a.spans))
            for c in project.codings
        ),
    )


@examples(10)
@given(projects(most_spans=3, quote=None), st.sampled_from(catma.suffixes))
def test_what_is_written_comes_back(tmp_path_factory, project, suffix):
    out = tmp_path_factory.mktemp("catma") / f"out{suffix}"
    catma.write(project, out)
    found = read(out)
    assert content(held(found)) == content(held(project))
    assert found.offsets == "utf-16"


@examples(5)
@given(projects(most_spans=3, quote=None))
def test_a_second_round_changes_nothing(tmp_path_factory, project):
    folder = tmp_path_factory.mktemp("catma")
    catma.write(project, folder / "a")
    once = read(folder / "a")
    catma.write(once, folder / "b")
    assert read(folder / "b") == once


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=6))
def test_pieces_cover_the_text_and_know_what_covers_them(places):
    marks = [Annotation((Span(min(p), max(p)),)) for p in places]
    pieces = list(_pieces(20, marks))
    assert [p[0] for p in pieces] == [0, *[p[1] for p in pieces[:-1]]]
    assert pieces[-1][1] == 20
    for start, end, covering in pieces:
        assert covering == [
            n for n, a in enumerate(marks) if a.spans[0].start <= start and end <= a.spans[0].end
            and a.spans[0].start < a.spans[0].end
        ]  # fmt: skip


def test_an_export_is_read_with_its_tags_and_properties(tmp_path):
    more = (
        '<f name="certainty"><vRange><vColl><string>low</string><string>high</string></vColl>'
        '</vRange></f><f name="comment"><string>why</string></f><f name="empty"/>'
        '<f name="catma_displaycolor"><string>-1</string></f>'
    )
    one = collection(
        seg("#CATMA_A1", 0, 3) + seg("#CATMA_A1 #CATMA_A2", 3, 6) + seg("#CATMA_A2", 7, 10)
        + "<ptr target='catma://CATMA_D1#char=10,16' type='inclusion'/>",
        fs(more=more) + fs("CATMA_A2", "CATMA_T2", "béla"),
    )  # fmt: skip
    found = read(export(tmp_path, one))
    assert found.documents == (Document("letter", TEXT),)
    assert found.codings == (
        Coding("letter", "anna", (
            Annotation((Span(0, 5),), {"How it is put": ("ECO",), "certainty": ("low", "high")},
                       id="CATMA_A1", note="why"),
        )),
        Coding("letter", "béla", (
            Annotation((Span(3, 5), Span(6, 9)), {"How it is put": ("trade",)}, id="CATMA_A2"),
        )),
    )  # fmt: skip
    assert found.variables == (
        Variable(
            "How it is put",
            (Code("ECO", colour="#0000ff"), Code("trade", colour="#ffffff", parent="ECO")),
        ),
        Variable("certainty", (Code("low"), Code("high")), several=True),
    )


def test_tags_of_one_name_and_tagsets_without_version(tmp_path):
    tags = (
        tag("T1", "a") + tag("T2", "x", "T1") + tag("T3", "b") + tag("T4", "x", "T3")
        + "</fsdDecl><fsdDecl n='Second set'>" + tag("T5", "x")
    )  # fmt: skip
    found = read(export(tmp_path, collection(tags=tags)))
    names = {v.name: [(c.code, c.label, c.parent) for c in v.codes] for v in found.variables}
    assert names["How it is put"] == [
        ("a", "", ""), ("x", "", "a"), ("b", "", ""), ("b/x", "x", "b"),
    ]  # fmt: skip
    assert names["Second set"] == [("x", "", "")]


def test_collections_without_annotations_are_work_done(tmp_path):
    found = read(export(tmp_path, collection(), collection(author="empty")))
    assert found.codings == (Coding("letter", "anna"),)
    assert found.documents == (Document("letter", TEXT),)


def test_annotations_without_a_place_are_reported(tmp_path):
    found = read(export(tmp_path, collection(instances=fs())))
    assert (found.rows, found.used) == (1, 0)
    assert str(found.left[0]) == (
        "1 annotations (letter/annotationcollections/c1.xml, line 1, fs): "
        "they have no place in the text"
    )


def test_the_packed_export_is_read_as_it_is(tmp_path):
    export(tmp_path / "d", collection(seg("#CATMA_A1", 7, 10), fs()))
    path = tmp_path / "export.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        archive.add(tmp_path / "d", "export")
    found = read(path)
    assert found.codings[0].annotations[0].spans == (Span(6, 9),)
    assert (found.codings[0].document, found.codings[0].coder) == ("letter", "anna")


def test_a_collection_without_its_text(tmp_path):
    export(tmp_path, collection(seg("#CATMA_A1", 7, 10), fs()), text=None)
    path = tmp_path / "letter" / "annotationcollections" / "c1.xml"
    found = read(path, offsets="code-points")
    assert found.documents == (Document("CATMA_D1"),)
    assert found.codings[0].annotations[0].spans == (Span(7, 10),)
    beside = tmp_path / "t.txt"
    beside.write_text(TEXT, encoding="utf-8")
    assert read(path, beside).codings[0].annotations[0].spans == (Span(6, 9),)


def test_texts_of_several_documents_in_one_folder_are_told_apart(tmp_path):
    for name in ("a_d1", "b_d2"):
        (tmp_path / f"{name}.txt").write_text(name + " " * 20, encoding="utf-8")
    (tmp_path / "c.xml").write_text(collection(seg("#CATMA_A1", 7, 10), fs()), encoding="utf-8")
    assert read(tmp_path).codings[0].document == "a_d1"


def test_the_file_is_shaped_as_catma_writes_it(tmp_path):
    marks = (
        Annotation((Span(0, 5),), {"frame": ("ECO",), "tone": ("calm",)}, note="why"),
        Annotation((Span(3, 9),), {"frame": ("ECO", "SAN")}),
    )
    project = Project(
        (Document("letter", TEXT),), (Coding("letter", "anna", marks),),
        (Variable("frame", (Code("ECO", colour="#0000ff"), Code("SAN", parent="ECO"))),),
    )  # fmt: skip
    catma.write(project, tmp_path / "out")
    path = tmp_path / "out" / "letter" / "annotationcollections" / "anna.xml"
    root = etree.parse(path).getroot()
    names = {"t": "http://www.tei-c.org/ns/1.0"}
    assert [p.get("target").partition("#")[2] for p in root.iterfind(".//t:ptr", names)] == [
        "char=0,3", "char=3,6", "char=6,10", "char=10,16",
    ]  # fmt: skip
    segs = [len(s.get("ana").split()) for s in root.iterfind(".//t:ab/t:seg", names)]
    assert segs == [1, 2, 1]
    ids = {e.get(ID): e for e in root.iter() if e.get(ID)}
    instances = root.findall("t:text/t:fs", names)
    described = [ids[fs.get("type")].findtext("t:fsDescr", namespaces=names) for fs in instances]
    assert described == ["ECO", "without tag"]
    said = {f.get("name"): f.findtext("t:string", namespaces=names) for f in instances[0]}
    assert said == {
        "catma_markupauthor": "anna", "catma_displaycolor": "-16776961", "tone": "calm",
        "note": "why",
    }  # fmt: skip
    child = next(t for t in root.iter("{*}fsDecl") if t.get("baseTypes"))
    assert ids[child.get("baseTypes")].findtext("t:fsDescr", namespaces=names) == "ECO"
    assert read(tmp_path / "out").variables[0] == replace(project.variables[0], several=True)


def test_a_tag_declares_what_its_annotations_say_and_no_more(tmp_path):
    # 150 gists are free text: as tags with all properties each, files grew with their square
    marks = tuple(
        Annotation((Span(0, 3),), {"frame": (code,), "gist": (f"{code} {n}",)} | more)
        for n in range(75) for code, more in (("ECO", {"tone": ("calm",)}), ("SAN", {}))
    )  # fmt: skip
    project = Project((Document("letter", TEXT),), (Coding("letter", "anna", marks),))
    catma.write(project, tmp_path / "out")
    path = tmp_path / "out" / "letter" / "annotationcollections" / "anna.xml"
    tags = {}
    for found in etree.parse(path).iter("{*}fsDecl"):
        names = [p.get("name") for p in found.iterfind("{*}fDecl")]
        tags[found.findtext("{*}fsDescr")] = names
    assert tags == {
        "ECO": ["gist", "tone"], "SAN": ["gist"], "calm": [], "without tag": []
    }  # fmt: skip
    back = read(tmp_path / "out")
    assert content(held(back))[1] == content(held(project))[1]
    assert {v.name: len(v.codes) for v in back.variables} == {"frame": 2, "gist": 0, "tone": 1}


@pytest.mark.parametrize("name", ["note", "comment", "catma_x"])
def test_names_with_another_meaning_are_refused(tmp_path, name):
    mark = Annotation((Span(0, 1),), {name: ("x",)})
    project = Project((Document("d", "ab"),), (Coding("d", "anna", (mark,)),))
    with pytest.raises(ExchangeError, match="rename it in the codebook"):
        catma.write(project, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_what_would_be_lost_is_said_before():
    marks = (
        Annotation((), {"x": ("1",)}, layer="actors", unit="u"),
        Annotation((Span(1, 1),), {"x": ("1",)}, quote="a"),
    )
    codes = (Code("1", "one", "the number", "red"),)
    project = Project(
        (Document("d", "a", {"title": "t"}),), (Coding("d", "anna", marks),),
        (Variable("x", codes, label="X"),),
    )  # fmt: skip
    assert {(left.count, left.what) for left in catma.cannot_hold(project)} == {
        (1, "annotations of whole documents"), (1, "annotations of other layers than claims"),
        (1, "units"), (1, "quotes"), (1, "facts about documents"), (1, "labels of variables"),
        (1, "labels of codes"), (1, "annotations of no characters"), (1, "definitions of codes"),
        (1, "colours of codes"),
    }  # fmt: skip


def test_sniff(tmp_path):
    assert catma.sniff(tmp_path / "a.xml", collection().encode())
    assert not catma.sniff(tmp_path / "a.xml", f"<TEI {NS}/>".encode())
    assert catma.sniff(export(tmp_path / "d", collection()), b"")
    packed = tmp_path / "a.tar.gz"
    with tarfile.open(packed, "w:gz") as archive:
        archive.add(tmp_path / "d", "export")
    assert catma.sniff(packed, packed.read_bytes())
    packed.write_bytes(packed.read_bytes()[:20])
    assert not catma.sniff(packed, packed.read_bytes())
    out = tmp_path / "out.zip"
    catma.write(Project((Document("d", "a"),), (Coding("d", "anna"),)), out)
    assert catma.sniff(out, out.read_bytes()[:65536])
