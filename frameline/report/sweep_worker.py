"""A process of a sweep: builds one report.

Started as ``python -m frameline.report.sweep_worker TASK``, where TASK is a JSON file. What came
of it is written beside it.
"""

from __future__ import annotations

import json
import signal
import sys
from pathlib import Path
from typing import Any

from frameline.report import BuildError


def outcome_of(task: Path) -> Path:
    """Where the worker writes what came of a task."""
    return task.with_suffix(".done")


def main(path: Path) -> None:
    """Do one task."""
    _end_with_the_sweep()
    task = json.loads(path.read_text(encoding="utf-8"))
    outcome = _build(task)
    rest = outcome_of(path).with_suffix(".part")
    rest.write_text(json.dumps(outcome), encoding="utf-8")
    rest.replace(outcome_of(path))


def _build(task: dict[str, Any]) -> dict[str, Any]:
    from frameline.report.build import build
    from frameline.report.plan import Override

    overrides = [Override(**{**o, "folder": Path(o["folder"])}) for o in task["overrides"]]
    cache: dict[str, Any] = {"cache": Path(task["cache"])} if task["cache"] else {}
    try:
        built = build(
            task["report"],
            overrides=overrides,
            only=task["only"],
            corpus=Path(task["corpus"]) if task["corpus"] else None,
            formats=task["formats"],
            out=Path(task["out"]),
            jobs=task["jobs"],
            timeout=task["timeout"],
            findings_only=task["findings_only"],
            **cache,
        )
    except BuildError as error:
        return {"ok": False, "message": str(error)}
    except Exception as error:
        return {"ok": False, "message": f"{type(error).__name__}: {error}"}
    return {"ok": True, "message": "", "asides": dict(built.asides)}


def _end_with_the_sweep() -> None:
    """Stop in good order when told to, and when the sweep that started this is gone."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(1, signal.SIGTERM)  # PR_SET_PDEATHSIG


if __name__ == "__main__":
    main(Path(sys.argv[1]))
