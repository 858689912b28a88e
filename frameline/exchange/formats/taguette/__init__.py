"""Taguette: a project file (SQLite), with its texts in HTML."""

from frameline.exchange.formats.declaration import Format

FORMATS = (
    Format(
        "taguette",
        "Taguette project (SQLite)",
        (".sqlite3",),
        __name__,
        writes="",
    ),
)
