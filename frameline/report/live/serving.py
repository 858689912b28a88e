"""Serves the page on loopback, and tells open pages when there is a new one.

The script that takes a new page over is added here, while a page is served: nothing of it is in
any file. Only this machine is answered, and only by its own names.
"""

from __future__ import annotations

import base64
import hashlib
import json
import threading
import urllib.parse
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from frameline.report import BuildError
from frameline.report.escape import escape_html
from frameline.report.live.making import Made

LOOPBACK = "127.0.0.1"
_SCRIPT = (Path(__file__).parent / "reload.js").read_text(encoding="utf-8")
_HASH = base64.b64encode(hashlib.sha256(_SCRIPT.encode("utf-8")).digest()).decode("ascii")
_POLICY = "default-src 'none'; "
#: How long a page waits for news before it is told that there are none.
_QUIET = 15.0
_WAITING = (
    "<!doctype html><html lang=en><head><meta charset=utf-8><title>Frameline</title>"
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; ">'
    "<style></style></head><body><main><p>{}</p></main></body></html>"
)


class Board:
    """The newest page, the newest fault, and who waits for them."""

    def __init__(self) -> None:
        self._bell = threading.Condition()
        self.made: Made | None = None
        self.fault = ""
        #: The chapter that was last seen being read.
        self.reading = ""
        self._version = 0
        self._closed = False

    def show(self, made: Made) -> None:
        """There is a new page."""
        self._tell(made, "")

    def refuse(self, fault: str) -> None:
        """There is none, and why; the last page stays below."""
        self._tell(self.made, fault)

    def close(self) -> None:
        """Nobody waits any more."""
        with self._bell:
            self._closed = True
            self._bell.notify_all()

    def news(self, seen: int) -> tuple[int, str, str]:
        """The next thing that happens after what was seen: number, kind and what is said."""
        with self._bell:
            self._bell.wait_for(lambda: self._version != seen or self._closed, _QUIET)
            kind = "fault" if self.fault else "page" if self._version != seen else "quiet"
            return (-1, "", "") if self._closed else (self._version, kind, self.fault)

    @property
    def version(self) -> int:
        """The number of what is shown now."""
        return self._version

    def _tell(self, made: Made | None, fault: str) -> None:
        with self._bell:
            self.made, self.fault = made, fault
            self._version += 1
            self._bell.notify_all()


def with_script(page: str) -> str:
    """A page as it is served: with the script that renews it, and leave for it and no other."""
    allowed = f"default-src 'none'; script-src 'sha256-{_HASH}'; connect-src 'self'; "
    head = page.replace(_POLICY, allowed, 1)
    return head.replace("</head>", f"<script>{_SCRIPT}</script></head>", 1)


def start(board: Board, port: int = 0) -> ThreadingHTTPServer:
    """Serve a board on loopback, in threads.

    Parameters
    ----------
    board : Board
    port : int
        Any free one when 0.

    Raises
    ------
    OSError
        The port is taken.
    """

    class Answers(_Answers):
        pass

    Answers.board = board
    server = ThreadingHTTPServer((LOOPBACK, port), Answers)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


class _Answers(BaseHTTPRequestHandler):
    """Answers for one connection."""

    board: Board
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """The page, the PDF, the news, or where the reader is."""
        asked = urllib.parse.urlsplit(self.path)
        answers: dict[str, Callable[[str], None]] = {
            "/": self._page, "/events": self._events, "/report.pdf": self._pdf,
            "/reading": self._reading,
        }  # fmt: skip
        if not self._is_ours():
            self._send(HTTPStatus.FORBIDDEN, "text/plain", b"only this machine is answered\n")
        elif asked.path not in answers:
            self._send(HTTPStatus.NOT_FOUND, "text/plain", b"nothing here\n")
        else:
            answers[asked.path](asked.query)

    def _is_ours(self) -> bool:
        """Whether the page was asked for by a name of this machine, and by no other site."""
        host = self.headers.get("Host", "").rpartition(":")[0]
        site = self.headers.get("Sec-Fetch-Site", "none")
        return host in (LOOPBACK, "localhost") and site in ("none", "same-origin")

    def _page(self, _: str) -> None:
        made = self.board.made
        page = made.html if made else _WAITING.format(escape_html("The report is being made."))
        self._send(HTTPStatus.OK, "text/html; charset=utf-8", with_script(page).encode("utf-8"))

    def _pdf(self, _: str) -> None:
        made = self.board.made
        try:
            if made is None:
                raise BuildError("the report is being made")
            self._send(HTTPStatus.OK, "application/pdf", made.pdf())
        except BuildError as error:
            said = str(error).encode("utf-8")
            self._send(HTTPStatus.SERVICE_UNAVAILABLE, "text/plain; charset=utf-8", said)

    def _reading(self, query: str) -> None:
        self.board.reading = urllib.parse.parse_qs(query).get("chapter", [""])[0]
        self._send(HTTPStatus.OK, "text/plain", b"")

    def _events(self, _: str) -> None:
        """News, until the page is closed."""
        self.send_response(HTTPStatus.OK)
        for name, value in (("Content-Type", "text/event-stream"), ("Cache-Control", "no-store"),
                            ("Connection", "close")):  # fmt: skip
            self.send_header(name, value)
        self.end_headers()
        self.close_connection = True
        # A fault that is there already is shown at once; the page has just been sent.
        seen = self.board.version - bool(self.board.fault)
        try:
            while seen >= 0:
                seen, kind, said = self.board.news(seen)
                if kind:
                    self.wfile.write(f"event: {kind}\ndata: {json.dumps(said)}\n\n".encode())
                    self.wfile.flush()
        except OSError:
            return  # The page was closed.

    def _send(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        """Requests are not reported."""
