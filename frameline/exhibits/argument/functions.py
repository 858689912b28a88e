"""What do the claims do?"""

from __future__ import annotations

import pandas as pd

from frameline.exhibits.comparisons import compared
from frameline.exhibits.registry import Block, Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.clusters import clusters
from frameline.measures.intervals import differences, share_interval
from frameline.measures.shift import ALPHA


@shows("claims.function", home="all")
def functions(texts: Study) -> Blocks:
    """What do the claims do: define, explain, judge, advise, or only record?"""
    f, role = texts.findings, texts.codebook.role("function")
    counted = clusters(texts.claims, "function")
    used = [code for code in role.order if any(code in text.codes for text in counted.values())]
    used = [code for code in used if any(text.column(code).any() for text in counted.values())]
    if not used:
        return None
    table = share_interval(counted, used)
    f.add_table(table.rename(columns={"code": "function"}), "function.{function}.{doc_id}",
                "estimate", unit="share", evidence=texts.ids)  # fmt: skip
    rows = []
    for doc_id, part in table.groupby("doc_id", sort=False):
        shares = dict(zip(part["code"], part["estimate"], strict=True))
        rows.append({"name": texts.names[doc_id], **shares, "n": part["n"].iloc[0]})
    heads = {code: role.labels[code] for code in used}
    shown = texts.table(
        "functions", pd.DataFrame(rows), ["name", *used, "n"], heads=heads,
        units={**dict.fromkeys(used, "share"), "n": "count"}, widths={"name": 2},
    )  # fmt: skip
    return [shown, _apart(texts, differences(counted, compared(texts), used), role.labels)]


def _apart(texts: Study, table: pd.DataFrame, labels: dict[str, str]) -> Block | None:
    """Say which functions surely change their share from one text to another."""
    tested = table[table["p"].notna()]
    if tested.empty:
        return None
    clear = tested[tested["p_holm"] < ALPHA]
    f = texts.findings
    f.add("functions.tested", len(tested), unit="count")
    f.add("functions.clear", len(clear), unit="count")
    told = []
    for row in clear.rename(columns={"code": "function"}).to_dict("records"):
        f.add("function.{function}.{from}.{to}", row["estimate"], unit="net", low=row["low"],
              high=row["high"], at=row)  # fmt: skip
        then, now = (f.look_up("function-function-doc_id", {**row, "doc_id": row[end]})
                     for end in ("from", "to"))  # fmt: skip
        told.append(texts.say("function-apart", at=row, then=then, now=now,
                              function=labels[row["function"]]))  # fmt: skip
    return texts.say("functions-apart", rows=told)
