"""Which values are computed from the codes, by the codebook?"""

from __future__ import annotations

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.registers import rule_rows

#: How the codebook heads such a rule: "Derived (layer): name".
_HEAD = r"^Derived \((.*)\): (.*)$"


@shows()
def derived(texts: Study) -> Blocks:
    """Which values are computed from the codes, by the codebook?"""
    rules = rule_rows(texts.codebook.rules, "N")
    if not len(rules):
        return None
    value = rules["title"].str.replace(_HEAD, r"\2 (\1)", regex=True).str.replace("_", " ")
    widths = {"value": 2, "text": 4}
    return texts.table("derived", rules.assign(value=value), widths, widths=widths, filter="")
