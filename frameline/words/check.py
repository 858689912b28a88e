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

from frameline.words.catalogue import SHARED
from frameline.words.cells import to_translate
from frameline.words.faults import Fault, Pattern, patterns
from frameline.words.language import languages, texts_folder, texts_folders
from frameline.words.phrase_use import ABOUT_THE_REPORT, wrong_phrases
from frameline.words.refused import JARGON, first_refused
from frameline.words.translated import untranslated

#: What every message may show without being given it.
SETTINGS = {"level", "draws", "seed", "voice"}
#: Methods of a study whose first argument is a message.
_SAYING = {"say", "word", "words", "parts_of", "figure", "table", "panel", "state"}
#: A message that a study asks for itself: the filter of a chapter that counts no claims.
_ASKED_FOR = {"filter"}
PASSED_ON = "**"
_ADDING = {"add": 0, "add_table": 1}
#: Parts of a message that may hold digits: how something was computed or is to be read.
_MAY_COUNT = {"note", "how"}
_CITATION = re.compile(r"\[@[\w.:-]+\]")
_PLACE = re.compile(r"\{(\w+)\}")
_EXHIBITS = Path(__file__).resolve().parents[1] / "exhibits"


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
    folders = [texts] if texts else texts_folders()
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
    faults += wrong_phrases(english)
    for chapter, parts in english.items():
        faults += _unsayable(chapter, parts)
    cells = to_translate(notebooks, texts.parent) if notebooks else {}
    for lang in languages(*folders):
        if lang != "en":
            home = next(folder / lang for folder in folders if (folder / lang).is_dir())
            faults += untranslated(home, english, cells)
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
            refused = first_refused(plain) if chapter not in ABOUT_THE_REPORT else ""
            word = refused or (first_refused(plain, JARGON) * (part.part == "title"))
            if word:
                yield Fault(f"{chapter}.ftl", part.line, f"the word {word!r}",
                            "say it without: see frameline/words/refused.toml")  # fmt: skip


def _unknown_exhibits(notebooks: Path, exhibits: Path) -> Iterator[Fault]:
    names = {path.stem.replace("_", "-") for path in exhibits.glob("*/[a-z]*.py")}
    for path in sorted(notebooks.glob("*.ipynb")):
        for place, cell in enumerate(json.loads(path.read_text(encoding="utf-8"))["cells"], 1):
            if cell["cell_type"] != "code":
                continue
            for name in re.findall(r'\bexhibit\(\s*"([^"]+)"', "".join(cell["source"])):
                if name not in names:
                    yield Fault(path.name, place, f"no exhibit {name!r}", "correct the name")
