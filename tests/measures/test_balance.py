"""Net valence and balances: paper examples, properties, naive loops with the same draws."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frameline.measures.balance import balance_by_code, net, net_limits, net_valence
from frameline.measures.prevalence import widen
from frameline.measures.resampling import block_weights, coder_picks, interval, jeffreys

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
    row = net_valence(TEXT, draws=50, seed=1).iloc[0]
    assert row[["binding", "dividing", "ambivalent", "unsigned", "n", "groups"]].tolist() == [
        3, 3, 1, 1, 8, 4,
    ]  # fmt: skip
    assert row["net"] == 0
    assert row["method"] == "bootstrap"


def test_ambivalent_claims_enter_the_second_formula_only():
    text = claims_of([("t", i, "X", sign) for i, sign in enumerate([1, 1, 1, -1, 0, None])])
    assert net_valence(text, draws=10)["net"].item() == pytest.approx(2 / 4)
    assert net_valence(text, draws=10, ambivalent=True)["net"].item() == pytest.approx(2 / 5)


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


@pytest.mark.parametrize(
    ("counts", "ambivalent", "low", "high"),
    [
        ((5, 0, 2), False, 2 * jeffreys(5, 5)[0] - 1, 1),
        ((0, 5, 0), True, -1, 1 - 2 * jeffreys(5, 5)[0]),
        ((0, 0, 5), True, -jeffreys(0, 5)[1], jeffreys(0, 5)[1]),
    ],
)
def test_one_sided_texts_get_jeffreys_limits(counts, ambivalent, low, high):
    found = net_limits(counts, np.ones((10, 3)), groups=5, ambivalent=ambivalent)
    assert found == (pytest.approx(low), pytest.approx(high), "Jeffreys")


@pytest.mark.parametrize(
    ("counts", "draws", "groups", "method"),
    [
        ((0, 0, 3), 10, 5, "no cases"),
        ((1, 1, 0), 0, 5, "none"),
        ((1, 1, 0), 10, 2, "too few groups"),
    ],
)
def test_no_interval_says_why(counts, draws, groups, method):
    low, high, why = net_limits(counts, np.ones((draws, 3)), groups)
    assert np.isnan(low)
    assert np.isnan(high)
    assert why == method


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


@pytest.mark.parametrize("ambivalent", [False, True])
def test_vectorised_net_equals_a_naive_loop_with_the_same_draws(ambivalent):
    weights = block_weights(TEXT["para_group"], 80, 2, documents=TEXT["doc_id"])
    groups = np.unique(TEXT["para_group"])
    values = []
    for draw in weights:
        signs = TEXT["sign"].iloc[resampled(TEXT, draw, groups)].dropna()
        signs = signs if ambivalent else signs[signs != 0]
        values.append(float(signs.mean()) if len(signs) else np.nan)
    row = net_valence(TEXT, draws=80, seed=2, ambivalent=ambivalent).iloc[0]
    assert (row["low"], row["high"]) == pytest.approx(tuple(map(float, interval(np.array(values)))))


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
    nets, balances = [], []
    signs = {"B": 1, "D": -1, "A": 0, "N": 0}
    for draw in range(draws):
        held, total, by_code = 0, {"B": 0, "D": 0, "A": 0, "N": 0}, {}
        for i in resampled(TEXT, weights[draw], groups):
            valence = CODED["valence"].iloc[i, picks[draw, i]]
            if valence is None or pd.isna(valence):
                continue
            frame = CODED["frame"].iloc[i, picks[draw, i]]
            held += 1
            total[valence] += 1
            by_code[frame] = by_code.get(frame, 0) + signs[valence]
        directed = total["B"] + total["D"]
        nets.append((total["B"] - total["D"]) / directed if directed else np.nan)
        balances.append(
            [by_code.get(c, 0) / held if held else np.nan for c in ("ARM", "ECO", "HIS", "NON")]
        )
    row = net_valence(TEXT, draws=draws, seed=seed, coded=CODED).iloc[0]
    wide = widen([row["low"]], [row["high"]], np.array(nets)[:, None]).ravel()
    assert row[["coded_low", "coded_high"]].tolist() == pytest.approx(wide.tolist())
    table = balance_by_code(TEXT, draws=draws, seed=seed, coded=CODED)
    wide = widen(table["low"], table["high"], np.array(balances))
    assert table["coded_low"].to_numpy() == pytest.approx(wide[0])
    assert table["coded_high"].to_numpy() == pytest.approx(wide[1])


def test_coders_who_agree_add_nothing():
    same = pd.DataFrame({"x": TEXT["valence"], "y": TEXT["valence"]}).set_index(TEXT["claim_id"])
    row = net_valence(TEXT, draws=200, seed=1, coded={"valence": same}).iloc[0]
    assert (row["coded_low"], row["coded_high"]) == (row["low"], row["high"])


def test_coders_who_disagree_widen_the_interval():
    text = claims_of([("t", i, "X", 1 if i % 4 else -1) for i in range(40)])
    other = text["valence"].map({"B": "D", "D": "B"})
    coded = pd.DataFrame({"x": text["valence"], "y": other}).set_index(text["claim_id"])
    row = net_valence(text, draws=300, seed=1, coded={"valence": coded}).iloc[0]
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
    for measure, key in ((net_valence, ["doc_id"]), (balance_by_code, ["doc_id", "code"])):
        first = measure(text, draws=25, seed=3, coded=coded)
        second = measure(text.iloc[order], draws=25, seed=3, coded=coded)
        pd.testing.assert_frame_equal(
            first.sort_values(key, ignore_index=True), second.sort_values(key, ignore_index=True)
        )


@given(rows=rows_of_claims, ambivalent=st.booleans())
@quick
def test_swapping_the_signs_mirrors_everything(rows, ambivalent):
    text = claims_of(rows)
    mirrored = text.assign(sign=-text["sign"])
    options = {"draws": 40, "seed": 3, "ambivalent": ambivalent}
    first, second = net_valence(text, **options), net_valence(mirrored, **options)
    for left, right in (("net", "net"), ("low", "high"), ("high", "low")):
        assert first[left].to_numpy() == pytest.approx(-second[right].to_numpy(), nan_ok=True)
    assert (first["binding"] == second["dividing"]).all()


@given(rows=rows_of_claims)
@quick
def test_counts_add_up_and_limits_stay_in_range(rows):
    text = claims_of(rows)
    table = net_valence(text, draws=25)
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
    both = net_valence(text, draws=25, seed=5)
    alone = net_valence(text[text["doc_id"] == "b"], draws=25, seed=5)
    kept = both[both["doc_id"] == "b"].reset_index(drop=True)
    pd.testing.assert_frame_equal(kept, alone)


def test_the_interval_closes_in_on_the_net_of_a_long_text():
    text = claims_of([("t", i, "X", 1 if i % 4 else -1) for i in range(400)])
    row = net_valence(text, draws=1000, seed=1).iloc[0]
    assert row["low"] < row["net"] < row["high"]
    # net = 2p - 1 with p = .75: standard error 2 x .0217.
    assert row["high"] - row["low"] == pytest.approx(4 * 1.96 * 0.0217, rel=0.15)


def test_cells_by_several_columns_keep_them():
    text = TEXT.assign(own=[True, False] * 4)
    table = net_valence(text, by=["doc_id", "own"], draws=10)
    assert table[["doc_id", "own", "n"]].to_numpy().tolist() == [["t", True, 4], ["t", False, 4]]


def test_net_of_nothing_is_undefined():
    assert np.isnan(net([0, 0, 4]))
    assert net([0, 0, 4], ambivalent=True) == 0
