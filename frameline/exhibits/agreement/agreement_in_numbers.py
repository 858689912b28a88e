"""What do all coefficients of agreement say, side by side?"""

from __future__ import annotations

from frameline.exhibits.agreement.alpha import in_rows
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study

COLUMNS = ["label", "n_units", "alpha", "shared", "twin_high", "simple", "simple_twin", "ac1",
           "p_below", "alpha_without_examples", "verdict"]  # fmt: skip
ALPHAS = ("alpha", "shared", "twin_high", "ac1", "alpha_without_examples")
UNITS = {**dict.fromkeys(ALPHAS, "alpha"), "n_units": "count", "simple": "share",
         "simple_twin": "share", "p_below": "share"}  # fmt: skip


@shows("several-coders")
def agreement_in_numbers(texts: Study) -> Blocks:
    """What do all coefficients of agreement say, side by side?"""
    rows = in_rows(texts, ["claims", "labels", "events", "documents"])
    if rows["simple"].isna().all():
        return None
    words = texts.words("verdicts")
    rows["verdict"] = [words[verdict.replace(" ", "_")] for verdict in rows["verdict"]]
    rows["label"] = [
        f"{row['group']}: {row['label']}" if row["group"] else row["label"]
        for row in rows.to_dict("records")
    ]
    columns = [name for name in COLUMNS if name in ("label", "verdict") or rows[name].notna().any()]
    widths = {"label": 3.2, "verdict": 1.6}
    return texts.table(
        "agreement-in-numbers", rows, columns, units=UNITS, widths=widths, wide=True,
        examples="alpha_without_examples" in columns, matched="shared" in columns,
    )  # fmt: skip
