"""Where does each name stand?"""

from __future__ import annotations

from frameline.charts.canvas import canvas
from frameline.charts.label_timeline import label_timeline as draw
from frameline.charts.label_timeline import label_timeline_height
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.labels import OTHER_PAIR, label_use

DRAWN = ["name", "place", "literal", "label", "polarity", "voice", "stance", "use"]


@shows("labels", "labels.label", "labels.place", "labels.polarity")
def label_timeline(texts: Study) -> Blocks:
    """Where does each name stand?"""
    f, labels = texts.findings.under(texts.word("filter-labels")), texts.layer("labels")
    shorts = texts.codebook.role("label", "labels").shorts
    labels["name"], labels["use"] = labels["doc_id"].map(texts.names), label_use(labels)
    labels["date"] = labels["doc_id"].map(texts.documents.set_index("doc_id")["date"])
    pair = labels[labels["use"] != OTHER_PAIR]
    if not len(pair):
        return None
    own = int((pair["use"] == "asserted").sum())
    f.add("labels.texts", len(texts.documents), unit="count")
    f.add("labels.mentions", len(labels), unit="count")
    f.add("labels.pair", len(pair), unit="count")
    f.add("labels.own", own, unit="count")
    fig, ax = canvas(label_timeline_height(pair, labels=shorts))
    draw(ax, pair, labels=shorts)
    return texts.figure(
        "label-timeline", fig, pair.filter(DRAWN), evidence=(), uses=["labels.label"],
        filter=texts.word("filter-mentions"), several=bool(texts.label_codings),
        share="half" if 2 * own == len(pair) else "fewer" if 2 * own < len(pair) else "most",
    )  # fmt: skip
