"""Inputs after reports of real imports that went wrong (all invented), and what is right.

What each reader gives is compared to the letter; a fault costs its own row and is named.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.formats.registry import read_files
from frameline.exchange.incoming.importing import Wishes, import_project
from frameline.exchange.incoming.mapping import NameMap
from frameline.exchange.model.project import Options
from tests.exchange.strategies import accounted

CASES = Path(__file__).parent / "cases"


def read(name, **options):
    project = read_files("", [CASES / name], Options(**options))
    assert accounted(project)
    return project


def said(project):
    """Document, coder, codes and quoted text of every annotation."""
    texts = {d.id: d.text for d in project.documents}
    found = []
    for coding in project.codings:
        for a in coding.annotations:
            text = texts[coding.document]
            words = [text[s.start : s.end] for s in a.spans] if text is not None else []
            found.append(
                (coding.document, coding.coder, dict(a.values), " ".join(words) or a.quote)
            )
    return found


def codes(project, name="frame"):
    return Counter(code for _, _, values, _ in said(project) for code in values.get(name, ()))


# --- one bad row ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "why"),
    [("one_end_beyond", "offsets 8 to 9999"), ("one_url", "an address, not a text")],
)
def test_one_bad_row_of_label_studio_costs_no_other(name, why):
    project = read(f"label-studio/{name}.json")
    assert (project.rows, project.used) == (200, 199)
    (left,) = project.left
    assert why in left.why
    assert "task 100" in left.where
    with pytest.raises(ExchangeError, match="task 100"):
        read(f"label-studio/{name}.json", strict=True)


def test_a_shortened_quote_is_corrected_and_named():
    project = read("label-studio/one_granularity.json")
    assert (project.used, project.left) == (200, ())
    assert {words for *_, words in said(project)} == {"trades"}
    assert any("task 100" in note and "'trades' in the text" in note for note in project.notes)


@pytest.mark.parametrize(
    ("name", "why"), [("code_missing", "a reference to a code"), ("one_past", "offsets 35 to 9999")]
)
def test_one_bad_selection_of_refi_qda_costs_no_other(name, why):
    project = read(f"refi-qda/{name}.qdpx")
    assert (project.rows, project.used) == (2, 1)
    assert [words for *_, words in said(project)] == ["Norland"]
    assert why in project.left[0].why


def test_a_user_who_is_not_listed_is_a_coder_all_the_same():
    project = read("refi-qda/user_unknown.qdpx")
    ((_, coder, _, words),) = said(project)
    assert words == "Norland"
    assert coder.endswith("4D")
    assert any(coder in note for note in project.notes)


# --- offsets, texts ---------------------------------------------------------------------------


def test_words_tell_the_unit_where_nothing_is_quoted():
    project = read("refi-qda/nvivo_u16_noname.qdpx")
    assert [words for *_, words in said(project)] == ["Norland trades", "fear the levy"]
    assert project.offsets == "utf-16"
    assert any("utf-16" in note and "edges of words" in note for note in project.notes)
    (one,) = said(read("doccano/emoji_cp.jsonl"))
    assert (one[2], one[3]) == ({"label": ("binds",)}, "trades")
    (one,) = said(read("doccano/u16_2290b.jsonl"))
    assert (one[2], one[3]) == ({"label": ("goods",)}, "barrels")
    assert "not sure" in read("doccano/u16_2290b.jsonl").notes[0]


def test_a_text_is_found_by_the_name_of_its_file():
    assert [words for *_, words in said(read("refi-qda/path_bare.qdpx"))] == ["Norland"]


def test_emoji_and_line_ends_of_both_kinds_stay_right():
    assert [w for *_, w in said(read("label-studio/crlf_emoji.json"))] == [
        "Norland trades", "Ice ends it",
    ]  # fmt: skip
    assert [w for *_, w in said(read("label-studio/emoji_u16.json"))] == [
        "trades with Sudmark", "fear the levy",
    ]  # fmt: skip


# --- whole kinds of work ----------------------------------------------------------------------


def test_pages_are_read_as_text_without_markup():
    project = read("label-studio/hypertext.json")
    assert [words for *_, words in said(project)] == ["Norland trades with Sudmark"]
    assert project.documents[0].text.startswith("Port\n\nNorland trades")


def test_predictions_are_taken_when_asked_for():
    assert said(read("label-studio/predictions_only.json")) == []
    (one,) = said(read("label-studio/predictions_only.json", predictions=True))
    assert one[1:] == ("gpt-x", {"label": ("binds",)}, "trades with Sudmark")


def test_sentences_of_one_file_are_units_of_one_document(tmp_path):
    project = read("label-studio/sentence_tasks.json")
    assert [d.id for d in project.documents] == ["talk.txt"]
    assert [a.unit for c in project.codings for a in c.annotations] == ["task-1", "task-2"]
    import_project(project, tmp_path / "corpus")
    claims = (tmp_path / "corpus/coders/1/claims.csv").read_text(encoding="utf-8")
    assert "talk.txt.task-1" in claims
    assert "talk.txt.task-2" in claims


def test_cancelled_work_stays_out():
    project = read("label-studio/cancelled.json")
    assert [one[1:] for one in said(project)] == [
        ("1", {"label": ("binds",)}, "trades with Sudmark")
    ]
    assert [c.coder for c in project.codings] == ["1", "3"]


def test_label_studio_s_csv_has_its_spans_in_a_cell():
    project = read("label-studio/ls.csv")
    assert [one[1:] for one in said(project)] == [
        ("ana@example.org", {"label": ("binds",)}, "trades"),
        ("ana@example.org", {"sentiment": ("positive",)}, ""),
        ("bo@example.org", {"sentiment": ("negative", "mixed")}, ""),
    ]
    project = read("label-studio/ls.csv", columns={"sentiment": ""})
    assert [one[2] for one in said(project)] == [{"label": ("binds",)}]


# --- nothing lost without a name --------------------------------------------------------------


def test_catma_7_has_its_tags_and_pieces():
    project = read("web/catma7")
    assert [(one[1], one[2]["T_1"], one[3]) for one in said(project)] == [
        ("ana", ("TAG_BINDS",), "trades"), ("ana", ("TAG_DIVIDES",), "Both levy"),
    ]  # fmt: skip
    assert [len(a.spans) for c in project.codings for a in c.annotations] == [1, 2]


def test_codes_of_annotation_blocks_stand_in_their_interpretations():
    project = read("web/tei_block.xml")
    assert [(one[2], one[3]) for one in said(project)] == [
        ({"interp": ("binds",)}, "trades with Sudmark"), ({"interp": ("divides",)}, "fear"),
    ]  # fmt: skip


def test_a_target_that_names_no_document_is_of_its_file():
    project = read("web/recogito_js.json")
    assert said(project) == [("recogito_js", "ana", {"tag": ("binds",)}, "trades with")]


# --- tables -----------------------------------------------------------------------------------


def test_quotations_of_atlas_ti():
    project = read("tables/atlas_quotations.csv")
    # "Bonds: Trade", "Bonds: Harbour", "Splits: Levy", "Speaker: author" and "Speaker: other"
    assert (codes(project).total(), len(codes(project))) == (5, 5)
    assert Counter(coder for _, coder, _, _ in said(project)) == {"Ana": 2, "Bo": 1}


def test_segments_of_maxqda():
    project = read("tables/maxqda_segments.csv")
    assert Counter(coder for _, coder, _, _ in said(project)) == {"ANA": 2, "BO": 1}
    (frame,) = [v for v in project.variables if v.name == "frame"]
    assert [(c.code, c.parent) for c in frame.codes] == [
        ("Bonds", ""), ("Trade", "Bonds"), ("Harbour", "Bonds"), ("Splits", ""),
        ("Levy", "Splits"),
    ]  # fmt: skip
    assert codes(project) == {"Trade": 1, "Harbour": 1, "Levy": 1}


def test_excerpts_of_dedoose():
    project = read("tables/dedoose_excerpts.csv")
    assert codes(project) == {"Bonds": 1, "Trade": 1, "Splits": 1}
    (frame,) = [v for v in project.variables if v.name == "frame"]
    assert {c.code: c.parent for c in frame.codes} == {"Bonds": "", "Trade": "Bonds", "Splits": ""}
    spans = [a.spans[0] for c in project.codings for a in c.annotations]
    assert [(s.start, s.end) for s in spans] == [(10, 32), (40, 53)]


def test_rqda_mturk_figure_eight_and_hypothesis():
    rqda = read("tables/rqda_codingtable.csv")
    assert codes(rqda) == {"Trade": 1, "Levy": 1}
    assert [a.spans[0].start for c in rqda.codings for a in c.annotations] == [10, 40]
    mturk = read("tables/mturk.csv")
    assert [one[:3] for one in said(mturk)] == [
        ("d1", "W1", {"frame": ("binds",)}), ("d2", "W1", {"frame": ("divides",)}),
    ]  # fmt: skip
    assert "rejected" in mturk.left[0].why
    eight = read("tables/figure_eight.csv")
    assert [(d.id, d.text) for d in eight.documents] == [("a1", "Norland trades.")]
    assert codes(eight) == {"binds": 2, "divides": 1}
    assert "test question" in eight.left[0].why
    pages = read("tables/hypothesis_client.csv")
    assert [(one[1], one[2]) for one in said(pages)] == [
        ("ana", {"frame": ("binds", "trade")}), ("bo", {"frame": ("divides",)}),
    ]  # fmt: skip
    assert "reply" in pages.left[0].why


def roles(project, folder):
    outcome = import_project(project, folder)
    return outcome, (folder / "codebook.toml").read_text(encoding="utf-8")


def test_the_frame_is_no_id(tmp_path):
    outcome, _ = roles(read("tables/simpledorff.csv"), tmp_path / "a")
    assert any("annotation is the frame" in note for note in outcome.notes)
    outcome, _ = roles(read("tables/mturk.csv"), tmp_path / "b")
    assert any("frame is the frame" in note for note in outcome.notes)


def test_one_differing_date_costs_its_own_document_only(tmp_path):
    outcome, _ = roles(read("tables/date_differs.csv"), tmp_path / "a")
    assert outcome.undated == [(2, "a")]
    assert any("'2001' in row 2, '2001-05' in row 3" in note for note in outcome.notes)


def test_ids_that_a_spreadsheet_rounded_are_two_documents():
    project = read("tables/excel_ids.csv")
    assert [d.id for d in project.documents] == ["1.23E+15", "1.23E+15 (2)", "01-Feb", "00012"]
    assert any("1.23E+15, 01-Feb" in note for note in project.notes)


def test_an_empty_rating_is_no_rating_and_in_a_unit_none_was_found(tmp_path):
    project = read("tables/nltk2865.csv")
    assert codes(project).total() == 7
    assert {(c.document, c.coder) for c in project.codings} == {
        ("d0", "r0"), ("d1", "r0"), ("d2", "r0"), ("d0", "r1"), ("d1", "r1"), ("d1", "r2"),
        ("d2", "r2"),
    }  # fmt: skip
    none = read("tables/nltk2865.csv", blank="none")
    assert ("d2", "r1") in {(c.document, c.coder) for c in none.codings}
    outcome = import_project(read("agreement/blank-units.csv"), tmp_path / "corpus")
    assert (outcome.taken, outcome.blank_units) == ({"claims": 2}, 3)


def test_doccano_s_csv_and_taguette_s():
    project = read("doccano/class.csv")
    assert [(d.id, d.text) for d in project.documents] == [("1", "Norland trades."), ("2", "Levy!")]
    assert said(project)[0][2] == {"label": ("binds", "economy")}
    tags = read("taguette/taguette_all_tags.csv")
    assert len(said(tags)) == 4
    assert [d.id for d in tags.documents] == ["letter one.docx", "letter two.pdf"]


# --- new sources ------------------------------------------------------------------------------


def test_taguette_s_project():
    project = read("taguette/taguette.sqlite3")
    assert [(one[2]["tag"], one[3]) for one in said(project)] == [
        (("binds.harbour", "interesting"), "share a harbour ⚓️"),
        (("binds.trade",), "They trade each spring"),
        (("divides",), "fears the levy"),
        (("divides",), "nothing binds them"),
    ]
    assert [left.why for left in project.left] == ["they have no tag"]
    assert len(project.variables[0].codes) == 4


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("argilla2.json", [("r1", "u1", {"frame": ("binds",)}, "")]),
        ("conll.conll", [("conll", "conll", {"type": ("ACT",)}, "Norland")]),
        ("llm_list.jsonl", [("d1", "m-1", {"frames": ("binds", "economy")}, "")]),
        ("llm_nested.jsonl", [("d1", "gpt", {"frame": ("binds",), "tone": ("warm",)}, "")]),
        ("openai_batch.jsonl", [("d1", "m", {"frame": ("binds",)}, "")]),
        ("spacy_train.json", [("spacy_train", "spacy_train", {"label": ("actor",)}, "Norland")]),
    ],
)
def test_other_sources(name, right):
    assert said(read(f"other/{name}")) == right


def test_a_model_that_found_nothing_read_the_document():
    codings = read("other/llm_list.jsonl").codings
    assert [(c.document, c.coder, len(c.annotations)) for c in codings] == [
        ("d1", "m-1", 1), ("d2", "m-1", 0),
    ]  # fmt: skip


def test_columns_that_change_places_do_so_at_once(tmp_path):
    file = tmp_path / "t.csv"
    file.write_text("document,coder,frame,tone\na,x,warm,trade\na,y,cold,levy\n", encoding="utf-8")
    swap = {"frame": "tone", "tone": "frame"}
    project = read_files("csv", [file], Options(columns=swap))
    assert codes(project) == {"trade": 1, "levy": 1}
    assert import_project(project, tmp_path / "c", Wishes(names=NameMap())).taken == {"claims": 2}
