"""Projects into corpus folders: what is written, what is kept, and the way back."""

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given

from frameline.corpus import read_corpus
from frameline.corpus.checks import check_corpus
from frameline.corpus.codebook import read_codebook
from frameline.corpus.texts import check_texts, rebuild
from frameline.exchange.files.error import ExchangeError
from frameline.exchange.incoming.importing import Wishes, import_project
from frameline.exchange.incoming.mapping import NameMap
from frameline.exchange.model.project import (
    Annotation,
    Code,
    Coding,
    Document,
    Project,
    Span,
    Variable,
)
from frameline.exchange.outgoing.exporting import project_of
from tests.exchange.strategies import CODES, examples, projects

TEXT = "Coal for bread, as ever. The guns stood on the pass.\n\nNobody pays the toll. 😀 Why?"
DATED = {"published": "1911-03"}


def marked(text, phrase, layer="claims", **values):
    start = text.index(phrase)
    codes = {name: (code,) for name, code in values.items()}
    return Annotation((Span(start, start + len(phrase)),), codes, layer, quote=phrase)


def small(*annotations, coder="ana", text=TEXT, facts=DATED, variables=()):
    coding = Coding("letter", coder, annotations)
    return Project((Document("letter", text, facts),), (coding,), variables)


def cells(path):
    return pd.read_csv(path, dtype=str, keep_default_na=False).to_dict("records")


@pytest.fixture
def first(tmp_path):
    """A corpus with ana's two claims."""
    project = small(
        marked(TEXT, "Coal for bread", frame="trade", tone="+"),
        marked(TEXT, "The guns stood on the pass.", frame="army", tone="-"),
    )
    import_project(project, tmp_path / "corpus")
    return tmp_path / "corpus"


# The way there and back --------------------------------------------------------------------------


def alike(project):
    """What must survive: order within a coding and white space in quotes need not."""
    documents = {d.id: (d.text, dict(d.facts)) for d in project.documents}
    codings = {}
    for coding in project.codings:
        rows = []
        for a in coding.annotations:
            values = sorted((name, sorted(codes)) for name, codes in a.values.items())  # noqa: PD011
            rows.append((a.spans, values, a.note, a.id, a.layer, "".join(a.quote.split())))
        codings[coding.document, coding.coder] = sorted(rows, key=repr)
    return documents, codings


def holdable(project):
    """The project as a corpus can hold it: names that name one, one row for a whole document."""
    names = [d.facts.get("name") for d in project.documents]
    documents = tuple(
        replace(d, facts={k: v for k, v in d.facts.items() if k != "name" or names.count(v) == 1})
        for d in project.documents
    )
    codings = []
    for coding in project.codings:
        whole = [a for a in coding.annotations if not a.spans][:1]
        rest = tuple(a for a in coding.annotations if a.spans)
        codings.append(replace(coding, annotations=(*whole, *rest)))
    return replace(project, documents=documents, codings=tuple(codings))


@examples(6)
@given(
    projects(
        codes=[code for code in CODES if ";" not in code],
        most_spans=3,
        facts=("name", "title", "author", "published", "outlet"),
    )
)
def test_a_project_comes_back_from_its_corpus(project):
    project = holdable(project)
    if not any(a.spans for coding in project.codings for a in coding.annotations):
        project = replace(project, codings=())
    folder = Path(tempfile.mkdtemp())
    try:
        import_project(project, folder / "c", Wishes(keep_texts=True))
        back = project_of(folder / "c")
        assert alike(back) == alike(project)
        again = import_project(back, folder / "d", Wishes(keep_texts=True))
        assert alike(project_of(folder / "d")) == alike(project)
        assert not again.left
    finally:
        shutil.rmtree(folder)


def test_without_texts_spans_and_phrases_come_back(first):
    project = project_of(first)
    assert [d.text for d in project.documents] == [None]
    found = [(a.spans[0], a.quote) for a in project.codings[0].annotations]
    assert found == [(Span(0, 14), "Coal for bread"), (Span(25, 52), "The guns stood on the pass.")]


# What is written ---------------------------------------------------------------------------------


def test_texts_become_units_that_rebuild_agrees_with(first, tmp_path):
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "letter.txt").write_bytes(TEXT.encode())
    assert check_texts(first, texts).empty
    for name, table in rebuild(first, texts).items():
        if (first / f"{name}.csv").is_file():
            assert table.to_dict("records") == cells(first / f"{name}.csv"), name
    assert [u["unit_id"] for u in cells(first / "units.csv")] == [
        *("letter.P1.s1", "letter.P1.s2", "letter.P2.s1", "letter.P2.s2"),
    ]


def test_no_text_is_copied_unless_asked(first, tmp_path):
    assert not (first / "texts").exists()
    import_project(small(marked(TEXT, "toll", frame="x")), tmp_path / "k", Wishes(keep_texts=True))
    assert (tmp_path / "k/texts/letter.txt").read_bytes() == TEXT.encode()


def test_a_long_span_leaves_eight_words_and_its_place(tmp_path):
    text = "one two three four five six seven eight nine ten. And more."
    import_project(small(marked(text, text, frame="all"), text=text), tmp_path / "c")
    row = cells(tmp_path / "c/coders/ana/claims.csv")[0]
    assert row["anchor"] == "one two three four five six seven eight"
    assert text[int(row["start"]) : int(row["end"])] == row["anchor"]
    assert row["spans"] == f"0-{len(text)}"
    assert "nine" not in (tmp_path / "c/coders/ana/claims.csv").read_text()


def test_the_codebook_of_an_import_keeps_order_colours_and_guesses_roles(tmp_path):
    codes = (Code("zeal", "Zeal", "Fervour.", "#AA0011"), Code("army", colour="red"))
    variables = (Variable("Topic", codes), Variable("sentiment"))
    project = small(
        marked(TEXT, "Coal", Topic="army", sentiment="positive"),
        marked(TEXT, "guns", Topic="zeal", sentiment="negative"),
        variables=variables,
    )
    outcome = import_project(project, tmp_path / "c")
    book = read_codebook(tmp_path / "c/codebook.toml")
    frame, valence = book.role("frame"), book.role("valence")
    assert (frame.name, frame.order) == ("Topic", ["zeal", "army"])
    assert frame.colours == {"zeal": "#AA0011", "army": "#ff0000"}
    assert frame.codes[0].definition == "Fervour."
    assert (valence.name, valence.flag("sign")) == ("sentiment", {"positive": 1, "negative": -1})
    assert "GUESSED" in (tmp_path / "c/codebook.toml").read_text()
    assert any("Topic is the frame" in note for note in outcome.notes)
    assert not any("have no role" in note for note in outcome.notes)


def test_several_codes_and_documents_as_a_whole(tmp_path):
    start = TEXT.index("guns")
    project = small(
        Annotation((Span(start, start + 4),), {"frame": ("army", "pride")}),
        Annotation((), {"slant": ("up",)}, note="overall"),
    )
    import_project(project, tmp_path / "c")
    assert cells(tmp_path / "c/coders/ana/claims.csv")[0]["frame"] == "army;pride"
    whole = cells(tmp_path / "c/coders/ana/documents.csv")
    assert whole == [{"doc_id": "letter", "slant": "up", "note": "overall"}]
    book = read_codebook(tmp_path / "c/codebook.toml")
    assert book.variable("frame").multiple
    assert book.variable("slant", "documents").order == ["up"]


def test_a_coder_who_marked_nothing_has_read_the_text(tmp_path):
    project = small(marked(TEXT, "toll", frame="x"))
    project = replace(project, codings=(*project.codings, Coding("letter", "bo")))
    import_project(project, tmp_path / "c")
    corpus = read_corpus(tmp_path / "c")
    assert corpus.coverage["bo"] == {"letter"}
    assert corpus.codings["bo"].empty


def test_without_text_overlapping_spans_share_a_unit(tmp_path):
    def at(start, end):
        return Annotation((Span(start, end),), {"frame": ("x",)})

    document = Document("d", None, DATED)
    codings = (Coding("d", "a", (at(0, 10), at(30, 40))), Coding("d", "b", (at(5, 12),)))
    import_project(Project((document,), codings), tmp_path / "c")
    spans = [(u["start"], u["end"]) for u in cells(tmp_path / "c/units.csv")]
    assert spans == [("0", "12"), ("30", "40")]
    assert read_corpus(tmp_path / "c").aligned("frame").notna().sum().to_dict() == {"a": 2, "b": 1}


def test_units_that_the_file_names_are_kept(tmp_path):
    rows = tuple(Annotation((), {"frame": ("x",)}, unit=unit) for unit in ("7", "9"))
    codings = (Coding("d", "a", rows), Coding("d", "b", rows[:1]))
    import_project(Project((Document("d", None, DATED),), codings), tmp_path / "c")
    assert [u["unit_id"] for u in cells(tmp_path / "c/units.csv")] == ["d.7", "d.9"]
    back = project_of(tmp_path / "c")
    assert [a.unit for a in back.codings[0].annotations] == ["7", "9"]


def test_dates_from_a_file_from_facts_or_left_for_the_person(tmp_path):
    plain = small(marked(TEXT, "toll", frame="x"), facts={})
    outcome = import_project(plain, tmp_path / "none")
    assert outcome.undated == [(2, "letter")]
    assert check_corpus(tmp_path / "none").empty, "a date may be blank"
    assert cells(tmp_path / "none/documents.csv")[0]["published"] == ""

    dates = tmp_path / "dates.csv"
    dates.write_text("document,date\nletter,1912\nother,1913\n")
    import_project(plain, tmp_path / "given", Wishes(dates=dates))
    assert cells(tmp_path / "given/documents.csv")[0]["published"] == "1912"

    stamped = small(marked(TEXT, "toll", frame="x"), facts={"date": "2015-11-29T08:00:00Z"})
    assert not import_project(stamped, tmp_path / "fact").undated
    assert cells(tmp_path / "fact/documents.csv")[0]["published"] == "2015-11-29"


# Into a corpus that exists -----------------------------------------------------------------------


def test_a_second_coder_joins(first):
    before = {p.name: p.read_bytes() for p in first.glob("*.csv")}
    second = small(marked(TEXT, "Coal for", frame="army", tone="+"), coder="bo")
    outcome = import_project(second, first)
    assert (outcome.known_documents, outcome.documents) == (["letter"], [])
    corpus = read_corpus(first)
    assert list(corpus.codings) == ["ana", "bo"]
    assert corpus.aligned("frame").iloc[0].to_dict() == {"ana": "trade", "bo": "army"}
    after = {p.name: p.read_bytes() for p in first.glob("*.csv")}
    assert after == before, "documents and units are as they were"


def test_the_same_text_under_another_id_is_the_same_document(first):
    project = Project(
        (Document("task-12", TEXT, {}),),
        (Coding("task-12", "bo", (marked(TEXT, "toll", frame="army"),)),),
    )
    outcome = import_project(project, first)
    assert outcome.known_documents == ["letter"]
    assert cells(first / "coders/bo/claims.csv")[0]["doc_id"] == "letter"


def test_a_label_of_the_codebook_stands_for_its_code(first):
    book = first / "codebook.toml"
    book.write_text(book.read_text().replace('label = "army"', 'label = "Arms and men"'))
    outcome = import_project(small(marked(TEXT, "toll", frame="Arms and men"), coder="bo"), first)
    assert cells(first / "coders/bo/claims.csv")[0]["frame"] == "army"
    assert any("Arms and men" in note for note in outcome.notes)


def test_the_final_coding_is_imported_as_such(first):
    names = NameMap(coders={"CURATION_USER": "final"})
    curated = small(marked(TEXT, "Coal", frame="army", tone="-"), coder="CURATION_USER")
    import_project(curated, first, Wishes(names=names))
    corpus = read_corpus(first)
    assert corpus.claims["frame"].tolist() == ["army"]
    assert "final" not in corpus.codings
    assert {coding.coder for coding in project_of(first).codings} == {"ana", "final"}


def test_a_coder_called_after_the_file_is_said(tmp_path):
    project = replace(small(marked(TEXT, "toll", frame="x"), coder="export"), unnamed=("export",))
    outcome = import_project(project, tmp_path / "c")
    assert "no coder is named in the file: 'export' is the file's name" in outcome.notes[0]
    outcome = import_project(project, tmp_path / "c", Wishes(coder="eva"))
    assert not any("no coder" in note for note in outcome.notes)
    assert list(read_corpus(tmp_path / "c").codings) == ["eva", "export"]


def test_names_that_a_corpus_has_itself_are_changed_and_said(tmp_path):
    project = small(marked(TEXT, "toll", sentence="a", votes="b"), facts={**DATED, "words": "many"})
    outcome = import_project(project, tmp_path / "c")
    row = cells(tmp_path / "c/coders/ana/claims.csv")[0]
    assert (row["sentence_code"], row["votes_code"], row["sentence"]) == ("a", "b", "1")
    assert cells(tmp_path / "c/documents.csv")[0]["words_code"] == "many"
    assert sum("is the column" in note for note in outcome.notes) == 3


def test_an_import_of_nothing_useful_still_reads(tmp_path):
    project = Project((Document("d", "", DATED),), (Coding("d", "ana"),))
    outcome = import_project(project, tmp_path / "c")
    assert outcome.taken == {}
    assert read_corpus(tmp_path / "c").claims.empty


def test_a_given_codebook_is_taken_as_it_is(tmp_path, first):
    own = first / "codebook.toml"
    import_project(small(marked(TEXT, "toll", frame="army")), tmp_path / "c", Wishes(codebook=own))
    assert (tmp_path / "c/codebook.toml").read_bytes() == own.read_bytes()
    with pytest.raises(ExchangeError, match="new corpus"):
        import_project(small(coder="bo"), first, Wishes(codebook=own))


def test_new_codes_are_taken_in_only_when_asked(first):
    book = first / "codebook.toml"
    book.write_text(book.read_text().replace('label = "trade"', 'label = "Trade"  # mine'))
    second = small(marked(TEXT, "toll", frame="to;ll", tone="0"), coder="bo")
    with pytest.raises(ExchangeError, match="--add-codes"):
        import_project(second, first)
    before = book.read_text()
    outcome = import_project(second, first, Wishes(add_codes=True))
    assert outcome.notes[-2:] == ["frame: new codes to,ll", "tone: new codes 0"]
    after = book.read_text()
    assert [line for line in before.splitlines() if line not in after.splitlines()] == []
    assert read_codebook(book).variable("frame").order == ["trade", "army", "to,ll"]
    assert cells(first / "coders/bo/claims.csv")[0]["frame"] == "to,ll"


def test_a_codebook_of_another_layout_is_left_to_the_person(first):
    book = first / "codebook.toml"
    book.write_text(
        'title = "x"\nvariables = [{name = "frame", role = "frame", codes = [{code = "trade"},'
        ' {code = "army"}]}, {name = "tone", codes = [{code = "+"}, {code = "-"}]}]\n'
    )
    before = book.read_text()
    with pytest.raises(ExchangeError, match="by hand: toll"):
        import_project(
            small(marked(TEXT, "toll", frame="toll"), coder="bo"), first, Wishes(add_codes=True)
        )
    assert book.read_text() == before


def test_a_file_without_anything_makes_no_corpus(tmp_path):
    with pytest.raises(ExchangeError, match="no document and no code"):
        import_project(Project((), ()), tmp_path / "c")
    assert not (tmp_path / "c").exists()


def test_a_column_that_the_codebook_has_keeps_its_name(tmp_path):
    book = tmp_path / "codebook.toml"
    book.write_text(
        'title = "T"\nversion = "1"\n'
        '[[variables]]\nname = "frame"\nlayer = "claims"\nrole = "frame"\nlabel = "Frame"\n'
        '[[variables.codes]]\ncode = "E"\nlabel = "E"\n'
        '[[variables]]\nname = "confidence"\nlayer = "claims"\nlabel = "Confidence"\n'
        '[[variables.codes]]\ncode = "2"\nlabel = "2"\n',
        encoding="utf-8",
    )
    said = Annotation(values={"frame": ("E",), "confidence": ("2",)})
    project = Project((Document("a"),), (Coding("a", "anna", (said,)),))
    import_project(project, tmp_path / "c", Wishes(codebook=book))
    header, row = (tmp_path / "c/coders/anna/claims.csv").read_text("utf-8").splitlines()
    assert dict(zip(header.lstrip("\ufeff").split(","), row.split(","), strict=True))[
        "confidence"
    ] == "2"  # fmt: skip
