"""Agreement per variable, per code, per pair, and what may be done with it."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest

from frameline.measures import agreement as ag
from frameline.measures.resampling import jeffreys

COLUMNS = [
    *("variable", "level", "n_units", "coders", "alpha", "low", "high", "p_below", "exact"),
    *("modal_code", "modal_share", "ac1", "status", "reason"),
]


def coded(**coders: str) -> pd.DataFrame:
    """One letter per unit; "." is missing, "_" is blank."""
    mean = {".": None, "_": ""}
    table = {name: [mean.get(code, code) for code in codes] for name, codes in coders.items()}
    frame = pd.DataFrame(table, dtype=object)
    frame.index = pd.Index([f"u{i}" for i in range(len(frame))], name="claim_id")
    return frame


@pytest.fixture
def noisy() -> pd.DataFrame:
    rng = np.random.default_rng(7)
    truth = rng.choice(list("BDAN"), 200, p=[0.4, 0.3, 0.1, 0.2])
    wrong = rng.random((200, 3)) < 0.08
    codes = np.where(wrong, rng.choice(list("BDAN"), (200, 3)), truth[:, None])
    return pd.DataFrame(codes, columns=list("abc"), dtype=object)


def test_status_is_by_the_lower_bound():
    assert [ag.status(low) for low in (0.8, 0.7999, 0.667, 0.6669, -0.2)] == [
        "rely",
        "tentative",
        "tentative",
        "not used",
        "not used",
    ]
    assert ag.status(float("nan")) == "not used"
    assert ag.status(0.75, rely=0.7) == "rely"


def test_one_row_per_variable(noisy):
    table = ag.agreement_table({"valence": noisy, "again": noisy}, draws=300, seed=1)
    assert table.columns.tolist() == COLUMNS
    row = table.iloc[0]
    assert (row["n_units"], row["coders"], row["level"]) == (200, 3, "nominal")
    assert row["low"] < row["alpha"] < row["high"]
    assert row["alpha"] == ag.alpha(noisy)
    assert row["exact"] == pytest.approx(
        np.mean([len(set(unit)) == 1 for unit in noisy.to_numpy()])
    )
    shares = pd.Series(noisy.to_numpy().ravel()).value_counts(normalize=True)
    assert (row["modal_code"], row["modal_share"]) == (shares.index[0], shares.iloc[0])
    assert row["ac1"] == ag.ac1(ag.value_counts(noisy))
    assert row["status"] == ag.status(row["low"])
    # the same seed gives the same interval whatever else is in the table
    assert table.loc[0, ["low", "high"]].tolist() == table.loc[1, ["low", "high"]].tolist()


def test_p_below_is_the_share_of_draws_under_the_floor(noisy):
    draws = ag.alpha_draws(noisy, draws=300, seed=1)
    floor = float(np.median(draws))
    row = ag.agreement_table({"v": noisy}, draws=300, seed=1, floor=floor).iloc[0]
    assert row["p_below"] == pytest.approx((draws < floor).mean())
    assert 0.4 < row["p_below"] < 0.6


def test_few_units_do_not_pass_on_a_high_alpha():
    codes = coded(a="xxyyzz", b="xxyyzx")
    row = ag.agreement_table({"v": codes}, draws=500, seed=1).iloc[0]
    assert row["alpha"] > ag.FLOOR > row["low"]
    assert row["status"] == "not used"


def test_without_disagreement_the_lower_bound_is_not_one():
    codes = coded(a="xxyyzz", b="xxyyzz")
    groups = pd.Series(list("ppqqrr"), index=codes.index)
    row = ag.agreement_table({"v": codes}, groups=groups, draws=100, seed=1).iloc[0]
    chance = 1 - 3 * 4 * 3 / (12 * 11)
    assert row["alpha"] == row["high"] == 1.0
    assert row["low"] == pytest.approx(1 - jeffreys(0, 3)[1] / chance)
    assert row["reason"] == "no disagreement in 3 blocks: Jeffreys lower bound"
    assert row["status"] == "not used"
    assert math.isnan(row["p_below"])


def test_many_units_without_disagreement_may_be_relied_on():
    codes = coded(a="xy" * 60, b="xy" * 60)
    assert ag.agreement_table({"v": codes}, draws=50, seed=1).iloc[0]["status"] == "rely"


@pytest.mark.parametrize(
    ("codes", "reason"),
    [
        (coded(a="xxx", b="xxx"), "no variation: every code is x"),
        (coded(a="xyx"), "only one coder"),
        (coded(a="...", b="..."), "no codes"),
        (coded(a="x..", b=".xy"), "no unit was coded by two coders"),
    ],
)
def test_undefined_variables_are_shown_with_a_reason(codes, reason):
    row = ag.agreement_table({"v": codes}, draws=20, seed=1).iloc[0]
    assert np.isnan([row["alpha"], row["low"], row["high"], row["p_below"]]).all()
    assert (row["reason"], row["status"]) == (reason, "not used")


def test_draws_without_variation_are_named():
    codes = coded(a="xxxxy", b="xxxxx")
    row = ag.agreement_table({"v": codes}, draws=200, seed=1).iloc[0]
    assert row["reason"].endswith("of 200 draws had no variation")


def test_no_draws_no_table():
    with pytest.raises(ValueError, match="draw"):
        ag.agreement_table({"v": coded(a="xy", b="xy")}, draws=0, seed=1)


def test_blank_is_a_code_only_where_asked():
    codes = coded(a="__xy_x", b="_xxy_y")
    table = ag.agreement_table({"v": codes, "w": codes}, blanks={"w"}, draws=50, seed=1)
    assert table["n_units"].tolist() == [3, 6]
    assert table["modal_code"].tolist() == ["x", "(blank)"]
    assert table.loc[1, "alpha"] == pytest.approx(ag.alpha(codes, blanks=True))


def test_levels_and_orders_reach_alpha():
    codes = coded(a="abcabc", b="abbabc")
    table = ag.agreement_table(
        {"v": codes, "w": codes},
        levels={"v": "ordinal"},
        orders={"v": ["b", "a", "c"]},
        draws=50,
        seed=1,
    )
    assert table.loc[0, "alpha"] == ag.alpha(codes, "ordinal", order=["b", "a", "c"])
    assert table.loc[1, "alpha"] == ag.alpha(codes)
    numbers = ag.agreement_table(
        {"v": codes.replace({"a": "1", "b": "2", "c": "-3"})},
        levels={"v": "interval"},
        draws=50,
        seed=1,
    )
    assert numbers.loc[0, "modal_code"] in ("1", "2")


def test_sets_and_categories_reach_the_coefficients():
    codes = pd.DataFrame({"a": ["A;B", "C", "A", "B"], "b": ["B;A", "C", "A;C", "B"]})
    table = ag.agreement_table({"v": codes}, levels={"v": "set"}, draws=50, seed=1)
    assert table.loc[0, "alpha"] == ag.alpha_sets(codes)
    assert table.loc[0, "exact"] == 0.75
    more = ag.agreement_table(
        {"v": codes}, levels={"v": "set"}, categories={"v": 20}, draws=50, seed=1
    )
    assert more.loc[0, "ac1"] > table.loc[0, "ac1"]


def test_pairs_of_coders_show_the_odd_one_out():
    codes = coded(a="xyxyxyxy", b="xyxyxyxy", c="xxyyxxyy")
    table = ag.pairwise(codes)
    assert table[["coder_1", "coder_2"]].to_numpy().tolist() == [["a", "b"], ["a", "c"], ["b", "c"]]
    assert table["alpha"].tolist()[0] == 1.0
    assert table["exact"].tolist() == [1.0, 0.5, 0.5]
    missing = ag.pairwise(coded(a="xy.", b="..x"))
    assert missing.loc[0, "n_units"] == 0
    assert math.isnan(missing.loc[0, "alpha"])


def test_each_code_against_the_rest():
    codes = coded(a="xxxyyz", b="xxyyyz", c="xxyyz.")
    table = ag.per_code(codes, min_n=2).set_index("code")
    assert table["n"].to_dict() == {"y": 3, "x": 3, "z": 2}
    binary = codes.map(lambda code: code if code is None else str(code == "x"))
    assert table.loc["x", "alpha"] == pytest.approx(ag.alpha(binary))
    assert table.loc["x", "exact"] == pytest.approx(5 / 6)
    # x by units: 3 of 3, 3 of 3, 1 of 3: agreeing pairs 6/2 + 6/2 + 0 over 7 uses
    assert table.loc["x", "specific"] == pytest.approx(6 / 7)
    assert math.isnan(table.loc["x", "low"])


def test_rare_codes_get_a_row_and_no_coefficient():
    table = ag.per_code(coded(a="xxxyyz", b="xxyyyz"), min_n=3).set_index("code")
    assert math.isnan(table.loc["z", "alpha"])
    assert table.loc["z", "reason"] == "used in fewer than 3 units"
    assert table.loc["y", "reason"] == ""


def test_a_code_of_every_unit_has_no_coefficient():
    row = ag.per_code(coded(a="xxx", b="xxx"), min_n=1).iloc[0]
    assert math.isnan(row["alpha"])
    assert row["reason"].startswith("no variation")


def test_codes_get_intervals_when_asked(noisy):
    table = ag.per_code(noisy, draws=200, seed=1)
    assert ((table["low"] < table["alpha"]) & (table["alpha"] < table["high"])).all()


def test_members_of_sets_are_judged_one_by_one():
    codes = pd.DataFrame({"a": ["A;B", "B", "C"], "b": ["A", "B", "C"]})
    table = ag.per_code(codes, min_n=1, multiple=True).set_index("code")
    assert table["n"].to_dict() == {"B": 2, "A": 1, "C": 1}
    assert table.loc["A", "alpha"] == 1.0
    assert table.loc["B", "specific"] == pytest.approx(2 / 3)


def test_confusion_of_two_and_of_three_coders():
    codes = coded(a="xxyz", b="xyy.", c="xyyz")
    two = ag.confusion(codes, ("a", "b"))
    assert two.loc["x", "y"] == 1
    assert two.loc["y", "x"] == 0
    assert two.to_numpy().sum() == 3
    three = ag.confusion(codes)
    assert (three.to_numpy() == three.to_numpy().T).all()
    assert three.to_numpy().sum() == 2 * (3 + 3 + 4)
    assert three.loc["x", "x"] == 6
    assert ag.confusion(codes, codes=["x", "w"]).loc["w"].tolist() == [0, 0]


def test_disagreements_list_the_codes_and_the_majority():
    codes = coded(a="xxyx", b="xyy_", c="xyyz")
    table = ag.disagreements(codes)
    assert table.columns.tolist() == ["claim_id", "a", "b", "c", "codes", "majority", "split"]
    assert table.iloc[0].tolist() == ["u1", "x", "y", "y", 2, "y", "2-1"]
    assert table.iloc[1].tolist() == ["u3", "x", "", "z", 2, "", "1-1"]
    assert ag.disagreements(codes, blanks=True).iloc[1]["codes"] == 3


def test_given_asks_whether_the_variable_applies():
    assert ag.given(coded(a="3_.", b="_4x")).to_numpy().tolist() == [
        ["yes", "no"],
        ["no", "yes"],
        [None, "yes"],
    ]


def test_codings_needed_grow_with_the_demand():
    assert ag.codings_needed(4) > ag.codings_needed(2)
    assert ag.codings_needed(4, 0.9) > ag.codings_needed(4, 0.8)
    with pytest.raises(ValueError, match="two codes"):
        ag.codings_needed(1)
