"""Hostile texts in the other files: CSV, JSON, SVG, Markdown, the index of a sweep."""

import csv
import html
import io
import json
import re
import xml.etree.ElementTree as ET

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from markdown_it import MarkdownIt

from frameline.charts import STYLE
from frameline.exhibits.drawing import draw
from frameline.exhibits.tabling import tabulate
from frameline.record.findings import Findings
from frameline.record.grid import Column as Head
from frameline.record.grid import Grid
from frameline.record.prose import Prose, ProseError, Segment
from frameline.report.comparing.diff import compare
from frameline.report.comparing.diff_formats import as_json, as_markdown, as_text
from frameline.report.document.assemble import findings_of, merge_one
from frameline.report.escape import escape_markdown, file_name, printable
from frameline.report.page.html import csv_text
from frameline.report.page.svg import clean
from frameline.report.running.run import gate
from frameline.report.sweeps.sweep_index import Column, index_csv, index_html, index_json, rows_of

DIRECTION = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
#: What Matplotlib draws with, and the name of a chart for those who cannot see it.
DRAWN = {
    "svg", "g", "path", "text", "tspan", "use", "defs", "clipPath", "rect", "title", "desc",
}  # fmt: skip
_NUMBER = re.compile(r"[-+]?[\d.,]+%?")


def words(text):
    return " ".join(printable(text).split())


def formulas(text):
    """The cells of a CSV that a spreadsheet would compute."""
    rows = csv.reader(io.StringIO(text, newline=""))
    cells = [cell for row in rows for cell in row]
    return [
        c for c in cells if re.match(r"[\s\ufeff]*[=+\-@＝＋－＠]", c) and not _NUMBER.fullmatch(c)
    ]


def test_csv_of_a_figure(hostile):
    grid = Grid((Head(hostile[0]), Head("=head")), tuple((text, text) for text in hostile))
    made = csv_text(grid)
    assert formulas(made) == []
    rows = list(csv.reader(io.StringIO(made, newline="")))
    assert len(rows) == len(hostile) + 1
    assert [row[0].removeprefix("'") for row in rows[1:]] == [t.removeprefix("'") for t in hostile]


def test_findings_keep_every_text_to_the_letter(chapter, hostile_findings):
    """The way into results.json: through the gate, out of the bundles, as JSON and back."""
    executed = gate(json.loads(json.dumps(chapter)), "one")
    found = {f["key"]: f for f in json.loads(json.dumps(findings_of([executed])))}
    assert len(found) == len(hostile_findings)
    for finding in hostile_findings:
        kept = found[finding["key"]]
        for name in ("value", "text", "filter", "evidence"):
            assert kept[name] == finding[name]


def test_a_hostile_chapter_passes_the_merge_as_text(chapter):
    """Nothing in a value is taken for a cross-reference or a finding."""
    merged = merge_one(json.loads(json.dumps(chapter)), "one")
    assert len(merged.cells) > 100


@pytest.mark.parametrize("kind", ["key", "chapter", "text"])
def test_markdown_of_a_comparison(hostile_findings, kind):
    new = [{**f, kind: f"{f[kind]} "} for f in hostile_findings]
    half = len(new) // 2
    found = compare(hostile_findings[half:], new[: half + half // 2])
    assert found.changes
    made = as_markdown(found, hostile_findings[0]["text"], hostile_findings[1]["text"])
    rendered = MarkdownIt("gfm-like", {"linkify": False}).render(made)
    tags = set(re.findall(r"<(/?[a-z0-9]+)", rendered))
    assert {tag.strip("/") for tag in tags} <= {
        "h2", "h3", "p", "table", "thead", "tbody", "tr", "th", "td", "ul", "li", "strong",
    }  # fmt: skip
    shown = words(html.unescape(re.sub(r"<[^>]*>", "", rendered)))
    for change in found.changes:
        assert words(DIRECTION.sub("", change.key)) in shown, change.key


def test_markdown_leaves_no_address_to_be_found(hostile):
    for text in hostile:
        source = escape_markdown(text)
        assert not re.search(r"https?://|www\.|(?<!\\)[<\[`!|]", source), source


def test_text_and_json_of_a_comparison(hostile_findings):
    found = compare([], hostile_findings)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", as_text(found, "a", "b"))
    kept = {c["key"]: c["new"] for c in json.loads(as_json(found, "a", "b"))["changes"]}
    assert kept == {f["key"]: f for f in hostile_findings}


@pytest.fixture(scope="module")
def columns(hostile, hostile_findings):
    values = {text: text for text in hostile}
    others = [{**f, "text": f"{f['text']}!"} for f in hostile_findings[::2]]
    runs = [
        Column("first", values, True, "", hostile, hostile_findings, True),
        Column("second", {}, True, "", (), others),
    ]
    return runs + [Column(f"run-{i}", {}, False, text) for i, text in enumerate(hostile)]


@pytest.fixture(scope="module")
def index(columns, hostile):
    return index_html(" | ".join(hostile), columns, rows_of(columns[:2]))


def test_the_index_of_a_sweep(index, hostile, parse):
    tree, found = parse(index)
    assert found == []
    shown = words("".join(tree.find("body").itertext()))
    for text in hostile:
        assert shown.count(words(text)) >= 5, text


def test_a_browser_finds_nothing_to_do_in_the_index(index, browser, tmp_path):
    (tmp_path / "index.html").write_text(index, encoding="utf-8")
    browser.open((tmp_path / "index.html").as_uri())
    outside = [deed for deed in browser.deeds if not deed.startswith("data:font/")]
    assert outside == [(tmp_path / "index.html").as_uri()]


def test_the_index_as_tables(columns, hostile_findings):
    rows = rows_of(columns[:2])
    assert formulas(index_csv(columns, rows)) == []
    whole = json.loads(index_json("t", columns, rows))
    assert {f["key"] for f in whole["findings"]} == {f["key"] for f in hostile_findings}


def test_names_of_files(hostile):
    for text in hostile:
        name = file_name(text)
        assert re.fullmatch(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?", name), text


def drawable(text):
    """Texts that the fonts of the charts can draw: no control characters."""
    return not re.search(r"[\x00-\x1f\u2028\u202e\u2066\u200b\ufeff\u00ad\uff1d]", text)


def test_charts_draw_texts_and_nothing_else(hostile):
    texts = [text for text in hostile if drawable(text)]
    assert len(texts) > 120
    say = Prose((Segment(" | ".join(texts)),), "title")
    table = pd.DataFrame({"a": texts})
    with plt.style.context(STYLE):
        fig, ax = plt.subplots(figsize=(6, 30))
        ax.set_yticks(range(len(texts)), texts)
        ax.set_xlabel(" ".join(texts[:5]))
        record = draw(
            fig,
            key="hostile",
            title=say,
            subtitle=say,
            alt=say,
            table=table,
            source="x",
            filter="y",
        ).record()
    for svg in (record["svg"], record["export_svg"]):
        root = ET.fromstring(clean(svg, "p-", texts[0], texts[1]))
        names = {element.tag.split("}")[-1] for element in root.iter()}
        assert names <= DRAWN
        shown = {"".join(e.itertext()) for e in root.iter() if e.tag.endswith("}text")}
        drawn = {" ".join(text.split()) for text in shown}
        assert {" ".join(t.split()) for t in texts} <= drawn
        for element in root.iter():
            for name, value in element.attrib.items():
                assert not name.lower().startswith("on")
                assert "evil.example" not in value


@pytest.mark.parametrize(
    "style",
    ["fill: url(https://evil.example/x)", "fill: u\\72l(https://e.example)", "x: image-set('//e')",
     "background: url(//evil.example)", "@import 'x'", "x: expression(alert(1))", "x: src('a')",
     "fill: url/**/(https://evil.example)", "x: image(red)"],
)  # fmt: skip
def test_no_style_of_a_chart_loads_anything(style):
    svg = f'<svg xmlns="http://www.w3.org/2000/svg"><path style="{style}" d="M0 0"/></svg>'
    assert "style=" not in clean(svg)


@pytest.mark.parametrize(
    "inner",
    ["<script>alert(1)</script>", "<foreignObject><b/></foreignObject>", "<animate onbegin='x'/>",
     "<a href='javascript:alert(1)'><text>x</text></a>", "<image href='https://evil.example/x'/>",
     "<use href='https://evil.example/x#a'/>", "<style>*{}</style>", "<path onclick='x'/>",
     "<set attributeName='href' to='javascript:x'/>", "<image href='data:image/svg+xml,x'/>"],
)  # fmt: skip
def test_no_part_of_a_chart_acts(inner):
    made = clean(f'<svg xmlns="http://www.w3.org/2000/svg">{inner}</svg>')
    assert not re.search(r"script|foreign|animate|<a |evil|<style|onclick|<set|data:", made)


def test_sentences_take_values_as_they_are(hostile):
    """A value is never read as a template, a spec or a reference."""
    found = Findings("demo", names={f"d{i}": text for i, text in enumerate(hostile)})
    for i, text in enumerate(hostile):
        found.add(f"v{i}", text, unit="text")
        found.add(f"w{i}", [text, text], unit="list")
        made = found.say("{v" + str(i) + "} by {name.d" + str(i) + "} of {w" + str(i) + "}")
        assert str(made) == f"{text} by {text} of {text} and {text}"
        assert f"<b title='v{i}'>" in made._repr_mimebundle_()["text/html"]
    table = pd.DataFrame({"doc_id": list(hostile), "x": range(len(hostile))})
    found.add_table(table, "key.{doc_id}", "x", unit="count", low=None, high=None, n=None)
    assert {f"key.{text}" for text in hostile} <= {f.key for f in found}


@pytest.mark.parametrize("template", ["{v.__class__}", "{v!r}", "{v[0]}", "{v:{v}}", "{}", "{0}"])
def test_templates_reach_findings_only(template):
    found = Findings("demo")
    found.add("v", "x", unit="text")
    if template == "{v!r}":
        assert str(found.say(template)) == "x"
        return
    with pytest.raises((ProseError, ValueError)):
        found.say(template)


def test_the_notebook_view_is_escaped_too(hostile, parse):
    table = pd.DataFrame({"a": list(hostile)})
    title = Prose(tuple(Segment(text, text) for text in hostile), "title")
    shown = tabulate(table, key="hostile", title=title, columns={"a": hostile[0]}, note=hostile[1])
    body = shown._repr_mimebundle_()["text/html"] + title._repr_mimebundle_()["text/html"]
    page = "<!doctype html><html lang='en'><head><title>t</title></head><body>"
    tree, found = parse(printable(page + body + "</body></html>"))
    assert found == []
    text = words("".join(tree.find("body").itertext()))
    for said in hostile[:40]:
        assert words(said) in text
