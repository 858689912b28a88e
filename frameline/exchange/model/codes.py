"""Values of annotations and the codes a writer needs for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from frameline.exchange.model.project import Code, Coding, Project, Variable


def merged(values: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    """Pairs of variable and code as the values of an annotation, each code once.

    Examples
    --------
    >>> merged([("frame", "X"), ("voice", "own"), ("frame", "Y"), ("frame", "X")])
    {'frame': ('X', 'Y'), 'voice': ('own',)}
    """
    found: dict[str, dict[str, None]] = {}
    for name, code in values:
        found.setdefault(name, {})[code] = None
    return {name: tuple(codes) for name, codes in found.items()}


def one_code_each(values: Mapping[str, tuple[str, ...]]) -> list[dict[str, str]]:
    """Values for formats whose variables take one code: as many as the largest set has codes.

    Examples
    --------
    >>> one_code_each({"frame": ("X", "Y"), "voice": ("own",)})
    [{'frame': 'X', 'voice': 'own'}, {'frame': 'Y', 'voice': 'own'}]
    >>> one_code_each({})
    [{}]
    """
    most = max((len(codes) for codes in values.values()), default=1)
    return [
        {
            name: codes[min(number, len(codes) - 1)]
            for name, codes in values.items()
            if number < len(codes) or len(codes) == 1
        }
        for number in range(most)
    ]


def placed(known: Iterable[Variable], codings: Iterable[Coding]) -> dict[str, Variable]:
    """Variables a file describes once for all layers, each in the layer where it is first used.

    Examples
    --------
    >>> from frameline.exchange.model.project import Annotation
    >>> used = Coding("d", "a", (Annotation(values={"role": ("X",)}, layer="actors"),))
    >>> placed([Variable("role")], [used])["role"].layer
    'actors'
    """
    layers: dict[str, str] = {}
    for coding in codings:
        for annotation in coding.annotations:
            for name in annotation.values:
                layers.setdefault(name, annotation.layer)
    return {v.name: replace(v, layer=layers.get(v.name, v.layer)) for v in known}


def renamed(project: Project, names: Mapping[str, str]) -> Project:
    """The project with variables and facts called as the person importing said (``--map``).

    Two variables that get one name become one, with the codes of both.

    Examples
    --------
    >>> from frameline.exchange.model.project import Annotation
    >>> used = Coding("d", "a", (Annotation(values={"code": ("X",)}),))
    >>> renamed(Project((), (used,)), {"code": "frame"}).codings[0].annotations[0].values
    {'frame': ('X',)}
    """
    if not names:
        return project
    documents = tuple(
        replace(d, facts={names.get(n, n): value for n, value in d.facts.items()})
        for d in project.documents
    )
    codings = tuple(
        replace(
            coding,
            annotations=tuple(
                replace(a, values=merged((names.get(n, n), c) for n, cs in a.values.items()
                                         for c in cs))
                for a in coding.annotations
            ),
        )
        for coding in project.codings
    )  # fmt: skip
    variables: dict[tuple[str, str], Variable] = {}
    for variable in project.variables:
        name = names.get(variable.name, variable.name)
        known = variables.get((variable.layer, name), replace(variable, name=name, codes=()))
        codes = {code.code: code for code in (*known.codes, *variable.codes)}
        several = known.several or variable.several
        variables[variable.layer, name] = replace(
            known, codes=tuple(codes.values()), several=several
        )
    return replace(
        project, documents=documents, codings=codings, variables=tuple(variables.values())
    )


def complete(declared: Iterable[Variable], codings: Iterable[Coding]) -> dict[str, dict[str, Code]]:
    """Every code that has to be written: those declared, then those only used.

    Variables of one name in several layers share their codes.

    Examples
    --------
    >>> from frameline.exchange.model.project import Annotation
    >>> used = Coding("d", "a", (Annotation(values={"frame": ("X", "Y")}),))
    >>> {name: list(codes) for name, codes in complete([], [used]).items()}
    {'frame': ['X', 'Y']}
    """
    found: dict[str, dict[str, Code]] = {}
    for variable in declared:
        known = found.setdefault(variable.name, {})
        for code in variable.codes:
            known.setdefault(code.code, code)
    for coding in codings:
        for annotation in coding.annotations:
            for name, codes in annotation.values.items():
                known = found.setdefault(name, {})
                for value in codes:
                    known.setdefault(value, Code(value))
    return found
