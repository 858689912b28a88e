"""Alpha from patterns is alpha from the claims one by one."""

import numpy as np
import pandas as pd
import pytest

from frameline.measures.agreement import agreement_table, confusion
from frameline.measures.coefficients import alpha
from frameline.measures.large.agreement import alpha_of_patterns, read_for
from frameline.measures.large.patterns import patterns

CODES = ["low", "mid", "high"]


def codings(n=400, seed=1):
    rng = np.random.default_rng(seed)
    truth = rng.integers(0, 3, n)
    wide = pd.DataFrame(
        {
            coder: [CODES[t] if rng.random() < 0.8 else rng.choice([*CODES, ""]) for t in truth]
            for coder in ("ana", "ben", "cai")
        },
        index=[f"c{i}" for i in range(n)],
    )
    long = wide.melt(ignore_index=False, var_name="coder", value_name="frame").reset_index(
        names="claim_id"
    )
    return wide.mask(wide == ""), long


@pytest.mark.parametrize("level", ["nominal", "ordinal"])
def test_alpha_is_that_of_the_claims(level):
    wide, long = codings()
    found = patterns(long, CODES, code="frame", unit="claim_id")
    order = CODES if level == "ordinal" else None
    row = alpha_of_patterns(found, level=level, draws=400, seed=1)
    assert row["alpha"] == pytest.approx(alpha(wide, level, order=order), abs=1e-12)
    other = agreement_table(
        {"frame": wide}, levels={"frame": level}, draws=400, seed=1, orders={"frame": CODES}
    ).iloc[0]
    assert row["n_units"] == other["n_units"]
    assert row["exact"] == pytest.approx(other["exact"])
    assert row["modal_code"] == other["modal_code"]
    assert row["low"] == pytest.approx(other["low"], abs=0.02)
    assert row["high"] == pytest.approx(other["high"], abs=0.02)


def test_no_disagreement_leaves_room_for_some():
    found = pd.DataFrame({"A": [2, 0], "B": [0, 2], "n": [50, 50]})
    row = alpha_of_patterns(found, seed=1)
    assert row["alpha"] == row["high"] == 1
    assert 0.9 < row["low"] < 1


def test_nothing_coded_twice_has_no_alpha():
    row = alpha_of_patterns(pd.DataFrame({"A": [1], "B": [0], "n": [9]}), seed=1)
    assert row["n_units"] == 0
    assert np.isnan(row["alpha"])


def test_pairs_are_those_of_the_confusion_table():
    wide, long = codings(120)
    found = patterns(long, CODES, code="frame", unit="claim_id")
    assert (read_for(found) == confusion(wide, codes=CODES).loc[CODES, CODES]).all(axis=None)
