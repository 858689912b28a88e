"""The corpus: what it is, reading it, what is wrong with it, and which of its rows count."""

from __future__ import annotations

from typing import Any

__all__ = ["CHOICES", "FINAL", "Corpus", "CorpusError", "Filter", "StepAside", "read_corpus"]


def __getattr__(name: str) -> Any:
    """The names above, imported when first asked for: dates and codebook need no pandas."""
    if name in __all__:
        from frameline.corpus import corpus

        return getattr(corpus, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
