"""Corpora that strangers coded, with the values that they or another program published.

They are not part of the project. Where the environment variable FRAMELINE_CORPORA names the folder
that holds them, the values are compared; elsewhere these tests are skipped, and say so.
"""

from __future__ import annotations

import os
from pathlib import Path

import pandas as pd
import pytest

from frameline.corpus.readings import design_of
from frameline.measures.code_sets import code_sets
from frameline.measures.designs import Settings, agreement_by_design

FOLDER = os.environ.get("FRAMELINE_CORPORA", "")
pytestmark = pytest.mark.skipif(
    not FOLDER, reason="set FRAMELINE_CORPORA to the folder of public corpora"
)

#: How the columns of the published tables are called here.
MAP = {"document": "unit_id"}

FRAMES = {
    "co1": 0.448, "co2": 0.429, "co3": 0.379, "ec1": 0.461, "ec2": 0.700, "ec3": 0.468,
    "hi1": 0.064, "hi2": 0.391, "hi5": 0.356, "mo1": 0.426, "mo2": 0.515, "re1": 0.000,
    "re5": 0.262,
}  # fmt: skip
SETS = {"sets, MASI": 0.172, "sets, Jaccard": 0.316}
#: Code: interval of alpha by drawing articles, mean and ends of the twin, pairs that agree, twin.
BESIDE = {
    "co1": (0.346, 0.542, -0.027, -0.104, 0.056, 0.811, 0.655),
    "ec2": (0.628, 0.768, -0.009, -0.087, 0.074, 0.885, 0.580),
    "hi1": (-0.016, 0.147, -0.105, -0.180, -0.023, 0.550, 0.462),
    "mo2": (0.354, 0.645, -0.007, -0.076, 0.081, 0.933, 0.856),
}
#: Variable: alpha, simple agreement (all six coders), Holsti.
POSTS = {
    "frame": (1.0, 1.0, 1.0),
    "n_pictures": (0.880, 0.822, 0.930),
    "pop_elite": (0.339, 0.733, 0.861),
    "pop_people": (0.287, 0.778, 0.916),
    "pop_othering": (0.566, 0.867, 0.945),
}


def rows_of(*parts):
    path = Path(FOLDER, *parts)
    return pd.read_csv(path, dtype="str", keep_default_na=False).rename(columns=MAP)


@pytest.fixture(scope="module")
def framing():
    rows = rows_of("narrative-framing", "annotations.csv")
    assert design_of(rows) == "sets"
    return agreement_by_design(
        rows, ["frame"], Settings(seed=2001, draws=10_000, first=2000), design="sets"
    )


def test_codes_of_climate_articles(framing):
    codes = framing[framing["counting"] == "present or absent"].set_index("code")
    assert codes["alpha"].to_dict() == pytest.approx(FRAMES, abs=0.0005)


def test_sets_of_climate_articles(framing):
    sets = framing[framing["level"] == "set"].set_index("counting")
    assert sets["alpha"].to_dict() == pytest.approx(SETS, abs=0.0005)
    assert sets["holsti"].round(3).tolist() == [0.058, 0.058]
    assert sets.loc["sets, MASI", ["low", "high"]].tolist() == pytest.approx(
        [0.149, 0.194], abs=0.01
    )
    assert sets.loc["sets, Jaccard", ["low", "high"]].tolist() == pytest.approx(
        [0.288, 0.343], abs=0.01
    )
    assert sets.loc["sets, MASI", "twin"] == pytest.approx(-0.005, abs=0.002)
    assert sets.loc["sets, Jaccard", "twin"] == pytest.approx(-0.014, abs=0.002)


@pytest.mark.parametrize("code", BESIDE)
def test_intervals_and_twins_of_climate_articles(framing, code):
    row = framing[framing["code"] == code].iloc[0]
    names = ["low", "high", "twin", "twin_low", "twin_high", "holsti", "holsti_twin"]
    assert row[names].tolist() == pytest.approx(BESIDE[code], abs=0.01)


def test_verdicts_of_climate_articles(framing):
    words = framing[framing["code"] != ""].set_index("code")["verdict"]
    assert words["re1"] == "no variation"
    assert words["hi1"] == "no agreement"
    assert set(words.drop(["re1", "hi1"])) == {"weak"}
    assert (framing["low"] < framing["high"]).all()


def test_who_read_what_is_told_from_the_rows():
    sets = code_sets(rows_of("narrative-framing", "annotations.csv"), unit="unit_id")
    assert sets.notna().sum().to_dict() == {"w1": 408, "w2": 394, "w3": 30, "w4": 140}


@pytest.mark.parametrize("name", POSTS)
def test_posts_of_six_coders(name):
    rows = rows_of("fbposts", "posts.csv")
    settings = Settings(seed=1, draws=400, tosses=400)
    row = agreement_by_design(rows, [name], settings, design=design_of(rows)).iloc[0]
    assert row[["alpha", "simple", "holsti"]].tolist() == pytest.approx(POSTS[name], abs=0.0005)
    assert (row["n_units"], row["coders"]) == (45, 6)
    assert row["low"] < row["high"]
