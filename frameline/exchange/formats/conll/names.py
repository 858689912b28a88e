"""CoNLL: what its reader and its writer share."""

from __future__ import annotations

#: The only variable CoNLL knows.
TYPE = "type"
#: Before a document, and the comment that names the next one.
BREAK = "-DOCSTART-"
NAME = "# newdoc id = "
#: The file of documents nobody worked on.
NOBODY = "unknown"
