"""Each record reads what it wrote, and refuses what is no such record in words."""

import json
from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frameline.record.claim import Claim, claims_record, read_claims
from frameline.record.figure import Figure, Pictures
from frameline.record.finding import Finding, chapter_record, read_chapter
from frameline.record.grid import Column, Grid
from frameline.record.items import (
    COLOURS,
    OF_CLAIMS,
    ROLES,
    TICKS,
    Bar,
    Bars,
    Dot,
    Dots,
    Mark,
    Part,
    Path,
    Picture,
    Point,
    Row,
    Rows,
    Stack,
    Steps,
    Ticks,
    Words,
)
from frameline.record.panel import LAYOUTS, RULES, Band, Cell, Head, Panel
from frameline.record.prose import Prose, Segment
from frameline.record.shape import RecordError
from frameline.record.table import Table, Term
from frameline.record.view import View, read_views, views_record
from frameline.words.formats import UNITS

TEXT = st.text(max_size=8)
SAID = st.text(min_size=1, max_size=8)
KEY = st.from_regex(r"[a-z0-9][a-z0-9-]{0,6}", fullmatch=True)
NUMBER = st.integers(-(10**6), 10**6) | st.floats(-1e6, 1e6).map(lambda x: round(x, 10))
SIZE = st.floats(0.1, 100)
TEXTS = st.lists(TEXT, max_size=3).map(tuple)
SEGMENTS = st.lists(st.builds(Segment, TEXT, TEXT), max_size=3).map(tuple)
PROSE = st.builds(Prose, SEGMENTS, TEXT)
COLUMN = st.builds(Column, TEXT, st.sampled_from(["left", "right"]), st.none() | SIZE)
CLAIM = st.builds(Claim, SAID, *[TEXT] * 7)
TERM = st.builds(
    Term, st.integers(0, 99), st.lists(TEXT, min_size=1, max_size=3).map(tuple), TEXT, st.booleans()
)
PICTURES = st.builds(
    Pictures, TEXT, TEXT, TEXT, st.lists(st.tuples(NUMBER, NUMBER), max_size=3).map(tuple), NUMBER
)


@st.composite
def grids(draw):
    """Tables with as many cells in each row as there are columns."""
    columns = draw(st.lists(COLUMN, min_size=1, max_size=3))
    row = st.tuples(*[TEXT] * len(columns))
    return Grid(tuple(columns), tuple(draw(st.lists(row, max_size=3))))


@st.composite
def findings(draw):
    """Findings of each unit, with values that it can be written of."""
    unit = draw(st.sampled_from(UNITS))
    of = {"list": st.lists(TEXT, max_size=3), "text": TEXT, "name": TEXT}
    value = draw(of.get(unit, NUMBER | st.none()))
    maybe = st.none() | NUMBER
    return Finding(
        draw(TEXT), value, unit, draw(maybe), draw(maybe), draw(st.none() | st.integers(0, 99)),
        draw(TEXT), draw(TEXTS), draw(SEGMENTS), draw(TEXT),
    )  # fmt: skip


FIGURE = st.builds(
    Figure, KEY, PROSE, PROSE, st.builds(Prose, st.just((Segment("Seen"),))), grids(), PICTURES,
    SIZE, SIZE, TEXT, TEXT, TEXT, TEXT, TEXTS, TEXTS, st.booleans(), TEXT,
)  # fmt: skip
TABLE = st.builds(
    Table, KEY, PROSE, grids(), TEXT, TEXT, TEXTS, st.booleans(),
    st.lists(TERM, max_size=2).map(tuple), TEXT,
)  # fmt: skip
COLOUR = st.sampled_from(COLOURS)
AMOUNT = st.floats(0, 1e6)
PLACE = st.integers(0, 3)
ALT = st.builds(Prose, st.just((Segment("Seen"),)))
FLAG = st.booleans()
SCALE = st.lists(TEXT, min_size=4, max_size=6).map(tuple)


def some(strategy, least=0):
    return st.lists(strategy, min_size=least, max_size=3).map(tuple)


WORDS = st.builds(
    Words, st.sampled_from([role for role in ROLES if role not in OF_CLAIMS]), PROSE, TEXT, COLOUR,
    FLAG, PLACE,
) | st.builds(Words, st.sampled_from(OF_CLAIMS), PROSE, SAID, COLOUR, FLAG, PLACE)  # fmt: skip
BAR = st.builds(Bar, PROSE, AMOUNT, PROSE, COLOUR, FLAG)
PART = st.builds(Part, AMOUNT, PROSE, COLOUR)
MARK = st.builds(Mark, PLACE, PROSE)
POINT = st.builds(Point, PLACE, PLACE, PROSE, COLOUR, FLAG)
DOT = st.builds(Dot, TEXT, PROSE, COLOUR)
ROW = st.builds(Row, PROSE, PROSE)
ITEMS = {
    Words: WORDS, Bars: st.builds(Bars, some(BAR), PLACE),
    Stack: st.builds(Stack, some(PART), PLACE),
    Steps: st.builds(Steps, SCALE, PLACE, some(MARK), COLOUR, PLACE),
    Path: st.builds(Path, SCALE, SCALE, some(POINT), PLACE),
    Dots: st.builds(Dots, some(DOT), PLACE),
    Ticks: st.builds(Ticks, PROSE, some(st.sampled_from(TICKS)), COLOUR, PLACE),
    Picture: st.builds(Picture, KEY, ALT, PICTURES, SIZE, SIZE, PLACE),
    Rows: st.builds(Rows, some(ROW), PLACE),
}  # fmt: skip
HEAD = st.builds(Head, PROSE, st.none() | PROSE, COLOUR)
CELL = st.builds(Cell, some(st.one_of(*ITEMS.values())), st.just(1), st.none() | HEAD)
BAND = st.builds(
    Band, some(CELL), st.just(3), st.none() | HEAD, st.sampled_from(RULES),
    st.floats(0, 1).map(lambda x: round(x, 6)),
)  # fmt: skip
PANEL = st.builds(
    Panel, KEY, PROSE, PROSE, some(BAND, 1), TEXT, TEXT, TEXT, TEXT, TEXT, TEXTS, TEXTS,
    st.sampled_from(LAYOUTS), FLAG, FLAG, st.integers(0, 1), FLAG, TEXT,
)  # fmt: skip
VIEW = st.builds(View, KEY, TEXT, PROSE | FIGURE | TABLE | PANEL)
KINDS = {
    Segment: st.builds(Segment, TEXT, TEXT), Prose: PROSE, Column: COLUMN, Grid: grids(),
    Pictures: PICTURES, Figure: FIGURE, Term: TERM, Table: TABLE, Claim: CLAIM,
    Finding: findings(), View: VIEW, Bar: BAR, Part: PART, Mark: MARK, Point: POINT, Dot: DOT,
    Row: ROW, **ITEMS, Head: HEAD, Cell: CELL, Band: BAND, Panel: PANEL,
}  # fmt: skip
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=4,
)
kinds = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)


def through_json(record):
    return json.loads(json.dumps(record))


@kinds
@given(st.data())
def test_each_record_reads_what_it_wrote(kind, data):
    made = data.draw(KINDS[kind])
    assert kind.from_record(through_json(made.record())) == made


@given(TEXT, st.lists(findings(), max_size=3))
def test_a_chapter_reads_its_findings(chapter, found):
    read = read_chapter(through_json(chapter_record(chapter, found)))
    assert [(one.key, one.value, one.text) for one in read] == [
        (one.key, one.value, one.text) for one in found
    ]
    assert {one.chapter for one in read} <= {chapter}


@given(st.lists(CLAIM, max_size=3))
def test_claims_are_read_as_they_were_written(claims):
    assert read_claims(through_json(claims_record(claims))) == claims


@given(VIEW, st.lists(VIEW, max_size=2))
def test_views_are_read_as_they_were_written(first, others):
    assert read_views(through_json(views_record(first, *others))) == (first, *others)


def places(record, path=()):
    """The way to everything in a record."""
    inside = record.items() if isinstance(record, dict) else (
        enumerate(record) if isinstance(record, list) else ()
    )  # fmt: skip
    for name, value in inside:
        yield (*path, name)
        yield from places(value, (*path, name))


@kinds
@given(st.data())
def test_a_garbled_record_is_read_or_refused_in_words(kind, data):
    record = deepcopy(through_json(data.draw(KINDS[kind]).record()))
    *way, last = data.draw(st.sampled_from(list(places(record))))
    spot = record
    for name in way:
        spot = spot[name]
    if data.draw(st.booleans()):
        del spot[last]
    else:
        spot[last] = data.draw(ANYTHING)
    said = "expected "
    try:
        kind.from_record(record)
    except RecordError as error:
        said = str(error)
    assert said.startswith("expected ")


@kinds
@given(ANYTHING)
def test_what_is_no_record_at_all_is_refused(kind, data):
    with pytest.raises(RecordError, match="expected"):
        kind.from_record(data)


@pytest.mark.parametrize(
    ("kind", "change", "says"),
    [
        (Figure, {"key": "Two bars"}, "lower-case words joined by hyphens as key of a figure"),
        (Figure, {"alt": {"segments": []}}, "alternative text"),
        (Figure, {"width_in": 0}, "a number above 0 as width_in of a figure, not 0"),
        (Figure, {"breaks": [[1]]}, "two numbers in each of the breaks of a figure"),
        (Figure, {"uses": "frame"}, "a list as uses of a figure, not 'frame'"),
        (Grid, {"rows": [["1", "2"]]}, "1 cells in each row"),
        (Grid, {"rows": [[1]]}, "text in the cells of a grid, not 1"),
        (Finding, {"unit": "miles"}, "one of count, year"),
        (Finding, {"value": "many"}, "a value in count for finding k"),
        (Finding, {"value": {"a": 1}}, "a number, text or list as value of finding k"),
        (Term, {"words": []}, "the words of a term"),
        (Claim, {"claim_id": ""}, "an id of a claim"),
        (Panel, {"bands": []}, "a band in a panel"),
        (Panel, {"layout": "poster"}, "one of flow, page, landscape as layout, not 'poster'"),
        (Panel, {"turns": True, "bands": [{"cells": [{"items": [], "width": 2}], "columns": 3}]},
         "one cell for each column, or one for all, in a panel that turns"),
        (Band, {"cells": [{"items": [], "width": 2}]}, "cells of at most 1 columns, not 2"),
        (Band, {"height": 12}, "a part of a page as height of a band, not 12"),
        (Cell, {"width": 0}, "a number above 0 as width of a cell, not 0"),
        (Cell, {"items": [{"kind": "pie"}]}, "one of words, bars, stack"),
        (Words, {"role": "phrase"}, "the id of the claim behind a phrase"),
        (Words, {"colour": "#1f5f99"}, "one of binding, dividing, neither"),
        (Bar, {"value": -1}, "a number of 0 or more as value of a bar, not -1"),
        (Steps, {"marked": 2}, "a step of the scale, not 2"),
        (Steps, {"marked": 0.5}, "a whole number as marked of a scale, not 0.5"),
        (Path, {"points": [{"column": 1, "step": 0, "words": {"segments": []}}]},
         "a column of the path, not 1"),
        (Ticks, {"marks": ["full"]}, "one of filled, pale, empty, dotted in the marks of ticks"),
        (Picture, {"alt": {"segments": []}}, "alternative text"),
        (View, {"shows": {}}, "one figure, table, panel or sentence in each view"),
    ],
)  # fmt: skip
def test_faults_say_what_is_expected_where(kind, change, says):
    said = Prose((Segment("Seen"),))
    grid = Grid((Column("a"),), (("1",),))
    whole = {
        Figure: Figure("bars", said, said, said, grid, Pictures("<svg/>")),
        Grid: grid, Finding: Finding("k", 1, "count"), Term: Term(0, ("a",), "b"),
        Claim: Claim("c1"), View: View("own", "Own", said), Words: Words("note", said),
        Bar: Bar(said, 1, said), Steps: Steps(("low", "high"), 0), Ticks: Ticks(said, ("filled",)),
        Path: Path(("low", "high"), ("one",), ()),
        Picture: Picture("arc", said, Pictures("<svg/>")),
        Cell: Cell(()), Band: Band((Cell(()),)), Panel: Panel("page", said, said, (Band(()),)),
    }  # fmt: skip
    record = whole[kind].record() | change
    if kind is Finding and "value" in change:
        del record["text"]
    with pytest.raises(RecordError, match="expected .*" + says.replace("(", r"\(")):
        kind.from_record(record)
