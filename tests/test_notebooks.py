"""The notebooks' house rules, read from their source (they are run in tests/test_report.py)."""

import ast
import json
import re
from pathlib import Path

import pytest

from frameline.record.findings import FORBIDDEN

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
MAX_LINES = 14
#: Digits that hand-written text may hold: section numbers, dates of publication, named tests.
ALLOWED_DIGITS = re.compile(r"\[@[\w-]+\]|\b(2001|2015|2021|2024)\b|`[^`]*`")

pytestmark = pytest.mark.skipif(not NOTEBOOKS, reason="no notebooks")
each = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)


def cells(path, kind):
    book = json.loads(path.read_text(encoding="utf8"))
    return [c for c in book["cells"] if c["cell_type"] == kind]


def source(cell):
    return "".join(cell["source"])


def tags(cell):
    return cell["metadata"].get("tags", [])


@each
def test_nothing_of_a_run_is_committed(path):
    for cell in cells(path, "code"):
        assert cell["outputs"] == []
        assert cell["execution_count"] is None


@each
def test_a_chapter_has_its_parts_in_order(path):
    found = [t for c in cells(path, "code") for t in tags(c)]
    assert found[:3] == ["parameters", "setup", "load"]
    assert found[-1] == "colophon"
    assert path.stem[:3].isdigit()
    first = json.loads(path.read_text(encoding="utf8"))["cells"][0]
    assert first["cell_type"] == "markdown"
    assert re.match(r"# [^\n]+\?\n\n", source(first)), "a title that asks, then what it is about"


@each
def test_code_is_thin(path):
    for cell in cells(path, "code"):
        tree = ast.parse(source(cell))
        defined = (ast.FunctionDef, ast.ClassDef, ast.Lambda, ast.AsyncFunctionDef)
        assert not any(isinstance(node, defined) for node in ast.walk(tree)), source(cell)
        if "setup" not in tags(cell):
            imports = (ast.Import, ast.ImportFrom)
            assert not any(isinstance(node, imports) for node in ast.walk(tree)), source(cell)
            assert len(source(cell).splitlines()) <= MAX_LINES, source(cell)


@each
def test_no_path_of_one_machine(path):
    text = path.read_text(encoding="utf8")
    assert not re.search(r"[\"' (](/(home|root|work|tmp|Users|usr)/|[A-Z]:\\\\)", text)


@each
def test_no_corpus_is_wired_in(path):
    """A chapter asks for roles: it names no document and no code of the default corpus."""
    text = "\n".join(source(c) for c in cells(path, "code"))
    for name in ("shaffer", "abedin", "tazmini", "snegovaya", "Russia", "Iran", "'GEO'", '"GEO"'):
        assert name not in text


@each
def test_prose_claims_no_more_than_the_design_can(path):
    for cell in cells(path, "markdown"):
        text = source(cell)
        found = [w for w in FORBIDDEN if re.search(rf"\b{w}\b", text, re.IGNORECASE)]
        assert not found, (found, text)
        assert not re.search(r"\d", ALLOWED_DIGITS.sub("", text)), text
