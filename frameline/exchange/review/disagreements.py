"""Where do the coders part? Every claim, label or event that not all hold, every code too.

The sheet has a row for each of these questions; `frameline.exchange.review.adjudication` reads the
decisions back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from frameline.corpus.codebook import Variable
from frameline.corpus.corpus import Corpus, read_corpus
from frameline.corpus.texts import TextsError, read_texts
from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.saving import save
from frameline.exchange.formats.tables.delimited import guarded
from frameline.exchange.formats.tables.xlsx_table import workbook

YES, NO = "yes", "no"
#: A coder's cell that is blank, who made no such claim, who did not read the document.
BLANK_CODE, NO_ROW, NOT_CODED = "(blank)", "(no row)", "(not coded)"
LEADING = ("id", "variable", "document", "place", "passage")
DECIDED = ("decision", "reason", "note", "allowed")
CODER = "coder "
REASONS = ("rule", "ambiguity", "oversight")


@dataclass(frozen=True)
class Register:
    """A table of which coders give a row for each thing they find, and that is settled row by row.

    Parameters
    ----------
    layer : str
        Its name: claims, labels, events.
    one : str
        What a row is, in the names of its questions: ``label held``, ``label stance``.
    key, words : str
        Columns with a row's id and with the words it is about.
    letter : str
        Of new ids: ``P1.s1.c2`` is the second claim of a sentence.
    place : tuple of str
        Columns that say what and where a row is, before its variables.
    derived : frozenset of str
        Variables that follow from the place, and are nobody's judgement.
    usual : tuple of str
        Columns that coders fill whether or not the codebook describes them.
    """

    layer: str
    one: str
    key: str
    words: str
    letter: str
    place: tuple[str, ...]
    derived: frozenset[str] = frozenset()
    usual: tuple[str, ...] = ()

    @property
    def held(self) -> str:
        """The question whether a row is one; others are about a variable."""
        return f"{self.one} held"

    def asked(self, variable: str) -> str:
        """A variable as it is called in the sheet and in the log."""
        return variable if self.layer == "claims" else f"{self.one} {variable}"

    def codings(self, corpus: Corpus) -> Mapping[str, pd.DataFrame]:
        """The rows of each coder."""
        return {
            "claims": corpus.codings,
            "labels": corpus.label_codings,
            "events": corpus.event_codings,
        }[self.layer]

    def variables(self, corpus: Corpus) -> list[Variable]:
        """What is coded of a row, in the order of the codebook."""
        out = self.derived | {*self.place, "note"}
        found = [v for v in corpus.codebook.layer(self.layer) if v.name not in out]
        known = {variable.name for variable in found}
        return found + [Variable(name) for name in self.usual if name not in known]


REGISTERS = (
    Register("claims", "claim", "claim_id", "anchor", "c",
             ("claim_id", "doc_id", "para_id", "sentence", "claim", "unit_id", "anchor",
              "start", "end")),
    Register("labels", "label", "label_id", "literal", "l",
             ("label_id", "doc_id", "block_id", "para_id", "sentence", "unit_id", "literal",
              "start", "end"), frozenset(("where", "countable", "dup_of"))),
    Register("events", "event", "event_id", "name", "e",
             ("event_id", "doc_id", "para_id", "sentence", "unit_id", "name"),
             usual=("year", "precision", "year_basis")),
)  # fmt: skip


@dataclass(frozen=True)
class Question:
    """One thing the coders disagree on, with what each of them says.

    ``standing`` is what the final coding has so far: "" where there is none. ``column`` is the
    variable asked about; "" asks whether there is such a row at all.
    """

    id: str
    variable: str
    column: str
    given: Mapping[str, str]
    allowed: tuple[str, ...]
    several: bool = False
    standing: str = ""

    def majority(self) -> str:
        """What more than half of the coders who read the document say; "" where none does.

        For codes only the coders who hold the row count.
        """
        said = [text for text in self.given.values() if text != NOT_CODED]
        if not self.column:
            said = [NO if text == NO_ROW else YES for text in said]
        else:
            said = [text for text in said if text != NO_ROW]
        most, count = Counter(said).most_common(1)[0]
        return most if 2 * count > len(said) else ""


@dataclass
class Case:
    """One claim, label or event: who holds it, in which row, and what is asked about it."""

    register: Register
    id: str
    doc_id: str
    rows: dict[str, dict[str, str]]
    final: dict[str, str] | None = None
    questions: list[Question] = field(default_factory=list)
    #: Its id among the final rows, once that is decided.
    final_id: str = ""

    @property
    def home(self) -> dict[str, str]:
        """The row that says where it stands: the final one, else the first coder's."""
        return self.final or next(iter(self.rows.values()))


def read_cases(corpus: Corpus) -> list[Case]:
    """Every claim, label and event that the final coding or a coder has, with its questions.

    Each register in reading order. Labels and events are asked about where two coders listed
    them.

    Raises
    ------
    ExchangeError
        When fewer than two coders coded claims, or nothing says which of their claims are the
        same.
    """
    if not corpus.has("coders"):
        found = f"coders: {', '.join(corpus.codings) or 'none'}; units: {len(corpus.units)}"
        allowed, todo = "two coders of claims and a list of units", "import another coder first"
        raise ExchangeError(str(corpus.path), "", found, allowed, todo)
    return [case for register in REGISTERS for case in _cases(corpus, register)]


def _cases(corpus: Corpus, register: Register) -> Iterable[Case]:
    codings = register.codings(corpus)
    if len(codings) < 2:
        return
    settled = is_settled(corpus.path, register)
    coded = {coder: _by_id(table, register.key) for coder, table in codings.items()}
    final = _by_id(getattr(corpus, register.layer), register.key) if settled else {}
    for key in corpus.aligned(register.words, register.layer).index:
        name = str(key)
        rows = {coder: table[name] for coder, table in coded.items() if name in table}
        if not rows and name not in final:
            continue
        case = Case(register, name, "", rows, final.get(name))
        case.doc_id = case.home["doc_id"]
        case.questions = list(_questions(case, corpus, settled))
        yield case


def is_settled(folder: Path, register: Register = REGISTERS[0]) -> bool:
    """Whether the corpus has a final coding of its own."""
    return (folder / f"{register.layer}.csv").is_file()


def _by_id(table: pd.DataFrame, key: str) -> dict[str, dict[str, str]]:
    rows = table.to_dict("records")
    return {str(row[key]): {str(k): cell_text(v) for k, v in row.items()} for row in rows}


def cell_text(value: Any) -> str:
    """A cell of a typed table as the text a CSV file has.

    >>> cell_text(pd.NA), cell_text(3), cell_text(2.0), cell_text("a")
    ('', '3', '2', 'a')
    """
    if isinstance(value, str):
        return value
    if pd.isna(value):
        return ""
    return f"{value:g}" if isinstance(value, float) else str(value)


def _questions(case: Case, corpus: Corpus, settled: bool) -> Iterable[Question]:
    """What the coders of one row disagree on."""
    register, codings = case.register, case.register.codings(corpus)
    able = [coder for coder in codings if case.doc_id in corpus.coverage[coder]]
    if case.rows and len(case.rows) < len(able):
        given = {
            coder: NOT_CODED if coder not in able else YES if coder in case.rows else NO_ROW
            for coder in corpus.codings
        }
        standing = (YES if case.final else NO) if settled else ""
        yield Question(case.id, register.held, "", given, (YES, NO), standing=standing)
    for variable in register.variables(corpus):
        if not variable.codes and register.layer == "claims":
            continue
        given = {coder: _said(case, coder, able, variable.name) for coder in corpus.codings}
        said = {text for text in given.values() if text not in (NO_ROW, NOT_CODED)}
        if len(said) > 1:
            standing = (case.final.get(variable.name) or BLANK_CODE) if case.final else ""
            yield Question(
                case.id, register.asked(variable.name), variable.name, given,
                tuple(variable.order), variable.multiple, standing,
            )  # fmt: skip


def _said(case: Case, coder: str, able: Sequence[str], variable: str) -> str:
    if coder not in able:
        return NOT_CODED
    row = case.rows.get(coder)
    if row is None:
        return NO_ROW
    return (row[variable] or BLANK_CODE) if variable in row else NOT_CODED


# The sheet ---------------------------------------------------------------------------------------


def write_sheet(folder: Path, out: Path, texts: Path | None = None) -> int:
    """Write the sheet of disagreements; give the number of its rows.

    Parameters
    ----------
    folder : Path
        A corpus with at least two coders of claims.
    out : Path
        A name that is not taken, ending in .xlsx or .csv.
    texts : Path, optional
        Folder with the texts, by default that of the corpus; without texts the passages are the
        coders' evidence phrases.
    """
    _check_ending(out)
    corpus = read_corpus(folder)
    passages = passages_of(corpus, texts)
    coders = list(corpus.codings)
    header = [*LEADING, *(CODER + coder for coder in coders), *DECIDED]
    rows = []
    for case in read_cases(corpus):
        for question in case.questions:
            place = _place(case)
            passage = passages.get(case.home["unit_id"]) or _anchors(case)
            given = [question.given[coder] for coder in coders]
            leading = [case.id, question.variable, case.doc_id, place, passage]
            allowed = ", ".join(question.allowed)
            rows.append([*leading, *given, question.standing, "", "", allowed])
    if out.suffix.lower() == ".xlsx":
        save(out, workbook(header, rows, out.name))
    else:
        save(out, _csv([header, *rows]).encode("utf-8-sig"))
    return len(rows)


def _check_ending(out: Path) -> None:
    if out.suffix.lower() not in (".xlsx", ".csv"):
        todo = "end the name with .xlsx or .csv"
        raise ExchangeError(out.name, "", out.suffix or "no ending", ".xlsx, .csv", todo)


def _csv(rows: Iterable[Sequence[str]]) -> str:
    import csv
    import io

    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return stream.getvalue()


def passages_of(corpus: Corpus, folder: Path | None, *, sentences: bool = True) -> dict[str, str]:
    """The text of each sentence, or of each whole document, whose text is at hand."""
    texts = _texts_at_hand(corpus, folder)
    if not sentences:
        return {doc: " ".join(text.split()) for doc, text in texts.items()}
    found = {}
    for row in corpus.units.to_dict("records"):
        if row["doc_id"] in texts and not pd.isna(row["start"]) and not pd.isna(row["end"]):
            piece = texts[row["doc_id"]][int(row["start"]) : int(row["end"])]
            found[str(row["unit_id"])] = " ".join(piece.split())
    return found


def _texts_at_hand(corpus: Corpus, folder: Path | None) -> dict[str, str]:
    """The texts in a folder, by default that of the corpus, by document."""
    if folder is not None and not folder.is_dir():
        raise ExchangeError(str(folder), "", "no such folder", "", "check --texts")
    where = folder or corpus.path / "texts"
    texts: dict[str, str] = {}
    for row in corpus.documents[["doc_id", "file", "sha256"]].to_dict("records"):
        if where.is_dir() and row["sha256"]:
            try:
                texts |= read_texts(where, pd.DataFrame([row]))
            except TextsError as error:
                if "version" in str(error):
                    todo = "put the coded version into the folder"
                    raise ExchangeError(str(where), row["doc_id"], str(error), "", todo) from error
    return texts


def _anchors(case: Case) -> str:
    """The coders' evidence phrases, each once."""
    words = case.register.words
    phrases = dict.fromkeys(row.get(words, "") for row in (case.home, *case.rows.values()))
    return " / ".join(phrase for phrase in phrases if phrase)


def _place(case: Case) -> str:
    unit = case.home["unit_id"]
    return unit.removeprefix(f"{case.doc_id}.").replace(".", " ")
