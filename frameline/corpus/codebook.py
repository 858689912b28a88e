"""The codebook: the variables of a coding, their codes, and the role each plays in the report.

Chapters ask for roles ("frame", "valence", "voice"), never for column names, so that a codebook
with other variables and other codes works without touching a chapter.
"""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import pandas as pd

from frameline.corpus.fault import Fault, hint, listed, nearest, shown

LAYERS = ("claims", "labels", "events", "documents")
#: Tables whose columns are no variables.
_PLAIN = ("blocks", "units", "tokens", "codings", "context", "adjudication")
LEVELS = ("nominal", "ordinal", "interval", "text", "date")

#: The roles a chapter may ask for, and the column name each has when a table has no codebook.
ROLES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "claims": MappingProxyType(
            {
                "frame": "driver",
                "valence": "valence",
                "mechanism": "mechanism",
                "strength": "strength",
                "direction": "direction",
                "function": "function",
                "argument": "role",
                "voice": "voice",
                "stance": "stance",
                "modality": "modality",
                "relevance": "relevance",
                "theatre": "theatre",
                "durability": "durability",
                "forecast": "forecast",
                "forecast_condition": "forecast_condition",
                "forecast_horizon": "forecast_horizon",
                "forecast_certainty": "forecast_certainty",
                "addressee": "addressee",
                "instrument": "instrument",
                "goal": "goal",
                "explicitness": "explicitness",
                "strategy": "strategy",
            }
        ),
        "labels": MappingProxyType(
            {
                "label": "family",
                "pair": "dyad",
                "polarity": "polarity",
                "voice": "voice",
                "stance": "stance",
                "scope": "scope",
                "place": "where",
            }
        ),
        "events": MappingProxyType(
            {"year": "year", "precision": "precision", "basis": "year_basis"}
        ),
        "documents": MappingProxyType(
            {
                "vantage": "vantage",
                "title_label": "title_label",
                "body_label": "body_label",
                "verdict": "thesis_direction",
                "durability": "durability",
                "genre": "genre",
            }
        ),
    }
)

#: Flags a code may carry, by (layer, role) of its variable.
FLAGS: Mapping[tuple[str, str], frozenset[str]] = MappingProxyType(
    {
        ("claims", "frame"): frozenset({"unspecific"}),
        ("claims", "valence"): frozenset({"sign"}),
        ("claims", "voice"): frozenset({"own"}),
        ("claims", "relevance"): frozenset({"counted"}),
        ("claims", "modality"): frozenset({"asserted", "question"}),
        ("claims", "function"): frozenset({"verdict", "advice", "fact"}),
        ("claims", "argument"): frozenset({"conceded"}),
        ("claims", "stance"): frozenset({"adopted"}),
        ("documents", "verdict"): frozenset({"sign"}),
        ("labels", "voice"): frozenset({"own"}),
        ("labels", "polarity"): frozenset({"asserted"}),
        ("labels", "stance"): frozenset({"adopted"}),
    }
)

_CODE_TEXTS = (
    "code",
    "label",
    "short",
    "plain",
    "definition",
    "include",
    "exclude",
    "boundary",
    "example",
    "example_place",
    "colour",
    "group",
)
_VARIABLE_TEXTS = ("name", "layer", "role", "label", "question", "definition", "level", "when")
_VARIABLE_KEYS = frozenset((*_VARIABLE_TEXTS, "multiple", "required", "codes"))
_TOP_KEYS = frozenset(("title", "version", "dyad", "changes", "rules", "variables"))
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
#: One word as the token tables hold it: no blank, no hyphen, inner apostrophes and full stops.
_KEYWORD = re.compile(r"[^\W_]+(?:['.][^\W_]+)*\.?")


class CodebookError(ValueError):
    """A codebook that cannot be used; `problems` lists everything that is wrong with it."""

    def __init__(self, problems: Sequence[Fault]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(f"{p.place}: {p.todo}" for p in self.problems))


#: What the pair is called where no codebook names it.
UNNAMED = "the pair"


@dataclass(frozen=True)
class Dyad:
    """The two parties of the relationship and the name of the pair."""

    a: str = "the first"
    b: str = "the second"
    label: str = UNNAMED

    @property
    def named(self) -> bool:
        """Whether the codebook says what the pair is called."""
        return bool(self.label) and self.label != UNNAMED


@dataclass(frozen=True)
class Change:
    """One entry of the codebook's change log; `rows` are the claim or label ids it touched."""

    version: str
    date: str = ""
    rule: str = ""
    text: str = ""
    rows: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rule:
    """A coding rule that holds across variables."""

    id: str
    title: str = ""
    text: str = ""


@dataclass(frozen=True)
class Code:
    """One code of a variable, with its definition, its look and the flags the report uses.

    `label` names it in full, `short` is what charts call it, `plain` what a sentence says for it.
    """

    code: str
    label: str = ""
    short: str = ""
    definition: str = ""
    include: str = ""
    exclude: str = ""
    boundary: str = ""
    example: str = ""
    example_place: str = ""
    colour: str = ""
    group: str = ""
    keywords: tuple[str, ...] = ()
    flags: Mapping[str, Any] = field(default_factory=dict, hash=False)
    plain: str = ""


class Condition(NamedTuple):
    """When a variable is coded: only where `name` has one of `codes` (any code when empty)."""

    name: str
    codes: tuple[str, ...]

    def holds(self, value: str) -> bool:
        """Whether a cell of the variable `name` satisfies the condition."""
        if not self.codes:
            return value != ""
        return any(part.strip() in self.codes for part in value.split(";"))


def parse_condition(text: str) -> Condition | None:
    """Read a `when` rule: "function=TR", "modality=conditional|possibility" or "forecast=*".

    >>> parse_condition("function=TR").holds("TR")
    True
    >>> parse_condition("forecast=*").holds("")
    False
    """
    if not text:
        return None
    name, equals, codes = text.partition("=")
    if not name.strip() or not equals or not codes.strip():
        raise ValueError(f"cannot read the rule {text!r}")
    if codes.strip() == "*":
        return Condition(name.strip(), ())
    return Condition(name.strip(), tuple(part.strip() for part in codes.split("|")))


@dataclass(frozen=True)
class Variable:
    """One column of a layer: what the coder asks, the codes, and the role it has in the report."""

    name: str
    layer: str = "claims"
    role: str = ""
    label: str = ""
    question: str = ""
    definition: str = ""
    level: str = "nominal"
    multiple: bool = False
    required: bool = False
    when: str = ""
    codes: tuple[Code, ...] = ()

    @property
    def order(self) -> list[str]:
        """The codes in the order of the codebook."""
        return [code.code for code in self.codes]

    @property
    def labels(self) -> dict[str, str]:
        """Code to full label."""
        return {code.code: code.label or code.code for code in self.codes}

    @property
    def shorts(self) -> dict[str, str]:
        """Code to the short label that charts use."""
        return {code.code: code.short or code.label or code.code for code in self.codes}

    @property
    def plain(self) -> dict[str, str]:
        """Code to the words a sentence uses for it: its plain phrase, else its short label."""
        return {code.code: code.plain or self.shorts[code.code] for code in self.codes}

    @property
    def reasons(self) -> list[str]:
        """The codes that name a reason: all but those with the flag ``unspecific``."""
        return [code.code for code in self.codes if not code.flags.get("unspecific")]

    @property
    def colours(self) -> dict[str, str]:
        """Code to colour, for the codes that have one."""
        return {code.code: code.colour for code in self.codes if code.colour}

    @property
    def groups(self) -> dict[str, str]:
        """Code to coarser group, for the codes that have one."""
        return {code.code: code.group for code in self.codes if code.group}

    @property
    def keywords(self) -> dict[str, tuple[str, ...]]:
        """Code to the words that name it, for the codes that have such a list."""
        return {code.code: code.keywords for code in self.codes if code.keywords}

    @property
    def condition(self) -> Condition | None:
        """The `when` rule, read; None when the variable is coded everywhere."""
        return parse_condition(self.when)

    def find_code(self, name: str) -> str:
        """The code of a name: itself, its label, or its short label.

        Raises
        ------
        ValueError
            There is none; the message has the code that is nearest, by any of its names.

        Examples
        --------
        >>> why = Variable("why", role="frame", codes=(Code("SAN", label="Economic sanctions"),))
        >>> why.find_code("economic sanctions")
        'SAN'
        >>> why.find_code("sanctions")
        Traceback (most recent call last):
        ...
        ValueError: no code 'sanctions' of frame (did you mean "SAN"?); there are SAN
        """
        if name in self.labels or not self.codes:
            return name
        names = {text.casefold(): code.code for code in self.codes
                 for text in (code.short, code.label, code.code) if text}  # fmt: skip
        if str(name).casefold() in names:
            return names[str(name).casefold()]
        close = names.get(nearest(str(name), names), "") or _holding(str(name), names)
        near = f' (did you mean "{close}"?)' if close else ""
        there = listed(self.order, 40)
        raise ValueError(f"no code {name!r} of {self.role or self.name}{near}; there are {there}")

    def flagged(self, flag: str, value: Any = True) -> list[str]:
        """The codes whose flag has this value: `voice.flagged("own")`."""
        _check_flag(flag)
        return [
            code.code
            for code in self.codes
            if flag in code.flags
            and code.flags[flag] == value
            and isinstance(code.flags[flag], bool) == isinstance(value, bool)
        ]

    def flag(self, flag: str) -> dict[str, Any]:
        """Code to the value of a flag, for the codes that carry it: `valence.flag("sign")`."""
        _check_flag(flag)
        return {code.code: code.flags[flag] for code in self.codes if flag in code.flags}


def _holding(name: str, names: Mapping[str, str]) -> str:
    """The code one of whose names begins with a word, or has it in it."""
    word = name.strip().casefold()
    held = sorted((not known.startswith(word), known) for known in names if word and word in known)
    return names[held[0][1]] if held else ""


def _check_flag(flag: str) -> None:
    known = sorted({name for flags in FLAGS.values() for name in flags})
    if flag not in known:
        raise ValueError(f"no flag {flag!r}{hint(flag, known)}; there are {', '.join(known)}")


def _check_layer(layer: str) -> None:
    if layer not in LAYERS and layer not in _PLAIN:
        raise ValueError(f"no layer {layer!r}{hint(layer, LAYERS)}; there are {', '.join(LAYERS)}")


@dataclass(frozen=True, repr=False)
class Codebook:
    """All variables of a coding. Made by `read_codebook`, or from tables that have none."""

    title: str = ""
    version: str = ""
    dyad: Dyad = Dyad()
    variables: tuple[Variable, ...] = ()
    changes: tuple[Change, ...] = ()
    rules: tuple[Rule, ...] = ()

    def __repr__(self) -> str:
        codes = sum(len(variable.codes) for variable in self.variables)
        return f"Codebook({self.title!r}: {len(self.variables)} variables, {codes} codes)"

    def _repr_html_(self) -> str:
        """What Jupyter shows: the variables with their codes."""
        from frameline.corpus.showing import codebook_html

        return codebook_html(self)

    @property
    def digest(self) -> str:
        """SHA-256 of the content in canonical form; the order of codes counts, layout does not."""
        content = json.dumps(asdict(self), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(content.encode("utf-8")).hexdigest()

    def layer(self, layer: str) -> list[Variable]:
        """The variables of one layer, in order; ValueError where there is no such layer."""
        _check_layer(layer)
        return [variable for variable in self.variables if variable.layer == layer]

    def variable(self, name: str, layer: str = "claims") -> Variable:
        """The variable with this column name; KeyError names the ones there are."""
        for variable in self.layer(layer):
            if variable.name == name:
                return variable
        known = [variable.name for variable in self.layer(layer)]
        raise KeyError(
            f"the codebook has no variable {name!r} for {layer}{hint(name, known)}; it has "
            f"{', '.join(known) or 'none'}"
        )

    def role(self, role: str, layer: str = "claims") -> Variable | None:
        """The variable that plays this role, or None when the codebook has none.

        Raises
        ------
        ValueError
            No layer of this name, or no such role in it; the message has the nearest.
        """
        _check_layer(layer)
        roles = ROLES.get(layer, {})
        if role not in roles:
            there = ", ".join(roles) or "none"
            raise ValueError(f"no role {role!r} of {layer}{hint(role, roles)}; there are {there}")
        for variable in self.layer(layer):
            if variable.role == role:
                return variable
        return None

    @classmethod
    def from_tables(
        cls, tables: Mapping[str, pd.DataFrame], *, skip: Mapping[str, Sequence[str]] | None = None
    ) -> Codebook:
        """A codebook for tables that came without one: every column a nominal variable.

        Parameters
        ----------
        tables
            Layer name ("claims", "labels", ...) to a table of text cells.
        skip
            Columns of a layer that are no variables (ids, places, notes).

        Returns
        -------
        Codebook
            Codes are the values found, most frequent first. A column plays the role whose name,
            or whose usual column name, it has. Valence codes get a sign only when all of them
            are recognised: B/D/A/N, binding/dividing/ambivalent/none, +/-/0,
            plus/minus/both or positive/negative/mixed/neutral, in any case; "0", "both",
            "mixed" and "ambivalent" are both at once (sign 0), "none" and "neutral" carry none.
        """
        variables: list[Variable] = []
        for layer in LAYERS:
            table = tables.get(layer)
            if table is None:
                continue
            unused = set(skip.get(layer, ())) if skip else set()
            columns = [str(name) for name in table.columns if name not in unused]
            roles = _roles_of(columns, layer)
            variables += [_found(table[name], name, layer, roles.get(name, "")) for name in columns]
        return cls(title="Codes found in the tables", variables=tuple(variables))


def _roles_of(columns: Sequence[str], layer: str) -> dict[str, str]:
    """Column to role, by the role's own name first, then by its usual column name."""
    taken: dict[str, str] = {}
    for role, usual in ROLES[layer].items():
        for name in (role, usual):
            if name in columns and name not in taken:
                taken[name] = role
                break
    return taken


_SIGNS: tuple[Mapping[str, int | None], ...] = (
    {"b": 1, "d": -1, "a": 0, "n": None},
    {"binding": 1, "dividing": -1, "ambivalent": 0, "none": None},
    {"+": 1, "-": -1, "\N{MINUS SIGN}": -1, "0": 0},
    {"+1": 1, "1": 1, "-1": -1, "0": 0},
    {"plus": 1, "minus": -1, "both": 0, "none": None},
    {"positive": 1, "negative": -1, "mixed": 0, "neutral": None},
)
_OWN = frozenset({"own", "author", "self"})


def guess_flags(codes: Sequence[str], layer: str, role: str) -> dict[str, dict[str, Any]]:
    """The flags that codes with these names are likely to carry: which sign, whose voice?

    Valence codes get signs only when all of them are recognised (see `Codebook.from_tables`).

    >>> guess_flags(["plus", "none"], "claims", "valence")
    {'plus': {'sign': 1}, 'none': {}}
    """
    flags: dict[str, dict[str, Any]] = {code: {} for code in codes}
    if (layer, role) == ("claims", "valence"):
        scheme = next((s for s in _SIGNS if all(c.casefold() in s for c in codes)), {})
        for code in codes:
            sign = scheme.get(code.casefold())
            if sign is not None:
                flags[code]["sign"] = sign
    if role == "voice":
        for code in codes:
            if code.casefold() in _OWN:
                flags[code]["own"] = True
    return flags


def _found(column: pd.Series, name: str, layer: str, role: str) -> Variable:
    """A nominal variable whose codes are the values found in a column."""
    counts = column[column != ""].value_counts()
    values = sorted((str(value) for value in counts.index), key=lambda v: (-counts[v], v))
    flags = guess_flags(values, layer, role)
    codes = tuple(Code(code=value, label=value, flags=flags[value]) for value in values)
    return Variable(name=name, layer=layer, role=role, label=name, codes=codes)


#: What faults call the file.
FILE = "codebook.toml"


def _problem(place: str, found: str, allowed: str, todo: str) -> Fault:
    """Something wrong at a place of the file: ``variables[why].role``."""
    return Fault(FILE, None, place, shown(found), allowed, todo)


def read_codebook(path: str | Path) -> Codebook:
    """Read codebook.toml; raises CodebookError with every problem of the file."""
    content = load_codebook(path)
    problems = codebook_problems(content)
    if problems:
        raise CodebookError(problems)
    return make_codebook(content)


def load_codebook(path: str | Path) -> dict[str, Any]:
    """The TOML content of a codebook file, not yet checked."""
    raw = Path(path).read_bytes()
    try:
        return tomllib.loads(raw.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        problem = _problem("", f"byte {error.start}", "UTF-8", "save the file as UTF-8")
    except tomllib.TOMLDecodeError as error:
        problem = _problem("", str(error), "TOML", "correct the file there")
    raise CodebookError([problem])


def make_codebook(content: Mapping[str, Any]) -> Codebook:
    """A Codebook from checked TOML content."""
    return Codebook(
        title=content.get("title", ""),
        version=content.get("version", ""),
        dyad=_dyad(content.get("dyad", {})),
        variables=tuple(_variable(entry) for entry in content.get("variables", ())),
        changes=tuple(
            Change(**{**entry, "rows": tuple(entry.get("rows", ()))})
            for entry in content.get("changes", ())
        ),
        rules=tuple(Rule(**entry) for entry in content.get("rules", ())),
    )


def _dyad(entry: Mapping[str, str]) -> Dyad:
    if "label" not in entry and {"a", "b"} <= set(entry):
        return Dyad(**entry, label=f"{entry['a']} and {entry['b']}")
    return Dyad(**entry)


def _variable(entry: Mapping[str, Any]) -> Variable:
    codes = tuple(_code(code) for code in entry.get("codes", ()))
    return Variable(**{**entry, "codes": codes})


def _code(entry: Mapping[str, Any]) -> Code:
    texts = {key: value for key, value in entry.items() if key in _CODE_TEXTS}
    known = (*_CODE_TEXTS, "keywords")
    flags = {key: value for key, value in entry.items() if key not in known}
    return Code(**texts, keywords=tuple(entry.get("keywords", ())), flags=flags)


def codebook_problems(content: Mapping[str, Any]) -> list[Fault]:
    """Everything wrong with the TOML content of a codebook, in file order."""
    problems = _shape_problems(content)
    if problems:
        return problems
    for entry in content.get("variables", ()):
        problems += _variable_problems(entry)
    return problems + _pair_problems(content.get("variables", ()))


def _shape_problems(content: Mapping[str, Any]) -> list[Fault]:
    """Wrong kinds of values at the top; the later checks rely on these being right."""
    problems = [
        _problem(key, key, ", ".join(sorted(_TOP_KEYS)), "remove or rename this entry")
        for key in content
        if key not in _TOP_KEYS
    ]
    problems += _text_problems("", content, ("title", "version"))
    dyad = content.get("dyad", {})
    if not isinstance(dyad, dict) or set(dyad) - {"a", "b", "label"}:
        problems.append(_problem("dyad", str(dyad), "a, b, label", "give these three texts"))
    else:
        problems += _text_problems("dyad", dyad, ("a", "b", "label"))
    for name, keys in (
        ("changes", ("version", "date", "rule", "text", "rows")),
        ("rules", ("id", "title", "text")),
    ):
        problems += _list_problems(name, content.get(name, []), keys)
    variables = content.get("variables", [])
    if not variables:
        problems.append(_problem("variables", "none", "at least one", "add a [[variables]] entry"))
    elif not _is_tables(variables):
        problems.append(_problem("variables", "", "[[variables]]", "write each as a table"))
    elif not all(_is_tables(entry.get("codes", [])) for entry in variables):
        problems.append(_problem("variables.codes", "", "[[variables.codes]]", "write tables"))
    return problems


def _is_tables(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(entry, dict) for entry in value)


def _list_problems(name: str, entries: Any, keys: tuple[str, ...]) -> list[Fault]:
    """Faults of [[changes]] and [[rules]]: unknown keys, missing first key, values not text."""
    if not _is_tables(entries):
        return [_problem(name, "", f"[[{name}]]", "write each as a table")]
    problems = []
    for number, entry in enumerate(entries, start=1):
        place = f"{name}[{number}]"
        unknown = [key for key in entry if key not in keys]
        problems += [_problem(place, key, ", ".join(keys), "remove this key") for key in unknown]
        if keys[0] not in entry:
            problems.append(_problem(place, "", keys[0], f"add {keys[0]}"))
        problems += _text_problems(place, entry, tuple(key for key in keys if key != "rows"))
        rows = entry.get("rows", [])
        if not isinstance(rows, list) or not all(isinstance(row, str) for row in rows):
            problems.append(_problem(place, "rows", "list of texts", "list the ids as texts"))
    return problems


def _text_problems(place: str, entry: Mapping[str, Any], keys: Sequence[str]) -> list[Fault]:
    return [
        _problem(f"{place}.{key}".strip("."), str(entry[key]), "text", "put it in quotation marks")
        for key in keys
        if key in entry and not isinstance(entry[key], str)
    ]


def _variable_problems(entry: Mapping[str, Any]) -> list[Fault]:
    """Faults of one variable and its codes."""
    name = str(entry.get("name", ""))
    place = f"variables[{name or '?'}]"
    problems = _text_problems(place, entry, _VARIABLE_TEXTS)
    if not name:
        problems.append(_problem(place, "", "name", "give the variable the name of its column"))
    problems += [
        _problem(place, key, ", ".join(sorted(_VARIABLE_KEYS)), "remove or rename this key")
        for key in entry
        if key not in _VARIABLE_KEYS
    ]
    layer, level = entry.get("layer", "claims"), entry.get("level", "nominal")
    if layer not in LAYERS:
        problems.append(_problem(f"{place}.layer", str(layer), ", ".join(LAYERS), "choose a layer"))
    if level not in LEVELS:
        problems.append(_problem(f"{place}.level", str(level), ", ".join(LEVELS), "choose a level"))
    role = entry.get("role", "")
    known = ROLES.get(layer, {}) if isinstance(layer, str) else {}
    if role and isinstance(role, str) and known and role not in known:
        problems.append(
            _problem(f"{place}.role", role, ", ".join(known), "choose a role, or leave it out")
        )
    problems += [
        _problem(f"{place}.{key}", str(entry[key]), "true, false", "write true or false")
        for key in ("multiple", "required")
        if key in entry and not isinstance(entry[key], bool)
    ]
    return problems + _code_problems(place, layer, role, entry.get("codes", []))


def _code_problems(
    place: str, layer: Any, role: Any, codes: Sequence[Mapping[str, Any]]
) -> list[Fault]:
    """Faults of the codes of one variable: duplicates, colours, flags."""
    problems: list[Fault] = []
    seen: set[str] = set()
    flags = FLAGS.get((str(layer), str(role)), frozenset())
    for entry in codes:
        code = str(entry.get("code", ""))
        here = f"{place}.codes[{code or '?'}]"
        problems += _text_problems(here, entry, _CODE_TEXTS)
        if not code or code != code.strip() or ";" in code:
            problems.append(
                _problem(
                    here, code, "text without ; and outer spaces", "give the code a plain name"
                )
            )
        if code in seen:
            problems.append(_problem(here, code, "each code once", "remove or rename one of them"))
        seen.add(code)
        colour = entry.get("colour", "")
        if colour and not _COLOUR.fullmatch(str(colour)):
            problems.append(
                _problem(f"{here}.colour", str(colour), "#rrggbb", "write six hex digits")
            )
        for key in (key for key in entry if key not in (*_CODE_TEXTS, "keywords")):
            problems += _flag_problems(here, key, entry[key], flags)
    return problems + _keyword_problems(place, layer, role, codes)


def _keyword_problems(
    place: str, layer: Any, role: Any, codes: Sequence[Mapping[str, Any]]
) -> list[Fault]:
    """Faults of keyword lists: on no frame variable, no words, one word for two codes."""
    problems: list[Fault] = []
    owner: dict[str, str] = {}
    for entry in (entry for entry in codes if "keywords" in entry):
        here, words = f"{place}.codes[{entry.get('code', '?')}].keywords", entry["keywords"]
        if (layer, role) != ("claims", "frame"):
            allowed = "keywords for the codes of a frame variable"
            problems.append(_problem(here, "keywords", allowed, "remove this key"))
        elif not isinstance(words, list) or not all(_is_keyword(word) for word in words):
            allowed = "list of single words in lower case"
            problems.append(_problem(here, str(words), allowed, "list each form as one word"))
        else:
            for word in words:
                if word in owner:
                    todo = f"{owner[word]} has this word already: take it from one of them"
                    problems.append(_problem(here, word, "each word once", todo))
                owner.setdefault(word, str(entry.get("code", "?")))
    return problems


def _is_keyword(word: Any) -> bool:
    return isinstance(word, str) and word == word.lower() and bool(_KEYWORD.fullmatch(word))


def _flag_problems(place: str, key: str, value: Any, flags: frozenset[str]) -> list[Fault]:
    if key not in flags:
        allowed = ", ".join(sorted(flags)) or "no flags for this role"
        return [_problem(f"{place}.{key}", key, allowed, "remove this flag, or check the role")]
    if key == "sign":
        good = isinstance(value, int) and not isinstance(value, bool) and value in (-1, 0, 1)
        return [] if good else [_problem(f"{place}.sign", str(value), "1, 0, -1", "choose a sign")]
    if not isinstance(value, bool):
        return [_problem(f"{place}.{key}", str(value), "true, false", "write true or false")]
    return []


def _pair_problems(entries: Sequence[Mapping[str, Any]]) -> list[Fault]:
    """Faults between variables: one name twice, one role twice, `when` pointing nowhere."""
    problems: list[Fault] = []
    names: set[tuple[str, str]] = set()
    roles: dict[tuple[str, str], str] = {}
    for entry in entries:
        name, layer = str(entry.get("name", "")), str(entry.get("layer", "claims"))
        role, place = str(entry.get("role", "")), f"variables[{entry.get('name', '?')}]"
        if (layer, name) in names:
            problems.append(_problem(place, name, "each name once", "rename one of the variables"))
        names.add((layer, name))
        if role and (layer, role) in roles:
            problems.append(
                _problem(
                    f"{place}.role",
                    role,
                    "one variable per role",
                    f"{roles[layer, role]} has this role already: take it from one of them",
                )
            )
        roles.setdefault((layer, role), name)
    for entry in entries:
        if isinstance(entry.get("when", ""), str) and entry.get("when"):
            problems += _when_problems(entry, entries)
    return problems


def _when_problems(entry: Mapping[str, Any], entries: Sequence[Mapping[str, Any]]) -> list[Fault]:
    """A `when` rule must name a variable of the layer and codes that it has."""
    place, when = f"variables[{entry.get('name', '?')}].when", str(entry["when"])
    layer = entry.get("layer", "claims")
    try:
        condition = parse_condition(when)
    except ValueError:
        return [_problem(place, when, "variable=CODE", "write the rule as variable=CODE|CODE")]
    others = {str(e.get("name", "")): e for e in entries if e.get("layer", "claims") == layer}
    if condition is None or condition.name not in others:
        return [_problem(place, when, ", ".join(others), "name a variable of the same layer")]
    known = [str(code.get("code", "")) for code in others[condition.name].get("codes", ())]
    unknown = [code for code in condition.codes if known and code not in known]
    return [_problem(place, code, ", ".join(known), "name a code it has") for code in unknown]
