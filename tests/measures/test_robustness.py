"""Leave-one-out, ladders and specification curves."""

import math

import pandas as pd
import pytest

from frameline.measures.robustness import (
    EXCLUDES_ZERO,
    ladder,
    leave_one_out,
    share_holding,
    specifications,
)

CLAIMS = pd.DataFrame(
    {
        "doc_id": ["a", "a", "a", "b", "b", "c"],
        "own": [True, True, False, True, False, True],
        "sign": [1.0, 1.0, 1.0, -1.0, -1.0, 1.0],
    }
)


def balance(claims):
    return claims["sign"].sum()


def test_leaving_texts_out_on_paper():
    table = leave_one_out(balance, CLAIMS)
    assert table["left_out"].tolist() == ["", "a", "b", "c"]
    assert table["n"].tolist() == [6, 3, 4, 5]
    assert table["estimate"].tolist() == [2, -1, 4, 1]
    assert table["holds"].tolist() == [True, False, True, True]


def test_a_statistic_that_does_not_apply_neither_holds_nor_fails():
    table = leave_one_out(lambda c: None if len(c) < 4 else balance(c), CLAIMS)
    assert table["holds"].isna().tolist() == [False, True, False, False]
    assert share_holding(table)[["held", "tried", "share"]].to_numpy().tolist() == [[3, 3, 1]]


@pytest.mark.parametrize(
    "statistic",
    [
        lambda c: (balance(c), -1, 5),
        lambda c: {"net": balance(c), "low": -1, "high": 5},
        lambda c: pd.Series({"net": balance(c), "low": -1, "high": 5}),
        lambda c: pd.DataFrame({"net": [balance(c)], "low": [-1], "high": [5]}),
    ],
)
def test_statistics_may_give_their_interval_in_several_forms(statistic):
    table = leave_one_out(statistic, CLAIMS, estimate="net")
    assert table["estimate"].tolist() == [2, -1, 4, 1]
    assert set(table["low"]) == {-1}
    assert set(table["high"]) == {5}


@pytest.mark.parametrize("result", [(1, 2), pd.DataFrame({"net": [1, 2]})])
def test_other_forms_are_refused(result):
    with pytest.raises(ValueError, match="a statistic must give"):
        leave_one_out(lambda c: result, CLAIMS, estimate="net")


def test_rules_of_holding():
    def statistic(claims):
        return balance(claims), balance(claims) - 1.5, balance(claims) + 1.5

    # Estimates 2, -1, 4, 1; the interval holds 0 for -1 and 1; -1 has the other sign.
    table = leave_one_out(statistic, CLAIMS, holds=EXCLUDES_ZERO)
    assert table["holds"].tolist() == [True, False, True, False]
    table = leave_one_out(statistic, CLAIMS, holds=lambda estimate, low, high: high < 3)
    assert table["holds"].tolist() == [False, True, False, True]
    with pytest.raises(ValueError, match="rule must be"):
        leave_one_out(statistic, CLAIMS, holds="firmly")


def test_a_reference_without_a_result_leaves_nothing_to_compare():
    table = leave_one_out(lambda c: math.nan if len(c) == 6 else 1.0, CLAIMS)
    assert table["holds"].isna().all()


def test_ladder_on_paper():
    table = ladder(
        {
            "leans to closeness": lambda c: balance(c) > 0,
            "b leans to distance": lambda c: (
                balance(c[c["doc_id"] == "b"]) < 0 if "b" in set(c["doc_id"]) else None
            ),
        },
        CLAIMS,
    )
    assert table.columns.tolist() == ["statement", "all", "a", "b", "c"]
    assert table.to_numpy().tolist() == [
        ["leans to closeness", "holds", "fails", "holds", "holds"],
        ["b leans to distance", "holds", "holds", "n.a.", "holds"],
    ]


def curve(**options):
    return specifications(
        {"voice": ["all", "own"], "scale": [1, -1], "deep": [True, "all"]},
        lambda spec: CLAIMS if spec["voice"] == "all" else CLAIMS[CLAIMS["own"]],
        lambda claims, spec: balance(claims) * spec["scale"],
        **options,
    )


def test_the_curve_runs_over_every_combination_with_the_reference_first():
    table = curve()
    assert len(table) == 8
    assert table.iloc[0][["voice", "scale", "deep"]].tolist() == ["all", 1, True]
    assert len(table[["voice", "scale", "deep"]].astype(str).drop_duplicates()) == 8
    assert table["n"].tolist() == [6] * 4 + [4] * 4
    assert table["estimate"].tolist() == [2, 2, -2, -2, 2, 2, -2, -2]
    assert (table["holds"] == (table["scale"] == 1)).all()


def test_share_holding_by_choice_shows_which_choice_matters():
    table = curve()
    whole = share_holding(table)
    assert whole[["held", "tried", "share", "survives"]].to_numpy().tolist() == [[4, 8, 0.5, False]]
    by_scale = share_holding(table, by="scale")
    assert by_scale["share"].tolist() == [1, 0]
    assert by_scale["survives"].tolist() == [True, False]


def test_four_in_five_survives():
    table = pd.DataFrame({"holds": pd.array([True] * 4 + [False], dtype="boolean")})
    assert share_holding(table)["survives"].item()


def test_nothing_tried_has_no_share():
    row = share_holding(pd.DataFrame({"holds": pd.array([None], dtype="boolean")})).iloc[0]
    assert row["tried"] == 0
    assert math.isnan(row["share"])
    assert not row["survives"]


def test_no_specifications_no_rows():
    assert specifications({"voice": []}, lambda spec: CLAIMS, lambda c, s: 1.0).empty
