"""How often does each code stand in the whole corpus, and how sure is that?"""

from __future__ import annotations

from frameline.charts.canvas import canvas
from frameline.charts.dot_intervals import dot_intervals, dot_intervals_height
from frameline.exhibits.groups._tables import (
    as_sets,
    coded,
    counted_so,
    everything,
    labels,
    sampled,
    shares,
    uses,
    verdicts_of_codes,
)
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.groups.shares import redrawable
from frameline.measures.verdicts import NO_AGREEMENT, NO_VARIATION
from frameline.record.prose import Prose

DRAWN = ["code", "k", "n", "documents", "share", "low", "high", "wide_low", "wide_high"]


@shows("claims", "documents", "codes-to-count", any_size=True)
def overall(texts: Study) -> Blocks:
    """How often does each code stand in the whole corpus, and how sure is that?"""
    f, table, named = texts.findings, shares(texts, "everything", None), labels(texts)
    table = table.sort_values("share", ascending=False, kind="stable")
    sets, coders = as_sets(texts), redrawable(everything(texts))
    first = table.iloc[0]
    f.add("groups.documents", int(first["documents"]), unit="count")
    f.add("groups.counted", round(float(first["n"])), unit="count")
    f.add("groups.codes", len(table), unit="count")
    f.add("groups.codes.all", len(coded(texts).codes), unit="count")
    f.add("groups.first", named.get(first["code"], first["code"]), unit="name")
    f.add("groups.first.share", first["share"], unit="share", n=int(first["documents"]),
          **_ends(first, coders))  # fmt: skip
    ends = ("wide_low", "wide_high") if coders else ("low", "high")
    f.add_table(table, "groups.share.{code}", "share", unit="share", n="documents",
                low=ends[0], high=ends[1])  # fmt: skip
    rows = table.assign(name=table["code"].map(lambda code: named.get(code, code)),
                        value=table["share"], series="documents")  # fmt: skip
    if coders:
        wide = rows.assign(low=rows["wide_low"], high=rows["wide_high"], series="coders")
        rows = rows.loc[rows.index.repeat(2)].reset_index(drop=True)
        rows.loc[1::2, ["low", "high", "series"]] = wide[["low", "high", "series"]].to_numpy()
    columns = ["name", "value", "low", "high", "series"]
    fig, ax = canvas(dot_intervals_height(rows[columns], labels=_series(texts)))
    most = float(rows[["value", "high"]].max().max())
    span = (0.0, next(top for top in (0.1, 0.2, 0.5, 1.0) if most <= top))
    dot_intervals(ax, rows[columns], span=span, ends=("", ""), labels=_series(texts), once=True)
    evidence = sampled(texts)
    return [
        texts.state("groups-first", evidence=evidence, sets=sets,
                    nearly=bool(0.995 < first["share"] < 1)),
        _not_to_be_used(texts),
        texts.figure("overall", fig, table[DRAWN], uses=uses(texts), evidence=evidence,
                     filter=counted_so(texts), sets=sets, coders=coders),
    ]  # fmt: skip


def _not_to_be_used(texts: Study) -> Prose | None:
    """Which codes coders do not give alike, or give always."""
    told, named = verdicts_of_codes(texts), labels(texts)
    found = {
        verdict: [named.get(code, code) for code, one in told.items() if one == verdict]
        for verdict in (NO_AGREEMENT, NO_VARIATION)
    }
    texts.findings.add("groups.disputed", found[NO_AGREEMENT], unit="list")
    texts.findings.add("groups.constant", found[NO_VARIATION], unit="list")
    if not any(found.values()):
        return None
    return texts.say("groups-codes-open")


def _ends(row: object, coders: bool) -> dict[str, float]:
    low, high = ("wide_low", "wide_high") if coders else ("low", "high")
    return {"low": row[low], "high": row[high]}  # type: ignore[index]


def _series(texts: Study) -> dict[str, str]:
    return texts.words("series")
