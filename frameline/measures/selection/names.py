"""What a text calls the tie: the title's words as the title means them, and its own best word.

Polarity travels with every label. A title that asks keeps its question mark and is never printed
as an assertion; the most specific word of the body says whether the author asserts it. Titles are
counted by study (texts of one author group are one), over whole titles with their subtitles.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import pandas as pd

from frameline.measures.labels import ADOPTED, ASSERTED, BODY, OTHER_PAIR, TITLE, label_use
from frameline.measures.prevalence import cells

ASKED, SAID = "asked", "asserted"
"""Senses of a title word; else the polarity it was coded with."""

WORDS = 8
"""The longest phrase of a text that is printed."""

_STOP = re.compile(r"[.!?:;–—]")


def title_words(
    labels: pd.DataFrame,
    documents: pd.DataFrame,
    *,
    pair: str = "",
    title: Collection[str] = TITLE,
    most: int = WORDS,
) -> pd.DataFrame:
    """Give the title's words for the tie as the title means them.

    Question: what does the title call the relationship, and does it assert or ask?

    Parameters
    ----------
    labels : DataFrame
        doc_id, literal, label, place, and where coded pair, polarity, countable, asserted.
    documents : DataFrame
        doc_id, title and, where coded, title_label (the most specific label of the title).
    pair : str
        As in `frameline.measures.labels.label_use`.
    title : collection of places
    most : int
        The longest phrase that may be printed, in words.

    Returns
    -------
    DataFrame, one row per document
        [doc_id, label, literal, words, quoted, sense, families]: words are the literal, and where
        the title asks about it, the title's own words up to its question mark (quoted: whether
        they stand so in the title; else the mark was set behind the literal); sense is "asked",
        "asserted" or the polarity coded; families are all labels of the whole title for the pair,
        joined by ``;``. Blank where the title has no label.

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": ["t"], "literal": ["an alliance"], "label": ["ALLI"],
    ...                       "place": ["title"], "polarity": ["questioned"]})
    >>> texts = pd.DataFrame({"doc_id": ["t"], "title": ["The two: an alliance or more?"]})
    >>> title_words(table, texts)[["words", "quoted", "sense"]].values.tolist()
    [['an alliance or more?', True, 'asked']]
    """
    use = _use(labels, pair)
    kept = labels[labels["place"].isin(list(title)).to_numpy() & (use != OTHER_PAIR).to_numpy()]
    rows = []
    for document in documents.to_dict("records"):
        found = kept[kept["doc_id"] == document["doc_id"]].to_dict("records")
        wanted = str(document.get("title_label") or "")
        first = next((m for m in found if m["label"] == wanted), found[0] if found else None)
        families = ";".join(dict.fromkeys(str(mention["label"]) for mention in found))
        rows.append((document["doc_id"], *_meant(first, document, most), families))
    columns = ["doc_id", "label", "literal", "words", "quoted", "sense", "families"]
    return pd.DataFrame(rows, columns=columns)


def _meant(
    mention: Mapping[Any, Any] | None, document: Mapping[Any, Any], most: int
) -> tuple[str, str, str, bool, str]:
    """Label, literal, words, quoted and sense of a mention in a title."""
    if mention is None:
        return str(document.get("title_label") or ""), "", "", False, ""
    literal, polarity = str(mention["literal"]), str(mention.get("polarity") or "")
    whole = str(document.get("title") or "")
    after = whole.partition(literal)[2] if literal and literal in whole else ""
    end = _STOP.search(after)
    asserted = bool(mention.get("asserted", polarity in ("", *ASSERTED)))
    if end is not None and end.group() == "?" and not asserted:
        words = literal + after[: end.end()]
        if len(words.split()) <= most:
            return str(mention["label"]), literal, words, True, ASKED
        return str(mention["label"]), literal, literal + "?", False, ASKED
    return str(mention["label"]), literal, literal, True, SAID if asserted else polarity


def _use(labels: pd.DataFrame, pair: str, body: Collection[str] = BODY) -> pd.Series:
    """The use of each mention, also where a corpus does not say what counts."""
    table = labels
    if "countable" not in table:
        table = table.assign(countable=table["place"].isin(list(body)))
    if "stance" not in table and "adopted" not in table:
        table = table.assign(adopted=True)
    return label_use(table, pair=pair, asserted=ASSERTED, adopted=ADOPTED, body=body)


def own_words(
    labels: pd.DataFrame,
    documents: pd.DataFrame,
    *,
    pair: str = "",
    body: Collection[str] = BODY,
) -> pd.DataFrame:
    """Give the most specific word for the tie that a text itself uses, and where.

    Question: which word of its own does the text have for the relationship?

    Parameters
    ----------
    labels : DataFrame
        As for `title_words`, with block_id and sentence where known.
    documents : DataFrame
        doc_id and, where coded, body_label (the most specific label of the body); else the label
        that the author asserts most often.
    pair, body
        As in `frameline.measures.labels.label_use`.

    Returns
    -------
    DataFrame, one row per document
        [doc_id, label, words, label_id, block_id, sentence, use, asserted]: the first mention of
        that label in the body, an asserted one if there is one; use is "asserted" or why it does
        not count as the author's; blank where the body has none.

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": "t", "literal": ["allies", "alignment"], "place": "body",
    ...                       "label": ["ALLI", "ALIGN"], "polarity": ["negated", "asserted"]})
    >>> texts = pd.DataFrame({"doc_id": ["t"], "body_label": ["ALIGN"]})
    >>> own_words(table, texts)[["words", "asserted"]].values.tolist()
    [['alignment', True]]
    """
    use = _use(labels, pair, body)
    counts = labels["place"].isin(list(body)) & (use != OTHER_PAIR)
    kept = labels.assign(use=use)[counts.to_numpy()]
    rows = []
    for document in documents.to_dict("records"):
        found = kept[kept["doc_id"] == document["doc_id"]]
        said = found.loc[found["use"] == "asserted", "label"]
        commonest = str(said.value_counts().index[0]) if len(said) else ""
        wanted = str(document.get("body_label") or "") or commonest
        of_label = found[found["label"] == wanted]
        first = of_label.sort_values("use", key=lambda u: u != "asserted", kind="stable").head(1)
        rows.append(_used(document["doc_id"], wanted, first))
    columns = ["doc_id", "label", "words", "label_id", "block_id", "sentence", "use", "asserted"]
    return pd.DataFrame(rows, columns=columns)


def _used(doc_id: Any, label: str, first: pd.DataFrame) -> tuple:
    """One row of `own_words`."""
    if first.empty:
        return doc_id, label, "", "", "", pd.NA, "", False
    row = first.iloc[0]
    places = [row.get(name, "") for name in ("label_id", "block_id")]
    use = str(row["use"])
    return (doc_id, label, row["literal"], *places, row.get("sentence", pd.NA), use,
            use == "asserted")  # fmt: skip


def studies(documents: pd.DataFrame, *, by: str = "author_group") -> pd.Series:
    """Say which texts are one study: those of one author group, never counted as independent.

    Parameters
    ----------
    documents : DataFrame
        doc_id and, where known, the column ``by``.
    by : str

    Returns
    -------
    Series of str, index as ``documents``
        The group, or the text itself where no group is known.

    Examples
    --------
    >>> studies(pd.DataFrame({"doc_id": list("abc"), "author_group": ["x", "x", ""]})).tolist()
    ['x', 'x', 'c']
    """
    if by not in documents:
        return documents["doc_id"].astype(object)
    group = documents[by].fillna("").astype(str).astype(object)
    return group.where(group != "", documents["doc_id"].astype(object))


def titles_against_bodies(
    titles: pd.DataFrame,
    own: pd.DataFrame,
    documents: pd.DataFrame,
    *,
    by: str = "author_group",
) -> pd.DataFrame:
    """Tell for each study whether its own word stands nowhere in its title.

    Question: do authors call the tie what their titles call it?

    Parameters
    ----------
    titles : DataFrame
        What `title_words` gives: the whole title counts, with its subtitle.
    own : DataFrame
        What `own_words` gives.
    documents : DataFrame
        doc_id and the column ``by``; without it, or where it is blank, each text is a study.
    by : str

    Returns
    -------
    DataFrame, one row per study
        [study, doc_ids, titles, title_labels, body_labels, differ]: its texts, the distinct words
        of their titles, the labels of whole titles and of bodies (lists); differ: no own word of
        the study is in a title of it; missing where one of the two is unknown.

    Examples
    --------
    >>> titles = pd.DataFrame({"doc_id": ["a", "b"], "words": ["In Need", "an alliance?"],
    ...                        "families": ["NEED;STRAT", "ALLI"]})
    >>> own = pd.DataFrame({"doc_id": ["a", "b"], "label": ["STRAT", "ALIGN"]})
    >>> texts = pd.DataFrame({"doc_id": ["a", "b"]})
    >>> titles_against_bodies(titles, own, texts)["differ"].tolist()
    [False, True]
    """
    table = pd.DataFrame({"doc_id": documents["doc_id"], "study": studies(documents, by=by)})
    table = table.merge(titles[["doc_id", "words", "families"]], on="doc_id", how="left")
    table = table.merge(own[["doc_id", "label"]], on="doc_id", how="left").fillna("")
    rows = []
    for (study,), place in cells(table, ["study"]):
        part = table.iloc[place]
        heads = dict.fromkeys(words for words in part["words"] if words)
        in_titles = _distinct(part["families"])
        in_bodies = _distinct(part["label"])
        known_both = bool(in_titles and in_bodies)
        differ = not set(in_titles) & set(in_bodies) if known_both else pd.NA
        rows.append((study, part["doc_id"].tolist(), list(heads), in_titles, in_bodies, differ))
    columns = ["study", "doc_ids", "titles", "title_labels", "body_labels", "differ"]
    return pd.DataFrame(rows, columns=columns).astype({"differ": "boolean"})


def _distinct(cells_: Sequence[str] | pd.Series) -> list[str]:
    return list(dict.fromkeys(code for cell in cells_ for code in str(cell).split(";") if code))
