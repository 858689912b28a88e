"""TEI P5 with stand-off annotation: texts in TEI, spans that point into them."""

from frameline.exchange.formats.declaration import Format

FORMATS = (
    Format(
        "tei",
        "TEI P5 with stand-off annotation (standOff, spanGrp, listAnnotation)",
        (".xml",),
        __name__,
    ),
)
