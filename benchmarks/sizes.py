"""Times, memory and pages of a report by the number of documents.

Run as `python benchmarks/sizes.py 10 100 1000`: for each size a corpus is invented (ten units a
document, four coders who each give one of twelve codes or none, twenty outlets, ten years), and its
report built without a cache, in a process of its own, one chapter at a time.
"""

from __future__ import annotations

import csv
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CODES = [f"code {letter}" for letter in "abcdefghijkl"]
CODERS = ("ana", "ben", "cem", "dov")
UNITS, OUTLETS, YEARS = 10, 20, 10


def invent(folder: Path, documents: int) -> int:
    """Write a corpus of so many documents; give the number of its claims."""
    dice, coded = random.Random(documents), {coder: [] for coder in CODERS}
    homes, units = [], []
    for number in range(documents):
        doc = f"d{number:06}"
        homes.append([doc, str(2010 + number % YEARS), f"outlet {number % OUTLETS:02}"])
        for unit in range(1, UNITS + 1):
            units.append([f"{doc}.s{unit}", doc, "P1", unit])
            first = dice.choice([*CODES, "", ""])
            for coder in CODERS:
                code = first if dice.random() < 0.8 else dice.choice(CODES)
                coded[coder].append([f"{doc}.s{unit}", doc, code, "1" if code else "0"])
    _write(folder / "documents.csv", ["doc_id", "published", "outlet"], homes)
    _write(folder / "units.csv", ["unit_id", "doc_id", "para_id", "sentence"], units)
    for coder, rows in coded.items():
        _write(
            folder / "coders" / coder / "claims.csv", ["unit_id", "doc_id", "frame", "claim"], rows
        )
    codes = ", ".join(f'{{code = "{code}"}}' for code in CODES)
    variable = 'name = "frame"\nlayer = "claims"\nrole = "frame"'
    text = f'title = "An invented press"\n[[variables]]\n{variable}\ncodes = [{codes}]\n'
    (folder / "codebook.toml").write_text(text, encoding="utf-8")
    return sum(row[3] == "1" for rows in coded.values() for row in rows)


def _write(path: Path, columns: list[str], rows: list[list]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([columns, *rows])


def measure(documents: int) -> list[str]:
    """Build the report of such a corpus; documents, claims, pages, seconds and memory."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        claims = invent(folder / "corpus", documents)
        command = [sys.executable, "-m", "frameline.cli", "build", "--jobs", "1", "--no-cache"]
        command += ["--corpus", folder / "corpus", "--out", folder / "report", "--timeout", "0"]
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        pages = [str(_pages(folder / "report" / f"{part}.pdf")) for part in ("report", "annex")]
        memory = f"{after.ru_maxrss / 1024 / 1024:.1f} GB"
        return [f"{documents:,}", f"{claims:,}", *pages, f"{cpu:.0f} s", f"{wall:.0f} s", memory]


def _pages(path: Path) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", path.read_bytes())) if path.is_file() else 0


if __name__ == "__main__":
    print("| documents | codings | report | annex | CPU | wall | memory |")
    print("|---|---|---|---|---|---|---|")
    for size in map(int, sys.argv[1:]):
        print("| " + " | ".join(measure(size)) + " |", flush=True)
