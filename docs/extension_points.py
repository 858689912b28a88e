"""Pages of the documentation that are made from the code: extension points, lists of modules."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "frameline"


def on_files(files: Any, config: Any) -> Any:
    """Add the pages to those that are written by hand."""
    pages = {
        "extension-points.md": extension_points(),
        "reference/measures.md": modules("Measures", "measures"),
        "reference/charts.md": modules("Charts", "charts"),
        "reference/record.md": modules("Records", "record"),
    }
    for name, text in pages.items():
        files.append(File.generated(config, name, content=text))
    return files


def extension_points() -> str:
    """What can be added, where, and what there is already."""
    sections = [
        ("Exhibits", "a file in `frameline/exhibits/<chapter>/`, declared with `@shows`",
         sorted(PACKAGE.glob("exhibits/*/[a-z]*.py"))),
        ("Charts", "a file in `frameline/charts/`", sorted(PACKAGE.glob("charts/[a-z]*.py"))),
        ("Measures", "a file in `frameline/measures/`", sorted(PACKAGE.glob("measures/[a-z]*.py"))),
        ("Annotation formats", "a folder in `frameline/exchange/formats/`",
         sorted(PACKAGE.glob("exchange/formats/*/__init__.py"))),
        ("Commands", "a file in `frameline/commands/`", sorted(PACKAGE.glob("commands/[a-z]*.py"))),
        ("Languages", "a folder in `report/texts/`", []),
    ]  # fmt: skip
    lines = ["# Extension points", "", "Made from the code: what can be added, and what is there."]
    for title, place, found in sections:
        lines += ["", f"## {title}", "", f"To add one: {place}.", ""]
        rows = [f"| {_name(path)} | {_first_line(path)} |" for path in found]
        lines += ["| name | what it is |", "|---|---|", *rows] if rows else []
    return "\n".join(lines) + "\n"


def modules(title: str, folder: str) -> str:
    """A reference page of all modules of a folder."""
    found = sorted((PACKAGE / folder).rglob("[a-z]*.py"))
    names = [".".join(p.relative_to(ROOT).with_suffix("").parts) for p in found]
    return "\n\n".join([f"# {title}", *(f"::: {name}" for name in names)]) + "\n"


def _name(path: Path) -> str:
    name = path.parent.name if path.stem == "__init__" else path.stem
    return f"`{name.replace('_', '-')}`"


def _first_line(path: Path) -> str:
    """The first line of what a module says of itself."""
    text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return next(_plain(text), "")


def _plain(text: str) -> Iterator[str]:
    for line in text.splitlines():
        yield line.replace("|", "\\|")
