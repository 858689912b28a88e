"""Panels on the page and in print: read, numbered, checked, and never clipped."""

import io
import re
from dataclasses import replace

import pikepdf
import pypdf
import pytest

from frameline.exhibits import panelling as make
from frameline.record.items import Path, Point
from frameline.record.mime import EVIDENCE_MIME, FINDINGS_MIME, PANEL_MIME
from frameline.record.panel import Panel
from frameline.record.prose import Prose, Segment
from frameline.record.view import ViewToggle
from frameline.report import BuildError
from frameline.report.document.assemble import merge, merge_one
from frameline.report.document.document import read_document
from frameline.report.document.lint import lint
from frameline.report.document.paths import words_above
from frameline.report.page.html import write_html
from frameline.report.plan.config import Chapter, Report
from frameline.report.plan.plan import Plan, Run
from frameline.report.plan.project import default_template
from frameline.report.print.pdf import write_pdf
from frameline.report.running.gate import Executed, gate
from tests.report.panels import matrix, portrait, said
from tests.report.test_access import violations

TEMPLATE = default_template()
CLAIMS = [
    {"claim_id": f"t.c{i}", "name": "Text", "place": "P1", "codes": "arms", "gist": "They trade.",
     "anchor": "a phrase"} for i in (1, 2)
]  # fmt: skip


def words(source):
    return {"cell_type": "markdown", "source": source, "metadata": {}}


def output(data):
    made = {"output_type": "display_data", "data": data, "metadata": {}}
    return {"cell_type": "code", "source": "x", "outputs": [made], "execution_count": 1,
            "metadata": {}}  # fmt: skip


def notebook(*cells):
    shown = [one if isinstance(one, dict) else output(one._repr_mimebundle_()) for one in cells]
    listed = output({EVIDENCE_MIME: {"claims": CLAIMS}})
    return {"cells": [words("# What?"), *shown, listed], "metadata": {}, "nbformat": 4,
            "nbformat_minor": 5}  # fmt: skip


def document(*cells):
    return read_document(merge_one(notebook(*cells)))


def pages(found, paper="a4"):
    made = write_pdf(replace(found, paper=paper), TEMPLATE)
    return made, pypdf.PdfReader(io.BytesIO(made)).pages


@pytest.fixture(scope="module")
def page():
    return write_html(document(portrait(), words("See [@matrix]."), matrix()), TEMPLATE)


# Reading -----------------------------------------------------------------------------------------


def test_a_panel_passes_the_gate_and_is_numbered_as_a_figure():
    cells = notebook(portrait(), matrix())
    assert gate(cells, "one").aside == ""
    found = read_document(merge_one(cells))
    assert [panel.number for panel in found.panels] == ["1.1", "1.2"]
    assert found.target("matrix").anchor == "fig-matrix"


def test_two_views_of_a_panel_have_one_number():
    found = document(ViewToggle({"own": portrait(), "all": portrait()}))
    assert {panel.number for panel in found.panels} == {"1.1"}
    assert [panel.key for panel in found.panels] == ["portrait", "portrait-all"]


def test_a_number_without_a_finding_is_refused_and_one_in_a_gist_is_not():
    gist = make.words("gist", "They sold 40 aircraft.", claim="t.c1")
    count = make.words("number", "31 in all")
    bars = make.bars([make.bar("World War 2", 0.5, "7 of many")])
    band = make.band_of([make.cell_of(gist, count, bars)])
    found = document(Panel("small", said("Nineteen claims"), said(""), (band,)))
    assert [fault.found for fault in lint(found)] == ["31", "7"]


def test_a_finding_that_no_chapter_makes_is_refused():
    title = Prose((Segment("12", "claims.missing"),), "title")
    with pytest.raises(BuildError, match=r"claims\.missing"):
        merged(replace(portrait(), title=title), 0.9)


def merged(panel, alpha, low=None):
    finding = {"key": "alpha.frame", "value": alpha, "low": low, "unit": "alpha", "chapter": "one"}
    finding = {**finding, "high": None, "n": 9, "filter": "", "evidence": []}
    findings = output({FINDINGS_MIME: {"chapter": "one", "findings": [finding]}})
    book = notebook(panel, findings)
    from pathlib import Path as File

    run = Run(Chapter(File("one.ipynb")), "1", "What?", {}, {})
    agreement = {"finding": "alpha.{role}", "tentative": 0.8, "refuse": 0.667}
    report = Report(path=File("report.toml"), title="T", chapters=(), agreement=agreement)
    return read_document(merge(Plan(report, (run,)), {"one": Executed("one", book, "")}))


def test_agreement_marks_a_panel_or_takes_it_out():
    shown = replace(portrait(), uses=("frame",))
    assert [panel.tentative for panel in merged(shown, 0.9, 0.85).panels] == [False]
    assert [panel.tentative for panel in merged(shown, 0.9, 0.75).panels] == [True]
    assert not merged(shown, 0.6).panels


def test_no_panel_without_a_band_and_none_of_another_shape():
    record = portrait().record()
    data = {PANEL_MIME: {**record, "bands": []}}
    with pytest.raises(BuildError, match="a band in a panel"):
        merge_one(notebook(output(data)))


# A path ------------------------------------------------------------------------------------------


def test_words_keep_clear_of_the_line_and_of_the_point_above():
    def points(*steps, hollow=()):
        joined = [Point(column, step, said("x")) for column, step in enumerate(steps)]
        return [*joined, *(Point(c, s, said("y"), hollow=True) for c, s in hollow)]

    def above(*steps, hollow=()):
        made = Path(tuple("abcde"), tuple("uvwxyz"), tuple(points(*steps, hollow=hollow)))
        return [is_above for point, is_above in words_above(made) if not point.hollow]

    assert above(2, 2, 4, 1) == [False, False, True, False]
    assert above(4, 1, hollow=[(1, 2)]) == [True, False]
    assert above(3) == [True]
    assert above(3, 1, hollow=[(0, 4)]) == [False, False]


# The page ----------------------------------------------------------------------------------------


def test_the_page_shows_all_words_once_and_links_them_to_their_claims(page):
    assert page.count("Distant, divided most by history") == 1
    assert 'href="#claim-t.c1"' in page
    assert '<a class="ref" href="#fig-matrix">Figure 1.2</a>' in page
    assert "<script" not in page


def test_the_contents_name_a_panel_by_its_short_name(page):
    assert '<a href="#fig-portrait"><span class="number"></span><span>2015</span></a>' in page


@pytest.fixture(scope="module")
def address(page, tmp_path_factory):
    file = tmp_path_factory.mktemp("panels") / "page.html"
    file.write_text(page, encoding="utf-8")
    return file.as_uri()


@pytest.fixture
def show(browser, address):
    contexts = []

    def opened(width, scheme="light"):
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, offline=True,
            reduced_motion="reduce", bypass_csp=True,
        )  # fmt: skip
        contexts.append(context)
        shown = context.new_page()
        shown.goto(address)
        return shown

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.parametrize("width", [375, 768, 1440])
def test_no_rule_is_broken_and_nothing_scrolls_sideways(show, width):
    shown = show(width)
    assert shown.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(shown) == []
    assert violations(show(width, "dark"), runOnly=["color-contrast"]) == []


@pytest.mark.parametrize("width", [320, 375, 768, 1024, 1440])
def test_no_words_of_a_panel_are_cut_off_or_overlap_the_edge(show, width):
    shown = show(width)
    over = shown.evaluate("""() => [...document.querySelectorAll('.panel-body *')].filter(one => {
        const box = one.getBoundingClientRect(), style = getComputedStyle(one)
        return box.width > 2 && style.display !== 'none' && box.right > innerWidth + 1
    }).map(one => one.outerHTML.slice(0, 80))""")
    assert over == []


def test_columns_stand_side_by_side_in_twos_and_alone(show):
    def tops(width):
        shown = show(width)
        return [box["y"] for box in (
            column.bounding_box() for column in shown.locator(".turned .column").all()
        )]  # fmt: skip

    assert len(set(tops(1440))) == 1
    assert len(set(tops(768))) == 2
    assert len(set(tops(375))) == 4


# Print -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_each_page_of_its_own_is_one_page_and_the_matrix_lies_on_its_side(paper):
    _, found = pages(document(portrait(), words("Between."), matrix()), paper)
    texts = [one.extract_text() for one in found]
    upright = next(i for i, text in enumerate(texts) if "One text leans further" in text)
    on_its_side = next(
        i for i, text in enumerate(texts) if "The cause given most" in text and i > 1
    )
    assert "What?" in texts[upright], "opens with the heading of its chapter"
    assert "Figure 1.1" in texts[upright]
    assert "Shortened" not in texts[upright]
    box = found[on_its_side].mediabox
    assert box.width > box.height
    assert "Between." not in texts[upright] + texts[on_its_side]


def test_what_matters_least_goes_first_and_the_page_says_so():
    bands = portrait().bands
    tall = next(place for place, band in enumerate(bands) if band.height == 0.25)
    reasons = [replace(bands[tall], height=0.0)] * 7
    long = (*bands[:tall], *reasons, *bands[tall + 1 :])
    _, found = pages(document(replace(portrait(), bands=long)))
    text = next(t for t in (p.extract_text() for p in found) if "One text leans further" in t)
    assert "Shortened to fit." in text
    assert "a revolution" in text, "priority 0 stays"
    assert text.count("history") > text.count("arms, diplomacy")


def test_a_panel_that_no_page_holds_goes_on_and_loses_nothing():
    cell = portrait().bands[4]
    _, found = pages(document(replace(portrait(), bands=(*portrait().bands[:1], *[cell] * 30))))
    texts = [one.extract_text() for one in found]
    assert sum(text.count("a revolution") for text in texts) == 30


def test_no_type_is_smaller_than_it_may_be():
    made, _ = pages(document(portrait(), matrix()))
    sizes = set()
    for one in pypdf.PdfReader(io.BytesIO(made)).pages:
        one.extract_text(visitor_text=lambda text, cm, tm, font, size: (
            sizes.add(round(size * abs(tm[0] or 1) * abs(cm[0] or 1), 2)) if text.strip() else None
        ))  # fmt: skip
    assert min(sizes) >= 7.4


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_a_validator_finds_panels_accessible_and_fit_for_archives(pdf_faults, profile, tmp_path):
    found = replace(document(portrait(), words("Between."), matrix()), date="2026-01-02")
    (tmp_path / "panels.pdf").write_bytes(write_pdf(found, TEMPLATE))
    assert pdf_faults(tmp_path / "panels.pdf", profile) == []


def test_the_path_is_heard_and_drawings_are_silent():
    made, _ = pages(document(matrix()))
    with pikepdf.open(io.BytesIO(made)) as opened:
        alts = [str(thing.Alt) for thing in opened.objects
                if isinstance(thing, pikepdf.Dictionary) and "/Alt" in thing]  # fmt: skip
    heard = " ".join(alts)
    assert re.search(r"Text b, middling: verdict b; Text c, strong: verdict c", heard)


def test_the_record_that_a_chapter_hands_over_is_the_panel():
    made = portrait()
    assert Panel.from_record(made._repr_mimebundle_()[PANEL_MIME]) == made
