"""The test of a replacement, on data with known answers, and beside a machine that never reads."""

import math

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from frameline.measures.correction.alternative import alternative, never_reads


def people(share, n=200, seed=1, error=0.15):
    rng = np.random.default_rng(seed)
    truth = (rng.random(n) < share) * 1.0
    flips = rng.random((n, 3)) < error
    table = pd.DataFrame(np.where(flips, 1 - truth[:, None], truth[:, None]), columns=list("abc"))
    return table, pd.Series(truth)


def test_the_truth_could_stand_in_and_its_contrary_could_not():
    table, truth = people(0.5)
    assert alternative(table, truth).winning == 1.0
    assert alternative(table, 1 - truth).winning == 0.0
    assert alternative(table, truth).passed
    assert not alternative(table, 1 - truth).passed


def test_for_a_rare_code_a_machine_that_never_reads_passes_too():
    table, _ = people(0.05, error=0.04)
    dummy = alternative(table, never_reads(table))
    assert dummy.passed
    assert dummy.advantage > 0.8
    even, _ = people(0.5, error=0.1)
    assert not alternative(even, never_reads(even)).passed


def test_one_person_against_the_others_by_hand():
    """Winning rate of three people from paired t tests, Benjamini-Yekutieli at .05."""
    table, truth = people(0.4, n=90, seed=4, error=0.25)
    machine = truth.where(np.arange(90) % 5 > 0, 1 - truth)
    p = []
    for person in table:
        others = table.drop(columns=person)
        mine = others.eq(table[person], axis=0).mean(axis=1)
        its = others.eq(machine, axis=0).mean(axis=1)
        p.append(stats.ttest_1samp(mine - its, 0.15, alternative="less").pvalue)
    limits = stats.false_discovery_control(p, method="by")
    assert alternative(table, machine).winning == pytest.approx(np.mean(limits <= 0.05))


def test_fewer_than_three_people_tell_nothing():
    table, truth = people(0.5)
    assert math.isnan(alternative(table[["a", "b"]], truth).winning)


def test_items_that_somebody_left_out_do_not_count_for_them():
    table, truth = people(0.5)
    holed = table.mask(np.random.default_rng(0).random(table.shape) < 0.3)
    assert alternative(holed, truth).winning == 1.0
