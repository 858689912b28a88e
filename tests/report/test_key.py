"""The key of the cache: one for each user, readable by nobody else."""

import os
import stat

import pytest

from frameline.report.keeping.cache import Cache
from frameline.report.keeping.key import cache_key, key_file, user_cache

POSIX = pytest.mark.skipif(os.name != "posix", reason="looks at rights of files")


@pytest.fixture(autouse=True)
def user(tmp_path, monkeypatch):
    """Folders of somebody who has built nothing yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path


@POSIX
def test_a_key_is_made_once_and_for_one_user(user):
    first = cache_key()
    assert len(first) == 32
    assert cache_key() == first
    assert stat.S_IMODE(key_file().stat().st_mode) == 0o600
    assert sorted(p.name for p in key_file().parent.iterdir()) == ["cache.key"]
    # Who copies the cache has not the key.
    assert not key_file().is_relative_to(user_cache())


@POSIX
@pytest.mark.parametrize("wrong", ["read by others", "short", "a link"])
def test_a_key_that_others_may_know_is_replaced(user, wrong):
    first, path = cache_key(), key_file()
    if wrong == "read by others":
        path.chmod(0o644)
    elif wrong == "short":
        path.write_bytes(b"x")
    else:
        path.rename(user / "elsewhere")
        path.symlink_to(user / "elsewhere")
    second = cache_key()
    assert second != first
    assert not path.is_symlink()
    assert cache_key() == second


def test_machines_may_share_a_key(user, monkeypatch):
    monkeypatch.setenv("FRAMELINE_CACHE_KEY", "a secret of this CI")
    Cache(user / "c").put("kind", "key", {}, b"kept")
    assert not key_file().exists()
    assert Cache(user / "c").get("kind", "key").content == b"kept"
    monkeypatch.setenv("FRAMELINE_CACHE_KEY", "a secret of another CI")
    assert Cache(user / "c").get("kind", "key") is None


@pytest.mark.parametrize("wrong", ["short", "no place"])
def test_without_a_key_nothing_is_kept(user, monkeypatch, wrong):
    if wrong == "short":
        monkeypatch.setenv("FRAMELINE_CACHE_KEY", "guess me")
    else:
        (user / "state").write_text("")
    notes = []
    cache = Cache(user / "c", notes.append)
    cache.put("kind", "key", {}, b"kept")
    assert cache.get("kind", "key") is None
    assert cache.facts("kind", "key") is None
    assert len(notes) == 1
    assert notes[0].startswith("cache: without a key nothing can be kept")
    assert not (user / "c").exists()
