"""Figures, tables and the colophon as the builder receives them."""

import base64
import xml.etree.ElementTree as ET

import matplotlib.pyplot as plt
import pandas as pd
import pytest

import frameline.charts  # noqa: F401  (style and fonts)
from frameline.record.figure import (
    EVIDENCE_MIME,
    FIGURE_MIME,
    TABLE_MIME,
    Colophon,
    Figure,
    FigureError,
    Table,
)
from frameline.record.findings import FINDINGS_MIME, Findings, Prose

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
    return Figure(**(given | changes))


def texts(svg):
    return [e.text for e in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


def test_the_record_holds_what_a_reader_needs():
    record = chart()._repr_mimebundle_()[FIGURE_MIME]
    assert record["evidence"] == ["c1", "c2"]
    assert record["table"] == {
        "columns": ["text", "claims", "share"],
        "rows": [["a", "4", "0.6667"], ["b", "2", ""]],
    }
    assert record["alt"]["segments"][0]["text"] == ALT


def test_headline_and_source_stand_in_the_files_for_reuse_only():
    record = chart().record()
    assert "The first text makes more claims" not in texts(record["svg"])
    assert "The first text makes more claims" in texts(record["export_svg"])
    assert "Frameline" in texts(record["export_svg"])
    bare, full = (ET.fromstring(record[k]).get("height") for k in ("svg", "export_svg"))
    assert float(full.removesuffix("pt")) > float(bare.removesuffix("pt"))
    assert base64.b64decode(record["export_png"]).startswith(b"\x89PNG")


def test_drawing_twice_gives_the_same_bytes():
    assert chart().record() == chart().record()


def test_a_missing_glyph_is_an_error():
    figure = chart()
    figure.fig.axes[0].set_title("\U0001f9ff")
    with pytest.raises(UserWarning, match="Glyph"):
        figure.record()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"key": "Two bars"}, "lower-case"),
        ({"alt": "Two bars."}, "alternative text"),
        ({"table": pd.DataFrame()}, "no numbers"),
    ],
)
def test_what_the_report_may_not_show_is_refused(change, says):
    with pytest.raises(FigureError, match=says):
        chart(**change)
    plt.close("all")


def test_hostile_text_is_escaped_in_the_notebook_view():
    figure = chart(note="<script>alert(1)</script>", table=pd.DataFrame({"<b>": ["<i>x</i>"]}))
    shown = figure._repr_mimebundle_()["text/html"]
    assert "<script>" not in shown
    assert "<i>x" not in shown


def test_a_table_shows_its_columns_in_their_units():
    data = pd.DataFrame({"name": ["A"], "net": [-0.5], "hidden": [1], "codes": [["x", "y"]]})
    table = Table(
        data, "demo", Findings("d").title("Nets"), {"name": "Text", "codes": "Codes", "net": "Net"},
        units={"net": "net"},
    )  # fmt: skip
    record = table._repr_mimebundle_()[TABLE_MIME]
    assert record["rows"] == [["A", "x; y", "−0.50"]]
    assert [c["align"] for c in record["columns"]] == ["left", "left", "right"]


def test_the_colophon_carries_findings_and_evidence():
    f = Findings("demo")
    f.add("n", 1, unit="count")
    bundle = Colophon(f, pd.DataFrame([{"claim_id": "c1", "gist": "g"}]))._repr_mimebundle_()
    assert bundle[FINDINGS_MIME]["chapter"] == "demo"
    assert bundle[EVIDENCE_MIME] == {"claims": [{"claim_id": "c1", "gist": "g"}]}


def test_a_table_prints_probabilities_without_a_sign_of_equality():
    table = pd.DataFrame({"p": [0.0061, 0.2, 0.00001]})
    shown = Table(table, "tests", Prose(({"text": "T"},)), {"p": "p"}, {"p": "p"})
    assert shown.rows() == [["0.006"], ["0.20"], ["< 0.001"]]
