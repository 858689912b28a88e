"""The cluster bootstrap against a loop anyone can read, and in any partition."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frameline.measures.large.bootstrap import drawn_counts, net_intervals, share_intervals
from frameline.measures.large.by_document import Block
from frameline.measures.large.philox import document_keys, poisson_weights
from frameline.measures.large.tallies import OTHER

CODES = {"frame": ["A", "B", "C"], "valence": ["+", "-"]}
PERIODS = {"2001": "early", "2002": "early", "2010": "late"}


def block(size=300, seed=1):
    rng = np.random.default_rng(seed)
    return Block(
        np.array([f"d{i}" for i in range(size)], dtype=object),
        rng.choice(["2001", "2002", "2010", ""], size).astype(object),
        {name: rng.poisson(1.5, (size, len(codes))) for name, codes in CODES.items()},
    )


def cut(whole, sizes):
    """The same documents in blocks."""
    ends = np.cumsum(sizes)[:-1]
    parts = zip(
        np.split(whole.doc_id, ends), np.split(whole.when, ends),
        *(np.split(table, ends) for table in whole.counts.values()), strict=True,
    )  # fmt: skip
    return [Block(i, w, dict(zip(CODES, tables, strict=True))) for i, w, *tables in parts]


def naive(whole, draws, seed):
    """Weighted shares of frames, document by document."""
    sums = {name: np.zeros((draws, 3)) for name in ("early", "late")}
    for doc, when, counts in zip(whole.doc_id, whole.when, whole.counts["frame"], strict=True):
        if when in PERIODS:
            weights = poisson_weights(document_keys([doc]), draws, seed)[0]
            for draw, weight in enumerate(weights):
                sums[PERIODS[when]][draw] += weight * counts
    return {name: table / table.sum(axis=1, keepdims=True) for name, table in sums.items()}


def test_the_intervals_are_those_of_a_plain_loop():
    whole = block()
    table = share_intervals(drawn_counts([whole], CODES, PERIODS, draws=120, seed=5), "frame")
    for name, shares in naive(whole, 120, 5).items():
        rows = table[table["period"] == name].set_index("code").loc[CODES["frame"]]
        low, high = np.quantile(shares, [0.025, 0.975], axis=0)
        assert rows["low"].to_numpy() == pytest.approx(low, abs=1e-12)
        assert rows["high"].to_numpy() == pytest.approx(high, abs=1e-12)
    inside = np.isin(whole.when, list(PERIODS))
    assert (
        table.groupby("code")["k"].sum().tolist() == whole.counts["frame"][inside].sum(0).tolist()
    )


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(0, 120), min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_blocks_may_come_in_any_size_and_order(sizes, random):
    whole = block()
    sizes = [*sizes, 0][: len(sizes)]
    rest = max(0, 300 - sum(sizes))
    while sum(sizes) > 300:
        sizes.pop()
        rest = 300 - sum(sizes)
    parts = cut(whole, [*sizes, rest])
    random.shuffle(parts)
    one = drawn_counts([whole], CODES, PERIODS, draws=30, sample=4, seed=7)
    other = drawn_counts(parts, CODES, PERIODS, draws=30, sample=4, seed=7)
    for name in CODES:
        assert (one.draws[name] == other.draws[name]).all()
        assert (one.counts[name] == other.counts[name]).all()
    assert one.sample == other.sample
    assert (one.documents == other.documents).all()


def test_a_document_may_be_spread_over_blocks():
    whole = block(40)
    half = {name: table // 2 for name, table in whole.counts.items()}
    rest = {name: table - half[name] for name, table in whole.counts.items()}
    parts = [Block(whole.doc_id, whole.when, half), Block(whole.doc_id, whole.when, rest)]
    one = drawn_counts([whole], CODES, PERIODS, draws=30, seed=7)
    other = drawn_counts(parts, CODES, PERIODS, draws=30, seed=7)
    assert (one.draws["frame"] == other.draws["frame"]).all()


def test_large_counts_stay_exact():
    whole = block(200)
    large = Block(whole.doc_id, whole.when, {n: t * 32_000 for n, t in whole.counts.items()})
    one = drawn_counts([whole], CODES, PERIODS, draws=20, seed=1)
    other = drawn_counts([large], CODES, PERIODS, draws=20, seed=1)
    assert (one.draws["frame"] * 32_000 == other.draws["frame"]).all()


def test_the_interval_is_as_wide_as_theory_has_it():
    """Claims of one document agree, so the width follows the documents, not the claims."""
    rng = np.random.default_rng(4)
    first = rng.random(2000) < 0.3
    counts = np.column_stack([first, ~first]).astype(np.int64) * 10
    when = np.full(2000, "2001", dtype=object)
    whole = Block(np.arange(2000), when, {"frame": counts})
    drawn = drawn_counts([whole], {"frame": ["A", "B"]}, {"2001": "x"}, draws=2000, seed=1)
    row = share_intervals(drawn, "frame").iloc[0]
    error = np.sqrt(row["share"] * (1 - row["share"]) / 2000)
    assert row["high"] - row["low"] == pytest.approx(2 * 1.96 * error, rel=0.08)


def test_codes_beyond_the_kept_ones_become_one():
    drawn = drawn_counts([block()], CODES, PERIODS, draws=50, seed=1)
    table = share_intervals(drawn, "frame", ["B"])
    assert list(dict.fromkeys(table["code"])) == ["B", OTHER]
    assert table.groupby("period")["share"].sum().tolist() == pytest.approx([1, 1])


def test_net_valence_and_its_ends():
    counts = {"valence": np.array([[3, 0]] * 5 + [[1, 2]] * 5)}
    when = np.array(["2001"] * 5 + ["2010"] * 5, dtype=object)
    whole = Block(np.arange(10), when, counts)
    drawn = drawn_counts([whole], {"valence": ["+", "-"]}, PERIODS, draws=200, seed=1)
    table = net_intervals(drawn, {"+": 1, "-": -1}).set_index("period")
    assert table["value"].tolist() == pytest.approx([1, -1 / 3])
    assert table["n"].tolist() == [15, 15]
    assert 0 < table.loc["early", "low"] < 1 == table.loc["early", "high"]


def test_too_few_documents_have_no_interval():
    whole = Block(
        np.arange(2), np.array(["2001"] * 2, dtype=object), {"frame": np.eye(2, 3, dtype=int)}
    )
    drawn = drawn_counts([whole], {"frame": ["A", "B", "C"]}, PERIODS, draws=20, seed=1)
    table = share_intervals(drawn, "frame")
    assert table["low"].isna().all()
    assert pd.isna(table[table["period"] == "late"]["share"]).all()


def test_the_sample_is_one_of_the_period():
    drawn = drawn_counts([block()], CODES, PERIODS, draws=2, sample=5, seed=1)
    when = dict(zip(block().doc_id, block().when, strict=True))
    for period, docs in drawn.sample.items():
        assert len(set(docs)) == 5
        assert {PERIODS[when[doc]] for doc in docs} == {period}
    assert drawn.sample != drawn_counts([block()], CODES, PERIODS, draws=2, sample=5, seed=2).sample
