"""Claims of several coders, matched by where they stand and by nothing else."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frameline.corpus.matching import match_by_place
from frameline.measures.coded_rows import aligned_codes
from frameline.measures.coefficients import alpha
from frameline.measures.designs import Settings, claim_agreement
from frameline.measures.verdicts import NO_AGREEMENT

CODERS = ("ann", "bob", "cy")
claim = st.fixed_dictionaries(
    {
        "unit_id": st.sampled_from(["s1", "s2"]),
        "anchor": st.sampled_from(["", "cheap gas", "old fears", "the old fears", "gas and fears"]),
        "start": st.sampled_from([None, 0, 5, 10]),
        "length": st.sampled_from([3, 8]),
    }
)
held = st.lists(claim, max_size=6)


def claims(rows):
    table = pd.DataFrame(rows, columns=["unit_id", "anchor", "start", "length"])
    start = pd.to_numeric(table["start"])
    return table.assign(start=start, end=start + table["length"])


def groups_of(names):
    """Which claims are one: a set of sets of (coder, row)."""
    together = {}
    for coder, found in names.items():
        for row, name in enumerate(found):
            together.setdefault(name, set()).add((coder, row))
    return {frozenset(group) for group in together.values()}


@settings(max_examples=150, deadline=None)
@given(st.lists(held, min_size=3, max_size=3), st.permutations(range(3)), st.booleans())
def test_no_name_of_a_coder_matters(rows, order, forced):
    tables = {coder: claims(mine) for coder, mine in zip(CODERS, rows, strict=True)}
    found = groups_of(match_by_place(tables, forced=forced))
    renamed = {CODERS[place]: tables[CODERS[number]] for number, place in enumerate(order)}
    renamed = dict(sorted(renamed.items()))
    back = {CODERS[place]: CODERS[number] for number, place in enumerate(order)}
    again = groups_of(match_by_place(renamed, forced=forced))
    assert found == {frozenset((back[coder], row) for coder, row in group) for group in again}


@settings(max_examples=100, deadline=None)
@given(st.lists(held, min_size=3, max_size=3), st.booleans())
def test_a_coder_has_each_claim_once_and_units_stay_apart(rows, forced):
    tables = {coder: claims(mine) for coder, mine in zip(CODERS, rows, strict=True)}
    for coder, found in match_by_place(tables, forced=forced).items():
        assert found.is_unique
        assert (found.str.split(".").str[0] == tables[coder]["unit_id"]).all()


@settings(max_examples=60, deadline=None)
@given(st.lists(held, min_size=2, max_size=2), st.integers(0, 99))
def test_codes_are_not_looked_at(rows, seed):
    rng = np.random.default_rng(seed)
    tables = {coder: claims(mine) for coder, mine in zip(CODERS, rows, strict=False)}
    coded = {
        coder: table.assign(frame=rng.choice(list("xy"), len(table)), valence="B", claim_id="c1")
        for coder, table in tables.items()
    }
    plain, with_codes = match_by_place(tables), match_by_place(coded)
    assert all(plain[coder].equals(with_codes[coder]) for coder in tables)


def test_offsets_that_do_not_overlap_are_two_claims():
    one = pd.DataFrame({"unit_id": ["d"], "start": [0], "end": [10]})
    other = one.assign(start=10, end=20)
    assert len(groups_of(match_by_place({"a": one, "b": other}))) == 2
    assert len(groups_of(match_by_place({"a": one, "b": other.assign(start=9)}))) == 1


def test_the_greater_overlap_decides_and_the_rest_goes_by_order():
    one = pd.DataFrame({"unit_id": "s", "anchor": ["rising prices", "old border fears"]})
    other = pd.DataFrame({"unit_id": "s", "anchor": ["border fears", "prices"]})
    crossed = {frozenset({("a", 0), ("b", 1)}), frozenset({("a", 1), ("b", 0)})}
    assert groups_of(match_by_place({"a": one, "b": other})) == crossed
    in_order = {frozenset({("a", row), ("b", row)}) for row in (0, 1)}
    assert groups_of(match_by_place({"a": one, "b": other.assign(anchor="")})) == in_order


def test_without_force_claims_need_a_place_in_common():
    one = pd.DataFrame({"unit_id": ["s"], "anchor": ["rising prices"]})
    other = pd.DataFrame({"unit_id": ["s"], "anchor": ["border fears"]})
    assert len(groups_of(match_by_place({"a": one, "b": other}))) == 1
    assert len(groups_of(match_by_place({"a": one, "b": other}, forced=False))) == 2


def test_nothing_to_match():
    assert match_by_place({}) == {}
    empty = pd.DataFrame({"unit_id": pd.Series(dtype="str")})
    assert match_by_place({"a": empty})["a"].tolist() == []


@pytest.mark.parametrize("number", [2, 3])
def test_coin_tossers_agree_on_nothing_when_matched_by_place(number):
    """The same tosses reach an alpha far above 0 where claims are matched by their codes."""
    rng = np.random.default_rng(11)
    units = np.repeat([f"s{i:03d}" for i in range(200)], number)
    tables = {
        coder: pd.DataFrame(
            {
                "unit_id": units,
                "frame": rng.choice(list("abcdefgh"), len(units)),
                "valence": rng.choice(list("+-"), len(units)),
                "anchor": "",
            }
        )
        for coder in CODERS
    }
    # what matching by the code that is measured would do: one code, one claim
    by_code = {
        coder: t["unit_id"] + t["frame"] + t.groupby(["unit_id", "frame"]).cumcount().astype("str")
        for coder, t in tables.items()
    }
    ids = {"code": by_code, "place": match_by_place(tables)}
    alphas = {}
    for way, names in ids.items():
        rows = pd.concat(
            [t.assign(coder=c, claim_id=list(names[c])) for c, t in tables.items()],
            ignore_index=True,
        )
        alphas[way] = alpha(aligned_codes(rows, "frame"))
    for row in claim_agreement(rows, "frame", Settings(seed=1, draws=400, tosses=400)):
        assert row["alpha"] == alphas["place"]
        assert alphas["code"] > 2 * row["twin_high"]
        assert row["low"] < row["alpha"] < row["high"]
        assert -0.05 < row["alpha"] < row["twin_high"]
        assert row["verdict"] == NO_AGREEMENT
