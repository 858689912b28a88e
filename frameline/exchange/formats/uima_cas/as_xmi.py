"""UIMA CAS as XMI, with its type system: reading and writing one file.

Source: UIMA References, "XMI CAS Serialization Reference" and "Type System Descriptors".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from lxml import etree

from frameline.exchange.files import safety
from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.packing import add, check_xml_text, xml_bytes
from frameline.exchange.formats.uima_cas.cas import META, SOFA, STRING_ARRAYS, VIEW, Cas, Mark, Type

XMI = "http://www.omg.org/XMI"
_ID = f"{{{XMI}}}id"
_TYPES = "http://uima.apache.org/resourceSpecifier"
_PRIMITIVE = {"String", "Integer", "Float", "Boolean", "Byte", "Short", "Long", "Double"}
#: Ranges of features by type and feature: what a type system says.
Ranges = Mapping[str, Mapping[str, str]]


def read_types(data: bytes, file: str) -> dict[str, dict[str, str]]:
    """The ranges of the features of each type, those of the types above included.

    Raises
    ------
    ExchangeError
        For anything but a type system.
    """
    root = safety.parse_xml(data, file)
    if etree.QName(root).localname != "typeSystemDescription":
        raise ExchangeError(
            file, "the first element", etree.QName(root).localname, "typeSystemDescription"
        )
    above: dict[str, str] = {}
    own: dict[str, dict[str, str]] = {}
    for one in root.iter("{*}typeDescription"):
        name = _said(one, "name")
        above[name] = _said(one, "supertypeName")
        own[name] = {
            _said(feature, "name"): _said(feature, "rangeTypeName")
            for feature in one.iter("{*}featureDescription")
        }
    return {name: _inherited(name, above, own) for name in own}


def _said(element: etree._Element, name: str) -> str:
    return (element.findtext(f"{{*}}{name}") or "").strip()


def _inherited(name: str, above: Mapping[str, str], own: Ranges) -> dict[str, str]:
    found: dict[str, str] = {}
    seen: set[str] = set()
    while name in own and name not in seen:
        seen.add(name)
        found = {**own[name], **found}
        name = above[name]
    return found


# --- reading ----------------------------------------------------------------------------------


def read_xmi(data: bytes, file: str, ranges: Ranges) -> Cas:
    """Read one file; without a type system (no ranges) every feature is taken as text.

    Raises
    ------
    ExchangeError
    """
    root = safety.parse_xml(data, file)
    if root.tag != f"{{{XMI}}}XMI":
        raise ExchangeError(file, "the first element", str(root.tag), "XMI", "export it as XMI")
    elements = [element for element in root if isinstance(element.tag, str)]
    faults: list[ExchangeError] = []
    by_id = _by_id(elements, file, faults)
    sofas = [element for element in elements if _type(element) == SOFA]
    sofa = next((s for s in sofas if s.get("sofaID") == VIEW), sofas[0] if sofas else None)
    if sofa is None:
        raise ExchangeError(file, "", "no Sofa", "a text (cas:Sofa)", "export it again")
    indexed = _indexed(elements, by_id, file, faults)
    cas = Cas(sofa.get("sofaString"), [], faults=faults)
    for element in elements:
        name, said = _type(element), element.get(_ID)
        if name in (SOFA, "uima.cas.NULL", "uima.cas.View") or name in STRING_ARRAYS:
            continue
        if said is not None and by_id[said] is not element:
            continue  # an id that stood before: a fault already
        at = element.get("sofa")
        try:
            if at is not None and at != sofa.get(_ID):
                if at not in by_id or by_id[at] not in sofas:
                    raise ExchangeError(file, _place(element), f"a sofa {at} that is not there")
                cas.elsewhere += 1
                continue
            mark = _mark(element, name, ranges.get(name), by_id, file)
        except ExchangeError as error:
            faults.append(error)
            continue
        mark.indexed = indexed is None or said in indexed
        cas.marks.append(mark)
    return cas


def _by_id(
    elements: Iterable[etree._Element], file: str, faults: list[ExchangeError]
) -> dict[str, etree._Element]:
    """The elements by their ids; one whose id stood before is a fault."""
    found: dict[str, etree._Element] = {}
    for element in elements:
        name = element.get(_ID)
        if name is not None and found.setdefault(name, element) is not element:
            faults.append(
                ExchangeError(file, _place(element), f"the id {name} twice", "an id of its own")
            )
    return found


def _indexed(
    elements: Iterable[etree._Element],
    by_id: Mapping[str, etree._Element],
    file: str,
    faults: list[ExchangeError],
) -> set[str] | None:
    views = [element for element in elements if _type(element) == "uima.cas.View"]
    found = {name for view in views for name in (view.get("members") or "").split()}
    faults += [
        ExchangeError(file, _place(views[0]), f"a member {name} that is not there",
                      "an id of the file")
        for name in sorted(found) if name not in by_id
    ]  # fmt: skip
    return found if views else None


def _type(element: etree._Element) -> str:
    name = etree.QName(element)
    package = (name.namespace or "").removeprefix("http:///").removesuffix(".ecore")
    if package in ("", "uima/noNamespace"):
        return name.localname
    return f"{package.replace('/', '.')}.{name.localname}"


def _place(element: etree._Element) -> str:
    name = element.get(_ID)
    return f"line {element.sourceline}, {etree.QName(element).localname}" + (
        f" {name}" if name else ""
    )


def _mark(
    element: etree._Element,
    name: str,
    ranges: Mapping[str, str] | None,
    by_id: Mapping[str, etree._Element],
    file: str,
) -> Mark:
    values: dict[str, tuple[str, ...]] = {}
    references = []
    for feature, value in element.attrib.items():
        if feature in (_ID, "sofa", "begin", "end") or feature.startswith("{"):
            continue
        said = (ranges or {}).get(str(feature), "uima.cas.String")
        if said in STRING_ARRAYS:
            values[str(feature)] = _strings(element, str(value), by_id, file)
        elif ranges and str(feature) in ranges and not _primitive(said):
            references.append(str(feature))
        elif value:
            values[str(feature)] = (str(value),)
    for child in element:
        if isinstance(child.tag, str):
            feature = etree.QName(child).localname
            values[feature] = (*values.get(feature, ()), child.text or "")
    values = {feature: tuple(v for v in said if v) for feature, said in values.items()}
    return Mark(
        name,
        _ends(element, file),
        {feature: said for feature, said in values.items() if said},
        tuple(references),
        place=_place(element),
    )


def _primitive(name: str) -> bool:
    # A type of strings with allowed values has a name of its own and no package of UIMA's.
    return name.removeprefix("uima.cas.") in _PRIMITIVE


def _strings(
    element: etree._Element, name: str, by_id: Mapping[str, etree._Element], file: str
) -> tuple[str, ...]:
    target = by_id.get(name)
    if target is None:
        raise ExchangeError(
            file, _place(element), f"an array {name} that is not there", "an id of the file"
        )
    return tuple(child.text or "" for child in target if isinstance(child.tag, str))


def _ends(element: etree._Element, file: str) -> tuple[int, int] | None:
    said = [element.get("begin"), element.get("end")]
    if said == [None, None]:
        return None
    ends = []
    for name, value in zip(("begin", "end"), said, strict=True):
        if value is None or not value.isascii() or not value.isdigit() or len(value) > 12:
            raise ExchangeError(
                file, f"{_place(element)}, {name}", repr(value) if value else "nothing",
                "a whole number from 0",
            )  # fmt: skip
        ends.append(int(value))
    return ends[0], ends[1]


# --- writing ----------------------------------------------------------------------------------


def write_types(types: Sequence[Type], out: str) -> bytes:
    """A type system of these types, and of what is noted about documents."""
    root = etree.Element(f"{{{_TYPES}}}typeSystemDescription", nsmap={None: _TYPES})
    below = add(root, "types", out)
    meta = Type(META, "uima.tcas.DocumentAnnotation", ("documentTitle", "documentId"))
    for one in (meta, *types):
        described = add(below, "typeDescription", out)
        add(described, "name", out, one.name)
        add(described, "description", out)
        add(described, "supertypeName", out, one.above)
        features = add(described, "features", out)
        for name in one.features:
            feature = add(features, "featureDescription", out)
            add(feature, "name", out, name)
            add(feature, "description", out)
            kind = "uima.cas.StringArray" if name in one.several else "uima.cas.String"
            add(feature, "rangeTypeName", out, kind)
            if name in one.several:
                add(feature, "multipleReferencesAllowed", out, "false")
    return xml_bytes(root)


def write_xmi(cas: Cas, types: Sequence[Type], out: str) -> bytes:
    """One file; the offsets of marks are UTF-16 units by now.

    Raises
    ------
    ExchangeError
        For a character that XML cannot hold.
    """
    by_name = {one.name: one for one in types}
    packages = {_package(mark.type) for mark in cas.marks}
    prefixes = {f"t{n}": _namespace(package) for n, package in enumerate(sorted(packages))}
    known = {"xmi": XMI, "cas": _namespace("uima.cas"), "tcas": _namespace("uima.tcas")}
    root = etree.Element(f"{{{XMI}}}XMI", nsmap={**known, **prefixes})
    root.set(f"{{{XMI}}}version", "2.0")
    _element(root, "uima.cas.NULL", "0")
    for number, mark in enumerate(cas.marks, 2):
        element = _element(root, mark.type, str(number))
        element.set("sofa", "1")
        if mark.ends is not None:
            element.set("begin", str(mark.ends[0]))
            element.set("end", str(mark.ends[1]))
        several = by_name[mark.type].several if mark.type in by_name else frozenset()
        for feature, values in mark.values.items():
            for value in values:
                text = check_xml_text(value, out, f"{feature} of {mark.type}")
                if feature in several:
                    etree.SubElement(element, feature).text = text
                else:
                    element.set(feature, text)
    sofa = _element(root, SOFA, "1", sofaNum="1", sofaID=VIEW, mimeType="text")
    sofa.set("sofaString", check_xml_text(cas.text or "", out, "text"))
    members = " ".join(str(number) for number in range(2, len(cas.marks) + 2))
    view = _element(root, "uima.cas.View", "", sofa="1", members=members)
    del view.attrib[_ID]
    return xml_bytes(root)


def _package(name: str) -> str:
    return name.rpartition(".")[0]


def _namespace(package: str) -> str:
    return f"http:///{package.replace('.', '/')}.ecore"


def _element(root: etree._Element, name: str, number: str, **attributes: str) -> etree._Element:
    tag = f"{{{_namespace(_package(name))}}}{name.rpartition('.')[2]}"
    element = etree.SubElement(root, tag, {_ID: number})
    for key, value in attributes.items():
        element.set(key, value)
    return element
