"""Every command that writes a corpus, killed at every step on disk: old or new, nothing else."""

import csv
import os
import re
import shutil

import pytest

from frameline.cli import main
from frameline.disk import place as place_module

from .kills import every_kill

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kills processes")


def content(folder):
    """All files of a folder by name."""
    if not folder.is_dir():
        return {}
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def fill_in(sheet):
    """Decide as the second coder did."""
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        rows = [{**row, "decision": row["coder bo"]} for row in csv.DictReader(file)]
    with sheet.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)


@pytest.fixture
def room(tmp_path, monkeypatch):
    """A corpus, a sheet of decisions, and a table of a third coder."""
    monkeypatch.chdir(tmp_path)
    assert main(["new", "bay"]) == 0
    assert main(["adjudicate", "bay", "--out", "sheet.csv"]) == 0
    fill_in(tmp_path / "sheet.csv")
    assert main(["export", "csv", "bay", "rows.csv", "--coder", "bo"]) == 0
    rows = (tmp_path / "rows.csv").read_text(encoding="utf-8-sig")
    (tmp_path / "rows.csv").write_text(re.sub(r"\bbo\b", "cy", rows))
    shutil.copytree("bay/texts", "texts")
    units = tmp_path / "bay" / "units.csv"
    units.write_text(units.read_text().replace(",13,", ",12,"))
    return tmp_path


COMMANDS = {
    "new": ["new", "fresh"],
    "import": ["import", "csv", "rows.csv", "--into", "bay"],
    "adjudicate": ["adjudicate", "bay", "--read", "sheet.csv"],
    "rebuild": ["rebuild", "--texts", "texts", "bay"],
    "sheet": ["adjudicate", "bay", "--out", "fresh.csv"],
}


def lay(room, files):
    """Make a folder hold these files and nothing else."""
    for path in room.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    for name, data in files.items():
        (room / name).parent.mkdir(parents=True, exist_ok=True)
        (room / name).write_bytes(data)


def seen(room):
    """What a person sees: nothing of a hidden name."""
    return {name: data for name, data in content(room).items() if not name.startswith(".")}


@pytest.mark.parametrize("exchange", [True, False])
@pytest.mark.parametrize("name", COMMANDS)
def test_killed_at_any_step_a_corpus_is_the_old_or_the_new(room, monkeypatch, name, exchange):
    if not exchange:
        monkeypatch.setattr(place_module, "_exchange", lambda *_: False)
    command, before = COMMANDS[name], content(room)
    assert main(command) == 0
    after = content(room)
    assert after != before
    # Where two folders cannot change places there is a moment without one, until the next run.
    aside = {name: data for name, data in before.items() if not name.startswith("bay/")}
    whole = [before, after] if exchange else [before, after, aside]
    lay(room, before)
    codes = set()
    for number in every_kill(lambda: os._exit(main(command))):
        assert seen(room) in whole, number
        # What a person does next: the same again. It may have been done already.
        codes.add(main(command))
        assert content(room) == after, number
        lay(room, before)
    assert {0} <= codes <= {0, 1}
