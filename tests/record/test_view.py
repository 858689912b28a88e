"""One piece of a chapter in several views."""

import matplotlib.pyplot as plt
import pandas as pd
import pytest

from frameline.exhibits.drawing import draw
from frameline.exhibits.tabling import tabulate
from frameline.record.findings import Findings
from frameline.record.mime import FIGURE_MIME, PROSE_MIME, SWITCH_MIME, TABLE_MIME
from frameline.record.shape import RecordError
from frameline.record.view import VIEWS, ViewToggle

ALT = "Two bars, one for each text: the first has four claims, the second two; n = 6 claims in all."


def chart(count, key="two-bars"):
    fig, ax = plt.subplots(figsize=(3, 1))
    ax.bar([0, 1], [count, 1])
    title = Findings("d").title("A headline")
    table = pd.DataFrame({"claims": [count, 1]})
    return draw(fig, key=key, title=title, subtitle="Sub", alt=ALT, table=table, evidence=["c"])


def said(count):
    f = Findings("d")
    f.add("n", count, unit="count")
    return f.say("The text makes {n} claims.")


def test_the_first_view_is_the_figure_the_others_have_keys_of_their_own():
    first = chart(4)
    bundle = ViewToggle({"all": first, "own": chart(3)})._repr_mimebundle_()
    assert bundle[FIGURE_MIME] == first.record()
    (other,) = bundle[SWITCH_MIME]["others"]
    assert (bundle[SWITCH_MIME]["name"], other["name"]) == tuple(VIEWS.values())
    assert other["shows"][FIGURE_MIME]["key"] == "two-bars-own"
    assert other["shows"][FIGURE_MIME]["table"]["rows"][0] == ["3"]
    assert bundle["text/html"].count("<img") == 2


def test_sentences_and_tables_switch_too():
    bundle = ViewToggle({"all": said(12), "own": said(9)})._repr_mimebundle_()
    assert "".join(s["text"] for s in bundle[PROSE_MIME]["segments"]) == "The text makes 12 claims."
    (other,) = bundle[SWITCH_MIME]["others"]
    assert other["shows"] == {PROSE_MIME: said(9).record()}
    data = pd.DataFrame({"a": ["x"]})
    tables = {view: tabulate(data, key="rows", title=said(1), columns={"a": "A"}) for view in VIEWS}
    bundle = ViewToggle(tables)._repr_mimebundle_()
    assert bundle[TABLE_MIME]["key"] == "rows"
    assert bundle[SWITCH_MIME]["others"][0]["shows"][TABLE_MIME]["key"] == "rows-own"


def test_one_view_is_no_switch():
    bundle = ViewToggle({"own": said(9)})._repr_mimebundle_()
    assert SWITCH_MIME not in bundle
    assert bundle == said(9)._repr_mimebundle_()


@pytest.mark.parametrize(
    ("views", "says"),
    [
        (dict, "without a view"),
        (lambda: {"every": said(1)}, "'every'; allowed: all, own"),
        (lambda: {"all": said(1), "own": chart(1)}, "differ in kind or key: Figure 'two-bars'"),
        (lambda: {"all": chart(1), "own": chart(1, "other")}, "'other', Figure 'two-bars'"),
    ],
)
def test_what_is_no_switch_is_refused(views, says):
    with pytest.raises(RecordError, match=says):
        ViewToggle(views())
