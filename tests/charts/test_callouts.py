"""Callouts: labels of a scatter plot stand near their marks, and never on one another."""

from itertools import combinations

import numpy as np
import pytest

from frameline.charts.callouts import (
    Callout,
    Surroundings,
    leader_end,
    mark_box,
    meet,
    place_callouts,
)

FRAME = (0.0, 0.0, 3.0, 2.0)
SIZE = (0.6, 0.13)


def place(points, *, far=True, **around):
    wanted = [Callout((float(x), float(y)), SIZE, far) for x, y in points]
    return place_callouts(wanted, Surroundings(FRAME, **around))


def test_a_lonely_label_stands_right_of_its_mark_and_needs_no_leader():
    (box,) = place([(1, 1)])
    assert box[0] > 1
    assert box[1] < 1 < box[3]
    assert leader_end((1.0, 1.0), box) is None


def test_at_the_edge_it_turns_to_the_other_side():
    (box,) = place([(2.9, 1)])
    assert box[2] < 2.9


def test_a_text_in_the_way_sends_it_elsewhere():
    (free,) = place([(1, 1)])
    (box,) = place([(1, 1)], texts=[free])
    assert box is not None
    assert not meet(box, free)


def test_lines_and_diagonals_are_avoided_where_there_is_a_choice():
    (free,) = place([(1, 1)])
    stem = ((free[0] + free[2]) / 2, 0.9, (free[0] + free[2]) / 2, 1.1)
    (box,) = place([(1, 1)], lines=[stem])
    assert not meet(box, stem)
    (box,) = place([(1, 1)], diagonals=[((0.0, 2.0), (2.0, 0.0))])
    above = [x + y < 2 for x in (box[0], box[2]) for y in (box[1], box[3])]
    assert len(set(above)) == 1


def test_far_labels_have_leaders_and_others_are_left_out():
    crowd = [(1 + 0.03 * i, 1 + 0.02 * (i % 3)) for i in range(10)]
    far, near = place(crowd), place(crowd, far=False)
    assert None not in far
    assert any(leader_end(point, box) for point, box in zip(crowd, far, strict=True))
    assert None in near
    for point, box in zip(crowd, near, strict=True):
        assert box is None or leader_end(point, box) is None


def test_no_room_at_all():
    assert place([(1, 1)], texts=[FRAME]) == [None]
    assert place([]) == []


@pytest.mark.parametrize("seed", range(8))
def test_nothing_overlaps_and_nothing_leaves_the_frame(seed):
    rng = np.random.default_rng(seed)
    points = rng.uniform((0, 0), (3, 2), size=(14, 2)) * rng.choice([0.3, 1.0], size=(14, 1))
    text = (2.0, 0.1, 2.8, 0.25)
    boxes = place(points, texts=[text])
    kept = [box for box in boxes if box is not None]
    assert len(kept) >= 12
    marks = [mark_box((float(x), float(y))) for x, y in points]
    assert not any(meet(one, two) for one, two in combinations(kept, 2))
    assert not any(meet(box, other) for box in kept for other in [text, *marks])
    for box in kept:
        assert 0 <= box[0] < box[2] <= 3
        assert 0 <= box[1] < box[3] <= 2


def test_the_same_marks_get_the_same_places():
    points = [(0.5, 0.5), (0.55, 0.5), (0.5, 0.6)]
    assert place(points) == place(points)
