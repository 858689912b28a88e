"""Matching coders' claims: worked cases, properties, and the agreement recorded for the data."""

import random
import time
from itertools import permutations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frameline.corpus.alignment import _assign, align, shared_run
from frameline.measures.agreement import alpha

CODES = ("frame", "valence", "function")


def coding(*claims, unit="u"):
    """A table of claims given as (anchor, frame, valence, function)."""
    table = pd.DataFrame(claims, columns=["anchor", *CODES])
    return table.assign(unit_id=unit, claim_id=[f"{unit}.c{n + 1}" for n in range(len(claims))])


# Worked cases


def test_one_claim_each_is_the_same_claim_however_it_is_coded():
    ids = align({"a": coding(("the river", "x", "B", "PD")), "b": coding(("gone", "y", "D", "DS"))})
    assert ids == {"a": ["u.c1"], "b": ["u.c1"]}


def test_anchors_that_overlap_mark_the_same_claim():
    final = coding(("one river feeds both", "x", "B", "PD"), ("locks by both", "x", "B", "PD"))
    b = coding(("built locks by both hands", "x", "B", "PD"))
    assert align({"b": b}, final)["b"] == ["u.c2"]


def test_codes_decide_where_anchors_do_not():
    final = coding(("one river", "x", "B", "PD"), ("the mills", "y", "D", "CI"))
    b = coding(("old quarrel", "y", "D", "CI"), ("new water", "x", "B", "PD"))
    assert align({"b": b}, final)["b"] == ["u.c2", "u.c1"]


def test_a_single_common_word_is_no_overlap():
    final = coding(("supply of reactors", "x", "B", "DS"), ("matters of security", "y", "B", "DS"))
    b = coding(("advantage of this perception", "z", "B", "CI"))
    assert align({"b": b}, final)["b"] == ["u.c1"]  # nothing but the number speaks


def test_the_best_match_of_all_counts_not_the_best_of_the_first():
    """Both of b's claims fit c1 best, but the second fits nothing else."""
    final = coding(("salt and silk and rope", "x", "B", "PD"), ("salt and silk", "x", "B", "PD"))
    b = coding(("salt and silk", "x", "B", "PD"), ("silk and rope", "q", "D", "CI"))
    assert align({"b": b}, final)["b"] == ["u.c2", "u.c1"]


def test_claims_only_coders_hold_get_ids_of_their_own():
    final = coding(("one river feeds both", "x", "B", "PD"))
    a = coding(("a toll", "y", "D", "CI"), ("one river feeds both", "x", "B", "PD"))
    b = coding(("one river", "x", "B", "PD"), ("a toll nobody pays", "y", "D", "CI"))
    c = coding(("one river", "x", "B", "PD"), ("a toll nobody pays", "y", "D", "CI"))
    ids = align({"a": a, "b": b, "c": c}, final)
    assert ids == {"a": ["u.x1", "u.c1"], "b": ["u.c1", "u.x1"], "c": ["u.c1", "u.x1"]}


def test_a_sentence_the_final_coding_has_no_claim_in():
    ids = align({"b": coding(("a", "x", "B", "PD"), unit="v")}, coding(("a", "x", "B", "PD")))
    assert ids == {"b": ["v.x1"]}


def test_without_a_final_coding_the_first_coder_is_the_reference():
    a = coding(("one river", "x", "B", "PD"))
    b = coding(("a toll", "y", "D", "CI"), ("one river", "x", "B", "PD"))
    assert align({"a": a, "b": b}) == {"a": ["u.c1"], "b": ["u.c2", "u.c1"]}


def test_mentions_with_nothing_in_common_stay_apart():
    final = coding(("strategic partners", "x", "", ""))
    b = coding(("an old friend", "x", "", ""))
    assert align({"b": b}, final, forced=False)["b"] == ["u.x1"]
    assert align({"b": coding(("partners", "y", "", ""))}, final, forced=False)["b"] == ["u.c1"]


def test_any_table_will_do():
    bare = pd.DataFrame({"unit_id": ["u", "u", "v"]})
    assert align({"a": bare, "b": bare}) == {coder: ["u.c1", "u.c2", "v.c1"] for coder in "ab"}
    assert align({"a": bare.iloc[:0]}) == {"a": []}
    assert align({}) == {}


def test_shared_runs():
    assert shared_run(("a", "b", "c"), ("b", "c", "d")) == pytest.approx(2 / 3)
    assert shared_run(("a",), ("b", "a")) == 1
    assert shared_run(("a", "x"), ("a", "y")) == 0
    assert shared_run((), ("a",)) == 0


# Properties

LIKENESS = st.integers(1, 5).flatmap(
    lambda columns: st.lists(
        st.lists(st.sampled_from([0.0, 0.25, 0.5, 1.0, 1.3]), min_size=columns, max_size=columns),
        min_size=1,
        max_size=5,
    )
)


@settings(max_examples=150, deadline=None)
@given(likeness=LIKENESS)
def test_the_assignment_is_the_best_of_all(likeness):
    rows, columns = len(likeness), len(likeness[0])
    places = _assign(likeness, columns)
    taken = [place for place in places if place is not None]
    assert len(taken) == len(set(taken)) == min(rows, columns)
    total = sum(likeness[row][place] for row, place in enumerate(places) if place is not None)
    table = np.array(likeness) if rows <= columns else np.array(likeness).T
    best = max(
        sum(table[row, column] for row, column in enumerate(choice))
        for choice in permutations(range(table.shape[1]), table.shape[0])
    )
    assert total == pytest.approx(best)


def random_coding(rng, units):
    words = ["river", "lock", "mill", "toll", "flag", "salt", "grain", "ferry"]
    rows = [
        (unit, " ".join(rng.sample(words, 3)), rng.choice("xyz"), rng.choice("BD"), "PD")
        for unit in range(units)
        for _ in range(rng.randrange(4))
    ]
    table = pd.DataFrame(rows, columns=["unit_id", "anchor", *CODES])
    number = table.groupby("unit_id").cumcount() + 1
    return table.assign(claim_id=table["unit_id"].astype(str) + ".c" + number.astype(str))


@pytest.mark.parametrize("seed", range(5))
def test_every_claim_joins_one_group_of_its_sentence(seed):
    rng = random.Random(seed)
    final, *others = (random_coding(rng, 30) for _ in range(4))
    tables = dict(zip("abc", others, strict=True))
    for reference in (final, None):
        ids = align(tables, reference)
        for coder, table in tables.items():
            assert len(set(ids[coder])) == len(ids[coder]) == len(table)
            units = [claim.rsplit(".", 1)[0] for claim in ids[coder]]
            assert units == table["unit_id"].astype(str).tolist()
        # nobody holds a claim alone that could be another's: a unit has as many groups as the
        # coding with most claims in it has claims
        codings = [*others, *([] if reference is None else [reference])]
        most = pd.concat([c.groupby("unit_id").size() for c in codings], axis=1).max(axis=1)
        found = {claim for claims in ids.values() for claim in claims}
        found |= set() if reference is None else set(reference["claim_id"])
        groups = pd.Series(sorted(found)).str.rsplit(".", n=1).str[0].value_counts()
        assert groups.to_dict() == {str(unit): size for unit, size in most.items()}


def test_a_coder_who_agrees_with_the_final_coding_is_matched_to_it_claim_by_claim():
    final = random_coding(random.Random(7), 40)
    assert align({"a": final}, final)["a"] == final["claim_id"].tolist()


# The project's three coders: what was recorded when their codings were settled

#: Variable: alpha, units with two coders or more. From the agreement table of codebook 1.0.
RECORDED = {
    "relevance": 0.980,
    "driver": 0.906,
    "valence": 0.974,
    "mechanism": 0.653,
    "strength": 0.670,
    "direction": 0.841,
    "function": 0.824,
    "role": 0.960,
    "voice": 0.990,
    "stance": 0.933,
    "modality": 0.926,
    "theatre": 0.923,
    "forecast": 0.900,
}
RECORDED_WHERE_CODED = {
    "forecast_condition": (0.849, 17),
    "forecast_horizon": (1.0, 17),
    "forecast_certainty": (1.0, 17),
    "durability": (1.0, 11),
    "addressee": (0.961, 28),
    "instrument": (0.916, 28),
    "goal": (0.864, 28),
    "explicitness": (0.814, 28),
}
PAIRS = {("a", "b"): 261, ("a", "c"): 260, ("b", "c"): 262}


@pytest.fixture(scope="module")
def paired(data_corpus):
    """A function: a variable's aligned codes where two coders at least hold the claim."""

    def aligned(name):
        table = data_corpus.aligned(name)
        return table[table.notna().sum(axis=1) > 1]

    return aligned


@pytest.mark.parametrize(("name", "expected"), RECORDED.items())
def test_recorded_alphas(paired, name, expected):
    table = paired(name)
    assert len(table) == 267
    assert alpha(table, blanks=True) == pytest.approx(expected, abs=0.0006)


@pytest.mark.parametrize(("name", "expected"), RECORDED_WHERE_CODED.items())
def test_recorded_alphas_where_two_coders_gave_a_code(paired, name, expected):
    table = paired(name).replace("", pd.NA)
    table = table[table.notna().sum(axis=1) > 1]
    assert len(table) == expected[1]
    level = "ordinal" if name == "durability" else "nominal"
    assert alpha(table, level) == pytest.approx(expected[0], abs=0.0006)


def test_recorded_numbers_of_claims(data_corpus):
    table = data_corpus.aligned("frame")
    assert len(table) == 276
    for pair, expected in PAIRS.items():
        assert table[list(pair)].notna().all(axis=1).sum() == expected
    held = table.notna()
    assert alpha(held.astype(int)) == pytest.approx(0.312, abs=0.0006)
    assert held.all(axis=1).mean() == pytest.approx(0.935, abs=0.0006)
    per_unit = data_corpus.claims_per_unit()
    assert len(per_unit) == 254
    assert alpha(per_unit, "nominal") == pytest.approx(0.841, abs=0.0006)
    assert alpha(per_unit, "ordinal") == pytest.approx(0.875, abs=0.0006)


def test_a_role_and_its_column_name_the_same_table(data_corpus):
    pd.testing.assert_frame_equal(data_corpus.aligned("frame"), data_corpus.aligned("driver"))
    with pytest.raises(KeyError, match="no coder has 'colour'"):
        data_corpus.aligned("colour")


def test_aligned_rows_stand_in_reading_order(data_corpus):
    table, homes = data_corpus.aligned("frame"), data_corpus.homes()
    assert table.index.tolist() == homes.index.tolist()
    assert homes["doc_id"].drop_duplicates().tolist() == list(data_corpus.names)
    rank = {unit: place for place, unit in enumerate(data_corpus.units["unit_id"])}
    places = [rank[unit] for unit in homes["unit_id"]]
    assert places == sorted(places)
    final = [claim for claim in table.index if ".x" not in claim]
    assert final == data_corpus.claims["claim_id"].tolist()


def test_labels_and_documents_align_too(data_corpus):
    labels = data_corpus.aligned("label", "labels")
    assert labels.index.is_unique
    assert set(data_corpus.labels["label_id"]) <= set(labels.index)
    # all that the settled coding keeps, most coders have: the match finds nearly every one
    kept = labels.loc[data_corpus.labels["label_id"]]
    assert (kept.notna().sum(axis=1) >= 2).mean() > 0.97
    verdicts = data_corpus.aligned("verdict", "documents")
    assert verdicts.shape == (5, 3)
    assert verdicts.index.tolist() == list(data_corpus.names)


def test_the_rivers_agreement(river_corpus):
    frame = river_corpus.aligned("frame")
    assert len(frame) == 46
    assert frame.notna().all(axis=1).sum() == 44
    assert alpha(frame) == pytest.approx(1 - 38280 / 248952)
    pull = river_corpus.aligned("valence")
    assert alpha(pull, blanks=True) == pytest.approx(1 - 15312 / 215512)
    assert alpha(pull) == pytest.approx(1 - (2 / 40) / (1 - 2702 / 6320))
    counts = river_corpus.claims_per_unit()
    assert (counts["mara"] == counts["niko"]).sum() == 38
    assert frame.index[frame["mara"].isna()].tolist() == ["ormond-1990.P3.s1.x1"]
    assert frame.index[frame["niko"].isna()].tolist() == ["ibsland-2015.P4.s2.c2"]


def test_aligning_is_fast(data_corpus):
    tables, codes = data_corpus.codings, ("driver", "valence", "function")
    started = time.process_time()
    align(tables, data_corpus.claims, codes=codes)
    data_corpus.aligned("frame")
    assert time.process_time() - started < 0.3
