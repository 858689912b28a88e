"""The list of formats: loaded when asked for, guessed from a look, never in doubt."""

import subprocess
import sys

import pytest

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.formats import registry as formats
from frameline.exchange.formats.registry import (
    FORMATS,
    WRITTEN,
    guess,
    load_format,
    read_files,
    write_files,
)
from frameline.exchange.incoming.beginning import example_project, new_corpus
from frameline.exchange.model.project import (
    Annotation,
    Coding,
    Document,
    Left,
    Project,
    Span,
    count_annotations,
)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_one(name):
    module = load_format(name)
    assert name == module.name
    assert module.about
    assert module.suffixes
    for part in ("sniff", "read", "cannot_hold", "write"):
        assert callable(getattr(module, part)), part


def test_formats_load_only_when_asked():
    script = "import frameline.exchange.formats.registry, sys; print(sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert "label_studio.read" not in done.stdout


def test_tables_and_corpora_are_recognised(tmp_path):
    table = tmp_path / "codes.csv"
    table.write_text("document,coder,frame\na,ana,x\n")
    new_corpus(tmp_path / "corpus")
    assert guess([table]) == "csv"
    assert guess([tmp_path / "corpus"]) == "corpus"


CODED = [name for name in WRITTEN if not FORMATS[name].codes_only]


@pytest.mark.parametrize("name", CODED)
def test_every_format_recognises_what_it_writes_and_no_other_does(name, tmp_path):
    module = load_format(name)
    out = tmp_path / f"example{module.suffixes[0]}"
    project = example_project()
    files = write_files(name, project, out)
    paths = [out] if out.exists() else files
    assert guess(paths) == name
    back = read_files(name, paths)
    # formats that know one label per span hold a span once for each code
    lost = module.cannot_hold(project)
    shared = sum(left.count for left in lost if left.what.startswith("annotations that share"))
    assert count_annotations(back.codings) >= count_annotations(project.codings) - shared
    assert {document.id for document in back.documents} == {"two-harbours"}


@pytest.mark.parametrize("name", [name for name in CODED if name != "corpus"])
def test_an_annotation_in_pieces_stays_one_and_its_loss_is_said(name, tmp_path):
    module = load_format(name)
    said = Annotation((Span(0, 3), Span(8, 13)), {"label": ("ECO",)})
    project = Project((Document("a", "one two three"),), (Coding("a", "anna", (said,)),))
    out = tmp_path / f"out{module.suffixes[0]}"
    files = write_files(name, project, out)
    (coding,) = read_files(name, [out] if out.exists() else files).codings
    (back,) = coding.annotations
    lost = [left.count for left in module.cannot_hold(project) if "discontinuous" in left.what]
    assert (back.spans, lost) in [(said.spans, []), ((Span(0, 13),), [1])]


def test_what_nobody_knows_is_refused_with_the_names(tmp_path):
    file = tmp_path / "a.bin"
    file.write_bytes(b"\x00\x01\x02")
    with pytest.raises(ExchangeError, match="label-studio") as error:
        guess([file])
    assert error.value.file == "a.bin"


def test_files_of_two_formats_are_not_one_import(tmp_path):
    table = tmp_path / "codes.csv"
    table.write_text("document,coder,frame\na,ana,x\n")
    new_corpus(tmp_path / "corpus")
    with pytest.raises(ExchangeError, match="one after another"):
        guess([table, tmp_path / "corpus"])


def test_two_that_recognise_a_file_leave_it_to_the_person(tmp_path, monkeypatch):
    file = tmp_path / "a.csv"
    file.write_text("document,coder,frame\na,ana,x\n")
    monkeypatch.setattr(load_format("doccano"), "sniff", lambda path, head: True)
    with pytest.raises(ExchangeError, match="csv or doccano"):
        guess([file])


def test_an_unknown_format_lists_those_there_are():
    with pytest.raises(ExchangeError, match="allowed: csv, tsv"):
        load_format("word")


def test_a_reader_that_loses_rows_is_caught(tmp_path, monkeypatch):
    file = tmp_path / "a.csv"
    file.write_text("document,coder,frame\na,ana,x\n")
    lossy = Project((), (), rows=3, used=1, left=(Left(1, "rows", "why"),))
    monkeypatch.setattr(load_format("csv"), "read", lambda paths, options: lossy)
    with pytest.raises(ExchangeError, match="3 rows, 1 used and 1 reported"):
        read_files("csv", [file])


def test_missing_files_and_no_files(tmp_path):
    with pytest.raises(ExchangeError, match="no such file"):
        read_files("", [tmp_path / "none.csv"])
    with pytest.raises(ExchangeError, match="name the files"):
        read_files("csv", [])


def test_nothing_is_written_over(tmp_path):
    out = tmp_path / "out.csv"
    out.write_text("mine")
    with pytest.raises(ExchangeError, match="nothing is overwritten"):
        write_files("csv", Project((), ()), out)
    with pytest.raises(ExchangeError, match="no such folder"):
        write_files("csv", Project((), ()), tmp_path / "none/out.csv")
    assert out.read_text() == "mine"


def test_a_guess_reads_no_more_than_the_head(tmp_path, monkeypatch):
    file = tmp_path / "a.csv"
    file.write_text("document,coder,frame\n" + "a,ana,x\n" * 50_000)
    seen = []
    monkeypatch.setattr(
        load_format("csv"), "sniff", lambda path, head: bool(seen.append(len(head)))
    )
    with pytest.raises(ExchangeError):
        guess([file])
    assert seen == [formats.HEAD]
