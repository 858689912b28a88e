"""`frameline new`: a small corpus that is complete, to be changed into one's own.

The example was invented for the purpose: a text, a codebook and the claims and labels that two
coders found in it. It goes the way of every import.
"""

from __future__ import annotations

import csv
from pathlib import Path

from frameline.corpus.texts import locate
from frameline.disk.place import write
from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.replacing import replacing
from frameline.exchange.incoming.importing import Wishes, import_into
from frameline.exchange.model.project import Annotation, Coding, Document, Project, Span

_STARTER = Path(__file__).parents[2] / "starter"
_DOCUMENT = "two-harbours"
_FACTS = {
    "name": "Two harbours",
    "title": "Two harbours, one light",
    "author": "An invented author",
    "outlet": "The Bay Courier",
    "published": "1921-03-14",
}


#: Tables that the example has no rows for.
_HEADS = {
    "events.csv": ("doc_id", "para_id", "sentence", "unit_id", "name", "year", "precision"),
}


def example_project() -> Project:
    """The example as a project: one document with its text, two coders."""
    text = (_STARTER / f"{_DOCUMENT}.txt").read_text(encoding="utf-8")
    found: dict[str, list[Annotation]] = {}
    with (_STARTER / "codings.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            coder, layer, phrase = row.pop("coder"), row.pop("layer"), row.pop("phrase")
            span = Span(*locate(text, phrase, 0, len(text)))
            values = {name: (code,) for name, code in row.items() if code}
            annotation = Annotation((span,), values, layer, quote=text[span.start : span.end])
            found.setdefault(coder, []).append(annotation)
    codings = tuple(Coding(_DOCUMENT, coder, tuple(rows)) for coder, rows in found.items())
    return Project((Document(_DOCUMENT, text, _FACTS),), codings)


def new_corpus(folder: Path) -> list[str]:
    """Make a corpus with the example in it; give the files made.

    Raises
    ------
    ExchangeError
        When the folder exists and is not empty.
    """
    codebook = _STARTER / "codebook.toml"
    wishes = Wishes(codebook=codebook, keep_texts=True, source="the example of frameline new")
    with replacing(folder) as fresh:
        if any(fresh.iterdir()):
            todo = "choose a new name"
            raise ExchangeError(str(folder), "", "a folder with files in it", "a new folder", todo)
        files = import_into(example_project(), fresh, wishes).files
        for name, columns in _HEADS.items():
            write(fresh / name, f"{','.join(columns)}\n".encode())
    return [*files, *_HEADS]
