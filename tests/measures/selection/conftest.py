"""The project's own claims, as the pages about single texts count them."""

import pytest

from frameline.corpus import Filter
from frameline.measures.selection.functions import best_first, functions_of_codes
from frameline.measures.selection.gists import Preference


@pytest.fixture(scope="session")
def claims_of(data_corpus):
    """The claims of a filter, with how sure they are."""
    sure = data_corpus.claims[["claim_id", "agreement", "confidence"]]

    def chosen(**fields):
        return data_corpus.select(Filter(**fields)).merge(sure, on="claim_id", how="left")

    return chosen


@pytest.fixture(scope="session")
def own(claims_of):
    return claims_of(voice="own")


@pytest.fixture(scope="session")
def heard(claims_of):
    """All voices."""
    return claims_of()


@pytest.fixture(scope="session")
def order(data_corpus):
    return list(data_corpus.role("frame").order)


@pytest.fixture(scope="session")
def preference(data_corpus):
    roles = ("mechanism", "argument", "function", "strength")
    orders = {role: data_corpus.role(role).order for role in roles}
    labels = {code.code: code.label for code in data_corpus.role("function").codes}
    return Preference.of_codebook(orders, best_first(functions_of_codes(labels)))
