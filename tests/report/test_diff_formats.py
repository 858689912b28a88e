"""A comparison as a terminal, a pull request and a program get it."""

import json

from markdown_it import MarkdownIt

from frameline.report.comparing.diff import compare
from frameline.report.comparing.diff_formats import as_json, as_markdown, as_text

OLD = [
    {"key": "share.a", "value": 0.2, "low": 0.1, "high": 0.3, "n": 10, "unit": "share",
     "text": "20%", "evidence": ["c1", "c2"], "chapter": "one"},
    {"key": "count.a", "value": 1500, "unit": "count", "text": "1,500", "chapter": "one"},
    {"key": "gone", "value": "x|y", "unit": "text", "text": "x|y", "chapter": "one"},
    {"key": "net.a", "value": 0.2, "low": 0.1, "high": 0.3, "unit": "net", "text": "+0.20"},
    {"key": "statement.mix", "value": "In 5 texts.", "unit": "text", "text": "In 5 texts.",
     "segments": [{"text": "In "}, {"text": "5", "key": "n"}, {"text": " texts."}]},
]  # fmt: skip
NEW = [
    {"key": "share.a", "value": 0.05, "low": 0.0, "high": 0.1, "n": 9, "unit": "share",
     "text": "5%", "evidence": ["c2", "c3", "c4"], "chapter": "one"},
    {"key": "count.a", "value": 1400, "unit": "count", "text": "1,400", "chapter": "one"},
    {"key": "come", "value": "<b>", "unit": "text", "text": "<b>", "chapter": "one"},
    {"key": "net.a", "value": 0.2, "low": 0.15, "high": 0.3, "unit": "net", "text": "+0.20"},
    {"key": "statement.mix", "value": "Of 4 texts.", "unit": "text", "text": "Of 4 texts.",
     "segments": [{"text": "Of "}, {"text": "4", "key": "n"}, {"text": " texts."}]},
]  # fmt: skip
FOUND = compare(OLD, NEW)


def test_text_says_what_changed_and_by_how_much():
    text = as_text(FOUND, "HEAD", "build")
    assert text.startswith(
        "HEAD → build: 4 changed (1 beyond the old interval), 1 appeared, 1 vanished, 0 the same\n"
    )
    assert (
        "share.a  20% → 5% (−15.0 points); beyond the old interval (10% to 30%); "
        "n 10 → 9; claims behind it +2 −1" in text
    )
    assert "count.a  1,500 → 1,400 (−100)" in text
    assert "net.a  interval 0.1 to 0.3 → 0.15 to 0.3\n" in text
    assert "statement.mix  reworded\n    - In 5 texts.\n    + Of 4 texts.\n" in text
    assert text.index("Statements") < text.index("Changed") < text.index("Appeared")


def test_markdown_is_a_list_and_tables_whatever_the_values_say():
    html = MarkdownIt("commonmark").enable("table").render(as_markdown(FOUND, "HEAD~1", "b|c"))
    assert "Findings: HEAD~1 → b|c</h2>" in html
    assert "<strong>share.a</strong>" in html, "beyond the interval is set apart"
    assert "<td>count.a</td>\n<td>1,500 → 1,400 (−100)</td>" in html
    assert "<td>gone</td>\n<td>x|y</td>" in html
    assert "<td>come</td>\n<td>&lt;b&gt;</td>" in html
    assert "<li>old: In 5 texts.</li>\n<li>new: Of 4 texts.</li>" in html


def test_json_holds_everything():
    whole = json.loads(as_json(FOUND, "HEAD", "build"))
    assert (whole["changed"], whole["beyond"], whole["appeared"], whole["same"]) == (4, 1, 1, 0)
    share = next(c for c in whole["changes"] if c["key"] == "share.a")
    assert (share["by"], share["size"], share["beyond"]) == (-0.15, 1.5, True)
    assert share["old"] == OLD[0]
    assert share["new"] == NEW[0]
    statement = whole["changes"][0]
    assert statement["reworded"]
    assert statement["statement"]


def test_nothing_changed_is_one_line():
    same = compare(OLD, OLD)
    line = "0 changed, 0 appeared, 0 vanished, 5 the same"
    assert as_text(same, "a", "b") == f"a → b: {line}\n"
    assert as_markdown(same, "a", "b") == f"## Findings: a → b\n\n{line}.\n"
    assert json.loads(as_json(same, "a", "b"))["changes"] == []
