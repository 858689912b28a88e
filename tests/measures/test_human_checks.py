"""A name in the list of coders is no check: the claims that a person coded are counted."""

import pandas as pd
import pytest

from frameline.measures.human_checks import FEW, LEAST, human_checks, machine_only


def claims(*sizes):
    rows = [(f"t{t}", f"t{t}.c{c}") for t, size in enumerate(sizes) for c in range(size)]
    return pd.DataFrame(rows, columns=["doc_id", "claim_id"])


KINDS = {"bot": "machine", "ann": "human"}


def unchecked(table, read, kinds=KINDS, **options):
    return machine_only(table, {"bot": table, "ann": read}, kinds, **options)


def test_machines_alone_are_unchecked():
    table = claims(5)
    assert machine_only(table, {"bot": table}, {"bot": "machine"})


def test_a_person_who_coded_nothing_that_counts_checks_nothing():
    table = claims(40)
    other = table.assign(claim_id="another." + table["claim_id"])
    assert unchecked(table, other)
    assert machine_only(table, {"bot": table}, KINDS)


def test_each_text_needs_its_own_check():
    table = claims(40, 40)
    first = table[table["doc_id"] == "t0"]
    assert unchecked(table, first)
    assert not unchecked(table, table.groupby("doc_id").head(LEAST))
    assert unchecked(table, table.groupby("doc_id").head(LEAST - 1))


def test_a_short_text_is_checked_as_a_whole():
    table = claims(3, 40)
    assert not unchecked(table, table)
    assert unchecked(table, table[table["claim_id"] != "t0.c2"])


def test_of_very_many_texts_a_sample_is_enough():
    table = claims(*[10] * (FEW + 1))
    assert not unchecked(table, table.head(LEAST))
    assert unchecked(table, table.head(LEAST - 1))


@pytest.mark.parametrize("kind", ["human", "person", "gold"])
def test_the_codes_of_a_person_need_no_check(kind):
    table = claims(40)
    kinds = {"bot": "machine", "ann": kind}
    assert not unchecked(table, table.head(1), kinds, coding="ann")
    assert unchecked(table, table.head(1), kinds, coding="bot")


def test_who_is_no_machine_is_not_called_one():
    table = claims(5)
    assert not machine_only(table, {"ann": table}, {"ann": "human"})
    assert not machine_only(table, {"x": table}, {"x": ""})
    assert not machine_only(table, {}, {})


def test_checked_claims_are_counted_once():
    table = claims(4)
    read = {"ann": table.head(2), "bob": table.head(3), "bot": table}
    kinds = {"ann": "human", "bob": "gold", "bot": "machine"}
    assert human_checks(table, read, kinds)["checked"].tolist() == [3]
