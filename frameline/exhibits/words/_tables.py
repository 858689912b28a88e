"""What the exhibits of this chapter share: words of the bodies, names, and coded reasons."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

import pandas as pd

from frameline.exhibits.study import Study, once
from frameline.measures.convergence import (
    body_tokens,
    label_words,
    rank_agreement,
    reason_shares,
    strays,
)
from frameline.measures.labels import OTHER_PAIR, label_use
from frameline.measures.labels import lookalikes as found_and_asserted
from frameline.measures.positions import sentence_of, spread

#: What a hit of a word count can be, besides found: columns of `look_alikes`.
KINDS = ["found", "outside", "other_pair", "no_label", "not_asserted", "asserted"]
#: How the names of the pair are called among the codes of reasons.
NAMES = "names"


@once
def body(texts: Study, min_words: int) -> pd.DataFrame:
    """The words of the bodies that are long enough, by paragraph group."""
    return body_tokens(texts.tokens, texts.blocks, min_words=min_words)


def of_both(texts: Study, min_words: int) -> str:
    """What is counted where claims and words are compared, in words."""
    return texts.word("filter-both", claims=texts.describe(), words=min_words)


def count_words(texts: Study, min_words: int) -> None:
    """Add how many words of how many texts are counted."""
    of_words = texts.word("filter-long-bodies", words=min_words)
    f, counted = texts.findings.under(of_words), body(texts, min_words)
    f.add("words.texts", counted["doc_id"].nunique(), unit="count")
    f.add("words.count", int(counted["n"].sum()), unit="count")


@once
def keywords(texts: Study) -> Mapping[str, Collection[str]]:
    """The words that name each reason, by the codebook; empty where it lists none."""
    frame = texts.codebook.role("frame")
    return dict(frame.keywords) if frame else {}


@once
def pair_names(texts: Study) -> pd.DataFrame:
    """The names of the pair, each with its sentence, its end and how it is used."""
    labels = texts.layer("labels")
    placed = texts.has("labels", "labels.place")
    use = label_use(labels) if placed else pd.Series("", index=labels.index)
    mine = labels[use != OTHER_PAIR] if placed else labels.head(0)
    if not len(mine):
        return mine.assign(code="", unit_id="", use="", end=0)
    ends = mine["label_id"].map(texts.labels.set_index("label_id")["end"])
    return mine.assign(code=NAMES, unit_id=sentence_of(mine, texts.units), use=use, end=ends)


@once
def look_alikes(texts: Study, min_mentions: int) -> pd.DataFrame:
    """What a count of the words of the names finds, by text and word."""
    words = label_words(pair_names(texts)["literal"], min_mentions=min_mentions)
    return found_and_asserted(texts.tokens, texts.layer("labels"), words, blocks=texts.blocks)


@once
def by_word(texts: Study, min_mentions: int) -> pd.DataFrame:
    """The same by word, the commonest first."""
    table = look_alikes(texts, min_mentions).groupby("word")[KINDS].sum()
    return table.sort_values("found", ascending=False)


def count_look_alikes(texts: Study, min_mentions: int) -> None:
    """Add how many hits a word count has, and what they are."""
    f, seen = texts.findings.under(texts.word("filter-files")), look_alikes(texts, min_mentions)
    f.add("lookalikes.words", seen["word"].nunique(), unit="count")
    for kind in KINDS:
        f.add("lookalikes.{kind}", int(seen[kind].sum()), unit="count", at={"kind": kind})


@once
def reasons(texts: Study, min_words: int) -> pd.DataFrame:
    """Claims of reasons that have keywords, in the texts that are long enough: a row a reason."""
    claims = texts.claims
    if "frame" not in claims:
        return claims.head(0).assign(code="")
    table = claims.assign(code=claims["frame"].str.split(";")).explode("code")
    long = table["doc_id"].isin(body(texts, min_words)["doc_id"])
    return table[table["code"].isin(list(keywords(texts))) & long]


@once
def stands(texts: Study, min_words: int) -> pd.DataFrame:
    """The sentences that hold a name of the pair, or make a claim of a reason."""
    both = (pair_names(texts), reasons(texts, min_words))
    return pd.concat([table[["doc_id", "unit_id", "code"]] for table in both])


@once
def spreads(texts: Study, min_words: int) -> pd.DataFrame:
    """How evenly names and reasons are spread over each text, beside random places."""
    long = texts.units["doc_id"].isin(body(texts, min_words)["doc_id"])
    found = stands(texts, min_words)
    table = spread(found, texts.units[long], draws=texts.draws, seed=texts.seed)
    table["what"] = table["code"].map(called(texts))
    table["name"] = table["doc_id"].map(texts.names)
    return table


@once
def called(texts: Study) -> dict[str, str]:
    """What the names of the pair and the reasons are called."""
    frame, pair = texts.codebook.role("frame"), texts.codebook.dyad.label
    names = texts.word("names-of-pair", pair=pair, named=bool(pair))
    return {NAMES: names, **(frame.labels if frame else {})}


@once
def compared_claims(texts: Study, min_words: int) -> pd.DataFrame:
    """Claims that give a single reason with keywords, in the texts that are long enough."""
    claims = texts.claims
    long = claims["doc_id"].isin(body(texts, min_words)["doc_id"])
    frames = claims.get("frame", pd.Series("", index=claims.index))
    return claims[long & frames.isin(list(keywords(texts)))]


def compared_ids(texts: Study, min_words: int) -> dict[str, list[str]]:
    """The ids of these claims, by text."""
    held = compared_claims(texts, min_words).groupby("doc_id")["claim_id"]
    return {str(doc_id): list(ids) for doc_id, ids in held}


@once
def shares(texts: Study, min_words: int) -> pd.DataFrame:
    """How large each reason is by claims and by keywords; empty where no reason has keywords."""
    if not keywords(texts):
        return body(texts, min_words).head(0)
    return reason_shares(compared_claims(texts, min_words), body(texts, min_words), keywords(texts))


@once
def ranks(texts: Study, min_words: int) -> pd.DataFrame:
    """Whether claims and keywords put a text's reasons in the same order."""
    return rank_agreement(
        compared_claims(texts, min_words), body(texts, min_words), keywords(texts)
    )


@once
def astray(texts: Study, min_words: int) -> pd.DataFrame:
    """Keywords, and how often each stands where nobody gives its reason."""
    return strays(compared_claims(texts, min_words), body(texts, min_words), keywords(texts))


def count_reasons(texts: Study, min_words: int) -> None:
    """Add how many claims, reasons and keywords are compared."""
    f = texts.findings.under(of_both(texts, min_words))
    f.add("convergence.claims", len(compared_claims(texts, min_words)), unit="count")
    f.add("convergence.reasons", len(keywords(texts)), unit="count")
    if len(shares(texts, min_words)):
        f.add("convergence.hits", int(shares(texts, min_words)["words"].sum()), unit="count")


def quoted(texts: Study, words: Iterable[str]) -> list[str]:
    """Words as words: in quotation marks."""
    return [texts.word("quoted", word=word) for word in words]
