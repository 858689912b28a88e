"""CATMA: the annotation collections it exports as TEI, with the texts beside them."""

from frameline.exchange.formats.declaration import Format

FORMATS = (
    Format(
        "catma",
        "CATMA's export: annotation collections with their texts (folder, .zip or .tar.gz)",
        ("", ".zip"),
        __name__,
        takes="annotations of versions 5 to 7 with tags, properties and pieces",
        leaves="annotations without a place; elements that are not known",
    ),
)
