"""Which words set each text apart?"""

from __future__ import annotations

from frameline.charts.canvas import canvas
from frameline.charts.ratio_forest import ratio_forest, ratio_forest_height
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.exhibits.words._tables import body, count_words
from frameline.measures.convergence import is_content
from frameline.measures.keyness import keyness, with_log_odds

DRAWN = ["name", "token", "n_target", "n_reference", "groups_target", "log_ratio", "low", "high",
         "dp", "log_odds", "z"]  # fmt: skip
#: Texts above which only the words that stand furthest apart are drawn, and how many of these.
MANY, MOST = 8, 36


@shows("tokens", "blocks")
def words_apart(
    texts: Study, min_words: int = 300, min_groups: int = 3, top: int = 5
) -> Blocks:  # fmt: skip
    """Which words set each text apart?"""
    counted, words = texts.word("filter-long-bodies", words=min_words), body(texts, min_words)
    if words["doc_id"].nunique() < 2:
        return None
    f = texts.findings.under(counted)
    count_words(texts, min_words)
    key = keyness(words, min_groups=min_groups)
    key = with_log_odds(key[is_content(key["token"]) & (key["log_ratio"] > 0)], words)
    f.add("keyness.candidates", len(key), unit="count")
    key = key[key["low"] > 0]
    key["name"] = key["doc_id"].map(texts.names)
    shown = key.groupby("doc_id", sort=False).head(top)
    f.add("keyness.both", int((shown["z_rank"] <= top).sum()), unit="count", n=len(shown))
    f.add("keyness.count", len(key), unit="count")
    for doc_id, lists in shown.groupby("doc_id", sort=False)["token"]:
        f.add("keyness.words.{doc_id}", list(lists), unit="list", at={"doc_id": doc_id})
    if not len(shown):
        return None
    furthest = shown.index.isin(shown["low"].nlargest(MOST).index)
    drawn = shown if shown["doc_id"].nunique() <= MANY else shown[furthest]
    fig, ax = canvas(ratio_forest_height(drawn))
    ratio_forest(ax, drawn)
    figure = texts.figure(
        "words-apart", fig, shown[DRAWN], evidence=(), filter=counted, min_groups=min_groups,
        top=top, most=MOST, whole=len(drawn) == len(shown),
    )  # fmt: skip
    return [figure, texts.say("words-apart-second-opinion")]
