"""The page of a report made in memory, again and again, running only what has to run."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from frameline.report import BuildError, PlanError
from frameline.report.build import hand_over, job_of, paths_of
from frameline.report.document.assemble import merge
from frameline.report.document.document import METADATA, Document, read_document
from frameline.report.document.lint import check_prose
from frameline.report.keeping.cache import Cache
from frameline.report.keeping.depends import PACKAGE, Inputs, code_of
from frameline.report.keeping.digests import digest_of
from frameline.report.keeping.publish import file_of, html_of, identity
from frameline.report.keeping.reuse import Reuse, with_prose
from frameline.report.plan.config import read_report
from frameline.report.plan.language import in_language
from frameline.report.plan.plan import Override, Plan, Run, plan, read_notebook
from frameline.report.running.gate import Executed
from frameline.report.running.run import Observer, Runner
from frameline.report.running.standby import Standby
from frameline.words.language import language_folder


class BrokenOff(Exception):
    """Something has changed while chapters ran: they run anew."""


@dataclass(frozen=True)
class Made:
    """A page, and what it is made of."""

    html: str
    document: Document
    planned: Plan

    def pdf(self) -> bytes:
        """The report as PDF, made when someone asks for it.

        Raises
        ------
        BuildError
            It cannot be typeset.
        """
        return file_of(self.document, self.planned, "pdf")


class _Attentive(Observer):
    """Breaks a run off as soon as something else is wanted."""

    def __init__(self, stale: Callable[[], bool]):
        self._stale = stale

    def waiting(self) -> None:
        """Break off where what is being made is no longer wanted."""
        if self._stale():
            raise BrokenOff


class Maker:
    """Makes the page of a report.

    Parameters
    ----------
    report : path
        report.toml.
    overrides : sequence of Override
        Parameters in place of the notebooks' own.
    corpus : path, optional
    lang : str
    jobs : int
        Chapters at a time.
    cache : path
        What builds and earlier pages left, and what this one leaves.
    """

    def __init__(
        self, report: Path, *, overrides: Sequence[Override] = (), corpus: Path | None = None,
        lang: str = "", jobs: int = 1, cache: Path,
    ):  # fmt: skip
        self._report, self._overrides, self._corpus = Path(report), overrides, corpus
        self._lang, self._jobs = lang, jobs
        self._cache, self._standby = Cache(cache), Standby()
        #: The chapters as they last ran, shown while newer ones run.
        self._last: dict[str, Executed] = {}
        #: The last whole page, and the notebooks that it was made of.
        self._made: Made | None = None
        self._written: dict[str, dict[str, Any]] = {}

    def close(self) -> None:
        """End the process that chapters are forked from."""
        self._standby.close()

    def places(self) -> list[Path]:
        """All that the page depends on, also where the report cannot be planned."""
        found = [self._report, PACKAGE]
        try:
            planned = self._plan()
        except (PlanError, BuildError):
            return [*found, self._report.parent, self._report.parent.parent / "notebooks"]
        report = planned.report
        notebooks = {run.chapter.file.parent for run in planned.runs}
        words = (language_folder(report.lang), report.path.parent / "texts")
        corpus = [planned.corpus] if planned.corpus else []
        return [*found, report.template, *notebooks, *words, *corpus]

    def make(self, first: str = "", stale: Callable[[], bool] = lambda: False) -> Iterator[Made]:
        """The page, as often as there is something new to see in it.

        Parameters
        ----------
        first : str
            The chapter that is being read: it runs before the others.
        stale : function
            Whether something has changed since, so that this page need not be finished.

        Yields
        ------
        Made
            Last of all the page with every chapter as it is now; before it, pages in which those
            that still run are as they were.

        Raises
        ------
        BuildError
            A chapter fails, or they do not fit together.
        BrokenOff
            It was stale.
        """
        planned = self._plan()
        written = {run.chapter.key: read_notebook(run.chapter) for run in planned.runs}
        yield from self._at_once(planned, written)
        inputs = Inputs(planned)
        reuse = Reuse(planned, inputs, self._cache)
        _Attentive(stale).waiting()
        fresh: dict[str, Executed] = {}
        with (
            tempfile.TemporaryDirectory(prefix="frameline-") as name,
            self._runner(planned, inputs, stale) as runner,
        ):
            for wave in planned.waves:
                yield from self._wave(wave, planned, reuse, runner, Path(name), fresh, first)
        self._last = {run.chapter.key: fresh[run.chapter.key] for run in planned.runs}
        self._made, self._written = _page(planned, self._last, inputs, stale), written
        yield self._made

    def _at_once(self, planned: Plan, written: Mapping[str, Any]) -> Iterator[Made]:
        """The last page with the new prose of chapters whose code is as it was.

        The whole page follows; this is what an author waits for.
        """
        made = self._made
        for run in planned.runs:
            key = run.chapter.key
            before = self._written.get(key)
            if made is None or before in (None, written[key]):
                continue
            if key in self._last and code_of(before or {}) == code_of(written[key]):
                made = _with_chapter(made, run, self._last[key], written[key])
        if made is not None and made is not self._made:
            yield made

    def _wave(
        self, wave: Sequence[Run], planned: Plan, reuse: Reuse, runner: Runner, folder: Path,
        fresh: dict[str, Executed], first: str,
    ) -> Iterator[Made]:  # fmt: skip
        """The chapters of a wave: found, or run, that which is read before the others."""
        missing = reuse.find(wave)
        for run in wave:
            done = reuse.load(run) if run not in missing else None
            if done is not None:
                fresh[run.chapter.key] = done
        todo = [run for run in wave if run.chapter.key not in fresh]
        ordered = sorted(reuse.longest_first(todo), key=lambda run: run.chapter.key != first)
        results = hand_over(wave, planned, fresh, folder)
        jobs = [job_of(run, folder, results, None) for run in ordered]
        runs = {run.chapter.key: run for run in todo}
        for ran in runner.each(jobs, paths_of(planned, folder)):
            key = ran.executed.chapter
            fresh[key] = ran.executed
            reuse.keep(runs[key], ran.without(results), wave)
            if key == first and len(jobs) > 1:
                yield from self._so_far(planned, fresh, reuse.inputs)

    def _so_far(
        self, planned: Plan, fresh: Mapping[str, Executed], inputs: Inputs
    ) -> Iterator[Made]:
        """The page with old chapters beside new ones, where they fit together."""
        both = {**self._last, **fresh}
        if all(run.chapter.key in both for run in planned.runs):
            try:
                yield _page(planned, both, inputs)
            except BuildError:
                return  # Not before the others have run.

    def _plan(self) -> Plan:
        report = read_report(self._report)
        report = replace(in_language(report, self._lang or report.lang), formats=("html",))
        return plan(report, self._overrides, (), self._corpus)

    def _runner(self, planned: Plan, inputs: Inputs, stale: Callable[[], bool]) -> Runner:
        notebooks = [run.chapter.file for run in planned.runs]
        return Runner(
            self._jobs, None, _Attentive(stale), corpus=planned.corpus, notebooks=notebooks,
            standby=self._standby, basis=inputs.basis,
        )  # fmt: skip


def _with_chapter(made: Made, run: Run, last: Executed, written: Mapping[str, Any]) -> Made:
    """A page with one chapter written anew; as it is where that chapter has no place in it."""
    key = run.chapter.key
    old = next((chapter for chapter in made.document.chapters if chapter.key == key), None)
    held = _section(made.html, key)
    if old is None or not held:
        return made
    alone = Plan(made.planned.report, (replace(run, number=old.number),), partial=True)
    executed = replace(last, notebook=with_prose(last.notebook, written))
    chapters = read_document(merge(alone, {key: executed})).chapters
    document = replace(made.document, chapters=chapters, whole=made.document)
    shown = _section(html_of(document, made.planned), key)
    return replace(made, html=made.html.replace(held, shown, 1)) if shown else made


def _section(page: str, key: str) -> str:
    """The part of a page that is a chapter, with the panels in it; empty where there is none.

    >>> _section('<section class="chapter" id="chapter-a"><section>b</section></section> c', "a")
    '<section class="chapter" id="chapter-a"><section>b</section></section>'
    """
    begun = re.search(rf'<section class="chapter[^"]*" id="chapter-{re.escape(key)}"', page)
    depth = 0
    for mark in re.compile("<(/?)section").finditer(page, begun.start() if begun else len(page)):
        depth += -1 if mark[1] else 1
        if begun and depth == 0:
            return page[begun.start() : page.index(">", mark.end()) + 1]
    return ""


def _page(
    planned: Plan,
    executed: Mapping[str, Executed],
    inputs: Inputs,
    stale: Callable[[], bool] = lambda: False,
) -> Made:
    """The whole page; broken off between its steps where it is no longer wanted."""
    from frameline import __version__

    chapters = {run.chapter.key: executed[run.chapter.key] for run in planned.runs}
    notebook: Any = merge(planned, chapters, __version__)
    about = notebook.metadata[METADATA]
    about |= identity(planned)
    about["digest"] = digest_of(inputs.corpus)[:16]
    wanted = _Attentive(stale)
    wanted.waiting()
    document = read_document(notebook)
    check_prose(document)
    wanted.waiting()
    return Made(html_of(document, planned), document, planned)
