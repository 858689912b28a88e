"""Discourse Network Analyzer: a .dna file (SQLite, version 2)."""

from frameline.exchange.formats.declaration import Format

FORMATS = (
    Format(
        "dna",
        "Discourse Network Analyzer file (.dna, version 2)",
        (".dna",),
        __name__,
        writes="",
    ),
)
