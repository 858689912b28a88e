"""Charts as SVG: what draws is kept, nothing else; ids never meet."""

import xml.etree.ElementTree as ET

import matplotlib.pyplot as plt
import pytest

import frameline.charts  # noqa: F401  (style and fonts)
from frameline.exhibits.drawing import _save
from frameline.report.page.svg import SVG, SvgError, clean, words_within

HEAD = f'<svg xmlns="{SVG}" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'


@pytest.fixture(scope="module")
def chart():
    fig, ax = plt.subplots(figsize=(3, 2))
    ax.plot([0, 1], [1, 0], "s-", label="<b>&")
    ax.bar([0, 1], [1, 1], hatch="//")
    ax.text(0.5, 0.5, "<script>x</script> & “é”")
    svg = _save(fig, "svg").decode("utf-8")
    plt.close(fig)
    return svg


def ids(svg):
    return [e.get("id") for e in ET.fromstring(svg).iter() if e.get("id")]


def references(svg):
    found = []
    for element in ET.fromstring(svg).iter():
        for name, value in element.attrib.items():
            if name.endswith("href"):
                found.append(value.removeprefix("#"))
            elif "url(#" in value:
                found.append(value.split("url(#")[1].split(")")[0])
    return found


def test_a_chart_of_matplotlib_comes_through(chart):
    cleaned = clean(chart, "a-")
    before, after = ET.fromstring(chart[chart.index("<svg") :]), ET.fromstring(cleaned)

    def count(root, tag):
        return len(list(root.iter(f"{{{SVG}}}{tag}")))

    for tag in ("path", "text", "use", "g", "clipPath"):
        assert count(after, tag) == count(before, tag) > 0
    assert count(after, "style") == count(after, "metadata") == 0
    assert "".join(t.text for t in after.iter(f"{{{SVG}}}text") if "script" in (t.text or "")) == (
        "<script>x</script> & “é”"
    )


def test_ids_are_unique_across_charts_and_references_follow(chart):
    one, two = clean(chart, "a-"), clean(chart, "b-")
    assert len(set(ids(one))) == len(ids(one))
    assert not set(ids(one)) & set(ids(two))
    assert references(one)
    assert set(references(one)) <= set(ids(one))


def test_named_for_those_who_cannot_see(chart):
    root = ET.fromstring(clean(chart, "a-", "Figure 1", 'Says "what" & why'))
    assert root.get("role") == "img"
    assert root[0].tag == f"{{{SVG}}}title"
    assert root.get("aria-labelledby") == root[0].get("id") == "a-title"
    assert root[1].text == 'Says "what" & why'
    assert root.get("aria-describedby") == root[1].get("id")


def test_white_paper_goes_only_when_asked(chart):
    assert "fill: #ffffff" in clean(chart, transparent=False)
    first = next(ET.fromstring(clean(chart)).iter(f"{{{SVG}}}path"))
    assert "fill: none" in first.get("style")


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<g onload="alert(1)"/>',
        '<a xlink:href="javascript:alert(1)"><path d="M0 0"/></a>',
        '<image xlink:href="http://evil.example/x.png"/>',
        '<image href="file:///etc/passwd"/>',
        '<image href="data:image/svg+xml;base64,AAAA"/>',
        '<use href="http://evil.example/x.svg#a"/>',
        '<rect style="fill: url(http://evil.example/x)"/>',
        "<rect fill=\"url(  '//evil.example/x')\"/>",
        "<style>* { background: url(http://evil.example) }</style>",
        "<foreignObject><b>x</b></foreignObject>",
        '<animate attributeName="href" values="javascript:x"/>',
        '<set attributeName="onmouseover" to="alert(1)"/>',
        "<?php evil ?><!-- evil -->",
    ],
)
def test_nothing_active_and_nothing_from_outside(inside):
    cleaned = clean(f'{HEAD}{inside}<path d="M0 0"/></svg>', "a-")
    for word in ("evil", "script", "alert", "passwd", "foreign", "onload", "svg+xml"):
        assert word not in cleaned
    assert "path" in cleaned or "<a " in inside


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no chart",
        "<svg",
        f"{HEAD}<path></svg>",
        "<svg><path/></svg>",
        f'<!DOCTYPE svg [<!ENTITY a "aaaa">]>{HEAD}&a;</svg>',
        f"{HEAD}<!DOCTYPE x></svg>",
    ],
)
def test_what_is_no_chart_is_refused(text):
    with pytest.raises(SvgError):
        clean(text)


def test_a_part_of_a_chart_has_the_words_of_this_part_only():
    words = '<g><text y="2">up</text><text transform="translate(1 8) rotate(-90)">turned</text></g>'
    svg = f'<svg xmlns="{SVG}" viewBox="0 0 9 9">{words}<path d="M0 8h9"/><text>free</text></svg>'
    kept = words_within(svg, 0.5, 1.0)
    assert [e.text for e in ET.fromstring(kept).iter(f"{{{SVG}}}text")] == ["turned", "free"]
    assert "M0 8h9" in kept
    assert [e.text for e in ET.fromstring(words_within(svg, 0, 0.5)).iter(f"{{{SVG}}}text")] == [
        "up", "free",
    ]  # fmt: skip


def test_a_chart_without_a_box_keeps_its_words():
    svg = f'<svg xmlns="{SVG}"><text y="2">up</text></svg>'
    assert words_within(svg, 0.5, 1.0) == svg
