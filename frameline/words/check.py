"""The words of the report checked without running a chapter.

Notebooks name exhibits, exhibits name messages, messages name findings, findings are added by
exhibits. All of these names are literals, so that a missing or an unused one is found by reading.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fluent.runtime import FluentResource
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from frameline.words.catalogue import SHARED
from frameline.words.language import texts_folder
from frameline.words.refused import JARGON, first_refused

#: What every message may show without being given it.
SETTINGS = {"level", "draws", "seed", "voice"}
#: Methods of a study whose first argument is a message.
_SAYING = {"say", "word", "words", "parts_of", "figure", "table", "state"}
#: A message that a study asks for itself: the filter of a chapter that counts no claims.
_ASKED_FOR = {"filter"}
PASSED_ON = "**"
#: How messages of charts begin whose names are put together with a code.
_PUT_TOGETHER = ("status-", "block-", "track-")
_ADDING = {"add": 0, "add_table": 1}
#: Parts of a message that may hold digits: how something was computed or is to be read.
_MAY_COUNT = {"note", "how"}
_CITATION = re.compile(r"\[@[\w.:-]+\]")
_PLACE = re.compile(r"\{(\w+)\}")
_EXHIBITS = Path(__file__).resolve().parents[1] / "exhibits"
_CHARTS = _EXHIBITS.with_name("charts")


@dataclass(frozen=True, order=True)
class Fault:
    """What is wrong with the words: where, what was found, and what to do."""

    file: str
    line: int
    found: str
    todo: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.found}; {self.todo}"


@dataclass
class _Use:
    """A place in an exhibit where a message is asked for."""

    message: str
    line: int
    file: str
    values: set[str] = field(default_factory=set)


@dataclass
class _Code:
    """What the exhibits of one chapter name."""

    uses: list[_Use] = field(default_factory=list)
    findings: set[str] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)
    #: Names in tables of values, for calls that pass such a table on (``**values``).
    names: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Pattern:
    """A part of a message: its fixed text, and what it names."""

    message: str
    part: str
    line: int
    texts: tuple[str, ...]
    variables: frozenset[str]
    messages: frozenset[str]


def check_words(
    notebooks: Path | None = None, texts: Path | None = None, exhibits: Path = _EXHIBITS
) -> list[Fault]:
    """Everything that is wrong with the words of the report.

    Parameters
    ----------
    notebooks : path, optional
        Folder of the notebooks; not looked at when not given.
    texts : path, optional
        Folder with a folder of catalogues for each language.
    exhibits : path
        Folder with a folder of exhibits for each chapter.

    Returns
    -------
    list of Fault
        By file and line; empty where all is well.
    """
    texts = texts or texts_folder()
    code = {path.name: _read_code(path) for path in sorted(exhibits.iterdir()) if path.is_dir()}
    code = {chapter: found for chapter, found in code.items() if not chapter.startswith("__")}
    general = _read_code(exhibits, "*.py")
    english = {path.stem: list(patterns(path)) for path in sorted((texts / "en").glob("*.ftl"))}
    faults = [fault for found in code.values() for fault in found.faults]
    findings = set().union(*(found.findings for found in (*code.values(), general)))
    common = {p.message for p in english.get(SHARED, ())}
    for chapter, found in code.items():
        faults += _missing(chapter, found, english.get(chapter, []), common)
        faults += _unfounded(chapter, found, english.get(chapter, []), findings)
        faults += _unused(chapter, found, english.get(chapter, []))
    faults += _chart_words(english.get(_CHARTS.name, []))
    for chapter, parts in english.items():
        faults += _unsayable(chapter, parts)
    for other in sorted(p for p in texts.iterdir() if p.is_dir() and p.name != "en"):
        faults += _untranslated(other, english)
    if notebooks is not None:
        faults += _unknown_exhibits(notebooks, exhibits)
    return sorted(set(faults))


# Reading exhibits --------------------------------------------------------------------------------


def _read_code(folder: Path, files: str = "**/*.py") -> _Code:
    code = _Code()
    for path in sorted(folder.glob(files)):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                _read_call(node, node.func.attr, f"{folder.name}/{path.name}", code)
            code.names |= _names(node)
    return code


def _names(node: ast.AST) -> set[str]:
    """The names in a table of values: ``{"name": …}`` or ``dict(name=…)``."""
    if isinstance(node, ast.Dict):
        return {key.value for key in node.keys if isinstance(key, ast.Constant)}  # type: ignore
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "dict":
        return {k.arg for k in node.keywords if k.arg}
    return set()


def _read_call(node: ast.Call, method: str, file: str, code: _Code) -> None:
    """Note the message or the finding that a call names."""
    if method in _ADDING and len(node.args) > 1:
        pattern = _literal(node.args[_ADDING[method]])
        if pattern is None and any(k.arg == "unit" for k in node.keywords):
            code.faults.append(Fault(file, node.lineno, "the key of a finding is put together",
                                     "write it out, with {place} and at="))  # fmt: skip
        elif pattern is not None:
            code.findings.add(pattern)
    if method in _SAYING and node.args:
        shared = [_literal(k.value) for k in node.keywords if k.arg == "message"]
        name = next(filter(None, shared), _literal(node.args[0]))
        if name is None:
            return
        if method == "state":
            code.findings.add(f"statement.{name}")
            name = "statement-" + _PLACE.sub(r"\1", name).replace(".", "-")
        values = {k.arg or PASSED_ON for k in node.keywords}
        if method == "parts_of":
            values |= {_literal(value) or "" for value in node.args[1:]}
        code.uses.append(_Use(name, node.lineno, file, values))


def _literal(node: ast.expr) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return None


# Reading catalogues ------------------------------------------------------------------------------


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


# The rules ---------------------------------------------------------------------------------------


def _missing(
    chapter: str, code: _Code, parts: list[Pattern], common: set[str]
) -> Iterator[Fault]:  # fmt: skip
    known = {p.message for p in parts} | common
    for use in code.uses:
        if use.message not in known:
            yield Fault(use.file, use.line, f"no message {use.message!r} in {chapter}.ftl",
                        "write it, or correct the name")  # fmt: skip


def _unused(chapter: str, code: _Code, parts: list[Pattern]) -> Iterator[Fault]:
    used = {use.message for use in code.uses} | {name for p in parts for name in p.messages}
    used |= _ASKED_FOR
    for part in {p.message: p for p in reversed(parts)}.values():
        if part.message not in used and not part.message.startswith("need-"):
            yield Fault(f"{chapter}.ftl", part.line, f"no exhibit uses {part.message!r}",
                        "take it out, or correct the name")  # fmt: skip


def _chart_words(parts: list[Pattern]) -> Iterator[Fault]:
    """Words that charts write without a message, and messages that no chart writes."""
    known, named = {part.message for part in parts}, set()
    for path in sorted(_CHARTS.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                named.add(node.value)  # a name may reach `word` by way of a table
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "word":
                name = _literal(node.args[0])
                if name is not None and name not in known:
                    yield Fault(f"charts/{path.name}", node.lineno,
                                f"no message {name!r} in charts.ftl", "write it")  # fmt: skip
    for part in parts:
        put_together = any(
            part.message.startswith(f"{name}-") for name in ("status", "block", "track")
        )
        if part.message not in named and not put_together:
            yield Fault("charts.ftl", part.line, f"no chart writes {part.message!r}",
                        "take it out, or correct the name")  # fmt: skip


def _unfounded(
    chapter: str, code: _Code, parts: list[Pattern], findings: set[str]
) -> Iterator[Fault]:
    """Variables that are no finding, no setting, and not given by those who use the message."""
    exact = {_PLACE.sub(r"\1", pattern).replace(".", "-") for pattern in findings}
    loose = [re.compile(_loose(pattern)) for pattern in findings if "{" in pattern]
    given: dict[str, set[str]] = {}
    for use in code.uses:
        passed = code.names if PASSED_ON in use.values else set()
        given.setdefault(use.message, set()).update(use.values, passed)
    for outer in parts:  # what is given to a message reaches those it refers to
        for inner in outer.messages:
            given.setdefault(inner, set()).update(given.get(outer.message, ()))
    for part in parts:
        for name in sorted(part.variables - SETTINGS - given.get(part.message, set())):
            known = name.startswith("name-") or name in exact
            if not known and not any(pattern.fullmatch(name) for pattern in loose):
                yield Fault(f"{chapter}.ftl", part.line, f"no finding for ${name}",
                            "add it in an exhibit, or give it in the call")  # fmt: skip


def _loose(pattern: str) -> str:
    """A pattern that the key of a finding matches with its places filled in."""
    pieces = _PLACE.split(pattern.replace(".", "-"))
    return "".join("[\\w-]+" if place % 2 else re.escape(p) for place, p in enumerate(pieces))


def _unsayable(chapter: str, parts: Iterable[Pattern]) -> Iterator[Fault]:
    """Digits that no finding backs, and words that are refused."""
    for part in parts:
        for text in part.texts:
            plain = _CITATION.sub("", text)
            if re.search(r"\d", plain) and part.part not in _MAY_COUNT:
                yield Fault(f"{chapter}.ftl", part.line, f"a digit in {plain.strip()!r}",
                            "let a finding give it")  # fmt: skip
            word = first_refused(plain) or (first_refused(plain, JARGON) * (part.part == "title"))
            if word:
                yield Fault(f"{chapter}.ftl", part.line, f"the word {word!r}",
                            "say it without: see frameline/words/refused.toml")  # fmt: skip


def _untranslated(folder: Path, english: dict[str, list[Pattern]]) -> Iterator[Fault]:
    """Messages of English that another language lacks, and the other way round."""
    for chapter, parts in english.items():
        path, file = folder / f"{chapter}.ftl", f"{folder.name}/{chapter}.ftl"
        if not path.is_file():
            yield Fault(file, 0, "no such catalogue", "translate it")
            continue
        there = {(p.message, p.part): p for p in patterns(path)}
        wanted = {(p.message, p.part): p for p in parts}
        for message, part in wanted.keys() - there.keys():
            name = f"{message}.{part}".rstrip(".")
            yield Fault(file, 0, f"no message {name!r}", "translate it")
        for key, found in there.items():
            if key not in wanted:
                yield Fault(file, found.line, f"{found.message!r} is not in English",
                            "take it out")  # fmt: skip
            elif found.variables - wanted[key].variables:
                more = ", ".join(sorted(found.variables - wanted[key].variables))
                yield Fault(file, found.line, f"English has no ${more} here", "take it out")


def _unknown_exhibits(notebooks: Path, exhibits: Path) -> Iterator[Fault]:
    names = {path.stem.replace("_", "-") for path in exhibits.glob("*/[a-z]*.py")}
    for path in sorted(notebooks.glob("*.ipynb")):
        for place, cell in enumerate(json.loads(path.read_text(encoding="utf-8"))["cells"], 1):
            if cell["cell_type"] != "code":
                continue
            for name in re.findall(r'\bexhibit\(\s*"([^"]+)"', "".join(cell["source"])):
                if name not in names:
                    yield Fault(path.name, place, f"no exhibit {name!r}", "correct the name")
