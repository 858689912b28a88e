"""Prodigy: JSONL as ``prodigy db-out`` writes it, one task of one annotator per line."""

from frameline.exchange.formats.declaration import Format

FORMATS = (
    Format(
        "prodigy",
        "Prodigy JSONL (db-out)",
        (".jsonl",),
        __name__,
    ),
)
