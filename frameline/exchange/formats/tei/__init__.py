"""TEI P5 with stand-off annotation: texts in TEI, spans that point into them."""

from frameline.exchange.formats.declaration import Format

FORMATS = (
    Format(
        "tei",
        "TEI P5 with stand-off annotation (standOff, spanGrp, listAnnotation)",
        (".xml",),
        __name__,
        takes=(
            "spans and annotations that point at elements, string ranges or characters; codes "
            "of taxonomies, interpretations, feature structures"
        ),
        leaves="links, relations; pointers at nothing; annotations whose content is not understood",
    ),
)
