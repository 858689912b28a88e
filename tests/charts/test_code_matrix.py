"""Code matrix: counts printed, presence as shade."""

import pandas as pd
import pytest

from frameline.charts.canvas import canvas
from frameline.charts.code_matrix import code_matrix, code_matrix_height
from tests.charts.geometry import assert_inside, assert_no_overlap


def table(codes=3, texts=2, name="Text {}", code="c{}"):
    rows = [
        (name.format(t), code.format(c), c + t, (c + t) / (codes + texts), c, t)
        for t in range(texts)
        for c in range(codes)
    ]
    return pd.DataFrame(rows, columns=["name", "code", "n", "share", "binding", "dividing"])


def draw(data, groups=None, **options):
    fig, ax = canvas(code_matrix_height(data, groups))
    code_matrix(ax, data, groups=groups, **options)
    return fig, ax


def drawn(ax, label):
    return [a for a in [*ax.patches, *ax.lines] if a.get_label() == label]


def test_counts_are_printed_where_there_are_any():
    _, ax = draw(table(2, 2))
    assert len(drawn(ax, "cell")) == 4
    assert [t.get_text() for t in ax.texts].count("1") >= 2
    assert "0" not in [t.get_text() for t in ax.texts]


def test_shade_grows_with_presence():
    data = pd.DataFrame(
        {"name": ["A"] * 3, "code": list("xyz"), "n": [1, 2, 3], "share": [0.1, 0.5, 1]}
    )
    _, ax = draw(data)
    light = [sum(c.get_facecolor()[:3]) for c in drawn(ax, "cell")]
    assert light[0] > light[1] > light[2]


def test_triangles_show_the_sides_by_shape_too():
    _, ax = draw(table(2, 2))
    assert {m.get_marker() for m in drawn(ax, "binding")} == {"^"}
    assert {m.get_marker() for m in drawn(ax, "dividing")} == {"v"}
    assert {m.get_markerfacecolor() for m in drawn(ax, "dividing")} == {"white"}


def test_rows_stand_under_their_headings():
    _, ax = draw(table(4, 2), groups={"c0": "One", "c1": "Two", "c2": "One", "c3": "Two"})
    place = {t.get_text(): t.get_position()[1] for t in ax.texts}
    assert place["One"] < place["c0"] < place["c2"] < place["Two"] < place["c1"]


@pytest.mark.parametrize(
    "data",
    [
        table(1, 1),
        table(14, 5),
        table(40, 5),
        table(5, 30),
        table(4, 4).drop(columns=["binding", "dividing"]),
        table(4, 5, name="A very long name of authors & others {}"),
        table(4, 5, code="a very long name of a reason given by texts {}"),
        table(4, 3, name="همکاری {}", code="دلیل {}"),
        table(4, 3, name="_$x$ {}", code="_$y$ {}"),
    ],
)
def test_nothing_overlaps_or_leaves_the_sheet(data):
    fig, _ = draw(data)
    assert_no_overlap(fig)
    assert_inside(fig)


def test_an_empty_table_is_refused():
    _, ax = canvas(2)
    with pytest.raises(ValueError, match="no rows"):
        code_matrix(ax, table().head(0))
