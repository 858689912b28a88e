"""The PDF: tagged, archivable, complete, and text in it is only ever text."""

import io
import os
import re
import subprocess
import sys
import tomllib
from dataclasses import replace
from pathlib import Path

import nbformat
import pikepdf
import pypdf
import pytest

from frameline.record.figure import Figure, Pictures
from frameline.report import BuildError
from frameline.report.document.assemble import merge_one
from frameline.report.document.document import read_document
from frameline.report.plan.project import default_template
from frameline.report.print.pdf import compile_pdf, write_pdf

ROOT = Path(__file__).parents[2]
TEMPLATE = default_template()
HOSTILE = (
    '#read("/etc/passwd")', "$x$", "*/", "//", "/* x */", "*b* _i_ `r` @ref <lab> = h", "\\", '"',
    '\\"); panic("x', "#{panic()}", "#import \"@preview/a:1.0.0\"", "]", "}", ")", ";", "~", "--",
    "<script>alert(1)</script>", "'", "https://evil.example", "- item", "+ item", "/ term: x",
)  # fmt: skip


@pytest.fixture(scope="module")
def pdf(toy):
    with pikepdf.open(toy / "report.pdf") as opened:
        yield opened


@pytest.fixture(scope="module")
def pages(toy):
    return [page.extract_text() for page in pypdf.PdfReader(toy / "report.pdf").pages]


def structure(pdf):
    """All elements of the structure tree."""
    waiting, found = [pdf.Root.StructTreeRoot.K], []
    while waiting:
        node = waiting.pop()
        if isinstance(node, pikepdf.Array):
            waiting.extend(node)
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            found.append(node)
            if "/K" in node:
                waiting.append(node.K)
    return found


def test_tagged_in_its_language_with_a_title(pdf):
    assert pdf.Root.MarkInfo.Marked
    assert str(pdf.Root.Lang) == "en"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    with pdf.open_metadata() as about:
        assert about["dc:title"] == "Partners on paper"
        assert about["dc:creator"] == ["The toy makers"]
        assert about["pdfuaid:part"] == "1"
        assert (about["pdfaid:part"], about["pdfaid:conformance"]) == ("2", "A")
        assert "2026-01-02" in about["xmp:CreateDate"]
    assert str(pdf.docinfo["/Keywords"]) == "framing, toys"


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_a_validator_finds_it_accessible_and_fit_for_archives(toy, pdf_faults, profile):
    assert pdf_faults(toy / "report.pdf", profile) == []


def test_the_validator_would_find_a_fault(toy, pdf_faults, tmp_path):
    with pikepdf.open(toy / "report.pdf") as opened:
        del next(n for n in structure(opened) if n.S == "/Figure")["/Alt"]
        opened.save(tmp_path / "mute.pdf")
    assert any("ALT" in fault for fault in pdf_faults(tmp_path / "mute.pdf", "ua1"))


def test_every_figure_has_its_alternative_text(pdf):
    figures = [n for n in structure(pdf) if n.S == "/Figure"]
    texts = {str(n.get("/Alt", "")) for n in figures}
    assert len(figures) >= 3
    assert "" not in texts
    assert any("Three marks, one for each of three families" in t for t in texts)


def test_tables_have_head_cells(pdf):
    kinds = [str(n.S) for n in structure(pdf)]
    for kind in ("/Table", "/TR", "/TH", "/TD", "/H1", "/H2", "/L", "/Caption", "/TOC"):
        assert kind in kinds, kind


def test_the_outline_leads_to_the_chapters(pdf):
    with pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
        inside = [child.title for item in outline.root for child in item.children]
    assert titles == [
        "What should a busy reader know?", "Contents", "1 How does the framing shift?",
        "2 What do they call it?", "Not in this report", "Sources",
    ]  # fmt: skip
    assert "What binds?" in inside


def test_fonts_are_embedded_and_ours(pdf):
    names = set()
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor":
            assert any(k in thing for k in ("/FontFile", "/FontFile2", "/FontFile3"))
            names.add(str(thing.FontName).split("+")[-1])
    assert any(n.startswith("SourceSerif4") for n in names)
    assert any(n.startswith("SourceSans3") for n in names)
    assert not any("Libertinus" in n or "NewCM" in n for n in names)


def test_nothing_in_it_runs(pdf):
    assert "/OpenAction" not in pdf.Root
    assert "/Names" not in pdf.Root or "/JavaScript" not in pdf.Root.Names
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary):
            assert thing.get("/S") not in ("/JavaScript", "/Launch", "/SubmitForm", "/ImportData")


def test_cover_summary_contents_chapters(pages):
    cover, summary, contents = (re.sub(r"\s+", " ", page) for page in pages[:3])
    assert "Partners on paper" in cover
    assert "Data as of 2 January 2026" in cover
    assert "What should a busy reader know?" in summary
    assert "Contents" in contents
    first = next(i for i, page in enumerate(pages) if "Chapter 1" in page and i > 2)
    assert re.search(rf"How does the framing shift\? {first + 1}\b", contents)


def test_running_heads_name_the_chapter_of_the_page(pages):
    inside = next(p for p in pages if "A smaller heading" in p)
    assert "How does the framing shift?" in inside.replace("\n", " ")


def test_a_long_table_repeats_its_head(pages):
    full = [p for p in pages if "do thing number" in p and "Sign" in p]
    assert len(full) >= 2


def test_charts_are_vectors_with_text(pdf, pages):
    assert "One 2001" in next(p for p in pages if "Figure 1.1" in p and "Tentative" in p)
    images = [o for o in pdf.objects if isinstance(o, pikepdf.Stream)
              and o.get("/Subtype") == "/Image"]  # fmt: skip
    assert images == []


def test_links_are_there(pdf):
    links = [a for page in pdf.pages for a in page.get("/Annots", []) if a.Subtype == "/Link"]
    outside = [str(a.A.URI) for a in links if "/A" in a and "/URI" in a.A]
    assert outside == ["https://doi.org/10.4135/9781071878781"]
    assert len(links) > 8


def test_the_paper_is_a_parameter(document, tmp_path, pdf_faults):
    sizes = {}
    for paper in ("a4", "letter"):
        path = tmp_path / f"{paper}.pdf"
        path.write_bytes(write_pdf(replace(document, paper=paper), default_template()))
        sizes[paper] = [round(float(side)) for side in pypdf.PdfReader(path).pages[0].mediabox[2:]]
    assert sizes == {"a4": [595, 842], "letter": [612, 792]}
    assert pdf_faults(tmp_path / "letter.pdf", "ua1") == []


def test_latin_cyrillic_and_persian_are_set_in_shipped_fonts(document, tmp_path, pdf_faults):
    words = "Łódź über Beyoğlu; Россия и Иран; شراکت راهبردی ایران و روسیه"
    (tmp_path / "x.pdf").write_bytes(
        write_pdf(
            replace(document, title=words, subtitle=words, date="2026-01-02"), default_template()
        )
    )
    assert pdf_faults(tmp_path / "x.pdf", "2a") == []
    text = flat(pypdf.PdfReader(tmp_path / "x.pdf").pages[0].extract_text())
    assert flat("Łódź über Beyoğlu; Россия и Иран") in text
    with pikepdf.open(tmp_path / "x.pdf") as opened:
        assert "Vazirmatn" in str({str(o.get("/FontName", "")) for o in opened.objects
                                   if isinstance(o, pikepdf.Dictionary)})  # fmt: skip


@pytest.fixture
def tall(document):
    """The document, its chart twenty inches tall: heads, and twenty rows of an inch each."""
    rows = "".join(f'<text x="9" y="{72 * row + 50}">Row {row}</text>' for row in range(20))
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="453.6" height="1440" '
        f'viewBox="0 0 453.6 1440"><text x="9" y="9">Heads</text>{rows}</svg>'
    )

    def make(**changes):
        chapter = document.chapters[0]
        pieces = [
            replace(p, drawn=Pictures(svg, **changes), height_in=20.0)
            if isinstance(p, Figure)
            else p
            for p in chapter.pieces
        ]
        return replace(document, chapters=(replace(chapter, pieces=tuple(pieces)),))

    return make


def test_a_tall_chart_goes_on_from_page_to_page(tall, tmp_path, pdf_faults):
    path = tmp_path / "tall.pdf"
    breaks = tuple((row + 0.2, 0.2) for row in range(20))
    chart = replace(tall(breaks=breaks, head_in=0.2), paper="letter", date="2026-01-02")
    path.write_bytes(write_pdf(chart, TEMPLATE))
    assert [*pdf_faults(path, "ua1"), *pdf_faults(path, "2a")] == []
    with pikepdf.open(path) as opened:
        texts = [str(n.get("/Alt", "")) for n in structure(opened) if n.S == "/Figure"]
    on = [text for text in texts if "continued" in text]
    assert len(texts) - len(on) == 1, "only the first piece says what the chart shows"
    pages = [flat(page.extract_text()) for page in pypdf.PdfReader(path).pages]
    held = [place for place, text in enumerate(pages) if "Figure1.1" in text]
    assert len(held) == len(texts) == 3
    assert all("continued" in pages[place] for place in held[1:])
    words = "".join(pages)
    assert [words.count(f"Row{row}") for row in range(10, 20)] == [1] * 10, "no word is hidden"
    assert words.count("Heads") == 3


def test_a_tall_chart_that_cannot_be_cut_is_drawn_smaller(tall, tmp_path):
    path = tmp_path / "whole.pdf"
    path.write_bytes(write_pdf(tall(), TEMPLATE))
    with pikepdf.open(path) as opened:
        assert sum(n.S == "/Figure" for n in structure(opened)) == 1


def test_a_tall_chart_stands_neither_on_the_cover_nor_within_the_summary(tall, tmp_path):
    path = tmp_path / "summary.pdf"
    chart = tall(breaks=tuple((row + 0.2, 0.2) for row in range(20)))
    (chapter,) = chart.chapters
    summary = replace(chapter, part="summary", number="")
    path.write_bytes(
        write_pdf(replace(chart, chapters=(summary,), cover_figure="hostile"), TEMPLATE)
    )
    pages = [flat(page.extract_text()) for page in pypdf.PdfReader(path).pages]
    assert "Row1" not in pages[0]
    first = next(place for place, text in enumerate(pages) if "Row1" in text)
    assert "thirdwords" in "".join(pages[1:first])


@pytest.fixture(scope="module")
def document(executed_chapter):
    """The document of one chapter."""
    return read_document(merge_one(executed_chapter))


@pytest.fixture
def declared_exporters(tmp_path):
    """An environment whose nbconvert knows the exporters that pyproject.toml declares.

    An older installation of the package would know others.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    about = tmp_path / "path" / "frameline-0.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Name: frameline\nVersion: 0\n", encoding="utf-8")
    group = "nbconvert.exporters"
    lines = [f"{name} = {place}" for name, place in project["entry-points"][group].items()]
    (about / "entry_points.txt").write_text("\n".join([f"[{group}]", *lines]), encoding="utf-8")
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(about.parent), str(ROOT)])}


def test_nbconvert_exports_a_merged_notebook(executed_chapter, declared_exporters, tmp_path):
    nbformat.write(merge_one(executed_chapter), tmp_path / "merged.ipynb")
    command = [sys.executable, "-m", "nbconvert", "--to", "frameline-pdf", "merged.ipynb"]
    run = subprocess.run(
        command, cwd=tmp_path, env=declared_exporters, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    reader = pypdf.PdfReader(tmp_path / "merged.pdf")
    assert "Hostile?" in "".join(page.extract_text() for page in reader.pages)


def flat(text):
    return re.sub(r"\s+", "", text)


def test_hostile_text_is_printed_as_it_is(hostile_pdf):
    text = flat("".join(page.extract_text() for page in pypdf.PdfReader(hostile_pdf).pages))
    for words in HOSTILE:
        # Markdown has its own reading of these words, so they come through prose and tables.
        assert text.count(flat(words)) >= 3, words


@pytest.fixture
def hostile_pdf(exported):
    return io.BytesIO(exported("frameline-pdf", HOSTILE))


def test_a_fault_of_the_source_is_told(tmp_path):
    (tmp_path / "main.typ").write_text("#panic()", encoding="utf-8")
    with pytest.raises(BuildError, match="the PDF cannot be made: panicked"):
        compile_pdf(tmp_path)
    (tmp_path / "main.typ").write_text("#image(bytes(()))", encoding="utf-8")
    with pytest.raises(BuildError, match="the PDF cannot be made"):
        compile_pdf(tmp_path)


def test_a_font_that_is_missing_is_told(tmp_path):
    (tmp_path / "main.typ").write_text(
        '#set document(title: "x")\n#set text(font: "No Such Font")\nx', encoding="utf-8"
    )
    with pytest.raises(BuildError, match="unknown font family"):
        compile_pdf(tmp_path)


def test_no_file_outside_is_read(tmp_path):
    (tmp_path / "main.typ").write_text('#read("/etc/passwd")', encoding="utf-8")
    with pytest.raises(BuildError, match=r"not found|access denied"):
        compile_pdf(tmp_path)
