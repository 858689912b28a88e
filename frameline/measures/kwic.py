"""Words in their context, short enough that no sentence can be read from them."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pandas as pd

#: Words of a line in all, the name itself among them.
MOST = 8
#: No line shows a larger part of its sentence.
PART = 0.5

_WORD = re.compile(r"\S+")
COLUMNS = ["doc_id", "unit_id", "code", "left", "name", "right"]


def keyword_in_context(
    found: pd.DataFrame, units: pd.DataFrame, sources: Mapping[str, str], *, most: int = MOST
) -> pd.DataFrame:
    """In what company does a name stand, in a few words of its sentence?

    The texts are their owners': a line holds at most ``most`` words, the name among them, at most
    half of its sentence, and no sentence is shown twice.

    Parameters
    ----------
    found : DataFrame [doc_id, unit_id, code, start, end]
        Places of names: code points of the text, half-open.
    units : DataFrame [unit_id, start, end]
        Places of the sentences.
    sources : mapping of document id to text
        Documents without a text have no lines.
    most : int

    Returns
    -------
    DataFrame [doc_id, unit_id, code, left, name, right], in the order of ``found``
        Only the first name of each sentence; none of a sentence of which half is less than the
        name and one word beside it.

    Examples
    --------
    >>> text = "They met often, and made a strategic alliance of two old rivals that day."
    >>> found = pd.DataFrame({"doc_id": ["t"], "unit_id": ["s"], "code": ["A"],
    ...                       "start": [27], "end": [45]})
    >>> units = pd.DataFrame({"unit_id": ["s"], "start": [0], "end": [len(text)]})
    >>> keyword_in_context(found, units, {"t": text})[["left", "name", "right"]].values.tolist()
    [['made a', 'strategic alliance', 'of two old']]
    """
    spans = units.drop_duplicates("unit_id").set_index("unit_id")[["start", "end"]]
    rows = []
    kept = found[found["unit_id"].isin(spans.index) & found["doc_id"].isin(list(sources))]
    for row in kept.dropna(subset=["start", "end"]).drop_duplicates("unit_id").to_dict("records"):
        start, end = (int(edge) for edge in spans.loc[row["unit_id"]])
        place = int(row["start"]) - start, int(row["end"]) - start
        line = _line(sources[row["doc_id"]][start:end], place, most)
        if line:
            rows.append((row["doc_id"], row["unit_id"], row["code"], *line))
    return pd.DataFrame(rows, columns=COLUMNS)


def _line(sentence: str, place: tuple[int, int], most: int) -> tuple[str, str, str] | None:
    """The words before a name, the name, and the words after it."""
    words = [(m.start(), m.end()) for m in _WORD.finditer(sentence)]
    inside = [i for i, (start, end) in enumerate(words) if start < place[1] and end > place[0]]
    room = min(most, int(PART * len(words))) - len(inside)
    if not inside or room < 1:
        return None
    before, after = inside[0], len(words) - 1 - inside[-1]
    left = min(before, max(room // 2, room - after))
    right = min(after, room - left)
    return (
        _joined(sentence[words[before - left][0] : words[before][0]]),
        _joined(sentence[words[before][0] : words[inside[-1]][1]]),
        _joined(sentence[words[inside[-1]][1] : words[inside[-1] + right][1]]),
    )


def _joined(text: str) -> str:
    return " ".join(text.split())
