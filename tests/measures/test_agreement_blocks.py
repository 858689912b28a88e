"""What is drawn anew for an interval of agreement, and intervals without width."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frameline.measures.agreement_blocks import (
    MANY_DOCUMENTS,
    agreement_blocks,
    drawn_weights,
    limits,
)
from frameline.measures.code_sets import set_agreement
from frameline.measures.designs import Settings, code_agreement, code_by_code
from frameline.measures.resampling import jeffreys


def homes(*sizes, each=2):
    """Documents of so many paragraphs, each of some units."""
    rows = [
        (f"d{d:03d}.p{p}.u{u}", f"d{d:03d}.p{p}", f"d{d:03d}")
        for d, size in enumerate(sizes)
        for p in range(size)
        for u in range(each)
    ]
    return pd.DataFrame(rows, columns=["unit", "para_group", "doc_id"]).set_index("unit")


def test_paragraphs_within_documents_that_have_three():
    groups = homes(4, 3)
    blocks = agreement_blocks(groups.index, groups)
    assert (blocks.kind, blocks.number) == ("paragraphs", 7)
    weights = np.concatenate(list(drawn_weights(blocks, 50, seed=1)))
    assert (weights[:, blocks.stratum == "d000"].sum(axis=1) == 4).all()
    assert (weights[:, blocks.stratum == "d001"].sum(axis=1) == 3).all()


def test_documents_where_they_have_fewer_than_three_paragraphs():
    groups = homes(1, 2, 2, 1)
    blocks = agreement_blocks(groups.index, groups)
    assert (blocks.kind, blocks.number) == ("documents", 4)
    mixed = homes(1, 2, 2, 5)
    blocks = agreement_blocks(mixed.index, mixed)
    assert (blocks.kind, blocks.number) == ("paragraphs and short documents", 8)


def test_one_short_document_keeps_its_paragraphs():
    groups = homes(2, 5)
    assert agreement_blocks(groups.index, groups).kind == "paragraphs"
    assert agreement_blocks(groups.index, groups).number == 7


def test_many_documents_are_drawn_whole():
    groups = homes(*[4] * MANY_DOCUMENTS)
    blocks = agreement_blocks(groups.index, groups)
    assert (blocks.kind, blocks.number) == ("documents", MANY_DOCUMENTS)


def test_units_where_there_are_no_three_blocks():
    groups = homes(1, 1, each=6)
    blocks = agreement_blocks(groups.index, groups)
    assert (blocks.kind, blocks.number) == ("units", 12)


def test_weights_in_portions_are_the_same_draws(monkeypatch):
    groups = homes(4, 3)
    blocks = agreement_blocks(groups.index, groups)
    whole = np.concatenate(list(drawn_weights(blocks, 40, seed=1)))
    monkeypatch.setattr("frameline.measures.agreement_blocks.STEP", 50)
    parts = list(drawn_weights(blocks, 40, seed=1))
    assert len(parts) > 1
    assert np.array_equal(np.concatenate(parts), whole)


def test_the_limit_where_coders_always_agreed():
    found = limits(1.0, np.ones(50), perfect=True, chance=0.4, blocks=30, floor=0.667)
    assert found.low == pytest.approx(1 - jeffreys(0, 30)[1] / 0.4)
    assert found.high == 1
    assert "no disagreement in 30 blocks" in found.reason


def test_share_of_draws_below_the_floor():
    draws = np.array([0.5, 0.6, 0.7, 0.8, np.nan])
    found = limits(0.65, draws, perfect=False, chance=0.5, blocks=9, floor=0.667)
    assert found.p_below == 0.5
    assert found.reason == "1 of 5 draws had no variation"


coded = st.lists(
    st.lists(st.sampled_from(["x", "y", "x;y", None]), min_size=2, max_size=3),
    min_size=1,
    max_size=14,
)


@settings(max_examples=80, deadline=None)
@given(coded, st.integers(1, 4))
def test_no_interval_is_without_width(units, per_document):
    table = pd.DataFrame([[*unit, None][:3] for unit in units], dtype=object)
    table.index = pd.Index([f"u{number:02d}" for number in range(len(table))])
    doc = [f"d{number // per_document:02d}" for number in range(len(table))]
    groups = pd.DataFrame({"para_group": doc, "doc_id": doc}, table.index)
    chosen = Settings(seed=1, draws=60, tosses=20, groups=groups)
    rows = [code_agreement(table, chosen)]
    rows += code_by_code(table, chosen).to_dict("records")
    rows += [set_agreement(table, name, groups=groups, draws=60, seed=1) for name in ("masi",)]
    for row in rows:
        nothing = np.isnan(row["low"]) and np.isnan(row["high"])
        assert nothing or row["low"] < row["high"]
        if nothing:
            assert row["reason"]
