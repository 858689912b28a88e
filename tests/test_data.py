"""The corpus in data/: does it keep its own rules, and the rights of others?

`FRAMELINE_UPDATE=1 pytest tests/test_data.py` brings datapackage.json, the schemas, and dictionary
and counts of the data card in step with the declarations, the codebook, the headers of the tables
and the coders; without it a stale one is a failure.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import unicodedata
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from frameline.corpus import read_corpus, texts
from frameline.corpus.codebook import Codebook, Variable, read_codebook
from frameline.corpus.datapackage import fresh_files, write_package
from frameline.corpus.dates import parse_edtf
from frameline.corpus.remarks import remark_corpus
from frameline.words.leaning import attributes

ROOT = Path(__file__).parents[1]
DATA = ROOT / "data"
SOURCES = Path(os.environ.get("FRAMELINE_TEXTS", ROOT.parent / "shared" / "sources"))
LAYERS = ("claims", "labels", "events", "documents")
CODERS = sorted(path.name for path in (DATA / "coders").iterdir() if path.is_dir())
#: All tables; the blind sheets of the audit are forms to be filled in, and none.
CSV_FILES = sorted(
    path.relative_to(DATA).as_posix()
    for path in DATA.rglob("*.csv")
    if path.parent.name != "sheets"
)
KEYS = {
    "documents.csv": ["doc_id"],
    "blocks.csv": ["doc_id", "block_id"],
    "units.csv": ["unit_id"],
    "claims.csv": ["claim_id"],
    "labels.csv": ["label_id"],
    "events.csv": ["event_id"],
    "tokens.csv": ["doc_id", "block_id", "token"],
    "crosswalks.csv": ["code"],
    "coders/coders.csv": ["coder"],
    "context/context.csv": ["id"],
    "context/coder-2.csv": ["id"],
}
#: Blocks whose words are bibliographic facts: a title may be named in full.
FACTS = ("title", "byline", "date", "genre")


def table(name: str) -> pd.DataFrame:
    return pd.read_csv(DATA / name, dtype=str, keep_default_na=False)


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return read_codebook(DATA / "codebook.toml")


# ---- keys -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", CSV_FILES)
def test_files_are_plain_csv(name: str) -> None:
    raw = (DATA / name).read_bytes()
    assert raw.endswith(b"\n")
    assert b"\r" not in raw
    assert not raw.startswith(b"\xef\xbb\xbf")
    cells = table(name)
    assert not cells.empty
    untidy = cells.map(lambda cell: cell != cell.strip() or "\n" in cell)
    assert not untidy.to_numpy().any()


@pytest.mark.parametrize("name", KEYS)
def test_keys_are_unique_and_filled(name: str) -> None:
    keys = table(name)[KEYS[name]]
    assert not keys.duplicated().any()
    assert (keys != "").to_numpy().all()


def test_ids_say_where_a_row_stands() -> None:
    units, claims = table("units.csv"), table("claims.csv")
    labels, events = table("labels.csv"), table("events.csv")
    place = units["doc_id"] + "." + units["para_id"] + ".s" + units["sentence"]
    assert (units["unit_id"] == place).all()
    for rows in (claims, events):
        place = rows["doc_id"] + "." + rows["para_id"] + ".s" + rows["sentence"]
        assert (rows["unit_id"] == place).all()
    assert (claims["claim_id"] == claims["unit_id"] + ".c" + claims["claim"]).all()
    numbered = events["event_id"].str.extract(r"^(.*)\.e[0-9]+$")[0]
    assert (numbered == events["unit_id"]).all()
    sentence = labels["sentence"].map(lambda number: f".s{number}" if number else "")
    place = labels["doc_id"] + "." + labels["block_id"] + sentence
    assert (labels["label_id"].str.extract(r"^(.*)\.l[0-9]+$")[0] == place).all()


def test_claims_of_a_sentence_are_numbered_from_one_and_at_most_three() -> None:
    numbers = table("claims.csv").groupby("unit_id")["claim"].agg(lambda n: "".join(sorted(n)))
    assert set(numbers) <= {"1", "12", "123"}


def _known(rows: pd.DataFrame, columns: list[str], other: str, keys: list[str]) -> bool:
    targets = set(table(other)[keys].itertuples(index=False, name=None))
    return set(rows[columns].itertuples(index=False, name=None)) <= targets


@pytest.mark.parametrize("layer", LAYERS)
@pytest.mark.parametrize("coder", ["", *CODERS])
def test_rows_stand_in_known_places(layer: str, coder: str) -> None:
    rows = table(f"coders/{coder}/{layer}.csv" if coder else f"{layer}.csv")
    assert _known(rows, ["doc_id"], "documents.csv", ["doc_id"])
    if layer in ("claims", "events"):
        place = ["doc_id", "para_id", "sentence"]
        assert _known(rows, place, "units.csv", place)
    if layer == "labels":
        assert _known(rows, ["doc_id", "block_id"], "blocks.csv", ["doc_id", "block_id"])
        body = rows[rows["sentence"] != ""]
        place = ["doc_id", "para_id", "sentence"]
        assert _known(body, ["doc_id", "block_id", "sentence"], "units.csv", place)


def test_other_tables_point_to_rows_that_exist() -> None:
    documents, block = ["doc_id"], ["doc_id", "block_id"]
    for name in ("blocks.csv", "units.csv", "adjudication.csv"):
        assert _known(table(name), documents, "documents.csv", documents), name
    assert _known(table("units.csv"), ["doc_id", "para_id"], "blocks.csv", block)
    assert _known(table("tokens.csv"), block, "blocks.csv", block)
    assert _known(table("context/coder-2.csv"), ["id"], "context/context.csv", ["id"])
    copies = table("labels.csv").query("dup_of != ''")
    assert _known(copies, ["dup_of"], "labels.csv", ["label_id"])


def test_every_coder_is_listed_and_coded_every_sentence() -> None:
    assert sorted(table("coders/coders.csv")["coder"]) == CODERS
    place = ["doc_id", "para_id", "sentence"]
    units = set(table("units.csv")[place].itertuples(index=False, name=None))
    for coder in CODERS:
        claims = table(f"coders/{coder}/claims.csv")
        assert not claims[[*place, "claim"]].duplicated().any()
        assert set(claims[place].itertuples(index=False, name=None)) == units, coder
        assert (DATA / "coders" / coder / "notes.md").read_text(encoding="utf-8").strip()


# ---- codes ----------------------------------------------------------------------------------


def _values(rows: pd.DataFrame, variable: Variable) -> set[str]:
    cells = rows[variable.name]
    if variable.multiple:
        cells = cells.str.split(";").explode()
    return set(cells) - {""}


@pytest.mark.parametrize("layer", LAYERS)
@pytest.mark.parametrize("coder", ["", *CODERS])
def test_every_code_is_in_the_codebook(codebook: Codebook, layer: str, coder: str) -> None:
    rows = table(f"coders/{coder}/{layer}.csv" if coder else f"{layer}.csv")
    coded = [v for v in codebook.layer(layer) if v.codes and v.name in rows]
    assert coded
    for variable in coded:
        assert _values(rows, variable) <= set(variable.order), variable.name


def test_every_variable_has_its_column_and_every_code_its_definition(codebook: Codebook) -> None:
    for variable in codebook.variables:
        assert variable.name in table(f"{variable.layer}.csv"), variable.name
        assert variable.label, variable.name
        assert variable.question, variable.name
        assert variable.definition, variable.name
        assert all(code.label and code.short and code.definition for code in variable.codes)


@pytest.mark.parametrize("layer", LAYERS)
def test_cells_are_filled_where_the_codebook_asks_for_them(codebook: Codebook, layer: str) -> None:
    rows = table(f"{layer}.csv")
    for variable in codebook.layer(layer):
        cells, condition = rows[variable.name], variable.condition
        asked = rows[condition.name].map(condition.holds) if condition else cells.notna()
        assert (cells[~asked.astype(bool)] == "").all(), variable.name
        if variable.required:
            assert (cells[asked.astype(bool)] != "").all(), variable.name


def test_claims_keep_the_rules_of_the_codebook(codebook: Codebook) -> None:
    claims = table("claims.csv")
    background = claims[claims["relevance"] == "background"]
    assert set(background["function"]) == {"DS"}
    assert set(background["valence"]) == {"N"}
    advice = claims["function"] == "TR"
    assert set(claims.loc[advice, "valence"]) == {"N"}
    assert ((claims["role"] == "PRESCRIPTION") == advice).all()
    assert ((claims["modality"] != "prescription") | advice).all()
    assert (claims.loc[claims["confidence"] == "1", "alt"] != "").all()
    known = {variable.name for variable in codebook.layer("claims")} | {"claims"}
    assert set(claims["alt"].str.split("=").str[0]) - {""} <= known


def test_labels_are_countable_by_rule_and_stand_where_they_say() -> None:
    labels, blocks = table("labels.csv"), table("blocks.csv")
    kinds = blocks.set_index(["doc_id", "block_id"])["kind"]
    places = pd.MultiIndex.from_frame(labels[["doc_id", "block_id"]])
    assert (kinds.loc[places].to_numpy() == labels["where"].to_numpy()).all()
    body = (labels["where"] == "body") & (labels["dyad"] == "RU-IR") & (labels["dup_of"] == "")
    assert ((labels["countable"] == "yes") == body).all()
    assert ((labels["stance"] == "na") == (labels["where"] != "body")).all()
    editors = labels["voice"].isin(["TITLE", "EDITOR", "META"])
    assert (editors == (labels["where"] != "body")).all()
    copies = labels[labels["where"] == "pullquote"]
    assert (copies["dup_of"] != "").all()
    family = labels.set_index("label_id")["family"]
    assert (family.loc[copies["dup_of"]].to_numpy() == copies["family"].to_numpy()).all()


def test_undated_events_have_no_year() -> None:
    events = table("events.csv")
    undated = events["precision"] == "none"
    assert ((events["year"] == "") == undated).all()
    assert (events["year_basis"].isin(["none", "external"]) == undated).all()


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("documents.csv", "published"),
        ("events.csv", "year"),
        ("context/context.csv", "published"),
        *((f"coders/{coder}/events.csv", "year") for coder in CODERS),
    ],
)
def test_dates_are_well_formed(name: str, column: str) -> None:
    dates = [cell for cell in table(name)[column] if cell]
    assert dates
    for date in dates:
        parse_edtf(date, open_ended="coders/" in name)


def test_documents_stand_in_order_of_date() -> None:
    days = [parse_edtf(cell).low for cell in table("documents.csv")["published"]]
    assert days == sorted(days)


def test_adjudication_ends_where_the_tables_are(codebook: Codebook) -> None:
    log, claims = table("adjudication.csv"), table("claims.csv")
    names = [variable.name for variable in codebook.layer("claims")]
    log = log[log["variable"].isin(names) & log["claim"].str.fullmatch("[0-9]+")]
    log = log.assign(
        claim_id=log["doc_id"] + "." + log["para_id"] + ".s" + log["sentence"] + ".c" + log["claim"]
    )
    last = log.drop_duplicates(["claim_id", "variable"], keep="last")
    final = claims.set_index("claim_id")
    assert last["claim_id"].isin(final.index).all()
    wrong = [
        (row.claim_id, row.variable, row.final)
        for row in last.itertuples()
        if final.loc[row.claim_id, row.variable] != row.final.replace("(blank)", "")
    ]
    assert not wrong


def test_adjudication_reports_the_coders_truly(codebook: Codebook) -> None:
    """Where all coders hold one and the same single claim, the log repeats their codes."""
    log = table("adjudication.csv")
    names = [variable.name for variable in codebook.layer("claims")]
    log = log[log["variable"].isin(names) & (log["claim"] == "1")]
    place = ["doc_id", "para_id", "sentence"]
    checked = 0
    for coder in CODERS:
        claims = table(f"coders/{coder}/claims.csv")
        single = claims[~claims[place].duplicated(keep=False) & (claims["claim"] == "1")]
        cells = single.set_index(place)
        if coder not in log:
            continue
        for row in log.itertuples():
            key = (row.doc_id, row.para_id, row.sentence)
            if key in cells.index and row.variable in cells and getattr(row, coder) != "(no row)":
                found, logged = cells.loc[key, row.variable] or "(blank)", getattr(row, coder)
                assert sorted(found.split(";")) == sorted(logged.split(";")), (key, row.variable)
                checked += 1
    assert checked


def test_the_change_log_names_rows_that_exist_or_were_dropped(codebook: Codebook) -> None:
    ids = {
        *table("claims.csv")["claim_id"],
        *table("labels.csv")["label_id"],
        *table("events.csv")["event_id"],
    }
    log = table("adjudication.csv").query("decided_by == 'codebook 1.1'")
    dropped = log.query("final == 'dropped'")
    assert len(codebook.changes) > 1
    for change in codebook.changes:
        for row in set(change.rows) - ids:
            doc, para, *_ = row.split(".")
            gone = dropped[(dropped["doc_id"] == doc) & (dropped["para_id"] == para)]
            assert len(gone) == 1, row
    changed = {row.split(".")[0] for change in codebook.changes for row in change.rows}
    assert changed == set(log["doc_id"])


def test_crosswalks_cover_every_driver(codebook: Codebook) -> None:
    drivers = codebook.variable("driver").order
    functions = codebook.variable("function").order
    codes = list(table("crosswalks.csv")["code"])
    assert set(drivers) <= set(codes) <= {*drivers, *functions}


# ---- places ---------------------------------------------------------------------------------


def _spans(name: str) -> pd.DataFrame:
    rows = table(name)
    return rows.assign(start=rows["start"].astype(int), end=rows["end"].astype(int))


@pytest.mark.parametrize("name", ["blocks.csv", "units.csv"])
def test_spans_follow_one_another_without_overlap(name: str) -> None:
    chars = table("documents.csv").set_index("doc_id")["chars"].astype(int)
    for doc, rows in _spans(name).groupby("doc_id"):
        assert (rows["start"] < rows["end"]).all()
        assert rows["start"].iloc[0] >= 0
        assert (rows["start"].to_numpy()[1:] >= rows["end"].to_numpy()[:-1]).all(), doc
        assert rows["end"].iloc[-1] <= chars[doc]


def _inside(rows: pd.DataFrame, left: list[str], hosts: pd.DataFrame, right: list[str]) -> bool:
    found = rows.merge(hosts, left_on=left, right_on=right, suffixes=("", "_host"))
    within = (found["start"] >= found["start_host"]) & (found["end"] <= found["end_host"])
    return len(found) == len(rows) and bool(within.all())


def test_sentences_lie_in_their_blocks_and_fill_them() -> None:
    units, blocks = _spans("units.csv"), _spans("blocks.csv")
    block = ["doc_id", "block_id"]
    assert _inside(units, ["doc_id", "para_id"], blocks, block)
    body = blocks[blocks["kind"] == "body"].set_index(block)
    ends = units.groupby(["doc_id", "para_id"]).agg({"start": "min", "end": "max"})
    assert sorted(ends.index) == sorted(body.index)
    assert (ends.loc[body.index, "start"] == body["start"]).all()
    assert (ends.loc[body.index, "end"] == body["end"]).all()
    first = units.groupby(["doc_id", "para_id"])["sentence"].agg(list)
    assert all(numbers == [str(n + 1) for n in range(len(numbers))] for numbers in first)


def test_claims_and_labels_lie_in_their_sentences_and_blocks() -> None:
    units, blocks = _spans("units.csv"), _spans("blocks.csv")
    claims, labels = _spans("claims.csv"), _spans("labels.csv")
    assert _inside(claims, ["unit_id"], units, ["unit_id"])
    block = ["doc_id", "block_id"]
    assert _inside(labels, block, blocks, block)
    place = ["doc_id", "para_id", "sentence"]
    body = labels[labels["sentence"] != ""]
    assert _inside(body, ["doc_id", "block_id", "sentence"], units, place)


def test_claims_stand_in_reading_order() -> None:
    claims = _spans("claims.csv")
    order = {doc: n for n, doc in enumerate(table("documents.csv")["doc_id"])}
    assert claims["doc_id"].map(order).is_monotonic_increasing
    assert all(rows["start"].is_monotonic_increasing for _, rows in claims.groupby("doc_id"))


def test_paragraph_groups_name_a_block_of_their_document() -> None:
    blocks, units, claims = table("blocks.csv"), table("units.csv"), table("claims.csv")
    body = blocks[blocks["kind"] == "body"]
    assert (blocks.loc[blocks["kind"] != "body", "para_group"] == "").all()
    assert set(body["para_group"]) <= set(body["doc_id"] + "." + body["block_id"])
    of_block = body.set_index(["doc_id", "block_id"])["para_group"]
    of_unit = of_block.loc[pd.MultiIndex.from_frame(units[["doc_id", "para_id"]])]
    assert (of_unit.to_numpy() == units["para_group"].to_numpy()).all()
    group = units.set_index("unit_id")["para_group"]
    assert (group.loc[claims["unit_id"]].to_numpy() == claims["para_group"].to_numpy()).all()


def test_tokens_sum_to_the_words_of_their_blocks() -> None:
    tokens = table("tokens.csv").astype({"n": int})
    block = ["doc_id", "block_id"]
    words = table("blocks.csv").set_index(block)["words"].astype(int)
    sums = tokens.groupby(block)["n"].sum().reindex(words.index, fill_value=0)
    assert (sums == words).all()
    for _, rows in tokens.groupby(block):
        assert list(rows["token"]) == sorted(rows["token"])
    assert all(texts.tokenise(token) == [token] for token in tokens["token"].unique())


def test_document_counts_are_those_of_their_sentences() -> None:
    units, documents = table("units.csv"), table("documents.csv").set_index("doc_id")
    for doc, rows in units.groupby("doc_id"):
        counts = documents.loc[doc]
        assert int(counts["words"]) == rows["words"].astype(int).sum()
        assert int(counts["sentences"]) == len(rows)
        assert int(counts["paragraphs"]) == rows["para_id"].nunique()
        assert int(counts["para_groups"]) == rows["para_group"].nunique()
        short = int(counts["words"]) < texts.TOO_SHORT
        assert counts["too_short"] == ("yes" if short else "no")


# ---- rights ---------------------------------------------------------------------------------


def _phrases(codebook: Codebook) -> Iterator[tuple[str, str, int]]:
    """Every cell that quotes a text: where it is, the phrase, the most words it may have."""
    for coder in ("", *(f"coders/{coder}/" for coder in CODERS)):
        for phrase in table(f"{coder}claims.csv")["anchor"]:
            yield f"{coder}claims", phrase, 8
        for phrase in table(f"{coder}labels.csv")["literal"]:
            yield f"{coder}labels", phrase, 6
    for phrase in table("blocks.csv")["wording"]:
        yield "blocks", phrase, 8
    for variable in codebook.variables:
        for code in variable.codes:
            yield f"{variable.name}={code.code}", code.example, 8
    for cell in table("context/context.csv")["evidence"]:
        for phrase in cell.split(";"):
            yield "context", phrase, 8


def test_no_phrase_is_longer_than_allowed(codebook: Codebook) -> None:
    phrases = list(_phrases(codebook))
    too_long = [where for where, phrase, most in phrases if len(phrase.split()) > most]
    assert sum(bool(phrase) for _, phrase, _ in phrases) > 1000
    assert not too_long


def test_own_words_are_kept_short() -> None:
    assert table("claims.csv")["gist"].str.split().str.len().max() <= 16
    assert table("documents.csv")["thesis"].str.split().str.len().max() <= 40


def test_gists_stand_alone() -> None:
    gists = table("claims.csv").set_index("claim_id")["gist"]
    assert remark_corpus(DATA).empty
    assert not gists.str.contains("['\"]").any()
    named = gists.str.contains("Russia|Iran|Moscow|Tehran|Kremlin")
    assert list(gists[~named]) == []
    assert not gists.duplicated().any()
    told = gists[gists.map(attributes).astype(bool)]
    assert told.str.startswith("The authors allege that ").all()


def test_titles_and_headings_have_their_words() -> None:
    blocks = table("blocks.csv")
    named = blocks["kind"].isin(["title", "heading"])
    assert (blocks["wording"] != "").tolist() == named.tolist()
    assert blocks["wording"].map(lambda cell: len(texts.tokenise(cell))).max() <= 8


def _words(text: str) -> list[str]:
    """Printed words, bare of punctuation and case; a long dash separates, a hyphen does not."""
    plain = unicodedata.normalize("NFKC", text).replace("\u2014", " ").lower().split()
    bare = (re.sub(r"[\W_]+", "", word) for word in plain)
    return [word for word in bare if word]


def _runs(words: list[str], length: int = 9) -> Iterator[tuple[str, ...]]:
    return (tuple(words[n : n + length]) for n in range(len(words) - length + 1))


def copied(text: str, sources: Iterable[str], facts: Iterable[str] = ()) -> list[str]:
    """Runs of nine words that a text shares with a source, bibliographic facts apart."""
    forbidden = {run for source in sources for run in _runs(_words(source))}
    forbidden -= {run for fact in facts for run in _runs(_words(fact))}
    return [" ".join(run) for run in _runs(_words(text)) if run in forbidden]


def test_copied_runs_are_found() -> None:
    source = "One two three four five—six seven, “eight” nine ten. Eleven twelve."
    nine = "one two three four five six seven eight nine"
    assert copied(f"x,{nine.upper()},y".replace(",", " "), [source]) == [nine]
    assert not copied("one two three four five six seven eight", [source])
    assert not copied(nine, [source], facts=[nine])
    assert not copied("one two three four five six seven eight ten nine", [source])


def _tracked() -> list[Path]:
    """The files of the project: those git knows, else those of data/."""
    command = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached"]
    try:
        listed = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    except (OSError, subprocess.CalledProcessError):
        listed = ""
    files = [ROOT / name for name in listed.split("\0") if name]
    return [file for file in files if file.is_file()] or [p for p in DATA.rglob("*") if p.is_file()]


@pytest.mark.skipif(not SOURCES.is_dir(), reason="the source texts are not at hand")
def test_no_file_holds_nine_words_of_a_text_in_a_row() -> None:
    sources = texts.read_texts(SOURCES, table("documents.csv"))
    spans = _spans("blocks.csv").query("kind in @FACTS")
    facts = [sources[row.doc_id][row.start : row.end] for row in spans.itertuples()]
    forbidden = {run for source in sources.values() for run in _runs(_words(source))}
    forbidden -= {run for fact in facts for run in _runs(_words(fact))}
    forbidden -= {run for title in table("documents.csv")["title"] for run in _runs(_words(title))}
    assert len(forbidden) > 4000
    found = []
    for file in {*_tracked(), *(path for path in DATA.rglob("*") if path.is_file())}:
        try:
            words = _words(file.read_text(encoding="utf-8"))
        except UnicodeDecodeError:
            continue
        if not forbidden.isdisjoint(_runs(words)):
            found.append(file.relative_to(ROOT).as_posix())
    assert not found


@pytest.mark.skipif(not SOURCES.is_dir(), reason="the source texts are not at hand")
def test_examples_stand_where_the_codebook_says(codebook: Codebook) -> None:
    sources = texts.read_texts(SOURCES, table("documents.csv"))
    spans = _spans("blocks.csv").set_index(["doc_id", "block_id"])
    codes = [code for variable in codebook.variables for code in variable.codes if code.example]
    assert codes
    for code in codes:
        doc, block = code.example_place.split()
        start, end = spans.loc[(doc, block), ["start", "end"]]
        assert texts.locate(sources[doc], code.example, int(start), int(end)), code.example


# ---- data package and data card -------------------------------------------------------------


def _load(name: str) -> dict[str, Any]:
    return json.loads((DATA / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", fresh_files(DATA))
def test_package_and_dictionary_are_in_step_with_the_declarations(name: str) -> None:
    if os.environ.get("FRAMELINE_UPDATE"):
        write_package(DATA)
    stale = f"{name} is stale: run FRAMELINE_UPDATE=1 pytest tests/test_data.py"
    assert (DATA / name).read_text(encoding="utf-8") == fresh_files(DATA)[name], stale


def test_a_stale_package_is_written_anew(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(DATA, tmp_path / "data"))
    assert write_package(folder) == []
    (folder / "schemas/coder-labels.json").unlink()
    book = (folder / "codebook.toml").read_text(encoding="utf-8")
    book = book.replace('question = "Who says it?"', 'question = "Whose claim is it?"', 1)
    (folder / "codebook.toml").write_text(book, encoding="utf-8")
    stale = ["datapackage.json", "schemas/coder-claims.json", "schemas/coder-labels.json"]
    assert write_package(folder) == [*stale, "README.md"]
    assert "| *Voice.* Whose claim is it? |" in (folder / "README.md").read_text(encoding="utf-8")
    assert write_package(folder) == []


def test_data_package_lists_and_describes_everything() -> None:
    package = _load("datapackage.json")
    assert sorted(resource["path"] for resource in package["resources"]) == CSV_FILES
    for resource in package["resources"]:
        schema = resource["schema"]
        schema = schema if isinstance(schema, dict) else _load(schema)
        assert [field["name"] for field in schema["fields"]] == list(table(resource["path"]))
        assert all(field["type"] and field["description"] for field in schema["fields"])
        assert "foreignKeys" in schema or "primaryKey" in schema
    assert [licence["name"] for licence in package["licenses"]] == ["CC-BY-4.0"]
    addresses = [source.get("path", "") for source in package["sources"]]
    assert addresses == list(table("documents.csv")["address"])


def _valid(folder: Path) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # not ours: deprecations inside the validator
        from frictionless import Package

        return bool(Package(str(folder / "datapackage.json")).validate().valid)


def test_data_package_is_valid() -> None:
    assert _valid(DATA)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("claims.csv", ",GEO,", ",GE0,"),
        ("events.csv", "abedin-2015.P05.s2,", "abedin-2015.P05.s9,"),
        ("coders/b/claims.csv", ",S_CAUCASUS,", ",S_CAUCASUS;MARS,"),
        ("documents.csv", "2001-05-01", "1 May 2001"),
    ],
)
def test_data_package_catches_a_bad_cell(tmp_path: Path, name: str, old: str, new: str) -> None:
    package = _load("datapackage.json")
    tables = [name, "units.csv", "blocks.csv", "documents.csv"]
    package["resources"] = [res for res in package["resources"] if res["path"] in tables]
    shutil.copytree(DATA, tmp_path / "data")
    folder = tmp_path / "data"
    (folder / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    assert _valid(folder)
    content = (folder / name).read_text(encoding="utf-8")
    assert old in content
    (folder / name).write_text(content.replace(old, new, 1), encoding="utf-8")
    assert not _valid(folder)


#: The three counting tables of the data card: what a line counts, then its numbers.
COUNTED = (
    r"^\| `(?P<what>[\w/-]+\.csv)` \| (?P<numbers>[0-9]+) \|",
    r"^\| `(?P<what>[a-z]+)`[^|]* \| (?P<numbers>[0-9]+ \| [0-9]+) \|",
    r"^\| (?P<what>[a-z]+(?: 1\.1)? \| [a-z]+) \| (?P<numbers>[0-9]+) \|",
)


def _counts() -> dict[str, str]:
    """What the data card should say: rows per table, blocks and words, reasons."""
    counts = {name: str(len(table(name))) for name in CSV_FILES}
    blocks = table("blocks.csv").astype({"words": int})
    for kind, words in blocks.groupby("kind")["words"]:
        counts[str(kind)] = f"{len(words)} | {words.sum()}"
    log = table("adjudication.csv")
    for (who, why), rows in log.groupby(["decided_by", "reason"]):
        counts[f"{who} | {why}"] = str(len(rows))
    return counts


def test_data_card_counts_what_the_tables_hold() -> None:
    readme, counts, listed = (DATA / "README.md").read_text(encoding="utf-8"), _counts(), set()

    def count(line: re.Match[str]) -> str:
        listed.add(line["what"])
        return line[0].replace(f"| {line['numbers']} |", f"| {counts[line['what']]} |")

    fresh = readme
    for pattern in COUNTED:
        fresh = re.sub(pattern, count, fresh, flags=re.MULTILINE)
    if os.environ.get("FRAMELINE_UPDATE"):
        (DATA / "README.md").write_text(fresh, encoding="utf-8")
    assert (DATA / "README.md").read_text(encoding="utf-8") == fresh
    unlisted = {name for name in CSV_FILES if name.startswith(("coders/", "context/coder"))}
    assert set(counts) - unlisted <= listed


def test_data_card_has_every_column_and_every_duty() -> None:
    readme = (DATA / "README.md").read_text(encoding="utf-8")
    package = _load("datapackage.json")
    sections = dict(
        re.findall(r"^### `([^`]+)`\n(.*?)(?=^##|\Z)", readme, re.MULTILINE | re.DOTALL)
    )
    for resource in package["resources"]:
        if resource["name"].startswith("coder-"):
            continue
        columns = re.findall(r"^\| `(\w+)`", sections[resource["path"]], re.MULTILINE)
        assert columns == list(table(resource["path"])), resource["path"]
    for duty in ("Machine coders only", "No human has coded", "upper bound", "CC BY 4.0", "MIT"):
        assert duty in readme


def test_claims_of_texts_with_an_address_link_to_their_passage():
    corpus = read_corpus(DATA)
    known = set(corpus.documents.loc[corpus.documents["address"] != "", "name"])
    rows = corpus.evidence(corpus.claims["claim_id"])
    assert known == set(rows.loc[rows["link"] != "", "name"])
    first = rows.loc[rows["link"] != ""].iloc[0]
    assert first["link"].endswith("#:~:text=" + first["anchor"].replace(" ", "%20"))
