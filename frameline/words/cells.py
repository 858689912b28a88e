"""The prose of notebooks and the words of report.toml in another language, message by message.

English stands where it is written: in the Markdown cells of the notebooks and in ``report.toml``.
Another language has ``cells.ftl`` with one message for each: ``c040-cell-05`` is the cell
``cell-05`` of the notebook ``040-….ipynb``, ``c040-short`` its short title in the contents,
``report-title`` the title in ``report.toml``.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

#: The catalogue of what is not in catalogues in English.
CELLS = "cells"
#: The keys of report.toml that a reader sees.
OF_REPORT = ("title", "subtitle", "edition", "claims_title")
_BRACES = re.compile(r"[{}]")
#: What means something to Fluent at the beginning of a line.
_SPECIAL = ("[", "*", ".")


def cell_message(notebook: str, cell: str) -> str:
    """The id of the message of a Markdown cell.

    >>> cell_message("040-what-changes.ipynb", "cell-05"), cell_message("mine.ipynb", "a1")
    ('c040-cell-05', 'cmine-a1')
    """
    return f"c{Path(notebook).stem.partition('-')[0]}-{cell}"


def short_message(notebook: str) -> str:
    """The id of the message of a chapter's short title."""
    return cell_message(notebook, "short")


def report_message(report: str, key: str) -> str:
    """The id of the message of a word of report.toml.

    >>> report_message("report.toml", "claims_title")
    'report-claims-title'
    """
    return f"{Path(report).stem}-{key.replace('_', '-')}"


def markdown_cells(notebook: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Id and text of the Markdown cells of a notebook."""
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            source = cell["source"]
            yield cell["id"], "".join(source) if isinstance(source, list) else source


def to_translate(notebooks: Path, reports: Path) -> dict[str, str]:
    """What another language has in ``cells.ftl``, in English.

    Parameters
    ----------
    notebooks : path
        Folder of the notebooks.
    reports : path
        Folder with the files like report.toml.

    Returns
    -------
    dict of str to str
        Id of the message to its text.
    """
    found: dict[str, str] = {}
    for path in sorted(reports.glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        chapters = table.get("chapters", ())
        words = {report_message(path.name, key): table.get(key, "") for key in OF_REPORT}
        words |= {short_message(c["file"]): c.get("short", "") for c in chapters}
        found |= {name: text for name, text in words.items() if chapters and text}
    for path in sorted(notebooks.glob("*.ipynb")):
        notebook = json.loads(path.read_text(encoding="utf-8"))
        found |= {cell_message(path.name, cell): text for cell, text in markdown_cells(notebook)}
    return found


def as_message(name: str, text: str) -> str:
    """A text as a message of Fluent that gives it back.

    >>> print(as_message("c040-cell-05", "## {Why}?\\n\\n* one"), end="")
    c040-cell-05 =
        ## {"{"}Why{"}"}?
    <BLANKLINE>
        {""}* one
    """
    lines = []
    for line in text.strip("\n").split("\n"):
        escaped = _BRACES.sub(lambda brace: f'{{"{brace[0]}"}}', line)
        guard = '{""}' if escaped.startswith(_SPECIAL) else ""
        lines.append(f"    {guard}{escaped}" if escaped else "")
    return f"{name} =\n" + "\n".join(lines) + "\n"
