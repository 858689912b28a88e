"""Charts as figures of the report: what is drawn, when, and what is refused."""

import base64
import xml.etree.ElementTree as ET

import matplotlib.pyplot as plt
import pandas as pd
import pytest

import frameline.charts  # (style and fonts)
import frameline.exhibits.drawing
from frameline.exhibits.drawing import draw
from frameline.record.figure import Pictures
from frameline.record.findings import Findings
from frameline.record.mime import FIGURE_MIME
from frameline.record.shape import RecordError

ALT = "Two bars, one for each text: the first has four claims, the second two; n = 6 claims in all."


def chart(**changes):
    fig, ax = plt.subplots(figsize=(4, 2))
    ax.bar([0, 1], [4, 2])
    given = {
        "fig": fig,
        "key": "two-bars",
        "title": Findings("demo").title("The first text makes more claims"),
        "subtitle": "Core claims per text",
        "alt": ALT,
        "table": pd.DataFrame({"text": ["a", "b"], "claims": [4, 2], "share": [2 / 3, None]}),
        "evidence": ["c2", "c1", "c2"],
        "source": "Frameline",
    }
    return draw(**(given | changes))


def texts(svg):
    return [e.text for e in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


def test_the_record_holds_what_a_reader_needs():
    record = chart()._repr_mimebundle_()[FIGURE_MIME]
    assert record["evidence"] == ["c1", "c2"]
    assert record["table"]["rows"] == [["a", "4", "0.6667"], ["b", "2", ""]]
    heads = [(column["label"], column["align"]) for column in record["table"]["columns"]]
    assert heads == [("text", "left"), ("claims", "right"), ("share", "right")]
    assert record["alt"]["segments"][0]["text"] == ALT


def test_headline_and_source_stand_in_the_files_for_reuse_only():
    record = chart().record()
    assert "The first text makes more claims" not in texts(record["svg"])
    assert "The first text makes more claims" in texts(record["export_svg"])
    assert "Frameline" in texts(record["export_svg"])
    bare, full = (ET.fromstring(record[k]).get("height") for k in ("svg", "export_svg"))
    assert float(full.removesuffix("pt")) > float(bare.removesuffix("pt"))
    assert base64.b64decode(record["export_png"]).startswith(b"\x89PNG")


def test_a_chart_is_drawn_once_and_only_when_it_is_shown(monkeypatch):
    saved = []
    save = frameline.exhibits.drawing._save
    monkeypatch.setattr(
        frameline.exhibits.drawing, "_save", lambda *given: saved.append(1) or save(*given)
    )
    figure = chart()
    assert saved == []
    assert figure._repr_mimebundle_()[FIGURE_MIME] == figure.record()
    assert isinstance(figure.pictures, Pictures)
    assert len(saved) == 3


def test_drawing_twice_gives_the_same_bytes():
    assert chart().record() == chart().record()


def test_no_chart_fails_over_a_character_that_no_font_has():
    fig, ax = plt.subplots()
    ax.set_title("\U0001f9ff")
    assert "\U0001f9ff" in chart(fig=fig).pictures.svg


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"key": "Two bars"}, "lower-case"),
        ({"alt": "Two bars."}, "alternative text"),
        ({"table": pd.DataFrame()}, "no numbers"),
    ],
)
def test_what_the_report_may_not_show_is_refused(change, says):
    with pytest.raises(RecordError, match=says):
        chart(**change)
    plt.close("all")


def test_hostile_text_is_escaped_in_the_notebook_view():
    figure = chart(note="<script>alert(1)</script>", table=pd.DataFrame({"<b>": ["<i>x</i>"]}))
    shown = figure._repr_mimebundle_()["text/html"]
    assert "<script>" not in shown
    assert "<i>x" not in shown
