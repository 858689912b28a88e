"""Putting chapters together: numbers, keys, references, findings, agreement."""

import base64
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import nbformat
import pytest

from frameline.record.figure import Figure
from frameline.record.mime import (
    EVIDENCE_MIME,
    FIGURE_MIME,
    FINDINGS_MIME,
    PROSE_MIME,
    SWITCH_MIME,
    TABLE_MIME,
)
from frameline.report import BuildError
from frameline.report.document.assemble import changed_values, findings_of, merge
from frameline.report.document.document import (
    METADATA,
    Evidence,
    Switched,
    Words,
    read_document,
)
from frameline.report.plan.config import Chapter, Reference, Report
from frameline.report.plan.parameters import Parameter
from frameline.report.plan.plan import Plan, Run
from frameline.report.running.gate import Executed
from frameline.words.formats import format_date

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>'
PNG = base64.b64encode(b"\x89PNG\r\n\x1a\n").decode()


def prose(*segments):
    return {"segments": [s if isinstance(s, dict) else {"text": s} for s in segments]}


def chart(key="bars", **changes):
    return {FIGURE_MIME: {
        "key": key, "title": prose("Headline"), "subtitle": prose("Sub"), "alt": prose("Seen"),
        "svg": SVG, "export_svg": SVG, "export_png": PNG,
        "table": {"columns": ["a"], "rows": [["1"]]}, "evidence": ["c1"], **changes,
    }}  # fmt: skip


def table(key="rows"):
    return {
        TABLE_MIME: {"key": key, "title": prose("T"), "columns": [{"label": "a"}], "rows": [["1"]]}
    }


def found(*keys, chapter="x", **changes):
    finding = {"value": 1, "unit": "count", "text": "1", "low": None, "high": None, "n": None,
               "filter": "", "evidence": [], **changes}  # fmt: skip
    return {FINDINGS_MIME: {"chapter": chapter, "findings": [{"key": k, **finding} for k in keys]}}


def claims(*ids, name="One"):
    return {EVIDENCE_MIME: {"claims": [{"claim_id": i, "name": name, "gist": "g"} for i in ids]}}


def chapter(name, *cells, number="1", part="findings", last=False, aside="", **run):
    """A chapter that ran: text for Markdown, a dict for the data of one output."""
    made = [{"cell_type": "markdown", "source": f"# Title of {name}\n\nFirst.", "metadata": {}}]
    for cell in cells:
        if isinstance(cell, str):
            made.append({"cell_type": "markdown", "source": cell, "metadata": {}})
        else:
            output = {"output_type": "display_data", "data": cell, "metadata": {}}
            made.append({"cell_type": "code", "source": "secret()", "outputs": [output],
                         "execution_count": 1, "metadata": {}})  # fmt: skip
    described = Chapter(Path(f"/x/{name}.ipynb"), part=part, last=last)
    planned = Run(described, number, f"Title of {name}", run.get("declared", {}),
                  run.get("values", {}))  # fmt: skip
    return planned, Executed(name, {"cells": made}, aside)


def merged(*chapters, partial=False, **report):
    config = Report(path=Path("/x/report.toml"), title="T", chapters=(), **report)
    plan = Plan(config, tuple(planned for planned, _ in chapters), partial=partial)
    return merge(plan, {done.chapter: done for _, done in chapters}, "1.0")


def test_figures_and_tables_are_numbered_by_chapter():
    book = merged(
        chapter("s", chart("front"), number="", part="summary", last=True),
        chapter("a", chart("one"), table("three"), chart("two"), number="1"),
        chapter("b", chart("four"), number="A", part="appendix"),
    )
    document = read_document(book)
    numbered = {f.key: f.number for f in document.figures}
    assert numbered == {"front": "S.1", "one": "1.1", "two": "1.2", "four": "A.1"}
    assert [t.number for t in document.tables] == ["1.1"]
    assert document.target("two").label == "Figure 1.2"
    assert document.target("three").label == "Table 1.1"
    assert document.target("b").label == "Appendix A"
    assert document.target("s").label == "Summary"
    assert document.target("nothing") is None


def test_no_code_and_no_other_output_is_carried_along():
    book = merged(chapter("a", {**chart(), "text/html": "<b>x</b>", "text/plain": "x"}))
    assert "secret" not in str(book)
    assert "text/html" not in str(book)
    document = read_document(book)
    assert isinstance(document.chapters[0].blocks[0], Words)
    assert document.chapters[0].blocks[0].source.strip() == "First."


def test_findings_are_sorted_and_keep_their_chapter():
    one = chapter("a", found("z", "b", chapter="a"))
    two = chapter("c", found("k", chapter="c", segments=[{"text": "A whole sentence."}]))
    got = findings_of([one[1], two[1]])
    assert [(f["key"], f["chapter"]) for f in got] == [("b", "a"), ("k", "c"), ("z", "a")]
    assert got[1]["segments"] == [{"text": "A whole sentence."}]
    assert set(got[0]) == {"key", "value", "low", "high", "n", "unit", "filter", "evidence",
                           "text", "chapter"}  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ((found("k"), found("k", value=9, text="9")), 'finding "k" exists in chapter x with'),
        ((chart(), chart()), 'key "bars" is used in chapter a too'),
        ((chart("k"), table("k")), 'key "k" is used'),
        ((chart("Bad key"),), "lower-case words joined by hyphens"),
        ((chart(alt=prose(" ")),), "alternative text"),
        ((chart(svg="nothing"),), "not a plain SVG"),
        ((chart(table={"columns": ["a"], "rows": [["1", "2"]]}),), "1 cells in each row"),
        (({FIGURE_MIME: {"key": "x"}},), "title, subtitle, alt, svg, table in a figure"),
        (({PROSE_MIME: {"text": "x"}},), "expected segments in a sentence"),
        (
            ({FINDINGS_MIME: {"chapter": "a", "findings": [{"key": "k"}]}},),
            "value, unit in a finding",
        ),
        (({PROSE_MIME: prose({"text": "5", "key": "none"})},), 'a sentence uses finding "none"'),
        ((chart(title=prose({"text": "5", "key": "none"})),), 'uses finding "none"'),
        (("See [@nothing].",), r"\[@nothing\] is no figure, table, chapter or source"),
        (({PROSE_MIME: prose("see [@nothing]")},), r"\[@nothing\] is no"),
    ],
)
def test_faults_name_the_chapter(cells, says):
    with pytest.raises(BuildError, match=says) as error:
        merged(chapter("a", *cells))
    assert str(error.value).startswith("a")


def test_two_chapters_may_not_share_a_key():
    with pytest.raises(BuildError, match='b: cell 2: key "bars" is used in chapter a too'):
        merged(chapter("a", chart()), chapter("b", chart()))


def test_names_need_no_finding_and_sources_can_be_cited():
    book = merged(
        chapter("a", {PROSE_MIME: prose({"text": "One 2001", "key": "name.one"})}, "After [@kr]."),
        bibliography=(Reference("kr", "Kr 2018", "Kr. *Book*."),),
    )
    assert read_document(book).target("kr").anchor == "ref-kr"


def test_what_no_chapter_cites_is_further_reading():
    works = [Reference(key, key.title(), f"{key}. *Book*.") for key in ("aa", "bb", "cc", "dd")]
    book = merged(
        chapter(
            "a",
            "After [@bb].",
            {PROSE_MIME: prose({"text": "as in [@dd]"}, {"text": "[@aa]", "key": "name.aa"})},
        ),
        bibliography=tuple(works),
    )
    listed = [(name, [e["key"] for e in found]) for name, found in read_document(book).literature]
    assert listed == [("The methods", ["bb", "dd"]), ("Further reading", ["aa", "cc"])]
    uncited = read_document(merged(chapter("a", "Nothing."), bibliography=tuple(works)))
    assert [(name, len(found)) for name, found in uncited.literature] == [("The methods", 4)]


def test_the_texts_come_first_among_the_sources():
    book = merged(chapter("a", "Nothing."), bibliography=(Reference("kr", "Kr", "Kr."),))
    link = {"key": "text-1", "text": "One", "url": "javascript:alert(1)"}
    book.metadata[METADATA]["texts"] = [link]
    listed = read_document(book).literature
    assert [name for name, _ in listed] == ["The texts", "The methods"]
    assert listed[0][1] == [{**link, "url": ""}]


def test_a_part_of_the_report_may_point_at_what_is_missing():
    broken = chapter("a", "See [@nothing].", {PROSE_MIME: prose({"text": "5", "key": "none"})})
    assert merged(broken, partial=True)
    assert merged(broken, chapter("b", aside="Nothing here.", number="2"))


def test_a_chapter_that_stepped_aside_has_no_number_and_stands_in_one_list():
    book = merged(
        chapter("a", found("k"), aside="No labels here."),
        chapter("b", chart(), number="2"),
        chapter("c", "Words.", number="3"),
    )
    document = read_document(book)
    assert [(c.key, c.number) for c in document.chapters] == [("b", "1"), ("c", "2")]
    assert document.asides == [{"title": "Title of a", "text": "No labels here."}]
    assert document.figures[0].number == "1.1"
    assert "k" in document.findings


def test_claims_that_come_with_findings_are_looked_up_not_listed():
    both = {**found("k"), **claims("c1", "c2")}
    document = read_document(merged(chapter("a", both, chart())))
    assert document.listed_claims == set()
    assert document.rows(["c1"])[0].gist == "g"
    assert document.rows(["c9"])[0].claim_id == "c9"
    alone = read_document(merged(chapter("a", claims("c1"))))
    assert alone.listed_claims == {"c1"}


def test_all_claims_in_an_appendix_of_their_own():
    document = read_document(merged(
        chapter("a", {**found("k"), **claims("c10", "c2", name="Two")}),
        chapter("b", {**found("l"), **claims("c1", name="One")}, number="A", part="appendix"),
        claims_title="All claims",
    ))  # fmt: skip
    last = document.chapters[-1]
    assert (last.title, last.number, last.part) == ("All claims", "B", "appendix")
    assert isinstance(last.blocks[0], Evidence)
    assert [c.claim_id for c in last.blocks[0].claims] == ["c2", "c10", "c1"]


def agreed(value, low=None, uses=("valence",)):
    return merged(
        chapter("a", chart(uses=list(uses))),
        chapter("b", found("alpha.valence", value=value, low=low, unit="alpha"), number="2"),
        agreement={"finding": "alpha.{role}", "tentative": 0.8, "refuse": 0.667},
    )


@pytest.mark.parametrize(
    ("value", "low", "tentative"),
    [(0.9, None, False), (0.9, 0.85, False), (0.9, 0.5, True), (0.7, None, True)],
)
def test_figures_are_marked_by_the_agreement_of_coders(value, low, tentative):
    assert read_document(agreed(value, low)).figures[0].tentative is tentative


def test_a_figure_of_what_coders_cannot_agree_on_is_not_charted():
    document = read_document(agreed(0.6, 0.5))
    assert document.figures == []
    said = [str(b) for c in document.chapters for b in c.blocks if "Not charted" in str(b)]
    assert said == ["Not charted: coders agree too little on the valence of claims (alpha 0.60)."]


def test_a_figure_of_a_variable_without_a_coefficient_is_refused():
    with pytest.raises(BuildError, match='no agreement was computed for "mechanism"'):
        agreed(0.9, None, ("mechanism",))


def test_without_a_chapter_on_agreement_nothing_is_marked():
    book = merged(chapter("a", chart(uses=["valence"])),
                  agreement={"finding": "alpha.{role}", "tentative": 0.8})  # fmt: skip
    assert not read_document(book).figures[0].tentative


def test_changed_parameters_are_told():
    declared = {"draws": Parameter("draws", 2000), "corpus": Parameter("corpus", "x", "", "path")}
    a, _ = chapter("a", declared=declared, values={"draws": 10, "corpus": "/secret/path"})
    b, _ = chapter("b", declared=declared, values={"draws": 10})
    report = Report(path=Path("r.toml"), title="T", chapters=())
    assert changed_values(Plan(report, (a, b))) == ["draws = 10"]
    assert changed_values(Plan(report, (a, replace(b, values={})))) == ["draws = 10 (a)"]


def test_days_in_words():
    assert format_date("2024-02-03", "en") == "3 February 2024"
    assert format_date("2024", "en") == "2024"


def test_the_import_of_nbformat_is_light_and_leaves_nothing_behind():
    source = (
        "import sys, frameline.report.document.assemble as a\n"
        "assert 'lark' not in sys.modules\n"
        "assert 'rfc3987_syntax' not in sys.modules\n"
        "a.nbformat.validate(a.nbformat.v4.new_notebook())"
    )
    subprocess.run([sys.executable, "-c", source], check=True)


def switch(first, other):
    others = [{"view": "own", "name": "Own", "shows": other}]
    return {**first, SWITCH_MIME: {"view": "all", "name": "All", "others": others}}


def test_the_views_of_a_switch_share_a_number_and_have_files_of_their_own():
    cells = (chart("one"), switch(chart("two"), chart("two-own")), chart("three"))
    document = read_document(merged(chapter("a", *cells, "See [@two].")))
    assert [(f.key, f.number) for f in document.figures] == [
        ("one", "1.1"), ("two", "1.2"), ("two-own", "1.2"), ("three", "1.3"),
    ]  # fmt: skip
    assert document.views == {"all": "All voices", "own": "The author’s own"}
    shown = document.chapters[0].blocks
    assert [b.key for b in shown if isinstance(b, Figure)] == ["one", "two", "three"]
    (switched,) = [p for p in document.chapters[0].pieces if isinstance(p, Switched)]
    assert [(view, block.key) for view, _, block in switched.views] == [
        ("all", "two"), ("own", "two-own"),
    ]  # fmt: skip


def test_every_view_of_a_switch_is_held_to_the_rules():
    uses = {"uses": ["valence"]}
    book = merged(
        chapter("a", switch(chart("k", **uses), chart("k-own", **uses))),
        chapter("b", found("alpha.valence", value=0.7, unit="alpha"), number="2"),
        agreement={"finding": "alpha.{role}", "tentative": 0.8, "refuse": 0.667},
    )
    assert [f.tentative for f in read_document(book).figures] == [True, True]
    book = merged(
        chapter("a", switch(chart("k", **uses), chart("k-own", **uses))),
        chapter("b", found("alpha.valence", value=0.5, unit="alpha"), number="2"),
        agreement={"finding": "alpha.{role}", "tentative": 0.8, "refuse": 0.667},
    )
    assert read_document(book).figures == []
    assert str(book).count("Not charted") == 1


@pytest.mark.parametrize(
    ("other", "says"),
    [
        (chart("k"), 'key "k" is used in chapter a too'),
        (table("k-own"), "view 'own' shows what the first does"),
        ({PROSE_MIME: prose({"text": "5", "key": "none"})}, "view 'own' shows"),
        (chart("k-own", title=prose({"text": "5", "key": "none"})), 'uses finding "none"'),
        (chart("k-own", svg="nothing"), "not a plain SVG"),
        ("text", "expected what is shown as a table of names"),
    ],
)
def test_faults_in_a_further_view_are_found(other, says):
    with pytest.raises(BuildError, match=says):
        merged(chapter("a", switch(chart("k"), other)))


def test_a_section_whose_cells_show_nothing_is_not_in_the_report():
    silent, heard = "## Silent?\n\nLead-in.", "## Heard?\n\nLead-in."
    book = merged(chapter("x", silent, {}, heard, {PROSE_MIME: prose("Said.")}, found("a.x")))
    shown = read_document(book).chapters[0].blocks
    assert [b.source for b in shown if isinstance(b, Words)] == ["\nFirst.", heard]
    assert book.metadata["frameline"]["findings"][0]["key"] == "a.x"


def test_a_chapter_without_anything_to_show_says_so():
    book = merged(
        chapter("x", "## Silent?", {}), chapter("y", {PROSE_MIME: prose("Said.")}, number="2")
    )
    document = read_document(book)
    assert [chapter.key for chapter in document.chapters] == ["y"]
    (aside,) = document.asides
    assert aside["title"] == "Title of x"
    assert "nothing that this chapter could show" in aside["text"]


def test_what_is_merged_is_a_notebook():
    book = merged(chapter("a", "Words.", found("n"), chart("one"), claims("c1")), claims_title="C")
    nbformat.validate(nbformat.from_dict(book))
    assert [cell.cell_type for cell in book.cells][:3] == ["markdown", "markdown", "code"]


def test_building_does_not_import_what_only_exporters_need():
    source = (
        "import sys, frameline.report.keeping.publish, frameline.report.page.html\n"
        "import frameline.report.print.pdf\n"
        "import frameline.report.document.lint\n"
        "assert 'nbconvert' not in sys.modules\n"
        "assert 'pandas' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", source], check=True)
