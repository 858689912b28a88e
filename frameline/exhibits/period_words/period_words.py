"""Which words stand more often in one period than in all others, and how surely?"""

from __future__ import annotations

from frameline.charts.canvas import canvas
from frameline.charts.ratio_forest import ratio_forest, ratio_forest_height
from frameline.exhibits.period_words._tables import add_words
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study

DRAWN = ["name", "token", "n_target", "n_reference", "documents", "log_ratio", "low", "high"]


@shows("tokens", "documents", any_size=True)
def period_words(
    texts: Study, most_periods: int = 6, min_n: int = 50, min_documents: int = 10, top: int = 5
) -> Blocks:
    """Which words stand more often in one period than in all others, and how surely?"""
    found = add_words(texts, most_periods, min_n, min_documents)
    if found.empty:
        texts.findings.add("words.least", min_n, unit="count")
        texts.findings.add("words.least.documents", min_documents, unit="count")
        return texts.say("no-word-marks")
    shown = found.groupby("name", sort=False).head(top)
    for name, words in shown.groupby("name", sort=False)["token"]:
        at = {"name": name}
        texts.findings.add("words.marks.{name}", list(words), unit="list", at=at)
    fig, ax = canvas(ratio_forest_height(shown))
    ratio_forest(ax, shown)
    return texts.figure(
        "period-words", fig, shown[DRAWN], evidence=(), min_n=min_n, min_documents=min_documents,
        top=top,
    )  # fmt: skip
