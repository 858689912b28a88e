"""spaCy: training data or documents in JSON."""

from frameline.exchange.formats.declaration import Format

FORMATS = (
    Format(
        "spacy",
        "spaCy JSON: texts with entities and categories",
        (".json",),
        __name__,
        takes="entities and categories",
        leaves="entities beyond the text; texts that are empty",
        writes="",
    ),
)
