"""What is recommended, to whom, with what and to what end?"""

from __future__ import annotations

from frameline.exhibits.advice._tables import add_count, recommendations
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.registers import filled_columns

SHOWN = ["name", "addressee", "gist", "instrument", "goal", "explicitness"]
CODED = {"addressee", "instrument", "goal", "explicitness"}


@shows("advice")
def advice_register(texts: Study) -> Blocks:
    """What is recommended, to whom, with what and to what end?"""
    register = recommendations(texts)
    add_count(texts)
    shown = register.copy()
    for role in CODED & {variable.role for variable in texts.codebook.layer("claims")}:
        shown[role] = shown[role].replace(texts.codebook.role(role).shorts)
    columns = filled_columns(shown, dict.fromkeys(SHOWN, ""))
    return texts.table("advice-register", shown, columns, widths={"name": 1, "gist": 6},
                       evidence=register["claim_id"], filter="")  # fmt: skip
