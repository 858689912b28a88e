"""What speaks for each statement that the report itself makes: the few that its pages open with."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from frameline.exhibits.checking import unchecked
from frameline.exhibits.comparisons import compared
from frameline.exhibits.robustness._tables import documents, material
from frameline.exhibits.study import Study, once
from frameline.exhibits.summary import _storyline as story
from frameline.measures.intervals import leaning_p, usual_correlation
from frameline.measures.statements import FINAL, KINDS, Estimate, Statement, reported_case
from frameline.measures.statements.leads import Leads, lead_test
from frameline.measures.statements.standing import Standing, overturned, standing
from frameline.measures.statements.testing import ALL_KINDS
from frameline.measures.strength import Support, strength

VERDICT, REASONS, ARGUMENT, FIELD = "verdict", "reasons", "argument", "field"
#: What statements are about, the most important first.
GROUPS = (VERDICT, REASONS, ARGUMENT, FIELD)
#: Kinds of statements to what they are about, and to the variables that they rest on.
ABOUT = {"verdict": VERDICT, "labels": VERDICT, "balance": VERDICT, "verdicts": VERDICT,
         "mix": REASONS, "leads": REASONS, "turn": ARGUMENT, "voices": ARGUMENT,
         "context": FIELD}  # fmt: skip
USES = {"labels": ["label"], "balance": ["valence"], "verdicts": ["valence"], "mix": ["frame"],
        "leads": ["frame", "valence"], "turn": ["argument"], "voices": ["voice"]}  # fmt: skip
#: Cuts of the context sample to the finding of their test; the one that is told comes first.
CUTS = ("context.periods.p.main", "context.periods.p.relevant", "context.periods.p.all")
CLEAR = 0.05


@dataclass(frozen=True)
class Made:
    """A statement of the report with all that speaks for it.

    Attributes
    ----------
    name, kind : str
    stands : Standing
    told : Estimate
        The number stated, with interval and p where there are any.
    alphas : mapping of variable to alpha
    where : mapping
        The texts that it names: first, last, doc_id; and side and code of a reason.
    """

    name: str
    kind: str
    stands: Standing
    told: Estimate
    alphas: Mapping[str, float] = field(default_factory=dict)
    where: Mapping[str, str] = field(default_factory=dict)

    @property
    def about(self) -> str:
        """The group that it belongs to."""
        return ABOUT[self.kind]


@once
def made(texts: Study) -> list[Made]:
    """The statements of the report, by what they are about."""
    found = [*_verdict(texts), *_labels(texts), *_apart(texts), *_against_verdict(texts),
             *_mixes(texts), *_leaders(texts), *_more(texts), *_context(texts)]  # fmt: skip
    return sorted(found, key=lambda one: GROUPS.index(one.about))


@once
def firmness(texts: Study) -> pd.DataFrame:
    """How sure each of them is: its word, why, its four ticks, its tests corrected together."""
    supports = [
        Support(one.name, one.stands.holds, one.stands.ways, one.stands.overturned_by,
                float(one.told.p), dict(one.alphas), unchecked(texts), GROUPS.index(one.about))
        for one in made(texts)
    ]  # fmt: skip
    return strength(supports)


def _alphas(texts: Study, kind: str) -> dict[str, float]:
    known = {role: f"alpha.{role}" for role in USES.get(kind, ())}
    return {role: float(texts.findings[key].value) for role, key in known.items()
            if key in texts.findings and texts.findings[key].value is not None}  # fmt: skip


def _test(texts: Study, key: str) -> float:
    """The p of another chapter, before any correction."""
    found = texts.findings[key].value if key in texts.findings else None
    return math.nan if found is None else float(found)


def _of(texts: Study, s: Statement, told: Estimate, at: Mapping[str, str]) -> Made:
    stands = standing(s, material(texts))
    return Made(s.name, s.kind, stands, told, _alphas(texts, s.kind), at)


# What they are -------------------------------------------------------------------------------


def _verdict(texts: Study) -> Iterator[Made]:
    """That the texts come to these verdicts: one reading of each whole text by each coder."""
    rows = [row for row in story.rows_of(texts) if story.verdict_words(texts, row)[0]]
    if len(rows) < 2:
        return
    ids = [row["doc_id"] for row in rows]
    read = {coding: table.set_index("doc_id")["verdict"].reindex(ids).tolist()
            for coding, table in documents(texts).items() if "verdict" in table}  # fmt: skip
    own = {coding: said == read[FINAL] for coding, said in read.items() if coding != FINAL}
    alike = np.mean(
        [len({said[place] for said in read.values()}) == 1 for place in range(len(ids))]
    )
    ways = Standing(sum(own.values()) + 1, len(own) + 1, 0, overturned(dict(own)))
    yield Made("verdict", "verdict", ways, Estimate(), {"verdict": float(alike)} if own else {})


def _labels(texts: Study) -> Iterator[Made]:
    if texts.has("labels", "labels.label", "labels.place"):
        for s in KINDS["labels"].find(reported_case(material(texts), "labels")):
            yield _of(texts, s, Estimate(s.said, s.of), {})


def _apart(texts: Study) -> Iterator[Made]:
    """The two texts compared whose balances are farthest apart."""
    pairs = compared(texts) if texts.has("claims.valence") else []
    case = reported_case(material(texts), "balance")
    told = dict(zip(case.pairs, KINDS["balance"].told([case])[0], strict=True))  # type: ignore[attr-defined]
    known = {pair: one for pair in pairs if not math.isnan((one := told[pair]).value)}
    if known:
        first, last = max(known, key=lambda pair: abs(known[pair].value))
        one, name = known[first, last], f"balance.{first}.{last}"
        s, p = Statement(name, (first, last), one.value), _test(texts, f"test.{name}")
        yield _of(texts, s, one._replace(p=p), {"first": first, "last": last})


def _against_verdict(texts: Study) -> Iterator[Made]:
    case = reported_case(material(texts), "verdicts")
    for s in KINDS["verdicts"].find(case) if texts.has("claims.valence") else []:
        known, (text,) = case.clusters("sides"), s.texts
        (one,) = KINDS["verdicts"].estimates(s, [case])
        p = leaning_p(known[text], "binding", usual=usual_correlation(known))
        yield _of(texts, s, one._replace(p=p), {"doc_id": text})


def _mixes(texts: Study) -> Iterator[Made]:
    for first, last in compared(texts) if texts.has("claims.frame") else []:
        name = f"mix.{first}.{last}"
        p = _test(texts, f"test.{name}")
        if not math.isnan(p):
            s = Statement(name, (first, last), 0.0)
            yield _of(texts, s, Estimate(p=p), {"first": first, "last": last})


def _leaders(texts: Study) -> Iterator[Made]:
    """What leads on the side of a text's verdict; on both where there is none."""
    if not texts.has("claims.frame", "claims.valence"):
        return
    kind, case = ALL_KINDS[Leads.name], reported_case(material(texts), Leads.name)
    verdicts = case.reading.verdicts
    for s in kind.find(case):
        _, side, rest = s.name.split(".", 2)
        (text,) = s.texts
        if verdicts.get(text, 0) not in (0, 1 if side == "binding" else -1):
            continue
        at = {"doc_id": text, "side": side, "code": rest.removeprefix(f"{text}.")}
        yield _of(texts, s, lead_test(s, case), at)


def _more(texts: Study) -> Iterator[Made]:
    """Which text grants surely more than which, and which speaks surely more through others."""
    needs = {"turn": "claims.argument", "voices": "claims.voice"}
    for name, need in needs.items():
        kind, case = KINDS[name], reported_case(material(texts), name)
        for s in kind.find(case) if texts.has(need) else []:
            (one,) = kind.estimates(s, [case])
            told = one._replace(p=_test(texts, f"test.{s.name}"))
            yield _of(texts, s, told, {"first": s.texts[0], "last": s.texts[1]})


def _context(texts: Study) -> Iterator[Made]:
    """That others read the tie differently in the periods that begin with these texts."""
    found = [_test(texts, key) for key in CUTS]
    known = [p for p in found if not math.isnan(p)]
    if known:
        ways = Standing(sum(p < CLEAR for p in known), len(known), 0, None)
        alpha = _test(texts, "context.alpha.direction")
        alphas: dict[str, Any] = {} if math.isnan(alpha) else {"direction": alpha}
        yield Made("context", "context", ways, Estimate(p=found[0]), alphas)
