"""The page that follows what is written: renewed, in place, with its faults; on loopback only."""

import http.client
import json
import threading
import time

import nbformat
import pytest

from frameline.report.live.follow import Follower
from frameline.report.live.making import Maker
from frameline.report.live.serving import Board, start, with_script
from frameline.report.live.watching import Watch

SAY = (
    "from frameline.record.prose import Prose, Segment\nProse((Segment('Ran once more.'),), 'text')"
)


class Live:
    """A report that is followed."""

    def __init__(self, report, cache):
        self.report, self.board, self.end = report, Board(), threading.Event()
        self.maker = Maker(report, cache=cache)
        self.lines = []
        self.server = start(self.board)
        self.port = self.server.server_address[1]
        follower = Follower(self.maker, self.board, self.lines.append)
        self.thread = threading.Thread(target=follower.follow, args=(self.end,), daemon=True)
        self.thread.start()

    def get(self, path="/", **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            return answer.status, answer.read().decode("utf-8", "replace")
        finally:
            connection.close()

    def until(self, holds, seconds=60):
        """Wait until the page, or the fault, is as wanted; how long that took."""
        begun = time.monotonic()
        while not holds():
            assert time.monotonic() - begun < seconds, (self.board.fault, self.lines)
            time.sleep(0.01)
        return time.monotonic() - begun

    def shows(self, text):
        return self.board.made is not None and text in self.board.made.html

    def close(self):
        self.end.set()
        self.thread.join(20)
        self.board.close()
        self.server.shutdown()
        self.server.server_close()
        self.maker.close()


@pytest.fixture
def live(small, tmp_path):
    """Follows a small report: its notebook is notebooks/10-small.ipynb."""
    followed = Live(small("## Of letters\n\nBefore.", (SAY, "")), tmp_path / "cache")
    followed.until(lambda: followed.shows("Before."))
    yield followed
    followed.close()


def edit(live, change):
    path = live.report.parent / "notebooks/10-small.ipynb"
    book = nbformat.read(path, 4)
    change(book.cells)
    nbformat.write(book, path)


def test_prose_that_is_saved_is_shown_and_nothing_runs_for_it(live):
    ran = []
    wave = live.maker._runner

    def watched(*given):
        runner = wave(*given)
        start_one = runner._start
        runner._start = lambda job: (ran.append(job.chapter), start_one(job))
        return runner

    live.maker._runner = watched
    edit(live, lambda cells: cells[2].update(source="## Of letters\n\nAfter."))
    live.until(lambda: live.shows("After."))
    assert live.shows("Ran once more.")
    assert ran == []
    edit(live, lambda cells: cells[3].update(source=SAY.replace("once", "twice")))
    live.until(lambda: live.shows("Ran twice more."))
    assert ran == ["small"]


def test_the_prose_that_one_waits_for_comes_before_the_whole_page(live):
    shown = []
    show = live.board.show
    live.board.show = lambda made: (shown.append(made.html), show(made))
    edit(live, lambda cells: cells[2].update(source="## Of letters\n\nAfter."))
    live.until(lambda: len(shown) == 2)
    assert all("After." in html for html in shown)
    assert shown[0] == shown[1], "what is shown at once is what the whole page then says"


def test_what_is_wrong_stands_in_the_page_until_it_is_right(live):
    edit(live, lambda cells: cells[3].update(source="1 / 0"))
    live.until(lambda: "ZeroDivisionError" in live.board.fault)
    assert live.shows("Ran once more."), "the last page stays"
    edit(live, lambda cells: cells[3].update(source=SAY))
    live.until(lambda: not live.board.fault)


def test_the_script_is_in_what_is_served_and_in_no_file(live, tmp_path):
    status, page = live.get()
    assert status == 200
    assert page.count("<script>") == 1
    assert "script-src 'sha256-" in page
    assert "connect-src 'self'" in page
    assert "<script" not in live.board.made.html
    assert with_script(live.board.made.html) == page
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert not [path for path in written if b"EventSource" in path.read_bytes()]


def test_only_this_machine_is_answered(live):
    assert live.server.server_address[0] == "127.0.0.1"
    assert live.get(Host=f"evil.example.org:{live.port}")[0] == 403
    assert live.get(**{"Sec-Fetch-Site": "cross-site"})[0] == 403
    assert live.get("/../../etc/passwd")[0] == 404
    assert live.get(Host=f"localhost:{live.port}")[0] == 200


def test_the_pdf_is_made_when_it_is_asked_for(live):
    status, content = live.get("/report.pdf")
    assert status == 200
    assert content.startswith("%PDF")


def test_an_open_page_renews_itself_and_keeps_the_readers_place(live, browser):
    long = "\n\n".join(f"Paragraph {word}." for word in ("of many words " * 40).split())
    edit(live, lambda cells: cells[2].update(source=f"## Of letters\n\n{long}\n\n## Last\n\nEnd."))
    live.until(lambda: live.shows("End."))
    page = browser.new_page(viewport={"width": 800, "height": 500})
    page.goto(f"http://127.0.0.1:{live.port}/")
    page.evaluate("document.getElementById('small-last').scrollIntoView({behavior: 'instant'})")
    before = page.evaluate("document.getElementById('small-last').getBoundingClientRect().top")
    edit(live, lambda cells: cells[2].update(
        source=f"## Of letters\n\nA new line.\n\nAnd one more.\n\n{long}\n\n## Last\n\nEnded."
    ))  # fmt: skip
    page.get_by_text("Ended.").wait_for(timeout=30000)
    after = page.evaluate("document.getElementById('small-last').getBoundingClientRect().top")
    assert abs(after - before) < 3
    assert live.until(lambda: live.board.reading == "small") < 20
    edit(live, lambda cells: cells[3].update(source="1 / 0"))
    page.wait_for_selector("[role=alert]", timeout=30000)
    assert "ZeroDivisionError" in page.inner_text("[role=alert]")
    edit(live, lambda cells: cells[3].update(source=SAY))
    page.wait_for_selector("[role=alert]", state="detached", timeout=30000)
    page.close()


def test_files_that_come_go_and_change_are_seen(tmp_path):
    (tmp_path / "folder").mkdir()
    first = tmp_path / "folder/a.csv"
    first.write_text("a", encoding="utf-8")
    watch = Watch([tmp_path / "folder", tmp_path / "later.toml"])
    assert watch.changed() == []
    first.write_text("ab", encoding="utf-8")
    (tmp_path / "folder/__pycache__").mkdir()
    (tmp_path / "folder/__pycache__/x.pyc").write_text("", encoding="utf-8")
    (tmp_path / "folder/.~lock.csv").write_text("", encoding="utf-8")
    assert watch.changed() == [first]
    (tmp_path / "later.toml").write_text("", encoding="utf-8")
    first.unlink()
    assert watch.changed() == sorted([first, tmp_path / "later.toml"])


def test_no_change_is_missed_while_places_change(tmp_path):
    first, other = tmp_path / "a.csv", tmp_path / "b.csv"
    first.write_text("a", encoding="utf-8")
    watch = Watch([first])
    first.write_text("ab", encoding="utf-8")
    other.write_text("b", encoding="utf-8")
    watch.turn_to([first, other])
    assert watch.changed() == [first]


def test_prose_that_changes_does_not_have_a_chapter_run_again(small, tmp_path):
    from frameline.report.build import build

    report = small("Before.", (SAY, ""))
    options = {"formats": ["html"], "rehearse": False, "cache": tmp_path / "cache"}
    build(report, out=tmp_path / "out", **options)
    path = report.parent / "notebooks/10-small.ipynb"
    text = path.read_text(encoding="utf-8").replace("Before.", "After.")
    path.write_text(text, encoding="utf-8")
    built = build(report, out=tmp_path / "out", **options)
    assert built.reused == ("small",)
    page = (built.folder / "report.html").read_text(encoding="utf-8")
    assert "After." in page
    assert "Ran once more." in page
    assert json.loads((built.folder / "manifest.json").read_text(encoding="utf-8"))
