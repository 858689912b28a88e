"""What `frameline import` shows, asks, takes and refuses; `frameline repair-offsets`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from frameline.cli import main

CASES = Path(__file__).parent / "cases"
TWO = "document,coder,claim_type,tone_of_it\n" + "".join(
    f"d{n % 3},ana,{'ab'[n % 2]},{'xyz'[n % 3]}\n" for n in range(12)
)


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text(TWO, encoding="utf-8")
    return path


def run(capsys, *words):
    code = main([str(word) for word in words])
    out, err = capsys.readouterr()
    return code, out, err


def test_an_open_frame_is_asked_for_and_nothing_is_written(capsys, table, tmp_path):
    code, out, err = run(capsys, "import", table, "--into", tmp_path / "c")
    assert code == 2
    assert not (tmp_path / "c").exists()
    assert "which variable says the frame? Nothing was written" in err
    assert '[columns]\n"claim_type" = "frame"\n# "tone_of_it" = "frame"\n' in out


def test_yes_takes_the_most_used(capsys, table, tmp_path):
    code, out, _ = run(capsys, "import", table, "--into", tmp_path / "c", "--yes")
    assert code == 0
    assert "claim_type is the frame" in out


def test_the_printed_map_decides(capsys, table, tmp_path):
    names = tmp_path / "map.toml"
    names.write_text('[columns]\n"tone_of_it" = "frame"\n', encoding="utf-8")
    code, out, _ = run(capsys, "import", table, "--into", tmp_path / "c", "--map", names)
    assert code == 0
    assert "frame is the frame" in out


def test_explain_tells_what_each_column_became_and_why(capsys, tmp_path):
    file = CASES / "tables/dedoose_excerpts.csv"
    code, out, _ = run(capsys, "import", file, "--into", tmp_path / "c", "--explain")
    assert code == 0
    lines = {line.split("column ", 1)[1].split("  ")[0]: line for line in out.splitlines()
             if "column " in line and "  " in line}  # fmt: skip
    assert "document" in lines["Media Title"]
    assert "the recipe Dedoose" in lines["Media Title"]
    assert "left out" in lines["Excerpt Date"]


def test_the_left_report_shows_rows_in_their_text(capsys, tmp_path):
    page = tmp_path / "deep" / "left.html"
    file = CASES / "label-studio/one_end_beyond.json"
    code, out, _ = run(
        capsys, "import", file, "--into", tmp_path / "c", "--left-report", page, "--yes"
    )
    assert code == 0
    assert "left   1 row" in out
    html = page.read_text(encoding="utf-8")
    assert "task 100, annotation 1, result 1" in html
    assert "<mark>trades with Sudmark." in html


def test_text_is_never_markup_in_the_left_report(capsys, tmp_path):
    file = tmp_path / "t.csv"
    file.write_text(
        "document,coder,start,end,frame\na,ana,0,1,E\na,ana,<b>,1,E\n", encoding="utf-8"
    )
    page = tmp_path / "left.html"
    run(capsys, "import", file, "--into", tmp_path / "c", "--left-report", page)
    html = page.read_text(encoding="utf-8")
    assert "&lt;b&gt;" in html
    assert "<b>" not in html


def test_strict_refuses_for_one_faulty_row(capsys, tmp_path):
    file = CASES / "label-studio/one_end_beyond.json"
    code, _, err = run(capsys, "import", file, "--into", tmp_path / "c", "--strict")
    assert code == 1
    assert "task 100" in err
    assert not (tmp_path / "c").exists()


def test_predictions_on_request(capsys, tmp_path):
    file = CASES / "label-studio/predictions_only.json"
    code, out, _ = run(capsys, "import", file, "--into", tmp_path / "c", "--with", "predictions")
    assert code == 0
    assert "coders: gpt-x" in out


def test_an_encoding_can_be_named(capsys, tmp_path):
    file = tmp_path / "t.csv"
    file.write_bytes("document,coder,frame\nBrief,Jörg,Zölle\n".encode("cp1252"))
    code, _, err = run(capsys, "import", file, "--into", tmp_path / "a")
    assert code == 1
    assert "--encoding cp1252" in err
    code, out, _ = run(capsys, "import", file, "--into", tmp_path / "b", "--encoding", "cp1252")
    assert code == 0
    assert "Jörg" in out
    code, _, err = run(capsys, "import", file, "--into", tmp_path / "d", "--encoding", "nonsense")
    assert code == 1
    assert "an encoding of text" in err


def test_dates_of_national_forms(capsys, tmp_path):
    file = tmp_path / "t.csv"
    file.write_text(
        "document,published,coder,frame\na,09.03.2021,x,E\nb,5 March 2021,x,E\nc,soon,x,E\n",
        encoding="utf-8",
    )
    code, out, _ = run(capsys, "import", file, "--into", tmp_path / "c")
    assert code == 0
    rows = (tmp_path / "c/documents.csv").read_text(encoding="utf-8")
    assert "2021-03-09" in rows
    assert "2021-03-05" in rows
    assert "has no date: published is" in out
    assert "soon" in out


def test_offsets_are_told_and_repaired(capsys, tmp_path):
    out = tmp_path / "right.json"
    file = CASES / "label-studio/emoji_u16.json"
    code, said, _ = run(capsys, "repair-offsets", file, "--out", out)
    assert code == 0
    assert "24-43        22-41        quote, in utf-16  sure" in said
    spans = [r["value"] for r in json.loads(out.read_text())[0]["annotations"][0]["result"]]
    assert [(s["start"], s["end"]) for s in spans] == [(22, 41), (48, 61)]
    code, said, _ = run(capsys, "repair-offsets", out)
    assert "0 spans of 2 to change" in said


def test_a_folder_that_is_not_there_is_no_full_disk(capsys, tmp_path):
    file = CASES / "tables/nltk2865.csv"
    code, _, err = run(capsys, "import", file, "--into", tmp_path / "no" / "corpus")
    assert code == 1
    assert "no such folder; make the folder first" in err
    assert not list(tmp_path.iterdir())


def test_codes_that_the_codebook_has_not_cost_their_rows(capsys, tmp_path):
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    first.write_text("document,coder,frame\na,x,E\na,x,F\nb,x,E\n", encoding="utf-8")
    second.write_text("document,coder,frame\na,y,E\na,y,EE\nb,y,F\n", encoding="utf-8")
    assert run(capsys, "import", first, "--into", tmp_path / "c")[0] == 0
    code, _, err = run(capsys, "import", second, "--into", tmp_path / "c", "--strict")
    assert code == 1
    assert "did you mean E" in err
    code, out, _ = run(capsys, "import", second, "--into", tmp_path / "c")
    assert code == 0
    assert "3 rows: 2 claims" in out
    assert "frame 'EE', 1 times" in out.replace('"', "'")


def test_doccano_is_written_in_utf16_unless_told(capsys, tmp_path):
    file = CASES / "doccano/emoji_cp.jsonl"
    run(capsys, "import", file, "--into", tmp_path / "c", "--keep-texts")
    for unit, start in (("", 24), ("code-points", 22), ("graphemes", 22)):
        out = tmp_path / f"as-{unit}.jsonl"
        words = ["--offsets", unit] if unit else []
        assert run(capsys, "export", "doccano", tmp_path / "c", out, *words)[0] == 0
        assert json.loads(out.read_text().splitlines()[0])["label"][0][0] == start
