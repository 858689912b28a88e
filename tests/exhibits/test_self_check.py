"""The list of what method guides ask for: answered from data, never made up."""

import shutil

import pytest

from frameline.corpus.statements import STATEMENTS, read_statements
from frameline.exhibits import exhibit, study
from frameline.exhibits.checklist._items import ITEMS
from tests.conftest import ROOT

MINIMAL = ROOT / "tests" / "corpora" / "minimal.csv"


def rows_of(corpus):
    texts = study("checklist", corpus)
    return {item.key: item.rule(texts) for item in ITEMS}


def test_a_blank_statement_is_not_recorded_and_not_done_is_no(data_corpus):
    rows = rows_of(data_corpus)
    assert rows["funding"] == rows["pilot"] == rows["model"] == "blank"
    assert rows["expectations"] == rows["validation"] == "no"
    assert rows["versions"] == rows["codebook"] == rows["summaries"] == "yes"


def test_a_corpus_that_states_nothing_claims_nothing():
    rows = rows_of(MINIMAL)
    assert {rows[name] for name in STATEMENTS if name in rows} <= {"blank", "does-not-apply"}
    assert (rows["rights"], rows["history"]) == ("blank", "no")
    assert rows["model"] == rows["validation"] == "does-not-apply"


def test_what_is_stated_is_printed_and_counted(tmp_path):
    folder = tmp_path / "data"
    shutil.copytree(ROOT / "data", folder)
    file = folder / "about.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('funding = ""', 'funding = "A grant."'), encoding="utf-8")
    before = exhibit("self-check", study("checklist", ROOT / "data")).findings
    after = exhibit("self-check", study("checklist", folder))
    yes = [
        next(f.value for f in found if f.key == "check.yes") for found in (before, after.findings)
    ]
    assert yes[1] == yes[0] + 1
    assert "A grant." in str(after.blocks[1].__dict__)


def test_every_item_is_asked_once():
    keys = [item.key for item in ITEMS]
    assert len(keys) == len(set(keys)) == 52
    assert {item.stated for item in ITEMS if item.stated} == set(STATEMENTS)


@pytest.mark.parametrize(
    ("text", "said"),
    [("[statements]\nfundign = 'x'", "found 'fundign'"), ("[statements", "is no TOML")],
)
def test_faults_of_the_file_are_named(tmp_path, text, said):
    (tmp_path / "about.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=said):
        read_statements(tmp_path)
