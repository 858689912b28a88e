"""Agreement of every design, with its interval, its noise twin and a verdict."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frameline.corpus.matching import match_by_place
from frameline.corpus.readings import design_of
from frameline.measures.coded_rows import units_with_examples
from frameline.measures.designs import (
    COLUMNS,
    Settings,
    agreement_by_design,
    code_agreement,
)
from frameline.measures.verdicts import VERDICTS, verdict


def by_design(rows, variables, settings, **given):
    return agreement_by_design(rows, variables, settings, design=design_of(rows), **given)


CASES = Path(__file__).parents[1] / "corpora" / "agreement"
QUICK = Settings(seed=7, draws=500, tosses=500)


def case(name):
    rows = pd.read_csv(CASES / f"{name}.csv", dtype="str", keep_default_na=False)
    rows = rows.rename(columns={"document": "doc_id", "frame (several)": "frame"})
    if "unit" in rows.columns:
        return rows.assign(unit_id=rows["doc_id"] + "." + rows["unit"])
    return rows.assign(unit_id=rows["doc_id"])


def test_coins_tossed_for_several_codes_are_no_agreement():
    table = by_design(case("noise-multilabel"), ["frame"], QUICK)
    codes = table[table["counting"] == "present or absent"]
    assert codes["alpha"].round(2).between(-0.05, 0.09).all()
    assert table[table["level"] == "set"]["alpha"].abs().max() < 0.05
    assert (table["low"] < table["high"]).all()
    assert set(table["verdict"]) == {"no agreement"}
    assert (table["alpha"] < table["twin_high"]).mean() > 0.8
    assert (table["simple"] < table["simple_twin_high"] + 0.1).all()


def test_two_layouts_of_one_coding_give_one_answer():
    wide, long = (
        by_design(case(name), ["frame"], QUICK, levels={"frame": "set"})
        for name in ("set-multilabel", "long-multilabel")
    )
    pd.testing.assert_frame_equal(wide, long)
    assert (wide.loc[wide["level"] == "set", "simple"] == 0).all()  # they differ in 6 of 6 units
    assert (wide["alpha"] < 1).all()


def test_variables_without_a_role_are_measured():
    names = ["frame", "tone_of_post", "blames_council"]
    table = by_design(case("roleless-variables"), names, QUICK).set_index("variable")
    assert table.index.tolist() == names
    assert table.loc["frame", "verdict"] == "rely"
    for name in names[1:]:
        assert abs(table.loc[name, "alpha"]) < 0.15
        assert table.loc[name, "verdict"] == "no agreement"


ONE = pd.DataFrame({"unit_id": list("uvw"), "coder": "a", "frame": list("xyx")})


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        (ONE, "only one coder"),
        (ONE[:0], "no codes"),
        (ONE.assign(coder=list("abc")), "no unit was coded by two coders"),
        (pd.concat([ONE, ONE], ignore_index=True), "no unit was read by two coders"),
        (
            pd.concat([ONE, ONE]).assign(anchor="an anchor", claim_id=list("cdefgh")),
            "only one coder",
        ),
    ],
)
def test_nothing_to_compare_is_said_and_not_judged(rows, reason):
    table = by_design(rows, ["frame"], QUICK)
    assert set(table["reason"]) == {reason}
    assert set(table["verdict"]) == {"not measured"}
    assert table[["alpha", "low", "high", "twin"]].isna().to_numpy().all()


def test_two_coders_of_whole_documents():
    """A document is the unit where no unit is named; what both read is compared as sets."""
    table = by_design(case("two-coders"), ["frame"], QUICK)
    assert set(table["n_units"]) == {2}
    assert table["counting"].unique().tolist() == [
        "sets, MASI", "sets, Jaccard", "present or absent"
    ]  # fmt: skip
    assert (table.loc[table["level"] == "set", "simple"] == 0).all()


def test_alpha_of_a_rare_code_is_no_verdict():
    rows = pd.DataFrame(
        {
            "unit_id": [f"u{i:02d}" for i in range(60)] * 2,
            "coder": ["a"] * 60 + ["b"] * 60,
            "frame": ["x"] * 58 + ["y"] * 2 + ["x"] * 58 + ["y"] * 2,
        }
    )
    row = by_design(rows, ["frame"], QUICK).iloc[0]
    assert (row["alpha"], row["rarer"], row["verdict"]) == (1.0, 4, "no variation")


def test_the_stricter_figure_leaves_units_out():
    rng = np.random.default_rng(3)
    codes = rng.choice(list("xy"), 80)
    other = np.where(np.arange(80) < 40, codes, rng.choice(list("xy"), 80))
    rows = pd.DataFrame(
        {
            "unit_id": [f"u{i:02d}" for i in range(80)] * 2,
            "coder": ["a"] * 80 + ["b"] * 80,
            "frame": [*codes, *other],
        }
    )
    examples = {f"u{i:02d}" for i in range(40)}
    strict = Settings(seed=7, draws=100, tosses=100, examples=examples)
    row = by_design(rows, ["frame"], strict).iloc[0]
    alone = by_design(rows[~rows["unit_id"].isin(examples)], ["frame"], QUICK).iloc[0]
    assert row["n_without_examples"] == 40
    assert row["alpha_without_examples"] == alone["alpha"]
    assert row["alpha"] > row["alpha_without_examples"]


@pytest.mark.parametrize(("units", "coders", "size"), [(50, 2, 3), (100, 3, 2), (40, 6, 2)])
def test_coin_tossers_pass_no_more_often_than_chance(units, coders, size):
    """A corpus of noise should be taken for agreement in at most one of forty."""
    rng = np.random.default_rng(units)
    quick = Settings(seed=1, draws=200, tosses=200)
    words = []
    for _ in range(40):
        habits = rng.dirichlet(np.full(size, 3.0), coders)
        codes = {f"c{j}": rng.choice(size, units, p=habits[j]).astype(str) for j in range(coders)}
        words.append(code_agreement(pd.DataFrame(codes), quick)["verdict"])
    assert words.count("no agreement") >= 39


def test_verdicts_are_by_the_lower_end():
    assert verdict(0.8, 0.1, 99) == "rely"
    assert verdict(0.7999, 0.1, 99) == "tentative"
    assert verdict(0.6669, 0.1, 99) == "weak"
    assert verdict(0.1, 0.1, 99) == "no agreement"
    assert verdict(0.0, -0.1, 99) == "no agreement"
    assert verdict(0.9, 0.1, 9) == "no variation"
    assert verdict(float("nan"), 0.1, 10) == "not measured"


claims = st.lists(
    st.tuples(
        st.sampled_from(["s1", "s2", "s3", "s4"]),
        st.sampled_from(["ann", "bob", "cy"]),
        st.sampled_from(["x", "y", ""]),
        st.sampled_from(["cheap gas", "old fears", "gas and old fears"]),
    ),
    min_size=2,
    max_size=24,
)


@settings(max_examples=25, deadline=None)
@given(claims, st.permutations(["ann", "bob", "cy"]), st.booleans())
def test_names_of_coders_change_no_number(rows, names, placed):
    table = pd.DataFrame(rows, columns=["unit_id", "coder", "frame", "anchor"])
    if not placed:
        table = table[table["frame"] != ""].drop(columns="anchor")
    renamed = table.assign(
        coder=table["coder"].map(dict(zip(["ann", "bob", "cy"], names, strict=True)))
    )
    few = Settings(seed=5, draws=30, tosses=30, set_tosses=5)
    one, other = (by_design(matched(some), ["frame"], few) for some in (table, renamed))
    pd.testing.assert_frame_equal(one, other)


def matched(rows):
    tables = {
        coder: rows[rows["coder"] == coder].reset_index(drop=True)
        for coder in sorted(set(rows["coder"]))
    }
    names = match_by_place(tables)
    parts = [table.assign(claim_id=names[coder]) for coder, table in tables.items()]
    return pd.concat(parts, ignore_index=True) if parts else rows.assign(claim_id="")


def test_claims_without_names_of_matched_claims_are_refused():
    rows = pd.DataFrame(
        {"unit_id": ["s", "s"], "coder": ["a", "a"], "anchor": ["one", "two"], "frame": ["x", "y"]}
    )
    with pytest.raises(ValueError, match="claim_id"):
        by_design(rows, ["frame"], QUICK)


@pytest.fixture(scope="module")
def of_the_corpus(data_corpus):
    """The project's own corpus: every coded variable of its claims."""
    rows = matched(
        pd.concat(
            [
                table.drop(columns="claim_id").assign(coder=coder)
                for coder, table in data_corpus.codings.items()
            ],
            ignore_index=True,
        )
    )
    coded = [v for v in data_corpus.codebook.layer("claims") if v.codes and v.name in rows.columns]
    examples = pd.DataFrame(
        [(code.example, code.example_place) for v in coded for code in v.codes],
        columns=["example", "example_place"],
    )
    examples = examples[examples["example_place"] != ""]
    homes = rows.drop_duplicates("claim_id").set_index("claim_id")
    chosen = Settings(
        seed=1, draws=400, tosses=200,
        groups=homes[["para_group", "doc_id", "unit_id"]],
        examples=units_with_examples(examples, data_corpus.units, rows),
    )  # fmt: skip
    read = pd.concat(
        [data_corpus.units[["unit_id"]].assign(coder=coder) for coder in data_corpus.codings]
    )
    return coded, by_design(
        rows, [v.name for v in coded], chosen, read=read,
        levels={v.name: "set" if v.multiple else v.level for v in coded},
        orders={v.name: v.order for v in coded if v.level == "ordinal"},
        categories={v.name: len(v.codes) for v in coded},
    )  # fmt: skip


def test_every_coded_variable_of_the_corpus_has_both_countings(of_the_corpus):
    coded, table = of_the_corpus
    assert list(table.columns) == list(COLUMNS)
    assert any(not variable.role for variable in coded)
    for variable in coded:
        both = table[table["variable"] == variable.name].set_index("counting")
        assert both.index.tolist() == ["matched claims", "claims, absence counted"]
        assert both["n_units"].is_monotonic_increasing
    required = table[table["n_units"] > 200].pivot_table(
        index="variable", columns="counting", values="alpha"
    )
    assert (required["claims, absence counted"] < required["matched claims"]).all()


def test_no_row_of_the_corpus_lacks_what_is_to_be_printed(of_the_corpus):
    _, table = of_the_corpus
    assert (table["low"] < table["high"]).all()
    printed = ["alpha", "twin", "twin_high", "simple", "simple_twin", "holsti"]
    assert table[printed].notna().to_numpy().all()
    assert set(table["verdict"]) <= set(VERDICTS)
    many = table[table["n_units"] > 200]
    assert many[["ac1", "alpha_without_examples"]].notna().sum().min() >= len(many) - 2
    assert many["p_below"].between(0, 1).all()
    assert (many["n_without_examples"] < many["n_units"]).all()
