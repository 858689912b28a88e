"""Hypothesis: annotations of web pages as its API gives them; the pages' texts are not in them.

A user is a coder, a page is a document, tags are codes. Replies are no codings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from frameline.exchange.files.expect import a_list, a_name, a_place, a_text, an_object
from frameline.exchange.files.safety import read_json
from frameline.exchange.model.gather import Gatherer
from frameline.exchange.model.project import Annotation, Document, Options, Project, Span

TAG = "tag"
_USER = re.compile(r"acct:(.+)@[^@]+")


def sniff(path: Path, head: bytes) -> bool:
    """Whether a file holds rows of Hypothesis: users as accounts, addresses, tags."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    return start in (b"{", b"[") and b'"acct:' in head and b'"uri"' in head


def read(paths: Sequence[Path], options: Options) -> Project:
    """Read files; a row is an annotation."""
    gatherer = Gatherer(paths[0].name, options.strict)
    for path in paths:
        gatherer.file = path.name
        value = read_json(path)
        rows = value.get("rows", [value]) if isinstance(value, dict) else value
        for number, one in enumerate(a_list(rows, path.name, "rows"), start=1):
            with gatherer.attempt("annotations"):
                gatherer.rows += 1
                _row(one, f"row {number}", gatherer, options)
    return gatherer.project(offsets="code-points")


def _row(value: Any, place: str, gatherer: Gatherer, options: Options) -> None:
    file = gatherer.file
    row = an_object(value, file, place)
    if row.get("references"):
        gatherer.leave(1, "replies", "a reply is no coding", f"{file}, {place}")
        return
    address = a_name(row.get("uri", row.get("url")), file, f"{place}, uri")
    user = a_text(row.get("user"), file, f"{place}, user")
    account = _USER.fullmatch(user)
    who = (account[1] if account else user) or gatherer.unnamed(file, options)
    tags = tuple(a_name(tag, file, f"{place}, tags")
                 for tag in a_list(row.get("tags"), file, f"{place}, tags"))  # fmt: skip
    spans, quote = _selected(row, file, place)
    note = a_text(row.get("text"), file, f"{place}, text")
    titles = an_object(row.get("document") or {}, file, f"{place}, document").get("title")
    title = titles[0] if isinstance(titles, list) and titles else titles
    facts = {"title": title} if isinstance(title, str) and title else {}
    gatherer.document(Document(address, None, facts), place)
    values = {TAG: tags} if tags else {}
    name = a_text(row.get("id"), file, f"{place}, id")
    said = Annotation(spans, values, id=name, quote=quote, note=note)
    gatherer.coding(address, who).append(said)
    gatherer.used += 1


def _selected(row: dict[str, Any], file: str, place: str) -> tuple[tuple[Span, ...], str]:
    spans: tuple[Span, ...] = ()
    quote = ""
    for target in a_list(row.get("target"), file, f"{place}, target"):
        about = an_object(target, file, f"{place}, target")
        for value in a_list(about.get("selector"), file, f"{place}, selector"):
            one = an_object(value, file, f"{place}, selector")
            if one.get("type") == "TextQuoteSelector":
                quote = a_text(one.get("exact"), file, f"{place}, exact")
            elif one.get("type") == "TextPositionSelector":
                start = a_place(one.get("start"), file, f"{place}, start")
                end = a_place(one.get("end"), file, f"{place}, end")
                spans = (Span(start, max(start, end)),)
    return spans, quote
