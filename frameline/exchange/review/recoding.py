"""A corpus under a new version of its codebook: a copy whose codes follow a mapping file.

The old corpus stays as it is. Places, texts, words and everything else that is no code is copied.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from frameline.corpus.checks import find_faults
from frameline.corpus.codebook import Codebook, CodebookError, read_codebook
from frameline.corpus.tables import LAYOUTS, read_raw
from frameline.disk.place import write
from frameline.exchange.files.csv_rows import Rows
from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.replacing import replacing
from frameline.exchange.incoming.holdings import (
    Holdings,
    counted,
    read_holdings,
    write_changed,
)
from frameline.exchange.incoming.importing import Outcome
from frameline.exchange.incoming.mapping import NameMap

_LAYERS = ("claims", "labels", "events", "documents")


def recode_corpus(old: Path, new: Path, names: NameMap, codebook: Path | None) -> Outcome:
    """Copy a corpus with its variables and codes under the names of a mapping file.

    Parameters
    ----------
    old : Path
        A corpus folder without faults.
    new : Path
        A new folder.
    names : NameMap
        [columns] and [codes]; the rest is for imports from other programs.
    codebook : Path, optional
        The new version of the codebook; needed where anything is renamed and `old` has one.

    Returns
    -------
    Outcome
        Rows by layer, cells that changed in the notes.

    Raises
    ------
    ExchangeError
        When `new` exists, or the copy does not fit the new codebook; nothing is written then.
    """
    if new.is_dir() and any(new.iterdir()):
        todo = "choose a new name"
        raise ExchangeError(str(new), "", "a folder with files in it", "a new folder", todo)
    if names.layers or names.coders or names.documents:
        todo = "leave [layers], [coders] and [documents] out"
        raise ExchangeError("--map", "", "other sections", "[columns], [codes.VARIABLE]", todo)
    out = Outcome()
    with replacing(new) as fresh:
        shutil.copytree(old, fresh, symlinks=True, dirs_exist_ok=True)
        held = read_holdings(fresh)
        if (names.columns or names.codes) and held.codebook and codebook is None:
            todo = "give the new version with --codebook FILE"
            raise ExchangeError("codebook.toml", "", "the old version only", "", todo)
        _rename(held, names, out)
        if codebook is not None:
            version = _new_version(codebook)
            write(fresh / "codebook.toml", codebook.read_bytes())
            out.files.append("codebook.toml")
            _note_version(held, version)
        out.files += write_changed(fresh, held.files())
        faults = find_faults(read_raw(fresh))
        if faults:
            found = f"{counted(faults)} in what would be written"
            todo = "name what became of each old code in the mapping file"
            raise ExchangeError("the copy", "", found, "a corpus without faults", todo, faults)
    out.coders = list(held.coders)
    out.documents = list(held.documents)
    return out


def _new_version(path: Path) -> Codebook:
    try:
        return read_codebook(path)
    except CodebookError as error:
        raise ExchangeError(path.name, "", "", "", str(error)) from error
    except OSError as error:
        reason = error.strerror or "cannot be opened"
        raise ExchangeError(str(path), "", reason, "a file", "check --codebook") from error


def _rename(held: Holdings, names: NameMap, out: Outcome) -> None:
    """Rename columns and codes in every table of every layer."""
    several = {
        (v.layer, v.name) for v in (held.codebook.variables if held.codebook else ()) if v.multiple
    }
    changed: dict[str, int] = {}
    for layer, file, rows in _coded_tables(held):
        out.taken[layer] = out.taken.get(layer, 0) + len(rows.rows)
        fixed = {*LAYOUTS[layer].required, "claim_id", "unit_id", "para_id"}
        for old, new in names.columns.items():
            if old in rows.columns and old not in fixed:
                _rename_column(rows, old, new, file)
        back = {new: old for old, new in names.columns.items() if new}
        for variable, codes in names.codes.items():
            if variable in rows.columns and variable not in fixed:
                many = (layer, back.get(variable, variable)) in several
                changed[file] = changed.get(file, 0) + _recode(rows, variable, _coder(codes, many))
    for file, count in changed.items():
        if count:
            out.notes.append(f"{file}: {count} cells have another code")


def _coded_tables(held: Holdings) -> Iterable[tuple[str, str, Rows]]:
    for layer in _LAYERS:
        if layer in held.tables:
            yield layer, f"{layer}.csv", held.tables[layer]
        for coder, layers in held.coders.items():
            if layer in layers:
                yield layer, f"coders/{coder}/{layer}.csv", layers[layer]


def _rename_column(rows: Rows, old: str, new: str, file: str) -> None:
    """Rename a column, or take it out where the new name is ""."""
    if new and new != old and new in rows.columns:
        todo = "two variables cannot be made one: only codes can be merged"
        raise ExchangeError(file, f"column {old}", f"a column {new} besides", "", todo)
    rows.columns = [new if name == old else name for name in rows.columns]
    rows.columns = [name for name in rows.columns if name]
    for row in rows.rows:
        cell = row.pop(old, "")
        if new:
            row[new] = cell


def _coder(codes: Mapping[str, str], many: bool) -> Callable[[str], str]:
    """What becomes of a cell; of a set of codes each one, merged ones once."""

    def recoded(cell: str) -> str:
        if not many:
            return codes.get(cell, cell)
        new = [codes.get(code.strip(), code.strip()) for code in cell.split(";")]
        return ";".join(dict.fromkeys(code for code in new if code))

    return recoded


def _recode(rows: Rows, variable: str, recoded: Callable[[str], str]) -> int:
    changed = 0
    for row in rows.rows:
        cell = row.get(variable, "")
        new = recoded(cell) if cell else ""
        changed += new != cell
        row[variable] = new
    return changed


def _note_version(held: Holdings, codebook: Codebook) -> None:
    """Coders' tables follow the new version now."""
    for row in held.table("coders").rows:
        if "codebook_version" in held.table("coders").columns:
            row["codebook_version"] = codebook.version
