"""The line of a chapter that steps aside names what is missing and what would supply it."""

import pytest

from frameline.corpus.codebook import ROLES
from frameline.corpus.missing import TABLES, stepping_aside

NEEDS = [*TABLES, *(f"{layer}.{role}" for layer, roles in ROLES.items() for role in roles)]


@pytest.mark.parametrize("need", NEEDS)
def test_every_need_has_its_line(need):
    line = stepping_aside([need])
    assert line.startswith("This corpus has no ")
    assert ", so this chapter steps aside. To change that, " in line
    assert line.endswith(".")
    named = need.partition(".")[2]  # a role, or the column that is to be filled in
    assert "_" not in line.replace(f"role {named} ", "").replace(f"the column {named} of ", "")


def test_an_empty_table_is_named_once_and_not_column_by_column():
    needs = ["labels", "labels.label", "labels.place", "labels.polarity"]
    line = stepping_aside(needs, empty={"labels"})
    assert line == stepping_aside(["labels"])
    assert stepping_aside(["events.year"], empty={"events"}) == stepping_aside(["events"])


def test_codes_without_signs_are_not_called_missing():
    assert "no signs on its valence codes" in stepping_aside(["claims.valence"], unsigned=True)
    assert "no signs" not in stepping_aside(["claims.valence"])
