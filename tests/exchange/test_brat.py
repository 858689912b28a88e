"""brat: round trip; every kind of line, folders per coder, line ends, marks and wide characters."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import given

from frameline.exchange.files.error import ExchangeError
from frameline.exchange.formats.brat.lines import read_configuration
from frameline.exchange.formats.registry import load_format
from frameline.exchange.model.project import (
    Annotation,
    Code,
    Coding,
    Document,
    Options,
    Project,
    Span,
)
from tests.exchange.strategies import CODES, accounted, content, examples, projects

brat = load_format("brat")

WORDS = [code for code in CODES if not re.search(r"\s", code)]
HELD = projects(
    variables=("type", "frame"), codes=WORDS, most_spans=3, whole_document=False,
    quote=lambda text: re.sub(r"[\r\n]", " ", text),
)  # fmt: skip


@given(HELD)
@examples(15)
def test_what_is_written_is_read(project):
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "made"
        assert brat.cannot_hold(project) == []
        brat.write(project, out)
        assert brat.sniff(out, b"")
        read = brat.read([out], Options(offsets="code-points"))
    assert content(read) == content(project)
    assert accounted(read)
    assert read.left == ()


def folder(tmp_path, **files):
    for name, text in files.items():
        path = tmp_path / name.replace("__", "/").replace("_ann", ".ann").replace("_txt", ".txt")
        path.parent.mkdir(exist_ok=True, parents=True)
        data = text if isinstance(text, bytes) else text.encode("utf8")
        path.write_bytes(data)
    return tmp_path


ANN = """T1\tClaim 0 7\tNorland
T2\tActor 8 12;22 26\tarms fast
A1\tFrame T1 ECO
A2\tFrame T1 SAN
M1\tNegated T2
N1\tReference T2 Wikipedia:534366\tArms
#1\tAnnotatorNotes T1\tfirst
#2\tAnnotatorNotes T1\tsecond
#3\tAnnotationError T1\tbad
R1\tCauses Arg1:T1 Arg2:T2
E1\tAct:T2 Agent:T1
*\tEquiv T1 T2
A3\tFuture E1
#4\tAnnotatorNotes R1\tabout the relation
"""
TEXT = "Norland arms Sudland. fast\n"


def test_every_kind_of_line(tmp_path):
    found = brat.read([folder(tmp_path, letter_txt=TEXT, letter_ann=ANN)], Options("anna"))
    assert accounted(found)
    assert found.rows == 14
    assert found.codings == (
        Coding(
            "letter",
            "anna",
            (
                Annotation(
                    (Span(0, 7),),
                    {"type": ("Claim",), "Frame": ("ECO", "SAN")},
                    quote="Norland",
                    note="first\nsecond",
                ),
                Annotation(
                    (Span(8, 12), Span(22, 26)),
                    {"type": ("Actor",), "Wikipedia": ("534366",), "Negated": ("true",)},
                    quote="arms fast",
                ),
            ),
        ),
    )
    assert {left.what: left.count for left in found.left} == {
        "relations": 1,
        "events": 1,
        "equivalences": 1,
        "lines AnnotationError": 1,
        "lines about relations, events and attributes": 2,
    }


def test_coders_are_folders_and_may_share_a_text(tmp_path):
    root = folder(
        tmp_path, letter_txt=TEXT, talk_txt="x", anna__letter_ann="T1\tA 0 7\tNorland\n",
        ben__letter_ann="",
    )  # fmt: skip
    found = brat.read([root], Options())
    assert [(c.coder, len(c.annotations)) for c in found.codings] == [("anna", 1), ("ben", 0)]
    assert {d.id for d in found.documents} == {"letter", "talk"}


def test_folders_are_part_of_the_name_when_the_coder_is_said(tmp_path):
    root = folder(tmp_path, a__x_txt="x", a__x_ann="", b__x_txt="y", b__x_ann="")
    found = brat.read([root], Options("anna"))
    assert [(c.document, c.coder) for c in found.codings] == [("a_x", "anna"), ("b_x", "anna")]


def test_one_file_is_read_with_its_text(tmp_path):
    root = folder(tmp_path, anna__x_txt="xy", anna__x_ann="T1\tA 0 1\tx\n")
    for names in (["x.ann"], ["x.txt", "x.ann"]):
        found = brat.read([root / "anna" / name for name in names], Options())
        assert [(c.document, c.coder) for c in found.codings] == [("x", "anna")]
        assert found.rows == 1


@pytest.mark.parametrize(
    ("text", "line", "unit", "span"),
    [
        ("a\r\nfleet", "2 7", "code-points-crlf-folded", Span(3, 8)),
        ("a\r\nfleet", "3 8", "code-points", Span(3, 8)),
        ("😀 fleet", "3 8", "utf-16", Span(2, 7)),
        ("😀 fleet", "2 7", "code-points", Span(2, 7)),
        (b"\xef\xbb\xbfa fleet", "3 8", "code-points", Span(2, 7)),
        (b"\xef\xbb\xbfa fleet", "2 7", "code-points", Span(2, 7)),
    ],
)
def test_traps_of_counting(tmp_path, text, line, unit, span):
    root = folder(tmp_path, x_txt=text, x_ann=f"T1\tA {line}\tfleet\n")
    found = brat.read([root], Options("anna"))
    assert found.offsets == unit
    assert found.codings[0].annotations[0].spans == (span,)


def test_crlf_in_the_ann_file_and_a_quote_over_a_line_end(tmp_path):
    root = folder(tmp_path, x_txt="old\nfleet", x_ann="T1\tA 0 9\told fleet\r\n\r\n")
    found = brat.read([root], Options("anna"))
    assert found.codings[0].annotations[0].quote == "old fleet"


CONF = """# ours
[entities]
<POL>=Norland|Sudland
!Actor
\tState
\t\tGreat-power
----
Claim
[attributes]
Frame Arg:Claim, Value:ECO|SAN
Negated Arg:<ENTITY>
[relations]
Causes Arg1:Claim, Arg2:Claim
"""


def test_codes_come_from_the_configuration(tmp_path):
    (tmp_path / "annotation.conf").write_text(CONF, encoding="utf8")
    root = folder(tmp_path, letter_txt=TEXT, letter_ann=ANN)
    kinds, frame, negated = brat.read([root], Options("anna")).variables[:3]
    assert kinds.codes == (
        Code("Actor"), Code("State", parent="Actor"), Code("Great-power", parent="State"),
        Code("Claim"),
    )  # fmt: skip
    assert [c.code for c in frame.codes] == ["ECO", "SAN"]
    assert [c.code for c in negated.codes] == ["true"]


def test_the_configuration_written_is_read_back(tmp_path):
    said = Annotation((Span(0, 1),), {"type": ("Claim",), "frame": ("ECO",)})
    project = Project((Document("a", "abc"),), (Coding("a", "x", (said,)),))
    brat.write(project, tmp_path / "out")
    read = read_configuration((tmp_path / "out/annotation.conf").read_text(encoding="utf8"))
    assert [c.code for c in read["type"].codes] == ["Claim", "Annotation"]
    assert [c.code for c in read["frame"].codes] == ["ECO"]


def test_what_it_cannot_hold_is_said(tmp_path):
    said = (
        Annotation((Span(0, 3),), {"my frame": ("A B",)}, quote="a\nb", note="x\ny"),
        Annotation((), {"type": ("A",)}),
    )
    documents = (Document("../a", "a\nb", {"title": "T"}),)
    project = Project(documents, (Coding("../a", "x/y", said),))
    assert [(left.count, left.what) for left in brat.cannot_hold(project)] == [
        (1, "annotations of the whole document"),
        (2, "names and codes with blanks"),
        (2, "names of documents and coders"),
        (1, "quotes over line ends"),
        (1, "notes over several lines"),
        (1, "facts of documents"),
    ]
    brat.write(project, tmp_path / "out")
    names = sorted(str(p.relative_to(tmp_path)) for p in tmp_path.rglob("*.*"))
    assert names == ["out/annotation.conf", "out/x_y/_._a.ann", "out/x_y/_._a.txt"]


def test_an_unplaceable_quote_is_refused(tmp_path):
    root = folder(tmp_path, x_txt="a fleet", x_ann="T1\tA 0 5\tfleet\n")
    with pytest.raises(ExchangeError, match=r"x\.ann, line 1; found quotes 'fleet' where the text"):
        brat.read([root], Options("anna", strict=True))
