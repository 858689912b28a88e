"""Label timeline: names of the relationship by text, place and use."""

import pandas as pd
import pytest

from frameline.charts.canvas import canvas
from frameline.charts.label_timeline import label_timeline, label_timeline_height
from tests.charts.geometry import assert_inside, assert_no_overlap

USES = ("asserted", "reported", "questioned", "negated", "hypothetical", "not adopted")


def mentions(texts=3, each=6, name="Text {}", label="family {}"):
    rows = []
    for t in range(texts):
        date = pd.Timestamp(2000 + 2 * t, 5, 1)
        rows.append((name.format(t), date, label.format(0), "title", "title", "questioned"))
        for i in range(each):
            use = USES[i % len(USES)]
            rows.append((name.format(t), date, label.format(i // 2), "body", use, use))
    return pd.DataFrame(rows, columns=["name", "date", "label", "place", "use", "polarity"])


def draw(data, **options):
    fig, ax = canvas(label_timeline_height(data, **options))
    label_timeline(ax, data, **options)
    return fig, ax


def chips(ax, status, key=1):
    """Chips of a status, without the one in the key."""
    return [p for p in ax.patches if p.get_label() == f"chip {status}"][key:]


def test_uses_are_told_by_the_shape_of_the_chip():
    _, ax = draw(mentions(texts=1))
    assert len(chips(ax, "asserted")) == 1
    assert len(chips(ax, "reported")) == 2, "reported, and asserted by somebody else"
    assert len(chips(ax, "negated")) == 1
    assert len(chips(ax, "questioned")) == 2, "one in the title, one in the body"


def test_repeated_mentions_are_counted():
    data = pd.concat([mentions(texts=1, each=1)] * 3)
    _, ax = draw(data, labels={"family 0": "alignment"})
    assert "alignment ×3" in [t.get_text() for t in ax.texts]


def test_time_is_true_to_scale():
    data = mentions(texts=3)
    data.loc[data["name"] == "Text 1", "date"] = pd.Timestamp(2000, 9, 1)
    _, ax = draw(data)
    y = [float(m.get_ydata()[0]) for m in ax.lines if m.get_label() == "date"]
    assert y[1] - y[0] < 0.15 * (y[2] - y[0])


@pytest.mark.parametrize(
    "data",
    [
        mentions(),
        mentions(texts=1, each=1),
        mentions(texts=30, each=3),
        mentions(texts=2, each=40),
        mentions(name="A very long name of authors & others {}", label="a long family name {}"),
        mentions(name="همکاری {}", label="شراکت {}"),
        mentions(name="_$x$ {}", label="_$y$ {}"),
    ],
)
def test_nothing_overlaps_or_leaves_the_sheet(data):
    fig, _ = draw(data)
    assert_no_overlap(fig)
    assert_inside(fig)


def test_an_empty_table_is_refused():
    _, ax = canvas(2)
    with pytest.raises(ValueError, match="no rows"):
        label_timeline(ax, mentions().head(0))
