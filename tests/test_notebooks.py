"""The notebooks' house rules, read from their source (they are run in tests/test_report.py)."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from frameline.words.check import check_words
from frameline.words.refused import first_refused

ROOT = Path(__file__).parents[1]
RUFF = str(Path(sys.executable).with_name("ruff"))
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
#: Chapters whose pages are laid out to begin with what they show; its title says what they say.
BEFORE_ANNEX = {
    chapter["file"]
    for chapter in tomllib.loads((ROOT / "report/report.toml").read_text("utf8"))["chapters"]
    if chapter.get("part", "report") in ("summary", "report")
}
MAX_LINES, MAX_CHAPTER = 5, 40
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
    assert re.match(r"# [^\n]+\?(\n\n|\Z)", source(first)), "a title that asks"
    if path.name not in BEFORE_ANNEX:
        assert "\n\n" in source(first), "then what it is about"


def formatted(code):
    """The lines of a cell as ruff writes them, without empty ones."""
    command = [RUFF, "format", "--config", str(ROOT / "pyproject.toml"), "--stdin-filename=x.py"]
    ran = subprocess.run([*command, "-"], input=code, capture_output=True, text=True, check=True)
    return [line for line in ran.stdout.splitlines() if line.strip()]


@each
def test_code_is_thin(path):
    lines = []
    for cell in cells(path, "code"):
        tree = ast.parse(source(cell))
        defined = (ast.FunctionDef, ast.ClassDef, ast.Lambda, ast.AsyncFunctionDef)
        assert not any(isinstance(node, defined) for node in ast.walk(tree)), source(cell)
        assert max(map(len, source(cell).splitlines())) <= 100, source(cell)
        if not {"parameters", "setup", "colophon"} & set(tags(cell)):
            lines.append(len(formatted(source(cell))))
        if "setup" not in tags(cell):
            imports = (ast.Import, ast.ImportFrom)
            assert not any(isinstance(node, imports) for node in ast.walk(tree)), source(cell)
    assert max(lines) <= MAX_LINES, lines
    assert sum(lines) <= MAX_CHAPTER, lines


def test_the_words_of_the_report_stand_in_the_catalogue():
    """Every message is there and used, every number in it a finding; no chapter is run."""
    assert [str(fault) for fault in check_words(ROOT / "notebooks")] == []


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
        assert not first_refused(text), text
        assert not re.search(r"\d", ALLOWED_DIGITS.sub("", text)), text
