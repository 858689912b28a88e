"""Taguette: its project file (SQLite, read only), and its codebook as a table."""

from frameline.exchange.formats.declaration import Format

FORMATS = (
    Format(
        "taguette",
        "Taguette project (SQLite)",
        (".sqlite3",),
        __name__,
        writes="",
    ),
    Format(
        "taguette-codebook",
        "Taguette codebook (CSV): tags with their descriptions",
        (".csv",),
        __name__,
        reads="codebook",
        writes="codebook",
        codes_only=True,
    ),
)
