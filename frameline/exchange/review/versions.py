"""Two versions of a codebook: what was added, removed, renamed, merged, and which rows it touches.

Data are never edited for a new version. What was renamed or merged goes into a mapping file (see
`frameline.exchange.incoming.mapping`), and ``frameline import corpus OLD --into NEW --map FILE``
makes the corpus under the new version.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from frameline.corpus.codebook import Code, Codebook, CodebookError, Variable, read_codebook
from frameline.corpus.tables import RawCorpus, Table, read_raw
from frameline.exchange.files.error import ExchangeError
from frameline.exchange.incoming.codebook_draft import toml_text
from frameline.exchange.incoming.mapping import NameMap


class Change(NamedTuple):
    """One difference between two versions.

    ``change`` is added, removed, renamed, merged or redefined; ``code`` is "" where the variable
    as a whole changed. ``rows`` counts the rows of the corpus that have the old code (of a
    variable: any), ``where`` names them.
    """

    change: str
    layer: str
    variable: str
    code: str
    now: str
    rows: int = 0
    where: str = ""


def codebook_of(path: Path) -> Codebook:
    """The codebook in a corpus folder, or the file itself.

    Raises
    ------
    ExchangeError
        When there is none, or it has faults.
    """
    file = path / "codebook.toml" if path.is_dir() else path
    if not file.is_file():
        raise ExchangeError(str(file), "", "no such file", "a codebook", "check --against")
    try:
        return read_codebook(file)
    except CodebookError as error:
        raise ExchangeError(str(file), "", "", "", str(error)) from error


def compare(old: Codebook, new: Codebook, names: NameMap | None = None) -> list[Change]:
    """What changed from one version to the next, in the order of the old one, then of the new.

    Parameters
    ----------
    old, new : Codebook
        The two versions.
    names : NameMap, optional
        What a mapping file says was renamed or merged. Besides, a code that went while another
        with the same label or definition came counts as renamed, and so does a variable.

    Returns
    -------
    list of Change
        Without rows; see `touched`.
    """
    names = names or NameMap()
    pairs = _pairs(old, new, names)
    changes: list[Change] = []
    for variable in old.variables:
        now = pairs.get((variable.layer, variable.name))
        if now is None:
            changes.append(Change("removed", variable.layer, variable.name, "", ""))
            continue
        if now.name != variable.name:
            changes.append(Change("renamed", variable.layer, variable.name, "", now.name))
        changes += _code_changes(variable, now, dict(names.codes.get(now.name, {})))
    known = {(v.layer, v.name) for v in pairs.values()}
    added = [v for v in new.variables if (v.layer, v.name) not in known]
    return changes + [Change("added", v.layer, "", "", v.name) for v in added]


def _pairs(old: Codebook, new: Codebook, names: NameMap) -> dict[tuple[str, str], Variable]:
    """Each variable of the old version to what it is in the new one."""
    there = {(v.layer, v.name): v for v in new.variables}
    pairs: dict[tuple[str, str], Variable] = {}
    for v in old.variables:
        found = there.get((v.layer, names.columns.get(v.name, v.name)))
        if found is not None:
            pairs[v.layer, v.name] = found
    taken = {(v.layer, v.name) for v in pairs.values()}
    for v in old.variables:
        free = [n for n in new.variables if n.layer == v.layer and (n.layer, n.name) not in taken]
        alike = [n for n in free if _alike(v, n)]
        if (v.layer, v.name) not in pairs and len(alike) == 1:
            pairs[v.layer, v.name] = alike[0]
            taken.add((v.layer, alike[0].name))
    return pairs


def _alike(one: Variable, other: Variable) -> bool:
    """Whether two variables of different names are likely to be the same one."""
    same = set(one.order) & set(other.order)
    codes = bool(same) and 2 * len(same) >= max(len(one.order), len(other.order))
    said = {(one.label, other.label), (one.question, other.question)}
    return codes or any(a and a == b for a, b in said)


def _code_changes(old: Variable, new: Variable, names: dict[str, str]) -> list[Change]:
    """What became of the codes of one variable."""
    now = {code.code: code for code in new.codes}
    before = set(old.order)
    fresh = [code for code in new.codes if code.code not in before]
    became: dict[str, str] = {}
    for code in old.codes:
        became[code.code] = names.get(code.code) or (
            code.code if code.code in now else _renamed(code, fresh, set(became.values()))
        )
    several = list(became.values())
    changes = []
    for code in old.codes:
        to = became[code.code]
        if to == code.code and to in now:
            if _said(code) != _said(now[to]):
                changes.append(Change("redefined", old.layer, old.name, to, to))
            continue
        kind = "removed" if not to or to not in now else "renamed"
        if kind == "renamed" and (several.count(to) > 1 or to in before):
            kind = "merged"
        shown = to if kind != "removed" else ""
        changes.append(Change(kind, old.layer, old.name, code.code, shown))
    added = [code.code for code in fresh if code.code not in several]
    return changes + [Change("added", new.layer, new.name, "", code) for code in added]


def _renamed(code: Code, fresh: Iterable[Code], taken: set[str]) -> str:
    """The one new code that says what an old one said; "" where there is none."""
    label = code.label if code.label != code.code else ""
    alike = [
        other.code
        for other in fresh
        if other.code not in taken
        and (
            (label and label == other.label)
            or (code.definition and code.definition == other.definition)
            or code.code.casefold() == other.code.casefold()
        )
    ]
    return alike[0] if len(alike) == 1 else ""


def _said(code: Code) -> tuple[object, ...]:
    """What a coder goes by: a change of it makes codings of two versions differ."""
    rules = (code.definition, code.include, code.exclude, code.boundary)
    return (*rules, tuple(sorted(code.flags.items())))


def touched(changes: Sequence[Change], corpus: Path) -> list[Change]:
    """The changes with the rows of a corpus that have the old code."""
    raw = read_raw(corpus)
    found = []
    for change in changes:
        places = [] if change.change == "added" else list(_places(change, raw))
        rows = sum(len(numbers) for _, numbers in places)
        where = "; ".join(f"{file} {_shortened(numbers)}" for file, numbers in places)
        found.append(change._replace(rows=rows, where=where))
    return found


def _places(change: Change, raw: RawCorpus) -> Iterable[tuple[str, list[int]]]:
    """File by file the rows that have the old code of a change."""
    for table in _tables(raw, change.layer):
        if change.variable not in table.columns:
            continue
        rows = [
            number
            for number, (cell,) in table.cells(change.variable)
            if cell and (not change.code or change.code in [c.strip() for c in cell.split(";")])
        ]
        if rows:
            yield table.file, rows


def _tables(raw: RawCorpus, layer: str) -> Iterable[Table]:
    if layer in raw.tables:
        yield raw.tables[layer]
    for layers in raw.coders.values():
        if layer in layers:
            yield layers[layer]


def _shortened(numbers: Sequence[int], most: int = 12) -> str:
    """Row numbers, runs as a range.

    >>> _shortened([2, 3, 4, 9])
    '2-4, 9'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    parts = [str(low) if low == high else f"{low}-{high}" for low, high in runs[:most]]
    return ", ".join(parts) + (f" and {len(runs) - most} more" if len(runs) > most else "")


def as_map(changes: Sequence[Change]) -> str:
    """The renamed and merged names as a mapping file; "" where there are none."""
    columns = [c for c in changes if c.change == "renamed" and not c.code]
    lines = ["[columns]", *(f"{toml_text(c.variable)} = {toml_text(c.now)}" for c in columns)]
    lines = lines if columns else []
    new_names = {c.variable: c.now for c in columns}
    codes: dict[str, list[str]] = {}
    for c in changes:
        if c.change in ("renamed", "merged") and c.code:
            variable = new_names.get(c.variable, c.variable)
            codes.setdefault(variable, []).append(f"{toml_text(c.code)} = {toml_text(c.now)}")
    for variable, entries in codes.items():
        lines += [f"[codes.{toml_text(variable)}]", *dict.fromkeys(entries)]
    return "\n".join(lines)
