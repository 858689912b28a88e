"""Terms: marked once, where they are terms, with their meaning and a way to the codebook."""

import re

from hypothesis import given
from hypothesis import strategies as st

from frameline.record.grid import Column, Grid
from frameline.record.prose import Prose
from frameline.record.table import Table, Term
from frameline.report.document.terms import Glossary

GRID = Grid((Column("Code"),), (("a",), ("b",), ("c",)))
VALENCE = Table("valence", Prose(()), GRID, terms=(
    Term(0, ("binding",), "Draws together.", running=True),
    Term(1, ("no effect",), "None claimed.", running=True),
))  # fmt: skip
REASONS = Table("reasons", Prose(()), GRID, terms=(
    Term(0, ("arms", "Arms, military technology"), "Weapons & <reactors>."),
    Term(2, ("Trust",), "Conduct."),
    Term(1, ("binding",), "Another meaning."),
))  # fmt: skip
GLOSSARY = Glossary.read([VALENCE, REASONS])


def marked(html):
    return re.findall(r'<dfn class="term" tabindex="0">([^<]*)<', html)


def test_rows_of_the_codebook_have_anchors_of_their_own():
    assert GLOSSARY.anchors == {
        ("valence", 0): "term-binding", ("valence", 1): "term-no-effect",
        ("reasons", 0): "term-arms", ("reasons", 2): "term-trust",
        ("reasons", 1): "term-binding-2",
    }  # fmt: skip


def test_the_first_use_shows_the_meaning_and_leads_to_the_entry():
    html = GLOSSARY.marker().running("Binding claims are binding.")
    assert marked(html) == ["Binding"]
    assert 'Draws together. <a href="#term-binding">Codebook</a>' in html
    assert html.endswith("claims are binding.")


def test_only_some_terms_are_marked_in_running_text():
    assert marked(GLOSSARY.marker().running("Arms, trust and no effect, unbinding")) == [
        "no effect"
    ]


def test_alone_or_in_a_list_every_term_is_marked():
    marker = GLOSSARY.marker()
    assert marked(marker.alone("arms, trust and others")) == ["arms", "trust"]
    assert marked(GLOSSARY.marker().alone("Arms, military technology")) == [
        "Arms, military technology"
    ]
    assert marked(GLOSSARY.marker().alone("trust in arms")) == []


def test_a_chapter_does_not_mark_what_its_own_tables_explain():
    assert marked(GLOSSARY.marker([VALENCE]).running("binding, no effect")) == []
    assert marked(GLOSSARY.marker([VALENCE]).alone("arms")) == ["arms"]


def test_a_meaning_is_text():
    assert "Weapons &amp; &lt;reactors&gt;." in GLOSSARY.marker().alone("arms")


def test_without_terms_text_is_escaped_and_nothing_else():
    assert str(Glossary.read([]).marker().running("a < binding")) == "a &lt; binding"


@given(st.text(alphabet=st.sampled_from("bindg o,;<&\"' arms")))
def test_marking_loses_nothing(text):
    for mark in (GLOSSARY.marker().running, GLOSSARY.marker().alone):
        html = re.sub(r'<span class="tip">.*?</span>|</?dfn[^>]*>', "", str(mark(text)))
        for sign, entity in (("<", "&lt;"), (">", "&gt;"), ('"', "&#34;"), ("'", "&#39;")):
            html = html.replace(entity, sign)
        assert html.replace("&amp;", "&") == text
