"""What the processes of chapters see around them, the same wherever a report is built."""

from __future__ import annotations

import os
import tempfile
from importlib.util import find_spec
from pathlib import Path

#: Libraries that would share sums among threads, and so round them by the number of processors.
_ONE_THREAD = (
    "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS",
    "NUMEXPR_NUM_THREADS",
)  # fmt: skip


#: What draws charts: a kernel of its own shows at the end of a cell what the cell left open, as
#: `frameline.report.running.open_figures` does where the process is the kernel.
_BACKENDS = {"plain": "module://matplotlib_inline.backend_inline"}


def environment(scratch: str, engine: str = "warm") -> dict[str, str]:
    """What every kernel sees, so that the same inputs give the same report everywhere."""
    kept = {name: text for name, text in os.environ.items() if not name.startswith("LC_")}
    return {
        **kept,
        **dict.fromkeys(_ONE_THREAD, "1"),
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "PYTHONPATH": os.pathsep.join(_search_path()),
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "LANGUAGE": "",
        "TZ": "UTC",
        "MPLBACKEND": _BACKENDS.get(engine, "agg"),
        # A pool of memory that starts no thread: processes with threads should not be forked.
        "ARROW_DEFAULT_MEMORY_POOL": "system",
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
        # No start-up files, no history and no settings of the person who builds.
        "MATPLOTLIBRC": _house_settings(),
        "IPYTHONDIR": os.path.join(scratch, "ipython"),
        "JUPYTER_RUNTIME_DIR": os.path.join(scratch, "run"),
        "JUPYTER_PLATFORM_DIRS": "1",
        "JUPYTER_PREFER_ENV_PATH": "1",
        "PYTHONWARNINGS": "",
        **temporary_files(),
        **_writable_settings(scratch),
    }


def temporary_files() -> dict[str, str]:
    """Where a process puts its temporary files: where this one does, so that they go with those."""
    return dict.fromkeys(("TMPDIR", "TEMP", "TMP"), tempfile.gettempdir())


def _search_path() -> list[str]:
    """Where modules are looked for: first where this one is from, if that is a working copy.

    Another copy may be installed, and a report must not be made by two.
    """
    root = Path(__file__).resolve().parents[3]
    given = [path for path in os.environ.get("PYTHONPATH", "").split(os.pathsep) if path]
    installed = {"site-packages", "dist-packages"} & set(root.parts)
    return given if installed else list(dict.fromkeys([str(root), *given]))


def _house_settings() -> str:
    """Matplotlib's own settings, in place of those a person may have."""
    found = find_spec("matplotlib")
    folder = Path(found.origin).parent if found and found.origin else Path()
    return str(folder / "mpl-data" / "matplotlibrc")


def _writable_settings(scratch: str) -> dict[str, str]:
    """A folder for Matplotlib's list of fonts where the person who builds has none to write to."""
    home = Path(os.path.expanduser("~"))
    if "MPLCONFIGDIR" in os.environ or os.access(home, os.W_OK):
        return {}
    return {"MPLCONFIGDIR": os.path.join(scratch, "matplotlib")}
