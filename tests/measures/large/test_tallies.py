"""Counts by year, periods, shares, words: against what pandas counts."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from frameline.measures.keyness import log_ratio
from frameline.measures.large.by_document import by_document, unpack_blocks
from frameline.measures.large.periods import middles, named, periods
from frameline.measures.large.tallies import (
    balance,
    counted_by,
    documents_by,
    shares,
    tally,
    top_codes,
    totals,
)
from frameline.measures.large.words import period_words, word_counts

CLAIMS = pd.DataFrame(
    {
        "doc_id": ["a", "a", "b", "c", "x"],
        "frame": ["GEO", None, "ECO", "GEO", "GEO"],
        "valence": ["B", "D", "D", "B", "B"],
    }
)
DOCUMENTS = pd.DataFrame({"doc_id": ["a", "b", "c"], "published": ["2001-05", "2002~", None]})


def test_nothing_is_lost_in_the_counting():
    table = tally(CLAIMS, DOCUMENTS, ["frame"])
    assert table.to_numpy().tolist() == [
        ["", "GEO", 2], ["2001", "", 1], ["2001", "GEO", 1], ["2002", "ECO", 1],
    ]  # fmt: skip
    assert tally(CLAIMS, DOCUMENTS, [])["n"].sum() == len(CLAIMS)
    assert tally(CLAIMS, DOCUMENTS, [], grain="month")["when"].tolist() == ["", "2001-05", "2002~"]
    assert documents_by(DOCUMENTS).to_numpy().tolist() == [["", 1], ["2001", 1], ["2002", 1]]
    assert counted_by(CLAIMS, "frame").to_numpy().tolist() == [["", 1], ["ECO", 1], ["GEO", 3]]


def test_an_unknown_grain_is_refused():
    with pytest.raises(ValueError, match="year, month"):
        tally(CLAIMS, DOCUMENTS, [], grain="day")


def test_shares_have_a_row_for_every_pair():
    table = pd.DataFrame({"period": ["1", "2"], "frame": ["A", "B"], "n": [3, 5]})
    found = shares(table, "frame")
    assert found[["period", "frame", "k", "n"]].to_numpy().tolist() == [
        ["1", "A", 3, 3], ["1", "B", 0, 3], ["2", "A", 0, 5], ["2", "B", 5, 5],
    ]  # fmt: skip


def test_balance_without_signs_is_empty_of_numbers():
    table = pd.DataFrame({"period": ["1", "1"], "valence": ["A", "N"], "n": [3, 5]})
    found = balance(table, {"A": 0})
    assert found[["binding", "dividing", "ambivalent", "n"]].to_numpy().tolist() == [[0, 0, 3, 0]]
    assert np.isnan(found["net"].iloc[0])


def test_top_codes_are_the_most_frequent():
    table = pd.DataFrame({"frame": ["B", "A", "C", ""], "n": [2, 2, 1, 9]})
    assert top_codes(table, "frame", 2) == ["A", "B"]
    assert top_codes(table, "frame", 2, listed=["B", "A"]) == ["B", "A"]
    assert totals(table, "frame")["n"].sum() == 14


@given(st.lists(st.integers(1500, 2100), min_size=1), st.integers(1, 20))
def test_periods_are_few_alike_and_hold_their_years(years, most):
    found = periods([str(year) for year in years], most)
    assert len(set(found.values())) <= most
    assert len({period.last - period.first for period in found.values()}) == 1
    for when, period in found.items():
        assert period.first <= int(when) <= period.last
        assert period.first <= period.middle.year <= period.last + 1
    assert list(found) == sorted(found)
    assert list(middles(found)) == list(dict.fromkeys(named(found).values()))


def test_what_is_no_year_is_in_no_period():
    assert periods(["", "n.d.", "²001"]) == {}
    with pytest.raises(ValueError, match="1 and more"):
        periods(["2001"], most=0)


def test_counts_by_document_come_back_whole():
    codes = {"frame": ["GEO", "ECO"], "valence": ["B", "D"]}
    table = by_document(CLAIMS, DOCUMENTS, codes).collect().to_pandas()
    block = next(unpack_blocks([table], codes))
    found = {
        doc: (when, frame.tolist(), valence.tolist())
        for doc, when, frame, valence in zip(
            block.doc_id, block.when, block.counts["frame"], block.counts["valence"], strict=True
        )
    }
    assert found == {
        "a": ("2001", [1, 0], [1, 1]), "b": ("2002", [0, 1], [0, 1]),
        "c": ("", [1, 0], [1, 0]), "x": ("", [1, 0], [1, 0]),
    }  # fmt: skip


def test_a_document_with_too_many_claims_is_named():
    claims = pd.DataFrame({"doc_id": ["long"] * 40_000, "frame": ["A"] * 40_000})
    documents = pd.DataFrame({"doc_id": ["long"], "published": ["2001"]})
    table = by_document(claims, documents, {"frame": ["A"]}).collect().to_pandas()
    with pytest.raises(ValueError, match=r"'long' has 40,000 claims"):
        list(unpack_blocks([table], {"frame": ["A"]}))


def tokens(seed=1, documents=400):
    rng = np.random.default_rng(seed)
    rows = [
        (f"d{doc}", word, 60 if word == "the" else int(1 + rng.poisson(0.5)))
        for doc in range(documents)
        for word in ("the", "gas", "oil")
        if word == "the" or rng.random() < (0.6 if (word == "gas") == (doc < 200) else 0.2)
    ]
    table = pd.DataFrame(rows, columns=["doc_id", "token", "n"])
    when = ["2001" if doc < 200 else "2010" for doc in range(documents)]
    return table, pd.DataFrame({"doc_id": [f"d{i}" for i in range(documents)], "published": when})


def test_words_and_their_intervals_are_those_of_documents_as_cases():
    table, documents = tokens()
    counts = word_counts(table, documents)
    found = period_words(counts, {"2001": "early", "2010": "late"})
    early = found[found["name"] == "early"].set_index("token")
    dated = table.merge(documents, on="doc_id").rename(columns={"doc_id": "para_group"})
    closed = log_ratio(
        dated.rename(columns={"published": "doc_id"})[["doc_id", "para_group", "token", "n"]],
        target="2001",
    ).set_index("token")  # fmt: skip
    for word in ("gas", "oil"):
        assert early.loc[word, "log_ratio"] == pytest.approx(
            closed.loc[word, "log_ratio"], abs=1e-9
        )
        for end in ("low", "high"):
            assert early.loc[word, end] == pytest.approx(closed.loc[word, end], abs=0.12)


def test_rare_words_count_as_words():
    table, documents = tokens()
    every, common = word_counts(table, documents), word_counts(table, documents, min_n=2000)
    assert set(common["token"]) == {"", "the"}
    for column in ("n", "squares", "documents"):
        whole = [t.loc[t["token"] == "", column].tolist() for t in (every, common)]
        assert (
            whole[0]
            == whole[1]
            == every[every["token"] != ""].groupby("when")[column].sum().tolist()
        )
