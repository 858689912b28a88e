"""Codebooks: reading, roles and flags, what is wrong with one, codebooks made from tables."""

import pickle
import re
from pathlib import Path

import pandas as pd
import pytest

from frameline.corpus.codebook import (
    FLAGS,
    ROLES,
    Code,
    Codebook,
    CodebookError,
    Variable,
    parse_condition,
    read_codebook,
)

DATA = Path(__file__).parents[1] / "data" / "codebook.toml"
RIVER = Path(__file__).parent / "corpora" / "river" / "codebook.toml"
SMALL = """
[[variables]]
name = "why"
role = "frame"
[[variables.codes]]
code = "a"
[[variables.codes]]
code = "b"
"""


@pytest.fixture
def write(tmp_path):
    """Write a codebook and hand back its path."""

    def written(text, encoding="utf-8"):
        path = tmp_path / "codebook.toml"
        path.write_bytes(text.encode(encoding))
        return path

    return written


def problems(path):
    with pytest.raises(CodebookError) as caught:
        read_codebook(path)
    return caught.value.problems


def test_roles_are_found_whatever_the_columns_are_called():
    book = read_codebook(RIVER)
    assert book.role("frame").name == "reason"
    assert book.role("voice", "labels").name == "speaker"
    assert book.role("argument") is None
    assert book.variable("spot", "labels").role == "place"
    assert (book.dyad.a, book.dyad.b, book.dyad.label) == (
        "Norland",
        "Sudmark",
        "Norland and Sudmark",
    )
    with pytest.raises(KeyError, match="reason, pull, speaker"):
        book.variable("driver")


def test_variables_answer_for_charts():
    frame = read_codebook(RIVER).role("frame")
    assert frame.order == ["water", "trade", "pride", "treaty"]
    assert frame.labels["water"] == "The water itself"
    assert frame.shorts["water"] == "water"
    assert frame.colours["water"] == "#1b6ca8"
    assert frame.groups == dict.fromkeys(["trade", "pride", "treaty"], "People") | {
        "water": "Nature"
    }


def test_a_code_has_a_plain_phrase_or_its_short_label(write):
    frame = read_codebook(write(SMALL + 'short = "B"\nplain = "by boat"\n')).role("frame")
    assert frame.plain == {"a": "a", "b": "by boat"}
    assert read_codebook(RIVER).role("frame").plain["water"] == "water"
    assert problems(write(SMALL + "plain = 7\n"))[0].place == "variables[why].codes[b].plain"


def test_a_frame_may_name_no_reason(write):
    frame = read_codebook(write(SMALL + "unspecific = true\n")).role("frame")
    assert (frame.order, frame.reasons) == (["a", "b"], ["a"])
    assert read_codebook(write(SMALL)).role("frame").reasons == ["a", "b"]
    other = SMALL.replace('"frame"', '"theatre"') + "unspecific = true\n"
    assert problems(write(other))[0].place == "variables[why].codes[b].unspecific"


#: Roles whose codes a report puts into sentences.
SAID = (
    *("frame", "valence", "direction", "function", "argument", "voice", "stance", "theatre"),
    *("durability", "forecast", "forecast_condition", "forecast_horizon", "forecast_certainty"),
    *("addressee", "instrument", "goal", "explicitness", "strategy"),
)


def test_the_projects_codes_have_plain_phrases():
    book = read_codebook(DATA)
    said = [book.role(role) for role in SAID]
    said += [book.role(role, "documents") for role in ("verdict", "durability", "vantage")]
    said += [book.role("voice", "labels"), book.role("label", "labels")]
    for variable in said:
        assert all(code.plain for code in variable.codes), variable.name
        assert len(set(variable.plain.values())) == len(variable.codes), variable.name
        assert not any("'" in phrase for phrase in variable.plain.values()), variable.name
    assert set(book.role("frame").order) - set(book.role("frame").reasons) == {"NON"}


@pytest.mark.parametrize("layer", ["claims", "documents"])
def test_the_steps_of_durability_share_no_word_with_the_verdicts(layer):
    book = read_codebook(DATA)
    scale, verdict = book.role("durability", layer), book.role("verdict", "documents")
    judged = {
        word for code in verdict.codes for word in f"{code.label} {code.code}".lower().split()
    }
    judged |= {word for code in verdict.order for word in code.split("-")}
    for code in scale.codes:
        assert not judged & {*f"{code.label} {code.short} {code.plain}".lower().split()}, code.code
    assert not judged & {*re.findall(r"[a-z]+", scale.question.lower())}
    assert scale.codes[0].short in scale.question
    assert scale.codes[-1].short in scale.question


def test_flags_tell_one_from_true():
    book = read_codebook(RIVER)
    assert book.role("valence").flag("sign") == {"plus": 1, "minus": -1, "both": 0}
    assert book.role("valence").flagged("sign", 1) == ["plus"]
    assert book.role("valence").flagged("sign", 0) == ["both"]
    assert book.role("valence").flagged("sign") == []  # True is no sign
    assert book.role("voice").flagged("own") == ["writer"]
    assert book.role("function").flagged("verdict") == ["what", "why"]


def test_the_projects_codebook_fills_every_role_the_report_asks_for():
    book = read_codebook(DATA)
    for layer, roles in ROLES.items():
        for role in roles:
            assert book.role(role, layer) is not None, (layer, role)
    for (layer, role), flags in FLAGS.items():
        variable = book.role(role, layer)
        for flag in flags:
            assert variable.flag(flag), (layer, role, flag)
    examples = [code.example for variable in book.variables for code in variable.codes]
    assert all(len(example.split()) <= 8 for example in examples)


def test_digest_follows_content_not_layout(write):
    plain = read_codebook(write(SMALL)).digest
    assert read_codebook(write("# a comment\n\n" + SMALL)).digest == plain
    assert read_codebook(write(SMALL.replace("\n", "\r\n"))).digest == plain
    assert read_codebook(write("\ufeff" + SMALL)).digest == plain
    assert read_codebook(write(SMALL.replace('"b"', '"c"'))).digest != plain
    swapped = SMALL.replace('"a"', '"z"').replace('"b"', '"a"').replace('"z"', '"b"')
    assert read_codebook(write(swapped)).digest != plain
    flagged = SMALL.replace('role = "frame"', 'role = "valence"') + "sign = 1\n"
    assert read_codebook(write(flagged)).digest != read_codebook(write(flagged[:-2] + "0")).digest


def test_keywords_name_a_code(write):
    book = read_codebook(write(SMALL + 'keywords = ["u.s.", "don\'t", "нефть"]\n'))
    assert book.role("frame").keywords == {"b": ("u.s.", "don't", "нефть")}
    assert book.digest != read_codebook(write(SMALL)).digest
    assert read_codebook(RIVER).role("frame").keywords == {}


def test_the_projects_frames_have_keywords():
    frame = read_codebook(DATA).role("frame")
    assert set(frame.order) - set(frame.keywords) == {"NON"}
    assert all(len(words) >= 8 for words in frame.keywords.values())


@pytest.mark.parametrize(
    ("text", "place", "todo"),
    [
        (SMALL + '[[variables.codes]]\ncode = "a"\n', "variables[why].codes[a]", "rename one"),
        (SMALL + SMALL.replace('"why"', '"wherefore"'), "variables[wherefore].role", "why has"),
        (SMALL + SMALL.replace('role = "frame"\n', ""), "variables[why]", "rename one"),
        (SMALL + "own = true\n", "variables[why].codes[b].own", "remove this flag"),
        (SMALL + 'colour = "blue"\n', "variables[why].codes[b].colour", "six hex digits"),
        (SMALL + 'colour = "#12345"\n', "variables[why].codes[b].colour", "six hex digits"),
        (SMALL + "label = 7\n", "variables[why].codes[b].label", "quotation marks"),
        (SMALL + "keywords = 'oil'\n", "variables[why].codes[b].keywords", "as one word"),
        (SMALL + "keywords = ['Oil']\n", "variables[why].codes[b].keywords", "as one word"),
        (SMALL + "keywords = ['oil gas']\n", "variables[why].codes[b].keywords", "as one word"),
        (SMALL + "keywords = ['x', 'x']\n", "variables[why].codes[b].keywords", "b has this"),
        (
            SMALL.replace('role = "frame"', "") + "keywords = ['oil']\n",
            "variables[why].codes[b].keywords",
            "remove this key",
        ),
        (SMALL.replace('"b"', '"b;c"'), "variables[why].codes[b;c]", "plain name"),
        (SMALL.replace('"b"', '" b"'), "variables[why].codes[ b]", "plain name"),
        (SMALL.replace('"frame"', '"farme"'), "variables[why].role", "choose a role"),
        (SMALL.replace('role = "frame"', 'layer = "claim"'), "variables[why].layer", "a layer"),
        (SMALL.replace('role = "frame"', 'level = "ratio"'), "variables[why].level", "a level"),
        (SMALL.replace('role = "frame"', 'required = "yes"'), "variables[why].required", "true or"),
        (SMALL.replace('role = "frame"', 'when = "x=1"'), "variables[why].when", "same layer"),
        (SMALL.replace('role = "frame"', 'when = "why=q"'), "variables[why].when", "a code"),
        (SMALL.replace('role = "frame"', 'when = "always"'), "variables[why].when", "variable="),
        (
            SMALL.replace('role = "frame"', 'colour = "#000000"'),
            "variables[why]",
            "rename this key",
        ),
        (SMALL.replace('name = "why"', ""), "variables[?]", "name of its column"),
        ("variable = 1\n" + SMALL, "variable", "remove or rename"),
        ("dyad = 1\n" + SMALL, "dyad", "three texts"),
        ("title = 1\n" + SMALL, "title", "quotation marks"),
        (SMALL + "[[rules]]\ntitle = 'x'\n", "rules[1]", "add id"),
        (SMALL + "[[changes]]\nversion = '1'\nrows = [1]\n", "changes[1]", "list the ids"),
        ('title = "no variables"\n', "variables", "add a [[variables]]"),
        ("variables = 3\n", "variables", "as a table"),
        ("[[variables]]\nname = 'x'\ncodes = ['a']\n", "variables.codes", "write tables"),
        ("title = \n", "", "correct the file"),
    ],
)
def test_every_problem_names_its_place_and_remedy(write, text, place, todo):
    found = problems(write(text))
    assert (found[0].place, todo in found[0].todo) == (place, True), found


@pytest.mark.parametrize("sign", ["2", "true", '"1"', "0.5"])
def test_signs_are_one_of_three_numbers(write, sign):
    text = SMALL.replace('"frame"', '"valence"') + f"sign = {sign}\n"
    assert problems(write(text))[0].place == "variables[why].codes[b].sign"


def test_all_problems_come_at_once(write):
    text = SMALL + 'own = true\ncolour = "red"\n[[variables.codes]]\ncode = "a"\n'
    assert len(problems(write(text))) == 3


def test_a_file_in_another_encoding_is_refused(write):
    assert problems(write('title = "Gespräch"\n' + SMALL, "latin-1"))[0].allowed == "UTF-8"


def test_conditions():
    assert parse_condition("") is None
    either = parse_condition("modality=conditional|possibility")
    assert either.holds("possibility")
    assert not either.holds("assertion")
    assert not either.holds("")
    assert parse_condition("theatre=UN").holds("GULF;UN")
    assert parse_condition("forecast=*").holds("closer")
    for bad in ("x", "=x", "x="):
        with pytest.raises(ValueError, match="cannot read"):
            parse_condition(bad)


def test_variables_and_codes_cannot_be_changed():
    variable = Variable("x", codes=(Code("a"),))
    with pytest.raises(AttributeError):
        variable.name = "y"
    book = read_codebook(RIVER)
    assert pickle.loads(pickle.dumps(book)) == book


def claims(**columns):
    return {"claims": pd.DataFrame(columns)}


def test_a_codebook_from_tables_has_the_codes_found_most_frequent_first():
    book = Codebook.from_tables(claims(driver=["b", "a", "b", ""], odd=["x"] * 4, id=["1"] * 4))
    assert book.role("frame").name == "driver"
    assert book.role("frame").order == ["b", "a"]
    assert book.variable("odd").role == ""
    skipped = Codebook.from_tables(claims(driver=["a"], id=["1"]), skip={"claims": ["id"]})
    assert [variable.name for variable in skipped.variables] == ["driver"]


def test_the_roles_own_name_goes_before_the_usual_one():
    book = Codebook.from_tables(claims(driver=["a"], frame=["b"]))
    assert book.role("frame").name == "frame"
    assert book.variable("driver").role == ""


@pytest.mark.parametrize(
    ("codes", "signs"),
    [
        ("B D A N", [1, -1, 0, None]),
        ("b d n", [1, -1, None]),
        ("Binding DIVIDING ambivalent none", [1, -1, 0, None]),
        ("+ - 0", [1, -1, 0]),
        ("+ \N{MINUS SIGN}", [1, -1]),
        ("1 -1 0", [1, -1, 0]),
        ("positive negative neutral mixed", [1, -1, None, 0]),
        ("plus minus both", [1, -1, 0]),
    ],
)
def test_valence_codes_that_are_recognised(codes, signs):
    found = codes.split()
    book = Codebook.from_tables(claims(valence=found))
    got = book.role("valence").flag("sign")
    assert got == {c: s for c, s in zip(found, signs, strict=True) if s is not None}


@pytest.mark.parametrize("codes", ["warm cold", "B D X", "positive D", "+ - N"])
def test_valence_codes_that_are_not_recognised_have_no_sign(codes):
    book = Codebook.from_tables(claims(valence=codes.split()))
    assert book.role("valence").flag("sign") == {}


def test_voices_called_own_or_author_are_own():
    book = Codebook.from_tables(claims(voice=["Author", "official", "own"]))
    assert set(book.role("voice").flagged("own")) == {"Author", "own"}
