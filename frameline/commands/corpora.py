"""The corpus a command is about: where it is, and what reading it needs."""

from __future__ import annotations

from pathlib import Path

from frameline.commands.ending import CommandError
from frameline.report.plan.project import project_folder


def corpus_at(given: Path | None) -> Path:
    """The corpus named, or the one shipped."""
    corpus = given or project_folder() / "data"
    if not corpus.exists():
        raise CommandError(f"{corpus}: no such folder or file")
    return corpus


def need_scale(corpus: Path) -> None:
    """Say what to install before a chapter fails for want of it."""
    from importlib.util import find_spec

    missing = [name for name in ("duckdb", "narwhals") if find_spec(name) is None]
    if missing:
        raise CommandError(
            f"{corpus}: Parquet files need {' and '.join(missing)}; "
            "run: python -m pip install 'frameline[scale]'"
        )
