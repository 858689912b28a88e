"""What a large corpus costs: processor seconds and memory, from ten thousand claims to millions.

    python benchmarks/scale.py                       up to 2 million claims, about a minute
    python benchmarks/scale.py --full --report       20 million claims, and their whole report
    python benchmarks/scale.py --engine pandas       another engine

Each size is made from a seed, measured in a process of its own and deleted. Processor seconds are
user and system time of all threads; memory is the peak of the process, or, for the report, the
peak of all its processes together.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from archive import write_archive

HERE = Path(__file__).parent
#: Documents; claims are about four times as many.
SIZES = (2_450, 24_500, 122_500, 490_000)
FULL = (*SIZES, 1_225_000, 4_900_000)
#: Documents and draws of the bootstrap that has a target of its own.
BOOTSTRAP = (245_000, 1_000)
TASKS = ("tally", "together", "by document", "agreement", "keyness")


def cpu() -> float:
    """Processor seconds of this process so far."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def peak() -> float:
    """Largest memory of this process so far, in GB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e9


def tasks(folder: Path, engine: str) -> dict[str, Any]:
    """Run the five tasks on one corpus."""
    from frameline.corpus.backends.engine.corpus import read_large
    from frameline.measures.large.document_agreement import alpha_of_documents, patterns_by_document
    from frameline.measures.large.patterns import lifts, patterns, unit_shares
    from frameline.measures.large.periods import named, periods
    from frameline.measures.large.tallies import tally
    from frameline.measures.large.words import period_words, word_counts

    found: dict[str, Any] = {"start": cpu()}
    began = cpu()
    texts = read_large(folder, engine=engine)
    claims, frames = texts.claims(), texts.role("frame").order
    found |= {"open": cpu() - began, "claims": texts.rows["claims"]}

    def keyness() -> Any:
        counts = word_counts(texts.tokens, texts.documents, min_n=50)
        return period_words(counts, named(periods(counts["when"])))

    run: dict[str, Callable[[], Any]] = {
        "tally": lambda: tally(claims, texts.documents, ["frame", "valence", "voice"]),
        "together": lambda: lifts(patterns(claims, frames, code="frame", unit="unit_id")),
        "by document": lambda: unit_shares(patterns(claims, frames, code="frame", unit="doc_id")),
        "agreement": lambda: alpha_of_documents(
            patterns_by_document(texts.codes_placed(), frames, code="frame", unit="claim_id"),
            draws=100,
            seed=1,
        ),
        "keyness": keyness,
    }
    clock = time.monotonic()
    for name in TASKS:
        began = cpu()
        run[name]()
        found[name] = cpu() - began
    found["wall"], found["GB"] = time.monotonic() - clock, peak()
    return found


def bootstrap() -> dict[str, Any]:
    """Draw documents again and again: shares of 14 codes in ten periods."""
    import numpy as np

    from frameline.measures.large.bootstrap import drawn_counts, share_intervals
    from frameline.measures.large.by_document import Block

    size, draws = BOOTSTRAP
    rng = np.random.default_rng(1)
    ids = np.array([f"a{number:08d}" for number in range(size)], dtype=object)
    when = rng.integers(2001, 2011, size).astype(str).astype(object)
    codes = {"frame": [f"c{number}" for number in range(14)]}
    block = Block(ids, when, {"frame": rng.poisson(0.3, (size, 14))})
    spans = {str(year): str(year) for year in range(2001, 2011)}
    began, clock = cpu(), time.monotonic()
    share_intervals(drawn_counts([block], codes, spans, draws=draws, seed=1), "frame")
    return {"cpu": cpu() - began, "wall": time.monotonic() - clock, "GB": peak()}


def report(folder: Path) -> dict[str, Any]:
    """Build the whole report; watch the memory of all its processes."""
    out = folder / "report"
    command = [sys.executable, "-m", "frameline.cli", "build", "--corpus", str(folder)]
    clock, most, used = time.monotonic(), 0.0, {}
    with subprocess.Popen([*command, "--out", str(out)], env=_environment()) as process:
        while process.poll() is None:
            family = _family(process.pid)
            most = max(most, sum(map(_memory, family)))
            used |= {pid: seconds for pid in family if (seconds := _seconds(pid))}
            time.sleep(0.2)
    return {
        "done": process.returncode == 0, "wall": time.monotonic() - clock,
        "cpu": sum(used.values()), "GB": most,
    }  # fmt: skip


def _family(first: int) -> set[int]:
    """A process and all that descend from it."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").glob("[0-9]*"):
        if fields := _stat(int(entry.name)):
            children.setdefault(int(fields[1]), []).append(int(entry.name))
    family, new = {first}, [first]
    while new:
        new = [child for pid in new for child in children.get(pid, ())]
        family |= set(new)
    return family


def _stat(pid: int) -> list[str]:
    """The fields of a process after its name; none where it has ended."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return []


def _seconds(pid: int) -> float:
    fields = _stat(pid)
    return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK") if fields else 0.0


def _memory(pid: int) -> float:
    """Memory of a process in GB, its part of shared pages included."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) * 1024 / 1e9


def measured(task: str, *arguments: str) -> dict[str, Any]:
    """Run one measurement in a process of its own."""
    command = [sys.executable, str(HERE / "scale.py"), "--task", task, *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=_environment())
    return json.loads(done.stdout.splitlines()[-1])


def _environment() -> dict[str, str]:
    path = os.pathsep.join(filter(None, [str(HERE.parent), os.environ.get("PYTHONPATH", "")]))
    return {**os.environ, "PYTHONPATH": path}


def table(rows: list[dict[str, Any]]) -> str:
    """The measurements as a table in Markdown."""
    head = ["claims", *TASKS, "all five", "per million", "wall", "GB"]
    lines = ["| " + " | ".join(head) + " |", "|" + "---:|" * len(head)]
    for row in rows:
        total = sum(row[name] for name in TASKS)
        cells = [f"{row['claims']:,}", *(f"{row[name]:.2f}" for name in TASKS), f"**{total:.2f}**"]
        cells += [f"{total / row['claims'] * 1e6:.2f}", f"{row['wall']:.1f}", f"{row['GB']:.2f}"]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def plot(rows: list[dict[str, Any]], stem: Path) -> None:
    """Draw cost against size; the grey line grows as the data do."""
    from matplotlib.ticker import StrMethodFormatter

    from frameline.charts.canvas import canvas

    fig, ax = canvas(3.2, left=0.6, bottom=0.5, top=0.15, right=1.0)
    size = [row["claims"] for row in rows]
    cost = [sum(row[name] for name in TASKS) for row in rows]
    even = [cost[-1] * n / size[-1] for n in size]
    ax.loglog(size, even, color="#c9c9c4", lw=1)
    ax.loglog(size, cost, color="#1f5f99", marker="s", ms=4, lw=1.8)
    ax.annotate("five tasks", (size[-1], cost[-1]), (6, 0), textcoords="offset points", va="center")
    ax.annotate(
        "as the data", (size[0], even[0]), (6, 2), textcoords="offset points", color="#6b6b6b"
    )
    # The house style reads no formulas, in which Matplotlib would write powers of ten.
    ax.xaxis.set_major_formatter(StrMethodFormatter("{x:,.0f}"))
    ax.yaxis.set_major_formatter(StrMethodFormatter("{x:g}"))
    ax.margins(0.04)
    ax.set_xlabel("claims")
    ax.set_ylabel("processor seconds")
    for kind in ("svg", "png"):
        fig.savefig(
            stem.with_suffix(f".{kind}"),
            dpi=150,
            metadata={"Date": None} if kind == "svg" else None,
        )


def main() -> None:
    """Measure, print a table, draw the plot."""
    style = argparse.RawTextHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=style)
    parser.add_argument("--full", action="store_true", help="up to 20 million claims")
    parser.add_argument("--report", action="store_true", help="build the report of the largest too")
    parser.add_argument("--engine", default="duckdb")
    parser.add_argument("--plot", type=Path, metavar="STEM", help="write STEM.svg and STEM.png")
    parser.add_argument(
        "--folder", type=Path, help="where the corpora are made (default: temporary)"
    )
    parser.add_argument("--task", choices=("tasks", "bootstrap"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.task:
        found = bootstrap() if given.task == "bootstrap" else tasks(given.folder, given.engine)
        print(json.dumps(found))
        return
    rows = []
    with tempfile.TemporaryDirectory(dir=given.folder) as scratch:
        for documents in FULL if given.full else SIZES:
            folder = Path(scratch) / str(documents)
            write_archive(folder, documents)
            rows.append(measured("tasks", "--folder", str(folder), "--engine", given.engine))
            print(f"{rows[-1]['claims']:,} claims done", file=sys.stderr)
            if given.report and documents == (FULL if given.full else SIZES)[-1]:
                print(json.dumps({"report": report(folder)}))
            shutil.rmtree(folder)
    print(table(rows))
    print(json.dumps({"bootstrap": measured("bootstrap")}))
    if given.plot:
        plot(rows, given.plot)


if __name__ == "__main__":
    main()
