"""Convergence: marks where the shares are, labels that never overlap."""

from collections import Counter

import numpy as np
import pandas as pd
import pytest

from frameline.charts.canvas import canvas
from frameline.charts.convergence import convergence, convergence_height
from tests.charts.geometry import (
    assert_clear,
    assert_inside,
    assert_no_overlap,
    count_marks,
    drawn_texts,
    marks,
)

SMALL = pd.DataFrame(
    {
        "name": ["One", "One", "One", "Two"],
        "code": ["a", "b", "c", "a"],
        "x": [0.5, 0.2, 0.0, 0.3],
        "y": [0.1, 0.2, 0.0, 0.4],
        "subtitle": ["40 claims, 90 words"] * 3 + ["3 claims, 7 words"],
    }
)


def draw(table, **kwargs):
    sizes = {"cols": kwargs["cols"]} if "cols" in kwargs else {}
    fig, ax = canvas(convergence_height(table, **sizes))
    assert convergence(ax, table, **kwargs) is ax
    return fig, ax


def words(fig):
    return [text.get_text() for text in drawn_texts(fig)]


def crowded(seed, texts=4, codes=13):
    """Shares of many reasons, most of them small, as real ones are."""
    rng = np.random.default_rng(seed)
    shares = rng.dirichlet(np.full(codes, 0.6), size=(texts, 2)).round(3)
    names = np.repeat([f"Writer & Other {i} (talk)" for i in range(texts)], codes)
    return pd.DataFrame(
        {
            "name": names,
            "code": [f"third parties {i}" for i in range(codes)] * texts,
            "x": shares[:, 0].ravel(),
            "y": shares[:, 1].ravel(),
        }
    )


def test_marks_stand_where_the_shares_are():
    fig, _ = draw(SMALL)
    assert count_marks(fig, "value c") == 0  # twice nothing is not drawn
    first, second = (mark.get_xydata()[0] for mark in marks(fig, "value a"))
    (same,) = (mark.get_xydata()[0] for mark in marks(fig, "value b"))
    diagonal, _ = (mark.get_xydata() for mark in marks(fig, "same"))
    # scale from 0 to 55 %: both ways alike stands on the diagonal at 20 / 55 of it
    assert same.tolist() == pytest.approx(diagonal[0] + (diagonal[1] - diagonal[0]) * 20 / 55)
    wide, tall = diagonal[1][0] - diagonal[0][0], diagonal[0][1] - diagonal[1][1]
    assert (first[0] - diagonal[0][0]) / wide == pytest.approx(0.5 / 0.55)
    assert (diagonal[0][1] - first[1]) / tall == pytest.approx(0.1 / 0.55)
    assert second[0] > diagonal[1][0]  # the second panel stands to the right


def test_stems_join_marks_and_diagonal():
    fig, _ = draw(SMALL)
    for mark, stem in zip(marks(fig, "value a"), marks(fig, "stem")[::2], strict=True):
        assert stem.get_xydata()[1].tolist() == mark.get_xydata()[0].tolist()
    diagonal = marks(fig, "same")[0].get_xydata()
    for stem in marks(fig, "stem")[:2]:
        x, y = stem.get_xydata()[0]
        along = (x - diagonal[0][0]) / (diagonal[1][0] - diagonal[0][0])
        assert y == pytest.approx(diagonal[0][1] + along * (diagonal[1][1] - diagonal[0][1]))


def test_everything_is_said():
    fig, _ = draw(SMALL, labels={"a": "arms"}, axes=("by code", "by word"))
    said = Counter(words(fig))
    assert {"One", "Two", "40 claims, 90 words", "3 claims, 7 words"} <= set(said)
    assert said["arms"] == said["by code"] == said["by word"] == 2
    assert said["keywords say more"] == said["claims say more"] == 2
    assert not any("−0" in text for text in said)
    assert_no_overlap(fig)
    assert_inside(fig)


@pytest.mark.parametrize("seed", range(3))
def test_crowded_panels_keep_their_labels_apart(seed):
    table = crowded(seed)
    fig, _ = draw(table)
    assert_no_overlap(fig)
    assert_inside(fig)
    values = [mark for code in table["code"].unique() for mark in marks(fig, f"value {code}")]
    assert_clear(fig, values, slack=1.2)
    drawn = table[(table["x"] > 0) | (table["y"] > 0)]
    assert len(values) == len(drawn)


@pytest.mark.parametrize("seed", range(3))
def test_what_is_far_off_the_diagonal_has_its_label(seed):
    table = crowded(seed, codes=9)
    fig, _ = draw(table)
    off = table[(table["x"] - table["y"]).abs() >= 0.08]
    said = Counter(words(fig))
    assert {code: n for code, n in off["code"].value_counts().items() if said[code] < n} == {}


def test_all_marks_have_labels_where_there_is_room():
    apart = pd.DataFrame(
        {"name": "One", "code": list("abcd"), "x": [0.1, 0.3, 0.5, 0.7], "y": [0.1, 0.3, 0.5, 0.7]}
    )
    fig, _ = draw(apart)
    assert {"a", "b", "c", "d"} <= set(words(fig))
    assert not marks(fig, "leader")


def test_one_scale_for_all_panels_and_room_for_a_share_of_one():
    table = pd.DataFrame({"name": ["One", "Two"], "code": "a", "x": [1.0, 0.1], "y": [1.0, 0.2]})
    fig, _ = draw(table)
    assert words(fig).count("100%") == 4
    assert_inside(fig)
    assert_no_overlap(fig)


def test_colours_of_reasons():
    fig, _ = draw(SMALL, colours={"a": "#1f7a7a"})
    assert {mark.get_markerfacecolor() for mark in marks(fig, "value a")} == {"#1f7a7a"}
    assert {mark.get_markerfacecolor() for mark in marks(fig, "value b")} == {"#222222"}


@pytest.mark.parametrize(("texts", "cols"), [(1, 2), (2, 2), (5, 2), (5, 3), (3, 1)])
def test_any_number_of_panels(texts, cols):
    table = crowded(7, texts=texts, codes=6)
    fig, _ = draw(table, cols=cols)
    assert len(marks(fig, "same")) == texts
    assert_no_overlap(fig)
    assert_inside(fig)


def test_faults_are_named():
    with pytest.raises(ValueError, match="lacks the column"):
        convergence_height(SMALL.drop(columns="y"))
    with pytest.raises(ValueError, match="no rows"):
        convergence_height(SMALL[SMALL["code"] == "c"])
    with pytest.raises(ValueError, match="'One' has 'a' more than once"):
        convergence_height(pd.concat([SMALL, SMALL.head(1)]))
    for wrong in (-0.1, 1.1, np.nan):
        with pytest.raises(ValueError, match="x holds a value that is no share"):
            convergence_height(SMALL.assign(x=wrong))
    _, ax = canvas(1.0)
    with pytest.raises(ValueError, match="needs"):
        convergence(ax, SMALL)
