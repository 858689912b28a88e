"""Runs the cells of a notebook twice each, as an analyst does, and says where that differs.

python -m tests.cells_twice notebooks/040-….ipynb
"""

import json
import os
import sys
from pathlib import Path

from frameline.corpus import StepAside
from frameline.report.running.kernel import start

#: Fewer draws, so that a chapter takes seconds; see tests/conftest.py.
FAST = {"draws": 200, "permutations": 99, "most_permutations": 1000, "simulations": 100}


def run_twice(notebook):
    """The faults of a notebook: a list of cell id and what went wrong."""
    shell, faults = start(), []
    os.chdir(notebook.parent)
    for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] != "code":
            continue
        shown = []
        for _ in range(2):
            shell.outputs.all = []
            done = shell.run_cell("".join(cell["source"]), True, cell_id=cell["id"])
            if isinstance(done.error_in_exec, StepAside):
                # What a whole build gives is not here: the chapter says so, and ends.
                return faults
            if not done.success:
                faults.append([cell["id"], repr(done.error_in_exec or done.error_before_exec)])
            if "parameters" in cell["metadata"].get("tags", ()):
                shell.user_ns.update({k: v for k, v in FAST.items() if k in shell.user_ns})
            data = [output.get("data") for output in shell.outputs.all]
            shown.append(json.dumps(data, sort_keys=True))
        if shown[0] != shown[1]:
            faults.append([cell["id"], "shows something else the second time"])
    return faults


if __name__ == "__main__":
    print(json.dumps(run_twice(Path(sys.argv[1]).resolve())))
