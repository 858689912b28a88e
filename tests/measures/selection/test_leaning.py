import pytest

from frameline.measures.selection.leaning import attributes, gist_faults, leans, nameless

#: Read by hand and named in the notes of the design: these lean on the sentence before.
KNOWN = {
    "shaffer-2001-talk.P01.s1.c2": "That",  # that self-image
    "shaffer-2001-talk.P10.s4.c1": "this",  # this need
    "shaffer-2001-talk.P13.s2.c3": "Nor",
    "snegovaya-alterman-2024.P36.s1.c1": "First,",
    "snegovaya-alterman-2024.P41.s2.c2": "such",  # such supplies
}


def test_the_gists_of_the_corpus_that_lean(data_corpus):
    """A reading by hand found 34 of 268; the rule finds one more (a list of them was not kept)."""
    gists = data_corpus.claims.set_index("claim_id")["gist"]
    found = gists.map(leans)
    assert len(gists) == 268
    assert (found != "").sum() == 35
    assert found[list(KNOWN)].to_dict() == KNOWN


@pytest.mark.parametrize(
    ("gist", "word"),
    [
        ("Those who study the tie should choose their words.", ""),
        ("Those had been lost.", "Those"),
        ("There is a road.", ""),
        ("Rivalry there continues.", "there"),
        ("Instead of wealth came loss.", ""),
        ("Norland could instead pay.", "instead"),
        ("Norland says that the tie will hold.", ""),
        ("It will not yield either.", "either"),
        ("Either may leave.", ""),
        ("They want much the same thing.", ""),
        ("It would have the same result.", "the same result"),
        ("", ""),
    ],
)
def test_what_leans(gist, word):
    assert leans(gist) == word


def test_who_is_named():
    assert nameless("Both live on oil.")
    assert not nameless("Both Norland and Sudmark live on oil.")
    assert not nameless("")


def test_attribution():
    assert attributes("In Ormond's account the river joins.")
    assert not attributes("Ormond counts the locks.")


def test_the_faults_of_the_gists_of_the_corpus(data_corpus):
    faults = [kind for gist in data_corpus.claims["gist"] for kind, _ in gist_faults(gist)]
    assert faults.count("leans on the sentence before") == 35
    assert faults.count("straight apostrophe") == 34
    assert faults.count("tells who says it") == 21
    assert faults.count("names nobody") == 20


def test_a_curly_apostrophe_is_none_and_a_gist_may_be_empty():
    assert gist_faults("Norland’s guns went south.") == []
    assert gist_faults("") == []
