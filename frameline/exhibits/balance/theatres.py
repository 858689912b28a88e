"""Where do the two meet?"""

from __future__ import annotations

import pandas as pd

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.selection.theatres import theatres as count_theatres

#: A code of this name is no place, besides those that the codebook flags as unspecific.
NO_PLACE = ("", "none")


@shows("claims.theatre", "claims.valence", home="all")
def theatres(texts: Study) -> Blocks:
    """Where do the two meet, and does the place bind or divide them?"""
    f, role = texts.findings, texts.codebook.role("theatre")
    vague = set(role.order) - set(role.reasons)
    table = count_theatres(texts.claims, of=role.name, skip=[*NO_PLACE, *vague])
    if table.empty:
        return None
    placed = int(table.drop_duplicates("doc_id")["of"].sum())
    f.add("theatres.places", table["code"].nunique(), unit="count")
    f.add("theatres.claims", placed, unit="count", n=len(texts.claims))
    f.add("theatres.both", [role.shorts[code] for code in _on_both_sides(table)], unit="list")
    cells = {
        (row["code"], row["doc_id"]): texts.word(
            "theatre-cell", binding=row["binding"], dividing=row["dividing"],
            neither=row["neither"],
        )
        for row in table.to_dict("records")
    }  # fmt: skip
    order = table.groupby("code")["n"].sum().sort_values(ascending=False, kind="stable").index
    names = {doc: name for doc, name in texts.names.items() if doc in set(table["doc_id"])}
    rows = [{"place": role.shorts[code], **{doc: cells.get((code, doc), "") for doc in names}}
            for code in order]  # fmt: skip
    return [
        texts.say("theatres-counted"),
        texts.table(
            "theatres", pd.DataFrame(rows), ["place", *names], heads=names, wide=len(names) > 4
        ),
    ]


def _on_both_sides(table: pd.DataFrame) -> list[str]:
    """The places where more binds than divides in one text, and the reverse in another."""
    lean = (table["binding"] - table["dividing"]).groupby(table["code"], sort=False)
    ends = lean.agg(["min", "max"])
    return list(ends.index[(ends["min"] < 0) & (ends["max"] > 0)])
