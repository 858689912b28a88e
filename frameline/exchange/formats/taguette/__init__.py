"""Taguette: its project file (SQLite, read only), and its codebook as a table."""

from frameline.exchange.formats.declaration import Format

FORMATS = (
    Format(
        "taguette",
        "Taguette project (SQLite)",
        (".sqlite3",),
        __name__,
        takes="highlights with tags, and who made them",
        leaves="highlights without a tag; tags or documents that are not there",
        writes="",
    ),
    Format(
        "taguette-codebook",
        "Taguette codebook (CSV): tags with their descriptions",
        (".csv",),
        __name__,
        takes="tags and descriptions",
        leaves="rows without a tag; tags that come again",
        reads="codebook",
        writes="codebook",
        codes_only=True,
    ),
)
