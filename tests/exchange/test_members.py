"""Files of an export are found in folders and archives, with the folders they are in."""

import gzip
import io
import tarfile

import pytest

from frameline.exchange.files import safety
from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.members import Tar, members, peek
from frameline.exchange.files.packing import zip_bytes


def tar_bytes(**files):
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return gzip.compress(stream.getvalue())


def where(found):
    return [(m.path, m.folder, m.file, m.stem, m.suffix, m.read()) for m in found]


def test_a_file_named_itself_is_taken_whatever_its_ending(tmp_path):
    path = tmp_path / "a.DAT"
    path.write_bytes(b"x")
    assert where(members([path], (".tsv",))) == [((), tmp_path.name, "a.DAT", "a", ".dat", b"x")]


def test_folders_and_archives_give_their_files_by_name(tmp_path):
    inner = zip_bytes({"anna.tsv": b"1"})
    deeper = zip_bytes({"inner.zip": inner})
    files = {"d/b.TSV": b"2", "d/a.tsv": b"1", "d/x.txt": b"", "d/user.zip": inner,
             "d/deep.zip": deeper, "__MACOSX/d/a.tsv": b"", ".hidden/a.tsv": b""}  # fmt: skip
    folder = tmp_path / "e"
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (tmp_path / "e.zip").write_bytes(zip_bytes(files))
    plain = [("a.tsv", b"1"), ("b.TSV", b"2")]
    for path in (folder, tmp_path / "e.zip"):
        found = members([path], (".tsv",))
        assert sorted((m.file, m.read()) for m in found if m.file != "anna.tsv") == plain
        assert {m.path for m in found} == {("e", "d")}
        assert {m.folder for m in found} == {"d"}
    packed = [m.name for m in members([tmp_path / "e.zip"], (".tsv",)) if m.file == "anna.tsv"]
    assert packed == ["e.zip/d/user.zip/anna.tsv"], "an archive in an archive in one is left"


def test_a_packed_tar_is_read_as_a_zip(tmp_path):
    path = tmp_path / "e.tar.gz"
    path.write_bytes(tar_bytes(**{"d/a.tsv": b"1", "d/b.txt": b"2"}))
    assert where(members([path], (".tsv",))) == [(("e", "d"), "d", "a.tsv", "a", ".tsv", b"1")]
    assert peek(path, path.read_bytes(), (".txt",)) == b"2"
    assert peek(path, path.read_bytes(), (".xml",)) == b""


def test_caps_on_the_number_of_files(tmp_path, monkeypatch):
    monkeypatch.setattr(safety, "MAX_MEMBERS", 2)
    for name in "abc":
        (tmp_path / f"{name}.tsv").write_bytes(b"")
    with pytest.raises(ExchangeError, match="3 files"):
        members([tmp_path], (".tsv",))
    with pytest.raises(ExchangeError, match="more than 2 members"):
        Tar(tar_bytes(a=b"", b=b"", c=b""), "e.tar.gz")


@pytest.mark.parametrize("data", [b"PK\3\4broken", b"\x1f\x8bbroken"])
def test_looking_into_what_is_broken_gives_nothing(tmp_path, data):
    path = tmp_path / ("e.zip" if data.startswith(b"PK") else "e.tgz")
    path.write_bytes(data)
    assert peek(path, data, (".tsv",)) == b""
    assert peek(tmp_path / "gone", b"", (".tsv",)) == b""
    assert peek(path, b"plain", (".tsv",)) == b"plain"
