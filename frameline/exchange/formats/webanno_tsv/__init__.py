"""WebAnno TSV 3: what INCEpTION and WebAnno export, a line for each word."""

from frameline.exchange.formats.declaration import Format

FORMATS = (
    Format(
        "webanno-tsv",
        "WebAnno TSV 3 (INCEpTION, WebAnno): a folder for each document, a file for each coder",
        ("", ".tsv"),
        __name__,
        takes="span layers with all features, stacked and over several words",
        leaves="relations, chains, slots; lines whose word is not in the text",
    ),
)
