"""What do the texts call the relationship, and what would a word count have made of it?

A *label* is a mention of a name for the relationship ("alignment", "partners in need") with the
pair it is about, a polarity, a voice, a stance and a place. Tables of labels have the columns
``label_id, doc_id, block_id, literal, label (family), pair, polarity, voice, stance, scope, place,
countable, dup_of``. A mention counts when it is about the pair, stands in the author's body text
and repeats no other mention (``countable``); the author *asserts* it when its polarity is asserted
and its stance is the author's own or endorsed.

Which codes mean "asserted" and "adopted" is a matter of the codebook and is passed in.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import pandas as pd

ASSERTED = ("asserted",)
ADOPTED = ("own", "endorsed")
TITLE = ("title",)
BODY = ("body",)

OTHER_PAIR = "another pair"
REPEAT = "repeat"
NOT_ADOPTED = "not adopted"
NO_LABEL = "no label"
UNKNOWN = "unknown block"

# the splitter of the token table at its simplest: letters and digits, inner apostrophes
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def label_use(
    labels: pd.DataFrame,
    *,
    pair: str = "",
    asserted: Collection[str] = ASSERTED,
    adopted: Collection[str] = ADOPTED,
    body: Collection[str] = BODY,
) -> pd.Series:
    """Does this mention count as the author's label, and if not, why not?

    Parameters
    ----------
    labels : DataFrame [pair, polarity, stance, place, countable, dup_of]
        `countable` is yes/no or bool; pair, polarity, stance and `dup_of` may be missing. Columns
        asserted and adopted (bool), as a corpus gives them, go before the lists of codes.
    pair : str
        Code of the pair under study; the pair of the countable mentions when not given.
    asserted, adopted, body : collections of codes
        Polarities that assert, stances that adopt, places that are the author's text.

    Returns
    -------
    Series of str, index as `labels`, name "use": "asserted"; the polarity (e.g. "negated") of a
        mention that counts but is not asserted; "not adopted" (asserted by somebody else);
        "another pair"; "repeat"; or the place (e.g. "title") of a mention outside the body.

    Examples
    --------
    >>> table = pd.DataFrame({
    ...     "pair": ["A-B", "A-B", "A-C"], "polarity": ["asserted", "negated", "asserted"],
    ...     "stance": "own", "place": ["body", "body", "title"], "countable": ["yes", "yes", "no"],
    ... })
    >>> label_use(table).tolist()
    ['asserted', 'negated', 'another pair']
    """
    counts = _countable(labels)
    everywhere = pd.Series(True, index=labels.index)
    # a codebook without polarity or stance has authors assert what they mention
    use = labels.get("polarity", everywhere.map({True: "asserted"})).astype(object).copy()
    asserts = labels.get("asserted", use.isin(list(asserted))).astype(bool)
    held = labels["stance"].isin(list(adopted)) if "stance" in labels else everywhere
    adopts = labels.get("adopted", held).astype(bool)
    pairs = labels.get("pair", everywhere.map({True: ""}))
    named = {pair} if pair else set(pairs[counts])
    use[asserts] = "asserted"
    use[asserts & ~adopts] = NOT_ADOPTED
    outside = ~labels["place"].isin(list(body))
    use[outside] = labels["place"].astype(object)[outside]
    if "dup_of" in labels:
        use[(labels["dup_of"].fillna("") != "") & ~outside] = REPEAT
    if named:
        use[~pairs.isin(named)] = OTHER_PAIR
    return use.astype(object).rename("use")


def label_counts(
    labels: pd.DataFrame,
    *,
    documents: Sequence[str] = (),
    order: Sequence[str] = (),
    pair: str = "",
    asserted: Collection[str] = ASSERTED,
    adopted: Collection[str] = ADOPTED,
) -> pd.DataFrame:
    """How often does each text assert each label, and how often only mention it?

    Parameters
    ----------
    labels : DataFrame [doc_id, label, pair, polarity, stance, place, countable]
    documents, order : sequences, optional
        Documents and label families to list, in this order, also with counts of 0; those found,
        in order of appearance (families: the commonest first), when not given.
    pair, asserted, adopted
        As in :func:`label_use`.

    Returns
    -------
    DataFrame, one row per document and family: [doc_id, label, asserted, other, n]; mentions in
        the body, about the pair: asserted by the author, all others (reported, negated,
        questioned, hypothetical, not adopted), and both.

    Examples
    --------
    >>> table = pd.DataFrame({
    ...     "doc_id": "t", "label": ["ALLI", "ALIGN", "ALLI"], "pair": "A-B",
    ...     "polarity": ["negated", "asserted", "asserted"], "stance": "own",
    ...     "place": ["body", "body", "title"], "countable": ["yes", "yes", "no"],
    ... })
    >>> label_counts(table, order=["ALLI", "ALIGN"]).values.tolist()
    [['t', 'ALLI', 0, 1, 1], ['t', 'ALIGN', 1, 0, 1]]
    """
    use = label_use(labels, pair=pair, asserted=asserted, adopted=adopted)
    counted = labels[_countable(labels)].assign(use=use)
    docs = list(documents) or list(dict.fromkeys(labels["doc_id"]))
    families = list(order) or counted["label"].value_counts().index.tolist()
    grid = pd.MultiIndex.from_product([docs, families], names=["doc_id", "label"])
    keys = [counted["doc_id"], counted["label"]]
    total = counted.groupby(keys).size().reindex(grid, fill_value=0)
    own = (counted["use"] == "asserted").groupby(keys).sum().reindex(grid, fill_value=0)
    table = pd.DataFrame({"asserted": own, "other": total - own, "n": total}).astype(int)
    return table.reset_index()


def title_and_body(
    labels: pd.DataFrame,
    documents: pd.DataFrame,
    *,
    pair: str = "",
    asserted: Collection[str] = ASSERTED,
    adopted: Collection[str] = ADOPTED,
    title: Collection[str] = TITLE,
) -> pd.DataFrame:
    """Does the title call the relationship what the author calls it?

    Parameters
    ----------
    labels : DataFrame [doc_id, literal, label, pair, polarity, stance, place, countable]
    documents : DataFrame [doc_id] and, if coded, [title_label, body_label]
        The coded leading labels. Where one is not coded it is taken from the mentions: the first
        in the title, the family the author asserts most often in the body (the first on a tie).
    title : collection of places
        What counts as the title.
    pair, asserted, adopted
        As in :func:`label_use`.

    Returns
    -------
    DataFrame, one row per document, in the order of `documents`:
        doc_id; title_label, title_literal (the words printed), title_labels (all families of the
        title, joined by ``;``); body_label, body_literal (first mention of that family in the
        body, an asserted one if there is one), body_use ("asserted", or why the mention does not
        count as the author's, see :func:`label_use`; "" if the body has none); body_labels (all
        families the author asserts in the body, the commonest first, joined by ``;``);
        title_in_body (how often the author asserts a family of the title in the body);
        body_in_title (whether the title, subtitle included, holds the body label's family too);
        differ (whether the two leading labels differ; missing when one of them is unknown).

    Examples
    --------
    >>> table = pd.DataFrame({
    ...     "doc_id": "t", "literal": ["a strategic alliance", "alignment"],
    ...     "label": ["ALLI", "ALIGN"], "pair": "A-B", "polarity": ["questioned", "asserted"],
    ...     "stance": "own", "place": ["title", "body"], "countable": ["no", "yes"],
    ... })
    >>> row = title_and_body(table, pd.DataFrame({"doc_id": ["t"]})).iloc[0]
    >>> row.title_literal, row.body_literal, str(row.differ)
    ('a strategic alliance', 'alignment', 'True')
    """
    use = label_use(labels, pair=pair, asserted=asserted, adopted=adopted)
    named = {name: labels[name].astype(object) for name in ("doc_id", "label", "literal", "place")}
    mentions = pd.DataFrame({**named, "use": use, "counts": _countable(labels)})
    by_document: dict[str, list[dict]] = {}
    for mention in mentions[use != OTHER_PAIR].to_dict("records"):
        by_document.setdefault(mention["doc_id"], []).append(mention)
    rows = [
        _leading(document, by_document.get(document["doc_id"], []), title)
        for document in documents.to_dict("records")
    ]
    columns = (
        "doc_id title_label title_literal title_labels body_label body_literal body_use"
        " body_labels title_in_body body_in_title differ"
    )
    table = pd.DataFrame(rows, columns=columns.split())
    return table.astype({"body_in_title": "boolean", "differ": "boolean"})


def _leading(document: Mapping, mentions: Sequence[Mapping], title: Collection[str]) -> dict:
    """The leading labels of one document; its mentions are those of the pair."""
    in_title = [m for m in mentions if m["place"] in title]
    in_body = [m for m in mentions if m["counts"]]
    asserts = [m["label"] for m in in_body if m["use"] == "asserted"]
    said = [label for label, _ in Counter(asserts).most_common()]
    families = list(dict.fromkeys(m["label"] for m in in_title))
    title_label = str(document.get("title_label") or "") or (families[0] if families else "")
    body_label = str(document.get("body_label") or "") or (said[0] if said else "")
    leading = sorted(
        (m for m in in_body if m["label"] == body_label), key=lambda m: m["use"] != "asserted"
    )
    printed = [m["literal"] for m in in_title if m["label"] == title_label]
    both = bool(title_label and body_label)
    return {
        "doc_id": document["doc_id"],
        "title_label": title_label,
        "title_literal": str(printed[0]) if printed else "",
        "title_labels": ";".join(families),
        "body_label": body_label,
        "body_literal": str(leading[0]["literal"]) if leading else "",
        "body_use": str(leading[0]["use"]) if leading else "",
        "body_labels": ";".join(said),
        "title_in_body": sum(label in families for label in asserts),
        "body_in_title": body_label in families if both else pd.NA,
        "differ": title_label != body_label if both else pd.NA,
    }


def naive_count(
    tokens: pd.DataFrame,
    labels: pd.DataFrame,
    word: str | Sequence[str],
    *,
    blocks: pd.DataFrame,
    pair: str = "",
    asserted: Collection[str] = ASSERTED,
    adopted: Collection[str] = ADOPTED,
    body: Collection[str] = BODY,
) -> pd.DataFrame:
    """What does a word count find that is not the author's label? Each occurrence with its reason.

    Parameters
    ----------
    tokens : DataFrame [doc_id, block_id, token, n]
        Word counts of every block of the files, site furniture included.
    labels : DataFrame of label mentions
    word : str or sequence of str
        The word, or its forms, in lower case.
    blocks : DataFrame [doc_id, block_id, kind]
    pair, asserted, adopted, body
        As in :func:`label_use`.

    Returns
    -------
    DataFrame [doc_id, reason, n]; the sum of n is what a word count of the file finds. Reasons: a
        block kind ("furniture", "title", "pullquote") for occurrences outside the body; for the
        body the use of the label mention that the word is part of ("asserted", "negated",
        "another pair" ...), or "no label" (the word is part of no mention, as *strategic* in
        "strategic interests"). "asserted" is the part a word count gets right.

    Examples
    --------
    >>> tokens = pd.DataFrame({
    ...     "doc_id": "t", "block_id": ["F1", "P1"], "token": "ally", "n": [2, 3]})
    >>> blocks = pd.DataFrame({
    ...     "doc_id": "t", "block_id": ["F1", "P1"], "kind": ["furniture", "body"]})
    >>> labels = pd.DataFrame({
    ...     "doc_id": "t", "block_id": ["P1"], "literal": ["natural ally"], "pair": "A-B",
    ...     "polarity": "negated", "stance": "own", "place": "body", "countable": "yes"})
    >>> naive_count(tokens, labels, "ally", blocks=blocks).values.tolist()
    [['t', 'furniture', 2], ['t', 'negated', 1], ['t', 'no label', 2]]
    """
    words = {word} if isinstance(word, str) else set(word)
    hits = labels["literal"].map(lambda text: sum(part in words for part in _words(text)))
    use = label_use(labels, pair=pair, asserted=asserted, adopted=adopted, body=body)
    mentions: dict[tuple[str, str], list[tuple[str, int]]] = {}
    for place, reason, n in zip(_places(labels), use, hits, strict=True):
        mentions.setdefault(place, []).append((reason, int(n)))
    match = tokens[tokens["token"].isin(words)]
    found: dict[tuple[str, str], int] = {}
    for place, n in zip(_places(match), match["n"], strict=True):
        found[place] = found.get(place, 0) + int(n)
    kinds = dict(zip(_places(blocks), blocks["kind"], strict=True))
    rows: list[tuple[str, str, int]] = []
    # in the order of the files; a block that the table of blocks lacks still counts as found
    for place in [place for place in kinds if place in found] + sorted(set(found) - set(kinds)):
        kind = kinds.get(place, UNKNOWN)
        if kind not in body:
            rows.append((place[0], kind, found[place]))
            continue
        rest = found[place]
        for reason, n in mentions.get(place, []):
            taken = min(rest, n)  # nested mentions share a word, which counts once
            rows.append((place[0], reason, taken))
            rest -= taken
        rows.append((place[0], NO_LABEL, rest))
    table = pd.DataFrame(rows, columns=["doc_id", "reason", "n"])
    sums = table.groupby(["doc_id", "reason"], sort=False)["n"].sum().reset_index()
    return sums[sums["n"] > 0].reset_index(drop=True)


def lookalikes(
    tokens: pd.DataFrame,
    labels: pd.DataFrame,
    words: Sequence[str],
    *,
    blocks: pd.DataFrame,
    pair: str = "",
    asserted: Collection[str] = ASSERTED,
    adopted: Collection[str] = ADOPTED,
    body: Collection[str] = BODY,
) -> pd.DataFrame:
    """Which words mislead a word count most? Found against asserted, per text and word.

    Parameters
    ----------
    words : sequence of str
        Words in lower case, each counted by itself.
    tokens, labels, blocks, pair, asserted, adopted, body
        As in :func:`naive_count`.

    Returns
    -------
    DataFrame [doc_id, word, found, outside, other_pair, no_label, not_asserted, asserted], one row
        per document and word that occurs; found = outside the body + part of a label of another
        pair + part of no label + part of a label of the pair that the author does not assert +
        asserted.

    Examples
    --------
    >>> tokens = pd.DataFrame({
    ...     "doc_id": "t", "block_id": ["F1", "P1"], "token": "ally", "n": [2, 3]})
    >>> blocks = pd.DataFrame({
    ...     "doc_id": "t", "block_id": ["F1", "P1"], "kind": ["furniture", "body"]})
    >>> labels = pd.DataFrame({
    ...     "doc_id": "t", "block_id": ["P1"], "literal": ["natural ally"], "pair": "A-B",
    ...     "polarity": "negated", "stance": "own", "place": "body", "countable": "yes"})
    >>> lookalikes(tokens, labels, ["ally"], blocks=blocks).values.tolist()
    [['t', 'ally', 5, 2, 0, 2, 1, 0]]
    """
    outside = set(blocks["kind"]) - set(body) | {UNKNOWN}
    single = {OTHER_PAIR: "other_pair", NO_LABEL: "no_label", "asserted": "asserted"}
    columns = ["outside", "other_pair", "no_label", "not_asserted", "asserted"]
    rules: dict[str, Any] = {"pair": pair, "asserted": asserted, "adopted": adopted, "body": body}
    tables = []
    for word in words:
        rows = naive_count(tokens, labels, word, blocks=blocks, **rules)
        sort = rows["reason"].map(
            lambda reason: "outside" if reason in outside else single.get(reason, "not_asserted")
        )
        wide = pd.crosstab(rows["doc_id"], sort, rows["n"], aggfunc="sum").fillna(0)
        tables.append(wide.reindex(columns=columns, fill_value=0).assign(word=word))
    if not tables:
        return pd.DataFrame(columns=["doc_id", "word", "found", *columns])
    table = pd.concat(tables).astype(dict.fromkeys(columns, int)).reset_index()
    table["found"] = table[columns].sum(axis=1)
    docs = {doc: i for i, doc in enumerate(dict.fromkeys(blocks["doc_id"]))}
    table = table.sort_values("doc_id", key=lambda ids: ids.map(docs), kind="stable")
    table = table[["doc_id", "word", "found", *columns]].reset_index(drop=True)
    return table.rename_axis(columns=None)


def _countable(labels: pd.DataFrame) -> pd.Series:
    return labels["countable"].isin([True, "yes"])


def _places(table: pd.DataFrame) -> list[tuple[str, str]]:
    return list(zip(table["doc_id"], table["block_id"], strict=True))


def _words(text: str) -> list[str]:
    plain = str(text).replace("\u2019", "'").lower()
    return [word.removesuffix("'s") for word in _WORD.findall(plain)]
