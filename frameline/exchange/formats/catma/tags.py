"""CATMA's tagsets as variables: reading the declarations in the head of a collection."""

from __future__ import annotations

import re
import uuid

from lxml import etree

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.formats.inception import NOTES
from frameline.exchange.formats.tei.corpus import TEI
from frameline.exchange.formats.tei.text import ID, place
from frameline.exchange.model.project import Code, Variable

_NAMESPACE = uuid.UUID("4d1f5c7e-2a3b-5c8d-9e6f-7a8b9c0d1e2f")
_VERSION = re.compile(r"[0-9][0-9TZ.:+_-]*")
_COLOUR = re.compile(r"#[0-9a-f]{6}")


def catma_id(*parts: str) -> str:
    """An id as CATMA gives them, the same for the same names."""
    return f"CATMA_{uuid.uuid5(_NAMESPACE, chr(0).join(parts))}".upper()


#: The tag of annotations that have none: no code is made of it.
NO_TAG = catma_id("no tag")


def is_colour(colour: str) -> bool:
    """Whether a colour can be written and comes back the same.

    Examples
    --------
    >>> is_colour("#a0b1c2"), is_colour("#FFF")
    (True, False)
    """
    return bool(_COLOUR.fullmatch(colour))


class Tags:
    """The tags of a collection, and which variable and code each is.

    Parameters
    ----------
    root : element
        The root of the collection.
    file : str
        Name for messages.

    Raises
    ------
    ExchangeError
        For tags given twice, without name, or above each other.
    """

    def __init__(self, root: etree._Element, file: str):
        self._file = file
        self._tags: dict[str, tuple[str, str]] = {}
        #: By name; properties with declared values are variables too.
        self.variables: dict[str, Variable] = {}
        for tagset in root.iter(f"{{{TEI}}}fsdDecl"):
            self._tagset(tagset)
        for declared in root.iter(f"{{{TEI}}}fDecl"):
            self._property(declared)

    def of(self, fs: etree._Element) -> tuple[str, str] | None:
        """The variable and code of an annotation; None if its tag stands for no code."""
        kind = fs.get("type") or ""
        if kind == NO_TAG:
            return None
        if kind not in self._tags:
            found = f"a tag {kind[:60]!r} that is not there"
            raise ExchangeError(
                self._file, place(fs), found, "the type of an fsDecl", "export it again"
            )
        return self._tags[kind]

    def _tagset(self, tagset: etree._Element) -> None:
        name, _, version = (tagset.get("n") or "").rpartition(" ")
        if not name or not _VERSION.fullmatch(version):
            name = tagset.get("n") or "tag"
        declared: dict[str, etree._Element] = {}
        for tag in tagset.iterfind(f"{{{TEI}}}fsDecl"):
            ident = tag.get("type") or tag.get(ID) or ""
            if not ident or ident in declared or ident in self._tags:
                found = f"the tag {ident} twice" if ident else "a tag without id"
                raise ExchangeError(self._file, place(tag), found, "an id of its own")
            if ident != NO_TAG:
                declared[ident] = tag
        known = self.variables.get(name)
        codes = {code.code: code for code in known.codes} if known else {}
        for ident, tag in declared.items():
            code = self._free(self._path(ident, declared), codes)
            self._tags[ident] = (name, code)
            codes[code] = Code(code, colour=_colour(tag))
        for ident, tag in declared.items():
            above = self._tags.get(tag.get("baseTypes") or "", ("", ""))
            code = self._tags[ident][1]
            label = self._name(tag) if self._name(tag) != code else ""
            codes[code] = Code(code, label, "", codes[code].colour, above[1] * (above[0] == name))
        if declared or not any(tag.get("type") == NO_TAG for tag in tagset):
            self.variables[name] = Variable(name, tuple(codes.values()))

    def _path(self, ident: str, declared: dict[str, etree._Element]) -> list[str]:
        """The names of a tag and of those above it, the tag's first."""
        names: list[str] = []
        seen: set[str] = set()
        while ident in declared:
            if ident in seen:
                raise ExchangeError(
                    self._file, place(declared[ident]), "tags that are above each other", "a tree"
                )
            seen.add(ident)
            names.append(self._name(declared[ident]))
            ident = declared[ident].get("baseTypes") or ""
        return names

    def _name(self, tag: etree._Element) -> str:
        name = tag.findtext(f"{{{TEI}}}fsDescr") or ""
        if not name.strip():
            raise ExchangeError(self._file, place(tag), "a tag without name", "a name in fsDescr")
        return name

    @staticmethod
    def _free(names: list[str], codes: dict[str, Code]) -> str:
        # The same name may stand below two tags: the second is called by its path.
        wanted = names[0] if names[0] not in codes else "/".join(reversed(names))
        number, found = 1, wanted
        while found in codes:
            number += 1
            found = f"{wanted} ({number})"
        return found

    def _property(self, declared: etree._Element) -> None:
        name = declared.get("name") or ""
        if not name or name in NOTES or name.startswith("catma_"):
            return
        known = self.variables.get(name, Variable(name))
        codes = {code.code: code for code in known.codes}
        for value in declared.iter(f"{{{TEI}}}string"):
            if value.text:
                codes.setdefault(value.text, Code(value.text))
        self.variables[name] = Variable(name, tuple(codes.values()))


def _colour(tag: etree._Element) -> str:
    for declared in tag.iterfind(f"{{{TEI}}}fDecl"):
        if declared.get("name") == "catma_displaycolor":
            for value in declared.iter(f"{{{TEI}}}string", f"{{{TEI}}}numeric"):
                said = (value.text or value.get("value") or "").strip()
                if re.fullmatch(r"-?[0-9]{1,10}", said):
                    return f"#{int(said) & 0xFFFFFF:06x}"
    return ""
