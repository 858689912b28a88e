"""Names from files and for files: safe everywhere, each given once."""

from __future__ import annotations

import unicodedata
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frameline.exchange.files.naming import file_names, name_of_file, safe_name

NAMES = st.text(st.sampled_from("aA./\\:*é\u0301 \n\0\u2028😀-_~"), max_size=12) | st.text(
    max_size=300
)


@given(NAMES)
def test_a_safe_name_is_one_plain_part_of_a_path(name):
    safe = safe_name(name)
    assert safe
    assert PurePosixPath(safe).parts == PureWindowsPath(safe).parts == (safe,)
    assert not safe.startswith(".")
    assert len(safe.encode("utf-8", "surrogatepass")) <= 160
    assert safe_name(safe) == safe


@given(st.lists(NAMES, unique=True, max_size=8))
def test_file_names_differ_on_every_disk(names):
    found = file_names(names)
    folded = {unicodedata.normalize("NFC", name).casefold() for name in found.values()}
    assert len(folded) == len(names)
    assert list(found) == names


@pytest.mark.parametrize("name", ["letter 1", "talk.v2", "خطاب", "😀", "00012", "a-b_c"])
def test_good_names_stay(name):
    assert safe_name(name) == name


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("nul", "_nul"), ("Aux.txt", "_Aux.txt"), ("", "_"), (".hidden", "_hidden"),
     ("a.", "a_"), (" a", "_a"), ("..", "__"), ("a/../b", "a_.._b")],
)  # fmt: skip
def test_bad_names_are_changed_a_little(name, wanted):
    assert safe_name(name) == wanted


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("../../etc/passwd", "passwd"), ("C:\\x\\a.b.txt", "a.b"), (".txt", "_txt"), ("a/", "_")],
)
def test_ids_from_file_names_have_no_path(name, wanted):
    assert name_of_file(name) == wanted
