"""The page for everyone: the rules of WCAG 2.2 AA by axe-core in Chromium, a walk by keyboard."""

from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd
import pytest

from frameline.exhibits.drawing import draw
from frameline.exhibits.tabling import Terms, tabulate
from frameline.record.findings import Findings
from frameline.record.mime import EVIDENCE_MIME, FINDINGS_MIME
from frameline.record.view import VIEWS, ViewToggle
from frameline.report.document.assemble import merge
from frameline.report.exporters import FramelineHTMLExporter
from frameline.report.plan.config import Chapter, Report
from frameline.report.plan.plan import Plan, Run
from frameline.report.running.gate import Executed

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (375, 768, 1440)
ALT = "One bar for each of two texts: the first makes four claims, the second two; n = 6 in all."
#: The shade at an edge, which never lies behind words, keeps axe from telling their contrast.
PLAIN = ".chart, .scroll { background: none !important }"
OPEN = "document.querySelectorAll('details').forEach(one => { one.open = true })"
CHOOSE = "view => document.getElementById('view-' + view).click()"


def chart(view, f):
    fig, ax = plt.subplots(figsize=(6, 2))
    ax.bar(["one", "two"], [4, 2])
    return draw(
        fig, key="bars", title=f.title("A headline"), subtitle=f"Claims of two texts, {view}",
        alt=ALT, table=pd.DataFrame({"name": ["one", "two"], "claims": [4, 2]}),
        note="Core claims.", filter="core claims", how="Counted.", evidence=["t.c1", "t.c2"],
    )  # fmt: skip


def pieces(f):
    """One of everything that a chapter can show, and a table of the codebook."""
    f.add("claims", 6, unit="count", n=6)
    words = pd.DataFrame({
        "word": [["core"], ["binding"]],
        "means": ["Bears on the tie of the two, as the text presents it. " * 3, "Draws together."],
    })  # fmt: skip
    row = {"name": "Text", "place": "P1", "codes": "arms", "gist": "They trade.", "lang": "ru"}
    claims = [{"claim_id": f"t.c{i}", "anchor": "дружба народов", **row} for i in (1, 2)]
    shown = [
        f.say("The texts make {claims} claims. All of them are core claims, each of one text."),
        ViewToggle({view: chart(view, f) for view in VIEWS}),
        ViewToggle({view: f.say("Of {claims}, some are binding.") for view in VIEWS}),
    ]
    codebook = tabulate(
        words, key="words", title=f.title("Words"), columns={"word": "Word", "means": "Meaning"},
        terms=Terms("word", "means", running=True),
    )  # fmt: skip
    found = {FINDINGS_MIME: f.record()}
    bundles = [found, *(thing._repr_mimebundle_() for thing in shown)]
    return bundles, [codebook._repr_mimebundle_(), {EVIDENCE_MIME: {"claims": claims}}]


def chapter(name, number, title, bundles):
    cells = [{"cell_type": "markdown", "source": f"# {title}\n\nText.\n\n## And how?\n\nMore."}]
    cells[0]["metadata"] = {}
    for data in bundles:
        output = {"output_type": "display_data", "data": data, "metadata": {}}
        cells.append({
            "cell_type": "code", "source": "", "outputs": [output], "execution_count": 1,
            "metadata": {},
        })  # fmt: skip
    run = Run(Chapter(Path(f"{name}.ipynb")), number, title, {}, {})
    return run, Executed(name, {"cells": cells}, "")


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """A small page with everything in it."""
    shown, explained = pieces(Findings("demo", filter="core claims"))
    chapters = [chapter("one", "1", "What?", shown), chapter("two", "2", "Which?", explained)]
    report = Report(path=Path("report.toml"), title="Two texts", subtitle="A page", chapters=())
    plan = Plan(report, tuple(run for run, _ in chapters))
    book = merge(plan, {done.chapter: done for _, done in chapters}, "1.0")
    page, _ = FramelineHTMLExporter().from_notebook_node(book)
    file = tmp_path_factory.mktemp("access") / "page.html"
    file.write_text(page, encoding="utf-8")
    return file.as_uri()


@pytest.fixture
def show(browser, address):
    """Opens the page: show(width, scheme)."""
    contexts = []

    def opened(width, scheme="light", at=address):
        context = browser.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme,
            reduced_motion="reduce", offline=True, bypass_csp=True,
        )  # fmt: skip
        contexts.append(context)
        page = context.new_page()
        page.goto(at)
        return page

    yield opened
    for context in contexts:
        context.close()


def violations(page, **rules):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page.add_style_tag(content=PLAIN)
    options = {"runOnly": RULES, "resultTypes": ["violations"], **rules}
    found = axe.run(page, options=options).response["violations"]
    return [(v["id"], n["html"][:120], n["failureSummary"]) for v in found for n in v["nodes"]]


@pytest.mark.parametrize("width", WIDTHS)
def test_no_rule_is_broken_closed_or_open_in_either_view(show, width):
    page = show(width)
    assert violations(page) == []
    page.evaluate(OPEN)
    page.evaluate(CHOOSE, "own")
    assert page.locator(".view-own").first.is_visible()
    assert not page.locator(".view-all").first.is_visible()
    assert violations(page) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_all_words_stand_out_in_the_dark(show, width):
    """Dark or light changes colours only."""
    page = show(width, "dark")
    page.evaluate(OPEN)
    page.evaluate(CHOOSE, "own")
    assert violations(page, runOnly=["color-contrast"]) == []


def test_the_check_finds_what_is_wrong(show):
    page = show(375)
    page.evaluate("document.querySelector('main').innerHTML += '<p style=\"color:#bbb\">Pale</p>'")
    assert [rule for rule, *_ in violations(page, runOnly=["color-contrast"])] == ["color-contrast"]


@pytest.mark.parametrize("width", WIDTHS)
def test_the_page_itself_never_scrolls_sideways(show, width):
    page = show(width)
    page.evaluate(OPEN)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


STATE = """() => {
  const one = document.activeElement
  const marked = one.matches('input') ? one.nextElementSibling : one
  const style = getComputedStyle(marked), box = marked.getBoundingClientRect()
  return {
    name: one.matches('input') ? one.id : one.className || one.localName,
    text: one.textContent.trim().slice(0, 30), href: one.getAttribute('href') || '',
    outline: style.outlineStyle, wide: box.width, left: box.left, right: box.right,
    top: box.top, bottom: box.bottom,
  }
}"""


def walk(page, steps=120):
    """What has the focus after each press of the key, until it leaves the page."""
    found = []
    for _ in range(steps):
        page.keyboard.press("Tab")
        state = page.evaluate(STATE)
        if state["name"] == "body" or (found and state == found[0]):
            return found
        found.append(state)
    pytest.fail(f"the focus never leaves the page; last: {found[-3:]}")


@pytest.mark.parametrize("width", [375, 1440])
def test_the_keyboard_reaches_everything_in_order_and_is_seen(show, width):
    stops = walk(show(width))
    names = [stop["name"] for stop in stops]
    assert names[0] == "skip"
    assert ("open" in names) == (width == 375)
    assert "view-all" in names
    order = [names.index(n) for n in ("view-all", "term", "chart", "summary")]
    assert order == sorted(order)
    assert sum(name == "summary" for name in names) == 4, "of the shown view only"
    assert ("#chapter-two" in [s["href"] for s in stops[: order[1]]]) == (width == 1440)
    for stop in stops:
        assert stop["outline"] != "none", stop
        assert stop["bottom"] > 0, stop
        assert stop["top"] < 800, stop


def test_the_switch_turns_by_arrow_keys(show):
    page = show(1440)
    page.locator("#view-all").focus()
    page.keyboard.press("ArrowDown")
    assert page.locator("#view-own").is_checked()
    assert page.locator(".view-own .shown").first.is_visible()


def test_the_drawer_opens_leads_to_a_chapter_and_closes(show):
    page = show(375)
    drawer = page.locator("#contents")
    assert not drawer.is_visible()
    page.locator(".open").focus()
    page.keyboard.press("Enter")
    assert drawer.is_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#contents') !== null")
    page.keyboard.press("Enter")
    assert not drawer.is_visible()
    page.locator(".open").click()
    page.locator(".close a").click()
    assert not drawer.is_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_a_term_shows_its_meaning_within_the_page_and_hides_it_again(show, width):
    page = show(width)
    term = page.locator(".term").first
    tip = term.locator(".tip")
    assert not tip.is_visible()
    term.focus()
    assert tip.is_visible()
    box = tip.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#term-core"
    page.keyboard.press("Tab")
    assert not tip.is_visible()


def test_quotations_keep_their_direction_and_language(show):
    page = show(1440)
    quotation = page.locator("main q").last
    assert quotation.get_attribute("lang") == "ru"
    assert quotation.evaluate("one => getComputedStyle(one).unicodeBidi") == "isolate"


def test_print_shows_the_chosen_view_without_what_is_folded(show):
    page = show(1440)
    page.evaluate(OPEN)
    page.evaluate(CHOOSE, "own")
    page.emulate_media(media="print")
    assert not page.locator(".side").is_visible()
    assert page.locator(".view-own .chart").first.is_visible()
    assert not page.locator(".view-all .chart").first.is_visible()
    assert not any(one.is_visible() for one in page.locator(".more").all())
