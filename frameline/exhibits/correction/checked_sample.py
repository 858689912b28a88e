"""How many items did people check, and how were these chosen?"""

from __future__ import annotations

from frameline.exhibits.checking import audit_of, machine_coded
from frameline.exhibits.correction._tables import answered, items, of_documents
from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study
from frameline.measures.correction.rules import ENOUGH, SOME, standing
from frameline.measures.large.lazy import lazy


@shows(any_size=True)
def checked_sample(texts: Study) -> Blocks:
    """How many items did people check, and how were these chosen?"""
    f, found = texts.findings, audit_of(texts)
    machines = machine_coded(texts)
    f.add("correction.some", SOME, unit="count")
    f.add("correction.enough", ENOUGH, unit="count")
    if found is None:
        return texts.say("no-plan", machines=machines)
    held = answered(texts)
    every = lazy(items(texts).table).select("stratum")
    f.add("correction.planned", len(found.plan), unit="count")
    f.add("correction.read", len(held), unit="count")
    f.add("correction.all", sum(len(block) for block in texts.in_blocks(every)), unit="count")
    f.add("correction.people", int(found.answers["coder"].nunique()), unit="count")
    status = standing(len(held), known=found.known).replace(" ", "-")
    return texts.say("checked-sample", status=status, documents=of_documents(texts),
                     assumed=found.assumed, machines=machines)  # fmt: skip
