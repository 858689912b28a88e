"""Codes of a file as codes of a codebook, or as codes that a codebook can have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from frameline.corpus.codebook import Codebook
from frameline.corpus.codebook import Variable as BookVariable
from frameline.corpus.tables import nearest, shown
from frameline.exchange.files.error import ExchangeError
from frameline.exchange.incoming.codebook_draft import is_coded
from frameline.exchange.incoming.fitted import Fitted, with_annotations
from frameline.exchange.model.gather import all_annotations
from frameline.exchange.model.project import Annotation, Code, Coding, Left, Project

#: Columns of an annotation that need no entry in the codebook.
_PLAIN = frozenset(("alt", "gist"))


def _clean(code: str) -> str:
    """A code as a cell can hold it: no semicolon, no outer blanks.

    >>> _clean(" a;b ")
    'a,b'
    """
    return code.replace(";", ",").strip()


def clean_codes(out: Fitted) -> None:
    """Codes without the semicolon that separates the codes of a cell."""
    coded = _coded_variables(out.project)
    changed: dict[str, str] = {}

    def clean(codes: Iterable[str]) -> tuple[str, ...]:
        changed.update((code, _clean(code)) for code in codes if code != _clean(code))
        return tuple(dict.fromkeys(new for code in codes if (new := _clean(code))))

    change: dict[int, Annotation | None] = {}
    for number, a in enumerate(all_annotations(out.project.codings)):
        values = {
            name: clean(codes) if (a.layer, name) in coded else codes
            for name, codes in a.values.items()
        }
        change[number] = replace(a, values={name: codes for name, codes in values.items() if codes})
    variables = [replace(v, codes=_clean_list(v.codes)) for v in out.project.variables]
    out.notes += [f"code {shown(old)} is written {shown(new)}" for old, new in changed.items()]
    out.project = replace(with_annotations(out.project, change), variables=tuple(variables))


def _coded_variables(project: Project) -> set[tuple[str, str]]:
    """The variables that have codes, declared or by the look of their values."""
    coded = {(v.layer, v.name) for v in project.variables if v.codes or v.several}
    used: dict[tuple[str, str], Counter[str]] = {}
    for a in all_annotations(project.codings):
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


def fit_codes(out: Fitted, codebook: Codebook, *, grow: bool, strict: bool = False) -> None:
    """Codes of the codebook only; a label of the codebook stands for its code.

    Annotations with codes that the codebook has not, or with several where it takes one, are left
    and named; where they are more than half of all, or strictly, they are refused.
    """
    known = {(v.layer, v.name): v for v in codebook.variables}
    by_label: Counter[tuple[str, str, str]] = Counter()
    unknown: dict[tuple[str, str, str], Counter[str]] = {}
    strange: Counter[tuple[str, str]] = Counter()
    change: dict[int, Annotation | None] = {}
    faulty: dict[int, ExchangeError] = {}
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
                        one = {(a.layer, name, code): Counter([where])}
                        faulty.setdefault(number, _unknown_codes(one, known))
                if grow is False and _too_many(variable, values[name]):
                    faulty.setdefault(number, _several(coding, name, values[name]))
            gone = a.values and not values
            change[number] = None if gone else replace(a, values=values)
    refuse = strict or 2 * len(faulty) > len(change)
    if unknown and grow:
        for layer, name, code in unknown:
            out.new_codes.setdefault((layer, name), []).append(code)
    elif unknown and refuse:
        raise _unknown_codes(unknown, known)
    _say_fitted(out, by_label, strange, change)
    _leave_faulty(out, known, change, {} if grow or refuse else faulty)


def _leave_faulty(
    out: Fitted,
    known: Mapping[tuple[str, str], BookVariable],
    change: dict[int, Annotation | None],
    faulty: Mapping[int, ExchangeError],
) -> None:
    """Leave annotations that do not fit, each named; refuse sets where nothing is left."""
    if not faulty:
        _refuse_sets(out.project, known, change)
    else:
        for at, error in faulty.items():
            change[at] = None
            out.left.append(Left(1, "annotations", error.why, error.where, fault=True))
    out.project = replace(with_annotations(out.project, change), variables=())


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
                if _too_many(variable, codes):
                    raise _several(coding, name, codes)


def _too_many(variable: BookVariable | None, codes: Sequence[str]) -> bool:
    return variable is not None and len(codes) > 1 and not variable.multiple


def _several(coding: Coding, name: str, codes: Sequence[str]) -> ExchangeError:
    found = f"{name} with {', '.join(map(shown, codes[:5]))}"
    todo = f"write multiple = true for {name} in codebook.toml, or correct the file"
    return ExchangeError(coding.document, f"coder {coding.coder}", found, "one code", todo)
