"""Notebooks are kept as nbformat writes them; opening, running and saving one changes nothing."""

import json
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_output

from frameline.cli import main
from frameline.report.plan.stripping import strip

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_each_notebook_is_as_nbformat_writes_it(path):
    text = path.read_text(encoding="utf-8")
    book = nbformat.read(path, 4)
    assert nbformat.writes(book).rstrip("\n") + "\n" == text
    ids = [cell.id for cell in book.cells]
    assert len(set(ids)) == len(ids)
    assert strip(text) == text


def saved(path):
    """A notebook as JupyterLab saves it after a run."""
    book = nbformat.read(path, 4)
    book.metadata["language_info"] = {"name": "python", "version": "3.12.1", "mimetype": "text/x"}
    book.metadata["widgets"] = {"application/vnd.jupyter.widget-state+json": {"state": {}}}
    for count, cell in enumerate(book.cells, start=1):
        cell.metadata |= {"execution": {"iopub.status.busy": "now"}, "collapsed": True}
        if cell.cell_type == "code":
            cell.execution_count = count
            cell.outputs = [new_output("stream", text="seen")]
    return nbformat.writes(book)


def test_opening_running_and_saving_changes_nothing():
    for path in NOTEBOOKS:
        assert strip(saved(path)) == path.read_text(encoding="utf-8")


def test_a_cell_twice_pasted_gets_an_id_of_its_own():
    book = nbformat.read(NOTEBOOKS[0], 4)
    book.cells.append(book.cells[0].copy())
    ids = [cell.id for cell in nbformat.reads(strip(json.dumps(book)), 4).cells]
    assert len(set(ids)) == len(ids)
    assert ids[: len(ids) - 1] == [cell.id for cell in book.cells[:-1]]


def test_git_keeps_a_notebook_that_ran_as_it_was(tmp_path):
    def git(*given):
        return subprocess.run(["git", "-C", tmp_path, *given], check=True, capture_output=True,
                              text=True).stdout  # fmt: skip

    git("init", "--quiet")
    command = f'"{sys.executable}" -m frameline.cli strip'
    git("config", "filter.frameline-notebooks.clean", command)
    (tmp_path / ".gitattributes").write_bytes((ROOT / ".gitattributes").read_bytes())
    book = tmp_path / "a.ipynb"
    book.write_bytes(NOTEBOOKS[0].read_bytes())
    git("add", ".")
    git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "--quiet", "-m", "a")
    book.write_text(saved(NOTEBOOKS[0]), encoding="utf-8")
    assert git("diff") == ""


def test_what_would_change_is_named_and_left(tmp_path, capsys):
    book = tmp_path / "a.ipynb"
    book.write_text(saved(NOTEBOOKS[0]), encoding="utf-8")
    assert main(["strip", "--check", str(book)]) == 1
    assert str(book) in capsys.readouterr().out
    assert main(["strip", str(book)]) == 0
    assert main(["strip", "--check", str(book)]) == 0
