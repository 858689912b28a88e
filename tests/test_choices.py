"""Choices for a whole report: the same documents, codes and votes in both backends."""

import csv
import random
from pathlib import Path

import narwhals as nw
import pandas as pd
import pytest

from frameline.corpus import read_corpus
from frameline.corpus.choices import ChoiceError, Choices, choose, chosen
from frameline.corpus.conditions import ConditionError, parse_condition, passing
from frameline.report.plan.everywhere import with_choices
from frameline.report.plan.plan import parse_override, plan, variant_name

duckdb = pytest.importorskip("duckdb")

CODEBOOK = """
title = "Letters"
[[variables]]
name = "frame"
layer = "claims"
role = "frame"
codes = [{code = "oil"}, {code = "gas"}, {code = "grain"}]
[[variables]]
name = "pages"
layer = "documents"
level = "interval"
"""
CODERS = ("ana", "ben", "cem")


@pytest.fixture(scope="module")
def letters(tmp_path_factory):
    """Forty letters of two papers, three coders, one code a unit; some find nothing."""
    folder, dice = tmp_path_factory.mktemp("letters"), random.Random(4)
    documents, units, coded = [], [], {coder: [] for coder in CODERS}
    for number in range(40):
        doc = f"d{number:02}"
        documents.append([doc, f"{2000 + number // 4}", ("Sun", "Moon")[number % 2], number % 3])
        for unit in range(3):
            units.append([f"{doc}.s{unit}", doc, "1", unit + 1])
            for coder in CODERS:
                if code := dice.choice(["oil", "oil", "gas", "grain", ""]):
                    coded[coder].append([f"{doc}.s{unit}.c1", f"{doc}.s{unit}", doc, code])
                else:
                    coded[coder].append(["", f"{doc}.s{unit}", doc, ""])
    write(folder / "documents.csv", ["doc_id", "published", "outlet", "pages"], documents)
    write(folder / "units.csv", ["unit_id", "doc_id", "para_id", "sentence"], units)
    for coder, rows in coded.items():
        real = [[*row, int(bool(row[-1]))] for row in rows]
        columns = ["claim_id", "unit_id", "doc_id", "frame", "claim"]
        write(folder / "coders" / coder / "claims.csv", columns, real)
    (folder / "codebook.toml").write_text(CODEBOOK, encoding="utf-8")
    return folder


def write(path, columns, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([columns, *rows])


@pytest.fixture(scope="module")
def twin(letters, tmp_path_factory):
    """The same letters as Parquet files: every claim that any coder made."""
    corpus, folder = read_corpus(letters), tmp_path_factory.mktemp("parquet")
    given = corpus.codes_given()
    claims = given[["claim_id", "doc_id"]].drop_duplicates()
    settled = claims.merge(corpus.claims[["claim_id", "frame"]], on="claim_id", how="left")
    tables = {
        "documents": corpus.documents[["doc_id", "published", "outlet", "pages"]],
        "claims": settled.fillna({"frame": ""}),
        "codings": given[["claim_id", "coder", "frame"]],
    }
    for name, table in tables.items():
        (folder / name).mkdir()
        duckdb.from_df(table.astype("string")).write_parquet(str(folder / name / "a.parquet"))
    (folder / "codebook.toml").write_text(CODEBOOK, encoding="utf-8")
    return folder


def rows(corpus, table="claims"):
    """The rows of a table as sorted tuples, whatever keeps them."""
    found = corpus.select() if table == "claims" else corpus.documents
    lazy = nw.from_native(found).lazy().collect(backend="pandas").to_pandas()
    columns = ["claim_id", "frame"] if table == "claims" else ["doc_id"]
    return sorted(map(tuple, lazy[columns].astype(str).to_numpy()))


WHERES = ["outlet = Sun", "year >= 2005", "outlet in [Sun] and not (pages = 1)", "pages < 2",
          "outlet != Sun or year = 2003"]  # fmt: skip


@pytest.mark.parametrize("where", WHERES)
def test_a_condition_keeps_the_same_documents_in_both_backends(where, letters, twin):
    wanted = set()
    text = (letters / "documents.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        if passing(parse_condition(where), {**row, "year": row["published"]}):
            wanted.add((row["doc_id"],))
    assert 0 < len(wanted) < 40
    for folder in (letters, twin):
        corpus = read_corpus(folder, choices=Choices(where=where))
        assert rows(corpus, "documents") == sorted(wanted)
        kept = {(claim.partition(".")[0],) for claim, _ in rows(corpus)}
        assert kept <= wanted
        assert f"only documents with {where}" in corpus.describe()


@pytest.mark.parametrize(
    ("final", "need"),
    [("any", 1), ("all", 3), ("2-of-3", 2), ("majority", 2)],
)
def test_votes_count_the_same_claims_in_both_backends(final, need, letters, twin):
    given = read_corpus(letters).codes_given()
    wanted = []
    for claim, part in given.groupby("claim_id"):
        counts = part["frame"].value_counts()
        if len(part) >= need:
            best = counts.index[counts == counts.max()]
            sure = len(best) == 1 and counts.max() >= need
            wanted.append((str(claim), best[0] if sure else ""))
    assert wanted
    for folder in (letters, twin):
        assert rows(read_corpus(folder, choices=Choices(final=final))) == sorted(wanted)


def test_the_codes_of_one_coder_can_be_final(letters, twin):
    for folder in (letters, twin):
        corpus = read_corpus(folder, choices=Choices(final="coder:ben"))
        own = pd.read_csv(letters / "coders/ben/claims.csv").dropna(subset="frame")
        assert [code for _, code in rows(corpus)] == own.sort_values("claim_id")["frame"].tolist()


def test_codes_taken_together_are_one_everywhere(letters, twin):
    merge = {"frame": {"fuel": ["oil", "gas"]}}
    for folder in (letters, twin):
        before, after = read_corpus(folder), read_corpus(folder, choices=Choices(merge=merge))
        assert after.codebook.role("frame").order == ["fuel", "grain"]
        fuel = [claim for claim, code in rows(before) if code in ("oil", "gas")]
        assert [claim for claim, code in rows(after) if code == "fuel"] == fuel
        assert "values of frame taken together" in after.describe()


WRONG = [
    ({"where": "outlt = Sun"}, "no column 'outlt' (did you mean \"outlet\"?)"),
    ({"where": "outlet = Sum"}, "outlet is never 'Sum' (did you mean \"Sun\"?)"),
    ({"where": "year > 2050"}, "no document passes"),
    ({"by": ["outlets"]}, "no column 'outlets' (did you mean \"outlet\"?)"),
    ({"weight": "outlet"}, "outlet has 'Moon'; allowed: numbers"),
    ({"merge": {"frame": {"fuel": ["coal"]}}}, "frame is never 'coal'"),
    ({"final": "2-of-4"}, "there are 3 coders; allowed: 2-of-3"),
    ({"final": "coder:bem"}, "bem"),
]


@pytest.mark.parametrize(("given", "said"), WRONG)
def test_what_a_corpus_cannot_follow_is_refused_with_the_nearest_names(given, said, letters, twin):
    for folder in (letters, twin):
        with pytest.raises(ValueError, match=r".") as refused:
            read_corpus(folder, choices=Choices(**given))
        assert said in str(refused.value)


@pytest.mark.parametrize("text", ["", "a", "a =", "a in b", "a in [", "(a = 1", "a = 1 b", "a ! b"])
def test_half_a_condition_is_refused(text):
    with pytest.raises(ConditionError):
        parse_condition(text)


def test_choices_of_one_process_reach_every_corpus_it_reads(letters):
    before = chosen()
    try:
        choose(where="outlet = Moon")
        assert len(read_corpus(letters).documents) == 20
    finally:
        choose(**before.record())


def test_variables_of_a_notebook_are_choices(letters, monkeypatch):
    shell = type("Shell", (), {"user_ns": {"where": "outlet = Sun", "by": "outlet, period"}})()
    module = type("IPython", (), {"get_ipython": staticmethod(lambda: shell)})
    monkeypatch.setattr("frameline.corpus.choices._CHOSEN", [])
    monkeypatch.setitem(__import__("sys").modules, "IPython", module)
    assert chosen() == Choices(by=("outlet", "period"), where="outlet = Sun")
    assert len(read_corpus(letters).documents) == 20


def test_one_chapter_alone_cannot_count_other_documents(tmp_path):
    from frameline.report import PlanError
    from frameline.report.plan.config import read_report

    report = read_report(Path(__file__).parent / "report" / "report.toml")
    with pytest.raises(PlanError, match="holds for the whole report"):
        plan(report, [parse_override("labels.where=year > 2001")])


def test_choices_stand_in_the_notebook_after_its_parameters():
    cells = [{"metadata": {"tags": ["parameters"]}}, {"metadata": {}, "source": "last"}]
    found = with_choices({"cells": cells}, {"where": "a = 'x'"})["cells"]
    assert found[1]["source"].endswith("choose(where=\"a = 'x'\")")
    assert found[2]["source"] == "last"


def test_two_variants_never_have_one_folder():
    given = [["by=outlet"], ["where=a = 1"], ["where=a > 1"], ["where=a >= 1"], ["seed=1", "top=2"],
             ["seed=12"], ["where=" + "a = 1 or " * 20 + "a = 2"]]  # fmt: skip
    names = [variant_name(map(parse_override, texts)) for texts in given]
    assert len(set(names)) == len(names)
    assert all(len(name) < 50 and name.replace("-", "").isalnum() for name in names)
    assert variant_name(map(parse_override, ["top=2", "seed=1"])) == names[4]


def test_merge_maps_are_checked():
    with pytest.raises(ChoiceError, match="stands in two lists"):
        Choices(merge={"frame": {"a": ["x"], "b": ["x"]}})
