"""Choices for the whole report: which documents, in which groups, with which weights and codes.

They are applied once, when a corpus is read, so that every chapter counts the same. The builder
writes a line with `choose` into the notebooks that it runs; `read_corpus` then follows it.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from frameline.corpus.conditions import parse_condition
from frameline.corpus.fault import hint
from frameline.words.phrases import Phrases

#: Groups that are no column of the documents.
PERIOD, CODER = "period", "coder"
#: How the codes of several coders become one value of a document.
MEAN, VOTES = "mean", ("majority", "any", "all")
FINALS = (MEAN, *VOTES)
_CODER_IS = "coder:"
_K_OF_N = re.compile(r"([1-9]\d?)-of-([1-9]\d?)", re.ASCII)
_YEARS = re.compile(r"\d{4}(,\s*\d{4})*", re.ASCII)


class ChoiceError(ValueError):
    """A choice that cannot be read, or that this corpus cannot follow."""


@dataclass(frozen=True)
class Choices:
    """What was chosen for a whole report; nothing where a field is empty.

    Attributes
    ----------
    by
        Columns of the documents, "period" or "coder": what groups are made of.
    where
        A condition on documents, see `frameline.corpus.conditions`.
    weight
        A column of the documents with numbers: how much each document counts.
    periods
        "year", "decade", or years in which a new period begins: "2001,2015,2021".
    merge
        Variable to new name to the codes that it takes together.
    final
        "mean", "majority", "any", "all", "coder:NAME" or "2-of-3".

    Examples
    --------
    >>> Choices(final="majorty")
    Traceback (most recent call last):
    frameline.corpus.choices.ChoiceError: final is 'majorty' (did you mean "majority"?)
    """

    by: tuple[str, ...] = ()
    where: str = ""
    weight: str = ""
    periods: str = ""
    merge: Mapping[str, Mapping[str, Sequence[str]]] = field(default_factory=dict, hash=False)
    final: str = ""

    def __post_init__(self) -> None:
        if isinstance(self.by, str):
            raise ChoiceError("by is a list of columns")
        object.__setattr__(self, "by", tuple(self.by))
        if self.where:
            parse_condition(self.where)
        if self.periods not in ("", "year", "decade"):
            self.starts  # noqa: B018
        if self.final and not self.coder and self.final not in FINALS and not self.quorum:
            allowed = ", ".join((*FINALS, f"{_CODER_IS}NAME", "2-of-3"))
            close = hint(self.final, FINALS)
            raise ChoiceError(f"final is {self.final!r}{close or f'; allowed: {allowed}'}")
        _check_merge(self.merge)

    @property
    def coder(self) -> str:
        """The coder whose codes are final, or ""."""
        return self.final.removeprefix(_CODER_IS) if self.final.startswith(_CODER_IS) else ""

    @property
    def quorum(self) -> tuple[int, int] | None:
        """How many coders of how many must give a code, where that was chosen.

        >>> Choices(final="2-of-3").quorum
        (2, 3)
        """
        found = _K_OF_N.fullmatch(self.final)
        return (int(found[1]), int(found[2])) if found and int(found[1]) <= int(found[2]) else None

    @property
    def vote(self) -> str | int:
        """By which rule the coders' claims become final, see `frameline.corpus.voting`; or ""."""
        if self.quorum:
            return self.quorum[0]
        return self.final if self.final in VOTES else ""

    @property
    def starts(self) -> tuple[int, ...]:
        """The years in which a new period begins, in order.

        >>> Choices(periods="2015, 2001").starts
        (2001, 2015)
        """
        if not _YEARS.fullmatch(self.periods):
            if self.periods in ("", "year", "decade"):
                return ()
            raise ChoiceError(
                f"periods is {self.periods!r}; allowed: year, decade, or years: 2001,2015,2021"
            )
        return tuple(sorted({int(year) for year in self.periods.split(",")}))

    @property
    def any(self) -> bool:
        """Whether anything was chosen."""
        return self != Choices()

    def record(self) -> dict[str, Any]:
        """What was chosen, as JSON; empty fields are left out.

        >>> Choices(by=["outlet"]).record()
        {'by': ['outlet']}
        """
        plain = {**asdict(self), "by": list(self.by)}
        return {name: value for name, value in plain.items() if value}

    def said(self, lang: str = "en") -> list[str]:
        """What was chosen, in words for the line under every figure.

        >>> Choices(where="year >= 2012", final="any").said()
        ['only documents with year >= 2012', 'codes that any coder gave']
        """
        words, found = Phrases("filter", lang), []
        if self.where:
            found.append(words("where", condition=self.where))
        if self.merge:
            found.append(words("merged", variables=list(self.merge)))
        if self.final in VOTES:
            found.append(words(f"final-{self.final}"))
        if self.quorum:
            few, all_of = self.quorum
            found.append(words("final-quorum", few=few, many=all_of))
        return found


def read_merge(path: Path) -> dict[str, dict[str, list[str]]]:
    """Read a map of codes: a table for each variable, ``new = ["old", "older"]`` in it."""
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ChoiceError(f"merge: {path.name} cannot be read ({error.strerror})") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ChoiceError(f"merge: {path.name} is not TOML: {error}") from None
    _check_merge(found)
    return found


def _check_merge(merge: Any) -> None:
    """Refuse a map that is no map, or that puts one code in two places."""
    for variable, groups in merge.items():
        if not isinstance(groups, Mapping) or not all(
            isinstance(codes, (list, tuple)) and all(isinstance(code, str) for code in codes)
            for codes in groups.values()
        ):
            raise ChoiceError(f'merge: {variable} is no table of lines new = ["old", "older"]')
        codes = [code for group in groups.values() for code in group]
        twice = next((code for code in codes if codes.count(code) > 1), None)
        if twice is not None:
            raise ChoiceError(f"merge: {variable}: {twice!r} stands in two lists")


_CHOSEN: list[Choices] = []


def choose(**choices: Any) -> None:
    """Set the choices for every corpus that this process reads from now on.

    Parameters
    ----------
    **choices
        Fields of `Choices`; those that are left out are empty.
    """
    _CHOSEN[:] = [Choices(**choices)]


def chosen() -> Choices:
    """The choices of this process: those of `choose`, else variables of the notebook that runs.

    So a cell ``where = "year >= 2012"`` before a corpus is read does what ``-p where=…`` does, and
    so does a parameter that papermill is given.
    """
    return _CHOSEN[0] if _CHOSEN else _of_notebook()


def _of_notebook() -> Choices:
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    held: Mapping[str, Any] = getattr(shell, "user_ns", {})
    found: dict[str, Any] = {}
    for name in ("by", "where", "weight", "periods", "merge", "final"):
        value = held.get(name)
        if name == "by" and isinstance(value, (str, list, tuple)):
            parts = value.split(",") if isinstance(value, str) else value
            found[name] = [part.strip() for part in parts if part.strip()]
        elif name == "merge" and isinstance(value, (str, Path, Mapping)) and value:
            found[name] = value if isinstance(value, Mapping) else read_merge(Path(value))
        elif isinstance(value, str):
            found[name] = value
    return Choices(**found)
