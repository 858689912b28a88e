"""Markdown: the same text for both targets, nothing of it ever active."""

import html5lib
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from frameline.report.document.markdown import (
    HtmlEmitter,
    Target,
    TypstEmitter,
    escape_html,
    escape_typst,
    tokens,
)

HOSTILE = (
    '#read("/etc/passwd")',
    "$x$ and $ sum_(i) $",
    "*/ // /* comment */",
    "*bold* _it_ `raw` @ref <label> ~ -- --- ... = + - /",
    '"quoted" \\ back\\slash \\u{41} \\n',
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "javascript:alert(1)",
    "]] ]} }} {% raw %} {{ 7 * 7 }} {# #}",
    "#{ panic() } #let x = 1; #import \"@preview/x:1.0.0\"",
    "&lt;b&gt; &amp; &#60;",
    "'single' “curly” \u202e rtl \u2028 line \u00ad",
    "=cmd|' /C calc'!A0",
    "пример نمونه דוגמה",
)  # fmt: skip


def targets(key):
    return Target("Figure 3.2", "fig-x") if key == "x" else None


def html(source):
    return str(HtmlEmitter(targets, prefix="ch").emit(source))


def typst(source):
    return TypstEmitter(targets).emit(source)


def parsed(source):
    return html5lib.parse(html(source), namespaceHTMLElements=False)


def elements(tree):
    return {element.tag for element in tree.iter() if isinstance(element.tag, str)}


def test_what_it_understands():
    source = (
        "## Head *x*\n\nPara **b** ~~s~~ `c` [l](https://a.b/?x=1&y=2).  \nNext\n\n"
        "- a\n- b\n\n3. c\n\n> q\n\n```\nx = 1\n```\n\n---\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n"
    )
    tree = parsed(source)
    wanted = {"h3", "em", "strong", "del", "code", "a", "br", "ul", "ol", "li", "blockquote",
              "pre", "hr", "table", "th", "td"}  # fmt: skip
    assert wanted <= elements(tree)
    assert tree.find(".//a[@rel]").get("href") == "https://a.b/?x=1&y=2"
    assert tree.find(".//ol").get("start") == "3"
    assert tree.find(".//td[@class='right']").text == "2"
    assert all(th.get("scope") == "col" for th in tree.iter("th"))
    written = typst(source)
    calls = (
        "heading(level: 2", "strong(", "strike(", "raw(", "link(", "linebreak()", "list(",
        "enum(start: 3", "quote(", "section-break()", "prose-table((left, right,",
    )  # fmt: skip
    for call in calls:
        assert call in written


def test_headings_get_anchors_of_their_own():
    emitter = HtmlEmitter(targets, prefix="ch")
    first, second = emitter.emit("## Why?"), emitter.emit("## Why?")
    assert 'id="ch-why"' in first
    assert 'id="ch-why-2"' in second


def test_cross_references():
    assert '<a class="ref" href="#fig-x">Figure 3.2</a>' in html("See [@x].")
    assert 'reference("fig-x", "Figure 3.2")' in typst("See [@x].")
    assert "a part not in this edition" in html("See [@y].")
    assert "[@x]" in html("`[@x]`")
    assert "fig-x" not in html("`[@x]`")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x",
                                     "file:///etc/passwd", "//evil.example", "../x"])  # fmt: skip
def test_only_plain_web_addresses_become_links(address):
    assert "<a" not in html(f"[text]({address})")
    assert "link(" not in typst(f"[text]({address})")
    assert "text" in html(f"[text]({address})")


def test_images_are_not_loaded():
    tree = parsed("![what is seen](http://evil.example/x.png)")
    assert "img" not in elements(tree)
    assert "".join(tree.itertext()).strip() == "what is seen"
    assert "image(" not in typst("![what is seen](x.png)")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_it_is(text):
    tree = parsed(text)
    assert not elements(tree) & {"script", "img", "svg", "style", "iframe", "link", "object"}
    for element in tree.iter():
        assert not [name for name in element.attrib if str(name).startswith("on")]
    assert unquoted(escape_typst(text)) == text.replace("\u2028", " ")


def unquoted(literal):
    """Read a Typst string literal as Typst does: everything up to the first lone quote."""
    assert literal.startswith('"')
    found, place = [], 1
    while literal[place] != '"':
        if literal[place] == "\\":
            place += 1
            assert literal[place] in '"\\'
        found.append(literal[place])
        place += 1
    assert place == len(literal) - 1, "the literal ends where the text does"
    return "".join(found)


@given(st.text())
@example('\\"')
@example("\\\\")
@settings(max_examples=300, deadline=None)
def test_any_text_is_one_string_literal(text):
    kept = unquoted(escape_typst(text))
    assert kept.isprintable() or not text.isprintable()
    if text.isprintable():
        assert kept == text


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc"])))
@settings(max_examples=300, deadline=None)
def test_any_text_survives_html(text):
    tree = html5lib.parse(f"<p>{escape_html(text)}</p>", namespaceHTMLElements=False)
    assert tree.find(".//p").text in (text, None)
    assert elements(tree) == {"html", "head", "body", "p"}


@given(st.text(alphabet="<>&\"'`*_#[]()!|\\-=~@\n ab1"))
@settings(max_examples=300, deadline=None)
def test_any_markdown_is_written_for_both(source):
    tree = parsed(source)
    assert not elements(tree) & {"script", "img", "style", "iframe"}
    written = typst(source)
    depth, inside, place = 0, False, 0
    while place < len(written):
        sign = written[place]
        if inside:
            place += sign == "\\"
            inside = sign != '"'
        elif sign == '"':
            inside = True
        else:
            depth += (sign in "({[") - (sign in ")}]")
        place += 1
    assert depth == 0
    assert not inside


def test_one_tokeniser():
    assert [t["type"] for t in tokens("# a\n\nb")] == ["heading", "blank_line", "paragraph"]
