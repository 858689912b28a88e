"""What runs again, and what does not: each kind of input changed in turn."""

import json
import os
import shutil
from functools import cache
from hashlib import sha256

import pytest

from frameline.record.mime import FINDINGS_MIME, PROSE_MIME
from frameline.report import BuildError
from frameline.report.build import build
from frameline.report.keeping import depends
from frameline.report.keeping.cache import Cache
from frameline.report.keeping.depends import Inputs, imported
from frameline.report.keeping.digests import hash_files
from frameline.report.keeping.key import user_cache
from frameline.report.keeping.reuse import Reuse
from frameline.report.plan.config import read_report
from frameline.report.plan.plan import parse_override, plan
from frameline.report.running.run import Observer

from .conftest import HERE, write_notebook

#: A chapter says how long the file is that it reads, and what it was told.
SOURCE = """from IPython.display import display
text = open(f"{corpus}/NAME.csv").read()
found = dict(key="NAME.size", value=len(text), unit="count", text=str(len(text)), low=None,
             high=None, n=None, filter="", evidence=[])
said = {"segments": [{"text": f"NAME {word} "}, {"text": str(len(text)), "key": "NAME.size"}]}
made = {"chapter": "NAME", "findings": [found]}
display({"PROSE_MIME": said, "FINDINGS_MIME": made}, raw=True)"""
READS = """from IPython.display import display
import json
said = [{"text": f["text"], "key": f["key"]} for f in json.load(open(results))]
display({"PROSE_MIME": {"segments": said}}, raw=True)"""


def source(text, name=""):
    """A cell with the words in capitals replaced."""
    return (
        text.replace("NAME", name)
        .replace("PROSE_MIME", PROSE_MIME)
        .replace("FINDINGS_MIME", FINDINGS_MIME)
    )


class Heard(Observer):
    def __init__(self):
        self.ran, self.kept, self.notes = [], [], []

    def start(self, chapter):
        self.ran.append(chapter)

    def reused(self, chapter):
        self.kept.append(chapter)

    def note(self, line):
        self.notes.append(line)


@pytest.fixture
def three(tmp_path):
    """Two chapters that read a file each, and one that reads their findings."""
    folder = tmp_path / "notebooks"
    (tmp_path / "corpus").mkdir()
    for name in ("one", "two"):
        (tmp_path / "corpus" / f"{name}.csv").write_text("a,b\n", encoding="utf-8")
        write_notebook(
            folder / f"{name}.ipynb", f"# {name}?",
            ('corpus = "x"  # data [path]\nword = "w"  # a word [text]', "parameters"),
            (source(SOURCE, name), ""),
        )  # fmt: skip
    write_notebook(
        folder / "last.ipynb", "# last?",
        ('results = "r.json"  # findings [path]', "parameters"), (source(READS), ""),
    )  # fmt: skip
    template = (HERE / "../../report/template").resolve().as_posix()
    lines = [f'title = "T"\nnotebooks = "notebooks"\ncorpus = "corpus"\ntemplate = "{template}"']
    lines += ['[[chapters]]\nfile = "one.ipynb"', '[[chapters]]\nfile = "two.ipynb"']
    lines += ['[[chapters]]\nfile = "last.ipynb"\nlast = true']
    (tmp_path / "report.toml").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path / "report.toml"


def made(report, **options):
    """Build with the project's cache; what ran, sorted."""
    heard = Heard()
    options = {"formats": ["html"], "cache": report.parent / ".cache", **options}
    built = build(report, observer=heard, **options)
    assert sorted(heard.ran + heard.kept) == ["last", "one", "two"]
    assert sorted(built.reused) == sorted(heard.kept)
    return sorted(heard.ran), heard, built


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_exactly_what_changed_runs_again(three, tmp_path):
    corpus, cache = tmp_path / "corpus", tmp_path / ".cache"
    assert made(three)[0] == ["last", "one", "two"]
    first = hash_files(tmp_path / "build")
    # Nothing: not even the folder is touched.
    before = (tmp_path / "build").stat().st_ino
    assert made(three)[0] == []
    assert (tmp_path / "build").stat().st_ino == before
    # A file one chapter reads; its finding changes, so the reader of findings runs.
    (corpus / "two.csv").write_text("a,b\nc,d\n", encoding="utf-8")
    assert made(three)[0] == ["last", "two"]
    assert json.loads((tmp_path / "build/results.json").read_text())[1]["value"] == 8
    # The same length, so the same finding: the reader of findings does not run.
    (corpus / "two.csv").write_text("a,b\nx,y\n", encoding="utf-8")
    assert made(three)[0] == ["two"]
    # The words of a notebook, its code; a parameter of one chapter.
    edit(tmp_path / "notebooks" / "one.ipynb", "# one?", "# one, again?")
    assert made(three)[0] == []
    assert "one, again?" in (tmp_path / "build/report.html").read_text(encoding="utf-8")
    edit(tmp_path / "notebooks" / "one.ipynb", "# a word [text]", "# any word [text]")
    assert made(three)[0] == ["one"]
    told = [parse_override("two.word=v")]
    assert made(three, overrides=told)[0] == ["two"]
    # All as it was: everything is still known.
    (corpus / "two.csv").write_text("a,b\n", encoding="utf-8")
    edit(tmp_path / "notebooks" / "one.ipynb", "# one, again?", "# one?")
    edit(tmp_path / "notebooks" / "one.ipynb", "# any word [text]", "# a word [text]")
    assert made(three)[0] == []
    assert hash_files(tmp_path / "build") == first
    # A further file could be read by anybody; without a cache everything runs.
    (corpus / "three.csv").write_text("", encoding="utf-8")
    assert made(three)[0] == ["one", "two"]
    assert made(three, cache=None)[0] == ["last", "one", "two"]
    assert (cache / ".gitignore").read_text() == "*\n"


def test_a_moved_or_lost_report_is_put_back_without_running(three, tmp_path):
    made(three)
    first = hash_files(tmp_path / "build")
    (tmp_path / "build" / "report.html").write_text("<p>half", encoding="utf-8")
    assert made(three)[0] == []
    assert hash_files(tmp_path / "build") == first
    shutil.rmtree(tmp_path / "build")
    assert made(three)[0] == []
    assert hash_files(tmp_path / "build") == first
    # The template is no input of a chapter, but of the report.
    template = tmp_path / "template"
    shutil.copytree(HERE / "../../report/template", template)
    edit(three, read_report(three).template.as_posix(), "template")
    (template / "report.css").write_text("p { color: red }", encoding="utf-8")
    assert made(three)[0] == []
    assert "color: red" in (tmp_path / "build" / "report.html").read_text(encoding="utf-8")


def test_a_damaged_entry_counts_as_missing_and_is_said_to_be(three, tmp_path):
    made(three)
    first = hash_files(tmp_path / "build")
    for kind in ("chapters", "reports"):
        for path in (tmp_path / ".cache" / kind).iterdir():
            whole = path.read_bytes()
            path.write_bytes(whole[:-20] + b"x" * 20)
    shutil.rmtree(tmp_path / "build")
    ran, heard, _ = made(three)
    assert ran == ["last", "one", "two"]
    assert hash_files(tmp_path / "build") == first
    assert any("is damaged or another's, and is made again" in note for note in heard.notes)


def test_a_cache_that_cannot_be_written_is_done_without(three, tmp_path):
    (tmp_path / "file").write_text("")
    ran, heard, _ = made(three, cache=tmp_path / "file" / "cache")
    assert ran == ["last", "one", "two"]
    assert [n for n in heard.notes if "nothing can be kept" in n]
    assert len(heard.notes) == 1


def forged(folder, content, names=("report.html", "manifest.json")):
    """Entries as whoever hands a project over can write them: whole, with a seal of their own."""
    other = Cache(folder, secret=b"another's")
    for path in [p for p in folder.glob("*/*") if p.parent.name != "reads"]:
        facts = other_facts(path)
        if path.parent.name == "reports":
            size = len(content)
            facts["files"] = [[name, size, sha256(content).hexdigest()] for name in names]
            content = content * len(names)
        other.put(path.parent.name, path.name, facts, content)


def other_facts(path):
    with path.open("rb") as file:
        return json.loads(file.readline())


def test_a_cache_that_came_with_a_project_forges_nothing(three, tmp_path):
    made(three)
    whole = hash_files(tmp_path / "build")
    forged(tmp_path / ".cache", b"a forged page")
    shutil.rmtree(tmp_path / "build")
    ran, _, _ = made(three)
    assert ran == ["last", "one", "two"]
    assert hash_files(tmp_path / "build") == whole
    # Asked for by nobody, what lies beside a report or in a corpus is not even opened.
    assert not user_cache().is_relative_to(tmp_path)


@pytest.mark.parametrize(
    "name", ["../out.txt", "/out.txt", "a/../../out.txt", "a\\..\\out.txt", "", "a//b", "C:out"]
)
def test_no_name_of_an_entry_leads_out_of_the_report(three, tmp_path, name):
    made(three)
    kept = Cache(tmp_path / ".cache")
    (path,) = (tmp_path / ".cache" / "reports").iterdir()
    facts = {**other_facts(path), "files": [[name, 1, sha256(b"x").hexdigest()]]}
    kept.put("reports", path.name, facts, b"x")
    before = hash_files(tmp_path / "build")
    with pytest.raises(BuildError, match="is no name of a file of a report"):
        made(three)
    assert hash_files(tmp_path / "build") == before
    assert not list(tmp_path.glob("**/out*"))


def keys(report):
    """The digests before running, by chapter."""
    planned = plan(read_report(report))
    inputs = Inputs(planned)
    return {run.chapter.key: inputs.before(run, "") for run in planned.runs}


def changed(before, after):
    return sorted(name for name in before if before[name] != after[name])


def test_package_code_counts_where_it_is_imported(three, tmp_path, monkeypatch):
    package = tmp_path / "frameline"
    for name, text in {
        "__init__.py": "", "measures/__init__.py": "", "style.txt": "",
        "measures/arc.py": "import frameline.corpus.dates",
        "corpus/__init__.py": "", "corpus/dates.py": "", "corpus/codebook.py": "",
        "report/running/run.py": "", "report/page/html.py": "",
    }.items():  # fmt: skip
        (package / name).parent.mkdir(parents=True, exist_ok=True)
        (package / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(depends, "PACKAGE", package)
    # What this package imports is not to be taken for what the other does, later.
    monkeypatch.setattr(depends, "_imports_of", cache(depends._imports_of.__wrapped__))
    edit(
        tmp_path / "notebooks/one.ipynb",
        "text = open",
        "from frameline.measures.arc import a; text = open",
    )
    before = keys(three)
    for file, runs in {
        "measures/arc.py": ["one"], "corpus/dates.py": ["one"], "__init__.py": ["one"],
        "corpus/codebook.py": [], "report/page/html.py": [],
        "style.txt": ["last", "one", "two"], "report/running/run.py": ["last", "one", "two"],
    }.items():  # fmt: skip
        kept = (package / file).read_text(encoding="utf-8")
        (package / file).write_text(kept + "\n# changed\n", encoding="utf-8")
        assert changed(before, keys(three)) == runs, file
        (package / file).write_text(kept, encoding="utf-8")
    assert keys(three) == before
    # Imports that do not show: any module may be behind them.
    edit(tmp_path / "notebooks/two.ipynb", "text = open", "import importlib; text = open")
    before = keys(three)
    (package / "corpus/codebook.py").write_text("# changed\n", encoding="utf-8")
    assert changed(before, keys(three)) == ["two"]


def test_every_chapter_of_the_report_shows_what_it_imports():
    """Where it does not, any change of the package has it run again."""
    planned = plan(read_report(HERE.parents[1] / "report" / "report.toml"))
    for run in planned.runs:
        found = imported("\n".join(depends._sources(depends.read_notebook(run.chapter))))
        assert found is not None, run.chapter.key
        assert "cli.py" not in found


def test_versions_and_the_day_count(three, monkeypatch):
    before = keys(three)
    monkeypatch.setattr(depends, "version", lambda name: "0")
    assert changed(before, keys(three)) == ["last", "one", "two"]
    monkeypatch.undo()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert changed(before, keys(three)) == ["last", "one", "two"]


def test_files_whose_reading_goes_unseen_count_as_read(three, tmp_path):
    (tmp_path / "corpus" / "claims.parquet").write_bytes(b"1")
    before = keys(three)
    (tmp_path / "corpus" / "claims.parquet").write_bytes(b"2")
    assert changed(before, keys(three)) == ["one", "two"]
    (tmp_path / "corpus" / "claims.parquet").write_bytes(b"1")
    (tmp_path / "corpus" / "one.csv").write_text("other", encoding="utf-8")
    assert keys(three) == before


def test_what_was_read_has_names_that_hold_elsewhere(three, tmp_path):
    planned = plan(read_report(three))
    inputs, run = Inputs(planned), next(r for r in planned.runs if r.chapter.key == "one")
    reads = [str(tmp_path / "corpus/one.csv"), str(run.chapter.file), str(tmp_path / "x.txt")]
    assert inputs.read_names(run, map(os.path.realpath, reads)) == [
        os.path.realpath(tmp_path / "x.txt"), "corpus:one.csv",
    ]  # fmt: skip
    assert inputs.read_names(run, None) == ["corpus:one.csv", "corpus:two.csv"]


KWIC = {"__init__.py", "measures/__init__.py", "measures/kwic.py"}


@pytest.mark.parametrize(
    ("source", "files"),
    [
        ("import frameline.measures.kwic as d", KWIC),
        ("import os, frameline.measures.kwic", KWIC),
        ("from frameline import measures", {"__init__.py", "measures/__init__.py"}),
        ("from frameline.measures.kwic import (\n    kwic,\n    lines,\n)", KWIC),
        ("if x:\n    from frameline.measures.kwic import kwic", KWIC),
        ("from framelines import dates\nimport pandas", set()),
        ("import importlib", None),
        ("from importlib.metadata import version", set()),
        ("import importlib.metadata\nimportlib.import_module(name)", None),
        ("m = __import__(name)", None),
    ],
)
def test_imports_are_found_however_they_are_written(source, files):
    assert imported(source) == files


def test_the_modules_behind_a_module_are_found_too():
    found = imported("from frameline.corpus import read_corpus")
    behind = {"corpus", "codebook", "tables", "assembly", "ahead"}
    assert {f"corpus/{name}.py" for name in behind} <= found
    assert "charts/arcs.py" not in found
    assert "measures/shift.py" not in found


def test_the_longest_chapter_runs_first(three, tmp_path):
    planned = plan(read_report(three))
    cache = Cache(tmp_path / "c")
    reuse = Reuse(planned, Inputs(planned), cache)
    cache.put("times", "last", {"seconds": {"one": 1.0, "two": 9.0, "last": 3.0}})
    assert [r.chapter.key for r in reuse.longest_first(planned.runs)] == ["two", "last", "one"]
