"""Panels from a study: words of the catalogue, no holes, and the storyline of any corpus."""

import pytest

from frameline.corpus import read_corpus
from frameline.exhibits import exhibit, study
from frameline.exhibits import panelling as make
from frameline.exhibits.summary import _storyline as story
from frameline.record.items import Bars, Path, Stack, Words
from frameline.record.panel import Panel
from frameline.record.shape import RecordError
from tests.conftest import CORPORA


def storyline(corpus, **choices):
    made = exhibit("storyline", study("summary", corpus, **choices))
    return [next(iter(block.views.values())) for block in made.blocks]


def lines(panel):
    return [str(words) for words in panel.said if str(words)]


def items(panel, kind):
    return [item for item in panel.items if isinstance(item, kind)]


@pytest.fixture(scope="module")
def shown(data_corpus):
    (panel,) = storyline(data_corpus)
    return panel


def test_what_is_missing_leaves_no_hole():
    empty = make.cell_of(None, make.bars([]), make.stack([(0, "none", "binding")]), make.rows([]))
    assert empty.items == ()
    assert make.band_of([empty, make.cell_of(make.dots([]))]) is None
    said = make.cell_of(make.words("note", "said"))
    assert len(make.band_of([said, empty]).cells) == 2, "its column keeps its place"


def test_a_panel_without_a_band_is_none_and_a_gist_without_its_claim_is_refused(river_corpus):
    assert study("summary", river_corpus).panel("storyline", [None]) is None
    with pytest.raises(RecordError, match="the id of the claim behind a gist"):
        make.words("gist", "They trade.")


def test_texts_of_one_author_group_and_year_share_a_column(shown):
    (path,) = items(shown, Path)
    assert path.columns == ("2001", "2015", "2021", "2024")
    assert [str(point.words) for point in path.points if point.hollow] == ["abstract: bound"]
    assert [point.colour for point in path.joined] == ["binding", "dividing"] * 2
    assert shown.turns
    assert str(shown.title).startswith("One pair, four verdicts: bound 2001, distant 2015")


def test_the_title_keeps_its_question_mark_and_own_words_their_place(shown):
    said = lines(shown)
    assert "“a strategic alliance or something more?”" in said
    assert said.index("P5 s2") == said.index("“alignment”") + 1
    assert "P1 s1, not asserted" in said


def test_reasons_are_told_with_their_ties_and_bars_show_what_their_label_says(shown):
    bars = [bar for item in items(shown, Bars) for bar in item.rows]
    first = [bar for bar in bars if bar.colour == "dividing"][:3]
    assert [(str(bar.label), str(bar.text), bar.strong) for bar in first] == [
        ("third parties", "2 of 43", True), ("trust", "2 of 43", True),
        ("arms, sanctions, ideology", "1 of 43 each", False),
    ]  # fmt: skip
    for bar in bars:
        n, of = str(bar.text).removesuffix(" each").split(" of ")
        assert bar.value == int(n) / int(of)
    assert max(bar.value for bar in bars) == shown.longest


def test_every_number_is_a_finding_of_the_view(data_corpus):
    made = exhibit("storyline", study("summary", data_corpus))
    found = {finding.key for finding in made.findings}
    for view, panel in made.blocks[0].views.items():
        keys = {key for words in panel.checked for key in words.keys}
        assert keys <= found
        numbers = [key for key in keys if ".reason." in key]
        assert numbers
        assert all(key.endswith(".all") == (view == "all") for key in numbers)


def test_balance_and_advice_in_short(shown):
    parts = [[str(part.text) for part in item.parts] for item in items(shown, Stack)]
    assert parts[:2] == [["18 bind", "7 divide"], ["10 bind", "19 divide"]]
    assert "by hedging: 2 of 2" in lines(shown), "an aim of only other gives way to the means"


def test_a_corpus_with_verdicts_and_no_scale_tells_them_in_words(river_corpus):
    (panel,) = storyline(river_corpus)
    assert not items(panel, Path)
    verdicts = [item for item in items(panel, Words) if item.role == "label"]
    assert [(str(v.words), v.colour) for v in verdicts[:1]] == [("growing closer", "plain")]
    assert not any("lasting" in line for line in lines(panel))
    assert "Its advice" not in lines(panel)


def test_a_corpus_of_frames_alone_has_one_ranked_list():
    (panel,) = storyline(read_corpus(CORPORA / "minimal.csv"))
    assert str(panel.title) == "The reasons that each text gives most"
    said = lines(panel)
    assert "Main reasons" in said
    assert not {"What binds", "All reasons", "The title calls it", "The verdict"} & {*said}


def test_one_text_has_no_others_to_differ_from():
    (panel,) = storyline(read_corpus(CORPORA / "one"))
    assert "difference between texts" not in panel.note
    assert len(panel.bands[0].cells) == 1


def century(tmp_path, texts):
    rows = [f"Leader {1900 + i},{1900 + i},ana,{frame},{('binding', 'dividing')[i % 2]}"
            for i in range(texts) for frame in ("trade", "faith")]  # fmt: skip
    path = tmp_path / "century.csv"
    path.write_text("document,date,coder,frame,valence\n" + "\n".join(rows), encoding="utf-8")
    return read_corpus(path)


def test_more_texts_than_columns_stand_in_rows(tmp_path):
    (panel,) = storyline(century(tmp_path, story.COLUMNS + 1))
    assert not panel.turns
    assert len(panel.bands) == story.COLUMNS + 1
    assert [str(band.head.words) for band in panel.bands[:2]] == ["Leader, 1900", "Leader, 1901"]
    (panel,) = storyline(century(tmp_path, story.COLUMNS))
    assert panel.turns


def test_more_texts_than_a_page_can_show_have_no_storyline(tmp_path):
    assert storyline(century(tmp_path, story.MOST + 1)) == []


def test_an_analyst_gets_the_panel_as_a_table(data_corpus):
    made = exhibit("storyline", study("summary", data_corpus, voice="own"))
    assert isinstance(made.blocks[0].views["own"], Panel)
    assert ("What binds", "1", "bars", "0.1163", "security: 5 of 43") in made.table.rows
