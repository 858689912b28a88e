"""What a report consists of: findings, figures, pages and the manifest that describes them."""

from __future__ import annotations

import base64
import binascii
import datetime
import json
import os
import platform
import re
import tomllib
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from frameline.disk.place import sync
from frameline.report import BuildError
from frameline.report.document.editions import FILES
from frameline.report.escape import escape_markdown
from frameline.report.keeping.cache import Cache
from frameline.report.keeping.depends import PACKAGES, Inputs, version
from frameline.report.keeping.digests import digest_of, hash_files
from frameline.report.keeping.place import MANIFEST
from frameline.report.plan.plan import Plan, Run
from frameline.report.running.gate import Executed

FORMAT = "frameline-report-1"
#: Formats whose files are written by a compiler or from binary parts, beside the page.
WRITTEN = ("pdf", "brief", "annex", "docx", "slides")
#: Those worth making for nothing.
REHEARSED = ("pdf", "annex")
_PNG = b"\x89PNG\r\n\x1a\n"


def write_report(
    planned: Plan,
    executed: Mapping[str, Executed],
    folder: Path,
    inputs: Inputs,
    kept: Cache | None = None,
) -> list[str]:
    """Write everything a report consists of into an empty folder.

    What of it is in the cache, because nothing that goes into it has changed, is taken from there.

    Returns
    -------
    list of str
        The files, relative to the folder.
    """
    from frameline import __version__
    from frameline.report.document.assemble import merge
    from frameline.report.document.document import METADATA, read_document
    from frameline.report.document.headlines import check_headlines
    from frameline.report.document.lint import check_prose

    notebook = merge(planned, executed, __version__)
    about = notebook.metadata[METADATA]
    about |= identity(planned)
    about["digest"] = digest_of(inputs.corpus)[:16]
    document = read_document(notebook)
    check_prose(document)
    check_headlines(document)
    with ThreadPoolExecutor(1) as other:
        # The compiler of the PDFs needs no Python, so the rest is written meanwhile.
        files = {
            name: other.submit(file_of, document, planned, name, kept)
            for name in _worth_making(document, planned)
            if name in WRITTEN
        }
        write_json(folder / "results.json", about["findings"])
        if planned.report.formats:
            _write_figures(document, folder / "figures")
        if "html" in planned.report.formats:
            _write_text(folder / FILES["html"], html_of(document, planned))
        for name, made in files.items():
            (folder / FILES[name]).write_bytes(made.result())
    outputs = hash_files(folder)
    write_json(folder / MANIFEST, manifest(planned, about, inputs, outputs))
    sync(folder)
    return [*outputs, MANIFEST]


def rehearse(planned: Plan, executed: Mapping[str, Executed]) -> None:
    """Make the pages of some chapters for nothing, see `frameline.report.running.rehearse`."""
    from frameline.report.document.assemble import merge
    from frameline.report.document.document import METADATA, read_document
    from frameline.report.page.svg import clean

    notebook = merge(planned, executed)
    notebook.metadata[METADATA] |= identity(planned)
    document = read_document(notebook)
    for figure in document.figures:
        clean(figure.pictures.export_svg or figure.pictures.svg, transparent=False)
    for name in _worth_making(document, planned):
        if name == "html":
            html_of(document, planned)
        elif name in REHEARSED:
            file_of(document, planned, name)


def html_of(document: Any, planned: Plan) -> str:
    """The report as a page."""
    from frameline.report.page.html import write_html

    return write_html(document, Path(planned.report.template))


def _worth_making(document: Any, planned: Plan) -> list[str]:
    """The formats asked for whose files would hold anything."""
    from frameline.report.document.editions import worth_making

    return [name for name in planned.report.formats if worth_making(document, name)]


def file_of(document: Any, planned: Plan, name: str, kept: Cache | None = None) -> bytes:
    """The file of a format that is no page: the part of the report that it holds."""
    from frameline.report.document.editions import edition
    from frameline.report.print.pdf import write_pdf

    if name == "docx":
        from frameline.report.office.word import write_word

        return write_word(edition(document, name))
    return write_pdf(edition(document, name), Path(planned.report.template), kept)


def _write_figures(document: Any, folder: Path) -> None:
    """Every figure as SVG, PNG and CSV, every panel and table as CSV."""
    from frameline.report.page.html import csv_text
    from frameline.report.page.svg import SvgError, clean

    folder.mkdir()
    for figure in document.figures:
        try:
            svg = clean(figure.pictures.export_svg or figure.pictures.svg, transparent=False)
            png = base64.b64decode(figure.pictures.export_png, validate=True)
            if png and not png.startswith(_PNG):
                raise SvgError("export_png is not a PNG")
        except (SvgError, binascii.Error) as error:
            raise BuildError(f"figure {figure.key}: {error}") from None
        (folder / f"{figure.key}.svg").write_text(svg + "\n", encoding="utf-8", newline="\n")
        if png:
            (folder / f"{figure.key}.png").write_bytes(png)
        if figure.table.columns:
            _write_text(folder / f"{figure.key}.csv", csv_text(figure.table))
    for panel in document.panels:
        _write_text(folder / f"{panel.key}.csv", csv_text(panel.grid))
    for table in document.tables:
        _write_text(folder / f"{table.key}.csv", csv_text(table.grid))


def manifest(
    planned: Plan, about: Mapping[str, Any], inputs: Inputs, outputs: Mapping[str, str]
) -> dict[str, Any]:
    """What went in and what came out, with sha256 of each file and no clock.

    Parameters
    ----------
    planned : Plan
    about : mapping
        Metadata of the merged notebook.
    inputs : Inputs
        Digests of the data and the notebooks.
    outputs : mapping of str to str
        File to sha256.
    """
    data = inputs.corpus
    return {
        "format": FORMAT,
        "title": about["title"],
        "edition": about["edition"],
        "date": about["date"],
        "frameline": about["version"],
        "python": platform.python_version(),
        "packages": {name: version(name) for name in PACKAGES},
        # Of the system, for what the shipped fonts cannot write: the same bytes need the same ones.
        **({"fonts": dict(inputs.fonts)} if inputs.fonts else {}),
        "data": {
            "name": planned.corpus.name if planned.corpus else "",
            "digest": digest_of(data),
            "codebook": data.get("codebook.toml", ""),
            "files": dict(data),
        },
        "chapters": [_chapter_entry(run, inputs, about["chapters"]) for run in planned.runs],
        "partial": planned.partial,
        "outputs": dict(outputs),
    }


def _chapter_entry(
    planned: Run, inputs: Inputs, chapters: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    """What a chapter was made of; one that stepped aside has no number."""
    numbers = {chapter["key"]: chapter["number"] for chapter in chapters}
    paths = {name for name, p in planned.declared.items() if p.kind == "path"}
    defaults = {name: p.default for name, p in planned.declared.items()}
    parameters = {**defaults, **planned.values, **planned.choices}
    return {
        "key": planned.chapter.key,
        "number": numbers.get(planned.chapter.key, ""),
        "part": planned.chapter.part,
        "title": planned.title,
        "notebook": planned.chapter.file.name,
        "sha256": inputs.notebooks[planned.chapter.key],
        # Only the last part of a path is the same on another machine.
        "parameters": {n: Path(v).name if n in paths else v for n, v in parameters.items()},
    }


def identity(planned: Plan) -> dict[str, Any]:
    """Title, date and texts of the report, which belong to the corpus it is about.

    What report.toml says goes for the corpus it names, or for any where it has a title and names
    none. Another corpus is called what its data
    package says: its cover must not carry the names of the first. The date is the day the data
    stand for, never the day of the build; without one there is SOURCE_DATE_EPOCH, or none.
    """
    package = _package(planned.corpus)
    created = str(package.get("created", ""))
    date = created[:10] if re.match(r"\d{4}-\d{2}-\d{2}", created) else _epoch()
    own = bool(planned.report.title) and planned.report.corpus in (None, planned.corpus)
    texts = _texts(package)
    if own or planned.corpus is None:
        return {"date": planned.report.date or date, "texts": texts}
    return {
        "texts": texts,
        "title": str(package.get("title") or _subject(planned.corpus, planned.report.lang)),
        "subtitle": str(package.get("description") or ""),
        "edition": str(package.get("version") or ""),
        "authors": [],
        "keywords": [str(word) for word in package.get("keywords") or ()],
        "date": date,
    }


def _package(corpus: Path | None) -> dict[str, Any]:
    """The data package of a corpus folder; empty where there is none."""
    path = corpus / "datapackage.json" if corpus else None
    if path is None or not path.is_file():
        return {}
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise BuildError(f"{path}: not JSON: {error}") from None
    return found if isinstance(found, dict) else {}


def _texts(package: Mapping[str, Any]) -> list[dict[str, str]]:
    """The texts that a corpus is about, as sources: those its data package names."""
    named = [source for source in package.get("sources") or () if isinstance(source, dict)]
    return [
        {
            "key": f"text-{number}",
            "short": "",
            "text": escape_markdown(str(source.get("title") or "")),
            "url": str(source.get("path") or ""),
        }
        for number, source in enumerate(named, start=1)
    ]


def _subject(corpus: Path, lang: str) -> str:
    """A title made of the pair that the corpus is about, else of what its codebook is called."""
    # Imports pandas, which a build of the report's own corpus has no use for.
    from frameline.corpus.codebook import UNNAMED
    from frameline.words.phrases import Phrases

    words, path, found = Phrases("page", lang), corpus / "codebook.toml", {}
    if path.is_file():
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    pair = found.get("dyad", {}).get("label", "")
    if pair and pair != UNNAMED:
        return words("about-pair", pair=pair)
    return str(found.get("title") or words("about-corpus", corpus=corpus.stem))


def _epoch() -> str:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch.isdigit():
        return ""
    return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date().isoformat()


def write_json(path: Path, data: Any) -> None:
    text = json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False)
    _write_text(path, text + "\n")


def _write_text(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
