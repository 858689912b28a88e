"""The corpus: what it is, reading it, what is wrong with it, and which of its rows count."""

from __future__ import annotations

from typing import Any

#: Name to the module that has it: imported when first asked for, for dates, codebook and fault
#: need no pandas.
_HOMES = {
    "CHOICES": "filter",
    "FINAL": "filter",
    "Filter": "filter",
    "Corpus": "protocol",
    "CorpusError": "protocol",
    "StepAside": "protocol",
    "read_ahead": "corpus",
    "read_corpus": "corpus",
}
__all__ = [*_HOMES]


def __getattr__(name: str) -> Any:
    """The names above."""
    if name in _HOMES:
        from frameline.corpus import corpus, filter, protocol

        homes = {"corpus": corpus, "filter": filter, "protocol": protocol}
        return getattr(homes[_HOMES[name]], name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
