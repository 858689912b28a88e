import pandas as pd
import pytest

from frameline.measures.shares_by_valence import movers, shares_by_valence


@pytest.fixture
def claims():
    return pd.DataFrame(
        {
            "doc_id": ["a"] * 4 + ["b"] * 2,
            "para_group": ["a.1", "a.1", "a.2", "a.3", "b.1", "b.2"],
            "frame": ["ARM", "SEC", "HIS", "HIS", "HIS", "ARM"],
            "sign": pd.array([1, 1, -1, None, -1, 0], dtype="Float64"),
        }
    )


def test_shares_are_of_all_claims_of_the_text(claims):
    table = shares_by_valence(claims, {"ARM": "force", "SEC": "force", "HIS": "past"})
    found = table.set_index(["doc_id", "group", "side"])["value"]
    assert found["a", "force", "binding"] == 0.5
    assert found["a", "past", "dividing"] == 0.25
    assert found["b", "past", "dividing"] == 0.5
    assert found["b", "force", "binding"] == 0, "ambivalent is neither side"


def test_every_text_has_every_group_in_the_codebooks_order(claims):
    table = shares_by_valence(claims, {"HIS": "past", "SEC": "", "ARM": ""})
    assert table["group"].drop_duplicates().tolist() == ["past", "SEC", "ARM"]
    assert len(table) == 2 * 3 * 2


def test_intervals_hold_the_share(claims):
    table = shares_by_valence(claims, {})
    with_interval = table[table["doc_id"] == "a"]
    assert with_interval["low"].notna().all()
    assert (with_interval["low"] <= with_interval["value"]).all()
    assert set(with_interval["note"]) == {"few paragraphs"}
    assert table.loc[table["doc_id"] == "b", "low"].isna().all(), "two paragraphs"


def test_movers_name_the_largest_gain_and_loss():
    changes = pd.DataFrame(
        {"from": "a", "to": "b", "code": list("wxyz"), "estimate": [0.3, -0.2, -0.4, 0.1]}
    )
    row = movers(changes, {"w": "ww"}).iloc[0]
    assert row["gains"] == [("ww", 0.3)]
    assert row["losses"] == [("y", -0.4)]
    assert movers(changes.assign(estimate=0.0), {}).iloc[0]["gains"] == []
