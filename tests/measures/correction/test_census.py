"""Counted by an engine or in memory: the same sums, and those that a plain loop finds."""

import narwhals as nw
import numpy as np
import pandas as pd
import pytest

from frameline.measures.correction.census import Gold, census, of_code, of_directions
from frameline.measures.correction.powered import per_claim
from frameline.measures.correction.stratified import post_stratified

CODES, SIGNS = ["X", "Y", "Z"], {"B": 1.0, "D": -1.0, "A": 0.0}


def corpus(seed=1, documents=300):
    rng = np.random.default_rng(seed)
    ids = [f"d{number:03d}" for number in range(documents)]
    rows = [
        (doc, rng.choice([*CODES, "other", ""]), rng.choice([*SIGNS, ""]))
        for doc in ids
        for _ in range(rng.poisson(2))
    ]
    claims = pd.DataFrame(rows, columns=["doc_id", "frame", "valence"])
    items = pd.DataFrame(
        {"doc_id": ids, "stratum": np.where(rng.random(documents) < 0.4, "s", "t")}
    )
    return claims, items


def as_engine(table):
    duckdb = pytest.importorskip("duckdb")
    return nw.from_native(duckdb.from_df(table.astype("object")))


def as_arrow(table):
    pyarrow = pytest.importorskip("pyarrow")
    return nw.from_native(pyarrow.Table.from_pandas(table, preserve_index=False))


@pytest.mark.parametrize(
    "engine", [lambda table: table, as_engine, as_arrow], ids=["memory", "DuckDB", "Arrow"]
)
def test_sums_are_those_of_a_loop(engine):
    claims, items = corpus()
    gold = items["doc_id"].iloc[::10].tolist()
    found = census(engine(claims), engine(items), gold, CODES, SIGNS)
    home = dict(zip(items["doc_id"], items["stratum"], strict=True))
    pairs = {(d, f, v) for d, f, v in claims.itertuples(index=False) if f in CODES}
    for stratum in ("s", "t"):
        assert found.sizes[stratum] == sum(one == stratum for one in home.values())
        for code in CODES:
            held = {d for d, f, _ in pairs if f == code and home[d] == stratum}
            assert found.yes.loc[stratum, code] == len(held)
        signs = [SIGNS.get(v, 0) for d, _, v in pairs if home[d] == stratum]
        assert found.signed.loc[stratum, "net"] == sum(signs)
        assert found.signed.loc[stratum, "both"] == sum(map(abs, signs))
    mine = {(d, f) for d, f, _ in pairs if d in gold}
    assert set(zip(found.found["item"], found.found["code"], strict=True)) == mine


def answered(claims, items, chosen):
    """Gold that says what the machine says."""
    rows = []
    for item in chosen:
        mine = claims[claims["doc_id"] == item]
        for code in CODES:
            ways = set(mine.loc[mine["frame"] == code, "valence"])
            signs = [SIGNS.get(way, 0.0) for way in ways]
            rows.append(("p", item, code, float(bool(ways)), sum(signs), sum(map(abs, signs))))
    answers = pd.DataFrame(rows, columns=["coder", "item", "code", "yes", "net", "both"])
    kept = items.set_index("doc_id").loc[chosen, "stratum"].to_numpy()
    return Gold(pd.DataFrame({"item": chosen, "stratum": kept}), answers)


def test_gold_like_the_machine_gives_the_machine_back():
    claims, items = corpus(2)
    rng = np.random.default_rng(2)
    chosen = rng.choice(items["doc_id"], 80, replace=False).tolist()
    gold = answered(claims, items, chosen)
    found = census(claims, items, chosen, CODES, SIGNS)
    for code in CODES:
        cell = of_code(found, gold, code, ["s", "t"])
        assert (cell.gold == cell.machine).all()
        assert post_stratified(cell).value == pytest.approx(cell.raw, abs=1e-12)
    balance = of_directions(found, gold, ["s", "t"])
    assert (balance.cell.gold == balance.cell.machine).all()
    assert per_claim(balance, weight=1.0).value == pytest.approx(per_claim(balance).raw, abs=1e-12)


def test_gold_of_several_people_is_their_share():
    answers = pd.DataFrame(
        [("a", "d000", "X", 1.0), ("b", "d000", "X", 0.0), ("a", "d001", "X", 1.0)],
        columns=["coder", "item", "code", "yes"],
    )
    gold = Gold(pd.DataFrame({"item": ["d000", "d001", "d002"], "stratum": "s"}), answers)
    assert gold.share("X").tolist() == [0.5, 1.0, 0.0]
