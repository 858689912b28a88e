"""Words against codes: which words count, shares, rank agreement, and the words that mislead."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from frameline.measures import convergence as co

KEYWORDS = {"ECO": ("oil", "trade"), "REL": ("faith",), "ARM": ("guns", "tanks")}


def counts(*rows: tuple[str, str, str, int]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["doc_id", "para_group", "token", "n"])


def said(*rows: tuple[str, str, str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["doc_id", "para_group", "frame"])


@pytest.fixture
def tokens() -> pd.DataFrame:
    """Two texts; t: oil 3, trade 1, faith 2, guns 0 and u: guns 4, oil 1."""
    return counts(
        *(("t", "t.1", "oil", 2), ("t", "t.1", "the", 9), ("t", "t.2", "oil", 1)),
        *(("t", "t.2", "faith", 2), ("t", "t.3", "trade", 1), ("t", "t.4", "the", 5)),
        *(("u", "u.1", "guns", 4), ("u", "u.2", "oil", 1), ("u", "u.3", "the", 3)),
    )


@pytest.fixture
def claims() -> pd.DataFrame:
    """t: ECO three times, REL once, and one claim of a code without keywords; u: ARM twice."""
    return said(
        *(("t", "t.1", "ECO"), ("t", "t.2", "ECO"), ("t", "t.4", "ECO"), ("t", "t.3", "REL")),
        *(("t", "t.1", "NON"), ("u", "u.1", "ARM"), ("u", "u.2", "ARM")),
    )


# ---- which words count ----------------------------------------------------------------------


def test_body_words_are_counted_by_paragraph_group():
    tokens = pd.DataFrame(
        {
            "doc_id": ["b"] * 4 + ["a", "a"],
            "block_id": ["T1", "P1", "P2", "P3", "P1", "F1"],
            "token": "oil",
            "n": [7, 1, 2, 4, 3, 9],
        }
    )
    blocks = pd.DataFrame(
        {
            "doc_id": ["b"] * 4 + ["a", "a"],
            "block_id": ["T1", "P1", "P2", "P3", "P1", "F1"],
            "kind": ["title", "body", "body", "body", "body", "furniture"],
            "para_group": ["", "b.P1", "b.P1", "b.P3", "", ""],
        }
    )
    table = co.body_tokens(tokens, blocks)
    assert table.to_numpy().tolist() == [
        ["b", "b.P1", "oil", 3],
        ["b", "b.P3", "oil", 4],
        ["a", "a.P1", "oil", 3],
    ]
    assert co.body_tokens(tokens, blocks, min_words=4)["doc_id"].unique().tolist() == ["b"]
    assert co.body_tokens(tokens, blocks, min_words=8).empty
    titles = co.body_tokens(tokens, blocks, body=["title"])
    assert titles.to_numpy().tolist() == [["b", "b.T1", "oil", 7]]


def test_content_words():
    words = pd.Series(["oil", "the", "us", "a", "7", "1990s", "été", "я", "нефть"])
    assert words[co.is_content(words)].tolist() == ["oil", "1990s", "été", "нефть"]
    assert words[co.is_content(words, stop=["oil"])].tolist()[0] == "the"


def test_function_words_are_plain_words_of_the_language():
    assert all(word.isalpha() and word == word.lower() for word in co.FUNCTION_WORDS)
    assert not co.FUNCTION_WORDS & {"need", "strategic", "ally", "partner", "war", "west", "order"}


def test_label_words_are_the_commonest_first_and_no_names():
    literals = ["Uneasy Partners", "the partners’ alliance", "Norse alliance", "Norse partners"]
    literals += ["partners in need", "uneasy", "partners, partners"]
    # partners in five mentions (twice in one of them), alliance and uneasy in two; Norse is a name
    assert co.label_words(literals) == ["partners", "alliance", "uneasy"]
    assert co.label_words(literals, min_mentions=3) == ["partners"]
    assert co.label_words(literals, stop=["partners"]) == ["alliance", "uneasy"]
    assert co.label_words(literals, min_mentions=9) == []
    assert co.label_words([]) == []


# ---- shares ---------------------------------------------------------------------------------


def test_shares_leave_out_codes_without_keywords(claims, tokens):
    table = co.reason_shares(claims, tokens, KEYWORDS)
    assert table[["doc_id", "code", "claims", "words"]].to_numpy().tolist() == [
        ["t", "ECO", 3, 4],
        ["t", "REL", 1, 2],
        ["t", "ARM", 0, 0],
        ["u", "ECO", 0, 1],
        ["u", "REL", 0, 0],
        ["u", "ARM", 2, 4],
    ]
    assert table["claims_n"].tolist() == [4] * 3 + [2] * 3
    assert table["words_n"].tolist() == [6] * 3 + [5] * 3
    assert table["gap"].tolist() == pytest.approx([4 / 6 - 3 / 4, 2 / 6 - 1 / 4, 0, 0.2, 0, -0.2])


def test_a_text_without_claims_or_keywords_has_no_shares(claims, tokens):
    silent = pd.concat([tokens, counts(("v", "v.1", "the", 9))])
    assert set(co.reason_shares(claims, silent, KEYWORDS)["doc_id"]) == {"t", "u"}
    only_t = claims[claims["doc_id"] == "t"]
    assert set(co.reason_shares(only_t, tokens, KEYWORDS)["doc_id"]) == {"t"}
    assert co.reason_shares(claims, tokens.head(0), KEYWORDS).empty


def test_a_word_may_stand_for_one_code_only(tokens):
    with pytest.raises(ValueError, match="'oil' stands for ECO and for ARM"):
        co.keyword_hits(tokens, KEYWORDS | {"ARM": ("oil",)})


# ---- rank agreement -------------------------------------------------------------------------


def test_spearman_by_hand():
    # ranks 1 2 3 4 against 2 1 4 3: 1 - 6 * 4 / (4 * 15) = 0.6
    assert co.spearman([1, 2, 3, 4], [5, 3, 9, 7]).item() == pytest.approx(0.6)
    # with ties: ranks 1.5 1.5 3 against 1 2 3; 1.5 / sqrt(1.5 * 2)
    assert co.spearman([0, 0, 1], [1, 2, 3]).item() == pytest.approx(1.5 / np.sqrt(3))
    rows = co.spearman([[1, 2, 3], [1, 2, 3], [1, 2, 3]], [[4, 5, 6], [6, 5, 4], [1, 1, 1]])
    assert rows[:2].tolist() == pytest.approx([1, -1])
    assert np.isnan(rows[2])
    with pytest.raises(ValueError, match="same cases"):
        co.spearman([1, 2], [1, 2, 3])


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=2, max_size=12))
def test_spearman_is_pearson_of_pandas_ranks(pairs):
    table = pd.DataFrame(pairs, columns=["x", "y"]).rank()
    ours = co.spearman(*np.array(pairs).T).item()
    if all(len(set(side)) > 1 for side in zip(*pairs, strict=True)):
        assert ours == pytest.approx(table["x"].corr(table["y"]))
    else:
        assert np.isnan(ours)


def test_rank_agreement_of_a_text_with_itself_and_with_others(claims, tokens):
    table = co.rank_agreement(claims, tokens, KEYWORDS).set_index("doc_id")
    # t: ECO and REL occur, ARM neither as claim nor as word; same order
    assert table.loc["t", ["n", "rho"]].tolist() == [2, 1]
    # t's claims 3 1 0 against u's words 1 0 4: ranks 3 2 1 against 2 1 3
    assert table.loc["t", "others"] == pytest.approx(-0.5)
    # u: ECO 0 1, ARM 2 4
    assert table.loc["u", ["n", "rho"]].tolist() == [2, 1]
    # u's claims 0 0 2 against t's words 4 2 0: ranks 1.5 1.5 3 against 3 2 1
    assert table.loc["u", "others"] == pytest.approx(-1.5 / np.sqrt(3))
    drawn = table.dropna(subset="low")
    assert (drawn["low"] < drawn["high"]).all()


def test_rank_agreement_of_one_text(claims, tokens):
    one = tokens[tokens["doc_id"] == "t"]
    row = co.rank_agreement(claims, one, KEYWORDS).iloc[0]
    assert row["rho"] == 1
    assert np.isnan(row["others"])


def test_two_paragraph_groups_give_no_interval(claims, tokens):
    short = tokens[tokens["para_group"].isin(["u.1", "u.2"])]
    row = co.rank_agreement(claims, short, KEYWORDS).iloc[0]
    assert row["doc_id"] == "u"
    assert row[["low", "high"]].isna().all()


def test_where_no_paragraph_matters_there_is_no_interval():
    # every paragraph names what it says, once: whichever is left out, both sides are equal
    rows = [(f"p{i}", code) for i, code in enumerate(["ECO"] * 5 + ["REL"] * 3 + ["ARM"])]
    claims = said(*(("t", group, code) for group, code in rows))
    tokens = counts(*(("t", group, KEYWORDS[code][0], 1) for group, code in rows))
    row = co.rank_agreement(claims, tokens, KEYWORDS).iloc[0]
    assert row["rho"] == pytest.approx(1)
    assert row[["low", "high"]].isna().all()


def test_the_interval_leaves_out_one_paragraph_at_a_time():
    claims = said(*(("t", f"p{i}", "ECO") for i in range(3)), ("t", "p3", "REL"),
                  ("t", "p3", "REL"), ("t", "p4", "ARM"))  # fmt: skip
    tokens = counts(("t", "p0", "oil", 1), ("t", "p1", "oil", 1), ("t", "p3", "faith", 3),
                    ("t", "p4", "guns", 1))  # fmt: skip
    whole = co.rank_agreement(claims, tokens, KEYWORDS).iloc[0]
    left = []
    for out in [f"p{i}" for i in range(5)]:
        rest = co.rank_agreement(
            claims[claims["para_group"] != out], tokens[tokens["para_group"] != out],
            {code: words for code, words in KEYWORDS.items() if code in set(claims["frame"])},
        )  # fmt: skip
        left.append(rest["rho"].iloc[0])
    # Without its only paragraph a reason would fall out of the list; here it stays, with nought.
    assert left[:4] == pytest.approx([whole["rho"], whole["rho"], left[2], left[3]], nan_ok=True)
    assert -1 <= whole["low"] < whole["rho"] < whole["high"] <= 1


# ---- the words that mislead -----------------------------------------------------------------


def test_strays_stand_in_paragraphs_that_do_not_give_their_reason(claims, tokens):
    # oil in t.1 and t.2, both with ECO claims; faith in t.2 without REL; trade in t.3 without ECO
    assert co.strays(claims, tokens, KEYWORDS).to_numpy().tolist() == [
        ["t", "REL", "faith", 2, 2],
        ["u", "ECO", "oil", 1, 1],
        ["t", "ECO", "trade", 1, 1],
        ["u", "ARM", "guns", 4, 0],
        ["t", "ECO", "oil", 3, 0],
    ]


def test_unnamed_reasons_stand_without_their_words(claims, tokens):
    # ECO in t.4 and REL in t.3 lack their words; ARM in u.2 too
    assert co.unnamed(claims, tokens, KEYWORDS).to_numpy().tolist() == [
        ["ECO", 3, 1],
        ["REL", 1, 1],
        ["ARM", 2, 1],
    ]
    only_u = tokens[tokens["doc_id"] == "u"]
    assert co.unnamed(claims, only_u, KEYWORDS)["claims"].tolist() == [0, 0, 2]


def test_widest_gaps_name_reason_and_words(claims, tokens):
    shares = co.reason_shares(claims, tokens, KEYWORDS)
    table = co.widest_gaps(shares, co.strays(claims, tokens, KEYWORDS)).set_index("doc_id")
    assert table.loc["t", ["over", "under", "through"]].tolist() == ["REL", "ECO", ["faith"]]
    assert table.loc["t", ["over_claims", "over_words"]].tolist() == pytest.approx([1 / 4, 2 / 6])
    assert table.loc["t", ["under_claims", "under_words"]].tolist() == pytest.approx([3 / 4, 4 / 6])
    assert table.loc["u", ["over", "under", "through"]].tolist() == ["ECO", "ARM", ["oil"]]


def test_no_gap_is_named_where_shares_agree():
    claims, tokens = said(("t", "p", "ECO")), counts(("t", "p", "oil", 5))
    shares = co.reason_shares(claims, tokens, KEYWORDS)
    row = co.widest_gaps(shares, co.strays(claims, tokens, KEYWORDS)).iloc[0]
    assert row[["over", "under", "through"]].tolist() == ["", "", []]


def test_nothing_to_compare(claims, tokens):
    none = tokens.head(0)
    assert co.strays(claims, none, KEYWORDS).empty
    assert co.rank_agreement(claims, none, KEYWORDS).empty
    assert co.unnamed(claims.head(0), tokens, KEYWORDS)["claims"].tolist() == [0, 0, 0]
    empty = co.reason_shares(claims, none, KEYWORDS)
    assert co.widest_gaps(empty, co.strays(claims, none, KEYWORDS)).empty
