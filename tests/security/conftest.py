"""Hostile texts, and a report that shows each of them wherever a report shows text."""

import contextlib
import json
import os
import re
import select
import shutil
import signal
import subprocess
import tomllib
from pathlib import Path

import html5lib
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from frameline.record.mime import EVIDENCE_MIME, FIGURE_MIME, FINDINGS_MIME, PROSE_MIME, TABLE_MIME
from frameline.report.document.document import METADATA
from frameline.report.exporters import FramelineHTMLExporter, FramelinePDFExporter

STRINGS = tomllib.loads((Path(__file__).parent / "strings.toml").read_text(encoding="utf-8"))
ALL = tuple(text for texts in STRINGS.values() for text in texts)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>'


@pytest.fixture(scope="session")
def hostile():
    """Every hostile text."""
    return ALL


def prose(*texts, key=""):
    return {"segments": [{"text": text, "key": key} for text in texts], "style": "takeaway"}


def findings():
    """One finding with each text as value, and one with each text as name, unit of nothing."""
    return [
        {"key": f"{kind}.{i} {text}", "value": [text] if kind == "list" else text, "low": None,
         "high": None, "n": 1, "unit": kind, "filter": text, "evidence": [f"c{i} {text}"],
         "text": text, "chapter": text}
        for i, text in enumerate(ALL) for kind in ("text", "list")
    ]  # fmt: skip


def claims():
    return [
        {"claim_id": f"c{i} {text}", "name": ALL[i // 12], "place": text, "codes": text,
         "anchor": text, "gist": text}
        for i, text in enumerate(ALL)
    ]  # fmt: skip


def outputs():
    """What cells show, each text in each field."""
    joined = " | ".join(ALL)
    grid = {"columns": ["one", "two"], "rows": [[text, text] for text in ALL]}
    heads = {"columns": [{"label": text, "align": text} for text in ALL[:6]], "rows": [ALL[:6]]}
    shown = [{PROSE_MIME: prose(text)} for text in ALL]
    shown += [{PROSE_MIME: prose(f["text"], key=f["key"])} for f in findings()]
    shown += [{PROSE_MIME: prose(text, key=f"name.{text}")} for text in ALL]
    shown.append({FIGURE_MIME: {
        "key": "hostile", "title": prose(*ALL), "subtitle": prose(*ALL), "alt": prose(*ALL),
        "svg": SVG, "note": joined, "filter": joined, "source": joined, "table": grid,
        "evidence": [c["claim_id"] for c in claims()], "number": "1",
    }})  # fmt: skip
    for place, table in enumerate((grid, heads)):
        shown.append({TABLE_MIME: {
            "key": f"table-{place}", "title": prose(*ALL), "note": joined, "filter": joined,
            "evidence": [c["claim_id"] for c in claims()[:3]], "number": "1", **table,
        }})  # fmt: skip
    return shown


def report(head=ALL):
    """A merged notebook in which every field of every kind holds hostile texts.

    The texts of ``head`` stand in what is printed on every page.
    """
    mark = {METADATA: {"chapter": "one"}}
    cells = [
        new_code_cell("", outputs=[new_output("display_data", data=data)], metadata=mark)
        for data in outputs()
    ]
    cells.append(new_markdown_cell("aside", metadata={METADATA: {"chapter": "one", "aside": True}}))
    cells[-1].source = " | ".join(ALL)
    lists = {METADATA: {"chapter": "two"}}
    cells.append(
        new_code_cell("", metadata=lists, outputs=[
            new_output("display_data", data={EVIDENCE_MIME: {"claims": claims()}})])
    )  # fmt: skip
    joined = " | ".join(head)
    chapters = [
        {"key": key, "number": number, "title": title, "short": joined, "part": part}
        for key, number, title, part in (
            ("one", "1", "One", "findings"), ("two", "A", "Claims", "appendix"))
    ]  # fmt: skip
    about = {
        "title": joined, "subtitle": joined, "edition": joined, "date": "2026-01-02", "lang": "en",
        "paper": "a4", "cover_figure": "hostile", "authors": list(ALL), "keywords": list(ALL),
        "chapters": chapters, "findings": findings(), "claims": claims(), "changed": list(ALL),
        "version": joined, "digest": joined,
        "bibliography": [
            {"key": f"r{i}", "short": text, "text": "A source.", "url": text}
            for i, text in enumerate(ALL)
        ],
    }  # fmt: skip
    return new_notebook(cells=cells, metadata={METADATA: about})


@pytest.fixture(scope="session")
def page():
    """The report as HTML."""
    text, _ = FramelineHTMLExporter().from_notebook_node(report())
    return text


@pytest.fixture(scope="session")
def pdf():
    """The report as PDF, in bytes."""
    data, _ = FramelinePDFExporter().from_notebook_node(report(head=STRINGS["typst"]))
    return data


@pytest.fixture(scope="session")
def hostile_findings():
    """Findings whose every text is hostile."""
    return findings()


@pytest.fixture(scope="session")
def chapter():
    """An executed chapter whose findings and outputs are hostile, as a notebook hands it over."""
    book = report()
    cells = [new_markdown_cell("# One\n")]
    cells += [new_code_cell("x", outputs=c.outputs, execution_count=1) for c in book.cells
              if c.cell_type == "code"]  # fmt: skip
    data = {FINDINGS_MIME: {"chapter": "one", "findings": findings()}}
    cells.append(
        new_code_cell("x", outputs=[new_output("display_data", data=data)], execution_count=1)
    )
    return new_notebook(cells=cells)


ACTIVE = {
    "script", "iframe", "object", "embed", "form", "base", "link", "audio", "video", "applet",
    "foreignObject", "animate", "set", "img", "button", "template", "noscript", "frame", "portal",
    "textarea", "plaintext", "xmp",
}  # fmt: skip
LOADING = (
    "src",
    "srcset",
    "srcdoc",
    "background",
    "action",
    "formaction",
    "poster",
    "data",
    "ping",
)
_ADDRESS = re.compile(
    r"https?://|mailto:|#|data:text/csv;|[\w.-]+/(report\.(html|pdf)|results\.json)$|index\.(csv|json)$"
)


def _faults(page):
    """Everything in a page that could run, load or lead astray."""
    tree = html5lib.HTMLParser(namespaceHTMLElements=False, strict=True).parse(page)
    found = []
    for element in tree.iter():
        name = element.tag.split("}")[-1] if isinstance(element.tag, str) else "comment"
        if name in ACTIVE | {"comment"}:
            found.append((name, element.text))
        if name == "style" and re.search(
            r"@import|url\((?!data:font/woff2)|expression", element.text
        ):
            found.append((name, "loads"))
        for attribute, value in element.attrib.items():
            attribute = str(attribute).split("}")[-1].lower()
            if attribute.startswith("on") or attribute in LOADING:
                found.append((name, attribute, value))
            if attribute == "href":
                inner = name in ("use", "image") and value.startswith(
                    ("#", "data:image/png;base64,")
                )
                if not (inner or (name == "a" and _ADDRESS.match(value))):
                    found.append((name, attribute, value))
            if attribute == "style" and re.search(r"url\((?!#)|@|expression|\\\\", value):
                found.append((name, attribute, value))
    return tree, found


@pytest.fixture(scope="session")
def parse():
    """Reads a page strictly: parse(page) gives its tree and everything active in it."""
    return _faults


class Browser:
    """A page in headless Chromium, and everything it tried to do."""

    def __init__(self, program, profile):
        to_browser, self._write = os.pipe()
        self._read, from_browser = os.pipe()

        def connect():
            # The browser reads commands from 3 and writes answers to 4.
            commands, answers = os.dup(to_browser), os.dup(from_browser)
            os.dup2(commands, 3)
            os.dup2(answers, 4)

        self._process = subprocess.Popen(
            [program, "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe",
             "--disable-background-networking", f"--user-data-dir={profile}"],
            close_fds=False, preexec_fn=connect, stderr=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        os.close(to_browser)
        os.close(from_browser)
        self._rest, self._count, self._session, self.events = b"", 0, None, []

    def close(self):
        os.close(self._write)
        os.close(self._read)
        # Its children too: they are a session of their own.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def _next(self):
        while b"\0" not in self._rest:
            ready, _, _ = select.select([self._read], [], [], 60)
            assert ready, "Chromium does not answer"
            self._rest += os.read(self._read, 1 << 20)
        message, _, self._rest = self._rest.partition(b"\0")
        return json.loads(message)

    def call(self, method, **parameters):
        self._count += 1
        asked = {"id": self._count, "method": method, "params": parameters}
        if self._session:
            asked["sessionId"] = self._session
        os.write(self._write, json.dumps(asked).encode() + b"\0")
        while True:
            message = self._next()
            if message.get("id") == self._count:
                assert "error" not in message, message
                return message["result"]
            self._hear(message)

    def _hear(self, message):
        if "method" not in message:
            return  # The answer to a dialog that was closed here.
        self.events.append(message)
        if message["method"] == "Page.javascriptDialogOpening":
            closing = {
                "id": 10**6 + len(self.events), "method": "Page.handleJavaScriptDialog",
                "params": {"accept": True}, "sessionId": self._session,
            }  # fmt: skip
            os.write(self._write, json.dumps(closing).encode() + b"\0")

    def open(self, address):
        """Open a page without its own policy, so that nothing but escaping protects it."""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Network", "Runtime"):
            self.call(f"{domain}.enable")
        self.call("Page.setBypassCSP", enabled=True)
        self.events.clear()
        self.call("Page.navigate", url=address)
        while not any(m["method"] == "Page.loadEventFired" for m in self.events):
            self._hear(self._next())
        self.evaluate("new Promise(done => setTimeout(done, 300))")

    def evaluate(self, expression):
        made = self.call(
            "Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True
        )
        return made["result"].get("value")

    @property
    def deeds(self):
        """Requests, dialogs, windows and messages of the page."""
        found = []
        for message in self.events:
            method, said = message["method"], message.get("params", {})
            if method == "Network.requestWillBeSent":
                found.append(said["request"]["url"])
            elif method in ("Page.javascriptDialogOpening", "Page.windowOpen",
                            "Runtime.consoleAPICalled", "Runtime.exceptionThrown"):  # fmt: skip
                found.append(method)
        return found


@pytest.fixture(scope="session")
def browser(tmp_path_factory):
    """Headless Chromium, where there is one."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        pytest.skip("Chromium is not installed")
    opened = Browser(program, tmp_path_factory.mktemp("profile"))
    yield opened
    opened.close()
