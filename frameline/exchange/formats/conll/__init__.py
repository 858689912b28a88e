"""CoNLL, IOB, BIO, BIOES: words with tags, sentences parted by blank lines."""

from frameline.exchange.formats.declaration import Format

FORMATS = (
    Format(
        "conll",
        "CoNLL or IOB: a word a line, its tag last; a file for each coder",
        (".conll", ""),
        __name__,
    ),
)
