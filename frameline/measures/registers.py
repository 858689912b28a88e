"""Plain tables for the reader: the codebook, the disagreements, the labels, the events.

Nothing is estimated here. These functions bring what a corpus holds into rows that fit a page:
equal rows become one row with several places, long fields become one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import reduce
from typing import Any

import pandas as pd

#: Letters of the rule ids that have a chapter of their own; all others belong to the codebook.
SERIES: Mapping[str, str] = {
    "L": "limits",
    "U": "units and levels",
    "B": "kinds of blocks",
    "N": "derived variables",
    "O": "not coded",
}
#: Gives a part of the message that words what a codebook leaves to the reader, see `code_rows`.
Explain = Callable[..., str]
_SERIES = re.compile(r"([A-Za-z]*)\d*$")


def rule_rows(rules: Iterable[Any], series: str = "") -> pd.DataFrame:
    """List the rules of one series, or those of the codebook itself.

    Question: which rules did the coders follow, and which limits does the corpus name?

    Parameters
    ----------
    rules : iterable of objects with id, title, text
    series : str
        Letter of the ids wanted, see ``SERIES``; "" for the rules of no such series.

    Returns
    -------
    DataFrame, one row per rule: id, title, text.

    Examples
    --------
    >>> from types import SimpleNamespace as Rule
    >>> rules = [Rule(id="L1", title="Cases", text=""), Rule(id="R1", title="Lists", text="")]
    >>> rule_rows(rules, "L")["title"].tolist(), rule_rows(rules)["title"].tolist()
    (['Cases'], ['Lists'])
    """
    rows = []
    for rule in rules:
        found = _SERIES.match(rule.id)
        letter = found[1] if found and found[1] in SERIES else ""
        if letter == series:
            rows.append((rule.id, rule.title, rule.text))
    return pd.DataFrame(rows, columns=["id", "title", "text"], dtype="str")


def variable_rows(variables: Iterable[Any], explain: Explain) -> pd.DataFrame:
    """Describe each variable in a sentence or two.

    Question: what is asked of each sentence, and where?

    Parameters
    ----------
    variables : iterable of variables of a codebook
        Objects with name, layer, label, question, definition, level, multiple, when, codes.
    explain : function
        See `code_rows`.

    Returns
    -------
    DataFrame, one row per variable: layer, name, label, question, note (definition, level, when
    it is coded), size (characters of its codes as `code_rows` writes them).

    Examples
    --------
    >>> from functools import partial
    >>> from frameline.corpus.codebook import Variable
    >>> from frameline.words.phrases import Phrases
    >>> explain = partial(Phrases("codebook").part, "explained")
    >>> driver = Variable("driver", question="Why?", definition="One only.", when="core=yes|no")
    >>> variable_rows([driver], explain)["note"][0]
    'One only. Coded where core is yes or no.'
    """
    variables = list(variables)
    codes = code_rows(variables, explain)
    sizes = codes["meaning"].str.len().groupby([codes["layer"], codes["name"]]).sum()
    rows = [
        (v.layer, v.name, v.label or v.name, v.question, _about(v, explain),
         int(sizes.get((v.layer, v.name), 0)))
        for v in variables
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=["layer", "name", "label", "question", "note", "size"])


def _about(variable: Any, explain: Explain) -> str:
    """Definition, level of measurement, and when a variable is coded."""
    parts = [variable.definition]
    if variable.codes and variable.level in ("ordinal", "interval"):
        parts.append(explain("level", level=variable.level))
    if variable.multiple:
        parts.append(explain("several"))
    if variable.when:
        name, _, codes = variable.when.partition("=")
        given = [] if codes.strip() == "*" else codes.split("|")
        either = reduce(lambda one, other: explain("either", one=one, other=other), given or [""])
        name = name.strip().replace("_", " ")
        where = explain("where", variable=name, codes=either, any=not given)
        parts += [where] if where not in variable.definition else []
    return " ".join(part for part in parts if part)


def _limits(code: Any, explain: Explain) -> str:
    """What a code takes in and leaves out, and its boundary case."""
    named = (("in", code.include), ("out", code.exclude), ("boundary", code.boundary))
    return " ".join(explain(part, text=_sentence(text)) for part, text in named if text)


def _sentence(text: str) -> str:
    return text if not text or text.endswith((".", "?", "!")) else f"{text}."


def code_rows(variables: Iterable[Any], explain: Explain) -> pd.DataFrame:
    """List the codes of variables, each code's texts in one cell.

    Question: what does each code mean, what does it take in and leave out?

    Codes that an earlier variable defines in the same words are named, not repeated; neighbouring
    codes with one definition share a row.

    Parameters
    ----------
    variables : iterable of variables of a codebook
        Objects with name, layer, label, question, definition, level, multiple, when, and codes
        (code, label, definition, include, exclude, boundary, example, example_place).
    explain : function
        Words what is said of a code: gives a part (``in``, ``out``, ``example``, ``where`` ...) of
        the message ``explained`` of the catalogue ``codebook`` with values.

    Returns
    -------
    DataFrame, one row per code: layer, name (of the variable), code (with its label), meaning
    (definition, in, out, boundary, example with its place), words (how texts and charts call it),
    definition (alone; empty where an earlier variable has the code).

    Examples
    --------
    >>> from functools import partial
    >>> from frameline.corpus.codebook import Code, Variable
    >>> from frameline.words.phrases import Phrases
    >>> explain = partial(Phrases("codebook").part, "explained")
    >>> arms = Code("ARM", "Arms", definition="Weapons.", exclude="war", example="drones")
    >>> code_rows([Variable("driver", label="Driver", codes=(arms,)),
    ...            Variable("lever", label="Lever", codes=(arms,))], explain)["meaning"].tolist()
    ['Weapons. Out: war. Example: “drones”.', 'As for Driver.']
    """
    rows: list[list[Any]] = []
    home: dict[tuple[str, ...], Any] = {}
    for v in variables:
        own: list[list[Any]] = []
        for code in v.codes:
            meaning = " ".join(filter(None, (_sentence(code.definition), _limits(code, explain))))
            first = home.setdefault((code.code, meaning), v) if meaning else v
            example = _example(code, explain) if first is v else ""
            if first is not v:
                other = first.layer != v.layer
                named = {"variable": first.label or first.name, "layer": first.layer}
                meaning = explain("as", **named, other=other)
            if own and meaning and not example and own[-1][3] == meaning:
                own[-1][2] += f", {_head(code)}"
                own[-1][4] += _words(code)
            else:
                said = " ".join(filter(None, (meaning, example)))
                alone = _sentence(code.definition) if first is v else ""
                own.append([v.layer, v.name, _head(code), said, _words(code), alone])
        rows += own
    columns = ["layer", "name", "code", "meaning", "words", "definition"]
    table = pd.DataFrame(rows, columns=columns)
    return table.astype(dict.fromkeys(set(columns) - {"words"}, "str"))


def _words(code: Any) -> list[str]:
    """How a reader meets a code: its short label, and its label where that is no common word."""
    full = code.label if not code.short or " " in code.label else ""
    return [word for word in (code.short, full) if word]


def _head(code: Any) -> str:
    """Code and label, or the code alone where the label says the same."""
    if not code.label or code.label.casefold() == code.code.casefold():
        return code.code
    return f"{code.code} {code.label}"


def _example(code: Any, explain: Explain) -> str:
    if not code.example:
        return ""
    place = code.example_place or ""
    return explain("example", example=code.example, place=place, placed=bool(place))


def brief_rows(about: pd.DataFrame, codes: pd.DataFrame, explain: Explain) -> pd.DataFrame:
    """Put each variable and all of its codes into one row, what is answered in words last.

    Question: what is asked, and what can be answered?

    Parameters
    ----------
    about : DataFrame
        The rows of `variable_rows` that are wanted.
    codes : DataFrame
        What `code_rows` gives for all variables.
    explain : function
        See `code_rows`.

    Returns
    -------
    DataFrame, one row per variable with codes, and one for all others together: label, text
    (question, note and codes).

    Examples
    --------
    >>> from functools import partial
    >>> from frameline.corpus.codebook import Code, Variable
    >>> from frameline.words.phrases import Phrases
    >>> explain = partial(Phrases("codebook").part, "explained")
    >>> codes = (Code("yes", definition="It is."), Code("no", "Not", definition="It is not."))
    >>> book = [Variable("near", label="Near", codes=codes), Variable("gist", question="What?")]
    >>> about = variable_rows(book, explain), code_rows(book, explain)
    >>> brief_rows(*about, explain).values.tolist()
    [['Near', 'Codes: yes: It is. no Not: It is not.'], ['In words', 'gist: What?']]
    """
    rows, words = [], []
    for row in about.to_dict("records"):
        own = codes[(codes["layer"] == row["layer"]) & (codes["name"] == row["name"])]
        asked = " ".join(filter(None, (row["question"], row["note"])))
        if own.empty:
            words.append(": ".join(filter(None, (row["label"], asked))))
            continue
        pairs = zip(own["code"], own["meaning"], strict=True)
        answers = [f"{code}: {meaning}" if meaning else f"{code}." for code, meaning in pairs]
        rows.append((row["label"], " ".join(filter(None, (asked, explain("codes"), *answers)))))
    if words:
        rows.append((explain("in-words"), " ".join(words)))
    return pd.DataFrame(rows, columns=["label", "text"], dtype="str")


def disagreement_rows(log: pd.DataFrame, coders: Sequence[str]) -> pd.DataFrame:
    """Bring an adjudication log into one row per place; equal cases of a text share a row.

    Question: where do the coders part, on what, and how was it settled?

    Parameters
    ----------
    log : DataFrame
        doc_id, para_id, sentence, claim, variable, a column per coder, final, note.
    coders : sequence of str
        The coders' columns; those the log lacks are passed over.

    Returns
    -------
    DataFrame, in the order of the log: doc_id, place (or places), codes ("driver: ARM (b, c), SEC
    (a) → ARM"), note, n (entries of the log).

    Examples
    --------
    >>> log = pd.DataFrame({"doc_id": ["x"], "para_id": ["P1"], "sentence": ["2"], "claim": ["1"],
    ...     "variable": ["driver"], "a": ["SEC"], "b": ["ARM"], "final": ["ARM"], "note": ["both"]})
    >>> disagreement_rows(log, ["a", "b"])[["place", "codes"]].values.tolist()
    [['P1 s2 c1', 'driver: SEC (a), ARM (b) → ARM']]
    """
    known = [coder for coder in coders if coder in log.columns]
    table = log.assign(
        place=[_entry_place(row) for row in log.to_dict("records")],
        codes=[_codes_given(row, known) for row in log.to_dict("records")],
    )
    by_place = table.groupby(["doc_id", "place"], sort=False).agg(
        codes=("codes", "; ".join), note=("note", _distinct), n=("note", "size")
    )
    same = by_place.reset_index().groupby(["doc_id", "codes", "note"], sort=False)
    rows = same.agg(place=("place", ", ".join), n=("n", "sum")).reset_index()
    return rows[["doc_id", "place", "codes", "note", "n"]]


def _codes_given(row: Mapping[Any, str], coders: Sequence[str]) -> str:
    """One entry of the log: variable, codes with their coders, the code settled on."""
    given: dict[str, list[str]] = {}
    for coder in coders:
        given.setdefault(row[coder].strip("()"), []).append(coder)
    shown = ", ".join(f"{code} ({', '.join(who)})" for code, who in given.items())
    return f"{_variable(row['variable'])}: {shown} → {row['final'].strip('()')}"


def _distinct(notes: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(filter(None, notes)))


def _variable(name: str) -> str:
    """A variable of the log without the layer, which the place shows."""
    bare = re.sub(r"^(label|event|document) ", "", name)
    return bare.replace("_", " ")


def _entry_place(row: Mapping[Any, str]) -> str:
    """Block, sentence and claim ("P03 s2 c1"), or what the log says in the place of a claim."""
    parts = [row["para_id"], f"s{row['sentence']}" if row["sentence"] else ""]
    claim = row["claim"]
    parts.append(f"c{claim}" if claim.isdigit() else re.sub(r"^(label|event): ", "", claim))
    return " ".join(part for part in parts if part)


def _place(ids: pd.Series, docs: pd.Series) -> list[str]:
    """Where a row stands, from its id: "x.P01.s2.l1" of the text x is "P01 s2"."""
    return [
        re.sub(r"\.?[a-z]\d+$", "", key.removeprefix(f"{doc}.")).replace(".", " ")
        for key, doc in zip(ids, docs, strict=True)
    ]


def _gathered(names: Iterable[str], places: Iterable[str]) -> str:
    """Names in order, each once, with all of its places: "ally (P01 s2, P03 s1); friend"."""
    found: dict[str, list[str]] = {}
    for name, place in zip(names, places, strict=True):
        found.setdefault(name, []).append(place)
    parts = ((name, ", ".join(dict.fromkeys(filter(None, at)))) for name, at in found.items())
    return "; ".join(f"{name} ({at})" if at else name for name, at in parts)


def label_rows(labels: pd.DataFrame) -> pd.DataFrame:
    """List every mention of a label by text and by the codes it was given.

    Question: which names for the pair stand where, and who says them?

    Parameters
    ----------
    labels : DataFrame, the labels by role
        label_id, doc_id, literal, and those of label, pair, polarity, voice, stance that the
        corpus has.

    Returns
    -------
    DataFrame, one row per text and combination of codes, by first mention: doc_id, the codes,
    names (as printed, with their places), n (mentions).

    Examples
    --------
    >>> labels = pd.DataFrame({"label_id": ["x.P1.s1.l1", "x.P2.s3.l1"], "doc_id": ["x", "x"],
    ...                        "literal": ["Ally", "ally"], "label": ["ALLI", "ALLI"]})
    >>> label_rows(labels).values.tolist()
    [['x', 'ALLI', 'Ally (P1 s1, P2 s3)', 2]]
    """
    roles = [r for r in ("label", "pair", "polarity", "voice", "stance") if r in labels]
    word = labels["literal"].str.casefold()
    literal = labels.groupby(["doc_id", word], sort=False)["literal"].transform("first")
    table = labels.assign(literal=literal, place=_place(labels["label_id"], labels["doc_id"]))
    rows = [
        (*key, _gathered(group["literal"], group["place"]), len(group))
        for key, group in table.groupby(["doc_id", *roles], sort=False, dropna=False)
    ]
    return pd.DataFrame(rows, columns=["doc_id", *roles, "names", "n"])


def event_rows(events: pd.DataFrame) -> pd.DataFrame:
    """List every event named by text and by where its year comes from.

    Question: which past does each text call up, and does it date it?

    Parameters
    ----------
    events : DataFrame, the events by role
        event_id, doc_id, name, and those of year, basis, year_low that the corpus has.

    Returns
    -------
    DataFrame, one row per text and basis, by first mention: doc_id, basis (where given), names
    (with year and places; dated ones first, by year), n (mentions).

    Examples
    --------
    >>> events = pd.DataFrame({"event_id": ["x.P1.s1.e1", "x.P1.s2.e1"], "doc_id": ["x", "x"],
    ...                        "name": ["a war", "a coup"], "year": ["1980", "1953"]})
    >>> event_rows(events)["names"].tolist()
    ['1953 a coup (P1 s2); 1980 a war (P1 s1)']
    """
    keys = ["doc_id", "basis"] if "basis" in events else ["doc_id"]
    years = events["year"] if "year" in events else pd.Series("", index=events.index)
    table = events.assign(
        place=_place(events["event_id"], events["doc_id"]),
        name=(years + " " + events["name"]).str.strip(),
        when=events["year_low"] if "year_low" in events else years.where(years != ""),
    )
    rows = []
    for key, group in table.groupby(keys, sort=False, dropna=False):
        group = group.sort_values("when", kind="stable", na_position="last")
        rows.append((*key, _gathered(group["name"], group["place"]), len(group)))
    return pd.DataFrame(rows, columns=[*keys, "names", "n"])


def headed(table: pd.DataFrame, names: Mapping[str, str], column: str) -> pd.DataFrame:
    """Put a row with the text's name before the rows of each text.

    Question: how does one long table stay readable?

    Parameters
    ----------
    table : DataFrame
        doc_id and columns of text; n (int) is added up.
    names : mapping of doc_id to name
        In the order wanted.
    column : str
        Where the name is put.

    Returns
    -------
    DataFrame
        The table sorted by text; in the added rows ``column`` is "Name (n)", all else "".

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": ["x", "x"], "place": ["P1", "P2"], "n": [1, 2]})
    >>> headed(table, {"x": "A text", "y": "Another"}, "place")["place"].tolist()
    ['A text (3)', 'P1', 'P2']
    """
    parts = []
    for doc, name in names.items():
        own = table[table["doc_id"] == doc]
        if len(own):
            head = dict.fromkeys(table.columns, "") | {"doc_id": doc}
            head[column] = f"{name} ({own['n'].sum()})"
            parts += [pd.DataFrame([head]), own.astype("str")]
    return pd.concat(parts, ignore_index=True) if parts else table.iloc[:0]


def published_rows(reference: pd.DataFrame) -> pd.DataFrame:
    """List published values, one row per measure, with ours where the last digit differs.

    Question: do our measures give what others have published?

    Parameters
    ----------
    reference : DataFrame
        What `frameline.measures.reference.reference_table` gives.

    Returns
    -------
    DataFrame, one row per measure: measure, n (values), ok (how many agree), values (as printed,
    at most 4 decimals; ours in brackets where it is rounded to something else), sources.

    Examples
    --------
    >>> case = {"source": "Cohen 1960; a test", "measure": "Kappa", "expected": 0.492, "ok": True}
    >>> cases = pd.DataFrame([case | {"obtained": value} for value in (0.49153, 0.4928)])
    >>> published_rows(cases)[["values", "sources"]].values.tolist()
    [['0.492, 0.492 (0.493)', 'Cohen 1960']]
    """
    sources = reference["source"].where(~reference["source"].str.startswith("same")).ffill()
    table = reference.assign(
        short=sources.map(_short_source),
        value=list(map(_value, reference["expected"], reference["obtained"])),
    )
    rows = table.groupby("measure", sort=False).agg(
        n=("ok", "size"),
        ok=("ok", "sum"),
        values=("value", ", ".join),
        sources=("short", _distinct),
    )
    return rows.reset_index()


def _value(expected: float, obtained: float) -> str:
    decimals = min(4, len(f"{expected:.10g}".partition(".")[2]))
    printed, ours = (
        f"{v:.{decimals}f}".replace("-", "\N{MINUS SIGN}") for v in (expected, obtained)
    )
    return printed if printed == ours else f"{printed} ({ours})"


def _short_source(source: str) -> str:
    """The first reference of a source line, without what it says beside."""
    return re.split(r"[;:(]| via ", source)[0].strip(" ,")


def statement_rows(card: str, section: str = "Data statement") -> pd.DataFrame:
    """Read the headed paragraphs of one section of a data card.

    Question: what does the corpus say about itself?

    Parameters
    ----------
    card : str
        Markdown; paragraphs begin with a heading in bold, ``**Authors.** ...``.
    section : str
        Heading of the section.

    Returns
    -------
    DataFrame, one row per headed paragraph: heading, text (without Markdown); empty when the
    card has no such section.

    Examples
    --------
    >>> card = "# Data\\n\\n## Data statement\\n**Authors.** See `a.csv`.\\n"
    >>> statement_rows(card).values.tolist()
    [['Authors', 'See a.csv.']]
    """
    found = re.search(rf"^## {re.escape(section)}\n(.*?)(?=^## |\Z)", card, re.M | re.S)
    body = found[1] if found else ""
    rows = []
    for heading, text in re.findall(r"^\*\*(.+?)\*\*\s*(.*?)(?=\n\n|\Z)", body, re.M | re.S):
        plain = re.sub(r"[`*]|\[([^\]]*)\]\([^)]*\)", r"\1", " ".join(text.split()))
        # A colon leads to a list or table that is not taken over.
        rows.append((heading.rstrip("."), re.sub(r":$", ".", plain)))
    return pd.DataFrame(rows, columns=["heading", "text"], dtype="str")


def section_rows(page: str) -> pd.DataFrame:
    """Read the sections of a page that tells of a corpus.

    Question: what does whoever made this corpus say of it?

    Parameters
    ----------
    page : str
        Markdown; sections begin with ``## Heading``. What stands before the first is left out.

    Returns
    -------
    DataFrame, one row per section with words: heading, text (without Markdown, paragraphs joined)

    Examples
    --------
    >>> page = "# Letters\\n\\nOurs.\\n\\n## How they were chosen\\nBy *date*.\\n\\nAll of them.\\n"
    >>> section_rows(page).values.tolist()
    [['How they were chosen', 'By date. All of them.']]
    """
    rows = [
        (heading.strip(), re.sub(r"[`*]|\[([^\]]*)\]\([^)]*\)", r"\1", " ".join(text.split())))
        for heading, text in re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", page, re.M | re.S)
    ]
    found = pd.DataFrame(rows, columns=["heading", "text"], dtype="str")
    return found[found["text"] != ""].reset_index(drop=True)


def filled_columns(table: pd.DataFrame, headings: Mapping[str, str]) -> dict[str, str]:
    """Choose the columns that hold something, with their headings.

    Question: what of all this does the corpus say?

    Parameters
    ----------
    table : DataFrame
    headings : mapping of column to heading

    Returns
    -------
    dict of column to heading, in the order of the headings.

    Examples
    --------
    >>> table = pd.DataFrame({"words": [None, 12], "rights": ["", ""]})
    >>> filled_columns(table, {"rights": "Rights", "words": "Words", "hash": "Hash"})
    {'words': 'Words'}
    """
    return {
        column: heading
        for column, heading in headings.items()
        if column in table and (table[column].notna() & (table[column].astype(str) != "")).any()
    }
