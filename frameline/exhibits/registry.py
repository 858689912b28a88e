"""Finding and running exhibits by name: ``exhibit("step-tests", texts)``.

An exhibit is a file in a folder of this package: ``steps/step_tests.py`` holds the function
`step_tests`, which `shows` declares as the exhibit ``step-tests``. Files that begin with an
underscore hold tables that several exhibits of a chapter share.
"""

from __future__ import annotations

import difflib
import importlib
import inspect
import textwrap
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from frameline.exhibits.needs import lacking
from frameline.exhibits.study import Study
from frameline.record.figure import Figure
from frameline.record.finding import Finding
from frameline.record.grid import Grid
from frameline.record.panel import Panel
from frameline.record.prose import Prose
from frameline.record.table import Table
from frameline.record.view import ViewToggle

Block = Figure | Table | Panel | Prose | ViewToggle
#: What the function of an exhibit gives: a block, several in order, or nothing.
Blocks = Block | Sequence[Block | None] | None
_FOLDER = Path(__file__).parent


class UnknownExhibitError(LookupError):
    """No exhibit has this name."""


@dataclass(frozen=True)
class Declared:
    """An exhibit as it was declared.

    Attributes
    ----------
    function : callable
        A study and choices in, blocks out.
    needs : tuple of str
        What the corpus must have, see `frameline.exhibits.needs`.
    home : str
        Empty: shown once. Else it is shown in each voice, and the findings of this one have
        keys without a suffix.
    any_size : bool
        Whether it also runs where an engine counts Parquet files; else tables in memory are
        needed.
    """

    function: Callable[..., Any]
    needs: tuple[str, ...]
    home: str
    any_size: bool = False

    @property
    def question(self) -> str:
        """The question that the exhibit answers."""
        return (inspect.getdoc(self.function) or "").partition("\n")[0]

    @property
    def choices(self) -> dict[str, Any]:
        """What else it can be told, with the default."""
        parameters = list(inspect.signature(self.function).parameters.values())[1:]
        return {p.name: p.default for p in parameters}


def shows(
    *needs: str, home: str = "", any_size: bool = False
) -> Callable[[Callable[..., Any]], Declared]:
    """Declare a function as an exhibit.

    Parameters
    ----------
    *needs : str
        What it needs; without it the exhibit shows nothing and says why when asked.
    home : str
        ``all`` or ``own``: the exhibit is made in each voice, and the page switches between them.
    any_size : bool
        The exhibit asks nothing of ``texts.claims`` but what measures for both backends do, so
        that it runs on Parquet files too.

    Notes
    -----
    The function gets a `Study` and gives what it shows: a figure, a table, a sentence, several of
    these in a list, or None.
    """

    def declare(function: Callable[..., Any]) -> Declared:
        return Declared(function, needs, home, any_size)

    return declare


@dataclass(frozen=True, eq=False)
class Exhibit:
    """What an exhibit shows, and what it rests on.

    Attributes
    ----------
    name : str
    blocks : list
        Figures, tables and sentences in order; empty where the corpus lacks what is needed.
    findings : list of Finding
        What was found, with keys, intervals and evidence.
    filter : str
        Which claims were counted.
    aside : str
        Why nothing is shown.
    """

    name: str
    blocks: list[Block]
    findings: list[Finding] = field(default_factory=list)
    filter: str = ""
    aside: str = ""

    @property
    def figure(self) -> Figure | None:
        """The first chart, in the view shown first."""
        return next((b for b in map(_first, self.blocks) if isinstance(b, Figure)), None)

    @property
    def table(self) -> Grid | None:
        """The numbers behind the first chart or table, as text."""
        for block in map(_first, self.blocks):
            if isinstance(block, Figure):
                return block.table
            if isinstance(block, (Table, Panel)):
                return block.grid
        return None

    @property
    def sentences(self) -> list[str]:
        """What is said."""
        return [str(b) for b in map(_first, self.blocks) if isinstance(b, Prose)]

    @property
    def evidence(self) -> list[str]:
        """The ids of the claims behind what is shown."""
        return sorted({str(claim) for b in map(_first, self.blocks)
                       for claim in getattr(b, "evidence", ())})  # fmt: skip

    def __repr__(self) -> str:
        shown = ", ".join(type(_first(b)).__name__ for b in self.blocks) or self.aside
        return f"Exhibit({self.name!r}: {shown})"

    def _ipython_display_(self) -> None:
        from IPython.display import display

        for block in self.blocks:
            display(block)


def exhibit(name: str, texts: Study, *, instead: Any = None, **choices: Any) -> Exhibit:
    """Make an exhibit.

    Parameters
    ----------
    name : str
        See `listing`.
    texts : Study
        From `frameline.exhibits.study`.
    instead : matplotlib figure, optional
        A chart of one's own in place of the exhibit's; words, numbers and evidence stay.
    **choices
        What this exhibit can be told besides.

    Returns
    -------
    Exhibit
        Shows itself in a notebook.

    Raises
    ------
    UnknownExhibitError
        No exhibit has this name; the message names the nearest.
    """
    declared = find(name)
    if not (declared.any_size or texts.in_memory):
        return Exhibit(name, [], filter=texts.filter, aside=texts.word("need-tables-in-memory"))
    if not texts.meets(*declared.needs):
        missing = [need for need in declared.needs if not texts.meets(need)]
        return Exhibit(name, [], filter=texts.filter, aside=lacking(texts, missing))
    before = len(texts.findings.log)
    if declared.home:
        blocks: Sequence[Block | None] = _switched(declared, texts, choices, instead)
    else:
        texts.instead = instead
        blocks = _blocks(declared.function(texts, **choices))
    made = set(texts.findings.log[before:])
    found = [finding for finding in texts.findings if finding.key in made]
    made_of = [block for block in blocks if block is not None]
    filters = [getattr(_first(block), "filter", "") for block in made_of]
    return Exhibit(name, made_of, found, next(filter(None, filters), texts.filter))


def _switched(
    declared: Declared, texts: Study, choices: dict[str, Any], instead: Any
) -> list[Block | None]:
    """The blocks of an exhibit in each voice, those of one place joined to a switch."""
    places: dict[int, dict[str, Any]] = {}
    for seen in texts.in_views(declared.home):
        seen.instead = instead
        for place, block in enumerate(_blocks(declared.function(seen, **choices))):
            if block is not None:
                places.setdefault(place, {})[seen.view] = block
    return [ViewToggle(places[place]) for place in sorted(places)]


def find(name: str) -> Declared:
    """The exhibit of a name."""
    files = _files()
    if name not in files:
        near = difflib.get_close_matches(name, files, 1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        raise UnknownExhibitError(f"no exhibit {name!r}{hint} There are: {', '.join(files)}")
    module = importlib.import_module(f"frameline.exhibits.{files[name]}")
    found: Declared = getattr(module, name.replace("-", "_"))
    return found


def listing() -> pd.DataFrame:
    """Which exhibits are there, and what does each need?

    Returns
    -------
    DataFrame
        exhibit, chapter, question, needs, choices, any_size; a row each, by chapter.
    """
    rows = []
    for name, module in _files().items():
        declared = find(name)
        needs, choices = ", ".join(declared.needs), ", ".join(declared.choices)
        chapter = module.partition(".")[0]
        rows.append([name, chapter, declared.question, needs, choices, declared.any_size])
    columns = ["exhibit", "chapter", "question", "needs", "choices", "any_size"]
    return pd.DataFrame(rows, columns=columns)


def code(name: str) -> str:
    """An exhibit as a cell to paste, change and run: its imports, and the body of its function."""
    function = find(name).function
    module = inspect.getsource(inspect.getmodule(function))  # type: ignore[arg-type]
    head = module.partition("\n@shows")[0].partition('"""\n')[2].strip()
    source = inspect.getsource(function)
    body = textwrap.dedent(source[source.index("def ") :])
    return f"{head}\n\n\n{body}\n\n{function.__name__}(texts)\n"


@cache
def _files() -> dict[str, str]:
    """Name of each exhibit to its module below this package, by chapter and name."""
    return name_files(sorted(_FOLDER.glob("*/[a-z]*.py")))


def name_files(files: Iterable[Path]) -> dict[str, str]:
    """Name of each exhibit to its module; two of one name would hide each other.

    >>> name_files([Path("steps/step_tests.py")])
    {'step-tests': 'steps.step_tests'}
    """
    found: dict[str, str] = {}
    for file in files:
        name, module = file.stem.replace("_", "-"), f"{file.parent.name}.{file.stem}"
        if name in found:
            raise ValueError(f"two exhibits named {name!r}: {found[name]} and {module}; rename one")
        found[name] = module
    return found


def _blocks(made: Any) -> Sequence[Block | None]:
    if isinstance(made, (list, tuple)):
        return list(made)
    return [made]


def _first(block: Any) -> Any:
    """A block in the view that is shown first."""
    return next(iter(block.views.values())) if isinstance(block, ViewToggle) else block


def chapters() -> Iterable[str]:
    """The chapters that have exhibits."""
    return dict.fromkeys(module.partition(".")[0] for module in _files().values())
