"""What building the report costs, beside the same code as one plain script and beside other tools.

    python benchmarks/report.py               one round of all ways, printed
    python benchmarks/report.py --rounds 3 --write
                                              three rounds in turn; the table goes to README.md
    python benchmarks/report.py --myst node_modules/.bin/myst
                                              with Jupyter Book too (after `npm install mystmd`)

The floor is the code of the notebooks, cell after cell, as one plain Python script that saves the
same figures (SVG for the report, SVG and PNG for re-use); it makes no page. Wall time depends on
what else the machine does; processor seconds are those of all processes together. Memory is the
highest sum of what all processes hold (shared pages counted once), looked at every 50 ms. Python
finds all modules compiled, as `pip install` leaves them.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
README = Path(__file__).with_name("README.md")
CHANGED = "060-who-should-do-what.ipynb"
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")

#: Set when there is a folder to compile into.
COMPILED: dict[str, str] = {}

HEAD = """import json, os, sys
from pathlib import Path
folder = Path(sys.argv[1])
findings = {}
def show(value):
    if hasattr(value, "pictures"):
        record = value.record()
        (folder / f"{record['key']}.svg").write_text(record["svg"])
        (folder / f"{record['key']}-export.svg").write_text(record["export_svg"])
        (folder / f"{record['key']}.png").write_text(record["export_png"])
    elif type(value).__name__ == "Colophon":
        for record in value.findings.record()["findings"]:
            findings[record["key"]] = record
        (folder / "results.json").write_text(json.dumps(list(findings.values())))
    elif value is not None:
        str(value)
"""


@dataclass(frozen=True)
class Cost:
    """What one run took."""

    wall: float
    cpu: float
    memory: float


@dataclass(frozen=True)
class Way:
    """One way to do the work."""

    name: str
    command: Callable[[Path], Sequence[str]]
    prepare: Callable[[Path], None] = lambda _: None


def chapters(project: Path) -> list[Path]:
    """The notebooks in the order in which they run."""
    listed = tomllib.loads((project / "report" / "report.toml").read_text())["chapters"]
    listed.sort(key=lambda c: 2 if c.get("part") == "summary" else int(c.get("last", False)))
    return [project / "notebooks" / chapter["file"] for chapter in listed]


def plain_script(
    notebooks: Sequence[Path], values: Mapping[Path, Mapping[str, Any]] | None = None
) -> str:
    """The code of notebooks as one script; for each notebook values in place of its own."""
    lines = [HEAD, f"os.chdir({str(notebooks[0].parent)!r})"]
    for notebook in notebooks:
        for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"]:
            if cell["cell_type"] == "code":
                lines.append(_cell("".join(cell["source"])))
                if "parameters" in cell["metadata"].get("tags", ()):
                    said = (values or {}).get(notebook, {})
                    lines += [f"{name} = {value!r}" for name, value in said.items()]
                    lines.append('results = str(folder / "results.json")')
        lines.append("display = show")
    return "\n".join(lines).replace("from IPython.display import display", "display = show")


def _cell(source: str) -> str:
    """A cell, its last value shown."""
    tree = ast.parse(source)
    if tree.body and isinstance(tree.body[-1], ast.Expr):
        last = tree.body[-1]
        call = ast.Call(ast.Name("show", ast.Load()), [last.value], [])
        tree.body[-1] = ast.copy_location(ast.Expr(call), last)
    return ast.unparse(ast.fix_missing_locations(tree))


USUAL = """
import os, subprocess, sys
from pathlib import Path
import nbformat, papermill
from nbconvert import HTMLExporter
folder, chromium, *notebooks = map(str, sys.argv[1:])
merged = nbformat.v4.new_notebook()
for notebook in notebooks:
    out = f"{folder}/{Path(notebook).name}"
    parameters = {}
    if '"results' in Path(notebook).read_text() or "results =" in Path(notebook).read_text():
        parameters["results"] = f"{folder}/results.json"
    papermill.execute_notebook(notebook, out, parameters=parameters, kernel_name="python3",
                               progress_bar=False, cwd=str(Path(notebook).parent))
    book = nbformat.read(out, 4)
    merged.cells += book.cells
    findings = {}
    for cell in merged.cells:
        for output in cell.get("outputs", ()):
            for r in output.get("data", {}).get(
                "application/vnd.frameline.findings+json", {}).get("findings", ()):
                findings[r["key"]] = r
    Path(folder, "results.json").write_text(__import__("json").dumps(list(findings.values())))
page, _ = HTMLExporter(template_name="lab").from_notebook_node(merged)
Path(folder, "report.html").write_text(page)
if chromium != "-":
    subprocess.run([chromium, "--headless", "--no-sandbox", "--disable-gpu",
                    f"--user-data-dir={folder}/profile", "--virtual-time-budget=10000",
                    f"--print-to-pdf={folder}/report.pdf", f"file://{folder}/report.html"],
                   check=True, capture_output=True)
"""


BOOK = """
import os, subprocess, sys, time, urllib.request
folder, myst = sys.argv[1:]
address, token = "http://localhost:8997", "benchmark"
server = subprocess.Popen(
    [sys.executable, "-m", "jupyter", "server", "--no-browser", "--allow-root", "--port=8997",
     f"--IdentityProvider.token={token}", f"--ServerApp.root_dir={folder}"],
    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
for _ in range(600):
    try:
        urllib.request.urlopen(f"{address}/api/status?token={token}").close()
        break
    except OSError:
        time.sleep(0.1)
said = subprocess.run([myst, "build", "--execute", "--md"], cwd=folder, check=True, text=True,
                      capture_output=True,
                      env={**os.environ, "JUPYTER_BASE_URL": address, "JUPYTER_TOKEN": token})
server.terminate()
server.wait()
assert "Could not load Jupyter" not in said.stdout + said.stderr
"""


def jupyter_book(project: Path, myst: Path) -> Way:
    """Jupyter Book's builder, without pages: their theme has to be downloaded."""
    (project / "book.py").write_text(BOOK, encoding="utf-8")

    def prepare(folder: Path) -> None:
        for name in ("notebooks", "data"):
            ignore = shutil.ignore_patterns("*.md")
            shutil.copytree(project / name, folder / name, ignore=ignore)
        exports = "".join(
            f"    - format: md\n      output: out/{path.stem}.md\n"
            f"      articles:\n        - notebooks/{path.name}\n"
            for path in chapters(project)
        )
        text = f"version: 1\nproject:\n  title: Report\n  exports:\n{exports}"
        (folder / "myst.yml").write_text(text, encoding="utf-8")

    return Way(
        "Jupyter Book (mystmd), no page, no PDF",
        lambda folder: [sys.executable, str(project / "book.py"), str(folder), str(myst)],
        prepare,
    )


def ways(project: Path, jobs: int) -> list[Way]:
    """All ways, cheapest to explain first."""
    script, one = project / "floor.py", project / "one.py"
    script.write_text(plain_script(chapters(project)), encoding="utf-8")
    one.write_text(plain_script([project / "notebooks" / CHANGED]), encoding="utf-8")
    (project / "usual.py").write_text(USUAL, encoding="utf-8")
    books = [str(path) for path in chapters(project)]
    python, report = sys.executable, str(project / "report" / "report.toml")
    out = str(project / "out")
    build = [python, "-m", "frameline.cli", "build", "--report", report, "--out", out]
    build += ["--jobs", str(jobs)]
    kept = ["--cache", str(project / "cache")]

    def touch(folder: Path) -> None:
        """Change the text of one chapter."""
        path = project / "notebooks" / CHANGED
        book = json.loads(path.read_text(encoding="utf-8"))
        book["cells"][0]["source"] = [*book["cells"][0]["source"], "\n\nA sentence more."]
        path.write_text(json.dumps(book), encoding="utf-8")

    return [
        Way("the floor: one plain script", lambda f: [python, str(script), str(f)]),
        Way("Frameline, whole, nothing known", lambda f: [*build, "--no-cache"]),
        Way("Frameline, whole, ordinary kernels",
            lambda f: [*build, "--no-cache", "--engine", "plain"]),
        Way("papermill, nbconvert HTML" + (", printed by Chromium" if CHROMIUM else ""),
            lambda f: [python, str(project / "usual.py"), str(f), CHROMIUM or "-", *books]),
        # This one fills the cache for the two that follow it.
        Way("Frameline, whole, filling the cache", lambda f: [*build, *kept]),
        Way("Frameline, nothing changed", lambda f: [*build, *kept]),
        Way("that chapter as a plain script", lambda f: [python, str(one), str(f)]),
        Way("Frameline, one chapter changed", lambda f: [*build, *kept], touch),
        Way("frameline --help", lambda f: [python, "-m", "frameline.cli", "--help"]),
    ]  # fmt: skip


def measure(way: Way) -> Cost:
    """Run a way once."""
    with tempfile.TemporaryDirectory(prefix="benchmark-") as name:
        folder = Path(name)
        way.prepare(folder)
        kept = {n: v for n, v in os.environ.items() if n != "PYTHONDONTWRITEBYTECODE"}
        environ = {**kept, **COMPILED, "PYTHONPATH": str(ROOT), "MPLBACKEND": "agg"}
        with (folder / "log").open("wb") as log:
            start = time.perf_counter()
            process = subprocess.Popen(
                list(way.command(folder)), env=environ, stdout=log, stderr=log
            )
            with _Memory(process.pid) as memory:
                _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{way.name} failed:\n{(folder / 'log').read_text()[-2000:]}")
        return Cost(wall, usage.ru_utime + usage.ru_stime, memory.peak / 2**20)


class _Memory:
    """Watches what a process and all it started hold."""

    def __init__(self, pid: int):
        self._pid, self._over, self.peak = pid, threading.Event(), 0

    def __enter__(self) -> _Memory:
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        import psutil

        while not self._over.wait(0.05):
            try:
                top = psutil.Process(self._pid)
                family = [top, *top.children(recursive=True)]
            except psutil.Error:
                continue
            self.peak = max(self.peak, sum(map(_held, family)))


def _held(process: Any) -> int:
    """Memory of a process, its share of what it shares."""
    import psutil

    try:
        return int(process.memory_full_info().pss)
    except (psutil.Error, AttributeError):
        return 0


def copy_project(folder: Path) -> Path:
    """A copy of the project, so that a chapter may be changed."""
    for name in ("notebooks", "report", "data"):
        ignore = shutil.ignore_patterns("build*", "node_modules")
        shutil.copytree(ROOT / name, folder / name, ignore=ignore)
    return folder


def table(costs: dict[str, list[Cost]]) -> Iterator[str]:
    """The result as Markdown."""
    floor = next(iter(costs.values()))
    yield "| way | wall s | of the floor | processor s | of the floor | memory MB |"
    yield "|---|---:|---:|---:|---:|---:|"
    for name, found in costs.items():
        wall, cpu = (statistics.median(getattr(c, n) for c in found) for n in ("wall", "cpu"))
        # Paired: each run by the floor of its own round.
        walls = statistics.median(c.wall / f.wall for c, f in zip(found, floor, strict=True))
        cpus = statistics.median(c.cpu / f.cpu for c, f in zip(found, floor, strict=True))
        memory = max(c.memory for c in found)
        yield f"| {name} | {wall:.1f} | {walls:.2f} | {cpu:.1f} | {cpus:.2f} | {memory:.0f} |"


def main() -> None:
    """Measure, print, and write down if asked to."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--only", nargs="+", default=[], help="ways whose name holds one of these")
    parser.add_argument("--myst", type=Path, metavar="FILE", help="the myst command, from npm")
    parser.add_argument("--write", action="store_true", help="write the table to README.md")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="benchmark-") as name:
        project = copy_project(Path(name))
        everything = ways(project, given.jobs)
        if given.myst:
            everything.insert(4, jupyter_book(project, given.myst.resolve()))
        chosen = [
            way
            for way in everything
            if not given.only or any(word in way.name for word in given.only)
        ]
        compile_for(everything, Path(name))
        costs: dict[str, list[Cost]] = {way.name: [] for way in chosen}
        for _ in range(given.rounds):
            for way in chosen:
                cost = measure(way)
                costs[way.name].append(cost)
                print(say(way, cost), flush=True)
    lines = list(table(costs))
    print("\n".join(lines))
    if given.write:
        write(lines, given.rounds)


def compile_for(everything: Sequence[Way], folder: Path) -> None:
    """Where nothing is compiled beside the sources, compile elsewhere, before anything counts."""
    if not sys.dont_write_bytecode or COMPILED:
        return
    COMPILED["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
    for way in everything:
        if "floor" in way.name or "kernels" in way.name:
            measure(way)


def say(way: Way, cost: Cost) -> str:
    """One run in one line."""
    busy = f"(load {os.getloadavg()[0]:.1f})"
    taken = f"{cost.wall:6.1f} s wall {cost.cpu:6.1f} s processor {cost.memory:5.0f} MB"
    return f"{way.name:45} {taken}  {busy}"


def write(lines: Sequence[str], rounds: int) -> None:
    """Put the table into the README, with how it was made."""
    said = f"Medians of rounds in turn, {rounds} of them; {machine()}."
    into_readme("report", [said, "", *lines])


def machine() -> str:
    """Where this was measured."""
    return (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors, load "
        f"{os.getloadavg()[0]:.0f} at the end, Python {platform.python_version()}"
    )


def into_readme(part: str, lines: Sequence[str]) -> None:
    """Put lines into the README, between the marks of a part."""
    begin, end = f"<!-- {part}: begin -->", f"<!-- {part}: end -->"
    text = README.read_text(encoding="utf-8")
    before, rest = text.split(begin)
    after = rest.split(end)[1]
    README.write_text(before + "\n".join([begin, *lines, end]) + after, encoding="utf-8")


if __name__ == "__main__":
    main()
