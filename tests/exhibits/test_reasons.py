"""The chapter of reasons, on the project's own corpus and on odd ones."""

import pytest

from frameline.charts.mirror_bars import COLUMNS
from frameline.corpus import read_corpus
from frameline.exhibits import exhibit, study
from frameline.record.items import Squares, Words
from frameline.record.panel import Panel
from tests.conftest import CORPORA, DATA
from tests.many_texts import write_many


def blocks(name, corpus, **choices):
    made = exhibit(name, study("reasons", corpus, **choices)).blocks
    return [getattr(block, "views", {"one": block}) for block in made]


def first(name, corpus, **choices):
    """The first block, as it is seen first."""
    return next(iter(blocks(name, corpus, **choices)[0].values()))


def lines(panel):
    return [str(words) for words in panel.said if str(words)]


@pytest.fixture(scope="module")
def changing(data_corpus):
    return first("changing-reasons", data_corpus)


@pytest.fixture(scope="module")
def matrix(data_corpus):
    return first("frame-matrix", data_corpus)


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    return read_corpus(write_many(tmp_path_factory.mktemp("many") / "corpus", 3))


# The bars -----------------------------------------------------------------------------------------


def test_the_headline_is_the_reason_on_which_two_texts_differ_most(data_corpus):
    claims = data_corpus.select()
    own = claims[claims["own"] & (claims["doc_id"] != "shaffer-2001-paper")]
    history = own[(own["frame"].str.split(";").map(lambda codes: "HIS" in codes))
                  & (own["sign"] == -1)]  # fmt: skip
    shares = history.groupby("doc_id").size() / own.groupby("doc_id").size()
    chart = first("reasons-compared", data_corpus)
    assert str(chart.title) == (
        f"Furthest apart on history: a divider in {shares['abedin-2015']:.0%} of the claims of "
        "2015, in none of 2021"
    )
    assert len(chart.evidence) == 43 + 31 + 20 + 120


def test_what_leads_is_told_text_by_text_and_no_change_is_called_clear(data_corpus):
    said = [str(next(iter(views.values()))) for views in blocks("reasons-compared", data_corpus)]
    assert "What divides most: third parties and trust in 2001; history in 2015" in said[2]
    assert said[3].endswith("none is clear.")


def test_one_text_compares_nothing():
    one = read_corpus(CORPORA / "one")
    found = blocks("reasons-compared", one)
    chart = next(iter(found[0].values()))
    assert "furthest" not in str(chart.title).lower()
    assert "bracket" not in chart.note
    assert [str(next(iter(views.values()))) for views in found[1:]] == [
        "What binds most: trade and dynasty in 1911.", "What divides most: army in 1911.",
    ]  # fmt: skip
    assert blocks("changing-reasons", one) == []


def test_without_sides_there_is_one_list():
    chart = first("reasons-compared", read_corpus(CORPORA / "minimal.csv"))
    assert "divid" not in f"{chart.title}{chart.subtitle}"
    # The last text is dated 190X: no year of its ten is named for it.
    said = "Furthest apart on faith: 75% of the claims of 1900–1909, in none of 1905"
    assert str(chart.title) == said


def test_without_reasons_the_chapter_shows_nothing(river):
    book = river / "codebook.toml"
    text = book.read_text(encoding="utf8")
    assert 'role = "frame"\n' in text
    book.write_text(text.replace('role = "frame"\n', ""), encoding="utf8")
    corpus = read_corpus(river)
    for name in ("reasons-compared", "changing-reasons", "frame-matrix"):
        assert not [b for b in exhibit(name, study("reasons", corpus)).blocks
                    if isinstance(b, Panel) or hasattr(b, "views")]  # fmt: skip


# The reasons that change --------------------------------------------------------------------------


def test_the_reasons_that_change_are_told_in_the_order_of_their_claims(changing):
    assert str(changing.title).startswith("Regions, third parties and sanctions change their part")
    assert "Sanctions: a lever in 2001; only asked about in 2021; a bond and a lever in 2024; " \
        "no claim in 2015" in lines(changing)  # fmt: skip
    assert "History: a bond in 2001; a divider in 2015 and 2024; no claim in 2021" in lines(
        changing
    )


def test_arms_go_one_way_and_then_both(changing):
    said = "Arms: from Russia to Iran in 2001, 2015 and 2021; from Russia to Iran, from Iran to " \
        "Russia and both ways in 2024"  # fmt: skip
    assert said in lines(changing)
    ways = {"from-first": [4, 1, 1, 6], "from-second": [3], "voices": [4]}
    for colour, counts in ways.items():
        squares = [item for item in changing.items if isinstance(item, Squares)]
        assert [item.count for item in squares if item.colour == colour] == counts


def test_a_square_is_a_claim_and_no_gist_stands_twice(changing, data_corpus):
    gists = [i for i in changing.items if isinstance(i, Words) and i.role == "gist"]
    assert gists
    assert len({item.claim for item in gists}) == len(gists)
    assert {item.claim for item in gists} <= set(changing.evidence)
    assert set(changing.evidence) <= set(data_corpus.claims["claim_id"])


def test_a_narrowed_voice_narrows_the_claims(data_corpus, changing):
    own = first("changing-reasons", data_corpus, voice="own")
    assert set(own.evidence) < set(changing.evidence)
    assert "own voice" in own.filter


def test_two_texts_are_two_columns(data_corpus):
    drop = [doc for doc in data_corpus.documents["doc_id"] if doc[-4:] not in ("2015", "2024")]
    panel = first("changing-reasons", read_corpus(DATA, drop=drop))
    assert {len(band.cells) for band in panel.bands if not band.across} == {2}
    assert str(panel.title).startswith("Regions and third parties change their part")


def test_a_corpus_in_which_nothing_changes_says_so():
    assert str(first("changing-reasons", read_corpus(CORPORA / "rtl"))).startswith("No reason")


# The frames ---------------------------------------------------------------------------------------


def test_the_matrix_names_the_reasons_that_lead_elsewhere(matrix):
    causes = next(band for band in matrix.bands if band.head and str(band.head.words) == "Cause")
    named = [[str(i.words) for i in cell.items if i.role == "label"] for cell in causes.cells]
    assert named == [["security.", "third parties and trust."], ["regions.", "history."],
                     ["world order.", "trust."], ["arms.", "regions."]]  # fmt: skip
    assert str(matrix.title) == "Four texts name four leading bonds and four leading dividers"


def test_the_matrix_is_a_page_on_its_side_and_says_what_is_left_out(matrix):
    assert matrix.layout == "landscape"
    left = matrix.bands[-1]
    assert str(left.head.words) == "Left out"
    assert [str(cell.items[0].words) for cell in left.cells][-1] == "Trust and geography"
    none = next(band for band in matrix.bands if band.head and str(band.head.words) == "Judgement")
    assert str(none.cells[-1].items[0].words) == "None."


def test_what_is_left_out_is_a_finding(data_corpus):
    texts = study("reasons", data_corpus)
    exhibit("frame-matrix", texts)
    found = texts.findings["matrix.silent.snegovaya-alterman-2024"]
    assert found.value == ["trust", "geography"]


def test_more_texts_than_columns_stand_in_rows(many):
    assert len(many.documents) == 12 > COLUMNS
    panel = first("changing-reasons", many)
    assert [str(band.head.words) for band in panel.bands][:2] == ["1990", "1998"]
    assert len(panel.bands) == 12
    assert all(cell.items for band in panel.bands for cell in band.cells)
    assert blocks("frame-matrix", many) == [], "its codebook has too few functions of frames"
