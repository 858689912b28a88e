"""What passes the gate, and what is said of what does not."""

import pytest

from frameline.record.mime import PROSE_MIME
from frameline.report import BuildError
from frameline.report.running.gate import gate


def code(source="1", *outputs, count=1, **metadata):
    return {
        "cell_type": "code",
        "source": source,
        "outputs": list(outputs),
        "execution_count": count,
        "metadata": metadata,
    }


def shown(**data):
    return {"output_type": "display_data", "data": data, "metadata": {}}


def error(name, value):
    return {"output_type": "error", "ename": name, "evalue": value, "traceback": []}


def prose(text="yes"):
    return shown(**{PROSE_MIME: {"segments": [{"text": text}]}, "text/plain": text})


def test_a_clean_notebook_passes_whole():
    book = {"cells": [{"cell_type": "markdown", "source": "# T", "metadata": {}},
                      code("say", prose()), code("  ", count=None)]}  # fmt: skip
    done = gate(book, "toy")
    assert len(done.notebook["cells"]) == 3
    assert done.aside == ""


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        (code("x", error("ValueError", "no")), "ValueError: no"),
        (code("x", {"output_type": "stream", "name": "stdout", "text": "hello"}),
         "printed to stdout: hello"),
        (code("x", {"output_type": "stream", "name": "stderr", "text": ["W", "arning"]}),
         "printed to stderr: Warning"),
        (code("x", shown(**{"text/plain": "3"})), r"not for the report \(text/plain\)"),
        (code("x", shown(**{"image/png": "x", "text/plain": "f"})), "neither a PNG nor a JPEG"),
        (code("x", count=None), "did not run"),
        (code("x", papermill={"exception": True}), "ended with an exception"),
    ],
)  # fmt: skip
def test_anything_else_is_refused_by_chapter_and_cell(cell, says):
    before = {"cell_type": "markdown", "source": "# T", "metadata": {}}
    with pytest.raises(BuildError, match=says) as found:
        gate({"cells": [before, cell]}, "toy")
    assert str(found.value).startswith("toy: cell 2 (x): ")


def test_injected_and_marker_cells_do_not_count():
    marker = {"cell_type": "markdown", "source": "An Exception", "metadata":
              {"tags": ["papermill-error-cell-tag"]}}  # fmt: skip
    injected = code("seed = 1", tags=["injected-parameters"])
    with pytest.raises(BuildError, match=r"toy: cell 1 \(bad\)"):
        gate({"cells": [marker, injected, code("bad", error("E", ""))]}, "toy")


def test_stepping_aside_ends_the_chapter():
    cells = [code("a", prose()), code("b", error("StepAside", "No labels here.")), code("c")]
    done = gate({"cells": cells}, "toy")
    assert done.aside == "No labels here."
    assert len(done.notebook["cells"]) == 2


def test_paths_of_the_machine_are_refused_where_a_reader_would_see_them():
    cell = code("x", prose("read from /data/mine/corpus/x.csv"))
    with pytest.raises(BuildError, match="path of this machine"):
        gate({"cells": [cell]}, "toy", ["/data/mine/corpus"])
    assert gate({"cells": [cell]}, "toy", ["/data/other"])


def test_faults_of_the_corpus_are_told_without_the_chapter_that_met_them():
    book = {"cells": [code("read", error("CorpusError", "the corpus has faults:\n- x.csv, row 2"))]}
    with pytest.raises(BuildError) as caught:
        gate(book, "toy")
    assert str(caught.value).startswith("the corpus has faults:\n- x.csv, row 2\n")
    assert "frameline check" in str(caught.value)
