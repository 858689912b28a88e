"""Prodigy: JSONL as ``prodigy db-out`` writes it, one task of one annotator per line."""

from frameline.exchange.formats.declaration import Format

FORMATS = (
    Format(
        "prodigy",
        "Prodigy JSONL (db-out)",
        (".jsonl",),
        __name__,
        takes="spans and choices of accepted tasks, by session",
        leaves="rejected and ignored tasks; relations",
    ),
)
