"""Headline statements as tests: which hold under other choices, without each text, each coder?

A statement is what a chapter says first. Each kind has an estimate and a rule for when it holds:

==========  ===============================================  ===================================
kind        estimate                                         holds when the estimate
==========  ===============================================  ===================================
verdicts    net valence of the text, turned round where a    has the sign stated
            coding gives it the opposite verdict
balance     net valence of the second text minus the first   has the sign stated
widest      size of this difference, minus the largest size  is above 0
            in another comparison of the report
reasons     comparisons in which no reason that most often   is as large a share of the
            binds (or divides) in one text does so in the    comparisons as stated
            other
mix         comparisons whose mix of reasons is beyond       is as large a share of the
            chance (permutation of paragraphs, Holm)         comparisons as stated
voices      share of other voices in the text, minus the     is above 0
            largest such share in another text
turn        the same with claims that the author concedes    is above 0
labels      texts whose leading labels in title and body     is as large a share of the texts with
            differ                                           both labels as stated
==========  ===============================================  ===================================

A count that is stated as none holds only where it is none. "As large a share", because leaving a
text out leaves fewer texts and comparisons. Texts too short to compare are listed by the chapters
and never compared: they are no "other text" here.

Every way of counting is a *specification*: a choice of voices, modality, functions, relevance,
coding, unit and denominator. Filters are combined by intersection (each condition stands by
itself), so the rows are chosen by the corpus, once for each option, and each specification costs
a few sums.

Sources: Simonsohn, Simmons & Nelson 2020, Nature Human Behaviour 4:1208-1214 (specification
curve); design paper OUTLINE, chapter 10 and section C.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from frameline.measures.balance import SIDES, net, sign_marks
from frameline.measures.labels import label_use, title_and_body
from frameline.measures.leaders import leading_codes
from frameline.measures.prevalence import codes_of, incidence, ratio
from frameline.measures.resampling import (
    MIN_GROUPS,
    Floats,
    claim_signs,
    holm,
    permutation_p,
    sum_by,
)
from frameline.measures.robustness import FAILS, HOLDS, NOT_APPLICABLE, share_holding
from frameline.measures.shift import ALPHA, Text, divergence_null, permute
from frameline.measures.steps import steps

FINAL = "final"

FILTERS: Mapping[str, tuple[str, ...]] = {
    "voice": ("all", "own"),
    "modality": ("no questions", "assertions"),
    "function": ("all", "no facts", "verdicts"),
    "relevance": ("counted", "all"),
}
"""Choices of rows; the first option of each is what the chapters report."""

OPEN = dict.fromkeys(FILTERS, "all")

UNITS = ("claims", "sentences", "paragraphs")
"""What is counted: claims, or sentences and paragraphs that hold at least one such claim."""

OUT, IN = "left out", "counted"
"""Ambivalent claims in the denominator of net valence."""

CODED, COUNTED = "as coded", "as counted"
"""Leading labels: as coded for the whole text, or the commonest of the single mentions."""

KINDS: Mapping[str, tuple[str, ...]] = {
    "labels": ("labels", "coding"),
    "verdicts": ("voice", "modality", "function", "relevance", "coding", "unit"),
    "balance": ("voice", "modality", "function", "relevance", "coding", "unit", "ambivalent"),
    "widest": ("voice", "modality", "function", "relevance", "coding", "unit", "ambivalent"),
    "reasons": ("voice", "modality", "function", "relevance", "coding", "unit"),
    "mix": ("voice", "modality", "function", "relevance", "coding", "unit"),
    "voices": ("modality", "function", "relevance", "coding", "unit"),
    "turn": ("voice", "modality", "function", "relevance", "coding", "unit"),
}
"""The choices that make sense for each kind of statement, in the order of the report."""

COUNTS = ("labels", "reasons", "mix")
RANKS = {"voices": "other", "turn": "conceded"}

DEALS = 199
"""Permutations in each specification; the report's own test has many more."""

MOST = 6
"""Claims against a statement that are printed."""


@dataclass(frozen=True)
class Statement:
    """What a chapter says, as far as it can be tested.

    Attributes
    ----------
    name : str
        As in the finding ``statement.<name>``: "balance", "verdicts.0", "reasons.binding".
    texts : tuple of str
        The texts it names: one; from and to; for "mix" from and to of each comparison beyond
        chance, one after the other.
    said : float
        The estimate it states.
    of : int
        For counts: of how many texts or comparisons.
    """

    name: str
    texts: tuple[str, ...] = ()
    said: float = math.nan
    of: int = 1

    @property
    def kind(self) -> str:
        """The kind of statement, a key of `KINDS`."""
        return self.name.partition(".")[0]

    def holds(self, estimate: float, of: float = 1) -> bool | None:
        """Say whether it holds at this estimate; None where there is none.

        Examples
        --------
        >>> Statement("mix", said=1, of=4).holds(1, of=3), Statement("mix", said=0).holds(1)
        (True, False)
        >>> Statement("balance", ("a", "b"), -0.4).holds(-0.1)
        True
        """
        if math.isnan(estimate) or of == 0:
            return None
        if self.kind in COUNTS:
            share, stated = estimate / of, self.said / self.of
            return bool(share >= stated - 1e-9) if stated > 0 else bool(share <= 1e-9)
        if self.kind in (*RANKS, "widest"):
            return bool(estimate > 1e-9)
        return bool(estimate * self.said > 0)


@dataclass(frozen=True)
class _Unit:
    """The things counted: for each claim its thing, for each thing its text and paragraph."""

    of: npt.NDArray[np.int64]
    doc: npt.NDArray[np.int64]
    group: npt.NDArray[np.int64]


@dataclass(frozen=True)
class Reading:
    """One coding of all claims, as arrays.

    Attributes
    ----------
    units : mapping
        Of `UNITS` to what is counted.
    marks : mapping
        "sides" (binding, dividing, ambivalent), "other" voices, "conceded", "frame" (its codes),
        "binding" and "dividing" (the codes of claims on that side): columns of 0/1, the last says
        whether the claim is in the denominator.
    kept : mapping (choice, option) -> array of bool
        The claims that each filter keeps.
    verdicts : mapping
        Text to the sign of its overall verdict.
    differ : mapping
        "as coded" and "as counted" to {text: whether title and body label differ}.
    """

    units: Mapping[str, _Unit]
    groups: int
    marks: Mapping[str, Floats]
    kept: Mapping[tuple[str, str], npt.NDArray[np.bool_]]
    verdicts: Mapping[str, int] = field(default_factory=dict)
    differ: Mapping[str, Mapping[str, bool]] = field(default_factory=dict)

    def rows(self, spec: Mapping[str, str]) -> npt.NDArray[np.bool_]:
        """The claims that a specification counts."""
        kept = np.ones(len(self.units[UNITS[0]].of), dtype=bool)
        for name, options in FILTERS.items():
            kept[~self.kept[name, spec.get(name, options[0])]] = False
        return kept

    def matters(self, kind: str) -> npt.NDArray[np.bool_]:
        """The claims that can enter this kind of statement at all."""
        if kind in ("verdicts", "balance", "widest"):
            return self.marks["sides"][:, :3].sum(axis=1) > 0
        return self.marks["frame" if kind in ("reasons", "mix") else "other"][:, -1] > 0

    def present(self, rows: npt.NDArray[np.bool_], unit: str, mark: str) -> Floats:
        """Mark which things hold a claim of each kind: things x columns of the mark."""
        things = self.units[unit]
        sums = sum_by(things.of[rows], self.marks[mark][rows], len(things.doc))
        return (sums > 0).astype(float)


@dataclass(frozen=True)
class Material:
    """All that statements are tested on: the codings, the texts, and how the chapters counted.

    Attributes
    ----------
    readings : mapping
        Coding to `Reading`, the final coding first.
    documents : DataFrame
        doc_id, and too_short where given, in date order.
    voice : str
        The voices that the chapters counted ("all" or "own").
    deals, seed : int
        Permutations of paragraphs, and their seed.
    """

    readings: Mapping[str, Reading]
    documents: pd.DataFrame
    voice: str = "all"
    deals: int = DEALS
    seed: int = 0

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Ids of the texts, in date order."""
        return tuple(self.documents["doc_id"])

    @cached_property
    def comparable(self) -> frozenset[str]:
        """Ids of the texts that are long enough to compare."""
        table = self.documents
        if "too_short" in table:
            table = table[~table["too_short"].astype("boolean").fillna(False)]
        return frozenset(table["doc_id"])

    @cached_property
    def _known_pairs(self) -> dict[tuple[str, ...], list[tuple[str, str]]]:
        return {}

    def pairs(self, texts: tuple[str, ...]) -> list[tuple[str, str]]:
        """The comparisons that some of the texts leave."""
        if texts not in self._known_pairs:
            kept = self.documents[self.documents["doc_id"].isin(texts)]
            self._known_pairs[texts] = steps(kept)
        return self._known_pairs[texts]

    @property
    def coders(self) -> list[str]:
        """The codings other than the final one."""
        return [name for name in self.readings if name != FINAL]


@dataclass(frozen=True)
class _Case:
    """One specification to work out: the claims, the texts and comparisons, how to count."""

    material: Material
    reading: Reading
    rows: npt.NDArray[np.bool_]
    spec: Mapping[str, str]
    texts: tuple[str, ...]
    pairs: Sequence[tuple[str, str]]

    def by_text(self, mark: str) -> dict[str, Floats]:
        """Sums of a mark for each text; a text without anything to count has zeros."""
        unit = self.spec.get("unit", UNITS[0])
        present = self.reading.present(self.rows, unit, mark)
        order = self.material.texts
        sums = sum_by(self.reading.units[unit].doc, present, len(order))
        return {text: sums[place] for place, text in enumerate(order) if text in self.texts}


# What is tested on -----------------------------------------------------------------------------


def gather(
    select: Callable[[Any], pd.DataFrame],
    make: Callable[..., Any],
    documents: Mapping[str, pd.DataFrame],
    *,
    codings: Sequence[str] = (FINAL,),
    labels: Mapping[str, pd.DataFrame] | None = None,
    signs: Mapping[str, int] | None = None,
    voice: str = "all",
    deals: int = DEALS,
    seed: int = 0,
) -> Material:
    """Lay out the claims of every coding, with what each filter keeps.

    Parameters
    ----------
    select : function of a filter
        Gives the claims (a corpus's ``select``).
    make : function
        Makes a filter of voice, modality, function, relevance and coding.
    documents : mapping coding -> DataFrame
        doc_id and where coded verdict, title_label, body_label; "final" has all texts in date
        order, and too_short.
    codings : sequence of str
        "final" first, then the coders.
    labels : mapping coding -> DataFrame, optional
        Mentions of labels, as `frameline.measures.labels.title_and_body` takes them.
    signs : mapping, optional
        Code of the verdict to its sign.
    voice : str
        The voices that the chapters counted.
    deals, seed : int

    Returns
    -------
    Material
    """
    order = list(documents[FINAL]["doc_id"])
    readings = {}
    for coding in codings:
        claims = select(make(**OPEN, coding=coding))
        kept = {
            (name, option): np.ones(len(claims), dtype=bool) if option == OPEN[name]
            else claims["claim_id"]
            .isin(select(make(**{**OPEN, name: option}, coding=coding))["claim_id"])
            .to_numpy(dtype=bool)
            for name, options in FILTERS.items()
            for option in options
        }  # fmt: skip
        readings[coding] = read(
            claims, kept, order, documents.get(coding), (labels or {}).get(coding), signs or {}
        )
    return Material(readings, documents[FINAL], voice, deals, seed)


def read(
    claims: pd.DataFrame,
    kept: Mapping[tuple[str, str], npt.NDArray[np.bool_]],
    order: Sequence[str],
    documents: pd.DataFrame | None = None,
    labels: pd.DataFrame | None = None,
    signs: Mapping[str, int] | None = None,
) -> Reading:
    """Turn one coding into arrays.

    Parameters
    ----------
    claims : DataFrame, one row per claim
        doc_id, unit_id, para_group, frame, sign, own, conceded.
    kept : mapping (choice, option) -> array of bool, one per claim
    order : sequence of str
        Ids of all texts.
    documents, labels, signs
        As in `gather`, of this coding.

    Returns
    -------
    Reading
    """
    place = {text: number for number, text in enumerate(order)}
    doc = np.array([place[text] for text in claims["doc_id"]], dtype=np.int64)
    names, group = np.unique(claims["para_group"].astype(str), return_inverse=True)
    things = {
        "claims": np.arange(len(claims)),
        "sentences": pd.factorize(claims["unit_id"])[0],
        "paragraphs": group,
    }
    units = {}
    for unit, of in things.items():
        first = np.unique(of, return_index=True)[1]
        units[unit] = _Unit(of.astype(np.int64), doc[first], group[first].astype(np.int64))
    has, coded = incidence(claims["frame"].to_numpy(dtype=object), codes_of(claims["frame"]))
    everything = np.ones((len(claims), 1))
    flags = {name: claims[name].to_numpy(dtype=float)[:, None] for name in ("own", "conceded")}
    signs_of = sign_marks(claim_signs(claims))
    marks = {
        "sides": np.hstack([signs_of, everything]),
        "other": np.hstack([1 - flags["own"], everything]),
        "conceded": np.hstack([flags["conceded"], everything]),
        "frame": np.hstack([has, coded[:, None]]),
        **{
            side: np.hstack([has * signs_of[:, [place]], coded[:, None]])
            for place, side in enumerate(SIDES)
        },
    }
    verdicts = {}
    if documents is not None and "verdict" in documents:
        said = zip(documents["doc_id"], documents["verdict"], strict=True)
        verdicts = {text: int((signs or {}).get(code, 0)) for text, code in said}
    return Reading(units, len(names), marks, kept, verdicts, _differing(documents, labels))


def _differing(
    documents: pd.DataFrame | None, labels: pd.DataFrame | None
) -> dict[str, dict[str, bool]]:
    """Say for each text whether title and body differ, by codes of the text and by mentions."""
    if documents is None or labels is None:
        return {}
    tables = {CODED: documents, COUNTED: documents[["doc_id"]]}
    found = {how: title_and_body(labels, table).dropna(subset="differ") for how, table in
             tables.items()}  # fmt: skip
    return {
        how: dict(zip(table["doc_id"], table["differ"].astype(bool), strict=True))
        for how, table in found.items()
    }


# Estimates -------------------------------------------------------------------------------------


def _nets(case: _Case) -> dict[str, float]:
    ambivalent = case.spec.get("ambivalent", OUT) == IN
    sums = case.by_text("sides")
    return {text: float(net(row[:3], ambivalent=ambivalent)) for text, row in sums.items()}


def _leaning(case: _Case, statement: Statement) -> tuple[float, float]:
    (text,) = statement.texts
    # the statement sets the claims against the verdict: a coder's other verdict turns it round
    against = -np.sign(statement.said) * case.reading.verdicts.get(text, 0)
    return _nets(case)[text] * against, 1


def _apart(case: _Case, statement: Statement) -> tuple[float, float]:
    start, end = statement.texts
    values = _nets(case)
    return values[end] - values[start], 1


def _wider(case: _Case, statement: Statement) -> tuple[float, float]:
    values = _nets(case)
    sizes = {pair: abs(values[pair[1]] - values[pair[0]]) for pair in case.pairs}
    start, end = statement.texts
    named = sizes.pop((start, end), abs(values[end] - values[start]))
    rest = [size for size in sizes.values() if not math.isnan(size)]
    return (named - max(rest) if rest else math.nan), 1


def _shares(case: _Case, mark: str) -> dict[str, float]:
    return {text: float(ratio(row[0], row[1])) for text, row in case.by_text(mark).items()}


def _ahead(case: _Case, statement: Statement) -> tuple[float, float]:
    (text,) = statement.texts
    shares = _shares(case, RANKS[statement.kind])
    rest = [shares[t] for t in _comparable(case) if t != text and not math.isnan(shares[t])]
    return (shares[text] - max(rest) if rest else math.nan), 1


def _beyond(case: _Case) -> list[tuple[str, str]] | None:
    """The comparisons whose mix of reasons is further apart than chance; None if none is tested.

    The test is that of `frameline.measures.shift.step_tests`.
    """
    unit = case.spec.get("unit", UNITS[0])
    present = case.reading.present(case.rows, unit, "frame")
    things = case.reading.units[unit]
    by_group = sum_by(things.group, present, case.reading.groups)
    # Holm needs p below alpha / comparisons, and a permutation p is at least 1 / (deals + 1)
    deals = max(case.material.deals, math.ceil(2 * len(case.pairs) / ALPHA) - 1)
    p = []
    for pair in case.pairs:
        sides = []
        for text in pair:
            place = case.material.texts.index(text)
            groups = np.unique(things.group[things.doc == place])
            sides.append(Text(text, np.empty(0, dtype=np.int64), groups))
        if min((by_group[side.groups, -1] > 0).sum() for side in sides) < MIN_GROUPS:
            p.append(math.nan)
            continue
        hits, total = by_group[:, :-1], by_group[:, -1]
        first, second = sides
        splits = permute(hits, total, first, second, deals, case.material.seed)
        js, null = divergence_null(*splits)
        p.append(float(permutation_p(js, null, two_sided=False)))
    if all(math.isnan(value) for value in p):
        return None
    return [pair for pair, value in zip(case.pairs, holm(p), strict=True) if value < ALPHA]


def _leaders(case: _Case, side: str) -> dict[str, frozenset[int]]:
    """The reasons that most of a text's claims on one side give, ties included."""
    counts = {text: row[:-1] for text, row in case.by_text(side).items()}
    return {
        text: frozenset(np.flatnonzero(leading_codes(row[None])[0])) for text, row in counts.items()
    }


def _led(case: _Case, statement: Statement) -> tuple[float, float]:
    leaders = _leaders(case, statement.name.partition(".")[2])
    known = [(leaders[a], leaders[b]) for a, b in case.pairs if leaders[a] and leaders[b]]
    return (float(sum(not a & b for a, b in known)) if known else math.nan), len(known)


def _mixed(case: _Case, statement: Statement) -> tuple[float, float]:
    found = _beyond(case)
    return (math.nan if found is None else len(found)), len(case.pairs)


def _called(case: _Case, statement: Statement) -> tuple[float, float]:
    differ = case.reading.differ.get(case.spec.get("labels", CODED), {})
    known = [value for text, value in differ.items() if text in case.texts]
    return (float(sum(known)) if known else math.nan), len(known)


_ESTIMATES: Mapping[str, Callable[[_Case, Statement], tuple[float, float]]] = {
    "labels": _called,
    "verdicts": _leaning,
    "balance": _apart,
    "widest": _wider,
    "reasons": _led,
    "mix": _mixed,
    "voices": _ahead,
    "turn": _ahead,
}


def _case(material: Material, spec: Mapping[str, str], texts: tuple[str, ...]) -> _Case:
    reading = material.readings[spec.get("coding", FINAL)]
    return _Case(material, reading, reading.rows(spec), spec, texts, material.pairs(texts))


def options(material: Material, kind: str) -> dict[str, list[str]]:
    """List the choices that make a difference for a kind of statement, the reported ones first.

    Parameters
    ----------
    material : Material
    kind : str
        A key of `KINDS`.

    Returns
    -------
    dict choice -> options
        Without options that keep the same claims, or count the same things, as an earlier one in
        every coding (a corpus without questions, say), and without choices left with one option.
    """
    readings = list(material.readings.values())
    found: dict[str, list[str]] = {}
    same: list[list[Any]]
    for name in KINDS[kind]:
        if name in FILTERS:
            offered = _first(FILTERS[name], _reported(material, kind).get(name))
            same = [
                [r.kept[name, option][r.matters(kind)].tobytes() for r in readings]
                for option in offered
            ]
        elif name == "unit":
            offered = UNITS
            same = [[len(r.units[option].doc) for r in readings] for option in offered]
        elif name == "ambivalent":
            offered = (OUT, IN)
            same = [[bool(r.marks["sides"][:, 2].any()) and option == IN for r in readings]
                    for option in offered]  # fmt: skip
        else:
            offered = (CODED, COUNTED)
            if name == "coding":
                offered = tuple(
                    c for c, r in material.readings.items() if kind != "labels" or r.differ
                )
            same = [[option] for option in offered]
        kept = [o for i, o in enumerate(offered) if same[i] not in same[:i]]
        if len(kept) > 1:
            found[name] = kept
    return found


def _reported(material: Material, kind: str) -> dict[str, str]:
    """The filters that differ from the first options in what the chapters report."""
    if kind == "verdicts":
        return {"voice": "own"}
    return {"voice": material.voice} if kind in ("balance", "widest", "reasons", "mix") else {}


def _first(values: Sequence[str], first: str | None) -> tuple[str, ...]:
    return tuple(sorted(values, key=lambda value: value != first)) if first else tuple(values)


# The statements --------------------------------------------------------------------------------


def find_statements(
    material: Material,
    *,
    named: Mapping[str, Sequence[str]] | None = None,
    said: Mapping[str, float] | None = None,
) -> list[Statement]:
    """Work out which statements the chapters make, and what exactly they state.

    Parameters
    ----------
    material : Material
    named : mapping statement -> texts, optional
        The texts that a statement already made names ("balance", "voices", "turn",
        "verdicts.0"); where it is silent the texts are found as the chapters find them.
    said : mapping statement -> number, optional
        The number that a statement already made states ("labels", "reasons.binding", "mix").

    Returns
    -------
    list of Statement
        In the order of `KINDS`; those that the corpus has something for.
    """
    known = {
        name: tuple(texts)
        for name, texts in (named or {}).items()
        if texts and set(texts) <= set(material.texts)
    }
    cases = {kind: _case(material, _reported(material, kind), material.texts) for kind in KINDS}
    found = [
        *_count_of_labels(cases["labels"]),
        *_against_verdicts(cases["verdicts"], known),
        *_widest(cases["balance"], known),
        *_led_by_others(cases["reasons"]),
        *_separated(cases["mix"]),
        *_foremost(cases["voices"], "voices", known),
        *_foremost(cases["turn"], "turn", known),
    ]
    return [
        Statement(s.name, s.texts, (said or {}).get(s.name, s.said), s.of)
        if s.kind in COUNTS else s
        for s in found
    ]  # fmt: skip


def _count_of_labels(case: _Case) -> list[Statement]:
    count, of = _called(case, Statement("labels"))
    return [Statement("labels", (), count, int(of))] if of else []


def _comparable(case: _Case) -> list[str]:
    return [text for text in case.texts if text in case.material.comparable]


def _against_verdicts(case: _Case, named: Mapping[str, tuple[str, ...]]) -> list[Statement]:
    values = _nets(case)
    given = {name: texts[0] for name, texts in named.items() if name.startswith("verdicts.")}
    if not given:
        verdicts = case.reading.verdicts
        texts = [t for t in _comparable(case) if values[t] * verdicts.get(t, 0) < 0]
        given = {f"verdicts.{i}": text for i, text in enumerate(texts)}
    return [Statement(name, (text,), values[text]) for name, text in given.items()]


def _widest(case: _Case, named: Mapping[str, tuple[str, ...]]) -> list[Statement]:
    values = _nets(case)
    pairs = [tuple(named["balance"][:2])] if len(named.get("balance", ())) > 1 else case.pairs
    known = [p for p in pairs if not math.isnan(values[p[1]] - values[p[0]])]
    if not known:
        return []
    start, end = max(known, key=lambda pair: abs(values[pair[1]] - values[pair[0]]))
    diff = values[end] - values[start]
    if not diff:
        return []
    found = [Statement("balance", (start, end), diff)]
    if len(case.pairs) > 1:
        widest = Statement("widest", (start, end))
        found.append(Statement("widest", (start, end), _wider(case, widest)[0]))
    return found


def _led_by_others(case: _Case) -> list[Statement]:
    found = []
    for side in SIDES:
        name = f"reasons.{side}"
        count, of = _led(case, Statement(name))
        found += [Statement(name, (), count, int(of))] if of else []
    return found


def _separated(case: _Case) -> list[Statement]:
    found = _beyond(case) if case.pairs else None
    if found is None:
        return []
    texts = tuple(text for pair in found for text in pair)
    return [Statement("mix", texts, len(found), len(case.pairs))]


def _foremost(case: _Case, kind: str, named: Mapping[str, tuple[str, ...]]) -> list[Statement]:
    known = _shares(case, RANKS[kind])
    shares = {text: known[text] for text in _comparable(case) if not math.isnan(known[text])}
    if len(shares) < 2 or max(shares.values()) == 0:
        return []
    text = named[kind][0] if kind in named else max(shares, key=lambda text: shares[text])
    statement = Statement(kind, (text,))
    return [Statement(kind, (text,), _ahead(case, statement)[0])]


# Tests -----------------------------------------------------------------------------------------


def specify(statement: Statement, material: Material) -> pd.DataFrame:
    """Work a statement out under every combination of the choices that make sense for it.

    Question: does the statement depend on how we chose to count?

    Parameters
    ----------
    statement : Statement
    material : Material

    Returns
    -------
    DataFrame, one row per specification, the reported one first
        [one column per choice, n, estimate, holds]: n counts the claims selected (for labels the
        texts with both labels); holds is boolean, <NA> where there is no estimate.
    """
    choices = options(material, statement.kind)
    estimate = _ESTIMATES[statement.kind]
    fixed = _reported(material, statement.kind)
    rows = []
    for levels in product(*choices.values()):
        spec = {**fixed, **dict(zip(choices, levels, strict=True))}
        case = _case(material, spec, material.texts)
        value, of = estimate(case, statement)
        n = of if statement.kind == "labels" else int(case.rows.sum())
        rows.append((*levels, n, value, statement.holds(value, of)))
    table = pd.DataFrame(rows, columns=[*choices, "n", "estimate", "holds"])
    table["n"], table["estimate"] = table["n"].astype(int), table["estimate"].astype(float)
    table["holds"] = pd.Series(list(table["holds"]), index=table.index, dtype="boolean")
    return table


def survival(curves: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Count in how many specifications each statement holds, and where it holds least.

    Parameters
    ----------
    curves : mapping statement -> what `specify` gives

    Returns
    -------
    DataFrame, one row per statement that has any estimate
        [statement, held, tried, share, survives, choice, option, option_share]: the option under
        which it holds least often ("" and 1 where it always holds).

    Examples
    --------
    >>> curve = pd.DataFrame({"voice": ["all", "own"], "n": 3, "estimate": [0.2, -0.1],
    ...                       "holds": pd.array([True, False], dtype="boolean")})
    >>> survival({"balance": curve})[["held", "tried", "choice", "option"]].values.tolist()
    [[1, 2, 'voice', 'own']]
    """
    rows = []
    for name, curve in curves.items():
        whole = share_holding(curve).iloc[0]
        if not whole["tried"]:
            continue
        weakest = ("", "", 1.0)
        for choice in [c for c in curve.columns if c not in ("n", "estimate", "holds")]:
            for option in share_holding(curve, by=choice).to_dict("records"):
                if option["tried"] and option["share"] < weakest[2]:
                    weakest = (choice, str(option[choice]), float(option["share"]))
        rows.append(
            (name, int(whole["held"]), int(whole["tried"]), float(whole["share"]),
             bool(whole["survives"]), *weakest)
        )  # fmt: skip
    columns = [
        "statement", "held", "tried", "share", "survives", "choice", "option", "option_share",
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def leave_out(statements: Sequence[Statement], material: Material) -> pd.DataFrame:
    """Check each statement without each text, and without each coder.

    Question: which statements survive the loss of which text, and of which coder?

    Parameters
    ----------
    statements : sequence of Statement
    material : Material

    Returns
    -------
    DataFrame, one row per statement
        [statement, all, one column per text id, one column "coder <name>" per coder]: "holds",
        "fails" or "n.a." (the statement names the text, or nothing is left to compare). Without
        a coder the statement is judged by the average of the other coders' own codings, which
        were never adjudicated; these columns need two coders.
    """
    rows = []
    for statement in statements:
        row = {"statement": statement.name, "all": _without_text(statement, material, "")}
        row |= {text: _without_text(statement, material, text) for text in material.texts}
        if len(material.coders) > 1:
            row |= {f"coder {c}": _without_coder(statement, material, c) for c in material.coders}
        rows.append(row)
    return pd.DataFrame(rows)


_WORDS = {True: HOLDS, False: FAILS, None: NOT_APPLICABLE}


def _without_text(statement: Statement, material: Material, text: str) -> str:
    if text in statement.texts and statement.kind not in COUNTS:
        return NOT_APPLICABLE
    texts = tuple(other for other in material.texts if other != text)
    case = _case(material, _reported(material, statement.kind), texts)
    return _WORDS[statement.holds(*_ESTIMATES[statement.kind](case, statement))]


def _without_coder(statement: Statement, material: Material, coder: str) -> str:
    results = []
    for other in material.coders:
        if other != coder:
            spec = {**_reported(material, statement.kind), "coding": other}
            case = _case(material, spec, material.texts)
            results.append(_ESTIMATES[statement.kind](case, statement))
    estimate, of = np.mean(results, axis=0)
    return _WORDS[statement.holds(float(estimate), float(of))]


# What speaks against a statement ---------------------------------------------------------------


def against(
    statement: Statement,
    claims: pd.DataFrame,
    *,
    pairs: Sequence[tuple[str, str]] = (),
    order: Sequence[str] = (),
) -> list[str]:
    """List the claims that speak against a statement, the author's own main points first.

    Question: what would someone quote who doubts the statement?

    Parameters
    ----------
    statement : Statement
        Any but "labels", whose counter-evidence is no claims (see `against_labels`).
    claims : DataFrame, one row per claim in reading order
        claim_id, doc_id, sign, own, conceded, verdict, frame; argument where coded.
    pairs : list of (from, to)
        The comparisons, for "mix".
    order : sequence of str
        Codes of the argument role in the codebook's order, which begins with the author's own
        point.

    Returns
    -------
    list of claim ids
        Verdicts: the author's claims in the text with the other sign. Balance: claims that pull
        the difference to 0, in both texts. Reasons: claims on the side that give the reason which
        leads in the text compared with. Mix: claims of the texts told apart that give a reason
        which both give; where none is told apart, claims whose reason only one of the two gives.
        Voices, turn: other voices, or concessions, in the other texts. Sorted: author's own voice
        first, then role in the argument, then reasons and verdicts before other functions, then
        reading order.

    Examples
    --------
    >>> claims = pd.DataFrame({"claim_id": ["x", "y", "z"], "doc_id": ["a", "a", "b"],
    ...     "sign": [-1.0, 1.0, -1.0], "own": True, "verdict": True, "conceded": False})
    >>> against(Statement("balance", ("a", "b"), -0.5), claims)
    ['x']
    """
    signs, docs = np.nan_to_num(claim_signs(claims)), claims["doc_id"]
    side = float(np.sign(statement.said))
    if statement.kind == "verdicts":
        chosen = docs.isin(statement.texts) & claims["own"] & (signs == -side)
    elif statement.kind in ("balance", "widest"):
        start, end = statement.texts
        chosen = ((docs == end) & (signs == -side)) | ((docs == start) & (signs == side))
    elif statement.kind == "reasons":
        chosen = _against_reasons(statement, claims, pairs)
    elif statement.kind == "mix":
        chosen = _against_mix(statement, claims, pairs)
    else:
        mark = ~claims["own"] if statement.kind == "voices" else claims["conceded"]
        chosen = ~docs.isin(statement.texts) & mark
    rank = {code: place for place, code in enumerate(order)}
    found = claims[chosen]
    role = found.get("argument", pd.Series("", index=found.index))
    keys = [~found["verdict"], role.map(lambda code: rank.get(code, len(rank))), ~found["own"]]
    place = np.lexsort([key.to_numpy(dtype=float) for key in keys])
    return found["claim_id"].iloc[place].tolist()


def _against_reasons(
    statement: Statement, claims: pd.DataFrame, pairs: Sequence[tuple[str, str]]
) -> pd.Series:
    """Mark claims on the side that give what leads there in the text compared with."""
    side = claims[np.nan_to_num(claim_signs(claims)) == (1 if "binding" in statement.name else -1)]
    given = side["frame"].fillna("").astype(str).str.split(";")
    counts = given.explode().groupby(side["doc_id"]).value_counts()
    chosen = pd.Series(False, index=claims.index)
    for pair in pairs:
        for text, other in (pair, pair[::-1]):
            if other in counts:
                leaders = set(counts[other].index[counts[other] == counts[other].max()])
                wanted = given[side["doc_id"] == text].map(
                    lambda codes, of=leaders: bool(of & set(codes))
                )
                chosen[wanted.index[wanted]] = True
    return chosen


def _against_mix(
    statement: Statement, claims: pd.DataFrame, pairs: Sequence[tuple[str, str]]
) -> pd.Series:
    """Mark claims whose reason both texts give, or only one where nothing is told apart."""
    apart = list(zip(statement.texts[::2], statement.texts[1::2], strict=True))
    chosen = pd.Series(False, index=claims.index)
    for first, second in apart or pairs:
        rows = {text: claims.loc[claims["doc_id"] == text, "frame"] for text in (first, second)}
        codes = [set(codes_of(values)) for values in rows.values()]
        wanted = codes[0] & codes[1] if apart else codes[0] ^ codes[1]
        for values in rows.values():
            gives = values.map(lambda cell, codes=wanted: bool(codes & set(str(cell).split(";"))))
            chosen[values.index[gives]] = True
    return chosen


def against_labels(labels: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """List the mentions in the body that do use a word of the title.

    Question: where does an author assert what the title says?

    Parameters
    ----------
    labels, documents : DataFrame
        As in `frameline.measures.labels.title_and_body`.

    Returns
    -------
    DataFrame
        The rows of ``labels`` that the author asserts in the body and whose label the title has
        too, in the order given.
    """
    called = title_and_body(labels, documents)
    title = {
        doc: set(families.split(";"))
        for doc, families in zip(called["doc_id"], called["title_labels"], strict=True)
    }
    counts = labels["countable"].isin([True, "yes"]) & (label_use(labels) == "asserted")
    shared = np.array([
        label in title.get(doc, ())
        for doc, label in zip(labels["doc_id"], labels["label"], strict=True)
    ], dtype=bool)  # fmt: skip
    return labels[counts & shared].reset_index(drop=True)
