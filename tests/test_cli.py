"""The command line: what it prints, what it returns, and how it fails."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from frameline import __version__
from frameline.cli import main
from frameline.report.keeping.key import user_cache

ROOT = Path(__file__).parents[1]
TOY = ROOT / "tests" / "report" / "report.toml"
FAULTS = pd.DataFrame(
    [["claims.csv", 3, "valence", "X", "B | D", "code it anew"],
     ["units.csv", pd.NA, "", "", "", "add the file"]],
    columns=["file", "row", "column", "found", "allowed", "todo"],
).astype({"row": "Int64"})  # fmt: skip


def run(capsys, *arguments):
    """Exit code, stdout, stderr."""
    try:
        code = main([str(a) for a in arguments])
    except SystemExit as ended:
        code = ended.code
    out, err = capsys.readouterr()
    return code, out, err


def test_version_and_help(capsys):
    assert run(capsys, "--version") == (0, f"frameline {__version__}\n", "")
    code, out, _ = run(capsys, "--help")
    assert code == 0
    for command in ("build", "params", "check", "rebuild", "diff", "sweep"):
        assert command in out


def test_help_needs_nothing_heavy():
    """It is there at once, because it waits for no library."""
    heavy = "pandas", "matplotlib", "papermill", "nbconvert", "typst", "numpy", "mistune", "babel"
    source = (
        "import contextlib, sys, frameline.cli\n"
        "with contextlib.suppress(SystemExit), contextlib.redirect_stdout(None):\n"
        "    frameline.cli.main(['--help'])\n"
        f"print([m for m in {heavy!r} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", source], cwd=ROOT, check=True,
                          capture_output=True, text=True)  # fmt: skip
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["bild"],
        ["build", "--jobs", "0"],
        ["build", "--jobs", "two"],
        ["build", "--timeout", "soon"],
        ["rebuild"],
        ["check", "--format", "xml"],
    ],
)
def test_wrong_usage_is_two(capsys, arguments):
    code, out, err = run(capsys, *arguments)
    assert code == 2
    assert out == ""
    assert "usage: frameline" in err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["-p", "sede=1"], 'frameline: -p: unknown parameter "sede" (did you mean "seed"?)'),
        (["-p", "draws=few"], "frameline: the-shift: parameter draws (-p): found"),
        (["-p", "draws"], "frameline: -p draws: allowed: name=value"),
        (["--only", "labelz"], 'no chapter "labelz" in report.toml (did you mean "labels"?)'),
        (["--corpus", "nowhere"], "--corpus nowhere: no such folder or file"),
        (["--params", "nowhere.toml"], "nowhere.toml: cannot be read"),
        (["--format", "epub"], 'format "epub"; allowed: html, pdf'),
    ],
)
def test_a_build_that_is_refused(capsys, tmp_path, arguments, says):
    code, out, err = run(capsys, "build", "--report", TOY, "--out", tmp_path / "out", *arguments)
    assert code == 1
    assert out == ""
    assert says in err
    assert "Traceback" not in err
    assert not (tmp_path / "out").exists()


def test_a_report_that_is_not_there(capsys, tmp_path):
    code, _, err = run(capsys, "build", "--report", tmp_path / "none.toml")
    assert code == 1
    assert "none.toml: cannot be read" in err


def test_build_names_what_came_out(capsys, tmp_path):
    code, out, err = run(capsys, "build", "--report", TOY, "--only", "events", "labels",
                         "--format", "html", "--out", tmp_path / "out", "--jobs", 2,
                         "--no-cache")  # fmt: skip
    assert code == 0
    assert out.splitlines() == [
        "events stepped aside: This corpus has no events, so this chapter steps aside.",
        *(str(tmp_path / "out" / n) for n in ("report.html", "results.json", "manifest.json")),
    ]
    lines = err.splitlines()
    assert sorted(line.split()[1] for line in lines) == ["events", "labels"]
    assert lines[-1].startswith("2/2  ")
    assert "\r" not in err


def test_a_build_of_nothing_new_says_so(capsys, tmp_path):
    for name in ("notebooks", "corpus"):
        shutil.copytree(TOY.parent / name, tmp_path / name)
    template = (TOY.parent / "../../report/template").resolve().as_posix()
    text = TOY.read_text(encoding="utf-8").replace("../../report/template", template)
    (tmp_path / "report.toml").write_text(text, encoding="utf-8")
    command = (
        "build",
        "--report",
        tmp_path / "report.toml",
        "--only",
        "events",
        "--format",
        "html",
    )
    first = run(capsys, *command)
    again = run(capsys, *command)
    assert first[:2] == again[:2]
    assert again[2] == "1 of 1 chapters unchanged: taken from an earlier build\n"
    # What is kept is this user's: nothing of it lies in the project.
    assert user_cache().is_dir()
    assert not list(tmp_path.rglob("*cache*"))


def test_debug_shows_where(capsys):
    with pytest.raises(Exception, match="unknown parameter"):
        main(["--debug", "build", "--report", str(TOY), "-p", "x=1"])
    with pytest.raises(Exception, match="unknown parameter"):
        main(["build", "--debug", "--report", str(TOY), "-p", "x=1"])


def test_a_fault_of_our_own_is_one_line(capsys, monkeypatch):
    monkeypatch.setattr("frameline.report.plan.config.read_report", lambda path: 1 / 0)
    code, _, err = run(capsys, "params")
    assert code == 1
    assert err == "frameline: ZeroDivisionError: division by zero (--debug shows where)\n"


def test_stopping_is_no_failure_of_the_program(capsys, monkeypatch):
    def stop(path):
        raise KeyboardInterrupt

    monkeypatch.setattr("frameline.report.plan.config.read_report", stop)
    assert run(capsys, "params") == (130, "", "frameline: stopped\n")


def test_params_lists_every_chapter(capsys):
    code, out, _ = run(capsys, "params", "--report", TOY)
    lines = out.splitlines()
    assert code == 0
    assert lines[0].split() == ["chapter", "parameter", "default", "type", "allowed", "help"]
    draws = next(line for line in lines if " draws " in line)
    assert draws.split() == ["the-shift", "draws", "200", "whole", "number", "100..100000",
                             "bootstrap", "draws"]  # fmt: skip
    chapters = {"summary", "the-shift", "labels", "events"}
    # "(all)": choices for the whole report, such as by and where
    assert {line.split()[0] for line in lines[1:]} == {*chapters, "(all)"}
    _, out, _ = run(capsys, "params", "labels", "--report", TOY)
    assert {line.split()[0] for line in out.splitlines()[1:]} == {"labels"}


@pytest.mark.parametrize("there", [True, False])
def test_the_shipped_report_is_found_from_anywhere(capsys, monkeypatch, tmp_path, there):
    monkeypatch.chdir(ROOT if there else tmp_path)
    code, out, _ = run(capsys, "params")
    assert code == 0
    assert "draws" in out


def test_check_prints_every_fault(capsys, monkeypatch, tmp_path):
    monkeypatch.setattr("frameline.corpus.checks.check_corpus", lambda corpus: FAULTS)
    code, out, _ = run(capsys, "check", tmp_path)
    assert code == 1
    lines = out.splitlines()
    assert lines[0].split() == ["file", "row", "column", "found", "allowed", "todo"]
    assert lines[1].split() == ["claims.csv", "3", "valence", "X", "B", "|", "D", "code", "it",
                                "anew"]  # fmt: skip
    assert lines[2].split() == ["units.csv", "add", "the", "file"]
    assert lines[-1] == f"2 faults in {tmp_path}"


def test_check_for_machines(capsys, monkeypatch, tmp_path):
    monkeypatch.setattr("frameline.corpus.checks.check_corpus", lambda corpus: FAULTS)
    code, out, _ = run(capsys, "check", tmp_path, "--format", "json")
    assert code == 1
    assert json.loads(out)[0]["found"] == "X"
    assert json.loads(out)[1]["row"] is None
    _, out, _ = run(capsys, "check", tmp_path, "--format", "csv")
    assert out.splitlines()[0] == "file,row,column,found,allowed,todo"
    assert len(out.splitlines()) == 3


def test_check_with_the_texts(capsys, monkeypatch, tmp_path):
    monkeypatch.setattr("frameline.corpus.checks.check_corpus", lambda corpus: FAULTS)
    monkeypatch.setattr("frameline.corpus.texts.check_texts", lambda corpus, folder: FAULTS)
    code, out, _ = run(capsys, "check", tmp_path, "--texts", tmp_path)
    assert code == 1
    assert out.splitlines()[-1].startswith("4 faults")


def test_remarks_are_no_faults(capsys, monkeypatch, river):
    code, out, _ = run(capsys, "check", river)
    assert (code, out.splitlines()[0].split(": ")[1]) == (0, "no faults")
    assert out.splitlines()[-1] == "3 remarks, no fault"
    code, out, err = run(capsys, "check", river, "--format", "csv")
    assert (code, len(out.splitlines()), err.split(":")[0]) == (0, 1, "3 remarks, no fault")
    monkeypatch.setattr("frameline.commands.check.MOST_REMARKS", 2)
    assert run(capsys, "check", river)[1].endswith("3 remarks, no fault; the first 2 are shown\n")


def test_a_sound_corpus_is_zero(capsys):
    code, out, _ = run(capsys, "check")
    assert (code, out.split(": ")[1]) == (0, "no faults\n")
    assert run(capsys, "check", "nowhere")[0] == 1


def test_rebuild_writes_tables_whole(capsys, monkeypatch, tmp_path):
    table = pd.DataFrame({"doc_id": ["a"], "words": ["3"]})
    monkeypatch.setattr("frameline.corpus.texts.rebuild", lambda corpus, folder: {"units": table})
    (tmp_path / "documents.csv").write_text("doc_id\n", encoding="utf-8")
    (tmp_path / "units.csv").write_text("old", encoding="utf-8")
    code, out, _ = run(capsys, "rebuild", "--texts", tmp_path, tmp_path)
    assert (code, out) == (0, f"{tmp_path / 'units.csv'}: 1 rows\n")
    assert (tmp_path / "units.csv").read_bytes() == b"doc_id,words\na,3\n"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["documents.csv", "units.csv"]


def test_rebuild_leaves_the_old_table_when_writing_fails(capsys, monkeypatch, tmp_path):
    class Broken:
        def to_csv(self, *_, **__):
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(
        "frameline.corpus.texts.rebuild", lambda corpus, folder: {"units": Broken()}
    )
    (tmp_path / "documents.csv").write_text("doc_id\n", encoding="utf-8")
    (tmp_path / "units.csv").write_text("old", encoding="utf-8")
    code, _, err = run(capsys, "rebuild", "--texts", tmp_path, tmp_path)
    assert code == 1
    assert "No space left" in err
    assert (tmp_path / "units.csv").read_text(encoding="utf-8") == "old"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["documents.csv", "units.csv"]


def test_rebuild_needs_the_texts(capsys, tmp_path):
    code, _, err = run(capsys, "rebuild", "--texts", tmp_path / "none", tmp_path)
    assert (code, "no such folder" in err) == (1, True)


def test_diff_compares_builds_and_can_fail(tmp_path, capsys):
    files = tmp_path / "old.json", tmp_path / "new.json"
    for file, value in zip(files, (1, 2), strict=True):
        found = [{"key": "a", "value": value, "unit": "count", "text": str(value)}]
        file.write_text(json.dumps(found))
    code, out, err = run(capsys, "diff", *files)
    assert (code, err) == (0, "")
    assert "a  1 → 2 (+1)" in out
    code, out, _ = run(capsys, "diff", *files, "--format", "json", "--fail-on", "appeared,changed")
    assert code == 1
    assert json.loads(out)["changed"] == 1
    assert run(capsys, "diff", *files, "--fail-on", "beyond")[0] == 0
    assert run(capsys, "diff", *files, "--only", "b*", "--fail-on", "changed")[0] == 0
    code, out, err = run(capsys, "diff", *files, "--fail-on", "change")
    assert (code, out) == (1, "")
    assert err == ('frameline: --fail-on "change"; allowed: changed, appeared, vanished, beyond\n')


def test_a_terminal_is_never_given_commands(tmp_path, capsys):
    """What a message quotes may hold anything; the terminal gets plain text."""
    file = tmp_path / "sweep.toml"
    file.write_text('[sets."a\\u001b[2Jb\\u202ec"]\n', encoding="utf-8")
    code, out, err = run(capsys, "sweep", file)
    assert (code, out) == (1, "")
    assert 'set "a[2Jbc"' in err
    assert "\x1b" not in err


def test_a_sweep_lists_its_runs_without_building(tmp_path, capsys):
    file = tmp_path / "seeds.toml"
    file.write_text(f'report = "{TOY}"\n[grid]\nseed = [1, 2]\n', encoding="utf-8")
    code, out, _ = run(capsys, "sweep", file, "--list")
    assert code == 0
    folder = tmp_path / "build.seeds"
    assert out.splitlines() == [
        f"{folder}/seed-{seed}\t--report {TOY} --out {folder}/seed-{seed} -p seed={seed}"
        for seed in (1, 2)
    ]
    code, out, err = run(capsys, "sweep", file, "--collect")
    assert code == 1
    assert err.splitlines() == [f"seed-{seed} failed: was not built" for seed in (1, 2)]
    assert "0 of 2 reports built" in out
