"""Arrows: who acts on whom, as thick as the share of the claims."""

import numpy as np
import pandas as pd
import pytest
from matplotlib.colors import to_hex

from frameline.charts.arrows import COLOURS, THICK, arrows, arrows_height
from frameline.charts.canvas import canvas
from tests.charts.geometry import assert_sound, marks


def table(*counts, name="Text {}"):
    rows = [(name.format(i), *row) for i, row in enumerate(counts or [(8, 2, 6, 4)])]
    return pd.DataFrame(rows, columns=["name", "A>B", "B>A", "mutual", "na"])


def draw(data, **options):
    few = {"few": options["few"]} if "few" in options else {}
    fig, ax = canvas(arrows_height(data, **few))
    arrows(ax, data, **options)
    return fig, [t.get_text() for t in ax.texts]


def arrow(fig, code):
    (shape,) = marks(fig, f"arrow {list(COLOURS).index(code)}")
    return shape.get_xy()


def thickness(points):
    """Thickness between the tips: the points that stand closest to the middle, but not on it."""
    middle = (points[:, 1].min() + points[:, 1].max()) / 2
    return 2 * np.unique(np.abs(points[:, 1] - middle).round(6))[1]


@pytest.mark.parametrize("few", [0, 8])
def test_an_arrow_is_as_thick_as_its_share_and_points_to_whom_is_acted_on(few):
    fig, _ = draw(table((10, 5, 5, 0)), few=few)
    for code, share in (("A>B", 0.5), ("B>A", 0.25), ("mutual", 0.25)):
        assert thickness(arrow(fig, code)) == pytest.approx(THICK * share, abs=0.001)
    forth, back = arrow(fig, "A>B"), arrow(fig, "B>A")
    assert (forth[:, 0] == forth[:, 0].max()).sum() == 1, "one point at the tip"
    assert (back[:-1, 0] == back[:-1, 0].min()).sum() == 1


@pytest.mark.parametrize("few", [0, 8])
def test_share_claims_and_n_are_printed(few):
    _, texts = draw(table((10, 5, 5, 0)), few=few)
    assert {"50% (10)", "25% (5)", "0% (0)"} <= set(texts)
    assert "n = 20" in texts or "20" in texts
    assert texts.count("25% (5)") == 2


def test_actors_are_named_and_keep_their_colours():
    fig, texts = draw(table(), actors=("Ana", "Bo"))
    assert {"Ana", "Bo", "neither"} <= set(texts)
    assert to_hex(marks(fig, "arrow 0")[0].get_facecolor()) == COLOURS["A>B"]
    fig, _ = draw(table(), colours={"B>A": "#123456"})
    assert to_hex(marks(fig, "arrow 1")[0].get_facecolor()) == "#123456"


def test_no_claims_are_a_dotted_line_and_not_an_arrow():
    fig, texts = draw(table((4, 0, 0, 0), (0, 0, 0, 0)))
    assert len(marks(fig, "arrow 0")) == 1
    assert len(marks(fig, "arrow 1 none")) == 2
    assert texts.count("–") == 4, "a text without claims has no shares"


def test_more_texts_than_a_few_stand_in_one_line_each():
    rows = [(3, 2, 1, 4)] * 9
    assert arrows_height(table(*rows)) / 9 < arrows_height(table(*rows[:8])) / 8 / 2
    fig, _ = draw(table(*rows, name="A long name of authors & others {}"), actors=("همکاری", "$x$"))
    assert_sound(fig)


def test_what_cannot_be_drawn_is_refused():
    _, ax = canvas(2)
    with pytest.raises(ValueError, match="below 0"):
        arrows(ax, table((1, -1, 0, 0)))
    with pytest.raises(ValueError, match="no rows"):
        arrows(ax, table().head(0))
    with pytest.raises(ValueError, match="mutual"):
        arrows(ax, table().drop(columns="mutual"))
