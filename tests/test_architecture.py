"""Who may import whom, held by reading the imports (see CONTRIBUTING.md)."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "frameline"

#: module or folder of modules -> what of ours it may import
ALLOWED = {
    "__init__": set(),
    "codebook": set(),
    "dates": set(),
    "corpus": {"codebook", "assembly", "checks", "kept", "lacks", "tables"},
    "kept": set(),
    "lacks": set(),
    "assembly": {"codebook", "dates", "alignment", "tables"},
    "alignment": set(),
    # Beside alignment: by place alone, never by what is measured.
    "matching": {"alignment"},
    "tables": {"codebook", "dates"},
    "checks": {"codebook", "corpus", "dates", "tables"},
    "texts": {"codebook", "corpus"},
    "measures": {"measures"},
    "charts": {"charts"},
    "findings": set(),
    "cuts": set(),
    "figure": {"cuts", "findings"},
    "phrases": set(),
    "switch": {"figure", "findings"},
    "voices": {"corpus", "findings", "switch"},
    # Only to read the corpus once for all chapters (report/warm.py), and to know an unnamed pair.
    "report": {"report", "figure", "findings", "corpus", "codebook"},
    "scale": {"scale", "codebook", "corpus", "dates", "lacks", "tables"},
    "exchange": {"exchange", "codebook", "corpus", "checks", "tables", "texts", "dates"},
    "commands": {"commands", "codebook", "corpus", "checks", "texts", "exchange", "report"},
    "cli": {"codebook", "corpus", "checks", "texts", "commands", "report", "scale"},
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
