"""Corpora that tests read: the project's own, and the invented ones of tests/corpora."""

import shutil
from pathlib import Path

import pytest

from frameline.corpus import read_corpus

ROOT = Path(__file__).parents[1]
CORPORA = ROOT / "tests" / "corpora"
DATA = ROOT / "data"


@pytest.fixture(scope="session")
def data_corpus():
    """The project's own corpus; not to be changed."""
    return read_corpus(DATA)


@pytest.fixture(scope="session")
def river_corpus():
    """The invented river dyad, whose answers stand in ANSWERS.md; not to be changed."""
    return read_corpus(CORPORA / "river")


@pytest.fixture
def river(tmp_path):
    """A copy of the river corpus that a test may damage."""
    return Path(shutil.copytree(CORPORA / "river", tmp_path / "river"))


@pytest.fixture
def rtl(tmp_path):
    """A copy of the corpus with Persian names and Russian codes that a test may damage."""
    return Path(shutil.copytree(CORPORA / "rtl", tmp_path / "rtl"))
