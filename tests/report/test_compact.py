"""Charts in fewer bytes: the same drawing, said once."""

import re
import xml.etree.ElementTree as ET

import matplotlib.pyplot as plt
import pytest
from hypothesis import given
from hypothesis import strategies as st

import frameline.charts  # noqa: F401  (style and fonts)
from frameline.exhibits.drawing import _save
from frameline.report.page.compact import compact, short_path, short_style
from frameline.report.page.svg import SVG, clean

HEAD = f'<svg xmlns="{SVG}" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'
NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")
SIZE = {"M": 2, "L": 2, "Q": 4, "C": 6, "H": 1, "V": 1}


def points(path):
    """Where a path goes, command by command, as SVG reads it."""
    here, start, found = (0.0, 0.0), (0.0, 0.0), []
    for letter, rest in re.findall(r"([MLQCHVzmlqchv])([^MLQCHVzmlqchv]*)", path):
        if letter == "z":
            here = start
            found.append(("z",))
            continue
        numbers, kind = [float(n) for n in NUMBER.findall(rest)], letter.upper()
        size = SIZE[kind]
        for at in range(0, len(numbers), size):
            part = numbers[at : at + size]
            base = here if letter.islower() else (0.0, 0.0)
            if kind == "H":
                part = [part[0] + base[0], here[1]]
            elif kind == "V":
                part = [here[0], part[0] + base[1]]
            else:
                part = [n + base[i % 2] for i, n in enumerate(part)]
            said = "L" if kind in "HV" or (kind == "M" and at) else kind
            found.append((said, *(round(n, 2) for n in part)))
            here = (part[-2], part[-1])
            start = here if said == "M" else start
    return found


coordinate = st.decimals(-999, 999, places=6).map(float)
pair = st.tuples(coordinate, coordinate)


@st.composite
def paths(draw):
    """Paths as Matplotlib writes them."""
    said = []
    for _ in range(draw(st.integers(1, 4))):
        said.append(("M", draw(pair)))
        for letter in draw(st.lists(st.sampled_from("LLLQCz"), max_size=6)):
            count = {"L": 1, "Q": 2, "C": 3, "z": 0}[letter]
            said.append((letter, sum((draw(pair) for _ in range(count)), ())))
    return "  ".join(" ".join([k, *(f"{n:.6f}".rstrip("0").rstrip(".") for n in p)])
                     for k, p in said)  # fmt: skip


@given(paths())
def test_a_short_path_goes_the_same_way(path):
    short = points(short_path(path))
    long = points(path)
    assert [s[0] for s in short] == [s[0] for s in long]
    for one, other in zip(short, long, strict=True):
        assert one[1:] == pytest.approx(other[1:], abs=0.011)


@given(paths())
def test_a_short_path_is_no_longer(path):
    assert len(short_path(path)) <= len(path)


@pytest.mark.parametrize("path", ["m 1 1 l 2 2", "M 1 1 A 1 1 0 0 0 2 2", "", "M 1", "M 1 1 L 2"])
def test_a_path_of_another_kind_is_left_as_it_is(path):
    assert short_path(path) == path


def test_styles_lose_what_holds_anyway_and_nothing_else():
    assert short_style("fill: #1f5f99; stroke-width: 0.6; stroke-opacity: 1") == (
        "fill:#1f5f99;stroke-width:0.6"
    )
    assert short_style("font-family: 'Source Sans 3', 'Vazirmatn'") == (
        "font-family:'Source Sans 3','Vazirmatn'"
    )


@pytest.fixture(scope="module")
def chart():
    fig, ax = plt.subplots(figsize=(3, 2))
    ax.plot(range(30), range(30), "s-")
    for x in range(30):
        ax.axvline(x, color="#ddd", lw=0.5)
    ax.text(3, 20, "Left")
    ax.text(9, 20, "Turned", rotation=90)
    svg = _save(fig, "svg").decode("utf-8")
    plt.close(fig)
    return clean(svg, "a-", "Figure", "What is seen")


def test_a_chart_of_matplotlib_loses_more_than_half(chart):
    assert len(compact(chart)) < 0.5 * len(chart)


def test_texts_marks_and_names_stay(chart):
    before, after = ET.fromstring(chart), ET.fromstring(compact(chart))
    for tag in ("text", "use", "title", "desc"):
        assert [(e.text or "").strip() for e in before.iter(f"{{{SVG}}}{tag}")] == [
            (e.text or "").strip() for e in after.iter(f"{{{SVG}}}{tag}")
        ]
    drawn = [sum(len(points(e.get("d"))) for e in root.iter(f"{{{SVG}}}path"))
             for root in (before, after)]  # fmt: skip
    assert drawn[0] == drawn[1]


def test_what_is_referred_to_is_there(chart):
    root = ET.fromstring(compact(chart))
    ids = {e.get("id") for e in root.iter()}
    wanted = set(re.findall(r"url\(#([^)]+)\)|href=\"#([^\"]+)\"", compact(chart)))
    assert wanted
    assert {one or other for one, other in wanted} <= ids
    assert {root.get("aria-labelledby"), root.get("aria-describedby")} <= ids


def test_lines_of_one_style_become_one_path_where_ink_hides_nothing():
    line = '<path d="M 1 1 L 2 1" style="fill: none; stroke: #000000"/>'
    assert compact(f"{HEAD}{line * 3}</svg>").count("<path") == 1
    see_through = line.replace("none;", "none; stroke-opacity: 0.5;")
    assert compact(f"{HEAD}{see_through * 3}</svg>").count("<path") == 3
    filled = line.replace("none", "#1f5f99")
    assert compact(f"{HEAD}{filled * 3}</svg>").count("<path") == 3


def test_what_is_scaled_keeps_its_decimals():
    scaled = f'{HEAD}<g transform="scale(100)"><path d="M 0.1234 0.5678 L 1 1"/></g></svg>'
    assert "0.1234" in compact(scaled)


def test_twice_is_no_change(chart):
    once = compact(chart)
    assert compact(once) == once
