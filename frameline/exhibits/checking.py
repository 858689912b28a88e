"""Whether what is counted are machine codes, and whether a person has checked a sample."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from frameline.corpus.audit import Audit, read_audit, read_coders
from frameline.measures.human_checks import machine_only

if TYPE_CHECKING:
    from frameline.exhibits.study import Study


def audit_of(texts: Study) -> Audit | None:
    """The sample that people check, read once; None where nobody planned one."""
    memo = texts.base.memo
    if "audit" not in memo:
        memo["audit"] = read_audit(texts.corpus.path)
    found: Audit | None = memo["audit"]
    return found


def coders_of(texts: Study) -> pd.DataFrame:
    """Who coded: coders.csv, also of Parquet files."""
    if texts.in_memory:
        table: pd.DataFrame = texts.corpus.coders
        return table
    return read_coders(texts.corpus.path)


def machine_coded(texts: Study) -> bool:
    """Whether all coders are machines."""
    kinds = coders_of(texts)["kind"]
    return bool(len(kinds)) and bool((kinds == "machine").all())


def checked(texts: Study) -> bool:
    """Whether people have answered for a sample with known, or assumed, probabilities."""
    found = audit_of(texts)
    return found is not None and found.known and bool(found.answered)


def unchecked(texts: Study) -> bool:
    """Whether the codes that count are those of machines, which no person has checked.

    A person checks by answering for a sample that was drawn, or by coding enough of the claims.
    """
    memo = texts.base.memo
    if "unchecked" not in memo:
        memo["unchecked"] = not checked(texts) and _by_machines(texts)
    return bool(memo["unchecked"])


def _by_machines(texts: Study) -> bool:
    if not texts.in_memory or not texts.has("claims"):
        return machine_coded(texts)
    coders = coders_of(texts)
    kinds = dict(zip(coders["coder"], coders["kind"], strict=True)) if len(coders) else {}
    return machine_only(texts.corpus.claims, texts.codings, kinds, coding=texts.coding)
