"""A language that no one speaks: English with other letters, so that what stays English shows."""

import re
from pathlib import Path

from fluent.syntax import ast as ftl
from fluent.syntax import parse, serialize
from fluent.syntax.visitor import Visitor

from frameline.words.beginning import new_language

PLAIN = "acdeghijklnorstuwyzACDEGHIJKLNORSTUWYZ"
OTHER = "áçďéğĥíĵķłñöřšťüŵýžÁÇĎÉĞĤÍĴĶŁÑÖŘŠŤÜŴÝŽ"
_LETTERS = str.maketrans(PLAIN, OTHER)
#: What no translator touches: references, code, addresses, files, commands.
_KEPT = re.compile(
    r"\[@[\w.:-]+\]|`[^`]*`|\]\([^)\s]*\)|https?://\S+|\b[\w-]+\.(?:csv|json|toml)\b|"
    r"\bframeline \w+(?: --\w+ [A-Z]+)?|\bFrameline\b"
)


def pseudo(text):
    """The text with other letters."""
    kept = _KEPT.findall(text)
    pieces = [piece.translate(_LETTERS) for piece in _KEPT.split(text)]
    return "".join(a + b for a, b in zip(pieces, [*kept, ""], strict=True))


class _Translator(Visitor):
    def visit_TextElement(self, node):
        node.value = pseudo(node.value)

    def visit_NamedArgument(self, node):
        if node.name.name == "zero":
            node.value.value = pseudo(node.value.value)


def pseudo_language(lang, folder):
    """Write the catalogues of a language in other letters."""
    files = new_language(lang, Path(folder))
    for file in files:
        resource = parse(file.read_text(encoding="utf-8"))
        assert not any(isinstance(entry, ftl.Junk) for entry in resource.body), file
        _Translator().visit(resource)
        file.write_text(serialize(resource), encoding="utf-8")
    return files
