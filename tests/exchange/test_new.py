"""`frameline new`: a corpus that is complete, sound, and reads as a report at once."""

import subprocess
import sys

import pytest

from frameline.cli import main
from frameline.corpus import read_corpus
from frameline.corpus.checks import check_corpus
from frameline.corpus.texts import check_texts
from frameline.exchange.files.error import ExchangeError
from frameline.exchange.incoming.beginning import example_project, new_corpus


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("new") / "mine"
    new_corpus(made)
    return made


def test_the_corpus_is_sound_and_so_are_its_offsets(folder):
    assert check_corpus(folder).empty
    assert check_texts(folder, folder / "texts").empty


def test_it_has_two_coders_who_disagree_and_a_commented_codebook(folder):
    corpus = read_corpus(folder)
    assert list(corpus.codings) == ["ana", "bo"]
    frames = corpus.aligned("frame")
    assert (frames["ana"] != frames["bo"]).any()
    assert corpus.has("labels", "tokens", "texts", "claims.valence", "claims.voice")
    lines = (folder / "codebook.toml").read_text().splitlines()
    assert sum(line.startswith("#") for line in lines) >= 8
    assert corpus.codebook.dyad.label == "Askel and Brum"


def test_tables_without_rows_have_their_heads(folder):
    assert (folder / "events.csv").read_text().startswith("doc_id,para_id,sentence")


def test_every_phrase_of_the_example_is_in_its_text():
    project = example_project()
    text = project.documents[0].text
    for coding in project.codings:
        for annotation in coding.annotations:
            assert text[annotation.spans[0].start : annotation.spans[0].end] == annotation.quote


def test_the_command_says_what_to_do_next(tmp_path, capsys):
    assert main(["new", str(tmp_path / "mine")]) == 0
    said = capsys.readouterr().out
    assert "frameline build --corpus" in said
    assert main(["check", str(tmp_path / "mine")]) == 0


def test_a_folder_with_files_is_left_alone(tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/notes.txt").write_text("mine")
    with pytest.raises(ExchangeError, match="choose a new name"):
        new_corpus(tmp_path / "mine")
    assert [p.name for p in tmp_path.rglob("*")] == ["mine", "notes.txt"]
    new_corpus(tmp_path / "empty-is-fine")


def test_help_stays_quick():
    script = (
        "import sys, time; t = time.process_time(); from frameline.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'pandas', 'numpy', 'lxml', 'openpyxl', 'matplotlib'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
        "assert time.process_time() - t < 0.3"
    )
    subprocess.run([sys.executable, "-c", script], check=True, capture_output=True)
