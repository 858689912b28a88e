"""Which reasons bind, which divide, and on which do the texts differ most?"""

from __future__ import annotations

import pandas as pd

from frameline.charts.canvas import canvas
from frameline.charts.mirror_bars import mirror_bars, mirror_bars_height
from frameline.exhibits.reasons import _tables as made
from frameline.exhibits.registry import Block, Blocks, shows
from frameline.exhibits.study import Study
from frameline.exhibits.summary import _storyline as story
from frameline.measures.intervals import CLEARLY

DRAWN = ["name", "code", "side", "k", "n", "share"]


def _add_headline(texts: Study) -> dict[str, object]:
    """The findings of the headline: the reason on which two texts differ most, and by how much."""
    f, first = texts.findings, made.apart(texts).iloc[0]
    table, names = made.by_side(texts), made.called(texts)
    f.add("apart.reason", made.reasons(texts).get(first["code"], first["code"]), unit="text")
    several = bool(first["less"] and first["apart"] > 0)
    for part in ("more", "less") if several else ("more",):
        here = table[(table["column"] == first[part]) & (table["code"] == first["code"])
                     & (table["side"] == first["side"])]  # fmt: skip
        k, of = int(here["k"].sum()), int(here["n"].iloc[0])
        f.add("apart.{part}", names[first[part]], unit="text", at={"part": part}, filter="")
        f.add("apart.{part}.share", k / of, unit="share", at={"part": part}, n=of)
        f.add("apart.{part}.claims", k, unit="count", at={"part": part}, n=of)
    none = several and not f.look_up("apart-less-claims", None).value
    return {"several": several, "none": none, "side": str(first["side"])}


@shows("claims.frame", home="own")
def reasons_compared(texts: Study) -> Blocks:
    """Which reasons bind, which divide, and on which do the texts differ most?"""
    table, first = made.by_side(texts), made.apart(texts)
    if table.empty:
        return None
    f, names, chosen = texts.findings, made.headed(texts), _add_headline(texts)
    f.add("apart.reasons", len(first), unit="count")
    f.add("apart.texts", table["column"].nunique(), unit="count")
    f.add("apart.claims", int(table.drop_duplicates("column")["n"].sum()), unit="count")
    lead, drawn = first.iloc[0], table.assign(name=table["column"].map(names))
    order = list(first["code"])
    said = texts.word("apart-mark", none=chosen["none"]) if chosen["several"] else ""
    fig, ax = canvas(mirror_bars_height(drawn, order))
    mirror_bars(
        ax, drawn, labels=made.reasons(texts), order=order, brackets=_brackets(texts),
        years={names[row.doc_id]: str(row.year or "") for row in made.counted(texts).itertuples()},
        message=(names[lead["more"]], lead["code"], lead["side"], said) if said else None,
    )  # fmt: skip
    tested = bool(made.clear(texts)["p"].notna().any())
    chart = texts.figure(
        "reasons-compared", fig, drawn[DRAWN], uses=["frame", "valence", "voice"], tested=tested,
        evidence=story.claims_of(texts)["claim_id"], valued=texts.has("claims.valence"),
        joined=bool(_brackets(texts)), **chosen,
    )  # fmt: skip
    return [chart, *_leading(texts), _clear(texts) if chosen["several"] else None]


def _brackets(texts: Study) -> list[tuple[str, str, str]]:
    """The changes between two texts that are clear after the correction."""
    table, names = made.clear(texts), made.headed(texts)
    found = table[table["verdict"] == CLEARLY].drop_duplicates(["from", "to", "code"])
    return [(row.code, names[row.start], names[row.stop]) for row in _named(found)]


def _named(table: pd.DataFrame) -> list:
    return list(table.rename(columns={"from": "start", "to": "stop"})[
        ["start", "stop", "code", "side"]].itertuples(index=False))  # fmt: skip


def _leading(texts: Study) -> list[Block]:
    """What leads on each side, text by text, in a sentence."""
    table, names, words = made.by_side(texts), made.called(texts), made.reasons(texts)
    said: list[Block] = []
    for side, part in table[table["leads"]].groupby("side", sort=False):
        groups: dict[tuple[str, ...], list[str]] = {}
        for column, codes in part.groupby("column", sort=False)["code"]:
            groups.setdefault(tuple(codes), []).append(names[str(column)])
        listed = [
            texts.say(
                "apart-leads-in",
                reasons=[words.get(code, code) for code in codes],
                where=made.told(texts, f"leads.{side}.{place}", where),
            )
            for place, (codes, where) in enumerate(groups.items())
        ]
        said.append(texts.say("apart-leads", side=str(side), listed=listed))
    return said


def _clear(texts: Study) -> Block:
    """Which changes are clear, among how many that were tested."""
    table = made.clear(texts)
    tested, found = int(table["p"].notna().sum()), table[table["verdict"] == CLEARLY]
    texts.findings.add("apart.tested", tested, unit="count")
    texts.findings.add("apart.clear", len(found), unit="count", n=tested)
    words, names = made.reasons(texts), made.called(texts)
    listed = [
        texts.say("apart-clear-one", reason=words.get(row.code, row.code), side=row.side,
                  start=made.told(texts, f"clear.{place}.from", names[row.start]),
                  stop=made.told(texts, f"clear.{place}.to", names[row.stop]))
        for place, row in enumerate(_named(found))
    ]  # fmt: skip
    return texts.say("apart-clear", listed=listed, tested=bool(tested))
