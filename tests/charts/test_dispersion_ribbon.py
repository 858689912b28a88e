"""Dispersion ribbon: a stroke for each occurrence, at its place in the text."""

import numpy as np
import pandas as pd
import pytest
from matplotlib.colors import to_hex

from frameline.charts.canvas import canvas
from frameline.charts.dispersion_ribbon import dispersion_ribbon, dispersion_ribbon_height
from tests.charts.geometry import assert_sound, count_marks, marks


def table(places=(0, 25, 100), code="war", name="Text", dp=0.25):
    rows = [(name, code, place, dp) for place in places]
    return pd.DataFrame(rows, columns=["name", "code", "position", "dp"])


def draw(data, **options):
    fig, ax = canvas(dispersion_ribbon_height(data))
    dispersion_ribbon(ax, data, **options)
    return fig, [t.get_text() for t in ax.texts]


def strokes(fig):
    return [float(part[0][0]) for m in marks(fig, "occurrence") for part in m.get_segments()]


def test_strokes_stand_where_the_occurrences_are():
    fig, _ = draw(table((0, 25, 100)))
    ends = marks(fig, "text")[0].get_xdata()
    assert strokes(fig) == pytest.approx(np.interp([0, 25, 100], [0, 100], ends))


def test_occurrences_and_their_spread_are_printed():
    _, texts = draw(table())
    assert {"war", "Text", "3", "0.25", "n", "DP"} <= set(texts)
    _, texts = draw(table().drop(columns="dp"))
    assert "DP" not in texts


def test_a_text_without_any_has_an_empty_ribbon():
    data = pd.concat([table(), table((np.nan,), name="Other", dp=np.nan)])
    fig, texts = draw(data)
    assert {"0", "–", "Other"} <= set(texts)
    assert count_marks(fig, "occurrence") == 3
    assert len(marks(fig, "text")) == 2


def test_codes_keep_their_order_names_and_colours():
    data = pd.concat([table(), table(code="trade")])
    fig, texts = draw(
        data, order=["trade", "war"], labels={"trade": "Trade"}, colours={"trade": "#123456"}
    )
    assert texts.index("Trade") < texts.index("war")
    first, second = marks(fig, "occurrence")
    assert to_hex(first.get_colors()[0]) == "#123456" != to_hex(second.get_colors()[0])


def test_many_occurrences_are_thin_and_stay_on_the_sheet():
    fig, _ = draw(table(np.linspace(0, 100, 500)))
    few, _ = draw(table())
    thin, thick = (marks(f, "occurrence")[0].get_linewidths()[0] for f in (fig, few))
    assert thin < thick
    assert_sound(fig)


def test_what_cannot_be_drawn_is_refused():
    _, ax = canvas(2)
    with pytest.raises(ValueError, match="outside of 0 to 100"):
        dispersion_ribbon(ax, table((101,)))
    with pytest.raises(ValueError, match="no rows"):
        dispersion_ribbon(ax, table().head(0))
