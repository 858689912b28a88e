"""Counter-based numbers: the published ones, and weights that are Poisson and independent."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frameline.measures.large.philox import (
    POISSON,
    document_keys,
    philox,
    poisson_weights,
    random_numbers,
)

#: Known answers that come with the authors' library Random123: rounds, counter, key, words.
KNOWN = [
    (7, (0, 0, 0, 0), (0, 0), "5f6fb709 0d893f64 4f121f81 4f730a48"),
    (10, (0, 0, 0, 0), (0, 0), "6627e8d5 e169c58d bc57ac4c 9b00dbd8"),
    (10, (2**32 - 1,) * 4, (2**32 - 1,) * 2, "408f276d 41c83b0e a20bc7c6 6d5451fd"),
    (
        10,
        (0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344),
        (0xA4093822, 0x299F31D0),
        "d16cfe09 94fdcceb 5001e420 24126ea1",
    ),
]


@pytest.mark.parametrize(("rounds", "counter", "key", "words"), KNOWN)
def test_the_published_answers(rounds, counter, key, words):
    given_words = tuple(np.array([word], dtype=np.uint64) for word in counter)
    found = philox(given_words, key[0] | key[1] << 32, rounds)
    assert " ".join(f"{word[0]:08x}" for word in found) == words


def test_shapes_that_broadcast_give_what_full_arrays_give():
    rng = np.random.default_rng(1)
    low, high, draw = (rng.integers(0, 2**32, n).astype(np.uint64) for n in (5, 5, 3))
    zero = np.zeros((1, 1), dtype=np.uint64)
    short = philox((low[:, None], high[:, None], draw[None, :], zero), 9)
    full = [np.broadcast_to(w, (5, 3)).copy() for w in (low[:, None], high[:, None], draw, zero)]
    for one, other in zip(short, philox(tuple(full), 9), strict=True):
        assert (one == other).all()


def test_ids_keep_their_keys():
    """A corpus bootstrapped again next year must give the same intervals."""
    assert document_keys(["a00000001", "ü"]).tolist() == [
        10884272907125292405,
        6689755093696353227,
    ]
    assert document_keys([1, 2]).dtype == np.uint64
    assert len(set(document_keys(np.arange(10_000)).tolist())) == 10_000


def test_weights_are_pinned():
    weights = poisson_weights(document_keys(["a00000001"]), 12, seed=2001)
    assert weights.tolist() == [[0, 0, 0, 1, 1, 1, 1, 0, 1, 0, 0, 1]]


def test_the_table_of_weights_has_mean_and_variance_one():
    chance = np.array(POISSON) / 2**16
    value = np.arange(len(POISSON))
    assert sum(POISSON) == 2**16
    assert (chance * value).sum() == 1
    assert (chance * (value - 1) ** 2).sum() == pytest.approx(1, abs=2e-4)
    poisson = [math.exp(-1) / math.factorial(k) for k in value]
    assert chance == pytest.approx(poisson, abs=2e-5)


def test_weights_of_documents_and_draws_are_independent():
    weights = poisson_weights(document_keys(np.arange(4000)), 400, seed=3).astype(float)
    assert weights.mean() == pytest.approx(1, abs=0.005)
    assert weights.var() == pytest.approx(1, abs=0.01)
    by_draw = np.corrcoef(weights[:, :60].T)
    by_document = np.corrcoef(weights[:60])
    for table, n in ((by_draw, 4000), (by_document, 400)):
        off = table[~np.eye(60, dtype=bool)]
        assert np.abs(off).max() < 5 / math.sqrt(n)
        assert off.std() == pytest.approx(1 / math.sqrt(n), rel=0.1)


@settings(max_examples=40, deadline=None)
@given(
    ids=st.lists(st.text(max_size=8), min_size=1, max_size=12, unique=True),
    draws=st.integers(1, 40),
    seed=st.integers(0, 2**64 - 1),
)
def test_a_row_depends_on_nothing_but_its_document(ids, draws, seed):
    whole = poisson_weights(document_keys(ids), draws, seed)
    alone = [poisson_weights(document_keys([one]), draws + 9, seed)[0, :draws] for one in ids]
    assert (whole == np.array(alone)).all()


def test_another_seed_gives_other_weights_and_the_sample_is_no_copy_of_them():
    keys = document_keys(np.arange(100))
    assert (poisson_weights(keys, 50, 1) != poisson_weights(keys, 50, 2)).any()
    numbers = random_numbers(keys, 1)
    assert len(set(numbers.tolist())) == 100
    assert numbers.astype(float).mean() == pytest.approx(2**63, rel=0.25)
