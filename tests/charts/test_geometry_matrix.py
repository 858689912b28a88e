"""Every chart at hostile sizes and names: nothing overlaps, nothing leaves the sheet."""

import pytest

from tests.charts.geometry import assert_sound
from tests.charts.tables import CHARTS, Size

LONG = "A name that is as long as sixty characters, counted right: {}"
assert len(LONG.format(1)) == 60

SIZES = {
    "plain": Size(),
    "long names": Size(docs=3, doc=LONG, code=LONG),
    "one of each": Size(docs=1, codes=1),
    "30 documents": Size(docs=30, codes=3, days=300),
    "30 long names": Size(docs=30, codes=2, doc=LONG),
    "40 codes": Size(docs=2, codes=40),
    "40 long codes": Size(docs=1, codes=40, code=LONG),
    "Persian": Size(docs=3, codes=4, doc="همکاری شکننده {}", code="دلیل {}"),
    "all equal": Size(docs=3, codes=4, vary="equal"),
    "zeros": Size(docs=3, codes=4, vary="zero"),
    "one missing": Size(docs=3, codes=4, vary="missing"),
    "one day apart": Size(docs=3, codes=3, days=1),
    "200 years": Size(docs=3, codes=3, days=36525),
}


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("chart", CHARTS)
def test_nothing_overlaps_or_leaves_the_sheet(chart, size):
    assert_sound(CHARTS[chart](SIZES[size]))
