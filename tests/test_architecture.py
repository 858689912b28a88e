"""Who may import whom, held by reading the imports (see CONTRIBUTING.md)."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "frameline"

#: module or folder of modules -> what of ours it may import
ALLOWED = {
    "__init__": set(),
    "corpus": {"corpus", "record"},
    "measures": {"measures"},
    "charts": {"charts"},
    "record": {"record"},
    "phrases": set(),
    # Only to read the corpus once for all chapters (running/warm.py), and to know an unnamed pair.
    "report": {"report", "record", "corpus"},
    "exchange": {"exchange", "corpus"},
    "commands": {"commands", "corpus", "exchange", "report"},
    "cli": {"corpus", "commands", "report"},
}
NOTEBOOKS_MAY_NOT = {"report", "cli", "exchange"}


def ours(source):
    """The modules of the package that a piece of source imports, by their first name."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names = [a.name for a in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            names = [f"{node.module}.{a.name}" for a in node.names]
        else:
            continue
        found |= {n.split(".")[1] for n in names if n.startswith("frameline.")}
    return {
        name for name in found if (PACKAGE / name).is_dir() or (PACKAGE / f"{name}.py").exists()
    }


@pytest.mark.parametrize(
    "path", sorted(PACKAGE.rglob("*.py")), ids=lambda p: str(p.relative_to(PACKAGE))
)
def test_imports_keep_to_the_table(path):
    module = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    assert module in ALLOWED, f"{module}: give it a line in the table"
    assert ours(path.read_text(encoding="utf8")) <= ALLOWED[module]


def test_measures_and_charts_meet_only_in_notebooks():
    for part in ("measures", "charts"):
        for path in (PACKAGE / part).rglob("*.py"):
            other = {"measures", "charts"} - {part}
            assert not ours(path.read_text(encoding="utf8")) & other, path


def test_no_catch_all_modules():
    names = {p.stem for p in PACKAGE.rglob("*.py")}
    assert not names & {"utils", "util", "helpers", "helper", "misc", "common"}


#: Inside the corpus, from the bottom up: a module imports from shelves below its own only.
SHELVES = (
    {"fault", "dates", "schema", "missing", "showing", "ahead"},
    {"codebook"},
    {"filter", "texts", "tables", "datapackage"},
    {"protocol", "checks", "alignment"},
    {"assembly"},
    {"backends"},
    {"corpus"},
    {"voices"},
)


def room_imports(path, room):
    """The modules of a room that a file imports when it is read, by their first name there."""
    found = set()
    tree = ast.parse(path.read_text(encoding="utf8"))
    skipped = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if id(node) in skipped or not isinstance(node, ast.ImportFrom):
            continue
        names = [f"{node.module}.{alias.name}" for alias in node.names]
        found |= {n.split(".")[2] for n in names if n.startswith(f"frameline.{room}.")}
    return found


def test_inside_the_corpus_imports_point_down():
    corpus = PACKAGE / "corpus"
    shelf = {name: level for level, names in enumerate(SHELVES) for name in names}
    assert set(shelf) == {p.stem for p in corpus.glob("*.py")} - {"__init__"} | {"backends"}
    for path in corpus.rglob("*.py"):
        mine = path.relative_to(corpus).parts[0].removesuffix(".py")
        if mine == "__init__":
            continue
        for other in room_imports(path, "corpus") - {mine}:
            assert shelf[other] < shelf[mine], f"{path.relative_to(PACKAGE)} imports {other}"


def test_backends_do_not_know_each_other():
    backends = PACKAGE / "corpus" / "backends"
    memory = (backends / "memory.py").read_text(encoding="utf8")
    assert "backends.engine" not in memory
    for path in (backends / "engine").glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf8"))
        top = [node for node in tree.body if isinstance(node, ast.ImportFrom)]
        assert not [node for node in top if (node.module or "").endswith("backends.memory")], path
