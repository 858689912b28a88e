"""Words of the codebook in the text of the page: what they mean, where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from frameline.record.table import Table
from frameline.report.document.markdown import slug
from frameline.report.escape import escape_html
from frameline.words.formats import list_separators
from frameline.words.phrases import Phrases

#: What stands between the terms of a list in a cell.
_IN_CELLS = "; "


@dataclass(frozen=True)
class Entry:
    """What a term means and where the report explains it."""

    anchor: str
    meaning: str
    running: bool


@dataclass(frozen=True)
class Glossary:
    """The words that the tables of a report explain.

    Where two rows explain one word, the first one does: the codebook begins with what is asked of
    claims.
    """

    entries: Mapping[str, Entry]
    #: Table and row to the anchor of the row.
    anchors: Mapping[tuple[str, int], str]
    #: Language of the report.
    lang: str = "en"

    @classmethod
    def read(cls, tables: Iterable[Table], lang: str = "en") -> Glossary:
        """Gather the words of tables."""
        entries: dict[str, Entry] = {}
        anchors: dict[tuple[str, int], str] = {}
        taken: dict[str, int] = {}
        for table in tables:
            for term in table.terms:
                name = f"term-{slug(term.words[0])}"
                taken[name] = taken.get(name, 0) + 1
                anchor = name if taken[name] == 1 else f"{name}-{taken[name]}"
                anchors.setdefault((table.key, term.row), anchor)
                for word in term.words:
                    entry = Entry(anchors[table.key, term.row], term.meaning, term.running)
                    entries.setdefault(word.casefold(), entry)
        return cls(entries, anchors, lang)

    def marker(self, own: Iterable[Table] = ()) -> Marker:
        """Marks terms in a chapter; not those that its own tables explain."""
        keys = {table.key for table in own}
        here = {anchor for (key, _), anchor in self.anchors.items() if key in keys}
        entries = {w: e for w, e in self.entries.items() if e.anchor not in here}
        return Marker(entries, self.lang)


@dataclass
class Marker:
    """Marks the first use of each term; later ones stay plain."""

    entries: Mapping[str, Entry]
    lang: str = "en"
    seen: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._codebook = Phrases("page", self.lang)("codebook")
        between = "|".join(map(re.escape, (*list_separators(self.lang), _IN_CELLS)))
        self._between = re.compile(f"({between})")
        running = [word for word, entry in self.entries.items() if entry.running]
        found = "|".join(re.escape(w) for w in sorted(running, key=len, reverse=True))
        self._words = re.compile(rf"(?<![\w-])({found})(?![\w-])", re.IGNORECASE) if found else None

    def running(self, text: str) -> Markup:
        """Running text, in which only words meant for it are marked."""
        if self._words is None:
            return escape_html(text)
        return self._marked(self._words.split(text))

    def alone(self, text: str) -> Markup:
        """A text that is a term or a list of terms, as a cell or the value of a finding is."""
        if text.casefold() in self.entries:
            return self._marked(["", text])
        parts = self._between.split(text)
        # What separates and what is separated change places, so that terms are the odd ones.
        return self._marked(["", *parts])

    def _marked(self, parts: Iterable[str]) -> Markup:
        return Markup("").join(self._pieces(parts))

    def _pieces(self, parts: Iterable[str]) -> Iterator[Markup]:
        for place, part in enumerate(parts):
            entry = self.entries.get(part.casefold()) if place % 2 else None
            if entry is None or entry.anchor in self.seen:
                yield escape_html(part)
            else:
                self.seen.add(entry.anchor)
                yield Markup(
                    '<dfn class="term" tabindex="0">{}<span class="tip"> {} '
                    '<a href="#{}">{}</a></span></dfn>'
                ).format(part, entry.meaning, entry.anchor, self._codebook)
