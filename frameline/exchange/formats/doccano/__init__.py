"""doccano: its JSONL (or JSON) export, one example per line, one file per user."""

from frameline.exchange.formats.declaration import Format

FORMATS = (
    Format(
        "doccano",
        "doccano JSONL, one file per coder, as a zip, a folder or files",
        (".jsonl", ""),
        __name__,
        takes="labels of places and of whole texts, comments",
        leaves="relations; labels of another shape",
    ),
)
