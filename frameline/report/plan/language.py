"""The language of a report: its own words, and the prose of its notebooks, in that language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from frameline.report import PlanError
from frameline.report.plan.project import project_folder
from frameline.words.cells import CELLS, OF_REPORT, cell_message, report_message, short_message
from frameline.words.language import language_folder, languages

if TYPE_CHECKING:
    from frameline.report.plan.config import Report
    from frameline.words.catalogue import Messages

#: The parameter by which a chapter is told the language.
LANG = "lang"
ENGLISH = "en"


def check_language(lang: str, where: str) -> None:
    """Refuse a language that there are no words of."""
    there = languages()
    if lang not in there:
        raise PlanError(
            f'{where}: no words in the language "{lang}"; allowed: {", ".join(there)} '
            "(frameline words --new begins another)"
        )


@dataclass(frozen=True)
class Translation:
    """What notebooks and report.toml say, in another language.

    A report with notebooks of its own has its ``texts/<language>/cells.ftl`` beside it; what has
    none says what its notebooks say.
    """

    report: Path
    lang: str

    def cells(self, notebook: Path, cells: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
        """The cells of a notebook, Markdown in the language of the report."""
        return [
            {**cell, "source": text}
            if cell["cell_type"] == "markdown"
            and (text := self.word(cell_message(notebook.name, cell.get("id", "")), notebook))
            else cell
            for cell in cells
        ]

    def word(self, name: str, notebook: Path | None = None) -> str:
        """A message for a notebook, or else for report.toml; empty where there is none."""
        place = notebook.parent if notebook else self.report.parent
        shipped = project_folder() / ("notebooks" if notebook else "report")
        if self._messages is None or not (self._own.is_file() or place == shipped):
            return ""
        return self._messages.lines(name) if name in self._messages else ""

    @property
    def _own(self) -> Path:
        """The catalogue beside the report, where that has its own."""
        return self.report.parent / "texts" / self.lang / f"{CELLS}.ftl"

    @cached_property
    def _messages(self) -> Messages | None:
        shipped = language_folder(self.lang) / f"{CELLS}.ftl"
        file = self._own if self._own.is_file() else shipped
        if self.lang == ENGLISH or not file.is_file():
            return None
        from frameline.words.catalogue import Messages

        return Messages(CELLS, self.lang, file.parents[1])


def in_language(report: Report, lang: str) -> Report:
    """A report whose own words (title, short titles of chapters) are in a language."""
    said = Translation(report.path, lang)
    words = {key: said.word(report_message(report.path.name, key)) for key in OF_REPORT}
    chapters = tuple(
        replace(c, short=said.word(short_message(c.file.name), c.file) or c.short)
        for c in report.chapters
    )
    found = {key: text for key, text in words.items() if text}
    return replace(report, lang=lang, chapters=chapters, **found)  # type: ignore[arg-type]
