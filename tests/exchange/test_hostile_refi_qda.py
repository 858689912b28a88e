"""REFI-QDA files that are broken or mean harm are refused with their place."""

import stat
import zipfile

import pytest

from frameline.exchange.files import safety
from frameline.exchange.formats.registry import load_format
from tests.exchange.hostile import EVIL_PROLOGS, refused
from tests.exchange.test_refi_qda import A, B, C, D, U, W, packed, qde, selection, source

refi_qda = load_format("refi-qda")

CODED = f'<Coding guid="{B}"><CodeRef targetGUID="{W}"/></Coding>'
STRANGER = f'<Coding guid="{B}" creatingUser="{W}"><CodeRef targetGUID="{A}"/></Coding>'
NOTED = f'{selection()}<NoteRef targetGUID="{W}"/>'
VALUED = f'<VariableValue><VariableRef targetGUID="{W}"/><TextValue>x</TextValue></VariableValue>'

BROKEN = {
    "no closing tag": (qde(source())[:-3], "line 1", "broken XML"),
    "no XML": ("code;text", "line 1", "broken XML"),
    "empty": ("", "line 1", "broken XML"),
    "another root": ("<TEI/>", "first element", "TEI"),
    "another namespace": ('<Project xmlns="urn:x"/>', "the namespace urn:x"),
    "no namespace": ("<Project/>", "the namespace none"),
    "start after end": (qde(source(selection(9, 3))), "line 1", "end 3 before start 9"),
    "beyond the text": (qde(source(selection(0, 999))), "line 1", "offsets 0 to 999"),
    "a negative place": (qde(source(selection(-1, 3))), "startPosition", "'-1'"),
    "a place that is a fraction": (qde(source(selection(0, 1.5))), "endPosition", "'1.5'"),
    "a place in other digits": (qde(source(selection(0, "٣"))), "endPosition", "whole number"),
    "no place": (qde(source(selection(0, ""))), "endPosition", "nothing"),
    "a place of many digits": (qde(source(selection(0, "9" * 50))), "endPosition", "whole number"),
    "a code that is not there": (qde(source(selection(inner=CODED))), "Coding", W),
    "a coding without code": (qde(source(f'<Coding guid="{B}"/>')), "Coding", "no CodeRef"),
    "a memo that is not there": (qde(source(NOTED)), "NoteRef", W),
    "a variable that is not there": (qde(source(VALUED)), "VariableRef", W),
    "a selection given twice": (qde(source(selection() + selection())), C, "twice"),
    "a code given twice": (qde(codes=f'<Code guid="{A}" name="x"/>'), A, "twice"),
    "a code without guid": (qde(codes='<Code name="x"/>'), "Code", "no guid"),
    "a code without name": (qde(codes=f'<Code guid="{B}" name=" "/>'), "Code", "without name"),
    "levels without end": (
        qde(codes="".join(f'<Code guid="{n:08}-{A[9:]}" name="c">' for n in range(300))
            + "</Code>" * 300),
        "200 levels",
    ),
    "an entity nobody declared": (qde(source(text="&e;")), "line 1", "broken XML"),
    "a control character": (qde(source(text="a\x01b")), "line 1", "broken XML"),
}  # fmt: skip


@pytest.mark.parametrize(("xml", "said"), [(v[0], v[1:]) for v in BROKEN.values()], ids=BROKEN)
def test_broken_projects(tmp_path, xml, said):
    refused(refi_qda, [packed(tmp_path, xml)], "p.qdpx/project.qde", *said)


@pytest.mark.parametrize("prolog", EVIL_PROLOGS.values(), ids=EVIL_PROLOGS)
def test_doctypes(tmp_path, prolog):
    refused(refi_qda, [packed(tmp_path, prolog + qde(source()))], "project.qde", "DOCTYPE")


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["other.xml"], "no project.qde"),
        (["a.qde", "b.qde"], "2 project files"),
        (["sub/project.qde"], "no project.qde"),
        (["project.qde", "../evil.txt"], "leaves the archive"),
        (["project.qde", "/etc/evil.txt"], "absolute name"),
        (["project.qde", "C:\\evil.txt"], "absolute name"),
    ],
)
def test_archives_with_wrong_members(tmp_path, names, said):
    path = tmp_path / "p.qdpx"
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, qde(source()))
    refused(refi_qda, [path], "p.qdpx", said)


def test_a_link_in_the_archive(tmp_path):
    path = tmp_path / "p.qdpx"
    with zipfile.ZipFile(path, "w") as archive:
        info = zipfile.ZipInfo("sources/x.txt")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, "/etc/passwd")
    refused(refi_qda, [path], "sources/x.txt", "a link")


def test_a_text_packed_too_well(tmp_path, monkeypatch):
    monkeypatch.setattr(safety, "RATIO_FROM", 1000)
    path = packed(tmp_path, qde(source()), {"sources/x.txt": b"\0" * 1_000_000})
    refused(refi_qda, [path], "sources/x.txt", "1,000,000 bytes packed")


def test_a_text_that_is_no_utf8(tmp_path):
    text = f'<TextSource guid="{D}" name="t" plainTextPath="internal://x.txt"/>'
    path = packed(tmp_path, qde(text), {"sources/x.txt": b"caf\xe9"})
    refused(refi_qda, [path], "sources/x.txt", "byte 4", "0xE9")


def test_a_file_cut_off(tmp_path):
    path = packed(tmp_path, qde(source(selection())))
    path.write_bytes(path.read_bytes()[:200])
    refused(refi_qda, [path], "p.qdpx", "broken zip")


def test_a_qde_without_its_archive(tmp_path):
    path = tmp_path / "project.qde"
    path.write_text(qde(source()))
    refused(refi_qda, [path], "project.qde", "Project", ".qdpx")


def test_two_projects_at_once(tmp_path):
    path = packed(tmp_path, qde(source()))
    refused(refi_qda, [path, path], "2 files")


def test_a_codebook_of_another_standard(tmp_path):
    path = tmp_path / "c.qdc"
    path.write_text(f'<CodeBook xmlns="urn:x"><Codes><Code guid="{U}"/></Codes></CodeBook>')
    refused(refi_qda, [path], "c.qdc", "namespace urn:x")
