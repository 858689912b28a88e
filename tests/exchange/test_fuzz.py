"""Damaged files of every format end in a project or an ExchangeError, never in anything else."""

from __future__ import annotations

import contextlib
import io
import json
import tempfile
import zipfile
from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.packing import zip_bytes
from frameline.exchange.formats.registry import WRITTEN, load_format
from frameline.exchange.model.project import Annotation, Coding, Document, Options, Project, Span
from tests.exchange.strategies import accounted, examples

brat = load_format("brat")
jsonl_table = load_format("jsonl")

JSON_FORMATS = ("label-studio", "doccano", "prodigy", "jsonl", "web-annotation")
ZIPS = ("xlsx", "refi-qda", "catma", "uima-cas")
XMLS = (*ZIPS, "tei")
SAID = Annotation((Span(2, 9),), {"label": ("ECO",), "tone": ("calm",)}, quote="Norland", note="n")
PROJECT = Project(
    (Document("letter", "😀 Norland\r\narms.", {"title": "A", "published": "1911"}),),
    (Coding("letter", "anna", (SAID,)), Coding("letter", "ben")),
)
#: What an attribute or a text of XML may say that no program wrote.
ODD = st.sampled_from(["", "-1", "0", "99999999999", "1.5", "#", "x", "#x", "a b", "\u0661", "😀"])


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """Every format's files of one project, as bytes by name; packed ones under "NAME packed"."""
    found = {}
    for name in WRITTEN:
        module = load_format(name)
        for suffix in module.suffixes:
            packed = suffix.endswith((".zip", ".xlsx", ".qdpx"))
            key = f"{name} packed" if packed else name
            if key in found or (name == "uima-cas" and suffix in (".xmi", ".json")):
                continue
            out = tmp_path_factory.mktemp("fuzz") / f"made{suffix}"
            files = module.write(PROJECT, out)
            root = out if out.is_dir() else out.parent
            found[key] = {str(p.relative_to(root)): p.read_bytes() for p in files}
    return found


def survives(module, files, options):
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in files]
        for path, data in zip(paths, files.values(), strict=True):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            module.sniff(path, data[:65536])
        whole = [Path(folder)] if len(paths) > 1 else paths
        with contextlib.suppress(ExchangeError):
            assert accounted(module.read(whole, options))


def damaged(data, old):
    """A few bytes are other bytes, more bytes or none."""
    at = data.draw(st.integers(0, len(old)))
    cut = data.draw(st.integers(0, min(len(old) - at, 200)))
    new = data.draw(st.binary(max_size=8) | st.sampled_from([b"\xff\xfe", b"\0", b"\xef\xbb\xbf"]))
    return old[:at] + new + old[at + cut :]


@pytest.mark.parametrize("name", WRITTEN)
@given(data=st.data())
@examples(10)
def test_bytes_are_changed(name, written, data):
    key = name if name in written else f"{name} packed"
    files = dict(written[key])
    file = data.draw(st.sampled_from(sorted(files)))
    files[file] = damaged(data, files[file])
    unit = data.draw(st.sampled_from(["", "utf-16"]))
    survives(load_format(name), files, Options(offsets=unit))


CASES = Path(__file__).parent / "cases"
#: Files of formats that are only read, and of tables of other programs.
ONLY_READ = {
    "taguette": "taguette/taguette.sqlite3", "argilla": "other/argilla2.json",
    "conll": "other/conll.conll", "spacy": "other/spacy_train.json",
    "jsonl": "other/openai_batch.jsonl", "csv": "tables/dedoose_excerpts.csv",
}  # fmt: skip


@pytest.mark.parametrize("name", ONLY_READ)
@given(data=st.data())
@examples(15)
def test_bytes_of_formats_that_are_only_read_are_changed(name, data):
    path = CASES / ONLY_READ[name]
    files = {path.name: damaged(data, path.read_bytes())}
    survives(load_format(name), files, Options())


def repacked(files, change):
    """The only file of a format, a zip, with one of its members changed."""
    ((name, packed),) = files.items()
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        members = {member: archive.read(member) for member in archive.namelist()}
    change(members)
    return {name: zip_bytes(members)}


@pytest.mark.parametrize("name", ZIPS)
@given(data=st.data())
@examples(10)
def test_bytes_of_members_are_changed(name, written, data):
    def change(members):
        member = data.draw(st.sampled_from(sorted(members)))
        members[member] = damaged(data, members[member])

    survives(load_format(name), repacked(written[f"{name} packed"], change), Options())


def altered(data, xml):
    """A few elements of XML are gone, there twice, or say something else."""
    root = etree.fromstring(xml)
    for _ in range(data.draw(st.integers(1, 3))):
        every = [element for element in root.iter() if isinstance(element.tag, str)]
        element = every[data.draw(st.integers(0, len(every) - 1))]
        above = element.getparent()
        deed = data.draw(st.sampled_from(("text", "attribute", "attribute", "drop", "twice")))
        odd = data.draw(ODD)
        if deed == "attribute" and element.attrib:
            names = sorted(element.attrib)
            element.set(names[data.draw(st.integers(0, len(names) - 1))], odd)
        elif deed == "drop" and above is not None:
            above.remove(element)
        elif deed == "twice" and above is not None:
            above.append(deepcopy(element))
        else:
            element.text = odd
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


@pytest.mark.parametrize("name", XMLS)
@given(data=st.data())
@examples(15)
def test_elements_are_changed(name, written, data):
    def change(members):
        some = [m for m, d in members.items() if d.startswith(b"<") and not m.endswith(".txt")]
        member = data.draw(st.sampled_from(sorted(some)))
        members[member] = altered(data, members[member])

    if f"{name} packed" in written:
        files = repacked(written[f"{name} packed"], change)
    else:
        files = dict(written[name])
        change(files)
    survives(load_format(name), files, Options())


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 50) | st.floats(-1, 5) | st.text(max_size=3)
    | st.just(10**30) | st.sampled_from(["accept", "labels", "choices"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["start", "end", "label", "id", "text", "x", "type"]), inner, max_size=3),
    max_leaves=5,
)  # fmt: skip


def places(value, path=()):
    yield path
    if isinstance(value, dict):
        for key in value:
            yield from places(value[key], (*path, key))
    elif isinstance(value, list):
        for number, below in enumerate(value):
            yield from places(below, (*path, number))


def changed(value, path, junk):
    if not path:
        return junk
    copy = value.copy()
    copy[path[0]] = changed(value[path[0]], path[1:], junk)
    return copy


@pytest.mark.parametrize("form", JSON_FORMATS)
@given(data=st.data())
@examples(15)
def test_json_values_are_changed(form, written, data):
    files = dict(written[form])
    name = data.draw(st.sampled_from(sorted(n for n in files if "json" in n)))
    whole = form in ("label-studio", "web-annotation")
    text = files[name].decode()
    values = [json.loads(text)] if whole else [json.loads(line) for line in text.splitlines()]
    for _ in range(data.draw(st.integers(1, 3))):
        number = data.draw(st.integers(0, len(values) - 1))
        path = data.draw(st.sampled_from(list(places(values[number]))))
        values[number] = changed(values[number], path, data.draw(JUNK))
    files[name] = "\n".join(json.dumps(value) for value in values).encode()
    survives(load_format(form), files, Options(offsets="code-points"))


CELLS = st.sampled_from(
    ["", "0", "5", "-1", "5;", ";", "1e9", "99999999999999", "\u0661", "x", "=1", '"', "\\", "a\tb"]
)


@given(
    st.lists(st.lists(CELLS, min_size=8, max_size=8), max_size=5),
    st.permutations(
        ["document", "coder", "start", "end", "text", "frame (several)", "date", "document_text"]
    ),
)
@examples(40)
def test_cells_are_anything(rows, header):
    lines = "".join(json.dumps(dict(zip(header, cells, strict=True))) + "\n" for cells in rows)
    survives(jsonl_table, {"t.jsonl": lines.encode()}, Options())


BRAT = st.sampled_from(
    [
        "T1\tA 0 3\tabc",
        "T1",
        "T2\tA 3 0\tx",
        "T3\tA 0 2;5 6\tab f",
        "T4\tA 0 99\tx",
        "T5\tA 00 1\ta",
        "T6\tA \u0661 1\ta",
        "A1\tF T1 x",
        "A2\tF T9",
        "#1\t",
        "N1\tR T1 D:1\tx",
        "R1\tC Arg1:T1",
        "*\tE",
        "E1\tA:T1",
        "\u2028",
        "T1\tA 0 3\tabc\r",
        "Q",
        "\t",
    ]
)


@given(st.lists(BRAT, max_size=6))
@examples(40)
def test_lines_of_brat_are_anything(lines):
    files = {"x.ann": "\n".join(lines).encode(), "x.txt": b"abcdefgh"}
    survives(brat, files, Options())
