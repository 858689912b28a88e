"""CoNLL, IOB, BIO, BIOES: words with tags, sentences parted by blank lines."""

from frameline.exchange.formats.declaration import Format

FORMATS = (
    Format(
        "conll",
        "CoNLL or IOB: a word a line, its tag last; a file for each coder",
        (".conll", ""),
        __name__,
        takes="entities of IOB1, IOB2 and BIOES tags; `# newdoc id` and -DOCSTART- part documents",
        leaves="lines without a word and a tag",
    ),
)
