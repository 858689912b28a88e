"""QualCoder: a project (SQLite), as a .qda folder or its data.qda."""

from frameline.exchange.formats.declaration import Format

FORMATS = (
    Format(
        "qualcoder",
        "QualCoder project (.qda folder)",
        (".qda",),
        __name__,
        takes="codings of text with owner, memo and the category above",
        leaves="codings of pictures, sound and film; codings of codes or texts that are not there",
        writes="",
    ),
)
