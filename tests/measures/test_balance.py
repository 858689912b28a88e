"""Net valence and balances: paper examples, properties, naive loops with the same draws."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frameline.measures.balance import balance_by_code, net, net_valence
from frameline.measures.clusters import clusters
from frameline.measures.intervals import share_interval

quick = settings(deadline=None, max_examples=30)

VALENCE = {1: "B", -1: "D", 0: "A", None: "N"}


def claims_of(rows):
    """A claims table from (doc_id, paragraph, frame, sign) rows."""
    table = pd.DataFrame(
        [(doc, f"{doc}.{para}", frame) for doc, para, frame, _ in rows],
        columns=["doc_id", "para_group", "frame"],
    )
    table["claim_id"] = [f"c{i:02}" for i in range(len(table))]
    table["sign"] = pd.array([sign for *_, sign in rows], dtype="Float64")
    table["valence"] = [VALENCE[sign] for *_, sign in rows]
    return table


TEXT = claims_of(
    [
        ("t", 1, "ARM", 1),
        ("t", 1, "ARM", 1),
        ("t", 2, "ARM", -1),
        ("t", 2, "HIS", -1),
        ("t", 3, "ECO", 1),
        ("t", 3, "ECO", 0),
        ("t", 4, "NON", None),
        ("t", 4, "HIS", -1),
    ]
)
# On paper: B 3, D 3, A 1, no valence 1; ARM +2 -1, ECO +1 (1 ambivalent), HIS -2, NON nothing.


def test_net_valence_on_paper():
    row = net_valence(TEXT).iloc[0]
    counts = ["binding", "dividing", "ambivalent", "unsigned", "n", "signed", "groups"]
    assert row[counts].tolist() == [3, 3, 1, 1, 8, 6, 4]
    assert row["net"] == 0
    assert row["note"] == "few paragraphs"


def test_ambivalent_claims_enter_the_second_formula_only():
    assert net([3, 1, 1]) == pytest.approx(2 / 4)
    assert net([3, 1, 1], ambivalent=True) == pytest.approx(2 / 5)


def test_the_interval_is_that_of_the_share_of_binding_claims():
    found = net_valence(TEXT, usual=0.4).iloc[0]
    share = share_interval(clusters(TEXT, "sign"), ["binding"], usual=0.4).iloc[0]
    for column in ("low", "high", "sceptical_low", "sceptical_high"):
        assert found[column] == pytest.approx(2 * share[column] - 1, nan_ok=True)
    assert found["n"] > found["signed"] == share["n"]


def test_a_text_of_one_side_needs_no_rule_of_its_own():
    row = net_valence(claims_of([("t", i, "X", 1) for i in range(10)])).iloc[0]
    assert row["high"] == 1
    assert 0 < row["low"] < 0.6


def test_balances_on_paper_and_their_sum():
    table = balance_by_code(TEXT).set_index("code")
    assert table["balance"].to_dict() == {"ARM": 1 / 8, "ECO": 1 / 8, "HIS": -2 / 8, "NON": 0}
    assert table["k"].to_dict() == {"ARM": 3, "ECO": 2, "HIS": 2, "NON": 1}
    assert table.loc["ECO", "ambivalent"] == 1
    assert set(table["n"]) == {8}
    assert table["balance"].sum() == 0  # (B - D) / n of the whole text
    none = table.loc["NON", ["low", "high"]]
    assert none["low"] == -none["high"] < 0  # nothing found is not nothing there


def test_two_paragraphs_give_counts_only():
    row = net_valence(claims_of([("t", 1, "X", 1), ("t", 2, "X", -1), ("t", 2, "X", 1)])).iloc[0]
    assert row["net"] == pytest.approx(1 / 3)
    assert np.isnan(row["low"])
    assert row["note"] == "counts only"
    row = net_valence(claims_of([("t", i, "X", 0) for i in range(5)])).iloc[0]
    assert row[["net", "low", "high"]].isna().all()


def test_balance_of_one_code_in_one_direction():
    for sign in (1, -1):
        row = balance_by_code(claims_of([("t", i, "X", sign) for i in range(10)])).iloc[0]
        near, far = sorted([sign * row["low"], sign * row["high"]])
        assert far == 1
        assert 0 < near < 0.6


def test_the_limits_are_those_of_both_shares_combined():
    """By hand: Wilson limits of the two shares, with the correlation of a multinomial."""
    table = balance_by_code(TEXT, codes=["ARM"])
    sides = clusters(TEXT.assign(part=TEXT["frame"] + TEXT["sign"].map(str)), "part")
    row = table.iloc[0]
    assert row["low"] < row["balance"] < row["high"]
    assert sides["t"].cases == row["n"]


@pytest.mark.parametrize(("groups", "icc"), [(8, 0.15), (8, 0.45), (23, 0.45), (60, 0.15)])
def test_intervals_of_balances_cover(groups, icc):
    """500 texts of a known balance: the interval holds it in 95 of 100, less two errors."""
    generator = np.random.default_rng([groups, int(100 * icc)])
    shares = np.array([0.12, 0.06, 0.3, 0.22, 0.3])  # ARM +, ARM -, ECO +, ECO -, other
    names, signs = ["ARM", "ARM", "ECO", "ECO", "NON"], [1, -1, 1, -1, None]
    truth = {"ARM": 0.06, "ECO": 0.08, "NON": 0.0}
    inside, told = dict.fromkeys(truth, 0), 0
    for _ in range(250):
        rows = []
        for group in range(groups):
            own = generator.dirichlet(shares * (1 - icc) / icc)
            drawn = generator.choice(5, size=generator.integers(1, 8), p=own)
            rows += [("t", group, names[i], signs[i]) for i in drawn]
        table = balance_by_code(claims_of(rows), codes=list(truth))
        told += 1
        for row in table.to_dict("records"):
            inside[row["code"]] += row["low"] <= truth[row["code"]] <= row["high"]
            assert row["high"] > row["low"]
    for code, times in inside.items():
        assert times / told >= 0.93 - 2 * (0.05 * 0.95 / told) ** 0.5, code


# Properties ----------------------------------------------------------------------------------

rows_of_claims = st.lists(
    st.tuples(
        st.sampled_from("ab"),
        st.integers(1, 5),
        st.sampled_from("XYZ"),
        st.sampled_from([1, -1, 0, None]),
    ),
    min_size=1,
    max_size=30,
)


@given(rows=rows_of_claims, data=st.data())
@quick
def test_the_order_of_the_rows_does_not_matter(rows, data):
    text = claims_of(rows)
    order = list(data.draw(st.permutations(range(len(text)))))
    key = ["doc_id", "code"]
    first = balance_by_code(text)
    second = balance_by_code(text.iloc[order])
    pd.testing.assert_frame_equal(
        first.sort_values(key, ignore_index=True), second.sort_values(key, ignore_index=True)
    )
    # The order of paragraphs matters to the sceptical line alone.
    plain = ["doc_id", "binding", "dividing", "net", "low", "high"]
    nets = [net_valence(t).sort_values("doc_id", ignore_index=True) for t in
            (text, text.iloc[order])]  # fmt: skip
    pd.testing.assert_frame_equal(nets[0][plain], nets[1][plain])


@given(rows=rows_of_claims)
@quick
def test_swapping_the_signs_mirrors_everything(rows):
    text = claims_of(rows)
    mirrored = text.assign(sign=-text["sign"])
    first, second = net_valence(text), net_valence(mirrored)
    for left, right in (("net", "net"), ("low", "high"), ("high", "low")):
        assert first[left].to_numpy() == pytest.approx(-second[right].to_numpy(), nan_ok=True)
    assert (first["binding"] == second["dividing"]).all()


@given(rows=rows_of_claims)
@quick
def test_counts_add_up_and_limits_stay_in_range(rows):
    text = claims_of(rows)
    table = net_valence(text)
    parts = table[["binding", "dividing", "ambivalent", "unsigned"]].sum(axis=1)
    assert (parts == table["n"]).all()
    numbers = table[["net", "low", "high"]].to_numpy(dtype=float)
    assert np.all(np.isnan(numbers) | (np.abs(numbers) <= 1))
    balances = balance_by_code(text)
    whole = (table["binding"] - table["dividing"]) / table["n"]
    assert balances.groupby("doc_id", sort=False)["balance"].sum().to_numpy() == pytest.approx(
        whole.to_numpy()
    )


@given(rows=rows_of_claims)
@quick
def test_dropping_a_text_leaves_the_other_alone(rows):
    text = claims_of([*rows, ("a", 1, "X", 1), ("b", 1, "X", 1)])
    both = net_valence(text, usual=0.5)
    alone = net_valence(text[text["doc_id"] == "b"], usual=0.5)
    kept = both[both["doc_id"] == "b"].reset_index(drop=True)
    pd.testing.assert_frame_equal(kept, alone)


def test_the_interval_closes_in_on_the_net_of_a_long_text():
    text = claims_of([("t", i, "X", 1 if i % 4 else -1) for i in range(400)])
    row = net_valence(text).iloc[0]
    assert row["low"] < row["net"] < row["high"]
    # net = 2p - 1 with p = .75: standard error 2 x .0217.
    assert row["high"] - row["low"] == pytest.approx(4 * 1.96 * 0.0217, rel=0.15)


def test_net_of_nothing_is_undefined():
    assert np.isnan(net([0, 0, 4]))
    assert net([0, 0, 4], ambivalent=True) == 0
