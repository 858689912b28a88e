"""Two versions of a codebook, and a corpus that follows the new one."""

import json
import shutil
from pathlib import Path

import pandas as pd
import pytest

from frameline.cli import main
from frameline.corpus import read_corpus
from frameline.corpus.codebook import make_codebook, read_codebook
from frameline.exchange.files.error import ExchangeError
from frameline.exchange.incoming.beginning import new_corpus
from frameline.exchange.incoming.mapping import NameMap, read_map
from frameline.exchange.review.recoding import recode_corpus
from frameline.exchange.review.versions import as_map, compare, touched


def book(*variables, version="1"):
    return make_codebook({"version": version, "variables": list(variables)})


def variable(name, *codes, **more):
    entries = [c if isinstance(c, dict) else {"code": c} for c in codes]
    return {"name": name, "codes": entries, **more}


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    folder = tmp_path_factory.mktemp("example") / "corpus"
    new_corpus(folder)
    return folder


@pytest.fixture
def newer(example, tmp_path):
    """The example with a codebook in which fish is trade and kinship is gone."""
    folder = Path(shutil.copytree(example, tmp_path / "newer"))
    text = (folder / "codebook.toml").read_text().replace('code = "fish"', 'code = "trade"')
    start = text.index('[[variables.codes]]\ncode = "kinship"')
    text = text[:start] + text[text.index("[[variables]]", start) :]
    (folder / "codebook.toml").write_text(text.replace('version = "1.0"', 'version = "1.1"'))
    return folder


def kinds(old, new, names=None):
    return [(c.change, c.variable, c.code, c.now) for c in compare(old, new, names)]


def test_added_removed_renamed_redefined():
    old = book(variable("frame", "a", {"code": "b", "label": "Bee"}, {"code": "c"}, "d"))
    new = book(
        variable("frame", "a", {"code": "bee", "label": "Bee"}, {"code": "c", "definition": "C."}),
        variable("tone", "x"),
    )
    assert kinds(old, new) == [
        ("renamed", "frame", "b", "bee"),
        ("redefined", "frame", "c", "c"),
        ("removed", "frame", "d", ""),
        ("added", "", "", "tone"),
    ]
    assert kinds(old, old) == []


def test_a_variable_under_another_name_and_one_that_is_gone():
    old = book(variable("driver", "a", "b"), variable("x", "p"))
    new = book(variable("frame", "a", "b", "c"))
    assert kinds(old, new) == [
        ("renamed", "driver", "", "frame"),
        ("added", "frame", "", "c"),
        ("removed", "x", "", ""),
    ]


def test_a_map_says_what_was_merged():
    old, new = book(variable("frame", "a", "b", "c")), book(variable("frame", "a", "z"))
    names = NameMap(codes={"frame": {"b": "z", "c": "z"}})
    assert kinds(old, new, names) == [
        ("merged", "frame", "b", "z"),
        ("merged", "frame", "c", "z"),
    ]
    into = NameMap(codes={"frame": {"b": "a", "c": "a"}})
    assert {change for change, *_ in kinds(old, book(variable("frame", "a")), into)} == {"merged"}


def test_rows_that_have_what_is_gone(example, newer):
    changes = compare(
        read_codebook(example / "codebook.toml"), read_codebook(newer / "codebook.toml")
    )
    found = {c.change: c for c in touched(changes, newer)}
    assert (found["renamed"].code, found["renamed"].rows) == ("fish", 10)
    assert found["removed"].where == "coders/ana/claims.csv 7-9; coders/bo/claims.csv 8, 10"


def test_the_printed_map_is_a_map(tmp_path):
    old = book(variable("a b", {"code": 'x"y', "label": "X"}, "z", "k"))
    new = book(variable("frame", {"code": "x", "label": "X"}, "z", "k"))
    file = tmp_path / "map.toml"
    file.write_text(as_map(compare(old, new)))
    assert read_map(file) == NameMap(columns={"a b": "frame"}, codes={"frame": {'x"y': "x"}})
    assert as_map([]) == ""


def test_the_command_compares_and_fails_while_rows_lag(example, newer, capsys):
    assert main(["check", str(newer), "--against", str(example)]) == 1
    said = capsys.readouterr().out
    assert "15 rows" in said
    assert '"fish" = "trade"' in said
    assert main(["check", str(example), "--against", str(example / "codebook.toml")]) == 0
    assert "no changes" in capsys.readouterr().out
    main(["check", str(newer), "--against", str(example), "--format", "json"])
    assert {row["change"] for row in json.loads(capsys.readouterr().out)} == {"renamed", "removed"}
    main(["check", str(newer), "--against", str(example), "--format", "csv"])
    assert capsys.readouterr().out.startswith("change,layer,variable,code,now,rows,where\n")
    assert main(["check", str(newer), "--map", "x.toml"]) == 1


def test_a_corpus_follows_the_new_version(example, newer, tmp_path, capsys):
    file = tmp_path / "map.toml"
    file.write_text('[codes.frame]\n"fish" = "trade"\n"kinship" = "upkeep"\n')
    words = ["import", "corpus", str(example), "--into", str(tmp_path / "out")]
    words += ["--map", str(file), "--codebook", str(newer / "codebook.toml")]
    assert main(words) == 0, capsys.readouterr().err
    before, after = read_corpus(example), read_corpus(tmp_path / "out")
    to = {"fish": "trade", "kinship": "upkeep", "upkeep": "upkeep"}
    assert after.codings["bo"]["frame"].tolist() == [to[c] for c in before.codings["bo"]["frame"]]
    pd.testing.assert_frame_equal(after.units, before.units)
    assert after.coders["codebook_version"].tolist() == ["1.1", "1.1"]
    assert main(["check", str(tmp_path / "out"), "--against", str(example)]) == 0
    assert read_corpus(example).codebook.version == "1.0", "the old corpus stays"


def test_sets_of_codes_and_columns_follow_too(example, tmp_path):
    old = Path(shutil.copytree(example, tmp_path / "old"))
    text = (old / "codebook.toml").read_text()
    (old / "codebook.toml").write_text(text.replace("multiple = false", "multiple = true", 1))
    table = old / "coders/ana/claims.csv"
    table.write_text(table.read_text().replace(",fish,", ",fish;kinship,", 1))
    codebook = tmp_path / "new.toml"
    codebook.write_text(
        (old / "codebook.toml").read_text().replace('name = "frame"', 'name = "reason"')
    )
    names = NameMap({"frame": "reason"}, codes={"reason": {"fish": "kinship"}})
    recode_corpus(old, tmp_path / "out", names, codebook)
    first = read_corpus(tmp_path / "out").codings["ana"]["reason"].tolist()
    assert first[2] == "kinship", "a merged set holds each code once"


@pytest.mark.parametrize(
    ("names", "with_book", "said"),
    [
        (NameMap(codes={"frame": {"fish": "trade"}}), False, "new version with --codebook"),
        (NameMap(codes={"frame": {"fish": "trade"}}), True, "what became of each old code"),
        (NameMap(coders={"ana": "eva"}), True, "coders"),
        (NameMap(columns={"frame": "valence"}), True, "only codes can be merged"),
    ],
)
def test_a_corpus_that_would_not_fit_is_not_written(
    example, newer, tmp_path, names, with_book, said
):
    codebook = newer / "codebook.toml" if with_book else None
    with pytest.raises(ExchangeError, match=said):
        recode_corpus(example, tmp_path / "out", names, codebook)
    assert not (tmp_path / "out").exists()


def test_a_version_that_is_none(example, tmp_path, capsys):
    assert main(["check", str(example), "--against", str(tmp_path)]) == 1
    assert "no such file" in capsys.readouterr().err
    broken = tmp_path / "codebook.toml"
    broken.write_text("[[variables]]\n")
    assert main(["check", str(example), "--against", str(broken)]) == 1
    assert "name of its column" in capsys.readouterr().err
