"""The same invented corpus as CSV tables and as Parquet files: one protocol, the same answers."""

import csv

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from frameline.corpus import CHOICES, Corpus, Filter, StepAside, read_corpus
from frameline.corpus.backends.engine.corpus import EngineCorpus
from frameline.corpus.backends.memory import MemoryCorpus
from frameline.measures.large.document_agreement import (
    alpha_of_documents,
    patterns_by_document,
    twin_of_codings,
)
from frameline.measures.large.tallies import shares, tally
from frameline.measures.period_steps import net_steps, period_counts, share_steps
from frameline.measures.together import together

duckdb = pytest.importorskip("duckdb")

FRAMES = ["water", "trade", "торг"]
#: Role to its codes, each with the flags it carries.
CODES = {
    "valence": {"plus": {"sign": 1}, "minus": {"sign": -1}, "none": {}},
    "voice": {"writer": {"own": True}, "quoted": {}},
    "relevance": {"core": {"counted": True}, "aside": {}},
    "modality": {"said": {"asserted": True}, "asked": {"question": True}, "may": {}},
    "function": {"why": {"verdict": True}, "what": {"fact": True}, "do": {"advice": True}},
}
NEEDS = [
    *("documents", "claims", "tokens", "codings", "coders", "claims.frame", "claims.unit_id"),
    *(f"claims.{role}" for role in CODES),
    *(f"codings.{role}" for role in ("frame", "valence")),
]
CODERS = ("ana", "ben")


@st.composite
def corpora(draw):
    """Codebook, documents, claims and codings; some roles uncoded, some codes without flags."""
    roles = [role for role in CODES if draw(st.sampled_from([True, True, False]))]
    flagged = {role: draw(st.sampled_from([True, True, False])) for role in roles}
    coded = draw(st.booleans())
    ids = draw(
        st.lists(st.sampled_from(["a-1", "b.2", "ن", "d 4", "e'5"]), min_size=2, unique=True)
    )
    documents = [[doc, str(draw(st.integers(1990, 1999)))] for doc in ids]
    claims, codings = [], []
    for doc in ids:
        for sentence in range(1, draw(st.integers(1, 3)) + 1):
            for number in range(1, draw(st.integers(1, 1 if coded else 3)) + 1):
                codes = {r: draw(st.sampled_from(["", *CODES[r]])) for r in roles}
                place = (doc, sentence, number)
                claims.append((place, {"frame": draw(st.sampled_from(FRAMES))} | codes))
                for coder in CODERS if coded else ():
                    if draw(st.integers(0, 3)):
                        given = {"frame": draw(st.sampled_from(FRAMES))}
                        if "valence" in roles:
                            given["valence"] = draw(st.sampled_from(["", *CODES["valence"]]))
                        codings.append((coder, place, given))
    return flagged, documents, claims, codings


def codebook(flagged):
    lines = ['title = "Two ways"', 'version = "1"']
    for role, flags in {"frame": False, **flagged}.items():
        lines += ["[[variables]]", f'name = "v_{role}"', f'role = "{role}"']
        lines += [f"required = {str(role == 'frame').lower()}"]
        for code, values in (CODES.get(role) or {frame: {} for frame in FRAMES}).items():
            lines += ["[[variables.codes]]", f'code = "{code}"']
            if flags:
                lines += [f"{k} = {str(v).lower()}" for k, v in values.items()]
    return "\n".join(lines) + "\n"


def unit_of(place):
    doc, sentence, _ = place
    return f"{doc}.P1.s{sentence}"


def write_csv(path, header, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows])


def write_tables(folder, made):
    flagged, documents, claims, codings = made
    folder.mkdir(parents=True)
    (folder / "codebook.toml").write_text(codebook(flagged), encoding="utf-8")
    write_csv(folder / "documents.csv", ["doc_id", "published"], documents)
    units = {unit_of(place): place for place, _ in claims}
    rows = [[doc, "P1", sentence, unit] for unit, (doc, sentence, _) in units.items()]
    write_csv(folder / "units.csv", ["doc_id", "para_id", "sentence", "unit_id"], rows)
    variables = ["frame", *flagged]
    head = ["doc_id", "para_id", "sentence", "claim"]
    rows = [[p[0], "P1", p[1], p[2], *(codes[v] for v in variables)] for p, codes in claims]
    write_csv(folder / "claims.csv", [*head, *(f"v_{v}" for v in variables)], rows)
    for coder in {coder for coder, _, _ in codings}:
        mine = [(p, codes) for who, p, codes in codings if who == coder]
        given = [v for v in variables if v in ("frame", "valence")]
        rows = [[p[0], "P1", p[1], p[2], *(codes[v] for v in given)] for p, codes in mine]
        file = folder / "coders" / coder / "claims.csv"
        write_csv(file, [*head, *(f"v_{v}" for v in given)], rows)


def write_parquet(folder, made):
    flagged, documents, claims, codings = made
    folder.mkdir(parents=True)
    (folder / "codebook.toml").write_text(codebook(flagged), encoding="utf-8")
    variables = ["frame", *flagged]

    def row(place, codes, names):
        blank = {f"v_{v}": codes[v] or None for v in names}
        return {"claim_id": f"{unit_of(place)}.c{place[2]}", "doc_id": place[0]} | blank

    tables = {
        "documents": [{"doc_id": doc, "published": when} for doc, when in documents],
        "claims": [
            row(p, codes, variables) | {"unit_id": unit_of(p), "claim": p[2]} for p, codes in claims
        ],
        "codings": [
            row(p, codes, [v for v in variables if v in ("frame", "valence")]) | {"coder": who}
            for who, p, codes in codings
        ],
    }
    for name, rows in tables.items():
        if rows:
            (folder / name).mkdir()
            table = pd.DataFrame(rows)
            texts = [c for c in table if c != "claim"]
            table = table.astype(dict.fromkeys(texts, "string"))
            duckdb.from_df(table).write_parquet(str(folder / name / "a.parquet"))


def collected(table):
    if isinstance(table, pd.DataFrame):
        return table
    return table.collect(backend="pandas").to_pandas()


def answers(path, options, chosen, engine):
    """Everything both can be asked, or the words with which they refuse."""
    try:
        texts = read_corpus(path, engine=engine, **options)
        claims = texts.select(chosen)
    except ValueError as error:
        return {"refused": str(error)}
    roles = sorted({"frame", *CODES} & {*collected(claims).columns})
    rows = collected(claims).sort_values("claim_id", ignore_index=True)
    codes = rows[roles].loc[:, (rows[roles] != "").any()]
    counts = tally(claims, texts.documents, ["frame"])
    found = {
        "line": texts.describe(chosen),
        "ids": rows["claim_id"].tolist(),
        "codes": codes.to_dict("list"),
        "counts": counts.to_numpy().tolist(),
        "shares": shares(counts, "frame", within="when").to_numpy().tolist(),
        "evidence": texts.evidence_of(texts.names, chosen)["claim_id"].sort_values().tolist(),
        "has": [need for need in NEEDS if texts.has(need)],
        "lacking": texts.lacking(*(need for need in NEEDS if not texts.has(need))),
        "present": texts.present("frame", *CODES),
        "names": dict(sorted(texts.names.items())),
        "coders": texts.coder_names,
        "sizes": [texts.size(table) for table in ("documents", "claims", "codings", "labels")],
        "source": texts.source,
    }
    if texts.has("codings.frame"):
        at = {"code": "frame", "unit": "claim_id"}
        sets = patterns_by_document(texts.codes_placed(), FRAMES, **at)
        tossed = twin_of_codings(
            texts.codes_given(), FRAMES, texts.coder_names, **at, tosses=20, seed=1
        )
        row = alpha_of_documents(sets, draws=20, seed=1, tossed=tossed)
        found["agreement"] = pd.Series(row).to_json()
    return found


@st.composite
def questions(draw):
    """A corpus, how it is read, and several filters; now and then they name what is not there."""
    made = draw(corpora().filter(lambda made: made[2]))
    ids = [doc for doc, _ in made[1]]
    there = ["final", *sorted({coder for coder, _, _ in made[3]})]

    def documents():
        wrong = ["a1", "b.3"] if draw(st.integers(0, 9)) == 7 else []
        return draw(st.lists(st.sampled_from([*ids[1:], *wrong]), max_size=2, unique=True))

    def coding():
        return draw(st.sampled_from(["bem", "olga"] if draw(st.integers(0, 11)) == 7 else there))

    options = {"drop": documents(), "coding": coding()}
    filters = []
    for _ in range(5):
        choices = {name: draw(st.sampled_from(list(words))) for name, words in CHOICES.items()}
        filters.append(Filter(**choices, drop=documents(), coding=coding()))
    return made, options, filters


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(asked=questions(), engine=st.sampled_from(["pandas", "duckdb"]))
def test_both_backends_answer_alike(tmp_path_factory, asked, engine):
    made, options, filters = asked
    folder = tmp_path_factory.mktemp("both")
    write_tables(folder / "csv" / "press", made)
    write_parquet(folder / "parquet" / "press", made)
    for chosen in filters:
        small = answers(folder / "csv" / "press", options, chosen, engine)
        assert answers(folder / "parquet" / "press", options, chosen, engine) == small


def test_the_path_decides_which_backend_reads(archive, river):
    assert isinstance(read_corpus(river), MemoryCorpus)
    assert isinstance(read_corpus(archive), EngineCorpus)
    for kind in (MemoryCorpus, EngineCorpus):
        assert Corpus in kind.__mro__
        assert not kind.__abstractmethods__


def test_what_only_a_corpus_in_memory_has_makes_a_chapter_step_aside(archive):
    texts = read_corpus(archive)
    for name in ("labels", "aligned", "units"):
        with pytest.raises(StepAside, match=f"without '{name}', so this chapter steps aside"):
            getattr(texts, name)
    with pytest.raises(AttributeError):
        texts.lables  # noqa: B018


def test_documents_are_left_out_of_every_table(archive):
    texts = read_corpus(archive, drop=["a00000020"])
    assert texts.size("documents") == 499
    for table in ("claims", "codings", "tokens"):
        assert "a00000020" not in set(collected(texts.tables[table])["doc_id"])
    assert texts.size("claims") < read_corpus(archive).size("claims")
    assert texts.describe() == "all claims, all voices, without a00000020"


def test_a_mistyped_document_of_very_many_is_refused_with_a_hint(archive, monkeypatch):
    monkeypatch.setattr("frameline.corpus.backends.engine.corpus._FEW", 50)
    assert read_corpus(archive).names == {}
    with pytest.raises(ValueError, match=r"'a00000002x' \(did you mean .*there are 500"):
        read_corpus(archive, drop=["a00000002x"])
    assert read_corpus(archive, drop=["a00000499"]).size("documents") == 499


@pytest.mark.parametrize("engine", ["pandas", "duckdb", "polars", "pyarrow"])
def test_a_line_under_a_figure_names_no_filter_that_was_not_applied(tmp_path, engine):
    """An archive with frames alone: no voice, no relevance and no modality is coded."""
    claims = [(("d1", n, 1), {"frame": "water"}) for n in (1, 2)]
    made = ({}, [["d1", "2001"]], claims, [])
    write_parquet(tmp_path / "bare", made)
    texts = read_corpus(tmp_path / "bare", engine=engine)
    for chosen in (Filter(), Filter(voice="own"), Filter(function="no facts")):
        assert texts.describe(chosen) == "all claims"
        assert len(collected(texts.select(chosen))) == 2


def small_of(archive, folder):
    """The archive as CSV tables: the same documents, sentences, claims and codes."""
    read = {n: duckdb.sql(f"FROM '{archive}/{n}/*.parquet'").df() for n in ("documents", "claims")}
    claims = read["claims"]
    folder.mkdir()
    (folder / "codebook.toml").write_text((archive / "codebook.toml").read_text("utf-8"), "utf-8")
    read["documents"].to_csv(folder / "documents.csv", index=False)
    keys = ["claim_id", "doc_id", "unit_id", "claim", "driver", "valence", "voice"]
    claims[keys].to_csv(folder / "claims.csv", index=False)
    return folder


@pytest.fixture(scope="module")
def both(archive, tmp_path_factory):
    """The archive read from CSV tables and counted by DuckDB."""
    small = read_corpus(small_of(archive, tmp_path_factory.mktemp("small") / "press"))
    return small, read_corpus(archive, engine="duckdb")


@pytest.mark.parametrize("unit", ["unit_id", "doc_id"])
@pytest.mark.parametrize("voice", ["all", "own"])
def test_codes_that_stand_together_are_the_same_at_both_sizes(both, unit, voice):
    chosen = Filter(voice=voice)
    small, large = (together(t.select(chosen), t.role("frame").order, unit=unit) for t in both)
    assert small.units > small.several > 0
    assert small[:2] == large[:2]
    for one, other in zip(small[2:], large[2:], strict=True):
        pd.testing.assert_frame_equal(one, other)


def test_codes_that_stand_together_are_those_of_a_plain_table(both):
    claims = both[0].select()
    has = pd.crosstab(claims["unit_id"], claims["frame"]) > 0
    found = together(claims, both[0].role("frame").order)
    assert found.several == int((has.sum(axis=1) > 1).sum())
    by_hand = (has.astype(int).T @ has.astype(int)).loc[found.both.index, found.both.columns]
    assert (found.both == by_hand).all(axis=None)


def test_steps_between_periods_are_the_same_at_both_sizes(both):
    tables = []
    for texts in both:
        frame, valence = texts.role("frame"), texts.role("valence")
        codes = {"frame": frame.order, "valence": valence.order}
        drawn = period_counts(
            texts.select(), texts.documents, codes, most=4, draws=50, seed=7,
            blocks=texts.in_blocks,
        )  # fmt: skip
        tables.append((share_steps(drawn, "frame"), net_steps(drawn, valence.flag("sign"))))
    for small, large in zip(*tables, strict=True):
        assert len(small) > 3
        pd.testing.assert_frame_equal(small, large)


def test_steps_are_differences_of_shares_of_claims(both):
    texts = both[0]
    claims = texts.select().merge(texts.documents[["doc_id", "year"]], on="doc_id")
    drawn = period_counts(
        claims, texts.documents, {"frame": texts.role("frame").order}, most=4, draws=200, seed=7
    )
    found = share_steps(drawn, kept=["trade"])
    pairs = [["1990–1999", "2000–2009"], ["2000–2009", "2010–2019"], ["2010–2019", "2020–2029"]]
    assert found[["from", "to"]].drop_duplicates().to_numpy().tolist() == [
        *pairs, ["1990–1999", "2020–2029"]
    ]  # fmt: skip
    trade = claims["frame"].eq("trade").groupby(claims["year"] // 10 * 10).mean()
    step = found.set_index(["from", "to", "code"]).loc["1990–1999", "2000–2009", "trade"]
    assert step["diff"] == pytest.approx(trade[2000] - trade[1990])
    assert step["low"] < step["diff"] < step["high"]


def test_a_claim_of_two_codes_has_no_place_in_steps():
    claims = pd.DataFrame({"doc_id": ["a"], "frame": ["X;Y"]})
    documents = pd.DataFrame({"doc_id": ["a"], "published": ["2001"]})
    with pytest.raises(ValueError, match="frame: a claim has several codes"):
        period_counts(claims, documents, {"frame": ["X", "Y"]}, draws=2, seed=1)


def test_documents_whose_ids_are_numbers_are_left_out_by_either(tmp_path):
    claims = [((doc, 1, 1), {"frame": "water"}) for doc in ("1", "2", "3")]
    made = ({}, [[doc, "2001"] for doc in ("1", "2", "3")], claims, [])
    write_parquet(tmp_path / "numbered", made)
    for name in ("documents", "claims"):
        file = tmp_path / "numbered" / name / "a.parquet"
        rows = duckdb.sql(f"FROM '{file}'").df()
        rows["doc_id"] = rows["doc_id"].astype("int64")
        duckdb.from_df(rows).write_parquet(str(file))
    for drop in (["2"], [2]):
        texts = read_corpus(tmp_path / "numbered", drop=drop)
        assert texts.size("claims") == 2
        assert texts.describe(Filter(drop=["3"])) == "all claims, without 2, 3"
        assert len(collected(texts.select(Filter(drop=["3"])))) == 1
