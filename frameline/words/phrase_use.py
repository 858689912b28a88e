"""Phrases that code and templates name, held against the catalogues of charts, page and corpus."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from frameline.words.faults import Fault, Pattern
from frameline.words.language import texts_folder

_PACKAGE = Path(__file__).resolve().parents[1]
#: Catalogues that speak of the report itself, not of what was found: an entry that "leads to" its
#: place says nothing about causes.
ABOUT_THE_REPORT = {"page", "sweep"}
#: What functions and methods that give a phrase are called.
_GIVING = {"word", "words", "part", "pieces", "said", "html"}
_IN_TEMPLATE = re.compile(r"\b(?:words|html)\(\s*\"([\w-]+)\"")
_IS_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class _Users:
    """What uses a catalogue: folders of the package but for some, a template."""

    folders: tuple[str, ...]
    #: How messages begin whose names are put together with a code or a role.
    put_together: tuple[str, ...] = ()
    template: str = ""
    but: tuple[str, ...] = ()


_CATALOGUES: Mapping[str, _Users] = {
    "charts": _Users(("charts",), ("status-", "block-", "track-")),
    "page": _Users(
        ("report",),
        ("part-", "view-", "panel-", "title-", "elsewhere-"),
        "frameline.html.j2",
        but=("sweeps",),
    ),
    "sweep": _Users(("report/sweeps",), template="sweep.html.j2"),
    "filter": _Users(
        ("corpus",), ("relevance-", "voice-", "modality-", "function-", "final-"), but=("missing",)
    ),
    "missing": _Users(("corpus",), ("table-", "role-"), but=("filter", "choices")),
}


def wrong_phrases(english: Mapping[str, list[Pattern]]) -> Iterator[Fault]:
    """Phrases that are named and missing, and messages that nothing names."""
    for catalogue, users in _CATALOGUES.items():
        parts = english.get(catalogue, [])
        known, named = {part.message for part in parts}, set()
        for file, line, name, given in _names(users):
            named.add(name)  # a name may reach the phrase by way of a table
            if given and name not in known:
                yield Fault(file, line, f"no message {name!r} in {catalogue}.ftl", "write it")
        for part in {p.message: p for p in reversed(parts)}.values():
            if part.message not in named and not part.message.startswith(users.put_together):
                yield Fault(f"{catalogue}.ftl", part.line, f"nothing shows {part.message!r}",
                            "take it out, or correct the name")  # fmt: skip


def _names(users: _Users) -> Iterator[tuple[str, int, str, bool]]:
    """File and line of each text that may name a message, and whether it surely does."""
    for folder in users.folders:
        for path in sorted((_PACKAGE / folder).rglob("*.py")):
            if not {path.stem, path.parent.name} & {*users.but}:
                yield from _in_code(path)
    if users.template:
        path = texts_folder().parent / "template" / users.template
        text = path.read_text(encoding="utf-8")
        for found in _IN_TEMPLATE.finditer(text):
            yield path.name, text[: found.start()].count("\n") + 1, found[1], True


def _in_code(path: Path) -> Iterator[tuple[str, int, str, bool]]:
    file = f"{path.parent.name}/{path.name}"
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield file, node.lineno, node.value, False
        if isinstance(node, ast.Call) and node.args:
            called = getattr(node.func, "id", getattr(node.func, "attr", "")).strip("_")
            first = node.args[0]
            if called in _GIVING and isinstance(first, ast.Constant):
                name = first.value
                if isinstance(name, str) and _IS_NAME.fullmatch(name):
                    yield file, first.lineno, name, True
