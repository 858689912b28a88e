"""What python-docx has no call for: links, bookmarks, alternative text, a table's head."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

SERIF, SANS = "Georgia", "Calibri"
INK, ACCENT, SOFT = "1B1D1F", "1F5F99", "5A6067"
#: Width and height of a page in millimetres.
PAPER = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
TEXT_MM = 160.0
#: Word keeps no more of the name of a bookmark.
LONGEST_NAME = 40


def new_word(paper: str) -> Any:
    """An empty file with the styles of the report."""
    from docx import Document
    from docx.shared import Mm

    file = Document()
    section = file.sections[0]
    section.page_width, section.page_height = (Mm(side) for side in PAPER[paper])
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin = section.bottom_margin = Mm(24)
    _restyle(file)
    return file


def _restyle(file: Any) -> None:
    """Two faces, one colour, and styles for what Word has none for."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    styles = file.styles
    sizes = {"Title": 28, "Subtitle": 14, "Heading 1": 20, "Heading 2": 13, "Heading 3": 11.5}
    for name in ("Normal", "Title", "Subtitle", *(f"Heading {n}" for n in range(1, 7)), "Caption"):
        face = SERIF if name in ("Normal", "Title", "Subtitle", "Heading 1") else SANS
        _face(styles[name], face, sizes.get(name, 10.5), SOFT if name == "Subtitle" else INK)
    #: Size, colour, space before and after in points.
    further = {"Subcaption": (9.5, SOFT, 0, 4), "Note": (8.5, SOFT, 4, 14), "Cell": (9, INK, 1, 1)}
    for name, (size, colour, before, after) in further.items():
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        _face(style, SANS, size, colour)
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)
        style.paragraph_format.line_spacing = 1.05
    styles["Subcaption"].paragraph_format.keep_with_next = True
    for level in range(1, 4):
        styles[f"Heading {level}"].paragraph_format.space_after = Pt(6)
    styles["Normal"].paragraph_format.space_after = Pt(7)
    styles["Caption"].paragraph_format.space_before = Pt(12)
    styles["Caption"].paragraph_format.space_after = Pt(3)
    table = styles.add_style("Report Table", WD_STYLE_TYPE.TABLE)
    table.base_style = styles["Normal Table"]
    _rule(table)


def _rule(table: Any) -> None:
    """Lines between the rows of a table and none between its columns."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="CCD1D6"/>'
        for side in ("top", "bottom", "insideH")
    )
    borders = f"<w:tblBorders>{sides}</w:tblBorders>"
    table.element.append(parse_xml(f"<w:tblPr {nsdecls('w')}>{borders}</w:tblPr>"))


def set_widths(table: Any, shares: Sequence[float]) -> None:
    """Divide the width of the text among the columns of a table; no row breaks over pages."""
    from docx.oxml import OxmlElement
    from docx.shared import Mm

    table.autofit = False
    widths = [Mm(TEXT_MM * share / sum(shares)) for share in shares]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width


def _face(style: Any, face: str, size: float, colour: str) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.name, style.font.size = face, Pt(size)
    style.font.color.rgb = RGBColor.from_string(colour)
    if style.name == "Caption":
        style.font.bold = False
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in [key for key in fonts.attrib if "Theme" in key]:
        del fonts.attrib[name]
    for kind in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{kind}"), face)


def set_language(file: Any, lang: str, *, rtl: bool) -> None:
    """Say in which language the file is written, and which way it runs."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = file.styles["Normal"].element.get_or_add_rPr()
    made = OxmlElement("w:lang")
    made.set(qn("w:bidi" if rtl else "w:val"), lang)
    properties.append(made)
    if rtl:
        file.styles["Normal"].element.get_or_add_pPr().append(OxmlElement("w:bidi"))


def add_link(line: Any, text: str, *, anchor: str = "", address: str = "") -> Any:
    """Add a link to a place in the file, or to an address; gives its run."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import RGBColor
    from docx.text.run import Run

    link = OxmlElement("w:hyperlink")
    if address:
        held = line.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link.set(qn("r:id"), held)
    else:
        link.set(qn("w:anchor"), _name(anchor))
    made = OxmlElement("w:r")
    link.append(made)
    line._p.append(link)
    run = Run(made, line)
    run.text = text
    run.font.color.rgb = RGBColor.from_string(ACCENT)
    return run


def bookmark(line: Any, anchor: str) -> None:
    """Make a paragraph a place that links lead to."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    number = str(len(line.part.element.xpath("//w:bookmarkStart")) + 1)
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for element in (start, end):
        element.set(qn("w:id"), number)
    start.set(qn("w:name"), _name(anchor))
    properties = line._p.pPr
    place = 0 if properties is None else line._p.index(properties) + 1
    line._p.insert(place, start)
    line._p.append(end)


def _name(anchor: str) -> str:
    """The name of a bookmark: letters, digits and low lines, and not too many."""
    name = "".join(sign if sign.isalnum() else "_" for sign in anchor)
    return name if len(name) <= LONGEST_NAME else name[:24] + name[-(LONGEST_NAME - 24) :]


def describe(shape: Any, title: str, alt: str) -> None:
    """Give a picture its name and the words for those who cannot see it."""
    properties = shape._inline.docPr
    properties.set("title", title)
    properties.set("descr", alt)


def repeat_head(table: Any) -> None:
    """Make the first row of a table its head: set apart, and repeated on each page."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    row = table.rows[0]
    made = OxmlElement("w:tblHeader")
    made.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(made)
    for cell in row.cells:
        for run in cell.paragraphs[0].runs:
            run.bold = True
