"""Corpora that strangers made, unedited, with values that they or a second program published.

They are not in this project. Put their folder into the variable FRAMELINE_CORPORA to run these
tests; tests/exhibits/test_groups.py has invented ones of the same kinds that always run.
"""

import csv
import os
from pathlib import Path

import pytest

from frameline.cli import main
from frameline.corpus import read_corpus
from frameline.corpus.choices import Choices
from frameline.corpus.doubts import doubt_corpus, merge_map
from frameline.exhibits import study
from frameline.exhibits.agreement._tables import code_rows, judged
from frameline.exhibits.groups import _tables as tables
from frameline.exhibits.groups.code_positions import counted
from frameline.report.plan.design import design_of

PUBLIC = (
    Path(os.environ.get("FRAMELINE_CORPORA", "")) if "FRAMELINE_CORPORA" in os.environ else None
)
pytestmark = pytest.mark.skipif(
    PUBLIC is None, reason="FRAMELINE_CORPORA is not set: the public corpora are not here"
)


def opened(into, *files):
    """A corpus as `frameline open` makes it of a stranger's files."""
    paths = [str(PUBLIC / file) for file in files]
    assert main(["open", *paths, "--into", str(into), "--yes", "--no-build"]) == 0
    return into


@pytest.fixture(scope="module")
def debates(tmp_path_factory):
    return opened(tmp_path_factory.mktemp("debates") / "corpus", "iraq-debates/debates.dna")


@pytest.fixture(scope="module")
def narratives(tmp_path_factory):
    files = ("narrative-framing/annotations.csv", "narrative-framing/articles.csv")
    return opened(tmp_path_factory.mktemp("narratives") / "corpus", *files)


def positions(path):
    """Agree and disagree of each concept in each year."""
    texts = study("groups", read_corpus(path), draws=100)
    table = counted(texts, tables.Grouping("year", tables.DOCUMENTS, "period"))
    return {(r["code"], r["group"]): (r["agree"], r["disagree"]) for r in table.to_dict("records")}


def test_the_debates_as_they_are_filed(debates):
    corpus = read_corpus(debates)
    assert len(corpus.claims) == 1166
    assert corpus.claims["person"].nunique() == 161
    assert corpus.claims["organization"].nunique() == 9
    assert len(corpus.codebook.role("frame").codes) == 22
    found = positions(debates)
    assert found["22 - war", "2002"] == (7, 28)
    assert found["22 - war", "2003"] == (69, 65)
    assert found["07 - humanitarian", "2002"] == (28, 1)
    assert found["07 - humanitarian", "2003"] == (65, 0)


def test_the_debate_with_another_year_in_its_name_is_noticed(debates):
    doubts = doubt_corpus(debates)
    said = doubts.loc[doubts["column"] == "published", "found"].tolist()
    assert said == ["'2021-09-07': far from all others, 2002 to 2003; its name says 2003"]


def test_with_its_date_corrected_the_debates_of_2003_are_whole(debates, tmp_path):
    (tmp_path / "corpus").mkdir()
    for file in debates.rglob("*"):
        target = tmp_path / "corpus" / file.relative_to(debates)
        target.mkdir(exist_ok=True) if file.is_dir() else target.write_bytes(file.read_bytes())
    documents = tmp_path / "corpus" / "documents.csv"
    text = documents.read_text(encoding="utf-8")
    assert text.count("2021-09-07") == 1
    documents.write_text(text.replace("2021-09-07", "2003-03-18"), encoding="utf-8")
    assert positions(tmp_path / "corpus")["22 - war", "2003"] == (79, 71)
    assert "published" not in set(doubt_corpus(tmp_path / "corpus")["column"])


def test_war_by_party_and_year_is_what_the_statements_say(debates):
    corpus = read_corpus(debates, choices=Choices(by=("organization",), where="year = 2003"))
    texts = study("groups", corpus, draws=100)
    (party,) = tables.ways(texts)
    found = {(r["code"], r["group"]): (r["agree"], r["disagree"])
             for r in counted(texts, party).to_dict("records")}  # fmt: skip
    lines = (PUBLIC / "iraq-debates/statements.csv").read_text(encoding="utf-8-sig").splitlines()
    rows = [r for r in csv.DictReader(lines) if r["date"].startswith("2003")]
    for (code, group), numbers in found.items():
        mine = [r["valence"] for r in rows if r["frame"] == code and r["voice"] == group]
        assert numbers == (mine.count("agree"), mine.count("disagree"))
    assert found["22 - war", "Liberal Democrats"][0] == 0


#: Share in percent, and ends of the two intervals in points (documents; documents and coders).
SHARES = {
    "co1": (78.3, 75.1, 81.5, 68.8, 87.4), "co3": (65.1, 61.3, 68.8, 57.4, 73.3),
    "hi1": (43.7, 40.3, 47.0, 23.3, 63.4), "mo2": (8.1, 6.0, 10.4, 3.9, 12.1),
}  # fmt: skip


def test_shares_of_frames_with_text_and_coder_error(narratives):
    texts = study("groups", read_corpus(narratives), draws=2000)
    table = tables.shares(texts, "everything", None).set_index("code")
    for code, (share, low, high, wide_low, wide_high) in SHARES.items():
        row = 100 * table.loc[code, ["share", "low", "high", "wide_low", "wide_high"]]
        assert row["share"] == pytest.approx(share, abs=0.05)
        assert row[["low", "high"]].tolist() == pytest.approx([low, high], abs=1)
        assert row[["wide_low", "wide_high"]].tolist() == pytest.approx(
            [wide_low, wide_high], abs=3.5
        )


def test_firm_differences_of_outlets_in_one_spelling(narratives, tmp_path):
    merge = tmp_path / "merge.toml"
    merge.write_text(merge_map(narratives), encoding="utf-8")
    from frameline.corpus.choices import read_merge

    chosen = Choices(by=("outlet", "leaning"), merge=read_merge(merge))
    texts = study("groups", read_corpus(narratives, choices=chosen), draws=1000)
    outlet, leaning = tables.ways(texts)
    found = tables.tested(texts, outlet).assign(group=lambda t: t["group"].str.lower())
    rows = found.set_index(["group", "code"])
    for group, code, difference in (
        ("thedailycaller", "re5", -23.9), ("drudgereport", "co1", -34.8), ("bbc", "re5", 34.2),
    ):  # fmt: skip
        assert 100 * rows.loc[(group, code), "difference"] == pytest.approx(difference, abs=0.06)
        assert rows.loc[(group, code), "word"] == "firm"
    leaning_rows = tables.tested(texts, leaning).set_index(["group", "code"])
    for group, code, difference in (
        ("left_bias", "re5", 16.8),
        ("left_center_bias", "hi2", -18.9),
        ("right_bias", "re5", -22.8),
    ):
        row = leaning_rows.loc[(group, code)]
        assert 100 * row["difference"] == pytest.approx(difference, abs=0.06)
        assert row["word"] == "firm"


def test_agreement_on_the_frames_code_by_code(narratives):
    texts = study("agreement", read_corpus(narratives), draws=100)
    table = code_rows(texts).set_index("code")["alpha"]
    wanted = {"co1": 0.448, "co2": 0.429, "co3": 0.379, "ec1": 0.461, "ec2": 0.700, "ec3": 0.468,
              "hi1": 0.064, "hi2": 0.391, "hi5": 0.356, "mo1": 0.426, "mo2": 0.515,
              "re5": 0.262}  # fmt: skip
    assert {code: round(table[code], 3) for code in wanted} == wanted


def test_agreement_on_every_variable_of_the_posts():
    texts = study("agreement", read_corpus(PUBLIC / "fbposts/posts.csv"), draws=100)
    table = judged(texts).set_index("variable")["alpha"].round(3).to_dict()
    assert table == {"frame": 1.0, "n_pictures": 0.88, "pop_elite": 0.339, "pop_people": 0.287,
                     "pop_othering": 0.566}  # fmt: skip


@pytest.mark.parametrize(
    ("file", "design"),
    [("narrative-framing/annotations.csv", "crowd"), ("fbposts/posts.csv", "crowd"),
     ("iraq-debates/statements.csv", "few")],
)  # fmt: skip
def test_the_design_is_seen(file, design):
    assert design_of(PUBLIC / file).name == design
