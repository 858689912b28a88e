"""Samples: probabilities that are kept, weights that a second program confirms."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from frameline.measures.correction.cell import cell_of
from frameline.measures.correction.plan import (
    allocate,
    draw,
    enough_for,
    half_width,
    half_widths,
)
from frameline.measures.correction.stratified import post_stratified

SIZES = st.lists(st.integers(1, 400), min_size=1, max_size=8)


@given(SIZES, st.integers(1, 600), st.integers(1, 40))
def test_allocations_add_up_and_fit(sizes, total, least):
    counts = allocate(sizes, total, least=least)
    assert counts.sum() == min(total, sum(sizes))
    assert (counts <= sizes).all()
    if total >= sum(min(size, least) for size in sizes):
        assert (counts >= np.minimum(sizes, least)).all()


def test_neyman_gives_more_where_errors_scatter_more():
    """By hand: 10,000 and 10,000 items, standard deviations 1 to 3, so 25 and 75 of 100."""
    assert allocate([10_000, 10_000], 100, spread=[0.1, 0.3], least=2).tolist() == [25, 75]


def test_each_item_has_the_probability_that_the_plan_gives_it():
    strata = {"x": [f"x{i}" for i in range(10)], "y": [f"y{i}" for i in range(4)]}
    times = dict.fromkeys([*strata["x"], *strata["y"]], 0)
    for seed in range(4000):
        for item in draw(strata, [3, 2], seed)["item"]:
            times[item] += 1
    for item, count in times.items():
        wanted = 0.3 if item[0] == "x" else 0.5
        assert count / 4000 == pytest.approx(wanted, abs=0.035)


def test_a_larger_sample_holds_the_smaller_one():
    strata = {"x": [f"x{i}" for i in range(50)], "y": [f"y{i}" for i in range(80)]}
    small = set(draw(strata, [10, 20], 7)["item"])
    assert small < set(draw(strata, [20, 20], 7)["item"])
    assert small != set(draw(strata, [10, 20], 8)["item"])


def by_weights(gold, machine, chance, places, home):
    """Horvitz-Thompson within each stratum and class, ratio to the known counts: a second way."""
    value = 0.0
    for stratum in set(home):
        for kind in (0.0, 1.0):
            inside = [i for i in range(len(home)) if home[i] == stratum and machine[i] == kind]
            seen = [k for k, i in enumerate(places) if i in set(inside)]
            if not inside:
                continue
            weights = [1 / chance[k] for k in seen]
            hits = sum(w * gold[k] for w, k in zip(weights, seen, strict=True))
            value += len(inside) * hits / sum(weights)
    return value / len(home)


@pytest.mark.parametrize("seed", range(5))
def test_stratified_weights_against_a_second_program(seed):
    rng = np.random.default_rng(seed)
    home = np.repeat(["x", "y", "z"], [150, 300, 50])
    truth = (rng.random(500) < np.where(home == "x", 0.6, 0.2)) * 1.0
    machine = np.where(rng.random(500) < 0.2, 1 - truth, truth)
    strata = {name: [str(i) for i in np.flatnonzero(home == name)] for name in "xyz"}
    plan = draw(strata, allocate([150, 300, 50], 120, spread=[2, 1, 1]).tolist(), seed)
    places = plan["item"].astype(int).to_numpy()
    found = post_stratified(cell_of(machine, places, truth[places], home))
    second = by_weights(truth[places], machine, plan["probability"].tolist(), places, home)
    assert found.value == pytest.approx(second, abs=1e-12)


def test_half_widths_are_those_of_drawn_samples():
    """The width that planning promises, against intervals of samples with that worth."""
    rng = np.random.default_rng(3)
    truth = (np.arange(4000) < 1200) * 1.0
    machine = np.where(rng.random(4000) < 0.22, 1 - truth, truth)
    fit = np.corrcoef(truth, machine)[0, 1] ** 2
    widths = []
    for _ in range(200):
        places = rng.choice(4000, 100, replace=False)
        low, high = post_stratified(cell_of(machine, places, truth[places])).interval()
        widths.append((high - low) / 2)
    promised = half_width(100, 4000, 0.3, explained=fit)
    assert np.mean(widths) == pytest.approx(promised, rel=0.06)


def test_enough_is_the_least_that_is_enough():
    n = enough_for(0.05, 4000)
    assert half_width(n, 4000, 0.3) <= 0.05 < half_width(n - 1, 4000, 0.3)


def test_a_change_is_less_sure_than_a_share():
    table = half_widths(4000, 2, [60, 120])
    assert (table["change"] > table["half_width"]).all()
    assert half_widths(4000, 1, [60])["change"].isna().all()
