"""Agreement of every variable with its twin, on every corpus at hand.

    python benchmarks/agreement.py
    FRAMELINE_CORPORA=folder python benchmarks/agreement.py   (public corpora too)

Prints a Markdown table for docs/decisions/agreement-that-holds.md, and what it cost.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

import pandas as pd

from frameline.corpus import read_corpus
from frameline.corpus.readings import design_of
from frameline.measures.designs import Settings, agreement_by_design

ROOT = Path(__file__).parents[1]
CASES = ROOT / "tests" / "corpora" / "agreement"
SEED = 2001


def line(name, row):
    """One line of the table."""
    what = row["counting"] + (f" {row['code']}" if row["code"] else "")
    print(
        f"| {name} | {what} | {row['alpha']:.3f} [{row['low']:.3f}, {row['high']:.3f}] "
        f"| {row['twin']:.3f} [{row['twin_low']:.3f}, {row['twin_high']:.3f}] "
        f"| {row['simple']:.3f} ({row['simple_twin']:.3f}) | {row['verdict']} |"
    )


def own_corpus():
    """The project's own corpus."""
    corpus = read_corpus(ROOT / "data")
    rows = pd.concat([t.assign(coder=c) for c, t in corpus.codings.items()], ignore_index=True)
    coded = [v for v in corpus.codebook.layer("claims") if v.codes and v.name in rows]
    read = pd.concat([corpus.units[["unit_id"]].assign(coder=c) for c in corpus.codings])
    start = time.process_time()
    table = agreement_by_design(
        rows, [v.name for v in coded], Settings(seed=SEED, groups=corpus.homes()),
        design=corpus.design, read=read,
        levels={v.name: "set" if v.multiple else v.level for v in coded},
        orders={v.name: v.order for v in coded if v.level == "ordinal"},
    )  # fmt: skip
    cost = time.process_time() - start
    for row in table.to_dict("records"):
        line(row["variable"], row)
    print(f"\n{len(table)} rows, 2,000 draws and 2,000 tosses: {cost:.1f} s of processor time\n")


def table_of(path, variables):
    """A table of document, coder and codes."""
    rows = pd.read_csv(path, dtype="str", keep_default_na=False)
    rows = rows.rename(columns={"document": "unit_id"})
    settings = Settings(seed=SEED)
    found = agreement_by_design(rows, variables, settings, design=design_of(rows))
    for row in found.to_dict("records"):
        line(f"{path.stem}: {row['variable']}", row)
    print()


def main():
    """Print all."""
    print("| | counted | alpha | noise twin | simple (twin) | verdict |")
    print("|---|---|---|---|---|---|")
    own_corpus()
    table_of(CASES / "noise-multilabel.csv", ["frame"])
    table_of(CASES / "roleless-variables.csv", ["frame", "tone_of_post", "blames_council"])
    folder = os.environ.get("FRAMELINE_CORPORA")
    if folder:
        table_of(Path(folder, "narrative-framing", "annotations.csv"), ["frame"])
        posts = ["frame", "n_pictures", "pop_elite", "pop_people", "pop_othering"]
        table_of(Path(folder, "fbposts", "posts.csv"), posts)


if __name__ == "__main__":
    main()
