"""Sections that show nothing go with their headings; what is handed over stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frameline.record.mime import EVIDENCE_MIME, FINDINGS_MIME, PROSE_MIME
from frameline.report.document.silence import says_nothing, without_silent_sections


def words(source):
    return {"cell_type": "markdown", "source": source, "metadata": {}}


def code(*shown, tag=None):
    outputs = [{"output_type": "display_data", "data": data} for data in shown]
    return {"cell_type": "code", "outputs": outputs, "metadata": {"tags": [tag] if tag else []}}


SAID = {PROSE_MIME: {"segments": [{"text": "Said."}]}}
HANDED = {FINDINGS_MIME: {"findings": []}, EVIDENCE_MIME: {"claims": []}}


def sources(*cells):
    kept = without_silent_sections(cells)
    assert len(kept) == len(cells)
    return [cell.get("source") for cell in kept if cell["cell_type"] == "markdown"]


def test_a_heading_goes_with_its_lead_in_where_the_code_below_is_silent():
    cells = [
        words("# A?\n\nAbout."), code(tag="load"),
        words("## Silent?\n\nLead-in."), code(), code(),
        words("## Heard?\n\nLead-in."), code(), code(SAID),
    ]  # fmt: skip
    assert sources(*cells) == ["# A?\n\nAbout.", "", "## Heard?\n\nLead-in."]


def test_the_last_section_is_judged_without_the_colophon():
    assert sources(words("## Silent?"), code(), code(HANDED)) == [""]
    assert sources(words("## Heard?"), code({EVIDENCE_MIME: {"claims": []}}), code(HANDED)) == [
        "## Heard?"
    ]


def test_sections_of_prose_stay():
    both = "## Prose alone?\n\nMuch.\n\n## Silent?\n\nLittle."
    assert sources(words(both), code()) == ["## Prose alone?\n\nMuch.\n\n"]
    assert sources(words("## Prose alone?"), code(HANDED)) == ["## Prose alone?"]


def test_prose_between_silent_cells_goes_and_the_next_heading_stays():
    cells = [words("## Silent?"), code(), words("More.\n\n## Prose?\n\nYes."), code(SAID)]
    assert sources(*cells) == ["", "## Prose?\n\nYes."]


def test_a_comment_in_fenced_code_is_no_heading():
    fenced = "## Heard?\n\n```sh\n## a comment\n```\n"
    assert sources(words(fenced), code(SAID)) == [fenced]
    assert sources(words(fenced), code()) == [""]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ([words("## A?"), code(), code(HANDED)], True),
        ([words("## A?"), code(), code(SAID)], False),
        ([words("## A?")], False),
        ([code(tag="setup"), code(tag="load"), code(HANDED, tag="colophon")], False),
    ],
)
def test_a_chapter_says_nothing(cells, expected):
    assert says_nothing(cells) is expected


pieces = st.lists(st.sampled_from(["# T\n", "## H\n", "### S\n", "text\n", "```\n"]), max_size=6)


@given(st.lists(st.one_of(pieces.map("".join).map(words), st.just(code()), st.just(code(SAID)))))
def test_only_whole_sections_go_and_code_is_never_touched(cells):
    kept = without_silent_sections(cells)
    for before, after in zip(cells, kept, strict=True):
        if before["cell_type"] == "code":
            assert after is before
        else:
            assert set(after["source"].splitlines()) <= set(before["source"].splitlines())
    if all(cell["cell_type"] == "markdown" or cell["outputs"] for cell in cells):
        assert kept == cells
