"""A sweep: many sets of parameters and corpora, read from one TOML file.

::

    title = "Whose voice, which seed?"     # of the index page
    report = "../report/report.toml"       # the report to build; the default one when not given
    out = "build.voices"                   # folder of the results

    [sets.everyone]                        # one run with the report's own values
    [sets.own]
    voice = "own"
    [sets.own.labels]                      # for one chapter only
    draws = 500
    [sets.river]
    corpus = "../tests/corpora/river"

    [grid]                                 # every combination is a run
    voice = ["all", "own"]
    seed = [1, 2, 3]
"""

from __future__ import annotations

import itertools
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from frameline.corpus.fault import hint
from frameline.report import PlanError
from frameline.report.escape import file_name
from frameline.report.plan.parameters import shown
from frameline.report.plan.plan import CORPUS, Override
from frameline.report.plan.project import default_report

_KEYS = ("title", "report", "out", "sets", "grid")
_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,78}[A-Za-z0-9])?")
#: Files of the index; no run may be called so.
_TAKEN = ("index.html", "index.json", "index.csv")


@dataclass(frozen=True)
class SweepRun:
    """One report of a sweep: a name, which is its folder's too, and what it is built with.

    ``values`` has ``name`` or ``chapter.name`` to value.
    """

    name: str
    values: Mapping[str, Any]
    folder: Path
    corpus: Path | None = None

    @property
    def overrides(self) -> list[Override]:
        """The values as the planner takes them."""
        found = []
        for key, value in self.values.items():
            chapter, _, name = key.rpartition(".")
            found.append(Override(name, value, chapter, self.name, folder=self.folder))
        return found

    @property
    def arguments(self) -> list[str]:
        """The values as arguments of ``frameline build``."""
        corpus = ["--corpus", str(self.corpus)] if self.corpus else []
        said = [("-p", f"{key}={_said(value)}") for key, value in self.values.items()]
        return [*corpus, *itertools.chain.from_iterable(said)]


@dataclass(frozen=True)
class Sweep:
    """What a sweep file asks for."""

    title: str
    report: Path
    out: Path
    runs: tuple[SweepRun, ...]


def read_sweep(path: Path) -> Sweep:
    """Read and check a sweep file.

    Parameters
    ----------
    path : path
        TOML; paths inside it are relative to its folder.

    Returns
    -------
    Sweep
        Its runs: the sets as they stand in the file, then the combinations of the grid.

    Raises
    ------
    PlanError
        Not there, not TOML, an unknown key, a name that is no name of a folder, or no runs.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise PlanError(f"{path}: cannot be read ({error.strerror})") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PlanError(f"{path}: not TOML: {error}") from None
    _check(table, path.name)
    folder = path.resolve().parent
    runs = [_run(name, flat(values), folder) for name, values in table.get("sets", {}).items()]
    runs += _grid(table.get("grid", {}), folder, path.name, {run.name for run in runs})
    if not runs:
        raise PlanError(f"{path.name}: no runs; add a table [sets.NAME] or [grid]")
    report = folder / table["report"] if "report" in table else default_report()
    out = folder / table.get("out", f"build.{file_name(path.stem)}")
    return Sweep(table.get("title", path.stem), report, out, tuple(runs))


def _check(table: Mapping[str, Any], where: str) -> None:
    for key, value in table.items():
        if key not in _KEYS:
            raise PlanError(
                f'{where}: unknown key "{key}"{hint(key, _KEYS)}; allowed: {", ".join(_KEYS)}'
            )
        wanted = dict if key in ("sets", "grid") else str
        if not isinstance(value, wanted):
            kind = "a table" if wanted is dict else "text"
            raise PlanError(f"{where}: {key} is {shown(value)}; allowed: {kind}")
    folded: set[str] = set()
    for name, values in table.get("sets", {}).items():
        if not _NAME.fullmatch(name) or name in _TAKEN or name.lower() in folded:
            raise PlanError(
                f'{where}: set "{name}": its name is that of its folder; allowed: letters, '
                "digits, hyphens, dots between them, and no name twice"
            )
        folded.add(name.lower())
        if not isinstance(values, dict):
            raise PlanError(f"{where}: set {name} is {shown(values)}; allowed: a table")


def flat(table: Mapping[str, Any]) -> dict[str, Any]:
    """A table with the tables inside it as dotted names.

    >>> flat({"draws": 5, "labels": {"draws": 500}})
    {'draws': 5, 'labels.draws': 500}
    """
    found: dict[str, Any] = {}
    for key, value in table.items():
        inner = value.items() if isinstance(value, dict) else ()
        found |= {f"{key}.{name}": v for name, v in inner} or {key: value}
    return {key: value for key, value in found.items() if not isinstance(value, dict)}


def _run(name: str, values: Mapping[str, Any], folder: Path) -> SweepRun:
    kept = {key: value for key, value in values.items() if key != CORPUS}
    corpus = values.get(CORPUS)
    if corpus is not None and not isinstance(corpus, str):
        raise PlanError(f"{name}: corpus is {shown(corpus)}; allowed: a path")
    return SweepRun(name, kept, folder, (folder / corpus).resolve() if corpus else None)


def _grid(
    table: Mapping[str, Any], folder: Path, where: str, taken: set[str]
) -> Iterable[SweepRun]:
    """One run for every combination of the values listed."""
    axes = flat(table)
    for key, values in axes.items():
        if not isinstance(values, list) or not values:
            raise PlanError(
                f"{where}: grid: {key} is {shown(values)}; allowed: a list of the values to try"
            )
    if not axes:
        return []
    runs = []
    used = {name.lower() for name in taken}
    for combination in itertools.product(*axes.values()):
        values = dict(zip(axes, combination, strict=True))
        name = _free("_".join(_part(k, v) for k, v in values.items()), used)
        used.add(name.lower())
        runs.append(_run(name, values, folder))
    return runs


def _part(key: str, value: Any) -> str:
    """A parameter and its value in the name of a folder."""
    if key == CORPUS:
        return file_name(Path(str(value)).stem)
    words = "-".join(map(str, value)) or "none" if isinstance(value, list) else str(value)
    return file_name(f"{key}-{words}")


def _free(name: str, used: set[str]) -> str:
    """A name not used before: cut where it is long, numbered where it is taken."""
    stem = file_name(name)
    for number in itertools.count(2):
        if stem.lower() not in used:
            return stem
        stem = f"{file_name(name)[:74]}-{number}"
    raise AssertionError("counting ends nowhere")


def _said(value: Any) -> str:
    """A value as a command line takes it."""
    return value if isinstance(value, str) else shown(value)
