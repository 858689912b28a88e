"""Who may import whom, held by reading the imports (see CONTRIBUTING.md)."""

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "frameline"

#: module or folder of modules -> what of ours it may import
ALLOWED = {
    "__init__": set(),
    "corpus": {"corpus", "record", "words"},
    "measures": {"measures"},
    "charts": {"charts", "words"},
    "record": {"record", "words"},
    "words": {"words"},
    "exhibits": {"exhibits", "corpus", "measures", "charts", "record", "words"},
    # Only to read the corpus once for all chapters (running/warm.py), and to know an unnamed pair.
    "report": {"report", "record", "corpus", "words"},
    "exchange": {"exchange", "corpus"},
    "commands": {"commands", "corpus", "exchange", "report", "exhibits", "words"},
    "cli": {"corpus", "commands", "report"},
}
NOTEBOOKS_MAY_NOT = {"report", "cli", "exchange"}
#: The rooms of exchange, the lowest first: a module imports from its own room and those below.
#: A corpus folder is a format too, and the one that needs to know how corpora are made and read.
EXCHANGE = ("files", "model", "formats", "incoming", "outgoing", "formats/corpus_folder", "review")


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


def test_measures_and_charts_meet_only_in_exhibits():
    for part in ("measures", "charts"):
        for path in (PACKAGE / part).rglob("*.py"):
            other = {"measures", "charts"} - {part}
            assert not ours(path.read_text(encoding="utf8")) & other, path


def test_records_need_nothing_but_the_standard_library():
    """Whoever reads a record waits for no other package, and needs none."""
    modules = [f"frameline.record.{path.stem}" for path in (PACKAGE / "record").glob("[!_]*.py")]
    lines = [f"import {module}" for module in modules]
    script = "; ".join([*lines, "import json, sys", "print(json.dumps([*sys.modules]))"])
    run = [
        sys.executable,
        "-I",
        "-S",
        "-c",
        f"import sys; sys.path.append({str(ROOT)!r}); {script}",
    ]
    loaded = json.loads(subprocess.run(run, check=True, capture_output=True, text=True).stdout)
    ours = {name for name in loaded if name.startswith("frameline.")}
    words = {f"frameline.words.{name}" for name in ("formats", "refused")}
    assert ours == {"frameline.record", "frameline.words", *words, *modules}
    others = {name.split(".")[0] for name in loaded} - {"frameline", "__main__"}
    assert others <= sys.stdlib_module_names


def test_no_catch_all_modules():
    names = {p.stem for p in PACKAGE.rglob("*.py")}
    assert not names & {"utils", "util", "helpers", "helper", "misc", "common"}


def room(parts):
    """The room of exchange that a path of modules below it lies in."""
    deep = "/".join(parts[:2])
    return EXCHANGE.index(deep if deep in EXCHANGE else parts[0])


@pytest.mark.parametrize(
    "path",
    [p for p in sorted((PACKAGE / "exchange").rglob("*.py")) if p.parent.name != "exchange"],
    ids=lambda p: str(p.relative_to(PACKAGE / "exchange")),
)
def test_the_rooms_of_exchange_import_only_downwards(path):
    here = room(path.relative_to(PACKAGE / "exchange").parts)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module.startswith("frameline.exchange"):
            names = node.module.split(".")[2:] or [node.names[0].name]
            assert room(names) <= here, f"{path.name} imports {node.module}"


def test_exchange_has_no_modules_outside_its_rooms():
    assert [p.name for p in (PACKAGE / "exchange").glob("*.py")] == ["__init__.py"]


@pytest.mark.parametrize(
    "path", sorted((PACKAGE / "exchange/formats").glob("*/__init__.py")), ids=str
)
def test_the_declaration_of_a_format_imports_nothing_heavy(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    assert set(found) <= {"__future__", "frameline.exchange.formats.declaration"}
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Import)]


#: Inside the corpus, from the bottom up: a module imports from shelves below its own only.
SHELVES = (
    {
        "fault",
        "dates",
        "schema",
        "missing",
        "showing",
        "ahead",
        "leaning",
        "readings",
        "final_codes",
        "statements",
    },
    {"codebook"},
    {"filter", "texts", "tables", "datapackage"},
    {"protocol", "checks", "assignment", "remarks"},
    {"matching"},
    {"settling"},
    {"assembly"},
    {"backends"},
    {"corpus"},
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
