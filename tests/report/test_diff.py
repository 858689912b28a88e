"""What differs between two builds: kind, amount, beyond the interval or not, and the order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frameline.report.comparing.diff import APPEARED, BEYOND, CHANGED, VANISHED, compare, wording


def finding(key, value=1, unit="count", **more):
    return {
        "key": key, "value": value, "low": None, "high": None, "n": None, "unit": unit,
        "filter": "", "evidence": [], "text": str(value), "chapter": "toy", **more,
    }  # fmt: skip


def statement(name, *parts):
    segments = [{"text": t} if isinstance(t, str) else {"text": t[0], "key": t[1]} for t in parts]
    text = "".join(s["text"] for s in segments)
    return finding(f"statement.{name}", text, "text", segments=segments)


def only_change(old, new):
    (change,) = compare([old], [new]).changes
    return change


def test_appeared_vanished_changed_and_the_same_are_counted():
    old = [finding("a"), finding("b"), finding("c")]
    new = [finding("b"), finding("c", 2), finding("d")]
    found = compare(old, new)
    assert found.counts == {CHANGED: 1, APPEARED: 1, VANISHED: 1, BEYOND: 0, "same": 1}
    assert [c.key for kind in (CHANGED, APPEARED, VANISHED) for c in found.of(kind)] == list("cda")


@pytest.mark.parametrize(
    ("value", "beyond"), [(0.31, True), (0.3, False), (0.1, False), (0.05, True), (0.25, False)]
)
def test_beyond_means_outside_the_old_interval(value, beyond):
    old = finding("x", 0.2, "share", low=0.1, high=0.3)
    change = only_change(old, old | {"value": value})
    assert change.beyond is beyond
    assert change.by == pytest.approx(value - 0.2)
    assert change.size == pytest.approx(abs(value - 0.2) / 0.1)


def test_the_new_interval_does_not_decide():
    old = finding("x", 0.2, "share", low=0.1, high=0.3)
    assert only_change(old, old | {"value": 0.4, "low": 0.0, "high": 0.9}).beyond
    assert only_change(finding("x", 0.2, "share"), old | {"value": 0.4}).beyond is None


def test_a_number_that_became_missing_or_of_another_unit_has_no_amount():
    old = finding("x", 0.2, "share", low=0.1, high=0.3)
    for new in (old | {"value": None}, old | {"unit": "net"}, old | {"value": "none"}):
        change = only_change(old, new)
        assert (change.kind, change.by, change.beyond) == (CHANGED, None, None)


@pytest.mark.parametrize(
    ("name", "value"),
    [("low", 0.0), ("n", 7), ("filter", "core claims"), ("evidence", ["c1", "c3"])],
)
def test_what_a_reader_can_check_counts_as_changed(name, value):
    old = finding("x", 0.2, "share", low=0.1, high=0.3, n=6, evidence=["c1", "c2"])
    change = only_change(old, old | {name: value})
    assert change.fields == (name,)
    assert change.by == 0
    assert not change.beyond
    assert change.claims == ((1, 1) if name == "evidence" else (0, 0))


def test_the_order_of_claims_and_the_last_digit_of_a_sum_are_no_change():
    old = finding("x", 0.1 + 0.2, "share", evidence=["c1", "c2"])
    assert compare([old], [old | {"value": 0.3, "evidence": ["c2", "c1"]}]).changes == ()


def test_a_statement_is_reworded_only_when_its_fixed_words_differ():
    old = statement("mix", "In ", ("five", "labels.differ"), " texts.")
    moved = statement("mix", "In ", ("four", "labels.differ"), " texts.")
    reworded = statement("mix", "Of all, ", ("five", "labels.differ"), " texts.")
    assert not only_change(old, moved).reworded
    assert only_change(old, reworded).reworded
    assert wording(old) == "In {labels.differ} texts."


def test_statements_come_first_then_the_largest_changes():
    old = [
        finding("small", 0.2, "share", low=0.1, high=0.3), finding("big", 0.2, "share", low=0.19,
        high=0.21), finding("bare", 1), finding("word", "a", "text"), finding("gone"),
        statement("b", "was"), finding("still"),
    ]  # fmt: skip
    new = [
        finding("small", 0.21, "share", low=0.1, high=0.3), finding("big", 0.21, "share", low=0.19,
        high=0.21), finding("bare", 100), finding("word", "b", "text"), finding("come"),
        statement("b", "is"), statement("a", "new"), finding("still"),
    ]  # fmt: skip
    keys = [change.key for change in compare(old, new).changes]
    assert keys == [
        "statement.b", "statement.a", "big", "small", "bare", "word", "come", "gone",
    ]  # fmt: skip


def test_only_looks_at_keys_and_chapters():
    old = [finding("net.a"), finding("share.a"), finding("n", chapter="labels")]
    new = [finding("net.a", 2), finding("share.a", 2), finding("n", 2, chapter="labels")]
    assert [c.key for c in compare(old, new, ["net.*"]).changes] == ["net.a"]
    assert [c.key for c in compare(old, new, ["net.*", "labels"]).changes] == ["n", "net.a"]
    assert compare(old, new, ["labels"]).counts["same"] == 0


builds = st.lists(
    st.builds(
        lambda key, value, low, width: finding(key, value, "net", low=low, high=low + width),
        st.sampled_from("abcdef"), st.floats(-2, 2), st.floats(-2, 2), st.floats(0, 1),
    ),
    unique_by=lambda f: f["key"],
)  # fmt: skip


@given(builds, builds)
def test_every_finding_is_counted_once_and_both_ways_round(old, new):
    there, back = compare(old, new), compare(new, old)
    counts = there.counts
    assert counts[CHANGED] + counts["same"] + counts[VANISHED] == len(old)
    assert counts[CHANGED] + counts["same"] + counts[APPEARED] == len(new)
    assert counts[BEYOND] <= counts[CHANGED]
    assert back.counts[APPEARED] == counts[VANISHED]
    assert {c.key: -c.by for c in back.of(CHANGED)} == {c.key: c.by for c in there.of(CHANGED)}
    assert compare(old, old).changes == ()
