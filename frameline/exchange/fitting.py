"""From the names of an annotation tool to those of a corpus: layers, columns, codes, facts.

A pure step between a format and the tables of a corpus. Whatever is renamed, moved to another
layer or left out is said in the notes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from frameline.codebook import LAYERS, Codebook
from frameline.codebook import Variable as BookVariable
from frameline.exchange.codebook_draft import is_coded
from frameline.exchange.corpus_names import column_name
from frameline.exchange.model import (
    Annotation,
    Code,
    Coding,
    Document,
    ExchangeError,
    Left,
    Project,
    Variable,
)
from frameline.exchange.naming import safe_name
from frameline.tables import DOCUMENT_FACTS, nearest, shown

#: Facts that are computed anew: a file may have its own of these names, under another name.
DERIVED = frozenset(
    ("sha256", "chars", "words", "sentences", "paragraphs", "para_groups", "too_short")
)
#: Columns of an annotation that need no entry in the codebook.
_PLAIN = frozenset(("alt", "gist"))


@dataclass
class Fitted:
    """A project under the names of a corpus, with what was changed and what was left out."""

    project: Project
    notes: list[str] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    new_codes: dict[tuple[str, str], list[str]] = field(default_factory=dict)


def fit(project: Project, codebook: Codebook | None, *, grow: bool = False) -> Fitted:
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
    _fit_columns(out)
    _merge_document_codes(out)
    if codebook is None:
        _clean_codes(out)
    else:
        _fit_codes(out, codebook, grow=grow)
    _fit_facts(out, codebook)
    return out


def _annotations(project: Project) -> Iterable[Annotation]:
    return (a for coding in project.codings for a in coding.annotations)


def _with_annotations(project: Project, change: Mapping[int, Annotation | None]) -> Project:
    """The project with annotations replaced (None: left out), by their number in all."""
    number, codings = -1, []
    for coding in project.codings:
        kept = []
        for annotation in coding.annotations:
            number += 1
            new = change.get(number, annotation)
            if new is not None:
                kept.append(new)
        codings.append(replace(coding, annotations=tuple(kept)))
    return replace(project, codings=tuple(codings))


# Layers ------------------------------------------------------------------------------------------


def _fit_layers(out: Fitted, codebook: Codebook | None) -> None:
    """Unknown layers are claims; codes of whole documents are a layer of their own.

    Where nothing in the project has a place, an annotation is a claim about its document.
    """
    placed = any(a.spans or a.unit for a in _annotations(out.project))
    moved: Counter[str] = Counter()
    change: dict[int, Annotation | None] = {}
    for number, annotation in enumerate(_annotations(out.project)):
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
        (a.layer, name): set() for a in _annotations(out.project) for name in a.values
    }
    for number, annotation in enumerate(_annotations(out.project)):
        new = change.get(number) or annotation
        for name in annotation.values:
            used[annotation.layer, name].add(new.layer)
    variables: list[Variable] = []
    for v in out.project.variables:
        home = v.layer if v.layer in LAYERS else "claims"
        for layer in sorted(used.get((v.layer, v.name), {home}), key=LAYERS.index):
            variables.append(replace(v, layer=layer))
    fitted = _with_annotations(out.project, change)
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


def _fit_columns(out: Fitted) -> None:
    """Names that a corpus can have as columns; two that become one are numbered."""
    names: dict[tuple[str, str], str] = {}
    keys = [(v.layer, v.name) for v in out.project.variables]
    keys += [(a.layer, name) for a in _annotations(out.project) for name in a.values]
    for layer, name in dict.fromkeys(keys):
        plain = column_name(name, layer) or "code"
        taken = {new for (other, _), new in names.items() if other == layer}
        number, new = 1, plain
        while new in taken:
            number += 1
            new = f"{plain}_{number}"
        names[layer, name] = new
        if new != name:
            out.notes.append(f"variable {shown(name)} is the column {new} of {layer}")
    change: dict[int, Annotation | None] = {}
    for number, a in enumerate(_annotations(out.project)):
        values = {names[a.layer, name]: codes for name, codes in a.values.items()}
        change[number] = replace(a, values=values)
    variables = [replace(v, name=names[v.layer, v.name]) for v in out.project.variables]
    out.project = replace(_with_annotations(out.project, change), variables=tuple(variables))


# Codes -------------------------------------------------------------------------------------------


def _clean(code: str) -> str:
    """A code as a cell can hold it: no semicolon, no outer blanks.

    >>> _clean(" a;b ")
    'a,b'
    """
    return code.replace(";", ",").strip()


def _clean_codes(out: Fitted) -> None:
    """Codes without the semicolon that separates the codes of a cell."""
    coded = _coded_variables(out.project)
    changed: dict[str, str] = {}

    def clean(codes: Iterable[str]) -> tuple[str, ...]:
        changed.update((code, _clean(code)) for code in codes if code != _clean(code))
        return tuple(dict.fromkeys(new for code in codes if (new := _clean(code))))

    change: dict[int, Annotation | None] = {}
    for number, a in enumerate(_annotations(out.project)):
        values = {
            name: clean(codes) if (a.layer, name) in coded else codes
            for name, codes in a.values.items()
        }
        change[number] = replace(a, values={name: codes for name, codes in values.items() if codes})
    variables = [replace(v, codes=_clean_list(v.codes)) for v in out.project.variables]
    out.notes += [f"code {shown(old)} is written {shown(new)}" for old, new in changed.items()]
    out.project = replace(_with_annotations(out.project, change), variables=tuple(variables))


def _coded_variables(project: Project) -> set[tuple[str, str]]:
    """The variables that have codes, declared or by the look of their values."""
    coded = {(v.layer, v.name) for v in project.variables if v.codes or v.several}
    used: dict[tuple[str, str], Counter[str]] = {}
    for a in _annotations(project):
        for name, codes in a.values.items():
            used.setdefault((a.layer, name), Counter()).update(codes)
            if len(codes) > 1:
                coded.add((a.layer, name))
    looks = {(layer, name) for (layer, name), c in used.items() if is_coded(name, layer, c)}
    return coded | looks


def _clean_list(codes: Iterable[Code]) -> tuple[Code, ...]:
    """A list of codes in clean form, each once; a changed one keeps its old form as label."""
    found: dict[str, Code] = {}
    for code in codes:
        new = _clean(code.code)
        if new and new not in found:
            label = code.label or (code.code if new != code.code else "")
            found[new] = replace(code, code=new, label=label, parent=_clean(code.parent))
    return tuple(found.values())


def _fit_codes(out: Fitted, codebook: Codebook, *, grow: bool) -> None:
    """Codes of the codebook only; a label of the codebook stands for its code."""
    known = {(v.layer, v.name): v for v in codebook.variables}
    by_label: Counter[tuple[str, str, str]] = Counter()
    unknown: dict[tuple[str, str, str], Counter[str]] = {}
    strange: Counter[tuple[str, str]] = Counter()
    change: dict[int, Annotation | None] = {}
    number = -1
    for coding in out.project.codings:
        for a in coding.annotations:
            number += 1
            values: dict[str, tuple[str, ...]] = {}
            for name, codes in a.values.items():
                variable = known.get((a.layer, name))
                if variable is None:
                    if name in _PLAIN and a.layer == "claims":
                        values[name] = codes
                    else:
                        strange[a.layer, name] += 1
                    continue
                values[name] = tuple(dict.fromkeys(_coded(variable, c, by_label) for c in codes))
                for code in values[name]:
                    if variable.codes and code not in variable.order:
                        where = f"{coding.document}, coder {coding.coder or 'without a name'}"
                        place = unknown.setdefault((a.layer, name, code), Counter())
                        place[where] += 1
            gone = a.values and not values
            change[number] = None if gone else replace(a, values=values)
    if unknown and grow:
        for layer, name, code in unknown:
            out.new_codes.setdefault((layer, name), []).append(code)
    elif unknown:
        raise _unknown_codes(unknown, known)
    _say_fitted(out, by_label, strange, change)
    _refuse_sets(out.project, known, change)
    out.project = replace(_with_annotations(out.project, change), variables=())


def _coded(variable: BookVariable, code: str, by_label: Counter[tuple[str, str, str]]) -> str:
    """The code of the codebook that a code of the file stands for; itself where there is none."""
    if not variable.codes:
        return code
    plain = _clean(code)
    if plain in variable.order:
        return plain
    named = [c.code for c in variable.codes if plain in (c.label, c.short)]
    if len(named) == 1:
        by_label[variable.name, code, named[0]] += 1
        return named[0]
    return plain


def _unknown_codes(
    unknown: Mapping[tuple[str, str, str], Counter[str]],
    known: Mapping[tuple[str, str], BookVariable],
) -> ExchangeError:
    """One error about all codes that the codebook has not."""
    lines = []
    for (layer, name, code), places in list(unknown.items())[:10]:
        close = nearest(code, known[layer, name].order)
        hint = f" (did you mean {close}?)" if close else ""
        where = next(iter(places))
        lines.append(f"{name} {shown(code)}, {places.total()} times, first in {where}{hint}")
    if len(unknown) > 10:
        lines.append(f"and {len(unknown) - 10} more")
    name = next(iter(unknown))[1]
    order = known[next(iter(unknown))[:2]].order
    allowed = f"{name}: {', '.join(order)}"
    todo = f"rename them under [codes.{name}] of a file for --map, or take them in with --add-codes"
    return ExchangeError("codebook.toml", "codes it has not", "; ".join(lines), allowed, todo)


def _say_fitted(
    out: Fitted,
    by_label: Counter[tuple[str, str, str]],
    strange: Counter[tuple[str, str]],
    change: Mapping[int, Annotation | None],
) -> None:
    for (name, label, code), count in by_label.items():
        out.notes.append(f"{name}: label {shown(label)} is the code {shown(code)} ({count} times)")
    for (layer, name), count in strange.items():
        why = f"codebook.toml has no variable {shown(name)} of {layer}; add it, or use --map"
        out.notes.append(f"{count} values left out: {why}")
    gone = sum(annotation is None for annotation in change.values())
    if gone:
        why = "codebook.toml has none of their variables"
        out.left.append(Left(gone, "annotations", why))


def _refuse_sets(
    project: Project,
    known: Mapping[tuple[str, str], BookVariable],
    change: Mapping[int, Annotation | None],
) -> None:
    """Several codes where the codebook takes one."""
    number = -1
    for coding in project.codings:
        for _ in coding.annotations:
            number += 1
            a = change[number]
            for name, codes in a.values.items() if a else ():
                variable = known.get((a.layer, name)) if a else None
                if variable is not None and len(codes) > 1 and not variable.multiple:
                    found = f"{name} with {', '.join(map(shown, codes[:5]))}"
                    todo = f"write multiple = true for {name} in codebook.toml, or correct the file"
                    place = f"coder {coding.coder}"
                    raise ExchangeError(coding.document, place, found, "one code", todo)


# Documents ---------------------------------------------------------------------------------------


def _merge_document_codes(out: Fitted) -> None:
    """One annotation of a coder for a document as a whole: its values and notes together."""
    codings, merged = [], 0
    for coding in out.project.codings:
        whole = [a for a in coding.annotations if a.layer == "documents"]
        rest = [a for a in coding.annotations if a.layer != "documents"]
        if len(whole) > 1:
            merged += len(whole)
            values: dict[str, tuple[str, ...]] = {}
            for a in whole:
                for name, codes in a.values.items():
                    values[name] = tuple(dict.fromkeys([*values.get(name, ()), *codes]))
            note = "\n".join(dict.fromkeys(a.note for a in whole if a.note))
            whole = [Annotation(values=values, layer="documents", id=whole[0].id, note=note)]
        codings.append(Coding(coding.document, coding.coder, (*whole, *rest)))
    if merged:
        out.notes.append(f"{merged} annotations of whole documents are one row per coder")
    out.project = replace(out.project, codings=tuple(codings))


def _fit_facts(out: Fitted, codebook: Codebook | None) -> None:
    """Facts under the columns of documents.csv; others need a variable of the documents."""
    own = None if codebook is None else {v.name for v in codebook.layer("documents")}
    unknown: Counter[str] = Counter()
    renamed: dict[str, str] = {}
    documents = []
    for document in out.project.documents:
        facts: dict[str, str] = {}
        for name, text in document.facts.items():
            column = name
            if name in DERIVED or name not in (*DOCUMENT_FACTS, "published"):
                column = column_name(name, "documents")
            if not text or not column:
                continue
            if own is not None and column not in (*own, *DOCUMENT_FACTS, "published"):
                unknown[name] += 1
                continue
            if column != name:
                renamed[name] = column
            facts[column] = text
        documents.append(replace(document, facts=_sound(facts)))
    for name, column in renamed.items():
        out.notes.append(f"fact {shown(name)} is the column {column} of documents.csv")
    for name, count in unknown.items():
        why = "codebook.toml has no such variable of documents"
        out.notes.append(f"fact {shown(name)} of {count} documents left out: {why}")
    out.project = replace(out.project, documents=_own_names(documents, out.notes))


def _sound(facts: dict[str, str]) -> dict[str, str]:
    """Facts without a file name that leads elsewhere."""
    if facts.get("file") and safe_name(facts["file"]) != facts["file"]:
        return {**facts, "file": safe_name(facts["file"])}
    return facts


def _own_names(documents: list[Document], notes: list[str]) -> tuple[Document, ...]:
    """Documents whose short names differ; names that do not are left out."""
    count = Counter(d.facts["name"] for d in documents if d.facts.get("name"))
    for name in (name for name, number in count.items() if number > 1):
        notes.append(f"name {shown(name)} of {count[name]} documents left out: it names no one")
    return tuple(
        replace(d, facts={k: v for k, v in d.facts.items() if k != "name" or count[v] < 2})
        for d in documents
    )
