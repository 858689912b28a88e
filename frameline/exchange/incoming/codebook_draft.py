"""A codebook from an import: variables and codes as the file has them, roles by a guess.

The file it is written to says of every guess that it is one, and what else could stand there.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from frameline.corpus.codebook import LEVELS, ROLES, Code, Codebook, Variable, guess_flags
from frameline.corpus.tables import DOCUMENT_FACTS
from frameline.exchange.model import project as model
from frameline.exchange.model.columns import FRAMES
from frameline.exchange.model.project import Annotation, Project

#: Other names under which annotation tools and their users have a role.
SYNONYMS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "claims": {
        "frame": FRAMES,
        "valence": ("tone", "sentiment", "polarity", "evaluation", "sign", "pull"),
        "voice": ("speaker", "source", "attribution"),
        "strength": ("intensity",),
    },
    "labels": {"label": ("label", "labels", "name", "word", "value")},
}  # fmt: skip

#: A variable without a list of codes gets one when it has no more values than this.
MOST_CODES = 60
_LONGEST_CODE = 60
#: A variable in fewer annotations may say the frame even if it says the same in all.
_FEW = 5
#: Names of ids, times, numbers and addresses, which no frame has.
_NO_FRAME = re.compile(
    r"(?:^|[\W_])(?:id|ids|nr|no|num|number|index|idx|key|uuid|guid|hit|row|rowid|time|date|year|"
    r"url|uri|ip|position|weight|score|confidence|trust|count|length|offset|duration|page)"
    r"(?:$|[\W_\d])|(?<=[a-z])(?:Id|ID)$",
    re.IGNORECASE,
)
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def draft_codebook(
    project: Project, title: str, choose_frame: Callable[[Sequence[str]], str] | None = None
) -> Codebook:
    """The codebook of a project whose annotations carry the layers and columns of a corpus.

    Parameters
    ----------
    project : Project
        As `frameline.exchange.incoming.fitting` leaves it.
    title : str
        Title of the codebook.
    choose_frame : callable, optional
        Asked which of several variables of claims says the frame, where no name does.

    Returns
    -------
    Codebook
        Declared codes first, in the order of the file, then codes that are used but not declared.
        Without variables where the project has none.
    """
    values = _values(project)
    several = {
        (a.layer, name)
        for coding in project.codings
        for a in coding.annotations
        for name, codes in a.values.items()
        if len(codes) > 1
    }
    declared = {(v.layer, v.name): v for v in project.variables}
    variables = []
    for layer, name in dict.fromkeys([*declared, *values]):
        known = declared.get((layer, name), model.Variable(name, layer=layer))
        found = replace(known, several=known.several or (layer, name) in several)
        variables.append(_variable(found, values.get((layer, name), Counter())))
    taken = {name for layer, name in (*declared, *values) if layer == "documents"}
    variables += _fact_variables(project, taken)
    return Codebook(
        title=title, version="1", variables=tuple(_with_roles(variables, values, choose_frame))
    )


def _values(project: Project) -> dict[tuple[str, str], Counter[str]]:
    """How often each value occurs, by layer and variable, in order of appearance."""
    values: dict[tuple[str, str], Counter[str]] = {}
    for annotation in _annotations(project):
        for name, codes in annotation.values.items():
            values.setdefault((annotation.layer, name), Counter()).update(codes)
    return values


def _annotations(project: Project) -> Iterable[Annotation]:
    return (a for coding in project.codings for a in coding.annotations)


def _variable(found: model.Variable, used: Counter[str]) -> Variable:
    """One variable: its declared codes and those in use, or free values."""
    codes = [_code(code) for code in found.codes]
    if found.codes or found.several or is_coded(found.name, found.layer, used):
        known = {code.code for code in codes}
        codes += [Code(code=value, label=value) for value in used if value not in known]
    return Variable(
        name=found.name,
        layer=found.layer,
        label=found.label or found.name,
        level="nominal" if codes else "text",
        multiple=found.several,
        codes=tuple(codes),
    )


def is_coded(name: str, layer: str, used: Counter[str]) -> bool:
    """Whether values look like codes: short, and few or under a name that has a role.

    >>> is_coded("tone", "claims", Counter(["up", "down", "flat", "none"]))
    True
    >>> is_coded("why", "claims", Counter(["it rains", "he is late", "who knows", "tired"]))
    False
    """
    short = all(len(value) <= _LONGEST_CODE and "\n" not in value for value in used)
    few = len(used) <= 3 or used.total() >= 1.5 * len(used)
    named = name.casefold() in _role_names(layer)
    return bool(used) and short and len(used) <= MOST_CODES and (few or named)


def _role_names(layer: str) -> set[str]:
    """Every name that suggests a role in a layer."""
    known = SYNONYMS.get(layer, {})
    return {*ROLES[layer], *ROLES[layer].values(), *(n for names in known.values() for n in names)}


def _code(code: model.Code) -> Code:
    return Code(
        code=code.code,
        label=code.label or code.code,
        definition=code.definition,
        colour=_hex(code.colour),
        group=code.parent,
    )


def _hex(colour: str) -> str:
    """A colour as #rrggbb; "" where it is none."""
    if not colour or _COLOUR.fullmatch(colour):
        return colour
    from matplotlib.colors import is_color_like, to_hex

    return to_hex(colour) if is_color_like(colour) else ""


def _fact_variables(project: Project, taken: set[str]) -> list[Variable]:
    """Facts of documents that a corpus has no column for: free values of the documents."""
    names = dict.fromkeys(name for d in project.documents for name in d.facts)
    return [
        Variable(name=name, layer="documents", label=name, level="text")
        for name in names
        if name not in taken and name not in (*DOCUMENT_FACTS, "published")
    ]


def frame_candidates(
    variables: Sequence[Variable], values: Mapping[tuple[str, str], Counter[str]]
) -> list[str]:
    """Variables of claims that may say the frame, the most used first.

    None that is called like an id, a time or a number, none that says the same everywhere, and
    none that says something else on every row.
    """
    found = []
    for variable in variables:
        used = values.get(("claims", variable.name), Counter())
        plain = 1 < len(used) < used.total() or used.total() < _FEW
        coded = variable.layer == "claims" and variable.codes
        if coded and plain and not _NO_FRAME.search(variable.name):
            found.append((used.total(), variable.name))
    return [name for _, name in sorted(found, key=lambda one: -one[0])]


def _with_roles(
    variables: Sequence[Variable],
    values: Mapping[tuple[str, str], Counter[str]],
    choose_frame: Callable[[Sequence[str]], str] | None = None,
) -> list[Variable]:
    """The variables with the roles that their names suggest, each role once in its layer.

    Of the claims one variable must say the frame: failing a name, one that may (see
    `frame_candidates`); where none may, the role stays open.
    """
    roles: dict[tuple[str, str], str] = {}
    for layer, known in ROLES.items():
        names = {v.name.strip().casefold(): v.name for v in variables if v.layer == layer}
        for role, usual in known.items():
            for name in (role, usual, *SYNONYMS.get(layer, {}).get(role, ())):
                if name in names and (layer, names[name]) not in roles:
                    roles[layer, names[name]] = role
                    break
    if "frame" not in (roles.get(("claims", v.name)) for v in variables):
        every = frame_candidates(variables, values)
        open_ones = [name for name in every if ("claims", name) not in roles] or every
        frame = open_ones[0] if open_ones else ""
        if choose_frame and len(open_ones) > 1:
            frame = choose_frame(open_ones)
        if frame:
            roles["claims", frame] = "frame"
    return [_in_role(v, roles.get((v.layer, v.name), "")) for v in variables]


def _in_role(variable: Variable, role: str) -> Variable:
    flags = guess_flags(variable.order, variable.layer, role)
    codes = tuple(replace(code, flags=flags[code.code]) for code in variable.codes)
    return replace(variable, role=role, codes=codes)


# Writing -----------------------------------------------------------------------------------------


def codebook_toml(codebook: Codebook, source: str) -> str:
    """The codebook as a commented TOML file.

    Parameters
    ----------
    codebook : Codebook
        With at least one variable.
    source : str
        What it was made from, for the first comment.
    """
    lines = [
        f"# Codebook made by an import from {_comment(source)}.",
        "# Variables, codes and their order are those of the file. Roles were GUESSED from names:",
        "# a role tells the report what a variable is for; check each one, change or remove it.",
        f"title = {toml_text(codebook.title)}",
        f"version = {toml_text(codebook.version)}",
        "",
        "# The relationship, as the report names it: write the two parties and the pair.",
        "[dyad]",
        '# a = "Norland"',
        '# b = "Sudmark"',
        'label = "the pair"  # "Norland and Sudmark"',
    ]
    for variable in codebook.variables:
        lines += ["", *_variable_lines(variable)]
    return "\n".join(lines) + "\n"


def _variable_lines(variable: Variable) -> list[str]:
    lines = [
        "[[variables]]",
        f"name = {toml_text(variable.name)}",
        f"layer = {toml_text(variable.layer)}",
        *_role_lines(variable),
        f"label = {toml_text(variable.label)}",
        '# question = "What did the coder ask?"',
        f"level = {toml_text(variable.level)}  # {', '.join(LEVELS)}",
        f"multiple = {str(variable.multiple).lower()}  # whether a cell may hold several codes",
    ]
    if (variable.layer, variable.role) == ("claims", "valence") and not variable.flag("sign"):
        lines += [
            "# The report needs the direction of each code: add to it sign = 1 (together),",
            "# sign = -1 (apart) or sign = 0 (both); none for a code that says neither.",
        ]
    for code in variable.codes:
        lines += ["", "[[variables.codes]]"]
        texts = ("code", "label", "definition", "colour", "group")
        lines += [f"{key} = {toml_text(getattr(code, key))}" for key in texts if getattr(code, key)]
        lines += [f"{key} = {json.dumps(value)}  # guessed" for key, value in code.flags.items()]
    return lines


def _role_lines(variable: Variable) -> list[str]:
    """The role with what it might be instead; commented out where none was guessed."""
    known = ", ".join(ROLES[variable.layer])
    if variable.role:
        return [f"role = {toml_text(variable.role)}  # GUESSED; one of: {known}"]
    return [f'# role = ""  # one of: {known}']


def toml_text(text: str) -> str:
    """A text as TOML writes it: JSON's escapes are TOML's, but for the delete character.

    >>> print(toml_text('say "x"'))
    "say \\"x\\""
    """
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _comment(text: str) -> str:
    return " ".join(json.dumps(text, ensure_ascii=False)[1:-1].replace("\x7f", " ").split())
