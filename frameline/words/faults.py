"""What is wrong with words, and the parts of catalogues that it is found in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fluent.runtime import FluentResource
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor


@dataclass(frozen=True, order=True)
class Fault:
    """What is wrong with the words: where, what was found, and what to do."""

    file: str
    line: int
    found: str
    todo: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.found}; {self.todo}"


@dataclass(frozen=True)
class Pattern:
    """A part of a message: its fixed text, and what it names."""

    message: str
    part: str
    line: int
    texts: tuple[str, ...]
    variables: frozenset[str]
    messages: frozenset[str]


class _Names(Visitor):
    """The names and the fixed text of a pattern."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.messages: set[str] = set()
        self.texts: list[str] = []

    def visit_VariableReference(self, node: Any) -> None:
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: Any) -> None:
        self.messages.add(node.id.name)

    def visit_TextElement(self, node: Any) -> None:
        self.texts.append(node.value)


def patterns(path: Path) -> Iterator[Pattern]:
    """All parts of all messages of a catalogue."""
    text = path.read_text(encoding="utf-8")
    for entry in FluentResource(text).body:
        if isinstance(entry, ftl.Junk):
            where = text[: entry.span.start].count("\n") + 1 if entry.span else 0
            raise ValueError(f"{path.name}, line {where}: not a message of Fluent")
        if not isinstance(entry, ftl.Message):
            continue
        parts = [("", entry.value), *((a.id.name, a.value) for a in entry.attributes)]
        for part, value in parts:
            if value is not None:
                names = _Names()
                names.visit(value)
                line = text[: value.span.start].count("\n") + 1 if value.span else 0
                yield Pattern(entry.id.name, part, line, tuple(names.texts),
                              frozenset(names.variables), frozenset(names.messages))  # fmt: skip
