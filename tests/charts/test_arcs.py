"""Arcs: the running balance, its turn and what is conceded."""

import numpy as np
import pandas as pd
import pytest

from frameline.charts.arcs import arcs
from frameline.charts.canvas import panels
from tests.charts.geometry import assert_inside, assert_no_overlap

SIGNS = [1, 1, 1, -1, -1, -1, -1, 1]


def claims(texts=1, signs=SIGNS, name="Text {}"):
    rows = []
    for t in range(texts):
        running = np.cumsum(signs)
        for i, sign in enumerate(signs):
            position = 100 * (i + 1) / len(signs)
            rows.append((f"d{t}", name.format(t), position, running[i], sign, i != 2, i < 3))
    columns = ["doc_id", "name", "position", "running", "sign", "own", "conceded"]
    return pd.DataFrame(rows, columns=columns)


def turns(table):
    peak = table.loc[table.groupby("doc_id")["running"].idxmax()]
    return peak.assign(kind="peak")[["doc_id", "kind", "position", "running"]]


def draw(table, extra=0, **options):
    fig, axes = panels(table["doc_id"].nunique() + extra, cols=3, height=2.0)
    arcs(axes, table, **options)
    return fig, axes


def by_label(ax, label):
    return [a for a in [*ax.lines, *ax.patches, *ax.collections] if a.get_label() == label]


def test_the_line_follows_the_balance():
    _, (ax,) = draw(claims())
    (arc,) = by_label(ax, "arc")
    heights = -arc.get_ydata()
    steps = np.sign(np.diff(heights)).astype(int)
    assert steps.tolist() == SIGNS
    assert len(by_label(ax, "other")[0].get_xdata()) == 1
    assert len(by_label(ax, "conceded")) == 1


def test_turn_and_end_are_labelled():
    table = claims()
    _, (ax,) = draw(table, turns=turns(table))
    texts = [t.get_text() for t in ax.texts]
    assert "+3" in texts, "the peak"
    assert "0" in texts, "the end"
    assert "n = 8" in texts


def test_panels_share_one_scale():
    table = pd.concat([claims(), claims(signs=[1] * 20).assign(doc_id="long", name="Long")])
    _, axes = draw(table)
    tick = [{t.get_text() for t in ax.texts} for ax in axes]
    assert "+10" in tick[0]
    assert "+10" in tick[1]


def test_a_place_left_over_holds_the_key():
    _, axes = draw(claims(), extra=1)
    assert "How to read" in [t.get_text() for t in axes[1].texts]


@pytest.mark.parametrize(
    ("table", "extra"),
    [
        (claims(), 0),
        (claims(texts=5), 1),
        (claims(texts=30), 0),
        (claims(signs=[-1]), 0),
        (claims(signs=[1, -1] * 60), 1),
        (claims(name="A very long name of authors, editors & others {}"), 1),
        (claims(name="همکاری ناپایدار {}"), 1),
        (claims(name="_$x$ {}"), 1),
    ],
)
def test_nothing_overlaps_or_leaves_the_sheet(table, extra):
    band = table[["doc_id", "position"]].assign(low=table["running"] - 1, high=table["running"] + 1)
    fig, _ = draw(table, extra, turns=turns(table), envelope=band)
    assert_no_overlap(fig)
    assert_inside(fig)


def test_too_few_axes_and_empty_tables_are_refused():
    with pytest.raises(ValueError, match="2 texts need as many axes"):
        arcs(panels(1)[1], claims(texts=2))
    with pytest.raises(ValueError, match="no rows"):
        arcs(panels(1)[1], claims().head(0))
