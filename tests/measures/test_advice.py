"""Registers of forecasts and recommendations: counts on paper."""

import pandas as pd
import pytest

from frameline.measures.advice import (
    advice_register,
    forecast_counts,
    forecast_register,
    lever_vs_diagnosis,
    register_counts,
    strategy_by_document,
)

CLAIMS = pd.DataFrame(
    {
        "claim_id": ["c1", "c2", "c3", "c4", "c5", "c6"],
        "doc_id": ["b", "b", "b", "b", "a", "a"],
        "frame": ["REG", "REG", "SAN", "SAN", "HIS", "ORD"],
        "sign": pd.array([-1, 1, None, None, -1, 1], dtype="Float64"),
        "advice": [False, False, True, True, False, False],
        "addressee": ["", "", "WEST", "IRAN", "", ""],
        "instrument": ["", "", "sanctions", "energy", "", ""],
        "goal": ["", "", "divide", "deny", "", ""],
        "explicitness": ["", "", "explicit", "implicit", "", ""],
        "strategy": ["", "", "-1", "", "", ""],
        "forecast": ["looser", "", "", "stable", "either", ""],
        "forecast_condition": ["third-party", "", "", "none", "", ""],
        "forecast_horizon": ["near", "", "", "", "unspecified", ""],
        "forecast_certainty": ["may", "", "", "will", "open", ""],
    }
)


def test_forecasts_are_listed_in_order_with_their_gaps_named():
    table = forecast_register(CLAIMS)
    assert table["claim_id"].tolist() == ["c1", "c4", "c5"]
    assert table["forecast_condition"].tolist() == ["third-party", "none", "none"]
    assert table["forecast_horizon"].tolist() == ["near", "unspecified", "unspecified"]
    assert table["conditional"].tolist() == table["dated"].tolist() == [True, False, False]


def test_forecast_counts_on_paper():
    table = forecast_counts(forecast_register(CLAIMS))
    assert table.to_numpy().tolist() == [["b", 2, 1, 1, 1], ["a", 1, 1, 1, 1]]


def test_a_register_needs_no_optional_columns():
    bare = CLAIMS[["claim_id", "doc_id", "advice", "forecast"]]
    assert forecast_register(bare)["forecast_certainty"].tolist() == ["", "", ""]
    assert advice_register(bare)["strategy"].isna().all()


def test_recommendations_are_listed_with_numbers_for_strategy():
    table = advice_register(CLAIMS)
    assert table["claim_id"].tolist() == ["c3", "c4"]
    assert table["strategy"].dtype == "Int64"
    assert table["strategy"].isna().tolist() == [False, True]
    assert table["strategy"][0] == -1


def test_a_strategy_that_is_no_number_is_refused():
    with pytest.raises(ValueError, match="firm"):
        advice_register(CLAIMS.assign(strategy="firm"))


def test_register_counts_on_paper():
    table = register_counts(advice_register(CLAIMS), ["doc_id", "addressee"])
    assert table.to_numpy().tolist() == [["b", "WEST", 1], ["b", "IRAN", 1]]
    assert register_counts(advice_register(CLAIMS), "doc_id")["n"].tolist() == [2]


def test_strategies_are_counted_and_never_averaged():
    register = pd.DataFrame(
        {
            "doc_id": ["b", "b", "a", "b"],
            "strategy": pd.array([1, -1, 0, 1], dtype="Int64"),
            "explicitness": ["explicit", "implicit", "explicit", "explicit"],
        }
    )
    table = strategy_by_document(register)
    assert table.to_numpy().tolist() == [
        ["b", -1, "implicit", 1],
        ["b", 1, "explicit", 2],
        ["a", 0, "explicit", 1],
    ]


def test_levers_and_diagnoses_on_paper():
    # Text a gives no advice and is left out; in b REG divides once and binds once, SAN is advice.
    table = lever_vs_diagnosis(CLAIMS)
    assert table.to_numpy().tolist() == [["b", "REG", 1, 1, 0], ["b", "SAN", 0, 0, 2]]


def test_nothing_to_list():
    none = CLAIMS.assign(advice=False, forecast="")
    assert advice_register(none).empty
    assert forecast_counts(forecast_register(none)).empty
    assert lever_vs_diagnosis(none).empty
    assert strategy_by_document(advice_register(none)).empty
