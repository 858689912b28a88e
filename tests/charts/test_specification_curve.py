"""Specification curve: the estimate under every way of counting."""

import itertools

import pandas as pd
import pytest

from frameline.charts.canvas import canvas
from frameline.charts.specification_curve import (
    specification_curve,
    specification_curve_height,
)
from tests.charts.geometry import assert_inside, assert_no_overlap


def table(voices=("all", "own"), codings=("final", "a", "b"), name="{}"):
    rows = []
    for i, (voice, coding) in enumerate(itertools.product(voices, codings)):
        estimate = 0.3 - 0.1 * i
        rows.append(
            (
                name.format(voice),
                name.format(coding),
                estimate,
                estimate - 0.2,
                estimate + 0.2,
                estimate > 0,
            )
        )
    columns = ["voice", "coding", "estimate", "low", "high", "holds"]
    return pd.DataFrame(rows, columns=columns).assign(n=40)


def draw(data, **options):
    fig, ax = canvas(specification_curve_height(data))
    specification_curve(ax, data, **options)
    return fig, ax


def texts(ax):
    return [t.get_text() for t in ax.texts]


def test_how_often_it_holds_is_printed():
    data = table()
    _, ax = draw(data)
    held, tried = int(data["holds"].sum()), len(data)
    assert any(f"{held} of {tried}" in t for t in texts(ax))


def test_choices_that_vary_have_their_rows():
    _, ax = draw(table(codings=("final",)), labels={"own": "author’s own"})
    assert "author’s own" in texts(ax)
    assert "coding" not in texts(ax), "what never varies is no choice"


@pytest.mark.parametrize(
    "data",
    [
        table(),
        table(voices=("all",), codings=("final",)),
        table(voices=tuple("abcdefgh"), codings=tuple("uvwxyz")),
        table(name="a long name of a choice {}"),
        table(name="выбор {}"),
        table(name="_$x$ {}"),
        table().drop(columns=["low", "high", "holds"]),
    ],
)
def test_nothing_overlaps_or_leaves_the_sheet(data):
    fig, _ = draw(data)
    assert_no_overlap(fig)
    assert_inside(fig)


def test_an_empty_table_is_refused():
    _, ax = canvas(2)
    with pytest.raises(ValueError, match="no rows"):
        specification_curve(ax, table().head(0))
