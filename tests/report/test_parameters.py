"""Parameters: read without running, converted by type, refused with a reason."""

import pytest

from frameline.report import PlanError
from frameline.report.plan.parameters import (
    Parameter,
    convert,
    fault_of,
    parse_parameters,
    read_parameters,
)


def notebook(*cells):
    return {
        "cells": [
            {"cell_type": "code", "source": source, "metadata": {"tags": tags}}
            for source, tags in cells
        ]
    }


def test_reads_name_default_help_and_allowed():
    found = parse_parameters(
        'voice = "all"  # whose claims count [all | own]\n'
        "drop = []  # documents left out [documents]\n"
        "floor = -0.5  # lowest [-1..1]\n"
        "codes = [\n  'a',\n  'b',\n]  # over several lines\n"
        "plain = True",
        "toy",
    )
    assert list(found) == ["voice", "drop", "floor", "codes", "plain"]
    assert found["voice"].choices == ("all", "own")
    assert found["voice"].help == "whose claims count"
    assert found["drop"].kind == "documents"
    assert found["floor"].bounds == (-1.0, 1.0)
    assert found["codes"] == Parameter("codes", ["a", "b"], "over several lines", "")
    assert found["plain"].type is bool


def test_a_hash_in_a_literal_is_no_comment():
    found = parse_parameters('colour = "#fff [a | b]"  # a colour [text]', "toy")
    assert found["colour"].default == "#fff [a | b]"
    assert found["colour"].help == "a colour"


def test_nothing_is_executed(tmp_path):
    mark = tmp_path / "ran"
    with pytest.raises(PlanError, match="no literal default"):
        parse_parameters(f"x = open({str(mark)!r}, 'w').write('ran')", "toy")
    assert not mark.exists()


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("import os", "not an assignment"),
        ("a = b = 1", "not an assignment"),
        ("a: int = 1", "not an assignment"),
        ("a = None", "no literal default"),
        ("a = {}", "no literal default"),
        ("a = 1\na = 2", "twice"),
        ("a = (", "not Python, line 1"),
        ("a = 1  # [whatever]", "none of"),
        ("a = 5  # [0..1]", "the default of parameter"),
        ('a = "x"  # [y | z]', "the default of parameter"),
    ],
)
def test_a_bad_cell_is_refused(source, says):
    with pytest.raises(PlanError, match=says) as error:
        parse_parameters(source, "toy")
    assert str(error.value).startswith("toy:")


def test_exactly_one_cell_has_the_tag():
    with pytest.raises(PlanError, match='no cell with the tag "parameters"'):
        read_parameters(notebook(("a = 1", [])), "toy")
    with pytest.raises(PlanError, match="2 cells"):
        read_parameters(notebook(("a = 1", ["parameters"]), ("b = 1", ["parameters"])), "toy")


@pytest.mark.parametrize(
    ("default", "text", "value"),
    [
        ("x", "007", "007"),
        ("x", "NO", "NO"),
        ("x", "", ""),
        (1, "007", 7),
        (1, "-3", -3),
        (0.5, "1e-3", 0.001),
        (True, "false", False),
        ([], "a, b", ["a", "b"]),
        ([], "", []),
        ([], '["a,b", "c"]', ["a,b", "c"]),
        ([1], "1,2", [1, 2]),
        ([1], "[1, 2]", [1, 2]),
    ],
)
def test_text_is_read_by_the_declared_type(default, text, value):
    found = convert(Parameter("p", default), text)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("default", "text"),
    [(1, "1.5"), (1, "1_000"), (1, "one"), (1, "١"), (True, "yes"), (0.5, "half"), ([], "[1")],
)
def test_text_of_another_type_is_refused(default, text):
    with pytest.raises(ValueError, match=r"\w"):
        convert(Parameter("p", default), text)


@pytest.mark.parametrize(
    ("parameter", "value", "fault"),
    [
        (Parameter("p", 1, "", "0..10"), 11, "found 11; allowed: 0..10"),
        (Parameter("p", 1, "", "0.."), 10**9, None),
        (Parameter("p", 1, "", "..5"), 6, "found 6; allowed: ..5"),
        (Parameter("p", 1), True, "found true; allowed: whole number"),
        (Parameter("p", 0.5), 1, None),
        (Parameter("p", 1), 1.0, "found 1.0; allowed: whole number"),
        (Parameter("p", "a", "", "a | b"), "c", 'found "c"; allowed: a | b'),
        (Parameter("p", ["a"], "", "a | b"), ["a", "x"], 'found "x"; allowed: a | b'),
        (Parameter("p", []), [1], "found [1]; allowed: list"),
        (Parameter("p", 0.5, "", "0..1"), float("nan"), "found NaN; allowed: 0..1"),
    ],
)
def test_faults_name_what_was_found_and_what_is_allowed(parameter, value, fault):
    assert fault_of(parameter, value) == fault


def test_documents_are_looked_up_in_the_corpus():
    drop = Parameter("drop", [], "", "documents")
    assert fault_of(drop, ["one"], ["one", "two"]) is None
    assert fault_of(drop, ["tow"], ["one", "two"]) == (
        'found "tow" (did you mean "two"?); allowed: one, two'
    )
    assert fault_of(drop, ["tow"], None) is None
