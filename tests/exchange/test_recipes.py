"""Recipes for tables: an invented sample of each, one's own before those shipped, faults named."""

from __future__ import annotations

from pathlib import Path

import pytest

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.formats.registry import read_files
from frameline.exchange.formats.tables import recipes as module
from frameline.exchange.formats.tables.recipes import read_recipes, recipe_for
from frameline.exchange.model.project import Options
from tests.exchange.strategies import accounted

SAMPLES = Path(__file__).parent / "recipes"
SHIPPED = sorted((Path(module.__file__).parent / "recipes").glob("*.toml"))
#: Sample to its documents, coders and codes of the frame (or of the only variable).
RIGHT = {
    "atlas-ti": (2, {"Ana", "Bo"}, 5),
    "dedoose": (2, {"ana", "bo"}, 3),
    "dna": (1, {"1"}, 2),
    "doccano": (2, {"doccano"}, 2),
    "figure-eight": (1, {"w1", "w2"}, 3),
    "hypothesis": (1, {"ana", "bo"}, 3),
    "maxqda": (2, {"ANA", "BO"}, 3),
    "maxqda-german": (2, {"ANA", "BO"}, 2),
    "mturk": (2, {"W1"}, 2),
    "nvivo": (2, {"ANA", "BO"}, 2),
    "qualcoder": (1, {"ana", "bo"}, 2),
    "nvivo-by-file": (2, {"ANA", "BO"}, 2),
    "recogito": (2, {"recogito"}, 4),
    "requal": (1, {"ana", "bo"}, 2),
    "rqda": (1, {"rqda"}, 2),
    "taguette": (2, {"taguette"}, 5),
    "zooniverse": (2, {"ana", "bo", "cy"}, 4),
}


def test_each_recipe_has_a_sample():
    assert {path.stem for path in SHIPPED} == set(RIGHT)


@pytest.mark.parametrize("name", RIGHT)
def test_each_sample_is_read_by_its_recipe(name):
    project = read_files("csv", [SAMPLES / f"{name}.csv"], Options())
    assert accounted(project)
    assert not [left for left in project.left if left.fault]
    header = [e.why for e in project.explained if "recipe" in e.why]
    assert header, "a recipe was used"
    documents, coders, codes = RIGHT[name]
    said = [(c.coder, a) for c in project.codings for a in c.annotations]
    assert (len(project.documents), {coder for coder, _ in said}) == (documents, coders)
    main = {"doccano": "label", "zooniverse": "T0"}.get(name, "frame")
    assert sum(len(a.values.get(main, ())) for _, a in said) == codes


def test_anchors_of_recogito_are_places_and_no_quotes():
    project = read_files("csv", [SAMPLES / "recogito.csv"], Options())
    said = [a for c in project.codings for a in c.annotations]
    assert [(a.quote, [(s.start, s.end) for s in a.spans]) for a in said] == [
        ("Norland", [(10, 17)]), ("levy", [(45, 49)]), ("ice", []),
    ]  # fmt: skip
    assert ["in a picture" in left.why for left in project.left] == [True]


def test_places_of_requal_count_from_one():
    project = read_files("csv", [SAMPLES / "requal.csv"], Options())
    said = [a for c in project.codings for a in c.annotations]
    assert [(a.spans[0].start, a.spans[0].end) for a in said] == [(0, 22), (40, 53)]
    assert [len(a.quote) for a in said] == [22, 13]


def test_nodes_and_files_of_nvivo_are_told_apart_by_their_cells():
    for name in ("nvivo", "nvivo-by-file"):
        project = read_files("csv", [SAMPLES / f"{name}.csv"], Options())
        assert [d.id for d in project.documents] == ["Letter one", "Letter two"]
        (frame,) = [v for v in project.variables if v.name == "frame"]
        assert [(c.code, c.parent) for c in frame.codes] == [
            ("Bonds", ""), ("Trade", "Bonds"), ("Splits", ""), ("Levy", "Splits"),
        ]  # fmt: skip


def test_short_rows_of_qualcoder_have_fewer_categories():
    project = read_files("csv", [SAMPLES / "qualcoder.csv"], Options())
    first, second = (a for c in project.codings for a in c.annotations)
    assert first.values["category above 2"] == ("Ties",)
    assert "category above 2" not in second.values
    assert project.documents[0].facts["year"] == "1950"
    assert [left.why == "a coding of a picture" for left in project.left] == [True]


def test_tasks_of_zooniverse_may_hold_others():
    project = read_files("csv", [SAMPLES / "zooniverse.csv"], Options())
    said = [dict(a.values) for c in project.codings for a in c.annotations]
    assert said[1] == {"T0": ("trade", "harbour"), "T1": ("c1",)}
    assert said[2] == {"T0": ("trade",), "T2": ("LEVY",)}


def test_parents_of_codes_are_kept_in_both_languages():
    for name, parents in (("maxqda", {"Trade": "Bonds"}), ("maxqda-german", {"Handel": "Bindung"})):
        project = read_files("csv", [SAMPLES / f"{name}.csv"], Options())
        (frame,) = [v for v in project.variables if v.name == "frame"]
        assert {c.code: c.parent for c in frame.codes}.items() >= parents.items()


OWN = """
name = "ours"
header = ["Blatt", "Kuerzel"]
merge = ""
[columns]
"Blatt" = "document"
"Wer" = "coder"
"Kuerzel" = "frame"
[separators]
"Kuerzel" = "+"
[skip."Stand"]
"offen" = "not done yet"
"""
TABLE = "Blatt,Wer,Kuerzel,Stand\n1,ana,A+B,fertig\n2,ana,A,offen\n"


def test_one_s_own_recipe_is_tried_first(tmp_path):
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "ours.toml").write_text(OWN, encoding="utf-8")
    file = tmp_path / "t.csv"
    file.write_text(TABLE, encoding="utf-8")
    project = read_files("csv", [file], Options(recipes=folder))
    (coding,) = project.codings
    assert coding.annotations[0].values["frame"] == ("A", "B")
    assert [str(left) for left in project.left] == ["1 rows (t.csv, row 3): not done yet"]
    with pytest.raises(ExchangeError, match="names the document"):
        read_files("csv", [file], Options())


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("name = ", "own.toml"),
        ('header = ["a"]\ncolour = "x"', "own.toml, colour"),
        ('name = "x"', "own.toml, header"),
        ('header = ["a"]\n[patterns]\n"(" = ""', "own.toml, patterns"),
    ],
)
def test_a_faulty_recipe_is_named(tmp_path, text, place):
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ExchangeError) as caught:
        read_recipes(tmp_path)
    assert str(caught.value).startswith(place)


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ExchangeError, match="no such folder"):
        recipe_for(["a"], tmp_path / "none")
