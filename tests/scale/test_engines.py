"""The golden suite: every engine that is installed gives the same numbers to the last digit."""

import hashlib
import importlib.util
import shutil

import numpy as np
import pandas as pd
import pytest

from frameline.corpus import Filter
from frameline.corpus.backends.engine import engines
from frameline.corpus.backends.engine.corpus import read_engine
from frameline.corpus.backends.engine.engines import SMALL, EngineError, engine_for
from frameline.measures.large.agreement import read_for
from frameline.measures.large.bootstrap import drawn_counts, net_intervals, share_intervals
from frameline.measures.large.by_document import by_document, unpack_blocks
from frameline.measures.large.document_agreement import (
    alpha_of_documents,
    patterns_by_document,
    twin_of_codings,
)
from frameline.measures.large.patterns import cooccurrence, lifts, patterns, unit_shares
from frameline.measures.large.periods import named, periods
from frameline.measures.large.tallies import OTHER, balance, counted_by, documents_by, shares, tally
from frameline.measures.large.words import period_words, word_counts


def missing(name):
    """Why an engine cannot be tried here, or nothing."""
    module = {"pandas": "duckdb", "spark": "pyspark"}.get(name, name)
    if importlib.util.find_spec(module) is None:
        return f"{module} is not installed"
    return "no Java for PySpark" if name == "spark" and not shutil.which("java") else ""


def results(texts):
    """Every measure of the large report, as tables."""
    frame, valence = texts.role("frame"), texts.role("valence")
    own, documents = texts.claims(Filter(voice="own")), texts.documents
    spans = named(periods(documents_by(documents)["when"]))
    codes = {"frame": frame.order, "valence": valence.order}
    drawn = drawn_counts(
        unpack_blocks(texts.blocks(by_document(own, documents, codes)), codes),
        codes, spans, draws=100, sample=2, seed=1,
    )  # fmt: skip
    sentences = patterns(texts.claims(), frame.order, code="frame", unit="unit_id")
    coded = patterns(texts.codings(), frame.order, code="frame", unit="claim_id")
    by_text = patterns_by_document(texts.codes_placed(), frame.order, code="frame", unit="claim_id")
    coders = counted_by(texts.codings(), "coder")["coder"].tolist()
    tossed = twin_of_codings(
        texts.codings(), frame.order, coders, code="frame", unit="claim_id", tosses=50, seed=1
    )
    words = word_counts(texts.tokens, documents, min_n=3)
    return {
        "volume": documents_by(documents, grain="month"),
        "tally": tally(own, documents, ["frame", "valence"], grain="month"),
        "shares": share_intervals(drawn, "frame", frame.order[:4]),
        "net": net_intervals(drawn, valence.flag("sign")),
        "sample": texts.evidence([doc for docs in drawn.sample.values() for doc in docs]),
        "sentences": sentences,
        "together": cooccurrence(sentences),
        "lifts": lifts(sentences),
        "documents": unit_shares(patterns(own, frame.order, code="frame", unit="doc_id")),
        "alpha": pd.DataFrame([alpha_of_documents(by_text, draws=50, seed=1, tossed=tossed)]),
        "read for": read_for(coded),
        "words": words,
        "keyness": period_words(words, spans, min_documents=2),
    }


def hashes(folder, engine):
    found = results(read_engine(folder, engine=engine))
    return {
        name: hashlib.sha256(table.to_csv(float_format="%.17g").encode()).hexdigest()
        for name, table in found.items()
    }


@pytest.fixture(scope="module")
def golden(archive):
    """What pandas gives."""
    return hashes(archive, "pandas")


#: PySpark warns of what pandas 3 has deprecated; the hashes say whether that matters.
SPARK = pytest.param("spark", marks=pytest.mark.filterwarnings("ignore"))


@pytest.mark.parametrize("engine", ["duckdb", "polars", "pyarrow", SPARK])
def test_all_engines_agree(archive, golden, engine):
    if reason := missing(engine):
        pytest.skip(reason)
    assert hashes(archive, engine) == golden


def test_the_numbers_are_those_of_plain_pandas(archive):
    """The same questions asked of the files without any code of ours."""
    duckdb = pytest.importorskip("duckdb")
    read = {n: duckdb.sql(f"FROM '{archive}/{n}/*.parquet'").df() for n in ("claims", "documents")}
    claims = read["claims"].merge(read["documents"], on="doc_id")
    found = results(read_engine(archive))
    own = claims[claims["voice"] == "paper"]
    by_hand = own.groupby([own["published"].str[:7], "driver", "valence"]).size()
    assert (
        found["tally"].set_index(["when", "frame", "valence"])["n"].to_dict() == by_hand.to_dict()
    )
    wide = pd.crosstab(claims["unit_id"], claims["driver"]) > 0
    together = wide.astype(int).T @ wide.astype(int)
    codes = found["together"].columns
    assert (together.reindex(index=codes, columns=codes) == found["together"]).all(axis=None)
    documents = own.groupby("driver")["doc_id"].nunique()
    assert found["documents"].set_index("code")["units"].to_dict() == documents.to_dict()


def test_counting_claims_and_reading_documents_give_the_same_shares(archive):
    """Two ways through the engine: one table of claims by year, and documents block by block."""
    texts = read_engine(archive)
    found = results(texts)
    counts = tally(texts.claims(Filter(voice="own")), texts.documents, ["frame", "valence"])
    counts["period"] = counts["when"].map(named(periods(counts["when"])))
    by_claims = shares(counts, "frame").set_index(["period", "frame"])["share"]
    by_documents = found["shares"].set_index(["period", "code"])["share"].drop(OTHER, level="code")
    assert by_documents.to_dict() == pytest.approx(by_claims[by_documents.index].to_dict())
    net = balance(counts, texts.role("valence").flag("sign"))
    assert found["net"]["value"].tolist() == pytest.approx(net["net"].tolist())
    assert found["net"]["n"].tolist() == net["n"].tolist()


def test_text_ids_and_numbers_give_the_same(archive, golden, tmp_path):
    """Ids are names: what they are made of changes no count."""
    duckdb = pytest.importorskip("duckdb")
    folder = tmp_path / "numbers"
    shutil.copytree(archive, folder)
    for table in ("documents", "claims", "tokens"):
        for file in (folder / table).iterdir():
            rows = duckdb.sql(f"FROM '{file}'").df()
            rows["doc_id"] = rows["doc_id"].str[1:].astype(np.int64)
            duckdb.sql("FROM rows").write_parquet(str(file))
    shutil.rmtree(folder / "codings")
    texts = read_engine(folder, engine="duckdb")
    found = tally(
        texts.claims(Filter(voice="own")), texts.documents, ["frame", "valence"], grain="month"
    )
    text = found.to_csv(float_format="%.17g")
    assert hashlib.sha256(text.encode()).hexdigest() == golden["tally"]


def test_the_engine_is_chosen_by_size():
    assert engine_for("auto", SMALL).name == "pandas"
    assert engine_for("auto", SMALL + 1).name == "duckdb"
    with pytest.raises(EngineError, match="'dask'; allowed: auto, pandas, duckdb"):
        engine_for("dask", 1)


def test_an_engine_that_is_not_installed_says_what_to_install(monkeypatch):
    monkeypatch.setattr(engines, "find_spec", lambda name: None)
    with pytest.raises(EngineError, match=r"duckdb is not installed.*frameline\[scale\]"):
        engine_for("duckdb", 1)


def test_duckdb_stays_within_its_memory_and_off_the_network():
    connection = engines.connect()
    settings = {
        name: connection.execute(f"SELECT current_setting('{name}')").fetchall()[0][0]
        for name in ("memory_limit", "autoload_known_extensions", "autoinstall_known_extensions")
    }
    assert settings == {
        "memory_limit": "1.1 GiB", "autoload_known_extensions": False,
        "autoinstall_known_extensions": False,
    }  # fmt: skip


def test_blocks_of_duckdb_are_all_rows_once(archive, monkeypatch):
    monkeypatch.setattr(engines, "_VECTORS", 1)
    texts = read_engine(archive, engine="duckdb")
    blocks = list(texts.blocks(texts.claims()))
    assert len(blocks) > 1
    ids = pd.concat(blocks)["claim_id"]
    assert len(ids) == ids.nunique() == texts.rows["claims"]


def test_pandas_refuses_texts_that_would_fill_the_memory(press, monkeypatch):
    monkeypatch.setattr(engines, "MAX_TEXT", 1000)
    with pytest.raises(EngineError, match="characters of text, more than pandas may hold"):
        read_engine(press, engine="pandas")
