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
from frameline.measures.selection.matrix import matrix
from frameline.measures.selection.outcomes import distinct_verdicts, outcomes
from frameline.measures.selection.portraits import portraits
from frameline.measures.selection.reasons import claims_by_side, strongest
from frameline.measures.selection.roles import changes, reason_uses
from frameline.measures.selection.turn import sections, turns
from frameline.measures.selection.voices import said_by_others, voices

CORPORA = Path(__file__).parents[2] / "corpora"
LOOK = "import sys, frameline.measures.selection.leaning; print('pandas' in sys.modules)"


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
