"""Do words and claims weigh the reasons alike?"""

from __future__ import annotations

from frameline.charts.canvas import canvas
from frameline.charts.convergence import convergence as draw
from frameline.charts.convergence import convergence_height
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.exhibits.words._tables import (
    body,
    compared_claims,
    compared_ids,
    count_reasons,
    count_words,
    of_both,
    ranks,
    shares,
)

DRAWN = {"name": "name", "reason": "reason", "claims": "claims", "words": "words",
         "x": "share_of_claims", "y": "share_of_keywords"}  # fmt: skip
#: How many texts get a panel: those with most claims.
MOST = 12


@shows("tokens", "blocks")
def convergence(texts: Study, min_words: int = 300) -> Blocks:
    """Do words and claims weigh the reasons alike?"""
    count_reasons(texts, min_words)
    if not len(shares(texts, min_words)):
        return None
    agreed, behind = ranks(texts, min_words), compared_claims(texts, min_words)["claim_id"]
    _count_agreement(texts, min_words)
    table = shares(texts, min_words).rename(columns={"claim_share": "x", "word_share": "y"})
    shorts = texts.codebook.role("frame").shorts
    table["name"], table["reason"] = table["doc_id"].map(texts.names), table["code"].map(shorts)
    table["subtitle"] = [texts.word("convergence-panel", at=row, claims=row["claims_n"],
                                    words=row["words_n"])
                         for row in table.to_dict("records")]  # fmt: skip
    most = table.drop_duplicates("doc_id").nlargest(MOST, "claims_n")["doc_id"]
    drawn = table[table["doc_id"].isin(most)]
    fig, ax = canvas(convergence_height(drawn))
    draw(ax, drawn, labels=shorts)
    figure = texts.figure(
        "convergence", fig, table[list(DRAWN)].rename(columns=DRAWN), evidence=behind,
        uses=["frame"], whole=len(agreed) <= MOST, most=MOST,
        filter=of_both(texts, min_words),
    )  # fmt: skip
    others = bool(agreed["others"].notna().any())
    compared = of_both(texts, min_words)
    return [figure, texts.state("convergence", evidence=behind, filter=compared, others=others)]


def _count_agreement(texts: Study, min_words: int) -> None:
    """Add the rank agreement of each text, the range of it, and which texts are too short."""
    f, table = texts.findings.under(of_both(texts, min_words)), ranks(texts, min_words)
    f.add_table(table, "convergence.rho.{doc_id}", "rho", unit="number",
                evidence=compared_ids(texts, min_words))  # fmt: skip
    f.add("convergence.low", float(table["rho"].min()), unit="number")
    f.add("convergence.high", float(table["rho"].max()), unit="number")
    f.add("convergence.others", float(table["others"].max()), unit="number")
    count_words(texts, min_words)
    long = set(body(texts, min_words)["doc_id"])
    short = [name for doc_id, name in texts.names.items() if doc_id not in long]
    files = texts.findings.under(texts.word("filter-files"))
    files.add("words.left_out", short, unit="list")
