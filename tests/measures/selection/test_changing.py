"""Which reasons change their part, between which texts, and over which one acts on another."""

import pandas as pd
import pytest

from frameline.measures.selection.changing import (
    acts_of_reason,
    changing,
    farthest_pair,
    reason_turned_round,
    still_differ,
)
from frameline.measures.selection.roles import who_acts


def uses(*rows):
    return pd.DataFrame(rows, columns=["doc_id", "code", "use", "n", "leads"])


def test_a_change_of_sides_comes_before_one_between_longer_texts():
    table = uses(
        ("a", "x", "bond", 1, True), ("b", "x", "divider", 1, True),
        ("c", "x", "lever", 9, True), ("d", "x", "bond", 9, True),
    )  # fmt: skip
    assert farthest_pair(table, "x") == ("a", "b")


@pytest.mark.parametrize("use", ["noted", "asked", "absent"])
def test_what_does_nothing_is_no_part(use):
    table = uses(("a", "x", "bond", 2, True), ("b", "x", use, 1, True))
    assert farthest_pair(table, "x") is None
    assert changing(table).empty
    assert still_differ(table, "x", ("a", "b")) is None


def test_a_use_that_does_not_lead_changes_nothing():
    table = uses(("a", "x", "bond", 4, True), ("b", "x", "bond", 4, True),
                 ("b", "x", "divider", 1, False))  # fmt: skip
    assert changing(table).empty
    assert still_differ(table, "x", ("a", "b")) is False


def test_reasons_with_most_claims_come_first():
    table = uses(("a", "x", "bond", 1, True), ("b", "x", "lever", 1, True),
                 ("a", "y", "bond", 5, True), ("b", "y", "divider", 5, True))  # fmt: skip
    found = changing(table)
    assert found[["code", "opposed", "n"]].to_numpy().tolist() == [["y", True, 10], ["x", False, 2]]


def claims(*rows):
    table = pd.DataFrame(rows, columns=["doc_id", "frame", "direction", "own"])
    ids = [str(place) for place in range(len(table))]
    return table.assign(claim_id=ids, gist="Norland arms Sudmark.", anchor="", unit_id="u")


def test_direction_is_counted_reason_by_reason_and_own_claims_are_shown():
    table = claims(("a", "x", "A>B", False), ("a", "x;y", "A>B", True), ("b", "x", "B>A", True),
                   ("b", "x", "mutual", True), ("c", "y", "A>B", True))  # fmt: skip
    found = acts_of_reason(table, "x").set_index(["doc_id", "use"])
    assert found["n"].to_dict() == {("a", "A>B"): 2, ("b", "B>A"): 1, ("b", "mutual"): 1,
                                    ("c", "absent"): 0}  # fmt: skip
    assert found.loc[("a", "A>B"), "claim_id"] == "1"
    acts = who_acts(table)
    assert reason_turned_round(acts) == "x"
    assert reason_turned_round(acts[acts["code"] == "y"]) == ""


def test_what_pulls_no_way_between_the_two_is_absent():
    found = acts_of_reason(claims(("a", "x", "na", True), ("b", "x", "A>B", True)), "x")
    assert found["use"].tolist() == ["absent", "A>B"]


def test_the_five_texts(data_corpus):
    table = who_acts(data_corpus.select(), skip=["NON"])
    assert reason_turned_round(table) == "ARM"
