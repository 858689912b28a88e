"""What the columns of a table of annotations mean: names that users of the field give them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from frameline.exchange.files.error import ExchangeError

#: What a column may hold, with the names it goes by (letters and digits only, lower case).
#: The first name is the one tables are written with.
KNOWN: Mapping[str, tuple[str, ...]] = {
    "document": ("document", "doc", "docid", "documentid", "documentname", "docname", "file",
                 "filename", "textid", "articleid", "article", "customid"),
    "coder": ("coder", "annotator", "user", "rater", "codername", "annotatorname", "username",
              "coderid", "annotatorid", "userid", "raterid", "worker", "workerid", "codedby",
              "codedbyinitials", "createdby", "annotatedby", "labeledby", "labelledby", "labeler",
              "labeller", "judge", "contributor", "model", "modelname", "modelversion"),
    "layer": ("layer",),
    "id": ("id", "annotationid", "claimid", "spanid", "uid"),
    "unit": ("unitid", "unit", "sentenceid", "segmentid", "paragraphid", "paraid"),
    "start": ("start", "begin", "startoffset", "beginoffset", "offsetstart", "charstart",
              "startchar", "spanstart"),
    "end": ("end", "stop", "endoffset", "offsetend", "charend", "endchar", "spanend"),
    "quote": ("text", "quote", "quotation", "spantext", "coveredtext", "segmenttext", "anchor",
              "evidence", "phrase", "segment", "sentence", "span", "quotedtext",
              "quotationcontent", "excerpt", "highlight", "highlightedtext", "codedtext",
              "codedsegment", "selectedtext", "snippet", "passage"),
    "note": ("note", "notes", "comment", "comments", "memo", "remark", "remarks"),
    "document_text": ("documenttext", "fulltext", "doctext", "articletext", "content", "body"),
    "published": ("published", "date", "publicationdate", "pubdate", "publishedat"),
    "title": ("title", "headline", "documenttitle"),
    "author": ("author", "authors"),
    "outlet": ("outlet", "publisher", "newspaper"),
    "coded_at": ("created", "createdat", "createdon", "modified", "modifiedat", "modifiedon",
                 "modifiedby", "updated", "updatedat", "updatedon", "lasteditat", "lasteditby",
                 "timestamp", "excerptdate", "creationtime", "submittime", "submittedat",
                 "datecoded", "codedat", "codedon", "annotatedat", "leadtime"),
    "range": ("excerptrange", "charrange", "offsets"),
    "anchor": (),
}  # fmt: skip
#: Names that users and tools give to what says the frame of a claim, beside "frame".
FRAMES = (
    "frames", "topic", "theme", "issue", "reason", "category", "code", "codes", "label", "labels",
    "tag", "tags", "sentiment frame", "annotation", "annotations", "code_name", "codename",
    "code name", "coding", "concept", "class", "answer", "value",
)  # fmt: skip
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
        Place of a column to the variable's name, and whether its cells hold several values with
        semicolons between them.
    marks : mapping of int to (str, str)
        Place of a column that marks one code to the variable and the code.
    coders : mapping of int to (str, str)
        Place of a column that one coder filled to the coder and the variable.
    why : mapping of int to str
        What told what a column is: the map, a recipe, its name, what stands in it.
    """

    places: dict[str, int] = field(default_factory=dict)
    facts: dict[str, int] = field(default_factory=dict)
    variables: dict[int, tuple[str, bool]] = field(default_factory=dict)
    marks: dict[int, tuple[str, str]] = field(default_factory=dict)
    coders: dict[int, tuple[str, str]] = field(default_factory=dict)
    why: dict[int, str] = field(default_factory=dict)
    #: The column called ``text``, which may quote or be the document.
    texts: set[int] = field(default_factory=set)

    def became(self, place: int) -> str:
        """What a column is taken for, in words; "" where it is left out."""
        for meaning_of, at in self.places.items():
            if at == place:
                return meaning_of
        for fact, at in self.facts.items():
            if at == place:
                return f"fact {fact} of documents"
        if place in self.variables:
            return f"variable {self.variables[place][0]}"
        if place in self.marks:
            return f"code {self.marks[place][1]} of variable {self.marks[place][0]}"
        if place in self.coders:
            return f"what coder {self.coders[place][0]} says of {self.coders[place][1]}"
        return ""


def read_columns(
    header: Sequence[str],
    mapped: Mapping[str, str],
    file: str,
    said: Callable[[str], str | None] | None = None,
    source: str = "",
) -> Columns:
    """What does each column of a table hold?

    Parameters
    ----------
    header : sequence of str
    mapped : mapping of str to str
        Column of the file to what it holds, as the person importing says; wins over the names.
        "" says that the column is not wanted. All at once, so that two columns can change places.
    file : str
        Name for messages.
    said : callable, optional
        What a recipe says of a column (None: nothing).
    source : str
        The name of that recipe.

    Raises
    ------
    ExchangeError
        If two columns are mapped to the same, or a mapped column is not there.

    Examples
    --------
    >>> read_columns(["doc", "annotator", "frame"], {}, "a.csv").variables
    {2: ('frame', False)}
    >>> read_columns(["a", "b"], {"a": "b", "b": "a"}, "a.csv").variables
    {0: ('b', False), 1: ('a', False)}
    """
    _check_header(header, mapped, file)
    columns = Columns()
    told: list[tuple[int, int, str, str]] = []
    for place, written in enumerate(header):
        by_recipe = said(written) if said else None
        if written in mapped:
            told.append((0, place, mapped[written], "the map"))
        elif by_recipe is not None:
            told.append((1, place, by_recipe, f"the recipe {source}"))
        else:
            told.append((2, place, written, "its name"))
    for rank, place, name, why in sorted(told, key=lambda one: (one[0], _rank(one[2]))):
        columns.why[place] = why
        _take(columns, place, name, header[place], file, rank)
    _in_order(columns)
    if len({"start", "end"} & columns.places.keys()) == 1:
        # MAXQDA's "Beginning" and "End" are numbers of paragraphs
        lone = columns.places.pop("start", columns.places.pop("end", 0))
        columns.variables[lone] = (header[lone], False)
        _in_order(columns)
    if "coder" not in columns.places and not columns.coders:
        _coders_side_by_side(columns)
    return columns


def _rank(name: str) -> int:
    """How good a name is for what it means: the first of KNOWN is the best."""
    known = meaning(name)
    return KNOWN[known].index(re.sub(r"[\W_]", "", name.casefold())) if known else 0


def _in_order(columns: Columns) -> None:
    """Variables and facts in the order of the table."""
    columns.variables = dict(sorted(columns.variables.items()))
    columns.facts = dict(sorted(columns.facts.items(), key=lambda pair: pair[1]))


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


def _take(columns: Columns, place: int, name: str, written: str, file: str, rank: int) -> None:
    if not name:
        return  # left out
    known = meaning(name) if name != "anchor" else "anchor"
    if rank < 2 and name in KNOWN:
        known = name
    if name.startswith(CODER):
        coder, _, variable = name.removeprefix(CODER).partition(".")
        columns.coders[place] = (coder, variable or "code")
    elif name.startswith(CODE):
        variable, _, code = (
            name.removeprefix(CODE).partition(".") if rank == 1
            else name.removeprefix(CODE).rpartition(".")
        )  # fmt: skip
        columns.marks[place] = (variable or "code", code)
    elif name.startswith(DOCUMENT):
        columns.facts[name.removeprefix(DOCUMENT)] = place
    elif known in FACTS:
        columns.facts[name if known in columns.facts else known] = place
    elif known == "coded_at":
        columns.why[place] = "the time of coding"
    elif known and known in columns.places:
        _second(columns, place, known, written, file, rank)
    elif known:
        columns.places[known] = place
        if known == "quote" and name.casefold() == "text":
            columns.texts = {place}
    else:
        many = name.endswith(SEVERAL)
        columns.variables[place] = (name.removeprefix(VARIABLE).removesuffix(SEVERAL), many)


def _second(columns: Columns, place: int, known: str, written: str, file: str, rank: int) -> None:
    """A second column of one meaning: a fact, a variable or nothing, as it is."""
    if rank == 0:
        found = f"two columns that hold the {known}, the second being {written!r}"
        raise ExchangeError(file, "row 1", found, "one", "say with --map what it holds")
    first = columns.places[known]
    if known == "quote" and "document_text" not in columns.places and columns.texts == {first}:
        columns.places |= {"document_text": first, "quote": place}
        columns.why[first] = "another column quotes"
    elif known == "document":
        columns.facts[written] = place
        columns.why[place] = "a second column that names documents"
    elif known == "coder":
        columns.why[place] = "a second column that names coders"
    else:
        columns.variables[place] = (written, False)
        columns.why[place] = f"a second column called like the {known}"


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
