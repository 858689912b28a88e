"""Notebooks as they are kept: nothing of a run or of a program, keys in the order of nbformat.

JupyterLab and VS Code write outputs, counts and what they know of the kernel into a notebook. git
passes each one through `strip` (a clean filter), so that opening and saving it changes nothing.
"""

from __future__ import annotations

import json
from typing import Any

#: What of the metadata is an author's: the tags of a cell, what shows a slide, and attachments.
_OF_CELL = ("tags", "slideshow")
_KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


def strip(text: str) -> str:
    """A notebook without anything that a run or a program left in it.

    Parameters
    ----------
    text : str
        A notebook as JSON, of version 4.

    Returns
    -------
    str
        The same cells: no outputs, no counts, tags alone as metadata, an id of its own for each.

    Raises
    ------
    ValueError
        It is no notebook.
    """
    import nbformat

    book = nbformat.from_dict(json.loads(text))
    if book.get("nbformat") != 4:
        raise ValueError("no notebook of version 4")
    seen: set[str] = set()
    for place, cell in enumerate(book.cells, start=1):
        cell.metadata = {name: cell.metadata[name] for name in _OF_CELL if cell.metadata.get(name)}
        if not cell.get("id") or cell.id in seen:
            cell["id"] = _new_id(place, seen, book.cells)
        seen.add(cell.id)
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    book.metadata = {"kernelspec": _KERNEL, "language_info": {"name": "python"}}
    book.nbformat_minor = max(5, book.nbformat_minor)
    for cell in book.cells:
        cell.source = "".join(cell.source)
    written: str = nbformat.writes(book)
    return written.rstrip("\n") + "\n"


def _new_id(place: int, seen: set[str], cells: list[Any]) -> str:
    """An id that no other cell has, by the place of the cell."""
    taken = seen | {str(cell.get("id", "")) for cell in cells}
    names = (f"cell-{place:02}" + (f"-{i}" if i else "") for i in range(len(cells) + 1))
    return next(name for name in names if name not in taken)
