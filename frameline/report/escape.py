"""How text reaches each output: one function for each, the only way it gets there.

Whatever a corpus, a parameter or a report.toml says is text. In HTML it goes through
`escape_html` (the template escapes by itself, with the same function), in Typst through
`escape_typst`, in Markdown through `escape_markdown`, in CSV through `escape_csv`, on a terminal
through `escape_terminal`; an address becomes a link only if `safe_address` lets it through.

No output takes markup from a text, so none needs a sanitiser: what looks like a tag is shown as
it is written.
"""

from __future__ import annotations

import re

from markupsafe import escape as escape_html

__all__ = [
    "escape_csv",
    "escape_html",
    "escape_markdown",
    "escape_terminal",
    "escape_typst",
    "file_name",
    "printable",
    "safe_address",
]

_GAPS = re.compile(r"[\t\r\n\v\f\x1c-\x1f\x85\u2028\u2029]+")
#: No text in any script; XML and PDF refuse most of them.
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
#: Turn the direction of what stands around them.
_DIRECTION = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
#: Signs that are markup anywhere in a line; a colon before a name or an address, a dot after www;
#: what would make a list or a heading at the beginning of a line.
_MARKDOWN = re.compile(r"[\\`*_\[\]<>#!|~$@&^]|:(?=\S)|(?<=[wW]{3})\.|^[-+=]")
_NUMBERED = re.compile(r"^(\d+)(?=[.)])")
_SAFE_ADDRESS = re.compile(r"(https?://|mailto:|#)", re.IGNORECASE)
_FORMULA = re.compile(r"[\s\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")


def escape_typst(text: str) -> str:
    r"""Write any text as a Typst string literal, the only way text reaches a Typst document.

    Inside a string nothing is markup, so only the string's own signs need care.

    >>> print(escape_typst('#read("/etc/passwd") $x$ \\ *b*'))
    "#read(\"/etc/passwd\") $x$ \\ *b*"
    """
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    # A newline inside a paragraph is a space.
    escaped = _CONTROLS.sub("", _GAPS.sub(" ", escaped))
    return f'"{escaped}"'


def escape_markdown(text: str) -> str:
    r"""Write any text on one line of Markdown, also inside a cell of a table.

    Every sign that Markdown, or a program that extends it (mathematics, mentions, emoji, HTML),
    could read as markup is escaped.

    >>> print(escape_markdown("![x](y) | <b> #1 @all"))
    \!\[x\](y) \| \<b\> \#1 \@all
    """
    plain = _CONTROLS.sub("", _GAPS.sub(" ", text))
    signs = _MARKDOWN.sub(r"\\\g<0>", _DIRECTION.sub("", plain).strip())
    return _NUMBERED.sub(r"\1\\", signs)


def escape_csv(text: str) -> str:
    """A cell that no spreadsheet takes for a formula; a number stays one.

    >>> escape_csv("=1+1"), escape_csv("-0.5"), escape_csv("-12%")
    ("'=1+1", '-0.5', '-12%')
    """
    if not _FORMULA.match(text):
        return text
    return text if re.fullmatch(r"[-+]?[0-9,]*\.?[0-9]+(?:e[-+]?[0-9]+)?%?", text) else f"'{text}"


def escape_terminal(text: str) -> str:
    """Text on one line of a terminal, which it cannot command.

    >>> escape_terminal("a\\x1b[31mb\\nc")
    'a[31mb c'
    """
    return _DIRECTION.sub("", _CONTROLS.sub("", _GAPS.sub(" ", text)))


def printable(text: str) -> str:
    """A whole page without characters that no reader sees and no parser takes; lines stay.

    >>> printable("a\\x00b\\x1b[31m\\nc")
    'ab[31m\\nc'
    """
    return re.sub(rf"(?![\n\t]){_CONTROLS.pattern}", "", text)


def safe_address(address: str) -> str:
    """The address of a link, or nothing where following it would run or read something.

    >>> safe_address("https://example.org/"), safe_address("javascript:alert(1)")
    ('https://example.org/', '')
    """
    return address if _SAFE_ADDRESS.match(address) else ""


def file_name(text: str, fallback: str = "unnamed") -> str:
    """A text as the name of a file or folder, never a path.

    >>> file_name("voice=own"), file_name("../../etc"), file_name("..")
    ('voice-own', 'etc', 'unnamed')
    """
    name = re.sub(r"[^A-Za-z0-9._]+", "-", text).strip("-._")[:80].rstrip("-._")
    return name or fallback
