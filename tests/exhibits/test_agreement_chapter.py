"""What the chapter on agreement says of corpora of every design."""

from __future__ import annotations

import os
from pathlib import Path

import pandas as pd
import pytest

from frameline.corpus import read_corpus
from frameline.exhibits import exhibit, study
from frameline.exhibits.study import agreement_key

CASES = Path(__file__).parents[1] / "corpora" / "agreement"
FOLDER = os.environ.get("FRAMELINE_CORPORA", "")
EXHIBITS = (
    *("who-coded", "how-ties-went", "alpha", "alpha-of-other-layers", "claims-per-unit"),
    *("agreement-in-numbers", "confusion", "per-code"),
)
public = pytest.mark.skipif(not FOLDER, reason="set FRAMELINE_CORPORA to the public corpora")


def chapter(corpus, draws=300):
    """Findings by key, the table of numbers by variable, and every sentence."""
    texts = study("agreement", corpus, draws=draws)
    texts.require("several-coders")
    shown = {name: exhibit(name, texts) for name in EXHIBITS}
    table = next(iter(shown["agreement-in-numbers"].blocks), None)
    heads = [column.label for column in table.grid.columns]
    rows = {row[0]: dict(zip(heads, row, strict=True)) for row in table.grid.rows}
    said = " ".join(str(getattr(b, "title", b)) for s in shown.values() for b in s.blocks)
    return {found.key: found for found in texts.findings}, rows, said


def verdicts(rows):
    return {name: row["Verdict"] for name, row in rows.items()}


def test_coins_tossed_for_several_codes_are_said_to_be_no_agreement():
    found, rows, said = chapter(CASES / "noise-multilabel.csv")
    assert set(verdicts(rows).values()) == {"no agreement"}
    assert len(rows) == 7  # the set, and six codes
    assert found["verdict.frame"].value == "no agreement"
    assert abs(found["alpha.frame"].value) < 0.05
    assert "No variable can be relied on" in said
    assert "shared only" not in next(iter(rows.values()))


def test_variables_without_a_role_are_measured_and_said_to_have_none():
    found, rows, said = chapter(CASES / "roleless-variables.csv")
    assert verdicts(rows) == {
        "frame": "rely", "blames_council": "no agreement", "tone_of_post": "no agreement",
    }  # fmt: skip
    assert "Two of 3 coded variables have no role in this report" in said
    assert found["variables.without_role"].value == 2


def test_what_does_not_vary_stands_in_the_findings_and_is_not_printed():
    found, rows, said = chapter(CASES / "empty-cell.csv")
    assert rows["frame"]["Verdict"] == "no variation"
    assert "Alpha" not in rows["frame"]
    assert found["alpha.frame"].value == 1
    assert "Coding quality" not in said


def test_ties_that_no_kind_decides_are_counted():
    _, _, said = chapter(CASES / "ties_by_alphabet.csv")
    assert "Two codes are open: no name decides" in said


def test_codes_in_several_rows_of_a_sentence_are_compared_as_sets():
    _, rows, said = chapter(CASES / "long-multilabel.csv")
    assert "Claims: frame, all codes" in rows
    assert "Six claims that as many coders hold as lack are left out" in said


def test_one_coder_steps_aside():
    texts = study("agreement", CASES / "blank-units.csv")
    assert not texts.meets("several-coders")


def test_all_that_is_announced_is_printed(data_corpus):
    found, rows, said = chapter(data_corpus)
    driver = rows["Claims: Driver"]
    assert list(driver) == [
        *("Variable", "Pieces", "Alpha", "shared only", "coins up to", "Alike", "coins", "Gwet’s"),
        *("below mark", "without examples", "Verdict"),
    ]
    assert "–" not in driver.values()
    assert found["alpha.frame.shared"].value == pytest.approx(0.895, abs=0.0006)
    assert found["alpha.frame"].value == pytest.approx(0.850, abs=0.0006)
    assert found["alpha.frame.tossed"].high < found["alpha.frame"].low
    assert found["alpha.labels.voice"].n == found["alpha.label"].n
    assert "Runs of one language model are no other readers" in said
    for key, one in found.items():
        if key.startswith("alpha."):
            assert one.low is None or pd.isna(one.low) or one.low < one.high, key


def test_names_of_variables_do_not_depend_on_the_order_of_layers():
    assert agreement_key("documents", "durability") == "documents.durability"
    assert agreement_key("events", "precision") == "precision"


def test_renaming_the_coders_changes_no_number(tmp_path):
    rows = pd.read_csv(CASES / "roleless-variables.csv", dtype="str", keep_default_na=False)
    rows["coder"] = rows["coder"].map({"a": "zoe", "b": "mia", "c": "abe"})
    rows.to_csv(tmp_path / "renamed.csv", index=False)
    one, other = chapter(CASES / "roleless-variables.csv")[0], chapter(tmp_path / "renamed.csv")[0]
    assert {k: f.value for k, f in one.items()} == {k: f.value for k, f in other.items()}


@public
def test_climate_articles_by_set_and_code():
    found, rows, _ = chapter(read_corpus(Path(FOLDER, "narrative-framing", "annotations.csv")))
    assert found["alpha.frame"].value == pytest.approx(0.172, abs=0.0005)
    assert found["alpha.frame.jaccard"].value == pytest.approx(0.316, abs=0.0005)
    assert found["alpha.frame.co1"].value == pytest.approx(0.448, abs=0.0005)
    said = verdicts(rows)
    assert said["frame, code by code: re1"] == "no variation"
    assert said["frame, code by code: hi1"] == "no agreement"
    assert said["Claims: frame, all codes"] == "weak"


@public
def test_posts_of_six_coders_with_all_their_variables():
    found, rows, said = chapter(read_corpus(Path(FOLDER, "fbposts", "posts.csv")))
    assert "Four of 5 coded variables have no role" in said
    for name, alpha in (("pop_elite", 0.339), ("pop_people", 0.287), ("pop_othering", 0.566)):
        assert found[f"alpha.{name}"].value == pytest.approx(alpha, abs=0.0005)
    assert verdicts(rows)["pop_people"] == "no agreement"
    assert verdicts(rows)["frame"] == "rely"
