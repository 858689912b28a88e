"""What stands around the names?"""

from __future__ import annotations

from frameline.corpus.texts import texts_at_hand
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.exhibits.words._tables import pair_names
from frameline.measures.kwic import keyword_in_context

SHOWN = ["code", "text", "left", "name", "right"]


@shows("units")
def in_context(texts: Study, originals: str = "", lines: int = 40) -> Blocks:
    """What stands around the names?"""
    counted, names = texts.word("filter-body"), pair_names(texts)
    folders = [texts.path / "texts", originals] if originals else [texts.path / "texts"]
    found = (texts_at_hand(folder, texts.documents) for folder in folders)
    here = next((held for held in found if held), {})
    spans = names.assign(code=names["use"])
    company = keyword_in_context(spans, texts.units, here) if here and len(spans) else spans.head(0)
    texts.findings.under(counted).add("kwic.count", len(company), unit="count")
    if not len(company):
        return texts.say("in-context-hint") if len(spans) and not here else None
    company = company.assign(text=company["doc_id"].map(texts.names))
    company = company.sort_values("code", kind="stable").head(lines)
    widths = {"text": 1.5, "left": 2, "name": 2, "right": 2}
    return texts.table("in-context", company, SHOWN, widths=widths, filter=counted)
