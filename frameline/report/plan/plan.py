"""What will run, with which parameters; everything that can be refused is refused here."""

from __future__ import annotations

import csv
import hashlib
import json
import keyword
import os
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from frameline.corpus.fault import hint
from frameline.report import PlanError
from frameline.report.plan.config import ANNEX, Chapter, Report
from frameline.report.plan.design import design_of, in_parquet
from frameline.report.plan.everywhere import EVERYWHERE, check_choices, read_choices
from frameline.report.plan.language import LANG, Translation
from frameline.report.plan.parameters import Parameter, convert, fault_of, read_parameters, shown

CORPUS, RESULTS = "corpus", "results"
#: Characters of parameters that the name of a folder shows.
_LONGEST = 40


@dataclass(frozen=True)
class Override:
    """A value that is to replace a default, and where it was said."""

    name: str
    value: Any
    chapter: str = ""
    origin: str = "-p"
    from_text: bool = False
    folder: Path = field(default_factory=Path)


@dataclass(frozen=True)
class Run:
    """One chapter as it will run."""

    chapter: Chapter
    number: str
    title: str
    declared: Mapping[str, Parameter]
    values: Mapping[str, Any]
    #: What was chosen for all chapters, see `frameline.report.plan.everywhere`.
    choices: Mapping[str, Any] = field(default_factory=dict)

    @property
    def wants_results(self) -> bool:
        """Whether the chapter reads the findings of the others."""
        return RESULTS in self.declared

    @property
    def changed(self) -> dict[str, Any]:
        """The values that differ from the notebook's own, paths and language aside."""
        return {
            name: value
            for name, value in self.values.items()
            if self.declared[name].kind != "path"
            and name != LANG
            and value != self.declared[name].default
        } | dict(self.choices)


@dataclass(frozen=True)
class Plan:
    """The chapters in the order of the report."""

    report: Report
    runs: tuple[Run, ...]
    corpus: Path | None = None
    partial: bool = False
    #: What was set for this build alone, as a name for its folder.
    variant: str = ""

    @property
    def waves(self) -> tuple[tuple[Run, ...], ...]:
        """The chapters that run first, those of the annex that read their findings, all others.

        The summary and the report itself may read what the annex found in the end.
        """
        waves: tuple[list[Run], ...] = ([], [], [])
        for run in self.runs:
            chapter = run.chapter
            late = chapter.last and chapter.part not in ANNEX
            waves[2 if chapter.summary or late else int(chapter.last)].append(run)
        return tuple(tuple(wave) for wave in waves if wave)


def plan(
    report: Report,
    overrides: Sequence[Override] = (),
    only: Sequence[str] = (),
    corpus: Path | None = None,
) -> Plan:
    """Decide what runs with which values, without running anything.

    Parameters
    ----------
    report : Report
        From `read_report`.
    overrides : sequence of Override
        Later ones win; one that names a chapter wins over one that does not.
    only : sequence of str
        Chapters to run; all when empty. They keep their numbers.
    corpus : path, optional
        Corpus for all chapters, in place of the report's or the notebooks' own.

    Returns
    -------
    Plan

    Raises
    ------
    PlanError
        With one line per fault: chapter, parameter, found, allowed.
    """
    corpus_override = [o for o in overrides if o.name == CORPUS and not o.chapter]
    if corpus is None and corpus_override:
        corpus = _path(corpus_override[-1])
    report = with_chapters_for(report, corpus, overrides)
    notebooks = {chapter.key: read_notebook(chapter) for chapter in report.chapters}
    declared = {
        chapter.key: read_parameters(notebooks[chapter.key], chapter.key)
        for chapter in report.chapters
    }
    corpus = (corpus or report.corpus or _own_corpus(report, declared)) and Path(
        corpus or report.corpus or _own_corpus(report, declared)  # type: ignore[arg-type]
    ).resolve()
    given = [*_report_overrides(report), *(o for o in overrides if o not in corpus_override)]
    choices = _choices(given, declared)
    given = [o for o in given if not _for_all(o, declared)]
    faults, said = _unknown(report, given, declared), Translation(report.path, report.lang)
    if choices and corpus is not None:
        check_choices(corpus, choices)
    documents = document_ids(corpus)
    runs = []
    ordered = in_order(report)
    for chapter, number in zip(ordered, numbers(ordered), strict=True):
        values, found = _values(chapter, declared[chapter.key], given, documents, report)
        faults += found
        if corpus is not None and CORPUS in declared[chapter.key] and CORPUS not in values:
            values[CORPUS] = str(corpus)
        if LANG in declared[chapter.key] and report.lang != declared[chapter.key][LANG].default:
            values[LANG] = report.lang
        cells = said.cells(chapter.file, notebooks[chapter.key]["cells"])
        title = title_of({"cells": cells}, chapter.key)
        mine = choices if CORPUS in declared[chapter.key] else {}
        runs.append(Run(chapter, number, title, declared[chapter.key], values, mine))
    faults += [
        f"{run.chapter.key}: reads the findings of other chapters (parameter {RESULTS}), "
        "so its line in the report needs last = true"
        for run in runs
        if run.wants_results and not run.chapter.last
    ]
    if faults:
        raise PlanError("\n".join(dict.fromkeys(faults)))
    chosen = _chosen(report, runs, only)
    partial, set_here = len(chosen) < len(runs), [o for o in overrides if o.name != CORPUS]
    return Plan(report, chosen, corpus, partial, variant_name(set_here))


def with_chapters_for(
    report: Report, corpus: Path | None, overrides: Iterable[Override] = ()
) -> Report:
    """The report with only the chapters that are for a corpus of this kind."""
    kinds = {"engine" if corpus is not None and in_parquet(corpus) else "memory"}
    kinds |= {"groups" for o in overrides if o.name == "by" and o.value}
    kept = tuple(c for c in report.chapters if not c.only_for or kinds & set(c.only_for))
    if corpus is not None and any(c.first for c in kept):
        design = design_of(corpus).name
        opening = tuple(replace(c, part="report") for c in kept if c.first == design)
        kept = opening + tuple(c for c in kept if c.first != design)
    return replace(report, chapters=kept)


def variant_name(overrides: Iterable[Override]) -> str:
    """A name for a report with these parameters: sorted, and short enough for a folder.

    Examples
    --------
    >>> variant_name([parse_override("seed=3"), parse_override("by=outlet")])
    'by-outlet-seed-3'
    >>> variant_name([parse_override("where=year >= 2012")])
    'where-year-2012-f10e0d'
    """
    last = {(o.chapter, o.name): str(o.value) for o in overrides}
    said = "\n".join(f"{'.'.join(filter(None, key))}={last[key]}" for key in sorted(last))
    name = re.sub(r"[^A-Za-z0-9]+", "-", said).strip("-")
    plain = re.fullmatch(r"[A-Za-z0-9.=\n-]*", said) and "--" not in said
    if len(name) <= _LONGEST and plain:
        return name
    return f"{name[:_LONGEST].strip('-')}-{hashlib.sha256(said.encode()).hexdigest()[:6]}"


def _for_all(override: Override, declared: Mapping[str, Mapping[str, Parameter]]) -> bool:
    """Whether this is a choice for the whole report, and no parameter of some chapter."""
    own = any(override.name in chapter for chapter in declared.values())
    return override.name in EVERYWHERE and not own


def _choices(
    given: Sequence[Override], declared: Mapping[str, Mapping[str, Parameter]]
) -> dict[str, Any]:
    """The choices for all chapters; one chapter alone cannot count other documents."""
    chosen = [o for o in given if _for_all(o, declared)]
    alone = next((o for o in chosen if o.chapter), None)
    if alone is not None:
        raise PlanError(f"{alone.chapter}.{alone.name}: {alone.name} holds for the whole report")
    return read_choices((o.name, o.value, o.folder, o.from_text) for o in chosen)


def in_order(report: Report) -> list[Chapter]:
    """The order of reading: the summary, which runs last, the report, its method, the annex."""
    first = {"summary": 0, "report": 1, "method": 2}
    return sorted(report.chapters, key=lambda chapter: first.get(chapter.part, len(first)))


def numbers(chapters: Iterable[Chapter]) -> list[str]:
    """Numbers in the order of reading: none for the summary, letters for an appendix."""
    found, count, letter = [], 0, 0
    for chapter in chapters:
        if chapter.summary:
            found.append("")
        elif chapter.part == "appendix":
            found.append(chr(ord("A") + letter))
            letter += 1
        else:
            count += 1
            found.append(str(count))
    return found


def read_notebook(chapter: Chapter) -> dict[str, Any]:
    """A chapter's notebook as JSON."""
    try:
        notebook = json.loads(chapter.file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise PlanError(f"{chapter.key}: no notebook {chapter.file}") from None
    except (OSError, ValueError) as error:
        raise PlanError(f"{chapter.key}: {chapter.file} is not a notebook: {error}") from None
    if not isinstance(notebook, dict) or not isinstance(notebook.get("cells"), list):
        raise PlanError(f"{chapter.key}: {chapter.file} is not a notebook of format 4")
    return notebook


def title_of(notebook: Mapping[str, Any], chapter: str) -> str:
    """The chapter's title: the first line of its first cell, a heading of the first level."""
    for cell in notebook["cells"]:
        source = cell.get("source", "")
        text = "".join(source) if isinstance(source, list) else source
        if cell.get("cell_type") == "markdown" and text.strip():
            found = re.match(r"\s*#\s+(.+)", text)
            if found:
                return found[1].strip().rstrip("#").strip()
            break
    raise PlanError(f"{chapter}: its first Markdown cell does not start with a title (# ...)")


def document_ids(corpus: Path | None) -> list[str] | None:
    """The documents of a corpus folder or table; None where they cannot be read cheaply."""
    if corpus is None:
        return None
    table, columns = corpus, ("doc_id", "document")
    if corpus.is_dir():
        table = corpus / "documents.csv"
    if table.suffix.lower() != ".csv" or not table.is_file():
        return None
    with table.open(encoding="utf-8-sig", newline="") as lines:
        rows = csv.DictReader(lines)
        column = next((c for c in columns if c in (rows.fieldnames or ())), None)
        return list(dict.fromkeys(row[column] for row in rows)) if column else None


def read_overrides(path: Path) -> list[Override]:
    """Read a parameters file: TOML, ``name = value``, and one table per chapter."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise PlanError(f"{path}: cannot be read ({error.strerror})") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PlanError(f"{path}: not TOML: {error}") from None
    folder = path.resolve().parent
    general = [
        Override(name, value, "", path.name, folder=folder)
        for name, value in table.items()
        if not isinstance(value, dict)
    ]
    special = [
        Override(name, value, chapter, path.name, folder=folder)
        for chapter, values in table.items()
        if isinstance(values, dict)
        for name, value in values.items()
    ]
    return general + special


def parse_override(text: str) -> Override:
    """Read ``name=value`` or ``chapter.name=value`` from a command line.

    >>> parse_override("draws=500").value, parse_override("labels.draws=500").chapter
    ('500', 'labels')
    """
    left, equals, value = text.partition("=")
    if not equals:
        raise PlanError(f"-p {text}: allowed: name=value or chapter.name=value")
    chapter, _, name = left.strip().rpartition(".")
    return Override(name, value, chapter, "-p", from_text=True, folder=Path.cwd())


def _report_overrides(report: Report) -> list[Override]:
    folder, where = report.path.parent, report.path.name
    general = [Override(n, v, "", where, folder=folder) for n, v in report.parameters.items()]
    special = [
        Override(n, v, chapter.key, where, folder=folder)
        for chapter in report.chapters
        for n, v in chapter.parameters.items()
    ]
    return general + special


def _unknown(
    report: Report, overrides: Iterable[Override], declared: Mapping[str, Mapping[str, Parameter]]
) -> list[str]:
    """Overrides nobody asked for."""
    faults = []
    for override in overrides:
        name, where = override.name, override.origin
        if not name.isidentifier() or keyword.iskeyword(name):
            faults.append(f'{where}: parameter "{name}" is not a name; allowed: a Python name')
            continue
        if name == RESULTS:
            faults.append(f'{where}: parameter "{RESULTS}" is set by the builder')
            continue
        if name == LANG:
            faults.append(f'{where}: parameter "{LANG}" is that of the whole report: see --lang')
            continue
        if override.chapter:
            key = report.chapter(override.chapter).key
            known, who = set(declared[key]), f"{key}: "
        else:
            known, who = {*EVERYWHERE, *(n for chapter in declared.values() for n in chapter)}, ""
        if name not in known:
            names = ", ".join(sorted(known - {RESULTS}))
            unknown = f'unknown parameter "{name}"{hint(name, known)}'
            faults.append(f"{who}{where}: {unknown}; allowed: {names}")
    return faults


def _values(
    chapter: Chapter,
    declared: Mapping[str, Parameter],
    overrides: Iterable[Override],
    documents: Sequence[str] | None,
    report: Report,
) -> tuple[dict[str, Any], list[str]]:
    """What a chapter is told, and what is wrong with it."""
    values: dict[str, Any] = {}
    faults: list[str] = []
    mine = [o for o in overrides if o.name in declared and o.name != RESULTS]
    general = [o for o in mine if not o.chapter]
    special = [o for o in mine if o.chapter and report.chapter(o.chapter) is chapter]
    for override in general + special:
        parameter = declared[override.name]
        try:
            value = _value(parameter, override)
        except ValueError as error:
            fault: str | None = (
                f"found {shown(override.value)}, {error}; allowed: {parameter.type_name}"
            )
        else:
            fault = fault_of(parameter, value, documents)
            values[override.name] = value
        if fault:
            faults.append(f"{chapter.key}: parameter {override.name} ({override.origin}): {fault}")
    return values, faults


def _value(parameter: Parameter, override: Override) -> Any:
    value = override.value
    if override.from_text:
        value = convert(parameter, value)
    if parameter.kind == "path" and isinstance(value, str):
        return str(_path(override))
    return float(value) if parameter.type is float and type(value) is int else value


def _path(override: Override) -> Path:
    return Path(os.path.normpath(override.folder / Path(override.value).expanduser()))


def _own_corpus(report: Report, declared: Mapping[str, Mapping[str, Parameter]]) -> Path | None:
    """The corpus the notebooks name themselves, relative to their folder."""
    for chapter in report.chapters:
        if CORPUS in declared[chapter.key]:
            return chapter.file.parent / declared[chapter.key][CORPUS].default
    return None


def _chosen(report: Report, runs: Sequence[Run], only: Sequence[str]) -> tuple[Run, ...]:
    wanted = {report.chapter(name).key for name in only}
    chosen = tuple(run for run in runs if not wanted or run.chapter.key in wanted)
    if all(run.chapter.last for run in chosen) and not all(run.chapter.last for run in runs):
        raise PlanError(
            f"--only {chosen[0].chapter.key}: reads the findings of other chapters; "
            "name those as well"
        )
    return chosen
