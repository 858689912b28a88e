import pytest

from frameline.words.leaning import attributes, leans, nameless

#: Gists of the first codings, read by hand: these lean on the sentence before.
KNOWN = {
    "That self-image makes a general view of safety the ground of their dealings.": "That",
    "Iran used this need to win Russian reactor promises.": "this",
    "Nor has what lies between them in the past stood in the way of working together.": "Nor",
    "First, America can punish more cleverly.": "First,",
    "The authors say Iran passes such supplies on to Moscow.": "such",
}


def test_gists_that_a_reading_found_to_lean():
    assert {gist: leans(gist) for gist in KNOWN} == KNOWN


def test_no_gist_of_the_corpus_leans(data_corpus):
    gists = data_corpus.claims.set_index("claim_id")["gist"]
    assert len(gists) == 268
    assert gists[gists.map(leans) != ""].empty


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


def test_only_contested_claims_say_who_makes_them(data_corpus):
    """Since codebook 1.2 nothing else is wrong with the gists of the corpus."""
    gists = data_corpus.claims["gist"]
    assert not gists.map(nameless).any()
    assert not gists.str.contains("'").any()
    assert 0 < gists.map(attributes).sum() < len(gists) / 10
