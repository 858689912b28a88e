"""Broken and hostile projects, folders and disks: refused with a place, nothing changed."""

import errno
import os
import shutil
import threading
from pathlib import Path

import pytest

from frameline.cli import main
from frameline.corpus.codebook import read_codebook
from frameline.exchange.files import replacing as replacing_module
from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.replacing import replacing
from frameline.exchange.incoming.beginning import new_corpus
from frameline.exchange.incoming.importing import Wishes, import_project
from frameline.exchange.incoming.mapping import NameMap
from frameline.exchange.model.project import (
    Annotation,
    Code,
    Coding,
    Document,
    Project,
    Span,
    Variable,
)

TEXT = "Coal for bread. Guns on the pass."
CODE = {"frame": ("x",)}


def project(*annotations, doc="letter", text=TEXT, coder="ana", published="1911", **facts):
    facts = {"published": published, **facts} if published else facts
    return Project((Document(doc, text, facts),), (Coding(doc, coder, annotations),))


def span(start, end, quote="", **values):
    return Annotation((Span(start, end),), values or CODE, quote=quote)


def snapshot(folder):
    """Everything in a folder, hidden files too."""
    return {p: p.read_bytes() if p.is_file() else None for p in sorted(folder.rglob("*"))}


@pytest.fixture
def corpus(tmp_path):
    """A corpus with the codes x and y by ana, alone in its folder."""
    folder = tmp_path / "room/corpus"
    folder.parent.mkdir()
    import_project(project(span(0, 4), span(9, 14, frame=("y",))), folder)
    return folder


def refused(made, folder, match, wishes=None):
    """The import raises, and the folder and what is beside it are as they were."""
    before = snapshot(folder.parent)
    with pytest.raises(ExchangeError, match=match) as error:
        import_project(made, folder, wishes)
    assert snapshot(folder.parent) == before
    return error.value


# Projects ----------------------------------------------------------------------------------------

BROKEN = {
    "span beyond the text": (project(span(5, 99)), "within 0-33"),
    "span far beyond": (project(span(5, 10**14)), "within 0-33"),
    "span before the text": (project(span(-3, 4)), "start before end"),
    "span that ends before it starts": (project(span(9, 4)), "start before end"),
    "second span out of range": (
        project(Annotation((Span(0, 4), Span(30, 50)), CODE)), "within 0-33",
    ),
    "quote of another place": (project(span(0, 4, "Guns")), "--offsets UNIT"),
    "document twice": (
        Project((Document("a", "x"), Document("a", "y")), ()), "two documents",
    ),
    "two documents with one text by a map": (
        Project((Document("a", "x"), Document("b", "y")), ()), "one each",
    ),
    "coder twice on a document": (
        Project((Document("a", "x"),), (Coding("a", "z"), Coding("a", "z"))), "coder z",
    ),
    "coding of no document": (
        Project((Document("letter", "x"),), (Coding("leter", "z"),)), "did you mean letter",
    ),
    "id that is blank": (project(doc=" "), "an id that can be printed"),
    "id with a line end": (project(doc="a\nb"), "an id that can be printed"),
    "id with a zero byte": (project(doc="a\0b"), "an id that can be printed"),
    "month 13": (project(published="1911-13"), "no such month"),
    "30 February": (project(published="2001-02-30"), "no such month or day"),
    "day or month first": (project(published="11/12/1999"), "year first"),
    "Persian year": (project(published="1394"), "Gregorian"),
    "year in letters": (project(published="MCMXI"), "--dates FILE"),
    "half a character in the text": (project(text="a\ud83d b"), "Unicode text"),
    "half a character in a code": (project(span(0, 4, frame=("\ud83d",))), "surrogate|Unicode"),
    "half a character in a note": (
        project(Annotation((Span(0, 4),), CODE, note="\udc00")), "surrogate",
    ),
    "half a character in a fact": (project(title="\ud83d"), "surrogate"),
    "NUL in a note": (project(Annotation((Span(0, 4),), CODE, note="a\0b")), "NUL"),
    "NUL in a code": (project(span(0, 4, frame=("a\0b",))), "faults"),
    "note of a million and more characters": (
        project(Annotation((Span(0, 4),), CODE, note="n" * 1_000_001)), "1,000,000 in a cell",
    ),
    "event with an impossible year": (
        project(Annotation((Span(0, 4),), {"year": ("31.12.1999",)}, layer="events")),
        "an EDTF date",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_broken_projects_make_no_corpus(name, tmp_path):
    made, match = BROKEN[name]
    names = NameMap(documents={"a": "b"}) if "by a map" in name else NameMap()
    wishes = Wishes(names=names, strict=True)
    error = refused(made, tmp_path / "corpus", match, wishes)
    assert str(error)
    assert not list(tmp_path.iterdir())


# Into a corpus -----------------------------------------------------------------------------------

UNFIT = {
    "unknown code": (project(span(0, 4, frame=("yy",)), coder="bo"), "did you mean y"),
    "unknown code of many": (
        project(*(span(0, 4, frame=(f"code{i}",)) for i in range(30)), coder="bo"), "and 20 more",
    ),
    "several codes where one is taken": (
        project(span(0, 4, frame=("x", "y")), coder="bo"), "multiple = true",
    ),
    "coder who has coded it": (project(span(0, 4)), "nothing is overwritten"),
    "coder who differs in capitals": (project(span(0, 4), coder="ANA"), "ana"),
    "another text under the id": (project(span(0, 4), text=TEXT + " ", coder="bo"), "another text"),
}  # fmt: skip


@pytest.mark.parametrize("name", UNFIT)
def test_what_does_not_fit_leaves_the_corpus_alone(name, corpus):
    made, match = UNFIT[name]
    refused(made, corpus, match)


def test_a_corpus_with_faults_is_not_added_to(corpus):
    table = corpus / "units.csv"
    table.write_text(table.read_text().replace("letter.P1.s2", "letter.P1.s1"))
    refused(project(span(0, 4), coder="bo"), corpus, "correct what is listed first")


def test_units_without_offsets_take_no_spans(tmp_path):
    river = Path(shutil.copytree("tests/corpora/river", tmp_path / "river"))
    made = project(span(0, 4, reason=("water",)), doc="ormond-1990", coder="eva")
    refused(made, river, "whose units have no start and end")


# Names -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "coder",
    [
        *("../x", "..", ".", "/etc/cron.d/x", "a/b", "a\\b", "C:x", "CON", "x\ny", "\0", " "),
        *("a" * 300, "final\u202e", "~", "-rf"),
    ],
)
def test_a_coder_never_leaves_the_corpus(coder, tmp_path):
    before = snapshot(tmp_path)
    import_project(project(span(0, 4), coder=coder), tmp_path / "corpus")
    inside = [p for p in (tmp_path / "corpus/coders").iterdir() if p.is_dir()]
    assert len(inside) == 1
    assert (inside[0] / "claims.csv").is_file()
    assert set(snapshot(tmp_path)) - set(before) == {
        tmp_path / "corpus", *snapshot(tmp_path / "corpus"),
    }  # fmt: skip


@pytest.mark.parametrize("coder", ["../x", "a/b", "final", "CON", " ", ".hidden"])
def test_a_coder_given_by_hand_is_refused_rather_than_changed(coder, tmp_path):
    refused(project(span(0, 4)), tmp_path / "corpus", "--coder", Wishes(coder=coder))


def test_one_name_for_two_coders_is_refused(tmp_path):
    made = Project((Document("a", "x"),), (Coding("a", "b"), Coding("a", "c")))
    refused(made, tmp_path / "corpus", "a file of one coder", Wishes(coder="eva"))


@pytest.mark.parametrize("file", ["../../x.txt", "/etc/passwd", "a/../../b.txt", "..\\x.txt"])
def test_a_text_is_never_kept_elsewhere(file, tmp_path):
    (tmp_path / "room").mkdir()
    made = project(span(0, 4), file=file)
    import_project(made, tmp_path / "room/corpus", Wishes(keep_texts=True))
    kept = list((tmp_path / "room/corpus/texts").iterdir())
    assert [path.read_text() for path in kept] == [TEXT]
    assert [p.name for p in tmp_path.iterdir()] == ["room"]
    assert [p.name for p in (tmp_path / "room").iterdir()] == ["corpus"]


def test_codes_and_labels_cannot_write_a_codebook(tmp_path):
    evil = 'x"\n[[variables]]\nname = "injected'
    made = Project(
        (Document("a", TEXT, {"published": "1911"}),),
        (Coding("a", "z", (span(0, 4, frame=(evil,)),)),),
        (Variable("frame", (Code(evil, 'l"]]\n[dyad]', "\\", "#zz", 'p"""'),)),),
    )
    import_project(made, tmp_path / "c", Wishes(source='s"\n[dyad]\na = 1\n#'))
    book = read_codebook(tmp_path / "c/codebook.toml")
    assert [v.name for v in book.variables] == ["frame"]
    assert book.variables[0].codes[0].label == 'l"]]\n[dyad]'
    assert book.variables[0].colours == {}


# Folders, disks, two at once ---------------------------------------------------------------------


def test_a_folder_that_is_no_corpus(tmp_path):
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis/chapter.doc").write_text("mine")
    refused(project(span(0, 4)), tmp_path / "thesis", "no corpus")


def test_a_file_where_the_corpus_would_be(tmp_path):
    (tmp_path / "corpus").write_text("mine")
    refused(project(span(0, 4)), tmp_path / "corpus", "no folder")


def test_a_link_is_not_followed(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "corpus").symlink_to(tmp_path / "elsewhere")
    refused(project(span(0, 4)), tmp_path / "corpus", "no folder")


def test_a_folder_in_no_folder(tmp_path):
    refused(project(span(0, 4)), tmp_path / "none/corpus", "make the folder first")


def test_an_empty_folder_will_do(tmp_path):
    (tmp_path / "corpus").mkdir()
    import_project(project(span(0, 4)), tmp_path / "corpus")
    assert (tmp_path / "corpus/documents.csv").is_file()
    assert [p.name for p in tmp_path.iterdir()] == ["corpus"]


def test_a_read_only_folder(corpus, monkeypatch):
    def refuse(self, *args, **kwargs):
        raise PermissionError(errno.EACCES, "Permission denied", str(self))

    monkeypatch.setattr(Path, "mkdir", refuse)
    refused(project(span(0, 4), coder="bo"), corpus, "Permission denied")


@pytest.mark.parametrize("after", [0, 1, 3])
def test_a_full_disk(corpus, monkeypatch, after):
    real, calls = os.fsync, []

    def full(handle):
        calls.append(handle)
        if len(calls) > after:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(handle)

    monkeypatch.setattr(replacing_module.os, "fsync", full)
    made = project(span(0, 4), coder="bo", doc="other", text="Coal once more.")
    refused(made, corpus, "No space left on device")


@pytest.mark.parametrize("failing", [1, 2])
def test_a_disk_that_fails_while_folders_change_places(corpus, monkeypatch, failing):
    monkeypatch.setattr("frameline.disk.place._exchange", lambda *_: False)
    real, calls = Path.rename, []

    def rename(self, target):
        calls.append(target)
        if len(calls) == failing:
            raise OSError(errno.EIO, "Input/output error")
        return real(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    refused(project(span(0, 4), coder="bo"), corpus, "Input/output error")


def test_stopped_by_the_keyboard(corpus, monkeypatch):
    def stop(*_):
        raise KeyboardInterrupt

    before = snapshot(corpus.parent)
    monkeypatch.setattr("frameline.exchange.incoming.importing._check", stop)
    with pytest.raises(KeyboardInterrupt):
        import_project(project(span(0, 4), coder="bo"), corpus)
    assert snapshot(corpus.parent) == before


def test_two_imports_at_once(corpus):
    with replacing(corpus), pytest.raises(ExchangeError, match="another import at work"):
        import_project(project(span(0, 4), coder="bo"), corpus)
    import_project(project(span(0, 4), coder="bo"), corpus)


def test_many_imports_at_once_leave_a_sound_corpus(corpus):
    done, lost = [], []

    def work(name):
        try:
            import_project(project(span(0, 4), coder=name), corpus)
            done.append(name)
        except ExchangeError as error:
            lost.append(str(error))

    threads = [threading.Thread(target=work, args=(f"c{i}",)) for i in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(done) + len(lost) == 4
    assert all("another import" in said for said in lost)
    assert done
    coders = {p.name for p in (corpus / "coders").iterdir() if p.is_dir()}
    assert coders == {"ana", *done}
    assert main(["check", str(corpus)]) == 0


# Dates and commands ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("document,date\nletter,2001-13\n", "row 2, date"),
        ("document,date\nletter,31.12.1999\n", "year first"),
        ("document,date\nletter,1911\nletter,1912\n", "row 3"),
        ("document,date\nlettr,1911\n", "did you mean letter"),
        ("what,when\nletter,1911\n", "document,date"),
        ("document;date\nletter;1911\n", "commas"),
        ("", "empty file"),
        (b"\xff\xfed\x00", "UTF-16"),
        ("document,date\nletter,1911,x\n", "3 cells"),
    ],
)
def test_files_of_dates_that_are_none(text, match, tmp_path):
    dates = tmp_path / "dates.csv"
    dates.write_bytes(text if isinstance(text, bytes) else text.encode())
    error = refused(
        project(span(0, 4), published=""), tmp_path / "corpus", match, Wishes(dates=dates)
    )
    assert error.file == "dates.csv"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["import", "none.csv", "--into", "c"], "no such file"),
        (["import", "csv", "--into", "c"], "name the files too"),
        (["import", "wrod", "a.csv", "--into", "c"], "no such file or format"),
        (["import", "a.csv", "--into", "c", "--map", "none.toml"], "--map"),
        (["import", "a.csv", "--into", "c", "--codebook", "none.toml"], "check the path"),
        (["import", "a.csv", "--into", "c", "--codebook", "a.csv"], "a.csv"),
        (["export", "csv", "none", "out.csv"], "no such folder"),
        (["export", "wrod", "none", "out.csv"], "allowed: csv"),
        (["export", "csv"], "name all three"),
        (["export", "csv", "corpus", "a.csv"], "nothing is overwritten"),
        (["export", "csv", "corpus", "out.csv", "--coder", "eva"], "allowed: ana, bo"),
        (["adjudicate", "none", "--out", "s.csv"], "no corpus folder"),
        (["adjudicate", "corpus", "--read", "none.csv"], "no such file"),
        (["new", "corpus"], "choose a new name"),
    ],
)
def test_commands_say_what_is_wrong_in_one_line(words, said, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.csv").write_text("document,coder,frame\na,ana,x\n")
    new_corpus(tmp_path / "corpus")
    before = snapshot(tmp_path)
    assert main(words) == 1
    error = capsys.readouterr().err
    assert said in error
    assert "Traceback" not in error
    assert snapshot(tmp_path) == before
