"""Reach-back: EDTF years, precision, bases."""

import math

import pandas as pd
import pytest

from frameline.measures.events import reach_back, reach_summary, years

TEXTS = pd.DataFrame(
    {"doc_id": ["late", "early"], "published": ["2015-11-29/2015-12-06", "2001-05-01"]}
)


def events_of(rows):
    table = pd.DataFrame(rows, columns=["doc_id", "name", "year", "precision", "year_basis"])
    table.insert(0, "event_id", [f"e{i}" for i in range(len(table))])
    return table


EVENTS = events_of(
    [
        ("late", "war", "17XX/18XX", "range", "printed"),
        ("late", "treaty", "", "none", "none"),
        ("late", "siege", "1941", "year", "printed"),
        ("late", "visit", "2015-11-23", "day", "caption"),
        ("late", "oath", "1828", "year", "external"),
        ("early", "sale", "199X", "decade", "printed"),
        ("early", "renewal", "2001-08", "month", "relative"),
        ("early", "summit", "2003", "year", "relative"),
    ]
)


@pytest.mark.parametrize(
    ("date", "span"),
    [
        ("1941", (1941, 1941, 1941)),
        ("1941~", (1941, 1941, 1941)),
        ("2015-07-31", (2015, 2015, 2015)),
        ("199X", (1990, 1994.5, 1999)),
        ("17XX", (1700, 1749.5, 1799)),
        ("17XX/18XX", (1700, 1799.5, 1899)),
        ("1990/1998", (1990, 1994, 1998)),
        ("2022/..", (2022, 2022, 2022)),
        ("/2022", (2022, 2022, 2022)),
    ],
)
def test_years_of_dates(date, span):
    assert years(date) == span


@pytest.mark.parametrize("date", ["1941?/x", "41", "May 1941", "1941-5", "..", "1XXX"])
def test_what_is_no_date_is_refused(date):
    with pytest.raises(ValueError, match="no EDTF date"):
        years(date)


def test_reach_on_paper():
    table = reach_back(EVENTS, TEXTS).set_index("name")
    assert table.loc["war", ["reach_low", "reach", "reach_high"]].tolist() == [116, 215.5, 315]
    assert table.loc["siege", "reach"] == 74
    assert table.loc["sale", ["reach_low", "reach", "reach_high"]].tolist() == [2, 6.5, 11]
    assert table.loc["renewal", "reach"] == 0
    assert table.loc["summit", "reach"] == -2  # an event ahead of the text


def test_an_undated_event_gets_no_year():
    row = reach_back(EVENTS, TEXTS).set_index("name").loc["treaty"]
    assert all(math.isnan(row[c]) for c in ("year_low", "year_mid", "year_high", "reach"))
    assert not row["shown"]


def test_external_and_caption_years_are_kept_apart():
    table = reach_back(EVENTS, TEXTS).set_index("name")
    assert not table.loc[["oath", "visit"], "shown"].any()
    assert table.loc["oath", "reach"] == 187
    every = reach_back(EVENTS, TEXTS, bases=["printed", "external"]).set_index("name")
    assert every.loc["oath", "shown"]
    assert not every.loc["renewal", "shown"]


def test_rows_stay_in_order_and_the_year_of_a_text_may_be_given():
    table = reach_back(EVENTS, TEXTS)
    assert table["event_id"].tolist() == EVENTS["event_id"].tolist()
    given = TEXTS.assign(year=[2015, 2001]).drop(columns="published")
    pd.testing.assert_frame_equal(table, reach_back(EVENTS, given))


def test_summary_on_paper():
    table = reach_summary(reach_back(EVENTS, TEXTS)).set_index("doc_id")
    # late: printed middle reaches 215.5 and 74; early: 6.5.
    assert table.loc["late"].tolist() == [5, 4, 1, 2, 144.75, 215.5, 1700, "war"]
    assert table.loc["early"].tolist() == [3, 3, 0, 1, 6.5, 6.5, 1990, "sale"]


def test_summary_of_a_text_without_printed_years():
    table = reach_summary(reach_back(EVENTS[EVENTS["name"] == "treaty"], TEXTS))
    row = table.iloc[0]
    assert row[["events", "dated", "undated", "counted"]].tolist() == [1, 0, 1, 0]
    assert math.isnan(row["median"])
    assert row["earliest_event"] == ""


def test_no_events_no_rows():
    table = reach_back(EVENTS.iloc[:0], TEXTS)
    assert table.empty
    assert reach_summary(table).empty


def test_unknown_texts_and_bases_are_refused():
    with pytest.raises(ValueError, match="unknown texts: lost"):
        reach_back(EVENTS.assign(doc_id="lost"), TEXTS)
    with pytest.raises(ValueError, match="unknown year basis: guessed"):
        reach_back(EVENTS.assign(year_basis="guessed"), TEXTS)
