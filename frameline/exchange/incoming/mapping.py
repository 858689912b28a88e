"""Names of a file to names of a corpus: columns, layers, documents, coders, codes.

One TOML file says it all, for an import and for the step from one version of a codebook to the
next (import the old corpus into a new one)::

    [columns]            # variables and columns: name in the file = name in the corpus
    "Frame type" = "frame"
    "Internal id" = ""   # "" leaves it out

    [layers]             # claims, labels, events or documents; "" leaves the layer out
    "custom.Span" = "claims"

    [coders]
    "7" = "ana"

    [documents]
    "task-12" = "ormond-1990"

    [codes.frame]        # under the name the variable has in the corpus
    "Econ" = "economy"
    "Trade" = "economy"  # two codes to one: a merge
    "Other" = ""         # leaves the code out, and annotations that have no other

    [separators]         # what stands between the codes of a cell of a table
    "Codes" = "#"

Above all sections ``blank = "none"`` says that an empty cell of a table means read and nothing
found, ``blank = "missing"`` that it was not rated. Columns are renamed all at once, so that two
can change places.

A code cannot be split by a map: which rows become which is a decision about each of them.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.model.project import Annotation, Code, Coding, Left, Project, Variable

LAYERS = ("claims", "labels", "events", "documents")
_SECTIONS = ("columns", "layers", "coders", "documents", "codes", "separators")
BLANKS = ("none", "missing")


@dataclass(frozen=True)
class NameMap:
    """What a mapping file says; empty where it says nothing."""

    columns: Mapping[str, str] = field(default_factory=dict)
    layers: Mapping[str, str] = field(default_factory=dict)
    coders: Mapping[str, str] = field(default_factory=dict)
    documents: Mapping[str, str] = field(default_factory=dict)
    codes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    separators: Mapping[str, str] = field(default_factory=dict)
    blank: str = ""


def read_map(path: Path) -> NameMap:
    """Read a mapping file.

    Raises
    ------
    ExchangeError
        For anything but the sections above, for chains (a name that is mapped and mapped to), and
        for a code that is to become several.
    """
    name = path.name
    try:
        content = tomllib.loads(path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n"))
    except OSError as error:
        reason = error.strerror or "cannot be opened"
        raise ExchangeError(str(path), "", reason, "a readable file", "check --map") from error
    except UnicodeDecodeError as error:
        todo = "save the file as UTF-8"
        raise ExchangeError(name, f"byte {error.start}", "", "UTF-8", todo) from error
    except tomllib.TOMLDecodeError as error:
        raise ExchangeError(name, "", str(error), "TOML", "correct the file there") from error
    blank = content.pop("blank", "")
    if blank and blank not in BLANKS:
        raise ExchangeError(name, "blank", repr(blank)[:40], ", ".join(BLANKS), "correct it")
    for section in content:
        if section not in _SECTIONS:
            allowed = ", ".join(_SECTIONS)
            raise ExchangeError(name, f"[{section}]", section, allowed, "rename the section")
    flat = {
        key: _names(name, f"[{key}]", content.get(key, {}), chains=key in ("columns", "separators"))
        for key in _SECTIONS
        if key != "codes"
    }
    for old, layer in flat["layers"].items():
        if layer and layer not in LAYERS:
            place = f"[layers] {old!r}"
            raise ExchangeError(name, place, layer, ", ".join(LAYERS), "choose a layer")
    codes = content.get("codes", {})
    if not isinstance(codes, dict):
        raise ExchangeError(name, "codes", str(codes), "[codes.VARIABLE]", "write it as a section")
    by_variable = {
        variable: _names(name, f"[codes.{variable}]", codes[variable], codes=True)
        for variable in codes
    }
    return NameMap(**flat, codes=by_variable, blank=blank)


def _names(
    file: str, place: str, section: Any, *, codes: bool = False, chains: bool = False
) -> dict[str, str]:
    """One section of the file: texts to texts, and no chains but where all is done at once."""
    if not isinstance(section, dict):
        raise ExchangeError(file, place, str(section), "name = name", "write it as a section")
    for old, new in section.items():
        where = f"{place} {old!r}"
        if codes and isinstance(new, list):
            todo = (
                "a split is a decision about each row: export the rows (frameline export xlsx), "
                "code them anew, and import them as a new coder or adjudicate"
            )
            raise ExchangeError(file, where, f"{len(new)} codes for one", "one code", todo)
        if not isinstance(new, str):
            raise ExchangeError(file, where, str(new), "text", "put it in quotation marks")
        if not chains and new != old and new in section and section[new] != new:
            todo = f"{new!r} is itself mapped: write where each name ends up"
            raise ExchangeError(file, where, f"{old!r} to {new!r}", "no chains", todo)
    return dict(section)


def columns_for(names: NameMap, *, table: bool) -> tuple[Mapping[str, str], NameMap]:
    """What a reader is told of columns, and the map for what it gives back.

    A table's reader does all of it. Another does what can be done twice without harm; columns
    that change places are renamed afterwards.

    >>> swap = NameMap({"a": "b", "b": "a", "x": "y"})
    >>> columns_for(swap, table=True)[1].columns, columns_for(swap, table=False)[0]
    ({'x': 'y'}, {'x': 'y'})
    """
    chained = {old for old, new in names.columns.items() if new != old and new in names.columns}
    chained |= {names.columns[old] for old in chained}
    plain = {old: new for old, new in names.columns.items() if old not in chained}
    if table:
        return names.columns, replace(names, columns=plain)
    return {old: new for old, new in plain.items() if new}, names


def apply_map(project: Project, names: NameMap) -> tuple[Project, list[Left]]:
    """The project under the names of the corpus, and the annotations that were left out.

    Parameters
    ----------
    project : Project
        As a format gave it.
    names : NameMap
        Applied in this order: layers, columns, codes, coders, documents.

    Returns
    -------
    tuple
        The project, and what the map leaves out. Merged documents or coders are refused.
    """
    left: list[Left] = []
    if names == NameMap():
        return project, left
    documents = tuple(replace(d, id=names.documents.get(d.id, d.id)) for d in project.documents)
    _no_merge("[documents]", [d.id for d in documents])
    codings = []
    for coding in project.codings:
        kept = [_renamed(annotation, names) for annotation in coding.annotations]
        gone = sum(annotation is None for annotation in kept)
        if gone:
            where = f"{coding.document}, coder {coding.coder}"
            left.append(Left(gone, "annotations", "the map leaves their codes out", where))
        codings.append(
            Coding(
                names.documents.get(coding.document, coding.document),
                names.coders.get(coding.coder, coding.coder),
                tuple(annotation for annotation in kept if annotation is not None),
            )
        )
    _no_merge("[coders]", [f"{c.coder} on {c.document}" for c in codings])
    variables = _variables(project.variables, names)
    return replace(project, documents=documents, codings=tuple(codings), variables=variables), left


def _no_merge(place: str, ids: list[str]) -> None:
    counts = Counter(ids)
    twice = next((name for name in ids if counts[name] > 1), "")
    if twice:
        todo = "give each its own name: only codes can be merged"
        raise ExchangeError("--map", place, f"two that become {twice!r}", "one each", todo)


def _renamed(annotation: Annotation, names: NameMap) -> Annotation | None:
    """One annotation under the new names; None where the map leaves all of it out."""
    layer = names.layers.get(annotation.layer, annotation.layer)
    if not layer:
        return None
    values: dict[str, tuple[str, ...]] = {}
    for old, codes in annotation.values.items():
        variable = names.columns.get(old, old)
        if not variable:
            continue
        known = names.codes.get(variable, {})
        found = (known.get(code, code) for code in codes)
        together = dict.fromkeys([*values.get(variable, ()), *(code for code in found if code)])
        if together:
            values[variable] = tuple(together)
    if annotation.values and not values:
        return None
    return replace(annotation, layer=layer, values=values)


def _variables(variables: tuple[Variable, ...], names: NameMap) -> tuple[Variable, ...]:
    """The variables under their new names; two of one name are one, with the codes of both."""
    found: dict[tuple[str, str], Variable] = {}
    for variable in variables:
        layer = names.layers.get(variable.layer, variable.layer)
        name = names.columns.get(variable.name, variable.name)
        if not layer or not name:
            continue
        before = found.get((layer, name))
        codes = (*(before.codes if before else ()), *variable.codes)
        several = variable.several or (before is not None and before.several)
        found[layer, name] = replace(
            variable, name=name, layer=layer, several=several,
            codes=_codes(codes, names.codes.get(name, {})),
        )  # fmt: skip
    return tuple(found.values())


def _codes(codes: tuple[Code, ...], known: Mapping[str, str]) -> tuple[Code, ...]:
    """The codes under their new names, each once; of merged codes the first one's look stays.

    A code that has the new name already keeps its own label; a renamed one is called as it is now.
    """
    found: dict[str, Code] = {}
    for code in sorted(codes, key=lambda code: known.get(code.code, code.code) != code.code):
        name = known.get(code.code, code.code)
        if name and name not in found:
            renamed = name != code.code
            parent = known.get(code.parent, code.parent)
            label = name if renamed else code.label
            found[name] = replace(code, code=name, label=label, parent=parent)
    order = dict.fromkeys(known.get(code.code, code.code) for code in codes)
    return tuple(found[name] for name in order if name in found)
