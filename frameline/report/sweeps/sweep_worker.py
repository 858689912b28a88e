"""A process of a sweep: builds one report after another.

Started as ``python -m frameline.report.sweeps.sweep_worker``. Each line of its input names a
JSON file with a task; what came of it is written beside it. It ends with its input.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

from frameline.report import BuildError
from frameline.report.running.standby import Standby


def outcome_of(task: Path) -> Path:
    """Where the worker writes what came of a task."""
    return task.with_suffix(".done")


def log_of(task: Path) -> Path:
    """Where goes what is said during a task."""
    return task.with_suffix(".log")


def main() -> None:
    """Do tasks until there are no more."""
    _end_with_the_sweep()
    with Standby() as standby:
        for line in sys.stdin.buffer:
            _do(Path(os.fsdecode(line.rstrip(b"\n"))), standby)


def _do(path: Path, standby: Standby) -> None:
    from frameline.report.running.execute import keep_output

    keep_output(log_of(path))
    outcome = _build(json.loads(path.read_text(encoding="utf-8")), standby)
    rest = outcome_of(path).with_suffix(".part")
    rest.write_text(json.dumps(outcome), encoding="utf-8")
    rest.replace(outcome_of(path))


def _build(task: dict[str, Any], standby: Standby) -> dict[str, Any]:
    from frameline.report.build import build
    from frameline.report.plan.plan import Override

    overrides = [Override(**{**o, "folder": Path(o["folder"])}) for o in task["overrides"]]
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
            cache=Path(task["cache"]),
            standby=standby,
            # Each processor has a report to build.
            rehearse=task["jobs"] > 1,
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
    main()
