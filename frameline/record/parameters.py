"""The parameters of a chapter: read from its notebook without running it, and checked."""

from __future__ import annotations

import ast
import io
import json
import re
import tokenize
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from frameline.words.nearest import hint

TAG = "parameters"
_KINDS = {"path", "documents", "text"}
_TYPES: tuple[type, ...] = (bool, int, float, str, list)
_RANGE = re.compile(r"^\s*(?P<low>[-+]?[\d.]*\d)?\s*\.\.\s*(?P<high>[-+]?\d[\d.]*)?\s*$")
_ALLOWED = re.compile(r"\[(?P<allowed>[^\[\]]*)\]\s*$")


class ParameterError(ValueError):
    """A parameter that is declared wrongly, or has a value that it may not have."""


@dataclass(frozen=True)
class Parameter:
    """One line of a parameters cell: ``NAME = LITERAL  # help [allowed]``."""

    name: str
    default: Any
    help: str = ""
    allowed: str = ""

    @property
    def type(self) -> type:
        """Type of the literal, which every other value must have too."""
        return type(self.default)

    @property
    def type_name(self) -> str:
        """The type in a reader's words."""
        names = {bool: "true or false", int: "whole number", float: "number", str: "text"}
        return names.get(self.type, "list")

    @property
    def kind(self) -> str:
        """``path``, ``documents``, ``text`` or nothing in particular."""
        return self.allowed if self.allowed in _KINDS else ""

    @property
    def choices(self) -> tuple[str, ...]:
        """The values of ``[a | b]``; empty where any value goes."""
        if "|" not in self.allowed:
            return ()
        return tuple(choice.strip() for choice in self.allowed.split("|"))

    @property
    def bounds(self) -> tuple[float | None, float | None] | None:
        """The ends of ``[low..high]``; None for an open end, or where there is no range."""
        found = _RANGE.match(self.allowed) if ".." in self.allowed else None
        if not found:
            return None
        low, high = found["low"], found["high"]
        return (float(low) if low else None, float(high) if high else None)


def read_parameters(notebook: Mapping[str, Any], chapter: str) -> dict[str, Parameter]:
    """Read what a chapter may be told, from its cell tagged ``parameters``.

    The cell is parsed, never run.

    Parameters
    ----------
    notebook : mapping
        The notebook as parsed JSON (nbformat 4).
    chapter : str
        Name for messages.

    Returns
    -------
    dict of str to Parameter
        In the order of the cell.

    Raises
    ------
    ParameterError
        No such cell, several of them, or a line that is not ``NAME = LITERAL``.
    """
    cells = [
        cell
        for cell in notebook.get("cells", [])
        if TAG in cell.get("metadata", {}).get("tags", []) and cell.get("cell_type") == "code"
    ]
    if len(cells) != 1:
        found = "no cell" if not cells else f"{len(cells)} cells"
        raise ParameterError(
            f'{chapter}: {found} with the tag "{TAG}"; allowed: exactly one code cell '
            "(in JupyterLab: property inspector, Cell Tags)"
        )
    source = cells[0].get("source", "")
    return parse_parameters("".join(source) if isinstance(source, list) else source, chapter)


def parse_parameters(source: str, chapter: str) -> dict[str, Parameter]:
    """Parse the text of a parameters cell.

    >>> found = parse_parameters('seed = 2001  # seed of the draws [0..]', "toy")
    >>> found["seed"].default, found["seed"].help, found["seed"].bounds
    (2001, 'seed of the draws', (0.0, None))
    """
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        raise ParameterError(
            f"{chapter}: the parameters cell is not Python, line {error.lineno}: {error.msg}"
        ) from None
    comments = _comments(source)
    parameters: dict[str, Parameter] = {}
    for statement in tree.body:
        name, value = _assignment(statement, chapter)
        if name in parameters:
            raise ParameterError(f'{chapter}: the parameters cell sets "{name}" twice')
        help_text, allowed = _help(comments.get(statement.end_lineno or 0, ""))
        parameter = Parameter(name, value, help_text, allowed)
        _check_declaration(parameter, chapter)
        parameters[name] = parameter
    return parameters


def _comments(source: str) -> dict[int, str]:
    """Comment text by line number."""
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return {t.start[0]: t.string.lstrip("# ") for t in tokens if t.type == tokenize.COMMENT}


def _assignment(statement: ast.stmt, chapter: str) -> tuple[str, Any]:
    line = statement.lineno
    if (
        not isinstance(statement, ast.Assign)
        or len(statement.targets) != 1
        or not isinstance(statement.targets[0], ast.Name)
    ):
        raise ParameterError(
            f"{chapter}: line {line} of the parameters cell is not an assignment; "
            "allowed: NAME = LITERAL  # help [allowed]"
        )
    name = statement.targets[0].id
    try:
        value = ast.literal_eval(statement.value)
    except ValueError:
        value = None
    if type(value) not in _TYPES:
        raise ParameterError(
            f'{chapter}: parameter "{name}" has no literal default; '
            "allowed: text, whole number, number, True, False or a list of these"
        )
    return name, value


def _help(comment: str) -> tuple[str, str]:
    """Split ``help [allowed]``."""
    found = _ALLOWED.search(comment)
    if not found:
        return comment.strip(), ""
    return comment[: found.start()].strip(), found["allowed"].strip()


def _check_declaration(parameter: Parameter, chapter: str) -> None:
    known = parameter.kind or parameter.choices or parameter.bounds or not parameter.allowed
    if not known:
        raise ParameterError(
            f'{chapter}: parameter "{parameter.name}" allows [{parameter.allowed}], which is none '
            "of [a | b], [low..high], [path], [documents], [text]"
        )
    fault = fault_of(parameter, parameter.default)
    if fault:
        raise ParameterError(f'{chapter}: the default of parameter "{parameter.name}": {fault}')


def convert(parameter: Parameter, text: str) -> Any:
    """Turn what stands on a command line into a value of the declared type.

    Raises
    ------
    ValueError
        When the text cannot be read as that type.

    >>> convert(Parameter("edition", "one"), "007"), convert(Parameter("seed", 1), "007")
    ('007', 7)
    >>> convert(Parameter("drop", []), "a, b"), convert(Parameter("drop", []), '["a,b"]')
    (['a', 'b'], ['a,b'])
    """
    text_or_list = _split(text) if parameter.type is list else text
    if isinstance(text_or_list, list):
        member = type(parameter.default[0]) if parameter.default else str
        return [_scalar(m, member) if isinstance(m, str) else m for m in text_or_list]
    return _scalar(text_or_list, parameter.type)


def _split(text: str) -> list[Any]:
    if not text.lstrip().startswith("["):
        return [part.strip() for part in text.split(",") if part.strip()]
    try:
        members = json.loads(text)
    except json.JSONDecodeError as error:
        raise ValueError(f"not a JSON list: {error.msg}") from None
    return list(members)


def _scalar(text: str, wanted: type) -> Any:
    if wanted is str:
        return text
    if wanted is bool:
        if text.lower() not in ("true", "false"):
            raise ValueError("neither true nor false")
        return text.lower() == "true"
    # int() takes 1_000 and Arabic digits; a command line should not.
    if wanted is int and not re.fullmatch(r"[-+]?[0-9]+", text.strip()):
        raise ValueError("not a whole number")
    return wanted(text)


def fault_of(
    parameter: Parameter, value: Any, documents: Sequence[str] | None = None
) -> str | None:
    """Say what is wrong with a value, or nothing when it is allowed.

    Parameters
    ----------
    parameter : Parameter
        What is declared.
    value : object
        What is offered.
    documents : sequence of str, optional
        Ids of the corpus, to check a ``[documents]`` parameter.

    Returns
    -------
    str or None
        ``found ...; allowed: ...``.

    >>> fault_of(Parameter("draws", 2000, "", "100..100000"), 5)
    'found 5; allowed: 100..100000'
    """
    if not _has_type(parameter, value):
        return f"found {shown(value)}; allowed: {parameter.type_name}" + (
            f" [{parameter.allowed}]" if parameter.allowed else ""
        )
    members = value if isinstance(value, list) else [value]
    if parameter.choices:
        bad = [m for m in members if str(m) not in parameter.choices]
        return _refusal(bad, parameter.allowed, parameter.choices)
    if parameter.bounds:
        bad = [m for m in members if not _within(m, *parameter.bounds)]
        return _refusal(bad, parameter.allowed)
    if parameter.kind == "documents" and documents is not None:
        bad = [m for m in members if m not in documents]
        return _refusal(bad, ", ".join(documents), documents)
    return None


def _within(value: Any, low: float | None, high: float | None) -> bool:
    """Whether a value is a number between two ends."""
    if type(value) not in (int, float):
        return False
    return (low is None or value >= low) and (high is None or value <= high)


def _refusal(bad: Sequence[Any], allowed: str, names: Sequence[str] = ()) -> str | None:
    if not bad:
        return None
    found = ", ".join(f"{shown(value)}{hint(str(value), names)}" for value in bad)
    return f"found {found}; allowed: {allowed}"


def check_values(
    declared: Mapping[str, Parameter], values: Mapping[str, Any], others: Iterable[str] = ()
) -> None:
    """Refuse the values of a chapter that it does not allow.

    Parameters
    ----------
    declared : mapping of str to Parameter
        As `parse_parameters` gives them.
    values : mapping of str to object
        What each has now; those without a value keep their default.
    others : iterable of str
        Further names that were given as parameters.

    Raises
    ------
    ParameterError
        A value or name that is not allowed, with what is, and the nearest.

    Examples
    --------
    >>> voice = Parameter("voice", "all", "whose claims count", "all | own")
    >>> try:
    ...     check_values({"voice": voice}, {"voice": "onw"})
    ... except ParameterError as error:
    ...     print(error)
    parameter "voice": found "onw" (did you mean "own"?); allowed: all | own
    """
    for name in others:
        if name not in declared:
            raise ParameterError(
                f'no parameter "{name}"{hint(name, declared)}; allowed: {", ".join(declared)}'
            )
    for name, parameter in declared.items():
        fault = fault_of(parameter, values.get(name, parameter.default))
        if fault:
            raise ParameterError(f'parameter "{name}": {fault}')


def _has_type(parameter: Parameter, value: Any) -> bool:
    if parameter.type is list:
        if not isinstance(value, list):
            return False
        member = type(parameter.default[0]) if parameter.default else str
        return all(_is(m, member) for m in value)
    return _is(value, parameter.type)


def _is(value: Any, wanted: type) -> bool:
    """Exact types, but a whole number is a number too; True is never a number."""
    if wanted is float:
        return type(value) in (int, float)
    return type(value) is wanted


def shown(value: Any) -> str:
    """A value as one would write it in TOML."""
    return json.dumps(value, ensure_ascii=False, default=str)
