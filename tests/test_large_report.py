"""The report of a large corpus as a reader gets it, built from a small one of the same kind."""

import json

import pytest

from frameline.corpus.backends.engine.corpus import read_engine
from frameline.report.build import build
from frameline.report.plan.config import read_report
from frameline.report.plan.plan import Override
from frameline.report.plan.project import default_report

pytestmark = pytest.mark.slow
pytest.importorskip("duckdb")

MACHINE_CODES = "how-far-are-machine-codes-right"


@pytest.fixture(scope="module")
def large_report(archive, tmp_path_factory):
    """The folder of the report; DuckDB counts, as it does for millions of claims."""
    folder = tmp_path_factory.mktemp("large") / "build"
    few = [Override("draws", 100), Override("engine", "duckdb"), Override("min_n", 5)]
    report = default_report(archive)
    assert report.name == "many.toml"
    built = build(report, corpus=archive, out=folder, overrides=few)
    # Nothing says that machines coded this archive: one chapter has nothing to correct.
    (aside,) = built.asides.items()
    assert aside[0] == MACHINE_CODES
    assert "To change that, name the coders and their kind" in aside[1]
    return folder


def findings(folder):
    records = json.loads((folder / "results.json").read_text(encoding="utf8"))
    return {record["key"]: record for record in records}


def test_every_chapter_says_something_and_no_number_is_missing(large_report, archive):
    text = (large_report / "report.html").read_text(encoding="utf8")
    for chapter in read_report(default_report(archive)).chapters:
        apart = chapter.only_for == ("memory",) or chapter.key == MACHINE_CODES
        assert apart or chapter.short in text
    assert text.count("steps aside") <= 1, "what the corpus lacks, in the list at the end"
    assert ">nan<" not in text.lower()
    assert (large_report / "report.pdf").stat().st_size > 50_000


def test_findings_answer_how_much_when_and_how_sure(large_report, archive):
    found = findings(large_report)
    assert found["volume.documents"]["value"] == 500
    assert found["volume.all_claims"]["value"] == read_engine(archive).rows["claims"]
    share = found["share.security.2000–2004"]
    assert 0 < share["low"] < share["value"] < share["high"] < 1
    periods = [key for key in found if key.startswith("net_valence.")]
    assert len(periods) == 7
    alpha = found["alpha.frame"]
    assert alpha["low"] < alpha["value"] < alpha["high"]
    assert found["together.sentences"]["value"] > found["together.several"]["value"] > 0


def test_evidence_is_a_sample_that_the_seed_repeats(large_report):
    cited = findings(large_report)["frames.claims"]["evidence"]
    assert 20 < len(cited) < 300
    assert cited == sorted(cited)
    text = (large_report / "report.html").read_text(encoding="utf8")
    assert cited[0] in text


def test_charts_of_a_large_corpus_stay_readable(large_report):
    rows = (large_report / "figures/frames-by-period.csv").read_text(encoding="utf8").splitlines()
    codes = {row.split(",")[1] for row in rows[1:]}
    assert len(codes) == 9
    assert "(other)" in codes
    assert len({row.split(",")[0] for row in rows[1:]}) <= 10
