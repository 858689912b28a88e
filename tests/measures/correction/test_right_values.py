"""Values that a second program found in a public set, and identities."""

from __future__ import annotations

import json
import os
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from frameline.measures.correction.cell import CorrectionError, cell_of
from frameline.measures.correction.diagnosis import (
    confusion,
    equal_error,
    fit,
    rogan_gladen,
    worth,
)
from frameline.measures.correction.differences import classifier_error, difference, p_value
from frameline.measures.correction.powered import (
    CLASSICAL,
    GOLD_ONLY,
    Claims,
    fractional,
    linear,
    per_claim,
    slope,
    unequal,
    weights_of,
)
from frameline.measures.correction.stratified import post_stratified
from tests.measures.correction.panchen import GROUPS, cell

FOLDER = os.environ.get("FRAMELINE_CORPORA", "")
published = pytest.mark.skipif(
    not FOLDER, reason="set FRAMELINE_CORPORA to the folder of public corpora"
)
DIGITS = 5e-10


def near(value):
    return pytest.approx(value, abs=DIGITS)


def sample(c):
    return slope(c.gold, c.machine, c.stratum)


# Counts of the set, which need no file --------------------------------------------------------


def test_shares_by_fixed_weights():
    c = cell()
    assert linear(c, unseen=0, weight=GOLD_ONLY).value == near(0.236)
    assert linear(c, unseen=0, weight=GOLD_ONLY).se == near(0.0152768030)
    assert linear(c, unseen=0, weight=CLASSICAL).value == near(0.2396260623)
    assert linear(c, unseen=0, weight=CLASSICAL).se == near(0.0159272247)
    assert sample(c) == near(0.4570175439)
    plain = linear(c, unseen=0, weight=sample(c))
    assert (plain.value, plain.se) == (near(0.2376571741), near(0.0135672027))
    assert linear(c, unseen=0, weight=sample(c), finite=False).se == near(0.0168814692)


def test_the_weight_for_disjoint_sets():
    """Gold and the rest apart, as one published form has it: weight 1, and theirs."""
    c = cell()
    rest = (c.raw * 1412 - c.machine.sum()) / 912
    assert c.gold.mean() - (c.machine.mean() - rest) == near(0.2416140351)
    together = np.cov(c.gold, c.machine)[0, 1]
    spread = c.raw * (1 - c.raw) * 1412 / 1411
    weight = together / spread / (1 + 500 / 912)
    assert weight == near(0.2925629466)
    assert c.gold.mean() - weight * (c.machine.mean() - rest) == near(0.2376424586)


def test_the_usual_interval():
    found = post_stratified(cell())
    assert found.value == near(0.2376571741)
    assert found.interval() == (near(0.2121596907), near(0.2654078988))
    apart = post_stratified(cell(), finite=False)
    assert apart.interval() == (near(0.2063569112), near(0.2724797358))


def test_worth_and_errors():
    c = cell()
    assert fit(c) == near(0.211293052)
    assert worth(c) == near(133.9490241555)
    assert rogan_gladen(c) == near(0.2438430127)
    assert confusion(c).found == near(0.593220339)
    assert confusion(c).spared == near(0.8691099476)


def test_the_change_is_mostly_classifier_error():
    first, second = (post_stratified(cell(*GROUPS[group])) for group in (0, 1))
    assert first.value == near(0.2503210604)
    # Its lower limit is checked by the upper one of the difference, in which it stands.
    assert first.interval()[1] == near(0.2889595768)
    assert second.value == near(0.2167783825)
    assert second.interval() == (near(0.1815623913), near(0.2570011228))
    apart = difference(first, second)
    assert apart.raw == near(-0.1943090437)
    assert apart.value == near(-0.0335426778)
    assert apart.interval() == (near(-0.0858217463), near(0.0193730140))
    assert classifier_error(apart) == pytest.approx((-0.1608, -0.2137, -0.1085), abs=5e-5)
    assert 0.05 < p_value(apart) < 0.5


def test_the_change_by_fixed_weights():
    cells = [cell(*GROUPS[group]) for group in (0, 1)]
    gold = difference(*(linear(c, unseen=0, weight=GOLD_ONLY) for c in cells))
    assert (gold.value, gold.se) == (near(-0.0337014872), near(0.0304949562))
    classical = difference(*(linear(c, unseen=0, weight=CLASSICAL) for c in cells))
    assert (classical.value, classical.se) == (near(-0.0330673758), near(0.0308595183))
    assert classical.se > gold.se
    plain = difference(*(linear(c, unseen=0, weight=sample(c)) for c in cells))
    assert (plain.value, plain.se) == (near(-0.0335426778), near(0.0269161762))


# The set itself -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def petitions():
    table = pd.read_csv(Path(FOLDER, "panchen", "panchen.csv"))
    places = np.flatnonzero(table["countyWrong"].notna())
    gold = table["countyWrong"].to_numpy()[places]
    return cell_of(table["pred_countyWrong"], places, gold)


@pytest.fixture(scope="module")
def expected():
    return json.loads(Path(FOLDER, "panchen", "expected.json").read_text(encoding="utf-8"))


@published
def test_the_file_gives_the_counts(petitions, expected):
    assert (petitions.sizes == cell().sizes).all()
    assert tuple(confusion(petitions)) == tuple(confusion(cell()))
    assert petitions.total == expected["N"]


@published
def test_learned_weights(petitions, expected):
    c, wanted = petitions, expected["ppi_pp_crossfit"]
    weights = weights_of(c.gold, c.machine, c.stratum)
    assert weights[:5] == pytest.approx(expected["lambda_crossfit_folds_i_mod_5"], abs=DIGITS)
    found = linear(c, unseen=0)
    assert (found.value, found.se) == (near(wanted["est"]), near(wanted["se_design"]))
    assert linear(c, unseen=0, finite=False).se == near(wanted["se_no_fpc"])
    assert linear(c, unseen=1).se == near(0.0136977377)


@published
def test_wilson_on_the_effective_size(petitions):
    found = fractional(petitions)
    assert found.value == near(0.2377096248)
    assert found.interval() == (near(0.2119742493), near(0.2655167214))


# Identities -----------------------------------------------------------------------------------


def draw(seed, n=60, total=400, strata=1):
    rng = np.random.default_rng(seed)
    truth = (rng.random(total) < 0.3).astype(float)
    machine = np.where(rng.random(total) < 0.2, 1 - truth, truth)
    places = np.sort(rng.choice(total, n, replace=False))
    home = np.arange(total) * strata // total
    return truth, machine, places, home


@pytest.mark.parametrize("seed", range(5))
def test_strata_are_the_plain_weight_for_a_yes_no_machine(seed):
    truth, machine, places, _ = draw(seed)
    c = cell_of(machine, places, truth[places])
    assert post_stratified(c).value == pytest.approx(linear(c, weight=sample(c)).value, abs=1e-12)


@pytest.mark.parametrize("seed", range(5))
def test_a_machine_that_says_the_contrary_helps_as_much(seed):
    truth, machine, places, _ = draw(seed)
    plain = post_stratified(cell_of(machine, places, truth[places]))
    turned = post_stratified(cell_of(1 - machine, places, truth[places]))
    assert turned.value == pytest.approx(plain.value, abs=1e-12)
    assert turned.interval() == pytest.approx(plain.interval(), abs=1e-12)


def test_weight_nought_is_gold_alone_and_weight_one_the_machine_less_its_error():
    truth, machine, places, _ = draw(1)
    c = cell_of(machine, places, truth[places])
    assert linear(c, weight=0).value == pytest.approx(truth[places].mean())
    error = machine[places].mean() - truth[places].mean()
    assert linear(c, weight=1).value == pytest.approx(machine.mean() - error)


def test_a_machine_that_is_right_gives_the_census():
    truth, _, places, _ = draw(2)
    c = cell_of(truth, places, truth[places])
    found = linear(c, unseen=0, weight=1)
    assert found.value == pytest.approx(truth.mean(), abs=1e-12)
    assert found.se == pytest.approx(0, abs=1e-12)
    assert post_stratified(c).value == pytest.approx(truth.mean(), abs=1e-12)


@pytest.mark.parametrize("estimate", [post_stratified, fractional, linear])
def test_all_documents_gold_leave_nothing_open(estimate):
    truth, machine, _, _ = draw(3, total=80)
    found = estimate(cell_of(machine, range(80), truth))
    low, high = found.interval()
    assert found.value == pytest.approx(truth.mean(), abs=1e-12)
    assert high - low < 1e-7


def test_none_found_has_an_upper_limit():
    """Nought of 60 gold documents, 40 + 20 by machine code, of 10,000."""
    machine = np.r_[np.zeros(40), np.ones(20), np.zeros(6627), np.ones(3313)]
    low, high = post_stratified(cell_of(machine, range(60), np.zeros(60))).interval()
    z2 = 1.959963984540054**2
    ends = [z2 / (n / (1 - n / size) + z2) for n, size in ((40, 6667), (20, 3333))]
    assert low == 0
    assert high == pytest.approx(np.hypot(0.6667 * ends[0], 0.3333 * ends[1]), abs=1e-12)


def test_half_a_document_is_added_where_most_are_gold(monkeypatch):
    truth, machine, places, _ = draw(4, n=60, total=100)
    c = cell_of(machine, places, truth[places])
    low, high = post_stratified(c).interval()
    monkeypatch.setattr("frameline.measures.correction.stratified.MANY", 1.0)
    inner = post_stratified(c).interval()
    halves = np.hypot(*(c.sizes[0, [0, 2]] / 100 / (2 * c.sizes[0, [0, 2]])))
    assert low < inner[0] < inner[1] < high
    assert high - inner[1] <= halves * 2


def test_a_stratum_of_the_draw_needs_two_gold_documents():
    truth, machine, _, home = draw(5, strata=2)
    places = np.r_[np.arange(40), 399]
    with pytest.raises(CorrectionError, match="stratum 1: 1 gold documents"):
        post_stratified(cell_of(machine, places, truth[places], home))


def test_thin_classes_are_joined_within_a_stratum_only():
    machine = np.r_[np.zeros(99), np.ones(1)]
    gold = np.r_[np.zeros(20), np.ones(20)]
    joined = post_stratified(cell_of(machine, range(40), gold))
    assert joined.value == pytest.approx(0.5)


# A second program -----------------------------------------------------------------------------


def by_hand(gold, machine, weight, sizes, means, home, unseen):
    """A stratified mean and its error, document by document."""
    total, value, variance = sum(sizes), 0.0, 0.0
    for stratum, size in enumerate(sizes):
        rows = [i for i, where in enumerate(home) if where == stratum]
        moved = [gold[i] - weight * (machine[i] - means[stratum]) for i in rows]
        n, mean = len(rows), sum(moved) / len(rows)
        scatter = sum((x - mean) ** 2 for x in moved) + unseen / len(sizes)
        value += size / total * mean
        variance += (size / total) ** 2 * (1 - n / size) * scatter / (n * (n - 1))
    return value, variance**0.5


@pytest.mark.parametrize("weight", [0.0, 0.4, 1.0])
def test_strata_of_the_draw_against_a_second_program(weight):
    truth, machine, _, home = draw(6, strata=4)
    rng = np.random.default_rng(6)
    drawn = [rng.choice(np.flatnonzero(home == s), 8 + 4 * s, replace=False) for s in range(4)]
    places = np.concatenate(drawn)
    c = cell_of(machine, places, truth[places], home)
    found = linear(c, weight=weight)
    sizes = [int((home == s).sum()) for s in range(4)]
    means = [machine[home == s].mean() for s in range(4)]
    value, se = by_hand(truth[places], machine[places], weight, sizes, means, home[places], 1.0)
    assert (found.value, found.se) == (pytest.approx(value), pytest.approx(se))


def test_equal_probabilities_are_the_plain_draw():
    truth, machine, places, _ = draw(7)
    c = cell_of(machine, places, truth[places])
    same = unequal(truth[places], machine[places], np.full(60, 0.15), machine.mean(), 400)
    plain = linear(c, finite=False)
    assert same.value == pytest.approx(plain.value)
    assert same.se == pytest.approx(plain.se)
    assert same.df == pytest.approx(59)


def test_a_ratio_over_documents_of_one_claim_is_the_mean():
    truth, machine, places, _ = draw(8)
    c = cell_of(machine, places, truth[places])
    ones = np.ones(60)
    ratio = per_claim(Claims(c, ones, ones, np.ones(1)), unseen=0.0)
    plain = linear(c, unseen=0.0)
    assert ratio.value == pytest.approx(plain.value, abs=1e-12)
    assert ratio.se == pytest.approx(plain.se, abs=1e-12)


def test_equal_error_is_welch():
    cells = [cell(*GROUPS[group]) for group in (0, 1)]
    first, second = (c.machine - c.gold for c in cells)
    theirs = stats.ttest_ind(second, first, equal_var=False)
    ours = equal_error(*cells)
    assert (ours.t, ours.p) == (pytest.approx(theirs.statistic), pytest.approx(theirs.pvalue))
    assert ours.p < 0.001


def test_p_and_interval_never_disagree():
    for seed in range(20):
        truth, machine, places, _ = draw(seed)
        half = places < 200
        first, second = (
            post_stratified(cell_of(machine[a:b], places[rows] - a, truth[places[rows]]))
            for a, b, rows in ((0, 200, half), (200, 400, ~half))
        )
        found = difference(first, second)
        low, high = found.interval()
        assert (p_value(found) < 0.05) == (low > 0 or high < 0)
