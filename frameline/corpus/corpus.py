"""Reading a corpus: which backend keeps it is decided by what is at the path."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from frameline.corpus.backends.engine.layout import is_large
from frameline.corpus.backends.memory import MemoryCorpus as Corpus
from frameline.corpus.backends.memory import read_ahead, read_memory
from frameline.corpus.choices import Choices, chosen
from frameline.corpus.choosing import apply_choices
from frameline.corpus.filter import CHOICES, FINAL, Filter
from frameline.corpus.protocol import CorpusError, StepAside

__all__ = [
    "CHOICES",
    "FINAL",
    "Corpus",
    "CorpusError",
    "Filter",
    "StepAside",
    "read_ahead",
    "read_corpus",
]


def read_corpus(
    path: str | Path, *, drop: Iterable[str] = (), coding: str = FINAL, engine: str = "auto",
    choices: Choices | None = None,
) -> Any:  # fmt: skip
    """Read a corpus: a folder of CSV tables, a single CSV file, or a folder of Parquet files.

    Parameters
    ----------
    path
        A folder with documents.csv and, as far as there are, codebook.toml, blocks.csv,
        units.csv, claims.csv, labels.csv, events.csv, tokens.csv, coders/<coder>/*.csv and
        context/context.csv; or a CSV file with document, date, coder, frame and, where there
        are, unit, claim, anchor, gist, note and further columns, each a nominal variable; or a
        folder with codebook.toml and folders of Parquet files: claims, documents and, where
        there are, codings and tokens.
    drop
        Ids of documents to leave out.
    coding
        "final", or the name of a coder whose own codes take the place of the final ones.
    engine
        What counts Parquet files: "auto" (pandas where the tables are small, else DuckDB),
        "pandas", "duckdb", "polars", "pyarrow" or "spark". CSV tables are always kept in memory.
    choices
        Which documents, groups, weights and merged codes; those that
        `frameline.corpus.choices.choose` set when not given.

    Returns
    -------
    MemoryCorpus or EngineCorpus
        Both are a `frameline.corpus.Corpus`. Without claims.csv the final claims are what most
        coders say; a tie goes to the better kind of coder, other ties stay open, and `notes` says
        how many.

    Raises
    ------
    CorpusError
        When anything is wrong with the files; it names file, row and column of each fault. Of
        Parquet files only what footers and a few queries show; `frameline check` reads all rows.
    ValueError
        When `drop` or `coding` names something the corpus does not have.
    EngineError
        When the engine is not installed.
    """
    choices = chosen() if choices is None else choices
    if choices.coder and coding == FINAL:
        coding = choices.coder
    if not is_large(path):
        return apply_choices(read_memory(path, drop=drop, coding=coding), choices)
    from frameline.corpus.backends.engine.corpus import read_engine

    corpus = read_engine(path, drop=drop, coding=coding, engine=engine)
    return apply_choices(corpus, choices)
