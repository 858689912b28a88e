"""The page: whole, named, linked, and nothing in it runs or loads."""

import base64
import copy
import csv
import io
import itertools
import re
from urllib.parse import unquote, unquote_to_bytes

import html5lib
import nbformat
import pytest

from frameline.record.grid import Column, Grid
from frameline.report.exporters import FramelineHTMLExporter
from frameline.report.page.html import _Page, csv_address, csv_text


@pytest.fixture(scope="module")
def text(toy):
    return (toy / "report.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def tree(text):
    """Parsed strictly: a page with any fault of syntax fails here."""
    return html5lib.HTMLParser(namespaceHTMLElements=False, strict=True).parse(text)


def words(element):
    return " ".join("".join(element.itertext()).split())


def local(element):
    return element.tag.split("}")[-1] if isinstance(element.tag, str) else ""


def all_of(tree, name):
    return [e for e in tree.iter() if local(e) == name]


def by_id(tree, name):
    return next(e for e in tree.iter() if e.get("id") == name)


def faults(tree):
    """Everything on a page that could run, load or lead astray."""
    found = []
    active = {"script", "iframe", "object", "embed", "form", "input", "base", "link", "audio",
              "video", "applet", "foreignObject", "animate", "set", "img"}  # fmt: skip
    for element in tree.iter():
        name = local(element)
        if name in active and not (name == "input" and element.get("type") == "radio"):
            found.append(name)
        for attribute, value in element.attrib.items():
            attribute = str(attribute).split("}")[-1].lower()
            if attribute.startswith("on"):
                found.append((name, attribute))
            if attribute in ("src", "srcset", "background", "action", "formaction", "poster"):
                found.append((name, attribute, value))
            if attribute == "href":
                plain = name == "a" and re.match(r"https?://|#|data:text/csv", value)
                inner = name != "a" and value.startswith(("#", "data:image/png;base64,"))
                if not (plain or inner):
                    found.append((name, attribute, value))
            if attribute == "style" and re.search(r"url\((?!#)|@import|expression", value):
                found.append((name, attribute, value))
    return found


def test_nothing_runs_and_nothing_is_loaded(tree, text):
    assert faults(tree) == []
    style = all_of(tree, "style")
    assert len(style) == 1, "no style sheet inside a chart"
    addresses = re.findall(r"url\(([^)]{0,40})", style[0].text)
    assert addresses
    assert all(a.startswith("data:font/woff2;base64,") for a in addresses)
    assert "@import" not in style[0].text
    policy = next(m for m in all_of(tree, "meta") if m.get("http-equiv"))
    assert policy.get("content").startswith("default-src 'none'; ")
    assert "script-src" not in policy.get("content")


def test_the_head_says_what_it_is(tree):
    assert tree.get("lang") == "en"
    assert words(all_of(tree, "title")[0]) == "Partners on paper"
    metas = {m.get("name"): m.get("content") for m in all_of(tree, "meta") if m.get("name")}
    assert metas["author"] == "The toy makers"
    assert metas["keywords"] == "framing, toys"
    assert metas["viewport"] == "width=device-width, initial-scale=1"
    assert metas["color-scheme"] == "light dark"


def test_the_card_says_what_the_page_says(tree):
    """What a search engine shows is the title, line, date and authors that stand on the page."""
    metas = [m for m in all_of(tree, "meta") if m.get("itemprop") or m.get("property")]
    said = {m.get("itemprop") or m.get("property"): m.get("content") for m in metas}
    page = {m.get("name"): m.get("content") for m in all_of(tree, "meta") if m.get("name")}
    assert tree.get("itemtype") == "https://schema.org/Report"
    assert said["og:title"] == words(all_of(tree, "h1")[0])
    assert said["og:description"] == said["description"] == page["description"]
    assert said["author"] == page["author"]
    assert said["dateModified"] == all_of(tree, "time")[0].get("datetime")
    assert all(m.get("content") for m in metas)


def test_ids_are_unique_and_links_lead_somewhere(tree):
    ids = [e.get("id") for e in tree.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    hrefs = [v for e in tree.iter() for k, v in e.attrib.items() if str(k).endswith("href")]
    inner = {h[1:] for h in hrefs if h.startswith("#")}
    assert len(inner) > 10
    assert inner <= set(ids)
    for element in tree.iter():
        for name in ("aria-labelledby", "aria-describedby"):
            assert set(element.get(name, "").split()) <= set(ids)


def test_headings_step_by_one(tree):
    levels = [int(local(e)[1]) for e in tree.iter() if re.fullmatch(r"h[1-6]", local(e))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_summary_first_then_the_chapters_in_order(tree):
    sections = [e for e in all_of(tree, "section") if "chapter" in e.get("class", "")]
    titles = [words(all_of(s, "h2")[0]).removesuffix(" #") for s in sections]
    assert titles == [
        "What should a busy reader know?", "How does the framing shift?",
        "What do they call it?", "Every claim behind the charts", "Not in this report",
        "Sources",
    ]  # fmt: skip
    (nav,) = all_of(tree, "nav")
    *links, close = [a.get("href") for a in all_of(nav, "a")]
    places = [s.get("id") or s.find(".//*[@class='inside']").get("id") for s in sections]
    assert [link for link in links if link != "#annex"] == [f"#{place}" for place in places]
    assert links.count("#annex") == 1
    assert close == "#bar"


def test_a_skip_link_comes_first(tree):
    first = all_of(tree, "a")[0]
    assert first.get("href") == "#report"
    assert local(by_id(tree, "report")) == "main"


def test_every_figure_is_drawn_named_and_can_be_checked(tree):
    figures = [f for f in all_of(tree, "figure") if f.get("class") == "figure"]
    assert len(figures) == 3
    for figure in figures:
        svg = all_of(figure, "svg")[0]
        assert svg.get("role") == "img"
        name, seen = (by_id(tree, svg.get(f"aria-{k}")) for k in ("labelledby", "describedby"))
        assert (local(name), local(seen)) == ("title", "desc")
        assert name.text.startswith("Figure ")
        assert len(seen.text) >= 80
        assert "Data" in [words(s) for s in all_of(figure, "summary")]
        assert all_of(figure, "figcaption")
    shift = by_id(tree, "fig-net-by-text")
    assert words(all_of(shift, "figcaption")[0]).startswith("Figure 1.1 Tentative The first text")
    assert [words(s) for s in all_of(shift, "summary")] == [
        "In words", "Data", "Evidence 60", "How computed",
    ]  # fmt: skip
    assert "All voices." in words(shift)


def test_columns_of_numbers_and_of_sentences_are_told_to_the_style_sheet(tree):
    claims = next(t for t in all_of(by_id(tree, "fig-net-by-text"), "table"))
    assert "s1" not in claims.get("class", "").split()
    long = Grid((Column("a"), Column("b", align="right"), Column("c")), (("x", "1", "y" * 60),))
    assert _Page.columns(None, long) == "r2 s3"
    assert _Page.columns(None, Grid((Column("a"),), ())) == ""


def test_the_data_of_a_figure_can_be_taken_along(tree):
    figure = by_id(tree, "fig-net-by-text")
    link = next(a for a in all_of(figure, "a") if a.get("download"))
    assert link.get("download") == "net-by-text.csv"
    assert link.get("href").startswith("data:text/csv;charset=utf-8,")
    data = unquote(link.get("href").partition(",")[2])
    rows = list(csv.reader(io.StringIO(data)))
    assert rows[0] == ["doc_id", "n", "share"]
    assert len(rows) == 3
    cells = [[words(c) for c in row] for row in all_of(all_of(figure, "tbody")[0], "tr")]
    assert cells == rows[1:]


@pytest.mark.parametrize("cell", ["plain", "é“”–−% #&\"'<>\n", "ی" * 30, "100%, a & b"])
def test_the_address_of_data_gives_them_back(cell):
    grid = Grid((Column("a"), Column(cell)), ((cell, "1"),))
    address = csv_address(grid)
    head, _, data = address.partition(",")
    raw = base64.b64decode(data) if head.endswith(";base64") else unquote_to_bytes(data)
    assert raw.decode("utf-8") == csv_text(grid)
    assert not set(address) & set(" \"'<>&#\n")


def test_evidence_leads_to_the_claim(tree):
    figure = by_id(tree, "fig-labels-by-text")
    link = next(a for a in all_of(figure, "a") if a.get("href") == "#claim-c1")
    assert words(link) == "c1"
    row = by_id(tree, "claim-c1")
    assert "phrase number 1" in words(row)
    assert "do thing number 1 together" in words(row)


def test_numbers_in_prose_say_what_they_are(tree, results):
    data = all_of(tree, "data")
    assert len(data) > 5
    for element in data:
        key = element.get("title").split(" · ")[0]
        assert key in results
        assert element.get("value") == str(results[key]["value"])
    binding = next(e for e in data if e.get("title").startswith("binding.one"))
    assert words(binding) == results["binding.one"]["text"]
    assert "all voices" in binding.get("title")


def test_tables_have_heads_rows_and_captions(tree):
    for table in all_of(tree, "table"):
        heads = all_of(all_of(table, "thead")[0], "th")
        assert heads
        assert all(th.get("scope") == "col" for th in heads)
    for figure in all_of(tree, "figure"):
        for table in all_of(figure, "table"):
            assert {th.get("scope") for th in all_of(all_of(table, "tbody")[0], "th")} == {"row"}
    full = by_id(tree, "tab-all-claims")
    assert words(all_of(full, "caption")[0]) == "Table 1.1: Every claim of the toy corpus"


def test_cross_references_are_numbered(tree):
    links = {words(a): a.get("href") for a in all_of(tree, "a") if a.get("class") == "ref"}
    assert links["Figure 1.1"] == "#fig-net-by-text"
    assert links["Table 1.1"] == "#tab-all-claims"
    assert links["Chapter 1"] == "#chapter-the-shift"
    assert links["Krippendorff 2018"] == "#ref-krippendorff"


def test_a_chapter_that_stepped_aside_says_so_in_one_line(tree):
    section = by_id(tree, "not-in-this-report")
    assert "This corpus has no events, so this chapter steps aside." in words(section)
    assert "Never shown" not in words(section)


def test_no_code_no_path_and_no_clock(text, tree):
    assert "read_csv" not in text
    assert "../corpus" not in text
    assert str(tree).find("/tmp/") == -1
    assert not re.search(r"/(home|root|tmp|Users)/", text)
    assert "draws = 300" in words(all_of(tree, "footer")[0])
    assert "2 January 2026" in words(all_of(tree, "header")[0])


def test_a_single_chapter_can_be_exported_alone():
    book = nbformat.v4.new_notebook()
    book.cells = [nbformat.v4.new_markdown_cell("# Alone?\n\nText.")]
    before = copy.deepcopy(book)
    page, resources = FramelineHTMLExporter().from_notebook_node(book)
    assert "<title>Alone?</title>" in page
    assert resources["output_extension"] == ".html"
    assert book == before


def test_cells_that_a_spreadsheet_would_run_are_quoted():
    grid = Grid(
        (Column("a"),), tuple((c,) for c in ("=1+1", "@x", "-x", "-1.5", "+5%", "−1", "a,b"))
    )
    rows = [row[0] for row in csv.reader(io.StringIO(csv_text(grid)))]
    assert rows == ["a", "'=1+1", "'@x", "'-x", "-1.5", "+5%", "−1", "a,b"]


HOSTILE = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)", "</style><script>alert(1)</script>", "javascript:alert(1)",
    "</title><script>x</script>", "<!-- <b>", "-->", "{{ 7 * 7 }}", "{% raw %}", "&lt;b&gt;",
    "<base href=//evil.example>", "<a href=javascript:alert(1)>x</a>", "]]>", "<?php x ?>",
    "=cmd|' /C calc'!A0", "<meta http-equiv=refresh content=0>", "<iframe src=//evil.example>",
)  # fmt: skip


def test_hostile_text_is_shown_as_it_is(exported):
    page = exported("frameline-html", HOSTILE)
    tree = html5lib.HTMLParser(namespaceHTMLElements=False, strict=True).parse(page)
    assert faults(tree) == []
    metas = all_of(tree, "meta")
    card = [m for m in metas if m.get("itemprop") or m.get("property")]
    assert (len(metas) - len(card), len(card)) == (6, 5)
    shown = words(by_id(tree, "report"))
    for text in HOSTILE:
        assert shown.count(text) >= 8, text


def test_a_card_names_each_cell_as_the_head_does(exported):
    """Rows that a phone shows as cards keep the name of each column, and stay a table by role."""
    page = exported("frameline-html", ["long enough for a card of its own, on a phone", "b", "c"])
    tree = html5lib.HTMLParser(namespaceHTMLElements=False).parse(page)
    cards = [t for t in all_of(tree, "table") if "cards" in t.get("class", "").split()]
    assert cards
    for table in cards:
        names = [words(e) for e in all_of(table, "th") if e.get("scope") == "col"]
        assert len(names) >= 3
        for row in all_of(table, "tr")[1:]:
            assert [e.get("data-label") for e in all_of(row, "td")] == names[1:]
            assert {e.get("role") for e in row} == {"rowheader", "cell"}
