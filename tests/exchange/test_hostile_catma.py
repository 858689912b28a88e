"""CATMA files that are broken or mean harm are refused with their place."""

import gzip
import io
import tarfile

import pytest

from frameline.exchange.files import safety
from frameline.exchange.formats.registry import load_format
from tests.exchange.hostile import EVIL_PROLOGS, refused
from tests.exchange.test_catma import TEXT, collection, export, fs, seg, tag

catma = load_format("catma")

GOOD = collection(seg("#CATMA_A1", 0, 3), fs())


def pointing(target):
    return collection(f'<seg ana="#CATMA_A1"><ptr target="{target}"/></seg>', fs())


BROKEN = {
    "empty": ("", "line 1", "broken XML"),
    "cut off": (GOOD[:-9], "line 1", "broken XML"),
    "another root": ("<x/>", "first element", "TEI"),
    "an annotation that is not there": (collection(seg("#CATMA_A9", 0, 3), fs()), "seg", "A9"),
    "a tag that is not there": (collection(seg("#CATMA_A1", 0, 3), fs(kind="T9")), "fs", "'T9'"),
    "no tag": (collection(seg("#CATMA_A1", 0, 3), fs(kind="")), "fs", "''"),
    "a tag twice": (collection(tags=tag("T1", "a") + tag("T1", "b")), "T1"),
    "a tag without id": (
        collection(tags=tag("", "a").replace('xml:id=""', "")), "fsDecl", "without id",
    ),
    "a tag without name": (collection(tags=tag("T1", " ")), "fsDecl", "without name"),
    "tags above each other": (
        collection(tags=tag("T1", "a", "T2") + tag("T2", "b", "T1")), "fsDecl", "above each other",
    ),
    "no target": (pointing(""), "ptr", "''"),
    "a target without places": (pointing("catma://CATMA_D1"), "ptr", "catma://CATMA_D1"),
    "a target by line": (pointing("catma://CATMA_D1#line=1,2"), "ptr", "line=1,2"),
    "a negative place": (pointing("catma://CATMA_D1#char=-1,2"), "ptr", "char=-1,2"),
    "a place that is a fraction": (pointing("catma://CATMA_D1#char=0,1.5"), "ptr", "char=0,1.5"),
    "a place with digits without end": (pointing(f"x#char=0,{'9' * 99}"), "ptr", "START,END"),
    "end before start": (collection(seg("#CATMA_A1", 3, 1), fs()), "ptr", "end 1 before start 3"),
    "beyond the text": (collection(seg("#CATMA_A1", 0, 99), fs()), "ptr", "offsets 0 to 99"),
    "inside a character": (collection(seg("#CATMA_A1", 5, 8), fs()), "ptr", "inside a character"),
    "two documents": (
        collection(seg("#CATMA_A1", 0, 3) + seg("#CATMA_A1", 4, 6).replace("D1", "D2"), fs()),
        "ptr", "a second document",
    ),
    "levels without end": (collection("<ab>" * 300 + "</ab>" * 300), "200 levels"),
}  # fmt: skip


@pytest.mark.parametrize(("xml", "said"), [(v[0], v[1:]) for v in BROKEN.values()], ids=BROKEN)
def test_broken_collections(tmp_path, xml, said):
    refused(catma, [export(tmp_path, xml)], "letter/annotationcollections/c1.xml", *said)


@pytest.mark.parametrize("prolog", EVIL_PROLOGS.values(), ids=EVIL_PROLOGS)
def test_doctypes(tmp_path, prolog):
    refused(catma, [export(tmp_path, prolog + GOOD)], "c1.xml", "DOCTYPE")


def test_no_text_beside(tmp_path):
    refused(catma, [export(tmp_path, GOOD, text=None)], "c1.xml", "no text beside")


def test_no_collection(tmp_path):
    refused(catma, [export(tmp_path)], "no annotation collection")


def test_two_documents_of_one_name(tmp_path):
    export(tmp_path / "a", GOOD)
    export(tmp_path / "b", GOOD, text=TEXT + "!")
    refused(catma, [tmp_path], "another text for the document 'letter'")


def test_an_unknown_unit(tmp_path):
    refused(catma, [export(tmp_path, GOOD)], "--offsets", "words", offsets="words")


def tarred(tmp_path, *members):
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        for info, data in members:
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    path = tmp_path / "e.tar.gz"
    path.write_bytes(gzip.compress(stream.getvalue()))
    return path


def kind(name, what):
    info = tarfile.TarInfo(name)
    info.type, info.linkname = what, "/etc/passwd"
    return info, b""


@pytest.mark.parametrize(
    ("member", "said"),
    [
        ((tarfile.TarInfo("../c.xml"), b""), "leaves the archive"),
        ((tarfile.TarInfo("/etc/c.xml"), b""), "leaves the archive"),
        ((tarfile.TarInfo("C:/c.xml"), b""), "leaves the archive"),
        (kind("c.xml", tarfile.SYMTYPE), "a link or device"),
        (kind("c.xml", tarfile.LNKTYPE), "a link or device"),
        (kind("c.xml", tarfile.CHRTYPE), "a link or device"),
        (kind("c.xml", tarfile.FIFOTYPE), "a link or device"),
    ],
)
def test_tars_that_reach_out(tmp_path, member, said):
    refused(catma, [tarred(tmp_path, member)], "e.tar.gz", "c.xml", said)


def test_a_tar_with_a_name_twice(tmp_path):
    members = [(tarfile.TarInfo("c.xml"), GOOD.encode())] * 2
    refused(catma, [tarred(tmp_path, *members)], "c.xml", "a name given twice")


def test_a_tar_packed_too_well(tmp_path, monkeypatch):
    monkeypatch.setattr(safety, "RATIO_FROM", 1000)
    monkeypatch.setattr(safety, "MAX_RATIO", 10)
    path = tarred(tmp_path, (tarfile.TarInfo("c.xml"), b" " * 1_000_000))
    refused(catma, [path], "e.tar.gz", "packed into")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "ends early"),
        (b"no gzip", "broken gzip"),
        (gzip.compress(b"no tar" * 200, mtime=0), "broken tar"),
        (gzip.compress(GOOD.encode(), mtime=0)[:80], "ends early"),
    ],
)
def test_tars_that_are_none(tmp_path, data, said):
    path = tmp_path / "e.tar.gz"
    path.write_bytes(data)
    refused(catma, [path], "e.tar.gz", said)
