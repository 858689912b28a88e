"""The whole way from report.toml to the finished folder; the previous report outlives failures."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from frameline.corpus.links import link_faults
from frameline.disk.place import Place, sync
from frameline.report import BuildError
from frameline.report.keeping.cache import Cache
from frameline.report.keeping.depends import Inputs, corpus_files
from frameline.report.keeping.digests import hash_files
from frameline.report.keeping.place import check_place, locked
from frameline.report.keeping.reuse import Reuse, unpack
from frameline.report.plan.config import check_formats, read_report
from frameline.report.plan.language import check_language, in_language
from frameline.report.plan.plan import RESULTS, Override, Plan, Run, plan
from frameline.report.running.execute import DISK, Job
from frameline.report.running.gate import Executed
from frameline.report.running.run import Observer, Runner
from frameline.report.running.standby import Standby


@dataclass(frozen=True)
class Built:
    """What came out."""

    folder: Path
    files: tuple[str, ...]
    asides: Mapping[str, str]
    partial: bool
    #: Chapters that did not have to run.
    reused: tuple[str, ...] = ()


def build(
    report_path: Path | str,
    *,
    overrides: Sequence[Override] = (),
    only: Sequence[str] = (),
    corpus: Path | None = None,
    formats: Sequence[str] = (),
    out: Path | None = None,
    jobs: int | None = None,
    timeout: float | None = None,
    engine: str | None = None,
    observer: Observer | None = None,
    cache: Path | None = None,
    findings_only: bool = False,
    lang: str = "",
    standby: Standby | None = None,
    rehearse: bool = True,
) -> Built:
    """Build the report.

    Parameters
    ----------
    report_path : path
        report.toml.
    overrides : sequence of Override
        Parameters in place of the notebooks' own.
    only : sequence of str
        Chapters to build; all when empty. A partial report has a folder of its own.
    corpus : path, optional
        Corpus folder or table.
    formats : sequence of str
        See `frameline.report.plan.config.FORMATS`; what the report says when empty.
    out : path, optional
        Folder of the result.
    jobs : int, optional
        Chapters at a time; the number of processors when not given.
    timeout : float, optional
        Seconds a chapter may take.
    engine : str, optional
        How chapters run, see `frameline.report.running.run.run`.
    observer : Observer, optional
        Told how far the build has got.
    cache : path, optional
        Folder of what was made before, such as `frameline.report.keeping.key.user_cache`;
        everything is made anew without one.
    findings_only : bool
        Write the findings and the manifest only: no page, no figures.
    lang : str
        Language of the words, in place of the one in report.toml.
    standby : Standby, optional
        Lends the process that chapters are forked from; one of its own when not given.
    rehearse : bool
        Use processors that have nothing to do; where there are none, it only costs.

    Returns
    -------
    Built

    Raises
    ------
    BuildError
        Nothing of the previous report was touched.
    """
    report = read_report(report_path)
    if lang:
        check_language(lang, "--lang")
    report = in_language(report, lang or report.lang)
    if formats:
        check_formats(formats, "--format")
        report = replace(report, formats=tuple(dict.fromkeys(formats)))
    if findings_only:
        report = replace(report, formats=())
    planned = plan(report, overrides, only, corpus)
    effort = Effort(jobs or os.cpu_count() or 1, timeout, engine, standby, rehearse)
    target, observer = _target(planned, out), observer or Observer()
    with _disk_faults(target), locked(target) as place:
        check_place(target)
        _check_links(planned.corpus)
        inputs = Inputs(planned)
        reuse = Reuse(planned, inputs, Cache(cache, observer.note) if cache else None)
        observer.begin(len(planned.runs))
        built = _from_cache(planned, reuse, place, observer)
        built = built or _made(planned, reuse, place, effort, observer)
        return replace(built, folder=target)


@dataclass(frozen=True)
class Effort:
    """How chapters are to run."""

    workers: int
    timeout: float | None = None
    engine: str | None = None
    standby: Standby | None = None
    rehearse: bool = True


def _from_cache(planned: Plan, reuse: Reuse, place: Place, observer: Observer) -> Built | None:
    """The report that an earlier build made of the same inputs; None where one has changed."""
    for wave in planned.waves:
        if reuse.find(wave):
            return None
    entry = reuse.report()
    if entry is None:
        return None
    wanted = {name: digest for name, _, digest in entry.facts["files"]}
    if hash_files(place.target) != wanted:
        with place.staged() as staging:
            for name, content in unpack(entry).items():
                (staging / name).parent.mkdir(exist_ok=True)
                (staging / name).write_bytes(content)
            sync(staging)
            place.swap(staging)
    keys = tuple(run.chapter.key for run in planned.runs)
    for key in keys:
        observer.reused(key)
    return Built(place.target, tuple(wanted), entry.facts["asides"], planned.partial, keys)


def _made(planned: Plan, reuse: Reuse, place: Place, effort: Effort, observer: Observer) -> Built:
    """Run what has to run, and put the report together."""
    reused: list[str] = []
    failed = place.target.with_name(f"{place.target.name}.failed")
    executed = _execute(planned, reuse, effort, observer, reused, failed)
    shutil.rmtree(failed, ignore_errors=True)
    from frameline.report.keeping.publish import write_report

    with place.staged() as staging:
        files = write_report(planned, executed, staging, reuse.inputs, reuse.cache)
        _check_unchanged(planned, reuse.inputs)
        reuse.keep_report(staging, files)
        place.swap(staging)
    asides = {key: done.aside for key, done in executed.items() if done.aside}
    return Built(place.target, tuple(files), asides, planned.partial, tuple(reused))


def _execute(
    planned: Plan, reuse: Reuse, effort: Effort, observer: Observer, reused: list[str],
    failed: Path,
) -> dict[str, Executed]:  # fmt: skip
    """All chapters, wave by wave: found, or run and kept; of one that fails, what it made."""
    from frameline.report.running.rehearse import Rehearsal

    executed: dict[str, Executed] = {}
    with (
        Rehearsal(planned, effort.rehearse) as rehearsal,
        tempfile.TemporaryDirectory(prefix="frameline-") as name,
        _half_run_kept(Path(name), failed),
        _runner(planned, effort, observer, reuse.inputs.basis) as runner,
    ):
        folder = Path(name)
        for wave in planned.waves:
            executed |= _found(wave, reuse, observer, runner)
            reused += [run.chapter.key for run in wave if run.chapter.key in executed]
            results = hand_over(wave, planned, executed, folder)
            todo = [run for run in wave if run.chapter.key not in executed]
            if todo:
                rehearsal.offer(executed)
            jobs = [
                job_of(run, folder, results, effort.timeout) for run in reuse.longest_first(todo)
            ]
            runs = {run.chapter.key: run for run in todo}
            for ran in runner.each(jobs, paths_of(planned, folder)):
                key = ran.executed.chapter
                executed[key] = ran.executed
                reuse.keep(runs[key], ran.without(results), wave)
                if runner.has_room:
                    rehearsal.offer(executed)
    return {run.chapter.key: executed[run.chapter.key] for run in planned.runs}


@contextmanager
def _half_run_kept(folder: Path, failed: Path) -> Iterator[None]:
    """Keep the notebook whose run failed, as far as it got, beside the report."""
    try:
        yield
    except BuildError as error:
        halves = [path for path in sorted(folder.glob("*.ipynb")) if _broke_off(path, str(error))]
        if not halves:
            raise
        shutil.rmtree(failed, ignore_errors=True)
        failed.mkdir(parents=True)
        for path in halves:
            shutil.copy(path, failed / path.name)
        kept = ", ".join(str(failed / path.name) for path in halves)
        raise BuildError(f"{error}\n(the notebook as far as it ran: {kept})") from error


def _broke_off(notebook: Path, error: str) -> bool:
    """Whether an executed notebook is that of the chapter that failed."""
    return error.startswith(f"{notebook.stem}:")


def _runner(planned: Plan, effort: Effort, observer: Observer, basis: str) -> Runner:
    """What runs the chapters of a report."""
    return Runner(
        effort.workers,
        effort.engine,
        observer,
        corpus=planned.corpus,
        notebooks=[run.chapter.file for run in planned.runs],
        standby=effort.standby,
        basis=basis,
    )


def _found(
    wave: Sequence[Run], reuse: Reuse, observer: Observer, runner: Runner
) -> dict[str, Executed]:
    """The chapters of a wave that need not run."""
    missing = reuse.find(wave)
    if missing:
        # Importing takes as long as reading what was found.
        runner.begin()
    found = {}
    for run in wave:
        done = reuse.load(run) if run not in missing else None
        if done is not None:
            found[run.chapter.key] = done
            observer.reused(run.chapter.key)
    return found


def hand_over(
    wave: Sequence[Run], planned: Plan, executed: Mapping[str, Executed], folder: Path
) -> Path:
    """Write the findings of the chapters so far for those of a wave that read them."""
    path = folder / f"{RESULTS}.json"
    if any(run.wants_results and run.chapter.last for run in wave):
        from frameline.report.document.assemble import findings_of
        from frameline.report.keeping.publish import write_json

        earlier = [r.chapter.key for r in planned.runs if r not in wave]
        # In the order of the report, not of the clock.
        write_json(path, findings_of(executed[key] for key in earlier if key in executed))
    return path


def _check_links(corpus: Path | None) -> None:
    """Refuse a corpus that is not all in its folder: what lies elsewhere has no digest."""
    fault = next(link_faults(corpus), None) if corpus and corpus.is_dir() else None
    if fault is not None:
        raise BuildError(f"{corpus}: {fault}")


def _check_unchanged(planned: Plan, inputs: Inputs) -> None:
    """Refuse a report whose first chapters saw other data than its last."""
    now = corpus_files(planned.corpus)
    changed = sorted(
        n for n in now.keys() | inputs.corpus.keys() if now.get(n) != inputs.corpus.get(n)
    )
    if changed:
        raise BuildError(
            f"{planned.corpus}: {', '.join(changed[:5])} changed while the report was being built; "
            "build again"
        )


@contextmanager
def _disk_faults(target: Path) -> Iterator[None]:
    """Say of a full or closed disk what it means for the report."""
    try:
        yield
    except OSError as error:
        if error.errno not in DISK:
            raise
        where = error.filename or target
        raise BuildError(
            f"{where}: {error.strerror}; the report was not written, and an earlier one in "
            f"{target} is as it was. Make room or name another folder with --out"
        ) from error


def _target(planned: Plan, out: Path | None) -> Path:
    """The folder of the result."""
    target = out or planned.report.out
    if out is None:
        kinds = ("part" if planned.partial else "", planned.variant)
        target = target.with_name(".".join(filter(None, (target.name, *kinds))))
    return Path(os.path.abspath(target))


def job_of(planned: Run, folder: Path, results: Path, timeout: float | None) -> Job:
    chapter = planned.chapter
    values = dict(planned.values)
    if chapter.last and planned.wants_results:
        values[RESULTS] = str(results)
    output = folder / f"{chapter.key}.ipynb"
    return Job(chapter.key, chapter.file, output, values, timeout, planned.choices)


def paths_of(planned: Plan, scratch: Path) -> list[str]:
    """Paths of this machine that no output may show."""
    folders = {run.chapter.file.parent for run in planned.runs} | {scratch}
    if planned.corpus is not None:
        folders.add(planned.corpus)
    # A path of one part, such as /data, may well be a word of an address.
    return sorted(str(folder) for folder in folders if len(folder.parts) > 2)


def file_list(built: Built) -> Iterable[str]:
    """The files a reader opens first."""
    return [name for name in built.files if "/" not in name]
