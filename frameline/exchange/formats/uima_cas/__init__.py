"""UIMA CAS, as INCEpTION, WebAnno and DKPro export it: XMI with its type system, or JSON 0.4."""

from frameline.exchange.formats.declaration import Format

FORMATS = (
    Format(
        "uima-cas",
        "UIMA CAS, XMI or JSON 0.4 (INCEpTION, WebAnno, DKPro): "
        "a file for each coder of a document",
        ("", ".zip", ".json.zip", ".xmi", ".json"),
        __name__,
        takes="structures with places or of the document, with their features",
        leaves=(
            "words, sentences, relations, structures outside the view, other views, pointers "
            "between annotations; structures that are broken"
        ),
    ),
)
