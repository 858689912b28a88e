"""What do the texts foresee?"""

from __future__ import annotations

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.advice import forecast_counts, forecast_register

SHOWN = ["name", "gist", "forecast", "forecast_condition", "forecast_certainty"]


@shows("claims.forecast")
def forecasts(texts: Study) -> Blocks:
    """What do the texts foresee?"""
    ahead = forecast_register(texts.claims)
    if not len(ahead):
        return None
    f, counts = texts.findings, forecast_counts(ahead)
    f.add("forecasts.count", len(ahead), unit="count", evidence=ahead["claim_id"])
    f.add("forecasts.open", int(counts["neither"].sum()), unit="count")
    f.add("forecasts.undated", int(counts["no_horizon"].sum()), unit="count")
    ahead = ahead.assign(name=ahead["doc_id"].map(texts.names))
    widths = {"name": 1, "gist": 6}
    return [
        texts.say("forecasts-counted"),
        texts.table("forecasts", ahead, SHOWN, widths=widths, evidence=ahead["claim_id"]),
    ]
