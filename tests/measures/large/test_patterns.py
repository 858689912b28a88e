"""Patterns of codes against plain loops."""

from collections import Counter
from itertools import combinations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frameline.measures.large.packing import room, slots, unpacked, words
from frameline.measures.large.patterns import cooccurrence, lifts, patterns, unit_shares

CODES = [f"c{i:02}" for i in range(20)]
UNITS = st.lists(st.lists(st.sampled_from([*CODES, "", "other"]), max_size=6), max_size=25)


def claims_of(units):
    rows = [
        (f"u{u}", place + 1, code)
        for u, codes in enumerate(units)
        for place, code in enumerate(codes)
    ]
    table = pd.DataFrame(rows, columns=["unit_id", "claim", "frame"])
    return table.astype({"unit_id": "str", "frame": "str", "claim": "int64"})


def counted(units):
    """How often each multiset of known codes occurs, by a loop."""
    sets = [tuple(sorted(code for code in unit if code in CODES)) for unit in units]
    return Counter(codes for codes in sets if codes)


def as_counter(found):
    return Counter({
        tuple(sorted(c for c in CODES for _ in range(row[c]))): row["n"]
        for row in found.to_dict("records")
    })  # fmt: skip


@settings(max_examples=12, deadline=None)
@given(UNITS)
def test_patterns_are_what_a_loop_counts(units):
    table = claims_of(units)
    assert as_counter(patterns(table, CODES, code="frame", unit="unit_id")) == counted(units)


@settings(max_examples=8, deadline=None)
@given(UNITS)
def test_numbering_of_claims_only_saves_time(units):
    table = claims_of(units).rename(columns={"claim": "number"})
    assert as_counter(patterns(table, CODES, code="frame", unit="unit_id")) == counted(units)


@pytest.mark.parametrize("size", [15, 16, 1023, 1024, 5000])
def test_a_count_that_outgrows_its_slot_is_counted_again_in_larger_ones(size):
    table = pd.DataFrame({"doc_id": ["d"] * (size + 1), "frame": ["c00"] * size + ["c03"]})
    found = patterns(table, CODES, code="frame", unit="doc_id")
    assert found[["c00", "c03", "n"]].to_numpy().tolist() == [[size, 1, 1]]


@pytest.mark.parametrize("bits", [1, 4, 15, 31])
def test_words_hold_every_slot(bits):
    dealt = words(CODES, bits)
    assert [code for word in dealt for code in word] == CODES
    top = [sum(room(bits) << (bits * place) for place in range(len(word))) for word in dealt]
    assert max(top) < 2**62
    assert unpacked([top], CODES, bits).tolist() == [[room(bits)] * len(CODES)]
    assert len(slots("frame", CODES, bits)) == len(dealt)


@settings(max_examples=12, deadline=None)
@given(UNITS)
def test_cooccurrence_and_spread_are_what_a_loop_counts(units):
    found = patterns(claims_of(units), CODES, code="frame", unit="unit_id")
    sets = [set(unit) & set(CODES) for unit in units]
    sets = [codes for codes in sets if codes]
    table = cooccurrence(found)
    for one, other in combinations(CODES[:8], 2):
        assert table.loc[one, other] == sum({one, other} <= codes for codes in sets)
    spread = unit_shares(found).set_index("code")
    for code in CODES:
        assert spread.loc[code, "units"] == sum(code in codes for codes in sets)
        assert spread.loc[code, "claims"] == sum(unit.count(code) for unit in units)


def test_a_code_leads_where_no_other_is_as_frequent():
    found = pd.DataFrame({"A": [2, 1], "B": [1, 1], "n": [3, 5]})
    assert unit_shares(found)["leads"].tolist() == [3, 0]


def test_lift_is_one_where_companions_are_chosen_by_frequency():
    table = pd.DataFrame({"A": [1, 1, 0], "B": [1, 0, 1], "C": [0, 1, 1], "n": [4, 4, 4]})
    assert lifts(table)["lift"].tolist() == pytest.approx([1, 1, 1])
    assert lifts(table.head(0))["both"].tolist() == [0, 0, 0]
