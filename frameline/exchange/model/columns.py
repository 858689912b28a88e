"""What the columns of a table of annotations mean: names that users of the field give them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from frameline.exchange.files.error import ExchangeError

#: What a column may hold, with the names it goes by (letters and digits only, lower case).
#: The first name is the one tables are written with.
KNOWN: Mapping[str, tuple[str, ...]] = {
    "document": ("document", "doc", "docid", "documentid", "documentname", "docname", "file",
                 "filename", "textid", "articleid", "article"),
    "coder": ("coder", "annotator", "user", "rater", "coderid", "annotatorid", "userid", "raterid",
              "codername", "annotatorname", "username", "worker", "workerid", "codedby"),
    "layer": ("layer",),
    "id": ("id", "annotationid", "claimid", "spanid", "uid"),
    "unit": ("unitid", "unit", "sentenceid", "segmentid", "paragraphid", "paraid"),
    "start": ("start", "begin", "startoffset", "beginoffset", "offsetstart", "charstart",
              "startchar", "spanstart"),
    "end": ("end", "stop", "endoffset", "offsetend", "charend", "endchar", "spanend"),
    "quote": ("text", "quote", "quotation", "spantext", "coveredtext", "segmenttext", "anchor",
              "evidence", "phrase", "segment", "sentence", "span", "quotedtext",
              "quotationcontent"),
    "note": ("note", "notes", "comment", "comments", "memo", "remark", "remarks"),
    "document_text": ("documenttext", "fulltext", "doctext", "articletext", "content", "body"),
    "published": ("published", "date", "publicationdate", "pubdate", "publishedat"),
    "title": ("title", "headline", "documenttitle"),
    "author": ("author", "authors"),
    "outlet": ("outlet", "publisher", "newspaper"),
}  # fmt: skip
FACTS = ("published", "title", "author", "outlet")
#: How a column of a fact, variable or coder is written where its name alone would mislead.
DOCUMENT, VARIABLE, CODER = "document.", "variable.", "coder."
#: How a column that marks where one code applies is named: ``code.frame.ECO``.
CODE = "code."
#: The end of a column whose cells hold several values with semicolons between them.
SEVERAL = " (several)"

_BY_NAME = {name: meaning for meaning, names in KNOWN.items() for name in names}
_BY_NAME.update({meaning.replace("_", ""): meaning for meaning in ("document_text",)})
_CODERS = re.compile(r"(?:coder|annotator|rater|judge|labell?er)[ _-]?\w{1,20}", re.IGNORECASE)


def meaning(name: str) -> str:
    """What a column of this name holds: a key of KNOWN, or "" for a variable.

    Examples
    --------
    >>> meaning("Doc_ID"), meaning("begin offset"), meaning("frame")
    ('document', 'start', '')
    """
    return _BY_NAME.get(re.sub(r"[\W_]", "", name.casefold()), "")


@dataclass
class Columns:
    """Where in each row of a table everything stands.

    Parameters
    ----------
    places : mapping of str to int
        Keys of KNOWN to the place of their column.
    facts : mapping of str to int
        Facts of documents.
    variables : mapping of int to (str, bool)
        Place of a column to the variable's name, and whether its cells hold several values.
    marks : mapping of int to (str, str)
        Place of a column that marks one code to the variable and the code.
    coders : mapping of int to (str, str)
        Place of a column that one coder filled to the coder and the variable.
    """

    places: dict[str, int] = field(default_factory=dict)
    facts: dict[str, int] = field(default_factory=dict)
    variables: dict[int, tuple[str, bool]] = field(default_factory=dict)
    marks: dict[int, tuple[str, str]] = field(default_factory=dict)
    coders: dict[int, tuple[str, str]] = field(default_factory=dict)


def read_columns(header: Sequence[str], mapped: Mapping[str, str], file: str) -> Columns:
    """What does each column of a table hold?

    Parameters
    ----------
    header : sequence of str
    mapped : mapping of str to str
        Column of the file to what it holds, as the person importing says; wins over the names.
        "" says that the column is not wanted.
    file : str
        Name for messages.

    Raises
    ------
    ExchangeError
        If two columns hold the same, or a mapped column is not there.

    Examples
    --------
    >>> read_columns(["doc", "annotator", "frame"], {}, "a.csv").variables
    {2: ('frame', False)}
    """
    _check_header(header, mapped, file)
    columns = Columns()
    for place, written in enumerate(header):
        _take(columns, place, mapped.get(written, written), written, file)
    if len({"start", "end"} & columns.places.keys()) == 1:
        # MAXQDA's "Beginning" and "End" are numbers of paragraphs
        lone = columns.places.pop("start", columns.places.pop("end", 0))
        columns.variables[lone] = (header[lone], False)
    if "coder" not in columns.places and not columns.coders:
        _coders_side_by_side(columns)
    return columns


def _check_header(header: Sequence[str], mapped: Mapping[str, str], file: str) -> None:
    for place, name in enumerate(header):
        if not name.strip():
            raise ExchangeError(
                file, f"row 1, column {place + 1}", "no name", "a name for each column", "name it"
            )
        if name in header[:place]:
            found = f"the column {name!r} twice"
            raise ExchangeError(file, "row 1", found, "each name once", "rename one")
    for name in mapped:
        if name not in header:
            allowed = ", ".join(header)
            raise ExchangeError(file, "row 1", f"no column {name!r}", allowed, "correct --map")


def _take(columns: Columns, place: int, name: str, written: str, file: str) -> None:
    if not name:
        return  # mapped to nothing
    known = meaning(name)
    if name.startswith(CODER):
        coder, _, variable = name.removeprefix(CODER).partition(".")
        columns.coders[place] = (coder, variable or "code")
    elif name.startswith(CODE):
        variable, _, code = name.removeprefix(CODE).rpartition(".")
        columns.marks[place] = (variable or "code", code)
    elif name.startswith(DOCUMENT):
        columns.facts[name.removeprefix(DOCUMENT)] = place
    elif known in FACTS:
        columns.facts[name if known in columns.facts else known] = place
    elif known:
        if known in columns.places:
            found = f"two columns that hold the {known}, the second being {written!r}"
            raise ExchangeError(file, "row 1", found, "one", "say with --map what it holds")
        columns.places[known] = place
    else:
        many = name.endswith(SEVERAL)
        columns.variables[place] = (name.removeprefix(VARIABLE).removesuffix(SEVERAL), many)


def _coders_side_by_side(columns: Columns) -> None:
    found = {p: n for p, (n, _) in columns.variables.items() if _CODERS.fullmatch(n)}
    if len(found) >= 2:
        for place, name in found.items():
            del columns.variables[place]
            columns.coders[place] = (name, "code")


def variable_header(name: str, several: bool) -> str:
    """The column name of a variable, which `read_columns` reads as that variable.

    Examples
    --------
    >>> variable_header("frame", False), variable_header("user", True)
    ('frame', 'variable.user (several)')
    """
    prefixed = name.startswith((DOCUMENT, VARIABLE, CODER, CODE))
    plain = not (meaning(name) or prefixed or _CODERS.fullmatch(name))
    return f"{'' if plain else VARIABLE}{name}{SEVERAL if several else ''}"
