"""Where coders part: pairs of coders, pairs of codes, units; and how much coding is needed."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from frameline.measures import agreement as ag


def coded(**coders: str) -> pd.DataFrame:
    """One letter per unit; "." is missing, "_" is blank."""
    mean = {".": None, "_": ""}
    table = {name: [mean.get(code, code) for code in codes] for name, codes in coders.items()}
    frame = pd.DataFrame(table, dtype=object)
    frame.index = pd.Index([f"u{i}" for i in range(len(frame))], name="claim_id")
    return frame


def test_pairs_of_coders_show_the_odd_one_out():
    codes = coded(a="xyxyxyxy", b="xyxyxyxy", c="xxyyxxyy")
    table = ag.pairwise(codes)
    assert table[["coder_1", "coder_2"]].to_numpy().tolist() == [["a", "b"], ["a", "c"], ["b", "c"]]
    assert table["alpha"].tolist()[0] == 1.0
    assert table["exact"].tolist() == [1.0, 0.5, 0.5]
    missing = ag.pairwise(coded(a="xy.", b="..x"))
    assert missing.loc[0, "n_units"] == 0
    assert math.isnan(missing.loc[0, "alpha"])


def test_confusion_of_two_and_of_three_coders():
    codes = coded(a="xxyz", b="xyy.", c="xyyz")
    two = ag.confusion(codes, ("a", "b"))
    assert two.loc["x", "y"] == 1
    assert two.loc["y", "x"] == 0
    assert two.to_numpy().sum() == 3
    three = ag.confusion(codes)
    assert (three.to_numpy() == three.to_numpy().T).all()
    assert three.to_numpy().sum() == 2 * (3 + 3 + 4)
    assert three.loc["x", "x"] == 6
    assert ag.confusion(codes, codes=["x", "w"]).loc["w"].tolist() == [0, 0]


def test_disagreements_list_the_codes_and_the_majority():
    codes = coded(a="xxyx", b="xyy_", c="xyyz")
    table = ag.disagreements(codes)
    assert table.columns.tolist() == ["claim_id", "a", "b", "c", "codes", "majority", "split"]
    assert table.iloc[0].tolist() == ["u1", "x", "y", "y", 2, "y", "2-1"]
    assert table.iloc[1].tolist() == ["u3", "x", "", "z", 2, "", "1-1"]
    assert ag.disagreements(codes, blanks=True).iloc[1]["codes"] == 3


def test_codings_needed_grow_with_the_demand():
    assert ag.codings_needed(4) > ag.codings_needed(2)
    assert ag.codings_needed(4, 0.9) > ag.codings_needed(4, 0.8)
    with pytest.raises(ValueError, match="two codes"):
        ag.codings_needed(1)
