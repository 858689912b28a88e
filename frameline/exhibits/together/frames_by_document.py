"""How widely is each frame used?"""

from __future__ import annotations

from frameline.exhibits.findings import name_or_list
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.exhibits.together._tables import in_documents
from frameline.measures.large.patterns import unit_shares

UNITS = {"units": "count", "share": "share", "leads": "count", "lead": "share", "claims": "count"}


@shows("claims.frame", any_size=True)
def frames_by_document(texts: Study) -> Blocks:
    """How widely is each frame used?"""
    f, found, frame = texts.findings, in_documents(texts), texts.codebook.role("frame")
    if not found.units:
        return None
    wide = unit_shares(found.sets).sort_values("units", ascending=False)
    wide["label"] = wide["code"].map(frame.labels)
    wide["lead"] = wide["leads"] / wide["units"].clip(lower=1)
    most = int(wide["units"].max())
    widest, unit = name_or_list([frame.shorts[c] for c in wide.loc[wide["units"] == most, "code"]])
    f.add("documents.framed", found.units, unit="count")
    f.add_table(wide, "documents.share.{code}", "share", unit="share", low=None, high=None,
                n="units")  # fmt: skip
    f.add("documents.widest", widest, unit=unit)
    f.add("documents.widest.share", most / found.units, unit="share", n=most)
    columns = ["label", "units", "share", "leads", "lead", "claims"]
    return [
        texts.state("documents"),
        texts.table("frames-by-document", wide, columns, units=UNITS, widths={"label": 2}),
    ]
