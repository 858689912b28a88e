"""Strategy dots: one dot per recommendation."""

import pandas as pd
import pytest

from frameline.charts.canvas import canvas
from frameline.charts.strategy_dots import STACK, strategy_dots, strategy_dots_height
from tests.charts.geometry import assert_inside, assert_no_overlap, count_marks


def table(texts=3, n=2, name="Text {}", kinds=("explicit", "hedged", "implicit")):
    rows = [
        (name.format(t), step, kind, n)
        for t in range(texts)
        for step, kind in zip((-2, -1, 1), kinds, strict=False)
    ]
    return pd.DataFrame(rows, columns=["name", "strategy", "explicitness", "n"])


def draw(data, **options):
    fig, ax = canvas(strategy_dots_height(data))
    strategy_dots(ax, data, **options)
    return fig, ax


def dots(ax, kind):
    return [m for m in ax.lines if m.get_label() == kind]


def test_each_recommendation_is_a_dot_filled_by_how_it_is_said():
    fig, ax = draw(table(texts=1, n=4))
    assert [count_marks(fig, k) for k in ("explicit", "hedged", "implicit")] == [4, 4, 4]
    assert {m.get_fillstyle() for m in dots(ax, "hedged")} == {"left"}
    assert {m.get_fillstyle() for m in dots(ax, "implicit")} == {"none"}


def test_harder_is_further_left():
    _, ax = draw(table(texts=1, n=1))
    x = [float(dots(ax, k)[0].get_xdata()[0]) for k in ("explicit", "hedged", "implicit")]
    assert x == sorted(x)
    assert "n = 3" in [t.get_text() for t in ax.texts]


def test_a_last_line_begins_below_the_first():
    _, ax = draw(table(texts=1, n=STACK + 1))
    x = dots(ax, "explicit")[0].get_xdata()
    assert float(x[STACK]) == pytest.approx(float(x[0]))


@pytest.mark.parametrize(
    "data",
    [
        table(),
        table(texts=1, n=1),
        table(texts=30),
        table(n=60),
        table(name="A very long name of authors & others {}"),
        table(name="همکاری {}"),
        table(name="_$x$ {}", kinds=("other",)),
    ],
)
def test_nothing_overlaps_or_leaves_the_sheet(data):
    fig, _ = draw(data)
    assert_no_overlap(fig)
    assert_inside(fig)


def test_an_empty_table_is_refused():
    _, ax = canvas(2)
    with pytest.raises(ValueError, match="no rows"):
        strategy_dots(ax, table().head(0))


@pytest.mark.parametrize(
    "name", ["2024: US government {}", "A very long name of authors, a body {}"]
)
def test_compact_rows_are_lower_and_keep_their_columns(name):
    data = table(texts=4, n=5, name=name)
    assert strategy_dots_height(data, compact=True) < strategy_dots_height(data)
    fig, ax = canvas(strategy_dots_height(data, compact=True))
    strategy_dots(ax, data, compact=True)
    assert_no_overlap(fig)
    assert_inside(fig)
    edges = sorted({float(rule.get_xdata()[0]) for rule in ax.lines
                    if len(rule.get_xdata()) == 2 and len(set(rule.get_xdata())) == 1
                    and len(set(rule.get_ydata())) == 2})  # fmt: skip
    for kind, edge in (("explicit", edges[0]), ("hedged", edges[1])):
        assert all(max(dot.get_xdata()) < edge for dot in dots(ax, kind))
