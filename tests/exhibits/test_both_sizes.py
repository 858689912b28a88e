"""Exhibits that run in memory and where an engine counts: the same claims, the same findings."""

import shutil
from pathlib import Path

import pytest

from frameline.corpus import read_corpus
from frameline.corpus.backends.engine.corpus import EngineCorpus
from frameline.exhibits import exhibit, listing, study

duckdb = pytest.importorskip("duckdb")

DATA = Path(__file__).parents[2] / "data"
RIVER = Path(__file__).parents[1] / "corpora" / "river"
#: Those about an audit need one that was answered: tests/test_audit.py.
ANY_SIZE = listing()[lambda table: table["any_size"] & (table["chapter"] != "correction")]
CHAPTER_OF = dict(zip(ANY_SIZE["exhibit"], ANY_SIZE["chapter"], strict=True))
#: What few texts, or an archive without outlets, do not have; see test_groups.py for these.
OF_GROUPS = {"groups-to-compare", "positions-to-count", "shares-found"}
UNGROUPED = sorted(ANY_SIZE.loc[~ANY_SIZE["needs"].str.contains("|".join(OF_GROUPS)), "exhibit"])
#: So that something is found in a few texts.
CHOICES = {"period_words": {"min_n": 3, "min_documents": 1, "most_periods": 2}}


def write_parquet(source, folder):
    """A corpus of CSV tables as one of Parquet files: what both can hold."""
    corpus = read_corpus(source)
    variables = {v.name: v.role for v in corpus.codebook.layer("claims") if v.role}
    names = {role: name for name, role in variables.items()}
    given = corpus.codes_given().rename(columns=names)
    tables = {
        "documents": corpus.documents[["doc_id", "published"]],
        "claims": corpus.claims[["claim_id", "doc_id", "unit_id", "claim", "anchor", "gist"]],
        "codings": given[["claim_id", "doc_id", "coder", *(v for v in variables if v in given)]],
        "tokens": corpus.tokens.groupby(["doc_id", "token"], as_index=False)["n"].sum(),
    }
    coded = [v.name for v in corpus.codebook.layer("claims") if v.name in corpus.claims]
    coded = [name for name in coded if name not in tables["claims"]]
    tables["claims"] = tables["claims"].join(corpus.claims[coded])
    for name, table in tables.items():
        if len(table):
            (folder / name).mkdir(parents=True)
            texts = [c for c in table if c not in ("claim", "n")]
            written = table.astype(dict.fromkeys(texts, "string") | {c: "int64" for c in table
                                   if c in ("claim", "n")})  # fmt: skip
            duckdb.from_df(written).write_parquet(str(folder / name / "a.parquet"))
    shutil.copy(source / "codebook.toml", folder)
    if (source / "coders/coders.csv").is_file():
        (folder / "coders").mkdir()
        shutil.copy(source / "coders/coders.csv", folder / "coders")
    return folder


@pytest.fixture(scope="module", params=[RIVER, DATA], ids=["river", "default"])
def both(request, tmp_path_factory):
    """A corpus at both sizes."""
    folder = tmp_path_factory.mktemp("parquet") / "corpus"
    return request.param, write_parquet(request.param, folder)


def shown(name, corpus, voice="all", engine="auto"):
    """What an exhibit finds, says and shows; twice, as when its cell is run again."""
    texts = study(CHAPTER_OF[name], corpus, voice=voice, draws=100, engine=engine)
    choices = CHOICES.get(CHAPTER_OF[name], {})
    made = [exhibit(name, texts, **choices) for _ in range(2)]
    assert [str(b) for b in made[0].sentences] == [str(b) for b in made[1].sentences]
    figure, table = made[0].figure, made[0].table
    return {
        "filter": made[0].filter,
        "aside": made[0].aside,
        "findings": sorted((f.key, f.text, f.n, f.filter) for f in texts.findings),
        "said": made[0].sentences,
        "figure": figure and (str(figure.title), str(figure.subtitle), str(figure.alt)),
        "table": table and table.rows,
    }


def without_coders(found):
    """What is shown but for the second interval: three coders are redrawn in memory only."""
    title, subtitle, alt = found["figure"]
    alt = alt.replace("two 95% intervals", "a 95% interval")
    return found | {"figure": (title, subtitle, alt), "table": [row[:-2] for row in found["table"]]}


@pytest.mark.parametrize("name", sorted(CHAPTER_OF))
@pytest.mark.parametrize("voice", ["all", "own"])
def test_an_exhibit_of_any_size_shows_the_same_at_both(name, voice, both):
    memory, parquet = both
    found, counted = shown(name, memory, voice), shown(name, parquet, voice, "duckdb")
    if name == "overall" and memory == DATA:
        found, counted = without_coders(found), without_coders(counted)
    assert counted == found
    if memory == DATA and name in UNGROUPED:
        assert found["findings"]
        assert not found["aside"]


@pytest.mark.parametrize("name", UNGROUPED)
def test_an_archive_gets_every_exhibit(name, archive, monkeypatch):
    monkeypatch.setattr(EngineCorpus, "names", property(lambda self: pytest.fail("all names read")))
    texts = study(CHAPTER_OF[name], archive, draws=100)
    choices = CHOICES.get(CHAPTER_OF[name], {})
    made = exhibit(name, texts, **choices)
    assert made.blocks, made.aside
    assert "core claims" not in made.filter
    texts.colophon()


def test_an_exhibit_of_tables_in_memory_says_so_of_parquet_files(archive):
    texts = study("steps", archive)
    made = exhibit("step-tests", texts)
    assert not made.blocks
    assert "Parquet" in made.aside


def test_the_claims_of_a_sample_stand_at_the_end(archive):
    texts = study("frames", archive, draws=100)
    made = exhibit("frames-by-period", texts, sample=2)
    cited = [claim.claim_id for claim in texts.colophon().claims]
    assert cited
    assert set(cited) == set(made.evidence) == set(texts.findings["frames.claims"].evidence)


def test_two_that_come_first_are_both_named():
    texts = study("frames", RIVER.parent / "one", draws=100)
    made = exhibit("first-frame", texts)
    assert made.sentences == [
        "In the one period army and trade are the most frequent frames, each with 40% of 5 claims."
    ]
