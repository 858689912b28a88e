"""Escaping: whatever a text says, it is shown as it is written."""

import csv
import html
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from frameline.report.escape import escape_csv, escape_markdown, escape_terminal, file_name

SIGNS = st.text(st.sampled_from("\\`*_{}[]()<>#+-.!|~$@:&^=\"'/ax1w \n\t\x00\u202e"), max_size=40)
GAPS = r"[\t\r\n\v\f\x1c-\x1f\x85\u2028\u2029]+"
UNSEEN = r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]"


@given(SIGNS | st.text(max_size=40))
def test_markdown_shows_any_text_as_it_is(text):
    shown = re.sub(UNSEEN, "", re.sub(GAPS, " ", text)).strip()
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    made = parser.render(escape_markdown(text))
    assert made == (f"<p>{html.escape(shown).replace('&#x27;', chr(39))}</p>\n" if shown else "")
    row = parser.render(f"| a |\n|---|\n| x{escape_markdown(text)} |\n")
    assert row.count("<td>") == 1
    assert row.count("<tr>") == 2


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", " =1+1", "\n=1", "\ufeff=1", "＝1+1",
     "-2+3+cmd|' /C calc'!A0", "=HYPERLINK(\"x\")", "+inf", "-nan", "-1_0"],
)  # fmt: skip
def test_no_cell_is_a_formula(text):
    assert escape_csv(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-0.5", "+3", "-12%", "-1,234.5", "-1e-05", "−0.5", "a=1", ""])
def test_numbers_and_words_stay_as_they_are(text):
    assert escape_csv(text) == text


@given(st.text())
def test_a_cell_never_begins_as_a_formula_unless_it_is_a_number(text):
    buffer = io.StringIO()
    csv.writer(buffer).writerow([escape_csv(text)])
    cell = escape_csv(text)
    if cell.strip()[:1] in ("=", "@"):
        pytest.fail(repr(cell))
    if cell.strip()[:1] in ("+", "-"):
        float(cell.rstrip("%").replace(",", ""))


@given(st.text())
def test_a_terminal_gets_one_line_without_commands(text):
    shown = escape_terminal(text)
    assert len(shown.splitlines()) <= 1
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202e]", shown)


@given(st.text())
def test_a_file_name_is_never_a_path(text):
    name = file_name(text)
    assert re.fullmatch(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?", name)
    assert len(name) <= 80
