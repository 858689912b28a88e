"""The page of each text, on the project's own corpus and on those that lack something."""

import re

import pytest

from frameline.corpus import read_corpus
from frameline.exhibits import exhibit, study
from frameline.record.items import Bars, Picture, Words
from frameline.record.panel import Panel


def pages_of(corpus):
    return exhibit("portraits", study("portraits", corpus)).blocks


def bars_of(panel, colour):
    rows = [bar for item in panel.items if isinstance(item, Bars) for bar in item.rows]
    return [(str(bar.label), str(bar.text)) for bar in rows if bar.colour == colour]


@pytest.fixture(scope="module")
def five(data_corpus):
    return pages_of(data_corpus)


def test_texts_of_one_study_and_year_share_a_page(five):
    assert [str(page.title) for page in five if isinstance(page, Panel)][1:] == [
        "Distant: 19 claims divide, 10 bind",
        "Durable: 10 claims bind, 3 divide",
        "Fragile: 52 claims bind, 36 divide",
    ]
    assert len([page for page in five if isinstance(page, Panel)]) == 4
    assert any("Shaffer 2001 (paper)" in str(words) for words in five[0].said)


def test_the_reasons_of_2024_in_order(five):
    page = five[3]
    assert bars_of(page, "binding") == [("arms", "13"), ("regimes", "9"), ("world order", "6")]
    assert bars_of(page, "dividing") == [("regions", "14"), ("history", "6"), ("ideology", "5")]


def test_every_side_sums_to_its_claims(five):
    shown = [str(words) for words in five[3].said]
    assert any(words.startswith("Also sanctions 5, economy 5, diplomacy 4") for words in shown)


def test_every_gist_has_its_claim(five, data_corpus):
    known = set(data_corpus.claims["claim_id"])
    for page in five:
        gists = [i for i in page.items if isinstance(i, Words) and i.role in ("gist", "phrase")]
        assert gists
        assert {item.claim for item in gists} <= known


def test_the_pages_have_the_same_bands(five):
    heads = [[[str(c.head.words) for c in b.cells if c.head] for b in page.bands if b.cells]
             for page in five]  # fmt: skip
    assert {tuple(band[2:][-1]) for band in heads} == {
        ("Whose voice", "What it leaves out that others name")
    }
    assert len({len(page.bands) for page in five}) == 1


def test_what_is_lacking_leaves_no_hole(river_corpus):
    page, rest = pages_of(river_corpus)
    assert str(page.title) == "Growing apart: 5 claims divide, 3 bind"
    assert all(any(cell.items for cell in band.cells) for band in page.bands)
    assert "no page" in str(rest)


def test_without_sides_there_is_one_list(tmp_path):
    table = tmp_path / "letters.csv"
    rows = [f"Letter,1901,kim,{'trade' if n % 3 else 'water'}" for n in range(1, 13)]
    table.write_text("\n".join(["document,date,coder,frame", *rows]), encoding="utf8")
    (page,) = pages_of(read_corpus(table))
    assert "12 claims" in str(page.title)
    assert bars_of(page, "voices") == [("trade", "8"), ("water", "4")]
    assert all(any(cell.items for cell in band.cells) for band in page.bands)


def letters(folder, texts, own=12):
    """A table of so many letters with so many claims each."""
    table = folder / "letters.csv"
    rows = [f"Letter {text},{1900 + text},kim,{'trade' if n % 3 else 'water'}"
            for text in range(texts) for n in range(own)]  # fmt: skip
    table.write_text("\n".join(["document,date,coder,frame", *rows]), encoding="utf8")
    return read_corpus(table)


def test_the_argument_is_drawn_with_its_turn(five):
    pictures = [item for page in five for item in page.items if isinstance(item, Picture)]
    assert len(pictures) == 4
    assert "n = 36" in str(pictures[1].alt)
    assert "The turn: regions, P17" in str(pictures[1].alt)
    assert "turn" not in str(pictures[0].alt), "2001 does not turn"


def test_dates_and_codes_are_words(five):
    said = " ".join(str(words) for page in five for words in page.said)
    assert "between 29 November 2015 and 6 December 2015" in said
    assert not re.search(r"\d{4}-\d\d-\d\d", said)
    assert "for another end" in said
    assert "on no stated condition" not in said


@pytest.mark.parametrize(("texts", "kind", "pages"), [
    (6, "portrait-", 6), (7, "portraits-small-", 2), (12, "portraits-small-", 3),
    (13, "portraits-rows", 1), (24, "portraits-rows", 1),
])  # fmt: skip
def test_more_texts_have_smaller_portraits(tmp_path, texts, kind, pages):
    found = pages_of(letters(tmp_path, texts))
    assert [page.key.startswith(kind) for page in found] == [True] * pages
    heads = {str(i.words) for page in found for i in page.items if isinstance(i, Words)}
    heads |= {str(band.head.words) for page in found for band in page.bands if band.head}
    assert {f"Letter {text}" for text in range(texts)} <= heads
    assert all(any(cell.items for cell in band.cells) for page in found for band in page.bands)


def test_more_texts_than_a_page_holds_are_told_elsewhere(tmp_path):
    (said,) = pages_of(letters(tmp_path, 25))
    assert "too many" in str(said)
