"""Do coders see the same number of claims in a sentence?"""

from __future__ import annotations

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.agreement import agreement_table


@shows("coders")
def claims_per_unit(texts: Study) -> Blocks:
    """Do coders see the same number of claims in a sentence?"""
    f, numbers = texts.findings, texts.claims_per_unit()
    most = int(numbers.max().max())
    homes = texts.units.set_index("unit_id")[["para_group", "doc_id"]]
    seen = agreement_table(
        {"claims_per_unit": numbers.astype("string")}, groups=homes, draws=texts.draws,
        seed=texts.seed, levels={"claims_per_unit": "ordinal"},
        orders={"claims_per_unit": [str(number) for number in range(most + 1)]},
    )  # fmt: skip
    if seen.empty or seen["alpha"].isna().any():
        return texts.say("claims-per-unit-alike")
    every = texts.word("every-sentence")
    f.add_table(seen, "alpha.{variable}", "alpha", unit="alpha", n="n_units", filter=every)
    f.add_table(seen, "exact.{variable}", "exact", unit="share", low=None, high=None, n="n_units",
                filter=every)  # fmt: skip
    return texts.say("claims-per-unit", at={"variable": "claims_per_unit"})
