"""Markdown as paragraphs of a Word file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from frameline.report.document.markdown import Targets, Token, plain, tokens
from frameline.report.escape import printable, safe_address
from frameline.report.office.parts import add_link, repeat_head


@dataclass(frozen=True)
class WordEmitter:
    """Writes tokens as paragraphs and runs; text is only ever text.

    Parameters
    ----------
    file : docx.Document
    targets : Targets
        Resolves cross-references.
    missing : str
        What stands for a reference that leads nowhere.
    bold, italic : bool
        How runs are set.
    """

    file: Any
    targets: Targets
    missing: str = ""
    bold: bool = False
    italic: bool = False

    def emit(self, source: str) -> None:
        """Add the blocks of some Markdown to the file."""
        self.blocks(tokens(source))

    def blocks(self, found: Iterable[Token], style: str = "Normal") -> None:
        """Add block tokens."""
        for token in found:
            writer = getattr(self, f"_{token['type']}", None)
            if writer is not None:
                writer(token, style)
            elif str(token.get("raw", "")).strip():
                self.file.add_paragraph(printable(str(token["raw"])), style=style)

    def inline(self, line: Any, found: Iterable[Token]) -> None:
        """Add inline tokens to a paragraph."""
        for token in found:
            kind = token["type"]
            writer: Callable[[Any, Token], None] | None = getattr(self, f"_in_{kind}", None)
            if writer is not None:
                writer(line, token)
            elif "children" in token:
                self.inline(line, token["children"])
            else:
                self._run(line, str(token.get("raw", "")))

    def reference(self, line: Any, key: str) -> None:
        """A link to a figure, table, chapter or source."""
        target = self.targets(key)
        if target is None or not target.anchor:
            self._run(line, target.label if target else self.missing)
        else:
            add_link(line, printable(target.label), anchor=target.anchor)

    def _run(self, line: Any, text: str) -> Any:
        run = line.add_run(printable(text))
        # Where neither is asked for, the style of the paragraph decides.
        run.bold, run.italic = self.bold or None, self.italic or None
        return run

    def _blank_line(self, token: Token, style: str) -> None:
        """Nothing."""

    def _paragraph(self, token: Token, style: str) -> None:
        self.inline(self.file.add_paragraph(style=style), token["children"])

    _block_text = _paragraph

    def _heading(self, token: Token, style: str) -> None:
        level = max(2, min(6, token["attrs"]["level"]))
        self.inline(self.file.add_paragraph(style=f"Heading {level}"), token["children"])

    def _list(self, token: Token, style: str) -> None:
        kind = "List Number" if token.get("attrs", {}).get("ordered") else "List Bullet"
        for item in token["children"]:
            self.blocks(item["children"], kind)

    def _block_quote(self, token: Token, style: str) -> None:
        self.blocks(token["children"], "Quote")

    def _block_code(self, token: Token, style: str) -> None:
        self.file.add_paragraph(printable(token["raw"].rstrip("\n")), style="No Spacing")

    def _thematic_break(self, token: Token, style: str) -> None:
        self.file.add_paragraph("* * *", style=style)

    def _table(self, token: Token, style: str) -> None:
        head, *bodies = token["children"]
        rows = [head["children"], *(r["children"] for body in bodies for r in body["children"])]
        made = self.file.add_table(rows=0, cols=len(rows[0]), style="Report Table")
        for row in rows:
            for cell, held in zip(made.add_row().cells, row, strict=False):
                cell.paragraphs[0].style = "Cell"
                self.inline(cell.paragraphs[0], held["children"])
        repeat_head(made)

    def _in_strong(self, line: Any, token: Token) -> None:
        replace(self, bold=True).inline(line, token["children"])

    def _in_emphasis(self, line: Any, token: Token) -> None:
        replace(self, italic=True).inline(line, token["children"])

    def _in_softbreak(self, line: Any, token: Token) -> None:
        self._run(line, " ")

    def _in_linebreak(self, line: Any, token: Token) -> None:
        line.add_run().add_break()

    def _in_codespan(self, line: Any, token: Token) -> None:
        self._run(line, token["raw"]).font.name = "Consolas"

    def _in_cross_reference(self, line: Any, token: Token) -> None:
        self.reference(line, token["raw"])

    def _in_link(self, line: Any, token: Token) -> None:
        address, text = token["attrs"]["url"], plain(token["children"])
        if not safe_address(address) or address.startswith("#"):
            self._run(line, text)
        else:
            add_link(line, printable(text), address=address)
