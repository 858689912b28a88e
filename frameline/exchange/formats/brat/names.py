"""brat: names that its reader and its writer share."""

from __future__ import annotations

CONFIGURATION = "annotation.conf"
