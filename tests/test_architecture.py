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
    "corpus": {"corpus", "record"},
    "measures": {"measures"},
    "charts": {"charts", "words"},
    "record": {"record", "words"},
    "words": {"words"},
    "exhibits": {"exhibits", "corpus", "measures", "charts", "record", "words"},
    "phrases": set(),
    # Only to read the corpus once for all chapters (running/warm.py), and to know an unnamed pair.
    "report": {"report", "record", "corpus", "words"},
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
    assert ours == {"frameline.record", "frameline.words", "frameline.words.formats", *modules}
    others = {name.split(".")[0] for name in loaded} - {"frameline", "__main__"}
    assert others <= sys.stdlib_module_names


def test_no_catch_all_modules():
    names = {p.stem for p in PACKAGE.rglob("*.py")}
    assert not names & {"utils", "util", "helpers", "helper", "misc", "common"}
