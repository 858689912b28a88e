"""Web Annotation: what is written comes back, and the standard's kinds of targets are read."""

import json
from dataclasses import replace

import pytest
from hypothesis import given

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.packing import zip_bytes
from frameline.exchange.formats.registry import load_format
from frameline.exchange.model.project import Annotation, Coding, Document, Options, Project, Span
from tests.exchange.strategies import accounted, content, examples, projects

web_annotation = load_format("web-annotation")

TEXT = "one 😀 two one"
CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def anno(target="http://x.org/t", body=None, **more):
    made = {"@context": CONTEXT, "id": "http://x.org/1", "type": "Annotation", "target": target}
    return made | {"creator": "anna"} | ({} if body is None else {"body": body}) | more


def at(*selectors, source="http://x.org/t", **more):
    return {
        "source": source,
        "selector": list(selectors) if len(selectors) > 1 else selectors[0],
    } | more


def position(start, end, **more):
    return {"type": "TextPositionSelector", "start": start, "end": end, **more}


def quoting(exact, **more):
    return {"type": "TextQuoteSelector", "exact": exact, **more}


def saved(folder, value, name="a.jsonld", text=None):
    path = folder / name
    path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
    if text is not None:
        (folder / "t.txt").write_text(text, encoding="utf-8", newline="")
    return path


def read(*paths, **options):
    project = web_annotation.read(list(paths), Options(**options))
    assert accounted(project)
    return project


def first(tmp_path, value, text=TEXT, **options):
    saved(tmp_path, value, text=text)
    return read(tmp_path, **options).codings[0].annotations[0]


def held(project, texts=True):
    """The project as a folder holds it; as a file does, without its texts."""
    codings = []
    for coding in project.codings:
        marks = tuple(replace(a, id="") for a in coding.annotations)
        if marks:
            codings.append(replace(coding, annotations=marks))
    known = {coding.document for coding in codings}
    documents = [
        d if texts else Document(d.id) for d in project.documents if texts or d.id in known
    ]
    return replace(project, documents=tuple(documents), codings=tuple(codings))


@examples(10)
@given(projects(most_spans=3))
def test_what_is_written_comes_back(tmp_path_factory, project):
    folder = tmp_path_factory.mktemp("web")
    web_annotation.write(project, folder / "out")
    found = read(folder / "out")
    assert content(held(found)) == content(held(project))
    web_annotation.write(project, folder / "out.jsonld")
    found = read(folder / "out.jsonld")
    assert content(held(found)) == content(held(project, texts=False))


@examples(5)
@given(projects(with_text=False))
def test_documents_without_texts_keep_their_codes(tmp_path_factory, project):
    out = tmp_path_factory.mktemp("web") / "out.json"
    web_annotation.write(project, out)
    assert content(held(read(out))) == content(held(project, texts=False))


@examples(5)
@given(projects(most_spans=3))
def test_a_second_round_changes_nothing(tmp_path_factory, project):
    folder = tmp_path_factory.mktemp("web")
    web_annotation.write(project, folder / "out")
    once = read(folder / "out")
    web_annotation.write(once, folder / "again")
    assert read(folder / "again") == once


def test_the_file_is_as_the_standard_wants(tmp_path):
    marks = (
        Annotation((Span(0, 3), Span(6, 9)), {"frame": ("ECO: x", "SAN")}, note="why"),
        Annotation((), {"frame": ("ECO: x",)}, id="http://x.org/1"),
    )
    project = Project((Document("t 1", TEXT),), (Coding("t 1", "anna", marks),))
    web_annotation.write(project, tmp_path / "a.jsonld")
    page = json.loads((tmp_path / "a.jsonld").read_text(encoding="utf-8"))
    assert (page["@context"], page["type"]) == (CONTEXT, "AnnotationPage")
    one, two = page["items"]
    assert one["type"] == two["type"] == "Annotation"
    assert one["id"].startswith("urn:uuid:")
    assert two["id"] == "http://x.org/1"
    assert one["creator"] == {"type": "Person", "name": "anna"}
    assert [(body["purpose"], body["value"]) for body in one["body"]] == [
        ("tagging", "ECO: x"), ("tagging", "SAN"), ("commenting", "why"),
    ]  # fmt: skip
    assert one["target"]["type"] == "Composite"
    assert one["target"]["items"][1] == {
        "type": "SpecificResource",
        "source": "urn:frameline:document:t%201",
        "selector": [position(6, 9), quoting("two", prefix="one 😀 ", suffix=" one")],
    }
    assert two["target"] == "urn:frameline:document:t%201"


TWO = (Span(6, 9),)


@pytest.mark.parametrize(
    ("target", "spans"),
    [
        (at(position(6, 9)), TWO),
        (at(quoting("two")), TWO),
        (at(quoting("one", prefix="two ")), (Span(10, 13),)),
        (at(quoting("two"), position(6, 9)), TWO),
        (at(position(4, 13, refinedBy=position(2, 5))), TWO),
        (at(quoting("😀 two", refinedBy=quoting("two"))), TWO),
        (at({"type": "RangeSelector", "startSelector": quoting("two"),
             "endSelector": position(9, 9)}), TWO),
        (at({"type": "FragmentSelector", "value": "char=6,9"}), TWO),
        ("http://x.org/t#char=6,9", TWO),
        ("http://x.org/t", ()),
        ({"id": "http://x.org/t"}, ()),
        ({"source": {"id": "http://x.org/t"}}, ()),
        ({"type": "Composite", "items": [at(position(6, 9)), at(position(0, 1))]},
         (Span(0, 1), Span(6, 9))),
    ],
)  # fmt: skip
def test_targets(tmp_path, target, spans):
    assert first(tmp_path, anno(target)).spans == spans


@pytest.mark.parametrize(
    ("target", "why"),
    [
        (at(quoting("three")), "what they quote is not in the text"),
        (at(quoting("one")), "what they quote is in the text several times"),
        (at({"type": "XPathSelector", "value": "/p[1]"}), "a XPathSelector gives no position"),
        (at({"type": "SvgSelector", "value": "<svg/>"}), "a SvgSelector gives no position"),
        (at({"type": "CssSelector", "value": "p", "refinedBy": position(0, 1)}), "a CssSelector"),
        (at({"value": "p"}), "a selector without type gives no position"),
        ("http://x.org/t#xywh=0,0,9,9", "their fragment gives no position"),
    ],
)
def test_targets_without_a_place_are_reported(tmp_path, target, why):
    saved(tmp_path, anno(target), text=TEXT)
    found = read(tmp_path)
    assert (found.rows, found.used, found.codings) == (1, 0, ())
    assert why in str(found.left[0])


@pytest.mark.parametrize(
    ("body", "more", "values", "note"),
    [
        ({"type": "TextualBody", "purpose": "tagging", "value": "x"}, {}, {"tag": ("x",)}, ""),
        ([{"value": "x", "purpose": "tagging"}, {"value": "y", "purpose": ["tagging"]}], {},
         {"tag": ("x", "y")}, ""),
        ({"type": "SpecificResource", "purpose": "classifying", "source": "http://x.org/c"}, {},
         {"class": ("http://x.org/c",)}, ""),
        ({"value": "x"}, {"motivation": "oa:tagging"}, {"tag": ("x",)}, ""),
        ({"value": "why", "purpose": "commenting"}, {"motivation": "tagging"}, {}, "why"),
        ("http://x.org/note", {}, {}, "http://x.org/note"),
        ("http://x.org/c", {"motivation": ["classifying"]}, {"class": ("http://x.org/c",)}, ""),
        ({"type": "Choice", "items": [{"value": "a"}, {"value": "b"}]}, {}, {}, "a\nb"),
        (None, {"bodyValue": "said"}, {}, "said"),
        (None, {}, {}, ""),
    ],
)  # fmt: skip
def test_bodies(tmp_path, body, more, values, note):
    found = first(tmp_path, anno(body=body, **more))
    assert (found.values, found.note) == (values, note)


@pytest.mark.parametrize(
    ("creator", "coder"),
    [
        ("http://x.org/anna", "http://x.org/anna"),
        ({"name": "Anna", "nickname": "an"}, "Anna"),
        ({"nickname": ["an", "na"]}, "an"),
        ([{"id": "http://x.org/anna"}], "http://x.org/anna"),
        (None, "given"), ({}, "given"), ([], "given"),
    ],
)  # fmt: skip
def test_creators_are_coders(tmp_path, creator, coder):
    path = saved(tmp_path, anno(creator=creator))
    assert read(path, coder="given").codings[0].coder == coder


@pytest.mark.parametrize(
    "wrap",
    [
        lambda one: one,
        lambda one: [one],
        lambda one: {"type": "AnnotationPage", "items": [one]},
        lambda one: {"type": "AnnotationCollection", "first": {"items": [one]}},
        lambda one: {"@context": CONTEXT, "@graph": [one]},
    ],
)
def test_pages_collections_graphs_and_lists(tmp_path, wrap):
    found = read(saved(tmp_path, wrap(anno(at(position(6, 9))))))
    assert found.codings[0].annotations[0].spans == TWO


def test_several_targets_are_several_annotations_and_other_entries_are_reported(tmp_path):
    targets = [at(position(6, 9)), at(position(0, 1), source="http://y.org/t")]
    found = read(saved(tmp_path, [anno(targets), {"type": "Person"}]))
    assert [(d.id, d.facts) for d in found.documents] == [
        ("t", {"source": "http://x.org/t"}), ("t (2)", {"source": "http://y.org/t"}),
    ]  # fmt: skip
    assert (found.rows, found.used) == (3, 2)
    assert str(found.left[0]) == "1 entries (a.jsonld, annotation 2): they are no annotations"


def test_quotes_tell_the_unit(tmp_path):
    found = first(tmp_path, anno(at(position(7, 10), quoting("two"))))
    assert (found.spans, found.quote) == (TWO, "two")
    assert first(tmp_path, anno(at(position(7, 10))), offsets="utf-16").spans == TWO
    (tmp_path / "t.txt").unlink()
    with pytest.raises(ExchangeError, match="no text"):
        read(tmp_path, offsets="utf-16")


def test_a_zip_is_read_as_a_folder(tmp_path):
    files = {
        "a.jsonld": json.dumps(anno(at(quoting("two")))).encode(),
        "texts/t.txt": TEXT.encode(),
    }
    (tmp_path / "a.zip").write_bytes(zip_bytes(files))
    found = read(tmp_path / "a.zip")
    assert found.codings[0].annotations[0].spans == TWO
    assert found.documents[0].text == TEXT


def test_texts_without_annotations_are_documents(tmp_path):
    saved(tmp_path, [], text=TEXT)
    assert read(tmp_path).documents == (Document("t", TEXT),)


def test_what_would_be_lost_is_said_before():
    marks = (Annotation((), {"x": ("1",)}, layer="actors", unit="u"),)
    project = Project(
        (Document("d", "a b", {"title": "t"}),), (Coding("d", "anna", marks), Coding("d", "béla"))
    )
    assert {(left.count, left.what) for left in web_annotation.cannot_hold(project)} == {
        (1, "documents in which a coder marked nothing"), (1, "units"), (1, "texts"),
        (1, "annotations of other layers than claims"), (1, "facts about documents"),
    }  # fmt: skip


def test_texts_that_would_be_the_same_file_are_refused(tmp_path):
    project = Project((Document("a", "x"), Document("A", "y")), ())
    with pytest.raises(ExchangeError, match="rename one"):
        web_annotation.write(project, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_sniff(tmp_path):
    path = saved(tmp_path, anno())
    assert web_annotation.sniff(path, path.read_bytes())
    assert web_annotation.sniff(tmp_path, b"")
    assert not web_annotation.sniff(path, b'[{"data": {}}]')
