"""What a panel shows of a claim: its gist, the text's own words, and where they stand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from frameline.exhibits.panelling import words
from frameline.exhibits.study import Study
from frameline.exhibits.summary._storyline import _curly
from frameline.measures.selection.gists import place_for_readers
from frameline.record.items import AnyItem

Items = list[AnyItem | None]


def claim_words(
    texts: Study, row: Mapping[str, Any], *, doc: str = "", priority: int = 0, brief: bool = False,
    runs: bool = False, joined: bool = False,
) -> Items:  # fmt: skip
    """The gist of a claim, and the text's own words with their place.

    Parameters
    ----------
    texts : Study
    row : mapping
        claim_id, gist, anchor and unit_id, as measures of the selection show a claim.
    doc : str
        The text it stands in, where that is known.
    priority : int
        See `frameline.record.items.Item`.
    brief : bool
        The place goes on in the line of the gist, and the text's own words are left out.
    joined : bool
        The text's own words and their place go on in the line of the gist.
    runs : bool
        All of it goes on in the line of the words before.
    """
    if not row["claim_id"]:
        return []
    claim, place = row["claim_id"], place_for_readers(row["unit_id"], doc or _doc(texts, row))
    anchor = "" if brief and row["gist"] else row["anchor"]
    phrase = words("phrase", _said(texts, anchor, place), claim=claim, priority=priority,
                   runs=runs or brief or joined)  # fmt: skip
    if not row["gist"]:
        return [phrase if anchor else None]
    return [words("gist", row["gist"], claim=claim, priority=priority, runs=runs), phrase]


def _said(texts: Study, anchor: str, place: str) -> Any:
    unbroken = place.replace(" ", "\u00a0")
    return texts.say("claim-phrase", phrase=_curly(anchor), place=unbroken, known=bool(anchor))


def _doc(texts: Study, row: Mapping[str, Any]) -> str:
    """The text that a claim stands in."""
    ids = [doc for doc in texts.layer("documents")["doc_id"] if row["unit_id"].startswith(doc)]
    return max(ids, key=len, default="")
