"""What of each file was read?"""

from __future__ import annotations

from frameline.exhibits.card._tables import COUNTED
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.registers import filled_columns, rule_rows

COLUMNS = ["kind", "blocks", "words", "rule"]


@shows("blocks")
def exclusions(texts: Study) -> Blocks:
    """What of each file was read?"""
    f, blocks, rules = texts.findings, texts.blocks, rule_rows(texts.codebook.rules, "B")
    why = dict(zip(rules["title"].str.removeprefix("Block: "), rules["text"], strict=True))
    by_kind = blocks.groupby("kind", sort=False)
    kinds = by_kind.size().reset_index(name="blocks")
    kinds["words"] = by_kind["words"].sum(min_count=1).to_numpy()
    kinds["rule"] = [why.get(kind, "") for kind in kinds["kind"]]
    f.add_table(kinds, "card.blocks.{kind}", "blocks", unit="count", low=None, high=None, n=None)
    out = int((blocks["kind"] != "body").sum())
    f.add("card.blocks", len(blocks), unit="count")
    f.add("card.blocks.out", out, unit="count", n=len(blocks))
    kinds = kinds.sort_values("blocks", ascending=False, kind="stable")
    named = filled_columns(kinds, dict.fromkeys(COLUMNS, ""))
    return texts.table("exclusions", kinds, named, units=COUNTED, widths={"rule": 4})
