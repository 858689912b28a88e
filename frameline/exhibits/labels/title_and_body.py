"""What does the title say, and what does the author say?"""

from __future__ import annotations

from frameline.exhibits.labels._tables import leading_names
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study

SHOWN = ["name", "title", "title_labels", "body", "body_label", "body_use"]
WIDTHS = {"name": 2, "title": 2, "title_labels": 1, "body": 2, "body_label": 1, "body_use": 1.2}


@shows("labels", "labels.label", "labels.place", "labels.polarity")
def title_and_body(texts: Study) -> Blocks:
    """What does the title say, and what does the author say?"""
    called, shorts = leading_names(texts).copy(), texts.codebook.role("label", "labels").shorts
    called["name"] = called["doc_id"].map(texts.names)
    for column in ("title_labels", "body_label"):
        families = called[column].str.split(";")
        called[column] = [", ".join(shorts.get(code, code) for code in codes) for codes in families]
    counted = texts.word("filter-title-and-body")
    return texts.table("title-and-body", called, SHOWN, widths=WIDTHS, filter=counted)
