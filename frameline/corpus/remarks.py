"""What might be better about a corpus though nothing is wrong with it: remarks, never faults."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from frameline.corpus.fault import Fault, fault_table, shown
from frameline.corpus.tables import RawCorpus, Table, read_raw
from frameline.words.leaning import leans, nameless

_ALLOWED = "a gist that can be read by itself"


def remark_corpus(source: Any) -> pd.DataFrame:
    """Everything that might be better about a corpus: will a reader understand its gists?

    Parameters
    ----------
    source
        A corpus folder or CSV file, or a Corpus, whose files are read again.

    Returns
    -------
    DataFrame
        One row per remark, in the shape of `frameline.corpus.checks.check_corpus`: file, row,
        column, found, allowed, todo.
    """
    path = source if isinstance(source, (str, Path)) else source.path
    return fault_table(find_remarks(read_raw(path)))


def find_remarks(raw: RawCorpus) -> list[Fault]:
    """Every remark about a raw corpus; coders' own tables are left as they were coded."""
    tables = (raw.minimal, raw.tables.get("claims"))
    return [
        remark
        for table in tables
        if table is not None and table.readable and table.has("gist")
        for remark in gist_remarks(table)
    ]


def gist_remarks(table: Table) -> Iterator[Fault]:
    """Gists that lean on the sentence before, or that name nobody."""
    for row, (gist,) in table.cells("gist"):
        words = leans(gist)
        if words:
            found = f"leans on the sentence before: {shown(words)}"
            todo = "say in the gist what these words point to"
            yield table.fault(row, "gist", found, _ALLOWED, todo)
        elif nameless(gist):
            found = f"names nobody: {shown(gist)}"
            yield table.fault(row, "gist", found, _ALLOWED, "name the countries or people meant")
