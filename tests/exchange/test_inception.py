"""Whose work a file of INCEpTION is, and what its layers are called."""

from frameline.exchange.files.members import Member
from frameline.exchange.formats import inception
from frameline.exchange.formats.inception import Who
from frameline.exchange.model.gather import Gatherer
from frameline.exchange.model.project import Coding, Document, Options, Project


def member(*path, file="anna.tsv"):
    return Member("/".join((*path, file)), path[-1] if path else "here", file, path, bytes)


def who(*files, said=(), **options):
    return inception.who(list(files), Options(**options), Gatherer("e"), said)


def test_a_folder_is_a_document_with_a_file_for_each_user():
    files = [(member("e", "d"), "t"), (member("e", "d", file="béla.tsv"), "t")]
    assert who(*files) == [Who("d", "anna"), Who("d", "béla")]
    assert who(files[0]) == [Who("d", "anna")]
    assert who(files[0], coder="carl") == [Who("anna", "carl")], "what the user says comes first"


def test_a_name_in_several_folders_is_a_user_s():
    files = [(member("e", "d"), "t"), (member("e", "f"), "u")]
    assert who(*files, coder="carl") == [Who("d", "anna"), Who("f", "anna")]


def test_files_of_different_texts_are_documents():
    files = [(member("e", file="a.tsv"), "one"), (member("e", file="b.tsv"), "two")]
    assert who(*files, coder="anna") == [Who("a", "anna"), Who("b", "anna")]
    said = [Who("first", "anna"), None]
    assert who(*files, said=said) == [Who("first", "anna"), Who("b", "b")]
    assert who(*files, said=said, coder="carl") == [Who("first", "anna"), Who("b", "carl")]


def test_what_a_file_says_itself_counts_if_it_stands_alone():
    assert who((member(), "t"), said=[Who("letter", "béla")]) == [Who("letter", "béla")]


def test_layers_of_several_types():
    assert inception.layer_names(["a.X", "b.X", "frameline.X"]) == {
        "a.X": "a.X", "b.X": "b.X", "frameline.X": "X",
    }  # fmt: skip
    assert inception.layer_names(["frameline.x", "frameline.document.x"]) == {
        "frameline.x": "x", "frameline.document.x": "x",
    }  # fmt: skip
    assert inception.layer_names([]) == {}


def test_every_coding_and_every_bare_document_has_a_file():
    project = Project(
        (Document("a/b"), Document("a_b")), (Coding("a/b", "anna"), Coding("a/b", "Anna"))
    )
    assert inception.paths_of(project, ".x") == {
        ("a/b", "anna"): "a_b/anna.x",
        ("a/b", "Anna"): "a_b/Anna-2.x",
        ("a_b", inception.NOBODY): "a_b-2/INITIAL_CAS.x",
    }
