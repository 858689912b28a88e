"""From the names of an annotation tool to those of a corpus: layers, columns, codes, facts.

A pure step between a format and the tables of a corpus. Whatever is renamed, moved to another
layer or left out is said in the notes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from frameline.corpus.codebook import LAYERS, Codebook
from frameline.corpus.tables import shown
from frameline.exchange.incoming.corpus_names import column_name
from frameline.exchange.incoming.fitted import Fitted, with_annotations
from frameline.exchange.incoming.fitting_codes import clean_codes, fit_codes
from frameline.exchange.incoming.fitting_documents import fit_facts, merge_document_codes
from frameline.exchange.model.gather import all_annotations
from frameline.exchange.model.project import Annotation, Project, Variable


def fit(
    project: Project, codebook: Codebook | None, *, grow: bool = False, strict: bool = False
) -> Fitted:
    """Give annotations the layers, columns and codes of a corpus.

    Parameters
    ----------
    project : Project
        As a format gave it, after the mapping file.
    codebook : Codebook, optional
        The codebook of the corpus; without one the names of the file are kept as far as a corpus
        can have them.
    grow : bool
        Take codes that the codebook has not; they are listed by layer and variable.
    strict : bool
        Refuse the project for one annotation that does not fit; otherwise it is left.

    Returns
    -------
    Fitted
        Every layer is claims, labels, events or documents; an annotation of layer documents has no
        spans; codes have no semicolon.

    Raises
    ------
    ExchangeError
        When codes are not in the codebook, or several stand where it takes one.
    """
    out = Fitted(project)
    _fit_layers(out, codebook)
    _fit_columns(out, codebook)
    merge_document_codes(out)
    if codebook is None:
        clean_codes(out)
    else:
        fit_codes(out, codebook, grow=grow, strict=strict)
    fit_facts(out, codebook)
    return out


# Layers ------------------------------------------------------------------------------------------


def _fit_layers(out: Fitted, codebook: Codebook | None) -> None:
    """Unknown layers are claims; codes of whole documents are a layer of their own.

    Where nothing in the project has a place, an annotation is a claim about its document.
    """
    placed = any(a.spans or a.unit for a in all_annotations(out.project.codings))
    moved: Counter[str] = Counter()
    change: dict[int, Annotation | None] = {}
    for number, annotation in enumerate(all_annotations(out.project.codings)):
        layer = _layer(annotation, placed, codebook)
        if annotation.layer not in LAYERS:
            moved[annotation.layer] += 1
        if layer != annotation.layer:
            change[number] = replace(annotation, layer=layer)
    for layer, count in moved.items():
        out.notes.append(
            f"layer {shown(layer)} is taken as claims ({count} annotations); "
            "[layers] of a mapping file says otherwise"
        )
    used: dict[tuple[str, str], set[str]] = {
        (a.layer, name): set() for a in all_annotations(out.project.codings) for name in a.values
    }
    for number, annotation in enumerate(all_annotations(out.project.codings)):
        new = change.get(number) or annotation
        for name in annotation.values:
            used[annotation.layer, name].add(new.layer)
    variables: list[Variable] = []
    for v in out.project.variables:
        home = v.layer if v.layer in LAYERS else "claims"
        for layer in sorted(used.get((v.layer, v.name), {home}), key=LAYERS.index):
            variables.append(replace(v, layer=layer))
    fitted = with_annotations(out.project, change)
    out.project = replace(fitted, variables=_once_each(variables))


def _layer(annotation: Annotation, placed: bool, codebook: Codebook | None) -> str:
    """The layer of a corpus that an annotation belongs to."""
    if annotation.layer in ("labels", "events"):
        return annotation.layer
    if annotation.spans or annotation.unit:
        return "claims"
    if annotation.layer == "documents":
        return "documents"
    if codebook is not None:
        layers = {v.layer for v in codebook.variables if v.name in annotation.values}
        if "documents" in layers or "claims" in layers:
            return "documents" if "documents" in layers else "claims"
    return "documents" if placed else "claims"


def _once_each(variables: Iterable[Variable]) -> tuple[Variable, ...]:
    """One variable for each name of a layer; of two, the codes of both."""
    found: dict[tuple[str, str], Variable] = {}
    for v in variables:
        before = found.get((v.layer, v.name))
        if before is None:
            found[v.layer, v.name] = v
            continue
        codes = {code.code: code for code in (*v.codes, *before.codes)}
        order = dict.fromkeys(code.code for code in (*before.codes, *v.codes))
        found[v.layer, v.name] = replace(
            before,
            codes=tuple(codes[code] for code in order),
            several=before.several or v.several,
        )
    return tuple(found.values())


# Columns -----------------------------------------------------------------------------------------


def _fit_columns(out: Fitted, codebook: Codebook | None) -> None:
    """Names that a corpus can have as columns; two that become one are numbered.

    A name that the codebook has in that layer stays, be it one that tables give a meaning too.
    """
    own = set() if codebook is None else {(v.layer, v.name) for v in codebook.variables}
    names: dict[tuple[str, str], str] = {}
    keys = [(v.layer, v.name) for v in out.project.variables]
    keys += [(a.layer, name) for a in all_annotations(out.project.codings) for name in a.values]
    for layer, name in dict.fromkeys(keys):
        plain = name if (layer, name) in own else column_name(name, layer) or "code"
        taken = {new for (other, _), new in names.items() if other == layer}
        number, new = 1, plain
        while new in taken:
            number += 1
            new = f"{plain}_{number}"
        names[layer, name] = new
        if new != name:
            out.notes.append(f"variable {shown(name)} is the column {new} of {layer}")
    change: dict[int, Annotation | None] = {}
    for number, a in enumerate(all_annotations(out.project.codings)):
        values = {names[a.layer, name]: codes for name, codes in a.values.items()}
        change[number] = replace(a, values=values)
    variables = [replace(v, name=names[v.layer, v.name]) for v in out.project.variables]
    out.project = replace(with_annotations(out.project, change), variables=tuple(variables))
