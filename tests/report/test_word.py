"""The Word file: parts that an editor can change, text that is only text, the same bytes."""

import io
import zipfile

import pytest

from frameline.report.document.assemble import merge_one
from frameline.report.document.document import read_document
from frameline.report.office.word import write_word

docx = pytest.importorskip("docx", reason="needs python-docx, see pyproject.toml")


@pytest.fixture(scope="module")
def document(executed_chapter):
    return read_document(merge_one(executed_chapter))


@pytest.fixture(scope="module")
def written(document):
    return write_word(document)


@pytest.fixture(scope="module")
def word(written):
    return docx.Document(io.BytesIO(written))


def test_headings_captions_and_tables_are_what_they_are(word):
    styles = {paragraph.style.name: paragraph.text for paragraph in word.paragraphs}
    assert styles["Heading 1"]
    assert any(p.style.name == "Caption" and p.text.startswith("Figure 1.1. ")
               for p in word.paragraphs)  # fmt: skip
    (table,) = word.tables
    assert [cell.text for cell in table.rows[0].cells] == ["first wor", "second wo", "third wor"]
    assert table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")


def test_a_figure_is_a_picture_with_the_words_for_who_cannot_see_it(word):
    (shape,) = word.inline_shapes
    assert "first words" in shape._inline.docPr.get("descr")
    assert word.part.related_parts


def test_how_a_figure_was_computed_is_an_end_note_that_its_mark_leads_to(word):
    links = word.element.xpath("//w:hyperlink/@w:anchor")
    places = word.element.xpath("//w:bookmarkStart/@w:name")
    assert "note_1" in links
    assert set(links) <= set(places)
    assert len(places) == len(set(places))


def test_evidence_is_one_link_away(word):
    outside = {r.target_ref for r in word.part.rels.values() if r.is_external}
    assert "report.html#fig-hostile" in outside


def test_it_says_whose_it_is_and_in_which_language(word, document):
    assert word.core_properties.title == document.title
    assert word.element.xpath("//w:body")
    assert word.styles["Normal"].element.xpath(".//w:lang/@w:val") == ["en"]


def test_the_same_document_gives_the_same_bytes_and_no_clock(document, written):
    assert write_word(document) == written
    with zipfile.ZipFile(io.BytesIO(written)) as held:
        assert {entry.date_time for entry in held.infolist()} == {(1980, 1, 1, 0, 0, 0)}
