"""Findings: numbers with names, and sentences that hold no other number."""

import json
import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from frameline.record.finding import Finding
from frameline.record.findings import Findings, read_findings
from frameline.record.prose import ProseError
from frameline.words.formats import format_value
from frameline.words.refused import UNSUPPORTED, refused


@pytest.fixture
def findings():
    f = Findings("demo", names={"d1": "Abedin 2015"}, filter="core claims")
    f.add("net.d1", -0.123, unit="net", low=-0.5, high=0.25, n=45, evidence=["d1.c1", "d1.c2"])
    f.add("texts", 5, unit="count")
    return f


def test_a_sentence_takes_its_numbers_from_findings(findings):
    prose = findings.say("{name.d1} stands at {net.d1} ({net.d1:ci}, n = {net.d1:n}).")
    assert str(prose) == "Abedin 2015 stands at −0.12 (−0.50 to +0.25, n = 45)."
    assert prose.keys == ("name.d1", "net.d1", "net.d1", "net.d1")


@pytest.mark.parametrize("word", refused(UNSUPPORTED))
def test_words_that_the_design_cannot_support_are_refused(findings, word):
    with pytest.raises(ProseError, match="cannot support"):
        findings.say(f"It {word} in {{texts}} texts.")


def test_words_are_matched_whole(findings):
    assert str(findings.say("It approved of improvements.")) == "It approved of improvements."


@given(st.text(alphabet="0123456789", min_size=1))
def test_any_typed_digit_is_refused(digits):
    with pytest.raises(ProseError, match="digit"):
        Findings("demo").say(f"There are {digits} claims.")


def test_unknown_and_repeated_findings_are_refused(findings):
    with pytest.raises(ProseError, match="no finding 'gone'"):
        findings.say("{gone}")
    with pytest.raises(ProseError, match="added before"):
        findings.add("texts", 6, unit="count")
    with pytest.raises(ProseError, match="unit"):
        findings.add("other", 6, unit="furlongs")
    with pytest.raises(ProseError, match="unknown format"):
        findings.say("{texts:roman}")


def test_number_words():
    f = Findings("demo")
    f.add("few", 3, unit="count")
    f.add("many", 1200, unit="count")
    f.add("none", 0, unit="count")
    assert str(f.say("{few:Words} or {many:words}, {none:words}")) == "Three or 1,200, no"
    f.add("one", 1, unit="count")
    assert str(f.say("{one:words|text|texts}, {few:|text|texts}")) == "one text, 3 texts"


def test_records_survive_the_round_trip(findings):
    records = findings.record()["findings"]
    other = Findings("summary")
    other.know(records)
    assert other["net.d1"].record() == records[0]
    assert len(other) == 0, "what other chapters found is not found again"


def test_missing_values_become_null_and_a_dash():
    f = Findings("demo")
    f.add("gap", math.nan, unit="net", low=pd.NA)
    record = f.record()["findings"][0]
    assert record["value"] is None
    assert record["low"] is None
    assert record["text"] == "–"


def test_a_table_gives_one_finding_per_row():
    table = pd.DataFrame(
        {"doc_id": ["a", "b"], "net": [0.5, -0.5], "low": [0, -1], "high": [1, 0], "n": [4, 2]}
    )
    f = Findings("demo")
    f.add_table(table, "net.{doc_id}", "net", unit="net", evidence={"a": ["c1"]})
    assert [x.key for x in f] == ["net.a", "net.b"]
    assert f["net.a"].evidence == ("c1",)
    assert f["net.b"].n == 2
    assert f.cited == ["c1"]


@given(st.floats(-1, 1))
def test_net_keeps_its_sign_and_never_prints_minus_zero(value):
    text = format_value(value, "net")
    assert text not in ("-0.00", "+0.00", "−0.00")
    assert math.isclose(float(text.replace("−", "-")), value, abs_tol=0.005 + 1e-9)


def test_from_record_needs_no_evidence():
    assert Finding.from_record({"key": "k", "value": 1, "unit": "count"}).text == "1"


def test_a_statement_is_a_finding_that_other_chapters_quote(findings):
    made = findings.state("balance", "It stands at {net.d1}.", evidence=["d1.c1"])
    summary = Findings("summary")
    summary.know(findings.record()["findings"])
    quoted = summary.quote("statement.balance")
    assert str(quoted) == str(made) == "It stands at −0.12."
    assert quoted.keys == ("net.d1",)
    assert summary["statement.balance"].evidence == ("d1.c1",)


def test_findings_are_read_from_a_build(findings, tmp_path):
    assert read_findings(tmp_path / "results.json") == []
    (tmp_path / "results.json").write_text(
        json.dumps(findings.record()["findings"]), encoding="utf8"
    )
    assert [r["key"] for r in read_findings(tmp_path / "results.json")] == ["net.d1", "texts"]


def test_a_reference_may_hold_digits():
    assert str(Findings("demo").say("Distances [@lin-1991].")) == "Distances [@lin-1991]."
    with pytest.raises(ProseError, match="digit"):
        Findings("demo").say("Distances [@lin-1991] of 3.")
