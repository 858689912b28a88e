"""Numbers of four reports, guarded: `python -m tests.report.renew` renews them on purpose."""

import pytest

from tests.report.renew import KEPT, differences, numbers, read


@pytest.mark.parametrize(
    "name", [pytest.param(n, marks=pytest.mark.slow) if n == "default" else n for n in KEPT]
)
def test_numbers_are_those_that_were_kept(name):
    found = differences(read(name), numbers(KEPT[name]))
    assert not found, "\n".join(
        [*found[:40], f"{len(found)} in all; if meant: python -m tests.report.renew {name}"]
    )


def test_what_differs_is_told():
    kept = {"a": {"value": 1, "n": 3}, "b": {"value": 2.0}, "c": {}}
    found = {"a": {"value": 1, "n": 4}, "b": {"value": 2.0 + 1e-9}, "d": {"value": 1}}
    assert differences(kept, found) == ["a, n: was 3, is 4", "c: no longer found", "d: new"]
