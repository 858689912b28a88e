"""Which codes are taken for which: from patterns as from the claims one by one."""

import numpy as np
import pandas as pd

from frameline.measures.agreement import confusion
from frameline.measures.large.agreement import read_for
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


def test_pairs_are_those_of_the_confusion_table():
    wide, long = codings(120)
    found = patterns(long, CODES, code="frame", unit="claim_id")
    assert (read_for(found) == confusion(wide, codes=CODES).loc[CODES, CODES]).all(axis=None)
