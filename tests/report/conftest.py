"""A report of invented texts, built once, and notebooks made on the spot."""

import json
import os
import shutil
import sys
import time
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from frameline.record.mime import EVIDENCE_MIME, FIGURE_MIME, PROSE_MIME, TABLE_MIME
from frameline.report.build import build
from frameline.report.exporters import FramelineHTMLExporter, FramelinePDFExporter
from frameline.report.running.execute import Job

HERE = Path(__file__).parent
TOY = HERE / "report.toml"


def write_notebook(path, *cells):
    """Cells: text for Markdown, (source, tag) for code."""
    book = new_notebook()
    for place, cell in enumerate(cells):
        if isinstance(cell, str):
            made = new_markdown_cell(cell)
        else:
            made = new_code_cell(cell[0], metadata={"tags": [cell[1]] if cell[1] else []})
        made["id"] = f"cell-{place}"
        book.cells.append(made)
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(book, path)
    return path


@pytest.fixture(scope="session", autouse=True)
def bytecode(tmp_path_factory):
    """Where nothing may be written beside the sources, started processes share what they compile.

    Importing takes three times as long without, and every build starts a process.
    """
    if not sys.dont_write_bytecode or "PYTHONPYCACHEPREFIX" in os.environ:
        yield
        return
    base = tmp_path_factory.getbasetemp()
    common = base.parent if base.name.startswith("popen-") else base
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
        patch.setenv("PYTHONPYCACHEPREFIX", str(common / "bytecode"))
        yield


@pytest.fixture
def job(tmp_path):
    """Makes a job of a notebook in the test's folder from cells."""

    def make(*cells, timeout=120.0, name="toy", parameters=None, declared="seed = 1"):
        path = write_notebook(tmp_path / f"{name}.ipynb", "# T", (declared, "parameters"), *cells)
        return Job(name, path, tmp_path / f"{name}.out.ipynb", parameters or {}, timeout)

    return make


@pytest.fixture(scope="session")
def toy(tmp_path_factory, worker_id="master"):
    """The folder of the toy report; workers that run side by side share one build."""
    base = tmp_path_factory.getbasetemp()
    # Workers of pytest-xdist have base folders of their own inside a common one.
    common = base.parent if base.name.startswith("popen-") else base
    folder, claim = common / "toy", common / "toy.claimed"
    try:
        claim.mkdir()
    except FileExistsError:
        for _ in range(600):
            if folder.exists():
                return folder
            time.sleep(0.5)
        pytest.fail("the toy report was not built by the worker that began it")
    build(TOY, out=folder)
    return folder


@pytest.fixture(scope="session")
def results(toy):
    return {f["key"]: f for f in json.loads((toy / "results.json").read_text(encoding="utf-8"))}


@pytest.fixture
def project(tmp_path):
    """A copy of the toy project whose files a test may change."""
    for name in ("notebooks", "corpus"):
        shutil.copytree(HERE / name, tmp_path / name)
    template = (HERE / "../../report/template").resolve()
    text = TOY.read_text(encoding="utf-8").replace("../../report/template", template.as_posix())
    (tmp_path / "report.toml").write_text(text, encoding="utf-8")
    return tmp_path / "report.toml"


@pytest.fixture
def small(tmp_path):
    """Makes a project of one small chapter from cells."""

    def make(*cells, head="", parameters="seed = 1  # seed [0..]"):
        write_notebook(
            tmp_path / "notebooks" / "10-small.ipynb",
            "# Small?\n\nA chapter.",
            (parameters, "parameters"),
            *cells,
        )
        template = (HERE / "../../report/template").resolve().as_posix()
        (tmp_path / "report.toml").write_text(
            f'title = "Small"\nnotebooks = "notebooks"\ntemplate = "{template}"\n{head}\n'
            '[[chapters]]\nfile = "10-small.ipynb"\n',
            encoding="utf-8",
        )
        return tmp_path / "report.toml"

    return make


def _hostile_notebook(texts):
    """A chapter that shows each text wherever a chapter can show text."""

    def prose(text):
        return {"segments": [{"text": text}], "style": "takeaway"}

    joined = " | ".join(texts)
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>'
    grid = {"columns": [t[:9] for t in texts[:3]], "rows": [[t, t, t] for t in texts]}
    data = [{PROSE_MIME: prose(t)} for t in texts]
    data.append({FIGURE_MIME: {
        "key": "hostile", "title": prose(joined), "subtitle": prose(joined), "alt": prose(joined),
        "svg": svg, "note": joined, "filter": joined, "how": joined, "table": grid,
        "evidence": texts,
    }})  # fmt: skip
    data.append({TABLE_MIME: {
        "key": "hostile-table", "title": prose(joined), "note": joined,
        "columns": [{"label": t} for t in grid["columns"]], "rows": grid["rows"],
    }})  # fmt: skip
    data.append({EVIDENCE_MIME: {"claims": [
        {"claim_id": f"c{i} {t}", "name": t, "place": t, "codes": t, "anchor": t, "gist": t}
        for i, t in enumerate(texts)
    ]}})  # fmt: skip
    book = new_notebook(cells=[new_markdown_cell("# Hostile?\n\n" + "\n\n".join(texts))])
    for item in data:
        output = nbformat.v4.new_output("display_data", data=item)
        book.cells.append(new_code_cell("x", outputs=[output], execution_count=1))
    return book


@pytest.fixture(scope="session")
def executed_chapter():
    """One executed chapter with prose, a chart, a table and claims; not to be changed."""
    return _hostile_notebook(["first words", "second words", "third words"])


@pytest.fixture(scope="session")
def exported():
    """Exports a chapter full of some texts: exported("frameline-html", texts)."""

    def make(name, texts):
        exporter = {"frameline-html": FramelineHTMLExporter, "frameline-pdf": FramelinePDFExporter}
        made, _ = exporter[name]().from_notebook_node(_hostile_notebook(texts))
        return made

    return make
