"""Do coders see the same number of claims in a sentence?"""

from __future__ import annotations

import pandas as pd

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.designs import Settings, code_agreement
from frameline.measures.noise_twin import shown_range


@shows("several-coders", "units")
def claims_per_unit(texts: Study) -> Blocks:
    """Do coders see the same number of claims in a sentence?"""
    f, numbers = texts.findings, texts.claims_per_unit()
    most = int(numbers.max().max())
    homes = texts.units.set_index("unit_id")[["para_group", "doc_id"]]
    row = code_agreement(
        numbers.astype("string"),
        Settings(seed=texts.seed, draws=texts.draws, tosses=texts.draws, groups=homes),
        level="ordinal", order=[str(number) for number in range(most + 1)],
    )  # fmt: skip
    if pd.isna(row["alpha"]):
        return texts.say("claims-per-unit-alike")
    f, n = f.under(texts.word("every-sentence")), row["n_units"]
    f.add("alpha.claims_per_unit", row["alpha"], unit="alpha", low=row["low"], high=row["high"],
          n=n)  # fmt: skip
    low, high = shown_range(pd.DataFrame([row])).iloc[0][["twin_low", "twin_high"]]
    f.add("alpha.claims_per_unit.tossed", row["twin"], unit="alpha", low=low, high=high, n=n)
    f.add("alike.claims_per_unit", row["simple"], unit="share", n=n)
    f.add("alike.claims_per_unit.tossed", row["simple_twin"], unit="share", n=n)
    return texts.say("claims-per-unit", sure=bool(pd.notna(row["low"])))
