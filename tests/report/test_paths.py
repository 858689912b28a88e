"""Where a report goes and where a corpus lies: inside each other, here, or behind a link."""

import json
import os
import shutil

import pytest

from frameline.cli import main
from frameline.corpus.checks import check_corpus
from frameline.report.keeping.digests import hash_files

pytestmark = pytest.mark.slow
LINKS = pytest.mark.skipif(os.name != "posix", reason="links need no rights here")


@pytest.fixture
def bay(tmp_path, monkeypatch):
    """A corpus, in the folder one works in."""
    monkeypatch.chdir(tmp_path)
    assert main(["new", "bay"]) == 0
    return tmp_path / "bay"


def build(*told):
    """A build of one chapter without a page."""
    return main(["build", "--only", "what-was-analysed", "--format", "html", *map(str, told)])


def sources(folder):
    """The digests of the corpus that the manifest of a report holds."""
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return manifest["data"]["files"]


def test_a_report_inside_its_corpus_is_no_part_of_it(bay):
    before = hash_files(bay)
    for _ in range(2):
        assert build("--corpus", bay, "--out", bay / "report") == 0
        assert sources(bay / "report") == before == hash_files(bay)


def test_the_folder_one_works_in_is_a_corpus_too(bay, monkeypatch):
    monkeypatch.chdir(bay)
    assert build("--corpus", ".", "--out", "report") == 0
    assert sources(bay / "report") == hash_files(bay)


def test_no_file_that_is_read_goes_uncounted(bay):
    """A coder's folder that says it is a report is a coder's folder."""
    (bay / "coders" / "bo" / "manifest.json").write_text('{"format": "frameline-report-1"}')
    assert "coders/bo/claims.csv" in hash_files(bay)


@LINKS
def test_a_link_to_where_the_report_goes_stays(bay, tmp_path):
    (tmp_path / "disk").mkdir()
    (tmp_path / "site").symlink_to("disk/real")
    for _ in range(2):
        assert build("--corpus", bay, "--out", "site", "--no-cache") == 0
        assert (tmp_path / "site").is_symlink()
        assert (tmp_path / "disk" / "real" / "report.html").is_file()
    assert [p.name for p in (tmp_path / "disk").iterdir()] == ["real"]


@LINKS
@pytest.mark.parametrize("name", ["notes.txt", "claims.csv", "texts/other.txt", "coders/cy"])
def test_a_link_that_leads_out_of_a_corpus_is_refused(bay, tmp_path, capsys, name):
    outside = tmp_path / "secret"
    if name == "coders/cy":
        shutil.copytree(bay / "coders" / "bo", outside)
    else:
        outside.write_text("a secret\n")
    (bay / name).symlink_to(outside)
    (fault,) = check_corpus(bay).itertuples()
    assert (fault.file, fault.found) == (name, "a link that leads out of the corpus")
    assert not [file for file in hash_files(bay) if file.startswith(name)]
    assert build("--corpus", bay) == 1
    assert "leads out of the corpus" in capsys.readouterr().err


@LINKS
def test_a_link_inside_a_corpus_is_a_file_of_it(bay):
    (bay / "notes").mkdir()
    (bay / "notes" / "same.txt").symlink_to("../texts/two-harbours.txt")
    assert check_corpus(bay).empty
    assert hash_files(bay)["notes/same.txt"] == hash_files(bay)["texts/two-harbours.txt"]
