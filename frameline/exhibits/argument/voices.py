"""Whose voice makes the claims?"""

from __future__ import annotations

from frameline.charts.canvas import canvas
from frameline.charts.voice_strip import voice_strip, voice_strip_height
from frameline.exhibits.argument._tables import add_counts, largest, other_shares
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study


@shows("claims.voice")
def voices(texts: Study) -> Blocks:
    """Whose voice makes the claims?"""
    every = texts.in_all_voices()
    table, ids = other_shares(every), every.ids
    add_counts(texts)
    every.findings.add_table(table, "share_other_voice.{doc_id}", "share", unit="share",
                             evidence=ids)  # fmt: skip
    claims = every.claims.assign(name=every.claims["doc_id"].map(texts.names))
    fig, ax = canvas(voice_strip_height(claims))
    voice_strip(ax, claims)
    loudest, whole = largest(table)
    drawn = table[["name", "k", "n", "share", "low", "high"]]
    return every.figure("voices", fig, drawn, uses=["voice", "valence"],
                        at={"doc_id": loudest["doc_id"]}, texts=len(table), every=whole,
                        quoting=bool(loudest["share"]),
                        core=texts.has("claims.relevance"))  # fmt: skip
