"""Statements as tests: estimates worked out by hand, on made-up texts and on the river corpus."""

import math
from itertools import product

import numpy as np
import pandas as pd
import pytest

from frameline.corpus import Filter
from frameline.measures import statements as st
from frameline.measures.balance import SIDES
from frameline.measures.clusters import clusters
from frameline.measures.intervals import difference
from frameline.measures.labels import title_and_body
from frameline.measures.mix import mix_test
from frameline.measures.statements import KINDS, Estimate, Statement
from frameline.measures.steps import steps


def claims(*rows):
    """Claims from (doc, paragraph, sentence, frame, sign, own, conceded, kind of row)."""
    names = ["doc_id", "para", "sentence", "frame", "sign", "own", "conceded", "kind"]
    table = pd.DataFrame(rows, columns=names)
    table["claim_id"] = [f"c{i}" for i in range(len(table))]
    table["para_group"] = table["doc_id"] + "." + table["para"]
    table["unit_id"] = table["para_group"] + "." + table["sentence"]
    table["sign"] = pd.array(table["sign"], dtype="Float64")
    table["verdict"] = table["kind"] != "fact"
    return table


def select(tables):
    """What a corpus does: "fact" rows go with function, "scene" rows with relevance."""

    def choose(spec):
        table = tables[spec["coding"]]
        keep = pd.Series(True, index=table.index)
        keep &= table["own"] | (spec["voice"] == "all")
        keep &= (table["kind"] != "fact") | (spec["function"] == "all")
        keep &= (table["kind"] != "scene") | (spec["relevance"] == "all")
        return table[keep]

    return choose


def material(table, *, coders=None, documents=None, **options):
    tables = {"final": table, **(coders or {})}
    texts = pd.DataFrame({"doc_id": list(dict.fromkeys(table["doc_id"]))})
    documents = documents or {"final": texts}
    return st.gather(select(tables), dict, documents, codings=list(tables), **options)


@pytest.fixture
def three():
    """Text a: 4 binding, 1 dividing. Text b: 1 binding, 3 dividing, 1 ambivalent. Text c: 1, 1."""
    return claims(
        ("a", "p1", "s1", "ARM", 1, True, False, "reason"),
        ("a", "p1", "s1", "ARM", 1, True, False, "fact"),
        ("a", "p1", "s2", "SEC", -1, True, False, "reason"),
        ("a", "p2", "s3", "SEC", 1, True, False, "fact"),
        ("a", "p3", "s4", "SEC", 1, False, False, "fact"),
        ("a", "p3", "s4", "SEC", None, True, False, "scene"),
        ("b", "p1", "s1", "HIS", -1, True, False, "reason"),
        ("b", "p1", "s1", "HIS", -1, True, False, "reason"),
        ("b", "p2", "s2", "HIS", -1, False, False, "reason"),
        ("b", "p2", "s2", "ARM", 1, True, True, "reason"),
        ("b", "p3", "s3", "HIS", 0, False, False, "reason"),
        ("c", "p1", "s1", "HIS", 1, True, True, "reason"),
        ("c", "p2", "s2", "HIS", -1, True, False, "reason"),
    )


def holds(statement, *numbers, **options):
    return KINDS[statement.kind].holds(statement, Estimate(*numbers, **options))


@pytest.mark.parametrize(
    ("statement", "numbers", "options", "answer"),
    [
        (Statement("balance.a.b", ("a", "b"), -0.4), (-0.1,), {"p": 0.01}, True),
        (Statement("balance.a.b", ("a", "b"), -0.4), (-0.1,), {"p": 0.06}, False),
        (Statement("balance.a.b", ("a", "b"), -0.4), (0.1,), {"p": 0.01}, False),
        (Statement("balance.a.b", ("a", "b"), -0.4), (), {}, None),
        (Statement("balance", (), 0, 4), (0, 3), {}, True),
        (Statement("balance", (), 0, 4), (1, 4), {}, False),
        (Statement("mix.a.b", ("a", "b"), 0.3), (0.2,), {"p": 0.04}, True),
        (Statement("mix.a.b", ("a", "b"), 0.3), (0.2,), {}, None),
        (Statement("mix", (), 0, 4), (0, 0), {}, None),
        (Statement("verdicts.3", ("a",), 0.2), (0.5,), {}, True),
        (Statement("leaning.a", ("a",), 0.5), (0.5, 1, 0.1, 0.8), {}, True),
        (Statement("leaning.a", ("a",), 0.5), (-0.5, 1, -0.8, -0.1), {}, False),
        (Statement("leaning.a", ("a",), 0.5), (0.5, 1, -0.1, 0.9), {}, False),
        (Statement("leaning", (), 0, 3), (0, 3), {}, True),
        (Statement("voices.a.b", ("a", "b"), 0.2), (0.2,), {"p": 0.2}, False),
        (Statement("labels", (), 2, 4), (1, 2), {}, True),
        (Statement("labels", (), 2, 4), (3, 4), {}, False),
        (Statement("labels", (), 0, 4), (1, 3), {}, False),
        (Statement("reasons.binding", (), 3, 4), (math.nan, 0), {}, None),
    ],
)
def test_when_a_statement_holds(statement, numbers, options, answer):
    assert holds(statement, *numbers, **options) is answer


def test_balance_by_claims_sentences_and_paragraphs(three):
    found = material(three)
    statement = Statement("balance.a.b", ("a", "b"), -1)
    curve = st.specify(statement, found)
    by = curve.set_index(["voice", "function", "unit", "ambivalent"])["estimate"]
    # claims: a (4 - 1) / 5 = 3/5, b (1 - 3) / 4 = -1/2
    assert by["all", "all", "claims", "left out"] == pytest.approx(-1.1)
    # with b's ambivalent claim: (1 - 3) / 5
    assert by["all", "all", "claims", "counted"] == pytest.approx(-0.4 - 0.6)
    # sentences: a binding in s1, s3, s4, dividing in s2: 2/4; b binding in s2, dividing in s1, s2
    assert by["all", "all", "sentences", "left out"] == pytest.approx(-1 / 3 - 1 / 2)
    # paragraphs: a binding in all three, dividing in p1: 2/4; b binding p2, dividing p1, p2
    assert by["all", "all", "paragraphs", "left out"] == pytest.approx(-1 / 3 - 1 / 2)
    # own voice, no bare facts: a 0 of 2, b (1 - 2) / 3
    assert by["own", "no facts", "claims", "left out"] == pytest.approx(-1 / 3)
    assert curve["holds"].isna().all(), "below five paragraphs there is no test"
    assert curve.iloc[0][["voice", "function", "unit"]].tolist() == ["all", "all", "claims"]


def gathered(corpus, **options):
    return st.gather(corpus.select, Filter, {"final": corpus.layer("documents")}, **options)


def test_the_first_specification_is_what_the_chapters_report(data_corpus):
    material, pairs = gathered(data_corpus), steps(data_corpus.documents)
    claims = data_corpus.select(Filter())
    reported = difference(clusters(claims, "sign"), pairs, "binding", net=True)
    for row in reported.to_dict("records"):
        texts = row["from"], row["to"]
        first = st.specify(Statement("balance." + ".".join(texts), texts, 1), material).iloc[0]
        for mine, theirs in (("estimate", "estimate"), ("low", "low"), ("high", "high")):
            assert first[mine] == pytest.approx(row[theirs])
        assert first["n"] == len(claims)
        assert first["holds"] is not pd.NA
    (none,) = [s for s in st.find_statements(material) if s.kind == "balance"]
    assert (none.name, none.said, none.of) == ("balance", 0, 4)


def test_the_corpus_of_two_rivers_finds_the_same_alone(river_corpus):
    material = gathered(river_corpus)
    for s in st.find_statements(material):
        assert KINDS[s.kind].holds(s, KINDS[s.kind].estimates(
            s, [st.reported_case(material, s.kind)])[0]) in (True, None)  # fmt: skip


def test_filters_combine_as_the_corpus_combines_them(data_corpus):
    codings = ["final", *list(data_corpus.codings)[:1]]
    found = st.gather(
        data_corpus.select, Filter, {"final": data_corpus.layer("documents")}, codings=codings
    )
    for values in product(*st.FILTERS.values()):
        spec = dict(zip(st.FILTERS, values, strict=True))
        for coding in codings:
            rows = found.readings[coding].rows(spec)
            assert rows.sum() == len(data_corpus.select(Filter(**spec, coding=coding))), spec


def test_reasons_are_tested_as_in_the_steps(data_corpus):
    material, pairs = gathered(data_corpus, seed=5), steps(data_corpus.documents)
    found = mix_test(clusters(data_corpus.select(Filter())), pairs, seed=5, first=20_000)
    stated = [s.texts for s in st.find_statements(material) if s.kind == "mix"]
    apart = found[found["p_holm"] < 0.05]
    assert stated == list(zip(apart["from"], apart["to"], strict=True))
    assert stated == [
        ("shaffer-2001-talk", "abedin-2015"), ("tazmini-2021", "snegovaya-alterman-2024"),
    ]  # fmt: skip


def test_ways_and_counts_of_pairs_add_up(data_corpus):
    material = gathered(data_corpus, seed=5)
    for kind in st.PAIRS:
        ways, counts = st.pair_ways(material, kind), st.pair_counts(material, kind)
        assert ways["true"].sum() == (counts["count"] * counts["exactly"]).sum()
        assert counts["exactly"].sum() == ways["ways"].max() == counts["ways"].iloc[0]
    for s in st.find_statements(material):
        if s.kind == "mix":
            curve = st.specify(s, material)
            row = ways.set_index(["from", "to"]).loc[s.texts]
            assert (curve["holds"].sum(), curve["holds"].notna().sum()) == (
                row["true"], row["ways"],
            )  # fmt: skip


def test_where_nothing_differs_that_is_stated(three):
    rows = [(text, f"p{i}", "s", "XY"[i % 2], (-1) ** i, True, False, "x") for text in "abc"
            for i in range(8)]  # fmt: skip
    found = {s.name: s for s in st.find_statements(material(claims(*rows)))}
    assert found["mix"].texts == found["balance"].texts == found["leaning"].texts == ()
    assert (found["mix"].said, found["mix"].of) == (0, 3)
    assert st.specify(found["mix"], material(claims(*rows)))["holds"].all()


def test_every_pair_that_differs_is_named():
    rows = [(text, f"p{i}", "s", text, 1, True, False, "x") for text in "abcd"
            for i in range(12)]  # fmt: skip
    found = [s for s in st.find_statements(material(claims(*rows))) if s.kind == "mix"]
    assert [s.name for s in found] == ["mix.a.b", "mix.b.c", "mix.c.d", "mix.a.d"]


def test_a_verdict_is_set_against_its_claims(three):
    final = pd.DataFrame({"doc_id": ["a", "b", "c"], "verdict": ["far", "far", "far"]})
    coder = pd.DataFrame({"doc_id": ["a", "b", "c"], "verdict": ["near", "far", "far"]})
    found = material(
        three,
        coders={"x": three},
        documents={"final": final, "x": coder},
        signs={"far": -1, "near": 1},
    )
    statements = st.find_statements(found)
    # own voice: a (3 - 1) / 4 against "far"; b leans as its verdict says; c is even
    assert [(s.name, s.texts, s.said) for s in statements if s.kind == "verdicts"] == [
        ("verdicts.0", ("a",), 0.5)
    ]
    curve = st.specify(statements[0], found)
    plain = curve[(curve["voice"] == "own") & (curve["function"] == "all")]
    by = plain[plain["unit"] == "claims"].set_index("coding")
    assert by.loc["final", "estimate"] == 0.5
    assert by.loc["x", "estimate"] == -0.5, "for x the verdict and the claims agree"
    assert not by.loc["x", "holds"]


def test_reasons_that_lead_on_one_side(three):
    # binding: a ARM, SEC (two each), b ARM, c HIS; dividing: a SEC, b HIS, c HIS
    found = material(three)
    first = {
        side: st.specify(Statement(f"reasons.{side}", (), 2, 3), found).iloc[0] for side in SIDES
    }
    assert first["binding"]["estimate"] == 2  # a and b share ARM
    assert first["dividing"]["estimate"] == 2  # b and c share HIS
    ids = st.against(Statement("reasons.dividing", (), 2, 3), three, pairs=[("a", "b"), ("b", "c")])
    assert set(ids) == {"c6", "c7", "c8", "c12"}


@pytest.fixture
def conceding():
    """Text a concedes 9 of 12 claims, b 8 of 12, c none of 12; d has two paragraphs."""
    counts = {"a": 9, "b": 8, "c": 0}
    rows = [
        (text, f"p{i}", "s", "X", 1, i >= 6, i < conceded, "x")
        for text, conceded in counts.items()
        for i in range(12)
    ]
    return claims(*rows, *[("d", f"p{i}", "s", "X", 1, True, True, "x") for i in range(2)])


def test_a_text_is_set_against_each_other_by_name(conceding):
    found = [s for s in st.find_statements(material(conceding)) if s.kind == "turn"]
    assert [(s.name, s.texts) for s in found] == [("turn.a.c", ("a", "c"))]
    assert found[0].said == pytest.approx(9 / 12)
    gap = st.specify(Statement("turn.a.b", ("a", "b"), 1 / 12), material(conceding)).iloc[0]
    assert gap["estimate"] == pytest.approx(1 / 12)
    assert not gap["holds"]
    assert not [s for s in st.find_statements(material(conceding)) if s.kind == "voices"]


def test_texts_too_short_to_compare_are_no_other_texts(conceding):
    documents = pd.DataFrame({"doc_id": list("abcd"), "too_short": [True, False, False, True]})
    found = st.find_statements(material(conceding, documents={"final": documents}))
    assert [s.name for s in found if s.kind == "turn"] == ["turn.b.c"]


def test_only_the_statements_already_made_are_tested(conceding):
    made = {"turn.a.b": ["a", "b"], "mix": ["b", "c"], "voices.a.x": ["a", "elsewhere"]}
    found = {s.name: s for s in st.find_statements(material(conceding), made)}
    assert list(found) == ["mix", "turn.a.b"], "a text of another corpus is not looked for"
    assert found["turn.a.b"].said == pytest.approx(1 / 12)
    assert found["mix"].texts == (), "where none differs the texts named are examples"


def test_ambivalent_claims_are_half_of_each_side():
    rows = [("a", f"p{i}", "s", "X", sign, True, False, "x")
            for i, sign in enumerate([1, 1, 1, 0, 0, -1])]  # fmt: skip
    found = material(claims(*rows))
    case = st.Case(found, {"ambivalent": "counted"}, ("a",))
    text = case.clusters("sides")["a"]
    assert text.hits.sum(axis=0).tolist() == [4, 2]
    assert 2 * text.shares[0] - 1 == pytest.approx((3 - 1) / 6)


def test_only_choices_that_change_what_is_counted(three):
    options = st.options(material(three), "balance")
    assert "modality" not in options, "there are no questions"
    assert "relevance" not in options, "the scene has no direction"
    assert options["function"] == ["all", "no facts"], "both leave out the same facts"
    assert options["unit"] == ["claims", "sentences", "paragraphs"]
    assert st.options(material(three), "voices")["relevance"] == ["counted", "all"]
    apart = three.assign(unit_id=three["claim_id"], para_group=three["claim_id"])
    assert "unit" not in st.options(material(apart), "balance")
    assert st.options(material(three, voice="own"), "mix")["voice"] == ["own", "all"]
    sided = three[three["sign"].fillna(1) != 0]
    assert "ambivalent" not in st.options(material(sided), "balance")


def labels(*rows):
    table = pd.DataFrame(rows, columns=["doc_id", "place", "label"])
    table["countable"] = table["place"].map({"body": "yes", "title": "no"})
    return table.assign(polarity="asserted", stance="own", pair="A-B", literal=table["label"])


@pytest.fixture
def labelled(three):
    mentions = labels(
        ("a", "title", "NEED"), ("a", "body", "NEED"), ("a", "body", "ALLI"), ("a", "body", "ALLI"),
        ("b", "title", "FRAG"), ("b", "body", "FRAG"), ("c", "title", "ALLI"),
    )  # fmt: skip
    coded = pd.DataFrame(
        {
            "doc_id": ["a", "b", "c"],
            "title_label": ["NEED", "FRAG", "ALLI"],
            "body_label": ["ALLI", "TACT", "ALLI"],
        }
    )
    found = material(three, documents={"final": coded}, labels={"final": mentions})
    return found, mentions, coded


def test_labels_as_coded_and_as_counted(labelled):
    found, mentions, coded = labelled
    (statement,) = [s for s in st.find_statements(found) if s.kind == "labels"]
    assert (statement.said, statement.of) == (2, 3)
    curve = st.specify(statement, found).set_index("labels")
    # by the mentions only a differs; c asserts no label in its body
    assert curve.loc["as counted", ["n", "estimate"]].tolist() == [2, 1]
    assert curve["holds"].tolist() == [True, False], "one of two is not two of three"
    assert title_and_body(mentions, coded)["differ"].tolist() == [True, True, False]
    rungs = st.leave_out([statement], found).iloc[0]
    assert rungs[["all", "a", "b", "c"]].tolist() == ["holds", "n.a.", "n.a.", "n.a."]


def test_mentions_that_use_the_titles_word(labelled):
    _, mentions, coded = labelled
    against = st.against_labels(mentions, coded)
    assert against[["doc_id", "label"]].to_numpy().tolist() == [["a", "NEED"], ["b", "FRAG"]]


def test_leaving_out_texts_and_coders(conceding):
    turned = conceding.assign(conceded=~conceding["conceded"])
    found = material(conceding, coders={"x": conceding, "y": turned, "z": turned})
    gap, none = Statement("turn.a.c", ("a", "c"), 0.75), Statement("mix", (), 0, 3)
    rungs = st.leave_out([gap, none], found).set_index("statement")
    assert rungs.loc["turn.a.c", ["all", "a", "b", "c"]].tolist() == [
        "holds", "n.a.", "holds", "n.a.",
    ]  # fmt: skip
    # y and z say the opposite: whoever of the three is left out, one of them remains
    assert rungs.loc["turn.a.c", ["coder x", "coder y", "coder z"]].tolist() == ["fails"] * 3
    assert rungs.loc["mix", ["all", "a", "coder x"]].tolist() == ["holds"] * 3
    alone = st.leave_out([gap], material(conceding, coders={"x": conceding}))
    assert not [c for c in alone.columns if c.startswith("coder")], "one coder cannot be left out"


def test_survival_counts_and_finds_the_weakest_choice(three):
    curve = pd.DataFrame(
        {
            "voice": ["all", "all", "own", "own"],
            "unit": ["claims", "sentences"] * 2,
            "n": 5,
            "estimate": [1.0, 1.0, -1.0, math.nan],
            "holds": pd.array([True, True, False, None], dtype="boolean"),
        }
    )
    never = curve.assign(holds=pd.array([None] * 4, dtype="boolean"))
    table = st.survival({"balance": curve, "mix": never})
    assert table["statement"].tolist() == ["balance"], "nothing was tried for the other"
    row = table.iloc[0]
    assert (row["held"], row["tried"], row["survives"]) == (2, 3, False)
    assert (row["choice"], row["option"], row["option_share"]) == ("voice", "own", 0)


def test_claims_against_a_statement_come_by_weight(three):
    three["argument"] = np.where(three["conceded"], "CONCESSION", "SUPPORT")
    three.loc[[2, 7], "argument"] = "THRUST"
    order = ["THRUST", "SUPPORT", "CONCESSION"]

    def against(*statement, **options):
        return st.against(Statement(*statement), three, order=order, **options)

    assert against("verdicts.0", ("b",), 0.3) == ["c7", "c6"], "own, main point first"
    assert against("balance.a.b", ("a", "b"), -1.1) == ["c2", "c9"], "dividing in a, binding in b"
    assert against("balance.a.b", ("a", "b"), 1.1)[:2] == ["c7", "c0"]
    assert against("balance", (), 0) == [], "no claim speaks against no difference"
    assert against("leaning.a", ("a",), 0.6) == ["c2"]
    assert against("voices.b.a", ("b", "a"), 0.2) == ["c4"]
    assert against("turn.c.b", ("c", "b"), 0.3) == ["c9"]
    # a and b share ARM; where nothing is told apart, SEC and HIS stand on one side only
    assert against("mix.a.b", ("a", "b"), 1) == ["c0", "c1", "c9"]
    alone = against("mix", (), 0, pairs=[("b", "c")])
    assert alone == ["c9"], "only b gives ARM"


def test_one_text_can_only_lean_or_not(three):
    one = three[three["doc_id"] == "a"]
    assert [s.name for s in st.find_statements(material(one))] == ["leaning"]
    assert st.find_statements(material(one[one["para"] != "p3"])) == [], "two paragraphs"


def test_a_statement_about_a_text_without_claims_is_not_tried(three):
    documents = pd.DataFrame({"doc_id": ["a", "b", "c"]})
    found = material(three[three["doc_id"] != "c"], documents={"final": documents})
    curve = st.specify(Statement("balance.a.c", ("a", "c"), 0.1), found)
    assert curve["holds"].isna().all()
