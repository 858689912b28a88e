"""A corpus kept for others who ask for it."""

import sys

import pytest

from frameline.corpus import ahead as kept
from frameline.corpus import read_corpus
from frameline.corpus.corpus import read_ahead


@pytest.fixture(autouse=True)
def nothing_kept(monkeypatch):
    monkeypatch.setattr(kept, "_KEPT", {})


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "corpus.csv"
    path.write_text("document,date,coder,frame\nd1,2001,a,x\nd1,2001,a,y\nd2,2002,a,x\n")
    return path


def test_it_is_as_if_it_had_just_been_read(table, tmp_path, monkeypatch):
    fresh = read_corpus(table)
    read_ahead(table, lambda: [str(table)])
    table.unlink()
    monkeypatch.chdir(tmp_path)
    found = read_corpus("corpus.csv")
    assert str(found.path) == "corpus.csv"
    for name in ("documents", "claims", "units", "tokens"):
        assert getattr(found, name).equals(getattr(fresh, name)), name
    assert found.codebook == fresh.codebook
    assert list(read_corpus(table, drop=["d1"]).documents["doc_id"]) == ["d2"]


def test_what_one_reader_does_to_it_no_other_sees(table):
    read_ahead(table, list)
    first, second = read_corpus(table), read_corpus(table)
    first.claims.loc[0, "doc_id"] = "changed"
    del first.documents["name"]
    assert "changed" not in set(second.claims["doc_id"])
    assert "name" in second.documents
    assert "name" in read_corpus(table).documents


def test_who_watches_for_files_hears_of_those_that_were_read_before(table):
    heard, listening = [], True
    sys.addaudithook(lambda event, args: listening and event == "open" and heard.append(args[0]))
    read_ahead(table, lambda: ["/a/file"])
    heard.clear()
    read_corpus(table)
    assert heard == ["/a/file"]
    listening = False


def test_only_the_place_that_was_read_is_known(table, tmp_path):
    read_ahead(table, list)
    other = tmp_path / "other.csv"
    other.write_text("document,date,coder,frame\ne1,2001,a,x\n")
    assert list(read_corpus(other).documents["doc_id"]) == ["e1"]
