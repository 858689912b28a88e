"""Argilla: records in JSON, versions 1 and 2; written as those of version 2."""

from frameline.exchange.formats.declaration import Format

FORMATS = (
    Format(
        "argilla",
        "Argilla records (JSON or JSONL)",
        (".json",),
        __name__,
        takes=(
            "submitted responses: labels, ratings, texts and places, a variable for each "
            "question; with predictions suggestions"
        ),
        leaves="drafts and discarded responses; suggestions; faulty places",
    ),
)
