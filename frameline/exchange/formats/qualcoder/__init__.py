"""QualCoder: a project (SQLite), as a .qda folder or its data.qda."""

from frameline.exchange.formats.declaration import Format

FORMATS = (
    Format(
        "qualcoder",
        "QualCoder project (.qda folder)",
        (".qda",),
        __name__,
        writes="",
    ),
)
