import pandas as pd
import pytest

from frameline.measures.selection.third_party import third_party

LONG = "snegovaya-alterman-2024"


@pytest.fixture(scope="module")
def parts(heard, preference):
    table = third_party(
        heard, preference, foe=["ORD"], third=["THR"], denied=["denied"], divide=["divide"],
        addressees=["US_GOV", "US_CONGRESS", "WEST"],
    )  # fmt: skip
    return table.set_index(["doc_id", "part"])


def test_the_part_of_the_united_states_in_each_text(parts):
    counts = parts["n"]
    assert counts["shaffer-2001-talk"].to_dict() == {
        "adversary": 1, "pull": 2, "powerless": 3, "advised": 5,
    }  # fmt: skip
    assert counts["abedin-2015"].to_dict() == {"push": 2, "pull": 3, "powerless": 1}
    assert counts["tazmini-2021"].to_dict() == {"adversary": 3, "pull": 2, "advised": 1}
    assert counts[LONG].to_dict() == {
        "adversary": 8, "pull": 3, "advised": 19, "wedge": 13,
    }  # fmt: skip


def test_a_part_is_told_by_its_best_gist(parts):
    assert parts.loc[("shaffer-2001-talk", "pull"), "unit_id"].endswith("P13.s3")
    assert parts.loc[(LONG, "wedge"), "unit_id"].endswith("P06.s1")


def test_a_corpus_without_advice():
    claims = pd.DataFrame({"doc_id": ["t"], "claim_id": ["c"], "frame": ["x"], "gist": ["G."],
                           "sign": pd.array([1], dtype="Float64")})  # fmt: skip
    assert third_party(claims, third=["x"])["part"].tolist() == ["push"]
    assert third_party(claims).empty
