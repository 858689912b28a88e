"""What the columns of a table are, by map, recipe, name, and what stands in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.formats.tables.cells import NO, SEPARATORS, YES, number, separator_of
from frameline.exchange.formats.tables.recipes import Recipe, recipe_for
from frameline.exchange.formats.tables.sheets import Sheet, numbered
from frameline.exchange.model.columns import DOCUMENT, FRAMES, VARIABLE, Columns, read_columns
from frameline.exchange.model.gather import Gatherer
from frameline.exchange.model.project import Explained, Options

#: What a row may say beside its codes.
_ABOUT = ("start", "range", "anchor", "quote", "note")
#: Names of columns that quote and never hold a whole text.
_QUOTES = re.compile(
    r"quot|excerpt|highlight|segment|evidence|phrase|span|snippet|anchor|passage|sentence",
    re.IGNORECASE,
)
#: An id that a spreadsheet has made of a long number, or of something like a date.
_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?E\+\d{1,3}", re.IGNORECASE)
_DATE_LIKE = re.compile(
    r"\d{1,2}-(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|\d{4}-\d\d-\d\d(?: 00:00.*)?",
    re.IGNORECASE,
)


@dataclass
class Understood:
    """A sheet with its columns understood."""

    sheet: Sheet
    columns: Columns
    recipe: Recipe | None = None
    #: Place of a column, or name of a variable, to what stands between its codes or parents.
    separators: dict[int, str] = field(default_factory=dict)
    paths: dict[int, re.Pattern[str]] = field(default_factory=dict)
    blank: str = "missing"
    frame: int | None = None
    #: Whether a column names units, be they the documents too.
    units: bool = False

    @property
    def place(self) -> int | None:
        """The column that names documents."""
        return self.columns.places.get("document")


def understand(sheet: Sheet, options: Options, gatherer: Gatherer) -> Understood:
    """What does each column hold?

    Raises
    ------
    ExchangeError
        When nothing names the documents, or the map names columns that are not there.
    """
    _drop_index(sheet)
    recipe = _recipe(sheet, options)
    said = recipe.column if recipe else None
    columns = read_columns(
        sheet.header, options.columns, sheet.file, said, recipe.name if recipe else ""
    )
    found = Understood(sheet, columns, recipe)
    _fallback(found)
    if found.place is None:
        raise ExchangeError(
            sheet.file, "row 1", f"the columns {', '.join(sheet.header)[:200]}",
            "one that names the document, such as document or doc_id", "say which with --map",
        )  # fmt: skip
    if not sheet.own:
        _differing_facts(found)
    _text_or_quote(found)
    _mark_columns(found)
    _find_separators(found, options, gatherer)
    _find_paths(found)
    _blank(found, options, gatherer)
    _warn_of_ids(found, gatherer)
    _explain(found, gatherer)
    return found


def _drop_index(sheet: Sheet) -> None:
    """Drop the nameless row numbers that pandas and R write before a table."""
    numbered = ([str(n) for n in range(first, first + len(sheet.rows))] for first in (0, 1))
    if sheet.header[0] == "" and sheet.column(0) in numbered:
        del sheet.header[0]
        sheet.rows = [(number, cells[1:]) for number, cells in sheet.rows]


def _recipe(sheet: Sheet, options: Options) -> Recipe | None:
    """The recipe of a table; columns called alike are numbered, and short rows filled, by it."""
    header = numbered(sheet.header)
    first = sheet.rows[0][1] if sheet.rows else sheet.short[0][1] if sheet.short else []
    recipe = None if sheet.own else recipe_for(header, options.recipes, first)
    if recipe is not None:
        sheet.header = header
    repeats = re.compile(rf"{re.escape(recipe.ragged)}(?: \(\d+\))?" if recipe else "")
    last = max((at for at, name in enumerate(header) if recipe and recipe.ragged
                and repeats.fullmatch(name)), default=None)  # fmt: skip
    for row, cells, error in sheet.short:
        missing = len(header) - len(cells)
        if last is None or len(cells) < len(header) - 1 - last:
            sheet.faults.append(error)
            continue
        at = last + 1 - missing
        sheet.rows.append((row, [*cells[:at], *[""] * missing, *cells[at:]]))
    sheet.short = []
    sheet.rows.sort(key=lambda one: one[0])
    return recipe


def _fallback(found: Understood) -> None:
    """What names the documents where no column says so: a recipe's, an id, or the text itself."""
    columns, header = found.columns, found.sheet.header
    for meaning, name in (found.recipe.fallback if found.recipe else {}).items():
        if meaning not in columns.places and name in header:
            place = header.index(name)
            columns.variables.pop(place, None)
            columns.places[meaning] = place
            columns.why[place] = f"the recipe {found.recipe.name if found.recipe else ''}"
    if found.place is None and "id" in columns.places and "start" not in columns.places:
        columns.places["document"] = columns.places.pop("id")
        columns.why[columns.places["document"]] = "no other column names documents"
    found.units = "unit" in columns.places
    if found.place is None and found.units:
        columns.places["document"] = columns.places.pop("unit")
        columns.why[columns.places["document"]] = "no other column names documents"
    text = columns.places.get("document_text", next(iter(columns.texts), None))
    if found.place is None and text is not None and "start" not in columns.places:
        _number_texts(found, text)


def _number_texts(found: Understood, text: int) -> None:
    """Where nothing names documents, each text is one, in the order of the table."""
    sheet = found.sheet
    numbers: dict[str, str] = {}
    for cell in sheet.column(text):
        numbers.setdefault(cell, f"text-{len(numbers) + 1}" if cell.strip() else "")
    place = len(sheet.header)
    sheet.header = [*sheet.header, "(number of the text)"]
    sheet.rows = [(row, [*cells, numbers[cells[text]]]) for row, cells in sheet.rows]
    found.columns.places["document"] = place
    found.columns.why[place] = "one document for each text"


def _groups(found: Understood, place: int) -> dict[str, list[str]]:
    """The cells of a column that are not blank, by document."""
    groups: dict[str, list[str]] = {}
    for _, cells in found.sheet.rows:
        if found.place is not None and cells[place].strip():
            groups.setdefault(cells[found.place], []).append(cells[place])
    return groups


def _differs_mostly(groups: Mapping[str, list[str]]) -> bool:
    """Whether a column differs within most documents of several rows."""
    several = [cells for cells in groups.values() if len(cells) > 1]
    return bool(several) and 2 * sum(len(set(cells)) > 1 for cells in several) > len(several)


def _differing_facts(found: Understood) -> None:
    """A date or name that differs within most documents is of the rows, not of the documents."""
    columns, header = found.columns, found.sheet.header
    for name, place in list(columns.facts.items()):
        mapped = columns.why.get(place) == "the map"
        groups = _groups(found, place)
        differ = sum(len(set(cells)) > 1 for cells in groups.values())
        if header[place].startswith(DOCUMENT) or 2 * differ <= len(groups):
            continue
        if mapped and name == "published":
            continue
        del columns.facts[name]
        columns.why[place] = "it differs within documents"
        if name == "author" and "coder" not in columns.places and not columns.coders:
            columns.places["coder"] = place
        else:
            columns.variables[place] = (header[place], False)


def _text_or_quote(found: Understood) -> None:
    """What differs within a document is a quote; what is the same on every row is the document."""
    columns, places = found.columns, found.columns.places
    for name, other in (("quote", "document_text"), ("document_text", "quote")):
        place = places.get(name)
        if place is not None and columns.why.get(place) == "another column quotes":
            if _differs_mostly(_groups(found, place)):
                columns.variables[places.pop(name)] = (found.sheet.header[place], False)
                columns.why[place] = "it differs in a document, and another column quotes"
            continue
        if place is None or other in places or columns.why.get(place) != "its name":
            continue
        groups = _groups(found, place)
        if name == "document_text":
            moved = _differs_mostly(groups)
        else:
            moved = _whole_texts(found, place, groups)
        if moved:
            places[other] = places.pop(name)
            same = "the same on all rows of a document"
            columns.why[place] = same if other == "document_text" else "it differs in a document"
            return


def _whole_texts(found: Understood, place: int, groups: Mapping[str, list[str]]) -> bool:
    """Whether a column that may quote holds the whole text of each document."""
    if any(len(set(cells)) > 1 for cells in groups.values()):
        return False
    places, sheet = found.columns.places, found.sheet
    if {"start", "end"} <= places.keys():
        longer = False
        for _, cells in sheet.rows:
            low, high = number(cells[places["start"]]), number(cells[places["end"]])
            if low is not None and high is not None:
                if len(cells[place]) < high:
                    return False
                longer |= len(cells[place]) > high - low
        return longer
    if _QUOTES.search(sheet.header[place]) or sheet.own or "unit" in places:
        return False
    return bool(groups)


def _mark_columns(found: Understood) -> None:
    """Find the columns that are codes, marked where they apply.

    Columns of marks that share the beginning of their names are codes of that variable. Others
    are codes only if the table has no other variables: beside these, 0 and 1 are values.
    """
    sheet, columns = found.sheet, found.columns
    marks, others = {}, False
    for place, (name, many) in columns.variables.items():
        cells = {cell.strip().casefold() for cell in sheet.column(place)}
        if many or sheet.header[place].startswith(VARIABLE):
            continue
        if not cells <= YES | NO:
            others = True
        elif cells & YES or "0" in cells:
            marks[place] = name
    parts = {place: re.split(r"[_.:=/]\s*", name, maxsplit=1) for place, name in marks.items()}
    shared = Counter(part[0] for part in parts.values() if len(part) == 2 and all(part))
    for place, name in marks.items():
        if len(parts[place]) == 2 and all(parts[place]) and shared[parts[place][0]] > 1:
            columns.marks[place] = (parts[place][0], parts[place][1])
        elif not others and len(marks) > 1:
            columns.marks[place] = ("code", name)
        if place in columns.marks:
            columns.why[place] = "it holds marks only"
    for place in columns.marks:
        columns.variables.pop(place, None)


def _find_separators(found: Understood, options: Options, gatherer: Gatherer) -> None:
    """What stands between several codes of a cell: as said, or where it is beyond doubt."""
    header = found.sheet.header
    recipe = found.recipe.separators if found.recipe else {}
    for place, (name, many) in found.columns.variables.items():
        said = options.separators.get(header[place], options.separators.get(name))
        if said is None:
            said = recipe.get(header[place])
        if said is not None:
            found.separators[place] = said
        elif not many and not found.sheet.own and not header[place].startswith(VARIABLE):
            mark = separator_of(found.sheet.column(place))
            if mark:
                found.separators[place] = mark
                gatherer.note(
                    f"column {header[place]!r}: {_shown(mark)} stands between codes "
                    "([separators] of a mapping file says otherwise)"
                )
    for name in options.separators:
        if name not in header and name not in [n for n, _ in found.columns.variables.values()]:
            allowed = ", ".join(header)
            todo = "correct [separators] of the mapping file"
            raise ExchangeError(found.sheet.file, "row 1", f"no column {name!r}", allowed, todo)


def _shown(mark: str) -> str:
    return "a line end" if mark == SEPARATORS[0] else repr(mark)


def _find_paths(found: Understood) -> None:
    said = found.recipe.paths if found.recipe else {}
    named = {place: name for place, (name, _) in found.columns.variables.items()}
    named |= {place: name for place, (name, _) in found.columns.marks.items()}
    for place, name in named.items():
        pattern = said.get(found.sheet.header[place]) or said.get(name)
        if pattern:
            found.paths[place] = re.compile(pattern)


def _blank(found: Understood, options: Options, gatherer: Gatherer) -> None:
    """What a row says whose variables are all empty: read and nothing found, or not rated."""
    for name in ("frame", *FRAMES):
        for place, (variable, _) in found.columns.variables.items():
            if found.frame is None and variable.strip().casefold() == name:
                found.frame = place
    recipe = found.recipe.blank if found.recipe else ""
    unit, sets = found.units, not found.units and _in_sets(found)
    none = unit or sets or found.sheet.own
    found.blank = options.blank or recipe or ("none" if none else "missing")
    empty = sum(is_empty(found, cells) for _, cells in found.sheet.rows)
    if empty and not found.sheet.own:
        meant = "read, and nothing found" if found.blank == "none" else "not rated"
        why = "it names units" if unit else "it has sets of codes" if sets else "it names no units"
        why = "as said" if options.blank else why
        gatherer.note(
            f"{empty} rows of {found.sheet.file} without any code are taken as {meant} "
            f'({why}; blank = "{"missing" if found.blank == "none" else "none"}" in a mapping '
            "file says otherwise)"
        )


def _in_sets(found: Understood) -> bool:
    """Whether a coder has several rows of one document, none of which says where it stands."""
    columns = found.columns
    if found.place is None or {"start", "quote"} & set(columns.places) or not columns.variables:
        return False
    places = [columns.places[name] for name in ("document", "coder") if name in columns.places]
    seen = [tuple(cells[place] for place in places) for _, cells in found.sheet.rows]
    return len(places) == 2 and len(set(seen)) < len(seen)


def is_empty(found: Understood, cells: list[str]) -> bool:
    """Whether a row names a coder, and says nothing of any variable, or of a unit no frame."""
    columns = found.columns
    places = [*columns.variables, *columns.marks]
    if found.units and found.frame is not None:
        places = [found.frame]
    # Beside a unit a quote is the text of that unit, coded or not.
    about = ("start", "range", "anchor", "note") if "unit" in columns.places else _ABOUT
    other = [columns.places[name] for name in about if name in columns.places]
    coder = columns.places.get("coder")
    named = coder is None or bool(cells[coder].strip())
    return bool(places) and named and not any(cells[at].strip() for at in (*places, *other))


def _warn_of_ids(found: Understood, gatherer: Gatherer) -> None:
    """Say of ids that a spreadsheet has changed: documents may be mixed up."""
    if found.place is None or found.sheet.own:
        return
    ids = dict.fromkeys(found.sheet.column(found.place))
    odd = [one for one in ids if _SCIENTIFIC.fullmatch(one) or _DATE_LIKE.fullmatch(one)]
    if odd:
        gatherer.note(
            f"WARNING: ids of documents that a spreadsheet seems to have changed: "
            f"{', '.join(odd[:10])}; take them from the original file (format the column as text)"
        )


def split_ids(found: Understood) -> dict[int, str]:
    """Rows whose id was rounded by a spreadsheet and whose facts show another document.

    Number of the row to the id of its document.
    """
    known: dict[str, list[tuple[str, ...]]] = {}
    ids: dict[int, str] = {}
    places = [*found.columns.facts.values()]
    text = found.columns.places.get("document_text")
    places += [] if text is None else [text]
    for row, cells in found.sheet.rows:
        name = cells[found.place or 0]
        if _SCIENTIFIC.fullmatch(name) and places:
            facts = tuple(cells[at] for at in places)
            seen = known.setdefault(name, [])
            if facts not in seen:
                seen.append(facts)
            order = seen.index(facts) + 1
            if order > 1:
                ids[row] = f"{name} ({order})"
    return ids


def _explain(found: Understood, gatherer: Gatherer) -> None:
    for place, name in enumerate(found.sheet.header):
        became = found.columns.became(place) or "left out"
        if place in found.separators:
            became += f", codes parted by {_shown(found.separators[place])}"
        why = found.columns.why.get(place, "its name")
        gatherer.explained.append(Explained(f"{found.sheet.file}, column {name}", became, why))
