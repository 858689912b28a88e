"""Hostile texts in the PDF: printed as they are; nothing is read, evaluated or linked."""

import io
import re
import unicodedata

import pikepdf
import pypdf
import pytest

from frameline.report import BuildError
from frameline.report.document.document import read_document
from frameline.report.document.markdown import TypstEmitter
from frameline.report.document.maths import MathsError
from frameline.report.escape import escape_typst, printable
from frameline.report.plan.project import default_template
from frameline.report.print.pdf import compile_pdf, write_sources

#: Not looked for in the text of the PDF: what has no glyph, or is not drawn in reading order.
UNSEEN = re.compile(
    r"[\u00ad\u0300-\u036f\u0590-\u06ff\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)

#: What looks like a formula and is none: a report is not built with it.
NO_FORMULAS = ("$\\frac{$", "$\\input{/etc/passwd}$")


def flat(text):
    return "".join(UNSEEN.sub("", unicodedata.normalize("NFKC", printable(text))).split())


@pytest.fixture(scope="module")
def text(pdf):
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return flat("".join(page.extract_text() for page in pages))


def test_every_text_is_printed_as_it_is(text, hostile):
    missing = [t for t in hostile if text.count(flat(t)) < 3 and not UNSEEN.search(t)]
    assert missing == []


def test_no_file_was_read_and_nothing_was_computed(text):
    assert "root:x:0:0" not in text
    assert "daemon:" not in text
    assert "function-from" not in text


def test_nothing_in_it_acts_and_links_are_web_addresses(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert "/OpenAction" not in opened.Root
        assert "/AA" not in opened.Root
        assert not opened.attachments
        title = str(opened.docinfo["/Title"])
        assert title.startswith('#read("/etc/passwd") | #eval("1+1") | ')
        actions = [
            thing.A for thing in opened.objects
            if isinstance(thing, pikepdf.Dictionary) and "/A" in thing
            and isinstance(thing.A, pikepdf.Dictionary)
        ]  # fmt: skip
        assert {str(a.get("/S", "/GoTo")) for a in actions} <= {"/URI", "/GoTo"}
        addresses = {str(a.URI) for a in actions if "/URI" in a}
    assert addresses
    assert all(a.startswith("https://evil.example/") for a in addresses)


@pytest.mark.parametrize("place", ["prose", "Markdown"])
def test_every_text_is_one_string_or_markup_free_code(hostile, place):
    """What Typst gets holds hostile text inside string literals only."""
    for text in hostile:
        if place == "Markdown" and text in NO_FORMULAS:
            with pytest.raises(MathsError):
                TypstEmitter(lambda _: None).emit(text)
            continue
        code = escape_typst(text) if place == "prose" else TypstEmitter(lambda _: None).emit(text)
        outside = re.sub(r'"(?:[^"\\]|\\.)*"', "", code)
        assert not re.search(r'["#@$`\\]', outside), (text, code)
        calls = set(re.findall(r"([\w.-]+)\(", outside))
        allowed = {
            "par",
            "raw",
            "heading",
            "list",
            "enum",
            "quote",
            "emph",
            "strong",
            "strike",
            "link",
        }
        assert calls <= allowed | {"section-break", ".join", "join", "prose-table", "linebreak"}, (
            code
        )


@pytest.mark.parametrize(
    "source",
    ['#import "@preview/cetz:0.2.0"', '#import("@local/x:1.0.0")', '#include "@preview/x:1.0.0"'],
)
def test_a_layout_that_would_fetch_a_package_is_refused(toy_document, tmp_path, source):
    template = tmp_path / "template"
    template.mkdir()
    whole = (default_template() / "report.typ").read_text(encoding="utf-8")
    (template / "report.typ").write_text(f"{source}\n{whole}", encoding="utf-8")
    out = tmp_path / "out"
    out.mkdir()
    with pytest.raises(BuildError, match=r"report\.typ: imports a package"):
        write_sources(toy_document, template, out)


@pytest.fixture
def toy_document():
    about = {
        "title": "T", "subtitle": "", "edition": "", "date": "", "lang": "en", "paper": "a4",
        "cover_figure": "", "authors": [], "keywords": [], "chapters": [], "findings": [],
        "claims": [], "bibliography": [], "changed": [], "digest": "", "version": "",
    }  # fmt: skip
    return read_document({"metadata": {"frameline": about}, "cells": []})


@pytest.mark.parametrize(
    "source",
    ['#read("/etc/passwd")', '#include "/etc/passwd"', '#image("/etc/passwd")',
     '#read("../secret.txt")', '#import "../secret.txt": *'],
)  # fmt: skip
def test_the_compiler_itself_reads_nothing_outside(tmp_path, source):
    """Even code in the document would be kept inside its folder."""
    (tmp_path / "secret.txt").write_text("secret")
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "main.typ").write_text(source, encoding="utf-8")
    with pytest.raises(BuildError, match="the PDF cannot be made"):
        compile_pdf(inside)
