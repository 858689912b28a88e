"""Which way do the findings point, as the machine has it and corrected?"""

from __future__ import annotations

from frameline.exhibits.correction._tables import by_hand, net_rows
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study

COLUMNS = ["name", "n", "machine", "net", "low", "high"]


@shows("claims.frame", "claims.valence", "gold", any_size=True)
def corrected_balance(texts: Study) -> Blocks:
    """Which way do the findings point, as the machine has it and corrected?"""
    rows = net_rows(texts)
    if by_hand(texts) or rows.empty:
        return None
    texts.findings.add_table(rows, "balance.corrected.{cell}", "net", unit="net")
    units = {**dict.fromkeys(("machine", "net", "low", "high"), "net"), "n": "count"}
    return texts.table("corrected-balance", rows, COLUMNS, units=units, widths={"name": 2})
