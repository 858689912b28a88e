"""Markdown for the report: one tokeniser, one emitter for HTML and one for Typst.

Raw HTML is never passed on: it is shown as the text it is. Each target has one escape function
(see `frameline.report.escape`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Protocol

import mistune
from markupsafe import Markup

from frameline.report.document.equations import write_equation
from frameline.report.document.mathml import write_mathml
from frameline.report.document.maths import read_maths
from frameline.report.escape import escape_html, escape_typst, safe_address
from frameline.words.phrases import Phrases

Token = Mapping[str, Any]
#: A formula between dollar signs; two amounts of money are none.
_INLINE_MATHS = (
    r"\$\$(?!\$)(?:\\.|[^$\\])+\$\$|\$(?![\s$])(?:\\.|[^$\\\n])*?(?:\\.|[^$\\\s])\$(?![0-9$])"
)
_BLOCK_MATHS = r"^ {0,3}\$\$(?P<maths>(?:\\.|[^$\\])+)\$\$[ \t]*$"
CROSS_REFERENCE = re.compile(r"\[@([A-Za-z0-9][\w.:-]*)\]")


@dataclass(frozen=True)
class Target:
    """What a cross-reference leads to; without an anchor it stands in another file."""

    label: str
    anchor: str
    kind: str = "figure"


class Targets(Protocol):
    """Finds what a key stands for."""

    def __call__(self, key: str) -> Target | None:
        """The target, or nothing when there is none in this edition."""


def tokens(source: str) -> Sequence[Token]:
    """Read Markdown (CommonMark with tables, strikethrough and ``[@key]``) as tokens."""
    parsed = _PARSER(source)
    assert isinstance(parsed, list)
    return parsed


def _cross_reference(inline: Any, found: re.Match[str], state: Any) -> int:
    state.append_token({"type": "cross_reference", "raw": found.group(0)[2:-1]})
    return found.end()


def _inline_maths(inline: Any, found: re.Match[str], state: Any) -> int:
    source = found.group(0)
    state.append_token({"type": "maths", "raw": source.strip("$"), "block": source[:2] == "$$"})
    return found.end()


def _block_maths(block: Any, found: re.Match[str], state: Any) -> int:
    state.append_token({"type": "block_maths", "raw": found.group("maths")})
    return found.end() + 1


def _parser() -> mistune.Markdown:
    parser = mistune.create_markdown(renderer="ast", plugins=["table", "strikethrough"])
    assert parser.inline is not None
    parser.inline.register(
        "cross_reference", CROSS_REFERENCE.pattern.replace("(", "(?:"), _cross_reference,
        before="link",
    )  # fmt: skip
    parser.inline.register("maths", _INLINE_MATHS, _inline_maths, before="link")
    parser.block.register("block_maths", _BLOCK_MATHS, _block_maths, before="list")
    return parser


_PARSER = _parser()


def check_maths(source: str) -> None:
    """Refuse Markdown with a formula that cannot be typeset.

    Raises
    ------
    MathsError
        The message quotes the formula.
    """
    if "$" in source:
        for token in _every(tokens(source)):
            if token["type"] in ("maths", "block_maths"):
                read_maths(token["raw"])


def _every(found: Iterable[Token]) -> Iterable[Token]:
    for token in found:
        yield token
        yield from _every(token.get("children", ()))


def plain(inline: Iterable[Token]) -> str:
    """The text of inline tokens without any markup."""
    found = []
    for token in inline:
        if "children" in token:
            found.append(plain(token["children"]))
        elif token["type"] in ("softbreak", "linebreak"):
            found.append(" ")
        else:
            found.append(str(token.get("raw", "")))
    return "".join(found)


def slug(text: str) -> str:
    """A heading as an anchor.

    >>> slug("What binds, what divides?")
    'what-binds-what-divides'
    """
    return re.sub(r"[^\w]+", "-", text.lower()).strip("-")[:60] or "section"


@dataclass
class HtmlEmitter:
    """Writes tokens as HTML.

    Parameters
    ----------
    targets : Targets
        Resolves cross-references.
    prefix : str
        Put before the anchors of headings: the chapter's key.
    depth : int
        Added to the level of headings.
    mark : callable
        Writes running text: escapes it, and may mark words. Headings and links stay unmarked.
    words : Phrases
        What the page says itself, in the language of the report.
    """

    targets: Targets
    prefix: str = ""
    depth: int = 1
    anchors: dict[str, int] = field(default_factory=dict)
    mark: Callable[[str], Markup] = escape_html
    words: Phrases = field(default_factory=partial(Phrases, "page"))

    def emit(self, source: str) -> Markup:
        """Markdown to HTML."""
        return self.blocks(tokens(source))

    def blocks(self, found: Iterable[Token]) -> Markup:
        """Block tokens to HTML."""
        return Markup("\n").join(self._dispatch("block", token) for token in found)

    def inline(self, found: Iterable[Token]) -> Markup:
        """Inline tokens to HTML."""
        return Markup("").join(self._dispatch("inline", token) for token in found)

    def _dispatch(self, level: str, token: Token) -> Markup:
        writer: Callable[[Token], Markup] | None = getattr(self, f"_{token['type']}", None)
        if writer is not None:
            return writer(token)
        # What has no writer (raw HTML above all) is shown as text.
        text = escape_html(str(token.get("raw", "")))
        return Markup("<p>{}</p>").format(text) if level == "block" and text.strip() else text

    def _blank_line(self, token: Token) -> Markup:
        return Markup("")

    def _paragraph(self, token: Token) -> Markup:
        return Markup("<p>{}</p>").format(self.inline(token["children"]))

    def _block_text(self, token: Token) -> Markup:
        return self.inline(token["children"])

    def _heading(self, token: Token) -> Markup:
        level = min(6, token["attrs"]["level"] + self.depth)
        anchor = self.anchor(plain(token["children"]))
        text = self._unmarked(token["children"])
        return Markup(
            '<h{0} id="{1}">{2} <a class="anchor" href="#{1}" aria-label="{3}">#</a></h{0}>'
        ).format(level, anchor, text, self.words("link-to-section"))

    def anchor(self, text: str) -> str:
        """A new anchor for a heading."""
        name = f"{self.prefix}-{slug(text)}" if self.prefix else slug(text)
        self.anchors[name] = self.anchors.get(name, 0) + 1
        return name if self.anchors[name] == 1 else f"{name}-{self.anchors[name]}"

    def _list(self, token: Token) -> Markup:
        attrs = token.get("attrs", {})
        tag = "ol" if attrs.get("ordered") else "ul"
        first = attrs.get("start")
        start = Markup(' start="{}"').format(first) if first not in (None, 1) else ""
        items = Markup("").join(
            Markup("<li>{}</li>").format(self.blocks(item["children"]))
            for item in token["children"]
        )
        return Markup("<{0}{1}>{2}</{0}>").format(tag, start, items)

    def _block_quote(self, token: Token) -> Markup:
        return Markup("<blockquote>{}</blockquote>").format(self.blocks(token["children"]))

    def _block_code(self, token: Token) -> Markup:
        return Markup('<pre tabindex="0"><code>{}</code></pre>').format(token["raw"].rstrip("\n"))

    def _thematic_break(self, token: Token) -> Markup:
        return Markup("<hr>")

    def _table(self, token: Token) -> Markup:
        head, *bodies = token["children"]
        cells = Markup("").join(self._cell(c, "th", ' scope="col"') for c in head["children"])
        rows = Markup("").join(
            Markup("<tr>{}</tr>").format(
                Markup("").join(self._cell(c, "td") for c in row["children"])
            )
            for body in bodies
            for row in body["children"]
        )
        return Markup(
            '<div class="scroll" tabindex="0" role="group" aria-label="{}"><table>'
            "<thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>"
        ).format(self.words("table-of-words"), cells, rows)

    def _cell(self, cell: Token, tag: str, scope: str = "") -> Markup:
        align = cell.get("attrs", {}).get("align")
        kind = Markup(' class="{}"').format(align) if align in ("right", "center") else ""
        text = self.inline(cell["children"])
        return Markup("<{0}{1}{2}>{3}</{0}>").format(tag, Markup(scope), kind, text)

    def _text(self, token: Token) -> Markup:
        return self.mark(token["raw"])

    def _unmarked(self, found: Iterable[Token]) -> Markup:
        return replace(self, mark=escape_html).inline(found)

    def _emphasis(self, token: Token) -> Markup:
        return Markup("<em>{}</em>").format(self.inline(token["children"]))

    def _strong(self, token: Token) -> Markup:
        return Markup("<strong>{}</strong>").format(self.inline(token["children"]))

    def _strikethrough(self, token: Token) -> Markup:
        return Markup("<del>{}</del>").format(self.inline(token["children"]))

    def _codespan(self, token: Token) -> Markup:
        return Markup("<code>{}</code>").format(token["raw"])

    def _linebreak(self, token: Token) -> Markup:
        return Markup("<br>")

    def _softbreak(self, token: Token) -> Markup:
        return Markup("\n")

    def _link(self, token: Token) -> Markup:
        text, address = self._unmarked(token["children"]), token["attrs"]["url"]
        if not safe_address(address):
            return text
        return Markup('<a href="{}"{}>{}</a>').format(
            address, Markup("" if address.startswith("#") else ' rel="noreferrer"'), text
        )

    def _image(self, token: Token) -> Markup:
        return self.inline(token["children"])

    def _maths(self, token: Token) -> Markup:
        return write_mathml(token["raw"], block=token["block"])

    def _block_maths(self, token: Token) -> Markup:
        shown = write_mathml(token["raw"], block=True)
        return Markup(
            '<div class="scroll" tabindex="0" role="group" aria-label="{}">{}</div>'
        ).format(self.words("formula"), shown)

    def _cross_reference(self, token: Token) -> Markup:
        return self.reference(token["raw"])

    def reference(self, key: str) -> Markup:
        """A link to a figure, table, chapter or source."""
        target = self.targets(key)
        if target is None:
            return escape_html(self.words("missing-part"))
        if not target.anchor:
            return escape_html(target.label)
        return Markup('<a class="ref" href="#{}">{}</a>').format(target.anchor, target.label)


@dataclass
class TypstEmitter:
    """Writes tokens as Typst code: calls and string literals, never markup.

    Parameters
    ----------
    targets : Targets
        Resolves cross-references.
    depth : int
        Added to the level of headings.
    words : Phrases
        What the page says itself, in the language of the report.
    """

    targets: Targets
    depth: int = 0
    words: Phrases = field(default_factory=partial(Phrases, "page"))

    def emit(self, source: str) -> str:
        """Markdown to Typst code."""
        return self.blocks(tokens(source))

    def pieces(self, source: str) -> Iterable[tuple[str, str]]:
        """The blocks of Markdown one by one: their type and their Typst code."""
        for token in tokens(source):
            code = self._dispatch("block", token)
            if code:
                yield token["type"], code

    def blocks(self, found: Iterable[Token]) -> str:
        """Block tokens to the inside of a code block."""
        return "\n".join(filter(None, (self._dispatch("block", token) for token in found)))

    def inline(self, found: Iterable[Token]) -> str:
        """Inline tokens to a code block."""
        return "{" + "; ".join(self._dispatch("inline", token) for token in found) + "}"

    def _dispatch(self, level: str, token: Token) -> str:
        writer: Callable[[Token], str] | None = getattr(self, f"_{token['type']}", None)
        if writer is not None:
            return writer(token)
        text = str(token.get("raw", ""))
        if level == "block":
            return f"par({escape_typst(text.strip())})" if text.strip() else ""
        return escape_typst(text)

    def _blank_line(self, token: Token) -> str:
        return ""

    def _paragraph(self, token: Token) -> str:
        return f"par({self.inline(token['children'])})"

    def _block_text(self, token: Token) -> str:
        return self.inline(token["children"])

    def _heading(self, token: Token) -> str:
        level = min(6, token["attrs"]["level"] + self.depth)
        return f"heading(level: {level}, {self.inline(token['children'])})"

    def _list(self, token: Token) -> str:
        attrs = token.get("attrs", {})
        items = ", ".join(f"{{{self.blocks(item['children'])}}}" for item in token["children"])
        tight = "true" if token.get("tight", True) else "false"
        if attrs.get("ordered"):
            return f"enum(start: {int(attrs.get('start') or 1)}, tight: {tight}, {items})"
        return f"list(tight: {tight}, {items})"

    def _block_quote(self, token: Token) -> str:
        return f"quote(block: true, {{{self.blocks(token['children'])}}})"

    def _block_code(self, token: Token) -> str:
        lines = token["raw"].rstrip("\n").split("\n")
        return f'raw(block: true, ({", ".join(map(escape_typst, lines))},).join("\\n"))'

    def _thematic_break(self, token: Token) -> str:
        return "section-break()"

    def _table(self, token: Token) -> str:
        head, *bodies = token["children"]
        aligns = [cell.get("attrs", {}).get("align") or "left" for cell in head["children"]]
        rows = [row["children"] for body in bodies for row in body["children"]]
        cells = [head["children"], *rows]
        written = ", ".join(f"({self._row(row)})" for row in cells[1:])
        return (
            f"prose-table(({', '.join(aligns)},), ({self._row(cells[0])}), "
            f"({written}{',' if written else ''}))"
        )

    def _row(self, cells: Iterable[Token]) -> str:
        return "".join(f"{self.inline(cell['children'])}, " for cell in cells)

    def _text(self, token: Token) -> str:
        return escape_typst(token["raw"])

    def _emphasis(self, token: Token) -> str:
        return f"emph({self.inline(token['children'])})"

    def _strong(self, token: Token) -> str:
        return f"strong({self.inline(token['children'])})"

    def _strikethrough(self, token: Token) -> str:
        return f"strike({self.inline(token['children'])})"

    def _codespan(self, token: Token) -> str:
        return f"raw({escape_typst(token['raw'])})"

    def _linebreak(self, token: Token) -> str:
        return "linebreak()"

    def _softbreak(self, token: Token) -> str:
        return '" "'

    def _link(self, token: Token) -> str:
        address = token["attrs"]["url"]
        text = self.inline(token["children"])
        if not safe_address(address) or address.startswith("#"):
            return text
        return f"link({escape_typst(address)}, {text})"

    def _image(self, token: Token) -> str:
        return self.inline(token["children"])

    def _maths(self, token: Token) -> str:
        return write_equation(token["raw"], block=token["block"])

    def _block_maths(self, token: Token) -> str:
        return write_equation(token["raw"], block=True)

    def _cross_reference(self, token: Token) -> str:
        return self.reference(token["raw"])

    def reference(self, key: str) -> str:
        """A link to a figure, table, chapter or source."""
        target = self.targets(key)
        if target is None:
            return escape_typst(self.words("missing-part"))
        if not target.anchor:
            return escape_typst(target.label)
        return f"reference({escape_typst(target.anchor)}, {escape_typst(target.label)})"
