"""How far texts are apart on each reason, side by side."""

import numpy as np
import pandas as pd
import pytest

from frameline.measures.selection.apart import reasons_apart, reasons_by_side, side_changes


def claims(*rows):
    table = pd.DataFrame(rows, columns=["doc_id", "frame", "sign"])
    return table.assign(sign=table["sign"].astype("Float64"), para_group=range(len(table)))


def test_shares_are_of_all_claims_of_a_text():
    table = claims(("s", "x", 1), ("s", "no", 1), ("s", "x", None), ("s", "x;y", -1))
    found = reasons_by_side(table, unspecific=["no"]).set_index(["code", "side"])
    assert found["k"].to_dict() == {("x", "binding"): 1, ("y", "binding"): 0, ("x", "dividing"): 1,
                                    ("y", "dividing"): 1}  # fmt: skip
    assert set(found["n"]) == {4}
    assert found["leads"].to_dict() == {
        ("x", "binding"): True,
        ("y", "binding"): False,
        ("x", "dividing"): True,
        ("y", "dividing"): True,
    }


def test_a_reason_that_changes_sides_is_farther_apart_than_one_that_goes():
    table = claims(("s", "x", 1), ("s", "y", 1), ("t", "x", -1), ("t", "z", 1))
    found = reasons_apart(reasons_by_side(table)).set_index("code")
    assert found["apart"].to_dict() == {"x": 1.0, "y": 0.5, "z": 0.5}
    assert found.index[0] == "x"
    assert found.loc["z", ["more", "less", "side"]].tolist() == ["t", "s", "binding"]


def test_one_text_is_apart_from_none():
    found = reasons_apart(reasons_by_side(claims(("s", "x", -1), ("s", "y", -1), ("s", "y", 1))))
    assert found["apart"].tolist() == [0.0, 0.0]
    assert found["code"].tolist() == ["y", "x"], "with most claims first"
    assert set(found["less"]) == {""}


@pytest.mark.parametrize("seed", range(5))
def test_no_difference_is_clear_where_there_is_none(seed):
    rng = np.random.default_rng(seed)
    rows = [(doc, rng.choice(list("xyz")), int(rng.choice([1, -1])))
            for doc in "st" for _ in range(40)]  # fmt: skip
    found = side_changes(claims(*rows), [("s", "t")])
    assert (found["verdict"] != "clearly more").all()
    assert (found["p_holm"].dropna() >= found["p"].dropna() - 1e-12).all()


def test_the_correction_is_over_all_reasons_and_sides():
    rows = [("s", "x", 1)] * 20 + [("t", "x", -1)] * 20
    found = side_changes(claims(*rows), [("s", "t")])
    assert len(found) == 2
    assert found["p_holm"].tolist() == pytest.approx((found["p"] * 2).tolist())
