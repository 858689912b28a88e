"""Disagreement map: marks along each text, by reason."""

import pandas as pd
import pytest

from frameline.charts.canvas import canvas
from frameline.charts.disagreement_map import MOST, disagreement_map, disagreement_map_height
from tests.charts.geometry import assert_inside, assert_no_overlap


def table(texts=2, size=6, name="Text {}", reasons=("rule", "ambiguity", "oversight")):
    rows = [
        (name.format(t), 100 * i / max(size - 1, 1), reasons[i % len(reasons)])
        for t in range(texts)
        for i in range(size)
    ]
    return pd.DataFrame(rows, columns=["name", "position", "reason"])


def draw(data, **options):
    fig, ax = canvas(disagreement_map_height(data))
    disagreement_map(ax, data, **options)
    return fig, ax


def marks(ax, reason):
    return [m for m in ax.lines if m.get_label() == reason]


def test_each_reason_has_its_own_shape():
    _, ax = draw(table(texts=1))
    shapes = {r: {m.get_marker() for m in marks(ax, r)} for r in ("rule", "ambiguity", "oversight")}
    assert all(len(s) == 1 for s in shapes.values())
    assert len(set.union(*shapes.values())) == 3
    assert len(marks(ax, "rule")[0].get_xdata()) == 2


def test_disagreements_at_one_place_are_stacked():
    data = pd.DataFrame({"name": "T", "position": [50.0] * (MOST + 3), "reason": "rule"})
    _, ax = draw(data)
    heights = marks(ax, "rule")[0].get_ydata()
    assert len(heights) == len(set(heights)) == MOST
    texts = [t.get_text() for t in ax.texts]
    assert f"n = {MOST + 3}" in texts, "all are counted"
    assert "+3" in texts, "and those without room are said"


@pytest.mark.parametrize(
    "data",
    [
        table(),
        table(texts=30, size=50),
        table(texts=1, size=1),
        table(name="A very long name of authors & others {}"),
        table(name="همکاری {}", reasons=("ابهام", "правило")),
        table(name="_$x$ {}", reasons=("_$r$",)),
    ],
)
def test_nothing_overlaps_or_leaves_the_sheet(data):
    fig, _ = draw(data)
    assert_no_overlap(fig)
    assert_inside(fig)


def test_an_empty_table_is_refused():
    _, ax = canvas(2)
    with pytest.raises(ValueError, match="no rows"):
        disagreement_map(ax, table().head(0))
