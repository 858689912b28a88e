"""What a text leaves out that others name, told apart from what it does not even mention.

"Makes no claim of" is a matter of the claims that count. A text that makes no claim of sanctions
may still ask about them, name them in passing or list an event of theirs: so each reason left out
is looked for in questions, in background, in the phrases and gists of other claims, and in events.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from frameline.measures.prevalence import codes_of, incidence
from frameline.measures.selection.gists import SHOWN, Preference, in_order, of_others, shown
from frameline.measures.selection.names import studies
from frameline.measures.selection.reasons import has_sides, side_marks

ASKED, BACKGROUND, WORDS, EVENT = "asked", "background", "words", "event"
"""How a text may mention what it makes no claim of."""


def left_out(
    claims: pd.DataFrame,
    documents: pd.DataFrame,
    preference: Preference | None = None,
    *,
    of: str = "frame",
    by: str = "author_group",
    skip: Collection[str] = (),
    order: Sequence[str] = (),
) -> pd.DataFrame:
    """List what each study makes no claim of and others do.

    Question: what does each text leave out that others name?

    Parameters
    ----------
    claims : DataFrame, one row per claim
        doc_id and the column ``of`` (``;`` separates several codes); sign, own, gist where coded.
    documents : DataFrame
        doc_id, in order, and where known the column ``by``: texts of one group are one study.
    preference : Preference, optional
        Which gist of those that name it is shown.
    of, by : str
    skip : collection of codes
        Codes that are no reason, no place, or could not be given to all texts.
    order : list of codes
        Order of codes with as many studies and claims.

    Returns
    -------
    DataFrame, one row per study and code, by studies and then claims that have it
        [study, code, studies, n, where, side, claim_id, gist, anchor, unit_id]: other studies with
        a claim of it (how many; list), and their claims; the side that most of the claims take in
        the study with most (ties: the first; "" where none has a side), and the gist that stands
        for it there, from the author's own voice where it has one.

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": ["a", "b", "b"], "frame": ["x", "x", "y"],
    ...                       "claim_id": ["1", "2", "3"], "gist": ["A.", "B.", "Trade grew."]})
    >>> texts = pd.DataFrame({"doc_id": ["a", "b"]})
    >>> left_out(table, texts)[["study", "code", "studies", "n", "gist"]].to_numpy().tolist()
    [['a', 'y', 1, 1, 'Trade grew.']]
    """
    of_text = dict(zip(documents["doc_id"], studies(documents, by=by), strict=True))
    study = claims["doc_id"].map(of_text).to_numpy()
    names = list(dict.fromkeys(of_text.values()))
    listed = [*order, *(code for code in codes_of(claims[of]) if code not in order)]
    codes = [code for code in listed if code not in skip]
    has, _ = incidence(claims[of].to_numpy(dtype=object), codes)
    counts = np.array([has[study == name].sum(axis=0) for name in names]).astype(int)
    rows = []
    for here, name in enumerate(names):
        absent = np.flatnonzero((counts[here] == 0) & (counts.sum(axis=0) > 0))
        others = (counts > 0).sum(axis=0)
        for code in sorted(absent, key=lambda c: (-others[c], -counts[:, c].sum())):
            most = names[int(counts[:, code].argmax())]
            there = claims[(study == most) & (has[:, code] > 0)]
            side, best = _stands_for(there, preference, has_sides(claims))
            where = [names[k] for k in np.flatnonzero(counts[:, code])]
            rows.append({"study": name, "code": codes[code], "studies": int(others[code]),
                         "n": int(counts[:, code].sum()), "where": where, "side": side,
                         **shown(best)})  # fmt: skip
    return pd.DataFrame(rows, columns=["study", "code", "studies", "n", "where", "side", *SHOWN])


def _stands_for(
    claims: pd.DataFrame, preference: Preference | None, sides: bool
) -> tuple[str, pd.DataFrame]:
    """The side that most of these claims take, and these claims of it, the best gist first."""
    marks = side_marks(claims, sides=sides)
    side = max(marks, key=lambda name: int(marks[name].sum()))
    taken = bool(marks[side].any())
    side, kept = (side, claims[marks[side]]) if taken else ("", claims)
    if "gist" not in kept:
        return side, kept.head(0)
    return side, in_order(kept.assign(others=of_others(kept)), preference, first=["others"])


def mentions(
    left: pd.DataFrame,
    everything: pd.DataFrame,
    documents: pd.DataFrame,
    *,
    keywords: Mapping[str, Iterable[str]] | None = None,
    events: pd.DataFrame | None = None,
    of: str = "frame",
    by: str = "author_group",
) -> pd.DataFrame:
    """Look whether a study still mentions what it makes no claim of, and where.

    Question: is this left out, or only not claimed?

    Parameters
    ----------
    left : DataFrame
        What `left_out` gives: study, code.
    everything : DataFrame
        All claims, those that do not count too: claim_id, doc_id, the column ``of``; question
        (bool), anchor, gist where known.
    documents : DataFrame
        As in `left_out`.
    keywords : mapping of code to words, optional
        What a word count would look for.
    events : DataFrame, optional
        event_id, doc_id, name.
    of, by : str

    Returns
    -------
    DataFrame
        [study, code, how, id, words]: one row for each mention found: "asked" (a question),
        "background" (a claim that does not count), "words" (a keyword in phrase or gist of another
        claim) or "event"; the id of the claim or event, and the words. A code without a row is
        not mentioned as far as these tables can tell; the text itself is not searched.

    Examples
    --------
    >>> left = pd.DataFrame({"study": ["a"], "code": ["y"]})
    >>> table = pd.DataFrame({"doc_id": "a", "claim_id": ["1", "2"], "frame": ["y", "x"],
    ...                       "question": [True, False], "gist": ["Will it?", "Old trade."]})
    >>> texts = pd.DataFrame({"doc_id": ["a"]})
    >>> mentions(left, table, texts, keywords={"y": ["trade"]})[["how", "id"]].to_numpy().tolist()
    [['asked', '1'], ['words', '2']]
    """
    of_text = dict(zip(documents["doc_id"], studies(documents, by=by), strict=True))
    study = everything["doc_id"].map(of_text)
    where = None if events is None else events["doc_id"].map(of_text)
    rows: list[tuple] = []
    for row in left[["study", "code"]].itertuples(index=False):
        pattern = _pattern((keywords or {}).get(str(row.code), ()))
        here = everything[(study == row.study).to_numpy()]
        rows += [(row.study, row.code, *found) for found in _in_claims(here, row.code, of, pattern)]
        if events is not None and where is not None:
            named = events[(where == row.study).to_numpy()]
            hits = [
                name for name in named.itertuples() if pattern and pattern.search(str(name.name))
            ]
            rows += [(row.study, row.code, EVENT, hit.event_id, hit.name) for hit in hits]
    return pd.DataFrame(rows, columns=["study", "code", "how", "id", "words"])


def _pattern(words: Iterable[str]) -> re.Pattern[str] | None:
    listed = "|".join(re.escape(word) for word in words)
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)", re.IGNORECASE) if listed else None


def _in_claims(
    claims: pd.DataFrame, code: Any, of: str, pattern: re.Pattern[str] | None
) -> list[tuple[str, str, str]]:
    """Mentions of a code in claims: how, id, words."""
    found = []
    for row in claims.to_dict("records"):
        texts = [str(row.get(name) or "") for name in ("anchor", "gist")]
        coded = code in str(row[of] or "").split(";")
        hit = next((m for m in map(pattern.search, texts) if m), None) if pattern else None
        if coded:
            found.append((ASKED if row.get("question") else BACKGROUND, row["claim_id"], texts[1]))
        elif hit:
            found.append((WORDS, row["claim_id"], hit.group()))
    return found
