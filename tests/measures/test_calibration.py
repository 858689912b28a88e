"""Do the tests and intervals hold their levels on the corpus's own paragraphs?

The grid is that of benchmarks/calibration.py, in part. Nothing about it can be chosen until it
passes: the seed is made of the corpus's own paragraph sizes, each cell's stream of its name, and
the tolerance is two Monte Carlo errors of the target itself. The procedures that were rejected have
to fail the same cells with the same draws.
"""

import hashlib
import importlib.util
import math
import sys
from itertools import pairwise
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from frameline.corpus import Filter
from frameline.measures.calibration import (
    COVERAGE,
    FAILS,
    HOLDS,
    Law,
    card,
    coverage,
    difference_coverage,
    draw,
    judge,
    mix_differs,
    monte_carlo_error,
    rejection_rate,
    share_differs,
    share_differs_strictly,
    share_limits_of,
)
from frameline.measures.clusters import (
    Clusters,
    clusters,
    effective_size,
    intracluster_correlation,
)
from frameline.measures.intervals import inverted_p, pair_sizes, smallest_difference

ROOT = Path(__file__).parents[2]
RUNS = 1000


@pytest.fixture(scope="module")
def bench():
    """benchmarks/calibration.py, which has the grid and the rejected procedures."""
    spec = importlib.util.spec_from_file_location(
        "bench_calibration", ROOT / "benchmarks/calibration.py"
    )
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


@pytest.fixture(scope="module")
def material(bench):
    return bench.material()


@pytest.fixture(scope="module")
def seed(material):
    """A seed that nobody chose: the corpus's paragraph sizes."""
    digest = hashlib.sha256(material.sizes.astype("<i4").tobytes()).digest()
    return int.from_bytes(digest[:4], "big")


def rates(bench, cells, procedure, seed, runs=RUNS):
    return {cell: bench.rate(cell, procedure, runs, seed) for cell in cells}


def outside(found, runs=RUNS, errors=2):
    """Cells that lie outside their target by more than so many Monte Carlo errors."""
    return {
        cell.name: rate
        for cell, rate in found.items()
        if judge(rate, cell.target, runs, errors=errors) != HOLDS
    }


def some(make, material, *endings):
    return [cell for cell in make(material) if cell.name.endswith(endings)]


@pytest.fixture(scope="module")
def mix_cells(bench, material):
    cells = some(bench.mix_cells, material, " 0.0 0.0", " 0.45 0.45", " 0.1 0.45", " 0.45 0.1")
    assert len(cells) == 4 * len(material.pairs) == 16
    return cells


@pytest.fixture(scope="module")
def net_cells(bench, material):
    cells = some(bench.net_cells, material, " 0.0 net 0.0", " 0.3 net 0.3", " 0.6 net 0.0",
                 " 0.6 net 0.7")  # fmt: skip
    assert len(cells) == 16
    return cells


@pytest.fixture(scope="module")
def share_cells(bench, material):
    cells = [c for c in bench.share_cells(material) if not c.name.startswith(("11", "60"))]
    assert len(cells) == 48
    return cells


def test_the_test_of_mixes_holds_its_level(bench, mix_cells, seed):
    found = rates(bench, mix_cells, mix_differs(99), seed)
    assert not outside(found)
    # all cells together, whose error is a quarter of that of one
    mean = float(np.mean(list(found.values())))
    assert judge(mean, mix_cells[0].target, RUNS * len(found)) == HOLDS


def test_the_test_of_mixes_holds_its_level_on_other_shapes(bench, material, seed):
    cells = some(bench.shape_cells, material, "4 codes, 0.15", "14 codes, 0.45")
    assert len(cells) == 12
    found = rates(bench, cells, mix_differs(99), seed, runs=500)
    assert not outside(found, runs=500)


def test_the_test_of_net_balance_holds_its_level(bench, net_cells, seed):
    assert not outside(rates(bench, net_cells, share_differs, seed))


def test_the_strict_setting_holds_where_correlations_are_unequal(bench, material, seed):
    cells = [c for c in bench.unequal_cells(material) if c.procedure == "net strict"]
    assert len(cells) == 16
    assert not outside(rates(bench, cells, share_differs_strictly, seed))


def test_rare_codes_are_not_found_too_often(bench, material, seed):
    cells = some(bench.rare_cells, material, "share 0.1", "share 0.03")
    found = rates(bench, cells, share_differs, seed)
    assert not outside(found)
    assert min(found.values()) < 0.03, "rare codes have cautious tests; if not, say so no more"


def test_intervals_cover_from_8_paragraphs_to_150_zero_counts_included(bench, share_cells, seed):
    found = rates(bench, share_cells, share_limits_of(0.35), seed)
    assert not outside(found)
    assert judge(float(np.mean(list(found.values()))), COVERAGE, RUNS * len(found)) == HOLDS


@pytest.mark.parametrize("groups", [8, 25, 150])
@pytest.mark.parametrize("icc", [0.15, 0.6])
def test_net_balances_cover_with_the_corpus_s_correlation(material, groups, icc, seed):
    sizes = np.concatenate([text.sizes for text in material.signs.values() if text.groups > 2])
    for share in (0.5, 0.8, 0.95):
        law = Law(sizes, np.array([share, 1 - share]), icc, groups)
        found = coverage(share_limits_of(0.57), law, runs=RUNS, seed=seed, name=f"{groups} {icc}")
        assert judge(found[0], COVERAGE, RUNS) == HOLDS


@pytest.mark.parametrize("by", [0.0, 0.4])
def test_differences_cover_with_and_without_one(material, by, seed):
    for pair in material.pairs:
        first, second = (material.signs[name].sizes for name in pair)
        for icc in (0.15, 0.6):
            laws = (Law(first, np.array([0.5 - by / 2, 0.5 + by / 2]), icc),
                    Law(second, np.array([0.5 + by / 2, 0.5 - by / 2]), icc))  # fmt: skip
            found = difference_coverage(*laws, runs=RUNS, seed=seed, name="/".join(pair))
            assert judge(found, COVERAGE, RUNS) == HOLDS


# What was rejected fails the same grid -----------------------------------------------------------


def test_plain_permutation_fails(bench, mix_cells, seed):
    # where one text has long paragraphs and the other short ones
    cells = [cell for cell in mix_cells if cell.name.split()[1].startswith("snegovaya")]
    found = rates(bench, cells, bench.plain_permutation(99), seed, runs=500)
    assert outside(found, runs=500, errors=4)
    assert max(found.values()) > 0.15


def test_the_percentile_bootstrap_fails(bench, share_cells, net_cells, seed):
    few = [cell for cell in share_cells if cell.name.startswith("8 ")]
    found = outside(
        rates(bench, few, bench.percentile_bootstrap(), seed, runs=300), runs=300, errors=4
    )
    assert {name for name in found if "5 codes" in name} == {
        cell.name for cell in few if "5 codes" in cell.name
    }
    short = [c for c in net_cells if "tazmini" in c.name and " 0.6 " in c.name]
    tests = rates(bench, short, bench.percentile_difference(), seed, runs=500)
    assert outside(tests, runs=500, errors=4)


def test_jeffreys_fails(bench, share_cells, seed):
    alike = [c for c in share_cells if " 0.3 " in c.name or " 0.45 " in c.name]
    found = rates(bench, alike, bench.jeffreys_limits, seed)
    assert len(outside(found, errors=4)) == len(alike)


# The simulation itself ---------------------------------------------------------------------------


@pytest.mark.parametrize("icc", [0.0, 0.3, 1.0])
def test_made_up_texts_have_the_correlation_and_the_mix_asked_for(icc):
    generator = np.random.default_rng(5)
    hits, sizes = draw(np.full(2000, 4), [0.6, 0.3, 0.1, 0.0], icc, 3, generator)
    assert (hits.sum(axis=2) == sizes).all()
    assert hits.sum(axis=(0, 1)) / sizes.sum() == pytest.approx([0.6, 0.3, 0.1, 0], abs=0.03)
    assert intracluster_correlation((hits, sizes)) == pytest.approx(np.full(3, icc), abs=0.03)


def test_a_correlation_is_between_0_and_1():
    with pytest.raises(ValueError, match="between 0 and 1, not at"):
        draw([1, 2], [1, 1], 1.2, 1, np.random.default_rng(1))


def test_judgement_allows_for_the_error_of_the_target_and_no_more():
    error = monte_carlo_error(0.93, 400)
    assert judge(0.93 - 1.9 * error, COVERAGE, 400) == HOLDS
    assert judge(0.93 - 2.1 * error, COVERAGE, 400) == FAILS
    assert judge(0.5, (math.nan, math.nan), 400) == ""


def test_a_test_that_always_finds_something_is_found_out(bench, mix_cells, seed):
    def always(first, second, generator):
        return np.ones(len(first[0]), dtype=bool)

    assert len(outside(rates(bench, mix_cells[:2], always, seed, runs=100), runs=100)) == 2


@pytest.mark.parametrize("alpha", [0.05, 0.0125])
def test_the_smallest_detectable_difference_is_found_as_often_as_it_says(alpha, seed):
    # planned for the correlation that the texts then have: power .8, within .05
    sizes, icc = np.resize([1.0, 2.0, 3.0], 60), 0.2
    effective = float(effective_size(sizes, icc))
    least = smallest_difference((effective, effective), alpha=alpha)

    def finds(first, second, generator):
        shares = [hits[..., 0].sum(axis=-1) / m.sum(axis=-1) for hits, m in (first, second)]
        return inverted_p((shares[0], shares[1]), pair_sizes(first, second)) < alpha

    laws = [Law(sizes, np.array([0.5 + s * least / 2, 0.5 - s * least / 2]), icc) for s in (-1, 1)]
    power = rejection_rate(finds, *laws, runs=2000, seed=seed, name="power")
    assert power == pytest.approx(0.8, abs=0.05)


# The card ----------------------------------------------------------------------------------------


def test_the_card_of_the_corpus(material):
    found = card(material.codes, material.signs, material.pairs, runs=400)
    sizes = found[found["quantity"] == "size"]
    assert sizes["procedure"].value_counts().to_dict() == {"mix": 4, "net difference": 4}
    assert set(found["quantity"]) == {"size", "power", "coverage"}
    assert (found.loc[found["quantity"] != "power", "verdict"] == HOLDS).all()
    power = found[found["quantity"] == "power"]
    assert (power["verdict"] == "").all()
    assert power["rate"].between(0.2, 0.9).all()
    again = card(material.codes, material.signs, material.pairs, runs=400)
    pd.testing.assert_frame_equal(found, again)


def test_the_card_leaves_out_what_is_not_tested(material):
    short = Clusters(np.ones((2, 1)), np.ones(2), ("x",))
    found = card({"a": short, "b": short}, {}, [("a", "b"), ("a", "lost")], runs=50)
    assert found.empty
    assert list(found.columns)[-1] == "verdict"


def test_every_corpus_gets_a_card(river_corpus):
    claims = river_corpus.select(Filter())
    texts = clusters(claims)
    found = card(texts, clusters(claims, "sign"), list(pairwise(texts)), runs=50)
    assert found["rate"].between(0, 1).all()
