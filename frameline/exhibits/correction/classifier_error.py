"""How much of each change is classifier error?"""

from __future__ import annotations

from frameline.exhibits.correction._tables import by_hand, change_rows, of_documents
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study

COLUMNS = ["from_name", "to_name", "label", "machine", "change", "low", "high", "error", "p_holm"]
POINTS = 100
ENDS = {"low": "error_low", "high": "error_high", "n": None}
MOST = 20
"""Rows of the table: those whose machine change is largest."""


@shows("claims.frame", "gold", any_size=True)
def classifier_error(texts: Study) -> Blocks:
    """How much of each change is classifier error?"""
    f, rows = texts.findings, change_rows(texts)
    if by_hand(texts) or rows.empty:
        return None
    points = rows.copy()
    for name in ("machine", "change", "low", "high", "error", "error_low", "error_high"):
        points[name] = POINTS * points[name]
    plain = {"low": None, "high": None, "n": None}
    f.add_table(points, "change.machine.{code}.{from}.{to}", "machine", unit="points", **plain)
    f.add_table(points, "change.corrected.{code}.{from}.{to}", "change", unit="points", n=None)
    f.add_table(points, "change.error.{code}.{from}.{to}", "error", unit="points", **ENDS)
    f.add_table(points, "change.p.{code}.{from}.{to}", "p_holm", unit="p", **plain)
    f.add("change.count", len(rows), unit="count")
    f.add("change.clear", int(rows["clear"].sum()), unit="count")
    ranked = points.loc[points["machine"].abs().sort_values(ascending=False).index]
    row = ranked.iloc[0].to_dict()
    f.add("change.label", row["label"], unit="name")
    f.add("change.from", row["from_name"], unit="name")
    f.add("change.to", row["to_name"], unit="name")
    units = dict.fromkeys(("machine", "change", "low", "high", "error"), "points")
    return [
        texts.state("classifier-error", at=row, hides=bool(row["machine"] * row["error"] < 0)),
        texts.say("changes-clear", tested=bool(len(rows))),
        texts.table(
            "classifier-errors", ranked.head(MOST), COLUMNS, units={**units, "p_holm": "p"},
            widths={"from_name": 2, "to_name": 2, "label": 1.6}, documents=of_documents(texts),
        ),
    ]  # fmt: skip
