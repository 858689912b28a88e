"""The signature charts as pictures; FRAMELINE_UPDATE=1 draws the pictures anew."""

import io
import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.charts.tables import CHARTS, Size

FOLDER = Path(__file__).parent / "baseline"
DPI = 80
#: Root mean square of the differences of grey values (0 to 255) that a change of library may make.
TOLERANCE = 6.0
SIGNATURE = (
    "unit_squares", "label_timeline", "slopes", "dumbbells", "arcs", "arrows", "reach_back",
    "specification_curve",
)  # fmt: skip


def picture(chart):
    """A chart as grey values."""
    file = io.BytesIO()
    CHARTS[chart](Size()).savefig(file, format="png", dpi=DPI, metadata={"Software": None})
    return Image.open(file).convert("L")


@pytest.mark.parametrize("chart", SIGNATURE)
def test_a_signature_chart_looks_as_it_did(chart):
    path, drawn = FOLDER / f"{chart}.png", picture(chart)
    if os.environ.get("FRAMELINE_UPDATE") == "1":
        FOLDER.mkdir(exist_ok=True)
        drawn.quantize(32).save(path, optimize=True)
    kept = Image.open(path).convert("L")
    assert drawn.size == kept.size, "FRAMELINE_UPDATE=1 renews the pictures"
    apart = np.asarray(drawn, dtype=float) - np.asarray(kept, dtype=float)
    rms = float(np.sqrt((apart**2).mean()))
    assert rms < TOLERANCE, f"{rms:.1f} apart; FRAMELINE_UPDATE=1 renews the pictures"


@pytest.mark.parametrize("chart", CHARTS)
def test_drawn_twice_a_chart_is_the_same_to_the_byte(chart):
    drawn = []
    for _ in range(2):
        file = io.BytesIO()
        CHARTS[chart](Size(docs=2, codes=3)).savefig(file, format="svg", metadata={"Date": None})
        drawn.append(file.getvalue())
    assert drawn[0] == drawn[1]
