"""Whether what is counted are machine codes, and whether a person has checked a sample."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from frameline.corpus.audit import Audit, read_audit, read_coders

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
    """Whether the codes are those of machines, and nobody has checked a sample."""
    return machine_coded(texts) and not checked(texts)
