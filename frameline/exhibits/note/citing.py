"""How is this cited, and who may use what?"""

from __future__ import annotations

import json
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study


def _package(texts: Study) -> dict[str, Any]:
    """What the corpus says of itself; nothing where it says nothing."""
    path = texts.path / "datapackage.json"
    found = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return found if isinstance(found, dict) else {}


def _program() -> str:
    """The version of the program."""
    try:
        return version("frameline")
    except PackageNotFoundError:
        return ""


@shows()
def citing(texts: Study) -> Blocks:
    """How is this cited, and who may use what?"""
    f, package = texts.findings, _package(texts)
    licences = [str(one.get("title") or one.get("name")) for one in package.get("licenses") or ()]
    f.add("note.title", str(package.get("title") or ""), unit="name")
    f.add("note.version", str(package.get("version") or ""), unit="name")
    f.add("note.licences", licences, unit="list")
    f.add("note.program", _program(), unit="name")
    return [
        texts.say("cite-data", style="text", titled=bool(f["note.title"].value),
                  versioned=bool(f["note.version"].value)),
        texts.say("licence", style="text", licensed=bool(licences)),
        texts.say("code", style="text"),
    ]  # fmt: skip
