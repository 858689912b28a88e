"""Group matrix: shares printed, differences as colour, strength as frames."""

import numpy as np
import pandas as pd
import pytest

from frameline.charts.canvas import canvas
from frameline.charts.group_matrix import group_matrix, group_matrix_height
from tests.charts.geometry import assert_inside


def table(groups=3, codes=4, name="group {}", code="code {}"):
    rows = [
        (name.format(g), code.format(c), (g + c) / (groups + codes), 10 + g, 0.0, "open")
        for g in range(groups)
        for c in range(codes)
    ]
    columns = ["group", "code", "share", "documents", "difference", "word"]
    return pd.DataFrame(rows, columns=columns)


def draw(data, **options):
    fig, ax = canvas(group_matrix_height(data))
    group_matrix(ax, data, **options)
    return fig, ax


def patches(ax, label):
    return [patch for patch in ax.patches if patch.get_label() == label]


def test_every_share_is_printed_in_percent():
    _, ax = draw(table(2, 2))
    said = [text.get_text() for text in ax.texts]
    assert {"0", "25", "50"} <= set(said)
    assert len(patches(ax, "cell")) == 4


def test_more_and_less_have_colours_of_their_own_and_deeper_is_further():
    data = table(1, 4).assign(difference=[0.3, 0.1, 0.0, -0.3])
    _, ax = draw(data)
    far, near, none, less = (cell.get_facecolor()[:3] for cell in patches(ax, "cell"))
    assert far[2] > far[0]
    assert less[0] > less[2]
    assert sum(far) < sum(near) < sum(none)


def test_frames_say_how_sure_a_difference_is():
    data = table(1, 3).assign(word=["firm", "leaning", "open"])
    _, ax = draw(data)
    firm, leaning = (max(p.get_linewidth() for p in patches(ax, w)) for w in ("firm", "leaning"))
    assert firm > leaning > 0
    # one in the key, one in the table
    assert [len(patches(ax, word)) for word in ("firm", "leaning", "open")] == [2, 2, 0]


def test_a_share_that_is_missing_leaves_its_cell_blank():
    data = table(1, 2).assign(share=[np.nan, 0.5])
    _, ax = draw(data)
    assert "nan" not in " ".join(text.get_text() for text in ax.texts)


@pytest.mark.parametrize(
    "data",
    [table(1, 1), table(20, 14), table(3, 4, name="a very long name of a newspaper {}"),
     table(2, 14, code="what this code is called at length {}")],
)  # fmt: skip
def test_nothing_leaves_the_sheet(data):
    fig, _ = draw(data)
    assert_inside(fig)


def test_a_table_without_a_column_is_refused():
    with pytest.raises(ValueError, match="group_matrix"):
        draw(table().drop(columns="word"))
