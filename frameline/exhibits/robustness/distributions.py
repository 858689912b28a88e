"""In how many ways of counting does each number of differences come out?"""

from __future__ import annotations

import pandas as pd

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.robustness._tables import curves, material, pair_kinds
from frameline.exhibits.study import Study
from frameline.measures.families import distribution
from frameline.measures.statements import pair_counts


@shows("claims.valence", "statements")
def distributions(texts: Study) -> Blocks:
    """In how many ways of counting does each number of differences come out?"""
    f = texts.findings
    tables = [pair_counts(material(texts), kind).assign(kind=kind) for kind in pair_kinds(texts)]
    curve = curves(texts).get("labels", pd.DataFrame({"n": []}))
    # A count of other texts in each way has no distribution.
    if curve["n"].nunique() == 1:
        found = distribution(curve["estimate"], of=int(curve["n"].max()))
        tables.append(found.assign(kind="labels"))
    if not tables:
        return None
    table: pd.DataFrame = pd.concat(tables)
    f.add_table(table, "counts.{kind}.{count}", "exactly", unit="count", low=None, high=None,
                n="ways")  # fmt: skip
    wide = table.pivot_table(index="kind", columns="count", values="exactly", sort=False)
    numbers = {str(count): str(count) for count in wide.columns}
    wide = wide.rename(columns=str).reset_index()
    wide["what"] = [texts.word("counted", kind=kind) for kind in wide["kind"]]
    return texts.table("distributions", wide, ["what", *numbers], widths={"what": 4},
                       heads=numbers, units=dict.fromkeys(numbers, "count"))  # fmt: skip
