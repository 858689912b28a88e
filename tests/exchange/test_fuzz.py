"""Damaged files of every format end in a project or an ExchangeError, never in anything else."""

from __future__ import annotations

import contextlib
import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from frameline.exchange import (
    brat,
    csv_table,
    doccano,
    jsonl_table,
    label_studio,
    parquet_table,
    prodigy,
    xlsx_table,
)
from frameline.exchange.model import (
    Annotation,
    Coding,
    Document,
    ExchangeError,
    Options,
    Project,
    Span,
)
from tests.exchange.strategies import accounted

FORMATS = (label_studio, doccano, prodigy, brat, csv_table, jsonl_table, xlsx_table, parquet_table)
JSON_FORMATS = (label_studio, doccano, prodigy, jsonl_table)
SAID = Annotation((Span(2, 9),), {"label": ("ECO",), "tone": ("calm",)}, quote="Norland", note="n")
PROJECT = Project(
    (Document("letter", "😀 Norland\r\narms.", {"title": "A"}),),
    (Coding("letter", "anna", (SAID,)), Coding("letter", "ben")),
)


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """Every format's files of one project, as bytes by name."""
    found = {}
    for module in FORMATS:
        out = tmp_path_factory.mktemp("fuzz") / f"made{module.SUFFIXES[0]}"
        files = module.write(PROJECT, out)
        root = out if out.is_dir() else out.parent
        found[module.NAME] = {str(p.relative_to(root)): p.read_bytes() for p in files}
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


@pytest.mark.parametrize("module", FORMATS, ids=lambda m: m.NAME)
@given(data=st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_bytes_are_changed(module, written, data):
    files = dict(written[module.NAME])
    name = data.draw(st.sampled_from(sorted(files)))
    old = files[name]
    at = data.draw(st.integers(0, len(old)))
    cut = data.draw(st.integers(0, min(len(old) - at, 200)))
    new = data.draw(st.binary(max_size=8) | st.sampled_from([b"\xff\xfe", b"\0", b"\xef\xbb\xbf"]))
    files[name] = old[:at] + new + old[at + cut :]
    survives(module, files, Options(offsets=data.draw(st.sampled_from(["", "utf-16"]))))


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 50) | st.floats(-1, 5) | st.text(max_size=3)
    | st.just(10**30) | st.sampled_from(["accept", "labels", "choices"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["start", "end", "label", "id", "text", "x"]), inner, max_size=3),
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


@pytest.mark.parametrize("module", JSON_FORMATS, ids=lambda m: m.NAME)
@given(data=st.data())
@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
def test_json_values_are_changed(module, written, data):
    files = dict(written[module.NAME])
    name = data.draw(st.sampled_from(sorted(files)))
    whole = module is label_studio
    text = files[name].decode()
    values = [json.loads(text)] if whole else [json.loads(line) for line in text.splitlines()]
    for _ in range(data.draw(st.integers(1, 3))):
        number = data.draw(st.integers(0, len(values) - 1))
        path = data.draw(st.sampled_from(list(places(values[number]))))
        values[number] = changed(values[number], path, data.draw(JUNK))
    files[name] = "\n".join(json.dumps(value) for value in values).encode()
    survives(module, files, Options(offsets="code-points"))


CELLS = st.sampled_from(
    ["", "0", "5", "-1", "5;", ";", "1e9", "99999999999999", "\u0661", "x", "=1", '"', "\\", "a\tb"]
)


@given(
    st.lists(st.lists(CELLS, min_size=8, max_size=8), max_size=5),
    st.permutations(
        ["document", "coder", "start", "end", "text", "frame (several)", "date", "document_text"]
    ),
)
@settings(max_examples=150, deadline=None)
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
@settings(max_examples=150, deadline=None)
def test_lines_of_brat_are_anything(lines):
    files = {"x.ann": "\n".join(lines).encode(), "x.txt": b"abcdefgh"}
    survives(brat, files, Options())
