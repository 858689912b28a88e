"""What claims do, where, and what texts conclude: each against the claims, counted by hand."""

from frameline.exhibits import exhibit, study
from frameline.record.view import ViewToggle


def cells(shown):
    """The rows of the first table that an exhibit shows, of all voices where there are views."""
    views = [b.views["all"] if isinstance(b, ViewToggle) else b for b in shown.blocks]
    return next(view.grid.rows for view in views if hasattr(view, "grid"))


def test_functions_are_shares_of_the_claims_of_a_text(data_corpus):
    texts = study("argument", data_corpus.path)
    rows, claims = cells(exhibit("functions", texts)), texts.claims
    for (_, part), row in zip(claims.groupby("doc_id", sort=False), rows, strict=True):
        causes = (part["function"] == "CI").mean()
        assert f"{100 * causes:.0f}%" in row
        assert row[-1] == str(len(part))
    f = texts.findings
    assert 0 <= f["functions.clear"].value <= f["functions.tested"].value


def test_a_claim_counts_for_each_of_its_places(data_corpus):
    texts = study("balance", data_corpus.path)
    rows, claims = cells(exhibit("theatres", texts)), texts.claims
    named = claims["theatre"].str.split(";").explode()
    counts = named[named != "none"].groupby(level=0).size()
    assert texts.findings["theatres.claims"].value == len(counts)
    told = sum(int(n) for row in rows for cell in row[1:] if cell for n in cell.split(" · "))
    assert told == counts.sum()


def test_texts_of_one_step_and_other_verdicts_are_named(data_corpus):
    texts = study("balance", data_corpus.path)
    rows = cells(exhibit("outcomes", texts))
    documents = texts.layer("documents")
    assert [row[0] for row in rows] == [texts.names[doc] for doc in documents["doc_id"]]
    sharing = {row[0]: row[3] for row in rows if row[3]}
    assert all(sharing[other] == name for name, other in sharing.items())
