"""Agreement of large corpora, with documents drawn."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from frameline.measures.coefficients import alpha
from frameline.measures.designs import Settings, code_agreement
from frameline.measures.large.document_agreement import (
    alpha_of_documents,
    patterns_by_document,
    twin_of_codings,
)
from frameline.measures.large.patterns import patterns
from frameline.measures.noise_twin import noise_twin, twin_range

CODES = ["A", "B", "C"]


@pytest.fixture(scope="module")
def codings():
    """Documents that are read well or badly as a whole."""
    rng = np.random.default_rng(12)
    rows = []
    for doc in range(60):
        noise = rng.choice([0.0, 0.9])
        for claim in range(20):
            truth = rng.choice(CODES)
            for coder in "ab":
                code = rng.choice(CODES) if rng.random() < noise else truth
                rows.append((f"d{doc:02d}", f"d{doc:02d}.c{claim:02d}", coder, code))
    return pd.DataFrame(rows, columns=["doc_id", "claim_id", "coder", "frame"])


def test_alpha_is_that_of_the_claims_one_by_one(codings):
    found = patterns_by_document(codings, CODES, code="frame", unit="claim_id")
    table = codings.pivot_table(index="claim_id", columns="coder", values="frame", aggfunc="first")
    row = alpha_of_documents(found, draws=300, seed=1)
    assert row["alpha"] == pytest.approx(alpha(table))
    assert (row["n_units"], row["documents"], row["drawn"]) == (1200, 60, "documents")
    assert row["simple"] == pytest.approx((table["a"] == table["b"]).mean())


def test_patterns_within_documents_add_up_to_all(codings):
    found = patterns_by_document(codings, CODES, code="frame", unit="claim_id")
    summed = found.groupby(CODES)["n"].sum().reset_index()
    whole = patterns(codings, CODES, code="frame", unit="claim_id")
    pd.testing.assert_frame_equal(summed, whole[[*CODES, "n"]])


def test_documents_drawn_whole_are_less_sure_than_claims(codings):
    found = patterns_by_document(codings, CODES, code="frame", unit="claim_id")
    table = codings.pivot_table(index="claim_id", columns="coder", values="frame", aggfunc="first")
    by_document = alpha_of_documents(found, draws=1000, seed=1)
    by_claim = code_agreement(table, Settings(seed=1, draws=1000, tosses=200))
    assert by_document["alpha"] == pytest.approx(by_claim["alpha"])
    width = {name: row["high"] - row["low"] for name, row in
             (("document", by_document), ("claim", by_claim))}  # fmt: skip
    assert width["document"] > 1.5 * width["claim"]


@pytest.mark.parametrize("level", ["nominal", "ordinal"])
def test_the_twin_of_millions_is_that_of_the_claims(codings, level):
    given = {"code": "frame", "unit": "claim_id", "level": level, "tosses": 1000}
    tossed = twin_of_codings(codings, CODES, ["a", "b"], **given, seed=1)
    table = codings.pivot_table(index="claim_id", columns="coder", values="frame", aggfunc="first")
    order = CODES if level == "ordinal" else None
    other = noise_twin(table, level, tosses=1000, seed=2, order=order)
    for mine, theirs in zip(tossed, other, strict=True):
        assert twin_range(mine) == pytest.approx(twin_range(theirs), abs=0.008)


def test_coin_tossers_get_the_verdict_of_no_agreement(codings):
    rng = np.random.default_rng(3)
    tossed = codings.assign(frame=rng.choice(CODES, len(codings)))
    for rows, word in ((codings, "weak"), (tossed, "no agreement")):
        found = patterns_by_document(rows, CODES, code="frame", unit="claim_id")
        twin = twin_of_codings(rows, CODES, ["a", "b"], code="frame", unit="claim_id", seed=1)
        row = alpha_of_documents(found, draws=400, seed=1, tossed=twin)
        assert row["verdict"] == word
        assert row["twin_low"] < row["twin"] < row["twin_high"]


def test_a_count_that_outgrows_its_slot_is_counted_again():
    many = pd.DataFrame({"doc_id": "d", "claim_id": "c", "frame": ["A"] * 40 + ["B"] * 3})
    found = patterns_by_document(many, CODES, code="frame", unit="claim_id")
    assert found.to_numpy().tolist() == [["d", 40, 3, 0, 1]]


def test_nothing_coded_twice_and_nothing_but_one_code():
    once = pd.DataFrame({"doc_id": ["d"], "A": [1], "B": [0], "n": [5]})
    assert alpha_of_documents(once, draws=9, seed=1)["reason"] == "no claim was coded by two coders"
    same = pd.DataFrame({"doc_id": list("def"), "A": 2, "B": 0, "n": 5})
    assert alpha_of_documents(same, draws=9, seed=1)["reason"] == "no variation: one code only"
    agreed = pd.DataFrame({"doc_id": list("defg"), "A": [2, 0, 2, 0], "B": [0, 2, 0, 2], "n": 5})
    row = alpha_of_documents(agreed, draws=9, seed=1)
    assert row["low"] < row["high"] == 1
