"""Agreement before and after: matched by codes or by place, with its twin, on every corpus at hand.

    python benchmarks/agreement.py
    FRAMELINE_CORPORA=folder python benchmarks/agreement.py   (public corpora too)

Prints a Markdown table for docs/decisions/agreement-that-holds.md, and what it cost.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

import pandas as pd
from frameline.corpus.alignment import align

from frameline.corpus import read_corpus
from frameline.corpus.matching import match_by_place
from frameline.measures.agreement import agreement_table
from frameline.measures.coded_rows import aligned_codes
from frameline.measures.designs import Settings, agreement_by_design

ROOT = Path(__file__).parents[1]
CASES = ROOT / "tests" / "corpora" / "agreement"
SEED = 2001


def named(tables, names):
    """The claims of all coders below one another, by the names of matched claims."""
    parts = [table.assign(coder=c, claim_id=list(names[c])) for c, table in tables.items()]
    return pd.concat(parts, ignore_index=True)


def before(rows, variable):
    """Alpha as it was: claims of a unit matched by the code that is measured."""
    tables = {c: part.reset_index(drop=True) for c, part in rows.groupby("coder")}
    old = named(tables, align(tables, codes=[variable]))
    row = agreement_table({variable: aligned_codes(old, variable)}, seed=SEED).iloc[0]
    return f"{row['alpha']:.3f} [{row['low']:.3f}, {row['high']:.3f}] {row['status']}"


def line(name, was, row):
    """One line of the table."""
    what = row["counting"] + (f" {row['code']}" if row["code"] else "")
    print(
        f"| {name} | {what} | {was} | {row['alpha']:.3f} [{row['low']:.3f}, {row['high']:.3f}] "
        f"| {row['twin']:.3f} [{row['twin_low']:.3f}, {row['twin_high']:.3f}] "
        f"| {row['simple']:.3f} ({row['simple_twin']:.3f}) | {row['verdict']} |"
    )


def own_corpus():
    """The project's own corpus."""
    corpus = read_corpus(ROOT / "data")
    tables = {c: table.drop(columns="claim_id") for c, table in corpus.codings.items()}
    coded = [v for v in corpus.codebook.layer("claims") if v.codes]
    aligned = {v.name: corpus.aligned(v.role or v.name) for v in coded if v.name in tables["a"]}
    levels = {v.name: "set" if v.multiple else v.level for v in coded}
    orders = {v.name: v.order for v in coded if v.level == "ordinal"}
    homes = corpus.homes()
    old = agreement_table(
        aligned, levels=levels, orders=orders, groups=homes[["para_group", "doc_id"]], seed=SEED
    ).set_index("variable")
    start = time.process_time()
    rows = named(tables, match_by_place(tables))
    groups = rows.drop_duplicates("claim_id").set_index("claim_id")
    read = pd.concat([corpus.units[["unit_id"]].assign(coder=c) for c in tables])
    table = agreement_by_design(
        rows,
        list(aligned),
        Settings(seed=SEED, groups=groups[["para_group", "doc_id", "unit_id"]]),
        levels=levels, orders=orders, read=read,
    )  # fmt: skip
    cost = time.process_time() - start
    for row in table.to_dict("records"):
        was = old.loc[row["variable"]]
        told = f"{was['alpha']:.3f} [{was['low']:.3f}, {was['high']:.3f}] {was['status']}"
        line(row["variable"], told, row)
    print(f"\n{len(table)} rows, 2,000 draws and 2,000 tosses: {cost:.1f} s of processor time\n")


def table_of(path, variables):
    """A table of document, coder and codes."""
    rows = pd.read_csv(path, dtype="str", keep_default_na=False)
    rows = rows.rename(columns={"document": "unit_id"})
    found = agreement_by_design(rows, variables, Settings(seed=SEED))
    for row in found.to_dict("records"):
        line(f"{path.stem}: {row['variable']}", before(rows, row["variable"]), row)
    print()


def main():
    """Print all."""
    print("| | counted | before | after | noise twin | simple (twin) | verdict |")
    print("|---|---|---|---|---|---|---|")
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
