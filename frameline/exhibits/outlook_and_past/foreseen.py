"""Where do the texts see the tie heading?"""

from __future__ import annotations

import pandas as pd

from frameline.charts.canvas import canvas
from frameline.charts.forecast_cells import forecast_cells, forecast_cells_height
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.exhibits.summary import _storyline as story
from frameline.measures.advice import forecast_register

#: More texts or directions than this do not fit a page.
TEXTS, DIRECTIONS = 12, 5
_KIND = ["name", "direction", "sure", "condition"]


@shows("claims.forecast", home="all")
def foreseen(texts: Study) -> Blocks:
    """Where do the texts see the tie heading?"""
    f, ahead = texts.findings, _ahead(texts)
    directions = [code for code in texts.codebook.role("forecast").shorts
                  if code in set(ahead["direction"])]  # fmt: skip
    if not len(ahead) or ahead["name"].nunique() > TEXTS or len(directions) > DIRECTIONS:
        return None
    free, when = ahead["condition"] == "", ahead["dated"].astype(bool)
    f.add("ahead.count", len(ahead), unit="count", evidence=ahead["claim_id"])
    f.add("ahead.free", int(free.sum()), unit="count", n=len(ahead),
          evidence=ahead.loc[free, "claim_id"])  # fmt: skip
    f.add("ahead.undated", int((~when).sum()), unit="count", n=len(ahead),
          evidence=ahead.loc[~when, "claim_id"])  # fmt: skip
    f.add("ahead.texts", ahead["name"].nunique(), unit="count")
    table = ahead.groupby(_KIND, sort=False).size().rename("n").reset_index()
    fig, ax = canvas(forecast_cells_height(table))
    labels = _words(texts, "forecast")
    forecast_cells(ax, table, directions=directions, labels=labels)
    shown = table.assign(direction=table["direction"].map(labels))
    return texts.figure("foreseen", fig, shown, uses=["forecast"], evidence=ahead["claim_id"],
                        free=bool(free.any()))  # fmt: skip


def _ahead(texts: Study) -> pd.DataFrame:
    """One row a forecast: its text, direction, how sure it is, and on which condition."""
    claims = story.claims_of(texts)
    register = forecast_register(claims.assign(doc_id=claims["column"]))
    called = {row["doc_id"]: " ".join(filter(None, (str(row["year"] or ""), row["authors"])))
              for row in story.rows_of(texts)}  # fmt: skip
    sure, conditions = (_words(texts, f"forecast_{name}") for name in ("certainty", "condition"))
    shorts = texts.codebook.role("forecast_condition")
    conditions |= dict(shorts.shorts) if shorts else {}
    condition = register["forecast_condition"]
    return register.assign(
        name=register["doc_id"].map(called), direction=register["forecast"],
        sure=[sure.get(code, code) for code in register["forecast_certainty"]],
        condition=["" if code in story.NOT_NAMED else conditions.get(code, code)
                   for code in condition],
    )  # fmt: skip


def _words(texts: Study, name: str) -> dict[str, str]:
    """The words of the codes of a role within a sentence."""
    role = texts.codebook.role(name)
    return {**role.shorts, **role.plain} if role else {}
