"""Mapping files: renames and merges; never a chain, a split or a merged document."""

import pytest

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.incoming.mapping import NameMap, apply_map, read_map
from frameline.exchange.model.project import Annotation, Code, Coding, Document, Project, Variable

PROJECT = Project(
    (Document("t1"), Document("t2")),
    (
        Coding("t1", "7", (Annotation(values={"Type": ("Econ", "Trade")}),)),
        Coding("t2", "8", (Annotation(values={"Type": ("Other",)}, layer="x.Span"),)),
    ),
    (Variable("Type", (Code("Econ", "Economy"), Code("Trade", "Trade!"), Code("Other"))),),
)


def test_everything_is_renamed_and_merged():
    names = NameMap(
        {"Type": "frame"}, {"x.Span": "labels"}, {"7": "ana"}, {"t1": "letter"},
        {"frame": {"Econ": "economy", "Trade": "economy"}},
    )  # fmt: skip
    project, left = apply_map(PROJECT, names)
    assert left == []
    assert [d.id for d in project.documents] == ["letter", "t2"]
    first, second = project.codings
    assert (first.document, first.coder) == ("letter", "ana")
    assert dict(first.annotations[0].values) == {"frame": ("economy",)}
    assert second.annotations[0].layer == "labels"
    assert [c.code for c in project.variables[0].codes] == ["economy", "Other"]


def test_what_is_left_out_is_counted():
    project, left = apply_map(PROJECT, NameMap(codes={"Type": {"Other": ""}}))
    assert project.codings[1].annotations == ()
    assert [(item.count, item.where) for item in left] == [(1, "t2, coder 8")]
    project, left = apply_map(PROJECT, NameMap(layers={"x.Span": ""}))
    assert sum(item.count for item in left) == 1


def test_documents_and_coders_are_never_merged():
    with pytest.raises(ExchangeError, match="only codes can be merged"):
        apply_map(PROJECT, NameMap(documents={"t1": "t2"}))
    both = Project((Document("t1"),), (Coding("t1", "a"), Coding("t1", "b")))
    with pytest.raises(ExchangeError, match="coders"):
        apply_map(both, NameMap(coders={"a": "b"}))


def test_a_map_file_is_read(tmp_path):
    file = tmp_path / "map.toml"
    file.write_text('[columns]\n"A b" = "frame"\n[codes.frame]\n"x" = "y"\n"z" = "y"\n')
    names = read_map(file)
    assert names.columns == {"A b": "frame"}
    assert names.codes == {"frame": {"x": "y", "z": "y"}}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[codes.frame]\n"x" = ["y", "z"]\n', "a split is a decision about each row"),
        ('[codes.frame]\n"x" = "y"\n"y" = "z"\n', "no chains"),
        ('[coders]\n"x" = "y"\n"y" = "x"\n', "no chains"),
        ('blank = "nothing"\n', "none, missing"),
        ('[kolumns]\n"x" = "y"\n', "allowed: columns, layers"),
        ('[layers]\n"x" = "spans"\n', "claims, labels, events, documents"),
        ("[columns]\nx = 3\n", "quotation marks"),
        ('columns = "x"\n', "as a section"),
        ('codes = "x"\n', "codes.VARIABLE"),
        ("[columns\n", "TOML"),
        (b"\xff\xfe[columns]", "UTF-8"),
    ],
)
def test_a_broken_map_says_where(tmp_path, text, said):
    file = tmp_path / "map.toml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(ExchangeError, match=said) as error:
        read_map(file)
    assert error.value.file == "map.toml"


def test_no_map_at_all(tmp_path):
    with pytest.raises(ExchangeError, match="--map"):
        read_map(tmp_path / "none.toml")
