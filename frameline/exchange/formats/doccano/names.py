"""doccano: names that its reader and its writer share."""

from __future__ import annotations

#: The only variable doccano knows.
LABEL = "label"

#: The file of examples nobody worked on, as doccano calls it.
NOBODY = "unknown"

ANSWERS = frozenset("label labels annotations entities cats relations comments Comments".split())

TAKEN = ANSWERS | {"id", "text", "data", "meta"}
