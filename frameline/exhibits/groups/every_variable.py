"""What was coded besides, and how often was each code given?"""

from __future__ import annotations

from typing import Any

import narwhals as nw
import pandas as pd

from frameline.exhibits.groups._tables import CLAIMS
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.large.lazy import collected

#: Codes of a variable, and variables, that are shown at most.
TOP, MOST = 8, 12
COLUMNS = ["variable", "code", "n", "share", "documents"]


@shows("claims", any_size=True)
def every_variable(texts: Study) -> Blocks:
    """What was coded, and how often was each code given?"""
    variables = [v for v in texts.codebook.layer(CLAIMS) if v.level != "text"]
    if len(variables) < 2:
        return None
    tables = [_counts(texts, variable) for variable in variables[:MOST]]
    table = pd.concat(tables, ignore_index=True) if tables else pd.DataFrame()
    if table.empty:
        return None
    f = texts.findings
    f.add("variables.count", len(variables), unit="count")
    f.add("variables.shown", table["variable"].nunique(), unit="count")
    f.add("variables.roleless", sum(not v.role for v in variables), unit="count")
    shown = table.groupby("variable", sort=False).head(TOP)
    f.add("variables.codes", len(table), unit="count")
    f.add("variables.codes.shown", len(shown), unit="count")
    units = {"n": "count", "share": "share", "documents": "count"}
    return texts.table("every-variable", shown, COLUMNS, units=units, cut=len(shown) < len(table))


def _counts(texts: Study, variable: Any) -> pd.DataFrame:
    """Claims and documents of each code of one variable, the most frequent first."""
    rows = texts.with_variable(texts.claims, variable.name).select("doc_id", "code")
    by_doc = rows.group_by("doc_id", "code").agg(nw.len().alias("n"))
    grouped = by_doc.group_by("code").agg(nw.col("n").sum(), nw.len().alias("documents"))
    table = collected(grouped, ["code"], ["n", "documents"])
    table = table[table["code"] != ""].sort_values("n", ascending=False, kind="stable")
    shorts = variable.shorts
    return table.assign(
        variable=variable.label or variable.name,
        share=table["n"] / table["n"].sum(),
        code=table["code"].map(lambda code: shorts.get(code, code)),
    )
