"""What a notebook shows of a corpus and its codebook; no text of theirs becomes markup."""

import csv
import re
import shutil
from html.parser import HTMLParser

import pytest

from frameline.corpus import read_corpus
from frameline.corpus.codebook import Codebook

EVIL = '<img src=x onerror="alert(1)">&\u202e'


class Tags(HTMLParser):
    """Collects what a browser would take for markup."""

    def __init__(self, text):
        super().__init__()
        self.found, self.attributes, self.words = set(), set(), []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data):
        self.words.append(data)


def test_a_corpus_shows_what_it_has_and_what_it_lacks(river_corpus):
    sizes = f"{len(river_corpus.claims)} claims, {len(river_corpus.labels)} labels"
    assert repr(river_corpus) == f"Corpus(4 documents, {sizes}, 2 coders)"
    text = " ".join(Tags(river_corpus._repr_html_()).words)
    for word in ("Norland and Sudmark", "velde-2007", "Velde 2007", "2015-09", "mara, niko"):
        assert word in text
    assert "water (The water itself)" in text
    assert "no events" in text
    assert "no voices" not in text


def bare_of(folder):
    """An archive without word counts, and without sentences."""
    duckdb = pytest.importorskip("duckdb")
    shutil.rmtree(folder / "tokens")
    for file in sorted((folder / "claims").glob("*.parquet")):
        rows = duckdb.sql(f"FROM '{file}'").df().drop(columns="unit_id")
        duckdb.from_df(rows).write_parquet(str(file))
    return folder


def test_an_archive_shows_the_same(archive, press):
    texts = read_corpus(archive)
    assert re.fullmatch(r"Corpus\(500 documents, .* 3 coders; pandas\)", repr(texts))
    text = " ".join(Tags(texts._repr_html_()).words)
    for word in ("and 480 more", "ana, ben, cai", "security"):
        assert word in text
    assert "This corpus has no" not in text
    assert "no sentences of its claims" in read_corpus(bare_of(press)).lacking("claims.unit_id")
    assert "no word counts" in " ".join(Tags(read_corpus(press)._repr_html_()).words)


def test_a_codebook_shows_its_variables(data_corpus):
    book = data_corpus.codebook
    codes = sum(len(variable.codes) for variable in book.variables)
    assert repr(book).endswith(f": {len(book.variables)} variables, {codes} codes)")
    text = " ".join(Tags(book._repr_html_()).words)
    assert all(variable.name in text for variable in book.variables)
    assert repr(Codebook()) == "Codebook('': 0 variables, 0 codes)"


@pytest.mark.parametrize("what", ["corpus", "codebook"])
def test_no_text_becomes_markup(tmp_path, what):
    path = tmp_path / "evil.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        rows = [["document", "date", "coder", "frame", EVIL], [EVIL, "1999", EVIL, EVIL, EVIL]]
        csv.writer(file).writerows(rows)
    corpus = read_corpus(path)
    shown = Tags((corpus if what == "corpus" else corpus.codebook)._repr_html_())
    ours = {"p", "b", "table", "thead", "tbody", "tr", "th", "td"}
    named = {"dir", "style"}
    if what == "codebook":  # The field in which one searches it.
        ours |= {"div", "input"}
        named |= {"type", "aria-label", "placeholder", "oninput"}
    assert shown.found <= ours
    assert shown.attributes == named
    assert EVIL[:-1] in "".join(shown.words)
    assert "\u202e" not in "".join(shown.words)
