"""A chapter run inside its process gives what an ordinary kernel gives."""

import json

import pytest

from frameline.report import BuildError
from frameline.report.running.run import run

CELLS = (
    ("from IPython.display import display, HTML, clear_output\nimport sys, math", ""),
    # Ordinary kernels send the two streams in no certain order.
    ("print('one'); print('two', end=''); sys.stdout.flush()", ""),
    ("print('careful', file=sys.stderr)", ""),
    ("display(HTML('<b>bold</b>'), {'a': 1}); 'last'", ""),
    ("display({'text/plain': 'x', 'application/json': {'a': [(2, 3)], 'b': None}}, raw=True)", ""),
    ("class Both:\n"
     "    def _repr_mimebundle_(self, include=None, exclude=None):\n"
     "        return {'text/plain': 'both', 'text/html': '<i>both</i>'}, {'text/html': {'w': 1}}\n"
     "Both()", ""),
    ("", ""),
    ("class Silent:\n    def __repr__(self):\n        return 'ä\\u2028 — ‱'\nSilent();", ""),
    ("Silent()", ""),
    ("In[2], Out[3], _ , __name__, get_ipython().execution_count", ""),
    ("print('gone'); clear_output(); print('stays')", ""),
    ("import asyncio\nawait asyncio.sleep(0)\n[i for i in range(3)]", ""),
    ("never()", "skip-execution"),
    ("x = 1 +", ""),
    ("print('never')", ""),
)  # fmt: skip


def executed(job, engine):
    """What a kernel makes of the cells; the gate refuses it, and that is no matter here."""
    made = job(*CELLS, name=engine)
    with pytest.raises(BuildError, match="printed to stdout"):
        run([made], engine=engine)
    return json.loads(made.output.read_text(encoding="utf-8"))


def test_the_same_outputs_counts_and_marks_as_an_ordinary_kernel(job):
    warm, plain = executed(job, "warm"), executed(job, "plain")
    assert warm["metadata"]["language_info"] == plain["metadata"]["language_info"]
    assert len(warm["cells"]) == len(plain["cells"])
    for one, other in zip(warm["cells"], plain["cells"], strict=True):
        assert one["source"] == other["source"]
        assert one.get("execution_count") == other.get("execution_count"), one["source"]
        for cell in (one, other):
            for output in cell.get("outputs", ()):
                # Where the code of a cell lies while it runs is nobody's business.
                output.pop("traceback", None)
        assert one.get("outputs") == other.get("outputs"), one["source"]
        marks = [c["metadata"].get("papermill", {}) for c in (one, other)]
        for name in ("exception", "status"):
            assert marks[0].get(name) == marks[1].get(name), one["source"]
        assert one["metadata"].get("tags") == other["metadata"].get("tags")


def test_a_notebook_finds_what_lies_beside_it_after_the_standard_library(job, tmp_path):
    (tmp_path / "beside.py").write_text("word = 'found'\n")
    (tmp_path / "json.py").write_text("raise SystemExit('not this one')\n")
    source = "import beside, colorsys, json\nassert beside.word == 'found'"
    (tmp_path / "colorsys.py").write_text("raise SystemExit('nor this one')\n")
    assert run([job((source, ""))])


def test_charts_have_the_house_style_only_where_a_chapter_asks_for_it(job):
    get = "import matplotlib\nfound, usual = matplotlib.rcParams, matplotlib.rcParamsDefault\n"
    asks = f"import frameline.charts\n{get}assert found['svg.hashsalt'] == 'frameline'"
    plain = f"{get}assert {{n for n in usual if found[n] != usual[n]}} <= {{'backend'}}"
    assert run([job((asks, ""), name="asks"), job((plain, ""), name="plain")])
