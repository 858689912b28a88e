import pandas as pd
import pytest

from frameline.measures.selection.gists import Preference, gists_for_reasons, in_order
from frameline.measures.selection.reasons import strongest


@pytest.mark.parametrize(
    ("text", "side", "places"),
    [
        ("snegovaya-alterman-2024", "binding", ["P18.s1", "P03.s3", "P02.s2"]),
        ("snegovaya-alterman-2024", "dividing", ["P04.s5", "P04.s3", "P33.s1"]),
        ("abedin-2015", "binding", ["P13.s1", "P12.s2", "P12.s1"]),
        ("abedin-2015", "dividing", ["P05.s1", "P20.s1", "P17.s1", "P18.s1"]),
    ],
)
def test_the_gists_of_the_portraits(own, order, preference, text, side, places):
    slots = strongest(own, unspecific=["NON"], order=order)
    table = gists_for_reasons(own, slots, preference)
    part = table[(table["doc_id"] == text) & (table["side"] == side)]
    assert part["unit_id"].tolist() == [f"{text}.{place}" for place in places]


def test_a_shared_slot_has_one_gist_that_names_its_reason(own, order, preference):
    slots = strongest(own, unspecific=["NON"], order=order)
    table = gists_for_reasons(own, slots, preference).set_index(["doc_id", "side", "slot"])
    assert table.loc[("abedin-2015", "binding", 3), "code"] == "ARM"


def test_no_claim_stands_twice_for_a_text(own, preference):
    table = gists_for_reasons(own, strongest(own, unspecific=["NON"]), preference)
    chosen = table.loc[table["claim_id"] != "", "claim_id"]
    assert not chosen.duplicated().any()
    again = gists_for_reasons(own, strongest(own), preference, used=set(chosen))
    assert not set(again["claim_id"]) & set(chosen)


def claims(**columns):
    size = len(next(iter(columns.values())))
    return pd.DataFrame({"gist": [f"Trade {n} grows." for n in range(size)], **columns})


def first(table, preference=None):
    return in_order(table, preference).index[0]


def test_a_mechanism_that_operates_comes_before_a_gist_that_stands_alone():
    table = claims(gist=["Trade did not stop.", "Such trade grows."], mechanism=["no", "yes"])
    assert first(table, Preference({"mechanism": ["yes", "no"]})) == 1


def test_a_leaning_gist_comes_after_a_weaker_one():
    table = claims(gist=["Such trade grows.", "Trade grows."], strength=["strong", "weak"])
    chosen = Preference.of_codebook({"strength": ["weak", "strong"]})
    assert first(table, chosen) == 1


def test_roles_count_in_their_order():
    table = claims(argument=["side", "main"], function=["why", "what"])
    chosen = Preference.of_codebook(
        {"argument": ["main", "side"], "function": ["what", "why"]}, ["why", "what"]
    )
    assert first(table, chosen) == 1


def test_more_coders_then_surer_ones_then_the_earliest():
    assert first(claims(agreement=[1, 3], confidence=[3, 1])) == 1
    assert first(claims(agreement=[3, 3], confidence=[1, 2])) == 1
    assert first(claims(agreement=[3, 3])) == 0


def test_a_code_that_is_not_listed_comes_last():
    table = claims(function=["other", "what"])
    assert first(table, Preference({"function": ["what"]})) == 1


def test_alone_a_gist_that_names_nobody_comes_late():
    table = claims(gist=["They trade.", "Norland trades."], agreement=[3, 1])
    assert first(table) == 0
    assert first(table, Preference(alone=True)) == 1


def test_a_blank_gist_comes_last():
    assert first(claims(gist=["", "Such trade."])) == 1
