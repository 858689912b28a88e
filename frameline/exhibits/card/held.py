"""What is in the data, and what is not?"""

from __future__ import annotations

import pandas as pd

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.registers import rule_rows

TABLES = ["documents", "blocks", "units", "claims", "labels", "events", "tokens", "adjudication",
          "context"]  # fmt: skip


def _named(texts: Study, titles: pd.Series) -> list[str]:
    """Variables that are not coded, each with what it would be coded for."""
    found = titles.str.extract(r"^Not coded \((?P<layer>.*)\): (?P<name>.*)$")
    return [
        title if pd.isna(layer) else texts.word("absent-of", variable=name, layer=layer)
        for title, layer, name in zip(titles, found["layer"], found["name"], strict=True)
    ]


@shows()
def held(texts: Study) -> Blocks:
    """What is in the data, and what is not?"""
    f, corpus, said = texts.findings, texts.corpus, []
    for table in TABLES:
        if rows := len(getattr(corpus, table)):
            f.add("card.rows.{table}", rows, unit="count", at={"table": table})
            said.append(texts.say("held-rows", at={"table": table}, table=table))
    coded = sum(map(len, corpus.codings.values()))
    f.add("card.rows.coders", coded, unit="count", n=len(corpus.codings))
    f.add("card.coders", len(corpus.codings), unit="count")
    absent = rule_rows(texts.codebook.rules, "O")["title"]
    f.add("card.absent", _named(texts, absent.str.replace("_", " ")), unit="list")
    return [texts.say("held", rows=said), texts.say("absent") if len(absent) else None]
