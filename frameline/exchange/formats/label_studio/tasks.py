"""What stands in Label Studio's tasks: regions and answers of each coder, places as counted there.

The rules of the format: https://labelstud.io/guide/task_format and .../guide/export.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.expect import a_list, a_name, a_place, a_text, an_object, shown
from frameline.exchange.files.safety import read_xml
from frameline.exchange.formats.label_studio.texts import TaskText, TaskTexts
from frameline.exchange.model.columns import meaning
from frameline.exchange.model.gather import Gatherer
from frameline.exchange.model.project import Code, Options, Variable

#: Elements of a configuration that give a variable.
_CONTROLS = (
    "Labels", "Choices", "Taxonomy", "TextArea", "Rating", "HyperTextLabels", "ParagraphLabels",
)  # fmt: skip
#: Between the steps of a path of a taxonomy.
STEP = " > "
#: Where a result keeps what the coder chose, by its type.
_CHOSEN = {
    "labels": "labels",
    "hypertextlabels": "hypertextlabels",
    "paragraphlabels": "paragraphlabels",
    "choices": "choices",
    "taxonomy": "taxonomy",
    "textarea": "text",
    "rating": "rating",
    "number": "number",
    "datetime": "datetime",
}
#: What says that a result is about an image, sound, video or table.
_ELSEWHERE = frozenset("x y width height points format channel".split())
_MARKUP = ("hypertextlabels", "paragraphlabels")
_NOT_FINAL = {
    "predictions": "no coder's final word (--with predictions takes the model as a coder)",
    "drafts": "no coder's final word",
}
#: Fields of a JSON_MIN task that are neither data nor answers.
_HOUSEKEEPING = frozenset(
    "id annotation_id annotator created_at updated_at lead_time agreement predictions".split()
)


@dataclass
class Region:
    """What one coder said about one place, or about the whole document; `span` as counted there."""

    place: str
    span: tuple[int, int] | None
    quote: str = ""
    note: str = ""
    values: dict[str, tuple[str, ...]] = field(default_factory=dict)
    rows: int = 0


@dataclass
class Work:
    """What one coder did on one text."""

    text: TaskText
    coder: str
    place: str
    regions: list[Region] = field(default_factory=list)


@dataclass(frozen=True)
class Config:
    """What a label_config.xml says: the field that holds the text, and the variables."""

    text: str = ""
    variables: Mapping[str, Variable] = field(default_factory=dict)


def read_config(path: Path) -> Config:
    """Which variables and codes does a labelling configuration have?"""
    text = ""
    variables: dict[str, Variable] = {}
    for element in read_xml(path).iter():
        tag = element.tag if isinstance(element.tag, str) else ""
        if (tag == "Text" and not text) or (tag in ("HyperText", "Paragraphs") and not text):
            text = (element.get("value") or "").removeprefix("$")
        elif tag in _CONTROLS and element.get("name"):
            name = element.get("name") or ""
            codes = tuple(_config_codes(element, ""))
            many = tag == "Taxonomy" or element.get("choice") == "multiple"
            variables[name] = Variable(name, codes, several=many)
    return Config(text, variables)


def _config_codes(element: Any, parent: str) -> list[Code]:
    found = []
    for below in element:
        value = below.get("value") if below.tag in ("Label", "Choice") else None
        if value:
            code = f"{parent}{STEP}{value}" if parent else value
            colour = below.get("background") or ""
            colour = colour if colour.startswith("#") else ""
            found.append(Code(code, "", below.get("hint") or "", colour, parent))
            found += _config_codes(below, code)
    return found


class TaskReader:
    """One file's tasks to documents and work, every result counted as used or left.

    Parameters
    ----------
    path : Path
    options : Options
    texts : TaskTexts
        Tells which document, and which part of it, a task is about.
    gatherer : Gatherer
        Takes the documents and the counts.
    """

    def __init__(self, path: Path, options: Options, texts: TaskTexts, gatherer: Gatherer):
        self.file = path.name
        self.options = options
        self.texts = texts
        self.gatherer = gatherer
        self.coder = gatherer.unnamed(path.name, options)

    def task(self, value: Any, place: str) -> list[Work]:
        """The work on one task, in either shape of the export."""
        found: list[Work] = []
        with self.gatherer.attempt("tasks", _rows_of(value)):
            task = an_object(value, self.file, place)
            if "data" not in task:
                found += self._short_task(task, place)
            else:
                found += self._long_task(task, place)
        return found

    def _long_task(self, task: dict[str, Any], place: str) -> list[Work]:
        data = an_object(task["data"], self.file, f"{place}, data")
        text = self.texts.take(data, task.get("id"), place)
        for kind in ("predictions", "drafts"):
            if kind == "predictions" and self.options.predictions:
                continue
            why = _NOT_FINAL[kind]
            for some in a_list(task.get(kind), self.file, f"{place}, {kind}"):
                self._leave(some, f"results of {kind}", why)
        found = a_list(task.get("annotations", task.get("completions")), self.file, place)
        done: list[Work] = []
        for number, one in enumerate(found, start=1):
            done += self._work(one, text, f"{place}, annotation {number}")
        guessed = a_list(task.get("predictions"), self.file, place)
        if self.options.predictions:
            for number, one in enumerate(guessed, start=1):
                done += self._work(one, text, f"{place}, prediction {number}", model=True)
        if not found and not (guessed and self.options.predictions):
            self._count(used=1)
        return done

    def _work(self, value: Any, text: TaskText, place: str, *, model: bool = False) -> list[Work]:
        """The results of one coder or model; a faulty result is left, and no other."""
        done: list[Work] = []
        with self.gatherer.attempt("annotations", _results_of(value)):
            annotation = an_object(value, self.file, place)
            if annotation.get("was_cancelled") or annotation.get("skipped"):
                self._leave(
                    annotation, "results of cancelled annotations", "the coder skipped the task"
                )
                return []
            who = annotation.get("completed_by")
            coder = self._model(annotation) if model else self._coder(who, place)
            work = Work(text, coder, place)
            results = a_list(annotation.get("result"), self.file, f"{place}, result")
            if not results:
                self._count(used=1)
            regions = Regions()
            for number, result in enumerate(results, start=1):
                where = f"{place}, result {number}"
                with self.gatherer.attempt("results"):
                    one = an_object(result, self.file, where)
                    self._count(self._result(one, where, regions, text))
            work.regions = regions.in_order
            if regions.in_order or not results:
                done.append(work)
        return done

    def _count(self, used: int) -> None:
        self.gatherer.rows += 1
        self.gatherer.used += used

    def _leave(self, some: Any, what: str, why: str) -> None:
        count = _results_of(some)
        self.gatherer.rows += count
        self.gatherer.leave(count, what, why)

    def _model(self, prediction: dict[str, Any]) -> str:
        return str(prediction.get("model_version") or "model")

    def _coder(self, who: Any, place: str) -> str:
        if isinstance(who, dict):
            parts = (who.get("first_name"), who.get("last_name"))
            full = " ".join(str(part) for part in parts if part)
            who = who.get("email") or who.get("username") or full or who.get("id")
        return self.coder if who is None else a_name(who, self.file, f"{place}, completed_by")

    def _result(self, result: dict[str, Any], place: str, regions: Regions, text: TaskText) -> int:
        """Take one result; how many rows were used."""
        kind = a_text(result.get("type"), self.file, f"{place}, type")
        if kind == "relation":
            self.gatherer.leave(1, "relations", "annotations are not linked here")
            return 0
        value = an_object(result.get("value"), self.file, f"{place}, value")
        if kind not in _CHOSEN or _ELSEWHERE & value.keys():
            self.gatherer.leave(1, f"results of type {kind or '?'}", "not about a place in text")
            return 0
        name = a_name(result.get("from_name"), self.file, f"{place}, from_name")
        name = self.options.columns.get(name, name)
        if not name:
            self.gatherer.leave(1, "results", "the map leaves them out")
            return 0
        codes = self._codes(value.get(_CHOSEN[kind]), f"{place}, value, {_CHOSEN[kind]}")
        notes = self._codes(
            an_object(result.get("meta") or {}, self.file, f"{place}, meta").get("text"),
            f"{place}, meta, text",
        )
        if not codes and not notes and not {"start", "end"} & value.keys():
            found = f"nothing under {_CHOSEN[kind]}"
            raise ExchangeError(self.file, place, found, "what the coder chose", "correct it")
        if kind in _MARKUP:
            span: tuple[int, int] | None = text.span_in_markup(value, self.file, place)
        else:
            span = self._span(value, place)
        quote = value.get("text") if kind != "textarea" and span else ""
        quote = a_text(quote, self.file, f"{place}, value, text")
        region = regions.find(str(result.get("id", "")), span, name, place, self.file)
        region.rows += 1
        region.quote = region.quote or quote
        if kind == "textarea" and meaning(name) == "note":
            notes += codes
        elif codes:
            region.values[name] = (*region.values.get(name, ()), *codes)
        region.note = "\n".join(part for part in (region.note, *notes) if part)
        return 1

    def _span(self, value: dict[str, Any], place: str) -> tuple[int, int] | None:
        if not {"start", "end"} & value.keys():
            return None
        start = a_place(value.get("start"), self.file, f"{place}, start")
        end = a_place(value.get("end"), self.file, f"{place}, end")
        if end < start:
            found = f"end {end} before start {start}"
            raise ExchangeError(self.file, place, found, "start <= end", "correct the result")
        return start, end

    def _codes(self, chosen: Any, place: str) -> list[str]:
        found = []
        for code in chosen if isinstance(chosen, list) else [chosen]:
            if isinstance(code, list):
                found.append(STEP.join(a_name(step, self.file, place) for step in code))
            elif isinstance(code, str | int | float) and not isinstance(code, bool):
                found.append(str(code))
            elif code is not None:
                raise ExchangeError(self.file, place, shown(code), "names of codes", "correct it")
        return found

    # --- JSON_MIN -----------------------------------------------------------------------------

    def _short_task(self, task: dict[str, Any], place: str) -> list[Work]:
        """A task of JSON_MIN: data and answers side by side, one line per annotation.

        Regions are known by their shape, other answers by the configuration; plain fields
        without one are facts of the document.
        """
        known = self.texts.answers
        answers = {
            name: value
            for name, value in task.items()
            if name not in _HOUSEKEEPING and (isinstance(value, dict | list) or name in known)
        }
        data = {n: v for n, v in task.items() if n not in answers and n not in _HOUSEKEEPING}
        text = self.texts.take(data, task.get("id"), place)
        work = Work(text, self._coder(task.get("annotator"), place), place)
        regions = Regions()
        for name, value in answers.items():
            for number, one in enumerate(_answers(value), start=1):
                where = f"{place}, {name} {number}"
                chosen = next((kind for kind in _CHOSEN if kind in one), "")
                one = {"type": chosen or "?", "from_name": name, "value": one}
                with self.gatherer.attempt("results"):
                    self._count(self._result(one, where, regions, text))
        if not any(_answers(value) for value in answers.values()):
            self._count(used=1)
        work.regions = regions.in_order
        return [work]


def _rows_of(task: Any) -> int:
    """As how many rows a task counts that cannot be read at all."""
    found = task.get("annotations", task.get("completions")) if isinstance(task, dict) else None
    return sum(map(_results_of, found)) or 1 if isinstance(found, list) else 1


def _results_of(annotation: Any) -> int:
    results = annotation.get("result") if isinstance(annotation, dict) else None
    return max(1, len(results)) if isinstance(results, list) else 1


def _answers(value: Any) -> list[dict[str, Any]]:
    """The answers under one name of JSON_MIN, each as the value of a result."""
    if isinstance(value, list) and value and all(isinstance(one, dict) for one in value):
        return value
    if isinstance(value, dict):
        return [value]
    return [{"choices": value}] if value else []


class Regions:
    """The regions of one coder's work, found again by id."""

    def __init__(self) -> None:
        self.in_order: list[Region] = []
        self._by_id: dict[str, Region] = {}
        self._whole: Region | None = None

    def find(
        self, key: str, span: tuple[int, int] | None, variable: str, place: str, file: str
    ) -> Region:
        """The region of a result; answers about the document join until one comes again."""
        region = self._by_id.get(key) if key else None
        if region is not None and span not in (None, region.span):
            raise ExchangeError(
                file, place, f"the region {key!r} at another place", "one place each",
                "give one of them another id",
            )  # fmt: skip
        if region is None and span is None and self._whole is not None:
            region = self._whole if variable not in self._whole.values else None
        if region is None:
            region = Region(place, span)
            self.in_order.append(region)
        if span is None and region.span is None:
            self._whole = region
        if key:
            self._by_id[key] = region
        return region
