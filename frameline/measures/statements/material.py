"""What statements are tested on: the claims of every coding, and what each way of counting keeps.

Every way of counting is a *specification*: a choice of voices, modality, functions, relevance,
coding, unit and denominator. Filters are combined by intersection (each condition stands by
itself), so the rows are chosen by the corpus, once for each option, and each specification costs
a few sums.

Source: Simonsohn, Simmons & Nelson 2020, Nature Human Behaviour 4:1208-1214 (specification curve).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from frameline.measures.balance import sign_marks
from frameline.measures.labels import title_and_body
from frameline.measures.prevalence import codes_of, incidence
from frameline.measures.resampling import Floats, claim_signs, sum_by
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


@dataclass(frozen=True)
class Unit:
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
    codes : tuple of str
        The reasons of the columns of "frame", "binding" and "dividing".
    """

    units: Mapping[str, Unit]
    groups: int
    marks: Mapping[str, Floats]
    kept: Mapping[tuple[str, str], npt.NDArray[np.bool_]]
    verdicts: Mapping[str, int] = field(default_factory=dict)
    differ: Mapping[str, Mapping[str, bool]] = field(default_factory=dict)
    codes: tuple[str, ...] = ()

    def rows(self, spec: Mapping[str, str]) -> npt.NDArray[np.bool_]:
        """The claims that a specification counts."""
        kept = np.ones(len(self.units[UNITS[0]].of), dtype=bool)
        for name, options in FILTERS.items():
            kept[~self.kept[name, spec.get(name, options[0])]] = False
        return kept

    def present(self, rows: npt.NDArray[np.bool_], unit: str, mark: str) -> Floats:
        """Mark which things hold a claim of each kind: things x columns of the mark."""
        things = self.units[unit]
        sums = sum_by(things.of[rows], self.marks[mark][rows], len(things.doc))
        return (sums > 0).astype(float)


@dataclass(frozen=True, eq=False)
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
    seed : int
        Of the random permutations.
    unspecific : frozenset of str
        Codes that name no reason: none of them leads.
    memo : dict
        What several statements ask of the same way of counting, worked out once.
    """

    readings: Mapping[str, Reading]
    documents: pd.DataFrame
    voice: str = "all"
    seed: int = 0
    unspecific: frozenset[str] = frozenset()
    memo: dict[Any, Any] = field(default_factory=dict, repr=False)

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

    def pairs(self, texts: tuple[str, ...]) -> list[tuple[str, str]]:
        """The comparisons that some of the texts leave."""
        if ("pairs", texts) not in self.memo:
            kept = self.documents[self.documents["doc_id"].isin(texts)]
            self.memo["pairs", texts] = steps(kept)
        found: list[tuple[str, str]] = self.memo["pairs", texts]
        return found

    @property
    def coders(self) -> list[str]:
        """The codings other than the final one."""
        return [name for name in self.readings if name != FINAL]


def gather(
    select: Callable[[Any], pd.DataFrame],
    make: Callable[..., Any],
    documents: Mapping[str, pd.DataFrame],
    *,
    codings: Sequence[str] = (FINAL,),
    labels: Mapping[str, pd.DataFrame] | None = None,
    signs: Mapping[str, int] | None = None,
    voice: str = "all",
    seed: int = 0,
    unspecific: Iterable[str] = (),
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
    seed : int
    unspecific : iterable of str
        Codes that name no reason.

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
    return Material(readings, documents[FINAL], voice, seed, frozenset(unspecific))


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
        units[unit] = Unit(of.astype(np.int64), doc[first], group[first].astype(np.int64))
    codes = codes_of(claims["frame"])
    has, coded = incidence(claims["frame"].to_numpy(dtype=object), codes)
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
            for place, side in enumerate(("binding", "dividing"))
        },
    }
    verdicts = {}
    if documents is not None and "verdict" in documents:
        said = zip(documents["doc_id"], documents["verdict"], strict=True)
        verdicts = {text: int((signs or {}).get(code, 0)) for text, code in said}
    differing = _differing(documents, labels)
    return Reading(units, len(names), marks, kept, verdicts, differing, tuple(codes))


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
