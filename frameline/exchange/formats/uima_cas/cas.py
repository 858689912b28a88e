"""What a UIMA CAS holds as far as a project goes: a text and what is said about pieces of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from frameline.exchange.files.error import ExchangeError

#: Names of features that make an annotation a relation between two others.
RELATION = frozenset({"Governor", "Dependent"})
META = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
SOFA = "uima.cas.Sofa"
VIEW = "_InitialView"
STRING_ARRAYS = ("uima.cas.StringArray", "uima.cas.String[]", "uima.cas.StringList")
#: What a program notes about the text itself: beginnings of names of types.
_STRUCTURE = (
    "uima.cas.",
    "uima.tcas.DocumentAnnotation",
    "de.tudarmstadt.ukp.dkpro.core.api.segmentation.",
    "de.tudarmstadt.ukp.dkpro.core.api.metadata.",
    "de.tudarmstadt.ukp.clarin.webanno.api.type.",
    "org.dkpro.core.api.xml.type.",
)


@dataclass
class Mark:
    """One feature structure.

    Parameters
    ----------
    type : str
        Full name of its type.
    ends : tuple of int or None
        Where it begins and ends, as the file counts; None if it belongs to the whole text.
    values : mapping of str to tuple of str
        Features that say something, as strings.
    references : tuple of str
        Names of features that point at others.
    indexed : bool
        Whether it is in the view: what is not was deleted, or is only part of another.
    place : str
        For messages.
    """

    type: str
    ends: tuple[int, int] | None = None
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    references: tuple[str, ...] = ()
    indexed: bool = True
    place: str = ""

    @property
    def structure(self) -> bool:
        """Whether it says how the text is made, not what somebody marked."""
        return self.type.startswith(_STRUCTURE)

    @property
    def relation(self) -> bool:
        """Whether it joins two others."""
        return bool(RELATION & {*self.references, *self.values})


@dataclass
class Cas:
    """One file: the text of its view, and all feature structures beside it."""

    text: str | None
    marks: list[Mark]
    #: Structures of other views, which are other texts.
    elsewhere: int = 0
    #: Structures that could not be understood.
    faults: list[ExchangeError] = field(default_factory=list)

    def said(self, name: str) -> str:
        """What the program noted about the document under this name, or ""."""
        for mark in self.marks:
            if mark.type == META and name in mark.values:
                return mark.values[name][0]
        return ""


@dataclass(frozen=True)
class Type:
    """A type to be written: its features, and those that take several values."""

    name: str
    above: str
    features: tuple[str, ...]
    several: frozenset[str] = frozenset()
