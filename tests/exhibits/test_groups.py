"""Groups of many documents: shares against a second way of counting, in both backends."""

import csv
import random
from collections import defaultdict

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frameline.corpus import read_corpus
from frameline.corpus.backends.engine.writing import write_parquet
from frameline.corpus.choices import Choices
from frameline.exhibits import exhibit, study
from frameline.exhibits.groups import _tables as tables
from frameline.exhibits.groups.code_positions import counted, position
from frameline.measures.groups.parts import count_parts
from frameline.measures.groups.shares import differences, distances, shares_by_group

CODES, OUTLETS, CODERS = ("a1", "a2", "b1"), ("Sun", "Moon", "Star"), ("ana", "ben", "cem")


def press(seed=3, documents=90):
    """Rows of an invented press: sets of yes codes, three coders, a1 more often in the Sun."""
    dice, rows, homes = random.Random(seed), [], {}
    for number in range(documents):
        doc, outlet = f"d{number:03}", OUTLETS[number % 3]
        homes[doc] = (outlet, str(2010 + number // 30))
        for coder in CODERS[: 2 + number % 2]:
            likely = {"a1": 0.85 if outlet == "Sun" else 0.2, "a2": 0.5, "b1": 0.3}
            given_codes = [code for code in CODES if dice.random() < likely[code]]
            rows += [[doc, homes[doc][1], coder, code] for code in given_codes or [""]]
    return rows, homes


def folder_of(path, rows, homes):
    """The rows as a corpus folder with outlets."""
    table = path / "rows.csv"
    write(table, ["document", "date", "coder", "frame"], rows)
    from frameline.cli import main

    facts = path / "facts.csv"
    write(facts, ["document", "outlet"], [[doc, home[0]] for doc, home in homes.items()])
    into = path / "corpus"
    assert main(["open", str(table), str(facts), "--into", str(into), "--yes", "--no-build"]) == 0
    return into


def write(path, columns, rows):
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([columns, *rows])


@pytest.fixture(scope="module")
def data():
    return press()


@pytest.fixture(scope="module")
def corpus(data, tmp_path_factory):
    return folder_of(tmp_path_factory.mktemp("press"), *data)


def by_hand(rows, homes, group):
    """Share of each code in each group: documents as the mean of their coders, counted by hand."""
    sets = defaultdict(lambda: defaultdict(set))
    for doc, _, coder, code in rows:
        sets[doc][coder] |= {code} - {""}
    values = defaultdict(list)
    for doc, coders in sets.items():
        for code in CODES:
            mean = sum(code in codes for codes in coders.values()) / len(coders)
            values[homes[doc][group], code].append(mean)
    return {key: (sum(mine) / len(mine), len(mine)) for key, mine in values.items()}


def studied(path, **choices):
    return study("groups", read_corpus(path, choices=Choices(**choices)), draws=200)


def test_shares_are_what_a_second_way_of_counting_gives(corpus, data):
    texts = studied(corpus, by=("outlet",))
    (one,) = tables.ways(texts)
    for parts_of, way, group in (("groups", one, 0), ("periods", None, 1)):
        found = tables.shares(texts, parts_of, way)
        wanted = by_hand(*data, group)
        assert len(found) == len(wanted) == 9
        for row in found.itertuples():
            share, n = wanted[row.group, row.code]
            assert row.share == pytest.approx(share, abs=1e-12)
            assert row.documents == n
            assert row.low <= row.share <= row.high
            assert row.wide_low <= row.low
            assert row.wide_high >= row.high


def test_a_planted_difference_is_firm_and_nothing_else_is(corpus):
    texts = studied(corpus, by=("outlet",))
    made = exhibit("shares-by-group", texts)
    assert texts.findings["groups.outlet.Sun.a1.share"].value > 0.7
    table = tables.tested(texts, tables.ways(texts)[0])
    firm = table[table["word"] == "firm"]
    assert set(firm["code"]) == {"a1"}
    assert "Sun" in set(firm["group"])
    assert any(said.startswith("Sun: a1 stands in") for said in made.sentences)


def test_rows_in_another_order_give_the_same_numbers(corpus, data, tmp_path):
    rows = list(data[0])
    random.Random(1).shuffle(rows)
    other = folder_of(tmp_path, rows, data[1])
    for parts_of in ("everything", "periods"):
        first, second = (tables.shares(studied(p), parts_of, None) for p in (corpus, other))
        key = ["group", "code"]
        first, second = (t.sort_values(key, ignore_index=True) for t in (first, second))
        assert (
            first[["share", "low", "high"]]
            .round(9)
            .equals(second[["share", "low", "high"]].round(9))
        )


def test_claims_have_the_same_shares_in_memory_and_as_parquet_files(corpus, tmp_path):
    pytest.importorskip("duckdb")
    given_corpus = read_corpus(corpus)
    text = (corpus / "codebook.toml").read_text(encoding="utf-8")
    write_parquet(given_corpus, tmp_path / "parquet", text)
    found = []
    for path in (corpus, tmp_path / "parquet"):
        texts = studied(path, by=("outlet",), final="majority")
        assert not tables.as_sets(texts)
        (one,) = tables.ways(texts)
        parts = tables.groups_of(texts, one)
        table = shares_by_group(parts, draws=100, seed=1)
        found.append(table[["group", "code", "k", "n", "documents", "share", "low", "high"]])
    pd.testing.assert_frame_equal(*found)


def test_weights_count_documents_more_or_less():
    rows = pd.DataFrame({"doc_id": list("abc"), "group": "x", "code": ["A", "B", "B"], "n": 1,
                         "weight": [2.0, 1.0, 1.0]})  # fmt: skip
    parts = count_parts([rows], ["A", "B"])
    assert shares_by_group(parts, draws=50, seed=1)["share"].tolist() == [0.5, 0.5]


def test_a_claim_without_a_code_is_no_claim():
    rows = pd.DataFrame({"doc_id": list("aab"), "group": "x", "code": ["A", "", ""], "n": 5})
    parts = count_parts([rows], ["A"])
    assert (parts.k.tolist(), parts.documents.tolist()) == ([[5.0]], ["a"])


def test_positions_are_counted_by_period_and_by_party(tmp_path):
    dice, rows = random.Random(5), []
    for number in range(24):
        for unit in range(4):
            party, side = dice.choice(["Red", "Blue"]), dice.choice(["agree", "disagree"])
            rows.append([f"d{number:02}", str(2002 + number % 2), "one", f"s{unit}",
                         dice.choice(["war", "peace"]), side, party])  # fmt: skip
    table = tmp_path / "debates.csv"
    columns = ["document", "date", "coder", "unit", "frame", "stand", "party"]
    write(table, columns, rows)
    texts = studied(table, by=("party",))
    assert position(texts).name == "stand"
    (party,) = tables.ways(texts)
    over = tables.Grouping("year", tables.DOCUMENTS, "period")
    for one, column in ((party, 6), (over, 1)):
        for row in counted(texts, one).to_dict("records"):
            mine = [r for r in rows if r[4] == row["code"] and r[column] == row["group"]]
            for side in ("agree", "disagree"):
                assert row[side] == sum(r[5] == side for r in mine)
    made = exhibit("code-positions", texts)
    assert made.table.rows


@settings(max_examples=20)
@given(st.integers(2, 40), st.integers(1, 4), st.integers(0, 10_000))
def test_shares_and_distances_stay_what_they_are_whatever_the_numbers(size, groups, seed):
    random_numbers = np.random.default_rng(seed)
    rows = pd.DataFrame({
        "doc_id": [f"d{n}" for n in range(size) for _ in CODES],
        "group": [f"g{n % groups}" for n in range(size) for _ in CODES],
        "code": list(CODES) * size, "n": random_numbers.integers(0, 5, 3 * size),
    })  # fmt: skip
    parts = count_parts([rows], CODES)
    shuffled = count_parts([rows.sample(frac=1, random_state=seed)], CODES)
    first, second = (shares_by_group(p, draws=30, seed=1) for p in (parts, shuffled))
    pd.testing.assert_frame_equal(first, second)
    known = first.dropna(subset=["share"])
    assert known["share"].between(0, 1).all()
    assert known.groupby("group")["share"].sum().round(9).isin([1.0]).all()
    apart = distances(parts, draws=30, seed=1)
    assert len(apart) == groups_in(parts) * (groups_in(parts) - 1) // 2
    assert (apart["distance"].dropna() <= 1).all()


def groups_in(parts):
    return len(parts.groups)


def test_nothing_planted_is_seldom_found():
    """Of corpora without any difference, about one in twenty has a firm one after Holm."""
    found = 0
    for seed in range(60):
        dice = np.random.default_rng(seed)
        rows = pd.DataFrame({"doc_id": [f"d{n}" for n in range(60)], "n": 1,
                             "group": [f"g{n % 3}" for n in range(60)],
                             "code": dice.choice(CODES, 60)})  # fmt: skip
        table = differences(count_parts([rows], CODES), draws=20, seed=seed)
        found += bool((table["p_holm"] < 0.05).any())
    assert found <= 8


def test_few_documents_get_no_interval():
    rows = pd.DataFrame({"doc_id": ["a", "b"], "group": "x", "code": ["A", "B"], "n": 1})
    table = shares_by_group(count_parts([rows], ["A", "B"]), draws=50, seed=1)
    assert table[["low", "high", "wide_low"]].isna().all(axis=None)


def test_each_coder_is_a_group_where_that_is_asked_for(corpus, data):
    texts = studied(corpus, by=("coder",))
    (one,) = tables.ways(texts)
    found = tables.shares(texts, "groups", one).set_index(["group", "code"])
    for coder in CODERS:
        read = {doc for doc, _, who, _ in data[0] if who == coder}
        for code in CODES:
            yes = sum(who == coder and what == code for _, _, who, what in data[0])
            assert found.loc[(coder, code), "share"] == pytest.approx(yes / len(read))
            assert found.loc[(coder, code), "documents"] == len(read)


def test_weights_and_means_are_said_under_the_figures(tmp_path):
    rows = [[f"d{n}", "2001", "a", "xy"[n % 2]] for n in range(30)]
    table = tmp_path / "rows.csv"
    write(table, ["document", "date", "coder", "frame"], rows)
    facts = tmp_path / "facts.csv"
    write(facts, ["document", "size"], [[f"d{n}", 3 if n % 2 else 1] for n in range(30)])
    from frameline.cli import main

    into = tmp_path / "corpus"
    assert main(["open", str(table), str(facts), "--into", str(into), "--yes", "--no-build"]) == 0
    texts = studied(into, weight="size")
    made = exhibit("overall", texts)
    assert made.figure.filter == "all claims, weighted by size"
    assert texts.findings["groups.share.y"].value == pytest.approx(0.75)


def test_sets_of_one_coder_have_shares_and_no_verdicts(tmp_path):
    rows = [[f"d{n}", "2001", "a", code] for n in range(20) for code in ("x", "y")[: 1 + n % 2]]
    table = tmp_path / "rows.csv"
    write(table, ["document", "date", "coder", "frame"], rows)
    texts = studied(table)
    assert exhibit("overall", texts).figure
    assert texts.findings["groups.share.y"].value == 0.5
    assert tables.verdicts_of_codes(texts) == {}
