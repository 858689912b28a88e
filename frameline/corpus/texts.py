"""The source texts: finding them, splitting words, and what is computed from them.

The texts belong to their owners and are not part of the project. Everything else works without
them. Where they are at hand, this module recomputes every column that comes from them and says
where a table and its text disagree.

Offsets are Unicode code points of the file decoded as UTF-8, half-open as in Python slices.
Hashes are SHA-256: of the raw bytes for a file, of the UTF-8 bytes for a span.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from frameline.corpus.fault import Fault, fault_table

#: Version of the word splitter. Raise it with every change of `tokenise`, and rebuild the tables.
SPLITTER = "1"

#: The longest phrase of a source text that a message or a table may show.
MAX_WORDS = 8

#: A document with fewer body words than this is listed but never ranked or resampled.
TOO_SHORT = 300

TOKEN_COLUMNS = ["doc_id", "block_id", "token", "n"]

_WORD = re.compile(
    r"""
    (?:[^\W\d_]\.){2,}(?:'s\b)?     # initials with full stops: u.s., e.g.
    | \d+(?:[.,]\d+)*(?:[^\W_]+)?    # numbers: 1979, 1,000, 2.5, 1990s
    | [^\W_]+(?:'[^\W_]+)*           # words, with apostrophes inside
    """,
    re.VERBOSE,
)

_POSSESSIVE = re.compile(r"(?:'s)+$")

_APOSTROPHES = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'"})


class TextsError(ValueError):
    """A source text is missing, is another version, or does not hold a phrase."""


def tokenise(text: str) -> list[str]:
    """Split a text into lower-case words: what counts as one word?

    Splitter version 1. Letters and digits make words; everything else separates them. So hyphens
    and dashes separate, because one text prints a hyphen where another prints a dash. Initials
    with full stops stay one word, numbers keep their inner points and commas, an apostrophe
    inside a word stays (typographic apostrophes become plain ones), and a possessive ``'s`` is
    dropped, so that "Iran" and "Iran's" are the same word.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    list of str
        The words in reading order.

    Examples
    --------
    >>> tokenise("Iran’s U.S.–Iranian talks didn't end in the 1990s.")
    ['iran', 'u.s.', 'iranian', 'talks', "didn't", 'end', 'in', 'the', '1990s']
    """
    plain = unicodedata.normalize("NFC", text).translate(_APOSTROPHES).lower()
    return [_POSSESSIVE.sub("", word) for word in _WORD.findall(plain)]


def digest(content: str | bytes) -> str:
    """SHA-256 of a span (its UTF-8 bytes) or of a file's bytes, as hex digits.

    >>> digest("abc")[:16]
    'ba7816bf8f01cfea'
    """
    raw = content.encode("utf-8") if isinstance(content, str) else content
    return hashlib.sha256(raw).hexdigest()


def locate(text: str, phrase: str, start: int, end: int, near: int | None = None) -> list[int]:
    """Find where a phrase stands inside a span: from which to which code point?

    White space is matched loosely, because a printed sentence may run over a line break.

    Parameters
    ----------
    text : str
        The whole text.
    phrase : str
        The words as printed.
    start, end : int
        The span to look in.
    near : int, optional
        A start already known; kept when the phrase does stand there, else the first place wins.

    Returns
    -------
    list of int
        Start and end, or nothing when the phrase is not in the span.

    Examples
    --------
    >>> locate("more friend than foe", "friend  than", 0, 20)
    [5, 16]
    >>> locate("more friend than foe", "ally", 0, 20)
    []
    """
    words = phrase.split()
    if not words:
        return []
    pattern = re.compile(r"\s+".join(re.escape(word) for word in words))
    places = [[hit.start(), hit.end()] for hit in pattern.finditer(text, start, end)]
    kept = [place for place in places if place[0] == near]
    return (kept or places or [[]])[0]


def read_texts(
    folder: str | Path, documents: pd.DataFrame, *, verify: bool = True
) -> dict[str, str]:
    """Read the text of every document: which file holds it, and is it the coded version?

    A document's file is looked for by its name, then by its hash under any name.

    Parameters
    ----------
    folder : path
        Folder with the text files.
    documents : DataFrame
        Columns doc_id, file, sha256.
    verify : bool
        Refuse a file whose hash differs from the table's. Off only where the hash itself is
        about to be recomputed.

    Returns
    -------
    dict
        Document id to text.

    Raises
    ------
    TextsError
        When a text is missing or is another version.
    """
    texts = {}
    for row in documents.to_dict("records"):
        raw = _raw_text(Path(folder), str(row.get("file", "")), str(row.get("sha256", "")))
        if raw is None:
            raise TextsError(f"{row['doc_id']}: no file {row.get('file')!r} in {folder}")
        if verify and digest(raw) != row.get("sha256"):
            raise TextsError(
                f"{row['doc_id']}: {row.get('file')} is not the version that was coded"
            )
        texts[str(row["doc_id"])] = raw.decode("utf-8")
    return texts


def texts_at_hand(folder: str | Path, documents: pd.DataFrame) -> dict[str, str]:
    """Read those texts that are there in the version that was coded: which can be shown?

    Parameters
    ----------
    folder : path
        Folder with the text files; it need not exist.
    documents : DataFrame
        Columns doc_id, file, sha256.

    Returns
    -------
    dict
        Document id to text; documents without their text are left out.
    """
    found = {}
    for row in documents.to_dict("records"):
        raw = _raw_text(Path(folder), str(row.get("file", "")), str(row.get("sha256", "")))
        if raw is not None and digest(raw) == row.get("sha256"):
            found[str(row["doc_id"])] = raw.decode("utf-8")
    return found


def check_texts(corpus: Any, folder: str | Path) -> pd.DataFrame:
    """List every place where a table and its source text disagree.

    Checks the hash of each file, of each block and sentence span, that each claim's anchor and
    each label's literal stand at their offsets, and the wording of each title or heading in it.

    Parameters
    ----------
    corpus : Corpus or path
        A corpus folder, or an object whose ``path`` names it.
    folder : path
        Folder with the text files.

    Returns
    -------
    DataFrame
        One row per fault: file, row (line of the file), column, found, allowed, todo. Shows
        hashes and phrases of at most eight words, never more of a text.
    """
    tables = _read_tables(corpus)
    faults: list[Fault] = []
    texts: dict[str, str] = {}
    for line, row in _lines(tables.get("documents")):
        try:
            texts |= read_texts(folder, pd.DataFrame([row]))
        except TextsError as problem:
            column = "sha256" if "version" in str(problem) else "file"
            found = row.get(column, "")
            todo = "put the coded version of the text into the folder, or code this one anew"
            faults.append(
                Fault("documents.csv", line, column, found, "the text that was coded", todo)
            )
    for name, column in (("blocks", "sha256"), ("units", "sha256")):
        faults += _span_faults(name, column, tables.get(name), texts)
    for name, column in (("claims", "anchor"), ("labels", "literal")):
        faults += _phrase_faults(name, column, tables.get(name), texts)
    faults += _wording_faults(tables.get("blocks"), texts)
    return fault_table(faults)


def rebuild(corpus: Any, folder: str | Path) -> dict[str, pd.DataFrame]:
    """Recompute every column that comes from the texts: what should the tables hold?

    Documents: sha256, chars, words, sentences, paragraphs, para_groups, too_short (words and
    sentences of the body only). Blocks and units: words, sha256. Claims and labels: start, end
    of anchor and literal. Tokens: the whole table. All other columns are handed back as they are.

    Parameters
    ----------
    corpus : Corpus or path
        A corpus folder, or an object whose ``path`` names it.
    folder : path
        Folder with the text files.

    Returns
    -------
    dict
        Table name to DataFrame, every cell text, ready to be written. A corpus of one CSV file
        has no such tables: the dict is empty.

    Raises
    ------
    TextsError
        When a text is missing, or does not hold a phrase.
    """
    tables = _read_tables(corpus)
    if "documents" not in tables:
        return {}
    texts = read_texts(folder, tables["documents"], verify=False)
    for name in ("blocks", "units"):
        if name in tables:
            tables[name] = _count_spans(tables[name], texts)
    for name, column in (("claims", "anchor"), ("labels", "literal")):
        if name in tables:
            tables[name] = _place_phrases(name, column, tables, texts)
    if "blocks" in tables:
        tables["tokens"] = count_tokens(tables["blocks"], texts)
    tables["documents"] = _count_documents(tables, texts)
    return tables


def count_tokens(blocks: pd.DataFrame, texts: dict[str, str]) -> pd.DataFrame:
    """Count the words of each block, in alphabetical order: which words, how often?

    Parameters
    ----------
    blocks : DataFrame
        Columns doc_id, block_id, start, end.
    texts : dict
        Document id to text.

    Returns
    -------
    DataFrame
        doc_id, block_id, token, n (as text), blocks in the order given.
    """
    rows = []
    for row in blocks.to_dict("records"):
        counted = Counter(tokenise(_span(texts, row)))
        place = [row["doc_id"], row["block_id"]]
        rows += [[*place, word, str(counted[word])] for word in sorted(counted)]
    return pd.DataFrame(rows, columns=TOKEN_COLUMNS, dtype=str)


def _read_tables(corpus: Any) -> dict[str, pd.DataFrame]:
    """The tables as they stand in their files, because files are what is checked and rewritten."""
    folder = Path(getattr(corpus, "path", corpus))
    names = ("documents", "blocks", "units", "claims", "labels", "tokens")
    return {
        name: pd.read_csv(folder / f"{name}.csv", dtype=str, keep_default_na=False)
        for name in names
        if (folder / f"{name}.csv").is_file()
    }


def _raw_text(folder: Path, file: str, sha256: str) -> bytes | None:
    """A document's bytes: by file name, else by hash under any name, else None."""
    named = folder / file
    if file and named.is_file():
        return named.read_bytes()
    if not sha256 or not folder.is_dir():
        return None
    contents = (path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file())
    return next((raw for raw in contents if digest(raw) == sha256), None)


def _lines(table: pd.DataFrame | None) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows with the line of the file they stand on (the header is line 1)."""
    if table is not None:
        yield from enumerate(table.to_dict("records"), start=2)  # type: ignore[arg-type]


def _span(texts: dict[str, str], row: dict[Any, Any]) -> str:
    return texts[row["doc_id"]][int(row["start"]) : int(row["end"])]


def _short(phrase: str) -> str:
    words = phrase.split()
    return " ".join(words[:MAX_WORDS]) + (" [...]" if len(words) > MAX_WORDS else "")


def _span_faults(
    name: str, column: str, table: pd.DataFrame | None, texts: dict[str, str]
) -> list[Fault]:
    """Spans whose text is not the text that was hashed."""
    todo = "correct start and end, or run: frameline rebuild --texts FOLDER"
    return [
        Fault(f"{name}.csv", line, column, row[column][:16], digest(_span(texts, row))[:16], todo)
        for line, row in _lines(table)
        if row["doc_id"] in texts and digest(_span(texts, row)) != row[column]
    ]


def _phrase_faults(
    name: str, column: str, table: pd.DataFrame | None, texts: dict[str, str]
) -> list[Fault]:
    """Phrases that do not stand at their offsets; line breaks count as blanks."""
    faults: list[Fault] = []
    todo = "copy the phrase from the sentence, or run: frameline rebuild --texts FOLDER"
    for line, row in _lines(table):
        if row["doc_id"] not in texts:
            continue
        printed = " ".join(_span(texts, row).split()) if row["start"] and row["end"] else ""
        if printed != " ".join(row[column].split()):
            found, allowed = _short(row[column]), _short(printed) or "a phrase of this sentence"
            faults.append(Fault(f"{name}.csv", line, column, found, allowed, todo))
    return faults


def _wording_faults(table: pd.DataFrame | None, texts: dict[str, str]) -> list[Fault]:
    """Wordings of titles and headings that do not stand in their block."""
    faults: list[Fault] = []
    todo = "copy the words as printed, eight at most"
    for line, row in _lines(table):
        wording = row.get("wording", "")
        if not wording or row["doc_id"] not in texts:
            continue
        if not locate(texts[row["doc_id"]], wording, int(row["start"]), int(row["end"])):
            allowed = _short(_span(texts, row))
            faults.append(Fault("blocks.csv", line, "wording", _short(wording), allowed, todo))
    return faults


def _count_spans(table: pd.DataFrame, texts: dict[str, str]) -> pd.DataFrame:
    spans = [_span(texts, row) for row in table.to_dict("records")]
    return table.assign(
        words=[str(len(tokenise(span))) for span in spans], sha256=[digest(span) for span in spans]
    )


def _bounds(tables: dict[str, pd.DataFrame]) -> dict[tuple[str, str, str], tuple[int, int]]:
    """Where each sentence, and each whole block (sentence blank), starts and ends."""
    bounds = {}
    for row in tables.get("blocks", pd.DataFrame()).to_dict("records"):
        bounds[row["doc_id"], row["block_id"], ""] = (int(row["start"]), int(row["end"]))
    for row in tables.get("units", pd.DataFrame()).to_dict("records"):
        place = (row["doc_id"], row["para_id"], row["sentence"])
        bounds[place] = (int(row["start"]), int(row["end"]))
    return bounds


def _place_phrases(
    name: str, column: str, tables: dict[str, pd.DataFrame], texts: dict[str, str]
) -> pd.DataFrame:
    """Start and end of each anchor or literal within its sentence or block."""
    table, bounds, places = tables[name], _bounds(tables), []
    block = "block_id" if "block_id" in table else "para_id"
    for line, row in _lines(table):
        where = bounds.get((row["doc_id"], row[block], row["sentence"]))
        near = int(row["start"]) if row.get("start") else None
        found = locate(texts[row["doc_id"]], row[column], *where, near) if where else []
        if not found:
            phrase = _short(row[column])
            raise TextsError(f"{name}.csv, line {line}: {phrase!r} is not in its sentence or block")
        places.append([str(offset) for offset in found])
    return table.assign(start=[place[0] for place in places], end=[place[1] for place in places])


def _count_documents(tables: dict[str, pd.DataFrame], texts: dict[str, str]) -> pd.DataFrame:
    """What a documents table says about the size of each text; the body only, no furniture."""
    documents, units = tables["documents"], tables.get("units", pd.DataFrame(columns=["doc_id"]))
    rows = []
    for row in documents.to_dict("records"):
        text, body = texts[row["doc_id"]], units[units["doc_id"] == row["doc_id"]]
        words = int(body["words"].astype(int).sum()) if len(body) else 0
        counts = {
            "sha256": digest(text),
            "chars": len(text),
            "words": words,
            "sentences": len(body),
            "paragraphs": body["para_id"].nunique() if len(body) else 0,
            "para_groups": body["para_group"].nunique() if len(body) else 0,
            "too_short": "yes" if words < TOO_SHORT else "no",
        }
        rows.append(row | {column: str(value) for column, value in counts.items()})
    return pd.DataFrame(rows, columns=documents.columns, dtype=str)
