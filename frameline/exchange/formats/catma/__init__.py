"""CATMA: the annotation collections it exports as TEI, with the texts beside them."""

from frameline.exchange.formats.declaration import Format

FORMATS = (
    Format(
        "catma",
        "CATMA's export: annotation collections with their texts (folder, .zip or .tar.gz)",
        ("", ".zip"),
        __name__,
    ),
)
