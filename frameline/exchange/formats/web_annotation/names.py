"""W3C Web Annotation: names that its reader and its writer share."""

from __future__ import annotations

DOCUMENT = "urn:frameline:document:"

CODE = "urn:frameline:code:"
