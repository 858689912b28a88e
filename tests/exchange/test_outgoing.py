"""Corpora as projects: with the texts, without them, and of corpora that no import made."""

import shutil
from pathlib import Path

import pytest

from frameline.cli import main
from frameline.exchange.files.error import ExchangeError
from frameline.exchange.incoming.beginning import new_corpus
from frameline.exchange.model.project import Span
from frameline.exchange.outgoing.exporting import project_of

CORPORA = Path(__file__).parents[1] / "corpora"


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    folder = tmp_path_factory.mktemp("example") / "corpus"
    new_corpus(folder)
    return folder


def test_the_texts_of_the_corpus_are_used(example):
    project = project_of(example)
    document = project.documents[0]
    for coding in project.codings:
        for a in coding.annotations:
            assert document.text[a.spans[0].start : a.spans[0].end] == a.quote
    assert {v.name: [c.code for c in v.codes] for v in project.variables}["frame"] == [
        *("upkeep", "fish", "kinship"),
    ]
    assert "sha256" not in document.facts


def test_some_coders_only(example):
    assert {c.coder for c in project_of(example, ["bo"]).codings} == {"bo"}
    with pytest.raises(ExchangeError, match="allowed: ana, bo"):
        project_of(example, ["eva"])


def test_texts_elsewhere_must_be_those_that_were_coded(example, tmp_path):
    copy = shutil.copytree(example, tmp_path / "copy")
    shutil.move(copy / "texts", tmp_path / "elsewhere")
    assert project_of(copy).documents[0].text is None
    assert project_of(copy, texts=tmp_path / "elsewhere").documents[0].text
    (tmp_path / "elsewhere/two-harbours.txt").write_text("another")
    with pytest.raises(ExchangeError, match="version that was coded"):
        project_of(copy, texts=tmp_path / "elsewhere")
    with pytest.raises(ExchangeError, match="no such folder"):
        project_of(copy, texts=tmp_path / "none")


def test_a_file_name_leads_nowhere_else(example, tmp_path):
    copy = shutil.copytree(example, tmp_path / "copy")
    (tmp_path / "secret.txt").write_text("secret")
    table = copy / "documents.csv"
    text = table.read_text().replace("two-harbours.txt", "../../secret.txt")
    digest = text.splitlines()[1].split(",")[-7]
    table.write_text(text.replace(digest, ""))
    assert project_of(copy).documents[0].text is None


def test_a_corpus_without_offsets_gives_units_and_phrases():
    project = project_of(CORPORA / "river")
    coders = [coding.coder for coding in project.codings]
    assert set(coders) == {"mara", "niko", "final"}
    found = [a for c in project.codings for a in c.annotations if a.layer == "claims"]
    assert all(a.spans == () and a.unit and a.quote for a in found)


def test_a_corpus_without_units_or_codebook():
    project = project_of(CORPORA / "one")
    first = project.codings[0].annotations[0]
    assert (first.spans, first.unit, first.quote) == ((), "", "coal for bread")
    assert dict(first.values) == {"frame": ("trade",), "valence": ("binding",)}


def test_right_to_left_and_astral_offsets():
    final = next(c for c in project_of(CORPORA / "rtl").codings if c.coder == "final")
    assert final.annotations[1].spans == (Span(33, 49),)


def test_a_table_is_no_corpus():
    with pytest.raises(ExchangeError, match="frameline import csv"):
        project_of(CORPORA / "minimal.csv")


def test_spans_must_be_spans(example, tmp_path):
    copy = shutil.copytree(example, tmp_path / "copy")
    table = copy / "coders/ana/claims.csv"
    head, first, *rest = table.read_text().splitlines()
    table.write_text("\n".join([head + ",spans", first + ",12 to 13", *(r + "," for r in rest)]))
    with pytest.raises(ExchangeError, match="12 to 13"):
        project_of(copy)


def test_what_a_format_cannot_hold_is_said_before_it_is_written(example, tmp_path, capsys):
    out = tmp_path / "out.jsonl"
    words = ["export", "doccano", str(example), str(out)]
    assert main([*words, "--strict"]) == 1
    said = capsys.readouterr()
    assert "doccano cannot hold" in said.out
    assert "nothing was written" in said.err
    assert not out.exists()
    assert main(words) == 0
    assert any(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["csv", "xlsx", "jsonl"])
def test_out_and_in_again(example, tmp_path, name, capsys):
    out = tmp_path / f"out.{name}"
    assert main(["export", name, str(example), str(out)]) == 0, capsys.readouterr().err
    again = tmp_path / "again"
    book = ["--codebook", str(example / "codebook.toml")]
    words = ["import", name, str(out), "--into", str(again), *book]
    assert main(words) == 0, capsys.readouterr().err
    for coder in ("ana", "bo"):
        for layer in ("claims", "labels"):
            file = f"coders/{coder}/{layer}.csv"
            assert (again / file).read_text() == (example / file).read_text()
