"""The folder of the report: locked, cleaned up, exchanged."""

import multiprocessing
import os
import time

import pytest

from frameline.report import BuildError
from frameline.report.keeping import place
from frameline.report.keeping.place import check_place, locked, recover, staged, swap, sync


def beside(folder):
    return sorted(p.name for p in folder.parent.iterdir() if p.name.startswith(folder.name))


def hold(folder, ready):
    with locked(folder):
        ready.set()
        time.sleep(60)


def test_a_place_is_locked_for_one(tmp_path):
    with (
        locked(tmp_path / "build"),
        pytest.raises(BuildError, match="another build is writing"),
        locked(tmp_path / "build"),
    ):
        pass
    assert not (tmp_path / "build.lock").exists()
    with locked(tmp_path / "build"):
        pass


@pytest.mark.skipif(os.name != "posix", reason="kills a process")
def test_a_lock_ends_with_its_process(tmp_path):
    context = multiprocessing.get_context("fork" if os.name == "posix" else "spawn")
    ready = context.Event()
    process = context.Process(target=hold, args=(tmp_path / "build", ready))
    process.start()
    assert ready.wait(30)
    with pytest.raises(BuildError, match="another build"), locked(tmp_path / "build"):
        pass
    process.kill()
    process.join()
    with locked(tmp_path / "build"):
        pass


def test_a_build_that_was_killed_is_cleaned_up(tmp_path):
    target = tmp_path / "build"
    (tmp_path / "build.old-1").mkdir()
    (tmp_path / "build.old-1" / "x").write_text("old")
    (tmp_path / "build.new-1").mkdir()
    recover(target)
    assert (target / "x").read_text() == "old"
    (tmp_path / "build.old-2").mkdir()
    recover(target)
    assert beside(target) == ["build"]


def test_a_swap_that_fails_puts_the_old_one_back(tmp_path):
    target = tmp_path / "build"
    target.mkdir()
    (target / "x").write_text("old")
    with pytest.raises(OSError, match=r"\w"):
        swap(tmp_path / "build.new-gone", target)
    assert (target / "x").read_text() == "old"


@pytest.mark.parametrize("exchange", [True, False])
def test_the_new_folder_takes_the_place_of_the_old_one(tmp_path, monkeypatch, exchange):
    if not exchange:
        monkeypatch.setattr(place, "_exchange", lambda *_: False)
    target = tmp_path / "build"
    for word in ("first", "second"):
        with staged(target) as staging:
            (staging / "figures").mkdir()
            (staging / "figures" / "x").write_text(word)
            sync(staging)
            swap(staging, target)
        assert (target / "figures" / "x").read_text() == word
        assert beside(target) == ["build"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
def test_at_no_moment_is_there_no_folder(tmp_path, monkeypatch):
    target = tmp_path / "build"
    seen = []
    rename = type(target).rename
    monkeypatch.setattr(
        type(target), "rename", lambda *a: (seen.append(target.exists()), rename(*a))[1]
    )
    for _ in range(2):
        with staged(target) as staging:
            swap(staging, target)
    # The first time there is none to keep; after that nothing is renamed at all.
    assert seen == [False]


def test_what_is_no_report_is_left_alone(tmp_path):
    check_place(tmp_path / "new")
    (tmp_path / "empty").mkdir()
    check_place(tmp_path / "empty")
    (tmp_path / "file").write_text("")
    with pytest.raises(BuildError, match="holds no report"):
        check_place(tmp_path / "file")
    with pytest.raises(BuildError, match="holds no report"):
        check_place(tmp_path)
    (tmp_path / "manifest.json").write_text("{}")
    check_place(tmp_path)
