"""What a careful reader would ask about a corpus before counting: warnings, never faults."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from frameline.corpus.fault import Fault, fault_table, listed, shown
from frameline.corpus.statements import ABOUT
from frameline.corpus.tables import RawCorpus, Table, read_raw

#: A date is far from all others when it lies further away than they span, and than so many years.
FAR = 5
#: A coder who read less than this share of what the busiest coder read has read a part only.
PART = 0.9
#: Columns of documents in which one thing is often spelt in two ways.
SPELT = ("outlet", "author", "author_group", "genre", "language", "country", "party")
_YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")


@dataclass
class _Seen:
    """The documents as text, their rows, and which coder has rows of which."""

    file: str
    rows: dict[str, dict[str, str]] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    coded: dict[str, Counter[str]] = field(default_factory=dict)
    blanks: bool = False
    sets: bool = False

    def fault(self, doc: str | None, column: str, found: str, allowed: str, todo: str) -> Fault:
        return Fault(self.file, self.numbers.get(doc or ""), column, found, allowed, todo)


def doubt_corpus(source: Any) -> pd.DataFrame:
    """Everything about a corpus that may be meant, and may be a slip.

    Question: what should be looked at before anything is counted?

    Parameters
    ----------
    source
        A corpus folder or CSV file, or a Corpus, whose files are read again.

    Returns
    -------
    DataFrame
        One row each, in the shape of `frameline.corpus.checks.check_corpus`: file, row, column,
        found, allowed, todo.
    """
    path = source if isinstance(source, (str, Path)) else source.path
    return fault_table(find_doubts(read_raw(path)))


def find_doubts(raw: RawCorpus) -> list[Fault]:
    """Every doubt about a raw corpus: dates, documents, coders, spellings, how it was chosen."""
    seen = _seen(raw)
    if seen is None or not seen.rows:
        return []
    made = [far_dates(seen), undated(seen), idle(seen), part_coders(seen), spellings(seen)]
    found = [one for part in made for one in part]
    if seen.sets and not seen.blanks:
        todo = "add a row without a code where a document was read and nothing found in it"
        so = f"{todo}; until then, who has no row has not read it"
        found.append(seen.fault(None, "frame", "no row without a code", "who read what", so))
    if raw.path.is_dir() and not (raw.path / ABOUT).is_file():
        todo = f"say it in one sentence in {ABOUT}"
        found.append(Fault(ABOUT, None, "", "nothing is said about how these texts were chosen",
                           "how they were chosen", todo))  # fmt: skip
    return found


def far_dates(seen: _Seen) -> Iterator[Fault]:
    """Documents whose date lies far from all others, and what year their name says.

    Examples
    --------
    >>> rows = {f"d{n}": {"published": "2003"} for n in range(4)} | {"x": {"published": "2021"}}
    >>> [one.found for one in far_dates(_Seen("documents.csv", rows))]
    ["'2021': far from all others, 2003"]
    """
    years = {doc: int(row["published"][:4]) for doc, row in seen.rows.items()
             if _YEAR.fullmatch(row.get("published", "")[:4])}  # fmt: skip
    first = sorted(years.values())
    for doc, year in years.items() if len(years) >= FAR - 1 else ():
        told = _YEAR.findall(f"{doc} {seen.rows[doc].get('name', '')}")
        low, high = first[int(year == first[0])], first[-1 - int(year == first[-1])]
        away = max(low - year, year - high)
        if away <= max(FAR, high - low):
            continue
        span = f"{low}" if low == high else f"{low} to {high}"
        date = seen.rows[doc]["published"]
        says = f"; its name says {told[0]}" if told and int(told[0]) != year else ""
        what = f"{shown(date)}: far from all others, {span}{says}"
        todo = "correct the date, or leave it if it is right"
        yield seen.fault(doc, "published", what, "when it was published", todo)


def undated(seen: _Seen) -> Iterator[Fault]:
    """Documents without a date."""
    found = [doc for doc, row in seen.rows.items() if not row.get("published", "").strip()]
    if found:
        yield seen.fault(found[0], "published", f"{_some(found)} without a date", "a date",
                         "add it, or let the chapters on time count the others only")  # fmt: skip


def idle(seen: _Seen) -> Iterator[Fault]:
    """Documents without a claim of anybody."""
    held = {doc for docs in seen.coded.values() for doc in docs}
    found = [doc for doc in seen.rows if doc not in held]
    if held and found:
        yield seen.fault(found[0], "doc_id", f"{_some(found)} without a claim", "claims",
                         "check that they were read, and nothing was found in them")  # fmt: skip


def part_coders(seen: _Seen) -> Iterator[Fault]:
    """Coders who coded a part of the documents only."""
    most = max((len(docs) for docs in seen.coded.values()), default=0)
    for coder, docs in sorted(seen.coded.items()):
        if coder and len(docs) < PART * most:
            found = f"coded {len(docs)} of {len(seen.rows)} documents"
            todo = "know that its agreement is that of a part"
            yield Fault(f"coder {coder}", None, "", found, "all documents", todo)


def spellings(seen: _Seen) -> Iterator[Fault]:
    """Names that differ in case, blanks and marks only, a column at a time."""
    for column, names in spelt_apart(seen.rows.values()).items():
        first = next(iter(names.values()))
        years = {name: _years(seen, column, name) for group in names.values() for name in group}
        apart = sum(
            not set.intersection(*map(years.__getitem__, group)) for group in names.values()
        )
        found = (
            f"{len(names)} names in several spellings, such as {listed(list(map(shown, first)))}"
        )
        if apart:
            found += f"; {apart} never in one year, so groups would compare years"
        todo = "frameline check CORPUS --spellings FILE writes a map for -p merge=FILE"
        yield seen.fault(None, column, found, "one spelling", todo)


def spelt_apart(rows: Iterable[Mapping[str, str]]) -> dict[str, dict[str, list[str]]]:
    """Names that may be one: column to the most frequent spelling to all spellings.

    Examples
    --------
    >>> spelt_apart([{"outlet": "BBC"}, {"outlet": "bbc"}, {"outlet": "bbc"}, {"outlet": "RT"}])
    {'outlet': {'bbc': ['BBC', 'bbc']}}
    """
    found: dict[str, dict[str, list[str]]] = {}
    told = list(rows)
    for column in SPELT:
        counts = Counter(row.get(column, "").strip() for row in told)
        by_key: dict[str, list[str]] = defaultdict(list)
        for name in sorted(counts):
            if key := "".join(letter for letter in name.casefold() if letter.isalnum()):
                by_key[key].append(name)
        several = [names for names in by_key.values() if len(names) > 1]
        if several:
            found[column] = {max(names, key=lambda n: counts[n]): names for names in several}
    return found


def merge_map(source: str | Path) -> str:
    """A map that takes different spellings together, for ``-p merge=FILE``; "" for none."""
    seen = _seen(read_raw(source))
    lines = []
    for column, names in spelt_apart(seen.rows.values() if seen else ()).items():
        lines.append(f"[{column}]")
        lines += [f"{json.dumps(new, ensure_ascii=False)} = {json.dumps(old, ensure_ascii=False)}"
                  for new, old in names.items()]  # fmt: skip
    return "\n".join([*lines, ""]) if lines else ""


def _years(seen: _Seen, column: str, name: str) -> set[str]:
    rows = (row for row in seen.rows.values() if row.get(column, "").strip() == name)
    return {row.get("published", "")[:4] for row in rows}


def _some(docs: list[str]) -> str:
    word = "document" if len(docs) == 1 else "documents"
    return f"{len(docs)} {word} ({listed(docs[:3])}{', …' if len(docs) > 3 else ''})"


def _seen(raw: RawCorpus) -> _Seen | None:
    if raw.minimal is not None:
        return _of_file(raw.minimal) if raw.minimal.has("document", "coder", "frame") else None
    table = raw.tables.get("documents")
    if table is None or not table.has("doc_id"):
        return None
    seen = _Seen(table.file)
    for row, cells in zip(table.numbers, table.rows, strict=True):
        named = dict(zip(table.columns, cells, strict=True))
        seen.rows[named["doc_id"]], seen.numbers[named["doc_id"]] = named, row
    claims = {c: t["claims"] for c, t in raw.coders.items() if "claims" in t}
    if "claims" in raw.tables:
        claims[""] = raw.tables["claims"]
    for coder, one in claims.items():
        if one.has("doc_id"):
            seen.coded[coder] = Counter(one.column("doc_id"))
    return seen


def _of_file(table: Table) -> _Seen:
    """A corpus of one file: its documents, and whether codes are sets without blank rows."""
    seen, pairs = _Seen(table.file), Counter[tuple[str, str]]()
    units = table.has("unit")
    for number, (doc, date, coder, frame) in table.cells("document", "date", "coder", "frame"):
        seen.rows.setdefault(doc, {"published": date})
        seen.numbers.setdefault(doc, number)
        if frame.strip():
            seen.coded.setdefault(coder, Counter())[doc] += 1
        seen.blanks |= not frame.strip()
        pairs[(doc, coder)] += 1
    seen.sets = not units and not table.has("anchor") and any(n > 1 for n in pairs.values())
    return seen


def named_so(doubts: Iterable[Mapping[str, Any]]) -> list[str]:
    """Doubts as one line each, for a page.

    >>> named_so([{"file": "documents.csv", "column": "published", "found": "'2021': far off"}])
    ["published: '2021': far off"]
    """
    return [f"{one['column'] or one['file']}: {one['found']}" for one in doubts]
