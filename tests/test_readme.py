"""The README is true: its commands run, its finding and its chart are those of the report."""

import re
import shlex
import subprocess
from pathlib import Path

import pytest

from frameline.cli import main
from frameline.corpus import read_corpus
from frameline.exchange.formats.tables.xlsx_table import read_sheet, workbook
from frameline.exhibits import exhibit, study

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf8")


def commands(text):
    """What stands in the sh blocks, without the remarks."""
    blocks = "\n".join(re.findall(r"```sh\n(.*?)```", text, re.DOTALL))
    return re.findall(r"^(\S[^#\n]*?)(?:\s+#.*)?$", blocks, re.MULTILINE)


#: The tutorial up to the corpora of this repository: its commands build on one another.
TUTORIAL = README[README.index("## Your own texts") : README.index("A CSV with `document`")]
COMMANDS = commands(README.replace(TUTORIAL, ""))
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
    if words[0] == "live":
        # It serves until it is stopped (tests/report/test_live.py): here, that there is one.
        with pytest.raises(SystemExit, match="0"):
            main([*words, "--help"])
        return
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

    monkeypatch.setattr("frameline.report.build._from_cache", lambda *_: None)
    monkeypatch.setattr("frameline.report.build._execute", stop)
    assert main(words) == 1
    assert "the notebooks would run now" in capsys.readouterr().err


def test_the_tutorial_works_as_written(tmp_path, monkeypatch, capsys):
    """Every command in turn, in an empty folder; of the builds the one of a single chapter."""
    monkeypatch.chdir(tmp_path)
    for name, text in re.findall(r"```(?:csv|toml)\n# (\S+)\n(.*?)```", TUTORIAL, re.DOTALL):
        Path(name).write_text(text, encoding="utf8")
    typed = commands(TUTORIAL)
    assert len(typed) >= 14
    for command in typed:
        words = shlex.split(command)[1:]
        if words[0] == "build" and "--only" not in words:
            assert Path(words[words.index("--corpus") + 1], "documents.csv").is_file()
            assert main(["check", words[words.index("--corpus") + 1]]) == 0
            continue
        if words[0] == "build":
            words += ["-p", "draws=100"]
        if "--read" in words:
            _decide(Path(words[-1]))
        assert main(words) == 0, f"{command}: {capsys.readouterr().err}"
    assert "custom" in Path("mine/claims.csv").read_text(encoding="utf8")
    assert list(read_corpus("mine").codings) == ["ana", "bo"]
    assert Path("bay-part/report.html").is_file()
    assert main(["check", "mine", "--against", "bay", "--map", "map.toml"]) == 0


def _decide(sheet):
    """Fill in the decisions as a person would: here what the second coder says."""
    table = read_sheet(sheet)
    second, decision = table.header.index("coder bo"), table.header.index("decision")
    for _, cells in table.rows:
        cells[decision] = {"(no row)": "no"}.get(cells[second], cells[second])
    sheet.write_bytes(workbook(table.header, [cells for _, cells in table.rows], sheet.name))


def test_the_first_picture_is_the_storyline_of_these_data(data_corpus):
    (block,) = exhibit("storyline", study("summary", data_corpus)).blocks
    title = str(next(iter(block.views.values())).title)
    first = re.search(r"!\[([^\]]*)\]\(([^)]*)\)", README)
    assert first[1].startswith(f"{title}. ")
    picture = ROOT / first[2]
    assert picture.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
    assert picture.stat().st_size < 150_000


def test_links_lead_somewhere():
    for target in re.findall(r"\]\((?!http)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target
    for name in re.findall(r"`((?:data|frameline|notebooks|report|tests)/[\w./-]*)`", README):
        if not name.startswith("report/build"):
            assert (ROOT / name).exists(), name
