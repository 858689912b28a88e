"""What speaks against each statement?"""

from __future__ import annotations

from frameline.exhibits.registry import Block, Blocks, shows
from frameline.exhibits.robustness._tables import (
    about,
    claims_against,
    could_be_against,
    count_ways,
    labels_against,
    quoted,
    short,
    tested,
    view_of,
)
from frameline.exhibits.study import Study
from frameline.measures.registers import filled_columns

#: Columns of the claims shown, and how wide they are.
WIDTHS = {"name": 1.6, "place": 0.7, "anchor": 2.4, "gist": 3.4}
HEADS = dict.fromkeys(WIDTHS, "")


@shows("claims.valence", "statements")
def against(texts: Study, most: int = 4) -> Blocks:
    """What speaks against each statement?"""
    count_ways(texts)
    shown: list[Block | None] = []
    for s in tested(texts):
        row, said, mentions = about(s), short(texts, s), s.kind == "labels"
        ids = claims_against(texts, s)
        found = labels_against(texts) if mentions else texts.evidence(ids)
        counted = could_be_against(s)
        if counted:
            texts.findings.add("against.{statement}", len(found), unit="count", at=row,
                               evidence=ids[:most])  # fmt: skip
        if s.name in quoted(texts):
            shown.append(texts.quote(f"statement.{s.name}", style="verdict"))
        chosen = {"short": said, "counted": counted, "mentions": mentions}
        shown.append(texts.say("against-counted", at=row, **chosen))
        if len(rows := found.head(most)):
            shown.append(texts.table(
                "against-" + s.name.replace(".", "-"), rows, filled_columns(rows, HEADS),
                widths=WIDTHS, evidence=ids[:most], filter=texts.describe(view_of(texts, s)),
                message="against", short=said,
            ))  # fmt: skip
    return shown
