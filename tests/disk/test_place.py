"""A place on disk: locked, cleaned up, exchanged; never lost, whenever a run is killed."""

import multiprocessing
import os
import tempfile
import time
from pathlib import Path

import pytest

from frameline.disk import place as place_module
from frameline.disk.place import InUse, MadeAnew, locked, scratch, write
from frameline.report import BuildError
from frameline.report.keeping.place import check_place
from frameline.report.keeping.place import locked as locked_report

from .kills import every_kill, killed_at

POSIX = pytest.mark.skipif(os.name != "posix", reason="kills a process")


def beside(folder):
    return sorted(p.name for p in folder.parent.iterdir())


def hold(folder, ready):
    with locked(folder):
        ready.set()
        time.sleep(60)


def fill(place, word):
    with place.staged() as staging:
        write(staging / "figures" / "x", word.encode())
        place.swap(staging)


def test_a_place_is_locked_for_one(tmp_path):
    with (
        locked(tmp_path / "build"),
        pytest.raises(InUse, match="written by another run"),
        locked(tmp_path / "build"),
    ):
        pass
    assert beside(tmp_path / "build") == []
    with locked(tmp_path / "build"):
        pass


def test_a_second_build_is_told_so(tmp_path):
    with (
        locked_report(tmp_path / "build"),
        pytest.raises(BuildError, match="another build is"),
        locked_report(tmp_path / "build"),
    ):
        pass


@POSIX
def test_a_lock_ends_with_its_process(tmp_path):
    context = multiprocessing.get_context("fork")
    ready = context.Event()
    process = context.Process(target=hold, args=(tmp_path / "build", ready))
    process.start()
    assert ready.wait(30)
    with pytest.raises(InUse), locked(tmp_path / "build"):
        pass
    process.kill()
    process.join()
    with locked(tmp_path / "build"):
        pass
    assert beside(tmp_path / "build") == []


def left(folder, kind, name, word="", number="12345678"):
    made = folder.with_name(f".{folder.name}.{kind}-{number}")
    made.mkdir()
    write(made / name, word.encode())
    return made


def test_what_killed_runs_left_is_put_back_and_removed(tmp_path):
    target = tmp_path / "build"
    left(target, "old", "x", "old")
    left(target, "new", "x", "new")
    with locked(target):
        assert (target / "x").read_text() == "old"
        assert beside(target) == [".build.lock", "build"]
    left(target, "old", "x", "older")
    left(target, "new", "x", "new", "87654321")
    with locked(target):
        pass
    assert beside(target) == ["build"]
    assert (target / "x").read_text() == "old"


def test_the_only_copy_is_not_removed_for_what_was_made_since(tmp_path):
    target = tmp_path / "build"
    old = left(target, "old", "x", "the only copy")
    left(target, "new", "x", "half")
    write(target / "y", b"made since")
    with pytest.raises(MadeAnew, match=rf"what it was before is in {old}"), locked(target):
        pass
    assert (old / "x").read_text() == "the only copy"
    assert (target / "y").read_text() == "made since"
    (target / "y").unlink()
    with locked(target):
        assert (target / "x").read_text() == "the only copy"


def test_only_what_belongs_to_the_place_is_removed(tmp_path):
    others = [".build.new-plan", ".build.new-1234567890", ".builds.new-12345678", "build.new-1"]
    for name in others:
        (tmp_path / name).mkdir()
    with locked(tmp_path / "build"):
        pass
    assert beside(tmp_path / "build") == sorted(others)


def test_a_name_of_any_length_and_with_signs_of_patterns(tmp_path):
    for name in ("[a]*?", "b" * 250, "ü" * 120):
        for word in ("first", "second"):
            with locked(tmp_path / name) as place:
                fill(place, word)
            assert (tmp_path / name / "figures" / "x").read_text() == word
    assert len(beside(tmp_path / "x")) == 3


@pytest.mark.parametrize("exchange", [True, False])
def test_a_swap_that_fails_puts_the_old_one_back(tmp_path, monkeypatch, exchange):
    if not exchange:
        monkeypatch.setattr(place_module, "_exchange", lambda *_: False)
    target = tmp_path / "build"
    write(target / "x", b"old")
    with locked(target) as place, pytest.raises(OSError, match=r"\w"):
        place.swap(tmp_path / ".build.new-gone")
    assert (target / "x").read_text() == "old"
    assert beside(target) == ["build"]


@pytest.mark.parametrize("exchange", [True, False])
def test_the_new_folder_takes_the_place_of_the_old_one(tmp_path, monkeypatch, exchange):
    if not exchange:
        monkeypatch.setattr(place_module, "_exchange", lambda *_: False)
    target = tmp_path / "build"
    for word in ("first", "second"):
        with locked(target) as place:
            fill(place, word)
        assert (target / "figures" / "x").read_text() == word
        assert beside(target) == ["build"]


@pytest.mark.skipif(os.name != "posix", reason="links")
def test_a_link_is_written_through_and_stays(tmp_path):
    (tmp_path / "disk").mkdir()
    (tmp_path / "site").symlink_to("disk/real")
    for word in ("first", "second"):
        with locked(tmp_path / "site") as place:
            fill(place, word)
        assert (tmp_path / "disk" / "real" / "figures" / "x").read_text() == word
    assert (tmp_path / "site").is_symlink()
    assert beside(tmp_path / "disk" / "real") == ["real"]


@POSIX
def test_at_no_moment_is_there_no_folder(tmp_path, monkeypatch):
    target = tmp_path / "build"
    write(target / "x", b"old")
    with locked(target) as place:
        if not place_module._exchange(target, target):
            pytest.skip("no exchange in one step here")
        monkeypatch.setattr(type(target), "rename", lambda *_: pytest.fail("moved aside"))
        fill(place, "new")


# Killed at every step ----------------------------------------------------------------------------


@POSIX
@pytest.mark.parametrize("exchange", [True, False])
def test_killed_at_any_step_of_a_swap_it_is_the_old_or_the_new(tmp_path, monkeypatch, exchange):
    if not exchange:
        monkeypatch.setattr(place_module, "_exchange", lambda *_: False)
    target = tmp_path / "build"

    def act():
        with locked(target) as place:
            fill(place, "new")

    found = set()
    write(target / "figures" / "x", b"old")
    for _ in every_kill(act):
        with locked(target):
            pass
        assert beside(target) == ["build"]
        found.add((target / "figures" / "x").read_text())
        write(target / "figures" / "x", b"old")
    assert found == {"old", "new"}


@POSIX
def test_killed_at_any_step_several_files_are_all_old_or_all_new(tmp_path):
    target = tmp_path / "sweep"
    names = ("index.csv", "index.html", "index.json")

    def lay(word):
        for name in names:
            write(target / name, word.encode())

    def act():
        with locked(target) as place:
            place.put(dict.fromkeys(names, b"new"))

    found = []
    lay("old")
    write(target / "kept", b"kept")
    for _ in every_kill(act):
        with locked(target):
            pass
        assert beside(target) == ["sweep"]
        (word,) = {(target / name).read_text() for name in names}
        found.append(word)
        lay("old")
    assert set(found) == {"old", "new"}
    assert (target / "kept").read_text() == "kept"


@POSIX
def test_scratch_of_a_killed_run_goes_with_the_next(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (tmp_path / "frameline-other").mkdir()

    def act():
        with scratch(tmp_path / "build"):
            write(tempfile.gettempdir() / Path("a") / "b", b"")
            os.kill(os.getpid(), 9)

    assert killed_at(0, act)
    assert len(beside(tmp_path / "x")) == 2
    with scratch(tmp_path / "build") as folder:
        with tempfile.TemporaryDirectory() as inner:
            assert Path(inner).parent == folder
        assert len(beside(tmp_path / "x")) == 2
    assert beside(tmp_path / "x") == ["frameline-other"]


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
