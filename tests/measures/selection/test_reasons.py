import pandas as pd
import pytest

from frameline.measures.selection.reasons import (
    claims_by_side,
    leading,
    reason_counts,
    strongest,
)


def slots_of(table, text, side):
    part = table[(table["doc_id"] == text) & (table["side"] == side)]
    return [(row.slot, row.code, row.n) for row in part.itertuples() if row.where.endswith("slot")]


def claims(codes, signs=None):
    table = pd.DataFrame({"doc_id": "t", "frame": list(codes)})
    if signs is not None:
        table["sign"] = pd.array(signs, dtype="Float64")
    return table


@pytest.mark.parametrize(
    ("text", "side", "expected"),
    [
        ("snegovaya-alterman-2024", "binding", [(1, "ARM", 13), (2, "DOM", 9), (3, "ORD", 6)]),
        ("snegovaya-alterman-2024", "dividing", [(1, "REG", 14), (2, "HIS", 6), (3, "IDE", 5)]),
        (
            "abedin-2015",
            "binding",
            [(1, "REG", 4), (2, "THR", 2), (3, "ARM", 1), (3, "DIP", 1), (3, "HIS", 1)],
        ),
        ("abedin-2015", "dividing", [(1, "HIS", 7), (2, "THR", 3), (3, "REG", 2), (4, "TRU", 2)]),
        ("tazmini-2021", "dividing", [(1, "TRU", 2)]),
        ("shaffer-2001-talk", "binding", [(1, "SEC", 5), (2, "THR", 3), (3, "IDE", 3)]),
    ],
)
def test_the_strongest_reasons_of_the_five_texts(own, order, text, side, expected):
    table = strongest(own, unspecific=["NON"], order=order)
    assert slots_of(table, text, side) == expected


def test_the_storyline_has_no_fourth_place(own, order):
    table = strongest(own, unspecific=["NON"], order=order, spare=0)
    assert slots_of(table, "abedin-2015", "dividing")[2:] == [(3, "REG", 2), (3, "TRU", 2)]


def test_every_side_sums_to_its_claims(own):
    table = strongest(own, unspecific=["NON"])
    sums = table.groupby(["doc_id", "side"])["n"].sum()
    sides = claims_by_side(own).set_index("doc_id")
    assert sides.loc["snegovaya-alterman-2024"].tolist() == [52, 36, 32, 120]
    assert sides.loc["abedin-2015"].tolist() == [10, 19, 2, 31]
    for (text, side), n in sums.items():
        assert n == sides.loc[text, side]


def test_the_code_for_no_reason_never_leads_and_is_still_listed():
    table = strongest(claims(["no"] * 5 + ["x"]), unspecific=["no"])
    assert table[["code", "where", "leads"]].to_numpy().tolist() == [
        ["x", "own slot", True],
        ["no", "unspecific", False],
    ]


def test_too_many_tied_for_the_first_place_share_it():
    table = strongest(claims("abcde"))
    assert table["slot"].tolist() == [1] * 5
    assert set(table["where"]) == {"shared slot"}
    assert table["leads"].all()


def test_a_tie_after_the_last_place_is_no_tie_for_it():
    table = strongest(claims("aaaabbbccde"))
    assert table["slot"].tolist() == [1, 2, 3, 0, 0]


def test_fewer_reasons_than_places():
    assert strongest(claims("aab"))["slot"].tolist() == [1, 2]
    assert strongest(claims("aab").head(0)).empty


def test_a_claim_with_two_codes_counts_for_both():
    table = reason_counts(claims(["a;b", "b"], [1, 1]))
    assert table[["code", "n", "leads"]].to_numpy().tolist() == [["b", 2, True], ["a", 1, False]]


def test_without_valence_there_is_one_list():
    assert set(strongest(claims("ab", [None, None]))["side"]) == {"all"}


def test_nothing_leads_where_nothing_is_counted():
    assert leading(pd.Series(dtype=int)) == []
