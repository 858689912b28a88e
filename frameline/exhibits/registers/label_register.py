"""Which names for the relationship stand where?"""

from __future__ import annotations

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.registers import filled_columns, headed, label_rows

COLUMNS = ["names", "label", "pair", "polarity", "voice", "stance"]


@shows()
def label_register(texts: Study) -> Blocks:
    """Which names for the relationship stand where?"""
    texts.findings.add("registers.labels", len(texts.labels), unit="count")
    if texts.labels.empty:
        return texts.say("no-labels")
    mentions = label_rows(texts.layer("labels"))
    for variable in texts.codebook.layer("labels"):
        if variable.role in mentions:
            mentions[variable.role] = mentions[variable.role].replace(variable.shorts)
    named = filled_columns(mentions, dict.fromkeys(COLUMNS, ""))
    rows, widths = headed(mentions, texts.names, "names"), {"names": 5, "voice": 0.3}
    return texts.table("label-register", rows, named, widths=widths)
