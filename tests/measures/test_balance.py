"""Net valence and balances: paper examples, properties, naive loops with the same draws."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frameline.measures.balance import balance_by_code, net, net_valence
from frameline.measures.clusters import clusters
from frameline.measures.intervals import share_interval
from frameline.measures.prevalence import widen
from frameline.measures.resampling import block_weights, coder_picks, jeffreys

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
    table = balance_by_code(TEXT, draws=50, seed=1).set_index("code")
    assert table["balance"].to_dict() == {"ARM": 1 / 8, "ECO": 1 / 8, "HIS": -2 / 8, "NON": 0}
    assert table["k"].to_dict() == {"ARM": 3, "ECO": 2, "HIS": 2, "NON": 1}
    assert table.loc["ECO", "ambivalent"] == 1
    assert set(table["n"]) == {8}
    assert table["balance"].sum() == 0  # (B - D) / n of the whole text
    assert table.loc["NON", "method"] == "Jeffreys"
    most = jeffreys(0, 8)[1]
    assert tuple(table.loc["NON", ["low", "high"]]) == (-most, most)


def test_two_paragraphs_give_counts_only():
    row = net_valence(claims_of([("t", 1, "X", 1), ("t", 2, "X", -1), ("t", 2, "X", 1)])).iloc[0]
    assert row["net"] == pytest.approx(1 / 3)
    assert np.isnan(row["low"])
    assert row["note"] == "counts only"
    row = net_valence(claims_of([("t", i, "X", 0) for i in range(5)])).iloc[0]
    assert row[["net", "low", "high"]].isna().all()


def test_balance_of_one_code_in_one_direction():
    text = claims_of([("t", i, "X", -1) for i in range(4)])
    row = balance_by_code(text, draws=10).iloc[0]
    assert (row["low"], row["high"]) == (-1, pytest.approx(-jeffreys(4, 4)[0]))
    text = claims_of([("t", i, "X", 1) for i in range(4)])
    row = balance_by_code(text, draws=10).iloc[0]
    assert (row["low"], row["high"]) == (pytest.approx(jeffreys(4, 4)[0]), 1)


# Against a naive loop ------------------------------------------------------------------------


def resampled(text, draw, groups):
    """Row numbers of one bootstrap draw."""
    places = []
    for group, times in zip(groups, draw, strict=True):
        places += np.flatnonzero(text["para_group"] == group).tolist() * int(times)
    return places


CODED = {
    "valence": pd.DataFrame(
        {
            "x": ["B", "B", "D", "D", "B", "A", "N", "D"],
            "y": ["B", "A", None, "D", "B", "B", "N", "B"],
        },
        index=TEXT["claim_id"],
    ),
    "frame": pd.DataFrame(
        {
            "x": ["ARM", "ARM", "ARM", "HIS", "ECO", "ECO", "NON", "HIS"],
            "y": ["ARM", "ECO", None, "HIS", "ECO", "ARM", "NON", "ARM"],
        },
        index=TEXT["claim_id"],
    ),
}


def test_redrawn_codes_equal_a_naive_loop_with_the_same_draws():
    draws, seed = 60, 2
    weights = block_weights(TEXT["para_group"], draws, seed, documents=TEXT["doc_id"])
    picks = coder_picks(TEXT["claim_id"], 2, draws, seed, documents=TEXT["doc_id"])
    groups = np.unique(TEXT["para_group"])
    balances = []
    signs = {"B": 1, "D": -1, "A": 0, "N": 0}
    for draw in range(draws):
        held, by_code = 0, {}
        for i in resampled(TEXT, weights[draw], groups):
            valence = CODED["valence"].iloc[i, picks[draw, i]]
            if valence is None or pd.isna(valence):
                continue
            frame = CODED["frame"].iloc[i, picks[draw, i]]
            held += 1
            by_code[frame] = by_code.get(frame, 0) + signs[valence]
        balances.append(
            [by_code.get(c, 0) / held if held else np.nan for c in ("ARM", "ECO", "HIS", "NON")]
        )
    table = balance_by_code(TEXT, draws=draws, seed=seed, coded=CODED)
    wide = widen(table["low"], table["high"], np.array(balances))
    assert table["coded_low"].to_numpy() == pytest.approx(wide[0])
    assert table["coded_high"].to_numpy() == pytest.approx(wide[1])


def test_coders_who_agree_add_nothing():
    same = {role: pd.DataFrame({"x": TEXT[role], "y": TEXT[role]}).set_index(TEXT["claim_id"])
            for role in ("valence", "frame")}  # fmt: skip
    table = balance_by_code(TEXT, draws=200, seed=1, coded=same)
    for end in ("low", "high"):
        assert table[f"coded_{end}"].tolist() == table[end].tolist()


def test_coders_who_disagree_widen_the_interval():
    text = claims_of([("t", i, "X", 1 if i % 4 else -1) for i in range(40)])
    other = text["valence"].map({"B": "D", "D": "B"})
    coded = {
        "valence": pd.DataFrame({"x": text["valence"], "y": other}).set_index(text["claim_id"]),
        "frame": pd.DataFrame({"x": "X", "y": "X"}, index=text["claim_id"]),
    }
    row = balance_by_code(text, draws=300, seed=1, coded=coded).iloc[0]
    assert row["coded_low"] < row["low"]


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
    coded = {
        role: pd.DataFrame({"x": text[role], "y": text[role].iloc[0]}).set_index(text["claim_id"])
        for role in ("valence", "frame")
    }
    key = ["doc_id", "code"]
    first = balance_by_code(text, draws=25, seed=3, coded=coded)
    second = balance_by_code(text.iloc[order], draws=25, seed=3, coded=coded)
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
    balances = balance_by_code(text, draws=25)
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
