"""What the exhibits of this chapter share: counts by period, in every draw of documents."""

from __future__ import annotations

import narwhals as nw
import pandas as pd

from frameline.exhibits.study import Study, once
from frameline.measures.large.bootstrap import Drawn, share_intervals
from frameline.measures.large.lazy import lazy
from frameline.measures.large.periods import middles, periods
from frameline.measures.large.tallies import OTHER, documents_by, tally, top_codes
from frameline.measures.period_steps import period_counts


@once
def drawn_counts(texts: Study, most_periods: int, sample: int) -> Drawn:
    """Claims of each frame and valence by period, as they are and in every draw of documents."""
    roles = ["frame", *texts.present("valence")]
    codes = {role: texts.codebook.role(role).order for role in roles}
    return period_counts(
        texts.claims, texts.documents, codes, most=most_periods, draws=texts.draws,
        sample=sample, seed=texts.seed, blocks=texts.in_blocks, rule=texts.choices.periods,
    )  # fmt: skip


@once
def codes_joined(texts: Study) -> bool:
    """Whether any claim has several frames, or valences, in one cell."""
    several = [role for role in ("frame", "valence") if texts.codebook.role(role)]
    several = [role for role in texts.present(*several) if texts.codebook.role(role).multiple]
    claims = lazy(texts.claims)
    found = (claims.filter(nw.col(role).str.contains(";", literal=True)) for role in several)
    return any(len(block) for one in found for block in texts.in_blocks(one.head(1)))


@once
def frames_dated(texts: Study) -> bool:
    """Whether any claim with a frame stands in a year."""
    counts = tally(texts.claims, texts.documents, by=["frame"])
    coded = counts["frame"].isin(texts.codebook.role("frame").order)
    dated = counts["when"].isin(periods(documents_by(texts.documents)["when"]))
    return bool((coded & dated).any())


@once
def sampled(texts: Study, most_periods: int, sample: int) -> list[str]:
    """The claims of the documents drawn from each period: the evidence of this chapter."""
    found = drawn_counts(texts, most_periods, sample).sample
    return texts.claims_of(doc for docs in found.values() for doc in docs)


@once
def all_shares(texts: Study, most_periods: int, sample: int) -> pd.DataFrame:
    """Share of every frame in the claims of each period."""
    return share_intervals(drawn_counts(texts, most_periods, sample), "frame")


@once
def shown_shares(texts: Study, most_periods: int, sample: int, top: int) -> pd.DataFrame:
    """Share of the most frequent frames, and of all others together, with the period's middle."""
    every = all_shares(texts, most_periods, sample).assign(n=lambda table: table["k"])
    listed = texts.codebook.role("frame").order
    kept = top_codes(every.rename(columns={"code": "frame"}), "frame", top, listed=listed)
    table = share_intervals(drawn_counts(texts, most_periods, sample), "frame", kept)
    whens, rule = documents_by(texts.documents)["when"], texts.choices.periods
    middle = middles(periods(whens, most_periods, rule))
    return table.assign(x=table["period"].map(middle))


def labels(texts: Study) -> dict[str, str]:
    """What to call the frames, and those that stand together."""
    shorts: dict[str, str] = texts.codebook.role("frame").shorts
    return {**shorts, OTHER: texts.word("other-frames")}


def add_sizes(texts: Study, most_periods: int, sample: int, top: int) -> list[str]:
    """Add on how many claims, documents, periods and frames it rests; give the evidence."""
    f, every = texts.findings, all_shares(texts, most_periods, sample)
    drawn, evidence = (
        drawn_counts(texts, most_periods, sample),
        sampled(texts, most_periods, sample),
    )
    shown = shown_shares(texts, most_periods, sample, top)
    used = every.groupby("code")["k"].sum() > 0
    f.add("frames.claims", int(every["k"].sum()), unit="count", evidence=evidence)
    f.add("frames.documents", int(drawn.documents.sum()), unit="count")
    f.add("frames.periods", len(drawn.periods), unit="count")
    f.add("frames.shown", shown.loc[shown["code"] != OTHER, "code"].nunique(), unit="count")
    f.add("frames.all", int(used.sum()), unit="count")
    return evidence
