"""Do the tests notice when the code is wrong? Small changes at random, each against its tests.

    python benchmarks/mutation.py --count 120 --seed 1
    python benchmarks/mutation.py --count 120 --seed 1 --allow docs/decisions/mutants.txt

A change is one that a slip makes: < for <=, + for -, and for or, a number off by one, a condition
turned round, least for most. It is made in a copy of the project, and the tests that import the
changed module (with its doctests) run there until one fails. A change that no test notices is
printed with its line. With a list of changes that do not matter (one a line: file, change, why),
those are no survivors; the last line counts, and fewer than nine noticed in ten end with 1.

The packages that do this change a whole project and run its whole suite for each change; here the
tests of one module suffice, and a sample a week.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

#: What is changed: measures, the corpus, offsets of imports, and what replaces files as a whole.
AREAS = (
    "frameline/measures/**/*.py",
    "frameline/corpus/**/*.py",
    "frameline/exchange/model/offsets.py",
    "frameline/exchange/model/plac*.py",
    "frameline/exchange/model/locating.py",
    "frameline/exchange/review/offset_repair.py",
    "frameline/exchange/files/replacing.py",
    "frameline/exchange/files/saving.py",
    "frameline/report/keeping/place.py",
)
NOTICED_AT_LEAST = 0.9
LONGEST = 300
"""Seconds that the tests of a change may take; what takes longer is noticed (an endless loop)."""

MOST_TESTS = 5
"""Files of tests for a module, those of its own name first."""

COMPARED = {ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">", ast.Eq: "!=", ast.NotEq: "==",
            ast.Is: "is not", ast.IsNot: "is", ast.In: "not in", ast.NotIn: "in"}  # fmt: skip
REACHES = {ast.Add: "-", ast.Sub: "+", ast.Mult: "/", ast.Div: "*", ast.FloorDiv: "*",
           ast.BitAnd: "|", ast.BitOr: "&", ast.Pow: "*"}  # fmt: skip
NAMES = {"min": "max", "max": "min", "any": "all", "all": "any", "argmax": "argmin",
         "argmin": "argmax", "head": "tail", "tail": "head", "minimum": "maximum",
         "maximum": "minimum", "first": "last", "startswith": "endswith"}  # fmt: skip


@dataclass(frozen=True)
class Change:
    """One change: the characters from start to end of a file give way to new ones."""

    file: str
    line: int
    start: int
    end: int
    old: str
    new: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.old} -> {self.new}"


class _Places:
    """Where in a file changes may be made."""

    def __init__(self, file: str, text: str) -> None:
        self.file, self.text = file, text
        ends = [len(line) for line in text.encode().splitlines(keepends=True)]
        self.begin = [sum(ends[:i]) for i in range(len(ends) + 1)]

    def at(self, line: int, column: int) -> int:
        return len(self.text.encode()[: self.begin[line - 1] + column].decode())

    def span(self, node: ast.expr) -> tuple[int, int]:
        return (self.at(node.lineno, node.col_offset),
                self.at(node.end_lineno or 0, node.end_col_offset or 0))  # fmt: skip

    def change(self, node: ast.expr, new: str) -> Change:
        start, end = self.span(node)
        return Change(self.file, node.lineno, start, end, self.text[start:end], new)

    def between(self, left: ast.expr, right: ast.expr, new: str, sign: str) -> Iterator[Change]:
        """The sign between two expressions, where it stands alone."""
        start, end = self.span(left)[1], self.span(right)[0]
        alone = rf"(?<![\w*/<>=!]){re.escape(sign)}(?![\w*/<>=])"
        found = re.search(rf"\b{sign}\b" if sign[0].isalpha() else alone, self.text[start:end])
        if found and "#" not in self.text[start : start + found.start()]:
            first = start + found.start()
            yield Change(self.file, left.end_lineno or 0, first, first + len(sign), sign, new)


_SIGNS = {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!=",
          ast.Is: "is", ast.IsNot: "is not", ast.In: "in", ast.NotIn: "not in", ast.Add: "+",
          ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//", ast.BitAnd: "&",
          ast.BitOr: "|", ast.Pow: "**", ast.And: "and", ast.Or: "or"}  # fmt: skip


def changes(file: str, text: str) -> list[Change]:
    """List every change that may be made to a file, in the order of the text."""
    places, found = _Places(file, text), []
    for node in _running(ast.parse(text)):
        found += _of_node(places, node)
    return sorted(set(found), key=lambda change: (change.start, change.new))


def _running(node: ast.AST) -> Iterator[ast.AST]:
    """Every node that runs: no annotations, decorators, type names, and nothing of a file's head.

    Constants of a module are in, as they are what functions reckon with; imports are not.
    """
    yield node
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list", "type_params", "bases"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _raises(child) and not _typing(child):
                yield from _running(child)


def _raises(node: ast.AST) -> bool:
    """The words of an error are no behaviour to test; that it is raised hangs on its condition."""
    return isinstance(node, ast.Raise)


def _typing(node: ast.AST) -> bool:
    return isinstance(node, ast.Assign) and isinstance(node.value, (ast.Subscript, ast.BinOp)) \
        and isinstance(node.targets[0], ast.Name) and node.targets[0].id[0].isupper() \
        and not node.targets[0].id.isupper()  # fmt: skip


def _of_node(places: _Places, node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        kind = type(node.ops[0])
        yield from places.between(node.left, node.comparators[0], COMPARED[kind], _SIGNS[kind])
    elif isinstance(node, ast.BinOp) and type(node.op) in REACHES:
        if not any(isinstance(s, (ast.JoinedStr, ast.List)) or
                   (isinstance(s, ast.Constant) and isinstance(s.value, str))
                   for s in (node.left, node.right)):  # fmt: skip
            kind = type(node.op)
            yield from places.between(node.left, node.right, REACHES[kind], _SIGNS[kind])
    elif isinstance(node, ast.BoolOp):
        new = "or" if isinstance(node.op, ast.And) else "and"
        sign = "and" if new == "or" else "or"
        yield from places.between(node.values[0], node.values[1], new, sign)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.Not, ast.Invert)):
        start, end = places.span(node)
        yield places.change(node, f"({places.text[places.span(node.operand)[0] : end]})")
    elif isinstance(node, ast.Constant) and not isinstance(node.value, str):
        if isinstance(node.value, bool):
            yield places.change(node, str(not node.value))
        elif isinstance(node.value, (int, float)):
            yield places.change(node, f"({node.value} + 1)")
    elif isinstance(node, (ast.If, ast.IfExp, ast.While)) and not isinstance(
        node.test, ast.Compare
    ):
        start, end = places.span(node.test)
        yield places.change(node.test, f"(not ({places.text[start:end]}))")
    elif isinstance(node, ast.Call):
        yield from _of_call(places, node)


def _of_call(places: _Places, node: ast.Call) -> Iterator[Change]:
    name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
    if name in NAMES:
        end = places.span(node.func)[1]
        yield Change(
            places.file, node.func.end_lineno or 0, end - len(name), end, name, NAMES[name]
        )


# Which tests ------------------------------------------------------------------------------------


def test_files(file: str, root: Path) -> list[str]:
    """Name the tests of a module: those that import it, else those that import what imports it."""
    if file.endswith("__init__.py"):
        return []
    every = [(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"))
             for path in sorted((root / "tests").rglob("test_*.py"))]  # fmt: skip
    every = [(name, text) for name, text in every if "faults" not in name]
    code = {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
            for path in sorted((root / "frameline").rglob("*.py"))}  # fmt: skip
    named, seen = [file], {file}
    for _ in range(3):
        tests = [name for name, text in every if any(_imports(text, module) for module in named)]
        own = [t for t in tests if Path(file).stem in Path(t).stem]
        if tests:
            return list(dict.fromkeys([*own, *tests]))[:MOST_TESTS]
        users = [name for name, text in code.items()
                 if any(_imports(text, module) for module in named)]  # fmt: skip
        named = [name for name in users if name not in seen]
        seen |= set(named)
    return []


def _imports(text: str, file: str) -> bool:
    parts = file.removesuffix(".py").removesuffix("/__init__").split("/")
    package, name = re.escape(".".join(parts[:-1])), re.escape(parts[-1])
    dotted = rf"(?:from {package}\.{name} import|import {package}\.{name}\b)"
    both = rf"from {package} import [^\n]*\b{name}\b|from {package} import \([^)]*\b{name}\b"
    return bool(re.search(f"{dotted}|{both}", text))


# Running ----------------------------------------------------------------------------------------


def copied(to: Path) -> Path:
    """Copy what tests need; the folder is named as the project, which some of them rely on."""
    unwanted = shutil.ignore_patterns("build", ".cache", "__pycache__", ".venv", ".git", ".*_cache",
                                      "site")  # fmt: skip
    shutil.copytree(ROOT, to, ignore=unwanted, symlinks=True)
    return to


def run_tests(where: Path, file: str, tests: Sequence[str]) -> tuple[bool, float]:
    """Run the doctests of a module and its tests; whether all passed, and in how many seconds."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-m",
               "not slow", file, *tests]  # fmt: skip
    environment = {**os.environ, "PYTHONPATH": str(where), "PYTHONDONTWRITEBYTECODE": "1"}
    begun = time.monotonic()
    try:
        done = subprocess.run(command, cwd=where, env=environment, capture_output=True,
                              timeout=LONGEST)  # fmt: skip
    except subprocess.TimeoutExpired:
        return False, time.monotonic() - begun
    return done.returncode in (0, 5), time.monotonic() - begun


def sample(count: int, seed: int, only: str = "") -> list[Change]:
    """Draw changes, the same ones for a seed and a state of the code."""
    files = sorted({path for area in AREAS for path in ROOT.glob(area)})
    names = [path.relative_to(ROOT).as_posix() for path in files]
    every = [change for name in names if only in name
             for change in changes(name, (ROOT / name).read_text(encoding="utf-8"))]  # fmt: skip
    return random.Random(seed).sample(every, min(count, len(every)))


def allowed(path: Path | None) -> dict[str, str]:
    """Read the list of changes that do not matter: file and change, and why."""
    lines = path.read_text(encoding="utf-8").splitlines() if path else []
    entries = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {"\t".join(parts[:2]): parts[-1] for parts in entries}


def line_of(change: Change, changed: str) -> str:
    """The line of a change as it stands, without its number: what a list can name."""
    return changed.splitlines()[changed[: change.start].count("\n")].strip()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=120)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="part of a path")
    parser.add_argument("--most", type=int, default=MOST_TESTS, help="files of tests a module")
    parser.add_argument("--allow", type=Path, help="list of changes that do not matter")
    args = parser.parse_args()
    known, survived, harmless, sound = allowed(args.allow), [], 0, {}
    drawn = sample(args.count, args.seed, args.only)
    with tempfile.TemporaryDirectory() as folder:
        where = copied(Path(folder) / "frameline")
        for change in sorted(drawn, key=lambda one: (one.file, one.start)):
            tests = test_files(change.file, ROOT)[: args.most]
            if change.file not in sound:
                sound[change.file] = run_tests(where, change.file, tests)[0]
                if not sound[change.file]:
                    print(f"{change.file}: its tests fail as it is", flush=True)
            path = where / change.file
            whole = path.read_text(encoding="utf-8")
            changed = whole[: change.start] + change.new + whole[change.end :]
            path.write_text(changed, encoding="utf-8")
            passed, seconds = run_tests(where, change.file, tests)
            path.write_text(whole, encoding="utf-8")
            line = line_of(change, changed)
            matters = f"{change.file}\t{line}" not in known
            harmless += passed and not matters
            if passed and matters:
                survived.append(change)
            word = "unnoticed" if passed else "noticed"
            print(f"{word}\t{seconds:.0f} s\t{change}\t{line}", flush=True)
    counted = len(drawn) - harmless
    noticed = counted - len(survived)
    print(f"{noticed} of {counted} changes that matter noticed, {harmless} do not matter")
    return int(noticed < NOTICED_AT_LEAST * counted or not all(sound.values()))


if __name__ == "__main__":
    sys.exit(main())
