"""CoNLL: a word a line, its tag in the last column (IOB, BIO, BIOES)."""

from frameline.exchange.formats.declaration import Format

FORMATS = (
    Format(
        "conll",
        "CoNLL or IOB: a word a line, its tag last",
        (".conll",),
        __name__,
        writes="",
    ),
)
