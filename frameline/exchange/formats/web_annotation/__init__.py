"""W3C Web Annotation in JSON-LD, as a page or list of annotations."""

from frameline.exchange.formats.declaration import Format

FORMATS = (
    Format(
        "web-annotation",
        "W3C Web Annotation, JSON-LD (with texts/*.txt beside it, in a folder or zip)",
        (".jsonld", ".json", ""),
        __name__,
        takes="annotations with positions or quotes, tags and comments",
        leaves="targets that point at no text; selectors of other kinds",
    ),
)
