"""From a stranger's rows to the shape of a report: designs, warnings, the first commands."""

import csv
import json

import pytest

from frameline.cli import main
from frameline.corpus import read_corpus
from frameline.corpus.doubts import doubt_corpus, merge_map
from frameline.exhibits.groups.corpus_notes import chosen_so
from frameline.report.build import build
from frameline.report.plan.config import read_report
from frameline.report.plan.design import design_of
from frameline.report.plan.plan import parse_override, with_chapters_for
from frameline.report.plan.project import default_report


def write(path, columns, rows):
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([columns, *rows])
    return path


def one_file(path, documents, coders=1, *, sets=False):
    rows = [
        [f"d{n}", f"20{n % 20:02}", f"c{c}", code]
        for n in range(documents)
        for c in range(coders)
        for code in (("x", "y") if sets else ("xy"[n % 2],))
    ]
    return write(path, ["document", "date", "coder", "frame"], rows)


@pytest.mark.parametrize(
    ("documents", "coders", "design"),
    [(5, 1, "few"), (12, 6, "few"), (13, 1, "some"), (60, 2, "some"), (61, 1, "many"),
     (13, 3, "crowd"), (400, 4, "crowd")],
)  # fmt: skip
def test_the_design_follows_from_documents_and_coders(documents, coders, design, tmp_path):
    table = one_file(tmp_path / "rows.csv", documents, coders)
    assert design_of(table).name == design
    assert default_report(table).name == ("report.toml" if design == "few" else "many.toml")


def test_a_crowd_opens_with_agreement_and_others_do_not(tmp_path):
    report = read_report(default_report(design="many"))
    crowd, many = one_file(tmp_path / "a.csv", 80, 4), one_file(tmp_path / "b.csv", 80)
    assert with_chapters_for(report, crowd).chapters[0].short == "Agreement"
    assert with_chapters_for(report, many).chapters[0].short == "Summary"


def test_groups_are_in_a_report_of_few_texts_only_where_they_are_asked_for(tmp_path):
    report, few = read_report(default_report()), one_file(tmp_path / "few.csv", 5)
    assert "Groups" not in {c.short for c in with_chapters_for(report, few).chapters}
    asked = with_chapters_for(report, few, [parse_override("by=period")])
    assert "Groups" in {c.short for c in asked.chapters}


def test_undated_documents_are_read_and_named_and_shape_the_report(tmp_path):
    rows = [["d1", "2001", "a", "x"], ["d2", "", "a", "y"], ["d3", "2003", "a", "x"]]
    table = write(tmp_path / "rows.csv", ["document", "date", "coder", "frame"], rows)
    corpus = read_corpus(table)
    assert corpus.documents["doc_id"].tolist() == ["d1", "d3", "d2"]
    assert corpus.documents["year"].isna().sum() == 1
    assert "1 document (d2) without a date" in doubt_corpus(table)["found"].tolist()
    assert default_report(table).name == "many.toml"


def test_doubts_are_named_with_their_place_and_what_to_do(tmp_path):
    folder = tmp_path / "corpus"
    (folder / "coders" / "ana").mkdir(parents=True)
    (folder / "coders" / "ben").mkdir()
    years = ["2001", "2002", "2003", "2002", "2041"]
    outlets = ["BBC", "bbc", "BBC", "The Sun", "the-sun"]
    documents = [[f"d{n}", years[n], outlets[n]] for n in range(5)]
    write(folder / "documents.csv", ["doc_id", "published", "outlet"], documents)
    for coder, docs in (("ana", range(4)), ("ben", range(2))):
        rows = [[f"d{n}", "x"] for n in docs]
        write(folder / "coders" / coder / "claims.csv", ["doc_id", "driver"], rows)
    found = doubt_corpus(folder)
    said = dict(zip(found["column"].where(found["column"] != "", found["file"]), found["found"],
                    strict=True))  # fmt: skip
    assert said["published"] == "'2041': far from all others, 2001 to 2003"
    assert said["doc_id"] == "1 document (d4) without a claim"
    assert said["coder ben"] == "coded 2 of 5 documents"
    assert said["outlet"].startswith("2 names in several spellings, such as 'BBC', 'bbc'")
    assert "nothing is said about how these texts were chosen" in said["about.md"]
    assert (found["todo"] != "").all()
    assert '"BBC" = ["BBC", "bbc"]' in merge_map(folder)
    (folder / "about.md").write_text("# x\n## How they were chosen\nBy lot.\n", encoding="utf-8")
    assert "about.md" not in set(doubt_corpus(folder)["file"])
    assert chosen_so(folder) == "By lot."


def test_a_blank_row_of_a_table_of_sets_says_that_it_was_read(tmp_path):
    rows = [["d1", "2001", "a", "x"], ["d1", "2001", "a", "y"], ["d1", "2001", "b", ""],
            ["d2", "2001", "b", "x"]]  # fmt: skip
    table = write(tmp_path / "rows.csv", ["document", "date", "coder", "frame"], rows)
    corpus = read_corpus(table)
    assert corpus.coverage == {"a": {"d1"}, "b": {"d1", "d2"}}
    assert {coder: len(claims) for coder, claims in corpus.codings.items()} == {"a": 2, "b": 1}


def test_open_reads_facts_of_documents_and_shows_what_it_read(tmp_path, capsys):
    table = one_file(tmp_path / "rows.csv", 30, 2)
    facts = write(tmp_path / "facts.csv", ["id", "party"], [[f"d{n}", "AB"[n % 2]]
                                                            for n in range(30)])  # fmt: skip
    into = tmp_path / "corpus"
    assert main(["open", str(table), str(facts), "--into", str(into), "--no-build"]) == 0
    out = capsys.readouterr().out
    assert "facts  facts.csv: party, for 30 of 30 documents" in out
    assert "the first 5 claims, as they are read:" in out
    assert read_corpus(into).documents["party"].value_counts().to_dict() == {"A": 15, "B": 15}
    assert main(["open", str(table), "--into", str(into)]) == 1
    assert "is there already" in capsys.readouterr().err


def test_a_table_of_facts_without_documents_is_refused(tmp_path, capsys):
    table = one_file(tmp_path / "rows.csv", 30)
    facts = write(tmp_path / "facts.csv", ["id", "party"], [["other", "A"]])
    given = ["open", str(table), str(facts), "--into", str(tmp_path / "corpus"), "--no-build"]
    assert main(given) == 1
    assert "no column that names the documents" in capsys.readouterr().err


def test_plan_says_which_chapters_will_be_there_and_why_not(tmp_path, capsys):
    table = one_file(tmp_path / "rows.csv", 80)
    assert main(["plan", str(table)]) == 0
    out = capsys.readouterr().out
    assert "many (80 documents, 1 coders)" in out
    lines = {line.split("  ")[-1].strip() for line in out.splitlines()}
    assert any(line.startswith("no: No column puts the documents") for line in lines)
    assert "yes" in lines


def test_convert_writes_what_an_engine_counts(tmp_path, capsys):
    pytest.importorskip("duckdb")
    table, into = one_file(tmp_path / "rows.csv", 20, 2), tmp_path / "parquet"
    assert main(["convert", str(table), "--into", str(into)]) == 0
    assert read_corpus(into).size("claims") == len(read_corpus(table).claims)
    assert main(["convert", str(table), "--into", str(into)]) == 1
    assert "name a new folder" in capsys.readouterr().err


@pytest.mark.slow
def test_a_report_of_ones_own_is_built_from_what_new_makes(tmp_path):
    table = one_file(tmp_path / "rows.csv", 70, 1)
    assert main(["new", str(tmp_path / "mine"), "--report"]) == 0
    report = tmp_path / "mine" / "report.toml"
    assert read_report(report).bibliography == read_report(default_report()).bibliography
    built = build(report, corpus=table, only=["a-chapter-of-my-own"], formats=["html"],
                  overrides=[parse_override("draws=100")])  # fmt: skip
    assert built.folder == tmp_path / "mine" / "build.part.draws-100"
    page = (built.folder / "report.html").read_text(encoding="utf-8")
    assert "A chapter of my own" in page
    found = json.loads((built.folder / "results.json").read_text(encoding="utf-8"))
    assert any(one["key"] == "groups.first.share" for one in found)
