"""TEI: what is written comes back, and the Guidelines' ways of pointing are followed."""

from dataclasses import replace

import pytest
from hypothesis import given
from lxml import etree

from frameline.exchange.files.error import ExchangeError
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
from tests.exchange.strategies import FACTS, accounted, content, examples, projects

tei = load_format("tei")

NS = 'xmlns="http://www.tei-c.org/ns/1.0"'
BODY = '<text xml:id="t"><body><p xml:id="p"><w xml:id="w1">one</w> 😀 <w xml:id="w2">two</w>' \
       '<anchor xml:id="a"/></p><!-- no --><p>x</p></body></text>'  # fmt: skip
HEADER = (
    "<teiHeader><fileDesc><titleStmt><title>A  letter</title><author>Anna</author><respStmt "
    'xml:id="r"><resp>coder</resp><name>Béla</name></respStmt></titleStmt><publicationStmt>'
    '<date when="1911-03"/></publicationStmt></fileDesc><encodingDesc><classDecl><taxonomy '
    'xml:id="frame"><category xml:id="eco"><catDesc>Economy</catDesc><category xml:id="trade" '
    'n="TRADE"><desc>goods</desc></category></category></taxonomy></classDecl></encodingDesc>'
    "</teiHeader>"
)


def document(marks="", body=BODY, header=HEADER):
    return f"<TEI {NS}>{header}<standOff>{marks}</standOff>{body}</TEI>"


def spanning(inner="", **attributes):
    said = "".join(f' {name.rstrip("_")}="{value}"' for name, value in attributes.items())
    return f'<spanGrp resp="#r"><span{said}>{inner}</span></spanGrp>'


def saved(folder, xml, name="letter.xml"):
    path = folder / name
    path.write_text(xml, encoding="utf-8")
    return path


def read(*paths, **options):
    project = tei.read(list(paths), Options(**options))
    assert accounted(project)
    return project


def first(tmp_path, marks, **options):
    return read(saved(tmp_path, document(marks)), **options).codings[0].annotations[0]


@examples(10)
@given(projects(most_spans=3, quote=None, facts=tuple(FACTS)))
def test_what_is_written_comes_back(tmp_path_factory, project):
    out = tmp_path_factory.mktemp("tei") / "out.xml"
    tei.write(project, out)
    found = read(out)
    assert content(found) == content(project)
    again = out.with_name("again.xml")
    tei.write(replace(project, variables=found.variables), again)
    assert read(again) == found


@examples(5)
@given(projects(with_text=False, quote=None))
def test_documents_without_texts_keep_their_codes(tmp_path_factory, project):
    out = tmp_path_factory.mktemp("tei") / "out.xml"
    tei.write(project, out)
    assert content(read(out)) == content(project)


def test_places_without_texts_layers_ids_and_codes_come_back(tmp_path):
    marks = (
        Annotation((Span(3, 9), Span(12, 14)), {"frame": ("ECO",)}, id="m1", note="why"),
        Annotation((Span(3, 3),), {"role": ("trade",)}, layer="actors"),
        Annotation((Span(0, 1),), {}, id="m2"),
    )
    codes = (Code("ECO", "Economy", "money"), Code("trade", parent="ECO"))
    project = Project(
        (Document("a letter", None, {"outlet": " x "}), Document("empty", "")),
        (Coding("a letter", "anna", marks), Coding("empty", "béla")),
        (Variable("frame", codes, label="Frame"), Variable("role", (Code("trade"),), "actors")),
    )
    tei.write(project, tmp_path / "out.xml")
    found = read(tmp_path / "out.xml")
    assert content(found) == content(project)
    assert set(found.variables) == set(project.variables)


def test_the_file_is_as_the_guidelines_want(tmp_path):
    text = "one\r\n😀 two"
    marks = (Annotation((Span(0, 3), Span(7, 10)), {"frame": ("ECO",)}),)
    tei.write(Project((Document("d", text),), (Coding("d", "anna", marks),)), tmp_path / "o.xml")
    root = etree.parse(tmp_path / "o.xml").getroot()
    names = {"t": "http://www.tei-c.org/ns/1.0", "x": "http://www.w3.org/XML/1998/namespace"}
    span = root.find(".//t:standOff/t:spanGrp/t:span", names)
    block = root.find(".//t:text/t:body/t:ab", names)
    ids = {element.get(ID): element for element in root.iter() if element.get(ID)}
    assert span.get("target") == f"#string-range({block.get(ID)},0,3,7,3)"
    assert ids[span.get("ana").removeprefix("#")].get("n") == "ECO"
    assert block.text == text
    assert ids[span.getparent().get("resp").removeprefix("#")].find("t:name", names).text == "anna"
    for header in root.iterfind(".//t:teiHeader", names):
        assert etree.QName(header[0]).localname == "fileDesc"
        assert {etree.QName(e).localname for e in header[0]} >= {
            "titleStmt", "publicationStmt", "sourceDesc",
        }  # fmt: skip


TWO = (Span(6, 9),)


@pytest.mark.parametrize(
    ("marks", "spans"),
    [
        (spanning("x", target="#w2"), TWO),
        (spanning("x", from_="#w2"), TWO),
        (spanning("x", from_="#w1", to="#w2"), (Span(0, 9),)),
        (spanning("x", from_="#w2", to="#a"), TWO),
        (spanning("x", target="#w2 #w1"), (Span(0, 3), Span(6, 9))),
        (spanning("x", target="#string-range(p,6,3)"), TWO),
        (spanning("x", target="#string-range(#p, 6, 3, 0, 1)"), (Span(0, 1), Span(6, 9))),
        (spanning("x", target="#string-range(w2,1,2)"), (Span(7, 9),)),
        (spanning("x", target="#range(w1,w2)"), (Span(0, 9),)),
        (spanning("x", target="#left(w2)"), (Span(6, 6),)),
        (spanning("x", from_="#left(w2)", to="#right(w2)"), TWO),
        (spanning("x", target="#char=6,9"), TWO),
        (spanning("x", target="#t"), ()),
        ('<listAnnotation><annotation resp="#r" target="#w2"/></listAnnotation>', TWO),
    ],
)
def test_pointers(tmp_path, marks, spans):
    assert first(tmp_path, marks).spans == spans


def test_the_text_is_what_stands_in_it(tmp_path):
    found = read(saved(tmp_path, document(spanning("x", target="#w1"))))
    assert found.documents == (
        Document("letter", "one 😀 twox",
                 {"title": "A letter", "author": "Anna", "published": "1911-03"}),
    )  # fmt: skip


@pytest.mark.parametrize("target", ["#xpath(//w)", "other.xml#w1", "", "#match(p,'x')"])
def test_pointers_without_a_place_are_reported(tmp_path, target):
    found = read(saved(tmp_path, document(spanning("x", target=target))))
    assert (found.rows, found.used, found.codings) == (1, 0, ())
    assert found.left[0].why.startswith("they point at nothing")


@pytest.mark.parametrize(
    ("mark", "values", "note"),
    [
        (spanning("ECO ", target="#w1"), {"span": ("ECO",)}, ""),
        (spanning("ECO", target="#w1").replace("<spanGrp", '<spanGrp type="NE"'),
         {"NE": ("ECO",)}, ""),
        (spanning("why", target="#w1", ana="#eco #trade"), {"frame": ("eco", "TRADE")}, "why"),
        (spanning("<note>why</note>", target="#w1", ana="frame:X"), {"ana": ("frame:X",)}, "why"),
        (spanning("", target="#w1", ana="codes.xml#X"), {"ana": ("X",)}, ""),
        (spanning("", target="#w1", ana="#i"), {"tone": ("calm",)}, ""),
        (spanning("", target="#w1", ana="#f"), {"frame": ("X", "Y"), "n": ("2",)}, ""),
        (spanning("", target="#w1"), {}, ""),
    ],
)  # fmt: skip
def test_codes(tmp_path, mark, values, note):
    more = (
        '<interpGrp type="tone"><interp xml:id="i">calm</interp></interpGrp><fs xml:id="f">'
        '<f name="frame"><vColl><string>X</string><symbol value="Y"/></vColl></f><f name="n">'
        '<numeric value="2"/></f></fs>'
    )
    found = first(tmp_path, mark + more)
    assert (found.values, found.note) == (values, note)


def test_taxonomies_are_variables(tmp_path):
    found = read(saved(tmp_path, document(spanning("", target="#w1", ana="#trade"))))
    assert found.variables == (
        Variable("frame", (Code("eco", "Economy"), Code("TRADE", "", "goods", "", "eco"))),
    )
    assert found.codings[0].coder == "Béla"


def test_links_and_what_stands_in_no_document_are_reported(tmp_path):
    links = '<linkGrp><link target="#w1 #w2"/></linkGrp>'
    inner = document(links + spanning("x", target="#w1"))
    loose = f"<teiCorpus {NS}>{inner}<standOff>{spanning('x', target='#w1')}</standOff></teiCorpus>"
    found = read(saved(tmp_path, loose))
    assert sorted(map(str, found.left)) == [
        "1 annotations: they stand in no document",
        "1 links: only annotations of pieces of text are taken",
    ]
    assert (found.rows, found.used) == (3, 1)


def test_annotation_blocks_and_units(tmp_path):
    body = (
        '<text><body><annotationBlock who="anna"><u><seg xml:id="s">😀 one</seg></u><spanGrp><span '
        'target="#string-range(s,3,3)">X</span></spanGrp></annotationBlock></body></text>'
    )
    path = saved(tmp_path, document(body=body))
    assert read(path, offsets="utf-16").codings == (
        Coding("letter", "anna", (Annotation((Span(2, 5),), {"span": ("X",)}),)),
    )


def test_what_would_be_lost_is_said_before():
    marks = (
        Annotation((), {"x": ("1",)}, id="two words", unit="u"),
        Annotation((Span(0, 1),), {"x": ("1",)}, id="same", quote="a"),
        Annotation((Span(0, 1),), {"x": ("1",)}, id="same"),
    )
    codes = (Code("1", colour="#fff"), Code("2", parent="no code"))
    project = Project((Document("d", "a"),), (Coding("d", "anna", marks),), (Variable("x", codes),))
    assert {(left.count, left.what) for left in tei.cannot_hold(project)} == {
        (1, "units"), (1, "quotes"), (2, "ids of annotations"), (1, "colours of codes"),
        (1, "parents of codes"),
    }  # fmt: skip


@pytest.mark.parametrize("place", ["text", "note", "code", "coder"])
def test_characters_xml_cannot_hold_are_refused(tmp_path, place):
    said = {name: "a\x02" if name == place else "a" for name in ("text", "note", "code", "coder")}
    mark = Annotation((Span(0, 1),), {"x": (said["code"],)}, note=said["note"])
    project = Project((Document("d", said["text"]),), (Coding("d", said["coder"], (mark,)),))
    with pytest.raises(ExchangeError, match=r"U\+0002"):
        tei.write(project, tmp_path / "out.xml")
    assert list(tmp_path.iterdir()) == []


def test_sniff(tmp_path):
    assert tei.sniff(tmp_path / "a.xml", document().encode())
    assert not tei.sniff(tmp_path / "a.xml", f'<TEI {NS}><ab type="catma"/></TEI>'.encode())
    assert not tei.sniff(tmp_path / "a.xml", b"<x/>")
