"""Texts: words, finding files, checking spans, recomputing what comes from the texts."""

from __future__ import annotations

import os
from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from frameline.corpus import texts
from frameline.corpus.fault import Fault

ROOT = Path(__file__).parents[1]
DATA = ROOT / "data"
SOURCES = Path(os.environ.get("FRAMELINE_TEXTS", ROOT.parent / "shared" / "sources"))

#: A made-up document: a title, two sentences over a line break with a wide character, a footer.
TEXT = "Old friends 𝄞\n\nNorland arms Sudland’s\nfleet. It may not\n\nlast long.\n\nSubscribe now\n"


def _span(phrase: str, text: str = TEXT) -> list[str]:
    start = text.index(phrase)
    return [str(start), str(start + len(phrase))]


def _write(folder: Path, name: str, columns: list[str], rows: list[list[str]]) -> None:
    pd.DataFrame(rows, columns=columns).to_csv(folder / f"{name}.csv", index=False)


@pytest.fixture
def made_up(tmp_path: Path) -> tuple[SimpleNamespace, Path]:
    """A corpus folder with every derived cell blank, and the folder with its text."""
    corpus, sources = tmp_path / "corpus", tmp_path / "sources"
    corpus.mkdir()
    sources.mkdir()
    (sources / "one.txt").write_bytes(TEXT.encode("utf-8"))
    counts = ["sha256", "chars", "words", "sentences", "paragraphs", "para_groups", "too_short"]
    _write(corpus, "documents", ["doc_id", "file", *counts], [["one", "one.txt", *[""] * 7]])
    first, second = _span("Norland arms Sudland’s\nfleet."), _span("It may not\n\nlast long.")
    blocks = [
        ["one", "T01", "title", *_span("Old friends 𝄞"), "", ""],
        ["one", "P01", "body", first[0], second[1], "", ""],
        ["one", "F01", "furniture", *_span("Subscribe now"), "", ""],
    ]
    span = ["start", "end", "words", "sha256"]
    _write(corpus, "blocks", ["doc_id", "block_id", "kind", *span], blocks)
    units = [
        ["one", "P01", "1", "one.P01.s1", "one.P01", *first, "", ""],
        ["one", "P01", "2", "one.P01.s2", "one.P01", *second, "", ""],
    ]
    _write(
        corpus, "units", ["doc_id", "para_id", "sentence", "unit_id", "para_group", *span], units
    )
    claims = [
        ["one.P01.s1.c1", "one", "P01", "1", "arms Sudland’s fleet", "", ""],
        ["one.P01.s2.c1", "one", "P01", "2", "not last", "", ""],
    ]
    place = ["doc_id", "para_id", "sentence"]
    _write(corpus, "claims", ["claim_id", *place, "anchor", "start", "end"], claims)
    labels = [["one.T01.l1", "one", "T01", "", "Old friends", "", ""]]
    place = ["doc_id", "block_id", "sentence"]
    _write(corpus, "labels", ["label_id", *place, "literal", "start", "end"], labels)
    return SimpleNamespace(path=corpus), sources


def _rebuilt(made_up: tuple[SimpleNamespace, Path]) -> tuple[SimpleNamespace, Path]:
    corpus, sources = made_up
    for name, table in texts.rebuild(corpus, sources).items():
        table.to_csv(corpus.path / f"{name}.csv", index=False)
    return corpus, sources


def _edit(corpus: SimpleNamespace, name: str, row: int, column: str, value: str) -> None:
    file = corpus.path / f"{name}.csv"
    table = pd.read_csv(file, dtype=str, keep_default_na=False)
    table.loc[row, column] = value
    table.to_csv(file, index=False)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        ("—… ** “ ”", []),
        ("Iran’s and Iran's", ["iran", "and", "iran"]),
        ("Russo-Iranian, Russian–Iranian", ["russo", "iranian", "russian", "iranian"]),
        ("the U.S.–Iran talks", ["the", "u.s.", "iran", "talks"]),
        ("the U.S.’s aims, J. B. Alter", ["the", "u.s.", "aims", "j", "b", "alter"]),
        (
            "1,000 tons in the 1990s, 2.5 now.",
            ["1,000", "tons", "in", "the", "1990s", "2.5", "now"],
        ),
        ("didn’t 'quote'", ["didn't", "quote"]),
        ("Ca\u0303o C\u00c3O", ["c\u00e3o", "c\u00e3o"]),
        ("snake_case **bold**", ["snake", "case", "bold"]),
    ],
)
def test_tokenise_words(text: str, words: list[str]) -> None:
    assert texts.tokenise(text) == words


@given(st.text())
def test_tokenise_is_stable_on_its_own_words(text: str) -> None:
    words = texts.tokenise(text)
    assert all(word and not any(char.isspace() for char in word) for word in words)
    assert texts.tokenise(" ".join(words)) == words


def test_rebuild_counts_the_body_only(made_up: tuple[SimpleNamespace, Path]) -> None:
    corpus, sources = made_up
    row = texts.rebuild(corpus, sources)["documents"].iloc[0]
    assert row["chars"] == str(len(TEXT))
    assert row["sha256"] == texts.digest(TEXT)
    sizes = row[["words", "sentences", "paragraphs", "para_groups", "too_short"]]
    assert list(sizes) == ["9", "2", "1", "1", "yes"]


def test_rebuild_places_phrases_by_code_points_across_line_breaks(
    made_up: tuple[SimpleNamespace, Path],
) -> None:
    corpus, sources = made_up
    tables = texts.rebuild(corpus, sources)
    found = [TEXT[int(a) : int(b)] for a, b in tables["claims"][["start", "end"]].to_numpy()]
    assert found == ["arms Sudland’s\nfleet", "not\n\nlast"]
    assert list(tables["labels"].iloc[0][["start", "end"]]) == ["0", "11"]


def test_tokens_sum_to_the_words_of_their_block(made_up: tuple[SimpleNamespace, Path]) -> None:
    corpus, sources = made_up
    tables = texts.rebuild(corpus, sources)
    tokens = tables["tokens"].astype({"n": int})
    sums = tokens.groupby("block_id")["n"].sum()
    words = tables["blocks"].set_index("block_id")["words"].astype(int)
    assert sums.to_dict() == words.to_dict() == {"T01": 2, "P01": 9, "F01": 2}
    in_order = tokens.groupby("block_id")["token"].agg(list)
    assert all(list(words) == sorted(words) for words in in_order)


def test_rebuild_is_stable_and_what_it_writes_passes(made_up: tuple[SimpleNamespace, Path]) -> None:
    corpus, sources = _rebuilt(made_up)
    assert texts.check_texts(corpus, sources).empty
    for name, table in texts.rebuild(corpus, sources).items():
        again = pd.read_csv(corpus.path / f"{name}.csv", dtype=str, keep_default_na=False)
        pd.testing.assert_frame_equal(table, again, check_dtype=False)


def test_a_text_under_another_name_is_found_by_its_hash(
    made_up: tuple[SimpleNamespace, Path],
) -> None:
    corpus, sources = _rebuilt(made_up)
    (sources / "one.txt").rename(sources / "renamed.dat")
    assert texts.check_texts(corpus, sources).empty
    documents = pd.read_csv(corpus.path / "documents.csv", dtype=str)
    assert texts.read_texts(sources, documents) == {"one": TEXT}


def test_another_version_of_a_text_is_refused(made_up: tuple[SimpleNamespace, Path]) -> None:
    corpus, sources = _rebuilt(made_up)
    (sources / "one.txt").write_text(TEXT.replace("arms", "army"), encoding="utf-8")
    documents = pd.read_csv(corpus.path / "documents.csv", dtype=str)
    with pytest.raises(texts.TextsError, match="not the version"):
        texts.read_texts(sources, documents)
    faults = texts.check_texts(corpus, sources)
    assert faults[["file", "row", "column"]].to_numpy().tolist() == [["documents.csv", 2, "sha256"]]


def test_a_missing_text_is_a_fault_of_its_document(made_up: tuple[SimpleNamespace, Path]) -> None:
    corpus, sources = _rebuilt(made_up)
    (sources / "one.txt").unlink()
    faults = texts.check_texts(corpus, sources)
    assert faults[["file", "column", "found"]].to_numpy().tolist() == [
        ["documents.csv", "file", "one.txt"]
    ]
    with pytest.raises(texts.TextsError, match="no file"):
        texts.rebuild(corpus, sources)


@pytest.mark.parametrize(
    ("name", "row", "column", "value", "fault"),
    [
        ("blocks", 1, "end", "60", ["blocks.csv", 3, "sha256"]),
        ("units", 0, "sha256", "0" * 64, ["units.csv", 2, "sha256"]),
        ("claims", 1, "start", "30", ["claims.csv", 3, "anchor"]),
        ("claims", 0, "start", "", ["claims.csv", 2, "anchor"]),
        ("claims", 0, "anchor", "sells Sudland a fleet", ["claims.csv", 2, "anchor"]),
        ("labels", 0, "literal", "New friends", ["labels.csv", 2, "literal"]),
    ],
)
def test_check_names_the_cell_that_disagrees(
    made_up: tuple[SimpleNamespace, Path], name: str, row: int, column: str, value: str, fault: list
) -> None:
    corpus, sources = _rebuilt(made_up)
    _edit(corpus, name, row, column, value)
    faults = texts.check_texts(corpus, sources)
    assert faults[["file", "row", "column"]].to_numpy().tolist() == [fault]
    assert list(faults.columns) == list(Fault._fields)


@pytest.mark.parametrize("wording", ["Old friends", "Old  friends 𝄞", "friends 𝄞", ""])
def test_the_wording_of_a_title_stands_in_it(
    made_up: tuple[SimpleNamespace, Path], wording: str
) -> None:
    corpus, sources = _rebuilt(made_up)
    _edit(corpus, "blocks", 0, "wording", wording)
    assert texts.check_texts(corpus, sources).empty
    _edit(corpus, "blocks", 0, "wording", "New friends")
    fault = texts.check_texts(corpus, sources).iloc[0]
    assert (fault["file"], fault["row"], fault["column"]) == ("blocks.csv", 2, "wording")
    assert (fault["found"], fault["allowed"]) == ("New friends", "Old friends 𝄞")


def test_messages_never_show_more_than_eight_words(made_up: tuple[SimpleNamespace, Path]) -> None:
    corpus, sources = _rebuilt(made_up)
    _edit(corpus, "claims", 0, "start", "0")
    _edit(corpus, "claims", 0, "end", str(len(TEXT)))
    _edit(corpus, "claims", 1, "anchor", "one two three four five six seven eight nine ten")
    for cell in texts.check_texts(corpus, sources)[["found", "allowed"]].to_numpy().ravel():
        assert len(str(cell).replace(" [...]", "").split()) <= texts.MAX_WORDS
    with pytest.raises(texts.TextsError) as problem:
        texts.rebuild(corpus, sources)
    assert "nine" not in str(problem.value)
    assert "claims.csv, line 3" in str(problem.value)


def test_a_known_place_wins_over_the_first_one() -> None:
    text = "the tie binds and the tie divides"
    assert texts.locate(text, "the tie", 0, len(text)) == [0, 7]
    assert texts.locate(text, "the tie", 0, len(text), near=18) == [18, 25]
    assert texts.locate(text, "the tie", 0, len(text), near=3) == [0, 7]
    assert texts.locate(text, "the tie", 1, 20) == []


def test_a_corpus_without_texts_has_nothing_to_rebuild(tmp_path: Path) -> None:
    file = tmp_path / "minimal.csv"
    file.write_text("document,date,coder,frame\na,2001,x,GEO\n", encoding="utf-8")
    assert texts.rebuild(file, tmp_path) == {}
    assert texts.check_texts(file, tmp_path).empty


@pytest.mark.skipif(not SOURCES.is_dir(), reason="the source texts are not at hand")
def test_committed_tables_are_what_rebuild_makes() -> None:
    rebuilt = texts.rebuild(DATA, SOURCES)
    assert set(rebuilt) == {"documents", "blocks", "units", "claims", "labels", "tokens"}
    for name, table in rebuilt.items():
        made = table.to_csv(index=False, lineterminator="\n")
        assert made == (DATA / f"{name}.csv").read_text(encoding="utf-8"), name


@pytest.mark.skipif(not SOURCES.is_dir(), reason="the source texts are not at hand")
def test_committed_tables_agree_with_the_texts() -> None:
    assert texts.check_texts(DATA, SOURCES).empty


def test_texts_at_hand_are_those_of_the_coded_version(
    made_up: tuple[SimpleNamespace, Path], tmp_path: Path
) -> None:
    _, sources = made_up
    rows = [["one", "one.txt", texts.digest(TEXT)], ["two", "two.txt", texts.digest("other")]]
    documents = pd.DataFrame(rows, columns=["doc_id", "file", "sha256"])
    (sources / "two.txt").write_text("another version", encoding="utf-8")
    assert texts.texts_at_hand(sources, documents) == {"one": TEXT}
    assert texts.texts_at_hand(tmp_path / "nowhere", documents) == {}
