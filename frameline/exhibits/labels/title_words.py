"""Do titles and authors use the same word?"""

from __future__ import annotations

from frameline.exhibits.labels._tables import leading_names
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study


@shows("labels", "labels.label", "labels.place", "labels.polarity")
def title_words(texts: Study) -> Blocks:
    """Do titles and authors use the same word?"""
    counted, called = texts.word("filter-labels"), leading_names(texts)
    f = texts.findings.under(counted)
    f.add_table(called, "labels.title.{doc_id}", "title", unit="text")
    f.add_table(called, "labels.body.{doc_id}", "body", unit="text")
    differ = called[called["differ"].fillna(False)]
    beside = int(differ["body_in_title"].fillna(False).sum())
    f.add("labels.texts", len(called), unit="count")
    f.add("labels.differ", len(differ), unit="count")
    f.add("labels.differ.texts", list(differ["doc_id"].map(texts.names)), unit="list")
    f.add("labels.title_used", int((called["title_in_body"] > 0).sum()), unit="count")
    f.add("labels.beside.of", len(differ), unit="count")
    f.add("labels.beside", beside, unit="count", n=len(differ))
    said = texts.state("labels", filter=counted)
    return [said, texts.say("title-words-beside") if len(differ) else None]
