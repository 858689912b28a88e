"""Streams that are closed, full or gone never stop a build, and never lie about its end."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.skipif(os.name != "posix", reason="closes descriptors")
FULL = pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no full device")


def said(tmp_path, line):
    """What a shell says of a line with the command in it: exit code, output, errors."""
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "F": f"{sys.executable} -m frameline.cli"}
    done = subprocess.run(
        ["sh", "-c", line], cwd=tmp_path, env=environ, capture_output=True, text=True, timeout=120
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    "how", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-", "| true",
            pytest.param(">/dev/full", marks=FULL), pytest.param("2>/dev/full", marks=FULL),
            pytest.param(">/dev/full 2>&1", marks=FULL)],
)  # fmt: skip
def test_a_corpus_is_made_whatever_becomes_of_what_is_said_about_it(tmp_path, how):
    code, _, errors = said(tmp_path, f"$F new mine {how}")
    assert (code, errors) == (0, "")
    code, out, _ = said(tmp_path, "$F check mine")
    assert code == 0, out


@FULL
def test_where_the_output_is_the_result_a_full_one_is_an_error(tmp_path):
    code, _, errors = said(tmp_path, "$F params > /dev/full")
    assert code == 1
    assert errors == "frameline: standard output: No space left on device\n"


def test_a_failure_is_a_failure_without_streams(tmp_path):
    assert said(tmp_path, "$F check nowhere <&- >&- 2>&-")[0] == 1


def test_a_reader_who_has_seen_enough_gets_no_message(tmp_path):
    _, out, errors = said(tmp_path, "($F params 2>&1; echo $? > code) | true; cat code")
    assert (out, errors) == ("1\n", "")
