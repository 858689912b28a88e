"""English that is left on a page whose words are all in other letters."""

import csv
import json
import re
import tomllib
from pathlib import Path

import html5lib

from .pseudo import PLAIN

ROOT = Path(__file__).parents[2]
_SVG = "{http://www.w3.org/2000/svg}"
#: What is code or data: numbers behind a figure are named as in its file, in every language.
_SKIPPED = {"style", "script", "code", "pre"}
_DATA_OF_FIGURE = "r"
_ATTRIBUTES = ("title", "alt", "aria-label")
_BETWEEN = re.compile(r", | and |; |: | · | [×→←] ?|[()“”\"?!–—…=|×]|(?<=\w)\. |\d[\d.,]*%?")
_WORD = re.compile(r"(?<![^\W\d_])[A-Za-z]{2,}(?![^\W\d_])")
_NAMES = re.compile(r"\S*\w[./_@]\w\S*|https?://\S+|\b[0-9a-f]{12,}\b")


def corpus_texts(corpus):
    """Every text that a corpus holds: cells, values of its codebook, lines of its README."""
    found = set()
    for path in corpus.rglob("*.csv"):
        with path.open(encoding="utf8", newline="") as lines:
            next(rows := csv.reader(lines))
            found |= {cell for row in rows for cell in row}
    for path in corpus.rglob("*.toml"):
        found |= set(_texts(tomllib.loads(path.read_text(encoding="utf8"))))
    for path in corpus.rglob("*.json"):
        found |= set(_texts(json.loads(path.read_text(encoding="utf8"))))
    for path in corpus.rglob("*.md"):
        found |= set(re.split(r"\*\*|\n|\|", path.read_text(encoding="utf8")))
    texts = {_plain(text) for text in found}
    texts |= {part.strip(" .,;") for text in texts for part in re.split(r"[;|]", text)}
    return {text for text in texts if len(text) > 1}


def report_texts():
    """What report.toml says that nobody translates: works, authors."""
    table = tomllib.loads((ROOT / "report" / "report.toml").read_text(encoding="utf8"))
    found = _texts([table["bibliography"], table["authors"], table["keywords"]])
    return {_plain(text.replace("*", "")) for text in found}


def codebook_names(corpus):
    """Codes, their labels and short labels, and the names of variables and roles."""
    book = tomllib.loads((corpus / "codebook.toml").read_text(encoding="utf8"))
    found = set()

    def walk(record):
        for key, value in record.items() if isinstance(record, dict) else enumerate(record):
            if isinstance(value, (dict, list)):
                walk(value)
            elif key in ("label", "short", "code", "name", "role") and " " not in str(value):
                found.add(str(value))

    walk(book)
    return found


def leftovers(page, known, names):
    """Place and text of each piece of the page that is plain English and not of the corpus."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    lower, long = {text.casefold() for text in known}, _longest(known)
    called = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(names))) + r")\b")
    found = []
    for place, text in _pieces(tree, ""):
        words = _left(_plain(text), lower, long, called)
        if words:
            found.append((place, _plain(text)[:120], " ".join(words)))
    return found


def _texts(record):
    if isinstance(record, dict):
        for key, value in record.items():
            yield str(key)
            yield from _texts(value)
    elif isinstance(record, list):
        for value in record:
            yield from _texts(value)
    elif isinstance(record, str):
        yield record


def _plain(text):
    return re.sub(r"\s+", " ", text).strip()


def _longest(known):
    """Phrases of the corpus, the longest first; words stand for themselves only."""
    return sorted((text for text in known if " " in text and len(text) > 6), key=len, reverse=True)


def _pieces(element, place):
    tag = element.tag if isinstance(element.tag, str) else ""
    name = tag.removeprefix(_SVG)
    kind = element.get("class", "")
    if name in _SKIPPED or kind in ("sources", "codes", "claims") or "tip" in kind.split():
        return
    if element.get("id") == "tab-published-values" or (name == "table" and "/details" in place):
        return
    here = f"{place}/{name}{'.' + kind if kind else ''}"[-90:]
    yield here, element.text or ""
    for attribute in _ATTRIBUTES:
        text = element.get(attribute, "")
        # The tooltip of a number: its key, then words.
        yield f"{here}@{attribute}", text.partition(" · ")[2] if name == "data" else text
    for child in element:
        if isinstance(child.tag, str):
            yield from _pieces(child, here)
        yield here, child.tail or ""


def _left(text, lower, long, called):
    """The English words of a text that are no words of the corpus."""
    if not _WORD.search(text) or text.casefold() in lower:
        return []
    if any(text.rstrip("…") in phrase for phrase in long):  # a name or a passage cut in two
        return []
    for phrase in long:
        if phrase in text:
            text = text.replace(phrase, " ")
    text = called.sub(" ", _NAMES.sub(" ", text))
    parts = [part.strip(" .,;’'") for part in _BETWEEN.split(text)]
    rest = " ".join(part for part in parts if part.casefold() not in lower)
    return [word for word in _WORD.findall(rest) if set(word) & set(PLAIN)]
