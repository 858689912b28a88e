"""What coin tossers reach under the same counting."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from frameline.measures import noise_twin as twin
from frameline.measures.code_sets import set_twin
from frameline.measures.coincidences import coded_cells

TOSSES = 1500


def error(values):
    """Three standard errors of a mean of tosses."""
    return 3 * np.nanstd(values) / np.sqrt(len(values))


@pytest.fixture
def codes():
    rng = np.random.default_rng(2)
    table = pd.DataFrame(
        {
            "a": rng.choice(list("xy"), 150, p=[0.8, 0.2]),
            "b": rng.choice(list("xy"), 150, p=[0.3, 0.7]),
            "c": rng.choice(list("xy"), 150),
        },
        dtype=object,
    )
    table.loc[rng.random(150) < 0.3, "c"] = None
    return table


def test_shares_of_agreement_are_those_of_the_margins(codes):
    two = codes[["a", "b"]]
    tossed = twin.noise_twin(two, tosses=TOSSES, seed=1)
    shares = [two[name].value_counts(normalize=True) for name in two]
    wanted = sum(shares[0][code] * shares[1][code] for code in "xy")
    assert np.mean(tossed.holsti) == pytest.approx(wanted, abs=error(tossed.holsti))
    assert np.array_equal(tossed.simple, tossed.holsti)


def test_habits_that_differ_put_the_twin_below_zero(codes):
    mean, low, high = twin.twin_range(twin.noise_twin(codes, tosses=TOSSES, seed=1).alpha)
    assert low < mean < high
    assert mean < -0.05


def test_unit_by_unit_or_all_at_once_is_one_distribution(codes, monkeypatch):
    at_once = twin.noise_twin(codes, tosses=TOSSES, seed=1)
    monkeypatch.setattr(twin, "OUTCOMES", 0)
    by_unit = twin.noise_twin(codes, tosses=TOSSES, seed=1)
    for one, other in zip(at_once, by_unit, strict=True):
        assert not np.array_equal(one, other)
        assert one.mean() == pytest.approx(other.mean(), abs=error(one) + error(other))
        assert one.std() == pytest.approx(other.std(), rel=0.1)


@pytest.mark.parametrize("level", ["nominal", "ordinal", "interval", "ratio"])
def test_every_level_is_about_zero_with_equal_habits(level):
    rng = np.random.default_rng(4)
    codes = pd.DataFrame({name: rng.permutation([1, 2, 3, 4, 5] * 16) for name in "abc"})
    tossed = twin.noise_twin(codes.astype("str"), level, tosses=TOSSES, seed=1)
    assert tossed.alpha.mean() == pytest.approx(0, abs=error(tossed.alpha) + 0.002)


def test_names_of_coders_do_not_matter(codes):
    one = twin.noise_twin(codes, tosses=50, seed=1)
    other = twin.noise_twin(codes[["c", "a", "b"]].set_axis(list("xyz"), axis=1), tosses=50, seed=1)
    assert np.array_equal(one.alpha, other.alpha)


def test_the_same_seed_gives_the_same_tosses(codes):
    one, again, other = (twin.noise_twin(codes, tosses=50, seed=seed) for seed in (1, 1, 2))
    assert np.array_equal(one.alpha, again.alpha)
    assert not np.array_equal(one.alpha, other.alpha)


def test_of_no_codes_there_is_no_twin():
    nothing = twin.noise_twin([[None, None], ["x", None]], tosses=9, seed=1)
    assert np.isnan(nothing.alpha).all()
    assert np.isnan(twin.twin_range(nothing.alpha)).all()


def test_absence_counts_as_in_the_coding_itself():
    """Two coders, one unit each time, one claim or none: the twin can be written down."""
    rng = np.random.default_rng(9)
    codes = pd.DataFrame({name: rng.choice(["x", None], 200, p=[0.6, 0.4]) for name in "ab"})
    units = [f"u{number:03d}" for number in range(200)]
    read = pd.DataFrame(True, units, list("ab"))
    kept = codes.notna().any(axis=1)
    tossed = twin.noise_twin_with_absence(
        codes[kept], [u for u, k in zip(units, kept, strict=True) if k], read,
        tosses=TOSSES, seed=1,
    )  # fmt: skip
    one, two = codes.notna().mean()
    both, either = one * two, one + two - one * two
    assert tossed.simple.mean() == pytest.approx(both / either, abs=error(tossed.simple) + 0.003)


def test_a_blank_is_tossed_and_is_no_reading():
    codes = pd.DataFrame({"a": ["x", ""] * 60, "b": ["x", ""] * 60})
    tossed = twin.noise_twin_with_absence(codes, range(120), tosses=TOSSES, seed=1)
    assert np.isnan(tossed.alpha).all()  # nobody ever lacks a claim, and there is one code
    assert (tossed.simple == 1).all()


def test_who_did_not_read_a_unit_lacks_nothing_there():
    codes = pd.DataFrame({"a": list("xy") * 40, "b": [*"xy" * 20, *[None] * 40]})
    read = pd.DataFrame({"a": True, "b": [True] * 40 + [False] * 40}, [str(i) for i in range(80)])
    tossed = twin.noise_twin_with_absence(codes, range(80), read, tosses=300, seed=1)
    cells, _ = coded_cells(codes)
    assert tossed.simple.mean() == pytest.approx(0.5, abs=error(tossed.simple))
    assert (cells[:, 1] < 0).sum() == 40


def test_sets_of_coin_tossers_with_the_same_habits():
    rng = np.random.default_rng(6)
    sets = pd.DataFrame(
        {
            name: [";".join(c for c in "vwxyz" if rng.random() < 0.4) for _ in range(80)]
            for name in "abc"
        }
    )
    tossed = set_twin(sets, tosses=200, seed=1)
    for name in ("masi", "jaccard"):
        assert tossed[name].mean() == pytest.approx(0, abs=error(tossed[name]) + 0.004)
        assert tossed[name].std() > 0
    renamed = sets[["b", "c", "a"]].set_axis(list("xyz"), axis=1)
    assert set_twin(renamed, tosses=20, seed=1).equals(set_twin(sets, tosses=20, seed=1))


def test_fewer_tosses_only_where_combinations_cannot_be_counted(monkeypatch):
    monkeypatch.setattr(twin, "BUDGET", 1000)
    rng = np.random.default_rng(1)
    few = pd.DataFrame({name: rng.choice(list("xy"), 100) for name in "ab"})
    many = pd.DataFrame({name: rng.integers(0, 90, 100).astype(str) for name in "ab"})
    assert len(twin.noise_twin(few, tosses=300, seed=1).alpha) == 300
    assert len(twin.noise_twin(many, tosses=300, seed=1).alpha) == 200


def test_sets_with_absence_are_tossed_whole():
    rng = np.random.default_rng(5)
    codes = pd.DataFrame({name: rng.choice(["x", "y", "x;y", None], 120) for name in "ab"})
    codes = codes[codes.notna().any(axis=1)]
    units = [f"u{number:03d}" for number in codes.index]
    by_set, by_name = (
        twin.noise_twin_with_absence(codes, units, None, level, tosses=400, seed=1)
        for level in ("set", "nominal")
    )
    assert np.array_equal(by_set.simple, by_name.simple)  # the same tosses, another distance
    assert not np.array_equal(by_set.alpha, by_name.alpha)
