"""Discourse Network Analyzer: its files (SQLite), versions 2 and 3; written in version 2."""

from frameline.exchange.formats.declaration import Format

FORMATS = (
    Format(
        "dna",
        "Discourse Network Analyzer file (.dna, versions 2 and 3)",
        (".dna",),
        __name__,
        takes=(
            "statements with the values of their variables, dates, authors and sources of documents"
        ),
        leaves="statements without a value, a document or a place in it",
    ),
)
