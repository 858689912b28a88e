"""Makes a DataFrame a table of the report: its columns, with cells as a reader expects them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from frameline.record.grid import Column, Grid
from frameline.record.prose import Prose
from frameline.record.table import Table, Term
from frameline.words.formats import format_value


@dataclass(frozen=True)
class Terms:
    """What a table explains: on the page, its words show their meaning wherever they are used.

    Parameters
    ----------
    words : str
        Column with the words that each row explains (a list; the first names the entry).
    meaning : str
        Column with what they mean.
    running : bool
        Mark the words in running text too; otherwise only where one stands by itself, as in the
        cell of a table or as the value of a finding.
    """

    words: str
    meaning: str
    running: bool = False


def tabulate(
    data: pd.DataFrame,
    *,
    key: str,
    title: Prose | str,
    columns: Mapping[str, str],
    units: Mapping[str, str] | None = None,
    widths: Mapping[str, float] | None = None,
    note: str = "",
    filter: str = "",
    evidence: Iterable[str] = (),
    wide: bool = False,
    terms: Terms | None = None,
) -> Table:
    """Make a DataFrame a table of the report.

    Parameters
    ----------
    data : DataFrame
        One row per line; only the columns named in ``columns`` are shown, in that order.
    key : str
        Name used for anchors and cross-references.
    title : Prose or str
        What the table shows.
    columns : mapping of str to str
        Column of ``data`` to its heading.
    units : mapping of str to str, optional
        Column to the unit its values are written in (see `frameline.words.formats.UNITS`);
        others as text.
    widths : mapping of str to float, optional
        Relative widths of text columns.
    note, filter : str
        Reading help, and the filter in words.
    evidence : iterable of str
        Ids of the claims behind it.
    wide : bool
        Whether it asks for more than the width of the text.
    terms : Terms, optional
        For a table of the codebook: the words that its rows explain.

    Examples
    --------
    >>> data = pd.DataFrame({"name": ["A"], "net": [-0.5]})
    >>> heads = {"name": "Text", "net": "Net"}
    >>> print(tabulate(data, key="nets", title="T", columns=heads, units={"net": "net"}).grid)
    Text  Net
    A     −0.50
    """
    units, widths = units or {}, widths or {}
    return Table(
        key=key,
        title=Prose.of(title, "title"),
        grid=Grid(
            tuple(
                Column(label, _align(units.get(column, "text")), widths.get(column))
                for column, label in columns.items()
            ),
            _rows(data[list(columns)], [_writer(units.get(c, "text")) for c in columns]),
        ),
        note=note,
        filter=filter,
        evidence=tuple(sorted(set(evidence))),
        wide=wide,
        terms=_explained(data, terms),
    )


def _rows(
    shown: pd.DataFrame, write: Iterable[Callable[[Any], str]]
) -> tuple[tuple[str, ...], ...]:
    """The cells as the report prints them."""
    writers = list(write)
    return tuple(
        tuple(w(value) for w, value in zip(writers, row, strict=True))
        for row in shown.itertuples(index=False, name=None)
    )


def _writer(unit: str) -> Callable[[Any], str]:
    if unit == "p":  # the heading stands for the sign of equality
        return lambda value: format_value(value, unit).removeprefix("= ")
    if unit != "text":
        return lambda value: format_value(value, unit)
    return lambda value: (
        "; ".join(map(str, value)) if isinstance(value, (list, tuple))
        else "" if pd.isna(value) else str(value)
    )  # fmt: skip


def _align(unit: str) -> str:
    return "left" if unit in ("text", "name") else "right"


def _explained(data: pd.DataFrame, terms: Terms | None) -> tuple[Term, ...]:
    """The words that each row explains."""
    if terms is None:
        return ()
    explained = zip(data[terms.words], data[terms.meaning], strict=True)
    return tuple(
        Term(row, tuple(words), meaning, terms.running)
        for row, (words, meaning) in enumerate(explained)
        if len(words) and meaning
    )
