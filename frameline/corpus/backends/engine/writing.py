"""A corpus of CSV tables written as Parquet files: what an engine counts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

#: Columns that reading a corpus adds.
_ADDED = ("date_low", "date_high", "date", "order", "year")
_PLACES = ("claim_id", "doc_id", "unit_id", "claim", "anchor", "gist")
_WHOLE = ("claim", "n")


def write_parquet(corpus: Any, folder: Path, codebook: str) -> list[str]:
    """Write the tables that can be counted where they lie.

    Parameters
    ----------
    corpus : MemoryCorpus
    folder
        A new folder.
    codebook
        The text of codebook.toml.

    Returns
    -------
    list of str
        The files made: the codebook, and a file for each of documents, claims, codings and tokens
        that has rows. Labels, events and texts stay behind: nothing counts them there.
    """
    import duckdb

    folder.mkdir(parents=True)
    made = ["codebook.toml"]
    (folder / "codebook.toml").write_text(codebook, encoding="utf-8")
    for name, table in _tables(corpus):
        if len(table):
            (folder / name).mkdir()
            names = [str(column) for column in table]
            kinds = {name: "Int64" if name in _WHOLE else "string" for name in names}
            file = folder / name / "part-0.parquet"
            duckdb.from_df(table.astype(kinds)).write_parquet(str(file))
            made.append(f"{name}/part-0.parquet")
    return made


def _tables(corpus: Any) -> Iterator[tuple[str, pd.DataFrame]]:
    variables = [v.name for v in corpus.codebook.layer("claims")]
    documents = corpus.documents.drop(columns=list(_ADDED))
    blank = [c for c in documents if documents[c].isna().all() or (documents[c] == "").all()]
    yield "documents", documents.drop(columns=[c for c in blank if c != "published"])
    known = [c for c in (*_PLACES, *variables) if c in corpus.claims]
    yield "claims", corpus.claims[known]
    given = [
        table[["claim_id", "doc_id", *(v for v in variables if v in table)]].assign(coder=coder)
        for coder, table in corpus.codings.items()
    ]
    if given:
        yield "codings", pd.concat(given, ignore_index=True)
    yield "tokens", corpus.tokens.groupby(["doc_id", "token"], as_index=False)["n"].sum()
