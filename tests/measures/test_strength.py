import math

import pytest

from frameline.measures.strength import (
    FEW_TICKS,
    MACHINE,
    NOT_TRIED,
    NOTHING_ELSE,
    GroupSupport,
    Support,
    strength,
    strength_of_groups,
    word,
)

SURE = {"side": 0.97}


def support(**changes):
    plain = {"statement": "s", "holds": 100, "ways": 100, "overturned_by": (), "p": 0.001,
             "alphas": SURE}  # fmt: skip
    return Support(**{**plain, **changes})


def judged(**changes):
    row = strength([support(**changes)]).iloc[0]
    return row["word"], row["because"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ("firm", "")),
        ({"p": math.nan}, ("firm", "")),  # no test is possible: three ticks of three
        ({"ways": 0, "holds": 0}, ("firm", "")),  # no other way of counting exists
        ({"p": math.nan, "alphas": {}}, ("leaning", FEW_TICKS)),
        ({"p": math.nan, "alphas": {}, "overturned_by": None}, ("open", NOTHING_ELSE)),
        ({"holds": 90}, ("leaning", "ways")),
        ({"holds": 79}, ("open", "holds in too few ways of counting")),
        ({"overturned_by": ("without coder a",)}, ("leaning", "left_out")),
        ({"p": 0.2}, ("leaning", "test")),
        ({"alphas": {"side": 0.97, "reason": 0.79}}, ("leaning", "coders")),
        ({"alphas": {"side": 0.97, "reason": math.nan}}, ("leaning", "coders")),
        (
            {"holds": 80, "p": 0.2, "alphas": {"side": 0.5}, "overturned_by": ("x",)},
            ("open", NOTHING_ELSE),
        ),
        ({"holds": 80, "p": 0.2, "alphas": {"side": 0.5}}, ("leaning", "ways, test, coders")),
        ({"ways": 0, "holds": 0, "p": 0.2}, ("open", NOT_TRIED)),
        ({"machine_only": True}, ("leaning", MACHINE)),
        ({"machine_only": True, "p": 0.2}, ("leaning", "test")),
        ({"machine_only": True, "holds": 10}, ("open", "holds in too few ways of counting")),
    ],
)
def test_the_word(changes, expected):
    assert judged(**changes) == expected


@pytest.mark.parametrize(
    ("holds", "tick"), [(950, "passed"), (949, "in part"), (800, "in part"), (799, "failed")]
)
def test_the_marks_of_the_ways(holds, tick):
    assert strength([support(holds=holds, ways=1000)])["ways"].tolist() == [tick]


def test_the_summary_is_one_family():
    """Each alone is clear; together the larger p is clear before the correction only."""
    both = strength([support(statement="a", p=0.001), support(statement="b", p=0.03)])
    assert both["test"].tolist() == ["passed", "passed"]
    many = [support(statement=str(n), p=0.03 if n == 1 else 0.5) for n in range(1, 12)]
    table = strength(many).set_index("statement")
    assert table.loc["1", "test"] == "in part"
    assert table.loc["1", "p_holm"] == pytest.approx(0.33)
    assert table.loc["1", "word"] == "leaning"


def test_a_statement_without_a_test_does_not_weigh_on_the_others():
    rest = [support(statement=str(n), p=math.nan) for n in range(20)]
    table = strength([support(statement="a", p=0.04), *rest]).set_index("statement")
    assert table.loc["a", "test"] == "passed"
    assert set(table["test"].drop("a")) == {"dotted"}


def test_importance_comes_before_strength():
    table = strength([
        support(statement="firm", importance=2), support(statement="open", holds=1, importance=1),
        support(statement="leaning", p=0.9, importance=2),
    ])  # fmt: skip
    assert table["statement"].tolist() == ["open", "firm", "leaning"]


def test_more_ways_than_there_are():
    with pytest.raises(ValueError, match="2 of 1 ways"):
        support(holds=2, ways=1)


def test_no_statement():
    assert strength([]).empty


#: The thirteen statements of the design's page, with what its table prints: holds, ways, what
#: overturns it, p (.5 where it says "not clear"), alpha.
SKETCH = {
    "verdicts differ": (4, 4, (), math.nan, 1.0),
    "own word": (8, 8, (), math.nan, 0.99),
    "2015 below 2001": (288, 288, (), 0.04, 0.97),
    "2024 against its verdict": (78, 144, (), 0.5, 0.97),
    "mix 2001 2015": (240, 288, (), 0.006, 0.91),
    "history 2015": (288, 288, (), 0.5, 0.91),
    "mix 2021 2024": (90, 288, ("coder a", "coder b", "coder c"), 0.16, 0.91),
    "regions 2024": (216, 288, (), 0.5, 0.91),
    "security 2001": (216, 288, (), 0.5, 0.91),
    "arms 2024": (68, 288, (), 0.5, 0.91),
    "concessions 2024": (277, 288, (), 0.5, 0.96),
    "voices 2021": (144, 144, (), 0.5, 0.99),
    "field": (0, 3, None, 0.67, 0.74),
}


def sketched(machine_only):
    return strength(
        Support(name, holds, ways, by, p, {"used": alpha}, machine_only)
        for name, (holds, ways, by, p, alpha) in SKETCH.items()
    ).set_index("statement")


def test_the_thirteen_statements_of_the_design():
    """Machine codes: none is firm, seven lean, six are open."""
    table = sketched(machine_only=True)
    assert table["word"].value_counts().to_dict() == {"leaning": 7, "open": 6}
    assert table.loc["verdicts differ", "because"] == MACHINE
    assert table.loc[["2015 below 2001", "mix 2001 2015"], "test"].tolist() == ["in part"] * 2
    assert table.loc["mix 2001 2015", "ways"] == "in part"


def test_once_a_human_has_checked_two_are_firm():
    """A verdict read from the whole text has no test: its tick is dotted and not counted."""
    firm = sketched(machine_only=False).query("word == 'firm'")
    assert firm.index.tolist() == ["verdicts differ", "own word"]


def test_four_ticks_are_needed():
    with pytest.raises(ValueError, match="zip"):
        word(["passed", "passed"])


def group(**changes):
    plain = {"statement": "s", "p_holm": 0.01, "p_fdr": 0.01, "interval_clear": True,
             "same_direction": True}  # fmt: skip
    return strength_of_groups([GroupSupport(**{**plain, **changes})])["word"].iloc[0]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "firm"),
        ({"p_holm": 0.06}, "leaning"),
        ({"p_holm": 0.06, "p_fdr": 0.05}, "open"),
        ({"interval_clear": False}, "open"),
        ({"same_direction": False}, "open"),
        ({"verdict": "no agreement"}, "open"),
        ({"verdict": "no variation"}, "open"),
        ({"verdict": "weak"}, "firm"),  # a constant habit cancels in a difference
        ({"machine_only": True}, "leaning"),
    ],
)
def test_groups_of_many_documents(changes, expected):
    assert group(**changes) == expected
