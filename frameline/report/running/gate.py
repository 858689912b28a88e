"""What a chapter that ran must be like before any of it goes into a report."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from frameline.record.mime import MIMES
from frameline.report import BuildError
from frameline.report.running.taking import take_outputs

#: The one exception a chapter may raise: the corpus lacks what the chapter is about.
STEP_ASIDE = "StepAside"
#: What reading a corpus with faults raises.
FAULTY_CORPUS = "CorpusError"
_ANSI = re.compile(r"\x1b\[[0-9;]*m")
_DROPPED_TAGS = {"papermill-error-cell-tag"}


@dataclass(frozen=True)
class Executed:
    """A chapter that ran and passed the gate."""

    chapter: str
    notebook: dict[str, Any]
    aside: str = ""


def gate(notebook: Mapping[str, Any], chapter: str, forbidden: Iterable[str] = ()) -> Executed:
    """Let a run through only when it is whole and hands over nothing unknown.

    Parameters
    ----------
    notebook : mapping
        Executed notebook as JSON.
    chapter : str
        Name for messages.
    forbidden : iterable of str
        Texts no output may hold.

    Returns
    -------
    Executed
        Without the cells after one that stepped aside.

    Raises
    ------
    BuildError
        A cell raised, did not run, printed, warned, or gave an output that is not for a report.
    """
    cells: list[Mapping[str, Any]] = []
    position = 0
    for cell in notebook["cells"]:
        tags = cell.get("metadata", {}).get("tags", [])
        if _DROPPED_TAGS & set(tags):
            continue
        injected = "injected-parameters" in tags
        position += not injected
        if cell["cell_type"] != "code":
            cells.append(cell)
            continue
        where = _where(cell, chapter, "parameters" if injected else position)
        aside = _judge(cell, where)
        key = f"{chapter}-cell-{position}"
        cells.append(cell if aside is not None else _taken(cell, where, key, forbidden))
        if aside is not None:
            return Executed(chapter, {**notebook, "cells": cells}, aside)
    return Executed(chapter, {**notebook, "cells": cells})


def _where(cell: Mapping[str, Any], chapter: str, position: object) -> str:
    lines = _text(cell.get("source", "")).strip().splitlines() or ["(empty)"]
    return f"{chapter}: cell {position} ({lines[0][:70]})"


def _taken(
    cell: Mapping[str, Any], where: str, key: str, forbidden: Iterable[str]
) -> Mapping[str, Any]:
    """A cell whose outputs are all records of the report."""
    outputs = cell.get("outputs", [])
    try:
        taken = take_outputs(_text(cell.get("source", "")), outputs, key)
    except ValueError as error:
        raise BuildError(f"{where}: {error}") from None
    for output in taken:
        _refuse_paths(output["data"], where, forbidden)
    return {**cell, "outputs": taken} if outputs else cell


def _judge(cell: Mapping[str, Any], where: str) -> str | None:
    """Raise for a cell that may not pass; give the line of one that steps aside."""
    if not _text(cell.get("source", "")).strip():
        return None
    for output in cell.get("outputs", []):
        kind = output.get("output_type")
        if kind == "error":
            if output.get("ename") == STEP_ASIDE:
                return str(output.get("evalue", ""))
            if output.get("ename") == FAULTY_CORPUS:
                # What is wrong with the data is not the fault of a chapter.
                raise BuildError(f"{output.get('evalue')}\n(frameline check lists every fault)")
            said = f"{where}: {output.get('ename')}: {output.get('evalue')}"
            raise BuildError("\n".join([said, *cell_frames(output.get("traceback", []))]))
        if kind == "stream":
            lines = _text(output.get("text", "")).strip().splitlines() or [""]
            raise BuildError(f"{where}: printed to {output.get('name')}: {lines[0][:200]}")
    if cell.get("execution_count") is None:
        raise BuildError(f"{where}: did not run; a cell before it ended the kernel")
    if cell.get("metadata", {}).get("papermill", {}).get("exception"):
        raise BuildError(f"{where}: ended with an exception")
    return None


def _refuse_paths(data: Mapping[str, Any], where: str, forbidden: Iterable[str]) -> None:
    shown = json.dumps({mime: data[mime] for mime in MIMES if mime in data}, ensure_ascii=False)
    for text in forbidden:
        if text in shown:
            raise BuildError(f"{where}: shows a path of this machine ({text})")


def cell_frames(traceback: Iterable[str]) -> list[str]:
    """The lines of a traceback that show the cell itself, not what it called.

    >>> cell_frames(["ValueError", "Cell \x1b[32mIn[2]\x1b[39m, line 1", "File x.py"])
    ['  Cell In[2], line 1']
    """
    plain = (_ANSI.sub("", str(entry)) for entry in traceback)
    frames = (entry for entry in plain if entry.lstrip().startswith("Cell In["))
    return [f"  {line.rstrip()}" for frame in frames for line in frame.splitlines() if line.strip()]


def _text(source: Any) -> str:
    return "".join(source) if isinstance(source, list) else str(source)
