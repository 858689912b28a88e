"""What the exhibits of this chapter share: the statements, and how each fares when counted anew."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from frameline.corpus import Filter
from frameline.exhibits.registry import Block
from frameline.exhibits.study import Study, once
from frameline.measures import statements as measure
from frameline.measures.statements import FINAL, KINDS, PAIRS, Material, Statement
from frameline.measures.steps import steps
from frameline.record.findings import Finding

_STATEMENT = "statement."


# The statements -------------------------------------------------------------------------------


@once
def quoted(texts: Study) -> dict[str, Finding]:
    """The statements that other chapters made, by name; none where they are of another corpus."""
    return {found.key.removeprefix(_STATEMENT): found for found in texts.quotable()}


def _texts_named(finding: Finding) -> list[str]:
    keys = [part.key for part in finding.segments]
    return [key.removeprefix("name.") for key in keys if key.startswith("name.")]


@once
def labels(texts: Study) -> dict[str, pd.DataFrame]:
    """Mentions of labels in each coding; empty where none are coded."""
    if not texts.has("labels", "labels.label", "labels.place"):
        return {}
    known = [c for c in _codings(texts) if c == FINAL or c in texts.label_codings]
    return {c: texts.layer("labels", coding=c) for c in known}


@once
def documents(texts: Study) -> dict[str, pd.DataFrame]:
    """What is coded for whole texts, in each coding."""
    known = [c for c in _codings(texts) if c == FINAL or c in texts.document_codings]
    return {c: texts.layer("documents", coding=c) for c in known}


def _codings(texts: Study) -> list[str]:
    others = [c for c in texts.codings if c != texts.coding]
    return [FINAL, *others] if len(texts.codings) > 1 else [FINAL]


@once
def material(texts: Study) -> Material:
    """The claims of every coding, with what each way of counting keeps of them."""
    verdict = texts.codebook.role("verdict", "documents")
    signs = verdict.flag("sign") if verdict else {}
    reasons = texts.codebook.role("frame")
    return measure.gather(
        texts.select, Filter, documents(texts), codings=_codings(texts), labels=labels(texts),
        signs=signs, voice=texts.where.voice, seed=texts.seed,
        unspecific=reasons.flagged("unspecific") if reasons else (),
    )  # fmt: skip


@once
def statements(texts: Study) -> list[Statement]:
    """What the chapters state, as far as it can be tested."""
    made = {name: _texts_named(finding) for name, finding in quoted(texts).items()}
    return measure.find_statements(material(texts), made)


@once
def pair_kinds(texts: Study) -> list[str]:
    """The kinds of statements about pairs that this corpus has codes and comparisons for."""
    found = material(texts)
    needs = {"balance": "claims.valence", "mix": "claims.frame"}
    paired = bool(found.pairs(found.texts))
    return [kind for kind in PAIRS if paired and texts.has(needs[kind])]


# How they fare --------------------------------------------------------------------------------


@once
def curves(texts: Study) -> dict[str, pd.DataFrame]:
    """Each statement in every way of counting."""
    return {s.name: measure.specify(s, material(texts)) for s in statements(texts)}


@once
def fates(texts: Study) -> pd.DataFrame:
    """In how many ways each statement holds; a row for each that any way can test."""
    return measure.survival(curves(texts))


@once
def tested(texts: Study) -> list[Statement]:
    """The statements that at least one way of counting can test."""
    known = set(fates(texts)["statement"])
    return [s for s in statements(texts) if s.name in known]


def count_ways(texts: Study) -> None:
    """Add in how many ways of counting each statement holds."""
    f, table = texts.findings, fates(texts)
    none = {"low": None, "high": None}
    f.add_table(table, "robust.{statement}", "share", unit="share", n="tried", **none)
    f.add_table(table, "robust.{statement}.held", "held", unit="count", n="tried", **none)
    f.add_table(table, "robust.{statement}.tried", "tried", unit="count", n="tried", **none)


def about(s: Statement) -> dict[str, str]:
    """What sentences about a statement are about: it, and the texts that it names."""
    ends = {"first": s.texts[0], "last": s.texts[-1]} if s.texts else {}
    return {"statement": s.name, **ends}


def short(texts: Study, s: Statement) -> Block:
    """A statement in few words; the number that it states becomes a finding."""
    row = about(s)
    unit = {"labels": "count", "reasons": "count", "mix": "number"}.get(s.kind, "net")
    texts.findings.add("said.{statement}", s.said, unit=unit if s.texts else "count", at=row)
    texts.findings.add("said.{statement}.of", s.of, unit="count", at=row)
    side, below = s.name.rpartition(".")[2], bool(s.said < 0)
    return texts.say("short", at=row, kind=s.kind, named=bool(s.texts), side=side, below=below)


# What speaks against them ---------------------------------------------------------------------


def view_of(texts: Study, s: Statement) -> Filter:
    """Which claims a statement is about."""
    return texts.where if KINDS[s.kind].in_voice else Filter()


def claims_against(texts: Study, s: Statement) -> list[str]:
    """The ids of the claims against a statement, the strongest first; none where none could be."""
    role = texts.codebook.role("argument")
    order: Sequence[str] = role.order if role else ()
    claims = texts.select(view_of(texts, s))
    return measure.against(s, claims, pairs=steps(texts.documents), order=order)


def could_be_against(s: Statement) -> bool:
    """Whether claims, or mentions, could speak against a statement: not against "none differs"."""
    return s.kind in ("labels", "mix", "reasons") or bool(s.texts)


def labels_against(texts: Study) -> pd.DataFrame:
    """The sentences in which an author does use the word of the title."""
    found = measure.against_labels(labels(texts)[FINAL], documents(texts)[FINAL])
    names = texts.codebook.role("label", "labels").labels
    found["name"], found["anchor"] = found["doc_id"].map(texts.names), found["literal"]
    found["place"] = found["block_id"] + " s" + found["sentence"].astype("str")
    found["gist"] = [texts.word("calls-it", label=names.get(c, c)) for c in found["label"]]
    return found
