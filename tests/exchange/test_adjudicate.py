"""`frameline adjudicate`: what the coders disagree on, and the decisions read back."""

import csv
import io
import shutil
from pathlib import Path

import pandas as pd
import pytest

from frameline.cli import main
from frameline.corpus import read_corpus
from frameline.corpus.checks import check_corpus
from frameline.corpus.texts import check_texts
from frameline.exchange.files.error import ExchangeError
from frameline.exchange.formats.tables.xlsx_table import read_sheet, workbook
from frameline.exchange.incoming.beginning import new_corpus
from frameline.exchange.review.adjudication import read_decisions
from frameline.exchange.review.disagreements import write_sheet

CORPORA = Path(__file__).parents[1] / "corpora"


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    folder = tmp_path_factory.mktemp("example") / "corpus"
    new_corpus(folder)
    return folder


@pytest.fixture
def corpus(example, tmp_path):
    return Path(shutil.copytree(example, tmp_path / "corpus"))


@pytest.fixture
def sheet(corpus, tmp_path):
    write_sheet(corpus, tmp_path / "sheet.csv")
    return tmp_path / "sheet.csv"


def rows_of(path):
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"))))


def fill(path, decide):
    """Write decisions into a sheet: decide(row) changes it."""
    rows = rows_of(path)
    for row in rows:
        decide(row)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def all_decided(row):
    row["decision"] = {"claim held": "yes", "valence": "mixed", "frame": "kinship"}[row["variable"]]


def test_the_sheet_has_each_disagreement_with_its_passage(sheet):
    rows = rows_of(sheet)
    assert [(r["variable"], r["coder ana"], r["coder bo"]) for r in rows] == [
        ("claim held", "(no row)", "yes"),
        ("valence", "apart", "mixed"),
        ("frame", "kinship", "upkeep"),
    ]
    assert rows[0]["passage"] == "Neither town could pay for it alone."
    assert rows[1]["allowed"] == "together, mixed, apart"


def test_without_texts_the_evidence_phrases_stand_for_the_passage(corpus, tmp_path):
    shutil.rmtree(corpus / "texts")
    write_sheet(corpus, tmp_path / "bare.csv")
    assert rows_of(tmp_path / "bare.csv")[1]["passage"] == "friends do not race each other"


def test_decisions_become_the_final_claims_and_a_log(corpus, sheet):
    fill(sheet, all_decided)
    settled = read_decisions(corpus, sheet)
    assert (settled.rows["claims"], settled.by_majority, settled.by_adjudicator) == (11, 0, 3)
    final = read_corpus(corpus).claims.set_index("claim_id")
    assert final.loc["two-harbours.P2.s4.c1", "valence"] == "mixed"
    assert final.loc["two-harbours.P3.s3.c1", "frame"] == "kinship"
    assert final.loc["two-harbours.P1.s2.c1", "agreement"] == 1
    log = read_corpus(corpus).adjudication
    assert log[["variable", "ana", "bo", "final", "decided_by"]].to_numpy().tolist() == [
        ["claim held", "no", "yes", "yes", "adjudicator"],
        ["valence", "apart", "mixed", "mixed", "adjudicator"],
        ["frame", "kinship", "upkeep", "kinship", "adjudicator"],
    ]
    assert check_corpus(corpus).empty
    assert check_texts(corpus, corpus / "texts").empty


def test_a_claim_decided_to_be_none_is_none(corpus, sheet):
    def decide(row):
        all_decided(row)
        if row["variable"] == "claim held":
            row["decision"] = "no"

    fill(sheet, decide)
    assert read_decisions(corpus, sheet).rows["claims"] == 10
    assert "two-harbours.P1.s2.c1" not in set(read_corpus(corpus).claims["claim_id"])


def test_a_second_sheet_starts_from_the_decisions_and_changes_nothing(corpus, sheet, tmp_path):
    fill(sheet, all_decided)
    read_decisions(corpus, sheet)
    before = {p: p.read_bytes() for p in corpus.rglob("*.csv")}
    write_sheet(corpus, tmp_path / "second.csv")
    assert [r["decision"] for r in rows_of(tmp_path / "second.csv")] == ["yes", "mixed", "kinship"]
    read_decisions(corpus, tmp_path / "second.csv")
    assert {p: p.read_bytes() for p in corpus.rglob("*.csv")} == before


def test_through_a_workbook(corpus, tmp_path, capsys):
    out = tmp_path / "sheet.xlsx"
    assert main(["adjudicate", str(corpus), "--out", str(out)]) == 0
    sheet = read_sheet(out)
    table = pd.DataFrame([cells for _, cells in sheet.rows], columns=sheet.header)
    table["decision"] = ["yes", "apart", "upkeep"]
    table["reason"] = ["oversight", "ambiguity", "rule"]
    filled = tmp_path / "filled.xlsx"
    filled.write_bytes(workbook(sheet.header, table.to_numpy().tolist(), "filled.xlsx"))
    assert main(["adjudicate", str(corpus), "--read", str(filled)]) == 0, capsys.readouterr().err
    assert read_corpus(corpus).adjudication["reason"].tolist() == ["oversight", "ambiguity", "rule"]


def test_blank_decisions_are_the_majority_of_three(corpus, tmp_path):
    shutil.copytree(corpus / "coders/bo", corpus / "coders/eva")
    write_sheet(corpus, tmp_path / "three.csv")
    settled = read_decisions(corpus, tmp_path / "three.csv")
    assert (settled.by_majority, settled.by_adjudicator) == (3, 0)
    final = read_corpus(corpus).claims.set_index("claim_id")
    assert final.loc["two-harbours.P3.s3.c1", "frame"] == "upkeep"


def test_a_corpus_with_a_final_coding_keeps_what_is_not_asked(tmp_path):
    river = Path(shutil.copytree(CORPORA / "river", tmp_path / "river"))
    before = read_corpus(river).claims
    write_sheet(river, tmp_path / "sheet.csv")
    assert rows_of(tmp_path / "sheet.csv")
    read_decisions(river, tmp_path / "sheet.csv")
    after = read_corpus(river).claims
    columns = [name for name in before.columns if name != "agreement"]
    pd.testing.assert_frame_equal(after[columns], before[columns])


def test_one_coder_has_nobody_to_disagree_with(tmp_path):
    with pytest.raises(ExchangeError, match="import another coder first"):
        write_sheet(CORPORA / "one", tmp_path / "sheet.csv")


def _set(column, value, number=1):
    def change(rows):
        rows[number][column] = value

    return change


@pytest.mark.parametrize(
    ("change", "place", "said"),
    [
        (_set("decision", "fisch", 2), "row 4, column decision", "upkeep, fish, kinship"),
        (_set("decision", "fish;upkeep", 2), "row 4, column decision", "fish;upkeep"),
        (_set("decision", "maybe", 0), "row 2, column decision", "yes, no"),
        (_set("decision", "(blank)", 0), "row 2, column decision", "yes, no"),
        (_set("decision", ""), "row 3, column decision", "more than half"),
        (_set("reason", "oversihgt"), "row 3, column reason", "did you mean oversight"),
        (_set("id", "x.P1.s1.c1"), "row 3, column id", "x.P1.s1.c1"),
        (_set("variable", "voice"), "row 3, column variable", "valence"),
        (_set("coder ana", "together"), "row 3, column coder ana", "changed since"),
        (lambda rows: rows.append({**rows[1], "decision": "apart"}), "row 5", "decide once"),
        (lambda rows: rows.pop(1), "two-harbours.P2.s4.c1", "more than half"),
        (lambda rows: [r.pop("decision") for r in rows], "row 1", "no column decision"),
        (lambda rows: [r.pop("coder bo") for r in rows], "column coder bo", "no such column"),
    ],
)
def test_a_faulty_sheet_is_refused_with_its_place(corpus, sheet, change, place, said):
    fill(sheet, all_decided)
    rows = rows_of(sheet)
    change(rows)
    with sheet.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    before = {p: p.read_bytes() for p in corpus.rglob("*") if p.is_file()}
    with pytest.raises(ExchangeError, match=said) as error:
        read_decisions(corpus, sheet)
    assert place in str(error.value)
    assert {p: p.read_bytes() for p in corpus.rglob("*") if p.is_file()} == before


def test_a_code_for_what_is_no_claim_is_a_conflict(corpus, tmp_path):
    shutil.copytree(corpus / "coders/bo", corpus / "coders/eva")
    table = corpus / "coders/eva/claims.csv"
    table.write_text(
        table.read_text().replace("for it alone,76,111,upkeep", "for it alone,76,111,fish")
    )
    write_sheet(corpus, tmp_path / "sheet.csv")

    def decide(row):
        row["decision"] = {"claim held": "no", "valence": "apart"}.get(row["variable"], "upkeep")

    fill(tmp_path / "sheet.csv", decide)
    with pytest.raises(ExchangeError, match="decided to be none"):
        read_decisions(corpus, tmp_path / "sheet.csv")


def test_the_sheet_needs_an_ending_and_a_free_name(corpus, tmp_path):
    with pytest.raises(ExchangeError, match="xlsx"):
        write_sheet(corpus, tmp_path / "sheet.ods")
    (tmp_path / "taken.csv").write_text("mine")
    with pytest.raises(ExchangeError, match="something of that name"):
        write_sheet(corpus, tmp_path / "taken.csv")
    assert main(["adjudicate", str(tmp_path), "--read", str(tmp_path / "taken.csv")]) == 1


@pytest.fixture
def registers(corpus):
    """The example with events, and with labels that the two coders see differently."""
    labels = corpus / "coders/bo/labels.csv"
    lines = labels.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 4
    assert ",quoted" in lines[2]
    lines[2] = lines[2].replace(",quoted", ",own")
    labels.write_text("\n".join(lines[:3]) + "\n", encoding="utf-8")
    head = "doc_id,para_id,sentence,name,year,precision\n"
    for coder, year in (("ana", "1911"), ("bo", "1912")):
        events = corpus / "coders" / coder / "events.csv"
        events.write_text(f"{head}two-harbours,P1,1,the great fire,{year},year\n", encoding="utf-8")
    (corpus / "events.csv").unlink()
    return corpus


def decided(row):
    others = {"label held": "no", "label voice": "quoted", "event year": "1912"}
    row["decision"] = others.get(row["variable"]) or ""
    if not row["decision"]:
        all_decided(row)


def test_labels_and_events_are_asked_about_too(registers, tmp_path):
    write_sheet(registers, tmp_path / "sheet.csv")
    rows = rows_of(tmp_path / "sheet.csv")[3:]
    assert [(r["variable"], r["coder ana"], r["coder bo"]) for r in rows] == [
        ("label voice", "quoted", "own"),
        ("label held", "yes", "(no row)"),
        ("event year", "1911", "1912"),
    ]
    assert [r["allowed"] for r in rows] == ["own, quoted", "yes, no", ""]


def test_labels_and_events_are_read_back(registers, tmp_path):
    write_sheet(registers, tmp_path / "sheet.csv")
    fill(tmp_path / "sheet.csv", decided)
    settled = read_decisions(registers, tmp_path / "sheet.csv")
    assert settled.rows == {"claims": 11, "labels": 2, "events": 1}
    final = read_corpus(registers)
    assert final.labels[["literal", "voice", "agreement"]].to_numpy().tolist() == [
        ["good neighbours", "own", 2], ["rival", "quoted", 2],
    ]  # fmt: skip
    assert final.events[["name", "year"]].to_numpy().tolist() == [["the great fire", "1912"]]
    log = final.adjudication[["claim", "variable", "ana", "bo", "final"]]
    assert log.to_numpy().tolist()[3:] == [
        ["label: rival", "label voice", "quoted", "own", "quoted"],
        ["label: rivals", "label held", "yes", "no", "no"],
        ["event: e1", "event year", "1911", "1912", "1912"],
    ]
    assert check_corpus(registers).empty
    before = {p: p.read_bytes() for p in registers.rglob("*.csv")}
    write_sheet(registers, tmp_path / "second.csv")
    read_decisions(registers, tmp_path / "second.csv")
    assert {p: p.read_bytes() for p in registers.rglob("*.csv")} == before


def test_an_event_with_an_impossible_year_changes_nothing(registers, tmp_path):
    def decide(row):
        decided(row)
        if row["variable"] == "event year":
            row["decision"] = "in spring"

    write_sheet(registers, tmp_path / "sheet.csv")
    fill(tmp_path / "sheet.csv", decide)
    before = {p: p.read_bytes() for p in registers.rglob("*") if p.is_file()}
    with pytest.raises(ExchangeError, match="1 fault in the final coding"):
        read_decisions(registers, tmp_path / "sheet.csv")
    assert {p: p.read_bytes() for p in registers.rglob("*") if p.is_file()} == before


def test_decisions_that_stand_leave_three_registers_byte_for_byte(tmp_path):
    data = Path(shutil.copytree(CORPORA.parents[1] / "data", tmp_path / "data"))
    assert write_sheet(data, tmp_path / "sheet.csv") > 500
    settled = read_decisions(data, tmp_path / "sheet.csv")
    assert settled.rows == {"claims": 268, "labels": 93, "events": 78}
    for name in ("claims.csv", "labels.csv", "events.csv"):
        assert (data / name).read_bytes() == (CORPORA.parents[1] / "data" / name).read_bytes()
