"""Alpha forest: points, intervals, and the marks that decide."""

import numpy as np
import pandas as pd
import pytest

from frameline.charts.alpha_forest import alpha_forest, alpha_forest_height
from frameline.charts.canvas import canvas
from tests.charts.geometry import assert_inside, assert_no_overlap


def table(alphas=(0.95, 0.82, 0.75, 0.5), label="Variable {}", modal="commonest"):
    rows = []
    for i, alpha in enumerate(alphas):
        status = "rely" if alpha > 0.9 else "tentative" if alpha > 0.7 else "weak"
        rows.append(
            (label.format(i), alpha, alpha - 0.06, min(alpha + 0.05, 1), 250, modal, 0.4, status)
        )
    columns = ["label", "alpha", "low", "high", "n_units", "modal", "modal_share", "status"]
    return pd.DataFrame(rows, columns=columns)


def beside_tossers(label="Variable {}"):
    """As the chapter draws it: groups, coin tossers, claims shared, verdicts of every kind."""
    words = ["rely", "tentative", "weak", "no agreement", "no variation", "not measured"]
    alphas = (0.95, 0.82, 0.5, 0.1, np.nan, 1.0)
    rows = table(alphas, label).drop(columns=["modal", "modal_share"]).assign(status=words)
    rows.loc[4:, ["low", "high"]] = np.nan
    return rows.assign(
        group=["claims"] * 3 + ["labels"] * 3, twin_low=-0.3, twin_high=[0.1] * 5 + [np.nan],
        shared=[0.97, 0.9, 0.6, 0.2, np.nan, np.nan], simple=1.0, simple_twin=[0.5] * 5 + [np.nan],
    )  # fmt: skip


def draw(data):
    fig, ax = canvas(alpha_forest_height(data))
    alpha_forest(ax, data)
    return fig, ax


def points(ax):
    found = [a for a in ax.lines if a.get_label() in ("rely", "tentative", "weak")]
    return sorted(found, key=lambda a: a.get_ydata()[0])


def test_points_stand_in_order_on_one_scale():
    _, ax = draw(table((0.9, 0.8, 0.7)))
    x = [float(p.get_xdata()[0]) for p in points(ax)]
    assert x[0] - x[1] == pytest.approx(x[1] - x[2])


def test_status_is_told_by_shape():
    _, ax = draw(table())
    looks = [(p.get_marker(), p.get_markerfacecolor() == "white") for p in points(ax)]
    assert looks == [("o", False), ("o", True), ("o", True), ("X", False)]


def test_the_marks_are_printed():
    _, ax = draw(table())
    texts = {t.get_text() for t in ax.texts}
    assert {".667", ".80", "1", "rely", "tentative", "weak", "250"} <= texts


@pytest.mark.parametrize(
    "data",
    [
        table(),
        table((0.99,)),
        table((0.9, 0.1, -0.4)),
        table(tuple(np.linspace(0.5, 0.99, 40))),
        table(
            label="A very long name of a variable of the codebook {}",
            modal="a very long code label",
        ),
        table(label="متغیر {}", modal="код"),
        table(label="_$x$ {}", modal="_$y$"),
        table().assign(low=np.nan, high=np.nan),
        table().drop(columns=["modal", "modal_share"]),
        beside_tossers(),
        beside_tossers(label="متغیر {}"),
        beside_tossers(label="A very long name of a variable of the codebook {}"),
    ],
)
def test_nothing_overlaps_or_leaves_the_sheet(data):
    fig, _ = draw(data)
    assert_no_overlap(fig)
    assert_inside(fig)


def test_an_empty_table_is_refused():
    _, ax = canvas(2)
    with pytest.raises(ValueError, match="no rows"):
        alpha_forest(ax, table().head(0))


def test_the_twin_is_a_band_and_what_has_no_variation_no_mark():
    _, ax = draw(beside_tossers())
    assert sum(patch.get_label() == "tossed" for patch in ax.patches) == 5
    marks = [line.get_label() for line in ax.lines]
    assert marks.count("shared") == 4
    assert "no variation" not in marks
    texts = [t.get_text() for t in ax.texts]
    assert {"claims", "labels", "no agreement", "no variation", "100% / 50%"} <= set(texts)
