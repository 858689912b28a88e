"""A whole build of a corpus with hostile texts in every field, on a machine without a network."""

import csv
import hashlib
import importlib.util
import io
import json
import os
import re
import socket
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import nbformat
import pypdf
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from frameline.report.escape import printable

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
CHAPTERS = ("020-what-do-they-call-it", "140-what-was-analysed", "150-how-was-it-coded",
            "170-registers")  # fmt: skip
PROBE = """
import hashlib, json
from IPython.display import display
told = hashlib.sha256(json.dumps([texts, one]).encode()).hexdigest()
display({"application/vnd.frameline.findings+json": {"chapter": "probe", "findings": [
    {"key": "told", "value": told, "unit": "text", "text": told}]}}, raw=True)
"""
pytestmark = pytest.mark.slow


def words(text):
    return " ".join(printable(text).split())


def hostile_corpus():
    spec = importlib.util.spec_from_file_location("hostile_corpus", HERE / "hostile_corpus.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return tmp_path_factory.mktemp("hostile")


@pytest.fixture(scope="module")
def environ(place):
    """No way out: Python's sockets are closed, and a proxy that nobody may ask takes the rest."""
    proxy = socket.create_server(("127.0.0.1", 0))
    proxy.setblocking(False)
    address = f"http://127.0.0.1:{proxy.getsockname()[1]}"
    names = ("http_proxy", "https_proxy", "all_proxy")
    (place / "network.log").touch()
    yield {
        **os.environ, **dict.fromkeys((*names, *(n.upper() for n in names)), address),
        "PYTHONPATH": os.pathsep.join(map(str, (HERE / "no_network", ROOT))),
        "NETWORK_LOG": str(place / "network.log"),
    }  # fmt: skip
    with pytest.raises(BlockingIOError):
        proxy.accept()
    proxy.close()


@pytest.fixture(scope="module")
def given(place):
    return hostile_corpus().make(place / "corpus")


@pytest.fixture(scope="module")
def built(place, given, environ, hostile):
    cells = [
        new_markdown_cell("# What was it told?\n\nA chapter."),
        new_code_cell('one = ""  # a text [text]\ntexts = [""]  # texts [text]',
                      metadata={"tags": ["parameters"]}),
        new_code_cell(PROBE),
    ]  # fmt: skip
    nbformat.write(new_notebook(cells=cells), place / "900-probe.ipynb")
    files = [
        *(ROOT / "notebooks" / f"{name}.ipynb" for name in CHAPTERS),
        place / "900-probe.ipynb",
    ]
    chapters = "".join(f'[[chapters]]\nfile = "{file.as_posix()}"\n' for file in files)
    # What the chapters cite.
    ours = (ROOT / "report/report.toml").read_text(encoding="utf-8")
    chapters += ours[ours.index("[[bibliography]]") :]
    (place / "report.toml").write_text(
        f'title = "{{{{7*7}}}} <b>"\ncorpus = "corpus"\nclaims_title = "#read(1) <i>"\n'
        f'template = "{(ROOT / "report/template").as_posix()}"\n{chapters}'
    )
    command = [sys.executable, "-m", "frameline.cli", "build", "--report", place / "report.toml",
               "--out", place / "build", "--jobs", "2", "-p", f"probe.one={hostile[0]}",
               "-p", f"probe.texts={json.dumps(hostile)}"]  # fmt: skip
    done = subprocess.run(command, env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return place / "build"


def test_nobody_asked_the_network(built, place):
    assert (place / "network.log").read_text() == ""


@pytest.mark.parametrize(
    "source", ["import urllib.request as u; u.urlopen('https://example.org')",
               "import socket; socket.create_connection(('192.0.2.1', 80))"]
)  # fmt: skip
def test_an_attempt_would_have_been_noted(environ, tmp_path, source):
    log = tmp_path / "log"
    noted = {**environ, "NETWORK_LOG": str(log)}
    noted = {name: value for name, value in noted.items() if "proxy" not in name.lower()}
    done = subprocess.run(
        [sys.executable, "-c", source], env=noted, capture_output=True, check=False
    )
    assert done.returncode
    assert re.search(r"example\.org|192\.0\.2\.1", log.read_text())


def test_nothing_in_the_page_is_active(built, parse):
    _, found = parse((built / "report.html").read_text(encoding="utf-8"))
    assert found == []


def test_every_text_of_every_field_is_shown_as_it_is(built, given, parse):
    tree, _ = parse((built / "report.html").read_text(encoding="utf-8"))
    shown = words("".join(tree.find("body").itertext()))
    missing = {(field, t) for field, texts in given.items() for t in texts if words(t) not in shown}
    assert missing == set()
    assert len({text for texts in given.values() for text in texts}) > 140


def test_parameters_arrive_as_they_were_given(built, hostile, parse):
    results = json.loads((built / "results.json").read_text(encoding="utf-8"))
    told = next(f["value"] for f in results if f["key"] == "told")
    assert told == hashlib.sha256(json.dumps([list(hostile), hostile[0]]).encode()).hexdigest()
    manifest = json.loads((built / "manifest.json").read_text(encoding="utf-8"))
    probe = next(c for c in manifest["chapters"] if c["key"] == "probe")
    assert probe["parameters"] == {"one": hostile[0], "texts": list(hostile)}


def test_a_browser_finds_nothing_to_do(built, browser):
    page = (built / "report.html").as_uri()
    browser.open(page)
    assert [deed for deed in browser.deeds if not deed.startswith("data:font/")] == [page]


def test_the_pdf_prints_and_reads_nothing(built):
    pages = pypdf.PdfReader(built / "report.pdf").pages
    text = "".join("".join(page.extract_text() for page in pages).split())
    assert "root:x:0:0" not in text
    for said in ('#read("/etc/passwd")', '#eval("1+1")', '#include"/etc/passwd"', "{{7*7}}<b>"):
        assert said in text


def test_files_of_figures_hold_no_formula_and_nothing_active(built):
    files = sorted((built / "figures").iterdir())
    assert {file.suffix for file in files} == {".csv", ".png", ".svg"}
    for file in files:
        assert re.fullmatch(r"[a-z][a-z0-9-]*\.(csv|png|svg)", file.name)
        if file.suffix == ".csv":
            rows = csv.reader(io.StringIO(file.read_text(encoding="utf-8"), newline=""))
            cells = [cell for row in rows for cell in row]
            assert not [c for c in cells if re.match(r"\s*[=+@]|\s*-\D", c)], file.name
        if file.suffix == ".svg":
            root = ET.fromstring(file.read_text(encoding="utf-8"))
            names = {element.tag.split("}")[-1] for element in root.iter()}
            assert not names & {"script", "foreignObject", "a", "style", "animate", "set"}
            assert "evil.example" not in " ".join(v for e in root.iter() for v in e.attrib.values())
