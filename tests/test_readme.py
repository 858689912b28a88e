"""The README is true: its commands run, its finding and its chart are those of the report."""

import re
import shlex
import subprocess
from pathlib import Path

import pytest

from frameline.cli import main

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf8")
COMMANDS = re.findall(
    r"^(\S[^#\n]*?)(?:\s+#.*)?$",
    "\n".join(re.findall(r"```sh\n(.*?)```", README, re.DOTALL)),
    re.MULTILINE,
)
FRAMELINE = [c for c in COMMANDS if c.startswith(".venv/bin/frameline")]


def test_make_targets_exist():
    targets = [c.split()[1] for c in COMMANDS if c.startswith("make ")]
    assert targets[:2] == ["report", "test"]
    for target in targets:
        done = subprocess.run(
            ["make", "-n", target], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr


def test_every_command_of_the_readme_is_one_of_ours():
    assert len(FRAMELINE) >= 7
    assert len(FRAMELINE) + sum(c.startswith("make ") for c in COMMANDS) == len(COMMANDS)


@pytest.mark.parametrize("command", FRAMELINE)
def test_commands_run(command, tmp_path, monkeypatch, capsys):
    """As typed; builds up to the running of the notebooks, but for the one of a single chapter."""
    monkeypatch.chdir(ROOT)
    words = shlex.split(command)[1:]
    if words[0] == "sweep":
        words.append("--list")
    if words[0] != "build":
        assert main(words) == 0, capsys.readouterr().err
        return
    if "--out" in words:
        at = words.index("--out")
        words[at : at + 2] = []
    words += ["--out", str(tmp_path / "build")]
    if "--only" in words:
        assert main([*words, "-p", "draws=100", "--format", "html"]) == 0, capsys.readouterr().err
        return

    def stop(*_, **__):
        raise RuntimeError("the notebooks would run now")

    monkeypatch.setattr("frameline.report.build._run_waves", stop)
    assert main(words) == 1
    assert "the notebooks would run now" in capsys.readouterr().err


def test_links_lead_somewhere():
    for target in re.findall(r"\]\((?!http)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target
    for name in re.findall(r"`((?:data|frameline|notebooks|report|tests)/[\w./-]*)`", README):
        if not name.startswith("report/build"):
            assert (ROOT / name).exists(), name
