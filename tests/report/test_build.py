"""The whole build: what comes out, twice the same, and what failures leave behind."""

import base64
import csv
import hashlib
import json
import re
from pathlib import Path

import pytest

from frameline.record.mime import PROSE_MIME
from frameline.report import BuildError, PlanError
from frameline.report.build import build
from frameline.report.keeping.digests import digest_of, hash_files
from frameline.report.keeping.place import locked
from frameline.report.keeping.publish import identity
from frameline.report.plan.config import read_report
from frameline.report.plan.plan import parse_override, plan

HERE = Path(__file__).parent
SAY = (
    "from IPython.display import display\n"
    f'display({{"{PROSE_MIME}": {{"segments": [{{"text": "yes"}}]}}}}, raw=True)'
)


def tree(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes()
            for p in folder.rglob("*") if p.is_file()}  # fmt: skip


def beside(folder):
    return sorted(p.name for p in folder.parent.iterdir() if p.name.startswith(folder.name))


def test_everything_that_belongs_to_a_report(toy):
    figures = {f"figures/{k}.{e}" for k in ("in-one-chart", "labels-by-text", "net-by-text")
               for e in ("csv", "png", "svg")}  # fmt: skip
    tables = {"figures/all-claims.csv", "figures/label-table.csv"}
    pages = {"report.html", "report.pdf", "brief.pdf", "annex.pdf", "results.json",
             "manifest.json"}  # fmt: skip
    assert set(tree(toy)) == figures | tables | pages


def test_results_are_all_findings_sorted(results):
    assert list(results) == sorted(results)
    assert {f["chapter"] for f in results.values()} == {"the-shift", "labels"}
    assert results["binding.one"]["evidence"] == sorted(
        [f"c{i}" for i in range(1, 31)], key=results["binding.one"]["evidence"].index
    )
    assert results["draws"]["value"] == 300


def test_the_manifest_says_what_went_in_and_what_came_out(toy):
    text = (toy / "manifest.json").read_text(encoding="utf-8")
    manifest = json.loads(text)
    for name, digest in manifest["outputs"].items():
        assert hashlib.sha256((toy / name).read_bytes()).hexdigest() == digest
    assert set(manifest["outputs"]) == set(tree(toy)) - {"manifest.json"}
    data = manifest["data"]
    assert data["name"] == "corpus"
    assert data["files"] == hash_files(HERE / "corpus")
    assert data["digest"] == digest_of(data["files"])
    assert (toy / "report.html").read_text(encoding="utf-8").count(data["digest"][:16]) == 1
    chapter = next(c for c in manifest["chapters"] if c["key"] == "the-shift")
    notebook = HERE / "notebooks" / chapter["notebook"]
    assert chapter["sha256"] == hashlib.sha256(notebook.read_bytes()).hexdigest()
    assert chapter["parameters"] == {
        "corpus": "corpus", "voice": "all", "drop": [], "draws": 300, "seed": 2001,
    }  # fmt: skip
    assert manifest["packages"]["pandas"]
    assert not re.search(r"/(home|root|tmp|Users|work)/|\d\d:\d\d:\d\d", text)


def test_figures_for_reuse(toy):
    svg = (toy / "figures/net-by-text.svg").read_text(encoding="utf-8")
    assert "Frameline toy corpus" in svg
    assert "The first text binds in" in svg
    assert (toy / "figures/net-by-text.png").read_bytes().startswith(b"\x89PNG")
    with (toy / "figures/net-by-text.csv").open(encoding="utf-8", newline="") as file:
        assert next(csv.reader(file)) == ["doc_id", "n", "share"]


@pytest.mark.slow
def test_the_same_inputs_give_the_same_bytes(toy, tmp_path):
    again = build(HERE / "report.toml", out=tmp_path / "again", jobs=1).folder
    assert tree(again) == tree(toy)


@pytest.mark.slow
def test_another_corpus_and_parameters_change_what_is_said(project, results, tmp_path):
    folder = project.parent / "corpus"
    table = (folder / "claims.csv").read_text(encoding="utf-8").replace(",-1,", ",1,")
    (folder / "claims.csv").write_text(table, encoding="utf-8")
    built = build(project, out=tmp_path / "out", overrides=[parse_override("the-shift.voice=own")])
    found = json.loads((built.folder / "results.json").read_text(encoding="utf-8"))
    binding = next(f for f in found if f["key"] == "binding.one")
    assert binding["text"] == "100%" != results["binding.one"]["text"]
    assert binding["filter"] == "own voices"
    page = (built.folder / "report.html").read_text(encoding="utf-8")
    assert "The first text binds in 100% of its claims" in re.sub(r"<[^>]+>", "", page)
    assert "voice = &#34;own&#34;" in page
    assert built.asides == {"events": "This corpus has no events, so this chapter steps aside."}


def test_one_chapter_keeps_its_number_and_goes_to_a_folder_of_its_own(project):
    built = build(project, only=["labels"], formats=["html"])
    assert built.partial
    assert built.folder == project.parent / "build.part"
    assert not (project.parent / "build").exists()
    page = (built.folder / "report.html").read_text(encoding="utf-8")
    assert "Figure 2.1" in page
    assert "a part not in this edition" in page
    assert not (built.folder / "report.pdf").exists()
    assert beside(built.folder) == ["build.part"]


def previous(small):
    """A report that was built before, and its content."""
    report = small((SAY, ""))
    folder = build(report, formats=["html"]).folder
    return report, folder, tree(folder)


@pytest.mark.parametrize(
    "source", ["1 / 0", "print('x')", "import os; os.abort()", "import sys; sys.exit(0)"]
)
def test_the_previous_report_outlives_a_failure(small, source):
    _, folder, before = previous(small)
    with pytest.raises(BuildError, match=r"^small: "):
        build(small((SAY, ""), (source, "")))
    assert tree(folder) == before
    half_run = [] if "abort" in source else ["build.failed"]
    assert beside(folder) == ["build", *half_run]
    build(small((SAY, "")), formats=["html"])
    assert beside(folder) == ["build"], "the half-run notebook goes with the next that runs"


def test_it_outlives_a_fault_of_the_template_too(small, monkeypatch):
    report, folder, before = previous(small)
    monkeypatch.setattr("frameline.report.page.html._Page.words", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        build(report, formats=["html"])
    assert tree(folder) == before
    assert beside(folder) == ["build"]


def test_a_new_report_takes_the_place_of_the_old_one(small):
    _, folder, before = previous(small)
    build(small((SAY.replace("yes", "no"), "")), formats=["html"])
    after = tree(folder)
    assert set(after) == set(before)
    assert after["report.html"] != before["report.html"]
    assert beside(folder) == ["build"]


def test_no_output_may_show_where_the_corpus_lies(small, tmp_path):
    corpus = tmp_path / "my corpus"
    corpus.mkdir()
    show = SAY.replace('"yes"', "corpus").replace('""', '"')
    report = small((show, ""), parameters='corpus = "x"  # folder [path]')
    with pytest.raises(BuildError, match=r"small: cell 3 .* shows a path of this machine"):
        build(report, corpus=corpus)


def test_two_builds_do_not_write_one_place(small, tmp_path):
    report = small((SAY, ""))
    with locked(tmp_path / "build"), pytest.raises(BuildError, match="another build is writing"):
        build(report)


def test_a_folder_of_other_things_is_never_replaced(small, tmp_path):
    report = small((SAY, ""))
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "thesis.txt").write_text("years")
    for out in (precious, precious / "thesis.txt"):
        with pytest.raises(BuildError, match="holds no report of Frameline"):
            build(report, out=out)
    assert (precious / "thesis.txt").read_text() == "years"
    (tmp_path / "empty").mkdir()
    assert build(report, out=tmp_path / "empty", formats=["html"]).files


def test_formats_are_checked(small):
    with pytest.raises(
        PlanError, match='--format: format "epub"; allowed: html, pdf, brief, annex'
    ):
        build(small((SAY, "")), formats=["epub"])


def test_a_png_that_is_none_is_refused(small, tmp_path):
    svg = '<svg xmlns=\\"http://www.w3.org/2000/svg\\"><path d=\\"M0 0\\"/></svg>'
    prose = {"segments": [{"text": "t"}]}
    record = {"key": "k", "title": prose, "subtitle": prose, "alt": prose, "svg": svg,
              "export_png": base64.b64encode(b"GIF").decode(),
              "table": {"columns": [], "rows": []}}  # fmt: skip
    source = (
        "from IPython.display import display\n"
        f'display({{"{PROSE_MIME.replace("prose", "figure")}": {record!r}}}, raw=True)'
    ).replace("\\\\", "")
    with pytest.raises(BuildError, match="figure k: export_png is not a PNG"):
        build(small((source, "")), formats=["html"])


def planned(report, corpus=None):
    return plan(read_report(report), corpus=corpus)


def test_the_date_is_that_of_the_data(project, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(86400 * 365))
    assert identity(planned(project)) == {"date": "2026-01-02", "texts": []}
    (project.parent / "corpus" / "datapackage.json").unlink()
    assert identity(planned(project)) == {"date": "1971-01-01", "texts": []}
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert identity(planned(project)) == {"date": "", "texts": []}
    text = project.read_text(encoding="utf-8").replace("lang =", 'date = "2024-05-06"\nlang =')
    project.write_text(text, encoding="utf-8")
    assert identity(planned(project)) == {"date": "2024-05-06", "texts": []}


def test_another_corpus_brings_its_own_name(project, tmp_path):
    other = tmp_path / "river"
    other.mkdir()
    assert identity(planned(project, other))["title"] == "Frames in the texts of river"
    for label in ("", "the pair"):
        text = f'title = "Two towns"\n[dyad]\nlabel = "{label}"\n'
        (other / "codebook.toml").write_text(text, encoding="utf-8")
        assert identity(planned(project, other))["title"] == "Two towns"
    (other / "codebook.toml").write_text('[dyad]\nlabel = "A and B"\n', encoding="utf-8")
    assert identity(planned(project, other))["title"] == "How texts frame A and B"
    package = {"title": "Two towns on a river", "description": "Invented.", "version": "2"}
    package["sources"] = [{"title": "A *star*, 2001", "path": "https://example.org/a"}, "odd"]
    (other / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    assert identity(planned(project, other)) == {
        "title": "Two towns on a river", "subtitle": "Invented.", "edition": "2", "authors": [],
        "keywords": [], "date": "",
        "texts": [{
            "key": "text-1", "short": "", "text": r"A \*star\*, 2001", "url": "https://example.org/a",
        }],
    }  # fmt: skip
    (other / "datapackage.json").write_text("{", encoding="utf-8")
    with pytest.raises(BuildError, match="not JSON"):
        identity(planned(project, other))


def test_hashes_leave_hidden_files_out(tmp_path):
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x").write_text("x")
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "c.csv").write_text("1")
    (tmp_path / "a.csv").write_text("2")
    assert list(hash_files(tmp_path)) == ["a.csv", "b/c.csv"]
    assert list(hash_files(tmp_path / "a.csv")) == ["a.csv"]
    assert hash_files(None) == {}
    assert digest_of({}) == ""
