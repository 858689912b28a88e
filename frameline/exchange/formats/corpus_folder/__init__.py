"""A Frameline corpus folder as one format among the others."""

from frameline.exchange.formats.declaration import Format

FORMATS = (
    Format(
        "corpus",
        "a Frameline corpus folder (to rename or merge codes, or to join corpora)",
        ("",),
        __name__,
        takes="all layers of all coders, and the final coding",
        leaves="nothing",
        reads="folder",
        writes="folder",
    ),
)
