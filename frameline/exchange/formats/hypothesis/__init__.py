"""Hypothesis: annotations as its API gives them."""

from frameline.exchange.formats.declaration import Format

FORMATS = (
    Format(
        "hypothesis",
        "Hypothesis API JSON (a search, or rows of one)",
        (".json",),
        __name__,
        takes="annotations with tags, quotes and places",
        leaves="replies; annotations whose tags are no list",
        writes="",
    ),
)
