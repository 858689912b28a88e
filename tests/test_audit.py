"""`frameline audit`: plan, blind sheets, answers read back, shares corrected; gold is invented."""

import csv
import io
import os
import re
import shutil
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from frameline.cli import main
from frameline.corpus import CorpusError, StepAside
from frameline.corpus.audit import read_audit
from frameline.exchange.formats.tables.xlsx_table import read_sheet
from frameline.exhibits import exhibit, study
from frameline.exhibits.checking import unchecked
from frameline.exhibits.correction._tables import cells, corrected, share_rows
from frameline.measures.correction.cell import cell_of
from frameline.measures.correction.stratified import post_stratified
from frameline.report.keeping.depends import corpus_files
from tests.conftest import DATA

FOLDER = os.environ.get("FRAMELINE_CORPORA", "")
public = pytest.mark.skipif(
    not FOLDER, reason="set FRAMELINE_CORPORA to the folder of public corpora"
)
CHAPTER = (
    *("checked_sample", "coder_card", "corrected_shares", "classifier_error"),
    *("corrected_balance", "machine_errors", "people_agree"),
)
FIXED = ("item", "text", "place", "passage", "read", "note")


def rows_of(path):
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"))))


def save(path, rows):
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def run(*words, code=0):
    assert main(["audit", *map(str, words)]) == code


@pytest.fixture(scope="module")
def ready(tmp_path_factory):
    """The five texts with a plan, a blind sheet, and one answered by invention: copies only."""
    home = tmp_path_factory.mktemp("ready")
    shutil.copytree(DATA, home / "data", ignore=shutil.ignore_patterns("audit"))
    run("plan", home / "data", "--n", 150)
    run("sheet", home / "data", "--out", home / "sheet.csv", "--coder", "p1")
    shutil.copy(home / "sheet.csv", home / "filled.csv")
    invent(home / "filled.csv", pd.read_csv(DATA / "claims.csv", dtype="str"))
    shutil.copytree(home / "data", home / "checked")
    person = ("--coder", "p1", "--training", "an hour", "--relation", "none")
    run("read", home / "checked", home / "filled.csv", *person)
    return home


@pytest.fixture
def corpus(ready, tmp_path):
    """The five texts, planned."""
    return Path(shutil.copytree(ready / "data", tmp_path / "data"))


@pytest.fixture
def checked(ready, tmp_path):
    """The five texts, with invented answers."""
    return Path(shutil.copytree(ready / "checked", tmp_path / "data"))


@pytest.fixture
def sheet(ready, tmp_path):
    """A blind sheet of them."""
    return Path(shutil.copy(ready / "sheet.csv", tmp_path / "sheet.csv"))


@pytest.fixture
def filled(ready):
    """The same with invented answers; not to be changed."""
    return ready / "filled.csv"


def sheet_of(corpus, tmp_path, name="sheet.csv", coder="p1"):
    run("sheet", corpus, "--out", tmp_path / name, "--coder", coder)
    return tmp_path / name


def invent(path, claims, seed=1, found=0.75, ways=("B", "D")):
    """Answers that are the machine's with errors."""
    rng, rows = np.random.default_rng(seed), rows_of(path)
    said = claims.groupby(["unit_id", "driver"])["valence"].agg(lambda v: ";".join(sorted(set(v))))
    for row in rows:
        row["read"] = "yes"
        for code in sorted(set(row) - set(FIXED)):
            machine = said.get((row["item"], code), "")
            if machine and rng.random() < found:
                row[code] = machine
            elif not machine and rng.random() < 0.03:
                row[code] = str(rng.choice(ways))
    save(path, rows)


# Plan -------------------------------------------------------------------------------------------


def test_the_plan_gives_each_text_enough_and_keeps_probabilities(corpus, tmp_path, capsys):
    run("plan", corpus, "--n", 150)
    plan = read_audit(corpus).plan
    units = pd.read_csv(corpus / "units.csv").groupby("doc_id").size()
    drawn = plan.groupby("cell").size()
    assert drawn.sum() == 150
    assert (drawn >= np.minimum(units, 30)).all()
    assert plan["probability"].to_numpy() == pytest.approx(
        (drawn / units)[plan["cell"]].to_numpy(), abs=1e-9
    )
    assert "half" in capsys.readouterr().out


def test_the_same_seed_draws_the_same_and_a_larger_plan_holds_it(corpus):
    first = (corpus / "audit/plan.csv").read_bytes()
    run("plan", corpus, "--n", 150)
    assert (corpus / "audit/plan.csv").read_bytes() == first
    few = set(read_audit(corpus).plan["item"])
    run("plan", corpus, "--n", 200)
    assert few < set(read_audit(corpus).plan["item"])


def test_a_plan_that_loses_what_was_read_is_refused(checked, capsys):
    run("plan", checked, "--n", 150, "--seed", 5, code=1)
    assert "with the same --seed" in capsys.readouterr().err
    run("plan", checked, "--n", 180)
    assert len(share_rows(study("correction", checked))) > 0


def test_strata_by_doubt_and_by_code(corpus, capsys):
    run("plan", corpus, "--n", 200, "--split", "doubt")
    plan = read_audit(corpus).plan
    assert {name.rpartition(" / ")[2] for name in plan["stratum"]} == {"doubt", "clear"}
    chance = plan.groupby("stratum")["probability"].first()
    assert chance["snegovaya-alterman-2024 / doubt"] > chance["snegovaya-alterman-2024 / clear"]
    run("plan", corpus, "--split", "code:GOE", code=1)
    assert "no code 'GOE'" in capsys.readouterr().err
    run("plan", corpus, "--half-width", "0.7", code=1)


# Sheets -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".html"])
def test_sheets_are_blind(corpus, tmp_path, ending):
    path = sheet_of(corpus, tmp_path, name=f"sheet{ending}")
    if ending == ".xlsx":
        text = "\n".join(" ".join(cells) for _, cells in read_sheet(path).rows)
    else:
        text = path.read_text("utf-8-sig")
    claims = pd.read_csv(corpus / "claims.csv", dtype="str")
    for said in (*claims["anchor"], *claims["gist"]):
        assert said not in text


def test_each_person_has_an_order_of_their_own(corpus, tmp_path):
    one = [row["item"] for row in rows_of(sheet_of(corpus, tmp_path))]
    two = [row["item"] for row in rows_of(sheet_of(corpus, tmp_path, name="b.csv", coder="p2"))]
    again = [row["item"] for row in rows_of(sheet_of(corpus, tmp_path, name="c.csv"))]
    assert one == again != two
    assert set(one) == set(two)


def test_passages_stand_in_the_sheet_where_texts_are_at_hand(tmp_path):
    """A small corpus of our own words, with its text."""
    text = "The two states trade. They share a river."
    folder = tmp_path / "own"
    (folder / "texts").mkdir(parents=True)
    (folder / "texts/a.txt").write_text(text, encoding="utf-8")
    from hashlib import sha256

    digest = sha256(text.encode()).hexdigest()
    head = "doc_id,published,file,sha256"
    (folder / "documents.csv").write_text(f"{head}\na,2001,a.txt,{digest}\n", encoding="utf-8")
    spans = [(0, 21), (22, 41)]
    lines = [f"a,P01,{n},a.P01.s{n},{start},{end}" for n, (start, end) in enumerate(spans, start=1)]
    (folder / "units.csv").write_text(
        "\n".join(["doc_id,para_id,sentence,unit_id,start,end", *lines]) + "\n", encoding="utf-8"
    )
    (folder / "codebook.toml").write_text(
        'title = "T"\nversion = "1"\n[[variables]]\nname = "why"\nrole = "frame"\n'
        '[[variables.codes]]\ncode = "trade"\n[[variables.codes]]\ncode = "water"\n',
        encoding="utf-8",
    )
    (folder / "claims.csv").write_text(
        "doc_id,para_id,sentence,claim,why\na,P01,1,1,trade\na,P01,2,1,water\n", encoding="utf-8"
    )
    run("plan", folder, "--n", 2)
    rows = rows_of(sheet_of(folder, tmp_path))
    assert sorted(row["passage"] for row in rows) == sorted(text[a:b] for a, b in spans)


# Read back --------------------------------------------------------------------------------------

FAULTS = {
    "an unknown item": ({"item": "abedin-2015.P99.s1"}, "row 2, item", "an item of the plan"),
    "a code that is none": ({"read": "yes", "GEO": "BB"}, "row 2, GEO", "allowed: no, B, D"),
    "no beside yes": ({"read": "yes", "SEC": "no;B"}, "row 2, SEC", "found 'no;B'"),
    "an answer in a row not read": ({"REG": "B"}, "row 2, REG", "column read"),
    "another word for read": ({"read": "maybe"}, "row 2, read", "allowed: yes"),
    "a blank item": ({"item": ""}, "row 2, item", "a blank cell"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_faults_name_row_column_and_what_to_do(corpus, sheet, capsys, name):
    changes, where, said = FAULTS[name]
    path, rows = sheet, rows_of(sheet)
    for row in rows[1:]:
        row["read"] = "yes"
    rows[0].update(changes)
    save(path, rows)
    run("read", corpus, path, "--coder", "p1", code=1)
    told = capsys.readouterr().err
    assert where in told
    assert said in told
    assert not (corpus / "audit/codes").exists()


def test_all_faults_are_told_at_once(corpus, sheet, capsys):
    path, rows = sheet, rows_of(sheet)
    rows[0]["read"], rows[1]["item"], rows[3]["item"] = "maybe", "nowhere", rows[2]["item"]
    save(path, rows)
    run("read", corpus, path, "--coder", "p1", code=1)
    told = capsys.readouterr().err
    assert all(f"row {row}" in told for row in (2, 3, 5))


def test_a_column_that_was_lost_is_missed(corpus, sheet, capsys):
    path = sheet
    save(path, [{k: v for k, v in row.items() if k != "GEO"} for row in rows_of(path)])
    run("read", corpus, path, "--coder", "p1", code=1)
    assert "GEO; found no such column" in capsys.readouterr().err


def test_answers_are_kept_as_they_were_given(checked, filled):
    sheet = {row["item"]: row for row in rows_of(filled)}
    answers = read_audit(checked).answers
    assert len(answers) == 150 * 14
    for row in answers.to_dict("records"):
        given = sheet[row["item"]][row["code"]]
        assert set(row["answer"].split(";")) == set((given or "no").split(";"))
    people = read_audit(checked).coders
    assert people.loc[0, ["coder", "kind", "training"]].tolist() == ["p1", "person", "an hour"]


def test_a_person_is_replaced_on_purpose_only(checked, filled, capsys):
    run("read", checked, filled, "--coder", "p1", code=1)
    assert "--replace" in capsys.readouterr().err
    run("read", checked, filled, "--coder", "p1", "--replace")


def test_half_a_sheet_can_be_read_and_says_so(corpus, sheet, capsys):
    path, rows = sheet, rows_of(sheet)
    for row in rows[:40]:
        row["read"] = "yes"
    save(path, rows)
    run("read", corpus, path, "--coder", "p1")
    assert "110 rows of the sheet not read yet" in capsys.readouterr().out
    assert len(read_audit(corpus).answered) == 40


def test_a_workbook_comes_back_as_well(corpus, tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    path = sheet_of(corpus, tmp_path, name="sheet.xlsx")
    book = openpyxl.load_workbook(path)
    for line in book.active.iter_rows(min_row=2):
        line[4].value = "x"
        line[5].value = "B"
    book.save(path)
    run("read", corpus, path, "--coder", "p1")
    answers = read_audit(corpus).answers
    assert set(answers.loc[answers["code"] == "GEO", "answer"]) == {"B"}


# What the report says ---------------------------------------------------------------------------


def test_charts_say_unchecked_until_a_sample_is_read(corpus, filled):
    said = "machine codes, unchecked"
    before = study("balance", corpus, draws=100)
    assert unchecked(before), "a plan alone checks nothing"
    assert said in str(exhibit("net-balance", before).figure.subtitle)
    run("read", corpus, filled, "--coder", "p1")
    after = study("balance", corpus, draws=100)
    assert not unchecked(after)
    assert said not in str(exhibit("net-balance", after).figure.subtitle)


def test_the_chapter_changes_by_itself(corpus, filled):
    texts = study("correction", corpus)
    assert "nobody has read any" in str(exhibit("checked-sample", texts).blocks[0])
    assert not exhibit("corrected-shares", texts).blocks
    run("read", corpus, filled, "--coder", "p1")
    texts = study("correction", corpus)
    assert str(exhibit("checked-sample", texts).blocks[0]).startswith("People read 150 of 254")
    assert exhibit("corrected-shares", texts).figure is not None
    assert "classifier error" in str(exhibit("classifier-error", texts).blocks[0])


def test_shares_are_those_of_the_estimator_text_by_text(checked):
    texts = study("correction", checked)
    plan, answers = read_audit(checked).plan, read_audit(checked).answers
    units = pd.read_csv(checked / "units.csv")
    claims = texts.claims
    for doc in ("shaffer-2001-talk", "snegovaya-alterman-2024"):
        ids = units.loc[units["doc_id"] == doc, "unit_id"].tolist()
        read = plan.loc[plan["cell"] == doc, "item"].tolist()
        for code in ("SEC", "TRU"):
            held = set(claims.loc[claims["frame"] == code, "unit_id"])
            yes = answers[(answers["code"] == code) & (answers["answer"] != "no")]["item"]
            gold = [float(item in set(yes)) for item in read]
            places = [ids.index(item) for item in read]
            direct = post_stratified(cell_of([float(one in held) for one in ids], places, gold))
            found = corrected(texts)[doc, code].estimate
            assert found.value == pytest.approx(direct.value, abs=1e-12)
            assert found.interval() == pytest.approx(direct.interval(), abs=1e-12)
    assert "all" not in cells(texts), "a correction holds for its text only"


def test_a_text_too_short_to_compare_is_not_compared(checked):
    texts = study("correction", checked)
    table = exhibit("classifier-error", texts).table
    assert "Shaffer 2001 (paper)" not in str(table)


def test_a_corpus_that_changed_since_the_plan_is_refused(checked):
    units = checked / "units.csv"
    lines = units.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.startswith("abedin-2015,P17,")]
    units.write_text("\n".join(kept) + "\n", encoding="utf-8")
    claims = checked / "claims.csv"
    rows = [r for r in claims.read_text(encoding="utf-8").splitlines() if ".P17." not in r]
    claims.write_text("\n".join(rows) + "\n", encoding="utf-8")
    texts = study("correction", checked)
    with pytest.raises(StepAside, match="plan again"):
        share_rows(texts)


def test_gold_chosen_by_hand_corrects_nothing(corpus, filled):
    shutil.rmtree(corpus / "audit")
    run("read", corpus, filled, "--coder", "p1")
    texts = study("correction", corpus)
    assert unchecked(texts)
    assert "no share is corrected" in str(exhibit("corrected-shares", texts).blocks[0])
    assert exhibit("machine-errors", texts).blocks
    shutil.rmtree(corpus / "audit")
    run("read", corpus, filled, "--coder", "p1", "--assume", "random")
    texts = study("correction", corpus)
    assert "assumed" in str(exhibit("corrected-shares", texts).figure.subtitle)


def test_faults_of_audit_files_are_told(checked):
    plan = checked / "audit/plan.csv"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(re.sub(r",0\.625,", ",1.7,", text, count=1), encoding="utf-8")
    codes = checked / "audit/codes/p1.csv"
    codes.write_text(codes.read_text(encoding="utf-8") + "nowhere,GEO,no\n", encoding="utf-8")
    with pytest.raises(CorpusError) as told:
        read_audit(checked)
    assert {(f.file, f.column) for f in told.value.faults} == {
        ("audit/plan.csv", "probability"), ("audit/codes/p1.csv", "item"),
    }  # fmt: skip
    assert main(["check", str(checked)]) == 1


@pytest.fixture(scope="module")
def both(archive, tmp_path_factory):
    """An archive with invented answers, as Parquet files and as CSV tables."""
    duckdb = pytest.importorskip("duckdb")
    home = tmp_path_factory.mktemp("both")
    press, tables = home / "press", home / "tables"
    shutil.copytree(archive, press)
    read = {t: duckdb.sql(f"from '{press}/{t}/*.parquet'").df() for t in ("documents", "claims")}
    claims = read["claims"].assign(para_id="P01", sentence=1)
    claims["claim"] = claims.groupby("doc_id").cumcount() + 1
    tables.mkdir()
    shutil.copy(press / "codebook.toml", tables)
    read["documents"].to_csv(tables / "documents.csv", index=False)
    kept = ["doc_id", "para_id", "sentence", "claim", "driver", "valence", "voice"]
    claims[kept].sort_values(["doc_id", "claim"]).to_csv(tables / "claims.csv", index=False)
    run("plan", press, "--n", 150)
    run("sheet", press, "--out", home / "sheet.csv", "--coder", "p1")
    units = claims.assign(unit_id=claims["doc_id"])
    invent(home / "sheet.csv", units, ways=("binding", "dividing"))
    run("read", press, home / "sheet.csv", "--coder", "p1")
    shutil.copytree(press / "audit", tables / "audit")
    return press, tables


@pytest.mark.parametrize("name", [*(e.replace("_", "-") for e in CHAPTER)])
def test_an_engine_and_memory_show_the_same(both, name):
    shown = []
    for corpus, engine in zip(both, ("duckdb", "auto"), strict=True):
        texts = study("correction", corpus, engine=engine)
        made = exhibit(name, texts)
        found = sorted((f.key, f.text, f.n) for f in texts.findings)
        shown.append((made.sentences, made.table and made.table.rows, found))
    assert shown[0] == shown[1]
    assert shown[0][0] or shown[0][1]


def test_a_corpus_of_one_file_is_known_with_its_audit(tmp_path):
    """What was built before the audit is not taken for what is built after it."""
    corpus = tmp_path / "codes.csv"
    corpus.write_text("document,date,coder,frame\na,2001,bot,X\n", encoding="utf-8")
    before = corpus_files(corpus)
    (tmp_path / "codes.audit").mkdir()
    (tmp_path / "codes.audit/plan.csv").write_text(
        "item,size,probability\na,1,1\n", encoding="utf-8"
    )
    assert set(corpus_files(corpus)) - set(before) == {"codes.audit/plan.csv"}


# A public set -----------------------------------------------------------------------------------


@public
def test_one_coder_as_machine_the_others_as_gold(tmp_path):
    """Plan, sheets, read back, report; shares are those of the estimator on the same sample."""
    rows = pd.read_csv(Path(FOLDER, "narrative-framing/annotations.csv"), dtype="str")
    corpus = tmp_path / "articles.csv"
    rows[rows["coder"] == "w1"].to_csv(corpus, index=False)
    run("plan", corpus, "--n", 60, "--by", "none")
    run("sheet", corpus, "--out", tmp_path / "blind.csv", "--coder", "p")
    for coder in ("w2", "w3", "w4"):
        mine = rows[rows["coder"] == coder]
        said = set(zip(mine["document"], mine["frame"], strict=True))
        sheet = rows_of(tmp_path / "blind.csv")
        for row in sheet:
            if row["item"] in set(mine["document"]):
                row["read"] = "yes"
                row |= {c: "yes" for c in set(row) - set(FIXED) if (row["item"], c) in said}
        save(tmp_path / f"{coder}.csv", sheet)
        run("read", corpus, tmp_path / f"{coder}.csv", "--coder", coder)
    others = rows[rows["coder"] != "w1"].drop_duplicates(["document", "coder", "frame"])
    texts = study("correction", corpus)
    items = texts.documents["doc_id"].tolist()
    read = read_audit(corpus).answered
    assert len(read) == 60
    for code in ("co1", "hi1", "ec2"):
        held = set(rows.loc[(rows["coder"] == "w1") & (rows["frame"] == code), "document"])
        people = others.groupby("document")["coder"].nunique()
        yes = others[others["frame"] == code].groupby("document")["coder"].nunique()
        gold = [float(yes.get(item, 0)) / people[item] for item in read]
        machine = [float(item in held) for item in items]
        direct = post_stratified(cell_of(machine, [items.index(one) for one in read], gold))
        assert corrected(texts)["all", code].estimate.value == pytest.approx(direct.value)
    assert exhibit("corrected-shares", texts).figure is not None
