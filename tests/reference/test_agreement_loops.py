"""Agreement a second time: plain loops, and the krippendorff package, beside the measures.

Nothing here is imported from `frameline` but what is under test.
"""

from __future__ import annotations

from itertools import permutations

import krippendorff
import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from frameline.corpus.final_codes import final_codes
from frameline.corpus.matching import match_by_place
from frameline.corpus.readings import design_of
from frameline.measures.agreement_blocks import agreement_blocks
from frameline.measures.code_sets import (
    code_sets,
    presence,
    presence_alphas,
    presence_counts,
    set_agreement,
)
from frameline.measures.coded_rows import aligned_codes, with_absence
from frameline.measures.coincidences import (
    alpha_of_coincidences,
    coded_cells,
    coincidence_matrices,
    holsti,
    simple_agreement,
)
from frameline.measures.designs import (
    Settings,
    agreement_by_design,
    code_agreement,
    code_by_code,
)

QUICK = settings(max_examples=60, deadline=None)


# ---------------------------------------------------------------- plain loops


def loop_alpha(units, distance):
    """Krippendorff's alpha from its definition: mean distance within units and of all pairs."""
    units = [[code for code in unit if code is not None] for unit in units]
    units = [unit for unit in units if len(unit) > 1]
    every = [code for unit in units for code in unit]
    n = len(every)
    observed = 0.0
    for unit in units:
        within = sum(distance(a, b) for a, b in permutations(unit, 2))
        observed += within / (len(unit) - 1)
    expected = sum(distance(a, b) for a, b in permutations(every, 2))
    if not expected:
        return float("nan")
    return 1 - (observed / n) / (expected / (n * (n - 1)))


def differ(a, b):
    return float(a != b)


def jaccard(a, b):
    one, two = (set(x.split(";")) - {""} for x in (a, b))
    return 1 - len(one & two) / len(one | two) if one | two else 0.0


def masi(a, b):
    one, two = (set(x.split(";")) - {""} for x in (a, b))
    if one == two:
        return 0.0
    part = 2 / 3 if one <= two or two <= one else 1 / 3 if one & two else 0.0
    return 1 - (1 - jaccard(a, b)) * part


def loop_shares(units):
    """Units where all agree, and pairs of readings that agree."""
    units = [[code for code in unit if code is not None] for unit in units]
    units = [unit for unit in units if len(unit) > 1]
    pairs = [a == b for unit in units for a, b in permutations(unit, 2)]
    return sum(len(set(unit)) == 1 for unit in units) / len(units), sum(pairs) / len(pairs)


def as_numbers(table):
    """Coders x units with NaN, for the krippendorff package."""
    names = sorted({code for code in table.to_numpy(dtype=object).ravel() if code is not None})
    place = {name: float(number) for number, name in enumerate(names)} | {None: np.nan}
    return np.array([[place[code] for code in column] for column in table.to_numpy().T])


# ---------------------------------------------------------------- made-up codings

codings = st.integers(2, 4).flatmap(
    lambda coders: st.lists(
        st.lists(st.sampled_from(["x", "y", "z", None]), min_size=coders, max_size=coders),
        min_size=3,
        max_size=25,
    )
)
several = st.sampled_from(["", "x", "y", "x;y", "y;z", "x;y;z", None])
sets_of_codes = st.lists(st.lists(several, min_size=3, max_size=3), min_size=3, max_size=20)


def table_of(units):
    index = pd.Index([f"u{number:02d}" for number in range(len(units))])
    return pd.DataFrame(units, index, [f"coder {j}" for j in range(len(units[0]))], dtype=object)


def paired(units):
    return any(sum(code is not None for code in unit) > 1 for unit in units)


# ---------------------------------------------------------------- coefficients


@QUICK
@given(codings)
def test_alpha_of_coincidences_is_alpha_by_definition(units):
    assume(paired(units))
    cells, values = coded_cells(table_of(units))
    table = coincidence_matrices(cells[None], len(values))
    found = alpha_of_coincidences(table, values)[0]
    assert found == pytest.approx(loop_alpha(units, differ), nan_ok=True)


@QUICK
@given(codings)
def test_alpha_of_coincidences_is_that_of_another_package(units):
    table = table_of(units)
    cells, values = coded_cells(table)
    twice = [unit for unit in units if sum(code is not None for code in unit) > 1]
    assume(len({code for unit in twice for code in unit} - {None}) > 1)
    coincidences = coincidence_matrices(cells[None], len(values))
    wanted = krippendorff.alpha(as_numbers(table), level_of_measurement="nominal")
    assert alpha_of_coincidences(coincidences, values)[0] == pytest.approx(wanted)


@pytest.mark.parametrize("level", ["ordinal", "interval", "ratio"])
def test_alpha_at_the_other_levels_is_that_of_another_package(level):
    rng = np.random.default_rng(3)
    units = rng.integers(1, 6, (30, 3)).astype(object)
    units[rng.random((30, 3)) < 0.2] = None
    cells, values = coded_cells(pd.DataFrame(units, dtype=object), level=level)
    found = alpha_of_coincidences(coincidence_matrices(cells[None], len(values)), values, level)
    numbers = np.where(pd.isna(units), np.nan, units).astype(float).T
    assert found[0] == pytest.approx(krippendorff.alpha(numbers, level_of_measurement=level))


@QUICK
@given(codings)
def test_shares_of_agreement_by_definition(units):
    assume(paired(units))
    cells = coded_cells(table_of(units))[0][None]
    simple, pairs = loop_shares(units)
    assert simple_agreement(cells)[0] == pytest.approx(simple)
    assert holsti(cells)[0] == pytest.approx(pairs)


# ---------------------------------------------------------------- sets


@QUICK
@given(sets_of_codes, st.sampled_from([("masi", masi), ("jaccard", jaccard)]))
def test_alpha_of_sets_by_definition(units, kind):
    assume(paired(units))
    name, distance = kind
    found = set_agreement(table_of(units), name, draws=0, seed=1)
    assert found["alpha"] == pytest.approx(loop_alpha(units, distance), nan_ok=True)
    same = [[None if c is None else frozenset(c.split(";")) for c in unit] for unit in units]
    assert (found["simple"], found["holsti"]) == pytest.approx(loop_shares(same))


@QUICK
@given(sets_of_codes)
def test_codes_present_or_absent_by_definition(units):
    assume(paired(units))
    table = table_of(units)
    counts = presence_counts(table)
    assume(counts.codes)
    alphas = presence_alphas(counts, agreement_blocks(counts.units), 0, 1)[0]
    for code, found in zip(counts.codes, alphas, strict=True):
        cells = [[None if c is None else str(code in c.split(";")) for c in u] for u in units]
        assert found == pytest.approx(loop_alpha(cells, differ), nan_ok=True)
        yes_no = presence(table, code).to_numpy().tolist()
        assert yes_no == [
            [{None: None, "True": "yes", "False": "no"}[c] for c in unit] for unit in cells
        ]


def test_a_row_of_code_by_code_is_that_of_the_code_alone():
    rng = np.random.default_rng(5)
    cells = [";".join(c for c in "xyz" if rng.random() < 0.4) for _ in range(120)]
    table = table_of([cells[i : i + 3] for i in range(0, 120, 3)])
    rows = code_by_code(table, Settings(seed=4, draws=300, tosses=300))
    for row in rows.to_dict("records"):
        alone = code_agreement(
            presence(table, row["code"]), Settings(seed=4, draws=300, tosses=300)
        )
        for name in ("alpha", "low", "high", "twin", "simple", "holsti", "ac1", "rarer"):
            assert row[name] == pytest.approx(alone[name]), name
        assert row["verdict"] == alone["verdict"]


# ---------------------------------------------------------------- final codes


def loop_final(unit, kinds):
    """The code of one unit by its rule, in words: most votes, then the better kind, then open."""
    votes = [(code, kind) for code, kind in zip(unit, kinds, strict=True) if code is not None]
    if not votes:
        return ""
    left = {code for code, _ in votes}
    left = {c for c in left if votes_of(c, votes) == max(votes_of(d, votes) for d in left)}
    for kind in ("gold", "person", "machine"):
        mine = [vote for vote in votes if vote[1] == kind and vote[0] in left]
        if len(left) > 1 and mine:
            top = max(votes_of(code, mine) for code in left)
            left = {code for code in left if votes_of(code, mine) == top}
    return left.pop() if len(left) == 1 else ""


def votes_of(code, votes):
    return sum(given == code for given, _ in votes)


@QUICK
@given(codings, st.data())
def test_final_codes_by_the_rule_in_words(units, data):
    kinds = data.draw(
        st.lists(
            st.sampled_from(["gold", "person", "machine"]),
            min_size=len(units[0]),
            max_size=len(units[0]),
        )
    )
    table = table_of(units)
    decided = final_codes(table, dict(zip(table.columns, kinds, strict=True)))
    assert decided["code"].tolist() == [loop_final(unit, kinds) for unit in units]


# ---------------------------------------------------------------- the project's own corpus


def test_the_projects_corpus_matched_by_place(data_corpus):
    """Frame and valence, over the claims that coders share and with absence counted."""
    names = match_by_place(data_corpus.codings)
    rows = pd.concat(
        [
            table.drop(columns="claim_id").assign(coder=coder, claim_id=names[coder])
            for coder, table in data_corpus.codings.items()
        ],
        ignore_index=True,
    )
    for variable in ("driver", "valence"):
        table = aligned_codes(rows, variable)
        cells, values = coded_cells(table)
        found = alpha_of_coincidences(coincidence_matrices(cells[None], len(values)), values)[0]
        assert found == pytest.approx(loop_alpha(table.to_numpy().tolist(), differ))
        home = rows.drop_duplicates("claim_id").set_index("claim_id")["unit_id"]
        lacking = with_absence(table, home.loc[table.index].tolist())
        cells, values = coded_cells(lacking)
        absent = alpha_of_coincidences(coincidence_matrices(cells[None], len(values)), values)[0]
        by_hand = [["-" if c is None else c for c in unit] for unit in table.to_numpy().tolist()]
        assert absent == pytest.approx(loop_alpha(by_hand, differ))
        package = krippendorff.alpha(as_numbers(lacking), level_of_measurement="nominal")
        assert absent == pytest.approx(package)
        assert absent < found


def test_sets_read_from_rows_are_those_of_loops():
    rng = np.random.default_rng(8)
    rows = pd.DataFrame(
        {
            "unit_id": [f"u{rng.integers(9)}" for _ in range(60)],
            "coder": [f"c{rng.integers(3)}" for _ in range(60)],
            "frame": [";".join(rng.choice(list("xyz"), rng.integers(0, 3))) for _ in range(60)],
        }
    )
    wanted = {}
    for row in rows.itertuples():
        held = wanted.setdefault((row.unit_id, row.coder), set())
        held |= set(row.frame.split(";")) - {""}
    found = code_sets(rows)
    for unit in found.index:
        for coder in found.columns:
            held = wanted.get((unit, coder))
            assert found.loc[unit, coder] == (None if held is None else ";".join(sorted(held)))


@QUICK
@given(sets_of_codes)
def test_alpha_of_coincidences_of_sets_by_definition(units):
    given_sets = [[c if c else None for c in unit] for unit in units]
    assume(paired(given_sets))
    cells, values = coded_cells(table_of(given_sets), level="set")
    table = coincidence_matrices(cells[None], len(values))
    found = alpha_of_coincidences(table, values, "set")[0]
    assert found == pytest.approx(loop_alpha(given_sets, masi), nan_ok=True)


# ---------------------------------------------------------------- look-alikes of public corpora


def articles(seed=3):
    """Invented: articles read by two or three of four coders, yes/no codes, one nearly always."""
    rng = np.random.default_rng(seed)
    rates = {"v": 0.6, "w": 0.3, "x": 0.1, "y": 0.45, "always": 1.0}
    rows = []
    for article in range(150):
        readers = rng.choice(4, rng.choice([2, 3]), replace=False, p=[0.42, 0.4, 0.04, 0.14])
        truth = {code: rng.random() < rate for code, rate in rates.items()}
        for coder in readers:
            for code, rate in rates.items():
                blind = code == "y" or (code != "always" and rng.random() < 0.3)
                if (rng.random() < rate) if blind else truth[code]:
                    rows.append((f"a{article:03d}", f"w{coder}", code))
    return pd.DataFrame(rows, columns=["unit_id", "coder", "frame"])


def test_a_look_alike_of_climate_articles():
    rows = articles()
    table = agreement_by_design(
        rows, ["frame"], Settings(seed=1, draws=400, tosses=400), design=design_of(rows)
    )
    held = {}
    for row in rows.itertuples():
        held.setdefault(row.unit_id, {}).setdefault(row.coder, set()).add(row.frame)
    units = [list(by_coder.values()) for by_coder in held.values()]
    joined = [[";".join(sorted(codes)) for codes in unit] for unit in units]
    found = table.set_index(["counting", "code"])["alpha"]
    assert found["sets, MASI", ""] == pytest.approx(loop_alpha(joined, masi))
    assert found["sets, Jaccard", ""] == pytest.approx(loop_alpha(joined, jaccard))
    for code in "vwxy":
        yes_no = [[code in codes for codes in unit] for unit in units]
        assert found["present or absent", code] == pytest.approx(loop_alpha(yes_no, differ))
    words = table[table["code"] != ""].set_index("code")["verdict"].to_dict()
    assert words["always"] == "no variation"
    assert words["y"] == "no agreement"
    assert words["v"] in ("weak", "tentative")


def test_a_look_alike_of_posts_of_six_coders():
    rng = np.random.default_rng(4)
    rows = pd.DataFrame(
        [(f"p{post:02d}", f"c{coder}") for post in range(45) for coder in range(6)],
        columns=["unit_id", "coder"],
    )
    rows["type"] = np.repeat(rng.choice(["photo", "link", "video"], 45), 6)
    wrong = rng.random(len(rows)) < 0.2
    rows["tone"] = np.where(wrong, rng.choice(["photo", "link"], len(rows)), rows["type"])
    table = agreement_by_design(
        rows, ["type", "tone"], Settings(seed=1, draws=200, tosses=200), design="one code"
    ).set_index("variable")
    for name in ("type", "tone"):
        units = [part[name].tolist() for _, part in rows.groupby("unit_id")]
        row = table.loc[name]
        assert row["alpha"] == pytest.approx(loop_alpha(units, differ))
        assert (row["simple"], row["holsti"]) == pytest.approx(loop_shares(units))
        numbers = as_numbers(pd.DataFrame(units, dtype=object))
        package = krippendorff.alpha(numbers, level_of_measurement="nominal")
        assert row["alpha"] == pytest.approx(package)
    assert table.loc["type", "alpha"] == 1
    assert table.loc["type", "low"] < 1
