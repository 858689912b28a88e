"""The language that is spoken here: what a study, a page or a chart writes its words in."""

from __future__ import annotations

from contextvars import ContextVar

_SPOKEN: ContextVar[str] = ContextVar("language", default="en")
#: Languages that are written from right to left.
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "ckb", "yi", "dv"})


def speak(lang: str) -> None:
    """Choose the language of this process, until another is chosen."""
    _SPOKEN.set(lang)


def spoken() -> str:
    """The language chosen last; English at first."""
    return _SPOKEN.get()


def direction(lang: str) -> str:
    """Which way a language is written: ``ltr`` or ``rtl``.

    >>> direction("fa-IR"), direction("ru")
    ('rtl', 'ltr')
    """
    return "rtl" if lang.partition("-")[0].lower() in RIGHT_TO_LEFT else "ltr"
