"""Facts of documents from a table of one's own: outlet, party, country, whatever groups them."""

from __future__ import annotations

import csv
from pathlib import Path

from frameline.corpus.codebook import Code, Variable, read_codebook
from frameline.corpus.tables import DOCUMENT_FACTS, Table, read_table
from frameline.exchange.files.error import ExchangeError
from frameline.exchange.incoming.codebook_draft import codebook_toml

#: Values of a column that becomes a variable with a list of codes.
MOST_CODES = 60
_DATES = ("year", "date", "published")


def add_facts(corpus: Path, path: Path) -> list[str]:
    """Add the columns of a table to the documents of a corpus.

    Parameters
    ----------
    corpus
        A corpus folder; its documents.csv and codebook.toml are written anew.
    path
        A CSV file with a row a document; the column whose cells are ids of documents tells which.

    Returns
    -------
    list of str
        What became of each column.

    Raises
    ------
    ExchangeError
        Where no column names the documents.
    """
    table, documents = read_table(path, path.name), read_table(corpus / "documents.csv", "")
    ids = set(documents.column("doc_id"))
    key = next((name for name in table.columns if _names(table, name, ids)), None)
    if key is None:
        todo = "give it a column with the ids of the documents"
        raise ExchangeError(path.name, "", "no column that names the documents", "", todo)
    facts = {row[table.columns.index(key)]: dict(zip(table.columns, row, strict=True))
             for row in table.rows}  # fmt: skip
    new = [name for name in table.columns if name != key and name not in _DATES]
    rows = [dict(zip(documents.columns, row, strict=True)) for row in documents.rows]
    for row in rows:
        row |= {name: facts.get(row["doc_id"], {}).get(name, "") for name in new}
    _write(corpus / "documents.csv", [*dict.fromkeys([*documents.columns, *new])], rows)
    _declare(corpus, new, rows)
    known = sum(row["doc_id"] in facts for row in rows)
    return [f"facts  {path.name}: {', '.join(new) or 'no column'}, for {known} of {len(rows)} "
            "documents"]  # fmt: skip


def _names(table: Table, name: str, ids: set[str]) -> bool:
    """Whether most cells of a column are ids of documents."""
    cells = table.column(name)
    return bool(cells) and sum(cell in ids for cell in cells) > len(cells) / 2


def _declare(corpus: Path, names: list[str], rows: list[dict[str, str]]) -> None:
    """Make a variable of each new column that no corpus has by itself."""
    codebook = read_codebook(corpus / "codebook.toml")
    known = {v.name for v in codebook.layer("documents")} | set(DOCUMENT_FACTS)
    added = []
    for name in names:
        values = sorted({row[name] for row in rows} - {""})
        if name not in known:
            listed = len(values) <= MOST_CODES
            codes = tuple(Code(value) for value in values) if listed else ()
            level = "nominal" if listed else "text"
            added.append(Variable(name, "documents", label=name, level=level, codes=codes))
    if added:
        from dataclasses import replace

        grown = replace(codebook, variables=(*codebook.variables, *added))
        text = codebook_toml(grown, "an import and a table of facts")
        (corpus / "codebook.toml").write_text(text, encoding="utf-8")


def _write(path: Path, columns: list[str], rows: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
