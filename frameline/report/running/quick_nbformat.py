"""Imports nbformat without the two seconds it spends on grammars of internationalised addresses.

Its schema validator builds 38 of them while it is imported, to check a format that notebooks do
not use. Imported before papermill and nbconvert, this module leaves that one optional package
out, for this import only.
"""

from __future__ import annotations

import sys

_OPTIONAL = "rfc3987_syntax"

if "nbformat" in sys.modules or _OPTIONAL in sys.modules:
    import nbformat
else:
    sys.modules[_OPTIONAL] = None  # type: ignore[assignment]
    try:
        import nbformat
    finally:
        del sys.modules[_OPTIONAL]

__all__ = ["nbformat"]
