"""Label Studio: its JSON export (and JSON_MIN), one task per document."""

from frameline.exchange.formats.declaration import Format

FORMATS = (
    Format(
        "label-studio",
        "Label Studio JSON or JSON_MIN (give label_config.xml too if it is at hand)",
        (".json",),
        __name__,
        takes=(
            "labels of text, HTML and paragraphs, choices, ratings, texts; with predictions "
            "those of models"
        ),
        leaves=(
            "relations, pictures, cancelled work, predictions; results of types that are not "
            "about text"
        ),
    ),
)
