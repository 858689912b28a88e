"""report.toml: what the report is called, which chapters it has and how it comes out."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from frameline.corpus.fault import hint
from frameline.report import PlanError
from frameline.report.plan.language import check_language
from frameline.report.plan.project import project_folder

#: What a chapter belongs to, in reading order. The last three are parts of the annex under headings
#: of their own, by the names that all parts had before there was an annex.
PARTS = ("summary", "report", "method", "annex", "findings", "checks", "appendix")
ANNEX = frozenset({"annex", "findings", "checks", "appendix"})
FORMATS = ("html", "pdf", "brief", "annex", "docx", "slides")
#: Those that are made where nobody says which; others are made on request.
USUAL = FORMATS[:4]
PAPERS = ("a4", "letter")
#: What a chapter may be for: tables in memory, Parquet files, groups that are asked for.
KINDS = ("memory", "engine", "groups")
_CHAPTER_KEYS = {"file", "short", "part", "last", "brief", "parameters", "for", "first"}
_AGREEMENT_KEYS = {"finding", "verdict", "tentative", "refuse"}
_REFERENCE_KEYS = {"key", "short", "text", "url"}


@dataclass(frozen=True)
class Chapter:
    """One line of the table of chapters.

    ``part`` is one of `PARTS`; ``last`` chapters run after the others and read their findings;
    ``brief`` ones stand in the brief beside the summary. ``only_for`` names the corpora that have
    the chapter, see `KINDS`; all have it where it is empty. ``first`` names the design of a corpus
    whose report it opens.
    """

    file: Path
    part: str = "report"
    short: str = ""
    last: bool = False
    brief: bool = False
    parameters: Mapping[str, Any] = field(default_factory=dict)
    only_for: tuple[str, ...] = ()
    first: str = ""

    @property
    def key(self) -> str:
        """The file name without its number: what a command line calls the chapter."""
        return re.sub(r"^\d+[a-z]?-", "", self.file.stem)

    @property
    def summary(self) -> bool:
        """Whether it opens the report: it runs after all others and is read first."""
        return self.part == "summary"

    def answers_to(self, name: str) -> bool:
        """Whether a name means this chapter: key, file name, or the number of the file."""
        stem = self.file.stem
        return name in (self.key, stem, self.file.name, stem.split("-")[0])


@dataclass(frozen=True)
class Reference:
    """One entry of the bibliography."""

    key: str
    short: str
    text: str
    url: str = ""


@dataclass(frozen=True)
class Report:
    """Everything report.toml says, paths made absolute.

    ``cover_figure`` is the key of the chart on the cover of the PDF. With a ``claims_title`` the
    report gets one more appendix of that name: every claim that a figure, table or finding cites.
    ``agreement`` says which finding holds the agreement of coders on a role (``finding``, a
    pattern over ``{role}``) and what is said of it (``verdict``), below which value a figure is
    marked as ``tentative`` and below which the report may not show it (``refuse``).
    """

    path: Path
    title: str
    chapters: tuple[Chapter, ...]
    subtitle: str = ""
    edition: str = ""
    date: str = ""
    lang: str = "en"
    authors: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    formats: tuple[str, ...] = USUAL
    paper: str = "a4"
    corpus: Path | None = None
    template: Path = Path("template")
    out: Path = Path("build")
    cover_figure: str = ""
    claims_title: str = ""
    agreement: Mapping[str, Any] = field(default_factory=dict)
    parameters: Mapping[str, Any] = field(default_factory=dict)
    bibliography: tuple[Reference, ...] = ()

    def chapter(self, name: str) -> Chapter:
        """The chapter a command line means by a name."""
        for chapter in self.chapters:
            if chapter.answers_to(name):
                return chapter
        keys = [chapter.key for chapter in self.chapters]
        raise PlanError(
            f'no chapter "{name}" in {self.path.name}{hint(name, keys)}; allowed: {", ".join(keys)}'
        )


def read_report(path: Path | str) -> Report:
    """Read and check report.toml.

    Parameters
    ----------
    path : path
        The file; paths inside it are relative to its folder.

    Returns
    -------
    Report

    Raises
    ------
    PlanError
        Not there, not TOML, an unknown key or a value that is not allowed.
    """
    path = Path(path).resolve()
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise PlanError(f"{path}: cannot be read ({error.strerror})") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PlanError(f"{path}: not TOML: {error}") from None
    known = {f for f in Report.__dataclass_fields__ if f != "path"} | {"notebooks"}
    _only_known(table, known, path.name)
    folder = path.parent
    notebooks = folder / table.pop("notebooks", "../notebooks")
    chapters = tuple(_chapter(entry, notebooks, path.name) for entry in table.pop("chapters", []))
    _check_chapters(chapters, path.name)
    listed = table.pop("bibliography", None)
    listed = _shipped_references() if listed is None else listed
    references = tuple(_reference(entry, path.name) for entry in listed)
    values: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in table.items()
    }
    for key in ("corpus", "template", "out"):
        default = {"template": "template", "out": "build"}.get(key)
        if key in values or default:
            values[key] = (folder / str(values.get(key, default))).resolve()
    values["template"] = _own_or_shipped(values["template"], "report")
    report = Report(path=path, chapters=chapters, bibliography=references, **_typed(values, path))
    _check_values(report)
    return report


def _typed(values: dict[str, Any], path: Path) -> dict[str, Any]:
    """Refuse what is not text where text is wanted."""
    if "title" not in values:
        raise PlanError(f'{path.name}: no "title"')
    for key, value in values.items():
        wanted: type | tuple[type, ...] = str
        if key in ("authors", "keywords", "formats"):
            wanted = tuple
        elif key in ("parameters", "agreement"):
            wanted = dict
        elif key in ("corpus", "template", "out"):
            wanted = Path
        elif key == "date":
            values[key] = value = str(value)
        if not isinstance(value, wanted):
            raise PlanError(f'{path.name}: "{key}" is {value!r}; allowed: {wanted}')
    return values


def _only_known(table: Mapping[str, Any], known: Iterable[str], where: str) -> None:
    for key in table:
        if key not in known:
            raise PlanError(
                f'{where}: unknown key "{key}"{hint(key, known)}; '
                f"allowed: {', '.join(sorted(known))}"
            )


def _chapter(entry: Mapping[str, Any], notebooks: Path, where: str) -> Chapter:
    _only_known(entry, _CHAPTER_KEYS, f"{where}, chapters")
    if not isinstance(entry.get("file"), str):
        raise PlanError(f'{where}: a chapter has no "file"')
    last = entry.get("last", False)
    chapter = Chapter(
        file=_own_or_shipped(notebooks / entry["file"], "notebooks"),
        # What reads the findings of all others is the summary, unless it says where it stands.
        part=entry.get("part", "summary" if last else "report"),
        short=entry.get("short", ""),
        last=last,
        brief=entry.get("brief", False),
        parameters=entry.get("parameters", {}),
        only_for=tuple(entry.get("for", ())),
        first=entry.get("first", ""),
    )
    for kind in chapter.only_for:
        if kind not in KINDS:
            raise PlanError(
                f'{where}: chapter {chapter.key}: for "{kind}"; allowed: {", ".join(KINDS)}'
            )
    if chapter.part not in PARTS:
        raise PlanError(
            f'{where}: chapter {chapter.key}: part "{chapter.part}"; allowed: {", ".join(PARTS)}'
        )
    return chapter


def _own_or_shipped(path: Path, folder: str) -> Path:
    """A file or folder of a report of one's own, else the one of this name that is shipped."""
    shipped = project_folder() / folder / (path.name if folder == "notebooks" else "template")
    return (shipped if not path.exists() and shipped.exists() else path).resolve()


def _shipped_references() -> list[Any]:
    """The literature of the methods, for a report that names none of its own."""
    path = project_folder() / "report" / "report.toml"
    found: list[Any] = tomllib.loads(path.read_text(encoding="utf-8")).get("bibliography", [])
    return found


def _check_chapters(chapters: tuple[Chapter, ...], where: str) -> None:
    if not chapters:
        raise PlanError(f"{where}: no chapters")
    seen: set[str] = set()
    for chapter in chapters:
        if chapter.key in seen:
            raise PlanError(f'{where}: two chapters are called "{chapter.key}"')
        seen.add(chapter.key)


def _reference(entry: Mapping[str, Any], where: str) -> Reference:
    _only_known(entry, _REFERENCE_KEYS, f"{where}, bibliography")
    missing = {"key", "short", "text"} - set(entry)
    if missing:
        raise PlanError(f"{where}: a bibliography entry has no {', '.join(sorted(missing))}")
    return Reference(**{key: str(value) for key, value in entry.items()})


def _check_values(report: Report) -> None:
    check_formats(report.formats, report.path.name)
    _only_known(report.agreement, _AGREEMENT_KEYS, f"{report.path.name}, agreement")
    check_language(report.lang, f"{report.path.name}, lang")
    for reference in report.bibliography:
        if reference.url and not reference.url.startswith(("https://", "http://")):
            raise PlanError(
                f'{report.path.name}: bibliography {reference.key}: url "{reference.url}"; '
                "allowed: https://..."
            )
    if report.paper not in PAPERS:
        raise PlanError(f'{report.path.name}: paper "{report.paper}"; allowed: {", ".join(PAPERS)}')


def check_formats(formats: Iterable[str], where: str) -> None:
    """Refuse a format the builder cannot make."""
    for name in formats:
        if name not in FORMATS:
            raise PlanError(f'{where}: format "{name}"; allowed: {", ".join(FORMATS)}')
