"""The same rules on corpora that lack most roles: nothing fails, and nothing is made up."""

import subprocess
import sys
from pathlib import Path

import pytest

from frameline.corpus import Filter, read_corpus
from frameline.measures.selection.advice_in_short import (
    advice_aim,
    advice_counts,
    advice_gists,
)
from frameline.measures.selection.bases import bases
from frameline.measures.selection.functions import functions_by_text, functions_of_codes
from frameline.measures.selection.gists import Preference, gists_for_reasons
from frameline.measures.selection.left_out import left_out, mentions
from frameline.measures.selection.matrix import exemplars, matrix
from frameline.measures.selection.outcomes import distinct_verdicts, outcomes
from frameline.measures.selection.outlook import outlook
from frameline.measures.selection.past import events_named
from frameline.measures.selection.portraits import portraits
from frameline.measures.selection.reasons import claims_by_side, strongest
from frameline.measures.selection.roles import changes, reason_uses
from frameline.measures.selection.third_party import third_party
from frameline.measures.selection.turn import sections, turns
from frameline.measures.selection.voices import said_by_others, voices

CORPORA = Path(__file__).parents[2] / "corpora"
LOOK = "import sys, frameline.words.leaning; print('pandas' in sys.modules)"


@pytest.fixture(scope="module", params=["river", "minimal.csv", "rtl", "one"])
def corpus(request, river_corpus):
    return river_corpus if request.param == "river" else read_corpus(CORPORA / request.param)


@pytest.fixture(scope="module")
def claims(corpus):
    return corpus.select(Filter())


def test_reasons_and_their_gists(corpus, claims):
    table = strongest(claims)
    sides = claims_by_side(claims)
    assert set(table["doc_id"]) <= set(sides["doc_id"])
    gists = gists_for_reasons(claims, table, Preference())
    shown = gists[gists["claim_id"] != ""]
    assert not shown["claim_id"].duplicated().any()
    assert set(shown["claim_id"]) <= set(claims["claim_id"])


def test_turns_and_sections(corpus, claims):
    if "sign" in claims:
        table = turns(claims, corpus.blocks)
        assert set(table["doc_id"]) == set(claims["doc_id"])
    found = sections(claims, corpus.blocks)
    once = found.drop_duplicates(["doc_id", "section"])
    assert once["n"].sum() == len(claims)


def test_what_is_left_out(corpus, claims):
    left = left_out(claims, corpus.documents)
    for row in left.itertuples():
        assert row.n > 0
    assert set(mentions(left, corpus.layer(), corpus.documents)["study"]) <= set(left["study"])


def test_advice_and_voices(claims):
    if "advice" in claims:
        counts = advice_counts(claims)
        assert len(advice_aim(counts)) == counts["doc_id"].nunique()
        assert advice_gists(claims)["claim_id"].is_unique
    if "voice" in claims:
        assert voices(claims)["n"].sum() == len(claims)
        others = int((~claims["own"]).sum())
        assert len(said_by_others(claims)) == others


def test_the_matrix(corpus, claims):
    variable = corpus.role("function")
    if variable is None or "function" not in claims:
        return
    functions = functions_of_codes(
        {code.code: code.label for code in variable.codes}, advice=variable.flagged("advice")
    )
    assert functions_by_text(claims, functions)["n"].sum() == len(claims)
    table = matrix(claims, functions)
    shown = table[table["claim_id"] != ""]
    assert not shown.duplicated(["doc_id", "claim_id"]).any()


def test_uses_outcomes_and_pages(corpus, claims):
    if "sign" in claims:
        table = reason_uses(claims)
        assert len(changes(table)) == table["code"].nunique()
    told = outcomes(corpus.layer("documents"))
    assert len(told) == len(corpus.documents)
    assert isinstance(distinct_verdicts(told), list)
    assert len(portraits(claims, corpus.documents)) == len(corpus.documents)
    assert bases(corpus.layer())["n"].max() <= len(corpus.claims)


def test_a_check_of_gists_needs_no_other_package():
    """What looks at gists alone waits for no table package."""
    run = subprocess.run([sys.executable, "-c", LOOK], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


#: Each alone, and all of them with what only ranks gists.
ROLES = ("sign", "own", "advice", "forecast", "unit_id")
RANKS = (
    "voice", "stance", "mechanism", "argument", "strength", "theatre", "agreement", "question",
    "counted", "instrument", "addressee", "goal", "explicitness", "anchor",
)  # fmt: skip


@pytest.mark.parametrize("lacking", [*((role,) for role in ROLES), RANKS, ROLES[:4] + RANKS])
def test_a_role_less_and_every_table_is_still_made(heard, data_corpus, preference, lacking):
    claims = heard.drop(columns=[role for role in lacking if role in heard])
    documents = data_corpus.documents
    slots = strongest(claims, unspecific=["NON"])
    gists = gists_for_reasons(claims, slots, preference)
    assert len(gists) == len(slots[slots["slot"] > 0].drop_duplicates(["doc_id", "side", "slot"]))
    assert sections(claims, data_corpus.blocks)["n"].sum() >= len(claims)
    assert len(left_out(claims, documents, preference)) == 15
    assert advice_gists(claims).empty == ("advice" in lacking)
    assert outlook(claims, preference).empty == ("forecast" in lacking)
    assert said_by_others(claims, preference).empty == ("own" in lacking)
    assert len(reason_uses(claims, preference)) >= 50
    assert not third_party(claims, preference, foe=["ORD"], third=["THR"]).empty or (
        "sign" in lacking
    )
    table = matrix(claims, {"problem": "PD", "cause": "CI"}, preference)
    assert table["doc_id"].nunique() == 5
    if "unit_id" not in lacking:
        events = data_corpus.layer("events")
        named = events_named(events, documents, claims)
        assert exemplars(named, events, claims, preference).empty == ("sign" in lacking)
    assert len(bases(claims)) == 20
