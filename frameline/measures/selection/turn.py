"""Where the argument of a text turns, and what each of its sections is mostly about.

The turn is the place where the running balance is farthest from where it ends: from there on the
text moves to its end. A text whose balance is farthest from its end at the start never turns.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from frameline.measures.arc import arc
from frameline.measures.prevalence import cells
from frameline.measures.selection.reasons import has_sides, leading, reason_counts

HEADING = "heading"
"""The kind of block that opens a section."""

FIFTHS = 5
"""Sections of a text without headings."""

LEAST = 2
"""A reason names a section from so many claims on."""


def heading_words(
    labels: pd.DataFrame, blocks: pd.DataFrame, *, places: Collection[str] = (HEADING,)
) -> pd.DataFrame:
    """Give the words of headings as far as labels hold them.

    Parameters
    ----------
    labels : DataFrame
        doc_id, block_id, literal, place.
    blocks : DataFrame
        doc_id, block_id, and words (how many) where counted.
    places : collection of str

    Returns
    -------
    DataFrame [doc_id, block_id, heading, whole]
        The first label of each heading; whole: it has as many words as the heading (missing where
        they were not counted), hyphens separating words.

    Examples
    --------
    >>> labels = pd.DataFrame({"doc_id": ["t"], "block_id": ["H1"], "literal": ["ODD PAIR"],
    ...                        "place": ["heading"]})
    >>> blocks = pd.DataFrame({"doc_id": ["t"], "block_id": ["H1"], "words": [3]})
    >>> heading_words(labels, blocks).to_numpy().tolist()
    [['t', 'H1', 'ODD PAIR', False]]
    """
    found = labels.loc[labels["place"].isin(list(places)), ["doc_id", "block_id", "literal"]]
    found = found.drop_duplicates(["doc_id", "block_id"]).rename(columns={"literal": "heading"})
    sizes = blocks.reindex(columns=["doc_id", "block_id", "words"])
    table = found.merge(sizes, on=["doc_id", "block_id"], how="left")
    said = table["heading"].map(lambda words: len(str(words).replace("-", " ").split()))
    known = pd.to_numeric(table["words"], errors="coerce")
    table["whole"] = (said >= known).astype("boolean").mask(known.isna())
    return table.drop(columns="words")


def turns(
    claims: pd.DataFrame,
    blocks: pd.DataFrame | None = None,
    headings: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Find where the argument of each text turns.

    Question: from where on does the text move to its end, and what stands there?

    Parameters
    ----------
    claims : DataFrame, one row per claim
        doc_id, claim_id, sign, position; para_id for headings; unit_id, frame, theatre, gist,
        anchor are carried along where present.
    blocks : DataFrame, optional
        doc_id, block_id, kind, in the order of the file.
    headings : DataFrame, optional
        doc_id, block_id, heading: words of headings, where known.

    Returns
    -------
    DataFrame, one row per text
        [doc_id, turned, before, position, running, end, claim_id, unit_id, frame, theatre, sign,
        gist, anchor, block_id, heading]: the last claim before the turn, its position (per cent
        of the claims) and the balance there; the balance at the end; the first claim after it that
        pulls either way; the heading that stands between the two (last one), "" where none does or
        its words are not known. turned is False, and the rest blank, for a text that never turns.

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": "t", "claim_id": list("abcde"), "position": range(5),
    ...                       "sign": pd.array([1, 1, None, -1, -1], dtype="Float64")})
    >>> turns(table)[["before", "running", "end", "claim_id"]].to_numpy().tolist()
    [['c', 2, 0, 'd']]
    """
    path = arc(claims)
    rows = []
    for (doc_id,), place in cells(path, ["doc_id"]):
        text = path.iloc[place].reset_index(drop=True)
        at = _farthest(text["running"].to_numpy(dtype=int))
        if not at:
            rows.append({"doc_id": doc_id, "turned": False})
            continue
        last = text.iloc[at - 1]
        signed = text.index[text["sign"].fillna(0) != 0]
        after = text.loc[signed[signed >= at][0], "claim_id"]
        moved = text.loc[signed[signed < at][-1], "claim_id"]
        row = claims[claims["claim_id"] == after].iloc[0]
        between = _between(claims, blocks, str(moved), str(after))
        carried = {name: row.get(name, "") for name in _CARRIED}
        rows.append({
            "doc_id": doc_id, "turned": True, "before": last["claim_id"],
            "position": last["position"], "running": int(last["running"]),
            "end": int(text["running"].iloc[-1]), **carried, "sign": row["sign"],
            "block_id": between, "heading": _words(headings, doc_id, between),
        })  # fmt: skip
    return pd.DataFrame(rows, columns=_TURN)


_CARRIED = ("claim_id", "unit_id", "frame", "theatre", "gist", "anchor")
_TURN = ["doc_id", "turned", "before", "position", "running", "end", "claim_id", "unit_id", "frame",
         "theatre", "sign", "gist", "anchor", "block_id", "heading"]  # fmt: skip


def _farthest(running: np.ndarray) -> int:
    """The last place where a path that starts at 0 is farthest from its end; 0: no turn.

    As long as no claim has pulled either way the path has not left its start.
    """
    path = np.concatenate([[0], running])
    away = np.abs(path - path[-1])
    at = len(path) - 1 - int(np.argmax(away[::-1]))
    return at if path[: at + 1].any() and at < len(path) - 1 else 0


def _between(claims: pd.DataFrame, blocks: pd.DataFrame | None, first: str, second: str) -> str:
    """The last heading that stands between two claims of a text."""
    if blocks is None or "para_id" not in claims:
        return ""
    ends = claims.set_index("claim_id").loc[[first, second], ["doc_id", "para_id"]]
    order = blocks[blocks["doc_id"] == ends["doc_id"].iloc[0]].reset_index(drop=True)
    places = {block: place for place, block in enumerate(order["block_id"])}
    low, high = (places.get(para, 0) for para in ends["para_id"])
    inside = order.iloc[low + 1 : high]
    found = inside.loc[inside["kind"] == HEADING, "block_id"]
    return str(found.iloc[-1]) if len(found) else ""


def _words(headings: pd.DataFrame | None, doc_id: Any, block_id: str) -> str:
    if headings is None or not block_id:
        return ""
    here = (headings["doc_id"] == doc_id) & (headings["block_id"] == block_id)
    return str(headings.loc[here, "heading"].iloc[0]) if here.any() else ""


def sections(
    claims: pd.DataFrame,
    blocks: pd.DataFrame | None = None,
    headings: pd.DataFrame | None = None,
    *,
    of: str = "frame",
    unspecific: Collection[str] = (),
    order: Sequence[str] = (),
    least: int = LEAST,
) -> pd.DataFrame:
    """Tell what each section of a text mostly says.

    Question: which reason does each section of the text give most, and on which side?

    Parameters
    ----------
    claims : DataFrame, one row per claim, in reading order
        doc_id, para_id, sign, the column ``of``; advice where coded.
    blocks, headings
        As for `turns`. A text without headings falls into fifths of its claims.
    of, unspecific, order
        As in `frameline.measures.selection.reasons.reason_counts`.
    least : int
        Claims that a reason needs to name a section.

    Returns
    -------
    DataFrame, one row per section and leading reason
        [doc_id, section, block_id, heading, first, last, n, code, side, k, advice]: sections with
        a claim, from 1; the heading's block and words ("" where there is none or they are not
        known); the first and last paragraph with a claim; claims; the commonest reason of a side,
        all that are tied (code "" and k 0 where none has ``least`` claims); pieces of advice.

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": "t", "para_id": ["P1", "P1", "P2"],
    ...                       "frame": ["x", "x", "y"],
    ...                       "sign": pd.array([1, 1, -1], dtype="Float64")})
    >>> blocks = pd.DataFrame({"doc_id": "t", "block_id": ["P1", "H1", "P2"],
    ...                        "kind": ["body", "heading", "body"]})
    >>> sections(table, blocks)[["section", "block_id", "code", "k"]].to_numpy().tolist()
    [[1, '', 'x', 2], [2, 'H1', '', 0]]
    """
    rows: list[tuple] = []
    rules = {"of": of, "unspecific": unspecific, "order": order, "sides": has_sides(claims)}
    for (doc_id,), place in cells(claims, ["doc_id"]):
        text = claims.iloc[place]
        at = _section_of(text, blocks, doc_id)
        for number, section in enumerate(dict.fromkeys(at), start=1):
            part = text[[here == section for here in at]]
            block = section if isinstance(section, str) else ""
            head = (doc_id, number, block, _words(headings, doc_id, block),
                    part["para_id"].iloc[0], part["para_id"].iloc[-1], len(part))  # fmt: skip
            advice = int(part["advice"].sum()) if "advice" in part else 0
            rows += [(*head, *lead, advice) for lead in _leads(part, least, rules)]
    columns = ["doc_id", "section", "block_id", "heading", "first", "last", "n", "code", "side",
               "k", "advice"]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def _section_of(text: pd.DataFrame, blocks: pd.DataFrame | None, doc_id: Any) -> list[str | int]:
    """For each claim the heading above it ("" before the first), or the number of its fifth."""
    here = None if blocks is None else blocks[blocks["doc_id"] == doc_id]
    if here is None or not (here["kind"] == HEADING).any():
        return [FIFTHS * place // len(text) for place in range(len(text))]
    above = here["block_id"].where(here["kind"] == HEADING).ffill().fillna("")
    of_block = dict(zip(here["block_id"], above, strict=True))
    return [str(of_block.get(para, "")) for para in text["para_id"]]


def _leads(part: pd.DataFrame, least: int, rules: Mapping[str, Any]) -> list[tuple[str, str, int]]:
    """The commonest reasons of a section, each with its side and its claims."""
    counts = reason_counts(part, **rules)
    named = ~counts["code"].isin(list(rules["unspecific"])) & (counts["n"] >= least)
    counts = counts[named].reset_index(drop=True)
    first = sorted(int(place) for place in leading(counts["n"]))
    top = counts.loc[first, ["code", "side", "n"]].itertuples(index=False)
    return [(str(code), str(side), int(n)) for code, side, n in top] or [("", "", 0)]
