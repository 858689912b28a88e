"""The PDF: tagged, archivable, complete, and text in it is only ever text."""

import io
import re

import pikepdf
import pypdf
import pytest

from frameline.report import BuildError
from frameline.report.bundles import Column, Grid
from frameline.report.columns import column_widths
from frameline.report.pdf import compile_pdf

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
        "2 What do they call it?", "3 Which past?", "A Every claim behind the charts",
        "Sources of the methods",
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


def grid(*rows, labels=("A", "B", "C")):
    return Grid(tuple(map(Column, labels)), rows)


def widths(*rows, labels=("A", "B", "C")):
    return [float(w.removesuffix("fr")) for w in column_widths(grid(*rows, labels=labels))]


def test_columns_take_what_they_need():
    assert widths(("x", "1", "2")) == [89, 3, 3]
    long = "word " * 30
    first, second, third = widths(("x", long, "2"))
    assert first == third == 3
    assert second > 80
    _, shorter, longer = widths(("x", long, long * 4))
    assert 1 < longer / shorter < 4
    # The longest word always has room.
    dates = widths(("2001-05-01", long, "unbreakable"), labels=("Published", "B", "C"))
    assert dates[0] >= len("Published")
    assert dates[2] >= len("unbreakable")


def test_columns_share_what_is_left_as_asked_for():
    columns = (Column("a", width=2), Column("b", width=1), Column("Number of"))
    first, second, third = column_widths(Grid(columns, (("x", "y", "1"),)))
    assert third == "8fr"
    assert float(first[:-2]) - 3 == pytest.approx(2 * (float(second[:-2]) - 3), rel=0.01)


def test_short_columns_stay_on_one_line_beside_one_that_was_asked_for():
    columns = (Column("Step", width=3), Column("By chance, range"), Column("p"))
    found = column_widths(Grid(columns, (("one to two " * 3, "0.08 to 0.33", "= 0.006"),)))
    assert found[1:] == ["14fr", "9fr"]


def test_a_date_does_not_break_but_a_compound_does():
    dated, compound, _ = widths(("2015-11-29/2015-12-06", "well-to-do", "word " * 40))
    assert dated > 22
    assert compound < 12
