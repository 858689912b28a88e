"""The lines of brat's .ann files and annotation.conf.

The rules of the format: https://brat.nlplab.org/standoff.html and .../configuration.html.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.model.project import Code, Variable

#: The type of a text-bound annotation is this variable ...
TYPE = "type"
#: ... unless it is this one, which says nothing.
PLAIN = "Annotation"
#: What an attribute without a value says.
YES = "true"

_BOUND = re.compile(r"(\S+) (\d{1,12} \d{1,12}(?:;\d{1,12} \d{1,12})*)")
_LEFT = {"R": "relations", "E": "events", "*": "equivalences"}
_SECTION = re.compile(r"\[(\w+)\]")
_ATTRIBUTE = re.compile(r"(\S+)\s.*?Value:\s*([^,\s]+)")


@dataclass
class Bound:
    """One text-bound annotation, its places as the file counts."""

    place: str
    spans: list[tuple[int, int]]
    quote: str
    values: dict[str, tuple[str, ...]] = field(default_factory=dict)
    note: str = ""
    rows: int = 1

    def add(self, name: str, code: str) -> None:
        """Give a variable one more code."""
        self.values[name] = (*self.values.get(name, ()), code)


@dataclass
class Lines:
    """What a .ann file holds: its annotations, and how many lines of what kind were left."""

    rows: int = 0
    bound: dict[str, Bound] = field(default_factory=dict)
    left: list[tuple[str, str]] = field(default_factory=list)
    faults: list[ExchangeError] = field(default_factory=list)


def read_lines(text: str, file: str) -> Lines:
    """Which annotations stand in a .ann file, with their attributes and notes?

    Lines that are not brat's, ids given twice and targets that are not there are listed as faults.
    """
    found = Lines()
    later: list[tuple[str, str, str, str]] = []
    for number, line in enumerate(text.split("\n"), start=1):
        line = line.removesuffix("\r")
        if not line.strip():
            continue
        found.rows += 1
        place = f"line {number}"
        key, _, rest = line.partition("\t")
        kind = key[:1]
        try:
            if kind == "T":
                _take_bound(key, rest, found, file, place)
            elif kind in _LEFT:
                found.left.append((_LEFT[kind], "annotations are not linked here"))
            elif kind in ("A", "M", "N", "#"):
                later.append((kind, key, rest, place))
            else:
                allowed = "T, A, M, N, R, E, * or # and a number, then a tab"
                raise _broken(file, place, line, allowed)
        except ExchangeError as error:
            found.faults.append(error)
    for kind, key, rest, place in later:
        try:
            _take_about(kind, key, rest, found, file, place)
        except ExchangeError as error:
            found.faults.append(error)
    return found


def _broken(file: str, place: str, line: str, allowed: str) -> ExchangeError:
    return ExchangeError(file, place, repr(line[:60]), allowed, "correct the line")


def _take_bound(key: str, rest: str, found: Lines, file: str, place: str) -> None:
    head, _, quote = rest.partition("\t")
    match = _BOUND.fullmatch(head)
    if not match:
        raise _broken(file, place, f"{key}\t{rest}", "T1<tab>Type 0 5<tab>text")
    if key in found.bound:
        raise ExchangeError(file, place, f"the id {key} twice", "each id once", "renumber it")
    spans = []
    for pair in match[2].split(";"):
        start, end = (int(number) for number in pair.split(" "))
        if end < start:
            raise ExchangeError(
                file, place, f"end {end} before start {start}", "start <= end", "correct the line"
            )
        spans.append((start, end))
    values: dict[str, tuple[str, ...]] = {} if match[1] == PLAIN else {TYPE: (match[1],)}
    found.bound[key] = Bound(place, spans, quote, values)


def _take_about(kind: str, key: str, rest: str, found: Lines, file: str, place: str) -> None:
    """Take a line about another: an attribute, a reference or a note."""
    head, _, text = rest.partition("\t")
    parts = head.split(" ", 2)
    if len(parts) < 2 or (kind == "N" and len(parts) < 3):
        raise _broken(file, place, f"{key}\t{rest}", f"{key}<tab>Name T1 ...")
    name, target = parts[0], parts[1]
    bound = found.bound.get(target)
    if bound is None:
        if target.startswith("T"):
            raise ExchangeError(
                file, place, f"{key} about {target}, which is not there", "an id of a T line",
                "is the file complete?",
            )  # fmt: skip
        found.left.append(("lines about relations, events and attributes", "these are left too"))
    elif kind in ("A", "M"):
        bound.add(name, parts[2] if len(parts) > 2 else YES)
        bound.rows += 1
    elif kind == "N":
        base, _, reference = parts[2].partition(":")
        bound.add(base, reference or text)
        bound.rows += 1
    elif name == "AnnotatorNotes":
        bound.note = "\n".join(part for part in (bound.note, text) if part)
        bound.rows += 1
    else:
        found.left.append((f"lines {name}", "not a coder's note"))


def read_configuration(text: str) -> dict[str, Variable]:
    """Which types and attribute values does an annotation.conf declare?

    Examples
    --------
    >>> conf = "[entities]\\n!Actor\\n\\tState\\n[attributes]\\nTone Arg:State, Value:good|bad"
    >>> found = read_configuration(conf)
    >>> [code.code for code in found["type"].codes], found["type"].codes[1].parent
    (['Actor', 'State'], 'Actor')
    >>> [code.code for code in found["Tone"].codes]
    ['good', 'bad']
    """
    section = ""
    types: list[Code] = []
    above: list[tuple[int, str]] = []
    variables: dict[str, Variable] = {}
    for line in text.splitlines():
        bare = line.strip()
        if match := _SECTION.fullmatch(bare):
            section = match[1]
        elif not bare or bare.startswith(("#", "<", "-")):
            continue
        elif section == "entities":
            depth = len(line) - len(line.lstrip("\t "))
            name = bare.split()[0].lstrip("!")
            above = [(d, n) for d, n in above if d < depth]
            types.append(Code(name, parent=above[-1][1] if above else ""))
            above.append((depth, name))
        elif section == "attributes":
            name = bare.split()[0]
            values = _ATTRIBUTE.match(bare)
            codes = values[2].split("|") if values else [YES]
            variables[name] = Variable(name, tuple(Code(code) for code in codes))
    return {TYPE: Variable(TYPE, tuple(types)), **variables} if types else variables
