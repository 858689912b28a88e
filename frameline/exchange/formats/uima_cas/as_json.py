"""UIMA CAS as JSON 0.4: reading and writing one file.

Source: Apache UIMA, "JSON CAS specification" 0.4.0.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from frameline.exchange.files import safety
from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.expect import a_list, a_place, a_text, an_object, shown
from frameline.exchange.formats.uima_cas.cas import META, SOFA, STRING_ARRAYS, VIEW, Cas, Mark, Type

STRUCTURES = "%FEATURE_STRUCTURES"

_Structures = Mapping[int, Mapping[str, Any]]


# --- reading ----------------------------------------------------------------------------------


def read_json(text: str, file: str) -> Cas:
    """Read one file.

    Raises
    ------
    ExchangeError
    """
    whole = an_object(safety.parse_json(text, file), file, "the file")
    if STRUCTURES not in whole:
        raise ExchangeError(
            file, "", f"no {STRUCTURES}", "a CAS in JSON 0.4", "export it as UIMA CAS JSON 0.4"
        )
    faults: list[ExchangeError] = []
    by_id, sofas = _structures(whole[STRUCTURES], file, faults)
    view = next((n for n, fs in sofas.items() if fs.get("sofaID") == VIEW), next(iter(sofas), 0))
    if not sofas:
        raise ExchangeError(file, STRUCTURES, "no Sofa", "a text (uima.cas.Sofa)")
    said = sofas[view].get("sofaString")
    text_of = None if said is None else a_text(said, file, f"structure {view}, sofaString")
    cas = Cas(text_of, [], faults=faults)
    indexed = _indexed(whole, {*by_id, *sofas}, file, faults)
    for number, fs in by_id.items():
        try:
            name = a_text(fs.get("%TYPE"), file, f"structure {number}, %TYPE")
            at = fs.get("@sofa")
            if name in STRING_ARRAYS:
                continue
            if at is not None and (not isinstance(at, int) or at not in sofas):
                raise ExchangeError(
                    file, f"structure {number}, @sofa", shown(at), "the %ID of a uima.cas.Sofa"
                )
            if at is not None and at != view:
                cas.elsewhere += 1
                continue
            mark = _mark(fs, name, by_id, file, f"structure {number}")
        except ExchangeError as error:
            faults.append(error)
            continue
        mark.indexed = indexed is None or number in indexed
        cas.marks.append(mark)
    return cas


def _structures(
    value: Any, file: str, faults: list[ExchangeError]
) -> tuple[dict[int, Any], dict[int, Any]]:
    """The structures by id, and the texts by theirs; others are faults."""
    others: dict[int, Any] = {}
    sofas: dict[int, Any] = {}
    for place, given in _listed_structures(value, file):
        try:
            fs = an_object(given, file, place)
            number = a_place(fs.get("%ID"), file, f"{place}, %ID")
        except ExchangeError as error:
            faults.append(error)
            continue
        sofa = fs.get("%TYPE") == SOFA
        found, rest = (sofas, others) if sofa else (others, sofas)
        # A view without text is written with an id that another structure may have.
        with_text = "sofaString" in (fs if sofa else sofas.get(number, {}))
        if number in found or (number in rest and with_text):
            fault = f"the id {number} twice"
            faults.append(ExchangeError(file, f"{place}, %ID", fault, "an id of its own"))
            continue
        found[number] = fs
    return others, sofas


def _listed_structures(value: Any, file: str) -> Iterator[tuple[str, Any]]:
    """The structures of a list with an id in each, or of an object that has them by id."""
    if not isinstance(value, dict):
        for number, fs in enumerate(a_list(value, file, STRUCTURES), 1):
            yield f"structure {number}", fs
        return
    for key, fs in value.items():
        number = int(key) if key.isascii() and key.isdigit() and len(key) < 13 else key
        yield f"structure {key}", {"%ID": number, **fs} if isinstance(fs, dict) else fs


def _indexed(
    whole: Mapping[str, Any], known: set[int], file: str, faults: list[ExchangeError]
) -> set[int] | None:
    if "%VIEWS" not in whole:
        return None
    found: set[int] = set()
    for name, view in an_object(whole["%VIEWS"], file, "%VIEWS").items():
        place = f"view {name}, %MEMBERS"
        for member in a_list(an_object(view, file, place).get("%MEMBERS"), file, place):
            if not isinstance(member, int) or member not in known:
                faults.append(ExchangeError(file, place, shown(member), "the %ID of a structure"))
                continue
            found.add(member)
    return found


def _mark(fs: Mapping[str, Any], name: str, by_id: _Structures, file: str, place: str) -> Mark:
    values: dict[str, tuple[str, ...]] = {}
    references = []
    for key, value in fs.items():
        if key[:1] in ("%", "^") or key in ("@sofa", "begin", "end") or value is None:
            continue
        where = f"{place}, {key}"
        if key.startswith("@"):
            strings = _strings(value, by_id, file, where)
            if strings is None:
                references.append(key[1:])
            else:
                values[key[1:]] = strings
        else:
            values[key.lstrip("#")] = tuple(_said(v, file, where) for v in _listed(value))
    ends = None
    if "begin" in fs or "end" in fs:
        begin, end = (a_place(fs.get(side), file, f"{place}, {side}") for side in ("begin", "end"))
        ends = (begin, end)
    values = {feature: tuple(v for v in said if v) for feature, said in values.items()}
    said = {feature: codes for feature, codes in values.items() if codes}
    return Mark(name, ends, said, tuple(references), place=place)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _said(value: Any, file: str, place: str) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return str(value)
    return a_text(value, file, place)


def _strings(value: Any, by_id: _Structures, file: str, place: str) -> tuple[str, ...] | None:
    """What an array of strings holds; None for a reference to anything else."""
    if isinstance(value, list):
        return None
    target = by_id.get(value) if isinstance(value, int) else None
    if target is None:
        raise ExchangeError(file, place, shown(value), "the %ID of a structure", "export it again")
    if target.get("%TYPE") not in STRING_ARRAYS:
        return None
    found = a_list(target.get("%ELEMENTS"), file, place)
    return tuple(a_text(text, file, place) for text in found)


# --- writing ----------------------------------------------------------------------------------


def write_json(cas: Cas, types: Sequence[Type]) -> bytes:
    """One file; the offsets of marks are UTF-16 units by now."""
    by_name = {one.name: one for one in types}
    meta = Type(META, "uima.tcas.DocumentAnnotation", ("documentTitle", "documentId"))
    structures: list[dict[str, Any]] = [
        {"%ID": 1, "%TYPE": SOFA, "sofaNum": 1, "sofaID": VIEW, "mimeType": "text",
         "sofaString": cas.text or ""}
    ]  # fmt: skip
    members = []
    for mark in cas.marks:
        number = len(structures) + 1
        members.append(number)
        fs: dict[str, Any] = {"%ID": number, "%TYPE": mark.type, "@sofa": 1}
        structures.append(fs)
        if mark.ends is not None:
            fs["begin"], fs["end"] = mark.ends
        several = by_name[mark.type].several if mark.type in by_name else frozenset()
        for feature, values in mark.values.items():
            if feature in several:
                array = len(structures) + 1
                fs[f"@{feature}"] = array
                structures.append(
                    {"%ID": array, "%TYPE": "uima.cas.StringArray", "%ELEMENTS": list(values)}
                )
            else:
                fs[feature] = values[0]
    whole = {
        "%TYPES": {one.name: _described(one) for one in (meta, *types)},
        STRUCTURES: structures,
        "%VIEWS": {VIEW: {"%SOFA": 1, "%MEMBERS": members}},
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _described(one: Type) -> dict[str, Any]:
    features = {
        name: {
            "%NAME": name,
            "%RANGE": "uima.cas.String[]" if name in one.several else "uima.cas.String",
        }
        for name in one.features
    }
    return {"%NAME": one.name, "%SUPER_TYPE": one.above, **features}
