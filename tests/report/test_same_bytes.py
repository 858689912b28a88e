"""The same inputs give the same bytes, whoever builds, where, when and how."""

import os
import subprocess
import sys

import pytest

from frameline.report.keeping.digests import hash_files

from .conftest import HERE

ROOT = HERE.parents[1]
#: Conditions that a second build may be made under: environment, options.
STRANGE = {
    "PYTHONHASHSEED": "12345",
    "LANG": "tr_TR.ISO-8859-9",
    "LC_ALL": "C",
    "TZ": "Pacific/Auckland",
    "USER": "somebody",
    "MPLBACKEND": "svg",
    "COLUMNS": "40",
    "OMP_NUM_THREADS": "7",
    "SOURCE_DATE_EPOCH": "86400",
}


def built(report, out, *options, env=None, cwd=None):
    """Build in a process of its own; digests of all files."""
    kept = {k: v for k, v in os.environ.items() if k not in STRANGE}
    found = {**kept, "PYTHONPATH": str(ROOT), **(env or {})}
    command = [sys.executable, "-m", "frameline.cli", "build", "--report", str(report)]
    done = subprocess.run(
        [*command, "--out", str(out), "--no-cache", *options],
        env=found, cwd=cwd or ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return hash_files(out)


def differing(one, other):
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


@pytest.mark.slow
def test_a_stranger_elsewhere_on_another_day_gets_the_same_bytes(toy, project, tmp_path):
    home = tmp_path / "home"
    (home / ".config" / "matplotlib").mkdir(parents=True)
    # Settings of a person must not show.
    (home / ".config" / "matplotlib" / "matplotlibrc").write_text("lines.linewidth: 9\n")
    (home / "pandas.py").write_text("raise SystemExit('not this one')\n")
    env = {**STRANGE, "HOME": str(home), "XDG_CONFIG_HOME": str(home / ".config")}
    options = ("--jobs", "1", "--engine", "plain")
    found = built(project, tmp_path / "elsewhere" / "out", *options, env=env, cwd=home)
    # The report's date comes from its data, so the epoch of the build changes nothing.
    assert differing(found, hash_files(toy)) == []


@pytest.mark.slow
def test_the_real_corpus_gives_the_same_bytes_in_forks_and_in_ordinary_kernels(tmp_path):
    """Two chapters with charts, tables, resampling and permutations, and the PDF of both."""
    report = ROOT / "report" / "report.toml"
    chapters = ("--only", "do-the-words-agree", "what-do-they-call-it")
    warm = built(report, tmp_path / "warm", *chapters, "--engine", "warm", "--jobs", "2")
    # pandas and papermill load pyarrow where it is installed; the report must not depend on it.
    (tmp_path / "lacks").mkdir()
    (tmp_path / "lacks" / "pyarrow.py").write_text("raise ImportError('not installed')\n")
    search = os.pathsep.join([str(ROOT), str(tmp_path / "lacks")])
    env = {**STRANGE, "HOME": str(tmp_path / "nowhere"), "PYTHONPATH": search}
    options = (*chapters, "--engine", "plain", "--jobs", "1")
    plain = built(report, tmp_path / "plain", *options, env=env, cwd=tmp_path)
    assert differing(warm, plain) == []
    names = {name.rpartition(".")[2] for name in warm}
    assert names == {"csv", "html", "json", "pdf", "png", "svg"}
