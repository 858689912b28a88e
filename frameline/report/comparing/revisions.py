"""The findings that a name on the command line stands for: a file, a build, a revision of git."""

from __future__ import annotations

import contextlib
import io
import json
import os
import signal
import subprocess
import sys
import tarfile
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from frameline.report import BuildError
from frameline.report.plan.project import default_report

RESULTS = "results.json"
#: Seconds that the build of a revision has to clean up.
_GRACE = 15.0
_ALLOWED = "allowed: a results.json, the folder of a build, a git revision, or revision:path"


def read_results(name: str, report: Path | None = None, options: Sequence[str] = ()) -> Any:
    """The findings that a name stands for.

    Parameters
    ----------
    name : str
        A ``results.json``, the folder of a build, a revision of git (``HEAD~1``), or
        ``revision:path`` with the path of one of these, or of a report.toml, in that revision.
    report : path, optional
        The report.toml whose project is meant; the default one when not given.
    options : sequence of str
        Further arguments of ``frameline build``, for a revision that has to be built.

    Returns
    -------
    list of dict
        The findings.

    Raises
    ------
    BuildError
        No such thing, not the findings of a build, or the build of the revision failed.
    """
    path = Path(name)
    if path.is_dir():
        path = path / RESULTS
        if not path.is_file():
            raise BuildError(f"{name}: holds no {RESULTS}; {_ALLOWED}")
    if path.is_file():
        return parse_results(_read(path), str(path))
    toml = (report or default_report()).resolve()
    top = _top(toml, name)
    revision, _, inside = name.partition(":")
    commit = _git(
        top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
    )
    if commit is None:
        raise BuildError(f"{name}: no such file, folder or revision; {_ALLOWED}")
    return _of_commit(top, commit.decode().strip(), inside, toml, name, options)


def _of_commit(
    top: Path, commit: str, inside: str, toml: Path, name: str, options: Sequence[str]
) -> Any:
    """Findings that stand in a commit, or else those that its own code computes."""
    toml_inside = PurePosixPath(toml.relative_to(top).as_posix())
    if inside.endswith(".toml"):
        toml_inside = PurePosixPath(inside)
    elif inside:
        file = inside if inside.endswith(".json") else f"{inside.rstrip('/')}/{RESULTS}"
        found = _git(top, "cat-file", "blob", f"{commit}:{file}")
        if found is None:
            raise BuildError(f"{name}: no {file} in that revision; {_ALLOWED}")
        return parse_results(found, name)
    with tempfile.TemporaryDirectory(prefix="frameline-") as folder:
        tree = Path(folder) / "tree"
        _check_out(top, commit, tree)
        return _build(tree, toml_inside, Path(folder) / "build", name, options)


def parse_results(text: bytes, name: str) -> list[dict[str, Any]]:
    """Check that a file holds findings, and give them.

    >>> parse_results(b'[{"key": "a", "value": 1, "unit": "count", "text": "1"}]', "x")[0]["value"]
    1
    """
    try:
        found = json.loads(text)
    except ValueError as error:
        raise BuildError(f"{name}: not JSON: {error}") from None
    if not isinstance(found, list):
        raise BuildError(f"{name}: not a list of findings; expected the {RESULTS} of a build")
    keys: set[str] = set()
    for place, finding in enumerate(found, start=1):
        missing = _missing(finding)
        if missing:
            raise BuildError(f"{name}: finding {place} has no {missing}; build that report anew")
        if finding["key"] in keys:
            raise BuildError(f'{name}: finding {place}: key "{finding["key"]}" is there twice')
        keys.add(finding["key"])
    return found


def _missing(finding: Any) -> str:
    if not isinstance(finding, Mapping):
        return "names"
    wanted = ("key", "value", "unit", "text")
    return ", ".join(name for name in wanted if name not in finding)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise BuildError(f"{path}: cannot be read ({error.strerror})") from None


def _top(toml: Path, name: str) -> Path:
    """The top folder of the project's repository."""
    found = _git(toml.parent, "rev-parse", "--show-toplevel")
    if found is None:
        raise BuildError(
            f"{name}: no such file or folder, and {toml.parent} is not in a git repository; "
            f"{_ALLOWED}"
        )
    return Path(os.fsdecode(found.rstrip(b"\n"))).resolve()


def _git(folder: Path, *arguments: str) -> bytes | None:
    """What git says; None when it fails."""
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments], capture_output=True, check=False
        )
    except FileNotFoundError:
        raise BuildError("git is not installed; compare results.json or folders") from None
    return done.stdout if done.returncode == 0 else None


def _check_out(top: Path, commit: str, tree: Path) -> None:
    """Lay out the files of a commit; the repository itself is not touched."""
    packed = _git(top, "archive", "--format=tar", commit)
    if packed is None:
        raise BuildError(f"{commit}: git cannot read this revision; is the clone complete?")
    tree.mkdir()
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(tree, filter="data")


def _build(
    tree: Path, toml: PurePosixPath, out: Path, name: str, options: Sequence[str]
) -> list[dict[str, Any]]:
    """Build a revision with its own package, notebooks and data."""
    if not (tree / toml).is_file():
        raise BuildError(f"{name}: no {toml} in that revision")
    command = [sys.executable, "-m", "frameline.cli", "build", "--report", str(tree / toml)]
    command += ["--out", str(out), "--format", "html", *options]
    # The revision's own code, in this process's environment of packages.
    environ = {**os.environ, "PYTHONPATH": str(tree)}
    if _run(command, tree, environ):
        raise BuildError(f"{name}: this revision cannot be built (see above)")
    return parse_results(_read(out / RESULTS), name)


def _run(command: Sequence[str], folder: Path, environ: Mapping[str, str]) -> int:
    """Run a command; when this process is told to end, let the other clean up first."""
    process = None
    try:
        with _undisturbed():
            process = subprocess.Popen(command, cwd=folder, env=environ, stdout=subprocess.DEVNULL)
        return process.wait()
    except BaseException:
        if process is not None:
            process.terminate()
            try:
                process.wait(_GRACE)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        raise


@contextlib.contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold back requests to end: a process that is just starting would be left to itself."""
    asked: list[int] = []
    names = ("SIGINT", "SIGTERM", "SIGHUP")
    numbers = [getattr(signal, name) for name in names if hasattr(signal, name)]
    if threading.current_thread() is not threading.main_thread():
        numbers = []
    # What is ignored stays so, here and in the process.
    heard = [number for number in numbers if callable(signal.getsignal(number))]
    before = {n: signal.signal(n, lambda number, _: asked.append(number)) for n in heard}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    for number in asked:
        signal.raise_signal(number)
