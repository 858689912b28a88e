"""What is in the data, and what is not?"""

from __future__ import annotations

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.registers import rule_rows

TABLES = ["documents", "blocks", "units", "claims", "labels", "events", "tokens", "adjudication",
          "context"]  # fmt: skip


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
    absent = absent.str.replace(r"^Not coded \((.*)\): (.*)$", r"\2 (of \1)", regex=True)
    f.add("card.absent", list(absent.str.replace("_", " ")), unit="list")
    return [texts.say("held", rows=said), texts.say("absent") if len(absent) else None]
