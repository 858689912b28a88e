"""What do the chapters behind this page say, as far as it holds?"""

from __future__ import annotations

import pandas as pd

from frameline.exhibits.registry import Blocks, shows
from frameline.exhibits.study import Study, once
from frameline.measures.families import one_family
from frameline.record.prose import Prose, Segment

#: Kinds of statements in the order in which they are read.
KINDS = ["labels", "verdicts", "mix", "balance", "leaning", "turn", "voices", "reasons", "context"]
#: Share of the ways of counting in which a statement quoted here must hold.
ROBUST = 0.8
_TEST = "test."


@once
def _family(texts: Study) -> pd.DataFrame:
    """Every test that a statement of this page could rest on, corrected together."""
    found = texts.findings.known(_TEST)
    rows = [(one.key.removeprefix(_TEST), one.key.split(".")[1], one.value) for one in found]
    table = pd.DataFrame(rows, columns=["statement", "table", "p"]).dropna(subset="p")
    return one_family(table.astype({"p": float}))


def _stands(texts: Study, key: str) -> bool:
    """Whether a statement's test is clear among all tests of the page; so is one without a test."""
    family = _family(texts)
    own = family[family["statement"] == key.removeprefix("statement.")]
    return bool(own["stands"].all())


def _holds(texts: Study, key: str) -> bool:
    """Whether a statement held in most ways of counting, or was not counted anew."""
    checked = key.replace("statement.", "robust.")
    return checked not in texts.findings or texts.findings[checked].value >= ROBUST


def _with_ways(texts: Study, key: str) -> Prose:
    """A statement, and in how many ways of counting it holds."""
    said, name = texts.quote(key, style="verdict"), key.removeprefix("statement.")
    if f"robust.{name}.held" not in texts.findings:
        return said
    held, tried = (texts.findings[f"robust.{name}.{part}"] for part in ("held", "tried"))
    ways = texts.say("in-ways", held=held, tried=tried)
    return Prose((*said.segments, Segment(" "), *ways.segments), "verdict")


@shows("statements-made")
def quoted_statements(texts: Study) -> Blocks:
    """What do the chapters behind this page say, as far as it holds?"""
    made = [found.key for found in texts.quotable()]
    read = [key for kind in KINDS for key in made if key.split(".")[1] == kind]
    kept = [key for key in read if _stands(texts, key) and _holds(texts, key)]
    f, family = texts.findings, _family(texts)
    f.add("page.statements", len(kept), unit="count")
    f.add("page.made", len(read), unit="count")
    f.add("page.tests", len(family), unit="count")
    said = [_with_ways(texts, key) for key in kept]
    return [*said, texts.say("page-left-out") if len(kept) < len(read) else texts.say("page-all")]
