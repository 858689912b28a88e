"""`frameline check --against`: two versions of a codebook, and the rows between them."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from frameline.commands.ending import FAILED, OK
from frameline.commands.printing import print_table

if TYPE_CHECKING:
    from frameline.exchange.review.versions import Change


def show_changes(corpus: Path, old: Path, mapping: Path | None, form: str) -> int:
    """List what changed since the old version; exit code 1 when rows still have what is gone."""
    from frameline.exchange.incoming.mapping import NameMap, read_map
    from frameline.exchange.review.versions import Change, codebook_of, compare, touched

    names = read_map(mapping) if mapping else NameMap()
    before, now = codebook_of(old), codebook_of(corpus)
    changes = touched(compare(before, now, names), corpus)
    if form == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerows([Change._fields, *changes])
    elif form == "json":
        print(json.dumps([c._asdict() for c in changes], ensure_ascii=False, indent=1))
    else:
        _print(changes, before.version, now.version, corpus)
    return FAILED if _stale(changes) else OK


def _stale(changes: Sequence[Change]) -> list[Change]:
    """Changes that rows of the corpus have not followed."""
    return [c for c in changes if c.rows and c.change in ("removed", "renamed", "merged")]


def _print(changes: Sequence[Change], before: str, now: str, corpus: Path) -> None:
    from frameline.exchange.review.versions import Change, as_map

    versions = f"version {before or '(none)'} to {now or '(none)'}"
    if not changes:
        print(f"{corpus}: {versions}: no changes")
        return
    print_table(Change._fields, changes)
    print(f"\n{len(changes)} change{'s' if len(changes) > 1 else ''}, {versions}")
    stale = _stale(changes)
    if stale:
        rows = sum(change.rows for change in stale)
        print(f"{rows} row{'s' if rows > 1 else ''} of {corpus} still have what is gone.")
    entries = as_map(changes)
    if entries:
        print("As a mapping file, for frameline import corpus OLD --into NEW --map FILE:\n")
        print(entries)
