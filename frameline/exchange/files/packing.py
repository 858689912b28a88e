"""Making zip files and XML with the same bytes every time."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

from lxml import etree

from frameline.exchange.files.error import ExchangeError

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def zip_bytes(files: Mapping[str, bytes]) -> bytes:
    """A zip with these members in this order, all dated 1980-01-01.

    Examples
    --------
    >>> zip_bytes({"a.txt": b"x"}) == zip_bytes({"a.txt": b"x"})
    True
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            info.create_system = 3
            archive.writestr(info, data)
    return stream.getvalue()


def check_xml_text(text: str, out: str, place: str) -> str:
    """The text itself, if XML can hold it; an ExchangeError naming the character if not."""
    found = _NOT_XML.search(text)
    if found:
        raise ExchangeError(
            out,
            f"{place}, character {found.start() + 1}",
            f"the character U+{ord(found.group()):04X}",
            "characters that XML can hold",
            "choose another format, or take the character out",
        )
    return text


def xml_bytes(root: etree._Element, *, indent: bool = True) -> bytes:
    """A whole XML file. Only indent where no element mixes text and elements."""
    if indent:
        etree.indent(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def add(
    parent: etree._Element, tag: str, out: str, text: str = "", **attributes: str
) -> etree._Element:
    """Add an element in the namespace of another, with what it says.

    Parameters
    ----------
    parent : element
    tag : str
        Its name, without namespace.
    out : str
        Name of the file written, for messages.
    text : str
    **attributes : str

    Raises
    ------
    ExchangeError
        For a character that XML cannot hold.
    """
    namespace = etree.QName(parent).namespace
    element = etree.SubElement(parent, f"{{{namespace}}}{tag}" if namespace else tag)
    for name, value in attributes.items():
        element.set(name, check_xml_text(value, out, f"{tag} {name}"))
    if text:
        element.text = check_xml_text(text, out, tag)
    return element
