"""Labels: what counts, titles against bodies, and word counts against both."""

from __future__ import annotations

import pandas as pd
import pytest

from frameline.measures import labels as la

COLUMNS = ["doc_id", "block_id", "literal", "label", "pair", "polarity", "stance", "place"]


def table(*rows: tuple[str, ...], dup_of: dict[int, str] | None = None) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=COLUMNS)
    frame["dup_of"] = [(dup_of or {}).get(i, "") for i in range(len(frame))]
    inside = (frame["place"] == "body") & (frame["pair"] == "A-B") & (frame["dup_of"] == "")
    return frame.assign(countable=inside.map({True: "yes", False: "no"}))


@pytest.fixture
def labels() -> pd.DataFrame:
    return table(
        ("t", "T1", "Uneasy Partners", "FRAG", "A-B", "asserted", "na", "title"),
        ("t", "P1", "allies", "ALLI", "A-B", "negated", "own", "body"),
        ("t", "P1", "their allies", "ALLI", "A-C", "asserted", "own", "body"),
        ("t", "P2", "partners", "PART", "A-B", "asserted", "endorsed", "body"),
        ("t", "P2", "good partners", "PART", "A-B", "asserted", "own", "body"),
        ("t", "P3", "an axis", "AXIS", "A-B", "asserted", "distanced", "body"),
        ("t", "Q1", "good partners", "PART", "A-B", "asserted", "na", "pullquote"),
        ("u", "T1", "An Alliance", "ALLI", "A-B", "asserted", "na", "title"),
        ("u", "P1", "alliance", "ALLI", "A-B", "asserted", "own", "body"),
        ("u", "P1", "the alliance", "ALLI", "A-B", "asserted", "own", "body"),
        dup_of={9: "P1 s1"},
    )


DOCUMENTS = pd.DataFrame({"doc_id": ["u", "t"]})


def test_each_mention_has_one_use(labels):
    assert la.label_use(labels).tolist() == [
        *("title", "negated", "another pair", "asserted", "asserted", "not adopted"),
        *("pullquote", "title", "asserted", "repeat"),
    ]


def test_countable_may_be_a_boolean(labels):
    as_bool = labels.assign(countable=labels["countable"] == "yes")
    assert la.label_use(as_bool).tolist() == la.label_use(labels).tolist()
    assert la.label_counts(as_bool).equals(la.label_counts(labels))


def test_codes_of_another_codebook_can_be_passed(labels):
    other = labels.replace({"asserted": "says", "own": "self", "endorsed": "shared"})
    use = la.label_use(other, asserted=["says"], adopted=["self", "shared"])
    assert use.tolist() == la.label_use(labels).tolist()


def test_another_pair_can_be_studied(labels):
    assert la.label_use(labels, pair="A-C").tolist().count("another pair") == 9


def test_asserted_and_other_add_up(labels):
    counts = la.label_counts(labels)
    assert (counts["asserted"] + counts["other"] == counts["n"]).all()
    assert counts["n"].sum() == (labels["countable"] == "yes").sum()
    t = counts[counts["doc_id"] == "t"].set_index("label")
    assert t.loc["PART", ["asserted", "other"]].tolist() == [2, 0]
    assert t.loc["ALLI", ["asserted", "other"]].tolist() == [0, 1]
    assert t.loc["AXIS", ["asserted", "other"]].tolist() == [0, 1]


def test_documents_and_families_without_mentions_have_zeros(labels):
    counts = la.label_counts(labels, documents=["v", "u"], order=["ALIGN", "ALLI"])
    assert counts.to_numpy().tolist() == [
        ["v", "ALIGN", 0, 0, 0],
        ["v", "ALLI", 0, 0, 0],
        ["u", "ALIGN", 0, 0, 0],
        ["u", "ALLI", 1, 0, 1],
    ]


def test_title_against_body(labels):
    rows = la.title_and_body(labels, DOCUMENTS).set_index("doc_id")
    assert rows.index.tolist() == ["u", "t"]
    t = rows.loc["t"]
    assert (t["title_label"], t["title_literal"]) == ("FRAG", "Uneasy Partners")
    assert (t["body_label"], t["body_literal"], t["body_use"]) == ("PART", "partners", "asserted")
    assert (t["body_labels"], t["title_in_body"]) == ("PART", 0)
    assert rows["differ"].tolist() == [False, True]
    assert rows["body_in_title"].tolist() == [True, False]
    assert rows.loc["u", "title_in_body"] == 1


def test_coded_leading_labels_win(labels):
    documents = pd.DataFrame({"doc_id": ["t"], "title_label": ["FRAG"], "body_label": ["AXIS"]})
    row = la.title_and_body(labels, documents).iloc[0]
    assert (row["body_label"], row["body_literal"]) == ("AXIS", "an axis")
    assert row["body_use"] == "not adopted"
    assert bool(row["differ"])


def test_an_asserted_mention_shows_the_body_label_before_a_reported_one():
    labels = table(
        ("t", "P1", "an alliance", "ALLI", "A-B", "reported", "neutral", "body"),
        ("t", "P2", "this alliance", "ALLI", "A-B", "asserted", "own", "body"),
    )
    row = la.title_and_body(labels, pd.DataFrame({"doc_id": ["t"]})).iloc[0]
    assert row["body_literal"] == "this alliance"
    assert pd.isna(row["differ"])
    assert row["title_label"] == ""


def test_no_labels_at_all():
    empty = table()
    rows = la.title_and_body(empty, DOCUMENTS)
    assert rows["body_label"].tolist() == ["", ""]
    assert rows["differ"].isna().all()
    assert la.label_counts(empty).empty
    assert la.label_use(empty).empty


@pytest.fixture
def blocks() -> pd.DataFrame:
    kinds = {"T1": "title", "P1": "body", "P2": "body", "P3": "body", "Q1": "pullquote"}
    kinds |= {"F1": "furniture"}
    return pd.DataFrame(
        [("t", block, kind) for block, kind in kinds.items()],
        columns=["doc_id", "block_id", "kind"],
    )


@pytest.fixture
def tokens() -> pd.DataFrame:
    rows = [
        *(("T1", "partners", 1), ("P1", "allies", 4), ("P2", "partners", 3)),
        *(("Q1", "partners", 1), ("F1", "partners", 6), ("P3", "iran", 2)),
    ]
    return pd.DataFrame([("t", *row) for row in rows], columns=["doc_id", "block_id", "token", "n"])


def test_a_word_count_by_reason(tokens, labels, blocks):
    rows = la.naive_count(tokens, labels, "partners", blocks=blocks)
    reasons = rows.set_index("reason")["n"].to_dict()
    assert reasons == {"title": 1, "asserted": 2, "no label": 1, "pullquote": 1, "furniture": 6}
    assert rows["n"].sum() == tokens.loc[tokens["token"] == "partners", "n"].sum()
    allies = la.naive_count(tokens, labels, "allies", blocks=blocks).set_index("reason")["n"]
    assert allies.to_dict() == {"negated": 1, "another pair": 1, "no label": 2}


def test_forms_of_a_word_count_together(tokens, labels, blocks):
    both = la.naive_count(tokens, labels, ["partners", "allies"], blocks=blocks)
    assert both["n"].sum() == 15
    assert la.naive_count(tokens, labels, "absent", blocks=blocks).empty


def test_a_label_never_takes_more_words_than_the_block_has(labels, blocks):
    tokens = pd.DataFrame({"doc_id": ["t"], "block_id": ["P2"], "token": ["partners"], "n": [1]})
    rows = la.naive_count(tokens, labels, "partners", blocks=blocks)
    assert rows.to_numpy().tolist() == [["t", "asserted", 1]]


def test_unknown_blocks_are_counted_and_named(tokens, labels, blocks):
    known = blocks[blocks["block_id"] != "F1"]
    rows = la.naive_count(tokens, labels, "partners", blocks=known).set_index("reason")
    assert rows.loc["unknown block", "n"] == 6
    wide = la.lookalikes(tokens, labels, ["partners"], blocks=known)
    assert wide.loc[0, "outside"] == 8


def test_apostrophes_and_case_of_literals(blocks):
    labels = table(("t", "P1", "Iran\u2019s Ally", "ALLI", "A-B", "asserted", "own", "body"))
    words = ["iran", "ally", "s"]
    tokens = pd.DataFrame({"doc_id": "t", "block_id": "P1", "token": words, "n": 1})
    reasons = [la.naive_count(tokens, labels, w, blocks=blocks)["reason"].tolist() for w in words]
    assert reasons == [["asserted"], ["asserted"], ["no label"]]


def test_lookalikes_add_up(tokens, labels, blocks):
    wide = la.lookalikes(tokens, labels, ["partners", "allies", "absent"], blocks=blocks)
    parts = ["outside", "other_pair", "no_label", "not_asserted", "asserted"]
    assert (wide[parts].sum(axis=1) == wide["found"]).all()
    assert wide.set_index("word")["asserted"].to_dict() == {"partners": 2, "allies": 0}
    assert wide.set_index("word").loc["allies", parts].tolist() == [0, 1, 2, 1, 0]
    assert la.lookalikes(tokens, labels, [], blocks=blocks).empty
