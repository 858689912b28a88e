"""Reading files nobody vouches for, in bounded time and memory: text, JSON, XML, zip.

Every fault is an ExchangeError that names the file and the place. The caps are module constants,
high enough for real exports; a file above one is refused with its size, never read in part.
"""

from __future__ import annotations

import codecs
import io
import json
import math
import re
import stat
import zipfile
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from pathlib import Path
from typing import Any

from lxml import etree

from frameline.exchange.files.error import ExchangeError

MIB = 1024 * 1024
#: Bytes of one file, or of one member of an archive.
MAX_FILE = 512 * MIB
#: Bytes of one text: one wide character makes Python take four bytes for each.
MAX_TEXT = 256 * MIB
#: Bytes and elements of one XML text.
MAX_XML = 128 * MIB
MAX_ELEMENTS = 10_000_000
#: Bytes of one line of a file that is read line by line.
MAX_LINE = 64 * MIB
#: Values of one JSON text: 20 million take about 2 GB.
MAX_VALUES = 20_000_000
#: Levels of JSON or XML inside each other.
MAX_DEPTH = 200
#: Members of an archive, and bytes of all of them together.
MAX_MEMBERS = 100_000
MAX_ARCHIVE = 1024 * MIB
#: How many times larger than its packed bytes a member above RATIO_FROM bytes may be.
MAX_RATIO = 200
RATIO_FROM = 4 * MIB

_ENCODINGS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_SPLIT = "split the export into smaller files"
_ESCAPED = re.compile(r"\\u(?:0000|[dD][89a-fA-F])")
_UNUSABLE = re.compile("[\0\ud800-\udfff]")
_LINK = stat.S_IFLNK


# --- bytes and text ---------------------------------------------------------------------------


#: Bytes of XML that are parsed before what they hold is looked at.
_PIECE = 64 * 1024
_AS_UTF8 = "save the file as UTF-8, or say how it is written, as with --encoding cp1252"
#: How texts without a byte order mark are written, where somebody said so; "" for UTF-8.
ENCODING: ContextVar[str] = ContextVar("encoding", default="")
OnFault = Callable[[ExchangeError], None]


def check_encoding(name: str) -> str:
    """The name of an encoding of text, or an ExchangeError.

    >>> check_encoding("Latin-1"), check_encoding("")
    ('iso8859-1', '')
    """
    try:
        found = codecs.lookup(name).name if name else ""
        "".encode(found or "utf-8")
    except (LookupError, ValueError):
        allowed = "an encoding of text such as cp1252, latin-1, cp1251, utf-16, gb18030"
        raise ExchangeError("--encoding", "", repr(name[:40]), allowed, "correct it") from None
    return found


def read_bytes(path: Path, limit: int | None = None) -> bytes:
    """What is in this file, if it is a plain file of a size that can be handled?

    Parameters
    ----------
    path : Path
        A file; a folder, a pipe or a device is refused.
    limit : int, optional
        Bytes allowed, MAX_FILE unless told.

    Raises
    ------
    ExchangeError
        For a file that is not there, cannot be read or is too large.
    """
    limit = MAX_FILE if limit is None else limit
    check_file(path)
    try:
        with open(path, "rb") as stream:
            data = stream.read(limit + 1)
    except OSError as fault:
        raise _unreadable(path, fault) from fault
    if len(data) > limit:
        raise too_large(path.name, "", path.stat().st_size, limit)
    return data


def check_file(path: Path) -> None:
    """Is there a plain file here (no folder, pipe or device)? Raise ExchangeError if not."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as fault:
        raise _unreadable(path, fault) from fault
    if not stat.S_ISREG(mode):
        kind = "a folder" if stat.S_ISDIR(mode) else "something that is not a file"
        raise ExchangeError(path.name, found=kind, allowed="a plain file", todo="name the file")


def head(path: Path, size: int = 64 * 1024) -> bytes:
    """The first bytes of a file, for guessing its format."""
    check_file(path)
    try:
        with open(path, "rb") as stream:
            return stream.read(size)
    except OSError as fault:
        raise _unreadable(path, fault) from fault


def first_value(path: Path, start: bytes) -> Any:
    """The first JSON value of JSONL, or of a JSON list, for guessing a format; None if none.

    Parameters
    ----------
    path : Path
    start : bytes
        The first bytes of the file; more are read where a first line is longer than these.
    """
    if b"\n" not in start and len(start) >= 64 * 1024 and path.is_file():
        start = head(path, 8 * MIB)
    text = start.decode("utf-8-sig", "ignore").lstrip()
    text = text[1:].lstrip() if text.startswith("[") else text
    try:
        value, _ = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return None
    return value


def _unreadable(path: Path, fault: Exception) -> ExchangeError:
    reason = fault.strerror if isinstance(fault, OSError) else str(fault)
    return ExchangeError(path.name, found=f"no readable file ({reason})", todo="check the path")


def too_large(file: str, place: str, size: int, limit: int) -> ExchangeError:
    """The refusal of something above a cap of bytes."""
    return ExchangeError(file, place, f"{size:,} bytes", f"up to {limit:,} bytes", _SPLIT)


def decode(data: bytes, file: str) -> str:
    """What text do these bytes hold? UTF-8 with or without BOM, UTF-16 with its BOM, or `ENCODING`.

    The BOM is not part of the text; nothing else is changed.

    Parameters
    ----------
    data : bytes
    file : str
        Name for messages.

    Raises
    ------
    ExchangeError
        For another encoding (with the byte and its position) and for NUL characters.

    Examples
    --------
    >>> decode(b"\\xef\\xbb\\xbfa\\r\\n", "a.txt")
    'a\\r\\n'
    >>> decode(b"caf\\xe9", "a.txt")
    Traceback (most recent call last):
    frameline.exchange.files.error.ExchangeError: a.txt, byte 4 (line 1); found 0xE9, which is not \
UTF-8; allowed: UTF-8, or UTF-16 with a byte order mark; save the file as UTF-8, or say how it is \
written, as with --encoding cp1252
    """
    if len(data) > MAX_TEXT:
        raise too_large(file, "", len(data), MAX_TEXT)
    plain = ENCODING.get() or "utf-8"
    mark, encoding = next(
        ((m, e) for m, e in _ENCODINGS.items() if data.startswith(m)), (b"", plain)
    )
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as fault:
        raise _undecodable(data, fault.start + len(mark), encoding, file) from None
    nul = text.find("\0")
    if nul >= 0:
        line = text.count("\n", 0, nul) + 1
        raise ExchangeError(
            file, f"character {nul + 1} (line {line})", "a NUL character", "text", "is it binary?"
        )
    return text


def _undecodable(data: bytes, at: int, encoding: str, file: str) -> ExchangeError:
    found = f"0x{data[at]:02X}" if at < len(data) else "the end of the file"
    line = data.count(b"\n", 0, at) + 1
    return ExchangeError(
        file,
        f"byte {at + 1} (line {line})",
        f"{found}, which is not {encoding.upper()}",
        "UTF-8, or UTF-16 with a byte order mark",
        _AS_UTF8,
    )


def read_text(path: Path) -> str:
    """The text of a file, decoded as `decode` does, line ends as they are."""
    return decode(read_bytes(path), path.name)


# --- JSON -------------------------------------------------------------------------------------


def parse_json(text: str, file: str, place: str = "") -> Any:
    """What does this JSON say, if it is strict JSON of a size and depth that can be handled?

    Refused beside syntax errors: NaN and infinities, numbers too large for a float, a key given
    twice in one object, halves of surrogate pairs and NUL characters in strings.

    Parameters
    ----------
    text : str
    file, place : str
        For messages; the place of a fault (line, column or path) is added.

    Raises
    ------
    ExchangeError

    Examples
    --------
    >>> parse_json('{"a": [1, "x"]}', "a.json")
    {'a': [1, 'x']}
    """
    values = text.count(",") + text.count("[") + text.count("{") + 1
    if values > MAX_VALUES:
        found, allowed = f"about {values:,} values", f"up to {MAX_VALUES:,}"
        raise ExchangeError(file, place, found, allowed, _SPLIT)
    value = _loaded(text, file, place)
    _check_depth(value, file, place)
    if _ESCAPED.search(text):
        _check_strings(value, file, place)
    return value


def _loaded(text: str, file: str, place: str) -> Any:
    try:
        return json.loads(
            text, object_pairs_hook=_object, parse_constant=_constant, parse_float=_finite
        )
    except json.JSONDecodeError as fault:
        where = f"line {fault.lineno}, column {fault.colno}"
        if place:
            where = f"{place}, column {fault.colno}"
        raise ExchangeError(
            file, where, f"broken JSON ({fault.msg})", "JSON", "is the file complete?"
        ) from None
    except RecursionError:
        raise _too_deep(file, place) from None
    except ValueError as fault:
        found = "a number of thousands of digits" if "digits" in str(fault) else str(fault)
        raise ExchangeError(file, place, found, "plain JSON", "correct the value") from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise ValueError(f"the key {twice!r} twice in one object")
    return made


def _constant(name: str) -> Any:
    raise ValueError(f"{name}, which is not a number in JSON")


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError(f"the number {digits[:20]}, which is too large")
    return number


def _too_deep(file: str, place: str) -> ExchangeError:
    return ExchangeError(
        file, place, "levels inside each other without end", f"up to {MAX_DEPTH} levels"
    )


def _check_depth(value: Any, file: str, place: str) -> None:
    level = [value]
    for _ in range(MAX_DEPTH):
        below: list[Any] = []
        for item in level:
            if isinstance(item, dict):
                below.extend(v for v in item.values() if isinstance(v, dict | list))
            elif isinstance(item, list):
                below.extend(v for v in item if isinstance(v, dict | list))
        if not below:
            return
        level = below
    raise _too_deep(file, place)


def _check_strings(value: Any, file: str, place: str) -> None:
    for path, text in _strings(value, ""):
        found = _UNUSABLE.search(text)
        if found:
            what = f"the character U+{ord(found.group()):04X}"
            where = ", ".join(part for part in (place, path) if part)
            raise ExchangeError(file, where, what, "whole characters", "correct the text")


def _strings(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, below in value.items():
            yield path, key
            yield from _strings(below, f"{path}/{key}")
    elif isinstance(value, list):
        for number, below in enumerate(value):
            yield from _strings(below, f"{path}/{number}")


def read_json(path: Path) -> Any:
    """The value of a JSON file; see `parse_json`."""
    return parse_json(read_text(path), path.name)


def read_json_lines(path: Path, on_fault: OnFault | None = None) -> Iterator[tuple[int, Any]]:
    """Which values stand on which lines of a JSONL file? See `parse_json_lines`."""
    return parse_json_lines(read_bytes(path), path.name, on_fault)


def parse_json_lines(
    data: bytes, file: str, on_fault: OnFault | None = None
) -> Iterator[tuple[int, Any]]:
    """Which values stand on which lines (from 1) of JSONL, read one line at a time?

    Lines end at a line feed and nowhere else: U+2028 and U+0085 may stand inside a string. Blank
    lines are passed over. A line that is no JSON goes to `on_fault`, where that is given.

    Raises
    ------
    ExchangeError
        With the line, for one that is too long, undecodable or no JSON.

    Examples
    --------
    >>> list(parse_json_lines(b'{"a": 1}\\n\\n[]', "a.jsonl"))
    [(1, {'a': 1}), (3, [])]
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or ENCODING.get():
        data = decode(data, file).encode("utf-8")
    return _json_lines(io.BytesIO(data.removeprefix(b"\xef\xbb\xbf")), file, on_fault)


def _json_lines(
    stream: io.BufferedIOBase, file: str, on_fault: OnFault | None
) -> Iterator[tuple[int, Any]]:
    number = 0
    while line := stream.readline(MAX_LINE + 1):
        number += 1
        place = f"line {number}"
        if len(line) > MAX_LINE:
            raise ExchangeError(
                file, place, "a very long line", f"lines of up to {MAX_LINE:,} bytes", _SPLIT
            )
        if not line.strip():
            continue
        try:
            value = parse_json(_line_text(line, file, place), file, place)
        except ExchangeError as error:
            if on_fault is None:
                raise
            on_fault(error)
        else:
            yield number, value


def _line_text(line: bytes, file: str, place: str) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError as fault:
        found = f"0x{line[fault.start]:02X}, which is not UTF-8"
        raise ExchangeError(
            file, f"{place}, byte {fault.start + 1}", found, "UTF-8", _AS_UTF8
        ) from None


# --- XML --------------------------------------------------------------------------------------


def parse_xml(data: bytes, file: str) -> etree._Element:
    """What is the root of this XML, if it needs nothing from outside and is not too deep?

    Any DOCTYPE is refused, and with it every entity but XML's own five; nothing is fetched.

    Parameters
    ----------
    data : bytes
    file : str
        Name for messages.

    Raises
    ------
    ExchangeError
        With the line.

    Examples
    --------
    >>> parse_xml(b"<a><b/></a>", "a.xml").tag
    'a'
    """
    if len(data) > MAX_XML:
        raise too_large(file, "", len(data), MAX_XML)
    refuse_doctype(data, file)
    etree.clear_error_log()
    parser = etree.XMLPullParser(
        events=("start", "end"),
        resolve_entities=False,
        # An id given twice is a fault of what points at it, not of the file.
        collect_ids=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    try:
        return _root(_events(parser, data), file)
    except etree.XMLSyntaxError as fault:
        last = parser.error_log.last_error or fault.error_log.last_error
        said, line = (last.message, last.line) if last else (fault.msg, fault.lineno)
        found = f"broken XML ({' '.join(str(said).split())})"
        raise ExchangeError(
            file, f"line {max(line or 0, 1)}", found, "well-formed XML", "is the file complete?"
        ) from None


def _events(parser: Any, data: bytes) -> Iterator[tuple[str, Any]]:
    """Starts and ends of elements, a piece of the data at a time."""
    for start in range(0, len(data), _PIECE):
        try:
            parser.feed(data[start : start + _PIECE])
        except etree.XMLSyntaxError:
            # What came before the fault may be worse than it: too deep, or a DOCTYPE.
            yield from parser.read_events()
            raise
        yield from parser.read_events()
    parser.close()
    yield from parser.read_events()


def _root(events: Any, file: str) -> etree._Element:
    """The root after all events, looked at on the way."""
    depth = elements = 0
    root = None
    for event, element in events:
        elements += event == "start"
        if root is None:
            root = element
            if element.getroottree().docinfo.doctype:
                raise _doctype(file)
        depth += 1 if event == "start" else -1
        if depth > MAX_DEPTH:
            raise _too_deep(file, f"line {element.sourceline}")
        if elements > MAX_ELEMENTS:
            place, found = f"line {element.sourceline}", "very many elements"
            raise ExchangeError(file, place, found, f"up to {MAX_ELEMENTS:,}", _SPLIT)
    assert root is not None, "the parser refuses a document without root"
    return root


def _doctype(file: str) -> ExchangeError:
    return ExchangeError(
        file,
        "before the first element",
        "a DOCTYPE, which may pull in other files",
        "XML without one",
        "take the DOCTYPE out",
    )


def refuse_doctype(data: bytes, file: str, *, anywhere: bool = False) -> None:
    """Is there a DOCTYPE before the first element (or anywhere)? Raise ExchangeError if so.

    For XML that a library parses. `parse_xml` looks twice: what hides from this (behind a comment
    or in another encoding) it finds at the first element.
    """
    plain = data.replace(b"\0", b"") if data[:2] in (b"\xff\xfe", b"\xfe\xff") else data
    root = None if anywhere else re.search(rb"<[^!?\s]", plain)
    if b"<!DOCTYPE" in (plain[: root.start()] if root else plain):
        raise _doctype(file)


def read_xml(path: Path) -> etree._Element:
    """The root of an XML file; see `parse_xml`."""
    return parse_xml(read_bytes(path), path.name)


# --- zip --------------------------------------------------------------------------------------


class Archive:
    """The members of a zip file, read in memory and only after all were found harmless.

    Names are never joined to a path of this machine. Refused: too many or too large members,
    members packed suspiciously small, absolute names, names with ``..`` or a drive, links,
    encrypted members, names given twice.

    Parameters
    ----------
    data : bytes
        The zip file.
    file : str
        Name for messages.

    Raises
    ------
    ExchangeError
        With the member.
    """

    def __init__(self, data: bytes, file: str):
        self.file = file
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            infos = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as fault:
            raise ExchangeError(
                file, "", f"a broken zip ({fault})", "a zip file", "is the file complete?"
            ) from None
        _check_members(infos, file)
        self._infos = {info.filename: info for info in infos if not info.is_dir()}
        self.names = tuple(self._infos)

    def read(self, name: str) -> bytes:
        """The bytes of one member; ExchangeError if it is missing or broken."""
        place = f"{self.file}/{name}"
        if name not in self._infos:
            raise ExchangeError(
                place, "", "no such member", ", ".join(self.names[:5]), "is the export complete?"
            )
        size = self._infos[name].file_size
        try:
            with self._zip.open(name) as stream:
                data = stream.read(size + 1)
        except Exception as fault:
            # zlib, lzma and bz2 have errors of their own
            raise ExchangeError(
                place, "", f"a broken member ({fault})", "", "export it again"
            ) from None
        if len(data) != size:
            raise ExchangeError(place, "", "fewer bytes than announced", "", "export it again")
        return data

    def text(self, name: str) -> str:
        """The text of one member; see `decode`."""
        return decode(self.read(name), f"{self.file}/{name}")


def read_archive(path: Path) -> Archive:
    """The members of a zip file; see `Archive`."""
    return Archive(read_bytes(path), path.name)


def _check_members(infos: list[zipfile.ZipInfo], file: str) -> None:
    if len(infos) > MAX_MEMBERS:
        raise ExchangeError(file, "", f"{len(infos):,} members", f"up to {MAX_MEMBERS:,}", _SPLIT)
    total = 0
    seen: set[str] = set()
    for info in infos:
        place = f"member {info.filename!r}"
        fault = _name_fault(info.filename)
        if info.filename in seen:
            fault = "a name given twice"
        elif stat.S_IFMT(info.external_attr >> 16) == _LINK:
            fault = "a link"
        elif info.flag_bits & 1:
            fault = "an encrypted member"
        if fault:
            raise ExchangeError(file, place, fault, "plain members below the archive")
        seen.add(info.filename)
        total += info.file_size
        _check_size(info, total, file, place)


def _check_size(info: zipfile.ZipInfo, total: int, file: str, place: str) -> None:
    if info.file_size > MAX_FILE:
        raise too_large(file, place, info.file_size, MAX_FILE)
    if total > MAX_ARCHIVE:
        raise too_large(file, "all members together", total, MAX_ARCHIVE)
    if info.file_size > RATIO_FROM and info.file_size > MAX_RATIO * max(info.compress_size, 1):
        found = f"{info.file_size:,} bytes packed into {info.compress_size:,}"
        raise ExchangeError(
            file, place, found, f"up to {MAX_RATIO} times", "unpack it yourself if you trust it"
        )


def _name_fault(name: str) -> str:
    parts = name.replace("\\", "/").split("/")
    if not name or "\0" in name:
        return "no usable name"
    if parts[0] == "" or re.match(r"[A-Za-z]:", name):
        return "an absolute name"
    if ".." in parts:
        return "a name that leaves the archive"
    return ""
