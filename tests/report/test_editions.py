"""One report in several files: the same numbers, and what stands elsewhere named in words."""

import json
import math
import re
from dataclasses import replace

import pikepdf
import pypdf
import pytest

from frameline.report.build import build
from frameline.report.document.document import Chapter, Contents, Document, Words
from frameline.report.document.editions import FILES, edition, worth_making
from frameline.report.document.markdown import Target
from frameline.report.keeping.cache import Cache
from frameline.report.plan.project import default_template
from frameline.report.print.pdf import KEPT, write_pdf

PRINTED = ("report", "brief", "annex")


def text_of(folder, name):
    pages = pypdf.PdfReader(folder / f"{name}.pdf").pages
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pages))


def chapter(key, part, *pieces, number="1", brief=False):
    label = f"Chapter {number}" if number else "Summary"
    return Chapter(key, number, f"Title of {key}", key, part, pieces, label, brief)


def document(*chapters, **about):
    targets = {c.key: Target(c.label, c.anchor, "chapter") for c in chapters}
    made = {
        "title": "T", "subtitle": "", "edition": "", "date": "", "lang": "en", "authors": (),
        "keywords": (), "paper": "a4", "cover_figure": "", "findings": {}, "claims": {},
        "bibliography": (), "changed": (), "_targets": targets,
    }  # fmt: skip
    return Document(chapters=chapters, **made | about)


@pytest.fixture
def whole():
    return document(
        chapter("short", "summary", Words("See [@long] and [@told]."), number="", brief=True),
        chapter("told", "report", Words("See [@long].")),
        chapter("how", "method", Words("Made."), number="2"),
        chapter("long", "checks", Words("See [@told]."), number="3"),
        asides=[{"title": "Which past?", "text": "Nothing."}],
    )


def test_each_file_has_its_chapters_and_no_chapter_another_number(whole):
    held = {form: [(c.key, c.number) for c in edition(whole, form).chapters] for form in FILES}
    report = [("short", ""), ("told", "1"), ("how", "2")]
    assert held["pdf"] == report
    assert held["html"] == [*report, ("long", "3")]
    assert held["brief"] == [("short", "")]
    assert held["annex"] == [("long", "3")]


def test_what_stands_in_another_file_is_named_with_it(whole):
    report, annex, brief = (edition(whole, form) for form in ("pdf", "annex", "brief"))
    assert report.target("long") == Target("Chapter 3 in the annex", "", "chapter")
    assert report.target("told").anchor == "chapter-told"
    assert annex.target("told").label == "Chapter 1 in the report"
    assert brief.target("told").label == "Chapter 1 in the report"
    assert whole.target("long").anchor == "chapter-long"


def test_what_the_corpus_lacks_stands_in_the_report_alone(whole):
    assert edition(whole, "pdf").asides == whole.asides
    assert [edition(whole, form).asides for form in ("brief", "annex")] == [(), ()]


def test_a_file_without_chapters_is_not_made(whole):
    assert all(worth_making(whole, form) for form in ("html", "pdf", "brief", "annex"))
    annex = replace(whole, chapters=whole.chapters[3:])
    assert [worth_making(annex, form) for form in ("html", "pdf", "brief", "annex")] == [
        True, False, False, True,
    ]  # fmt: skip
    none = replace(whole, chapters=())
    assert [worth_making(none, form) for form in ("html", "pdf", "brief", "annex")] == [
        True, True, False, False,
    ]  # fmt: skip


def test_contents_stand_where_a_chapter_has_them_and_name_the_annex(whole, tmp_path):
    told = chapter("told", "report", Words("## Where?"), Contents())
    chapters = (whole.chapters[0], told, *whole.chapters[2:])
    made = write_pdf(edition(replace(whole, chapters=chapters), "pdf"), default_template())
    (tmp_path / "report.pdf").write_bytes(made)
    text = text_of(tmp_path, "report")
    assert "Contents" not in text
    assert re.search(r"Title of how 3\b", text)
    assert "In the annex (annex.pdf): 3 long." in text


def test_a_file_of_which_nothing_has_changed_is_not_made_again(whole, tmp_path, monkeypatch):
    cache, template = Cache(tmp_path / "cache"), default_template()
    first = write_pdf(edition(whole, "pdf"), template, cache)
    monkeypatch.setattr("frameline.report.print.pdf.compile_pdf", lambda *_: b"again")
    long = chapter("long", "checks", Words("Other words."), number="3")
    changed = replace(whole, chapters=(*whole.chapters[:3], long))
    assert write_pdf(edition(changed, "pdf"), template, cache) == first
    assert write_pdf(edition(changed, "annex"), template, cache) == b"again"
    retitled = replace(whole, title="Other")
    assert write_pdf(edition(retitled, "pdf"), template, cache) == b"again"
    assert len(list((tmp_path / "cache" / KEPT).iterdir())) == 3


@pytest.mark.parametrize("name", PRINTED)
@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_a_validator_finds_every_file_accessible_and_fit_for_archives(
    toy, pdf_faults, name, profile
):
    assert pdf_faults(toy / f"{name}.pdf", profile) == []


def test_each_file_says_what_it_is_and_what_it_belongs_to(toy):
    titles = {}
    for name in PRINTED:
        with pikepdf.open(toy / f"{name}.pdf") as opened, opened.open_metadata() as about:
            titles[name] = about["dc:title"]
    assert titles == {
        "report": "Partners on paper",
        "brief": "Partners on paper: the brief",
        "annex": "Partners on paper: annex",
    }
    assert "Annex to the report" in text_of(toy, "annex")
    assert "annex.pdf holds its annex" in text_of(toy, "report")


def test_evidence_of_the_report_is_said_to_stand_in_the_annex(toy):
    assert re.search(r"listed in Appendix A in the annex", text_of(toy, "report"))
    assert "Data: figures/net-by-text.csv." in text_of(toy, "report")
    assert "in the annex" not in text_of(toy, "annex").replace("the annex.", "")


def test_the_manifest_lists_the_files(toy):
    outputs = json.loads((toy / "manifest.json").read_text(encoding="utf-8"))["outputs"]
    assert {f"{name}.pdf" for name in PRINTED} < set(outputs)


def test_formats_can_be_chosen(project, tmp_path):
    built = build(project, out=tmp_path / "out", formats=["brief"])
    assert sorted(n for n in built.files if "/" not in n) == [
        "brief.pdf", "manifest.json", "results.json",
    ]  # fmt: skip


def test_a_link_into_a_folded_chapter_opens_it(toy, browser):
    page = browser.new_page(viewport={"width": 1440, "height": 900}, java_script_enabled=True)
    page.goto((toy / "report.html").as_uri())
    folded = page.locator("section.folded details").first
    assert folded.get_attribute("open") is None
    page.locator('nav.contents a[href^="#chapter-"]').last.click()
    assert folded.get_attribute("open") is not None
    claim = page.locator("tr[id^='claim-']").first
    page.goto((toy / "report.html").as_uri() + "#" + claim.get_attribute("id"))
    assert claim.is_visible()
    page.close()


def sizes_of(path):
    """The sizes of all letters of a file, in points, with a piece of text in each."""
    found = {}

    def visit(text, matrix, text_matrix, font, size):
        across = text_matrix[2] * matrix[0] + text_matrix[3] * matrix[2]
        down = text_matrix[2] * matrix[1] + text_matrix[3] * matrix[3]
        if text.strip():
            found.setdefault(round(size * math.hypot(across, down), 1), text.strip()[:30])

    for page in pypdf.PdfReader(path).pages:
        page.extract_text(visitor_text=visit)
    return found


@pytest.mark.slow
@pytest.mark.parametrize("name", PRINTED)
def test_nothing_is_set_too_small_to_read(report, name):
    small = {size: text for size, text in sizes_of(report / f"{name}.pdf").items() if size < 7.5}
    assert small == {}


def test_slides_have_one_exhibit_a_page_and_are_accessible(project, tmp_path, pdf_faults):
    folder = build(project, out=tmp_path / "out", formats=["slides"]).folder
    for profile in ("ua1", "2a"):
        assert pdf_faults(folder / "slides.pdf", profile) == []
    reader = pypdf.PdfReader(folder / "slides.pdf")
    width, height = (float(side) for side in reader.pages[0].mediabox[2:])
    assert width / height == pytest.approx(16 / 9, rel=0.001)
    texts = [re.sub(r"\s+", " ", page.extract_text()) for page in reader.pages]
    assert "Partners on paper" in texts[0]
    assert all("its evidence stands in report.html" in text for text in texts[1:])
    assert any("Figure 1.1 of" in text for text in texts)
