"""Mirror bars: two sides on one scale, strong leads, rows from the seventh text on."""

import numpy as np
import pandas as pd
import pytest

from frameline.charts.canvas import canvas
from frameline.charts.mirror_bars import MOST, mirror_bars, mirror_bars_height
from tests.charts.geometry import assert_inside, assert_no_overlap

CODES = ["history", "arms", "trade"]


def table(texts=4, codes=CODES, sides=("binding", "dividing")):
    rows = [
        (f"Author {1990 + t}", code, side, (1 + (t + c + s) % 5) / 20, c == t % len(codes))
        for t in range(texts)
        for c, code in enumerate(codes)
        for s, side in enumerate(sides)
    ]
    return pd.DataFrame(rows, columns=["name", "code", "side", "share", "leads"])


def draw(rows, **options):
    fig, ax = canvas(mirror_bars_height(rows, options.get("order")))
    mirror_bars(ax, rows, **options)
    return fig, ax


def bars(ax, side):
    return [patch for patch in ax.patches if patch.get_label() == side]


def lines(ax, label):
    return [one for one in ax.lines if one.get_label() == label]


def test_bars_are_as_long_as_their_shares_on_one_scale():
    rows = table()
    _, ax = draw(rows)
    for side in ("binding", "dividing"):
        shares = rows.loc[rows["side"] == side, "share"].to_numpy()
        long = np.array([bar.get_width() for bar in bars(ax, side)])
        assert np.allclose(long / shares, long[0] / shares[0])
    per = [bars(ax, side)[0].get_width() / rows.loc[rows["side"] == side, "share"].iloc[0]
           for side in ("binding", "dividing")]  # fmt: skip
    assert per[0] == pytest.approx(per[1])


def test_dividing_stands_left_and_binding_right_of_the_line():
    _, ax = draw(table(1))
    (zero,) = {one.get_xdata()[0] for one in lines(ax, "nought")}
    assert all(bar.get_x() == pytest.approx(zero) for bar in bars(ax, "binding"))
    assert all(bar.get_x() + bar.get_width() == pytest.approx(zero) for bar in bars(ax, "dividing"))


def test_what_leads_has_the_strong_colour():
    rows = table(1)
    _, ax = draw(rows)
    leads = rows.loc[rows["side"] == "binding", "leads"].tolist()
    faces = [bar.get_facecolor() for bar in bars(ax, "binding")]
    strong = faces[leads.index(True)]
    assert [face == strong for face in faces] == leads


@pytest.mark.parametrize("texts", [1, 2, 6, 7, 12, 30])
@pytest.mark.parametrize("sides", [("binding", "dividing"), ("all",)])
def test_everything_stands_inside_and_nothing_on_another(texts, sides):
    fig, ax = draw(table(texts, sides=sides))
    assert_inside(fig)
    assert_no_overlap(fig)
    rows = {text.get_text() for text in ax.texts}
    assert "Author 1990" in rows
    assert any("more" in row for row in rows) == (texts > MOST)


def test_a_bracket_joins_two_texts_and_only_side_by_side():
    names = ["Author 1990", "Author 1991"]
    _, ax = draw(table(4), brackets=[("arms", *names)])
    (bracket,) = lines(ax, "bracket")
    zeros = sorted({one.get_xdata()[0] for one in lines(ax, "nought")})
    assert [bracket.get_xdata()[0], bracket.get_xdata()[-1]] == zeros[:2]
    _, ax = draw(table(8), brackets=[("arms", *names)])
    assert lines(ax, "bracket") == []


def test_the_message_stands_at_its_bar():
    fig, ax = draw(table(4), message=("Author 1991", "arms", "dividing", "none in 1993"))
    (said,) = [text for text in ax.texts if text.get_text() == "none in 1993"]
    row = next(text for text in ax.texts if text.get_text() == "arms")
    assert abs(said.get_position()[1] - row.get_position()[1]) < 0.5
    assert_no_overlap(fig)


def test_columns_that_are_missing_are_named():
    _, ax = canvas(2)
    with pytest.raises(ValueError, match="leads"):
        mirror_bars(ax, table().drop(columns="leads"))
