"""The language that is spoken here, and which there are: what chapters, page and charts use."""

from __future__ import annotations

import os
from contextvars import ContextVar
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
#: Names a folder with catalogues of one's own, besides those that the package carries.
OWN_TEXTS = "FRAMELINE_TEXTS"

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


def texts_folder() -> Path:
    """The folder with one folder of messages for each language, as the package carries it."""
    for root in (_PACKAGE.parent, _PACKAGE / "_project"):
        if (root / "report" / "texts").is_dir():
            return root / "report" / "texts"
    return _PACKAGE / "_project" / "report" / "texts"


def texts_folders() -> list[Path]:
    """Where catalogues are looked for: first in the folder that ``FRAMELINE_TEXTS`` names."""
    own = os.environ.get(OWN_TEXTS, "")
    return [Path(own), texts_folder()] if own else [texts_folder()]


def languages(*folders: Path) -> list[str]:
    """The languages that there are catalogues of."""
    found = (path for folder in folders or texts_folders() for path in folder.glob("*/*.ftl"))
    return sorted({path.parent.name for path in found})


def language_folder(lang: str) -> Path:
    """The folder with the catalogues of a language; one that is not there where there are none."""
    places = [folder / lang for folder in texts_folders()]
    return next((place for place in places if place.is_dir()), places[-1])
