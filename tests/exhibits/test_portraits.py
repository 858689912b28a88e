"""The page of each text, on the project's own corpus and on those that lack something."""

import pytest

from frameline.corpus import read_corpus
from frameline.exhibits import exhibit, study
from frameline.record.items import Bars, Words
from frameline.record.panel import Panel


def pages(corpus):
    return exhibit("portraits", study("portraits", corpus)).blocks


def bars_of(panel, colour):
    rows = [bar for item in panel.items if isinstance(item, Bars) for bar in item.rows]
    return [(str(bar.label), str(bar.text)) for bar in rows if bar.colour == colour]


@pytest.fixture(scope="module")
def five(data_corpus):
    return pages(data_corpus)


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
    page, rest = pages(river_corpus)
    assert str(page.title) == "Growing apart: 5 claims divide, 3 bind"
    assert all(any(cell.items for cell in band.cells) for band in page.bands)
    assert "no page" in str(rest)


def test_without_sides_there_is_one_list(tmp_path):
    table = tmp_path / "letters.csv"
    rows = [f"Letter,1901,kim,{'trade' if n % 3 else 'water'}" for n in range(1, 13)]
    table.write_text("\n".join(["document,date,coder,frame", *rows]), encoding="utf8")
    (page,) = pages(read_corpus(table))
    assert "12 claims" in str(page.title)
    assert bars_of(page, "voices") == [("trade", "8"), ("water", "4")]
    assert all(any(cell.items for cell in band.cells) for band in page.bands)
