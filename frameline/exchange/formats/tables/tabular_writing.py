"""Tables of annotations, whatever file they go to: a project to rows, one per annotation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from frameline.exchange.formats.tables.cells import NO, YES
from frameline.exchange.formats.tables.tabular import says
from frameline.exchange.model.columns import DOCUMENT, FACTS, SEVERAL, VARIABLE, variable_header
from frameline.exchange.model.gather import all_annotations
from frameline.exchange.model.losses import lost
from frameline.exchange.model.project import Annotation, Left, Project


def table(project: Project) -> tuple[list[str], Iterator[list[str]]]:
    """The header and the rows of a project as a long table.

    A document has a row of its own, without coder, for its text and facts; a coding without
    annotations has a row with document and coder only.
    """
    several = _several_valued(project)
    facts = [f for f in FACTS if any(f in d.facts for d in project.documents)]
    facts += sorted({f for d in project.documents for f in d.facts} - set(facts))
    with_text = any(d.text is not None for d in project.documents)
    header = ["document", "coder", "layer", "id", "unit_id", "start", "end", "text"]
    header += [*several.values(), "note"]
    header += [f if f in FACTS else DOCUMENT + f for f in facts]
    header += ["document_text"] if with_text else []
    return header, _rows(project, several, facts, with_text)


def _several_valued(project: Project) -> dict[str, str]:
    """The column of each variable."""
    values: dict[str, set[str]] = {variable.name: set() for variable in project.variables}
    several: set[str] = set()
    for annotation in all_annotations(project.codings):
        for name, codes in annotation.values.items():
            values.setdefault(name, set()).update(code.strip().casefold() for code in codes)
            if len(codes) > 1:
                several.add(name)
    headers = {name: variable_header(name, name in several) for name in values}
    for name, header in headers.items():
        # Or the column would be read as marking a code.
        if values[name] <= YES | NO and not header.startswith(VARIABLE):
            headers[name] = VARIABLE + header
    return headers


def _rows(
    project: Project, several: Mapping[str, str], facts: Sequence[str], with_text: bool
) -> Iterator[list[str]]:
    middle = [""] * (len(several) + 7)
    for document in project.documents:
        own = [document.facts.get(fact, "") for fact in facts]
        yield [document.id, "", *middle, *own, *([document.text or ""] if with_text else [])]
    tail = [""] * (len(facts) + with_text)
    for coding in project.codings:
        if not coding.annotations:
            yield [coding.document, coding.coder, *middle, *tail]
        for said in coding.annotations:
            yield [coding.document, coding.coder, *_cells(said, several), *tail]


def _cells(said: Annotation, several: Mapping[str, str]) -> list[str]:
    values = []
    for name, header in several.items():
        codes = said.values.get(name, ())
        values.append(_joined(codes) if header.endswith(SEVERAL) else "".join(codes))
    starts = ";".join(str(span.start) for span in said.spans)
    ends = ";".join(str(span.end) for span in said.spans)
    return [said.layer, said.id, said.unit, starts, ends, said.quote, *values, said.note]


def table_cannot_hold(project: Project) -> list[Left]:
    """What of a project a table would lose."""
    annotations = list(all_annotations(project.codings))
    described = [v.label or any(_described(c) for c in v.codes) for v in project.variables]
    empty = [not says(a) for a in annotations]
    blank = [any("" in codes for codes in a.values.values()) for a in annotations]
    return [
        *lost("variables with labels, colours or definitions", "a table has codes only", described),
        *lost("annotations that say nothing", "a row needs a place, a code or a note", empty),
        *lost("annotations with an empty code", "an empty cell is no code", blank),
        *lost(
            "empty texts", "an empty cell is no text", (d.text == "" for d in project.documents)
        ),
    ]  # fmt: skip


def _described(code: object) -> bool:
    return any(getattr(code, name) for name in ("label", "definition", "colour", "parent"))


def _joined(values: Sequence[str]) -> str:
    return ";".join(re.sub(r"([;\\])", r"\\\1", value) for value in values)
