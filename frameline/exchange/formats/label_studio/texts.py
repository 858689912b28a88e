"""The texts of Label Studio's tasks: plain, in HTML or in paragraphs; whole documents or parts."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.expect import a_name, a_place, a_text, an_object
from frameline.exchange.files.markup import HtmlText, text_of_html
from frameline.exchange.model.columns import FACTS, meaning
from frameline.exchange.model.gather import Gatherer
from frameline.exchange.model.project import Document, Options, Span

#: An address stands where a text was expected: the task shows what is behind it.
_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]{1,9}://|/data/)\S+")
_MARKUP = re.compile(r"\s*<[a-zA-Z!][^>]*>")
#: Between tasks that are parts of one document, and between paragraphs of a dialogue.
_GAP = "\n\n"


@dataclass
class TaskText:
    """The text of one task and the document it is of.

    Parameters
    ----------
    document : str
    counted : str or None
        The text in which places count; None where the task holds none.
    moved : callable, optional
        From places there to places in the document.
    unit : str
        The name of the part, where the document has several tasks.
    why : str
        Why there is no text.
    """

    document: str
    counted: str | None
    key: str = ""
    moved: Callable[[Span], Span] | None = None
    unit: str = ""
    why: str = "a place in a text that the task does not hold"
    html: HtmlText | None = None
    starts: list[int] = field(default_factory=list)

    def span_in_markup(self, value: Mapping[str, Any], file: str, place: str) -> tuple[int, int]:
        """The place of a region of a page or a dialogue, in the text that counts.

        Raises
        ------
        ExchangeError
            When it points at nothing.
        """
        if self.starts:
            return self._in_paragraphs(value, file, place)
        offsets = value.get("globalOffsets")
        if isinstance(offsets, dict):
            start = a_place(offsets.get("start"), file, f"{place}, globalOffsets, start")
            return start, a_place(offsets.get("end"), file, f"{place}, globalOffsets, end")
        nodes = self.html.nodes if self.html else {}
        ends = []
        for side in ("start", "end"):
            path = a_text(value.get(side), file, f"{place}, {side}")
            offset = a_place(value.get(f"{side}Offset"), file, f"{place}, {side}Offset")
            if path not in nodes or offset > nodes[path][1]:
                found = f"the pointer {path[:60]!r} at {offset}, which points at nothing"
                todo = "is it the page that was annotated?"
                raise ExchangeError(file, f"{place}, {side}", found, "a text of the page", todo)
            ends.append(nodes[path][0] + offset)
        return ends[0], ends[1]

    def _in_paragraphs(self, value: Mapping[str, Any], file: str, place: str) -> tuple[int, int]:
        ends = []
        for side in ("start", "end"):
            said = str(value.get(side, ""))
            number = int(said) if said.isascii() and said.isdigit() and len(said) < 9 else -1
            if not 0 <= number < len(self.starts):
                allowed = f"0 to {len(self.starts) - 1}, the paragraphs of the task"
                raise ExchangeError(file, f"{place}, {side}", repr(said), allowed, "correct it")
            offset = a_place(value.get(f"{side}Offset"), file, f"{place}, {side}Offset")
            ends.append(self.starts[number] + offset)
        return ends[0], ends[1]


class TaskTexts:
    """Which document is each task about, and is it all of it or a part?

    Parameters
    ----------
    file : str
        Name for messages.
    options : Options
    said : str
        The field that holds the text, as the configuration says; "" where it does not.
    answers : mapping
        Fields that are answers, not facts.
    gatherer : Gatherer
        Takes the documents.
    """

    def __init__(
        self, file: str, options: Options, said: str, answers: Mapping[str, Any],
        gatherer: Gatherer,
    ):  # fmt: skip
        self.file, self.options, self.said = file, options, said
        self.answers, self.gatherer = answers, gatherer
        #: Texts of parts, by their key.
        self.parts: dict[str, str] = {}
        self._joined: dict[str, dict[str, int]] = {}

    def look_ahead(self, tasks: list[Any]) -> None:
        """Find the documents of which several tasks are parts, as sentences of one file are."""
        found: dict[str, dict[str, int]] = {}
        ends: dict[str, int] = {}
        for task in tasks:
            data = task.get("data", task) if isinstance(task, dict) else None
            if not isinstance(data, dict):
                continue
            key, name = self._text_key(data), self._named(data)
            text = data.get(key)
            if name and isinstance(text, str) and not _ADDRESS.fullmatch(text.strip()):
                known = found.setdefault(name, {})
                if text not in known:
                    known[text] = ends.get(name, 0)
                    ends[name] = known[text] + len(text) + len(_GAP)
        self._joined = {name: texts for name, texts in found.items() if len(texts) > 1}

    def take(self, data: dict[str, Any], task_id: Any, place: str) -> TaskText:
        """Take the document of a task; give the text its places count in."""
        key, name, facts = self._text_key(data), "", {}
        for given, value in data.items():
            mapped = self.options.columns.get(given, given)
            if given == key or not mapped or value is None:
                continue
            if isinstance(value, dict | list):
                self.gatherer.note(f"field {given!r} of data left out: neither text nor a number")
                continue
            if meaning(mapped) == "document" and not name:
                name = a_name(value, self.file, f"{place}, data, {given}")
            else:
                facts[meaning(mapped) if meaning(mapped) in FACTS else mapped] = str(value)
        name = name or f"task-{a_name(task_id, self.file, f'{place}, id')}"
        if name in self._joined:
            return self._part(data, key, name, task_id, place)
        text = self._whole(data.get(key) if key else None, name, f"{place}, data, {key}")
        shown = text.html.text if text.html else text.counted
        self.gatherer.document(Document(name, shown, facts), place)
        return text

    def _part(
        self, data: dict[str, Any], key: str, name: str, task_id: Any, place: str
    ) -> TaskText:
        """A task that is one part of a document; facts that differ are of the part."""
        text = a_text(data[key], self.file, f"{place}, data, {key}")
        known = self._joined[name]
        self.gatherer.document(Document(name, _GAP.join(known)), place)
        start = known[text]
        part = f"{name}\0{start}"
        self.parts[part] = text
        unit = f"task-{a_name(task_id, self.file, f'{place}, id')}"

        def moved(span: Span) -> Span:
            return Span(span.start + start, span.end + start)

        return TaskText(name, text, part, moved, unit)

    def _whole(self, value: Any, name: str, place: str) -> TaskText:
        if isinstance(value, list):
            return self._dialogue(value, name, place)
        if value is None:
            return TaskText(name, None)
        text = a_text(value, self.file, place)
        if _ADDRESS.fullmatch(text.strip()):
            return TaskText(name, None, why=f"{text[:60]!r}: an address, not a text")
        if not (_MARKUP.match(text) and "</" in text):
            return TaskText(name, text)
        html = text_of_html(text, self.file, place)
        part = f"{name}\0html"
        self.parts[part] = html.raw

        def moved(span: Span) -> Span:
            return Span(html.moved(span.start), html.moved(span.end, end=True))

        return TaskText(name, html.raw, part, moved, html=html)

    def _dialogue(self, value: list[Any], name: str, place: str) -> TaskText:
        """Paragraphs with their speakers; places count in a paragraph, after the speaker."""
        lines, starts, at = [], [], 0
        for number, one in enumerate(value, start=1):
            where = f"{place} {number}"
            turn = {"text": one} if isinstance(one, str) else an_object(one, self.file, where)
            words = turn.get("text", turn.get("phrase", turn.get("dialogue")))
            said = a_text(words, self.file, f"{where}, text")
            who = turn.get("author", turn.get("speaker", turn.get("name")))
            before = f"{who}: " if isinstance(who, str) and who else ""
            starts.append(at + len(before))
            lines.append(before + said)
            at += len(before) + len(said) + len(_GAP)
        return TaskText(name, _GAP.join(lines), starts=starts)

    def _named(self, data: Mapping[str, Any]) -> str:
        for given, value in data.items():
            mapped = self.options.columns.get(given, given)
            if mapped and meaning(mapped) == "document" and isinstance(value, str | int):
                return str(value)
        return ""

    def _text_key(self, data: Mapping[str, Any]) -> str:
        """The field that holds the text: said by map or configuration, or the likeliest."""
        said = [k for k, v in self.options.columns.items() if meaning(v) == "document_text"]
        for key in (*said, self.said, "text", "html", "dialogue", "paragraphs"):
            if key in data:
                return key
        lists = [k for k, v in data.items() if isinstance(v, list) and v and _is_turn(v[0])]
        texts = [k for k, v in data.items() if isinstance(v, str) and len(v.split()) > 1]
        return max(texts, key=lambda k: len(data[k]), default=lists[0] if lists else "")


def _is_turn(one: Any) -> bool:
    return isinstance(one, dict) and isinstance(one.get("text", one.get("phrase")), str)
