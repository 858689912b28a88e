"""brat stand-off: a .txt with the text and a .ann with the annotations, a folder per coder."""

from frameline.exchange.formats.declaration import Format

FORMATS = (
    Format(
        "brat",
        "brat stand-off: .txt and .ann files, in a folder per coder where there are several",
        ("",),
        __name__,
        takes="text-bound annotations, in pieces too, with their attributes and notes",
        leaves=(
            "relations, events, equivalences; lines that are none; attributes of what is not there"
        ),
    ),
)
