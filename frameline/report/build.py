"""The whole way from report.toml to the finished folder; the previous report outlives failures."""

from __future__ import annotations

import base64
import binascii
import contextlib
import datetime
import hashlib
import importlib.metadata
import json
import os
import platform
import re
import shutil
import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any

from frameline.report import BuildError
from frameline.report.config import check_formats, read_report
from frameline.report.plan import RESULTS, Override, Plan, Run, plan
from frameline.report.run import Engine, Executed, Job, Observer, run

MANIFEST = "manifest.json"
FORMAT = "frameline-report-1"
_PNG = b"\x89PNG\r\n\x1a\n"
#: Packages whose version can change a number or a page.
PACKAGES = (
    "pandas", "numpy", "matplotlib", "papermill", "nbclient", "ipykernel", "nbconvert", "mistune",
    "typst",
)  # fmt: skip


@dataclass(frozen=True)
class Built:
    """What came out."""

    folder: Path
    files: tuple[str, ...]
    asides: Mapping[str, str]
    partial: bool


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
    engine: Engine | None = None,
    observer: Observer | None = None,
    findings_only: bool = False,
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
        ``html``, ``pdf``; what the report says when empty.
    out : path, optional
        Folder of the result.
    jobs : int, optional
        Chapters at a time; the number of processors when not given.
    timeout : float, optional
        Seconds a chapter may take.
    engine : Engine, optional
        Runs the notebooks.
    observer : Observer, optional
        Told how far the build has got.
    findings_only : bool
        Write the findings and the manifest only: no page, no figures.

    Returns
    -------
    Built

    Raises
    ------
    BuildError
        Nothing of the previous report was touched.
    """
    report = read_report(report_path)
    if formats:
        check_formats(formats, "--format")
        report = replace(report, formats=tuple(dict.fromkeys(formats)))
    if findings_only:
        report = replace(report, formats=())
    planned = plan(report, overrides, only, corpus)
    target = _target(planned, out)
    with locked(target):
        recover(target)
        with _staging(target) as staging:
            executed = _run_waves(planned, jobs, timeout, engine, observer or Observer())
            files = write_report(planned, executed, staging)
            swap(staging, target)
    asides = {key: done.aside for key, done in executed.items() if done.aside}
    return Built(target, tuple(files), asides, planned.partial)


def _target(planned: Plan, out: Path | None) -> Path:
    """The folder of the result; never one that holds something else."""
    target = out or planned.report.out
    if planned.partial and out is None:
        target = target.with_name(f"{target.name}.part")
    target = Path(os.path.abspath(target))
    if target.exists() and not (target / MANIFEST).is_file():
        occupied = not target.is_dir() or any(target.iterdir())
        if occupied:
            raise BuildError(
                f"{target} exists and holds no report of Frameline; name another folder with --out"
            )
    return target


def _run_waves(
    planned: Plan,
    workers: int | None,
    timeout: float | None,
    engine: Engine | None,
    observer: Observer,
) -> dict[str, Executed]:
    """The chapters first, then those that read their findings."""
    from frameline.report.assemble import findings_of

    executed: dict[str, Executed] = {}
    observer.begin(len(planned.runs))
    with tempfile.TemporaryDirectory(prefix="frameline-") as name:
        folder = Path(name)
        forbidden = _paths(planned, folder)
        for position, wave in enumerate(planned.waves):
            results = folder / "results.json"
            if position:
                _write_json(results, findings_of(executed.values()))
            executed |= run(
                [_job(planned_run, folder, results, timeout) for planned_run in wave],
                workers=workers or os.cpu_count() or 1,
                engine=engine,
                observer=observer,
                forbidden=forbidden,
            )
    return executed


def _job(planned: Run, folder: Path, results: Path, timeout: float | None) -> Job:
    chapter = planned.chapter
    values = dict(planned.values)
    if chapter.last and planned.wants_results:
        values[RESULTS] = str(results)
    return Job(chapter.key, chapter.file, folder / f"{chapter.key}.ipynb", values, timeout)


def _paths(planned: Plan, scratch: Path) -> list[str]:
    """Paths of this machine that no output may show."""
    folders = {run.chapter.file.parent for run in planned.runs} | {scratch}
    if planned.corpus is not None:
        folders.add(planned.corpus)
    # A path of one part, such as /data, may well be a word of an address.
    return sorted(str(folder) for folder in folders if len(folder.parts) > 2)


def write_report(planned: Plan, executed: Mapping[str, Executed], folder: Path) -> list[str]:
    """Write everything a report consists of into an empty folder.

    Returns
    -------
    list of str
        The files, relative to the folder.
    """
    from frameline import __version__
    from frameline.report.assemble import merge
    from frameline.report.document import METADATA, read_document

    notebook = merge(planned, executed, __version__)
    about = notebook.metadata[METADATA]
    data = hash_files(planned.corpus)
    about |= identity(planned)
    about["digest"] = digest_of(data)[:16]
    _write_json(folder / "results.json", about["findings"])
    if planned.report.formats:
        _write_figures(read_document(notebook), folder / "figures")
    for name in planned.report.formats:
        _export(notebook, name, planned, folder)
    outputs = hash_files(folder)
    _write_json(folder / MANIFEST, manifest(planned, about, data, outputs))
    _sync(folder)
    return [*outputs, MANIFEST]


def _export(notebook: Any, name: str, planned: Plan, folder: Path) -> None:
    template = str(planned.report.template)
    if name == "html":
        from frameline.report.html import FramelineHTMLExporter

        text, _ = FramelineHTMLExporter(template_folder=template).from_notebook_node(notebook)
        (folder / "report.html").write_text(text, encoding="utf-8", newline="\n")
    else:
        from frameline.report.pdf import FramelinePDFExporter

        pdf, _ = FramelinePDFExporter(template_folder=template).from_notebook_node(notebook)
        (folder / "report.pdf").write_bytes(pdf)


def _write_figures(document: Any, folder: Path) -> None:
    """Every figure as SVG, PNG and CSV, every table as CSV."""
    from frameline.report.html import csv_text
    from frameline.report.svg import SvgError, clean

    folder.mkdir()
    for figure in document.figures:
        try:
            svg = clean(figure.export_svg or figure.svg, transparent=False)
            png = base64.b64decode(figure.export_png, validate=True)
            if png and not png.startswith(_PNG):
                raise SvgError("export_png is not a PNG")
        except (SvgError, binascii.Error) as error:
            raise BuildError(f"figure {figure.key}: {error}") from None
        (folder / f"{figure.key}.svg").write_text(svg + "\n", encoding="utf-8", newline="\n")
        if png:
            (folder / f"{figure.key}.png").write_bytes(png)
        _write_text(folder / f"{figure.key}.csv", csv_text(figure.table))
    for table in document.tables:
        _write_text(folder / f"{table.key}.csv", csv_text(table.grid))


def manifest(
    planned: Plan, about: Mapping[str, Any], data: Mapping[str, str], outputs: Mapping[str, str]
) -> dict[str, Any]:
    """What went in and what came out, with sha256 of each file and no clock.

    Parameters
    ----------
    planned : Plan
    about : mapping
        Metadata of the merged notebook.
    data, outputs : mapping of str to str
        File to sha256.
    """
    return {
        "format": FORMAT,
        "title": about["title"],
        "edition": about["edition"],
        "date": about["date"],
        "frameline": about["version"],
        "python": platform.python_version(),
        "packages": {name: _version(name) for name in PACKAGES},
        "data": {
            "name": planned.corpus.name if planned.corpus else "",
            "digest": digest_of(data),
            "codebook": data.get("codebook.toml", ""),
            "files": dict(data),
        },
        "chapters": [_chapter_entry(planned_run, about) for planned_run in planned.runs],
        "partial": planned.partial,
        "outputs": dict(outputs),
    }


def _chapter_entry(planned: Run, about: Mapping[str, Any]) -> dict[str, Any]:
    paths = {name for name, p in planned.declared.items() if p.kind == "path"}
    defaults = {name: p.default for name, p in planned.declared.items()}
    parameters = {**defaults, **planned.values}
    return {
        "key": planned.chapter.key,
        "number": planned.number,
        "title": planned.title,
        "notebook": planned.chapter.file.name,
        "sha256": sha256(planned.chapter.file),
        # Only the last part of a path is the same on another machine.
        "parameters": {n: Path(v).name if n in paths else v for n, v in parameters.items()},
    }


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return ""


def sha256(path: Path) -> str:
    """The sha256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def hash_files(path: Path | None) -> dict[str, str]:
    """The sha256 of a file, or of every file in a folder but hidden ones, by relative name."""
    if path is None or not path.exists():
        return {}
    if path.is_file():
        return {path.name: sha256(path)}
    files = (file for file in path.rglob("*") if file.is_file())
    named = {file.relative_to(path): file for file in files}
    return {
        name.as_posix(): sha256(named[name])
        for name in sorted(named, key=lambda name: name.as_posix())
        if not any(part.startswith(".") for part in name.parts)
    }


def digest_of(files: Mapping[str, str]) -> str:
    """One sha256 for a set of files: over the lines ``sha256  name``, sorted by name."""
    lines = "".join(f"{files[name]}  {name}\n" for name in sorted(files))
    return hashlib.sha256(lines.encode("utf-8")).hexdigest() if files else ""


def identity(planned: Plan) -> dict[str, Any]:
    """Title and date of the report, which belong to the corpus it is about.

    What report.toml says goes for the corpus it names. Another corpus is called what its data
    package says: its cover must not carry the names of the first. The date is the day the data
    stand for, never the day of the build; without one there is SOURCE_DATE_EPOCH, or none.
    """
    package = _package(planned.corpus)
    created = str(package.get("created", ""))
    date = created[:10] if re.match(r"\d{4}-\d{2}-\d{2}", created) else _epoch()
    own = planned.report.corpus in (None, planned.corpus)
    if own or planned.corpus is None:
        return {"date": planned.report.date or date}
    return {
        "title": str(package.get("title") or _pair(planned.corpus) or planned.corpus.stem),
        "subtitle": str(package.get("description") or ""),
        "edition": str(package.get("version") or ""),
        "authors": [],
        "keywords": [str(word) for word in package.get("keywords") or ()],
        "date": date,
    }


def _package(corpus: Path | None) -> dict[str, Any]:
    """The data package of a corpus folder; empty where there is none."""
    path = corpus / "datapackage.json" if corpus else None
    if path is None or not path.is_file():
        return {}
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise BuildError(f"{path}: not JSON: {error}") from None
    return found if isinstance(found, dict) else {}


def _pair(corpus: Path) -> str:
    """A title made of the pair that the corpus is about; empty where no codebook names one."""
    path = corpus / "codebook.toml"
    if not path.is_file():
        return ""
    pair = tomllib.loads(path.read_text(encoding="utf-8")).get("dyad", {}).get("label", "")
    return f"How texts frame {pair}" if pair else ""


def _epoch() -> str:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch.isdigit():
        return ""
    return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date().isoformat()


# ---- Files: locking, staging, swapping


@contextlib.contextmanager
def locked(target: Path) -> Iterator[None]:
    """Keep a second build out of the same place; the lock ends with the process that holds it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    path = target.with_name(f"{target.name}.lock")
    with path.open("a+b") as file:
        if not _take(file):
            raise BuildError(f"another build is writing {target}; wait for it or use --out")
        try:
            yield
        finally:
            # Removed while still held, so that nobody can take a lock that is about to go.
            with contextlib.suppress(OSError):
                path.unlink()


def _take(file: IO[bytes]) -> bool:
    try:
        try:
            import fcntl
        except ImportError:  # Windows
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    # The holder before may have removed the file after it was opened here.
    return os.path.exists(file.name) and os.path.samestat(
        os.fstat(file.fileno()), os.stat(file.name)
    )


def recover(target: Path) -> None:
    """Clean up after a build that was killed; called with the lock held."""
    for old in sorted(target.parent.glob(f"{target.name}.old-*")):
        if target.exists():
            shutil.rmtree(old, ignore_errors=True)
        else:
            old.rename(target)
    for rest in target.parent.glob(f"{target.name}.new-*"):
        shutil.rmtree(rest, ignore_errors=True)


@contextlib.contextmanager
def _staging(target: Path) -> Iterator[Path]:
    """A new folder beside the target, on the same disk; gone if it was not swapped in."""
    folder = Path(tempfile.mkdtemp(prefix=f"{target.name}.new-", dir=target.parent))
    try:
        folder.chmod(0o755)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def swap(staging: Path, target: Path) -> None:
    """Put the new folder in the place of the old one."""
    old = target.with_name(staging.name.replace(".new-", ".old-"))
    if target.exists():
        target.rename(old)
    try:
        staging.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _sync(folder: Path) -> None:
    """Make sure that everything is on the disk before the old report goes."""
    for file in folder.rglob("*"):
        if file.is_file():
            with file.open("rb+") as opened:
                os.fsync(opened.fileno())


def _write_json(path: Path, data: Any) -> None:
    text = json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False)
    _write_text(path, text + "\n")


def _write_text(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def file_list(built: Built) -> Iterable[str]:
    """The files a reader opens first."""
    return [name for name in built.files if "/" not in name]
