"""How long after a save does an open page of `frameline live` show it?

    python benchmarks/live.py

Copies the project, opens the default report in Chromium and saves prose, a message, a notebook, a
claim, a code and a measure, each a few times. Prints a table for benchmarks/README.md.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
#: Saves of each kind, and the seconds before each, in which the page before it is finished.
TIMES, PAUSE = 3, 10.0
PARTS = ("frameline", "notebooks", "report", "data")


def replaced(path, old, new):
    """Save a file with one text in place of another."""
    text = path.read_text(encoding="utf-8")
    assert old in text, (path, old)
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def prose(project, mark):
    path = project / "notebooks/040-what-changes-from-text-to-text.ipynb"
    book = json.loads(path.read_text(encoding="utf-8"))
    cell = next(c for c in book["cells"][1:] if c["cell_type"] == "markdown")
    cell["source"] = ["".join(cell["source"]).split("\n\nSeen")[0], f"\n\nSeen {mark}."]
    path.write_text(json.dumps(book, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def message(project, mark):
    path = project / "report/texts/en/page.ftl"
    lines = path.read_text(encoding="utf-8").splitlines()
    kept = [f"in-words = Seen {mark}" if x.startswith("in-words =") else x for x in lines]
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")


def notebook(project, mark):
    path = project / "notebooks/170-registers.ipynb"
    book = json.loads(path.read_text(encoding="utf-8"))
    cell = next(c for c in book["cells"] if "load" in c["metadata"].get("tags", ()))
    cell["source"] = ["".join(cell["source"]).split("\n# ")[0], f"\n# {mark}"]
    said = next(c for c in book["cells"][1:] if c["cell_type"] == "markdown")
    said["source"] = ["".join(said["source"]).split("\n\nSeen")[0], f"\n\nSeen {mark}."]
    path.write_text(json.dumps(book, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


SAVES = {
    "prose of a notebook": prose,
    "a message of the page": message,
    "code of a notebook": notebook,
}


def seconds(page, project, save, mark):
    """From saving to the moment in which the page holds the mark."""
    time.sleep(PAUSE)
    begun = time.monotonic()
    save(project, mark)
    page.locator(f"text=Seen {mark}").first.wait_for(state="attached", timeout=120_000)
    return time.monotonic() - begun


def main():
    with tempfile.TemporaryDirectory() as name, sync_playwright() as driver:
        project = Path(name)
        for part in PARTS:
            left_out = shutil.ignore_patterns(*(["build*"] if part == "report" else []))
            shutil.copytree(ROOT / part, project / part, ignore=left_out)
        run = [sys.executable, "-m", "frameline.cli", "live", "--no-browser", "--port", "0"]
        server = subprocess.Popen(
            run, cwd=project, env={**os.environ, "PYTHONPATH": name}, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        chromium = driver.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        page = chromium.new_page()
        page.goto(server.stdout.readline().strip())
        page.locator("main section").first.wait_for(state="attached", timeout=600_000)
        for what, save in SAVES.items():
            took = [seconds(page, project, save, f"{what[0]}{letter}") for letter in "xyz"[:TIMES]]
            print(f"| {what} | {statistics.median(took):.2f} s |", flush=True)
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()
