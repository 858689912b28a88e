"""Nothing that a cell shows vanishes: it stands in the report, or the cell is named."""

import base64
import io
import json

import pytest
from matplotlib.figure import Figure as Canvas

from frameline.record.mime import FIGURE_MIME, PROSE_MIME, TABLE_MIME
from frameline.report import BuildError
from frameline.report.build import build
from frameline.report.running.foreign import read_html
from frameline.report.running.gate import gate
from frameline.report.running.run import run

ALT = (
    "A line that rises from left to right over the numbers of three invented letters, each one "
    "longer than the one before"
)
SAID = f"#| caption: Letters grow longer\n#| alt: {ALT}\n"


def png(width=220, height=110):
    drawn = io.BytesIO()
    Canvas(figsize=(width / 100, height / 100)).savefig(drawn, format="png", dpi=100)
    return base64.b64encode(drawn.getvalue()).decode("ascii")


def shown(**data):
    named = {name.replace("__", "/").replace("_svg", "+svg"): text for name, text in data.items()}
    return {"output_type": "display_data", "data": named, "metadata": {}}


def code(source, *outputs):
    return {"cell_type": "code", "source": source, "outputs": list(outputs),
            "execution_count": 1, "metadata": {}}  # fmt: skip


def taken(source, *outputs):
    return gate({"cells": [code(source, *outputs)]}, "toy").notebook["cells"][0]["outputs"]


def test_a_picture_becomes_a_figure_with_the_words_of_its_cell():
    (made,) = taken(SAID + "#| key: letters\nplot()", shown(image__png=png()))
    figure = made["data"][FIGURE_MIME]
    assert figure["key"] == "letters"
    assert figure["title"]["segments"] == [{"text": "Letters grow longer"}]
    assert figure["alt"]["segments"] == [{"text": ALT}]
    assert (figure["width_in"], figure["height_in"]) == (2.0, 1.0)
    assert "data:image/png;base64," in figure["svg"]


def test_a_key_that_is_not_given_is_the_place_of_the_cell():
    (made,) = taken(SAID, shown(image__png=png()))
    assert made["data"][FIGURE_MIME]["key"] == "toy-cell-1"


def test_what_drawing_gives_beside_the_chart_is_no_output():
    handle = shown(text__plain="[<matplotlib.lines.Line2D at 0x7f00>]")
    assert len(taken(SAID, handle, shown(image__png=png()))) == 1
    with pytest.raises(BuildError, match="not for the report"):
        taken("x", handle)


TABLE = "<table><thead><tr><th></th><th>text</th><th>n</th></tr></thead><tbody>" \
    "<tr><th>0</th><td>A &lt;b&gt;</td><td>3</td></tr></tbody></table>"  # fmt: skip


def test_a_table_of_pandas_is_a_table_without_its_counting_column():
    html = f"<div><style scoped>.x {{}}</style>{TABLE}</div>"
    (made,) = taken("#| caption: Texts\ntexts", shown(text__html=html, text__plain="…"))
    table = made["data"][TABLE_MIME]
    assert [column["label"] for column in table["columns"]] == ["text", "n"]
    assert [column["align"] for column in table["columns"]] == ["left", "right"]
    assert table["rows"] == [["A <b>", "3"]]


def test_cells_over_several_places_stand_in_each():
    (table,) = read_html(
        "<table><tr><th rowspan=2>a</th><th colspan=2>b</th></tr><tr><th>c</th><th>d</th></tr>"
        "<tr><td rowspan=2>1</td><td>2</td><td>3</td></tr><tr><td>4</td><td>5</td></tr></table>"
    )
    assert table.heads == ("a", "b · c", "b · d")
    assert table.rows == (("1", "2", "3"), ("1", "4", "5"))


def test_paragraphs_of_html_are_prose_and_nothing_of_its_markup_is_left():
    made = taken("x", shown(text__html="<h3>Seen</h3><p>One <b>two</b> &amp; <i>three</i></p>"))
    said = [output["data"][PROSE_MIME]["segments"][0]["text"] for output in made]
    assert said == ["Seen", "One two & three"]


@pytest.mark.parametrize(
    ("html", "says"),
    [
        ("<p>a</p><script>x()</script>", "<script> in HTML"),
        ("<iframe src='https://example.org'></iframe>", "<iframe> in HTML"),
        ("<object data='x'></object>", "<object> in HTML"),
        ("<svg onload='x()'></svg>", "<svg> in HTML"),
        ("<form><input></form>", "<form> in HTML"),
        ("<link rel=stylesheet href='https://example.org'>", "<link> in HTML"),
        ("<b onclick='x()'>a</b>", "attribute onclick"),
        ("<img src='https://example.org/a.png'>", "a picture from 'https://example.org/a.png'"),
        ("<table background='//example.org/a'><tr><td>x</td></tr></table>", "a picture from"),
        ("<img src='data:image/svg+xml;base64,PHN2Zz4='>", "would be fetched; allowed: a PNG"),
        ("<a href='javascript:x()'>a</a>", "a link to 'javascript:x"),
        ("<table><tr><td>...</td></tr></table><p>268 rows × 9 columns</p>", "shows a part"),
    ],
)
def test_html_that_loads_runs_or_hides_something_is_refused_by_cell(html, says):
    with pytest.raises(BuildError, match=says) as found:
        taken("#| caption: Mine\nmine", shown(text__html=html))
    assert str(found.value).startswith("toy: cell 1 (#| caption: Mine)")


WIDGET = {"application/vnd.jupyter.widget-view+json": {"model_id": "1"}, "text/plain": "Map()"}


def test_a_widget_is_shown_by_its_picture_or_refused():
    output = {"output_type": "display_data", "data": WIDGET, "metadata": {}}
    with pytest.raises(BuildError, match="a widget, which a page without script cannot show"):
        taken(SAID, output)
    (made,) = taken(SAID, {**output, "data": {**WIDGET, "image/png": png()}})
    assert FIGURE_MIME in made["data"]


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("plot()", r'a chart without caption and alt; begin the cell with "#\| caption: …"'),
        ("#| caption: Letters\nplot()", r'a chart without alt; begin the cell with "#\| alt: …"'),
        ("#| caption: Letters\n#| alt: A line\nplot()", "alt has 6 characters; at least 80"),
        ("#| captoin: Letters\nplot()", r'no option "captoin" \(did you mean "caption"\?\)'),
        (SAID + "#| key: My Chart\nplot()", 'key "My Chart"; allowed: lower-case'),
    ],
)  # fmt: skip
def test_what_an_author_must_say_is_asked_for_by_name(source, says):
    with pytest.raises(BuildError, match=says):
        taken(source, shown(image__png=png()))


def test_two_charts_of_one_cell_are_refused():
    with pytest.raises(BuildError, match="2 charts or tables in one cell"):
        taken(SAID, shown(image__png=png()), shown(image__png=png()))


@pytest.mark.parametrize(("mime", "todo"), [
    ("text/latex", "between dollar signs"), ("text/markdown", "Markdown cell"),
    ("application/javascript", "runs no script"), ("text/plain", "end the line with ;"),
])  # fmt: skip
def test_other_outputs_are_refused_with_what_to_do(mime, todo):
    with pytest.raises(BuildError, match=todo):
        taken("x", {"output_type": "display_data", "data": {mime: "3"}, "metadata": {}})


@pytest.mark.parametrize("engine", ["warm", "plain"])
def test_a_chart_left_open_is_never_lost(job, engine):
    draw = "import matplotlib.pyplot as plt\nplt.plot([1, 2, 3])"
    with pytest.raises(BuildError, match=r"cell 3 .*a chart without caption and alt"):
        run([job((draw, ""), name="bare")], engine=engine)
    said = run([job((f"{SAID}{draw}", ""), name="said")], engine=engine)["said"]
    found = [
        output["data"] for cell in said.notebook["cells"] for output in cell.get("outputs", ())
    ]
    assert [FIGURE_MIME in data for data in found] == [True]


@pytest.mark.slow
def test_all_of_it_stands_on_the_page_and_in_the_pdf(small, tmp_path):
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "notebooks/seal.png").write_bytes(base64.b64decode(png()))
    draw = f"{SAID}#| key: letters\nimport matplotlib.pyplot as plt\nplt.plot([1, 2, 3])"
    table = "#| caption: Letters\n#| key: rows\nimport pandas as pd\npd.DataFrame({'a': ['x']})"
    report = small(
        (draw, ""), (table, ""),
        '![A seal of wax on a letter](seal.png "The seal")\n\nSee [@letters], [@small-seal] and '
        "[what counts](#What-counts?).",
        "## What counts?\n\nBoth: $\\alpha = 1 - \\frac{D_o}{D_e}$.\n\n$$\nx = y\n$$",
    )  # fmt: skip
    built = build(report, out=tmp_path / "out", formats=["html", "pdf", "docx"], rehearse=False)
    page = (built.folder / "report.html").read_text(encoding="utf-8")
    for anchor in ("fig-letters", "tab-rows", "fig-small-seal", "small-what-counts"):
        assert f'id="{anchor}"' in page
    assert 'href="#small-what-counts"' in page
    assert "<mfrac>" in page
    assert "its numbers are not listed here" in page
    assert page.count("<script") == 0
    from pypdf import PdfReader

    pdf = PdfReader(built.folder / "report.pdf")
    text = "\n".join(sheet.extract_text() for sheet in pdf.pages)
    for words in ("Letters grow longer", "The seal", "What counts?"):
        assert words in text
    assert {"figures/letters.svg", "figures/rows.csv", "report.docx"} <= {*built.files}


@pytest.mark.parametrize(
    ("markdown", "says"),
    [
        ("![](seal.png)", "the picture seal.png has no caption and no alternative text; write"),
        ("![Wax](seal.png)", "has no caption; write"),
        ('![Wax](gone.png "The seal")', "gone.png cannot be read"),
        ('![Wax](https://example.org/a.png "The seal")', "would be fetched from outside"),
        ('Here ![Wax](seal.png "The seal") it is', "a picture within a line"),
        (r"So $\alhpa = 1$.", r"\$\\alhpa = 1\$: no command .alhpa .did you mean"),
        ("See [there](#nowhere).", "the link to #nowhere leads to no heading or chapter"),
        ("See [there](99-no.ipynb).", "the link to 99-no.ipynb leads to no heading or chapter"),
        ("See [there](notes.txt).", "the link to notes.txt leads to a file"),
    ],
)
def test_pictures_formulas_and_links_that_lead_nowhere_are_refused(small, tmp_path, markdown, says):
    with pytest.raises(BuildError, match=says):
        build(small(markdown), out=tmp_path / "out", formats=["html"], rehearse=False)


def test_a_picture_that_changes_is_read_again(small, tmp_path):
    report = small('![A seal of wax](seal.png "The seal")')
    options = {"formats": ["html"], "rehearse": False, "cache": tmp_path / "cache"}
    pages = []
    for width in (220, 330, 330):
        (tmp_path / "notebooks/seal.png").write_bytes(base64.b64decode(png(width)))
        built = build(report, out=tmp_path / "out", **options)
        pages.append((built.folder / "report.html").read_bytes())
    assert pages[0] != pages[1] == pages[2]
    assert built.reused == ("small",)


def test_a_failure_shows_the_cell_and_keeps_the_notebook_as_far_as_it_ran(small, tmp_path):
    out = tmp_path / "out"
    report = small(("seen = 1", ""), ("1 / 0", ""))
    with pytest.raises(BuildError) as found:
        build(report, out=out, formats=["html"], rehearse=False)
    said = str(found.value)
    assert said.startswith("small: cell 4 (1 / 0): ZeroDivisionError: division by zero")
    assert "----> 1 1 / 0" in said
    assert "frameline/" not in said.split("(the notebook")[0]
    half = tmp_path / "out.failed" / "small.ipynb"
    assert str(half) in said
    cells = json.loads(half.read_text(encoding="utf-8"))["cells"]
    assert [c["outputs"][0]["ename"] for c in cells if c.get("outputs")][-1] == "ZeroDivisionError"
    small(("seen = 1", ""))
    build(report, out=out, formats=["html"], rehearse=False)
    assert not half.exists()
