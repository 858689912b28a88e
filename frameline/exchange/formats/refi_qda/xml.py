"""Reading the elements of a REFI-QDA file, and the guids Frameline gives."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

from lxml import etree

from frameline.exchange.files.error import ExchangeError

PROJECT = "urn:QDA-XML:project:1.0"
CODEBOOK = "urn:QDA-XML:codebook:1.0"
#: Guids are made of names within this one, so that they are the same every time.
_NAMESPACE = uuid.UUID("6f3c1f0a-6a53-5b0e-9d55-0d1f6f0b8c11")


def made_guid(*parts: str) -> str:
    """The guid of what is called so: the same for the same names."""
    return str(uuid.uuid5(_NAMESPACE, "\0".join(parts))).upper()


def local(element: etree._Element) -> str:
    """The name of an element without its namespace; "" for a comment."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def children(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """The elements of these names right below another."""
    return (child for child in element if local(child) in names)


def has(element: etree._Element, *names: str) -> bool:
    """Whether an element of one of these names is right below another."""
    return next(children(element, *names), None) is not None


def every(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """The elements of these names anywhere below another."""
    return (child for child in element.iter("{*}*") if local(child) in names)


def guid_of(element: etree._Element, name: str = "guid") -> str:
    """A guid in an attribute, without braces and in capitals; "" if there is none."""
    return (element.get(name) or "").strip().strip("{}").upper()


def place(element: etree._Element) -> str:
    """Where an element is, for messages."""
    return f"line {element.sourceline}, {local(element)}"


def text_of(element: etree._Element, *names: str) -> str:
    """The texts of the elements of these names right below another, on lines of their own."""
    return "\n".join(child.text for child in children(element, *names) if child.text)


def codable(element: etree._Element) -> bool:
    """Whether a Code can be given itself, or only holds others together."""
    return element.get("isCodable", "true").strip() not in ("false", "0")


def check_namespace(root: etree._Element, file: str) -> None:
    """Raise ExchangeError unless the root is in a namespace of REFI-QDA."""
    namespace = etree.QName(root).namespace or "none"
    if not namespace.startswith("urn:QDA-XML:"):
        raise ExchangeError(file, "the first element", f"the namespace {namespace}", PROJECT)
