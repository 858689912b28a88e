"""The names under which the output of a notebook cell carries each record."""

from __future__ import annotations

_PREFIX = "application/vnd.frameline."
PROSE_MIME = f"{_PREFIX}prose+json"
FIGURE_MIME = f"{_PREFIX}figure+json"
TABLE_MIME = f"{_PREFIX}table+json"
PANEL_MIME = f"{_PREFIX}panel+json"
FINDINGS_MIME = f"{_PREFIX}findings+json"
EVIDENCE_MIME = f"{_PREFIX}evidence+json"
SWITCH_MIME = f"{_PREFIX}switch+json"
MIMES = (
    PROSE_MIME, FIGURE_MIME, TABLE_MIME, PANEL_MIME, FINDINGS_MIME, EVIDENCE_MIME, SWITCH_MIME,
)  # fmt: skip
