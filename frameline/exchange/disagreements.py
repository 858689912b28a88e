"""Where do the coders part? Every claim that not all hold, every code that not all give.

The sheet has a row for each of these questions; `frameline.exchange.adjudication` reads the
decisions back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from frameline.codebook import Variable
from frameline.corpus import Corpus, read_corpus
from frameline.exchange.delimited import guarded
from frameline.exchange.model import ExchangeError
from frameline.exchange.saving import save
from frameline.exchange.xlsx_table import workbook
from frameline.texts import TextsError, read_texts

#: The question whether a claim is one; others are about a variable.
HELD = "claim held"
YES, NO = "yes", "no"
#: A coder's cell that is blank, who made no such claim, who did not read the document.
BLANK_CODE, NO_ROW, NOT_CODED = "(blank)", "(no row)", "(not coded)"
LEADING = ("claim_id", "variable", "document", "place", "passage")
DECIDED = ("decision", "reason", "note", "allowed")
CODER = "coder "
REASONS = ("rule", "ambiguity", "oversight")


@dataclass(frozen=True)
class Question:
    """One thing the coders disagree on, with what each of them says.

    ``standing`` is what the final coding has so far: "" where there is none.
    """

    claim_id: str
    variable: str
    given: Mapping[str, str]
    allowed: tuple[str, ...]
    several: bool = False
    standing: str = ""

    def majority(self) -> str:
        """What more than half of the coders who read the document say; "" where none does.

        For codes only the coders who hold the claim count.
        """
        said = [text for text in self.given.values() if text != NOT_CODED]
        if self.variable == HELD:
            said = [NO if text == NO_ROW else YES for text in said]
        else:
            said = [text for text in said if text != NO_ROW]
        most, count = Counter(said).most_common(1)[0]
        return most if 2 * count > len(said) else ""


@dataclass
class Case:
    """One claim: who holds it, in which row, and what is asked about it."""

    claim_id: str
    doc_id: str
    rows: dict[str, dict[str, str]]
    final: dict[str, str] | None = None
    questions: list[Question] = field(default_factory=list)
    #: Its id among the final claims, once that is decided.
    final_id: str = ""

    @property
    def home(self) -> dict[str, str]:
        """The row that says where the claim stands: the final one, else the first coder's."""
        return self.final or next(iter(self.rows.values()))


def read_cases(corpus: Corpus) -> list[Case]:
    """Every claim that the final coding or a coder has, in reading order, with its questions.

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
    settled = is_settled(corpus.path)
    coded = {coder: _by_id(table) for coder, table in corpus.codings.items()}
    final = _by_id(corpus.claims) if settled else {}
    variables = [v for v in corpus.codebook.layer("claims") if v.codes]
    cases = []
    for claim_id, home in corpus.homes().iterrows():
        name = str(claim_id)
        rows = {coder: table[name] for coder, table in coded.items() if name in table}
        if not rows and name not in final:
            continue
        case = Case(name, str(home["doc_id"]), rows, final.get(name))
        case.questions = list(_questions(case, corpus, variables, settled))
        cases.append(case)
    return cases


def is_settled(folder: Path) -> bool:
    """Whether the corpus has a final coding of its own."""
    return (folder / "claims.csv").is_file()


def _by_id(table: pd.DataFrame) -> dict[str, dict[str, str]]:
    rows = table.to_dict("records")
    return {str(row["claim_id"]): {str(k): cell_text(v) for k, v in row.items()} for row in rows}


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


def _questions(
    case: Case, corpus: Corpus, variables: Sequence[Variable], settled: bool
) -> Iterable[Question]:
    """What the coders of one claim disagree on."""
    able = [coder for coder in corpus.codings if case.doc_id in corpus.coverage[coder]]
    if case.rows and len(case.rows) < len(able):
        given = {
            coder: NOT_CODED if coder not in able else YES if coder in case.rows else NO_ROW
            for coder in corpus.codings
        }
        standing = (YES if case.final else NO) if settled else ""
        yield Question(case.claim_id, HELD, given, (YES, NO), standing=standing)
    for variable in variables:
        given = {coder: _said(case, coder, able, variable.name) for coder in corpus.codings}
        said = {text for text in given.values() if text not in (NO_ROW, NOT_CODED)}
        if len(said) > 1:
            standing = (case.final.get(variable.name) or BLANK_CODE) if case.final else ""
            yield Question(
                case.claim_id, variable.name, given, tuple(variable.order), variable.multiple,
                standing,
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
    passages = _passages(corpus, texts)
    coders = list(corpus.codings)
    header = [*LEADING, *(CODER + coder for coder in coders), *DECIDED]
    rows = []
    for case in read_cases(corpus):
        for question in case.questions:
            place = _place(case)
            passage = passages.get(case.home["unit_id"]) or _anchors(case)
            given = [question.given[coder] for coder in coders]
            leading = [case.claim_id, question.variable, case.doc_id, place, passage]
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


def _passages(corpus: Corpus, folder: Path | None) -> dict[str, str]:
    """The sentence of each unit whose text is at hand."""
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
    found = {}
    for row in corpus.units.to_dict("records"):
        if row["doc_id"] in texts and not pd.isna(row["start"]) and not pd.isna(row["end"]):
            piece = texts[row["doc_id"]][int(row["start"]) : int(row["end"])]
            found[str(row["unit_id"])] = " ".join(piece.split())
    return found


def _anchors(case: Case) -> str:
    """The coders' evidence phrases, each once."""
    phrases = dict.fromkeys(row.get("anchor", "") for row in (case.home, *case.rows.values()))
    return " / ".join(phrase for phrase in phrases if phrase)


def _place(case: Case) -> str:
    unit = case.home["unit_id"]
    return unit.removeprefix(f"{case.doc_id}.").replace(".", " ")
