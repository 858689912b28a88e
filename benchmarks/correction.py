"""Whether corrected shares hold: coverage on a public set, and the cost for a large corpus.

    python benchmarks/correction.py coverage FOLDER [--seeds 1000]
    python benchmarks/correction.py cost ARCHIVE

`coverage` reads annotations.csv of the narrative-framing set (document, coder, frame: rows where a
coder said yes). One coder plays the machine on the articles that it read; of the others, those who
read an article are its gold: the share who say yes. For each seed a sample is planned, read and
corrected; the corrected interval should hold the share over all articles in 95 of 100 samples.
`cost` reads an archive of Parquet files with an audit that was answered, and corrects its shares.
"""

from __future__ import annotations

import argparse
import resource
import time
from pathlib import Path

import numpy as np
import pandas as pd

from frameline.measures.correction.cell import cell_of
from frameline.measures.correction.plan import draw
from frameline.measures.correction.stratified import post_stratified

MACHINE = "w1"
SIZES = (30, 60, 100, 200)
#: Mean coverage over codes between these; none below the last.
LEAST_MEAN, MOST_MEAN, LEAST = 0.940, 0.965, 0.91
JUDGED = (0.02, 0.98)


def read_set(folder: Path) -> tuple[pd.DataFrame, pd.DataFrame]:
    """What the machine and the others say: articles x codes, 0 or 1 and shares."""
    rows = pd.read_csv(folder / "annotations.csv", dtype="str")
    said = rows.drop_duplicates(["document", "coder", "frame"]).assign(yes=1.0)
    table = said.pivot_table(
        index=["document", "coder"], columns="frame", values="yes", fill_value=0.0
    )
    machine = table.xs(MACHINE, level="coder")
    others = table.drop(index=MACHINE, level="coder").groupby(level="document").mean()
    return machine, others.reindex(machine.index)


def coverage(folder: Path, seeds: int, n: int) -> pd.DataFrame:
    """How often the interval holds the share, code by code."""
    machine, gold = read_set(folder)
    ids = [str(number) for number in range(len(machine))]
    rows = []
    for code in machine.columns:
        f, y = machine[code].to_numpy(), gold[code].to_numpy()
        hits = width = 0.0
        for seed in range(seeds):
            places = draw({"": ids}, [n], seed)["item"].astype(int).to_numpy()
            low, high = post_stratified(cell_of(f, places, y[places])).interval()
            hits += low <= y.mean() <= high
            width += (high - low) / 2
        half = 1.96 * np.sqrt(f.mean() * (1 - f.mean()) / len(f))
        naive = abs(f.mean() - y.mean()) <= half
        rows.append((code, y.mean(), f.mean(), hits / seeds, width / seeds, bool(naive)))
    columns = ["code", "share", "machine", "coverage", "half_width", "naive_holds"]
    return pd.DataFrame(rows, columns=columns)


def judge(table: pd.DataFrame) -> tuple[float, float, bool]:
    """Mean and least coverage over the codes that are judged, and whether both are as wanted."""
    kept = table[table["share"].between(*JUDGED)]["coverage"]
    mean, least = float(kept.mean()), float(kept.min())
    return mean, least, LEAST_MEAN <= mean <= MOST_MEAN and least >= LEAST


def run_coverage(given: argparse.Namespace) -> None:
    """Print coverage at each size of sample."""
    for n in SIZES:
        table = coverage(given.folder, given.seeds, n)
        mean, least, good = judge(table)
        print(f"n = {n}: mean {mean:.3f}, least {least:.3f}, {'as wanted' if good else 'NOT'}")
        if n == given.show:
            print(table.round(3).to_string(index=False))


def run_cost(given: argparse.Namespace) -> None:
    """Print what correcting all shares of an archive costs."""
    from frameline.exhibits.correction._tables import change_rows, net_rows, share_rows
    from frameline.exhibits.study import study

    started, cpu = time.perf_counter(), time.process_time()
    texts = study("correction", given.archive)
    shares, changes, nets = share_rows(texts), change_rows(texts), net_rows(texts)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(f"{texts.corpus.size('claims'):,} claims, {texts.corpus.size('documents'):,} documents")
    print(f"{len(shares)} shares, {len(changes)} changes, {len(nets)} balances")
    seconds = time.perf_counter() - started
    print(f"{time.process_time() - cpu:.1f} CPU s, {seconds:.1f} s, at most {peak:.2f} GB")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ways = parser.add_subparsers(required=True)
    one = ways.add_parser("coverage")
    one.add_argument("folder", type=Path)
    one.add_argument("--seeds", type=int, default=1000)
    one.add_argument("--show", type=int, default=60, help="size whose codes are listed")
    one.set_defaults(run=run_coverage)
    two = ways.add_parser("cost")
    two.add_argument("archive", type=Path)
    two.set_defaults(run=run_cost)
    given = parser.parse_args()
    given.run(given)


if __name__ == "__main__":
    main()
