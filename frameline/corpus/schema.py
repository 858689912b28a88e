"""Every table of a corpus, declared once: its columns, their kinds, keys and what they are for.

What reads tables, what checks them, what Parquet files may hold, ``datapackage.json`` with its
schemas and the dictionary of the data card all take it from here. Columns that a codebook
declares as variables are described there; the ones below are what a corpus has besides.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

#: Kinds of cells: any text; an id, which Parquet files may write as a number; a phrase of a
#: source text; a whole number; yes or no; a SHA-256 in hex digits; a date in EDTF.
TEXT, ID, PHRASE, NUMBER, SWITCH, HASH, DATE = (
    *("text", "id", "phrase", "whole number"),
    *("yes or no", "hash", "date"),
)
#: Whether Parquet files have a column: they must, they may, or (blank) they do not.
MUST, MAY = "must", "may"


class Column(NamedTuple):
    """One column that is no variable of the codebook.

    Attributes
    ----------
    name, help, kind
        What it is called, what it says, what its cells are.
    needed
        A table without it is no such table.
    filled, unique
        No cell is blank, and none repeats another, in the final tables of a published corpus.
    least, pattern, allowed
        The least number, a pattern for texts, the only values.
    derived
        Recomputed from the source texts.
    parquet
        `MUST`, `MAY` or "".
    """

    name: str
    help: str
    kind: str = TEXT
    needed: bool = False
    filled: bool = False
    unique: bool = False
    least: int | None = None
    pattern: str = ""
    allowed: tuple[str, ...] = ()
    derived: bool = False
    parquet: str = ""


class Reference(NamedTuple):
    """Columns that name a row of another table (or, with a blank name, of the same one)."""

    columns: tuple[str, ...]
    table: str
    keys: tuple[str, ...]


class Table(NamedTuple):
    """One table.

    Attributes
    ----------
    path, title, help
        Its file in a corpus folder, its name for people, what one row is.
    columns, key, refers
        Its columns, those that identify a row, and those that name rows elsewhere.
    computed
        Columns that reading adds; a file may not have its own.
    free
        Further columns are nobody's business.
    """

    path: str
    title: str
    help: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    refers: tuple[Reference, ...] = ()
    computed: tuple[str, ...] = ()
    free: bool = False

    @property
    def needed(self) -> tuple[str, ...]:
        """The columns without which it cannot be read."""
        return tuple(column.name for column in self.columns if column.needed)

    def column(self, name: str) -> Column | None:
        """The column of this name, or None."""
        return next((column for column in self.columns if column.name == name), None)


DATE_PATTERN = (
    r"^[0-9]{2}([0-9]{2}|[0-9]X|XX)(-[0-9]{2}){0,2}"
    r"(/([0-9]{2}([0-9]{2}|[0-9]X|XX)(-[0-9]{2}){0,2}|\.\.)?)?$"
)
HASH_PATTERN = "^[0-9a-f]{64}$"

_DOC = Column("doc_id", "Document id.", ID, needed=True, filled=True, parquet=MUST)
_PARA = Column(
    "para_id", "Block of body text the sentence stands in.", filled=True, pattern="^P[0-9]{2}$"
)
_SENTENCE = Column(
    "sentence", "Number of the sentence in its paragraph, from 1.", NUMBER, filled=True, least=1
)
_UNIT = Column("unit_id", "Sentence: doc_id.para_id.s{sentence}.", ID, filled=True, parquet=MAY)
_GROUP = Column(
    "para_group",
    "Paragraph as the author wrote it: doc_id.{first block}; the unit of resampling.",
    filled=True,
)
_SPAN = (
    Column("start", "First code point in the file decoded as UTF-8.", NUMBER, filled=True, least=0),
    Column("end", "Code point after the last one.", NUMBER, filled=True, least=1),
    Column(
        "words", "Words by the project's splitter (frameline.texts.tokenise).", NUMBER,
        filled=True, least=0, derived=True,
    ),
    Column(
        "sha256", "SHA-256 of the text of the span (UTF-8).", HASH, filled=True, derived=True
    ),
)  # fmt: skip
_NOTE = Column("note", "Anything else.", parquet=MAY)
_AGREEMENT = Column(
    "agreement", "How many of the three coders held this row.", NUMBER, filled=True, least=1
)
_IMPORTED = (
    Column("spans", 'All spans of the annotation in an imported file: "12-40;52-60".'),
    Column("source_id", "Id of the annotation in an imported file."),
)
_BLANK_SENTENCE = Column(
    "sentence", "Number of the sentence; blank outside the body.", NUMBER, least=1
)


def _place(what: str, parquet: str = "") -> tuple[Column, Column]:
    """Where a phrase stands in the text of its document."""
    start = Column(
        "start", f"First code point of the {what}.", NUMBER, filled=True, least=0, derived=True,
        parquet=parquet,
    )  # fmt: skip
    end = f"Code point after the {what}."
    return start, start._replace(name="end", help=end, least=1)


def _count(name: str, help_: str) -> Column:
    """A size of a document, counted in its text."""
    return Column(name, help_, NUMBER, filled=True, least=0, derived=True)


_TO_DOCUMENT = Reference(("doc_id",), "documents", ("doc_id",))
_TO_UNIT = Reference(("unit_id",), "units", ("unit_id",))
_BLOCK_KEY = ("doc_id", "block_id")
_PARA_IN_BLOCKS = Reference(("doc_id", "para_id"), "blocks", _BLOCK_KEY)
_IN_BLOCKS = Reference(_BLOCK_KEY, "blocks", _BLOCK_KEY)

_DOCUMENTS = Table(
    "documents.csv", "Documents", "One row per text, in order of date.",
    (
        _DOC._replace(unique=True),
        Column("published", "When it was published.", DATE, needed=True, parquet=MUST),
        Column("name", "Short name for charts.", filled=True, unique=True, parquet=MAY),
        Column(
            "title", "Title, with the subtitle after a colon where it is short.", filled=True,
            parquet=MAY,
        ),
        Column("author", "Author.", filled=True, parquet=MAY),
        Column("outlet", "Publisher.", filled=True, parquet=MAY),
        Column("genre", "What kind of publication it is.", parquet=MAY),
        Column("published_basis", "Where the date comes from."),
        Column("published_note", "How the date is known."),
        Column("voice_chain", "Who put the words on the page."),
        Column("author_group", "Which texts share an author."),
        Column("thesis", "What the text holds, in the coder's words."),
        Column("note", "Anything else."),
        Column(
            "address", "Where the publication can be read; blank where not recorded.", parquet=MAY
        ),
        Column("rights", "Holder of the rights in the text, and what is shown of it.", filled=True),
        Column("file", "Name of the text file; not included.", filled=True),
        Column("sha256", "SHA-256 of the bytes of the file.", HASH, filled=True, derived=True),
        _count("chars", "Code points in the file, site furniture included."),
        _count("words", "Words of the body, by the project's splitter."),
        _count("sentences", "Sentences of the body."),
        _count("paragraphs", "Paragraphs of the body as delivered."),
        _count("para_groups", "Paragraphs of the body as the author wrote them."),
        Column("too_short", "Whether the body is too short to compare.", SWITCH, derived=True),
    ),
    key=("doc_id",),
    computed=("date_low", "date_high", "date", "year", "order"),
)  # fmt: skip
_BLOCKS = Table(
    "blocks.csv", "Blocks",
    "Every part of each file, site furniture included; body blocks are coded.",
    (
        _DOC,
        Column(
            "block_id", "Block: P01... body, T title, S standfirst, H heading (P02h: run-in "
            "heading before P02), PQ pull quote, BIO, PROV, CAP and so on.", needed=True,
            filled=True,
        ),
        Column(
            "kind", "Kind of block.", needed=True, filled=True,
            allowed=(
                *("body", "title", "standfirst", "heading", "pullquote", "provenance", "bio"),
                *("caption", "disclaimer", "byline", "date", "genre", "colophon", "furniture"),
            ),
        ),
        Column(
            "para_group",
            "Body only: the paragraph as the author wrote it, doc_id.{first block}.",
        ),
        Column(
            "wording", "Titles and headings only: their words as printed, or of a longer one a "
            "phrase of at most eight.", PHRASE,
        ),
        *_SPAN,
    ),
    key=_BLOCK_KEY,
    refers=(_TO_DOCUMENT,),
)  # fmt: skip
_UNITS = Table(
    "units.csv", "Sentences", "The sentences of the body: what coders coded.",
    (
        _DOC,
        _PARA._replace(needed=True),
        _SENTENCE._replace(needed=True),
        _UNIT._replace(needed=True, unique=True),
        _GROUP,
        *_SPAN,
    ),
    key=("unit_id",),
    refers=(_TO_DOCUMENT, _PARA_IN_BLOCKS),
)  # fmt: skip
_CLAIMS = Table(
    "claims.csv", "Claims", "The final coding: one row per claim.",
    (
        Column(
            "claim_id", "Claim: unit_id.c{claim}. Rows stand in reading order: by sentence, then "
            "by the place of the anchor.", ID, filled=True, unique=True, parquet=MUST,
        ),
        _DOC,
        _PARA,
        _SENTENCE,
        Column(
            "claim", "Number of the claim in its sentence.", NUMBER, filled=True, least=1,
            parquet=MAY,
        ),
        _UNIT,
        _GROUP,
        Column("anchor", "Where in the sentence the claim sits.", PHRASE, parquet=MAY),
        *_place("anchor", MAY),
        Column("confidence", "How sure the coder is.", NUMBER),
        Column("alt", "Which code came second.", pattern="^[a-z_]+=.+$"),
        Column("gist", "What is claimed, in the coder's words.", parquet=MAY),
        _NOTE,
        _AGREEMENT,
        *_IMPORTED,
    ),
    key=("claim_id",),
    refers=(_TO_DOCUMENT, _TO_UNIT),
    computed=("position",),
)  # fmt: skip
_LABELS = Table(
    "labels.csv", "Relationship labels",
    "The final coding: one row per mention of a label, in any block but furniture.",
    (
        Column(
            "label_id", "Label mention: doc_id.block_id[.s{sentence}].l{number}.", filled=True,
            unique=True,
        ),
        _DOC,
        Column("block_id", "Block the mention stands in.", filled=True),
        Column("para_id", "Block of body text the sentence stands in."),
        Column("unit_id", "Sentence: doc_id.para_id.s{sentence}."),
        _BLANK_SENTENCE,
        Column("literal", "The label as printed.", PHRASE, needed=True),
        *_place("label"),
        Column("where", "The kind of block it stands in."),
        Column("countable", "Whether the mention counts in headline figures.", SWITCH),
        Column("dup_of", "The label mention that this one repeats (pull quotes)."),
        _NOTE._replace(parquet=""),
        _AGREEMENT,
        *_IMPORTED,
    ),
    key=("label_id",),
    refers=(_TO_DOCUMENT, _IN_BLOCKS, Reference(("dup_of",), "", ("label_id",))),
)  # fmt: skip
_EVENTS = Table(
    "events.csv", "Events", "The final coding: one row per mention of an event in the body.",
    (
        Column("event_id", "Event mention: unit_id.e{number}.", filled=True, unique=True),
        _DOC,
        _PARA,
        _SENTENCE,
        _UNIT,
        Column("name", "Which event.", needed=True),
        Column("year", "When it was, by the text.", DATE),
        Column("precision", "How exact the date is."),
        Column("year_basis", "Where the year comes from."),
        _NOTE._replace(parquet=""),
        _AGREEMENT,
        *_IMPORTED,
    ),
    key=("event_id",),
    refers=(_TO_DOCUMENT, _TO_UNIT),
    computed=("year_low", "year_high"),
)  # fmt: skip
_TOKENS = Table(
    "tokens.csv", "Words", "Words of each block, counted, in alphabetical order.",
    (
        _DOC._replace(derived=True),
        Column("block_id", "Block, of any kind.", needed=True, filled=True, derived=True),
        Column(
            "token", "Lower-case word; within a block in alphabetical order, so that no text can "
            "be put together again.", needed=True, filled=True, derived=True, parquet=MUST,
        ),
        Column(
            "n", "How often it occurs in the block.", NUMBER, needed=True, filled=True, least=1,
            derived=True, parquet=MUST,
        ),
    ),
    key=("doc_id", "block_id", "token"),
    refers=(_TO_DOCUMENT, _IN_BLOCKS),
)  # fmt: skip
_ADJUDICATION = Table(
    "adjudication.csv", "Adjudication",
    "Every disagreement between coders, the final code and its reason, and every code changed "
    "under a later codebook.",
    (
        _DOC,
        Column("para_id", "Block; blank for the document as a whole."),
        Column("sentence", "Sentence; blank outside the body.", NUMBER, least=1),
        Column("claim", 'Number of the claim, or the label or event, or "document".'),
        Column(
            "variable", 'What differed; "label ..." and "event ..." for those layers, "claim held" '
            "where only some coders made the claim.", filled=True,
        ),
        Column("final", "Final code."),
        Column(
            "decided_by", "Who settled it: majority of the coders, the adjudicator, or a rule of a "
            "later codebook.", filled=True,
            allowed=("majority", "adjudicator", "codebook 1.1"),
        ),
        Column(
            "reason", "Why the coders differed: an unclear rule, a real ambiguity of the text, an "
            "oversight.", filled=True, allowed=("rule", "ambiguity", "oversight"),
        ),
        Column("note", 'Comment. "rule 4" is rule T4 of the codebook, "rule R4" is R4.'),
    ),
    refers=(_TO_DOCUMENT,),
    free=True,
)  # fmt: skip
_CROSSWALKS = Table(
    "crosswalks.csv", "Crosswalks", "How the codes map to other codebooks.",
    (
        Column(
            "code", "Driver code, or TR for the fields of advice.", filled=True, unique=True
        ),
        Column(
            "policy_frames", "Dimension of the Policy Frames Codebook (Boydstun and others).",
            filled=True,
        ),
        Column(
            "entman", "Function in Entman's sense that the code mostly serves.", filled=True
        ),
        Column(
            "operational_code", "Belief of the operational code (George; Verbs in Context System).",
            filled=True,
        ),
    ),
    key=("code",),
    free=True,
)  # fmt: skip
_CODERS = Table(
    "coders/coders.csv", "Coders", "Who coded.",
    (
        Column(
            "coder", "Name of the coder's folder.", needed=True, filled=True, unique=True
        ),
        Column("kind", "Machine or person; gold: people, and right by agreement.", filled=True,
            allowed=("machine", "person", "gold", "human"),
        ),
        Column("description", "Who coded, from what, in which order.", filled=True),
        Column("codebook_version", "Version of the codebook used.", filled=True),
        Column("model", "Machine: name of the model."),
        Column("version", "Machine: its version, or the day of its snapshot."),
        Column("access", "Machine: how it was reached: a service, a program, a machine of one's "
               "own."),
        Column("date", "When it was coded.", DATE),
        Column("settings", "Machine: its settings: temperature, seed, number of answers."),
        Column("prompt", "Machine: the file with its instructions."),
        Column("prompt_sha256", "Machine: SHA-256 of that file.", HASH),
        Column("cost", "What the coding cost, with its unit."),
        Column("failures", "Machine: answers that could not be used, and what became of them."),
        Column("exposure", "Machine: whether it may have met the texts, or codes of them, before."),
        Column("training", "Person: how they were prepared."),
        Column("relation", "Person: what they are to the authors of the study."),
    ),
    key=("coder",),
)  # fmt: skip
#: The items of an audit, and what one person answered (see `frameline.corpus.audit`).
AUDIT_PLAN = Table(
    "audit/plan.csv", "Audit plan",
    "The sample that people are to check: one row per item, in the order drawn.",
    (
        Column("item", "Document id, or that of a sentence.", ID, needed=True, filled=True,
               unique=True),
        Column("doc_id", "Document it stands in.", ID),
        Column("cell", "Period, group or text that it speaks for."),
        Column("stratum", "Part of the cell that it was drawn from."),
        Column("size", "Items of that part.", NUMBER, needed=True, filled=True, least=1),
        Column("probability", "Of being drawn; blank where it was chosen by hand.", needed=True),
        Column("start", "Sentences: first code point in the file.", NUMBER, least=0),
        Column("end", "Sentences: code point after the last one.", NUMBER, least=1),
        Column("sha256", "Sentences: SHA-256 of their text (UTF-8).", HASH),
    ),
    key=("item",),
    free=True,
)  # fmt: skip
AUDIT_CODES = Table(
    "audit/codes/{coder}.csv", "Audit answers", "What one person answered: one row per item and "
    "code.",
    (
        Column("item", "Item of audit/plan.csv.", ID, needed=True, filled=True),
        Column("code", "Code that was asked for.", needed=True, filled=True),
        Column("answer", 'no; else yes, or the directions found, joined by ";".', needed=True,
               filled=True),
    ),
    key=("item", "code"),
    free=True,
)  # fmt: skip
_READINGS = ("binding", "mixed", "dividing")
_PIECE = Column("id", "Piece.", needed=True, filled=True, unique=True)
_CONTEXT = Table(
    "context/context.csv", "Context sample",
    "Dated pieces of commentary on the same relationship, known by title and opening only; no "
    "probability sample.",
    (
        _PIECE,
        Column("url", "Address.", filled=True),
        Column("title", "Title.", filled=True),
        Column("authors", "Authors as printed."),
        Column("outlet", "Outlet.", filled=True),
        Column("outlet_country", "Country of the outlet.", filled=True),
        Column("published", "Date of publication, EDTF.", DATE, filled=True),
        Column("published_basis", "Where the date comes from.", filled=True),
        Column("genre", "Genre as found.", filled=True),
        Column("genre_group", "Genre, grouped.", filled=True),
        Column("label", "Label found for the relationship; blank when none."),
        Column("label_in", "Where the label was found."),
        Column("label_families", 'Families of labels, joined by ";".'),
        Column(
            "direction", "Overall reading of title and opening.", filled=True, allowed=_READINGS
        ),
        Column(
            "relevance", "How much the piece is about the relationship, 1 to 3.", NUMBER,
            filled=True, least=1,
        ),
        Column("text_seen", "What the coder saw.", filled=True),
        Column(
            "query_slant", "Whether the look-up that found the piece was worded neutrally, with "
            "binding or with dividing words.", filled=True,
        ),
        Column("evidence", 'Phrases of at most 8 words behind the codes, joined by ";".'),
        Column("gist", "The piece in the coder's words."),
        Column("notes", "Notes."),
    ),
    key=("id",),
    free=True,
)  # fmt: skip
#: The table of a further coder of the context sample, whatever its file is called.
CONTEXT_CODER = Table(
    "context/{coder}.csv", "Context sample, second coder",
    "A second coder's blind reading of part of the sample.",
    (
        _PIECE,
        Column("found", "Whether the piece could be read again.", filled=True),
        Column("direction", "As in context.", allowed=_READINGS),
        Column("label", "Label found."),
        Column("families", 'Families of labels, joined by ";".'),
        Column("relevance", "As in context.", NUMBER, least=1),
        Column("confidence", "1 unsure, 2 some doubt, 3 sure.", NUMBER, least=1),
        Column("note", "Note."),
    ),
    key=("id",),
    refers=(Reference(("id",), "context", ("id",)),),
    free=True,
)  # fmt: skip
_CODINGS = Table(
    "codings", "Codings", "What each coder gave each claim; of Parquet files only.",
    (
        Column("claim_id", "Claim.", ID, parquet=MUST),
        Column("coder", "Who coded it.", parquet=MUST),
        _DOC._replace(parquet=MAY),
        *(Column(name, "As in claims.", parquet=MAY) for name in ("anchor", "gist", "note")),
    ),
    key=("claim_id", "coder"),
    refers=(Reference(("claim_id",), "claims", ("claim_id",)),),
)  # fmt: skip

#: The tables of a corpus folder, in the order in which a data package lists them.
TABLES: Mapping[str, Table] = MappingProxyType(
    {
        "documents": _DOCUMENTS,
        "blocks": _BLOCKS,
        "units": _UNITS,
        "claims": _CLAIMS,
        "labels": _LABELS,
        "events": _EVENTS,
        "tokens": _TOKENS,
        "adjudication": _ADJUDICATION,
        "crosswalks": _CROSSWALKS,
        "coders": _CODERS,
        "context": _CONTEXT,
        "audit": AUDIT_PLAN,
    }
)
#: The layers as one coder codes them: of the columns of the layer those that a coder fills in.
CODER_TABLES: Mapping[str, Table] = MappingProxyType(
    {
        "claims": _CLAIMS._replace(
            help="One coder's claims, as coded; claim 0 marks a sentence without a claim.",
            columns=(
                _DOC, _PARA, _SENTENCE,
                Column(
                    "claim", "Number of the claim in its sentence; 0 = none.", NUMBER,
                    filled=True, least=0,
                ),
                Column("alt", "Which code came second.", pattern="^[a-z_]+=.+$"),
            ),
            key=("doc_id", "para_id", "sentence", "claim"),
            refers=(_TO_DOCUMENT, _PARA_IN_BLOCKS),
        ),
        "labels": _LABELS._replace(
            help="One coder's label mentions, as coded.", key=(),
            refers=(_TO_DOCUMENT, _IN_BLOCKS),
        ),
        "events": _EVENTS._replace(
            help="One coder's event mentions, as coded.", key=(),
            refers=(_TO_DOCUMENT, _PARA_IN_BLOCKS),
        ),
        "documents": _DOCUMENTS._replace(
            help="One coder's reading of each text as a whole, as coded.",
            columns=(_DOC,), refers=(_TO_DOCUMENT,),
        ),
    }
)  # fmt: skip
_SENTENCE_KEY = ("doc_id", "para_id", "sentence")
#: What columns of these names mean in whatever table of a corpus folder they stand: a row there.
NAMES: tuple[Reference, ...] = (
    _TO_DOCUMENT,
    _IN_BLOCKS,
    _PARA_IN_BLOCKS,
    Reference(_SENTENCE_KEY, "units", _SENTENCE_KEY),
    Reference(("doc_id", "unit_id"), "units", ("doc_id", "unit_id")),
    Reference(("doc_id", "block_id", "sentence"), "units", _SENTENCE_KEY),
    Reference(("dup_of",), "labels", ("label_id",)),
)
#: The tables of Parquet files.
PARQUET_TABLES: Mapping[str, Table] = MappingProxyType(
    {"documents": _DOCUMENTS, "claims": _CLAIMS, "codings": _CODINGS, "tokens": _TOKENS}
)
#: A corpus of one CSV file: one row per coded claim.
MINIMAL_TABLE = Table(
    "corpus.csv", "Claims", "One row per coded claim: a whole corpus in one file.",
    (
        *(
            Column(name, text, needed=True)
            for name, text in (
                ("document", "Document."), ("date", "When it was published."),
                ("coder", "Who coded."),
                ("frame", "Frame of the claim; blank: read, and no claim (with units), or not "
                 "rated."),
            )
        ),
        Column("unit", "Sentence, or another piece, that all coders coded."),
        Column("claim", "Number of the claim in its unit.", NUMBER),
        Column("anchor", "Where in the unit the claim sits.", PHRASE),
        *(
            Column(name, text)
            for name, text in (
                ("gist", "What is claimed."), ("note", "Anything else."),
                ("confidence", "How sure the coder is."), ("alt", "Which code came second."),
                ("para_group", "Paragraph the unit stands in."),
            )
        ),
    ),
)  # fmt: skip
