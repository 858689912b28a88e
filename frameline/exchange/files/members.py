"""The files of an export, whether it is a file, a folder, a zip or a packed tar."""

from __future__ import annotations

import io
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from frameline.exchange.files import safety
from frameline.exchange.files.error import ExchangeError

_HEAD = 64 * 1024
#: Bytes of an unpacked tar that are looked at to guess what is in it.
_PEEKED = 4 * safety.MIB


@dataclass(frozen=True)
class Member:
    """One file of an export.

    Parameters
    ----------
    name : str
        For messages: ``a.zip/annotation/doc/anna.tsv``.
    folder : str
        Name of the folder it is in.
    file : str
        Its own name.
    path : tuple of str
        Folders above it, from the folder or archive that was named on; () for a file named itself.
    read : callable
        Its bytes.
    """

    name: str
    folder: str
    file: str
    path: tuple[str, ...]
    read: Callable[[], bytes]

    @property
    def stem(self) -> str:
        """The name without its ending."""
        return PurePosixPath(self.file).stem

    @property
    def suffix(self) -> str:
        """The ending, in small letters."""
        return PurePosixPath(self.file).suffix.lower()


def members(paths: Sequence[Path], endings: tuple[str, ...]) -> list[Member]:
    """The files with these endings in files, folders and archives, in order of their names.

    Archives inside an archive or folder are looked into as if they were the folder they are in
    (INCEpTION packs the file of each user).

    Raises
    ------
    ExchangeError
        For a path that is not there, a broken archive, or if there is no such file at all.
    """
    found = [member for path in paths for member in _of_path(path, endings)]
    if len(found) > safety.MAX_MEMBERS:
        allowed = f"up to {safety.MAX_MEMBERS:,}"
        raise ExchangeError(paths[0].name, "", f"{len(found):,} files", allowed, "import in parts")
    if not found:
        names = ", ".join(path.name for path in paths) or "no path"
        raise ExchangeError(
            names, "", "no file of this format", " ".join(endings), "check the path"
        )
    return found


def peek(path: Path, head: bytes, endings: tuple[str, ...]) -> bytes:
    """The first bytes of a file, or of the first file with such an ending in a folder or archive.

    For guessing a format: whatever cannot be read gives nothing.

    Parameters
    ----------
    path : Path
    head : bytes
        The first bytes of the file itself; empty for a folder.
    endings : tuple of str
        In small letters.
    """
    try:
        if path.is_dir():
            found = (p for p in path.rglob("*") if p.name.lower().endswith(endings) and p.is_file())
            first = next(found, None)
            return safety.head(first) if first else b""
        if head.startswith(b"PK"):
            return _peek_zip(path, endings, depth=1)
        if head.startswith(b"\x1f\x8b") and _tarred(path.name):
            return _peek_tar(path, endings)
    except Exception:  # a broken archive: zlib, lzma and bz2 have errors of their own
        return b""
    return head


def _peek_zip(file: Path | io.BytesIO, endings: tuple[str, ...], depth: int) -> bytes:
    with zipfile.ZipFile(file) as archive:
        names = [name for name in archive.namelist() if not _hidden(tuple(name.split("/")))]
        for name in names:
            if name.lower().endswith(endings):
                with archive.open(name) as stream:
                    return stream.read(_HEAD)
        inner = next((name for name in names if name.lower().endswith(".zip")), "")
        if inner and depth and archive.getinfo(inner).file_size < safety.RATIO_FROM:
            return _peek_zip(io.BytesIO(archive.read(inner)), endings, depth - 1)
    return b""


def _peek_tar(path: Path, endings: tuple[str, ...]) -> bytes:
    with open(path, "rb") as stream:
        plain = zlib.decompressobj(wbits=31).decompress(stream.read(safety.RATIO_FROM), _PEEKED)
    # The beginning of the archive will do; what is cut off is not missed.
    with tarfile.open(fileobj=io.BytesIO(plain), mode="r|") as archive:
        for info in archive:
            if info.isreg() and info.name.lower().endswith(endings):
                member = archive.extractfile(info)
                return member.read(min(_HEAD, info.size)) if member else b""
    return b""


def _of_path(path: Path, endings: tuple[str, ...]) -> Iterator[Member]:
    if path.is_dir():
        for below in sorted(path.rglob("*")):
            inner = below.relative_to(path).parts
            if below.is_file() and not _hidden(inner):
                yield from _of_file(below, (path.resolve().name, *inner[:-1]), endings)
        return
    yield from _of_file(path, (), endings)


def _of_file(path: Path, above: tuple[str, ...], endings: tuple[str, ...]) -> Iterator[Member]:
    name = "/".join((*above[1:], path.name))
    if _packed(path.name):
        yield from _unpacked(
            name, safety.read_bytes(path), above or (_bare(path.name),), endings, 1
        )
    elif not above or path.name.lower().endswith(endings):
        folder = above[-1] if above else path.resolve().parent.name
        yield Member(name, folder, path.name, above, lambda: safety.read_bytes(path))


def _unpacked(
    name: str, data: bytes, above: tuple[str, ...], endings: tuple[str, ...], depth: int
) -> Iterator[Member]:
    archive = Tar(data, name) if _tarred(name) else safety.Archive(data, name)
    for member in sorted(archive.names):
        parts = tuple(part for part in member.replace("\\", "/").split("/") if part)
        if _hidden(parts):
            continue
        path, inside = (*above, *parts[:-1]), f"{name}/{member}"
        if _packed(member) and depth:
            yield from _unpacked(inside, archive.read(member), path, endings, depth - 1)
        elif member.lower().endswith(endings):
            yield Member(inside, path[-1], parts[-1], path, _reader(archive, member))


def _reader(archive: safety.Archive | Tar, member: str) -> Callable[[], bytes]:
    return lambda: archive.read(member)


def _hidden(parts: tuple[str, ...]) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in parts)


def _tarred(name: str) -> bool:
    return name.lower().endswith((".tar.gz", ".tgz"))


def _packed(name: str) -> bool:
    return name.lower().endswith(".zip") or _tarred(name)


def _bare(name: str) -> str:
    return name[: name.lower().rindex(".tar.gz" if name.lower().endswith(".tar.gz") else ".")]


class Tar:
    """The plain files of a gzipped tar, read in memory with the caps of zip files.

    Parameters
    ----------
    data : bytes
        The packed file.
    file : str
        Name for messages.

    Raises
    ------
    ExchangeError
        For a broken or suspicious file, with the member.
    """

    def __init__(self, data: bytes, file: str):
        self.file = file
        plain = _unzipped(data, file)
        try:
            self._tar = tarfile.TarFile(fileobj=io.BytesIO(plain))
            infos = self._tar.getmembers()
        except (tarfile.TarError, ValueError, OverflowError, EOFError) as fault:
            raise ExchangeError(
                file, "", f"a broken tar ({fault})", "a tar file", "is the file complete?"
            ) from None
        self._infos: dict[str, tarfile.TarInfo] = {}
        for info in infos:
            self._add(info)
        self.names = tuple(self._infos)

    def _add(self, info: tarfile.TarInfo) -> None:
        name = info.name
        parts = name.replace("\\", "/").split("/")
        fault = ""
        if parts[0] == "" or ".." in parts or ":" in parts[0]:
            fault = "a name that leaves the archive"
        elif name in self._infos:
            fault = "a name given twice"
        elif not (info.isreg() or info.isdir()):
            fault = "a link or device"
        elif len(self._infos) >= safety.MAX_MEMBERS:
            fault = f"more than {safety.MAX_MEMBERS:,} members"
        if fault:
            raise ExchangeError(
                self.file, f"member {name!r}", fault, "plain files below the archive"
            )
        if info.isreg():
            self._infos[name] = info

    def read(self, name: str) -> bytes:
        """The bytes of one member."""
        stream = self._tar.extractfile(self._infos[name])
        data = stream.read() if stream else b""
        if len(data) != self._infos[name].size:
            raise ExchangeError(f"{self.file}/{name}", "", "fewer bytes than announced", "",
                                "export it again")  # fmt: skip
        return data


def _unzipped(data: bytes, file: str) -> bytes:
    limit = min(safety.MAX_ARCHIVE, max(safety.RATIO_FROM, safety.MAX_RATIO * len(data)))
    unzip = zlib.decompressobj(wbits=31)
    try:
        plain = unzip.decompress(data, limit + 1)
    except zlib.error as fault:
        raise ExchangeError(
            file, "", f"a broken gzip ({fault})", "a .tar.gz", "is the file complete?"
        ) from None
    if len(plain) > limit:
        found = f"more than {limit:,} bytes packed into {len(data):,}"
        raise ExchangeError(file, "", found, f"up to {limit:,} bytes", "unpack it yourself")
    if not unzip.eof:
        raise ExchangeError(file, "", "a gzip that ends early", "a whole file", "export it again")
    return plain
