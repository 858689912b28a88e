"""Words in context: enough to see the company, too little to read the sentence."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from frameline.measures.kwic import MOST, keyword_in_context


def lines_of(text, places, most=MOST):
    found = pd.DataFrame(
        [("t", "s", f"c{i}", start, end) for i, (start, end) in enumerate(places)],
        columns=["doc_id", "unit_id", "code", "start", "end"],
    )
    units = pd.DataFrame({"unit_id": ["s"], "start": [0], "end": [len(text)]})
    return keyword_in_context(found, units, {"t": text}, most=most)


@given(st.lists(st.text("abcé,’", min_size=1, max_size=6), min_size=1, max_size=40), st.data())
def test_no_line_gives_half_of_its_sentence_away(words, data):
    text = " ".join(words)
    which = data.draw(st.integers(0, len(words) - 1))
    start = len(" ".join(words[:which])) + bool(which)
    table = lines_of(text, [(start, start + len(words[which]))])
    for row in table.itertuples():
        shown = f"{row.left} {row.name} {row.right}".split()
        assert len(shown) <= min(MOST, len(words) / 2)
        assert " ".join(shown) in text
        assert row.name == words[which]


def test_a_sentence_is_shown_once():
    text = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    table = lines_of(text, [(0, 3), (text.index("fourteen"), len(text))])
    assert table["code"].tolist() == ["c0"]
    assert table.loc[0, ["left", "name", "right"]].tolist() == [
        "", "one", "two three four five six seven",
    ]  # fmt: skip


def test_a_short_sentence_gives_no_line():
    assert lines_of("They are allies.", [(9, 15)]).empty


def test_line_breaks_are_blanks():
    text = "a b c the long\nalliance\nof these two states is old"
    start = text.index("alliance")
    line = lines_of(text, [(start, start + 8)]).loc[0]
    assert (line["left"], line["right"]) == ("the long", "of these two")


def test_without_the_text_there_is_nothing():
    found = pd.DataFrame(
        {"doc_id": ["u"], "unit_id": ["s"], "code": [""], "start": [0], "end": [1]}
    )
    units = pd.DataFrame({"unit_id": ["s"], "start": [0], "end": [9]})
    table = keyword_in_context(found, units, {"t": "any text"})
    assert table.empty
    assert list(table) == ["doc_id", "unit_id", "code", "left", "name", "right"]
