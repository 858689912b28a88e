"""Reading a large corpus: roles, filters, evidence, and what is refused at once."""

import narwhals as nw
import pytest

from frameline.corpus import CorpusError, Filter, StepAside
from frameline.corpus.backends.engine.corpus import read_engine

duckdb = pytest.importorskip("duckdb")


def rewrite(folder, table, query, part=0):
    """Replace a file of a table by what a query makes of its rows (named `rows`)."""
    file = sorted((folder / table).glob("*.parquet"))[part]
    duckdb.sql(f"CREATE OR REPLACE TEMP TABLE rows AS FROM '{file}'")
    duckdb.sql(query).write_parquet(str(file))
    duckdb.sql("DROP TABLE rows")


def ids(claims):
    return set(claims.select("claim_id").collect(backend="pandas").to_pandas()["claim_id"])


def test_variables_come_under_the_names_of_their_roles(archive):
    texts = read_engine(archive)
    assert texts.claims().collect_schema().names() == [
        "claim_id", "doc_id", "unit_id", "claim", "start", "end", "frame", "valence", "voice",
    ]  # fmt: skip
    assert texts.codings().collect_schema().names() == [
        "claim_id", "doc_id", "coder", "frame", "valence",
    ]  # fmt: skip
    assert "500 documents" in repr(texts)
    assert texts.source == "Frameline corpus: Norland and Sudmark, codebook 1.0"


def test_the_filter_is_that_of_small_corpora(archive):
    texts = read_engine(archive)
    every = texts.claims().collect(backend="pandas").to_pandas()
    own = every[every["voice"] == "paper"]
    assert ids(texts.claims(Filter(voice="own"))) == set(own["claim_id"])
    first = every["doc_id"].iloc[0]
    left = texts.claims(Filter(drop=[first]))
    assert ids(left) == set(every.loc[every["doc_id"] != first, "claim_id"])


def test_blank_cells_count_as_in_small_corpora(press):
    """A claim whose voice nobody coded is the author's own."""
    rewrite(press, "claims", "SELECT * REPLACE (NULL::VARCHAR AS voice) FROM rows")
    texts = read_engine(press)
    file = sorted((press / "claims").glob("*.parquet"))[0]
    blank = duckdb.sql(f"SELECT claim_id FROM '{file}'").df()["claim_id"]
    assert set(blank) <= ids(texts.claims(Filter(voice="own")))


def test_what_is_missing_makes_chapters_step_aside(press):
    for table in ("tokens", "codings"):
        for file in (press / table).iterdir():
            file.unlink()
    texts = read_engine(press)
    texts.require("documents", "claims", "claims.frame", "claims.unit_id")
    with pytest.raises(StepAside, match="no word counts and no codes of single coders"):
        texts.require("tokens", "codings")
    with pytest.raises(StepAside, match="no strength codes"):
        texts.require("claims.strength")
    assert not texts.has("codings.frame")


def test_evidence_shows_where_claims_stand(archive):
    texts = read_engine(archive)
    table = texts.evidence(["a00000003", "a00000001", "a00000003"])
    assert list(table.columns) == ["claim_id", "name", "place", "codes", "anchor", "gist"]
    assert set(table["name"]) == {"a00000001", "a00000003"}
    assert table["claim_id"].is_monotonic_increasing
    assert table["place"].iloc[0] == "s0"
    assert len(table["codes"].iloc[0].split()) == 3
    assert texts.evidence([]).empty


def test_documents_twice_are_refused_because_a_join_would_double_their_claims(press):
    rewrite(press, "documents", "FROM rows UNION ALL FROM rows")
    with pytest.raises(CorpusError, match="300 rows more; allowed: each one once"):
        read_engine(press)


def test_a_code_that_the_codebook_lacks_is_refused(press):
    rewrite(
        press, "claims", "SELECT * REPLACE (replace(driver, 'trade', 'Handel') AS driver) FROM rows"
    )
    with pytest.raises(CorpusError, match="claims, driver; found 'Handel'"):
        read_engine(press)


def test_columns_a_user_added_do_no_harm(press):
    for part in (0, 1):
        rewrite(press, "claims", "SELECT *, 1.5 AS weight, 'x' AS remark FROM rows", part)
    assert "weight" not in read_engine(press).claims().collect_schema().names()


def test_measures_take_small_corpora_too(data_corpus):
    from frameline.measures.large.tallies import tally

    claims = data_corpus.select()
    found = tally(claims, data_corpus.documents, ["frame"])
    assert found["n"].sum() == len(claims)
    assert isinstance(nw.from_native(claims), nw.DataFrame)
