"""WebAnno TSV files that are broken or mean harm are refused with their line."""

import zipfile

import pytest

from frameline.exchange.files import safety
from frameline.exchange.formats.registry import load_format
from tests.exchange.hostile import refused
from tests.exchange.test_webanno_tsv import HEAD, sheet

webanno_tsv = load_format("webanno-tsv")

WORD = "#Text=one two\n1-1\t0-3\tone\tX\t\n"

BROKEN = {
    "empty": ("", "line 1", "#FORMAT=WebAnno TSV 3"),
    "another version": ("#FORMAT=WebAnno TSV 2\n", "line 1", "TSV 2"),
    "another format": ("doc\tcode\n", "line 1", "doc"),
    "a layer without name": ("#FORMAT=WebAnno TSV 3.3\n#T_SP=\n", "line 2", "name"),
    "a layer twice": ("#FORMAT=WebAnno TSV 3.3\n#T_SP=a|b\n#T_SP=a|c\n", "line 3", "name"),
    "too few columns": (HEAD + "#Text=one\n1-1\t0-3\tone\n", "line 6", "3 columns"),
    "no offsets": (HEAD + "#Text=one\n1-1\tone\tX\t\n", "line 6", "a word such as"),
    "a line without tabs": (HEAD + "#Text=one\none\n", "line 6", "a word such as"),
    "a word without number": (HEAD + "#Text=one\none\t0-3\tone\tX\t\n", "line 6", "a word such"),
    "offsets that are fractions": (HEAD + "#Text=one\n1-1\t0.0-3\tone\tX\t\n", "line 6"),
    "negative offsets": (HEAD + "#Text=one\n1-1\t-1-3\tone\tX\t\n", "line 6"),
    "offsets without end": (HEAD + f"#Text=one\n1-1\t0-{'9' * 40}\tone\tX\t\n", "line 6"),
    "end before start": (HEAD + "#Text=one\n1-1\t3-0\tone\tX\t\n", "line 6", "end 0 before"),
    "beyond the text": (HEAD + "#Text=one\n1-1\t0-9\tone\tX\t\n", "line 6", "offsets 0 to 9"),
    "a gap of billions": (
        HEAD + "#Text=a\n1-1\t0-1\ta\tX\t\n\n#Text=b\n2-1\t99999999999-99999999999\tb\tX\t\n",
        "line 9", "offsets 99999999999 to 99999999999",
    ),
    "sentences over each other": (
        HEAD + "#Text=one\n1-1\t0-3\tone\tX\t\n\n#Text=two\n2-1\t1-4\ttwo\tX\t\n",
        "line 9", "the word 'two' where the text has",
    ),
    "another word than the text's": (
        HEAD + "#Text=one\n1-1\t0-3\ttwo\tX\t\n", "line 6", "'two' where the text has 'one'",
    ),
    "a word before any sentence": (HEAD + "1-1\t0-3\tone\tX\t\n", "line 5", "#Text="),
    "a sentence without words": (HEAD + WORD + "\n#Text=two\n", "without words"),
    "columns that disagree": (
        "#FORMAT=WebAnno TSV 3.3\n#T_SP=a|f|g\n\n\n#Text=one\n1-1\t0-3\tone\tA[1]|B[2]\tC[1]\t\n",
        "line 6", "columns of a with [1, 2]",
    ),
    "a NUL": (HEAD + WORD + "\0", "line 7", "NUL"),
    "Latin-1": ((HEAD + "#Text=caf").encode() + b"\xe9\n", "byte", "0xE9"),
    "UTF-16 without mark": (HEAD.encode("utf-16-le"), "NUL"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "said"), [(v[0], v[1:]) for v in BROKEN.values()], ids=BROKEN)
def test_broken_files(tmp_path, text, said):
    refused(webanno_tsv, [sheet(tmp_path, text)], "anna.tsv", *said, coder="anna")


def test_an_unknown_unit(tmp_path):
    path = sheet(tmp_path, HEAD + WORD)
    refused(webanno_tsv, [path], "--offsets", "words", coder="anna", offsets="words")


def test_two_texts_of_one_document(tmp_path):
    for part, text in (("annotation", "one"), ("curation", "two")):
        (tmp_path / part / "d").mkdir(parents=True)
        sheet(tmp_path / part / "d", HEAD + f"#Text={text}\n1-1\t0-3\t{text}\tX\t\n", f"{part}.tsv")
    refused(webanno_tsv, [tmp_path], "curation/d/curation.tsv", "another text")


def test_the_same_person_twice(tmp_path):
    for part in ("annotation", "curation"):
        (tmp_path / part / "d").mkdir(parents=True)
        sheet(tmp_path / part / "d", HEAD + WORD)
    refused(webanno_tsv, [tmp_path], "curation/d/anna.tsv", "a second file of coder 'anna'")


def test_an_empty_folder(tmp_path):
    refused(webanno_tsv, [tmp_path], "no file of this format")


def test_a_path_that_is_not_there(tmp_path):
    refused(webanno_tsv, [tmp_path / "x.tsv"], "x.tsv", "no readable file")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("../d/anna.tsv", "leaves the archive"),
        ("/d/anna.tsv", "absolute"),
        ("C:/a.tsv", "absolute"),
    ],
)
def test_zips_that_reach_out(tmp_path, name, said):
    with zipfile.ZipFile(tmp_path / "e.zip", "w") as archive:
        archive.writestr(name, HEAD + WORD)
    refused(webanno_tsv, [tmp_path / "e.zip"], "e.zip", said)


def test_a_zip_packed_too_well(tmp_path, monkeypatch):
    monkeypatch.setattr(safety, "RATIO_FROM", 1000)
    with zipfile.ZipFile(tmp_path / "e.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("d/anna.tsv", "\n" * 1_000_000)
    refused(webanno_tsv, [tmp_path / "e.zip"], "d/anna.tsv", "1,000,000 bytes packed")


def test_a_file_above_the_cap(tmp_path, monkeypatch):
    monkeypatch.setattr(safety, "MAX_FILE", 1000)
    refused(webanno_tsv, [sheet(tmp_path, HEAD + "x" * 2000)], "anna.tsv", "up to 1,000 bytes")
