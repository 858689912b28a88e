"""The last cell of a chapter: what it found, and the claims behind its marks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from frameline.record.claim import Claim, claims_record
from frameline.record.findings import Findings
from frameline.record.mime import EVIDENCE_MIME, FINDINGS_MIME


class Rows(Protocol):
    """A table that gives its rows, as a DataFrame does."""

    def to_dict(self, orient: Any) -> Any:
        """The rows by column, for ``records``."""


@dataclass(frozen=True)
class Colophon:
    """The last cell of a chapter: its findings and the claims behind its marks.

    Parameters
    ----------
    findings : Findings
    evidence : DataFrame or iterable of mapping
        As ``corpus.evidence(ids)`` gives it: claim_id, name, place, codes, anchor, gist.
    """

    findings: Findings
    evidence: Rows | Iterable[Mapping[str, Any]] = ()

    @property
    def claims(self) -> list[Claim]:
        """The claims behind the marks of the chapter."""
        rows = self.evidence
        listed = rows if isinstance(rows, Iterable) and not hasattr(rows, "to_dict") else (
            rows.to_dict("records")  # type: ignore[union-attr]
        )  # fmt: skip
        return [Claim.of_row(row) for row in listed]

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        claims = self.claims
        return {
            "text/plain": f"{len(self.findings)} findings, {len(claims)} claims behind them",
            FINDINGS_MIME: self.findings.record(),
            EVIDENCE_MIME: claims_record(claims),
        }
