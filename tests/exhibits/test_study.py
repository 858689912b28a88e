"""What a study offers to exhibits of several chapters: places, voices, statements of others."""

from pathlib import Path

import pytest

from frameline.exhibits import exhibit, study
from frameline.exhibits.registry import name_files

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def narrowed():
    return study("argument", DATA, voice="own", draws=100)


def test_what_compares_voices_counts_all_of_them_whichever_is_chosen(narrowed):
    shown = exhibit("voices", narrowed)
    every = narrowed.in_all_voices()
    assert len(every.claims) > len(narrowed.claims)
    assert shown.filter == every.filter != narrowed.filter
    assert narrowed.findings["claims.count"].value == len(every.claims)
    assert set(shown.evidence) == set(every.claims["claim_id"])


def test_a_statement_at_a_place_names_what_it_is_about():
    texts = study("steps", DATA, draws=100)
    exhibit("step-tests", texts)
    made = [found for found in texts.findings if found.key.startswith("statement.mix.")]
    assert made
    for found in made:
        named = {piece.key.removeprefix("name.") for piece in found.segments
                 if piece.key.startswith("name.")}  # fmt: skip
        assert found.key == "statement.mix." + ".".join(sorted(named, key=found.key.index))


def test_statements_about_other_texts_are_not_quoted():
    texts = study("robustness", DATA, draws=100)
    made = {"value": "It leans.", "unit": "text", "chapter": "steps"}
    named = [{"text": "Another text", "key": "name.another"}, {"text": " leans."}]
    texts.findings.know([{"key": "statement.mix", **made}])
    assert [found.key for found in texts.quotable()] == ["statement.mix"]
    assert exhibit("quoted-statements", texts).sentences
    texts.findings.know([{"key": "statement.turn", **made, "segments": named}])
    assert texts.quotable() == []
    assert not exhibit("quoted-statements", texts).blocks


def test_two_exhibits_of_one_name_are_refused():
    files = [Path("steps/step_tests.py"), Path("words/step_tests.py")]
    with pytest.raises(ValueError, match="two exhibits named 'step-tests'"):
        name_files(files)


def test_an_unknown_role_names_those_there_are():
    with pytest.raises(ValueError, match=r"did you mean.*known: claims\.frame, .*claims\.unit_id"):
        study("argument", DATA).has("claims.frames")
