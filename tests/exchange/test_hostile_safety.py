"""Files that attack or break the reading itself: encodings, JSON, XML, zip, paths, saving."""

from __future__ import annotations

import io
import os
import stat
import zipfile

import pytest

from frameline.exchange.files import safety
from frameline.exchange.files.error import ExchangeError
from frameline.exchange.files.safety import (
    Archive,
    decode,
    parse_json,
    parse_json_lines,
    parse_xml,
    read_bytes,
    read_text,
)
from frameline.exchange.files.saving import save, save_folder


@pytest.mark.parametrize(
    ("data", "place", "found"),
    [
        (b"caf\xe9", "byte 4 (line 1)", "0xE9, which is not UTF-8"),
        (b"a\nb\n\xff", "byte 5 (line 3)", "0xFF"),
        (b"\xef\xbb\xbfa\xe9", "byte 5", "0xE9"),
        (b"a\xe2\x82", "byte 2", "0xE2"),
        (b"\xc0\xaf", "byte 1", "0xC0"),
        (b"\xed\xa0\x80", "byte 1", "0xED"),
        (b"\xff\xfea", "byte 3", "0x61, which is not UTF-16-LE"),
        (b"\xff\xfe\x00\xd8", "byte 3", "not UTF-16-LE"),
        (b"a\0b", "character 2 (line 1)", "a NUL character"),
        (b"a\x00b\x00", "character 2", "a NUL character"),
        (b"\xff\xfe\0\0a\0\0\0", "character 1", "a NUL character"),
    ],
)
def test_bytes_that_are_no_text(data, place, found):
    with pytest.raises(ExchangeError) as refused:
        decode(data, "a.txt")
    assert str(refused.value).startswith(f"a.txt, {place}")
    assert found in str(refused.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_encodings_that_are_read(tmp_path, encoding):
    path = tmp_path / "a.txt"
    path.write_bytes("שלום 😀\r\n".encode(encoding))
    assert read_text(path) == "שלום 😀\r\n"


def test_line_ends_stay_what_they_are():
    assert decode(b"a\r\nb\rc\n", "a.txt") == "a\r\nb\rc\n"


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ("", "line 1, column 1", "broken JSON"),
        ("{", "line 1, column 2", "broken JSON"),
        ('[1,\n{"a": }]', "line 2, column 7", "broken JSON"),
        ("[1,]", "line 1", "broken JSON"),
        ("{'a': 1}", "line 1", "broken JSON"),
        ('"a\nb"', "line 1", "broken JSON"),
        ("1 2", "line 1", "broken JSON"),
        ("NaN", "", "NaN"),
        ('{"a": [Infinity]}', "", "Infinity"),
        ("[-Infinity]", "", "-Infinity"),
        ("[1e999]", "", "1e999"),
        ("9" * 5000, "", "thousands of digits"),
        ('{"a": 1, "a": 2}', "", "the key 'a' twice"),
        ('["\\ud800"]', "/0", "U+D800"),
        ('{"a": "\\udfff"}', "/a", "U+DFFF"),
        ('{"a": {"\\u0000": 1}}', "/a", "U+0000"),
        ("[" * 201 + "]" * 201, "", "levels inside each other"),
        ('{"a":' * 250 + "1" + "}" * 250, "", "levels inside each other"),
        ("[" * 100_000, "", "levels inside each other"),
    ],
)
def test_json_that_is_refused(text, place, found):
    with pytest.raises(ExchangeError) as refused:
        parse_json(text, "a.json")
    message = str(refused.value)
    assert message.startswith("a.json")
    assert place in message
    assert found in message
    assert len(message) < 300


def test_json_of_too_many_values(monkeypatch):
    monkeypatch.setattr(safety, "MAX_VALUES", 100)
    with pytest.raises(ExchangeError, match=r"a\.json; found about 202 values; allowed: up to 100"):
        parse_json("[" + "[]," * 100 + "1]", "a.json")


def test_json_at_the_deepest_level_is_read():
    text = "[" * 199 + "]" * 199
    assert parse_json(text, "a.json")


@pytest.mark.parametrize(
    ("data", "place", "found"),
    [
        (b'{"a": 1}\n{"a":', "line 2, column 6", "broken JSON"),
        (b'{"a": 1}\n\n\xff', "line 3, byte 1", "0xFF"),
        (b"[1]\n[NaN]", "line 2", "NaN"),
        (b"[1]\n" + b"[" * 500 + b"]" * 500, "line 2", "levels"),
        (b'[1] {"a": 1}', "line 1, column 5", "broken JSON"),
    ],
)
def test_lines_that_are_no_json(data, place, found):
    with pytest.raises(ExchangeError) as refused:
        list(parse_json_lines(data, "a.jsonl"))
    assert str(refused.value).startswith(f"a.jsonl, {place}")
    assert found in str(refused.value)


def test_a_line_that_is_too_long(monkeypatch):
    monkeypatch.setattr(safety, "MAX_LINE", 1000)
    data = b'{"a": 1}\n"' + b" " * 2000 + b'"\n'
    with pytest.raises(ExchangeError, match=r"line 2; found a very long line; .*1,000 bytes"):
        list(parse_json_lines(data, "a.jsonl"))


def test_only_line_feeds_end_a_line():
    data = '"a\u2028b\u0085c"\r\n\ufeff'.encode()[:-3]
    assert list(parse_json_lines(data, "a.jsonl")) == [(1, "a\u2028b\u0085c")]


def test_utf16_lines_are_read():
    assert list(parse_json_lines('["é"]\n["b"]'.encode("utf-16"), "a")) == [(1, ["é"]), (2, ["b"])]


LAUGHS = b"".join(
    b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10 if n else b"ha") for n in range(12)
)


@pytest.mark.parametrize(
    ("data", "place", "found"),
    [
        (b"", "line 1", "broken XML"),
        (b"<a>", "line 1", "broken XML"),
        (b"<a>\n<b></a>", "line 2", "broken XML"),
        (b"text", "line 1", "broken XML"),
        (b"<a>\xe9</a>", "line 1", "broken XML"),
        (b"<a>&nbsp;</a>", "line 1", "'nbsp' not defined"),
        (b"<a>&#0;</a>", "line 1", "broken XML"),
        (b"<!DOCTYPE a><a/>", "before the first element", "a DOCTYPE"),
        (b"<!-- <x --><!DOCTYPE a><a/>", "before the first element", "a DOCTYPE"),
        (b'<?xml version="1.0"?><!DOCTYPE a SYSTEM "http://127.0.0.1/x.dtd"><a/>', "", "DOCTYPE"),
        (
            b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
            "before the first element",
            "a DOCTYPE",
        ),
        (b'<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1/"> %x;]><a/>', "", "a DOCTYPE"),
        (b"<!DOCTYPE a [" + LAUGHS + b"]><a>&l11;</a>", "", "a DOCTYPE"),
        (b"<!-- <x --><!DOCTYPE a [" + LAUGHS + b']><a b="&l11;"/>', "line 1", "amplification"),
        ("<!DOCTYPE a><a/>".encode("utf-16"), "before the first element", "a DOCTYPE"),
        (b'<?xml version="1.0" encoding="utf-7"?>+ADwAIQ-DOCTYPE a+AD4-<a/>', "", "DOCTYPE"),
        (b"<a>" * 201 + b"</a>" * 201, "line 1", "levels inside each other"),
        (b"<a>\n" * 100_000, "line 201", "levels inside each other"),
        (b'<a b="1" b="2"/>', "line 1", "redefined"),
        (b'<a b="' + b"x" * 11_000_000 + b'"/>', "line 1", "limit exceeded"),
    ],
)
def test_xml_that_is_refused(data, place, found):
    with pytest.raises(ExchangeError) as refused:
        parse_xml(data, "a.xml")
    message = str(refused.value)
    assert message.startswith("a.xml")
    assert place in message
    assert found in message
    assert len(message) < 300


@pytest.mark.parametrize(
    ("cap", "value", "found"),
    [("MAX_XML", 20, "found 1,007 bytes"), ("MAX_ELEMENTS", 50, "very many elements")],
)
def test_caps_of_xml(monkeypatch, cap, value, found):
    monkeypatch.setattr(safety, cap, value)
    with pytest.raises(ExchangeError, match=found):
        parse_xml(b"<a>" + b"<b/>" * 250 + b"</a>", "a.xml")


def test_a_text_above_the_cap(monkeypatch):
    monkeypatch.setattr(safety, "MAX_TEXT", 10)
    with pytest.raises(ExchangeError, match=r"a\.txt; found 11 bytes; allowed: up to 10 bytes"):
        decode(b"x" * 11, "a.txt")


def test_xml_includes_nothing(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", encoding="utf8")
    data = (
        '<a xmlns:xi="http://www.w3.org/2001/XInclude">'
        f'<xi:include href="{secret.as_uri()}" parse="text"/></a>'
    )
    root = parse_xml(data.encode(), "a.xml")
    assert "secret" not in "".join(root.itertext())


def packed(*members, **flags):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members:
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = flags.get("attributes", 0)
            made.writestr(info, data)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "place", "found"),
    [
        (b"", "", "a broken zip"),
        (b"PK\x03\x04", "", "a broken zip"),
        (packed(("a", b"x" * 1000))[:-30], "", "a broken zip"),
        (packed(("../a", b"x")), "member '../a'", "leaves the archive"),
        (packed(("a/../../b", b"x")), "member 'a/../../b'", "leaves the archive"),
        (packed(("..\\a", b"x")), "member", "leaves the archive"),
        (packed(("/etc/passwd", b"x")), "member '/etc/passwd'", "absolute"),
        (packed(("C:\\a", b"x")), "member", "absolute"),
        (packed(("\\\\host\\a", b"x")), "member", "absolute"),
        (packed(("a", b"/etc/passwd"), attributes=(stat.S_IFLNK | 0o777) << 16), "'a'", "a link"),
        (packed(("a", b"0" * 5_000_000)), "member 'a'", "5,000,000 bytes packed into"),
    ],
)
def test_archives_that_are_refused(data, place, found):
    with pytest.raises(ExchangeError) as refused:
        Archive(data, "a.zip")
    message = str(refused.value)
    assert message.startswith("a.zip")
    assert place in message
    assert found in message


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_member_twice():
    with pytest.raises(ExchangeError, match=r"a\.zip, member 'a'; found a name given twice"):
        Archive(packed(("a", b"1"), ("a", b"2")), "a.zip")


@pytest.mark.parametrize(
    ("cap", "value", "found"),
    [
        ("MAX_MEMBERS", 2, "3 members"),
        ("MAX_ARCHIVE", 250, "all members together; found 300 bytes"),
        ("MAX_FILE", 90, "member 'a'; found 100 bytes"),
    ],
)
def test_caps_of_archives(monkeypatch, cap, value, found):
    monkeypatch.setattr(safety, cap, value)
    with pytest.raises(ExchangeError, match=found):
        Archive(packed(*((name, os.urandom(100)) for name in "abc")), "a.zip")


def test_a_member_with_other_bytes_than_announced():
    data = bytearray(packed(("a.txt", os.urandom(400))))
    data[60:90] = os.urandom(30)
    with pytest.raises(ExchangeError, match=r"a\.zip/a\.txt; found a broken member"):
        Archive(bytes(data), "a.zip").read("a.txt")


def test_an_encrypted_member():
    data = bytearray(packed(("a.txt", b"x")))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(ExchangeError, match="an encrypted member"):
        Archive(bytes(data), "a.zip")


def test_a_member_that_is_not_there():
    with pytest.raises(ExchangeError, match=r"a\.zip/b; found no such member; allowed: a"):
        Archive(packed(("a", b"x")), "a.zip").read("b")


def test_a_member_s_text_names_archive_and_member():
    archive = Archive(packed(("d/a.txt", b"\xe9")), "a.zip")
    with pytest.raises(ExchangeError, match=r"a\.zip/d/a\.txt, byte 1"):
        archive.text("d/a.txt")


def test_paths_that_are_no_files(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for name, found in (("none", "no readable file"), (".", "a folder"), ("pipe", "not a file")):
        with pytest.raises(ExchangeError, match=found):
            read_bytes(tmp_path / name)


def test_a_file_above_the_cap(tmp_path):
    path = tmp_path / "big.json"
    with open(path, "wb") as stream:
        stream.truncate(100 * 1024 * 1024)  # sparse: takes no place on the disk
    with pytest.raises(ExchangeError, match=r"big\.json; found 104,857,600 bytes; allowed: up to"):
        read_bytes(path, limit=1024)


# --- saving -----------------------------------------------------------------------------------


def test_saving_writes_whole_files_with_usual_rights(tmp_path):
    assert save(tmp_path / "a.csv", b"x").read_bytes() == b"x"
    assert [p.name for p in tmp_path.iterdir()] == ["a.csv"]
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE((tmp_path / "a.csv").stat().st_mode) == 0o666 & ~mask


@pytest.mark.parametrize("kind", ["file", "folder", "link"])
def test_saving_never_takes_a_name_that_is_taken(tmp_path, kind):
    target = tmp_path / "a"
    if kind == "file":
        target.write_bytes(b"old")
    elif kind == "folder":
        target.mkdir()
    else:
        target.symlink_to(tmp_path / "nowhere")
    for act in (lambda: save(target, b"new"), lambda: save_folder(target, {"x": b"new"})):
        with pytest.raises(ExchangeError, match="a; found something of that name"):
            act()
    assert [p.name for p in tmp_path.iterdir()] == ["a"]
    assert kind != "file" or target.read_bytes() == b"old"


@pytest.mark.parametrize("step", ["fsync", "link"])
def test_a_full_disk_leaves_nothing(tmp_path, monkeypatch, step):
    def refuses(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, step, refuses)
    if step == "link":  # then a rename is tried, which works
        assert save(tmp_path / "a.csv", b"x").read_bytes() == b"x"
        return
    for act in (save, lambda path, data: save_folder(path, {"d/x": data})):
        with pytest.raises(ExchangeError, match=r"a\.csv; found a disk that refuses \(No space"):
            act(tmp_path / "a.csv", b"x")
    assert list(tmp_path.iterdir()) == []


def test_two_writers_at_once(tmp_path, monkeypatch):
    real = os.link

    def another_is_faster(old, new):
        with open(new, "xb") as stream:
            stream.write(b"theirs")
        real(old, new)

    monkeypatch.setattr(os, "link", another_is_faster)
    with pytest.raises(ExchangeError, match="something of that name"):
        save(tmp_path / "a.csv", b"ours")
    assert (tmp_path / "a.csv").read_bytes() == b"theirs"
    assert [p.name for p in tmp_path.iterdir()] == ["a.csv"]


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(ExchangeError, match=r"a\.csv; found a disk that refuses"):
        save(tmp_path / "none" / "a.csv", b"x")


@pytest.mark.parametrize("name", ["../x", "/x", "a/../../x", "a\\b", "", "."])
def test_a_folder_keeps_its_files_inside(tmp_path, name):
    with pytest.raises(ExchangeError, match="leaves the folder"):
        save_folder(tmp_path / "out", {name: b"x"})
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_written_whole(tmp_path):
    files = save_folder(tmp_path / "out", {"a/b.txt": b"x", "c.txt": b""})
    assert [str(p.relative_to(tmp_path)) for p in files] == ["out/a/b.txt", "out/c.txt"]
    assert files[0].read_bytes() == b"x"
    assert [p.name for p in tmp_path.iterdir()] == ["out"]
