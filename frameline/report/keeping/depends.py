"""What a chapter depends on, as one digest: where it is the same, the chapter need not run.

Known before a chapter runs: its notebook, its parameters, the modules of the package it imports
(directly or through others) and everything in the package that is not a module, versions, and the
names of the files it may read. Known after it ran: which of these it read. So there are two
digests: `Inputs.before` leads to the lists of files read by earlier runs, and `Inputs.after` adds
the content of the files on such a list.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import os
import platform
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from frameline.fonts.fallback import characters_in, fonts_for
from frameline.report.document.figures import picture_files
from frameline.report.keeping.digests import digest_of, hash_files, sha256
from frameline.report.plan.plan import RESULTS, Plan, Run, read_notebook
from frameline.words.language import language_folder

FORMAT = 2
PACKAGE = Path(__file__).resolve().parents[2]
#: Packages whose version can change a number or a page.
PACKAGES = (
    "pandas", "numpy", "matplotlib", "papermill", "nbclient", "ipykernel", "nbconvert", "mistune",
    "typst",
)  # fmt: skip
#: Those that matter less, and change what a file looks like in rare cases.
_FURTHER = (
    "frameline",
    "ipython",
    "jinja2",
    "markupsafe",
    "nbformat",
    "pillow",
    "pyarrow",
    "scipy",
)
#: How chapters are run is part of what comes out.
_RUNNING = (
    "environment", "execute", "foreign", "gate", "kernel", "open_figures", "options", "processes",
    "quick_nbformat", "reading", "run", "taking", "warm",
)  # fmt: skip
#: Files that are read through Python, so that reading them is noticed. Others count as read.
_NOTICED = {".csv", ".tsv", ".toml", ".json", ".jsonl", ".md", ".txt", ".bib", ".yml", ".yaml"}
_IMPORT = re.compile(
    r"^[ \t]*(?:from[ \t]+(frameline[\w.]*)[ \t]+import[ \t]+(\([^)]*\)|[^\n#;]+)"
    r"|import[ \t]+([^\n#;]+))",
    re.MULTILINE,
)
#: In place of a name where imports are made in ways that do not show.
_ANYTHING = "*"
#: An exhibit asked for by its name; without a group where the name is not written out.
_EXHIBIT = re.compile(r"(?<![\w.])(?<!def )exhibit\((?:\s*[\"']([\w-]+)[\"'])?")
#: In the module that imports exhibits by name: which ones shows where they are asked for.
_BY_NAME = "def exhibit("
#: To ask for the version of a package, or for a file in one, imports nothing of ours.
_HIDDEN_IMPORT = re.compile(
    r"\bimportlib\b(?!\.(?:metadata|resources|util import find_spec)\b)|\b__import__\b"
)


def version(name: str) -> str:
    """The version of an installed package; empty where there is none."""
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return ""


class Inputs:
    """The inputs of a build, as they are when this is made.

    Parameters
    ----------
    planned : Plan
    """

    def __init__(self, planned: Plan):
        self._planned = planned
        self._known: dict[Path, dict[str, str]] = {}
        self.corpus = self.files(planned.corpus)
        self.notebooks = {run.chapter.key: _notebook(run) for run in planned.runs}
        #: Of the code alone: a chapter whose prose has changed need not run again.
        self.codes = {
            run.chapter.key: digest(code_of(read_notebook(run.chapter))) for run in planned.runs
        }

    def files(self, path: Path | None) -> dict[str, str]:
        """Digest of every file at a place, by name."""
        if path is None:
            return {}
        path = Path(os.path.realpath(path))
        if path not in self._known:
            self._known[path] = corpus_files(path)
        return self._known[path]

    def before(self, run: Run, results: str) -> str:
        """Digest of what is known of a chapter before it runs.

        Parameters
        ----------
        run : Run
        results : str
            Digest of the findings it may read.
        """
        places = self.places(run)
        values = {name: p.default for name, p in run.declared.items()} | dict(run.values)
        plain = {n: v for n, v in values.items() if n not in places and n != RESULTS}
        return digest({
            "shared": self._shared,
            "chapter": run.chapter.key,
            "notebook": self.codes[run.chapter.key],
            "values": plain,
            "choices": dict(run.choices),
            "places": {name: [path.name, *self._skeleton(path)] for name, path in places.items()},
            "code": self._code(run),
            "results": results if run.wants_results else "",
        })  # fmt: skip

    def after(self, before: str, run: Run, reads: Iterable[str]) -> str:
        """Digest of a chapter, given what it read (see `read_names`)."""
        contents = {name: self._content(run, name) for name in sorted(reads)}
        return digest([before, contents])

    def read_names(self, run: Run, reads: Iterable[str] | None) -> list[str]:
        """What a chapter read, by names that hold elsewhere too.

        A file at a place that a parameter names is ``parameter:name``; any other is its path.
        Where nobody could watch, a chapter counts as having read all at its places.
        """
        places = self.places(run)
        if reads is None:
            return sorted(f"{n}:{file}" for n, path in places.items() for file in self.files(path))
        found = set()
        for read in map(Path, reads):
            if read == Path(os.path.realpath(run.chapter.file)):
                continue
            for name, place in places.items():
                place = Path(os.path.realpath(place))
                if read.is_relative_to(place):
                    within = read.relative_to(place).as_posix()
                    found.add(f"{name}:{place.name if within == '.' else within}")
                    break
            else:
                found.add(str(read))
        return sorted(found)

    def places(self, run: Run) -> dict[str, Path]:
        """Where the parameters of a chapter lead, but for the findings of others."""
        folder = run.chapter.file.parent
        return {
            name: folder / run.values.get(name, parameter.default)
            for name, parameter in run.declared.items()
            if parameter.kind == "path" and name != RESULTS
        }

    def report(self, chapters: Mapping[str, str], digests: Mapping[str, str]) -> str:
        """Digest of everything a finished report depends on.

        Parameters
        ----------
        chapters : mapping of str to str
            Chapter to its digest, see `after`.
        digests : mapping of str to str
            Digest of anything else, by name.
        """
        planned = self._planned
        said = {name: str(value) for name, value in vars(planned.report).items()}
        runs = [[r.chapter.key, r.number, r.title, str(r.values), str(r.choices), str(r.declared)]
                for r in planned.runs]  # fmt: skip
        return digest({
            "shared": self._shared, "chapters": dict(chapters), "runs": runs, "report": said,
            "package": self._package, "corpus": self.corpus, "notebooks": self.notebooks,
            "template": hash_files(planned.report.template), "words": self._words,
            "name": str(planned.corpus), "partial": planned.partial, **digests,
        })  # fmt: skip

    @property
    def _words(self) -> list[dict[str, str]]:
        """What the page says, and what notebooks say in the language of the report."""
        report = self._planned.report
        own = report.path.parent / "texts" / report.lang
        return [hash_files(folder) if folder.is_dir() else {}
                for folder in (language_folder(report.lang), own)]  # fmt: skip

    @cached_property
    def basis(self) -> str:
        """Digest of what is imported and read once for all chapters."""
        return digest([self._shared, self._package, self.corpus])

    @cached_property
    def fonts(self) -> dict[str, str]:
        """Digest of each font of the system that the corpus needs, by name; mostly none."""
        corpus = self._planned.corpus
        return {path.name: sha256(path) for path in fonts_for(characters_in(corpus))}

    @cached_property
    def _shared(self) -> dict[str, Any]:
        return {
            "format": FORMAT,
            "python": f"{platform.python_implementation()} {platform.python_version()}",
            "system": f"{platform.system()} {platform.machine()}",
            "packages": {name: version(name) for name in (*PACKAGES, *_FURTHER)},
            "fonts": self.fonts,
            "epoch": os.environ.get("SOURCE_DATE_EPOCH", ""),
        }

    @cached_property
    def _package(self) -> dict[str, str]:
        return {
            name: value
            for name, value in hash_files(PACKAGE).items()
            if not name.startswith("_project/") and not name.endswith(".pyc")
        }

    def _skeleton(self, path: Path) -> list[Any]:
        """The names of the files at a place, and the content of those whose reading goes unseen."""
        files = self.files(path)
        unseen = {n: d for n, d in files.items() if Path(n).suffix.lower() not in _NOTICED}
        return [sorted(files), unseen]

    def _content(self, run: Run, name: str) -> str:
        parameter, colon, within = name.partition(":")
        places = self.places(run)
        if colon and parameter in places:
            return self.files(places[parameter]).get(within, "")
        path = Path(name)
        return sha256(path) if path.is_file() else ""

    def _code(self, run: Run) -> dict[str, str]:
        modules = {f"report/running/{name}.py" for name in _RUNNING}
        source = "\n".join(_sources(read_notebook(run.chapter)))
        used = imported(source)
        return {
            name: value
            for name, value in self._package.items()
            if used is None or name in used or name in modules or _is_data(name)
        }


def _notebook(run: Run) -> str:
    """Digest of a notebook, and of the pictures that its Markdown shows."""
    own, folder = sha256(run.chapter.file), run.chapter.file.parent
    cells = (c for c in read_notebook(run.chapter)["cells"] if c.get("cell_type") == "markdown")
    files = [file for cell in cells for file in picture_files("".join(cell["source"]), folder)]
    return digest([own, [sha256(f) if f.is_file() else "" for f in files]]) if files else own


def _is_data(name: str) -> bool:
    """Whether a file of the package is one that a chapter might read."""
    return not name.endswith(".py") and not name.startswith("report/")


def code_of(notebook: Mapping[str, Any]) -> list[Any]:
    """What of a notebook runs: the source and the tags of each code cell."""
    return [
        ["".join(cell.get("source", "")), cell.get("metadata", {}).get("tags", [])]
        for cell in notebook["cells"]
        if cell.get("cell_type") == "code"
    ]


def corpus_files(path: Path | None) -> dict[str, str]:
    """Digest of every file at a place; beside a corpus of one file, those of its audit too."""
    found = hash_files(path)
    if path is not None and path.is_file():
        from frameline.corpus.audit import audit_folder

        audit = audit_folder(path)
        found |= {f"{audit.name}/{name}": value for name, value in hash_files(audit).items()}
    return found


def _sources(notebook: Mapping[str, Any]) -> Iterator[str]:
    for cell in notebook["cells"]:
        if cell.get("cell_type") == "code":
            source = cell.get("source", "")
            yield "".join(source) if isinstance(source, list) else source


def imported(source: str) -> set[str] | None:
    """The modules of the package that some code imports, and those that these import.

    An exhibit is asked for by name, so a name in quotes counts as an import of its module.

    Parameters
    ----------
    source : str
        Python.

    Returns
    -------
    set of str or None
        Files relative to the package; None where imports are made in ways that do not show.

    Examples
    --------
    >>> sorted(imported("from frameline.record.mime import MIMES"))
    ['__init__.py', 'record/__init__.py', 'record/mime.py']
    """
    waiting = _named(source)
    found: set[str] = set()
    while waiting:
        file = waiting.pop()
        if file == _ANYTHING:
            return None
        if file not in found:
            found.add(file)
            waiting |= _imports_of(file, *_version_of(file))
    return found


def _version_of(file: str) -> tuple[int, int]:
    """What changes when a module does: another build in this process may have seen another."""
    state = (PACKAGE / file).stat()
    return state.st_mtime_ns, state.st_size


@lru_cache(maxsize=4096)
def _imports_of(file: str, *_: int) -> frozenset[str]:
    """The modules that one module of the package imports."""
    return frozenset(_named((PACKAGE / file).read_text(encoding="utf-8")))


def _named(text: str) -> set[str]:
    """The files that the import statements of a module name."""
    exhibits = _exhibits(text)
    if exhibits is None or (_HIDDEN_IMPORT.search(text) and _BY_NAME not in text):
        return {_ANYTHING}
    found = set(exhibits)
    for base, names, plain in _IMPORT.findall(text):
        bare = re.findall(r"[\w.]+", re.sub(r"\bas\s+\w+", "", names or plain))
        dotted = [base, *(f"{base}.{name}" for name in bare)] if base else bare
        for name in dotted:
            found |= set(_parents(name))
    return found


def _exhibits(text: str) -> set[str] | None:
    """The modules of the exhibits that some code asks for; None where a name does not show."""
    found: set[str] = set()
    for name in _EXHIBIT.findall(text):
        if not name:
            return None
        file = f"{name.replace('-', '_')}.py"
        found |= {str(p.relative_to(PACKAGE)) for p in PACKAGE.glob(f"exhibits/*/{file}")}
    return found


def _parents(dotted: str) -> Iterator[str]:
    """The file of a module and of every package around it, as far as they are ours."""
    package, *parts = dotted.split(".")
    if package != PACKAGE.name:
        return
    for count in range(len(parts) + 1):
        path = "/".join(parts[:count])
        for file in (f"{path}/__init__.py".lstrip("/"), f"{path}.py"):
            if os.path.isfile(f"{PACKAGE}/{file}"):
                yield file


def digest(record: Any) -> str:
    """The sha256 of a record written as JSON."""
    text = json.dumps(record, sort_keys=True, ensure_ascii=True, default=str)
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def findings_digest(digests: Mapping[str, str]) -> str:
    """The digest of the findings of several chapters, given that of each."""
    return digest_of(digests)
