"""Which chapters, and which whole reports, need not be made again."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from frameline.record.mime import FINDINGS_MIME, MIMES
from frameline.report import BuildError
from frameline.report.keeping.cache import Cache, Entry
from frameline.report.keeping.depends import Inputs, digest, findings_digest
from frameline.report.plan.plan import Plan, Run, read_notebook
from frameline.report.running.gate import Executed
from frameline.report.running.run import Ran

#: Kinds of entries: executed chapters, lists of files that chapters read, reports, durations.
_CHAPTERS, _READS, _REPORTS, _TIMES = "chapters", "reads", "reports", "times"
_LAST = "last"
_INJECTED = "injected-parameters"


@dataclass
class Reuse:
    """Looks chapters and reports up, and keeps them.

    Parameters
    ----------
    planned : Plan
    inputs : Inputs
    cache : Cache, optional
        Nothing is found and nothing kept without one.
    """

    planned: Plan
    inputs: Inputs
    cache: Cache | None
    #: Of the chapters found or kept so far: the digest of all they depend on, of their findings.
    _keys: dict[str, str] = field(default_factory=dict)
    _findings: dict[str, str] = field(default_factory=dict)
    _asides: dict[str, str] = field(default_factory=dict)
    _times: dict[str, float] = field(default_factory=dict)

    def find(self, wave: Sequence[Run]) -> list[Run]:
        """Look for the chapters of a wave; give those that have to run."""
        results = self._results(wave)
        return [run for run in wave if not self._find(run, results)]

    def load(self, run: Run) -> Executed | None:
        """A chapter that was found; None when its entry turns out to be damaged."""
        key = self._keys[run.chapter.key]
        entry = self.cache.get(_CHAPTERS, key) if self.cache else None
        if entry is None:
            del self._keys[run.chapter.key]
            return None
        notebook = with_prose(json.loads(entry.content), read_notebook(run.chapter))
        return Executed(run.chapter.key, notebook, entry.facts["aside"])

    def keep(self, run: Run, ran: Ran, wave: Sequence[Run]) -> None:
        """Keep a chapter that ran."""
        name, done = run.chapter.key, ran.executed
        self._times[name] = ran.seconds
        self._findings[name] = _findings_of(done.notebook)
        self._asides[name] = done.aside
        before = self.inputs.before(run, self._results(wave))
        reads = self.inputs.read_names(run, ran.reads)
        self._keys[name] = self.inputs.after(before, run, reads)
        if self.cache is None:
            return
        lists = [reads] + [old for old in self._lists(before) if old != reads]
        self.cache.put(_READS, before, {"lists": lists[:8]})
        facts = {"chapter": name, "findings": self._findings[name], "aside": done.aside}
        content = json.dumps(_essence(done.notebook), ensure_ascii=False).encode("utf-8")
        self.cache.put(_CHAPTERS, self._keys[name], facts, content)

    def report(self) -> Entry | None:
        """The whole report, when each chapter was found and nothing else has changed."""
        if self.cache is None or len(self._keys) < len(self.planned.runs):
            return None
        return self.cache.get(_REPORTS, self._report_key())

    def keep_report(self, folder: Path, names: Iterable[str]) -> None:
        """Keep a finished report."""
        if self.cache is None:
            return
        names = list(names)
        for name in names:
            check_plain(name)
        contents = {name: (folder / name).read_bytes() for name in names}
        files = [[n, len(c), hashlib.sha256(c).hexdigest()] for n, c in contents.items()]
        facts = {"files": files, "asides": {k: a for k, a in self._asides.items() if a}}
        self.cache.put(_REPORTS, self._report_key(), facts, b"".join(contents.values()))
        known = self.cache.facts(_TIMES, _LAST) or {}
        self.cache.put(_TIMES, _LAST, {"seconds": {**known.get("seconds", {}), **self._times}})
        self.cache.trim()

    def longest_first(self, runs: Sequence[Run]) -> list[Run]:
        """In the order in which few processors have the least to wait for at the end.

        By how long each took the last time; one never seen, by the size of its notebook.
        """
        known = (self.cache.facts(_TIMES, _LAST) if self.cache else None) or {}
        seconds = known.get("seconds", {})

        def cost(run: Run) -> tuple[float, int]:
            size = run.chapter.file.stat().st_size
            return seconds.get(run.chapter.key, size / 4000), size

        return sorted(runs, key=cost, reverse=True)

    def _results(self, wave: Sequence[Run]) -> str:
        """Digest of the findings that the chapters of a wave may read: those of earlier waves."""
        earlier: dict[str, str] = {}
        for other in self.planned.waves:
            if wave[0] in other:
                break
            earlier |= {r.chapter.key: self._findings.get(r.chapter.key, "") for r in other}
        return findings_digest(earlier)

    def _find(self, run: Run, results: str) -> bool:
        if self.cache is None:
            return False
        before = self.inputs.before(run, results)
        for reads in self._lists(before):
            key = self.inputs.after(before, run, reads)
            facts = self.cache.facts(_CHAPTERS, key)
            if facts is not None:
                name = run.chapter.key
                self._keys[name], self._findings[name] = key, facts["findings"]
                self._asides[name] = facts["aside"]
                return True
        return False

    def _lists(self, before: str) -> list[list[str]]:
        facts = self.cache.facts(_READS, before) if self.cache else None
        return list(facts["lists"]) if facts else []

    def _report_key(self) -> str:
        return self.inputs.report(self._keys, self._findings)


def unpack(entry: Entry) -> dict[str, bytes]:
    """The files of a kept report.

    Raises
    ------
    BuildError
        A name leads out of the folder of the report: nothing is written.
    """
    files, start = {}, 0
    for name, size, _ in entry.facts["files"]:
        check_plain(name)
        files[name] = entry.content[start : start + size]
        start += size
    return files


def with_prose(executed: Mapping[str, Any], written: Mapping[str, Any]) -> dict[str, Any]:
    """What a chapter showed when it ran, among the words that it has now.

    Parameters
    ----------
    executed : mapping
        A notebook that ran; one that stepped aside ends there.
    written : mapping
        The notebook as it is written, with the same code.
    """
    ran = [cell for cell in executed["cells"] if cell["cell_type"] == "code"]
    cells: list[Any] = []
    for cell in written["cells"]:
        if cell["cell_type"] != "code":
            cells.append(cell)
            continue
        if not ran:
            break
        while ran and _INJECTED in ran[0]["metadata"]["tags"]:
            cells.append(ran.pop(0))
        if ran:
            cells.append(ran.pop(0))
    return {"cells": cells}


def check_plain(name: str) -> None:
    """Refuse a name that is not relative, in one spelling, and inside the folder it stands for.

    >>> check_plain("figures/reasons.svg")
    >>> check_plain("../reasons.svg")
    Traceback (most recent call last):
    ...
    frameline.report.BuildError: "../reasons.svg" is no name of a file of a report
    """
    parts = name.split("/")
    if not all(part.strip(". ") for part in parts) or re.search(r"[\\:\x00-\x1f]", name):
        raise BuildError(f'"{name}" is no name of a file of a report')


def _findings_of(notebook: Mapping[str, Any]) -> str:
    """Digest of the findings a chapter hands over."""
    return digest([
        output["data"][FINDINGS_MIME]
        for cell in notebook["cells"]
        for output in cell.get("outputs", ())
        if FINDINGS_MIME in output.get("data", {})
    ])  # fmt: skip


def _essence(notebook: Mapping[str, Any]) -> dict[str, Any]:
    """An executed notebook with no more in it than goes into a report."""
    return {"cells": [_essence_of_cell(cell) for cell in notebook["cells"]]}


def _essence_of_cell(cell: Mapping[str, Any]) -> dict[str, Any]:
    kept = {"cell_type": cell["cell_type"], "source": cell["source"]}
    if cell["cell_type"] == "markdown" and "id" in cell:
        kept["id"] = cell["id"]
    if cell.get("attachments"):
        kept["attachments"] = cell["attachments"]
    kept["metadata"] = {"tags": cell.get("metadata", {}).get("tags", [])}
    if cell["cell_type"] == "code":
        kept["outputs"] = [
            {"output_type": "display_data", "data": {m: d for m, d in data.items() if m in MIMES}}
            for data in (output.get("data", {}) for output in cell.get("outputs", ()))
        ]
    return kept
