"""Entries that are whole or missing, and never too many."""

import os
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from frameline.report.keeping.cache import Cache


def test_what_is_put_can_be_got(tmp_path):
    cache = Cache(tmp_path / "c")
    assert cache.get("kind", "key") is None
    assert cache.facts("kind", "key") is None
    cache.put("kind", "key", {"aside": "Ænigma\n"}, b"1\n2\x00")
    found = cache.get("kind", "key")
    assert found.content == b"1\n2\x00"
    assert found.facts["aside"] == cache.facts("kind", "key")["aside"] == "Ænigma\n"


def test_an_entry_is_good_for_its_key_and_this_user_only(tmp_path):
    notes = []
    mine, other = (Cache(tmp_path / "c", notes.append, secret=s) for s in (b"", b"another's"))
    folder = tmp_path / "c" / "kind"
    mine.put("kind", "key", {"aside": ""}, b"mine")
    assert Cache(tmp_path / "c").get("kind", "key").content == b"mine"
    # A good entry in the place of another, and another's entry.
    (folder / "moved").write_bytes((folder / "key").read_bytes())
    other.put("kind", "other", {"aside": ""}, b"forged")
    for key in ("moved", "other"):
        assert mine.facts("kind", key) is None
        assert mine.get("kind", key) is None
    assert len(notes) == 2


@pytest.mark.parametrize("name", ["../key", "/key", "a/b", "..", "", ".key", "a\\b"])
def test_an_entry_has_a_plain_name(tmp_path, name):
    cache = Cache(tmp_path / "c")
    for use in (cache.get, cache.facts, lambda *n: cache.put(*n, {})):
        for kind, key in ((name, "key"), ("kind", name)):
            with pytest.raises(ValueError, match="is no name of an entry"):
                use(kind, key)
    assert not (tmp_path / "c").exists()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_one_changed_byte_makes_an_entry_missing(tmp_path, data):
    notes = []
    cache = Cache(tmp_path / "c", notes.append)
    cache.put("kind", "key", {"a": 1}, b"content of some length")
    path = tmp_path / "c" / "kind" / "key"
    whole = bytearray(path.read_bytes())
    place = data.draw(st.integers(0, len(whole) - 1))
    whole[place] ^= data.draw(st.integers(1, 255))
    path.write_bytes(whole[: data.draw(st.integers(place + 1, len(whole)))])
    found = cache.get("kind", "key")
    assert found is None
    assert len(notes) == 1
    assert not path.exists()


def test_the_entries_used_longest_ago_go_first(tmp_path):
    cache = Cache(tmp_path / "c", limit=2500)
    for age, key in enumerate(("new", "middle", "old")):
        cache.put("kind", key, {}, b"x" * 1000)
        then = time.time() - 100 * age
        os.utime(tmp_path / "c" / "kind" / key, (then, then))
    # Looking an entry up is using it.
    assert cache.get("kind", "old")
    cache.trim()
    assert sorted(p.name for p in (tmp_path / "c" / "kind").iterdir()) == ["new", "old"]


def test_what_killed_builds_left_goes_after_a_day(tmp_path):
    cache = Cache(tmp_path / "c")
    cache.put("kind", "key", {})
    folder = tmp_path / "c" / "kind"
    for name, age in (("a.part", 200_000), ("b.part", 10)):
        (folder / name).write_bytes(b"")
        os.utime(folder / name, (time.time() - age, time.time() - age))
    cache.trim()
    assert sorted(p.name for p in folder.iterdir()) == ["b.part", "key"]


def test_a_failed_write_leaves_nothing_and_is_said_once(tmp_path, monkeypatch):
    notes = []
    cache = Cache(tmp_path / "c", notes.append)
    cache.put("kind", "key", {}, b"old")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    cache.put("kind", "key", {}, b"new")
    cache.put("kind", "other", {}, b"new")
    assert notes == [f"cache: nothing can be kept in {tmp_path / 'c'} (No space left on device)"]
    assert cache.get("kind", "key").content == b"old"
    assert [p.name for p in (tmp_path / "c" / "kind").iterdir()] == ["key"]


def test_a_killed_write_is_no_entry(tmp_path, monkeypatch):
    cache = Cache(tmp_path / "c")

    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        cache.put("kind", "key", {}, b"new")
    assert list((tmp_path / "c" / "kind").iterdir()) == []
